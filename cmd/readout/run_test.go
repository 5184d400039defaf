package main

import (
	"bytes"
	"regexp"
	"testing"
	"time"

	"readout/pipeline"
	"readout/pipeline/run"
)

// Progress is told when its time has come, and not again before the next.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out)
	s := run.Summary{Pages: 12, Records: 10, Meetings: 7, Rejects: map[pipeline.Reason]int{pipeline.Empty: 2}}
	if p.show(s); out.Len() > 0 {
		t.Errorf("told at once: %q", &out)
	}
	p.start, p.next = p.start.Add(-20*time.Second), time.Now().Add(-time.Millisecond)
	p.show(s)
	p.show(s)
	if want := regexp.MustCompile(`\A12 pages, 10 records, 7 meetings, 2 rejects: empty 2 after 2\ds, 0\.[56] pages/s\n\z`); !want.Match(out.Bytes()) {
		t.Errorf("told %q", &out)
	}
}

func TestRate(t *testing.T) {
	for _, x := range []struct {
		n     int
		taken time.Duration
		want  string
	}{{2, 5 * time.Second, "0.4"}, {0, 5 * time.Second, "0.0"}, {99, 10 * time.Second, "9.9"}, {9_960, 1000 * time.Second, "10"}, {1234, 10 * time.Second, "123"}} {
		if got := rate(x.n, x.taken); got != x.want {
			t.Errorf("%d in %s: %s pages/s, want %s", x.n, x.taken, got, x.want)
		}
	}
}
