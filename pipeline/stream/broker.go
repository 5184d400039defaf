package stream

import (
	"fmt"
	"net"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
)

// Broker is an in-process broker that speaks Kafka's protocol, for trying the
// streaming path and for tests. It keeps everything in memory and nothing
// longer than it runs: it is not for production.
type Broker struct {
	cluster *kfake.Cluster
	addr    string
}

// StartBroker starts a broker that listens on HOST:PORT (port 0: one that is
// free) and has all topics of a prefix, with that many partitions each
// (DefaultPartitions where under 1), Pages compacted. Clients are sent to the
// address as given: HOST must be one that they can reach. Close ends it.
func StartBroker(listen, prefix string, partitions int) (*Broker, error) {
	if partitions < 1 {
		partitions = DefaultPartitions
	}
	if err := checkPrefix(prefix); err != nil {
		return nil, fmt.Errorf("broker: %w", err)
	}
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return nil, fmt.Errorf("broker: listen address %q is not HOST:PORT", listen)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if err != nil {
		return nil, fmt.Errorf("broker: %w", err)
	}
	cluster, err := kfake.NewCluster(
		kfake.NumBrokers(1),
		// What it holds is gone when it ends: each start is another cluster.
		kfake.ClusterID(fmt.Sprintf("readout-broker-%x", time.Now().UnixNano())),
		kfake.ListenFn(func(string, string) (net.Listener, error) { return listener, nil }),
	)
	if err != nil {
		listener.Close()
		return nil, fmt.Errorf("broker: %w", err)
	}
	b := &Broker{cluster: cluster, addr: listener.Addr().String()}
	for _, t := range AllTopics() {
		name := URL{Prefix: prefix}.Name(t)
		var config map[string]string
		if t == Pages {
			config = map[string]string{"cleanup.policy": "compact"}
		}
		if err := cluster.CreateTopic(name, int32(partitions), config); err != nil {
			b.Close()
			return nil, fmt.Errorf("broker: topic %s: %w", name, err)
		}
	}
	return b, nil
}

// Addr gives HOST:PORT of the broker.
func (b *Broker) Addr() string { return b.addr }

// Close ends the broker and forgets what it holds.
func (b *Broker) Close() { b.cluster.Close() }
