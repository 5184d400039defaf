package jsonl_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/record"
	"readout/pipeline/table/jsonl"
	"readout/pipeline/table/tabletest"
)

// pages gives some pages and their lines.
func pages(n int) (list []*record.Page, lines string) {
	var b bytes.Buffer
	for i := range n {
		p := tabletest.Page(i, 0)
		list = append(list, p)
		b.Write(tabletest.Marshal(p))
		b.WriteByte('\n')
	}
	return list, b.String()
}

func TestWriteFile(t *testing.T) {
	list, want := pages(7)
	for _, name := range []string{"out.jsonl", "out.jsonl.gz"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte("what was there before"), 0o644); err != nil {
				t.Fatal(err)
			}
			w, err := jsonl.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range [][]*record.Page{list[:3], nil, list[3:]} {
				if err := w.Put(context.Background(), part); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var r io.Reader = f
			if strings.HasSuffix(name, ".gz") {
				if r, err = gzip.NewReader(f); err != nil {
					t.Fatal(err)
				}
			}
			got, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What Put has taken is in the file when it returns.
func TestPutIsWritten(t *testing.T) {
	list, want := pages(2)
	path := filepath.Join(t.TempDir(), "out.jsonl")
	w, err := jsonl.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Put(context.Background(), list); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != want {
		t.Errorf("the file holds %d bytes, want %d", len(got), len(want))
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ path, want string }{
		{dir, "is a folder, not a file"},
		{filepath.Join(dir, "none", "out.jsonl"), "the folder " + filepath.Join(dir, "none") + " does not exist"},
		{filepath.Join(file, "out.jsonl"), file + " is not a folder"},
		{"", "no such file"},
	}
	for _, test := range tests {
		_, err := jsonl.Open(test.path)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.path) {
			t.Errorf("Open(%q): got error %v, want %q", test.path, err, test.want)
		}
	}
}

// faulty takes some bytes and then fails, or takes less than it is given.
type faulty struct {
	room int
	err  error
	got  int
}

func (f *faulty) Write(p []byte) (int, error) {
	if len(p) <= f.room {
		f.room -= len(p)
		f.got += len(p)
		return len(p), nil
	}
	return f.room, f.err
}

func TestWriteFails(t *testing.T) {
	list, lines := pages(4)
	full := errors.New("no space left")
	tests := []struct {
		name      string
		err, want error
	}{{"error", full, full}, {"short write", nil, io.ErrShortWrite}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := &faulty{room: len(lines) / 2, err: test.err}
			w := jsonl.NewWriter(out, "the-file")
			var err error
			taken := 0
			for _, p := range list {
				if err = w.Put(context.Background(), []*record.Page{p}); err != nil {
					break
				}
				taken += len(tabletest.Marshal(p)) + 1
			}
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), "the-file") {
				t.Errorf("Put: got error %v, want %v with the name", err, test.want)
			}
			if err := w.Close(); !errors.Is(err, test.want) {
				t.Errorf("Close: got error %v, want %v again", err, test.want)
			}
			if out.got != taken {
				t.Errorf("%d bytes went out for %d acknowledged: something was written after a torn line", out.got, taken)
			}
		})
	}
}

func TestPutStopped(t *testing.T) {
	list, _ := pages(1)
	var out bytes.Buffer
	w := jsonl.NewWriter(&out, "out")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.Put(ctx, list); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want context.Canceled", err)
	}
}

func BenchmarkPut(b *testing.B) {
	list, lines := pages(100)
	w := jsonl.NewWriter(io.Discard, "out")
	b.SetBytes(int64(len(lines)))
	for b.Loop() {
		if err := w.Put(context.Background(), list); err != nil {
			b.Fatal(err)
		}
	}
}
