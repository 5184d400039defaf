package stream

import (
	"context"
	"errors"
	"fmt"
	"time"

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

// trouble follows a fault of one partition from its first failure to its end.
type trouble struct {
	producer *Producer
	at       string
	since    time.Time // zero while all is well
	started  time.Time // of the attempt that is under way
	backoff  time.Duration
	told     bool
}

func (p *Producer) trouble(at string) *trouble {
	return &trouble{producer: p, at: at, started: time.Now()}
}

// over says that an attempt succeeded.
func (t *trouble) over() {
	if t.told {
		t.producer.notice(fmt.Sprintf("kafka %s: %s: goes on", t.producer.cluster.where(), t.at))
	}
	*t = trouble{producer: t.producer, at: t.at, started: time.Now()}
}

// again says that an attempt failed and waits until the next one. The error
// is the fault in a sentence, once patience is over or ctx is done.
func (t *trouble) again(ctx context.Context, err error) error {
	if t.since.IsZero() {
		t.since, t.backoff = t.started, minBackoff
	}
	where := t.producer.cluster.where()
	lasts := time.Since(t.since)
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("kafka %s: %s: not acknowledged: %w", where, t.at, ctx.Err())
	case lasts > t.producer.patience:
		return fmt.Errorf("kafka %s: %s: given up after %s: %w", where, t.at, lasts.Round(time.Second), plainError(err))
	case lasts > noticeAfter && !t.told:
		t.told = true
		t.producer.notice(fmt.Sprintf("kafka %s: %s: %v; trying on for %s", where, t.at, plainError(err),
			(t.producer.patience - lasts).Round(time.Second)))
	}
	wait := min(t.backoff, t.producer.patience-lasts+time.Millisecond)
	if lasts < noticeAfter {
		wait = min(wait, noticeAfter-lasts+time.Millisecond)
	}
	t.backoff = min(2*t.backoff, maxBackoff)
	if pause(ctx, wait) != nil {
		return fmt.Errorf("kafka %s: %s: not acknowledged: %w", where, t.at, ctx.Err())
	}
	t.started = time.Now()
	return nil
}
