package stream

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kversion"

	"readout/pipeline/store"
)

// archive is a store that keeps the offsets of several logs, as a database does.
type archive struct {
	mu   sync.Mutex
	logs map[string]*memory
}

func newArchive() *archive { return &archive{logs: map[string]*memory{}} }

func (a *archive) log(topic string) *memory {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.logs[topic] == nil {
		a.logs[topic] = newMemory()
	}
	return a.logs[topic]
}

func (a *archive) Topics(context.Context) ([]string, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var out []string
	for t, m := range a.logs {
		if len(m.next) > 0 {
			out = append(out, t)
		}
	}
	slices.Sort(out)
	return out, nil
}

func (a *archive) Offsets(ctx context.Context, topic string) (map[int]store.Position, error) {
	return a.log(topic).Offsets(ctx, topic)
}

func (a *archive) Forget(ctx context.Context, topic string) error {
	return a.log(topic).Forget(ctx, topic)
}

func (a *archive) Apply(ctx context.Context, b store.Batch) ([]store.DeadLetter, error) {
	return a.log(b.Topic).Apply(ctx, b)
}

// rows counts the messages by key over all logs.
func (a *archive) rows() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	keys := map[string]bool{}
	for _, m := range a.logs {
		m.mu.Lock()
		for k := range m.rows {
			keys[k] = true
		}
		m.mu.Unlock()
	}
	return len(keys)
}

// recreate deletes a topic and makes it again.
func recreate(t *testing.T, c *kfake.Cluster, topic string, partitions int32) {
	t.Helper()
	if err := c.DeleteTopic(topic); err != nil {
		t.Fatal(err)
	}
	if err := c.CreateTopic(topic, partitions, nil); err != nil {
		t.Fatal(err)
	}
}

// versions are brokers with topic ids in fetches, with ids, without.
var versions = []struct {
	name string
	max  *kversion.Versions
	log  string // how the log's name is made
}{
	{"of today", nil, "readout.pages@C/"},
	{"3.0", kversion.V3_0_0(), "readout.pages@C/"},
	{"2.4", kversion.V2_4_0(), "readout.pages@C"},
}

func versioned(t *testing.T, v *kversion.Versions) (*kfake.Cluster, *Cluster) {
	t.Helper()
	opts := []kfake.Opt{kfake.NumBrokers(1), kfake.ClusterID("C"), kfake.SeedTopics(1, "readout.pages", "readout.meetings")}
	if v != nil {
		opts = append(opts, kfake.MaxVersions(v))
	}
	fake := fakeCluster(t, opts...)
	return fake, connect(t, "kafka://"+fake.ListenAddrs()[0], "")
}

func logOf(t *testing.T, c *Cluster, topic Topic) string {
	t.Helper()
	log, err := c.Reader(topic).Log(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return log.String()
}

func TestLog(t *testing.T) {
	for _, v := range versions {
		t.Run(v.name, func(t *testing.T) {
			fake, c := versioned(t, v.max)
			log := logOf(t, c, Pages)
			if !strings.HasPrefix(log, v.log) || strings.HasSuffix(v.log, "/") != (len(log) == len(v.log)+32) {
				t.Errorf("log %q, want %q and an id only where there is one", log, v.log)
			}
			if same := logOf(t, c, Pages); same != log {
				t.Errorf("two answers for one topic: %q and %q", log, same)
			}
			if other := logOf(t, c, Meetings); other == log {
				t.Errorf("two topics have the log %q", log)
			}
			recreate(t, fake, "readout.pages", 1)
			if again := logOf(t, c, Pages); (again != log) != strings.Contains(log, "/") {
				t.Errorf("created again: %q, before %q", again, log)
			}
			if _, err := c.Reader(Rejects).Log(t.Context()); !isMissing(err) {
				t.Errorf("a topic that is not there: %v", err)
			}
		})
	}
	// Each start of the try-out broker is a cluster of its own.
	a, b := testBroker(t, 1), testBroker(t, 1)
	if x, y := logOf(t, connect(t, "kafka://"+a.Addr(), ""), Pages), logOf(t, connect(t, "kafka://"+b.Addr(), ""), Pages); x == y ||
		strings.Split(x, "/")[0] == strings.Split(y, "/")[0] {
		t.Errorf("two brokers have the logs %q and %q", x, y)
	}
}

func TestIsLogOf(t *testing.T) {
	for _, test := range []struct {
		name string
		want bool
	}{{"a.pages", true}, {"a.pages@X", true}, {"a.pages@X/1f", true}, {"a.pages2@X", false}, {"b.pages@X", false}} {
		if isLogOf(test.name, "a.pages") != test.want {
			t.Errorf("isLogOf(%q, a.pages) = %v", test.name, !test.want)
		}
	}
}

// TestFeedRecreated: a topic that was created again and is longer than the
// offset that the database has of the old one loses nothing: where it has an
// id it is read from its first offset, else the feed stops and says so, and
// Restart reads it.
func TestFeedRecreated(t *testing.T) {
	for _, v := range versions {
		t.Run(v.name, func(t *testing.T) {
			fake, c := versioned(t, v.max)
			msgs := numbered(300, 50)
			write(t, c, msgs[:100])
			a := newArchive()
			var notices []string
			feed := Feed{Reader: c.Reader(Pages), Store: a, Once: true, Notice: func(s string) { notices = append(notices, s) }}
			for range 2 {
				if err := feed.Run(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			recreate(t, fake, "readout.pages", 1)
			write(t, c, msgs[100:])
			err := feed.Run(t.Context())
			if strings.HasSuffix(v.log, "/") {
				if err != nil || a.rows() != 300 || len(notices) != 1 || !strings.Contains(notices[0], "created again") {
					t.Errorf("Run = %v, %d rows, notices %q; want 300 rows and a notice", err, a.rows(), notices)
				}
				return
			}
			var forked *ForkedError
			if !errors.As(err, &forked) || forked.Was.Offset != 99 || !strings.Contains(err.Error(), "offset 99") || a.rows() != 100 {
				t.Fatalf("Run = %v, %d rows; want that the message at offset 99 is another one", err, a.rows())
			}
			feed.Restart = true
			if err := feed.Run(t.Context()); err != nil || a.rows() != 300 {
				t.Fatalf("with Restart: %v, %d rows, want 300", err, a.rows())
			}
			feed.Restart = false
			if err := feed.Run(t.Context()); err != nil {
				t.Errorf("after Restart: %v", err)
			}
		})
	}
}

// TestFeedRecreatedMeanwhile: the same while a feed runs. A broker without
// topic ids cannot tell.
func TestFeedRecreatedMeanwhile(t *testing.T) {
	for _, v := range versions[:2] {
		t.Run(v.name, func(t *testing.T) {
			fake, c := versioned(t, v.max)
			msgs := numbered(300, 50)
			write(t, c, msgs[:100])
			a := newArchive()
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan error, 1)
			go func() { ended <- (&Feed{Reader: c.Reader(Pages), Store: a}).Run(ctx) }()
			eventually(t, func() bool { return a.rows() == 100 })
			recreate(t, fake, "readout.pages", 1)
			write(t, c, msgs[100:])
			eventually(t, func() bool { return a.rows() == 300 })
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		})
	}
}

// TestFeedForked: the log kept its id, and yet has another message where the
// database has read one. Where the message is gone, nothing is said.
func TestFeedForked(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	msgs := numbered(50, 50)
	write(t, c, msgs)
	records := readAll(t, b.Addr(), "readout.pages", 50)
	mark := func(i int) *store.Mark {
		r := records[i]
		return (&store.Message{Key: r.Key, Value: r.Value, Offset: r.Offset, Time: r.Timestamp}).Mark()
	}
	later, other, ended, deleted := mark(29), mark(29), mark(29), mark(3)
	later.Time = later.Time.Add(time.Millisecond)
	other.SHA256[0]++
	ended.Offset = 50
	deleted.SHA256[0]++
	if err := b.cluster.DeleteRecords("readout.pages", 0, 10); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		last *store.Mark
		want string
	}{
		{"same", mark(29), ""},
		{"none", nil, ""},
		{"another time", later, "partition 0: the message at offset 29 is not the one"},
		{"another value", other, "this one has another value"},
		{"past the end", ended, ""},
		{"deleted", deleted, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := newMemory()
			m.next[0], m.last[0] = 30, test.last
			err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(t.Context())
			if test.want == "" {
				if err != nil || m.applied != 20 {
					t.Errorf("Run = %v, %d messages", err, m.applied)
				}
			} else if err == nil || !strings.Contains(err.Error(), test.want) || m.applied != 0 {
				t.Errorf("Run = %v, %d messages, want %q and none", err, m.applied, test.want)
			}
		})
	}
}

// TestFeedForkedHole: where the message is gone amid the log nothing can be
// told. What was compacted away leaves a hole, as what was aborted does.
func TestFeedForkedHole(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	writer, err := kgo.NewClient(kgo.SeedBrokers(b.Addr()), kgo.TransactionalID("x"), kgo.DefaultProduceTopic("readout.pages"))
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	for _, end := range []kgo.TransactionEndTry{kgo.TryAbort, kgo.TryCommit} {
		if err := writer.BeginTransaction(); err != nil {
			t.Fatal(err)
		}
		if err := writer.ProduceSync(t.Context(), kgo.KeyStringRecord("k", fmt.Sprint(end))).FirstErr(); err != nil {
			t.Fatal(err)
		}
		if err := writer.EndTransaction(t.Context(), end); err != nil {
			t.Fatal(err)
		}
	}
	m := newMemory()
	m.next[0], m.last[0] = 1, &store.Mark{Offset: 0}
	if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(t.Context()); err != nil || m.applied != 1 {
		t.Errorf("a hole: %v, %d messages, want 1", err, m.applied)
	}
}

// TestFeedRestart: what the topic lost is lost, and the rest is read.
func TestFeedRestart(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	write(t, c, numbered(100, 50))
	if err := b.cluster.DeleteRecords("readout.pages", 0, 20); err != nil {
		t.Fatal(err)
	}
	for _, next := range []int64{5, 60, 1000} { // lost, good, past the end
		m := newMemory()
		m.next[0] = next
		if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true, Restart: true}).Run(t.Context()); err != nil || m.applied != 80 {
			t.Errorf("from %d: %v, %d messages, want 80", next, err, m.applied)
		}
	}
}
