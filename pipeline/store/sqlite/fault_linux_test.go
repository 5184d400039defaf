package sqlite_test

import (
	"context"
	"syscall"
	"testing"

	"readout/pipeline/record"
	"readout/pipeline/table/tabletest"
)

// A file that may not grow any further says so, and keeps what it has.
func TestFileLimit(t *testing.T) {
	db := temp(t)
	put(t, db, tabletest.Page(1, 0))
	want := checksum(t, db)
	var many []*record.Page
	for n := range 300 {
		many = append(many, tabletest.Page(10+n, 0))
	}
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 500_000, Max: old.Max}); err != nil {
		t.Fatal(err)
	}
	err := db.Put(context.Background(), many)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Fatal(err)
	}
	wantError(t, err, "limit on the size of files (ulimit -f)", db.Path())
	if checksum(t, db) != want {
		t.Error("the database is not what it was before")
	}
	put(t, db, many...)
	wantPage(t, db, tabletest.Page(309, 0))
}
