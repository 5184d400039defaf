package article

import (
	"testing"

	"readout/pipeline"
	"readout/pipeline/record"
)

// A file name that is no UTF-8 is the same in the record as in its JSON, and
// two that differ in such bytes are two pages.
func TestNameThatIsNoUTF8(t *testing.T) {
	ids := map[string]bool{}
	for _, name := range []string{"caf\xe9\xe8.txt", "caf\xe8\xe9.txt"} {
		a, err := Extract(&pipeline.Page{Path: name, Format: pipeline.Text, Body: []byte("Talks\n\n" + sentence + "\n")})
		if err != nil {
			t.Fatal(err)
		}
		if want := "caf\ufffd\ufffd.txt"; a.Source.Path != want {
			t.Errorf("got %q, want %q", a.Source.Path, want)
		}
		if a.ID != record.PageID("", name) {
			t.Errorf("%q: the id is not that of its bytes", name)
		}
		ids[a.ID] = true
	}
	if len(ids) != 2 {
		t.Error("two names have one id")
	}
}
