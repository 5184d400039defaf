//go:build integration

// These tests need a real Kafka broker: .ci/kafka.sh start prints the
// environment that they read. They fail without it.

package stream

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kgo"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
)

// env gives a variable that .ci/kafka.sh sets.
func env(t testing.TB, name string) string {
	t.Helper()
	v := os.Getenv(name)
	if v == "" {
		t.Fatalf("%s is not set: run eval \"$(.ci/kafka.sh start)\"", name)
	}
	return v
}

// admin is another client than ours, to arrange and look at topics with.
func admin(t testing.TB, addr string) *kadm.Client {
	t.Helper()
	client, err := kgo.NewClient(kgo.SeedBrokers(addr))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return kadm.NewClient(client)
}

// prefix gives a prefix that nobody has used, and removes its topics afterwards.
func prefix(t testing.TB, addr string) string {
	t.Helper()
	p := fmt.Sprintf("test-%s-%d", strings.ToLower(strings.NewReplacer("/", "-", "_", "-").Replace(t.Name())), time.Now().UnixNano())
	t.Cleanup(func() {
		for _, topic := range AllTopics() {
			_, _ = admin(t, addr).DeleteTopics(context.Background(), p+"."+string(topic))
		}
	})
	return p
}

// realTopics connects to the broker and makes all topics of a new prefix.
func realTopics(t testing.TB, partitions int) (*Cluster, string) {
	t.Helper()
	addr := env(t, "READOUT_TEST_KAFKA")
	c := connect(t, "kafka://"+addr+"/"+prefix(t, addr), "")
	created, err := c.CreateTopics(context.Background(), partitions, AllTopics()...)
	if err != nil || len(created) != 4 {
		t.Fatalf("created %q, %v", created, err)
	}
	return c, addr
}

// setLimit lowers what a topic takes.
func setLimit(t *testing.T, addr, topic, key, value string) {
	t.Helper()
	r, err := admin(t, addr).AlterTopicConfigs(context.Background(), []kadm.AlterConfig{{Name: key, Value: kadm.StringPtr(value)}}, topic)
	if err != nil || r[0].Err != nil {
		t.Fatal(err, r)
	}
}

func TestIntegrationKafkaCreateTopics(t *testing.T) {
	c, addr := realTopics(t, 5)
	for _, topic := range AllTopics() {
		configs, err := admin(t, addr).DescribeTopicConfigs(context.Background(), c.url.Name(topic))
		if err != nil {
			t.Fatal(err)
		}
		want := map[bool]string{true: "compact", false: "delete"}[topic == Pages]
		for _, x := range configs[0].Configs {
			if x.Key == "cleanup.policy" && *x.Value != want {
				t.Errorf("%s has cleanup.policy %s, want %s", topic, *x.Value, want)
			}
		}
		if partitions, err := c.Reader(topic).Open(context.Background()); err != nil || len(partitions) != 5 {
			t.Errorf("%s: partitions %v, %v", topic, partitions, err)
		}
	}
	if created, err := c.CreateTopics(context.Background(), 9, AllTopics()...); err != nil || created != nil {
		t.Errorf("the second time: created %q, %v", created, err)
	}
}

func TestIntegrationKafkaCheck(t *testing.T) {
	_, addr := realTopics(t, 1)
	user, password, ca := env(t, "READOUT_TEST_KAFKA_USER"), env(t, "READOUT_TEST_KAFKA_PASSWORD"), env(t, "READOUT_TEST_KAFKA_CA")
	login, secure, both := env(t, "READOUT_TEST_KAFKA_SASL"), env(t, "READOUT_TEST_KAFKA_TLS"), env(t, "READOUT_TEST_KAFKA_SASL_TLS")
	for _, test := range []struct{ name, url, password, want string }{
		{"plain", user + "@" + login + "?sasl=plain", password, ""},
		{"scram-sha-256", user + "@" + login + "?sasl=scram-sha-256", password, ""},
		{"scram-sha-512", user + "@" + login + "?sasl=scram-sha-512", password, ""},
		{"tls", secure + "?tls=true&ca=" + ca, "", ""},
		{"tls and login", user + "@" + both + "?sasl=scram-sha-512&tls=true&ca=" + ca, password, ""},
		{"wrong password plain", user + "@" + login + "?sasl=plain", "hunter2", "user " + user + " by plain was refused, wrong name or password"},
		{"wrong password 256", user + "@" + login + "?sasl=scram-sha-256", "hunter2", "by scram-sha-256 was refused, wrong name or password"},
		{"wrong password 512", user + "@" + login + "?sasl=scram-sha-512", "hunter2", "by scram-sha-512 was refused, wrong name or password"},
		{"wrong user", "nobody@" + login + "?sasl=scram-sha-512", password, "user nobody"},
		{"no login", login, "", "asks for a login on this port, by"},
		{"login in vain", user + "@" + addr + "?sasl=plain", password, "asks for no login on this port"},
		{"tls in vain", addr + "?tls=true&ca=" + ca, "", "does not speak TLS"},
		{"tls not asked for", secure, "", "add tls=true"},
		{"unknown authority", secure + "?tls=true", "", "unknown authority"},
		{"down", "127.0.0.1:1", "", "127.0.0.1:1: connection refused"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			c := connect(t, "kafka://"+test.url, test.password)
			err := c.Check(context.Background())
			t.Logf("%s: %v", time.Since(start).Round(time.Millisecond), err)
			if time.Since(start) > 10*time.Second {
				t.Errorf("took %s", time.Since(start))
			}
			if test.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				// The client's own connections log in as well as the check's.
				if _, err := c.partitions(context.Background(), "no-such-topic"); !errors.Is(err, kafka.UnknownTopicOrPartition) {
					t.Errorf("metadata: %v", err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "hunter2") {
				t.Errorf("Check = %v, want %q", err, test.want)
			}
		})
	}
	c := connect(t, "kafka://"+addr+"/no-such-prefix", "")
	if err := c.Check(context.Background(), Pages, Meetings); err == nil || !strings.Contains(err.Error(), "topics no-such-prefix.pages and no-such-prefix.meetings do not exist") {
		t.Errorf("Check = %v", err)
	}
}

// TestIntegrationKafkaPageSink: what another client reads is what was put.
func TestIntegrationKafkaPageSink(t *testing.T) {
	c, addr := realTopics(t, 7)
	sink := c.PageSink(ProducerOptions{})
	var pages []*record.Page
	want := map[string]Message{}
	for i := range 200 {
		p := page(fmt.Sprintf("%032x", i*7919), i%3, "Talks in Lisbon. Žluťoučký kůň.")
		pages = append(pages, p)
		messages := []Message{PageMessage(p)}
		for _, m := range p.Meetings {
			messages = append(messages, MeetingMessage(p, m))
		}
		for _, m := range messages {
			want[string(m.Topic)+string(m.Key)] = m
		}
	}
	if err := sink.Put(context.Background(), pages); err != nil {
		t.Fatal(err)
	}
	reject := &pipeline.Reject{ID: "ff", Reason: pipeline.Binary, Class: pipeline.ClassError, Stage: pipeline.StageArticle, Error: "it is no text", Body: []byte("\x00\xff")}
	if err := sink.Reject(context.Background(), reject); err != nil {
		t.Fatal(err)
	}
	want["rejectsff"] = RejectMessage(reject, nil)
	hasher := kgo.StickyKeyPartitioner(nil).ForTopic("")
	counts := map[Topic]int{}
	for _, m := range want {
		counts[m.Topic]++
	}
	for topic, n := range counts {
		for _, r := range readAll(t, addr, c.url.Name(topic), n) {
			m, ok := want[string(topic)+string(r.Key)]
			if !ok {
				t.Fatalf("%s: key %s was not put", topic, r.Key)
			}
			var headers []store.Header
			for _, h := range r.Headers {
				headers = append(headers, store.Header{Key: h.Key, Value: h.Value})
			}
			if diff := cmp.Diff(m, Message{Topic: topic, Key: r.Key, Value: r.Value, Headers: headers}); diff != "" {
				t.Fatalf("%s, key %s (-put +read):\n%s", topic, r.Key, diff)
			}
			if p := hasher.Partition(r, 7); int(r.Partition) != p {
				t.Fatalf("key %s is in partition %d, Java's partitioner says %d", r.Key, r.Partition, p)
			}
			delete(want, string(topic)+string(r.Key))
		}
	}
	if len(want) > 0 {
		t.Errorf("%d messages were not read", len(want))
	}
}

func TestIntegrationKafkaTooLarge(t *testing.T) {
	c, addr := realTopics(t, 2)
	setLimit(t, addr, c.url.Name(Pages), "max.message.bytes", "5000")
	msgs := numbered(300, 400)
	big := numbered(1, 60_000)[0].Value
	msgs[10].Value, msgs[200].Value = big, big
	err := c.Producer(ProducerOptions{}).Write(context.Background(), msgs...)
	var failed *WriteError
	if !errors.As(err, &failed) || len(failed.Failed) != 2 || failed.Failed[0].Index != 10 || failed.Failed[1].Index != 200 {
		t.Fatalf("Write = %v, want messages 10 and 200 refused", err)
	}
	var e *TooLargeError
	if !errors.As(err, &e) || e.Limit != 5000 {
		t.Errorf("Write = %v, want the limit of 5000", err)
	}
	t.Log(err)
	if n := len(readAll(t, addr, c.url.Name(Pages), 298)); n != 298 {
		t.Errorf("%d neighbours were delivered, want 298", n)
	}
	// Larger than the limit before compression, smaller after.
	fits := Message{Topic: Pages, Key: []byte("fits"), Value: []byte(strings.Repeat("again and again ", 10_000))}
	if err := c.Producer(ProducerOptions{}).Write(context.Background(), fits); err != nil {
		t.Error(err)
	}
}

func TestIntegrationKafkaTopicGone(t *testing.T) {
	c, addr := realTopics(t, 1)
	p := c.Producer(ProducerOptions{Patience: 6 * time.Second})
	if err := p.Write(context.Background(), numbered(1, 10)...); err != nil {
		t.Fatal(err)
	}
	if _, err := admin(t, addr).DeleteTopics(context.Background(), c.url.Name(Pages)); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	err := p.Write(context.Background(), numbered(10, 10)...)
	t.Logf("%s: %v", time.Since(start), err)
	var failed *WriteError
	if !errors.As(err, &failed) || len(failed.Failed) != 10 || time.Since(start) > 10*time.Second || !strings.Contains(err.Error(), c.url.Name(Pages)) {
		t.Errorf("Write = %v after %s, want all reported within 10 s, with the topic's name", err, time.Since(start))
	}
}

func TestIntegrationKafkaThroughput(t *testing.T) {
	c, _ := realTopics(t, 3)
	msgs := numbered(20_000, 2000)
	p := c.Producer(ProducerOptions{})
	start := time.Now()
	for len(msgs) > 0 {
		n := min(2000, len(msgs))
		if err := p.Write(context.Background(), msgs[:n]...); err != nil {
			t.Fatal(err)
		}
		msgs = msgs[n:]
	}
	wrote := time.Since(start)
	m := newMemory()
	start = time.Now()
	if err := (&Feed{Reader: c.Reader(Pages), Store: m, Once: true}).Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	t.Logf("20,000 records of 2 kB: written in %s, read in %s", wrote.Round(time.Millisecond), time.Since(start).Round(time.Millisecond))
	if m.applied != 20_000 {
		t.Errorf("%d records came back", m.applied)
	}
}
