//go:build integration

package stream

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kgo"

	"readout/pipeline/store"
)

// ownBroker is a broker beside the shared one, for tests that end it.
type ownBroker struct {
	t    *testing.T
	dir  string
	addr string
}

func startOwnBroker(t *testing.T) *ownBroker {
	t.Helper()
	env(t, "READOUT_TEST_KAFKA") // what the shared one fetched is used here too
	b := &ownBroker{t: t, dir: t.TempDir() + "/run"}
	t.Cleanup(func() { b.script("stop") })
	for _, line := range strings.Split(b.script("start"), "\n") {
		if v, ok := strings.CutPrefix(line, "export READOUT_TEST_KAFKA="); ok {
			b.addr = v
		}
	}
	return b
}

func (b *ownBroker) script(what string) string {
	b.t.Helper()
	cmd := exec.Command("../../.ci/kafka.sh", what)
	cmd.Env = append(os.Environ(), "READOUT_KAFKA_RUN="+b.dir)
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		_ = errors.As(err, &exit)
		b.t.Fatalf("kafka.sh %s: %v: %s", what, err, exit.Stderr)
	}
	return string(out)
}

// restartKeys is how many keys the messages of restartMessage have.
const restartKeys = 2000

// restartMessage is the n-th message of a run.
func restartMessage(n int) Message {
	return Message{Topic: Pages, Key: fmt.Appendf(nil, "k%d", n%restartKeys), Value: fmt.Appendf(nil, "%d %s", n, strings.Repeat("x", n%500))}
}

// writeUntil writes messages from the first on until stop is closed, and tells
// how many.
func writeUntil(ctx context.Context, p *Producer, stop <-chan struct{}) (n int, err error) {
	for {
		select {
		case <-stop:
			return n, nil
		default:
		}
		msgs := make([]Message, 200)
		for i := range msgs {
			msgs[i] = restartMessage(n)
			n++
		}
		if err := p.Write(ctx, msgs...); err != nil {
			return n, err
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// likeReplay waits until the store of a feed that follows has all that a replay
// from the start gives, which is want, and compares the two.
func likeReplay(t *testing.T, c *Cluster, m *memory, want []Message, ended <-chan error) {
	t.Helper()
	replay := newMemory()
	if err := (&Feed{Reader: c.Reader(Pages), Store: replay, Once: true}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	replay.holds(t, want)
	eventually(t, func() bool {
		select {
		case err := <-ended:
			t.Fatalf("the feed ended: %v", err)
		default:
		}
		m.mu.Lock()
		defer m.mu.Unlock()
		return fmt.Sprint(m.next) == fmt.Sprint(replay.next)
	})
	m.holds(t, want)
	if m.applied != replay.applied {
		t.Errorf("%d messages applied while following, %d in the replay", m.applied, replay.applied)
	}
}

// TestIntegrationKafkaRestarts: the broker is restarted, then killed and started, while a
// producer writes and a feed reads. Every message is there, each key has its
// last value, and the feed's store is what a replay from the start gives.
func TestIntegrationKafkaRestarts(t *testing.T) {
	b := startOwnBroker(t)
	c := connect(t, "kafka://"+b.addr, "")
	if _, err := c.CreateTopics(context.Background(), 3, Pages); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	notice := func(s string) {
		mu.Lock()
		defer mu.Unlock()
		t.Logf("%s: %s", time.Now().Format(time.TimeOnly), s)
	}
	m := newMemory()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		err := (&Feed{Reader: c.Reader(Pages), Store: m, Notice: notice}).Run(ctx)
		t.Log(time.Now().Format(time.TimeOnly), "the feed ended:", err)
		ended <- err
	}()

	stop := make(chan struct{})
	wrote := make(chan int, 1)
	go func() {
		// A loaded machine takes a minute to restart a broker.
		p := c.Producer(ProducerOptions{Notice: notice, Patience: 3 * time.Minute})
		n, err := writeUntil(ctx, p, stop)
		if err != nil {
			t.Errorf("after %d messages: %v", n, err)
			n = 0
		}
		wrote <- n
	}()
	time.Sleep(time.Second)
	for _, what := range []string{"restart", "kill", "start"} {
		b.script(what)
		t.Logf("%s: kafka.sh %s returned", time.Now().Format(time.TimeOnly), what)
		if what != "kill" {
			time.Sleep(4 * time.Second)
		}
	}
	close(stop)
	n := <-wrote
	if n == 0 {
		t.Fatal("nothing to compare")
	}
	t.Logf("%d messages written", n)
	var want []Message
	for k := range min(n, restartKeys) {
		want = append(want, restartMessage((n-1-k)/restartKeys*restartKeys+k))
	}
	likeReplay(t, c, m, want, ended)
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	b.script("kill")
	brokerGone(t, b, c)
}

// brokerGone: both sides tell within ten seconds that the broker is gone, and
// every message is reported.
func brokerGone(t *testing.T, b *ownBroker, c *Cluster) {
	t.Helper()
	msgs := numbered(100, 100)
	told := make(chan string, 100)
	p := c.Producer(ProducerOptions{Patience: 8 * time.Second, Notice: func(s string) { told <- s }})
	start := time.Now()
	err := p.Write(context.Background(), msgs...)
	var failed *WriteError
	if !errors.As(err, &failed) || len(failed.Failed) != 100 || time.Since(start) > 10*time.Second || !strings.Contains(err.Error(), b.addr) {
		t.Errorf("Write = %v after %s", err, time.Since(start))
	}
	t.Log(err)
	select {
	case s := <-told:
		t.Log(s)
	default:
		t.Error("no notice")
	}
	start = time.Now()
	err = (&Feed{Reader: c.Reader(Pages), Store: newMemory(), Once: true}).Run(context.Background())
	if err == nil || time.Since(start) > 10*time.Second || !strings.Contains(err.Error(), "connection refused") {
		t.Errorf("Run = %v after %s", err, time.Since(start))
	}
}

// TestIntegrationKafkaCompacted: what compaction leaves is read from any offset to the end.
func TestIntegrationKafkaCompacted(t *testing.T) {
	c, addr := realTopics(t, 1)
	topic := c.url.Name(Pages)
	for key, value := range map[string]string{"segment.bytes": "1048576", "min.cleanable.dirty.ratio": "0.01", "max.compaction.lag.ms": "100", "delete.retention.ms": "0", "segment.ms": "200"} {
		setLimit(t, addr, topic, key, value)
	}
	end := int64(0)
	for i := range 40 {
		var records []*kgo.Record
		for j := range 10 { // the tail of each batch is superseded by the next batch's
			key := fmt.Sprintf("tail-%d", j)
			if j < 2 {
				key = fmt.Sprintf("head-%d-%d", i, j)
			}
			records = append(records, &kgo.Record{Topic: topic, Key: []byte(key), Value: []byte(fmt.Sprint(i))})
		}
		produceWith(t, addr, records)
		end += 10
	}
	time.Sleep(300 * time.Millisecond)
	produceWith(t, addr, []*kgo.Record{{Topic: topic, Key: []byte("last"), Value: []byte("1")}}) // rolls the segment
	end++
	r := c.Reader(Pages)
	deadline := time.Now().Add(40 * time.Second)
	var got []store.Message
	for got = drain(t, r, 0, end); len(got) > 89; got = drain(t, r, 0, end) { // one a key
		if time.Now().After(deadline) {
			t.Fatalf("the broker did not compact: %d records", len(got))
		}
		time.Sleep(500 * time.Millisecond)
	}
	t.Logf("%d of %d records are left", len(got), end)
	last := map[string]string{}
	for _, m := range got {
		last[string(m.Key)] = string(m.Value)
	}
	if len(last) != 89 || last["tail-5"] != "39" || last["head-3-1"] != "3" {
		t.Errorf("%d keys, tail-5 of batch %s", len(last), last["tail-5"])
	}
	for from := int64(0); from < end; from++ {
		n := 0
		for _, m := range got {
			if m.Offset >= from {
				n++
			}
		}
		if m := drain(t, r, from, end); len(m) != n {
			t.Fatalf("from %d: %d messages, want %d", from, len(m), n)
		}
	}
}

func TestIntegrationKafkaTransactions(t *testing.T) {
	c, addr := realTopics(t, 1)
	topic := c.url.Name(Pages)
	transaction(t, addr, topic, kgo.TryCommit, "a", "b")
	transaction(t, addr, topic, kgo.TryAbort, "gone-1", "gone-2")
	produceWith(t, addr, []*kgo.Record{{Topic: topic, Key: []byte("c"), Value: nil}, {Topic: topic, Key: []byte("d"), Value: []byte{}}})
	transaction(t, addr, topic, kgo.TryAbort, "gone-3")
	r := c.Reader(Pages)
	var got []string
	for _, m := range drain(t, r, 0, endOf(t, r)) {
		got = append(got, fmt.Sprintf("%s %v", m.Key, m.Tombstone))
	}
	if s := strings.Join(got, ", "); s != "a false, b false, c true, d false" {
		t.Errorf("messages: %s", s)
	}
}

// TestIntegrationKafkaLost: retention, and a topic created again with fewer records.
func TestIntegrationKafkaLost(t *testing.T) {
	c, addr := realTopics(t, 1)
	topic := c.url.Name(Pages)
	write(t, c, numbered(100, 100))
	m := newMemory()
	feed := Feed{Reader: c.Reader(Pages), Store: m, Once: true}
	if err := feed.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	write(t, c, numbered(100, 100))
	setLimit(t, addr, topic, "cleanup.policy", "compact,delete") // records of a compacted topic cannot be deleted
	var offsets kadm.Offsets
	offsets.Add(kadm.Offset{Topic: topic, Partition: 0, At: 150})
	if _, err := admin(t, addr).DeleteRecords(context.Background(), offsets); err != nil {
		t.Fatal(err)
	}
	err := feed.Run(context.Background())
	var lost *LostError
	if !errors.As(err, &lost) || lost.From != 100 || lost.First != 150 || !strings.Contains(err.Error(), "offsets 100 to 149 are lost") {
		t.Errorf("Run = %v, want 100 to 149 lost", err)
	}
	t.Log(err)
	again := newMemory() // told to, it reads what is left
	again.next[0] = 100
	if err := (&Feed{Reader: c.Reader(Pages), Store: again, Once: true, Restart: true}).Run(t.Context()); err != nil || again.applied != 50 || again.next[0] != 200 {
		t.Errorf("with Restart: %v, %d messages, at %d; want the 50 that are left", err, again.applied, again.next[0])
	}
	m.next[0] = 200
	if _, err := admin(t, addr).DeleteTopics(context.Background(), topic); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	if _, err := c.CreateTopics(context.Background(), 1, Pages); err != nil {
		t.Fatal(err)
	}
	err = feed.Run(context.Background())
	if !errors.As(err, &lost) || lost.From != 200 || !strings.Contains(err.Error(), "deleted and created again") {
		t.Errorf("Run = %v, want that the topic was created again", err)
	}
	t.Log(err)
}

func TestIntegrationKafkaPartitionsAdded(t *testing.T) {
	c, addr := realTopics(t, 1)
	m := newMemory()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- (&Feed{Reader: c.Reader(Pages), Store: m}).Run(ctx) }()
	msgs := numbered(300, 50)
	write(t, c, msgs[:100])
	if err := addPartitions(addr, c.url.Name(Pages), 3); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	write(t, connect(t, c.url.String(), ""), msgs[100:])
	eventually(t, func() bool { return m.count() == 300 })
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Run = %v after it was stopped", err)
	}
	if len(m.next) != 3 {
		t.Errorf("offsets of %d partitions, want 3", len(m.next))
	}
}
