package stream

import (
	"context"
	"fmt"
	"time"

	"readout/pipeline/store"
)

// stopGrace is how long a batch that is being stored may take after the feed
// was told to stop, before it is broken off and rolled back.
const stopGrace = 4 * time.Second

// apply stores a batch. After a failure the database's own offset counts:
// the partition is read again from there. The error ends the feed.
func (r *feedRun) apply(ctx context.Context, b store.Batch) error {
	b.Continues = r.known[b.Partition]
	err := r.store(ctx, b)
	if err == nil {
		return nil
	}
	where := fmt.Sprintf("storing topic %s, partition %d, offsets %d to %d", r.Reader.Topic(), b.Partition, b.From, b.Next-1)
	t := newTrouble(where, r.Patience, newBulletin(r.Notice))
	for {
		if err := t.again(ctx, err); err != nil {
			return err
		}
		var at int64
		if at, err = r.stands(ctx, b); err != nil {
			continue
		}
		if at != b.From {
			// Stored after all, or by another worker: read on from there.
			t.over()
			r.start(ctx, b.Partition, at)
			return nil
		}
		b.Continues = r.known[b.Partition]
		if err = r.store(ctx, b); err == nil {
			t.over()
			return nil
		}
	}
}

// stands gives where the database stands in the partition of a batch that
// could not be stored. One that it was to go on with and knows no more begins
// again at its first offset: another sink was told to read the topic from there.
func (r *feedRun) stands(ctx context.Context, b store.Batch) (int64, error) {
	offsets, err := r.Store.Offsets(ctx, b.Topic)
	if err != nil {
		return 0, err
	}
	at, known := offsets[b.Partition]
	r.known[b.Partition] = known
	if known {
		return at.Next, nil
	}
	if !b.Continues {
		return b.From, nil
	}
	have, err := r.Reader.Offsets(ctx, []int{b.Partition})
	if err != nil {
		r.known[b.Partition] = b.Continues // asked again
		return 0, err
	}
	return have[b.Partition].First, nil
}

// store stores a batch. One that is under way is given the time to finish when
// ctx is done.
func (r *feedRun) store(ctx context.Context, b store.Batch) error {
	within, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() {
		if pause(within, stopGrace) == nil {
			cancel()
		}
	})
	defer stop()
	dead, err := r.Store.Apply(within, b)
	if err == nil {
		r.next[b.Partition], r.known[b.Partition] = b.Next, true
		r.Applied(b, dead)
	}
	return err
}
