// Package jsonl writes page records as JSON lines: one record a line, UTF-8,
// in the order of the run.
package jsonl

import (
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
	name   string
	out    io.Writer    // where lines go: gz or the file
	gz     *gzip.Writer // nil where the file is not compressed
	closer io.Closer    // nil for what the caller opened
	buf    []byte
	err    error // the first failure of a write: what follows it would be a torn file
}

var _ pipeline.Sink = (*Writer)(nil)

// flushSize is how many bytes of lines are gathered before they are written.
const flushSize = 1 << 20

// Open makes the file, or empties it, and gives a sink that writes to it; "-"
// is standard output. A name that ends in ".gz" is compressed.
func Open(path string) (*Writer, error) {
	if path == "-" {
		return NewWriter(os.Stdout, "standard output"), nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, openError(path, err)
	}
	w := NewWriter(f, path)
	w.closer = f
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
// operating system when it returns nil.
func (w *Writer) Put(ctx context.Context, pages []*record.Page) error {
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		w.buf = append(p.AppendJSON(w.buf), '\n')
		if len(w.buf) >= flushSize {
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
		if err != nil {
			w.err = fmt.Errorf("jsonl: write %s: %w", w.name, reason(err))
		}
	}
	w.buf = w.buf[:0]
	return w.err
}

// Close writes what is left and closes the file. The error of an earlier Put
// comes again.
func (w *Writer) Close() error {
	err := w.flush()
	if w.gz != nil {
		if gzErr := w.gz.Close(); err == nil && gzErr != nil {
			err = fmt.Errorf("jsonl: write %s: %w", w.name, reason(gzErr))
		}
	}
	if w.closer != nil {
		if closeErr := w.closer.Close(); err == nil && closeErr != nil {
			err = fmt.Errorf("jsonl: close %s: %w", w.name, reason(closeErr))
		}
	}
	return err
}
