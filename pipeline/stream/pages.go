package stream

import (
	"context"
	"errors"

	"readout/pipeline"
	"readout/pipeline/record"
)

// PageSink writes page records and their meeting records to a cluster. It is
// the pipeline.Sink of a kafka:// URL; it is called from one goroutine.
type PageSink struct {
	cluster  *Cluster
	producer *Producer
}

var _ pipeline.Sink = (*PageSink)(nil)

// PageSink makes a sink that closes the cluster when it is closed.
func (c *Cluster) PageSink(o ProducerOptions) *PageSink {
	return &PageSink{cluster: c, producer: c.Producer(o)}
}

// Topics gives the topics that the sink writes to, for Check and CreateTopics.
func (s *PageSink) Topics() []Topic { return []Topic{Pages, Meetings, Rejects} }

// Put writes the pages, then the meetings of those that were taken: a consumer
// never sees a meeting of a page that was refused. A page whose record or one of
// whose meeting records is too large is Refused.
func (s *PageSink) Put(ctx context.Context, pages []*record.Page) error {
	msgs := make([]Message, len(pages))
	for i, p := range pages {
		msgs[i] = PageMessage(p)
	}
	tooLarge, err := s.write(ctx, msgs)
	if err != nil {
		return err
	}
	var (
		refused pipeline.Refused
		of      []int // page of each meeting message
	)
	msgs = msgs[:0]
	for i, p := range pages {
		if e := tooLarge[i]; e != nil {
			refused = append(refused, refusal(p, e))
			continue
		}
		for _, m := range MeetingMessages(p) {
			msgs, of = append(msgs, m), append(of, i)
		}
	}
	tooLarge, err = s.write(ctx, msgs)
	if err != nil {
		return err
	}
	told := -1
	for i := range msgs {
		if e := tooLarge[i]; e != nil && of[i] != told {
			refused, told = append(refused, refusal(pages[of[i]], e)), of[i]
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return refused
}

func refusal(p *record.Page, err error) pipeline.RefusedPage {
	return pipeline.RefusedPage{Page: p, Err: pipeline.Fail(pipeline.StageSink, pipeline.RecordTooLarge, "%w", err)}
}

// write writes messages and gives those that are too large by index. Any
// other failure is an error.
func (s *PageSink) write(ctx context.Context, msgs []Message) (map[int]error, error) {
	err := s.producer.Write(ctx, msgs...)
	var failed *WriteError
	if !errors.As(err, &failed) {
		return nil, err
	}
	tooLarge := map[int]error{}
	for _, f := range failed.Failed {
		var e *TooLargeError
		if !errors.As(f.Err, &e) {
			return nil, err
		}
		tooLarge[f.Index] = e
	}
	return tooLarge, nil
}

// Reject writes dead letters. One whose original bytes are more than the
// topic takes goes without them and says so in the header value_omitted.
func (s *PageSink) Reject(ctx context.Context, rejects ...*pipeline.Reject) error {
	msgs := make([]Message, len(rejects))
	for i, r := range rejects {
		msgs[i] = RejectMessage(r, nil)
	}
	tooLarge, err := s.write(ctx, msgs)
	if err != nil || len(tooLarge) == 0 {
		return err
	}
	var bare []Message
	for i := range msgs {
		if tooLarge[i] != nil {
			bare = append(bare, withoutValue(msgs[i]))
		}
	}
	return s.producer.Write(ctx, bare...)
}

// Close closes the cluster's connections.
func (s *PageSink) Close() error {
	s.cluster.Close()
	return nil
}
