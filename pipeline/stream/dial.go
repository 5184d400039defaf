package stream

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
	"syscall"

	"github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/apiversions"
	"github.com/segmentio/kafka-go/protocol/metadata"
	"github.com/segmentio/kafka-go/protocol/saslauthenticate"
	"github.com/segmentio/kafka-go/protocol/saslhandshake"
	"github.com/segmentio/kafka-go/sasl"
)

// This file opens a connection step by step, so that each step's failure has
// a sentence of its own: the client library tells of a wrong password, of a
// missing login and of TLS on one side only in the same words, "unexpected EOF".

// dial opens a connection to one broker: TCP, TLS, versions, login. The error
// is a sentence that names the broker.
func (c *Cluster) dial(ctx context.Context, host string) (*protocol.Conn, error) {
	within, cancel := context.WithTimeout(ctx, dialTimeout)
	defer cancel()
	conn, err := c.dialSteps(within, host)
	if ctx.Err() != nil { // what broke then is no fault of the broker's
		err = plainError(ctx.Err())
	}
	if err != nil {
		if conn != nil {
			conn.Close()
		}
		return nil, fmt.Errorf("kafka %s: %w", host, err)
	}
	return conn, nil
}

func (c *Cluster) dialSteps(ctx context.Context, host string) (*protocol.Conn, error) {
	raw, err := c.dialNet(ctx, host)
	if err != nil {
		return nil, err
	}
	conn := protocol.NewConn(raw, clientID)
	stop := breakWith(ctx, conn)
	defer stop()
	if err := negotiate(conn); err != nil {
		conn.Close()
		var other *notKafkaError
		if errors.As(err, &other) && !other.alert() {
			return nil, other
		}
		if c.tls == nil && speaksTLS(ctx, host) {
			return nil, errors.New("the broker speaks TLS on this port: add tls=true")
		}
		return nil, fmt.Errorf("what listens there does not answer as a Kafka broker: %w", plainError(err))
	}
	if err := c.login(ctx, conn, host); err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

// dialNet opens the TCP connection and, where the URL says so, TLS over it.
// The connection tells by itself where no broker answers. ctx must have a deadline.
func (c *Cluster) dialNet(ctx context.Context, host string) (net.Conn, error) {
	raw, err := (&net.Dialer{}).DialContext(ctx, "tcp", host)
	if err != nil {
		return nil, dialError(err)
	}
	if c.tls == nil {
		return &guardedConn{Conn: raw}, nil
	}
	config := c.tls.Clone()
	config.ServerName, _, _ = net.SplitHostPort(host)
	secure := tls.Client(raw, config)
	hctx, cancel := context.WithTimeout(ctx, handshakeTimeout)
	defer cancel()
	if err := secure.HandshakeContext(hctx); err != nil {
		raw.Close()
		if isTimeout(err) && speaksPlainly(ctx, host) {
			return nil, errNoTLS
		}
		return nil, handshakeError(err)
	}
	return &guardedConn{Conn: secure}, nil
}

var errNoTLS = errors.New("the broker does not speak TLS on this port: leave tls=true out, or use its TLS port")

func dialError(err error) error {
	var dns *net.DNSError
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("connection refused: no broker listens there")
	case errors.As(err, &dns):
		return fmt.Errorf("no such host: %s", dns.Name)
	default:
		return fmt.Errorf("cannot connect: %w", plainError(err))
	}
}

func handshakeError(err error) error {
	var (
		unknown  x509.UnknownAuthorityError
		hostname x509.HostnameError
		invalid  x509.CertificateInvalidError
		record   tls.RecordHeaderError
		alert    tls.AlertError
	)
	switch {
	case errors.As(err, &unknown):
		return errors.New("the broker's certificate is signed by an unknown authority: name the authority's certificate with ca=FILE")
	case errors.As(err, &hostname), errors.As(err, &invalid):
		return fmt.Errorf("the broker's certificate does not hold: %w", err)
	case errors.As(err, &alert):
		return fmt.Errorf("the broker refused TLS: %w", err)
	case errors.As(err, &record), isBroken(err):
		return errNoTLS
	default:
		return fmt.Errorf("TLS: %w", plainError(err))
	}
}

// speaksTLS tells whether a TLS server answers at host, whatever its certificate.
func speaksTLS(ctx context.Context, host string) bool {
	raw, err := (&net.Dialer{}).DialContext(ctx, "tcp", host)
	if err != nil {
		return false
	}
	defer raw.Close()
	// Nothing is sent over this connection: it only tells what to advise.
	err = tls.Client(raw, &tls.Config{InsecureSkipVerify: true}).HandshakeContext(ctx)
	var alert tls.AlertError
	return err == nil || errors.As(err, &alert)
}

// speaksPlainly tells whether a Kafka broker without TLS answers at host.
func speaksPlainly(ctx context.Context, host string) bool {
	raw, err := (&net.Dialer{}).DialContext(ctx, "tcp", host)
	if err != nil {
		return false
	}
	defer raw.Close()
	defer breakWith(ctx, raw)()
	return negotiate(protocol.NewConn(&guardedConn{Conn: raw}, clientID)) == nil
}

// negotiate asks for the versions that the broker knows and settles on them.
func negotiate(conn *protocol.Conn) error {
	m, err := conn.RoundTrip(new(apiversions.Request))
	if err != nil {
		return err
	}
	r := m.(*apiversions.Response)
	if r.ErrorCode != 0 {
		return kafka.Error(r.ErrorCode)
	}
	versions := make(map[protocol.ApiKey]int16, len(r.ApiKeys))
	for _, k := range r.ApiKeys {
		key := protocol.ApiKey(k.ApiKey)
		versions[key] = key.SelectVersion(k.MinVersion, k.MaxVersion)
	}
	conn.SetVersions(versions)
	return nil
}

// login authenticates the connection by SASL, where the URL says so.
func (c *Cluster) login(ctx context.Context, conn *protocol.Conn, host string) error {
	if c.sasl == nil {
		return nil
	}
	m, err := conn.RoundTrip(&saslhandshake.Request{Mechanism: c.sasl.Name()})
	if err != nil {
		return fmt.Errorf("login by %s: %w", c.sasl.Name(), plainError(err))
	}
	switch r := m.(*saslhandshake.Response); kafka.Error(r.ErrorCode) {
	case 0:
	case kafka.UnsupportedSASLMechanism:
		return fmt.Errorf("the broker takes no login by %s; it takes %s: change sasl=",
			c.url.SASL, strings.ToLower(strings.Join(r.Mechanisms, ", ")))
	case kafka.IllegalSASLState:
		return errors.New("the broker asks for no login on this port: leave USER@ and sasl= out, or use its SASL port")
	default:
		return fmt.Errorf("login by %s: %w", c.url.SASL, plainError(kafka.Error(r.ErrorCode)))
	}
	if err := authenticate(ctx, conn, host, c.sasl); err != nil {
		return fmt.Errorf("the login of user %s by %s was refused, wrong name or password: %w", c.url.User, c.url.SASL, err)
	}
	return nil
}

func authenticate(ctx context.Context, conn *protocol.Conn, host string, mechanism sasl.Mechanism) error {
	ctx = sasl.WithMetadata(ctx, &sasl.Metadata{Host: host})
	session, state, err := mechanism.Start(ctx)
	for done := false; err == nil && !done; {
		var m protocol.Message
		if m, err = conn.RoundTrip(&saslauthenticate.Request{AuthBytes: state}); err != nil {
			return plainError(err)
		}
		r := m.(*saslauthenticate.Response)
		if r.ErrorCode != 0 {
			return fmt.Errorf("%s", strings.TrimSpace(r.ErrorMessage))
		}
		done, state, err = session.Next(ctx, r.AuthBytes)
	}
	return err
}

// offers gives the login mechanisms that a broker takes, nil where it takes none.
func (c *Cluster) offers(ctx context.Context, host string) []string {
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	raw, err := c.dialNet(ctx, host)
	if err != nil {
		return nil
	}
	conn := protocol.NewConn(raw, clientID)
	defer conn.Close()
	defer breakWith(ctx, conn)()
	if negotiate(conn) != nil {
		return nil
	}
	m, err := conn.RoundTrip(&saslhandshake.Request{Mechanism: "?"})
	if err != nil {
		return nil
	}
	return m.(*saslhandshake.Response).Mechanisms
}

// metadata asks a broker for the cluster's brokers and some topics.
func (c *Cluster) metadata(ctx context.Context, conn *protocol.Conn, topics []Topic) (*metadata.Response, error) {
	within, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	defer breakWith(within, conn)()
	m, err := conn.RoundTrip(&metadata.Request{TopicNames: c.names(topics)})
	if err == nil {
		return m.(*metadata.Response), nil
	}
	host := conn.RemoteAddr().String()
	if ctx.Err() != nil {
		return nil, fmt.Errorf("kafka %s: %w", host, plainError(ctx.Err()))
	}
	if c.sasl == nil && isBroken(err) {
		if list := c.offers(ctx, host); list != nil {
			return nil, fmt.Errorf("kafka %s: the broker asks for a login on this port, by %s: add USER@ before the hosts and ?sasl=MECHANISM",
				host, strings.ToLower(strings.Join(list, ", ")))
		}
	}
	return nil, fmt.Errorf("kafka %s: no answer to a question for its topics: %w", host, plainError(err))
}
