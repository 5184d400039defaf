package sqlite_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/store"
	"readout/pipeline/store/sqlite"
	"readout/pipeline/table/tabletest"
)

// The last message of a partition is remembered; a batch without one leaves it.
func TestMark(t *testing.T) {
	db := temp(t)
	m := message(tabletest.Page(1, 0))
	m.Time = time.Date(2021, 5, 3, 4, 5, 6, 789_000_000, time.FixedZone("", 7200))
	b := batch(5, message(tabletest.Page(2, 0)), m)
	apply(t, db, b)
	apply(t, db, store.Batch{Topic: topic, From: 7, Next: 9})
	apply(t, db, store.Batch{Topic: topic, Partition: 1, From: 3, Next: 4})
	want := map[int]store.Position{0: {Next: 9, Last: b.Messages[1].Mark()}, 1: {Next: 4}}
	want[0].Last.Time = m.Time.UTC()
	got, err := db.Offsets(context.Background(), topic)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	dead := batch(9, store.Message{Key: []byte("x"), Tombstone: true, Time: m.Time.Add(time.Hour)})
	apply(t, db, dead)
	if got, err = db.Offsets(context.Background(), topic); err != nil || got[0].Last.SHA256 != dead.Messages[0].Mark().SHA256 || got[0].Last.Offset != 9 {
		t.Errorf("after a tombstone: %v, %v", got[0].Last, err)
	}
}

func TestTopicsAndForget(t *testing.T) {
	db := temp(t)
	ctx := context.Background()
	apply(t, db, batch(0, message(tabletest.Page(1, 0))))
	b := batch(7, message(tabletest.Page(2, 0)))
	b.Topic = "another"
	apply(t, db, b)
	got, err := db.Topics(ctx)
	if diff := cmp.Diff([]string{"another", topic}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if err := db.Forget(ctx, topic); err != nil {
		t.Fatal(err)
	}
	if got, err = db.Topics(ctx); err != nil || !cmp.Equal(got, []string{"another"}) || len(offsets(t, db)) != 0 {
		t.Errorf("after Forget: %v, %v, %v", got, offsets(t, db), err)
	}
	wantPage(t, db, tabletest.Page(1, 0))
	on := batch(1, message(tabletest.Page(3, 0)))
	on.Continues = true // a worker that does not know that all begins again
	if _, err := db.Apply(ctx, on); !errors.Is(err, store.ErrFenced) || len(offsets(t, db)) != 0 {
		t.Errorf("a batch that continues what was forgotten: %v, %v", err, offsets(t, db))
	}
	apply(t, db, batch(3, message(tabletest.Page(1, 0)))) // from anywhere, as a topic never read
}

// A database of version 1 is brought up to date with all that it holds.
func TestUpgrade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	db := open(t, path)
	apply(t, db, batch(0, message(tabletest.Page(1, 0))))
	columns := func() (out []string) {
		rows, err := rawDB(t, db).Query("SELECT name || ' ' || type || ' ' || \"notnull\" FROM pragma_table_info('offsets') UNION ALL SELECT user_version FROM pragma_user_version")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				t.Fatal(err)
			}
			out = append(out, s)
		}
		return out
	}
	want := columns()
	for _, s := range []string{"ALTER TABLE offsets DROP COLUMN last_offset", "ALTER TABLE offsets DROP COLUMN last_time",
		"ALTER TABLE offsets DROP COLUMN last_sha256", "PRAGMA user_version = 1"} {
		if _, err := rawDB(t, db).Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if db, err = sqlite.Open(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if diff := cmp.Diff(want, columns()); diff != "" {
		t.Errorf("columns and version (-new +upgraded):\n%s", diff)
	}
	got, err := db.Offsets(context.Background(), topic)
	if diff := cmp.Diff(map[int]store.Position{0: {Next: 1}}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	apply(t, db, batch(1, message(tabletest.Page(2, 0))))
	wantPage(t, db, tabletest.Page(1, 0))
}
