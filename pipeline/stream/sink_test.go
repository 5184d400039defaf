package stream

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kmsg"

	"readout/pipeline/store"
)

// memory is a store that keeps what it is given and can be told to fail.
type memory struct {
	mu      sync.Mutex
	next    map[int]int64
	last    map[int]*store.Mark
	rows    map[string]string
	applied int // messages, repeats included
	fail    []error
	slow    time.Duration
}

func newMemory() *memory {
	return &memory{next: map[int]int64{}, last: map[int]*store.Mark{}, rows: map[string]string{}}
}

func (m *memory) Topics(context.Context) ([]string, error) { return nil, nil }

func (m *memory) Forget(context.Context, string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.next)
	clear(m.last)
	return nil
}

func (m *memory) Offsets(context.Context, string) (map[int]store.Position, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[int]store.Position{}
	for p, n := range m.next {
		out[p] = store.Position{Next: n, Last: m.last[p]}
	}
	return out, nil
}

func (m *memory) Apply(ctx context.Context, b store.Batch) ([]store.DeadLetter, error) {
	return nil, m.apply(ctx, b)
}

func (m *memory) apply(ctx context.Context, b store.Batch) error {
	if m.slow > 0 {
		time.Sleep(m.slow)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.fail) > 0 {
		err := m.fail[0]
		m.fail = m.fail[1:]
		if err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if next, ok := m.next[b.Partition]; ok && next != b.From || !ok && b.Continues {
		return fmt.Errorf("offset %d: %w", next, store.ErrFenced)
	}
	if b.Next <= b.From {
		return fmt.Errorf("batch from %d to %d", b.From, b.Next)
	}
	at := b.From
	for _, msg := range b.Messages {
		if msg.Offset < at || msg.Offset >= b.Next {
			return fmt.Errorf("message %d in batch %d to %d", msg.Offset, b.From, b.Next)
		}
		at = msg.Offset + 1
		if msg.Tombstone {
			delete(m.rows, string(msg.Key))
		} else {
			m.rows[string(msg.Key)] = string(msg.Value)
		}
	}
	m.next[b.Partition] = b.Next
	if n := len(b.Messages); n > 0 {
		m.last[b.Partition] = b.Messages[n-1].Mark()
	}
	m.applied += len(b.Messages)
	return nil
}

func (m *memory) count() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.rows)
}

// holds: the store has exactly the messages, by key.
func (m *memory) holds(t *testing.T, msgs []Message) {
	t.Helper()
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.rows) != len(msgs) {
		t.Errorf("%d rows, want %d", len(m.rows), len(msgs))
	}
	for _, msg := range msgs {
		if m.rows[string(msg.Key)] != string(msg.Value) {
			t.Fatalf("%s is %q, want %q", msg.Key, m.rows[string(msg.Key)], msg.Value)
		}
	}
}

// write produces messages, fatal on any failure.
func write(t testing.TB, c *Cluster, msgs []Message) {
	t.Helper()
	if err := c.Producer(ProducerOptions{}).Write(context.Background(), msgs...); err != nil {
		t.Fatal(err)
	}
}

func TestFeedOnce(t *testing.T) {
	b := testBroker(t, 3)
	c := connect(t, "kafka://"+b.Addr(), "")
	msgs := numbered(5000, 100)
	write(t, c, msgs)
	m := newMemory()
	feed := Feed{Reader: c.Reader(Pages), Store: m, Once: true}
	for range 2 { // the second time there is nothing left to do
		if err := feed.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
		m.holds(t, msgs)
		if m.applied != len(msgs) {
			t.Fatalf("%d messages applied, want %d", m.applied, len(msgs))
		}
	}
	more := numbered(5100, 100)
	write(t, c, more[5000:])
	if err := feed.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	m.holds(t, more)
}

func TestFeedEmptyTopic(t *testing.T) {
	b := testBroker(t, 3)
	m := newMemory()
	if err := (&Feed{Reader: connect(t, "kafka://"+b.Addr(), "").Reader(Pages), Store: m, Once: true}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if m.applied != 0 {
		t.Fatalf("%d messages applied", m.applied)
	}
}

// TestFeedFollows: messages and partitions that come while it runs are
// stored, and stopping is no error.
func TestFeedFollows(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	m := newMemory()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- (&Feed{Reader: c.Reader(Pages), Store: m}).Run(ctx) }()
	msgs := numbered(300, 50)
	write(t, c, msgs[:100])
	eventually(t, func() bool { return m.count() == 100 })
	if err := addPartitions(b.Addr(), "readout.pages", 3); err != nil {
		t.Fatal(err)
	}
	other := connect(t, "kafka://"+b.Addr(), "") // a client that knows the new partitions at once
	write(t, other, msgs[100:])
	eventually(t, func() bool { return m.count() == 300 })
	cancel()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	m.holds(t, msgs)
	if len(m.next) != 3 {
		t.Errorf("offsets of %d partitions, want 3", len(m.next))
	}
}

func TestFeedFaultsOfTheStore(t *testing.T) {
	b := testBroker(t, 2)
	c := connect(t, "kafka://"+b.Addr(), "")
	msgs := numbered(2500, 50)
	write(t, c, msgs)
	m := newMemory()
	m.fail = []error{nil, errors.New("database is locked"), nil, errors.New("disk full"), errors.New("disk full")}
	if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	m.holds(t, msgs)
	if m.applied != len(msgs) {
		t.Errorf("%d messages applied, want %d", m.applied, len(msgs))
	}

	m = newMemory()
	for range 1000 {
		m.fail = append(m.fail, errors.New("disk full"))
	}
	err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true, Patience: 300 * time.Millisecond}).Run(context.Background())
	if err == nil || !strings.Contains(err.Error(), "disk full") || !strings.Contains(err.Error(), "offsets 0 to") {
		t.Errorf("Run = %v", err)
	}
}

// TestFeedFenced: another worker stores part of a partition meanwhile.
func TestFeedFenced(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	msgs := numbered(3000, 50)
	write(t, c, msgs)
	m := newMemory()
	r := c.Reader(Pages)
	feed := Feed{Reader: r, Store: m, Once: true}
	stolen := false
	feed.Applied = func(b store.Batch, _ []store.DeadLetter) {
		if stolen {
			return
		}
		stolen = true
		got, next, err := r.Fetch(context.Background(), 0, b.Next)
		if err == nil {
			_, err = m.Apply(context.Background(), store.Batch{Topic: b.Topic, From: b.Next, Next: next, Messages: got})
		}
		if err != nil {
			t.Error(err)
		}
	}
	if err := feed.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	m.holds(t, msgs)
	if m.applied != len(msgs) {
		t.Errorf("%d messages applied, want %d", m.applied, len(msgs))
	}
}

// TestFeedForgotten: another sink is told to read the topic from its first
// offset again while this one goes on. All is read again, by whomever.
func TestFeedForgotten(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	msgs := numbered(3000, 50)
	write(t, c, msgs)
	if err := b.cluster.DeleteRecords("readout.pages", 0, 10); err != nil {
		t.Fatal(err)
	}
	m := newMemory()
	forgotten := false
	feed := Feed{Reader: c.Reader(Pages), Store: m, Once: true, Applied: func(b store.Batch, _ []store.DeadLetter) {
		if b.Next > 1500 && !forgotten {
			forgotten = true
			clear(m.rows)
			_ = m.Forget(context.Background(), "")
		}
	}}
	if err := feed.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	m.holds(t, msgs[10:])
	if m.next[0] != 3000 {
		t.Errorf("the store is at %d", m.next[0])
	}
}

func TestFeedRefuses(t *testing.T) {
	b := testBroker(t, 2)
	c := connect(t, "kafka://"+b.Addr(), "")
	write(t, c, numbered(100, 50))
	if err := b.cluster.DeleteRecords("readout.pages", 1, 20); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		next map[int]int64
		want string
	}{
		{"gap", map[int]int64{0: 0, 1: 5}, "partition 1: offsets 5 to 19 are lost"},
		{"past the end", map[int]int64{0: 1000}, "offset 1000 was to be read next, but the topic ends at"},
		{"fewer partitions", map[int]int64{4: 1}, "has 2 partitions, but the database has read partition 4"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := newMemory()
			m.next = test.next
			err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(context.Background())
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "readout.pages") {
				t.Fatalf("Run = %v, want %q", err, test.want)
			}
		})
	}
	// A database that has read nothing begins where the topic does.
	m := newMemory()
	if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if m.count() != 80 {
		t.Errorf("%d rows, want 80", m.count())
	}
}

func TestFeedFaultsOfKafka(t *testing.T) {
	b := testBroker(t, 2)
	c := connect(t, "kafka://"+b.Addr(), "")
	msgs := numbered(500, 50)
	write(t, c, msgs)
	b.cluster.Fault(
		kfake.Fault{Keys: []kmsg.Key{kmsg.Fetch}, Err: kerr.NotLeaderForPartition, Count: 2},
		kfake.Fault{Keys: []kmsg.Key{kmsg.Fetch}, Err: kerr.UnknownTopicOrPartition},
		kfake.Fault{Keys: []kmsg.Key{kmsg.ListOffsets}, Err: kerr.NotLeaderForPartition, Count: 4},
	)
	m := newMemory()
	if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	m.holds(t, msgs)

	b.Close()
	start := time.Now()
	err := (&Feed{Reader: c.Reader(Pages), Store: newMemory()}).Run(context.Background())
	if err == nil || !strings.Contains(err.Error(), "connection refused") || time.Since(start) > 10*time.Second {
		t.Errorf("Run = %v after %s", err, time.Since(start))
	}
}

// TestFeedStopsInTime: a batch under way is finished, one that takes too long
// is broken off.
func TestFeedStops(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	write(t, c, numbered(10, 50))
	m := newMemory()
	m.slow = 500 * time.Millisecond
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	if err := (&Feed{Reader: c.Reader(Pages), Store: m}).Run(ctx); err != nil {
		t.Fatal(err)
	}
	if m.applied != 10 {
		t.Errorf("%d messages applied, want the batch under way finished", m.applied)
	}
	ctx, cancel = context.WithCancel(context.Background())
	cancel()
	if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Run with Once = %v, want that it was stopped", err)
	}
}

func eventually(t *testing.T, what func() bool) {
	t.Helper()
	for range 1000 {
		if what() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("did not happen within 10 s")
}
