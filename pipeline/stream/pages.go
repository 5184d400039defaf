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

// putBytes is about how many bytes of messages a Put makes at a time: a page of
// hundreds of meetings gives hundreds of times its counts and statements.
const putBytes = 4 << 20

// Put writes the pages, then the meetings of those that were taken: a consumer
// never sees a meeting of a page that was refused. A page whose record or one of
// whose meeting records is too large is Refused.
func (s *PageSink) Put(ctx context.Context, pages []*record.Page) error {
	refused := map[*record.Page]error{} // the first refusal of each
	out := outbox{sink: s, refused: refused}
	for _, p := range pages {
		if err := out.add(ctx, p, PageMessage(p)); err != nil {
			return err
		}
	}
	if err := out.flush(ctx); err != nil {
		return err
	}
	var taken []*record.Page
	for _, p := range pages {
		if refused[p] == nil {
			taken = append(taken, p)
		}
	}
	for _, p := range taken {
		for _, m := range p.Meetings {
			if err := out.add(ctx, p, MeetingMessage(p, m)); err != nil {
				return err
			}
		}
	}
	if err := out.flush(ctx); err != nil {
		return err
	}
	var list pipeline.Refused
	for _, p := range pages {
		if err := refused[p]; err != nil {
			list = append(list, refusal(p, err))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

// outbox gathers messages of pages and writes them when there are enough.
type outbox struct {
	sink    *PageSink
	msgs    []Message
	of      []*record.Page // page of each
	bytes   int
	refused map[*record.Page]error
}

func (o *outbox) add(ctx context.Context, p *record.Page, m Message) error {
	o.msgs, o.of = append(o.msgs, m), append(o.of, p)
	if o.bytes += m.size(); o.bytes < putBytes {
		return nil
	}
	return o.flush(ctx)
}

func (o *outbox) flush(ctx context.Context) error {
	tooLarge, err := o.sink.write(ctx, o.msgs)
	if err != nil {
		return err
	}
	for i, p := range o.of {
		if e := tooLarge[i]; e != nil && o.refused[p] == nil {
			o.refused[p] = e
		}
	}
	clear(o.msgs)
	o.msgs, o.of, o.bytes = o.msgs[:0], o.of[:0], 0
	return nil
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

// Close frees the connections of the cluster, which is then done with. Nothing
// waits to be written: Put and Reject end when all is acknowledged. The error is nil.
func (s *PageSink) Close() error {
	s.cluster.Close()
	return nil
}
