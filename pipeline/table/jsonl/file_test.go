package jsonl_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"readout/pipeline/table/jsonl"
)

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What a file holds stays until the first record comes, or the end of a run
// without one.
func TestOpenKeeps(t *testing.T) {
	list, want := pages(2)
	const before = "the records of the last run\n"
	for _, test := range []struct {
		name      string
		do        func(*jsonl.Writer) error
		then, end string
	}{
		{"put", func(w *jsonl.Writer) error { return w.Put(context.Background(), list) }, want, want},
		{"put nothing", func(w *jsonl.Writer) error { return w.Put(context.Background(), nil) }, before, ""},
		{"abandon", func(*jsonl.Writer) error { return nil }, before, before},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "out.jsonl")
			if err := os.WriteFile(path, []byte(before), 0o640); err != nil {
				t.Fatal(err)
			}
			w, err := jsonl.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if got := content(t, path); got != before {
				t.Errorf("after Open: %q", got)
			}
			if err := test.do(w); err != nil {
				t.Fatal(err)
			}
			if got := content(t, path); got != test.then {
				t.Errorf("then: %q, want %q", got, test.then)
			}
			end := w.Close
			if test.name == "abandon" {
				end = w.Abandon
			}
			if err := end(); err != nil {
				t.Fatal(err)
			}
			if got := content(t, path); got != test.end {
				t.Errorf("at the end: %q, want %q", got, test.end)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
				t.Errorf("mode %v, %v", info.Mode(), err)
			}
		})
	}
}

// A sink that is abandoned leaves no file that was not there, and keeps what
// was put.
func TestAbandon(t *testing.T) {
	list, want := pages(1)
	path := filepath.Join(t.TempDir(), "out.jsonl")
	for _, n := range []int{0, 1} {
		w, err := jsonl.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Put(context.Background(), list[:n]); err != nil {
			t.Fatal(err)
		}
		if err := w.Abandon(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); (err == nil) != (n > 0) {
			t.Errorf("%d records put: %v", n, err)
		}
	}
	if got := content(t, path); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
