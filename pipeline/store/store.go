// Package store holds what a stream gives a database and what it asks of one:
// the types between pipeline/stream, which reads Kafka, and the databases
// below this folder, which know no Kafka. It imports the standard library only.
package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
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
	// Topics gives the topics that Offsets knows, sorted. It is called at the start.
	Topics(ctx context.Context) ([]string, error)

	// Offsets gives where each partition of a topic stands; a partition never
	// read is absent. It is called at the start, and again after every error
	// of Apply.
	Offsets(ctx context.Context, topic string) (map[int]Position, error)

	// Forget drops where the partitions of a topic stand, and no rows: the
	// topic is as one never read. It is called at the start where a user asks for it.
	Forget(ctx context.Context, topic string) error

	// Apply stores a batch and its offset in one transaction: all or
	// nothing. It wraps ErrFenced where the stored offset is not b.From: another
	// worker has moved it, and nothing of the batch was stored. Where none is
	// stored, From may be any: the topic begins where its retention says; but a
	// batch that Continues is fenced: another worker has had the topic forgotten. A
	// message that is no valid record is no error: it goes to the table of dead
	// letters with its bytes, and is given back. One that was there and is a
	// record now, for a later version of readout, is taken out of that table.
	Apply(ctx context.Context, b Batch) ([]DeadLetter, error)
}

// Position is where a partition stands.
type Position struct {
	Next int64 // the offset to read next
	Last *Mark // the last message that was stored; nil where none was, or it is not known
}

// Mark is by what a message is known again.
type Mark struct {
	Offset int64
	Time   time.Time // to the millisecond
	SHA256 [sha256.Size]byte
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
	Continues  bool      // the database is known to have had From as the next offset
	Messages   []Message // in the order of offsets
}

// DeadLetter is a message that is no record of its key.
type DeadLetter struct {
	Message Message
	Reason  string // a pipeline.Reason: bad_record, wrong_schema or wrong_key
	Err     error
}

// Message is one record of a topic, its bytes as they were produced.
type Message struct {
	Key, Value []byte
	Headers    []Header
	Offset     int64
	Tombstone  bool      // the value is null, not empty: what the key names is deleted
	Time       time.Time // the record's timestamp
}

// Mark makes the mark of a message: its hash is of key and value, as they were
// produced.
func (m *Message) Mark() *Mark {
	h := sha256.New()
	var head [9]byte
	binary.BigEndian.PutUint64(head[:], uint64(len(m.Key)))
	if m.Tombstone {
		head[8] = 1
	}
	h.Write(head[:])
	h.Write(m.Key)
	h.Write(m.Value)
	mark := &Mark{Offset: m.Offset, Time: m.Time}
	h.Sum(mark.SHA256[:0])
	return mark
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
