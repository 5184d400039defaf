package stream

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"time"
)

// firstAnswer is more than a broker's list of versions, the first answer on
// every connection, may have: it has six bytes for each of some ninety requests.
const firstAnswer = 64 << 10

// notKafkaError says that the first bytes of an answer are no broker's.
type notKafkaError struct{ head []byte }

func (e *notKafkaError) Error() string {
	return fmt.Sprintf("what listens there does not speak the Kafka protocol: it answers %+q", e.head)
}

// alert tells whether it is TLS's word for a request that is not TLS.
func (e *notKafkaError) alert() bool { return e.head[0] == 0x15 && e.head[1] == 3 }

// guardedConn looks at the head of the first answer before the client library
// does: that takes a web server's "HTTP" for an answer of 1.2 GB and asks for
// the memory. Requests and answers must alternate until the first answer is there.
type guardedConn struct {
	net.Conn
	request []byte // head of the first request: size, key, version, correlation id
	answer  []byte // head of the first answer: what is not handed on yet
	judged  bool
	verdict error
}

const (
	requestHead = 12
	answerHead  = 8 // size, correlation id
)

func (c *guardedConn) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	if missing := requestHead - len(c.request); missing > 0 {
		c.request = append(c.request, b[:min(n, missing)]...)
	}
	return n, err
}

func (c *guardedConn) Read(b []byte) (int, error) {
	if !c.judged {
		c.judged, c.verdict = true, c.judge()
	}
	if c.verdict != nil { // for good: the library reads on after an error
		return 0, c.verdict
	}
	if len(c.answer) > 0 {
		n := copy(b, c.answer)
		c.answer = c.answer[n:]
		return n, nil
	}
	return c.Conn.Read(b)
}

// judge reads the head of the first answer.
func (c *guardedConn) judge() error {
	head := make([]byte, answerHead)
	n, err := io.ReadAtLeast(c.Conn, head, 4) // a banner may be shorter than a head
	if err != nil {
		return err
	}
	if size := binary.BigEndian.Uint32(head); size < 4 || size > firstAnswer {
		return &notKafkaError{head[:n]}
	}
	if _, err := io.ReadFull(c.Conn, head[n:]); err != nil {
		return err
	}
	if len(c.request) < requestHead || [4]byte(head[4:]) != [4]byte(c.request[8:]) {
		return &notKafkaError{head}
	}
	c.answer = head
	return nil
}

// breakWith has reads and writes of a connection fail as soon as ctx is done.
// Call stop when ctx does not bound it any more, and ask for its deadline anew.
func breakWith(ctx context.Context, conn net.Conn) (stop func() bool) {
	deadline, _ := ctx.Deadline() // none is zero, which is none
	_ = conn.SetDeadline(deadline)
	return context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
}
