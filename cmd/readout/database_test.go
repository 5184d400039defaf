package main

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"readout/pipeline/store/sqlite"
)

// locked gives the error of a database that another program holds.
func locked(t *testing.T) error {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.db")
	holder, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close()
	holder.SetMaxOpenConns(1)
	for _, s := range []string{"CREATE TABLE x (y)", "BEGIN EXCLUSIVE"} {
		if _, err := holder.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	other, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err = other.Exec("CREATE TABLE z (y)"); !sqlite.Locked(err) {
		t.Fatalf("not an error of a lock: %v", err)
	}
	return err
}

// A lock is waited for, but not for ever, and nothing else is.
func TestPatiently(t *testing.T) {
	busy, other := locked(t), errors.New("no folder")
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, c := range []struct {
		name     string
		ctx      context.Context
		patience time.Duration
		answers  []error
		want     error
	}{
		{"free", t.Context(), time.Minute, []error{nil}, nil},
		{"locked, then free", t.Context(), time.Minute, []error{busy, busy, nil}, nil},
		{"locked, then wrong", t.Context(), time.Minute, []error{busy, other}, other},
		{"locked for too long", t.Context(), 0, []error{busy}, busy},
		{"stopped", stopped, time.Minute, []error{busy}, busy},
	} {
		calls := 0
		err := patiently(c.ctx, c.patience, func() error {
			calls++
			return c.answers[calls-1]
		})
		if !errors.Is(err, c.want) || calls != len(c.answers) {
			t.Errorf("%s: %d calls, error %v", c.name, calls, err)
		}
	}
	if !sqlite.Outage(busy) || sqlite.Outage(other) || sqlite.Outage(nil) {
		t.Error("a lock is an outage, a folder that is missing is none")
	}
}
