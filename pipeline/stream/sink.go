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
	// applyMessages bounds a transaction of the database.
	applyMessages = 1000

	feedPatience = time.Minute

	// partitionsEvery is how often a feed looks for partitions that were added.
	partitionsEvery = 2 * time.Second

	// stopGrace is how long a batch that is being stored may take after the
	// feed was told to stop, before it is broken off and rolled back.
	stopGrace = 4 * time.Second
)

// Feed feeds a database from a topic: each partition is read from the offset
// that the database holds, and each batch is stored in one transaction with
// the offset after it. Whatever is delivered again or broken off, the database
// holds every message once in effect.
type Feed struct {
	Reader *Reader
	Store  store.Store

	// Once ends the feed at the end offsets that the topic has at its start.
	Once bool

	// Patience is how long a fault of the database, and with Once one of
	// Kafka, may last before it ends the feed. 0 means a minute. Without Once the
	// feed waits for Kafka as long as it takes.
	Patience time.Duration

	// Notice is told in a sentence of faults that last and of their end, from
	// any goroutine; nil for nobody.
	Notice func(string)

	// Applied is told of each batch that was stored; nil for nobody.
	Applied func(store.Batch)
}

// Run feeds until ctx is done, or with Once until the end. Stopping is no
// error without Once; with Once it is ctx's. A *LostError says that the topic
// does not have what the database needs next. When Run returns, no goroutine
// and no transaction of it is left.
func (f *Feed) Run(ctx context.Context) error {
	partitions, err := f.Reader.Open(ctx)
	if err != nil {
		return err
	}
	r := &feedRun{Feed: *f, next: map[int]int64{}, readers: map[int]*partitionReader{}, fetched: make(chan fetched), kafka: newBulletin(f.Notice)}
	if r.Patience <= 0 {
		r.Patience = feedPatience
	}
	if r.Applied == nil {
		r.Applied = func(store.Batch) {}
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
	log     string        // what the database keeps the offsets under
	ends    map[int]int64 // with Once: where each partition ends
	next    map[int]int64 // what is stored: the offset after it
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
	have, err := r.offsets(ctx, partitions)
	if err != nil {
		return err
	}
	if r.Once {
		r.ends = map[int]int64{}
		for p, o := range have {
			r.ends[p] = o.End
		}
	}
	if r.log, err = r.Reader.Log(ctx); err != nil {
		return err
	}
	stored, err := r.Store.Offsets(ctx, r.log)
	if err != nil {
		return fmt.Errorf("offsets of topic %s in the database: %w", r.Reader.Topic(), err)
	}
	for p := range stored {
		if p >= len(partitions) {
			return r.shrunk(p, len(partitions))
		}
	}
	for _, p := range partitions {
		from, known := stored[p]
		if !known {
			from = have[p].First
		}
		if from > have[p].End {
			// Past the end: only a fetch can tell whether that is lost.
			if _, _, err := r.Reader.Fetch(ctx, p, from); err != nil {
				return err
			}
		}
		r.start(ctx, p, from)
	}
	return nil
}

// offsets is patient: the leaders of a topic that was just created, or of a
// broker that just started, take a moment to know that they are.
func (r *feedRun) offsets(ctx context.Context, partitions []int) (map[int]Offsets, error) {
	t := newTrouble("kafka "+r.Reader.cluster.where(), missingPatience, r.kafka)
	for {
		have, err := r.Reader.Offsets(ctx, partitions)
		if err == nil || !retriable(err) {
			t.over()
			return have, err
		}
		if err := t.again(ctx, err); err != nil {
			return nil, err
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
	at := fmt.Sprintf("kafka %s: topic %s, partition %d", r.Reader.cluster.where(), r.Reader.Topic(), p)
	t := newTrouble(at, patience, r.kafka)
	r.wg.Go(func() { reader.run(ctx, r.Reader, r.log, t, from, r.fetched) })
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
			if err := r.grow(ctx); err != nil {
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

// apply stores a batch. After a failure the database's own offset counts:
// the partition is read again from there. The error ends the feed.
func (r *feedRun) apply(ctx context.Context, b store.Batch) error {
	err := r.store(ctx, b)
	if err == nil {
		r.next[b.Partition] = b.Next
		r.Applied(b)
		return nil
	}
	at := fmt.Sprintf("storing topic %s, partition %d, offsets %d to %d", b.Topic, b.Partition, b.From, b.Next-1)
	t := newTrouble(at, r.Patience, newBulletin(r.Notice))
	for {
		if err := t.again(ctx, err); err != nil {
			return err
		}
		var offsets map[int]int64
		if offsets, err = r.Store.Offsets(ctx, b.Topic); err != nil {
			continue
		}
		next, known := offsets[b.Partition]
		if !known {
			next = b.From
		}
		if next != b.From {
			// Stored after all, or by another worker: read on from there.
			t.over()
			r.start(ctx, b.Partition, next)
			return nil
		}
		if err = r.store(ctx, b); err == nil {
			t.over()
			r.next[b.Partition] = b.Next
			r.Applied(b)
			return nil
		}
	}
}

// store gives a batch that is under way the time to finish when ctx is done.
func (r *feedRun) store(ctx context.Context, b store.Batch) error {
	within, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() {
		if pause(within, stopGrace) == nil {
			cancel()
		}
	})
	defer stop()
	return r.Store.Apply(within, b)
}

// partitionReader reads one partition ahead of the database by one fetch.
type partitionReader struct {
	partition int
	cancel    context.CancelFunc
}

func (p *partitionReader) run(ctx context.Context, from *Reader, log string, t *trouble, next int64, out chan<- fetched) {
	send := func(f fetched) bool {
		f.reader, f.batch.Topic, f.batch.Partition = p, log, p.partition
		select {
		case out <- f:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for {
		msgs, after, err := from.Fetch(ctx, p.partition, next)
		var lost *LostError
		switch {
		case errors.As(err, &lost):
			send(fetched{err: err})
			return
		case err != nil:
			if err := t.again(ctx, err); err != nil {
				if ctx.Err() == nil {
					send(fetched{err: err})
				}
				return
			}
			continue
		}
		t.over()
		for next < after {
			b := store.Batch{From: next, Next: after, Messages: msgs}
			if len(msgs) > applyMessages {
				b.Messages, msgs = msgs[:applyMessages:applyMessages], msgs[applyMessages:]
				b.Next = msgs[0].Offset
			}
			if !send(fetched{batch: b}) {
				return
			}
			next = b.Next
		}
	}
}
