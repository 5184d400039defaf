package stream

import (
	"encoding/binary"
	"fmt"
	"io"
	"time"

	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/fetch"
)

const (
	// fetchWait is how long a broker holds a fetch while there is nothing
	// new; whoever stops reading waits as long.
	fetchWait = 250 * time.Millisecond

	// fetchBytes bounds a fetch answer, compressed. A batch that is larger
	// comes all the same, alone.
	fetchBytes = 1 << 20

	// maxFrame is more than a broker answers: a batch is bounded by
	// max.message.bytes, which a topic may raise.
	maxFrame = 256 << 20
)

// fetchRequest asks one partition for records, read committed. It goes the
// way of the client library's own requests, leader and connection included, but
// gives the answer's batches as they came: see batch.go.
type fetchRequest struct {
	fetch.Request
	version int16
}

func newFetchRequest(topic string, partition int, from int64) *fetchRequest {
	return &fetchRequest{Request: fetch.Request{
		ReplicaID:      -1,
		MaxWaitTime:    int32(fetchWait.Milliseconds()),
		MinBytes:       1,
		MaxBytes:       fetchBytes,
		IsolationLevel: 1,
		SessionID:      0,
		SessionEpoch:   -1,
		Topics: []fetch.RequestTopic{{
			Topic: topic,
			Partitions: []fetch.RequestPartition{{
				Partition:          int32(partition),
				CurrentLeaderEpoch: -1,
				FetchOffset:        from,
				LogStartOffset:     -1,
				PartitionMaxBytes:  fetchBytes,
			}},
		}},
	}}
}

// Required has the library leave the exchange to us, in the version that it
// settled on with the broker.
func (r *fetchRequest) Required(versions map[protocol.ApiKey]int16) bool {
	r.version = versions[protocol.Fetch]
	return true
}

// RawExchange sends the request and reads its answer.
func (r *fetchRequest) RawExchange(rw io.ReadWriter) (protocol.Message, error) {
	const id = 1 // one request at a time uses a connection
	if err := protocol.WriteRequest(rw, r.version, id, clientID, &r.Request); err != nil {
		return nil, err
	}
	var head [8]byte // size, correlation id
	if _, err := io.ReadFull(rw, head[:]); err != nil {
		return nil, err
	}
	size := int64(int32(binary.BigEndian.Uint32(head[:]))) - 4
	if size < 0 || size > maxFrame {
		return nil, fmt.Errorf("a fetch answer of %d bytes", size)
	}
	if got := binary.BigEndian.Uint32(head[4:]); got != id {
		return nil, fmt.Errorf("an answer to request %d in place of %d", got, id)
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(rw, body); err != nil {
		return nil, err
	}
	response := new(fetchResponse)
	if err := protocol.Unmarshal(body, r.version, response); err != nil {
		return nil, fmt.Errorf("a fetch answer that cannot be read: %w", err)
	}
	return response, nil
}

// fetchResponse is fetch.Response with the batches as bytes.
type fetchResponse struct {
	ThrottleTimeMs int32                `kafka:"min=v1,max=v11"`
	ErrorCode      int16                `kafka:"min=v7,max=v11"`
	SessionID      int32                `kafka:"min=v7,max=v11"`
	Topics         []fetchResponseTopic `kafka:"min=v0,max=v11"`
}

// ApiKey makes it a message of the library.
func (r *fetchResponse) ApiKey() protocol.ApiKey { return protocol.Fetch }

type fetchResponseTopic struct {
	Topic      string                   `kafka:"min=v0,max=v11"`
	Partitions []fetchResponsePartition `kafka:"min=v0,max=v11"`
}

type fetchResponsePartition struct {
	Partition            int32                       `kafka:"min=v0,max=v11"`
	ErrorCode            int16                       `kafka:"min=v0,max=v11"`
	HighWatermark        int64                       `kafka:"min=v0,max=v11"`
	LastStableOffset     int64                       `kafka:"min=v4,max=v11"`
	LogStartOffset       int64                       `kafka:"min=v5,max=v11"`
	AbortedTransactions  []fetch.ResponseTransaction `kafka:"min=v4,max=v11"`
	PreferredReadReplica int32                       `kafka:"min=v11,max=v11"`
	RecordSet            []byte                      `kafka:"min=v0,max=v11"`
}

var (
	_ protocol.RawExchanger  = (*fetchRequest)(nil)
	_ protocol.BrokerMessage = (*fetchRequest)(nil)
)
