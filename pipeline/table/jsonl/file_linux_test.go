package jsonl_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/table/jsonl"
)

// A file that can grow no further ends with a whole line.
func TestFull(t *testing.T) {
	list, lines := pages(3)
	three := lines
	for len(list) < 1500 {
		list, lines = append(list, list[:3]...), lines+three
	}
	for _, name := range []string{"out.jsonl", "out.jsonl.gz"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			w, err := jsonl.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			var old syscall.Rlimit
			if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
				t.Fatal(err)
			}
			limit := uint64(len(lines) / 3)
			if strings.HasSuffix(name, ".gz") {
				limit = gzipped(t, lines) * 3 / 4
			}
			if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: old.Max}); err != nil {
				t.Fatal(err)
			}
			err = w.Put(context.Background(), list)
			closeErr := w.Close()
			if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
				t.Fatal(err)
			}
			if err == nil {
				err = closeErr
			}
			if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "too large") {
				t.Fatalf("Put = %v", err)
			}
			if closeErr == nil {
				t.Error("Close says nothing of it")
			}
			got := read(t, path)
			var partly *pipeline.Partly
			if errors.As(err, &partly) && !strings.HasSuffix(name, ".gz") && partly.Taken != strings.Count(got, "\n") {
				t.Errorf("%d records are said to be in the file, %d are", partly.Taken, strings.Count(got, "\n"))
			} else if partly == nil && !strings.HasSuffix(name, ".gz") {
				t.Errorf("Put = %v, which does not say how many records stand", err)
			}
			if len(got) == 0 || !strings.HasPrefix(lines, got) || !strings.HasSuffix(got, "\n") {
				t.Errorf("%d bytes that end in %q, want whole lines", len(got), got[max(len(got)-20, 0):])
			}
		})
	}
}

// read reads a file to its end, which must be a good one.
func read(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

type counter uint64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

func gzipped(t *testing.T, s string) uint64 {
	t.Helper()
	var c counter
	w := gzip.NewWriter(&c)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return uint64(c)
}

// A compressed file has the same bytes however the records are put.
func TestGzipBatches(t *testing.T) {
	list, _ := pages(3)
	for len(list) < 1500 {
		list = append(list, list[:3]...)
	}
	var first string
	for _, size := range []int{1, 700, len(list)} {
		path := filepath.Join(t.TempDir(), "out.jsonl.gz")
		w, err := jsonl.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		for rest := list; len(rest) > 0; rest = rest[min(size, len(rest)):] {
			if err := w.Put(context.Background(), rest[:min(size, len(rest))]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		got := content(t, path)
		if first == "" {
			first = got
		}
		if got != first {
			t.Errorf("batches of %d give other bytes", size)
		}
	}
}

// A pipe and a device are written as they are, and stay.
func TestSpecialFiles(t *testing.T) {
	list, want := pages(2)
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	got := make(chan string)
	go func() {
		b, err := os.ReadFile(pipe)
		if err != nil {
			b = []byte(err.Error())
		}
		got <- string(b)
	}()
	write := func(path string, list []*record.Page) {
		t.Helper()
		w, err := jsonl.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Put(context.Background(), list); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write(pipe, list)
	if s := <-got; s != want {
		t.Errorf("the pipe gave %q, want %q", s, want)
	}
	write("/dev/null", list)
	link := filepath.Join(t.TempDir(), "link")
	target := filepath.Join(t.TempDir(), "target")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	write(link, list)
	if s := content(t, target); s != want {
		t.Errorf("through a link: %q, want %q", s, want)
	}
	w, err := jsonl.Open("/dev/full")
	if err != nil {
		t.Skip(err)
	}
	if err := w.Put(context.Background(), list); err == nil || !strings.Contains(err.Error(), "/dev/full") {
		t.Errorf("Put = %v", err)
	}
	if w.Close() == nil {
		t.Error("Close says nothing of it")
	}
}
