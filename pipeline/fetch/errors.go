package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"os"

	"readout/pipeline"
)

var errTooSlow = errors.New("the page was not there in time")

func fail(reason pipeline.Reason, format string, args ...any) *pipeline.Error {
	return pipeline.Fail(pipeline.StageFetch, reason, format, args...)
}

// failure makes the page's error of what any step gave.
func (f *Fetcher) failure(ctx context.Context, err error) *pipeline.Error {
	if cause := context.Cause(ctx); errors.Is(cause, errTooSlow) {
		return fail(pipeline.Timeout, "no complete answer within %s", f.Timeout)
	} else if cause != nil {
		return fail(pipeline.NetworkError, "%w", cause)
	}
	var page *pipeline.Error
	if errors.As(err, &page) {
		return page
	}
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	var op *net.OpError
	var timeout net.Error
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return fail(pipeline.NetworkError, "there is no host %s", dns.Name)
	case errors.As(err, &dns):
		return fail(pipeline.NetworkError, "host %s could not be looked up: %s", dns.Name, dns.Err)
	case errors.As(err, &cert):
		return fail(pipeline.NetworkError, "the server's certificate is not good: %w", cert.Err)
	case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return fail(pipeline.Timeout, "no answer in time: %w", err)
	case errors.As(err, &op) && op.Op == "dial" && op.Addr != nil:
		return fail(pipeline.NetworkError, "no connection to %s: %w", op.Addr, root(op.Err))
	}
	return fail(pipeline.NetworkError, "%w", err)
}

// root gives the innermost error: "connection refused".
func root(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}
