package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/twmb/franz-go/pkg/kgo"
	_ "modernc.org/sqlite"
)

// exits CODE PROGRAM ARG... runs a program that must end with this exit code;
// its output is there for stdout and stderr as after exec.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode() // -1 where a signal ended it
	}
	if got != want {
		ts.Fatalf("%s ended with exit code %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// query DB SQL WANT... compares the rows of a query, columns joined by "|".
func query(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: query DB SQL [ROW...]")
	}
	got, err := rows(ts.MkAbs(args[0]), args[1], "|")
	ts.Check(err)
	if same := strings.Join(got, "\n") == strings.Join(args[2:], "\n"); same == neg {
		ts.Fatalf("query gave\n%s", strings.Join(got, "\n"))
	}
}

func rows(path, query, separator string) ([]string, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	r, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	columns, err := r.Columns()
	if err != nil {
		return nil, err
	}
	var out []string
	for r.Next() {
		values := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := r.Scan(into...); err != nil {
			return nil, err
		}
		cells := make([]string, len(values))
		for i, v := range values {
			cells[i] = fmt.Sprint(v)
		}
		out = append(out, strings.Join(cells, separator))
	}
	return out, r.Err()
}

// freeport NAME sets $NAME to a loopback address that nothing listens on.
func freeport(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 || neg {
		ts.Fatalf("usage: freeport NAME")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(args[0], l.Addr().String())
	ts.Check(l.Close())
}

// message ADDRESS TOPIC KEY FILE writes a message whose value is a file's
// bytes, with another client than ours; "-" stands for no value.
func message(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 4 || neg {
		ts.Fatalf("usage: message ADDRESS TOPIC KEY FILE")
	}
	r := &kgo.Record{Topic: args[1], Key: []byte(args[2])}
	if args[3] != "-" {
		r.Value = []byte(ts.ReadFile(args[3]))
	}
	client, err := kgo.NewClient(kgo.SeedBrokers(args[0]))
	ts.Check(err)
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	ts.Check(client.ProduceSync(ctx, r).FirstErr())
}

// waitport ADDRESS waits until something listens there.
func waitport(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 || neg {
		ts.Fatalf("usage: waitport ADDRESS")
	}
	for range 500 {
		c, err := net.Dial("tcp", args[0])
		if err == nil {
			ts.Check(c.Close())
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	ts.Fatalf("nothing listens on %s", args[0])
}

// mute NAME FILE sets $NAME to a loopback address where something listens that
// never answers; it makes FILE whenever somebody has called.
func mute(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: mute NAME FILE")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(args[0], l.Addr().String())
	file, done := ts.MkAbs(args[1]), make(chan struct{})
	go func() {
		defer close(done)
		var calls []net.Conn // kept, so that nobody hangs up
		for {
			c, err := l.Accept()
			if err != nil {
				break
			}
			calls = append(calls, c)
			if err := os.WriteFile(file, nil, 0o644); err != nil {
				ts.Logf("mute: %v", err)
			}
		}
		for _, c := range calls {
			c.Close()
		}
	}()
	ts.Defer(func() { l.Close(); <-done })
}

// server NAME FOLDER serves a folder over loopback HTTP until the script ends
// and sets $NAME to its address. Beside the files it has /loop, a redirect to itself,
// and /gone, an error.
func server(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: server NAME FOLDER")
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServerFS(os.DirFS(ts.MkAbs(args[1]))))
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "gone", http.StatusServiceUnavailable) })
	s := httptest.NewServer(mux)
	ts.Defer(s.Close)
	ts.Setenv(args[0], s.URL)
}
