package sqlite_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/store/sqlite"
	"readout/pipeline/table/tabletest"
)

func TestOpenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	db, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, db, tabletest.Page(1, 0))
	want := checksum(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(path + suffix); err == nil {
			t.Errorf("%s is left after Close", suffix)
		}
	}
	db = open(t, path)
	if got := checksum(t, db); got != want {
		t.Error("another checksum after opening again")
	}
	wantPage(t, db, tabletest.Page(1, 0))
}

func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	put(t, open(t, path), tabletest.Page(1, 0))
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	foreign := func(name string, statements ...string) string {
		path := filepath.Join(dir, name)
		raw, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer raw.Close()
		for _, s := range statements {
			if _, err := raw.Exec(s); err != nil {
				t.Fatal(err)
			}
		}
		return path
	}
	ours := func(name, statement string) string {
		path := filepath.Join(dir, name)
		db, err := sqlite.Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		db.Close()
		return foreign(name, statement)
	}
	tests := []struct{ name, path, want string }{
		{"no folder", filepath.Join(dir, "none", "r.db"), "the folder " + filepath.Join(dir, "none") + " does not exist"},
		{"folder", dir, dir + " is a folder, not a file"},
		{"below a file", filepath.Join(write("file", "x"), "r.db"), "not a"},
		{"text", write("text.db", "Once upon a time there was no database at all."), "is not a readout database"},
		{"short", write("short.db", "SQL"), "is not a readout database"},
		{"torn", write("torn.db", "SQLite format 3\x00"+strings.Repeat("x", 5000)), "is not a readout database"},
		{"another program's", foreign("foreign.db", "CREATE TABLE notes (id)"), "is not a readout database"},
		{"another program's, empty", foreign("id.db", "PRAGMA application_id = 7", "CREATE TABLE x (y)"), "is not a readout database"},
		{"later version", ours("later.db", "PRAGMA user_version = 1000"), "made by a later version of readout (tables of version 1000"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, _ := os.ReadFile(test.path)
			db, err := sqlite.Open(context.Background(), test.path)
			if err == nil {
				db.Close()
				t.Fatal("opened")
			}
			if !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.path) {
				t.Errorf("got %q, want it to say %q and name the file", err, test.want)
			}
			if after, _ := os.ReadFile(test.path); !cmp.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

// Many openings at once of a file that is not there make one database.
func TestOpenTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.db")
	const n = 6
	errs := make(chan error, n)
	for range n {
		go func() {
			db, err := sqlite.Open(context.Background(), path)
			if err == nil {
				err = db.Close()
			}
			errs <- err
		}()
	}
	for range n {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	put(t, open(t, path), tabletest.Page(1, 0))
}

// A change of the tables needs a new version number, and a person who reads
// what changed.
func TestSchemaGolden(t *testing.T) {
	const golden = "testdata/schema.sql"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(sqlite.Schema()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), sqlite.Schema()); diff != "" {
		t.Errorf("schema (-%s +got):\n%s\nif this is meant, raise schemaVersion and write the file anew with UPDATE=1", golden, diff)
	}
}
