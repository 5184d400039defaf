package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/extractors"
	"readout/pipeline"
	"readout/pipeline/fixture"
)

// explain tells, on a page for every extractor, which rule made each value
// from which words, and what was dropped by which rule and why: all that the
// fixtures want and do not want is found in what it prints.
func TestExplainEveryExtractor(t *testing.T) {
	for _, x := range extractors.List() {
		t.Run(x.Name, func(t *testing.T) {
			paths, err := filepath.Glob("../../extractors/testdata/" + x.Name + "*.txtar")
			if err != nil || len(paths) == 0 {
				t.Fatalf("no fixture: %v", err)
			}
			dropped := 0
			for _, path := range paths {
				dropped += explainFixture(t, path)
			}
			if dropped == 0 {
				t.Error("no fixture shows what this extractor drops")
			}
		})
	}
}

// explainFixture runs explain on a fixture's page and gives how many dropped
// words it was held against.
func explainFixture(t *testing.T, path string) (dropped int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := fixture.Parse(path, data)
	if err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(t.TempDir(), "page.txt")
	if f.Page.Format == pipeline.HTML {
		page = filepath.Join(filepath.Dir(page), "page.html")
	}
	write(t, page, f.Page.Body)
	out := string(readout(t, "explain", page))
	for _, want := range f.Want {
		if !strings.Contains(out, want+"\n") {
			t.Errorf("%s: explain does not tell %q", f.Name, want)
		}
	}
	for _, n := range f.Not {
		if n.Rule == "" {
			continue
		}
		dropped++
		if line := fmt.Sprintf("    %q by %s: ", n.Words, n.Rule); !strings.Contains(out, line) {
			t.Errorf("%s: explain does not tell that %q was dropped by %s", f.Name, n.Words, n.Rule)
		}
		if part := string(readout(t, "explain", page, "--quote", n.Words)); !strings.Contains(part, n.Rule) {
			t.Errorf("%s: explain --quote %q says nothing of %s", f.Name, n.Words, n.Rule)
		}
	}
	return dropped
}
