package stream

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseURL(t *testing.T) {
	for _, test := range []struct {
		in   string
		want URL
	}{
		{"kafka://127.0.0.1:9092", URL{Hosts: []string{"127.0.0.1:9092"}, Prefix: "readout"}},
		{"kafka://localhost:9092/", URL{Hosts: []string{"localhost:9092"}, Prefix: "readout"}},
		{"kafka://a:1,b.example:65535/press.v2", URL{Hosts: []string{"a:1", "b.example:65535"}, Prefix: "press.v2"}},
		{"kafka://[::1]:9092/x?tls=false", URL{Hosts: []string{"[::1]:9092"}, Prefix: "x"}},
		{"kafka://ann@k:9093?sasl=plain", URL{User: "ann", SASL: Plain, Hosts: []string{"k:9093"}, Prefix: "readout"}},
		{
			"kafka://a%40b%3Ac@k:9093,l:9093/p?sasl=scram-sha-512&tls=true&ca=%2Fetc%2Fmy+ca.pem",
			URL{User: "a@b:c", SASL: ScramSHA512, TLS: true, CA: "/etc/my ca.pem", Hosts: []string{"k:9093", "l:9093"}, Prefix: "p"},
		},
	} {
		got, err := ParseURL(test.in)
		if err != nil {
			t.Errorf("ParseURL(%q): %v", test.in, err)
			continue
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("ParseURL(%q) (-want +got):\n%s", test.in, diff)
		}
	}
}

func TestParseURLErrors(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"http://a:1", "kafka://"},
		{"kafka://", "empty host"},
		{"kafka:///p", "empty host"},
		{"kafka://a:1,,b:2", "empty host"},
		{"kafka://a", `host "a" has no port`},
		{"kafka://:9092", "no host before the port"},
		{"kafka://a:x", `port "x"`},
		{"kafka://a:0", `port "0"`},
		{"kafka://a:65536", `port "65536"`},
		{"kafka://a b:1", `host "a b"`},
		{"kafka://::1:9092", "is not HOST:PORT"},
		{"kafka://a:1/p/q", `topic prefix "p/q"`},
		{"kafka://a:1/p#q", `topic prefix "p#q"`},
		{"kafka://a:1/" + strings.Repeat("p", 241), "241 characters long"},
		{"kafka://a:1?acks=all", `parameter "acks" is not known`},
		{"kafka://a:1?tls=yes", "tls=yes"},
		{"kafka://a:1?tls=true&tls=true", "tls stands twice"},
		{"kafka://a:1?tls=%zz", "tls is badly escaped"},
		{"kafka://a:1?ca=f", "needs tls=true"},
		{"kafka://a:1?tls=true&ca=", "names no file"},
		{"kafka://u@a:1?sasl=gssapi", "sasl=gssapi is not known"},
		{"kafka://a:1?sasl=plain", "needs a user"},
		{"kafka://u@a:1", "needs a login mechanism"},
		{"kafka://@a:1?sasl=plain", "user name"},
		{"kafka://u%zz@a:1?sasl=plain", "user name"},
	} {
		_, err := ParseURL(test.in)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("ParseURL(%q) = %v, want an error with %q", test.in, err, test.want)
		}
	}
}

func TestParseURLKeepsPasswordsToItself(t *testing.T) {
	for _, in := range []string{
		"kafka://u:hunter2@a:1?sasl=plain",
		"kafka://u:hunter2@more@a:1",
		"kafka://u:hunter2/x@a:1",
		"kafka://u:x/hunter2@a:1?sasl=plain",
		"kafka://u:hunter2?x@a:1?sasl=plain",
		"kafka://u@a:1?sasl=plain&password=hunter2",
		"kafka://u@a:1?sasl=plain&secret=hunter2",
	} {
		_, err := ParseURL(in)
		if err == nil {
			t.Errorf("ParseURL(%q) succeeded", in)
			continue
		}
		if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("ParseURL(%q) tells the password: %v", in, err)
		}
		if !strings.Contains(in, "secret=") && !strings.Contains(err.Error(), "READOUT_KAFKA_PASSWORD") {
			t.Errorf("ParseURL(%q) = %v, want the hint where a password goes", in, err)
		}
	}
}

// FuzzParseURL: what is taken comes back from its own text, and every part of
// it is fit for use.
func FuzzParseURL(f *testing.F) {
	for _, s := range []string{
		"kafka://127.0.0.1:9092", "kafka://u@a:1,[::1]:2/p?sasl=plain&tls=true&ca=%2Fx",
		"kafka://u:p@a:1", "kafka://a%40b@h:1/x.y_z-1?sasl=scram-sha-256", "kafka://", "kafka://a:1?",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := ParseURL(s)
		if err != nil {
			return
		}
		if len(u.Hosts) == 0 || u.Prefix == "" || strings.ContainsAny(u.Prefix, "/?@: ") {
			t.Fatalf("ParseURL(%q) = %+v", s, u)
		}
		again, err := ParseURL(u.String())
		if err != nil {
			t.Fatalf("ParseURL(%q): its text %q: %v", s, u.String(), err)
		}
		if diff := cmp.Diff(u, again); diff != "" {
			t.Fatalf("ParseURL(%q) by way of %q (-first +second):\n%s", s, u.String(), diff)
		}
	})
}
