package stream

import (
	"encoding/binary"
	"net"
	"sync/atomic"
	"testing"

	"github.com/twmb/franz-go/pkg/kfake"
)

// cutter closes a broker's connection in place of the answer to a request of
// some key, after the broker has done what was asked: an answer lost on the way.
type cutter struct {
	key  int16
	left atomic.Int32 // answers still to be cut
	cuts atomic.Int32
}

// cuttingBroker starts a broker that loses the first n answers to requests of a key.
func cuttingBroker(t *testing.T, key int16, n int32) (*Broker, *cutter) {
	t.Helper()
	c := &cutter{key: key}
	c.left.Store(n)
	cluster := fakeCluster(t, kfake.NumBrokers(1), kfake.SeedTopics(1, "readout.pages"),
		kfake.ListenFn(func(network, address string) (net.Listener, error) {
			l, err := net.Listen(network, address)
			return cuttingListener{l, c}, err
		}))
	return &Broker{cluster: cluster, addr: cluster.ListenAddrs()[0]}, c
}

type cuttingListener struct {
	net.Listener
	cutter *cutter
}

func (l cuttingListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &cuttingConn{Conn: conn, cutter: l.cutter}, nil
}

// cuttingConn looks at the key of each request frame (size, key, ...) that
// the broker reads.
type cuttingConn struct {
	net.Conn
	cutter *cutter
	head   []byte // of the frame, up to six bytes
	rest   int    // of the frame, not yet read
	cut    atomic.Bool
}

func (c *cuttingConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	for in := b[:n]; len(in) > 0; {
		if c.rest > 0 {
			skip := min(c.rest, len(in))
			c.rest, in = c.rest-skip, in[skip:]
			continue
		}
		c.head, in = append(c.head, in[0]), in[1:]
		if len(c.head) == 6 {
			if int16(binary.BigEndian.Uint16(c.head[4:])) == c.cutter.key && c.cutter.left.Add(-1) >= 0 {
				c.cut.Store(true)
			}
			c.rest, c.head = int(binary.BigEndian.Uint32(c.head))-2, c.head[:0]
		}
	}
	return n, err
}

func (c *cuttingConn) Write(b []byte) (int, error) {
	if c.cut.Load() {
		c.cutter.cuts.Add(1)
		c.Close()
		return 0, net.ErrClosed
	}
	return c.Conn.Write(b)
}
