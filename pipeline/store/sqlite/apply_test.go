package sqlite_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/store/sqlite"
	"readout/pipeline/table"
	"readout/pipeline/table/tabletest"
)

const topic = "readout.pages"

func message(p *record.Page) store.Message {
	return store.Message{Key: []byte(p.ID), Value: tabletest.Marshal(p)}
}

func tombstone(n int) store.Message {
	return store.Message{Key: []byte(tabletest.ID(n)), Tombstone: true}
}

// batch makes a batch of partition 0 whose messages have every offset from
// `from` on.
func batch(from int64, messages ...store.Message) store.Batch {
	for i := range messages {
		messages[i].Offset = from + int64(i)
	}
	return store.Batch{Topic: topic, From: from, Next: from + int64(len(messages)), Messages: messages}
}

func apply(t testing.TB, db *sqlite.DB, b store.Batch) {
	t.Helper()
	if _, err := db.Apply(context.Background(), b); err != nil {
		t.Fatal(err)
	}
}

func offsets(t testing.TB, db *sqlite.DB) map[int]int64 {
	t.Helper()
	stored, err := db.Offsets(context.Background(), topic)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]int64{}
	for p, at := range stored {
		got[p] = at.Next
	}
	return got
}

// rewind makes the database forget how far it has read.
func rewind(t testing.TB, db *sqlite.DB) {
	t.Helper()
	if _, err := rawDB(t, db).Exec("DELETE FROM offsets"); err != nil {
		t.Fatal(err)
	}
}

func TestApply(t *testing.T) {
	db := temp(t)
	if got := offsets(t, db); len(got) != 0 {
		t.Fatalf("offsets of a new database: %v", got)
	}
	apply(t, db, batch(5, message(tabletest.Page(1, 0)), message(tabletest.Page(2, 1)), message(tabletest.Page(2, 0))))
	wantPage(t, db, tabletest.Page(1, 0))
	wantPage(t, db, tabletest.Page(2, 1))
	apply(t, db, batch(8, tombstone(1), message(tabletest.Page(2, 2)), tombstone(7)))
	wantPage(t, db, tabletest.Page(2, 2))
	if _, err := db.Page(context.Background(), tabletest.ID(1)); !errors.Is(err, sqlite.ErrNoPage) {
		t.Errorf("after a tombstone: got error %v, want ErrNoPage", err)
	}
	apply(t, db, store.Batch{Topic: topic, Partition: 3, From: 0, Next: 40}) // nothing but markers
	if diff := cmp.Diff(map[int]int64{0: 11, 3: 40}, offsets(t, db)); diff != "" {
		t.Errorf("offsets (-want +got):\n%s", diff)
	}
	fresh := temp(t)
	put(t, fresh, tabletest.Page(2, 2))
	pages := []string{"pages", "people", "roles", "meetings", "participants", "topics", "evidence", "counts"}
	if checksum(t, db, pages...) != checksum(t, fresh, pages...) {
		t.Error("something of what was deleted or replaced is left")
	}
}

func TestApplyFenced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	first, second := open(t, path), open(t, path)
	apply(t, first, batch(0, message(tabletest.Page(1, 0))))
	apply(t, second, batch(1, message(tabletest.Page(1, 1))))
	want := checksum(t, second)
	for _, from := range []int64{0, 1, 3} {
		_, err := first.Apply(context.Background(), batch(from, message(tabletest.Page(1, 5)), message(tabletest.Page(3, 0))))
		if !errors.Is(err, store.ErrFenced) {
			t.Errorf("a batch from %d: got error %v, want ErrFenced", from, err)
		}
	}
	if checksum(t, first) != want {
		t.Error("a fenced batch changed something")
	}
	apply(t, first, batch(2, message(tabletest.Page(1, 2)))) // with the right offset it may go on
}

// Messages outside the range of their batch would be lost or doubled.
func TestApplyRefusesBrokenBatch(t *testing.T) {
	db := temp(t)
	good := func() store.Batch { return batch(5, message(tabletest.Page(1, 0)), message(tabletest.Page(2, 0))) }
	tests := map[string]func(*store.Batch){
		"after the range":  func(b *store.Batch) { b.Next-- },
		"before the range": func(b *store.Batch) { b.From++ },
		"twice":            func(b *store.Batch) { b.Messages[1].Offset = 5 },
		"backwards":        func(b *store.Batch) { b.Messages, b.Next = nil, 4 },
	}
	for name, change := range tests {
		b := good()
		change(&b)
		if _, err := db.Apply(context.Background(), b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if len(offsets(t, db)) != 0 {
		t.Error("a refused batch moved the offset")
	}
	apply(t, db, good())
}

func TestApplyStopped(t *testing.T) {
	db := temp(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := db.Apply(ctx, batch(0, message(tabletest.Page(1, 0)))); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want context.Canceled", err)
	}
	if n := counts(t, db)["pages"]; n != 0 || len(offsets(t, db)) != 0 {
		t.Error("a stopped batch left something")
	}
}

func TestDeadLetters(t *testing.T) {
	db := temp(t)
	good := tabletest.Page(1, 0)
	moved := tabletest.Page(2, 0)
	foreign := tabletest.Page(3, 0)
	foreign.Meetings[0].ID = good.Meetings[0].ID // the key of a row of another page
	messages := []store.Message{
		message(good),
		{Key: []byte(good.ID), Value: []byte(`{"schema":`)},
		{Key: []byte(good.ID), Value: []byte{}},
		{Key: []byte(good.ID), Value: []byte(`{"schema":"readout.meeting/v1"}`)},
		{Key: []byte(good.ID), Value: tabletest.Marshal(moved)},
		{Value: tabletest.Marshal(moved)},
		{Tombstone: true},
		message(foreign),
		{Key: []byte(good.ID), Value: []byte("\xff\x00")},
		message(moved),
	}
	apply(t, db, batch(100, messages...))
	wantPage(t, db, good)
	wantPage(t, db, moved)
	type letter struct {
		Offset int64
		Reason string
	}
	var got []letter
	rows, err := rawDB(t, db).Query("SELECT message_offset, reason, error, key, value FROM dead_letters ORDER BY message_offset")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var l letter
		var why string
		var key, value []byte
		if err := rows.Scan(&l.Offset, &l.Reason, &why, &key, &value); err != nil {
			t.Fatal(err)
		}
		m := messages[l.Offset-100]
		if string(key) != string(m.Key) || string(value) != string(m.Value) || why == "" {
			t.Errorf("dead letter %d: key %q value %q error %q", l.Offset, key, value, why)
		}
		got = append(got, l)
	}
	want := []letter{{101, "bad_record"}, {102, "bad_record"}, {103, "wrong_schema"}, {104, "wrong_key"},
		{105, "wrong_key"}, {106, "wrong_key"}, {107, "bad_record"}, {108, "bad_record"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("dead letters (-want +got):\n%s", diff)
	}
	sum := checksum(t, db)
	rewind(t, db)
	given, err := db.Apply(context.Background(), batch(100, messages...))
	if checksum(t, db) != sum || err != nil {
		t.Errorf("a replay changed something: %v", err)
	}
	if len(given) != len(want) || given[0].Message.Offset != 101 || given[0].Reason != "bad_record" || given[0].Err == nil {
		t.Errorf("dead letters given %+v", given)
	}
}

// What a later version of readout can read is no dead letter any more when it
// is read again; what the topic has compacted away stays one.
func TestDeadLetterReadAgain(t *testing.T) {
	db := temp(t)
	poison := store.Message{Key: []byte(tabletest.ID(1)), Value: []byte("{}")}
	apply(t, db, batch(0, poison, poison, poison))
	rewind(t, db)
	b := batch(0, message(tabletest.Page(1, 0)), poison, poison)
	b.Messages = b.Messages[:2]
	apply(t, db, b)
	var got string
	if err := rawDB(t, db).QueryRow("SELECT group_concat(message_offset) FROM dead_letters").Scan(&got); err != nil || got != "1,2" {
		t.Errorf("dead letters %s, %v, want 1,2", got, err)
	}
	wantPage(t, db, tabletest.Page(1, 0))
}

// history makes n messages on a few pages: records of all revisions, repeats,
// tombstones and poison.
func history(r *rand.Rand, n int) []store.Message {
	var out []store.Message
	for len(out) < n {
		page := r.IntN(8)
		switch r.IntN(10) {
		case 0:
			out = append(out, tombstone(page))
		case 1:
			out = append(out, store.Message{Key: []byte(tabletest.ID(page)), Value: []byte("poison")})
		default:
			out = append(out, message(tabletest.Page(page, r.IntN(6))))
		}
	}
	return out
}

// inBatches applies messages in batches of random sizes.
func inBatches(t *testing.T, db *sqlite.DB, r *rand.Rand, messages []store.Message, largest int) {
	for from := 0; from < len(messages); {
		n := min(1+r.IntN(largest), len(messages)-from)
		apply(t, db, batch(int64(from), messages[from:from+n]...))
		from += n
	}
}

// However a history is cut into batches, and however often it is replayed, the
// tables are the same.
func TestBatchingAndReplay(t *testing.T) {
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 1))
		messages := history(r, 40)
		one := temp(t)
		inBatches(t, one, r, messages, 1)
		want := checksum(t, one)
		for _, largest := range []int{5, 1000} {
			db := temp(t)
			inBatches(t, db, r, messages, largest)
			if checksum(t, db) != want {
				t.Errorf("seed %d: batches of up to %d give other tables than single messages", seed, largest)
			}
			rewind(t, db)
			inBatches(t, db, r, messages, largest)
			if checksum(t, db) != want {
				t.Errorf("seed %d: a replay from offset 0 gives other tables", seed)
			}
		}
	}
}

// Without tombstones not even the order of messages matters: revisions order
// the versions of a page.
func TestOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	var messages []store.Message
	for n := range 10 {
		for v := range 3 {
			messages = append(messages, message(tabletest.Page(n, v)))
		}
	}
	var names []string // not offsets: the last message is another one each time
	for _, x := range table.Tables() {
		names = append(names, x.Name)
	}
	want := ""
	for range 5 {
		r.Shuffle(len(messages), func(i, j int) { messages[i], messages[j] = messages[j], messages[i] })
		db := temp(t)
		inBatches(t, db, r, messages, 12)
		sum := checksum(t, db, names...)
		if want == "" {
			want = sum
			for n := range 10 {
				wantPage(t, db, tabletest.Page(n, 2))
			}
		}
		if sum != want {
			t.Fatal("another order gives other tables")
		}
	}
}

// A reader that opens the file beside the writer sees whole batches only, and
// neither waits for the other.
func TestReaderBesideWriter(t *testing.T) {
	db := temp(t)
	put(t, db, tabletest.Page(0, 0))
	raw := rawDB(t, db)
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			var torn int
			// Every batch brings ten pages, and a page has its meetings.
			err := raw.QueryRow("SELECT (SELECT count(*) FROM pages) % 10 <> 1 OR EXISTS " +
				"(SELECT 1 FROM pages p WHERE NOT EXISTS (SELECT 1 FROM meetings m WHERE m.page_id = p.id))").Scan(&torn)
			if err == nil && torn != 0 {
				err = errors.New("the reader saw half a batch")
			}
			if err != nil {
				done <- err
				return
			}
		}
	}()
	start := time.Now()
	for i := range 8 {
		var messages []store.Message
		for n := range 10 {
			messages = append(messages, message(tabletest.Page(1+i*10+n, 0)))
		}
		apply(t, db, batch(int64(i*10), messages...))
	}
	close(stop)
	if err := <-done; err != nil {
		t.Error(err)
	}
	t.Logf("80 pages in %v beside a reader", time.Since(start))
}

// Whatever a message holds, its batch is stored.
func FuzzApply(f *testing.F) {
	good := tabletest.Page(1, 0)
	f.Add([]byte(good.ID), tabletest.Marshal(good))
	f.Add([]byte(tabletest.ID(2)), tabletest.Marshal(good))
	f.Add([]byte(""), []byte("{}"))
	f.Add([]byte("\xff"), []byte(nil))
	f.Add([]byte(good.ID), []byte(`{"schema":"readout.page/v1","id":"`+good.ID+`","text":"\u0000","people":[{"name":"\u0000"}]}`))
	db := temp(f)
	next := int64(0)
	f.Fuzz(func(t *testing.T, key, value []byte) {
		apply(t, db, batch(next, store.Message{Key: key, Value: value}, tombstone(1), message(good)))
		next += 3
		wantPage(t, db, good)
		p, err := record.ParsePage(value)
		var dead int64
		if err := rawDB(t, db).QueryRow("SELECT count(*) FROM dead_letters WHERE message_offset = ?", next-3).Scan(&dead); err != nil {
			t.Fatal(err)
		}
		if (err != nil || p.ID != string(key)) && dead != 1 {
			t.Errorf("no dead letter for key %q, value %q", key, value)
		}
		if dead == 0 && p.ID != good.ID {
			wantPage(t, db, p)
		}
		apply(t, db, batch(next, store.Message{Key: key, Tombstone: true}))
		next++
	})
}
