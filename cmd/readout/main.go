// Command readout reads press pages and gives back structured meeting
// records: who met whom, in which role, when, where, how and about what, and
// for every value the words that prove it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/mattn/go-isatty"
)

// Exit codes.
const (
	exitGood        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitRejects     = 3 // some pages were rejected by an error
	exitInterrupted = 130
)

// exitError is an error with an exit code of its own. err may be nil: then
// nothing is printed, all has been said.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage makes an error that is the user's mistake: exit 2.
func usage(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}

func main() { os.Exit(Main()) }

// Main runs the command with the process's arguments and gives its exit
// code. It is apart from main so that the script tests can call it.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)
	root := newRoot()
	out := &stdout{file: os.Stdout}
	root.SetOut(out)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = out.err
	}
	return exitCode(ctx, err, os.Stderr)
}

// stdout is standard output. It keeps its first error, since not all that
// prints to it tells: help does not.
type stdout struct {
	file *os.File
	err  error
}

func (o *stdout) Write(p []byte) (int, error) {
	n, err := o.file.Write(p)
	if err != nil {
		var cause *fs.PathError
		if errors.As(err, &cause) {
			err = cause.Err
		}
		err = fmt.Errorf("write to standard output: %w", err)
		if o.err == nil {
			o.err = err
		}
	}
	return n, err
}

func (o *stdout) terminal() bool { return isatty.IsTerminal(o.file.Fd()) }

func exitCode(ctx context.Context, err error, stderr io.Writer) int {
	var exit *exitError
	switch {
	case err == nil:
		return exitGood
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(stderr, "readout: interrupted")
		return exitInterrupted
	case errors.As(err, &exit):
		if exit.err != nil {
			fmt.Fprintf(stderr, "readout: %s\n", printable(exit.err.Error()))
		}
		return exit.code
	}
	fmt.Fprintf(stderr, "readout: %s\n", printable(err.Error()))
	return exitFailed
}
