package stream

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"github.com/segmentio/kafka-go/protocol"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// An offset counts in one log only. A topic that was deleted and created
// again, or one of the same name on another cluster, is another log: reading
// it from the old offset would leave out what came before, in silence. The
// client library asks for metadata in version 8, which has no topic ids, so this
// file asks for itself (KIP-516, brokers from 2.8 on).

// identityVersion is the first version of a metadata answer that has both
// topic ids and a form that all brokers of today give.
const identityVersion = 12

// Log gives the name under which a database keeps the offsets of the topic:
// "TOPIC@CLUSTER/TOPIC-ID", without what the broker does not tell. Records
// are safe to read twice, since a revision counts once: a log that the
// database does not know is read from its first offset.
func (r *Reader) Log(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	conn, _, err := r.cluster.dialAny(ctx)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(requestTimeout))
	answer, err := conn.RoundTrip(&identityRequest{topic: r.name})
	if err == nil {
		return answer.(*identityResponse).log(r.name), nil
	}
	// A broker from before topic ids closes the connection on the question.
	plain, _, err := r.cluster.dialAny(ctx)
	if err != nil {
		return "", err
	}
	defer plain.Close()
	m, err := r.cluster.metadata(ctx, plain, []Topic{r.topic})
	if err != nil {
		return "", err
	}
	return (&identityResponse{cluster: m.ClusterID}).log(r.name), nil
}

// identityRequest asks for the ids of the cluster and of one topic.
type identityRequest struct{ topic string }

var _ protocol.RawExchanger = (*identityRequest)(nil)

// ApiKey makes it a message of the library.
func (r *identityRequest) ApiKey() protocol.ApiKey { return protocol.Metadata }

// Required has the library leave the exchange to us.
func (r *identityRequest) Required(map[protocol.ApiKey]int16) bool { return true }

// RawExchange sends the request and reads its answer.
func (r *identityRequest) RawExchange(rw io.ReadWriter) (protocol.Message, error) {
	const id = 1 // one request at a time uses a connection
	request := kmsg.NewPtrMetadataRequest()
	request.Version = identityVersion
	topic := kmsg.NewMetadataRequestTopic()
	topic.Topic = kmsg.StringPtr(r.topic)
	request.Topics = append(request.Topics, topic)
	if _, err := rw.Write(kmsg.NewRequestFormatter(kmsg.FormatterClientID(clientID)).AppendRequest(nil, request, id)); err != nil {
		return nil, err
	}
	var head [9]byte // size, correlation id, no tagged fields
	if _, err := io.ReadFull(rw, head[:]); err != nil {
		return nil, err
	}
	size := int64(int32(binary.BigEndian.Uint32(head[:]))) - 5
	if size < 0 || size > maxFrame || binary.BigEndian.Uint32(head[4:]) != id || head[8] != 0 {
		return nil, fmt.Errorf("a metadata answer that cannot be read")
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(rw, body); err != nil {
		return nil, err
	}
	answer := kmsg.NewPtrMetadataResponse()
	answer.Version = identityVersion
	if err := answer.ReadFrom(body); err != nil {
		return nil, fmt.Errorf("a metadata answer that cannot be read: %w", err)
	}
	out := &identityResponse{}
	if answer.ClusterID != nil {
		out.cluster = *answer.ClusterID
	}
	for _, t := range answer.Topics {
		if t.Topic != nil && *t.Topic == r.topic && t.TopicID != [16]byte{} {
			out.id = hex.EncodeToString(t.TopicID[:])
		}
	}
	return out, nil
}

type identityResponse struct{ cluster, id string }

// ApiKey makes it a message of the library.
func (r *identityResponse) ApiKey() protocol.ApiKey { return protocol.Metadata }

func (r *identityResponse) log(topic string) string {
	if r.cluster == "" && r.id == "" {
		return topic
	}
	log := topic + "@" + r.cluster
	if r.id != "" {
		log += "/" + r.id
	}
	return log
}
