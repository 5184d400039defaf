package run

import (
	"errors"
	"strings"
	"testing"
	"time"

	"readout/pipeline"
	"readout/pipeline/record"
)

// Records that stand in every sink count as such when the last one failed
// after them; where another fails, those behind it have none.
func TestPartlyPut(t *testing.T) {
	list := []given{story("a.txt"), story("b.txt"), story("c.txt")}
	partly := &fakeSink{answer: func(int, []*record.Page) error {
		return &pipeline.Partly{Taken: 2, Err: errors.New("x.jsonl: file too large")}
	}}
	for _, c := range []struct {
		name           string
		sinks          []pipeline.Sink
		records, unput int
	}{
		{"the only sink", []pipeline.Sink{partly}, 2, 1},
		{"the last", []pipeline.Sink{&fakeSink{}, partly}, 2, 1},
		{"the first", []pipeline.Sink{partly, &fakeSink{}}, 0, 3},
	} {
		b := &Batch{Processor: processor(t, list), Workers: 1, Sinks: c.sinks, Hold: 10, Linger: time.Hour}
		s, err := b.Run(t.Context(), refs(list))
		if err == nil || !strings.Contains(err.Error(), "put 3 records: x.jsonl: file too large") {
			t.Errorf("%s: Run = %v", c.name, err)
		}
		if s.Records != c.records || s.Unput != c.unput {
			t.Errorf("%s: %d records, %d unput, want %d and %d", c.name, s.Records, s.Unput, c.records, c.unput)
		}
		addsUp(t, s)
	}
	b := &Batch{Processor: processor(t, list), Workers: 1, Sinks: []pipeline.Sink{partly}}
	if _, err := b.Run(t.Context(), refs(list[:1])); err == nil || !strings.Contains(err.Error(), "put 1 record: ") {
		t.Errorf("Run = %v", err)
	}
}
