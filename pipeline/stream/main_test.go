package stream

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"go.uber.org/goleak"
)

// TestMain: whoever starts a goroutine waits for it.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// testBroker starts a broker with the topics of the default prefix.
func testBroker(t testing.TB, partitions int) *Broker {
	t.Helper()
	b, err := StartBroker("127.0.0.1:0", DefaultPrefix, partitions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// connect makes a client of a URL; it is closed with the test.
func connect(t testing.TB, rawURL, password string) *Cluster {
	t.Helper()
	u, err := ParseURL(rawURL)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Connect(u, password)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// fakeCluster starts a kfake cluster of its own options.
func fakeCluster(t testing.TB, opts ...kfake.Opt) *kfake.Cluster {
	t.Helper()
	c, err := kfake.NewCluster(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// readAll reads n records of a topic with another client than ours, sorted by
// partition and offset.
func readAll(t testing.TB, addr, topic string, n int) []*kgo.Record {
	t.Helper()
	client, err := kgo.NewClient(kgo.SeedBrokers(addr), kgo.ConsumeTopics(topic),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()), kgo.FetchMaxWait(100*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	var out []*kgo.Record
	for len(out) < n {
		fetches := client.PollFetches(ctx)
		if err := fetches.Err(); err != nil {
			t.Fatalf("%s: %d of %d records: %v", topic, len(out), n, err)
		}
		out = append(out, fetches.Records()...)
	}
	slices.SortFunc(out, func(a, b *kgo.Record) int {
		if a.Partition != b.Partition {
			return int(a.Partition - b.Partition)
		}
		return int(a.Offset - b.Offset)
	})
	return out
}

// numbered makes n page messages with values of size bytes.
func numbered(n, size int) []Message {
	msgs := make([]Message, n)
	for i := range msgs {
		value := fmt.Appendf(nil, `{"n":%d,"text":"`, i)
		for len(value) < size {
			value = fmt.Appendf(value, "%x ", (i+len(value))*2654435761)
		}
		msgs[i] = Message{Topic: Pages, Key: fmt.Appendf(nil, "page-%d", i), Value: value}
	}
	return msgs
}

// addPartitions gives a topic more partitions.
func addPartitions(addr, topic string, n int) error {
	client, err := kgo.NewClient(kgo.SeedBrokers(addr))
	if err != nil {
		return err
	}
	defer client.Close()
	_, err = kadm.NewClient(client).UpdatePartitions(context.Background(), n, topic)
	return err
}
