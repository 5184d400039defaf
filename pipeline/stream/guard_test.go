package stream

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"
)

// listen takes connections and has each served.
func listen(t *testing.T, serve func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			serve(conn)
			conn.Close()
		}
	}()
	t.Cleanup(func() { l.Close(); <-ended })
	return l.Addr().String()
}

// banner says something at once, and waits until the other side has enough.
func banner(t *testing.T, words string) string {
	return listen(t, func(c net.Conn) {
		_, _ = io.WriteString(c, words)
		_, _ = io.Copy(io.Discard, c)
	})
}

// answering reads the first request and gives back what answer makes of it.
func answering(t *testing.T, answer func(request []byte) []byte) string {
	return listen(t, func(c net.Conn) {
		var size [4]byte
		if _, err := io.ReadFull(c, size[:]); err != nil {
			return
		}
		request := make([]byte, min(binary.BigEndian.Uint32(size[:]), 1024)) // it may be the hello of TLS
		if _, err := io.ReadFull(c, request); err != nil {
			return
		}
		if b := answer(append(size[:], request...)); b != nil {
			_, _ = c.Write(b)
			_, _ = io.Copy(io.Discard, c)
		}
	})
}

// httpsPort is a web server with TLS, whatever its certificate.
func httpsPort(t *testing.T, cert tls.Certificate) string {
	t.Helper()
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.TLS = &tls.Config{Certificates: []tls.Certificate{cert}, NextProtos: []string{"http/1.1"}}
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

// TestCheckNotKafka: what listens there is no broker. The sentence says so
// within ten seconds, and no answer costs memory.
func TestCheckNotKafka(t *testing.T) {
	const notKafka = "does not speak the Kafka protocol: it answers "
	cert, ca := certificate(t)
	http400 := "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request"
	number := func(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }
	for _, test := range []struct {
		name, host, query, want string
	}{
		{"http", answering(t, func([]byte) []byte { return []byte(http400) }), "", notKafka + `"HTTP/1.1"`},
		{"ssh", banner(t, "SSH-2.0-OpenSSH_9.9\r\n"), "", notKafka + `"SSH-2.0-"`},
		{"smtp", banner(t, "220 mail.example ESMTP ready\r\n"), "", notKafka + `"220 mail"`},
		{"a short word", banner(t, "Bye!"), "", notKafka + `"Bye!"`},
		{"https", httpsPort(t, cert), "", "speaks TLS on this port: add tls=true"},
		{"imaps", listen(t, func(c net.Conn) {
			secure := tls.Server(c, &tls.Config{Certificates: []tls.Certificate{cert}})
			_, _ = io.WriteString(secure, "* OK [CAPABILITY IMAP4rev1] ready\r\n")
			_, _ = io.Copy(io.Discard, secure)
		}), "?tls=true&ca=" + ca, notKafka + `"* OK [CA"`},
		{"closes at once", listen(t, func(net.Conn) {}), "", "does not answer as a Kafka broker: the broker closed the connection"},
		{"closes on the request", answering(t, func([]byte) []byte { return nil }), "", "does not answer as a Kafka broker: "},
		{"sends the request back", answering(t, bytes.Clone), "", notKafka},
		{"another correlation id", answering(t, func([]byte) []byte { return append(number(10), number(7)...) }), "", notKafka},
		{"a size under the least", answering(t, func(r []byte) []byte { return append(number(3), r[8:12]...) }), "", notKafka},
		{"a size over the most", answering(t, func(r []byte) []byte { return append(number(firstAnswer+1), r[8:12]...) }), "", notKafka},
		{"a size below zero", answering(t, func(r []byte) []byte { return append(number(1<<31), r[8:12]...) }), "", notKafka},
		{"a head and no more", answering(t, func(r []byte) []byte { return append(number(100), r[8:12]...) }), "", "does not answer as a Kafka broker: no answer in time"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			err := connect(t, "kafka://"+test.host+test.query, "").Check(t.Context(), Pages)
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %s", d)
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "kafka "+test.host+": ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("Check = %v, want %q", err, test.want)
			}
		})
	}
}

// TestNotKafkaMemory: neither the check nor the client library takes a
// banner for the size of an answer.
func TestNotKafkaMemory(t *testing.T) {
	c := connect(t, "kafka://"+banner(t, "HTTP/1.1 400 Bad Request\r\n\r\n"+strings.Repeat("?", 4096)), "")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	check := c.Check(t.Context(), Pages)
	produce := c.Producer(ProducerOptions{Patience: 300 * time.Millisecond}).Write(t.Context(), numbered(1, 10)...)
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 16<<20 {
		t.Errorf("%d bytes were allocated", n)
	}
	for _, err := range []error{check, produce} {
		if err == nil || !strings.Contains(err.Error(), "does not speak the Kafka protocol") {
			t.Errorf("%v does not say that it is no broker", err)
		}
	}
}

// TestCheckStops: Check ends with its ctx, wherever it is, and leaves no goroutine.
func TestCheckStops(t *testing.T) {
	cert, _ := certificate(t)
	silent := listen(t, func(c net.Conn) { _, _ = io.Copy(io.Discard, c) })
	for _, url := range []string{"kafka://" + silent, "kafka://" + silent + "?tls=true", "kafka://" + silentPort(t) + "," + silent, "kafka://" + httpsPort(t, cert)} {
		c := connect(t, url, "")
		ctx, cancel := context.WithTimeoutCause(t.Context(), 100*time.Millisecond, nil)
		err := c.Check(ctx, Pages)
		cancel()
		if err == nil || ctx.Err() == nil {
			t.Errorf("%s: %v, want an error when ctx is done", url, err)
		}
		ctx, cancel = context.WithCancel(t.Context())
		cancel()
		if err := c.Check(ctx, Pages); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want that it was canceled", url, err)
		}
	}
}

// TestCheckFirstHost: a host that says nothing is no fault, and not waited for, where another answers.
func TestCheckFirstHost(t *testing.T) {
	b := testBroker(t, 1)
	ctx, cancel := context.WithTimeout(t.Context(), dialTimeout) // the silent one ends no sooner
	defer cancel()
	if err := connect(t, "kafka://"+silentPort(t)+","+b.Addr(), "").Check(ctx, Pages); err != nil {
		t.Errorf("Check = %v", err)
	}
}
