package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"readout/pipeline/store/sqlite"
)

// lockPatience is how long the lock of a database is waited for at the start:
// as long as a sink waits for it later.
const lockPatience = time.Minute

// openDatabase opens the database of a file. One that another program holds is
// waited for. What is wrong with the file itself is the user's mistake (exit
// 2), what is wrong with the world about it is not.
func openDatabase(ctx context.Context, file string) (*sqlite.DB, error) {
	var db *sqlite.DB
	err := patiently(ctx, lockPatience, func() (err error) {
		db, err = sqlite.Open(ctx, file)
		return err
	})
	switch {
	case err == nil:
		return db, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case sqlite.Outage(err):
		return nil, err
	}
	return nil, &exitError{exitUsage, err}
}

// patiently calls open until it gives another error than that of a lock, or
// none, or patience is at its end.
func patiently(ctx context.Context, patience time.Duration, open func() error) error {
	const pause = 200 * time.Millisecond
	start, told := time.Now(), false
	for {
		err := open()
		if !sqlite.Locked(err) || ctx.Err() != nil {
			return err
		}
		if waited := time.Since(start); waited > patience {
			return fmt.Errorf("waited %s: %w", waited.Round(time.Second), err)
		}
		if !told {
			told = true
			slog.Warn("the database is locked, waiting for it", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}
