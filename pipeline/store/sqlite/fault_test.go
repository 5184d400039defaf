package sqlite_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"readout/pipeline/record"
	"readout/pipeline/table/tabletest"
)

func pragma(t *testing.T, db interface{ Pragma(string) error }, s string) {
	t.Helper()
	if err := db.Pragma(s); err != nil {
		t.Fatal(err)
	}
}

func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one that says %q", parts)
	}
	for _, s := range parts {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("error %q does not say %q", err, s)
		}
	}
}

// A full disk loses nothing that was stored, and the database goes on when
// there is room again.
func TestDiskFull(t *testing.T) {
	db := temp(t)
	put(t, db, tabletest.Page(1, 0))
	want := checksum(t, db)
	pragma(t, db, "max_page_count=80")
	var many []*record.Page
	for n := range 300 {
		many = append(many, tabletest.Page(10+n, 0))
	}
	wantError(t, db.Put(context.Background(), many), "the disk is full", db.Path())
	b := batch(0, messagesOf(many)...)
	_, err := db.Apply(context.Background(), b)
	wantError(t, err, "the disk is full", db.Path())
	if checksum(t, db) != want {
		t.Error("the database is not what it was before")
	}
	pragma(t, db, "max_page_count=1000000")
	apply(t, db, b)
	wantPage(t, db, tabletest.Page(309, 0))
}

func TestLocked(t *testing.T) {
	db := temp(t)
	pragma(t, db, "busy_timeout=20")
	raw := rawDB(t, db)
	raw.SetMaxOpenConns(1)
	if _, err := raw.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	err := db.Put(context.Background(), []*record.Page{tabletest.Page(1, 0)})
	wantError(t, err, "another program holds its lock", db.Path())
	if _, err := raw.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	put(t, db, tabletest.Page(1, 0))
}

func TestDamaged(t *testing.T) {
	path := t.TempDir() + "/r.db"
	db := open(t, path)
	for n := range 50 {
		put(t, db, tabletest.Page(n, 0))
	}
	pragma(t, db, "wal_checkpoint(TRUNCATE)")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 8192; i < len(data); i++ {
		data[i] = 0x55
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	db = open(t, path)
	_, err = db.Page(context.Background(), tabletest.ID(1))
	wantError(t, err, "the file is damaged", path)
}

func TestClosed(t *testing.T) {
	db := temp(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	wantError(t, db.Put(ctx, []*record.Page{tabletest.Page(1, 0)}), "closed")
	_, err := db.Apply(ctx, batch(0))
	wantError(t, err, "closed")
	_, err = db.Page(ctx, "x")
	wantError(t, err, "closed")
	_, err = db.Offsets(ctx, topic)
	wantError(t, err, "closed")
	_, err = db.Checksum(ctx)
	wantError(t, err, "closed")
	if err := db.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
