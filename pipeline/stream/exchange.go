package stream

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/twmb/franz-go/pkg/kmsg"
)

// maxFrame is more than a broker answers: a batch is bounded by
// max.message.bytes, which a topic may raise.
const maxFrame = 256 << 20

// exchange sends a request over a connection of the client library, which
// knows no later versions than those of Kafka 2.4, and reads its answer. The
// request's version is that of both.
func exchange(rw io.ReadWriter, request kmsg.Request, response kmsg.Response) error {
	const id = 1 // one request at a time uses a connection
	name := kmsg.NameForKey(request.Key())
	if _, err := rw.Write(kmsg.NewRequestFormatter(kmsg.FormatterClientID(clientID)).AppendRequest(nil, request, id)); err != nil {
		return err
	}
	var head [8]byte // size, correlation id
	if _, err := io.ReadFull(rw, head[:]); err != nil {
		return err
	}
	size := int64(int32(binary.BigEndian.Uint32(head[:]))) - 4
	if size < 0 || size > maxFrame {
		return fmt.Errorf("a %s answer of %d bytes", name, size)
	}
	if got := binary.BigEndian.Uint32(head[4:]); got != id {
		return fmt.Errorf("an answer to request %d in place of %d", got, id)
	}
	var answer bytes.Buffer // it grows as the answer comes, whatever size it claims
	answer.Grow(int(min(size, fetchBytes)) + bytes.MinRead)
	if _, err := io.CopyN(&answer, rw, size); err != nil {
		return err
	}
	body := answer.Bytes()
	response.SetVersion(request.GetVersion())
	err := error(nil)
	if response.IsFlexible() { // the answer's head ends with tags, of which there are none
		if len(body) == 0 || body[0] != 0 {
			err = errors.New("it begins with tags")
		} else {
			body = body[1:]
		}
	}
	if err == nil {
		err = response.ReadFrom(body)
	}
	if err != nil {
		return fmt.Errorf("a %s answer that cannot be read: %w", name, err)
	}
	return nil
}
