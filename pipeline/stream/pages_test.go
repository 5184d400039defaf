package stream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/twmb/franz-go/pkg/kgo"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
)

// page makes a page record with n meetings.
func page(id string, n int, text string) *record.Page {
	p := &record.Page{
		ID: id, Revision: 1608768000001, Title: "Talks in Lisbon", Text: text,
		Source:    record.Source{URL: "https://press.example/" + id, Retrieved: "2020-12-24T00:00:00Z"},
		Extractor: record.Extractor{Name: "readout", Version: "0.1.0", Generation: 1},
	}
	for i := range n {
		p.Meetings = append(p.Meetings, &record.Meeting{ID: fmt.Sprintf("%s-%08x", id, i), Kind: "meeting", Mode: "unknown", Status: "held"})
	}
	return p
}

func TestMessages(t *testing.T) {
	p := page("00ff", 2, "Talks in Lisbon")
	m := PageMessage(p)
	if m.Topic != Pages || string(m.Key) != "00ff" || !bytes.Equal(m.Value, p.AppendJSON(nil)) {
		t.Errorf("page message %+v", m)
	}
	want := []store.Header{
		header("content-type", "application/json"), header("ce_specversion", "1.0"),
		header("ce_id", "00ff/1608768000001"), header("ce_source", "https://press.example/00ff"),
		header("ce_type", "readout.page/v1"), header("ce_subject", "00ff"), header("ce_time", "2020-12-24T00:00:00Z"),
	}
	if diff := cmp.Diff(want, m.Headers); diff != "" {
		t.Errorf("headers of the page (-want +got):\n%s", diff)
	}
	m = MeetingMessage(p, p.Meetings[1])
	if m.Topic != Meetings || string(m.Key) != "00ff-00000001" || !bytes.Equal(m.Value, p.AppendMeetingJSON(nil, p.Meetings[1])) {
		t.Errorf("meeting message %+v", m)
	}
	want[2], want[4], want[5] = header("ce_id", "00ff-00000001/1608768000001"), header("ce_type", "readout.meeting/v1"), header("ce_subject", "00ff-00000001")
	if diff := cmp.Diff(want, m.Headers); diff != "" {
		t.Errorf("headers of the meeting (-want +got):\n%s", diff)
	}

	p.Source = record.Source{Path: "a b/c:d.html"}
	m = PageMessage(p)
	if n := len(m.Headers); n != 6 {
		t.Errorf("%d headers, want 6: ce_time is left out where nothing was retrieved", n)
	}
	if got := string(m.Headers[3].Value); got != "a%20b/c:d.html" {
		t.Errorf("ce_source of a path = %q", got)
	}
	p.Source.Path = "c:d.html"
	if got := string(PageMessage(p).Headers[3].Value); got != "./c:d.html" {
		t.Errorf("ce_source of a path that looks like a URL = %q", got)
	}
	p.Source.Path = ""
	if got := string(PageMessage(p).Headers[3].Value); got != "-" {
		t.Errorf("ce_source of standard input = %q", got)
	}
}

func TestRejectMessage(t *testing.T) {
	body := []byte("\xff\x00 <p>")
	r := &pipeline.Reject{ID: "00ff", URL: "https://press.example/x", Reason: pipeline.Binary, Class: pipeline.ClassError,
		Stage: pipeline.StageArticle, Error: strings.Repeat("é", 5000), Body: body}
	m := RejectMessage(r, &Origin{Topic: "readout.work", Partition: 3, Offset: 77})
	if m.Topic != Rejects || string(m.Key) != "00ff" || !bytes.Equal(m.Value, body) {
		t.Errorf("message %+v", m)
	}
	want := []store.Header{
		header("reason", "binary"), header("class", "error"), header("stage", "article"),
		header("error", strings.Repeat("é", 2048)), header("url", "https://press.example/x"), header("path", ""),
		header("original_topic", "readout.work"), header("original_partition", "3"), header("original_offset", "77"),
	}
	if diff := cmp.Diff(want, m.Headers); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
	if m := RejectMessage(&pipeline.Reject{}, nil); m.Key != nil || m.Value != nil || len(m.Headers) != 6 {
		t.Errorf("of a page that nothing is known of: %+v", m)
	}
}

// smallTopics makes the topics of the prefix anew with a low limit.
func smallTopics(t *testing.T, b *Broker, limit string) {
	t.Helper()
	for _, topic := range []string{"readout.pages", "readout.meetings", "readout.rejects"} {
		if err := b.cluster.DeleteTopic(topic); err != nil {
			t.Fatal(err)
		}
		if err := b.cluster.CreateTopic(topic, 2, map[string]string{"max.message.bytes": limit}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPageSink(t *testing.T) {
	b := testBroker(t, 2)
	smallTopics(t, b, "3000")
	sink := connect(t, "kafka://"+b.Addr(), "").PageSink(ProducerOptions{})
	noise := string(numbered(1, 20_000)[0].Value)
	pages := []*record.Page{page("01", 2, "Talks"), page("02", 3, noise), page("03", 0, "Talks"), page("04", 1, "Talks")}
	err := sink.Put(context.Background(), pages)
	var refused pipeline.Refused
	if !errors.As(err, &refused) || len(refused) != 1 || refused[0].Page.ID != "02" ||
		refused[0].Err.Reason != pipeline.RecordTooLarge || refused[0].Err.Stage != pipeline.StageSink {
		t.Fatalf("Put = %v, want page 02 refused as too large", err)
	}
	if keys(readAll(t, b.Addr(), "readout.pages", 3)) != "01 03 04" {
		t.Errorf("pages: %s", keys(readAll(t, b.Addr(), "readout.pages", 3)))
	}
	if got := keys(readAll(t, b.Addr(), "readout.meetings", 3)); got != "01-00000000 01-00000001 04-00000000" {
		t.Errorf("meetings: %s", got)
	}
	rejects := []*pipeline.Reject{
		{ID: "05", Reason: pipeline.Binary, Body: []byte("\x00\x01")},
		{ID: "06", Reason: pipeline.TooLarge, Body: []byte(noise)},
	}
	if err := sink.Reject(context.Background(), rejects...); err != nil {
		t.Fatal(err)
	}
	for _, r := range readAll(t, b.Addr(), "readout.rejects", 2) {
		last := r.Headers[len(r.Headers)-1]
		switch string(r.Key) {
		case "05":
			if string(r.Value) != "\x00\x01" || last.Key == "value_omitted" {
				t.Errorf("reject 05: %q, %v", r.Value, last)
			}
		case "06":
			if r.Value != nil || last.Key != "value_omitted" || string(last.Value) != fmt.Sprint(len(noise)) {
				t.Errorf("reject 06: %d bytes, %v", len(r.Value), last)
			}
		}
	}
	if err := sink.Put(context.Background(), nil); err != nil {
		t.Errorf("Put of nothing: %v", err)
	}
}

// keys gives the keys of records, sorted.
func keys(records []*kgo.Record) string {
	var list []string
	for _, r := range records {
		list = append(list, string(r.Key))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestStartBroker(t *testing.T) {
	b := testBroker(t, 0)
	c := connect(t, "kafka://"+b.Addr(), "")
	if err := c.Check(context.Background(), AllTopics()...); err != nil {
		t.Fatal(err)
	}
	if partitions, err := c.Reader(Work).Open(context.Background()); err != nil || len(partitions) != DefaultPartitions {
		t.Errorf("partitions %v, %v", partitions, err)
	}
	if _, err := StartBroker(b.Addr(), DefaultPrefix, 1); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("a second broker on the same port: %v", err)
	}
	for _, listen := range []string{"", "127.0.0.1", "127.0.0.1:no"} {
		if _, err := StartBroker(listen, DefaultPrefix, 1); err == nil {
			t.Errorf("StartBroker(%q) succeeded", listen)
		}
	}
	if _, err := StartBroker("127.0.0.1:0", "a b", 1); err == nil {
		t.Error("StartBroker with the prefix \"a b\" succeeded")
	}
	b.Close()
	if conn, err := net.DialTimeout("tcp", b.Addr(), time.Second); err == nil {
		conn.Close()
		t.Error("still listens after Close")
	}
}
