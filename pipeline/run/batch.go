package run

import (
	"context"
	"encoding/hex"
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
	// Hold is how many records and rejects may be held back to be put
	// together, fewer where they are large, and Linger for how long as long as
	// pages come in. 0 puts each at once.
	Hold   int
	Linger time.Duration
}

// RejectSink is a Sink that also takes the rejects of class error (Kafka's
// dead-letter topic). Called like Put.
type RejectSink interface {
	Reject(ctx context.Context, rejects ...*pipeline.Reject) error
}

// Summary counts what became of the pages of a run: each is a record, a
// reject or unput.
type Summary struct {
	Pages    int // references worked through
	Records  int // records that every sink took
	Meetings int // in these records
	Rejects  map[pipeline.Reason]int
	Unput    int // records that a sink did not take because it failed; others may have them
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

// holdBytes is how many bytes of records and of pages for dead letters may be
// held, whatever Hold says. A sink takes several times as much while it puts
// them: rows, JSON, what is compressed.
const holdBytes = 8 << 20

// Run works through refs until they end, ctx is done, a sink fails or refs
// give an error. What was put by then stays put, and the summary counts
// it. A panic of a source or a sink is such an error. It closes no sink.
//
// However large pages and records are and however many workers there are, what
// is at work, waits for its turn and is held takes some 100 MB at most.
func (b *Batch) Run(ctx context.Context, refs iter.Seq2[pipeline.Ref, error]) (Summary, error) {
	c := &collector{batch: b, ctx: ctx, seen: newOrigins(), summary: Summary{Rejects: map[pipeline.Reason]int{}}}
	for _, sink := range b.Sinks {
		if s, ok := sink.(RejectSink); ok {
			c.deadLetters = append(c.deadLetters, s)
		}
	}
	err := b.flow(c, refs)
	if c.broken {
		c.summary.Unput += len(c.held)
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

// flow hands the results of refs to the collector, in order.
func (b *Batch) flow(c *collector, refs iter.Seq2[pipeline.Ref, error]) error {
	ctx, cancel := context.WithCancel(c.ctx) // lets go what waits to enter when the collector fails
	defer cancel()
	flying := newInFlight(maxInFlight)
	work := func(ctx context.Context, l load) Result {
		res := b.Processor.process(ctx, l.ref, func(p *pipeline.Page) { flying.reweigh(&l, atWork(p.Format, len(p.Body))) })
		if len(c.deadLetters) == 0 {
			if res.Body = nil; res.Reject != nil {
				res.Reject.Body = nil
			}
		}
		res.weight = weigh(res)
		flying.reweigh(&l, res.weight)
		return res
	}
	return pipeline.Ordered(ctx, flying.admit(ctx, safe(refs)), b.Workers, windowPerWorker*max(b.Workers, 1), work, func(res Result) error {
		flying.add(-res.weight)
		err := c.take(res)
		if err != nil {
			cancel()
		}
		return err
	})
}

// collector is the run's one-goroutine end.
type collector struct {
	batch   *Batch
	ctx     context.Context
	seen    *origins // of the ids of this run: all that grows with its pages
	held    []*record.Page
	rejects []*pipeline.Reject
	since   time.Time // of the oldest held

	deadLetters []RejectSink
	bodies      map[string][]byte // of held, by id; nil where nobody takes dead letters
	bytes       int               // that held, bodies and rejects take

	broken  bool // a sink failed: no more puts
	summary Summary
}

// binary gives an id of 32 hex digits in half the bytes. Record ids are never
// anything else.
func binary(id string) [16]byte {
	var key [16]byte
	if n, err := hex.Decode(key[:], []byte(id)); err != nil || n != len(key) {
		panic(fmt.Sprintf("page id %q is not 32 hex digits", id))
	}
	return key
}

func (c *collector) take(res Result) error {
	if res.Stopped != nil {
		return res.Stopped
	}
	c.summary.Pages++
	if res.Page != nil {
		if first, twice := c.seen.first(res.Ref, res.Page); twice {
			res.Reject = pipeline.RejectFor(res.Page.ID, res.Page.Source.URL, res.Page.Source.Path, pipeline.StageSource,
				pipeline.Fail(pipeline.StageSource, pipeline.DuplicateID, "%s, earlier in this run, has the id %s too", first, res.Page.ID))
			res.Reject.Body, res.Page = res.Body, nil
		}
	}
	if res.Reject != nil {
		if err := c.reject(res.Reject); err != nil {
			return err
		}
	} else {
		c.hold(res)
	}
	if c.due() {
		if err := c.flush(); err != nil {
			return err
		}
	}
	if c.batch.Progress != nil {
		c.batch.Progress(c.summary)
	}
	return nil
}

// hold keeps a record to be put.
func (c *collector) hold(res Result) {
	c.held = append(c.held, res.Page)
	if len(c.deadLetters) > 0 {
		if c.bodies == nil {
			c.bodies = map[string][]byte{}
		}
		c.bodies[res.Page.ID] = res.Body
	}
	c.bytes += res.weight
}

// due tells whether it is time to put what is held.
func (c *collector) due() bool {
	n := len(c.held) + len(c.rejects)
	if n == 0 {
		return false
	}
	if c.since.IsZero() {
		c.since = time.Now()
	}
	return n > c.batch.Hold || c.bytes > holdBytes || time.Since(c.since) > c.batch.Linger
}

func (c *collector) reject(r *pipeline.Reject) error {
	c.summary.Rejects[r.Reason]++
	if r.Class == pipeline.ClassError && len(c.deadLetters) > 0 {
		c.rejects = append(c.rejects, r)
		c.bytes += len(r.Body)
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
	refused, err := c.put()
	taken := c.taken(err)
	for i, p := range c.held {
		switch {
		case refused[p.ID]:
		case i >= taken:
			c.summary.Unput++
		default:
			c.summary.Records++
			c.summary.Meetings += len(p.Meetings)
		}
	}
	c.held, c.bodies, c.since = nil, nil, time.Time{}
	if err == nil {
		err = c.putRejects()
	}
	c.rejects, c.bytes = nil, 0
	c.broken = c.broken || err != nil
	return err
}

// putError is the error of the sink of that number.
type putError struct {
	sink int
	err  error
}

func (e *putError) Error() string { return e.err.Error() }
func (e *putError) Unwrap() error { return e.err }

// taken gives how many of the records that are held every sink has after err:
// the sinks after the one that failed have none.
func (c *collector) taken(err error) int {
	var failed *putError
	var some *pipeline.Partly
	switch {
	case err == nil:
		return len(c.held)
	case errors.As(err, &failed) && failed.sink == len(c.batch.Sinks)-1 && errors.As(err, &some):
		return some.Taken
	}
	return 0
}

// put puts the records and gives those that were refused, by id.
func (c *collector) put() (refused map[string]bool, err error) {
	refused = map[string]bool{}
	if len(c.held) == 0 {
		return refused, nil
	}
	for i, sink := range c.batch.Sinks {
		err := guard(func() error { return sink.Put(c.ctx, c.held) })
		var some pipeline.Refused
		if !errors.As(err, &some) {
			if err != nil {
				noun := "records"
				if len(c.held) == 1 {
					noun = "record"
				}
				return refused, &putError{sink: i, err: fmt.Errorf("put %d %s: %w", len(c.held), noun, err)}
			}
			continue
		}
		for _, r := range some {
			if refused[r.Page.ID] {
				continue
			}
			refused[r.Page.ID] = true
			reject := pipeline.RejectFor(r.Page.ID, r.Page.Source.URL, r.Page.Source.Path, pipeline.StageSink, r.Err)
			reject.Body = c.bodies[r.Page.ID]
			if err := c.reject(reject); err != nil {
				return refused, err
			}
		}
	}
	return refused, nil
}

func (c *collector) putRejects() error {
	if len(c.rejects) == 0 {
		return nil
	}
	for _, s := range c.deadLetters {
		if err := guard(func() error { return s.Reject(c.ctx, c.rejects...) }); err != nil {
			return fmt.Errorf("put dead letters: %w", err)
		}
	}
	return nil
}

// guard makes an error of a sink's panic: the other sinks are still closed as
// they should be.
func guard(call func() error) (err error) {
	stage := pipeline.StageSink
	defer recovered(&stage, &err)
	return call()
}

// safe makes an error of a source's panic: what was worked through by then is
// still put.
func safe(refs iter.Seq2[pipeline.Ref, error]) iter.Seq2[pipeline.Ref, error] {
	return func(yield func(pipeline.Ref, error) bool) {
		wanted := true
		stage, err := pipeline.StageSource, error(nil)
		defer func() {
			if err != nil && wanted {
				yield(pipeline.Ref{}, err)
			}
		}()
		defer recovered(&stage, &err)
		refs(func(ref pipeline.Ref, err error) bool {
			wanted = yield(ref, err)
			return wanted
		})
	}
}
