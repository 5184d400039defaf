package stream

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
	"github.com/twmb/franz-go/pkg/kversion"

	"readout/pipeline/store"
)

// produceWith writes records with another client than ours.
func produceWith(t *testing.T, addr string, records []*kgo.Record, opts ...kgo.Opt) {
	t.Helper()
	client, err := kgo.NewClient(append(opts, kgo.SeedBrokers(addr), kgo.RecordPartitioner(kgo.ManualPartitioner()))...)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if err := client.ProduceSync(context.Background(), records...).FirstErr(); err != nil {
		t.Fatal(err)
	}
}

// transaction writes records of partition 0 in a transaction and ends it.
func transaction(t *testing.T, addr, topic string, commit kgo.TransactionEndTry, values ...string) {
	t.Helper()
	client, err := kgo.NewClient(kgo.SeedBrokers(addr), kgo.TransactionalID("test"), kgo.RecordPartitioner(kgo.ManualPartitioner()))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	ctx := context.Background()
	if err := client.BeginTransaction(); err != nil {
		t.Fatal(err)
	}
	for _, v := range values {
		client.Produce(ctx, &kgo.Record{Topic: topic, Key: []byte(v), Value: []byte(v)}, nil)
	}
	if err := client.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	if err := client.EndTransaction(ctx, commit); err != nil {
		t.Fatal(err)
	}
}

// drain reads a partition from an offset to its end.
func drain(t *testing.T, r *Reader, from, end int64) []store.Message {
	t.Helper()
	var out []store.Message
	for range 100 {
		if from >= end {
			return out
		}
		msgs, next, err := r.Fetch(context.Background(), 0, from)
		if err != nil {
			t.Fatal(err)
		}
		out, from = append(out, msgs...), next
	}
	t.Fatalf("stays at offset %d of %d", from, end)
	return nil
}

func endOf(t *testing.T, r *Reader) int64 {
	t.Helper()
	o, err := r.Offsets(context.Background(), []int{0})
	if err != nil {
		t.Fatal(err)
	}
	return o[0].End
}

func TestReaderMessages(t *testing.T) {
	b := testBroker(t, 1)
	at := time.UnixMilli(1608768000123)
	for _, codec := range []kgo.CompressionCodec{kgo.NoCompression(), kgo.GzipCompression(), kgo.SnappyCompression(), kgo.Lz4Compression(), kgo.ZstdCompression()} {
		produceWith(t, b.Addr(), []*kgo.Record{
			{Topic: "readout.pages", Key: []byte("a"), Value: []byte("1"), Timestamp: at, Headers: []kgo.RecordHeader{{Key: "h", Value: []byte("x")}, {Key: "n"}}},
			{Topic: "readout.pages", Key: []byte("b"), Value: []byte{}, Timestamp: at.Add(time.Second)},
			{Topic: "readout.pages", Key: []byte("c"), Value: nil, Timestamp: at},
			{Topic: "readout.pages", Key: nil, Value: []byte("no key"), Timestamp: at},
		}, kgo.ProducerBatchCompression(codec))
	}
	r := connect(t, "kafka://"+b.Addr(), "").Reader(Pages)
	partitions, err := r.Open(context.Background())
	if err != nil || len(partitions) != 1 {
		t.Fatalf("Open = %v, %v", partitions, err)
	}
	got := drain(t, r, 0, endOf(t, r))
	if len(got) != 20 {
		t.Fatalf("%d messages, want 20", len(got))
	}
	for i := range 5 {
		want := []store.Message{
			{Key: []byte("a"), Value: []byte("1"), Time: at, Headers: []store.Header{{Key: "h", Value: []byte("x")}, {Key: "n"}}},
			{Key: []byte("b"), Value: []byte{}, Time: at.Add(time.Second)},
			{Key: []byte("c"), Tombstone: true, Time: at},
			{Value: []byte("no key"), Time: at},
		}
		for j := range want {
			want[j].Offset = int64(4*i + j)
		}
		if diff := cmp.Diff(want, got[4*i:4*i+4]); diff != "" {
			t.Fatalf("codec %d (-want +got):\n%s", i, diff)
		}
	}
	// From the middle of a batch.
	if got := drain(t, r, 6, 8); len(got) == 0 || got[0].Offset != 6 {
		t.Errorf("from offset 6: %+v", got)
	}
	// At the end: nothing, after the wait.
	if msgs, next, err := r.Fetch(context.Background(), 0, 20); err != nil || len(msgs) != 0 || next != 20 {
		t.Errorf("at the end: %v, %d, %v", msgs, next, err)
	}
}

func TestReaderTransactions(t *testing.T) {
	b := testBroker(t, 1)
	transaction(t, b.Addr(), "readout.pages", kgo.TryCommit, "a", "b")
	transaction(t, b.Addr(), "readout.pages", kgo.TryAbort, "gone-1", "gone-2")
	produceWith(t, b.Addr(), []*kgo.Record{{Topic: "readout.pages", Key: []byte("c"), Value: []byte("c")}})
	transaction(t, b.Addr(), "readout.pages", kgo.TryAbort, "gone-3")
	transaction(t, b.Addr(), "readout.pages", kgo.TryCommit, "d")
	transaction(t, b.Addr(), "readout.pages", kgo.TryAbort, "gone-4")
	r := connect(t, "kafka://"+b.Addr(), "").Reader(Pages)
	end := endOf(t, r)
	for from := range end { // wherever reading begins
		var got []string
		for _, m := range drain(t, r, from, end) {
			got = append(got, string(m.Value))
		}
		var want []string
		for _, m := range drain(t, r, 0, end) {
			if m.Offset >= from {
				want = append(want, string(m.Value))
			}
		}
		if from == 0 {
			want = []string{"a", "b", "c", "d"}
		}
		if !slices.Equal(got, want) {
			t.Errorf("from %d: %q, want %q", from, got, want)
		}
	}
}

// TestReaderCompacted: compaction takes the last records out of a batch.
func TestReaderCompacted(t *testing.T) {
	b := testBroker(t, 1)
	for i := range 30 {
		var records []*kgo.Record
		for j := range 10 { // the tail of each batch is superseded by the next batch's
			key := fmt.Sprintf("tail-%d", j)
			if j < 2 {
				key = fmt.Sprintf("head-%d-%d", i, j)
			}
			records = append(records, &kgo.Record{Topic: "readout.pages", Key: []byte(key), Value: []byte(fmt.Sprint(i))})
		}
		produceWith(t, b.Addr(), records)
	}
	b.cluster.Compact()
	r := connect(t, "kafka://"+b.Addr(), "").Reader(Pages)
	got := drain(t, r, 0, endOf(t, r))
	if len(got) >= 300 {
		t.Fatalf("%d messages: nothing was compacted", len(got))
	}
	last := map[string]string{}
	for _, m := range got {
		last[string(m.Key)] = string(m.Value)
	}
	if len(last) != 68 || last["tail-5"] != "29" || last["head-3-1"] != "3" {
		t.Errorf("%d keys, tail-5 of batch %s", len(last), last["tail-5"])
	}
}

func TestReaderLost(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	write(t, c, numbered(10, 20))
	if err := b.cluster.DeleteRecords("readout.pages", 0, 4); err != nil {
		t.Fatal(err)
	}
	r := c.Reader(Pages)
	for from, want := range map[int64]string{2: "offsets 2 to 3 are lost", 11: "offset 11 was to be read next, but the topic ends at 10"} {
		_, _, err := r.Fetch(context.Background(), 0, from)
		var lost *LostError
		if !errors.As(err, &lost) || !strings.Contains(err.Error(), want) {
			t.Errorf("from %d: %v, want a *LostError with %q", from, err, want)
		}
	}
}

// TestReaderCorrupt: a bit flipped on the way is found, what stands before it
// is good, and the next fetch reads on.
func TestReaderCorrupt(t *testing.T) {
	b := testBroker(t, 1)
	c := connect(t, "kafka://"+b.Addr(), "")
	for i := range 3 {
		write(t, c, []Message{{Topic: Pages, Key: fmt.Append(nil, i), Value: fmt.Append(nil, i)}})
	}
	log := rawLog(t, b)
	flipped := 0
	b.cluster.ControlKey(int16(kmsg.Fetch), func(r kmsg.Request) (kmsg.Response, error, bool) {
		b.cluster.KeepControl()
		req := r.(*kmsg.FetchRequest)
		if from := req.Topics[0].Partitions[0].FetchOffset; flipped < 2 && from < 2 {
			flipped++
			resp := req.ResponseKind().(*kmsg.FetchResponse)
			p := kmsg.NewFetchResponseTopicPartition()
			p.RecordBatches = slices.Clone(log)
			p.RecordBatches[2*len(log)/3-3] ^= 4 // in the second of three
			p.HighWatermark, p.LastStableOffset = 3, 3
			if from == 1 {
				p.RecordBatches = p.RecordBatches[len(log)/3:]
			}
			resp.Topics = []kmsg.FetchResponseTopic{{Topic: "readout.pages", Partitions: []kmsg.FetchResponseTopicPartition{p}}}
			return resp, nil, true
		}
		return nil, nil, false
	})
	r := c.Reader(Pages)
	msgs, next, err := r.Fetch(context.Background(), 0, 0)
	if err != nil || len(msgs) != 1 || next != 1 {
		t.Fatalf("first fetch: %d messages, next %d, %v", len(msgs), next, err)
	}
	_, _, err = r.Fetch(context.Background(), 0, 1)
	if err == nil || !strings.Contains(err.Error(), "corrupt") {
		t.Fatalf("second fetch: %v, want that the batch is corrupt", err)
	}
	tr := newTrouble(r.at(0), 0, nil)
	if said := tr.plain(err).Error(); !strings.HasPrefix(said, "offset 1: ") || strings.Contains(said, "topic") {
		t.Errorf("the trouble of partition 0 says of it: %q", said)
	}
	msgs, next, err = r.Fetch(context.Background(), 0, 1)
	if err != nil || len(msgs) != 2 || next != 3 {
		t.Fatalf("third fetch: %d messages, next %d, %v", len(msgs), next, err)
	}
}

// rawLog gives the bytes of partition 0.
func rawLog(t testing.TB, b *Broker) []byte {
	t.Helper()
	// Fetch requests of later versions name topics by id.
	client, err := kgo.NewClient(kgo.SeedBrokers(b.Addr()), kgo.MaxVersions(kversion.V2_4_0()))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	req := kmsg.NewPtrFetchRequest()
	req.MaxBytes, req.SessionEpoch = 1<<20, -1
	p := kmsg.NewFetchRequestTopicPartition()
	p.PartitionMaxBytes = 1 << 20
	req.Topics = []kmsg.FetchRequestTopic{{Topic: "readout.pages", Partitions: []kmsg.FetchRequestTopicPartition{p}}}
	resp, err := client.Broker(0).Request(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	return resp.(*kmsg.FetchResponse).Topics[0].Partitions[0].RecordBatches
}

// FuzzParseBatches: whatever arrives is an error or batches in which every
// message lies in its batch's range and no more bytes than there were.
func FuzzParseBatches(f *testing.F) {
	b, err := StartBroker("127.0.0.1:0", DefaultPrefix, 1)
	if err != nil {
		f.Fatal(err)
	}
	c := connect(f, "kafka://"+b.Addr(), "")
	write(f, c, numbered(3, 40))
	write(f, c, []Message{{Topic: Pages, Key: []byte("k")}, {Topic: Pages, Value: []byte{}, Headers: []store.Header{header("a", "b")}}})
	log := rawLog(f, b)
	b.Close()
	f.Add(log)
	f.Add(log[:len(log)-1])
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, fix := range []bool{false, true} {
			if fix && len(data) > batchHeader { // past the checksum
				data = slices.Clone(data)
				binary.BigEndian.PutUint32(data[8:], uint32(len(data)-12))
				data[16] = 2
				binary.BigEndian.PutUint32(data[17:], crc32.Checksum(data[21:], crc32.MakeTable(crc32.Castagnoli)))
			}
			batches, _ := parseBatches(data)
			for _, b := range batches {
				for _, m := range b.messages {
					if m.Offset < b.base || m.Offset > b.last || m.Tombstone != (m.Value == nil) {
						t.Fatalf("message %+v in a batch from %d to %d", m, b.base, b.last)
					}
				}
			}
			committed(batches, []aborted{{1, 0}}, 0)
		}
	})
}
