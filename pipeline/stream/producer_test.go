package stream

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

func TestProducerWrites(t *testing.T) {
	b := testBroker(t, 5)
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
	msgs := numbered(2000, 300)
	msgs[7].Value = nil      // a tombstone
	msgs[8].Value = []byte{} // an empty value
	msgs[9].Headers = append(msgs[9].Headers, header("a", "1"), header("a", ""))
	if err := p.Write(context.Background(), msgs...); err != nil {
		t.Fatal(err)
	}
	got := map[string]*kgo.Record{}
	hasher := kgo.StickyKeyPartitioner(nil).ForTopic("") // franz-go's own port of Java's partitioner
	for _, r := range readAll(t, b.Addr(), "readout.pages", len(msgs)) {
		got[string(r.Key)] = r
		if want := hasher.Partition(r, 5); int(r.Partition) != want {
			t.Fatalf("key %s is in partition %d, Java's partitioner says %d", r.Key, r.Partition, want)
		}
	}
	for i, m := range msgs {
		r := got[string(m.Key)]
		if r == nil {
			t.Fatalf("message %d is not there", i)
		}
		if (m.Value == nil) != (r.Value == nil) || string(m.Value) != string(r.Value) {
			t.Fatalf("message %d: value %q, want %q", i, r.Value, m.Value)
		}
	}
	if diff := cmp.Diff([]kgo.RecordHeader{{Key: "a", Value: []byte("1")}, {Key: "a", Value: []byte{}}}, got["page-9"].Headers); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
}

// TestPartition holds partitions to those of Java's client; the hashes are of
// its own test (UtilsTest.testMurmur2).
func TestPartition(t *testing.T) {
	p := (&Cluster{}).Producer(ProducerOptions{})
	for key, hash := range map[string]int32{
		"21": -973932308, "foobar": -790332482, "a-little-bit-long-string": -985981536,
		"a-little-bit-longer-string": -1486304829, "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8": -58897971,
		"abc": 479470107,
	} {
		for _, n := range []int{1, 3, 7, 100} {
			if got, want := p.partition([]byte(key), n), int(hash&0x7fffffff)%n; got != want {
				t.Errorf("partition(%q, %d) = %d, want %d", key, n, got, want)
			}
		}
	}
}

// TestProducerKeepsOrder: a later message of a key is never overtaken by an
// earlier one that had to be sent again.
func TestProducerKeepsOrder(t *testing.T) {
	b := testBroker(t, 1)
	b.cluster.Fault(kfake.Fault{Keys: []kmsg.Key{kmsg.Produce}, Err: kerr.NotEnoughReplicas, Count: 3})
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
	var msgs []Message
	for i := range 3 * batchMessages {
		msgs = append(msgs, Message{Topic: Pages, Key: []byte("k"), Value: fmt.Append(nil, i)})
	}
	if err := p.Write(context.Background(), msgs...); err != nil {
		t.Fatal(err)
	}
	for i, r := range readAll(t, b.Addr(), "readout.pages", len(msgs)) {
		if string(r.Value) != fmt.Sprint(i) {
			t.Fatalf("message %d is %s", i, r.Value)
		}
	}
}

func TestProducerRetries(t *testing.T) {
	for _, test := range []struct {
		name  string
		fault kfake.Fault
		twice bool // the broker appends although it answers with an error
	}{
		{name: "leader moved", fault: kfake.Fault{Err: kerr.NotLeaderForPartition, Count: 2}},
		{name: "too few replicas", fault: kfake.Fault{Err: kerr.NotEnoughReplicas}},
		{name: "answer late", fault: kfake.Fault{Err: kerr.RequestTimedOut}, twice: true},
		{name: "one partition only", fault: kfake.Fault{Err: kerr.KafkaStorageError, Partitions: []int32{1}}},
		{name: "corrupt on the way", fault: kfake.Fault{Err: kerr.CorruptMessage}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := testBroker(t, 3)
			test.fault.Keys = []kmsg.Key{kmsg.Produce}
			faults := b.cluster.Fault(test.fault)
			p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
			msgs := numbered(30, 50)
			if err := p.Write(context.Background(), msgs...); err != nil {
				t.Fatal(err)
			}
			if faults.Hits() == 0 {
				t.Fatal("the fault met nothing")
			}
			checkAll(t, b, msgs, test.twice)
		})
	}
}

// TestLeaderMoves: neither side's caller sees an error.
func TestLeaderMoves(t *testing.T) {
	cluster := fakeCluster(t, kfake.NumBrokers(2), kfake.SeedTopics(1, "readout.pages"))
	b := &Broker{cluster: cluster, addr: cluster.ListenAddrs()[0]}
	c := connect(t, "kafka://"+b.Addr(), "")
	m := newMemory()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- (&Feed{Reader: c.Reader(Pages), Store: m}).Run(ctx) }()
	msgs := numbered(20, 50)
	write(t, c, msgs[:10])
	eventually(t, func() bool { return m.count() == 10 })
	if err := cluster.MoveTopicPartition("readout.pages", 0, 1-cluster.LeaderFor("readout.pages", 0)); err != nil {
		t.Fatal(err)
	}
	write(t, c, msgs[10:])
	eventually(t, func() bool { return m.count() == 20 })
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	checkAll(t, b, msgs, false)
}

// checkAll: every message is there, with its own bytes, once or at least once.
func checkAll(t *testing.T, b *Broker, msgs []Message, twice bool) {
	t.Helper()
	values := map[string]string{}
	records := readAll(t, b.Addr(), "readout.pages", len(msgs))
	for _, r := range records {
		values[string(r.Key)] = string(r.Value)
	}
	for _, m := range msgs {
		if values[string(m.Key)] != string(m.Value) {
			t.Errorf("%s has value %q, want %q", m.Key, values[string(m.Key)], m.Value)
		}
	}
	if !twice && len(records) != len(msgs) {
		t.Errorf("%d records of %d messages", len(records), len(msgs))
	}
}

// TestProducerLostAnswer: the broker appends and the connection breaks.
func TestProducerLostAnswer(t *testing.T) {
	b, cutter := cuttingBroker(t, int16(kmsg.Produce), 1)
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
	msgs := numbered(10, 50)
	if err := p.Write(context.Background(), msgs...); err != nil {
		t.Fatal(err)
	}
	if n := cutter.cuts.Load(); n != 1 {
		t.Fatalf("%d answers were cut, want 1", n)
	}
	checkAll(t, b, msgs, true)
	if n := len(readAll(t, b.Addr(), "readout.pages", 2*len(msgs))); n != 2*len(msgs) {
		t.Errorf("%d records: the broker appended nothing before the cut", n)
	}
}

func TestProducerTooLarge(t *testing.T) {
	b := testBroker(t, 1)
	if err := b.cluster.DeleteTopic("readout.pages"); err != nil {
		t.Fatal(err)
	}
	if err := b.cluster.CreateTopic("readout.pages", 1, map[string]string{"max.message.bytes": "2000"}); err != nil {
		t.Fatal(err)
	}
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
	msgs := numbered(40, 300)
	big := numbered(1, 50_000)[0].Value
	msgs[3].Value, msgs[17].Value, msgs[39].Value = big, big, big
	err := p.Write(context.Background(), msgs...)
	var failed *WriteError
	if !errors.As(err, &failed) {
		t.Fatalf("Write = %v, want a *WriteError", err)
	}
	var indexes []int
	for _, f := range failed.Failed {
		indexes = append(indexes, f.Index)
		var e *TooLargeError
		if !errors.As(f.Err, &e) {
			t.Fatalf("message %d: %v, want a *TooLargeError", f.Index, f.Err)
		}
		if e.Limit != 2000 || e.Size < 50_000 || e.Key != string(msgs[f.Index].Key) || e.Topic != "readout.pages" {
			t.Errorf("message %d: %+v", f.Index, e)
		}
	}
	if diff := cmp.Diff([]int{3, 17, 39}, indexes); diff != "" {
		t.Errorf("failed messages (-want +got):\n%s", diff)
	}
	var rest []Message
	for i, m := range msgs {
		if i != 3 && i != 17 && i != 39 {
			rest = append(rest, m)
		}
	}
	checkAll(t, b, rest, false)
}

func TestProducerRecordRefused(t *testing.T) {
	b := testBroker(t, 1)
	b.cluster.ControlKey(int16(kmsg.Produce), func(r kmsg.Request) (kmsg.Response, error, bool) {
		req := r.(*kmsg.ProduceRequest)
		resp := req.ResponseKind().(*kmsg.ProduceResponse)
		resp.Topics = []kmsg.ProduceResponseTopic{{Topic: req.Topics[0].Topic, Partitions: []kmsg.ProduceResponseTopicPartition{{
			ErrorCode:    kerr.InvalidRecord.Code,
			ErrorRecords: []kmsg.ProduceResponseTopicPartitionErrorRecord{{RelativeOffset: 2, ErrorMessage: kmsg.StringPtr("no key")}},
		}}}}
		return resp, nil, true
	})
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
	msgs := numbered(5, 50)
	err := p.Write(context.Background(), msgs...)
	var failed *WriteError
	if !errors.As(err, &failed) || len(failed.Failed) != 1 || failed.Failed[0].Index != 2 || !strings.Contains(err.Error(), "no key") {
		t.Fatalf("Write = %v, want a failure of message 2 alone", err)
	}
	checkAll(t, b, append(msgs[:2:2], msgs[3:]...), false)
}

// TestProducerGivesUp: bounded in time, tells what and where, and reports
// every message.
func TestProducerGivesUp(t *testing.T) {
	b := testBroker(t, 2)
	var mu sync.Mutex
	var told []string
	c := connect(t, "kafka://"+b.Addr(), "")
	p := c.Producer(ProducerOptions{Patience: 2500 * time.Millisecond, Notice: func(s string) {
		mu.Lock()
		defer mu.Unlock()
		told = append(told, s)
	}})
	if err := p.Write(context.Background(), numbered(2, 50)...); err != nil {
		t.Fatal(err)
	}
	b.Close()
	err := p.Write(context.Background(), numbered(1200, 50)...)
	var failed *WriteError
	if !errors.As(err, &failed) || len(failed.Failed) != 1200 {
		t.Fatalf("Write = %v, want all of 1200 messages reported", err)
	}
	if s := err.Error(); !strings.Contains(s, b.Addr()) || !strings.Contains(s, "readout.pages") || !strings.Contains(s, "refused") {
		t.Errorf("the error does not tell what and where: %s", s)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(told) == 0 || !strings.Contains(told[0], "trying on") {
		t.Errorf("notices: %q", told)
	}
}

func TestProducerStops(t *testing.T) {
	b := testBroker(t, 1)
	b.cluster.Fault(kfake.Fault{Keys: []kmsg.Key{kmsg.Produce}, Err: kerr.NotEnoughReplicas, Count: -1})
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{})
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	err := p.Write(ctx, numbered(3, 50)...)
	var failed *WriteError
	if !errors.As(err, &failed) || len(failed.Failed) != 3 || !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("Write = %v, want three messages not acknowledged", err)
	}
}

func TestProducerForbidden(t *testing.T) {
	b := testBroker(t, 1)
	b.cluster.Fault(kfake.Fault{Keys: []kmsg.Key{kmsg.Produce}, Err: kerr.TopicAuthorizationFailed, Count: -1})
	p := connect(t, "kafka://"+b.Addr(), "").Producer(ProducerOptions{Notice: func(s string) { t.Errorf("told %q: a refusal is not tried again", s) }})
	err := p.Write(context.Background(), numbered(3, 50)...)
	if err == nil || strings.Contains(err.Error(), "given up") || !strings.Contains(err.Error(), "authoriz") {
		t.Fatalf("Write = %v, want a refusal at once", err)
	}
}

func BenchmarkProducer(b *testing.B) {
	broker := testBroker(b, 3)
	p := connect(b, "kafka://"+broker.Addr(), "").Producer(ProducerOptions{})
	msgs := numbered(20_000, 2000)
	b.SetBytes(int64(len(msgs) * 2000))
	for b.Loop() {
		if err := p.Write(context.Background(), msgs...); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(msgs))*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}
