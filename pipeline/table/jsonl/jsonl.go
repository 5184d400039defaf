// Package jsonl writes page records as JSON lines: one record a line, UTF-8,
// in the order of the run.
package jsonl

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout/pipeline"
	"readout/pipeline/record"
)

// Writer is a sink of JSON lines. It is not safe for concurrent use.
type Writer struct {
	name string
	out  io.Writer    // where lines go: gz or the file
	gz   *gzip.Writer // nil where the file is not compressed
	file *file        // nil for what the caller opened
	buf  []byte
	gzip int   // bytes in the gzip member that is open
	put  int   // records of this Put that stand in a file that is not compressed
	err  error // the first failure of a write: what follows it would be a torn file
}

var _ pipeline.Sink = (*Writer)(nil)

const (
	// flushSize is how many bytes of lines are gathered before they are written.
	flushSize = 1 << 20
	// memberSize is how many bytes of lines a gzip member holds at least, the
	// last one aside: what a disk that is full costs.
	memberSize = 4 << 20
)

// Open gives a sink that writes to a file; "-" and /dev/stdout are standard
// output. A name that ends in ".gz" is compressed. What the file holds is
// replaced by the first Put, or by Close where nothing was put; Abandon leaves it.
func Open(path string) (*Writer, error) {
	if path == "-" || path == "/dev/stdout" {
		return NewWriter(os.Stdout, "standard output"), nil
	}
	f, err := openFile(path)
	if err != nil {
		return nil, openError(path, err)
	}
	w := NewWriter(f, path)
	w.file = f
	if strings.HasSuffix(path, ".gz") {
		w.gz = gzip.NewWriter(f)
		w.out = w.gz
	}
	return w, nil
}

func openError(path string, err error) error {
	dir := filepath.Dir(path)
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return fmt.Errorf("jsonl: %s is a folder, not a file", path)
	}
	if info, statErr := os.Stat(dir); errors.Is(statErr, fs.ErrNotExist) {
		return fmt.Errorf("jsonl: %s: the folder %s does not exist", path, dir)
	} else if statErr == nil && !info.IsDir() {
		return fmt.Errorf("jsonl: %s: %s is not a folder", path, dir)
	}
	return fmt.Errorf("jsonl: %s: %w", path, reason(err))
}

// reason takes operation and path off an error that is wrapped with them.
func reason(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// NewWriter gives a sink that writes to w, which it never closes. name stands
// in errors.
func NewWriter(w io.Writer, name string) *Writer { return &Writer{name: name, out: w} }

// Put writes the records. Without compression whole lines have gone to the
// operating system when it returns nil. After an error the file ends with a
// whole line, compressed or not; the error is a *pipeline.Partly
// that counts, without compression, the lines of this call.
func (w *Writer) Put(ctx context.Context, pages []*record.Page) error {
	w.put = 0
	if err := w.lines(ctx, pages); err != nil {
		return &pipeline.Partly{Taken: w.put, Err: err}
	}
	return nil
}

func (w *Writer) lines(ctx context.Context, pages []*record.Page) error {
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		before := len(w.buf)
		w.buf = append(p.AppendJSON(w.buf), '\n')
		w.gzip += len(w.buf) - before
		if len(w.buf) >= flushSize || w.gz != nil && w.gzip >= memberSize {
			if err := w.flush(); err != nil {
				return err
			}
		}
	}
	return w.flush()
}

func (w *Writer) flush() error {
	if w.err == nil && len(w.buf) > 0 {
		n, err := w.out.Write(w.buf)
		if err == nil && n < len(w.buf) {
			err = io.ErrShortWrite
		}
		switch {
		case err != nil && w.gz == nil:
			whole := bytes.LastIndexByte(w.buf[:n], '\n') + 1
			w.put += bytes.Count(w.buf[:whole], []byte("\n"))
			w.fail(err, whole)
		case err != nil:
			w.fail(err, 0)
		case w.gz == nil:
			w.put += bytes.Count(w.buf, []byte("\n"))
			w.file.keep()
		case w.gzip >= memberSize:
			w.endMember()
		}
	}
	w.buf = w.buf[:0]
	return w.err
}

// endMember ends a gzip member, up to which the file is whole, and begins the next.
func (w *Writer) endMember() {
	if err := w.gz.Close(); err != nil {
		w.fail(err, 0)
		return
	}
	w.file.keep()
	w.gz.Reset(w.file)
	w.gzip = 0
}

// fail remembers a failure of a write and takes the file back to where it was
// whole last, and more bytes that are.
func (w *Writer) fail(err error, more int) {
	w.err = fmt.Errorf("jsonl: write %s: %w", w.name, reason(err))
	w.file.cut(more)
}

// Close writes what is left and closes the file. The error of an earlier Put
// comes again.
func (w *Writer) Close() error {
	_ = w.flush()
	if w.gz != nil && w.err == nil {
		if err := w.gz.Close(); err != nil {
			w.fail(err, 0)
		}
	}
	if w.file == nil {
		return w.err
	}
	if w.err == nil {
		if err := w.file.begin(); err != nil {
			w.fail(err, 0)
		}
	}
	if err := w.file.Close(); err != nil && w.err == nil {
		return fmt.Errorf("jsonl: close %s: %w", w.name, reason(err))
	}
	return w.err
}

// Abandon is Close for a sink that shall not be used after all: where nothing
// was put the file is what it was before Open.
func (w *Writer) Abandon() error {
	if w.file == nil || w.file.begun {
		return w.Close()
	}
	return w.file.abandon()
}
