package pipeline

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int, last error) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
		if last != nil {
			yield(0, last)
		}
	}
}

func TestOrderedKeepsOrderAndWindow(t *testing.T) {
	const window, workers = 8, 4
	var started, emitted, now, most atomic.Int64
	work := func(_ context.Context, i int) int {
		n := now.Add(1)
		defer now.Add(-1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		if ahead := started.Add(1) - emitted.Load(); ahead > window+2 {
			t.Errorf("%d items ahead of what was emitted, window %d", ahead, window)
		}
		time.Sleep(200 * time.Microsecond)
		if i%7 == 0 {
			time.Sleep(2 * time.Millisecond)
		}
		return i
	}
	next := 0
	err := Ordered(t.Context(), numbers(200, nil), workers, window, work, func(i int) error {
		if i != next {
			t.Fatalf("got %d, want %d", i, next)
		}
		next++
		emitted.Add(1)
		return nil
	})
	if err != nil || next != 200 {
		t.Fatalf("%d items, error %v", next, err)
	}
	if n := most.Load(); n > workers || n < 2 {
		t.Errorf("%d items at work beside each other, %d workers", n, workers)
	}
}

func TestOrderedStops(t *testing.T) {
	boom := errors.New("boom")
	same := func(_ context.Context, i int) int { return i }
	if err := Ordered(t.Context(), numbers(100, nil), 3, 5, same, func(i int) error {
		if i == 10 {
			return boom
		}
		return nil
	}); !errors.Is(err, boom) {
		t.Errorf("emit's error: got %v", err)
	}
	emitted := 0
	if err := Ordered(t.Context(), numbers(30, boom), 3, 5, same, func(int) error { emitted++; return nil }); !errors.Is(err, boom) || emitted != 30 {
		t.Errorf("the source's error: got %v after %d of the 30 items before it", err, emitted)
	}
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(yield func(int, error) bool) {
		for yield(1, nil) {
		}
	}
	n := 0
	err := Ordered(ctx, endless, 3, 5, same, func(int) error {
		if n++; n == 20 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}
