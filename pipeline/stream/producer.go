package stream

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/segmentio/kafka-go"
)

const (
	// batchMessages and batchBytes bound one produce request. The bytes are
	// counted before compression, so that a batch of small records never
	// exceeds the default limit of a topic (1 MiB with its framing).
	batchMessages = 500
	batchBytes    = 900_000

	// maxRecordBytes is more than any page gives; brokers close the
	// connection without an answer on requests of 100 MB.
	maxRecordBytes = 64 << 20

	// defaultPatience is how long a producer goes on trying while nothing
	// is acknowledged: a broker restarts in it.
	defaultPatience = 30 * time.Second
)

// ProducerOptions are the choices of a producer; the zero value holds for most.
type ProducerOptions struct {
	// Patience is how long a partition is tried without an acknowledgement
	// before its messages count as failed. 0 means 30 s.
	Patience time.Duration

	// Notice is told in a sentence when a fault has lasted two seconds and
	// when it is over, once for all partitions that have it, from any goroutine.
	// nil for nobody.
	Notice func(string)
}

// Producer writes messages and waits for their acknowledgement by all replicas.
// It is safe for concurrent use. It has nothing to close: the cluster holds the
// connections.
//
// Messages of one call that share a key, and so a partition, are appended in
// the order given, whatever is retried. A retry after an answer was lost may
// append messages twice; their bytes are the same.
type Producer struct {
	cluster  *Cluster
	patience time.Duration
	bulletin *bulletin
	balancer kafka.Murmur2Balancer // where Java's clients put a key, too

	mu     sync.Mutex
	limits map[string]int // topic to bytes of a batch, learnt from refusals
}

// Producer makes a producer on the cluster's connections.
func (c *Cluster) Producer(o ProducerOptions) *Producer {
	p := &Producer{cluster: c, patience: o.Patience, bulletin: newBulletin(o.Notice), limits: map[string]int{}}
	if p.patience <= 0 {
		p.patience = defaultPatience
	}
	return p
}

// WriteError tells which messages of a call were not acknowledged; all others
// were. It is never empty.
type WriteError struct {
	Failed []Failure // by index
}

// Failure is one message that was not acknowledged and why: a *TooLargeError,
// a refusal of the broker, or the fault that outlasted the producer's patience. In
// the last case the message may have been appended all the same.
type Failure struct {
	Index int
	Err   error
}

// Error gives the first failure and how many there are.
func (e *WriteError) Error() string {
	first := e.Failed[0].Err.Error()
	if n := len(e.Failed); n > 1 {
		return fmt.Sprintf("%s (%d messages were not written)", first, n)
	}
	return first
}

// Unwrap gives the errors of the messages, in the order of Failed.
func (e *WriteError) Unwrap() []error {
	out := make([]error, len(e.Failed))
	for i, f := range e.Failed {
		out[i] = f.Err
	}
	return out
}

// TooLargeError says that a topic does not take a message of this size.
type TooLargeError struct {
	Topic string // full name
	Key   string
	Size  int // bytes before compression
	Limit int // the topic's max.message.bytes, which counts after compression; 0 where unknown
}

// Error names the topic, the key, the size and, where it is known, the limit.
func (e *TooLargeError) Error() string {
	s := fmt.Sprintf("kafka topic %s refuses record %s as too large: %d bytes", e.Topic, e.Key, e.Size)
	if e.Limit > 0 {
		s += fmt.Sprintf("; the topic's max.message.bytes, after compression, is %d", e.Limit)
	}
	return s
}

// Write writes messages and returns when each is acknowledged or has failed;
// a failure of some is a *WriteError. Give it hundreds at once: a call costs the
// round trip of its slowest partition. It does not change the messages; do not
// change them before it returns.
func (p *Producer) Write(ctx context.Context, msgs ...Message) error {
	errs := make([]error, len(msgs))
	var wg sync.WaitGroup
	for _, q := range p.assign(ctx, msgs, errs) {
		wg.Go(func() { q.run(ctx) })
	}
	wg.Wait()
	var failed []Failure
	for i, err := range errs {
		if err != nil {
			failed = append(failed, Failure{Index: i, Err: err})
		}
	}
	if len(failed) == 0 {
		return nil
	}
	return &WriteError{Failed: failed}
}

// assign puts the messages into a queue a partition. Those that cannot be
// assigned get their error.
func (p *Producer) assign(ctx context.Context, msgs []Message, errs []error) []*queue {
	type count struct {
		n   int
		err error
	}
	counts := map[Topic]count{}
	queues := map[partition]*queue{}
	for i := range msgs {
		m := &msgs[i]
		topic := p.cluster.url.Name(m.Topic)
		if m.size() > maxRecordBytes {
			errs[i] = &TooLargeError{Topic: topic, Key: string(m.Key), Size: m.size()}
			continue
		}
		c, ok := counts[m.Topic]
		if !ok {
			c.n, c.err = p.countPartitions(ctx, topic)
			counts[m.Topic] = c
		}
		if c.err != nil {
			errs[i] = c.err
			continue
		}
		at := partition{topic, p.partition(m.Key, c.n)}
		if queues[at] == nil {
			queues[at] = &queue{producer: p, at: at, msgs: msgs, errs: errs}
		}
		queues[at].left = append(queues[at].left, i)
	}
	out := make([]*queue, 0, len(queues))
	for _, q := range queues {
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b *queue) int {
		return strings.Compare(a.at.String(), b.at.String())
	})
	return out
}

// partition gives the partition of a key as Java's default partitioner does:
// murmur2 of the key, made positive, modulo n. A message without a key goes anywhere.
func (p *Producer) partition(key []byte, n int) int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return p.balancer.Balance(kafka.Message{Key: key}, all...)
}

// countPartitions is patient as a queue is: the first question may meet a
// broker that restarts.
func (p *Producer) countPartitions(ctx context.Context, topic string) (int, error) {
	t := p.trouble(topic)
	for {
		attempt, cancel := context.WithTimeout(ctx, requestTimeout)
		n, err := p.cluster.partitions(attempt, topic)
		cancel()
		if err == nil && n > 0 {
			t.over()
			return n, nil
		}
		if err == nil {
			err = kafka.LeaderNotAvailable
		}
		if err := t.again(ctx, err); err != nil {
			return 0, err
		}
	}
}

// trouble follows the faults of what one call writes to one place.
func (p *Producer) trouble(at string) *trouble {
	return newTrouble(fmt.Sprintf("kafka %s: %s", p.cluster.where(), at), p.patience, p.bulletin)
}

// limit gives how many bytes a batch for a topic may have.
func (p *Producer) limit(topic string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n, ok := p.limits[topic]; ok {
		return n
	}
	return batchBytes
}

// shrink halves what a batch for a topic may have: one of size bytes was refused.
func (p *Producer) shrink(topic string, size int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n, ok := p.limits[topic]; !ok || size/2 < n {
		p.limits[topic] = max(size/2, 1)
	}
}

// tooLarge makes the error of a message that the broker refused by itself.
func (p *Producer) tooLarge(ctx context.Context, topic string, m *Message) error {
	e := &TooLargeError{Topic: topic, Key: string(m.Key), Size: m.size()}
	r, err := p.cluster.client.DescribeConfigs(ctx, &kafka.DescribeConfigsRequest{
		Resources: []kafka.DescribeConfigRequestResource{{
			ResourceType: kafka.ResourceTypeTopic,
			ResourceName: topic,
			ConfigNames:  []string{"max.message.bytes"},
		}},
	})
	if err != nil {
		return e // not everybody may ask; the refusal stands without the number
	}
	for _, res := range r.Resources {
		for _, entry := range res.ConfigEntries {
			if entry.ConfigName == "max.message.bytes" {
				_, _ = fmt.Sscan(entry.ConfigValue, &e.Limit)
			}
		}
	}
	return e
}

// retriable tells the faults that pass: leaders move, brokers restart,
// answers get lost. What a broker refuses for good does not.
func retriable(err error) bool {
	if isOtherLog(err) {
		return false
	}
	var e kafka.Error
	if errors.As(err, &e) {
		switch e {
		case kafka.BrokerNotAvailable, kafka.LeaderNotAvailable, kafka.ReplicaNotAvailable:
			return true
		}
		return e.Temporary() || e.Timeout()
	}
	return !errors.Is(err, context.Canceled)
}
