package stream

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"readout/pipeline/store"
)

const (
	feedPatience = time.Minute

	// partitionsEvery is how often a feed looks for partitions that were added.
	partitionsEvery = 2 * time.Second
)

// Feed feeds a database from a topic: each partition is read from the offset
// that the database holds, and each batch is stored in one transaction with
// the offset after it. Whatever is delivered again or broken off, the database
// holds every message once in effect.
type Feed struct {
	Reader *Reader
	Store  store.Store

	// Restart reads the topic from its first offset again, whatever the
	// database has read of it. It is safe: a revision counts once.
	Restart bool

	// Once ends the feed at the end offsets that the topic has at its start.
	Once bool

	// Patience is how long a fault of the database, and with Once one of
	// Kafka, may last before it ends the feed. 0 means a minute. Without Once the
	// feed waits for Kafka as long as it takes.
	Patience time.Duration

	// Notice is told in a sentence of faults that last and of their end, from
	// any goroutine; nil for nobody.
	Notice func(string)

	// Applied is told of each batch that was stored and of its dead letters,
	// from one goroutine; nil for nobody.
	Applied func(store.Batch, []store.DeadLetter)
}

// Run feeds until ctx is done, or with Once until the end. Stopping is no
// error without Once; with Once it is ctx's. A *LostError says that the topic
// does not have what the database needs next, a *ForkedError that it is not
// the one that the database has read; Restart helps in both. A topic that
// is known to be another one (created again, or of another cluster) is
// read from its first offset, and Notice is told. When Run returns, no goroutine and no
// transaction of it is left.
func (f *Feed) Run(ctx context.Context) error {
	for restart := f.Restart; ; restart = false {
		err := f.run(ctx, restart)
		var another *RecreatedError
		if !errors.As(err, &another) || ctx.Err() != nil {
			return err
		}
	}
}

// run feeds from one log.
func (f *Feed) run(ctx context.Context, restart bool) error {
	partitions, err := f.Reader.Open(ctx)
	if err != nil {
		return err
	}
	r := &feedRun{Feed: *f, restart: restart, next: map[int]int64{}, known: map[int]bool{}, readers: map[int]*partitionReader{}, fetched: make(chan fetched), kafka: newBulletin(f.Notice)}
	if r.Patience <= 0 {
		r.Patience = feedPatience
	}
	if r.Notice == nil {
		r.Notice = func(string) {}
	}
	if r.Applied == nil {
		r.Applied = func(store.Batch, []store.DeadLetter) {}
	}
	work, cancel := context.WithCancel(ctx)
	defer r.wg.Wait()
	defer cancel()
	if err := r.begin(work, partitions); err != nil {
		return r.ended(ctx, err)
	}
	return r.ended(ctx, r.loop(work))
}

// feedRun is the state of one Run. One goroutine owns it; the readers know
// their own partition and the channel only.
type feedRun struct {
	Feed
	log     Log
	restart bool          // forget first what the database has read
	ends    map[int]int64 // with Once: where each partition ends
	next    map[int]int64 // what is stored: the offset after it
	known   map[int]bool  // the database has that offset
	readers map[int]*partitionReader
	fetched chan fetched
	kafka   *bulletin // faults of Kafka, which all partitions share
	wg      sync.WaitGroup
}

// fetched is what a partition's reader hands over.
type fetched struct {
	reader *partitionReader
	batch  store.Batch
	err    error // ends the feed
}

func (r *feedRun) ended(ctx context.Context, err error) error {
	if ctx.Err() == nil || !errors.Is(err, ctx.Err()) {
		return err
	}
	if r.Once {
		return fmt.Errorf("stopped before the end of topic %s: %w", r.Reader.Topic(), ctx.Err())
	}
	return nil
}

// begin starts a reader for each partition where the database left off.
func (r *feedRun) begin(ctx context.Context, partitions []int) error {
	var have map[int]Offsets
	err := r.patiently(ctx, func() (err error) {
		if r.log, err = r.Reader.Log(ctx); err == nil {
			have, err = r.Reader.Offsets(ctx, partitions)
		}
		return err
	})
	if err != nil {
		return err
	}
	r.Reader = r.Reader.of(r.log)
	if r.Once {
		r.ends = map[int]int64{}
		for p, o := range have {
			r.ends[p] = o.End
		}
	}
	stored, err := r.stored(ctx)
	if err != nil {
		return err
	}
	for p := range stored {
		if p >= len(partitions) {
			return r.shrunk(p, len(partitions))
		}
	}
	for _, p := range partitions {
		at, known := stored[p]
		if !known {
			at.Next = have[p].First
		}
		if err := r.checkStart(ctx, p, have[p], at); err != nil {
			return err
		}
		r.known[p] = known
		r.start(ctx, p, at.Next)
	}
	return nil
}

// stored gives where the database stands in the log. Where it has read another
// log of the name only, that is told.
func (r *feedRun) stored(ctx context.Context) (map[int]store.Position, error) {
	if r.restart {
		if err := r.Store.Forget(ctx, r.log.String()); err != nil {
			return nil, fmt.Errorf("begin topic %s again: %w", r.Reader.Topic(), err)
		}
	}
	stored, err := r.Store.Offsets(ctx, r.log.String())
	var topics []string
	if err == nil && len(stored) == 0 {
		topics, err = r.Store.Topics(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("offsets of topic %s in the database: %w", r.Reader.Topic(), err)
	}
	for _, t := range topics {
		if isLogOf(t, r.Reader.Topic()) && t != r.log.String() {
			r.Notice(fmt.Sprintf("the database has read another topic %s before (%s, now %s): it was created again, or the cluster is another one; "+
				"it is read from its first offset, and pages that only the former one had stay", r.Reader.Topic(), t, r.log))
			break
		}
	}
	return stored, nil
}

// checkStart finds out whether a partition can be read from where the
// database stands.
func (r *feedRun) checkStart(ctx context.Context, p int, have Offsets, at store.Position) error {
	return r.patiently(ctx, func() error {
		if err := r.Reader.sameLog(ctx, p, have, at.Last); err != nil {
			return err
		}
		if at.Next <= have.End {
			return nil
		}
		// Past the end: only a fetch can tell whether that is lost.
		_, _, err := r.Reader.Fetch(ctx, p, at.Next)
		return err
	})
}

// patiently does again what fails by a fault that passes: the leaders of a
// topic that was just created, or of a broker that just started, take a moment
// to know that they are.
func (r *feedRun) patiently(ctx context.Context, do func() error) error {
	t := newTrouble("kafka "+r.Reader.cluster.where(), missingPatience, r.kafka)
	for {
		err := do()
		if err == nil || !retriable(err) {
			t.over()
			return err
		}
		if err := t.again(ctx, err); err != nil {
			return err
		}
	}
}

func (r *feedRun) shrunk(p, n int) error {
	return fmt.Errorf("kafka topic %s has %d partitions, but the database has read partition %d: the topic was deleted and created again",
		r.Reader.Topic(), n, p)
}

// start has a partition read from an offset on, by a new reader.
func (r *feedRun) start(ctx context.Context, p int, from int64) {
	if old := r.readers[p]; old != nil {
		old.cancel() // what it may still hand over is passed by
	}
	reader := &partitionReader{partition: p}
	ctx, reader.cancel = context.WithCancel(ctx)
	r.next[p], r.readers[p] = from, reader
	if r.done(p) {
		reader.cancel()
		return
	}
	patience := time.Duration(0)
	if r.Once {
		patience = r.Patience
	}
	t := newTrouble(r.Reader.at(p), patience, r.kafka)
	r.wg.Go(func() { reader.run(ctx, r.Reader, t, from, r.fetched) })
}

// done tells whether a partition is at its end.
func (r *feedRun) done(p int) bool {
	return r.Once && r.next[p] >= r.ends[p]
}

func (r *feedRun) allDone() bool {
	if !r.Once {
		return false
	}
	for p := range r.next {
		if !r.done(p) {
			return false
		}
	}
	return true
}

func (r *feedRun) loop(ctx context.Context) error {
	tick := time.NewTicker(partitionsEvery)
	defer tick.Stop()
	for !r.allDone() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
			if err := r.look(ctx); err != nil {
				return err
			}
		case got := <-r.fetched:
			p := got.batch.Partition
			if got.reader != r.readers[p] {
				continue
			}
			if got.err != nil {
				return got.err
			}
			if err := r.apply(ctx, got.batch); err != nil {
				return err
			}
			if r.done(p) {
				got.reader.cancel()
			}
		}
	}
	return nil
}

// look looks after what may have become of the topic meanwhile.
func (r *feedRun) look(ctx context.Context) error {
	if !r.log.byID { // else every fetch looks
		if err := r.Reader.recreated(ctx); isOtherLog(err) { // other errors the readers tell
			return err
		}
	}
	return r.grow(ctx)
}

// grow starts readers for partitions that were added.
func (r *feedRun) grow(ctx context.Context) error {
	if r.Once {
		return nil
	}
	partitions, err := r.Reader.Partitions(ctx)
	if err != nil || len(partitions) == len(r.next) {
		return nil // the readers tell what is wrong with the cluster
	}
	if len(partitions) < len(r.next) {
		return r.shrunk(len(r.next)-1, len(partitions))
	}
	for _, p := range partitions[len(r.next):] {
		r.start(ctx, p, 0) // new, so nothing can have been deleted
	}
	return nil
}
