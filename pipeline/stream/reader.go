package stream

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/protocol"

	"readout/pipeline/store"
)

// Reader reads the partitions of one topic from offsets that the caller keeps.
// It gives out what was committed, in order, and never passes over anything
// in silence. It is safe for concurrent use.
type Reader struct {
	cluster *Cluster
	topic   Topic
	name    string
	log     Log // what alone is read; zero for whatever has the name
}

// Reader makes a reader of a topic on the cluster's connections. It asks for
// nothing yet and has nothing to close.
func (c *Cluster) Reader(t Topic) *Reader {
	return &Reader{cluster: c, topic: t, name: c.url.Name(t)}
}

// of gives a reader of one log: where the topic has an id, another topic of the
// same name is not read.
func (r *Reader) of(log Log) *Reader {
	bound := *r
	bound.log = log
	return &bound
}

// Topic gives the full name of the topic.
func (r *Reader) Topic() string { return r.name }

// Open checks the topic as Cluster.Check does and gives its partitions, 0 to
// n-1. It takes as long as Check, and a few seconds more where the topic is new.
func (r *Reader) Open(ctx context.Context) ([]int, error) {
	if err := r.cluster.Check(ctx, r.topic); err != nil {
		return nil, err
	}
	for start := time.Now(); ; {
		partitions, err := r.Partitions(ctx)
		if err == nil && len(partitions) > 0 {
			return partitions, nil
		}
		// The topic is there; a client that has been in use for a while may
		// not know yet.
		if time.Since(start) > metadataAge+requestTimeout {
			return nil, err
		}
		if err := pause(ctx, 100*time.Millisecond); err != nil {
			return nil, err
		}
	}
}

// Partitions gives the partitions of the topic, 0 to n-1; more may be added
// while it is read, and are seen within two seconds. The error is a sentence
// that names hosts and topic, as are those of the other methods.
func (r *Reader) Partitions(ctx context.Context) ([]int, error) {
	n, err := r.cluster.partitions(ctx, r.name)
	if err != nil {
		return nil, r.sentence(err)
	}
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out, nil
}

// Offsets are the range of one partition: First is the oldest offset kept,
// End the one after the last that is committed.
type Offsets struct{ First, End int64 }

// Offsets gives the range of each of the partitions, as it is now: all of
// them or an error.
func (r *Reader) Offsets(ctx context.Context, partitions []int) (map[int]Offsets, error) {
	out := make(map[int]Offsets, len(partitions))
	if len(partitions) == 0 {
		return out, nil
	}
	var ask []kafka.OffsetRequest
	for _, p := range partitions {
		ask = append(ask, kafka.FirstOffsetOf(p), kafka.LastOffsetOf(p))
	}
	answer, err := r.cluster.client.ListOffsets(ctx, &kafka.ListOffsetsRequest{
		Topics:         map[string][]kafka.OffsetRequest{r.name: ask},
		IsolationLevel: kafka.ReadCommitted,
	})
	if err != nil {
		return nil, r.sentence(err)
	}
	for _, p := range answer.Topics[r.name] {
		if p.Error != nil {
			return nil, r.sentence(fmt.Errorf("offsets of partition %d: %w", p.Partition, plainError(p.Error)))
		}
		out[p.Partition] = Offsets{First: p.FirstOffset, End: p.LastOffset}
	}
	for _, p := range partitions {
		if _, ok := out[p]; !ok {
			return nil, r.sentence(fmt.Errorf("offsets of partition %d: no answer", p))
		}
	}
	return out, nil
}

// LostError says that a partition no longer has, or never had, the offset
// that was to be read.
type LostError struct {
	Topic     string
	Partition int
	From      int64 // to be read next
	Offsets         // that the partition has
}

// Error names the range that is lost, or the end that the topic has.
func (e *LostError) Error() string {
	if e.From < e.First {
		return fmt.Sprintf("kafka topic %s, partition %d: offsets %d to %d are lost: the topic deleted them before they were read; it begins at %d",
			e.Topic, e.Partition, e.From, e.First-1, e.First)
	}
	return fmt.Sprintf("kafka topic %s, partition %d: offset %d was to be read next, but the topic ends at %d: it was deleted and created again, or the cluster lost records",
		e.Topic, e.Partition, e.From, e.End)
}

// Fetch gives the committed messages of a partition from an offset on and the
// offset to go on from, which may be larger with no message at all: markers,
// aborted and compacted records are passed over. It waits up to a quarter of a
// second for something new. A *LostError means that going on would leave
// something out, a *RecreatedError that the topic is another one now; other
// errors pass, or ctx is done.
func (r *Reader) Fetch(ctx context.Context, partition int, from int64) ([]store.Message, int64, error) {
	msgs, next, err := r.fetch(ctx, partition, from)
	if errors.Is(err, kafka.OffsetOutOfRange) {
		have, err := r.Offsets(ctx, []int{partition})
		if err != nil {
			return nil, from, err
		}
		if o := have[partition]; from < o.First || from > o.End {
			// A topic that was created again has not come as far yet.
			if err := r.recreated(ctx); err != nil {
				return nil, from, err
			}
			return nil, from, &LostError{Topic: r.name, Partition: partition, From: from, Offsets: o}
		}
	}
	if errors.Is(err, errTopicID) {
		if another := r.recreated(ctx); isOtherLog(another) {
			return nil, from, another
		}
		err = kafka.UnknownTopicOrPartition // deleted, or not known to this broker yet
	}
	if err != nil {
		return nil, from, fmt.Errorf("%s, offset %d: %w", r.at(partition), from, plainError(err))
	}
	return msgs, next, nil
}

// recreated gives a *RecreatedError where the topic is another one than the
// reader reads, else nil or the error of asking.
func (r *Reader) recreated(ctx context.Context) error {
	log, err := r.Log(ctx)
	if err == nil && r.log.Topic != "" && log.String() != r.log.String() {
		err = &RecreatedError{Was: r.log, Is: log}
	}
	return err
}

func (r *Reader) fetch(ctx context.Context, partition int, from int64) ([]store.Message, int64, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchWait+requestTimeout)
	defer cancel()
	m, err := r.cluster.transport.RoundTrip(ctx, r.cluster.client.Addr, newFetchRequest(r.name, r.fetchID(), partition, from))
	if err != nil {
		return nil, from, err
	}
	response := m.(*fetchResponse)
	if response.ErrorCode != 0 {
		return nil, from, fetchError(response.ErrorCode)
	}
	if len(response.Topics) != 1 || len(response.Topics[0].Partitions) != 1 {
		return nil, from, protocol.ErrNoPartition
	}
	p := response.Topics[0].Partitions[0]
	if p.ErrorCode != 0 {
		return nil, from, fetchError(p.ErrorCode)
	}
	batches, err := parseBatches(p.RecordBatches)
	if err != nil && len(batches) == 0 {
		return nil, from, err
	}
	// Where a later batch cannot be read the next fetch begins with it and tells.
	list := make([]aborted, len(p.AbortedTransactions))
	for i, a := range p.AbortedTransactions {
		list[i] = aborted{producer: a.ProducerID, first: a.FirstOffset}
	}
	msgs, next := committed(batches, list, from)
	return msgs, next, nil
}

// fetchID is the topic's id where the brokers take it in a fetch.
func (r *Reader) fetchID() topicID {
	if r.log.byID {
		return r.log.ID
	}
	return topicID{}
}

// errTopicID says that a broker has no topic of the id that was asked for.
var errTopicID = errors.New("the topic of this id is not there any more")

func fetchError(code int16) error {
	const unknownTopicID, inconsistentTopicID = 100, 103
	if code == unknownTopicID || code == inconsistentTopicID {
		return errTopicID
	}
	return kafka.Error(code)
}

// at says where a partition is, as a sentence begins.
func (r *Reader) at(partition int) string {
	return fmt.Sprintf("kafka %s: topic %s, partition %d", r.cluster.where(), r.name, partition)
}

func (r *Reader) sentence(err error) error {
	return fmt.Errorf("kafka %s: topic %s: %w", r.cluster.where(), r.name, plainError(err))
}
