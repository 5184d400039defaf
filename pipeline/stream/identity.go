package stream

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/protocol"
	"github.com/twmb/franz-go/pkg/kmsg"

	"readout/pipeline/store"
)

// An offset counts in one log only. A topic that was deleted and created
// again, or one of the same name on another cluster, is another log: reading
// it from the old offset would leave out what came before, in silence. The
// client library asks for metadata in version 8, which has no topic ids, so this
// file asks for itself (KIP-516: brokers have ids from 2.8 on, take them in
// fetches from 3.1 on). Where a broker has no
// ids, and where a log keeps its id and yet lost its end, the last message that
// the database stored tells: see sameLog.

// topicVersion is the last version of a metadata answer that is asked for. From
// 2 on it has the cluster's id, from 10 on topic ids.
const topicVersion = 12

// topicID is a topic's id; zero where the broker has none.
type topicID = [16]byte

// Log is one topic of one cluster, from its creation to its deletion.
type Log struct {
	Topic   string // full name
	Cluster string // the cluster's id; "" where the broker does not tell
	ID      topicID

	byID bool // the brokers take fetches by the topic's id
}

// String gives the name under which a database keeps the offsets of the log:
// "TOPIC@CLUSTER/TOPIC-ID", without what the broker does not tell.
func (l Log) String() string {
	s := l.Topic
	if l.Cluster != "" || l.ID != (topicID{}) {
		s += "@" + l.Cluster
	}
	if l.ID != (topicID{}) {
		s += "/" + hex.EncodeToString(l.ID[:])
	}
	return s
}

// isLogOf tells whether a name that a database has is that of a log of the topic.
func isLogOf(name, topic string) bool {
	return name == topic || strings.HasPrefix(name, topic+"@")
}

// RecreatedError says that a topic was deleted and created again while it was
// read: what is read now must begin at its first offset.
type RecreatedError struct{ Was, Is Log }

// Error names the topic and the ids that tell the two apart.
func (e *RecreatedError) Error() string {
	if e.Was.Cluster != e.Is.Cluster {
		return fmt.Sprintf("kafka topic %s: another cluster answers now (id %s, before %s)", e.Was.Topic, e.Is.Cluster, e.Was.Cluster)
	}
	return fmt.Sprintf("kafka topic %s was deleted and created again (id %x, before %x)", e.Was.Topic, e.Is.ID, e.Was.ID)
}

// ForkedError says that a partition has another message than the one that the
// database stored from that offset.
type ForkedError struct {
	Topic     string
	Partition int
	Was, Is   store.Mark
}

// Error names partition and offset, and how the two messages differ.
func (e *ForkedError) Error() string {
	is := "another value"
	if !e.Is.Time.Equal(e.Was.Time) {
		is = "the time " + e.Is.Time.UTC().Format(time.RFC3339)
	}
	return fmt.Sprintf("kafka topic %s, partition %d: the message at offset %d is not the one that the database stored on reading it (that was of %s, this one has %s): "+
		"the topic was deleted and created again, or the cluster lost messages and took others in their place",
		e.Topic, e.Partition, e.Was.Offset, e.Was.Time.UTC().Format(time.RFC3339), is)
}

// isOtherLog tells whether an error says that a topic has not what was to be
// read of it, which no second attempt changes.
func isOtherLog(err error) bool {
	var (
		lost    *LostError
		forked  *ForkedError
		another *RecreatedError
	)
	return errors.As(err, &lost) || errors.As(err, &forked) || errors.As(err, &another)
}

// Log asks which log the topic is now. What a database has read of another
// one does not count for it; records are safe to read twice, since a revision
// counts once.
func (r *Reader) Log(ctx context.Context) (Log, error) {
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	log := Log{Topic: r.name}
	versions, err := r.cluster.client.ApiVersions(ctx, &kafka.ApiVersionsRequest{})
	if err != nil {
		return log, r.sentence(err)
	}
	latest := map[protocol.ApiKey]int{}
	for _, v := range versions.ApiKeys {
		latest[protocol.ApiKey(v.ApiKey)] = v.MaxVersion
	}
	// A broker closes the connection on a version that it does not know.
	m, err := r.cluster.transport.RoundTrip(ctx, r.cluster.client.Addr, &topicRequest{topic: r.name, version: int16(min(latest[protocol.Metadata], topicVersion))})
	if err == nil {
		err = m.(*topicResponse).fill(&log)
	}
	if err != nil {
		return log, r.sentence(err)
	}
	log.byID = log.ID != (topicID{}) && latest[protocol.Fetch] >= fetchByID
	return log, nil
}

// sameLog finds out whether a partition still has the last message that was
// stored of it. A *ForkedError says that it has another one there. Where the
// message is gone nothing can be told: compaction and retention take messages away.
func (r *Reader) sameLog(ctx context.Context, partition int, have Offsets, last *store.Mark) error {
	if last == nil || last.Offset < have.First || last.Offset >= have.End {
		return nil
	}
	msgs, _, err := r.Fetch(ctx, partition, last.Offset)
	if err != nil || len(msgs) == 0 || msgs[0].Offset != last.Offset {
		return err
	}
	if now := msgs[0].Mark(); now.SHA256 != last.SHA256 || !now.Time.Equal(last.Time) {
		return &ForkedError{Topic: r.name, Partition: partition, Was: *last, Is: *now}
	}
	return nil
}

// topicRequest asks any broker for the ids of the cluster and of one topic.
type topicRequest struct {
	topic   string
	version int16
}

var _ protocol.RawExchanger = (*topicRequest)(nil)

// ApiKey makes it a message of the library.
func (r *topicRequest) ApiKey() protocol.ApiKey { return protocol.Metadata }

// Required has the library leave the exchange to us.
func (r *topicRequest) Required(map[protocol.ApiKey]int16) bool { return true }

// RawExchange sends the request and reads its answer.
func (r *topicRequest) RawExchange(rw io.ReadWriter) (protocol.Message, error) {
	request := kmsg.NewPtrMetadataRequest()
	request.Version = r.version
	topic := kmsg.NewMetadataRequestTopic()
	topic.Topic = kmsg.StringPtr(r.topic)
	request.Topics = append(request.Topics, topic)
	response := &topicResponse{}
	if err := exchange(rw, request, &response.MetadataResponse); err != nil {
		return nil, err
	}
	return response, nil
}

// topicResponse is its answer.
type topicResponse struct{ kmsg.MetadataResponse }

// ApiKey makes it a message of the library.
func (r *topicResponse) ApiKey() protocol.ApiKey { return protocol.Metadata }

// fill takes the ids of a log's topic. An error says that the broker does not
// know the topic, or not yet.
func (r *topicResponse) fill(log *Log) error {
	if r.ClusterID != nil {
		log.Cluster = *r.ClusterID
	}
	for _, t := range r.Topics {
		if t.Topic == nil || *t.Topic != log.Topic {
			continue
		}
		if code := kafka.Error(t.ErrorCode); code != 0 && !errors.Is(code, kafka.LeaderNotAvailable) {
			return code
		}
		log.ID = t.TopicID
		return nil
	}
	return kafka.UnknownTopicOrPartition
}
