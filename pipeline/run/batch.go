package run

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"readout/pipeline"
	"readout/pipeline/record"
)

// Batch takes many pages through a Processor and puts the records into sinks,
// in the order of the references.
type Batch struct {
	Processor *Processor
	Workers   int // pages at work beside each other; at least 1
	Sinks     []pipeline.Sink
	// Reject is called for every page that gave no record, in the order of the
	// run. nil is allowed.
	Reject func(*pipeline.Reject) error
	// Progress is called after every page with the numbers so far. nil is allowed.
	Progress func(Summary)
	// Hold is how many records may be held back to be put together, and
	// Linger for how long as long as pages come in. 0 puts each at once.
	Hold   int
	Linger time.Duration
}

// RejectSink is a Sink that also takes the rejects of class error (Kafka's
// dead-letter topic). Called like Put.
type RejectSink interface {
	Reject(ctx context.Context, rejects ...*pipeline.Reject) error
}

// Summary counts what became of the pages of a run.
type Summary struct {
	Pages    int // references read
	Records  int // records put
	Meetings int // in these records
	Rejects  map[pipeline.Reason]int
}

// Rejected gives the number of rejects of a class.
func (s Summary) Rejected(class pipeline.Class) int {
	n := 0
	for reason, count := range s.Rejects {
		if reason.Class() == class {
			n += count
		}
	}
	return n
}

// windowPerWorker is how many pages a worker's results may run ahead of the
// slowest page: enough to keep the workers busy, few enough for the memory.
const windowPerWorker = 4

// Run works through refs until they end, ctx is done, a sink fails or refs
// give an error. What was put by then stays put, and the summary counts
// it. It closes no sink.
func (b *Batch) Run(ctx context.Context, refs iter.Seq2[pipeline.Ref, error]) (Summary, error) {
	c := &collector{batch: b, ctx: ctx, seen: map[string]struct{}{}, summary: Summary{Rejects: map[pipeline.Reason]int{}}}
	err := pipeline.Ordered(ctx, refs, b.Workers, windowPerWorker*max(b.Workers, 1), b.Processor.Process, c.take)
	if c.broken {
		return c.summary, err
	}
	// What was finished in order is put even when the run was interrupted.
	if ctx.Err() != nil {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		c.ctx = grace
	}
	if flushErr := c.flush(); flushErr != nil {
		return c.summary, errors.Join(err, flushErr)
	}
	return c.summary, err
}

// collector is the run's one-goroutine end.
type collector struct {
	batch   *Batch
	ctx     context.Context
	seen    map[string]struct{} // ids of this run, binary
	held    []*record.Page
	rejects []*pipeline.Reject
	since   time.Time // of the oldest held
	broken  bool      // a sink failed: no more puts
	summary Summary
}

func (c *collector) take(res Result) error {
	if res.Stopped != nil {
		return res.Stopped
	}
	c.summary.Pages++
	if res.Page != nil {
		if _, twice := c.seen[res.Page.ID]; twice {
			res.Reject = pipeline.RejectFor(res.Page.ID, res.Page.Source.URL, res.Page.Source.Path, pipeline.StageSource,
				pipeline.Fail(pipeline.StageSource, pipeline.DuplicateID, "another page of this run has the id %s", res.Page.ID))
			res.Page = nil
		}
	}
	if res.Reject != nil {
		if err := c.reject(res.Reject); err != nil {
			return err
		}
	} else {
		c.seen[res.Page.ID] = struct{}{}
		c.held = append(c.held, res.Page)
	}
	if c.since.IsZero() {
		c.since = time.Now()
	}
	if n := len(c.held) + len(c.rejects); n > 0 && (n > c.batch.Hold || time.Since(c.since) > c.batch.Linger) {
		if err := c.flush(); err != nil {
			return err
		}
	}
	if c.batch.Progress != nil {
		c.batch.Progress(c.summary)
	}
	return nil
}

func (c *collector) reject(r *pipeline.Reject) error {
	c.summary.Rejects[r.Reason]++
	if r.Class == pipeline.ClassError {
		c.rejects = append(c.rejects, r)
	}
	if c.batch.Reject != nil {
		if err := c.batch.Reject(r); err != nil {
			c.broken = true
			return fmt.Errorf("list a reject: %w", err)
		}
	}
	return nil
}

// flush puts what is held into every sink. A page that one sink refuses is a
// reject; the other sinks have it.
func (c *collector) flush() error {
	pages := c.held
	c.held, c.since = nil, time.Time{}
	refused := map[string]bool{}
	for _, sink := range c.batch.Sinks {
		if len(pages) == 0 {
			break
		}
		err := sink.Put(c.ctx, pages)
		var some pipeline.Refused
		if errors.As(err, &some) {
			for _, r := range some {
				if err := c.refuse(r, refused); err != nil {
					return err
				}
			}
			continue
		}
		if err != nil {
			c.broken = true
			return fmt.Errorf("put %d records: %w", len(pages), err)
		}
	}
	for _, p := range pages {
		if !refused[p.ID] {
			c.summary.Records++
			c.summary.Meetings += len(p.Meetings)
		}
	}
	return c.flushRejects()
}

func (c *collector) refuse(r pipeline.RefusedPage, refused map[string]bool) error {
	if refused[r.Page.ID] {
		return nil
	}
	refused[r.Page.ID] = true
	return c.reject(pipeline.RejectFor(r.Page.ID, r.Page.Source.URL, r.Page.Source.Path, pipeline.StageSink, r.Err))
}

func (c *collector) flushRejects() error {
	rejects := c.rejects
	c.rejects = nil
	if len(rejects) == 0 {
		return nil
	}
	for _, sink := range c.batch.Sinks {
		if s, ok := sink.(RejectSink); ok {
			if err := s.Reject(c.ctx, rejects...); err != nil {
				c.broken = true
				return fmt.Errorf("put %d rejects: %w", len(rejects), err)
			}
		}
	}
	return nil
}
