package run

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"readout/pipeline"
	"readout/pipeline/record"
)

// What is in flight waits for room, a page larger than all room goes alone,
// and who waits is let go.
func TestInFlight(t *testing.T) {
	f := newInFlight(100)
	entered := make(chan bool)
	enter := func(ctx context.Context, n int) { go func() { entered <- f.enter(ctx, n) }() }
	waits := func(what string) {
		t.Helper()
		select {
		case <-entered:
			t.Fatalf("%s: entered", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
	enter(t.Context(), 70)
	<-entered
	enter(t.Context(), 40)
	waits("110 of 100")
	f.add(-5) // the page is done, its record is smaller
	waits("105 of 100")
	f.add(-5)
	if !<-entered {
		t.Error("not entered into 100 of 100")
	}
	enter(t.Context(), 1000)
	waits("a page larger than all room beside others")
	f.add(-100)
	if !<-entered {
		t.Error("a page larger than all room did not enter alone")
	}
	ctx, cancel := context.WithCancel(t.Context())
	enter(ctx, 1)
	waits("beside a page larger than all room")
	cancel()
	if <-entered {
		t.Error("entered after the end")
	}
}

// Large pages go beside each other as far as there is room, whatever the
// number of workers; small ones as many as there are workers.
func TestInFlightOfBatch(t *testing.T) {
	for _, test := range []struct {
		name        string
		size        int
		least, most int64
	}{
		{"small", 1000, 5, 8},
		{"large", 250_000, 2, 3},
		{"alone", pipeline.MaxPageBytes, 1, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "page.txt")
			if err := os.WriteFile(file, make([]byte, test.size), 0o644); err != nil {
				t.Fatal(err)
			}
			var now, most atomic.Int64
			p := processor(t, nil)
			p.Load = func(_ context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
				n := now.Add(1)
				defer now.Add(-1)
				for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
				}
				time.Sleep(10 * time.Millisecond)
				return nil, pipeline.Fail(pipeline.StageFetch, pipeline.NotFound, "")
			}
			s, err := (&Batch{Processor: p, Workers: 8}).Run(t.Context(), func(yield func(pipeline.Ref, error) bool) {
				for i := range 24 {
					if !yield(pipeline.Ref{Path: fmt.Sprint(i), File: file, Format: pipeline.Text}, nil) {
						return
					}
				}
			})
			if err != nil || s.Pages != 24 {
				t.Errorf("Run = %+v, %v", s, err)
			}
			if n := most.Load(); n < test.least || n > test.most {
				t.Errorf("%d pages beside each other, want %d to %d", n, test.least, test.most)
			}
		})
	}
}

// A sink that fails ends a run whose next page waits for room.
func TestInFlightAfterFailure(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.txt")
	if err := os.WriteFile(file, make([]byte, pipeline.MaxPageBytes), 0o644); err != nil {
		t.Fatal(err)
	}
	list := []given{story("a"), story("b"), story("c"), story("d")}
	sink := &fakeSink{answer: func(int, []*record.Page) error { return os.ErrClosed }}
	done := make(chan error, 1)
	go func() {
		_, err := (&Batch{Processor: processor(t, list), Workers: 8, Sinks: []pipeline.Sink{sink}}).Run(t.Context(), func(yield func(pipeline.Ref, error) bool) {
			for _, g := range list {
				if !yield(pipeline.Ref{Path: g.path, File: file, Format: pipeline.Text}, nil) {
					return
				}
			}
		})
		done <- err
	}()
	select {
	case err := <-done:
		if err == nil || !strings.Contains(err.Error(), os.ErrClosed.Error()) {
			t.Errorf("Run = %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the run does not end")
	}
}
