//go:build integration

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kgo"

	"readout/extractors"
	"readout/pipeline/record"
)

// realBroker gives the address of the Kafka broker that .ci/kafka.sh started.
func realBroker(t *testing.T) string {
	t.Helper()
	addr := os.Getenv("READOUT_TEST_KAFKA")
	if addr == "" {
		t.Fatal("READOUT_TEST_KAFKA is not set: start a broker with .ci/kafka.sh start")
	}
	return addr
}

// readBack reads a topic from its start to its end with a client that is not ours.
func readBack(t *testing.T, addr, topic string, want int) []*kgo.Record {
	t.Helper()
	client, err := kgo.NewClient(kgo.SeedBrokers(addr), kgo.ConsumeTopics(topic), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var out []*kgo.Record
	for len(out) < want {
		fetches := client.PollFetches(ctx)
		if err := fetches.Err(); err != nil {
			t.Fatalf("read back %s: %v (%d of %d)", topic, err, len(out), want)
		}
		out = append(out, fetches.Records()...)
	}
	return out
}

// What `readout run` puts on a real broker, read back with another client:
// keys, headers, values, and the partition that Java's partitioner gives the key;
// then what `readout sink` makes of it.
func TestIntegrationRunAndSink(t *testing.T) {
	addr := realBroker(t)
	prefix := fmt.Sprintf("run%d", time.Now().UnixNano())
	url := "kafka://" + addr + "/" + prefix
	dir := t.TempDir()
	jsonl := filepath.Join(dir, "pages.jsonl")
	readout(t, "run", pagesDir, "--to", url, "--to", "jsonl:"+jsonl, "--create-topics=3")
	lines, err := os.ReadFile(jsonl)
	if err != nil {
		t.Fatal(err)
	}
	pages, meetings := map[string][]byte{}, map[string][]byte{}
	for line := range bytes.Lines(lines) {
		line = bytes.TrimSuffix(line, []byte("\n"))
		rec, err := record.ParsePage(line)
		if err != nil {
			t.Fatal(err)
		}
		pages[rec.ID] = line
		for _, m := range rec.Meetings {
			meetings[m.ID] = rec.AppendMeetingJSON(nil, m)
		}
	}
	if len(pages) != 3 || len(meetings) == 0 {
		t.Fatalf("%d pages and %d meetings", len(pages), len(meetings))
	}
	checkTopic(t, readBack(t, addr, prefix+".pages", len(pages)), pages, record.PageSchema)
	checkTopic(t, readBack(t, addr, prefix+".meetings", len(meetings)), meetings, record.MeetingSchema)

	// The sink, twice, and a run again: the same rows.
	db := filepath.Join(dir, "archive.db")
	for range 2 {
		readout(t, "sink", "--from", url, "--to", "sqlite:"+db, "--once")
		readout(t, "run", pagesDir, "--to", url)
	}
	for id, want := range pages {
		if diff := cmp.Diff(string(want), string(storedPage(t, db, id))); diff != "" {
			t.Errorf("page %s in the database (-sent +stored):\n%s", id, diff)
		}
	}
	got, err := rows(db, "select count(*) from pages", "|")
	if err != nil || !slices.Equal(got, []string{"3"}) {
		t.Errorf("pages in the database: %v, %v", got, err)
	}
}

// A topic that was deleted and created again is read from its start.
func TestIntegrationRecreatedTopic(t *testing.T) {
	addr := realBroker(t)
	prefix := fmt.Sprintf("again%d", time.Now().UnixNano())
	url := "kafka://" + addr + "/" + prefix
	dir := t.TempDir()
	db := filepath.Join(dir, "archive.db")
	readout(t, "run", pagesDir, "--to", url, "--create-topics=1")
	readout(t, "sink", "--from", url, "--to", "sqlite:"+db, "--once")
	client, err := kgo.NewClient(kgo.SeedBrokers(addr))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if _, err := kadm.NewClient(client).DeleteTopics(t.Context(), prefix+".pages"); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second) // the broker deletes in the background
	more := filepath.Join(dir, "more")
	if err := os.Mkdir(more, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		write(t, filepath.Join(more, fmt.Sprintf("p%d.txt", i)), fmt.Appendf(nil, "Envoy %d arrives\n\n3 May 2021\n\nThe envoy arrived in Oslo on Monday and met with the Speaker of the Storting.\n", i))
	}
	readout(t, "run", more, "--to", url, "--create-topics=1")
	readout(t, "sink", "--from", url, "--to", "sqlite:"+db, "--once")
	if got, err := rows(db, "select count(*) from pages", "|"); err != nil || !slices.Equal(got, []string{"8"}) {
		t.Errorf("pages in the database: %v, %v, want 8", got, err)
	}
}

// checkTopic compares the records of a topic of 3 partitions with the values by key.
func checkTopic(t *testing.T, got []*kgo.Record, want map[string][]byte, schema string) {
	t.Helper()
	partitioner := kgo.StickyKeyPartitioner(nil).ForTopic("")
	for _, r := range got {
		if diff := cmp.Diff(string(want[string(r.Key)]), string(r.Value)); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", r.Topic, r.Key, diff)
		}
		if p := partitioner.Partition(r, 3); int32(p) != r.Partition {
			t.Errorf("%s %s is in partition %d, Java puts it in %d", r.Topic, r.Key, r.Partition, p)
		}
		headers := map[string]string{}
		for _, h := range r.Headers {
			headers[h.Key] = string(h.Value)
		}
		id := string(r.Key)
		wantHeaders := map[string]string{"content-type": "application/json", "ce_specversion": "1.0", "ce_id": fmt.Sprintf("%s/%d", id, extractors.Generation), "ce_type": schema, "ce_subject": id}
		source := headers["ce_source"]
		delete(headers, "ce_source")
		if diff := cmp.Diff(wantHeaders, headers); diff != "" || !strings.Contains(source, ".") {
			t.Errorf("%s %s headers, source %q (-want +got):\n%s", r.Topic, id, source, diff)
		}
	}
}

// An error reject goes to the dead letters with its bytes unchanged: of a page
// that cannot be read, of one whose id came before, of one whose record the
// topic does not take.
func TestIntegrationDeadLetter(t *testing.T) {
	addr := realBroker(t)
	prefix := fmt.Sprintf("dead%d", time.Now().UnixNano())
	url := "kafka://" + addr + "/" + prefix
	readout(t, "run", pagesDir, "--to", url, "--create-topics=1")
	client, err := kgo.NewClient(kgo.SeedBrokers(addr))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	limit := []kadm.AlterConfig{{Name: "max.message.bytes", Value: kadm.StringPtr("10000")}}
	if _, err := kadm.NewClient(client).AlterTopicConfigs(t.Context(), limit, prefix+".pages"); err != nil {
		t.Fatal(err)
	}
	story := func(words string) []byte {
		return []byte("Envoy arrives\n\n3 May 2021\n\nThe envoy arrived in Oslo on Monday and met with the Speaker of the Storting. " + words + "\n")
	}
	var noise strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&noise, "The envoy met with delegation %x in Oslo. ", i*i*2654435761)
	}
	a, b := t.TempDir(), t.TempDir()
	want := map[string][]byte{"binary": []byte("GIF89a\x00\x01\x02 not a page"), "duplicate_id": story("Again."), "record_too_large": story(noise.String())}
	write(t, filepath.Join(a, "image.html"), want["binary"])
	write(t, filepath.Join(a, "large.txt"), want["record_too_large"])
	write(t, filepath.Join(a, "twice.txt"), story(""))
	write(t, filepath.Join(b, "twice.txt"), want["duplicate_id"])
	paths := map[string]string{"binary": "image.html", "duplicate_id": "twice.txt", "record_too_large": "large.txt"}
	root := newRoot()
	var out bytes.Buffer
	root.SetArgs([]string{"run", a, b, "--to", url})
	root.SetOut(&out)
	root.SetErr(&out)
	if err := root.ExecuteContext(t.Context()); err == nil || exitCode(t.Context(), err, &out) != exitRejects {
		t.Fatalf("got %v, want exit 3\n%s", err, out.Bytes())
	}
	for _, got := range readBack(t, addr, prefix+".rejects", len(want)) {
		headers := map[string]string{}
		for _, h := range got.Headers {
			headers[h.Key] = string(h.Value)
		}
		reason := headers["reason"]
		if path := paths[reason]; !bytes.Equal(got.Value, want[reason]) || headers["path"] != path || string(got.Key) != record.PageID("", path) {
			t.Errorf("dead letter %s: key %q, %d bytes, headers %v", reason, got.Key, len(got.Value), headers)
		}
		if headers["class"] != "error" || headers["stage"] == "" || headers["error"] == "" {
			t.Errorf("headers %v", headers)
		}
		delete(want, reason)
	}
	for reason := range want {
		t.Errorf("no dead letter of the reason %s", reason)
	}
}
