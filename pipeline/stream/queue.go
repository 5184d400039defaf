package stream

import (
	"context"
	"errors"
	"fmt"

	"github.com/segmentio/kafka-go"
)

// partition names a partition of a topic by its full name.
type partition struct {
	topic string
	n     int
}

func (p partition) String() string { return fmt.Sprintf("%s[%d]", p.topic, p.n) }

// queue is what one call of Write has for one partition. Batches go one after
// another: with two on their way a retry of the first would put an older
// revision of a page after a newer one.
type queue struct {
	producer *Producer
	at       partition
	msgs     []Message
	errs     []error // of msgs; a queue touches those of its own indexes only
	left     []int   // indexes of what is not yet settled, in order
}

// run settles every message of the queue.
func (q *queue) run(ctx context.Context) {
	t := q.producer.trouble(q.at.String())
	for len(q.left) > 0 {
		batch, size := q.next()
		err := q.send(ctx, batch)
		var refused refusedRecords
		switch {
		case err == nil:
			t.over()
			q.left = q.left[len(batch):]
		case errors.Is(err, kafka.MessageSizeTooLarge) && len(batch) > 1:
			q.producer.shrink(q.at.topic, size)
		case errors.Is(err, kafka.MessageSizeTooLarge):
			q.errs[batch[0]] = q.producer.tooLarge(ctx, q.at.topic, &q.msgs[batch[0]])
			q.left = q.left[1:]
		case errors.As(err, &refused):
			q.drop(batch, refused)
		case !retriable(err):
			q.fail(batch, q.sentence(err))
		default:
			if err := t.again(ctx, err); err != nil {
				q.fail(q.left, err) // the next batches would meet the same fault
			}
		}
	}
}

// next gives the indexes of the next batch and its size. A message that is
// larger than a batch goes alone: compressed it may fit all the same, and where it
// does not, its neighbours are not refused with it.
func (q *queue) next() ([]int, int) {
	limit := q.producer.limit(q.at.topic)
	n, size := 0, 0
	for n < len(q.left) && n < batchMessages {
		s := q.msgs[q.left[n]].size()
		if n > 0 && size+s > limit {
			break
		}
		n, size = n+1, size+s
	}
	return q.left[:n], size
}

// refusedRecords are the records of a batch that the broker names as the
// reason for refusing all of it.
type refusedRecords map[int]error

func (r refusedRecords) Error() string { return fmt.Sprintf("%d records refused", len(r)) }

// send makes one attempt.
func (q *queue) send(ctx context.Context, batch []int) error {
	records := make([]kafka.Record, len(batch))
	for i, index := range batch {
		m := &q.msgs[index]
		records[i] = kafka.Record{Key: kafka.NewBytes(m.Key), Value: kafka.NewBytes(m.Value)}
		for _, h := range m.Headers {
			records[i].Headers = append(records[i].Headers, kafka.Header{Key: h.Key, Value: h.Value})
		}
	}
	r, err := q.producer.cluster.client.Produce(ctx, &kafka.ProduceRequest{
		Topic:        q.at.topic,
		Partition:    q.at.n,
		RequiredAcks: kafka.RequireAll,
		Compression:  kafka.Zstd,
		Records:      kafka.NewRecordReader(records...),
	})
	if err == nil {
		err = r.Error
	}
	if err != nil && r != nil && len(r.RecordErrors) > 0 {
		return refusedRecords(r.RecordErrors)
	}
	return err
}

// drop fails the records that the broker named; the others are sent again.
func (q *queue) drop(batch []int, refused refusedRecords) {
	var again []int
	for i, index := range batch {
		if err, ok := refused[i]; ok {
			q.errs[index] = q.sentence(fmt.Errorf("record %s refused: %w", q.msgs[index].Key, err))
		} else {
			again = append(again, index)
		}
	}
	rest := q.left[len(batch):]
	if len(again) == len(batch) { // none of ours was named
		q.fail(batch, q.sentence(refused))
		return
	}
	q.left = append(again, rest...)
}

// fail settles messages with an error.
func (q *queue) fail(batch []int, err error) {
	for _, index := range batch {
		q.errs[index] = err
	}
	q.left = q.left[len(batch):]
}

func (q *queue) sentence(err error) error {
	return fmt.Errorf("kafka %s: topic %s: %w", q.producer.cluster.where(), q.at.topic, plainError(err))
}
