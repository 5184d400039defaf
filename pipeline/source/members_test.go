package source

import (
	"bytes"
	"compress/gzip"
	"testing"

	"readout/pipeline"
)

// A gzip file of a few members is one page; one of members without end, which
// would be gunzipped for seconds, is too large.
func TestManyMembers(t *testing.T) {
	var one bytes.Buffer
	w := gzip.NewWriter(&one)
	_, err := w.Write([]byte("x"))
	must(t, err)
	must(t, w.Close())
	for _, c := range []struct {
		members int
		good    bool
	}{{1, true}, {200, true}, {maxMembers, true}, {maxMembers + 1, false}} {
		body, err := read(bytes.NewReader(bytes.Repeat(one.Bytes(), c.members)), "many.gz")
		if c.good {
			if err != nil || len(body) != c.members {
				t.Errorf("%d members: %d bytes, %v", c.members, len(body), err)
			}
			continue
		}
		wantReason(t, "many members", err, pipeline.TooLarge, "more than 2000 gzip members")
	}
}
