package main

import (
	"database/sql"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"
)

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
