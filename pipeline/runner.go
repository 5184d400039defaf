package pipeline

import (
	"context"
	"iter"
	"sync"
)

// Ordered runs work over the items of in with a number of workers and hands
// the results to emit in the order of the items, whatever finishes first.
//
// in is read from one goroutine, work runs in many, emit in the caller's. At
// most window items are between being read and being emitted, so a slow first
// item holds the others back instead of filling the memory. work must not
// panic; an item's failure is part of its result.
//
// Ordered ends when in is exhausted or gives an error, which is given after
// the items before it were worked through and emitted; or when emit gives an
// error or ctx is done, which is given at once, and results that were ready but
// not emitted are dropped. When it returns all its goroutines have ended.
func Ordered[In, Out any](ctx context.Context, in iter.Seq2[In, error], workers, window int, work func(context.Context, In) Out, emit func(Out) error) error {
	workers = max(workers, 1)
	window = max(window, workers)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	type job struct {
		item In
		done chan Out
	}
	jobs := make(chan job)
	queue := make(chan chan Out, window) // the results in the order of the items
	var wg sync.WaitGroup
	var inErr error // read after queue was closed
	wg.Go(func() {
		defer close(jobs)
		defer close(queue)
		for item, err := range in {
			if err != nil {
				inErr = err
				return
			}
			j := job{item, make(chan Out, 1)}
			select {
			case queue <- j.done:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.done <- work(ctx, j.item)
			}
		})
	}
	defer wg.Wait()
	for done := range queue {
		select {
		case out := <-done:
			if err := emit(out); err != nil {
				cancel(err)
				return err
			}
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return inErr
}
