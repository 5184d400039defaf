package stream

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/sasl"
	"github.com/segmentio/kafka-go/sasl/plain"
	"github.com/segmentio/kafka-go/sasl/scram"
)

// Cluster is a client of one Kafka cluster: the login and one pool of
// connections that producers and readers share. It is safe for concurrent use.
type Cluster struct {
	url       URL
	tls       *tls.Config    // nil without TLS
	sasl      sasl.Mechanism // nil without login
	transport *kafka.Transport
	client    *kafka.Client
	cancel    context.CancelFunc
}

// Connect prepares a client; it opens no connection. The password belongs to
// the URL's user. The error tells of a CA file that cannot be used, a password
// that is missing or one too many. Call Check next; Close it at the end.
func Connect(u URL, password string) (*Cluster, error) {
	c := &Cluster{url: u}
	var err error
	if c.tls, err = tlsConfig(u); err != nil {
		return nil, fmt.Errorf("kafka: %w", err)
	}
	if c.sasl, err = mechanism(u, password); err != nil {
		return nil, fmt.Errorf("kafka: %w", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	c.cancel = cancel
	c.transport = &kafka.Transport{
		Dial:           func(ctx context.Context, _, host string) (net.Conn, error) { return c.dialNet(ctx, host) },
		DialTimeout:    dialTimeout, // the deadline of Dial's ctx
		MetadataTTL:    metadataAge,
		MetadataTopics: c.names(AllTopics()), // a large cluster has thousands of others
		ClientID:       clientID,
		SASL:           c.sasl,
		Context:        ctx,
	}
	c.client = &kafka.Client{Addr: kafka.TCP(u.Hosts...), Timeout: requestTimeout, Transport: c.transport}
	return c, nil
}

// Close frees the connections. Producers and readers of the cluster must be
// done before.
func (c *Cluster) Close() {
	c.transport.CloseIdleConnections()
	c.cancel()
}

// URL gives the URL that the client was made for.
func (c *Cluster) URL() URL { return c.url }

func tlsConfig(u URL) (*tls.Config, error) {
	if !u.TLS {
		return nil, nil
	}
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if u.CA == "" {
		return config, nil
	}
	pem, err := os.ReadFile(u.CA)
	if err != nil {
		return nil, fmt.Errorf("the ca= file: %w", err)
	}
	config.RootCAs = x509.NewCertPool()
	if !config.RootCAs.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("the ca= file %s holds no certificate in PEM", u.CA)
	}
	return config, nil
}

func mechanism(u URL, password string) (sasl.Mechanism, error) {
	switch {
	case u.SASL == "":
		return nil, nil // a password that is set for another cluster does no harm
	case password == "":
		return nil, fmt.Errorf("user %s has no password: set READOUT_KAFKA_PASSWORD or READOUT_KAFKA_PASSWORD_FILE", u.User)
	case u.SASL == Plain:
		return plain.Mechanism{Username: u.User, Password: password}, nil
	case u.SASL == ScramSHA256:
		return scram.Mechanism(scram.SHA256, u.User, password)
	default:
		return scram.Mechanism(scram.SHA512, u.User, password)
	}
}

// partitions gives how many partitions a topic has, from the client's
// knowledge of the cluster, at most metadataAge old.
func (c *Cluster) partitions(ctx context.Context, topic string) (int, error) {
	r, err := c.client.Metadata(ctx, &kafka.MetadataRequest{Topics: []string{topic}})
	if err != nil {
		return 0, err
	}
	for _, t := range r.Topics {
		if t.Name == topic {
			return len(t.Partitions), t.Error
		}
	}
	return 0, kafka.UnknownTopicOrPartition
}

// CreateTopics creates those of the topics that do not exist, with the
// broker's own replication factor, Pages compacted. Existing ones are left as
// they are. partitions under 1 means DefaultPartitions. It gives the full names
// of those created and returns when they can be used.
func (c *Cluster) CreateTopics(ctx context.Context, partitions int, topics ...Topic) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	if partitions < 1 {
		partitions = DefaultPartitions
	}
	missing, err := c.missing(ctx, topics)
	if err != nil || len(missing) == 0 {
		return nil, err
	}
	var created []string
	for _, t := range missing {
		made, err := c.createTopic(ctx, t, partitions)
		if err != nil {
			return created, fmt.Errorf("kafka %s: cannot create topic %s: %w", c.where(), c.url.Name(t), plainError(err))
		}
		if made {
			created = append(created, c.url.Name(t))
		}
	}
	for {
		// A cluster answers before all of its brokers know a new topic.
		err := c.Check(ctx, topics...)
		var missing missingError
		if !errors.As(err, &missing) || pause(ctx, minBackoff) != nil {
			return created, err
		}
	}
}

// createTopic creates one topic; false where somebody else was faster.
func (c *Cluster) createTopic(ctx context.Context, t Topic, partitions int) (bool, error) {
	config := kafka.TopicConfig{
		Topic:             c.url.Name(t),
		NumPartitions:     partitions,
		ReplicationFactor: -1,
	}
	if t == Pages {
		config.ConfigEntries = []kafka.ConfigEntry{{ConfigName: "cleanup.policy", ConfigValue: "compact"}}
	}
	create := func() error {
		r, err := c.client.CreateTopics(ctx, &kafka.CreateTopicsRequest{Topics: []kafka.TopicConfig{config}})
		if err != nil {
			return err
		}
		return r.Errors[config.Topic]
	}
	err := create()
	if errors.Is(err, kafka.InvalidReplicationFactor) || errors.Is(err, kafka.UnsupportedVersion) {
		config.ReplicationFactor = 1 // a broker before 2.4 has no default to ask for
		err = create()
	}
	if errors.Is(err, kafka.TopicAlreadyExists) {
		return false, nil
	}
	return err == nil, err
}

// where names the cluster in a sentence.
func (c *Cluster) where() string { return strings.Join(c.url.Hosts, ",") }

// names gives the full names of topics.
func (c *Cluster) names(topics []Topic) []string {
	out := make([]string, len(topics))
	for i, t := range topics {
		out[i] = c.url.Name(t)
	}
	return out
}

// missing gives those of the topics that the cluster does not have, fresh
// from a broker.
func (c *Cluster) missing(ctx context.Context, topics []Topic) ([]Topic, error) {
	conn, _, err := c.dialAny(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	r, err := c.metadata(ctx, conn, topics)
	if err != nil {
		return nil, err
	}
	var out []Topic
	for _, t := range topics {
		for _, m := range r.Topics {
			if m.Name == c.url.Name(t) && m.ErrorCode == int16(kafka.UnknownTopicOrPartition) {
				out = append(out, t)
			}
		}
	}
	return slices.Clip(out), nil
}

// pause waits for d or until ctx is done.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
