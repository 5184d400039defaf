// Package store holds what a stream gives a database and what it asks of one:
// the types between pipeline/stream, which reads Kafka, and the databases
// below this folder, which know no Kafka. It imports the standard library only.
package store

import (
	"context"
	"errors"
	"time"
)

// Store is a database that a stream of page records feeds. It keeps the next
// offset of each partition beside the rows, so that a batch counts exactly
// once however often it is delivered. It cuts pipeline/stream's dependency on
// the databases. The sink calls it from one goroutine at a time.
type Store interface {
	// A topic is named here together with its log ("TOPIC@CLUSTER/TOPIC-ID"): a
	// topic created again is another one.
	//
	// Offsets gives the next offset to read of each partition of a topic; a
	// partition never read is absent. It is called at the start, and again
	// after every error of Apply.
	Offsets(ctx context.Context, topic string) (map[int]int64, error)

	// Apply stores a batch and its offset in one transaction: all or
	// nothing. It wraps ErrFenced where the stored offset is not b.From: another
	// worker has moved it, and nothing of the batch was stored. Where none is
	// stored yet, From may be any: the topic begins where its retention says. A
	// message that is no valid record is no error: it goes to the table of dead
	// letters.
	Apply(ctx context.Context, b Batch) error
}

// ErrFenced says that the offset in the database is not the one that the
// batch starts from.
var ErrFenced = errors.New("the offset in the database was moved by another worker")

// Batch is a run of one partition of a topic, complete from offset From up to
// and without offset Next. It may hold no message: offsets of markers and of
// compacted records are passed over too.
type Batch struct {
	Topic      string
	Partition  int
	From, Next int64
	Messages   []Message // in the order of offsets
}

// Message is one record of a topic, its bytes as they were produced.
type Message struct {
	Key, Value []byte
	Headers    []Header
	Offset     int64
	Tombstone  bool      // the value is null, not empty: what the key names is deleted
	Time       time.Time // the record's timestamp
}

// Header is one header of a message.
type Header struct {
	Key   string
	Value []byte
}

// Header gives the first header of that name, "" where there is none.
func (m *Message) Header(key string) string {
	for _, h := range m.Headers {
		if h.Key == key {
			return string(h.Value)
		}
	}
	return ""
}
