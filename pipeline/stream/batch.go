package stream

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"time"

	"github.com/segmentio/kafka-go/compress"

	"readout/pipeline/store"
)

// This file reads Kafka's record batches, format 2
// (kafka.apache.org/documentation/#recordbatch). The client library's own
// reading drops what a database must know: the last offset that a batch covers
// (compaction takes records out of a batch and leaves its range as it was, so
// that without it a reader stays at such a batch for ever) and the list of aborted transactions.

// batchHeader is the number of bytes before a batch's records.
const batchHeader = 61

// maxInflated bounds what one batch may be after decompression.
const maxInflated = 128 << 20

// batch is one record batch.
type batch struct {
	base, last    int64 // offsets that it covers, both included
	producer      int64
	transactional bool
	control       bool // its records are markers, not messages
	abort         bool // of a control batch: the transaction ended by an abort
	messages      []store.Message
}

// corruptError says that the bytes that arrived are not those that were
// written. Fetching again often helps: the fault may be of the way or of memory.
type corruptError struct {
	base int64
	why  string
}

func (e *corruptError) Error() string {
	return fmt.Sprintf("the batch at offset %d is corrupt: %s", e.base, e.why)
}

// parseBatches reads the batches of a fetch answer. A last one that was cut
// off by the answer's limit is left out. Where a batch cannot be read, those
// before it are given along with the error.
func parseBatches(b []byte) ([]batch, error) {
	var out []batch
	for len(b) >= batchHeader {
		base := int64(binary.BigEndian.Uint64(b))
		length := int64(int32(binary.BigEndian.Uint32(b[8:]))) + 12
		if magic := b[16]; magic != 2 {
			return out, fmt.Errorf("the batch at offset %d has message format %d, older than Kafka 0.11: it is not supported", base, magic)
		}
		if length < batchHeader {
			return out, &corruptError{base, fmt.Sprintf("a length of %d bytes", length)}
		}
		if length > int64(len(b)) {
			break
		}
		one, err := parseBatch(b[:length])
		if err != nil {
			return out, err
		}
		out = append(out, one)
		b = b[length:]
	}
	return out, nil
}

func parseBatch(b []byte) (batch, error) {
	out := batch{base: int64(binary.BigEndian.Uint64(b))}
	crc := binary.BigEndian.Uint32(b[17:])
	if found := crc32.Checksum(b[21:], crc32.MakeTable(crc32.Castagnoli)); found != crc {
		return out, &corruptError{out.base, fmt.Sprintf("its checksum is %08x and should be %08x", found, crc)}
	}
	attributes := binary.BigEndian.Uint16(b[21:])
	out.last = out.base + int64(int32(binary.BigEndian.Uint32(b[23:])))
	first := int64(binary.BigEndian.Uint64(b[27:]))
	latest := int64(binary.BigEndian.Uint64(b[35:]))
	out.producer = int64(binary.BigEndian.Uint64(b[43:]))
	count := int(int32(binary.BigEndian.Uint32(b[57:])))
	out.transactional = attributes&0x10 != 0
	out.control = attributes&0x20 != 0
	if out.last < out.base {
		return out, &corruptError{out.base, "it ends before it begins"}
	}
	records, err := inflate(b[batchHeader:], compress.Compression(attributes&7))
	if err != nil {
		return out, &corruptError{out.base, err.Error()}
	}
	r := recordReader{rest: records}
	for range count {
		m, ok := r.next(out.base, first)
		if !ok || m.Offset < out.base || m.Offset > out.last {
			return out, &corruptError{out.base, fmt.Sprintf("record %d of %d is cut off or out of place", len(out.messages)+1, count)}
		}
		if attributes&0x08 != 0 { // the broker's own time stands for all
			m.Time = time.UnixMilli(latest)
		}
		out.messages = append(out.messages, m)
	}
	if out.control && len(out.messages) > 0 {
		// A marker's key is a version and a type: 0 abort, 1 commit.
		key := out.messages[0].Key
		out.abort = len(key) >= 4 && binary.BigEndian.Uint16(key[2:]) == 0
	}
	return out, nil
}

func inflate(b []byte, c compress.Compression) ([]byte, error) {
	if c == compress.None {
		return b, nil
	}
	codec := c.Codec()
	if codec == nil {
		return nil, fmt.Errorf("compression %d is not known", c)
	}
	r := codec.NewReader(bytes.NewReader(b))
	defer r.Close()
	out, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", codec.Name(), err)
	}
	if len(out) > maxInflated {
		return nil, errors.New("it inflates to more than 128 MiB")
	}
	return out, nil
}

// recordReader reads the records of a batch one after another.
type recordReader struct {
	rest []byte
	bad  bool
}

// next gives the next record; false where the bytes do not hold one.
func (r *recordReader) next(base, first int64) (store.Message, bool) {
	body := recordReader{rest: r.take(r.varint())}
	body.take(1) // attributes, unused in format 2
	m := store.Message{Time: time.UnixMilli(first + body.varint())}
	m.Offset = base + body.varint()
	m.Key, _ = body.field()
	var null bool
	m.Value, null = body.field()
	m.Tombstone = null
	n := body.varint()
	for ; n > 0 && !body.bad; n-- {
		key, _ := body.field()
		value, _ := body.field()
		m.Headers = append(m.Headers, store.Header{Key: string(key), Value: value})
	}
	return m, !r.bad && !body.bad && n == 0
}

// field reads a length and as many bytes; the length -1 stands for null.
func (r *recordReader) field() (b []byte, null bool) {
	n := r.varint()
	if n == -1 {
		return nil, true
	}
	return r.take(n), false
}

func (r *recordReader) varint() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *recordReader) take(n int64) []byte {
	if n < 0 || n > int64(len(r.rest)) {
		r.bad = true
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

// aborted is a transaction that ended by an abort, as a broker lists it with
// the records that it gives out: they are in the log all the same.
type aborted struct {
	producer, first int64
}

// committed gives the messages of batches from an offset on, without markers
// and without those of aborted transactions, and the offset after the last batch.
func committed(batches []batch, list []aborted, from int64) ([]store.Message, int64) {
	slices.SortFunc(list, func(a, b aborted) int { return int(min(max(a.first-b.first, -1), 1)) })
	open := map[int64]bool{} // producers whose transaction at this point was aborted
	next := from
	var out []store.Message
	for _, b := range batches {
		for len(list) > 0 && list[0].first <= b.last {
			open[list[0].producer] = true
			list = list[1:]
		}
		next = max(next, b.last+1)
		switch {
		case b.control:
			if b.abort {
				delete(open, b.producer)
			}
		case b.transactional && open[b.producer]:
		default:
			for _, m := range b.messages {
				if m.Offset >= from {
					out = append(out, m)
				}
			}
		}
	}
	return out, next
}
