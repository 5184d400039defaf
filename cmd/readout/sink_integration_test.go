//go:build integration

package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"readout/pipeline/record"
	"readout/pipeline/stream"
)

// fedTopic makes a topic of n page records, each of a page of its own, and a
// database that notes every row that is inserted into pages.
func fedTopic(t *testing.T, n int) (url, path string, db *sql.DB) {
	t.Helper()
	url = fmt.Sprintf("kafka://%s/fed%d", realBroker(t), time.Now().UnixNano())
	path = filepath.Join(t.TempDir(), "archive.db")
	readout(t, "sink", "--from", url, "--to", "sqlite:"+path, "--once", "--create-topics=3")
	var err error
	if db, err = sql.Open("sqlite", path+"?_busy_timeout=10000"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for _, s := range []string{"CREATE TABLE effects (id TEXT)", "CREATE TRIGGER effect AFTER INSERT ON pages BEGIN INSERT INTO effects VALUES (new.id); END"} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	cluster, err := connect(url)
	if err != nil {
		t.Fatal(err)
	}
	defer cluster.Close()
	msgs := make([]stream.Message, n)
	for i := range msgs {
		p := &record.Page{ID: fmt.Sprintf("%032x", i*7919), Revision: 1, Title: "Talks", Text: "Talks " + strings.Repeat(strconv.Itoa(i), 40),
			Source: record.Source{Path: fmt.Sprint(i)}, Extractor: record.Extractor{Name: "readout", Version: "0", Generation: 1}}
		msgs[i] = stream.PageMessage(p)
	}
	if err := cluster.Producer(stream.ProducerOptions{}).Write(t.Context(), msgs...); err != nil {
		t.Fatal(err)
	}
	return url, path, db
}

// number gives the number that a query gives.
func number(t *testing.T, db *sql.DB, query string) int {
	t.Helper()
	var n sql.NullInt64
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return int(n.Int64)
}

// onceInEffect: every message had its effect once, and the offsets say so.
func onceInEffect(t *testing.T, db *sql.DB, n int) {
	t.Helper()
	for _, query := range []string{"SELECT count(*) FROM pages", "SELECT count(*) FROM effects", "SELECT count(DISTINCT id) FROM effects", "SELECT sum(next) FROM offsets"} {
		if got := number(t, db, query); got != n {
			t.Errorf("%s: %d, want %d", query, got, n)
		}
	}
	if got := number(t, db, "SELECT count(*) FROM dead_letters"); got != 0 {
		t.Errorf("%d dead letters", got)
	}
}

// A sink that is killed or stopped at any moment, between a commit and the
// next fetch or amid a transaction, loses nothing and doubles nothing; stopped
// it ends well within five seconds.
func TestIntegrationSinkKilled(t *testing.T) {
	const n = 24_000
	url, path, db := fedTopic(t, n)
	random := rand.New(rand.NewPCG(1, 2))
	amid, stopped := 0, 0
	for stored := 0; stored < n; {
		if amid > 60 {
			t.Fatalf("%d of %d after %d ends", stored, n, amid)
		}
		cmd := exec.Command("readout", "sink", "--from", url, "--to", "sqlite:"+path)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for end := time.Now().Add(20 * time.Second); number(t, db, "SELECT sum(next) FROM offsets") == stored && time.Now().Before(end); {
			time.Sleep(2 * time.Millisecond) // until its first commit
		}
		time.Sleep(time.Duration(random.IntN(100)) * time.Millisecond)
		signal := []syscall.Signal{syscall.SIGKILL, syscall.SIGTERM}[amid%2]
		start := time.Now()
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		err := cmd.Wait()
		if signal == syscall.SIGTERM && (err != nil || time.Since(start) > 5*time.Second) {
			t.Fatalf("stopped: %v after %s\n%s", err, time.Since(start), stderr.String())
		}
		next := number(t, db, "SELECT sum(next) FROM offsets")
		if pages := number(t, db, "SELECT count(*) FROM pages"); next < stored || pages != next {
			t.Fatalf("after %s: %d pages, offsets %d, before %d", signal, pages, next, stored)
		}
		if stored = next; next < n {
			amid++
			if signal == syscall.SIGTERM {
				stopped++
			}
		}
	}
	onceInEffect(t, db, n)
	t.Logf("%d ends amid %d messages, %d of them by SIGTERM", amid, n, stopped)
	if amid < 4 || stopped == 0 {
		t.Errorf("only %d ends amid the messages, %d by SIGTERM: more messages are needed", amid, stopped)
	}
}

var storedLine = regexp.MustCompile(`(?m)^(\d+) messages? stored`)

// Two sinks share a database and a topic: each message is stored by one of them.
func TestIntegrationTwoSinks(t *testing.T) {
	const n = 20_000
	url, path, db := fedTopic(t, n)
	var wg sync.WaitGroup
	counts := make([]int, 2)
	for i := range counts {
		wg.Go(func() {
			out, err := exec.Command("readout", "sink", "--from", url, "--to", "sqlite:"+path, "--once").CombinedOutput()
			lines := storedLine.FindAllSubmatch(out, -1) // the last one is the sum, those before tell of the progress
			if err != nil || len(lines) == 0 {
				t.Errorf("sink %d: %v\n%s", i, err, out)
				return
			}
			counts[i], _ = strconv.Atoi(string(lines[len(lines)-1][1]))
		})
	}
	wg.Wait()
	onceInEffect(t, db, n)
	t.Logf("stored: %v", counts)
	if counts[0]+counts[1] != n {
		t.Errorf("the sinks stored %v messages, want %d in all", counts, n)
	}
}
