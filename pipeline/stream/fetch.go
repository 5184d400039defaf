package stream

import (
	"io"
	"time"

	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/fetch"
	"github.com/twmb/franz-go/pkg/kmsg"
)

const (
	// fetchWait is how long a broker holds a fetch while there is nothing
	// new; whoever stops reading waits as long.
	fetchWait = 250 * time.Millisecond

	// fetchBytes bounds a fetch answer, compressed. A batch that is larger
	// comes all the same, alone.
	fetchBytes = 1 << 20

	// fetchByID is the first version of a fetch that names the topic by its id:
	// a topic that was created again is refused then, even between two fetches.
	fetchByID = 13
)

// fetchRequest asks one partition for records, read committed. It goes the
// way of the client library's own requests, leader and connection included, but
// gives the answer's batches as they came: see batch.go.
type fetchRequest struct {
	fetch.Request // finds the leader
	version       int16
	id            topicID // zero where the topic is asked for by its name
	from          int64
}

func newFetchRequest(topic string, id topicID, partition int, from int64) *fetchRequest {
	return &fetchRequest{id: id, from: from, Request: fetch.Request{
		Topics: []fetch.RequestTopic{{Topic: topic, Partitions: []fetch.RequestPartition{{Partition: int32(partition)}}}},
	}}
}

// Required has the library leave the exchange to us. The version is the one
// that it settled on with the broker, unless the topic's id asks for a later one.
func (r *fetchRequest) Required(versions map[protocol.ApiKey]int16) bool {
	r.version = versions[protocol.Fetch]
	if r.id != (topicID{}) {
		r.version = fetchByID
	}
	return true
}

// RawExchange sends the request and reads its answer.
func (r *fetchRequest) RawExchange(rw io.ReadWriter) (protocol.Message, error) {
	request := kmsg.NewPtrFetchRequest()
	request.Version = r.version
	request.MaxWaitMillis = int32(fetchWait.Milliseconds())
	request.MinBytes = 1
	request.MaxBytes = fetchBytes
	request.IsolationLevel = 1
	partition := kmsg.NewFetchRequestTopicPartition()
	partition.Partition = r.Topics[0].Partitions[0].Partition
	partition.FetchOffset = r.from
	partition.PartitionMaxBytes = fetchBytes
	request.Topics = []kmsg.FetchRequestTopic{{
		Topic:      r.Topics[0].Topic,
		TopicID:    r.id,
		Partitions: []kmsg.FetchRequestTopicPartition{partition},
	}}
	response := &fetchResponse{}
	if err := exchange(rw, request, &response.FetchResponse); err != nil {
		return nil, err
	}
	return response, nil
}

// fetchResponse has the batches as bytes.
type fetchResponse struct{ kmsg.FetchResponse }

// ApiKey makes it a message of the library.
func (r *fetchResponse) ApiKey() protocol.ApiKey { return protocol.Fetch }

var (
	_ protocol.RawExchanger  = (*fetchRequest)(nil)
	_ protocol.BrokerMessage = (*fetchRequest)(nil)
)
