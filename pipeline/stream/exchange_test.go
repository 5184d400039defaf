package stream

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"

	"github.com/twmb/franz-go/pkg/kmsg"
)

// wire is a connection whose other side has said all that it will say.
type wire struct {
	net.Conn
	answer io.Reader
}

func (w *wire) Write(b []byte) (int, error) { return len(b), nil }
func (w *wire) Read(b []byte) (int, error)  { return w.answer.Read(b) }

// frame makes an answer: its size, correlation id and body.
func frame(size, id uint32, body string) []byte {
	b := binary.BigEndian.AppendUint32(nil, size)
	return append(binary.BigEndian.AppendUint32(b, id), body...)
}

func metadataAnswer() string {
	r := kmsg.NewPtrMetadataResponse()
	r.Version = topicVersion
	r.ClusterID = kmsg.StringPtr("C")
	return "\x00" + string(r.AppendTo(nil))
}

func TestExchange(t *testing.T) {
	good := metadataAnswer()
	size := uint32(len(good) + 4)
	for _, test := range []struct {
		name   string
		answer []byte
		want   string // in the error
	}{
		{"good", frame(size, 1, good), ""},
		{"nothing", nil, "EOF"},
		{"cut off", frame(size, 1, good[:3]), "EOF"},
		{"of another request", frame(size, 2, good), "an answer to request 2 in place of 1"},
		{"too small", frame(3, 1, good), "a Metadata answer of -1 bytes"},
		{"too large", frame(maxFrame+5, 1, good), "a Metadata answer of 268435457 bytes"},
		{"with tags", frame(size, 1, "\x01"+good[1:]), "it begins with tags"},
		{"empty", frame(4, 1, ""), "it begins with tags"},
		{"no such message", frame(4+3, 1, "\x00\xff\xff"), "a Metadata answer that cannot be read"},
	} {
		t.Run(test.name, func(t *testing.T) {
			request, response := kmsg.NewPtrMetadataRequest(), kmsg.NewPtrMetadataResponse()
			request.Version = topicVersion
			err := exchange(&wire{answer: bytes.NewReader(test.answer)}, request, response)
			switch {
			case test.want == "" && (err != nil || response.ClusterID == nil || *response.ClusterID != "C"):
				t.Errorf("exchange = %v, %+v", err, response)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("exchange = %v, want %q", err, test.want)
			}
		})
	}
}

// An answer costs the memory of what came of it, not of what it claims.
func TestExchangeMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := exchange(&wire{answer: bytes.NewReader(frame(maxFrame, 1, "short"))}, kmsg.NewPtrMetadataRequest(), kmsg.NewPtrMetadataResponse())
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; err == nil || n > 4<<20 {
		t.Errorf("%v, %d bytes were allocated", err, n)
	}
}

// Whatever comes, it is an answer or an error.
func FuzzExchange(f *testing.F) {
	good := metadataAnswer()
	f.Add(frame(uint32(len(good)+4), 1, good))
	f.Add(frame(7, 1, "\x00\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		request, response := kmsg.NewPtrMetadataRequest(), kmsg.NewPtrMetadataResponse()
		request.Version = topicVersion
		_ = exchange(&wire{answer: bytes.NewReader(b)}, request, response)
	})
}

// What a guarded connection gives is what came, from its first byte on, and
// nothing where the first answer is none to the request.
func FuzzGuardedConn(f *testing.F) {
	f.Add(frame(10, 1, "versions"))
	f.Add([]byte("HTTP/1.1 400 Bad Request"))
	f.Add([]byte("\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c := &guardedConn{Conn: &wire{answer: bytes.NewReader(b)}}
		for _, part := range []string{"\x00\x00\x00\x10\x00", "\x12\x00\x00\x00\x00\x00\x01\x00\x07readout"} {
			if _, err := c.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		got, err := io.ReadAll(c)
		answer := len(b) >= 8 && [4]byte(b[4:8]) == [4]byte{0, 0, 0, 1} && binary.BigEndian.Uint32(b) >= 4 && binary.BigEndian.Uint32(b) <= firstAnswer
		if answer && (err != nil || !bytes.Equal(got, b)) || !answer && len(got) > 0 {
			t.Fatalf("of %q it gave %q, %v", b, got, err)
		}
		if _, again := c.Read(make([]byte, 1)); !answer && len(b) > 0 && again == nil {
			t.Fatal("read on after an error")
		}
	})
}
