package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/extractors"
	"readout/pipeline/record"
)

var (
	update     = flag.Bool("update", false, "rewrite the goldens and testdata/generation to what comes out; read the diff")
	unreleased = flag.Bool("unreleased", false, "with -update: the generation was never released, so it may stand for other records than before")
)

const (
	pagesDir       = "../../testdata/pages"
	goldenFile     = "../../testdata/pages.golden.jsonl"
	generationFile = "../../testdata/generation"
)

// The records of the whole pages, as they were when somebody last read them.
// A change of them goes with a new generation, once a landed change.
func TestGoldenAndGeneration(t *testing.T) {
	got := readout(t, "extract", "--format", "jsonl", pagesDir)
	if *update {
		before, err := os.ReadFile(generationFile)
		if err != nil {
			t.Fatal(err)
		}
		line := generationLine(got)
		if err := mayRewrite(string(before), string(line), *unreleased); err != nil {
			t.Fatal(err)
		}
		write(t, goldenFile, got)
		write(t, generationFile, line)
		return
	}
	want, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(indented(t, want), indented(t, got)); diff != "" {
		t.Errorf("records changed (-want +got); grow Generation in extractors/extractors.go, once a landed change, and run "+
			"go test ./cmd/readout -run Golden -update:\n%s", diff)
	}
	recorded, err := os.ReadFile(generationFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(recorded), string(generationLine(want))); diff != "" {
		t.Errorf("testdata/generation does not fit the goldens (-recorded +goldens):\n%s", diff)
	}
}

// generationLine is the generation and the hash of the goldens made by it.
func generationLine(golden []byte) []byte {
	return fmt.Appendf(nil, "%d %s\n", extractors.Generation, record.SHA256(golden))
}

// mayRewrite refuses to let a generation stand for other records than before:
// a database keeps, of two records of one page and generation, the one that it
// has.
func mayRewrite(before, after string, unreleased bool) error {
	old, _, _ := strings.Cut(before, " ")
	now, _, _ := strings.Cut(after, " ")
	was, err := strconv.Atoi(old)
	if err != nil {
		return fmt.Errorf("%s: %q is no generation", generationFile, old)
	}
	is, err := strconv.Atoi(now)
	if err != nil {
		return err
	}
	switch {
	case before == after, is > was, is == was && unreleased:
		return nil
	case is < was:
		return fmt.Errorf("generation %d is lower than %d, which %s has: it only grows", is, was, generationFile)
	}
	return fmt.Errorf("the records changed, but Generation in extractors/extractors.go is still %d: set it to %d and run "+
		"go test ./cmd/readout -run Golden -update again; if generation %d was never released, add -unreleased instead", is, is+1, is)
}

func TestMayRewrite(t *testing.T) {
	for _, x := range []struct {
		before, after string
		unreleased    bool
		want          string
	}{
		{"3 aa\n", "3 aa\n", false, ""},
		{"3 aa\n", "4 bb\n", false, ""},
		{"3 aa\n", "3 bb\n", true, ""},
		{"3 aa\n", "3 bb\n", false, "set it to 4"},
		{"3 aa\n", "3 bb\n", false, "add -unreleased"},
		{"3 aa\n", "2 bb\n", true, "only grows"},
		{"", "2 bb\n", true, "no generation"},
	} {
		err := mayRewrite(x.before, x.after, x.unreleased)
		if (err == nil) != (x.want == "") || err != nil && !strings.Contains(err.Error(), x.want) {
			t.Errorf("mayRewrite(%q, %q, %v) = %v, want %q", x.before, x.after, x.unreleased, err, x.want)
		}
	}
}

func indented(t *testing.T, lines []byte) string {
	t.Helper()
	var out bytes.Buffer
	for line := range bytes.Lines(lines) {
		if err := json.Indent(&out, line, "", " "); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// The same pages give the same bytes, whatever the number of workers.
func TestWorkersDoNotShow(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		for _, name := range []string{"assembly.html", "call.html", "harbour.txt"} {
			data, err := os.ReadFile(filepath.Join(pagesDir, name))
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(dir, fmt.Sprintf("%03d-%s", i, name)), data)
		}
	}
	one := readout(t, "extract", "--workers", "1", "--format", "jsonl", dir)
	eight := readout(t, "extract", "--workers", "8", "--format", "jsonl", dir)
	if !bytes.Equal(one, eight) {
		t.Error("1 and 8 workers give different bytes")
	}
	if n := bytes.Count(one, []byte("\n")); n != 120 {
		t.Errorf("%d records, want 120", n)
	}
}
