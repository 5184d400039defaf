package stream

import (
	"net/url"
	"strconv"
	"unicode/utf8"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
)

// Message is one message to be written. Value nil is a tombstone: in a
// compacted topic it deletes the key.
type Message struct {
	Topic      Topic
	Key, Value []byte
	Headers    []store.Header
}

// size is what the message counts against the topic's limit before
// compression: its bytes and a bound for the lengths and offsets around them.
func (m *Message) size() int {
	n := len(m.Key) + len(m.Value) + 40
	for _, h := range m.Headers {
		n += len(h.Key) + len(h.Value) + 10
	}
	return n
}

// PageMessage makes the message of a page record; its key is the page's id.
func PageMessage(p *record.Page) Message {
	return Message{
		Topic:   Pages,
		Key:     []byte(p.ID),
		Value:   p.AppendJSON(nil),
		Headers: cloudEvent(p, record.PageSchema, p.ID),
	}
}

// MeetingMessage makes the message of the meeting record of a meeting of the
// page; its key is the meeting's id.
func MeetingMessage(p *record.Page, m *record.Meeting) Message {
	return Message{
		Topic:   Meetings,
		Key:     []byte(m.ID),
		Value:   p.AppendMeetingJSON(nil, m),
		Headers: cloudEvent(p, record.MeetingSchema, m.ID),
	}
}

// cloudEvent gives the headers of CloudEvents 1.0's Kafka binding, binary mode.
func cloudEvent(p *record.Page, schema, id string) []store.Header {
	h := []store.Header{
		header("content-type", "application/json"),
		header("ce_specversion", "1.0"),
		header("ce_id", id+"/"+strconv.FormatInt(p.Revision, 10)),
		header("ce_source", eventSource(p)),
		header("ce_type", schema),
		header("ce_subject", id),
	}
	if p.Source.Retrieved != "" {
		h = append(h, header("ce_time", p.Source.Retrieved))
	}
	return h
}

// eventSource is the page's URL, else its path as a URI reference. A page
// that has neither came over standard input; CloudEvents wants a source that is
// not empty.
func eventSource(p *record.Page) string {
	switch {
	case p.Source.URL != "":
		return p.Source.URL
	case p.Source.Path != "":
		return (&url.URL{Path: p.Source.Path}).String()
	default:
		return "-"
	}
}

// Origin is the message that a dead letter was read as.
type Origin struct {
	Topic     string
	Partition int
	Offset    int64
}

// RejectMessage makes the dead letter of a reject: its key is the page's id
// where one is known, its value the bytes that were fetched, unchanged, null where
// there are none. Everything else stands in headers: reason, class, stage, error,
// url, path and, where the page came over Kafka, original_topic,
// original_partition and original_offset. origin may be nil.
func RejectMessage(r *pipeline.Reject, origin *Origin) Message {
	m := Message{Topic: Rejects, Value: r.Body}
	if r.ID != "" {
		m.Key = []byte(r.ID)
	}
	m.Headers = []store.Header{
		header("reason", string(r.Reason)),
		header("class", string(r.Class)),
		header("stage", string(r.Stage)),
		header("error", cut(r.Error, maxErrorHeader)),
		header("url", r.URL),
		header("path", r.Path),
	}
	if origin != nil {
		m.Headers = append(m.Headers,
			header("original_topic", origin.Topic),
			header("original_partition", strconv.Itoa(origin.Partition)),
			header("original_offset", strconv.FormatInt(origin.Offset, 10)))
	}
	return m
}

// maxErrorHeader keeps an error's text from growing a dead letter over the
// topic's limit.
const maxErrorHeader = 4096

// withoutValue gives the dead letter that is sent where the original bytes
// are more than the topic takes: the header value_omitted tells how many.
func withoutValue(m Message) Message {
	headers := append([]store.Header(nil), m.Headers...)
	m.Headers = append(headers, header("value_omitted", strconv.Itoa(len(m.Value))))
	m.Value = nil
	return m
}

func header(key, value string) store.Header { return store.Header{Key: key, Value: []byte(value)} }

// cut shortens s to at most n bytes without breaking a character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
