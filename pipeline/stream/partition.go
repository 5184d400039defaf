package stream

import (
	"context"

	"readout/pipeline/store"
)

// applyMessages bounds a transaction of the database.
const applyMessages = 1000

// partitionReader reads one partition ahead of the database by one fetch.
type partitionReader struct {
	partition int
	cancel    context.CancelFunc
}

func (p *partitionReader) run(ctx context.Context, from *Reader, t *trouble, next int64, out chan<- fetched) {
	send := func(f fetched) bool {
		f.reader, f.batch.Topic, f.batch.Partition = p, from.log.String(), p.partition
		select {
		case out <- f:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for {
		msgs, after, err := from.Fetch(ctx, p.partition, next)
		switch {
		case isOtherLog(err):
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
