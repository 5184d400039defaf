package stream

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/metadata"
)

// Check dials the cluster once and tells in one sentence, within ten seconds,
// what a user must know before the first record: that no broker answers, that
// TLS or the login is wrong, that a topic is missing, that the brokers which
// lead the topics cannot be reached from here.
func (c *Cluster) Check(ctx context.Context, topics ...Topic) error {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	conn, host, err := c.dialAny(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	for {
		r, err := c.metadata(ctx, conn, topics)
		if err != nil {
			return err
		}
		leaders, err := c.leaders(r, topics)
		if errors.Is(err, kafka.LeaderNotAvailable) && pause(ctx, 200*time.Millisecond) == nil {
			continue // a topic that was just created
		}
		if err != nil {
			return fmt.Errorf("kafka %s: %w", host, err)
		}
		return c.reach(ctx, host, leaders)
	}
}

// dialAny dials all the hosts of the URL at once and gives a connection to
// the first that answers, else the error of the first of the list.
func (c *Cluster) dialAny(ctx context.Context) (*protocol.Conn, string, error) {
	type answer struct {
		i    int
		conn *protocol.Conn
		err  error
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	hosts := c.url.Hosts
	answers := make(chan answer)
	for i, host := range hosts {
		go func() {
			conn, err := c.dial(ctx, host)
			answers <- answer{i, conn, err}
		}()
	}
	var found answer
	errs := make([]error, len(hosts))
	for range hosts { // dial ends with ctx, in dialTimeout at the latest
		a := <-answers
		switch {
		case a.err != nil:
			errs[a.i] = a.err
		case found.conn == nil:
			found = a
			cancel()
		default:
			a.conn.Close()
		}
	}
	switch {
	case found.conn != nil:
		return found.conn, hosts[found.i], nil
	case len(hosts) > 1:
		return nil, "", fmt.Errorf("none of %d brokers can be used; %w", len(hosts), errs[0])
	}
	return nil, "", errs[0]
}

// leaders gives the addresses of the brokers that lead the topics'
// partitions, sorted. A topic that is missing, hidden or without a leader is an error.
func (c *Cluster) leaders(r *metadata.Response, topics []Topic) ([]string, error) {
	byID := map[int32]string{}
	for _, b := range r.Brokers {
		byID[b.NodeID] = net.JoinHostPort(b.Host, strconv.Itoa(int(b.Port)))
	}
	var (
		missing  []Topic
		leaders  []string
		leadless error
	)
	for _, t := range topics {
		i := slices.IndexFunc(r.Topics, func(m metadata.ResponseTopic) bool { return m.Name == c.url.Name(t) })
		if i < 0 {
			missing = append(missing, t)
			continue
		}
		switch code := kafka.Error(r.Topics[i].ErrorCode); code {
		case 0, kafka.LeaderNotAvailable:
		case kafka.UnknownTopicOrPartition:
			missing = append(missing, t)
		case kafka.TopicAuthorizationFailed:
			return nil, fmt.Errorf("user %s may not use topic %s: %w", c.url.User, c.url.Name(t), code)
		default:
			return nil, fmt.Errorf("topic %s: %w", c.url.Name(t), plainError(code))
		}
		for _, p := range r.Topics[i].Partitions {
			if host, ok := byID[p.LeaderID]; ok {
				leaders = append(leaders, host)
			} else if leadless == nil {
				leadless = fmt.Errorf("partition %d of topic %s has no leader now: %w", p.PartitionIndex, c.url.Name(t), kafka.LeaderNotAvailable)
			}
		}
		if len(r.Topics[i].Partitions) == 0 && leadless == nil {
			leadless = fmt.Errorf("topic %s has no leader now: %w", c.url.Name(t), kafka.LeaderNotAvailable)
		}
	}
	switch {
	case len(missing) > 0:
		return nil, missingError(c.names(missing))
	case leadless != nil:
		return nil, leadless
	}
	slices.Sort(leaders)
	return slices.Compact(leaders), nil
}

// missingError names the topics that do not exist.
type missingError []string

func (e missingError) Error() string {
	n := len(e) - 1
	if n == 0 {
		return fmt.Sprintf("topic %s does not exist: create it, or let --create-topics do it", e[0])
	}
	return fmt.Sprintf("topics %s and %s do not exist: create them, or let --create-topics do it", strings.Join(e[:n], ", "), e[n])
}

// reach dials the brokers under the names that the cluster gives for them:
// they are often names of an inner network.
func (c *Cluster) reach(ctx context.Context, host string, leaders []string) error {
	errs := make([]chan error, len(leaders))
	for i, leader := range leaders {
		errs[i] = make(chan error, 1)
		if leader == host {
			errs[i] <- nil
			continue
		}
		go func() {
			conn, err := c.dial(ctx, leader)
			if err == nil {
				conn.Close()
			}
			errs[i] <- err
		}()
	}
	var first error
	for i := range errs {
		if err := <-errs[i]; err != nil && first == nil {
			first = fmt.Errorf("the cluster at %s answers, but sends its clients on to %s: %w", host, leaders[i], err)
		}
	}
	return first
}
