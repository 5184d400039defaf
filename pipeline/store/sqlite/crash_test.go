package sqlite_test

import (
	"bufio"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"readout/pipeline/store"
	"readout/pipeline/store/sqlite"
	"readout/pipeline/table/tabletest"
)

// crashFile names the database that this process is to write until it is killed.
const crashFile = "READOUT_TEST_CRASH_FILE"

// stream gives the messages of [from, next) of a partition that never ends.
func stream(from, next int64) []store.Message {
	var out []store.Message
	for i := from; i < next; i++ {
		m := message(tabletest.Page(int(i%23), int(i/23%50)))
		switch i % 11 {
		case 4:
			m = tombstone(int(i % 23))
		case 7:
			m.Value = m.Value[1:]
		}
		m.Offset = i
		out = append(out, m)
	}
	return out
}

// TestCrashChild is the process that TestCrash kills: it goes on from the
// stored offset, batch after batch, and says so.
func TestCrashChild(t *testing.T) {
	path := os.Getenv(crashFile)
	if path == "" {
		t.Skip("run by TestCrash")
	}
	db, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	next := offsets(t, db)[0]
	for {
		os.Stdout.WriteString("batch\n")
		b := store.Batch{Topic: topic, From: next, Next: next + 8, Messages: stream(next, next+8)}
		apply(t, db, b)
		next = b.Next
	}
}

// A process that is killed in mid transaction leaves exactly the effects of
// the messages before the stored offset: none lost, none doubled.
func TestCrash(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes")
	}
	path := filepath.Join(t.TempDir(), "r.db")
	model := temp(t) // has taken the same messages in peace
	r := rand.New(rand.NewPCG(1, 2))
	taken := int64(0)
	for kill := range 10 {
		runAndKill(t, path, 2+r.IntN(3), r.Float64())
		db, err := sqlite.Open(context.Background(), path)
		if err != nil {
			t.Fatalf("after kill %d: %v", kill, err)
		}
		var sound string
		if err := rawDB(t, db).QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
			t.Errorf("after kill %d: integrity check: %s, %v", kill, sound, err)
		}
		if next := offsets(t, db)[0]; next > taken {
			apply(t, model, store.Batch{Topic: topic, From: taken, Next: next, Messages: stream(taken, next)})
			taken = next
		} else if next < taken {
			t.Fatalf("after kill %d: the offset fell from %d to %d", kill, taken, next)
		}
		if taken > 0 && checksum(t, db) != checksum(t, model) {
			t.Fatalf("after kill %d: the tables are not those of the first %d messages", kill, taken)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
	if taken == 0 {
		t.Error("no process lived long enough to store a batch")
	}
	t.Logf("10 kills within %d messages", taken)
}

// runAndKill starts a child and kills it when it has begun some batches and a
// share of the time that one takes has gone.
func runAndKill(t *testing.T, path string, batches int, share float64) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
	cmd.Env = append(os.Environ(), crashFile+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	var last time.Time
	var one time.Duration
	for i := range batches {
		if !lines.Scan() || lines.Text() != "batch" {
			t.Errorf("the child said %q", lines.Text())
		}
		now := time.Now()
		if i > 0 {
			one = now.Sub(last)
		}
		last = now
	}
	time.Sleep(time.Duration(share * float64(one)))
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed: that is no news
}
