package stream

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// closedPort gives an address where nobody listens.
func closedPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// silentPort gives an address that takes connections and never says a word.
func silentPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l.Addr().String()
}

// certificate makes a certificate for 127.0.0.1 that signs itself, and its PEM file.
func certificate(t *testing.T) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "broker"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, file
}

func TestCheck(t *testing.T) {
	cert, ca := certificate(t)
	_, otherCA := certificate(t)
	topics := kfake.SeedTopics(2, "readout.pages", "readout.meetings", "readout.rejects")
	plain := fakeCluster(t, kfake.NumBrokers(1), topics).ListenAddrs()[0]
	two := fakeCluster(t, kfake.NumBrokers(2), topics).ListenAddrs()
	secure := fakeCluster(t, kfake.NumBrokers(1), topics,
		kfake.TLS(&tls.Config{Certificates: []tls.Certificate{cert}})).ListenAddrs()[0]
	login := fakeCluster(t, kfake.NumBrokers(1), topics, kfake.EnableSASL(),
		kfake.Superuser("SCRAM-SHA-256", "ann", "hunter2"), kfake.Superuser("PLAIN", "ann", "hunter2")).ListenAddrs()[0]
	for _, test := range []struct {
		name, url, password string
		want                []string // in the error; none: no error
	}{
		{name: "good", url: "kafka://" + plain},
		{name: "the second host answers", url: "kafka://" + closedPort(t) + "," + two[1]},
		{name: "tls", url: "kafka://" + secure + "?tls=true&ca=" + ca},
		{name: "scram", url: "kafka://ann@" + login + "?sasl=scram-sha-256", password: "hunter2"},
		{name: "plain", url: "kafka://ann@" + login + "?sasl=plain", password: "hunter2"},
		{name: "broker down", url: "kafka://127.0.0.1:1", want: []string{"kafka 127.0.0.1:1", "connection refused"}},
		{name: "all down", url: "kafka://127.0.0.1:1,127.0.0.1:2", want: []string{"none of 2 brokers", "127.0.0.1:1", "connection refused"}},
		{name: "no such host", url: "kafka://no-such-host.invalid:9092", want: []string{"no such host: no-such-host.invalid"}},
		{name: "silent", url: "kafka://" + silentPort(t), want: []string{"does not answer as a Kafka broker", "no answer in time"}},
		{name: "wrong password", url: "kafka://ann@" + login + "?sasl=scram-sha-256", password: "hunter3",
			want: []string{"kafka " + login, "user ann by scram-sha-256", "wrong name or password"}},
		{name: "wrong password, plain", url: "kafka://ann@" + login + "?sasl=plain", password: "hunter3", want: []string{"wrong name or password"}},
		{name: "wrong user", url: "kafka://bob@" + login + "?sasl=scram-sha-256", password: "hunter2", want: []string{"user bob"}},
		{name: "no login", url: "kafka://" + login, want: []string{"asks for a login", "USER@"}},
		{name: "unknown authority", url: "kafka://" + secure + "?tls=true&ca=" + otherCA, want: []string{"unknown authority", "ca=FILE"}},
		{name: "tls not asked for", url: "kafka://" + secure, want: []string{"speaks TLS", "add tls=true"}},
		{name: "tls asked for in vain", url: "kafka://" + plain + "?tls=true", want: []string{"does not speak TLS"}},
		{name: "topics missing", url: "kafka://" + plain + "/press", want: []string{"press.pages, press.meetings and press.rejects do not exist", "--create-topics"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := connect(t, test.url, test.password)
			start := time.Now()
			err := c.Check(context.Background(), Pages, Meetings, Rejects)
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %s", d)
			}
			if len(test.want) == 0 {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error has no %q: %v", want, err)
				}
			}
			if test.password != "" && strings.Contains(err.Error(), test.password) || strings.Contains(err.Error(), "\n") {
				t.Errorf("not one sentence without secrets: %v", err)
			}
		})
	}
}

func TestCheckOtherMechanism(t *testing.T) {
	cluster := fakeCluster(t, kfake.NumBrokers(1), kfake.EnableSASL())
	cluster.ControlKey(int16(kmsg.SASLHandshake), func(r kmsg.Request) (kmsg.Response, error, bool) {
		resp := r.ResponseKind().(*kmsg.SASLHandshakeResponse)
		resp.ErrorCode, resp.SupportedMechanisms = kerr.UnsupportedSaslMechanism.Code, []string{"PLAIN", "SCRAM-SHA-256"}
		return resp, nil, true
	})
	err := connect(t, "kafka://ann@"+cluster.ListenAddrs()[0]+"?sasl=scram-sha-512", "hunter2").Check(context.Background())
	if want := "takes no login by scram-sha-512; it takes plain, scram-sha-256"; err == nil || !strings.Contains(err.Error(), want) {
		t.Fatalf("Check = %v, want %q", err, want)
	}
}

// TestCheckUnreachableLeader: the cluster answers at the address given and
// sends its clients on to one that is not there.
func TestCheckUnreachableLeader(t *testing.T) {
	cluster := fakeCluster(t, kfake.NumBrokers(1), kfake.SeedTopics(1, "readout.pages"))
	cluster.ControlKey(int16(kmsg.Metadata), func(r kmsg.Request) (kmsg.Response, error, bool) {
		resp := r.ResponseKind().(*kmsg.MetadataResponse)
		resp.Brokers = []kmsg.MetadataResponseBroker{{NodeID: 0, Host: "127.0.0.1", Port: 1}}
		topic := kmsg.NewMetadataResponseTopic()
		topic.Topic = kmsg.StringPtr("readout.pages")
		topic.Partitions = []kmsg.MetadataResponseTopicPartition{kmsg.NewMetadataResponseTopicPartition()}
		resp.Topics = []kmsg.MetadataResponseTopic{topic}
		return resp, nil, true
	})
	err := connect(t, "kafka://"+cluster.ListenAddrs()[0], "").Check(context.Background(), Pages)
	if want := "sends its clients on to 127.0.0.1:1"; err == nil || !strings.Contains(err.Error(), want) {
		t.Fatalf("Check = %v, want %q", err, want)
	}
}

func TestConnectErrors(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ url, want string }{
		{"kafka://ann@a:1?sasl=plain", "READOUT_KAFKA_PASSWORD"},
		{"kafka://a:1?tls=true&ca=/no/such/file", "/no/such/file"},
		{"kafka://a:1?tls=true&ca=" + empty, "holds no certificate"},
	} {
		u, err := ParseURL(test.url)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Connect(u, ""); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Connect(%s) = %v, want %q", test.url, err, test.want)
		}
	}
}

func TestCreateTopics(t *testing.T) {
	cluster := fakeCluster(t, kfake.NumBrokers(1), kfake.SeedTopics(7, "readout.rejects"))
	c := connect(t, "kafka://"+cluster.ListenAddrs()[0], "")
	for _, want := range [][]string{{"readout.pages", "readout.meetings"}, nil} { // the second call finds all there
		created, err := c.CreateTopics(context.Background(), 4, Pages, Meetings, Rejects)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, created); diff != "" {
			t.Errorf("created (-want +got):\n%s", diff)
		}
	}
	for topic, want := range map[string]int{"readout.pages": 4, "readout.meetings": 4, "readout.rejects": 7} {
		if n := len(cluster.PartitionInfos(topic)); n != want {
			t.Errorf("%s has %d partitions, want %d", topic, n, want)
		}
	}
	if got := cluster.TopicInfo("readout.pages").Configs["cleanup.policy"]; got == nil || *got != "compact" {
		t.Errorf("readout.pages has cleanup.policy %v, want compact", got)
	}
}
