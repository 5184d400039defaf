package stream

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/protocol"
)

// inWords is a fault in plain words; the error that was met is kept behind it.
type inWords struct {
	words string
	err   error
}

func (p inWords) Error() string { return p.words }
func (p inWords) Unwrap() error { return p.err }

// plainError takes the library's and the operating system's wrappings off a
// fault and says it in plain words where it can. An error that it does not know
// stays as it is.
func plainError(err error) error {
	var (
		e  kafka.Error
		op *net.OpError
	)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, syscall.ECONNREFUSED):
		return inWords{"connection refused", err}
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), isBroken(err):
		return inWords{"the broker closed the connection", err}
	case isMissing(err):
		return inWords{"the topic is not there any more", err}
	case errors.Is(err, protocol.ErrNoLeader):
		return inWords{"the partition has no leader", err}
	case errors.As(err, &e):
		return inWords{strings.ToLower(e.Title()), err}
	case isTimeout(err):
		return inWords{"no answer in time", err}
	case errors.As(err, &op):
		return inWords{op.Err.Error(), err}
	}
	return err
}

// isMissing tells whether the cluster does not have a topic or a partition.
func isMissing(err error) bool {
	return errors.Is(err, protocol.ErrNoTopic) || errors.Is(err, protocol.ErrNoPartition) ||
		errors.Is(err, kafka.UnknownTopicOrPartition)
}

// isTimeout tells whether an answer did not come in time.
func isTimeout(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.Is(err, os.ErrDeadlineExceeded) || errors.Is(err, context.DeadlineExceeded) ||
		errors.As(err, &timeout) && timeout.Timeout()
}

// isBroken tells whether the other side ended the connection.
func isBroken(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}
