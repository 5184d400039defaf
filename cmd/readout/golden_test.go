package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/extractors"
	"readout/pipeline/record"
)

var update = flag.Bool("update", false, "rewrite the goldens and testdata/generation to what comes out; read the diff")

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
		write(t, goldenFile, got)
		write(t, generationFile, generationLine(got))
		return
	}
	want, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(indented(t, want), indented(t, got)); diff != "" {
		t.Errorf("records changed (-want +got); grow Generation in extractors/extractors.go, once a landed change, and run with -update:\n%s", diff)
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

// Every page record, and the meeting record of each of its meetings,
// validates against the schemas that the program prints.
func TestGoldenValidates(t *testing.T) {
	page, meeting := schema(t, "page"), schema(t, "meeting")
	lines := readout(t, "extract", "--format", "jsonl", pagesDir)
	meetings := 0
	for line := range bytes.Lines(lines) {
		validate(t, page, line)
		rec, err := record.ParsePage(line)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range rec.Meetings {
			meetings++
			validate(t, meeting, rec.AppendMeetingJSON(nil, m))
		}
	}
	if meetings == 0 {
		t.Error("no meeting in any of the pages")
	}
}

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(readout(t, "schema", name)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, data []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%s: %v", firstLine(data), err)
	}
}

func firstLine(data []byte) string {
	s := string(data)
	return strings.TrimSpace(s[:min(len(s), 120)])
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
