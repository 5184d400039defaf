package main

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/store/sqlite"
)

// What lands in the demo's database is what extract gives for the same page:
// all but where it came from and what follows from that.
func TestDemoLandsWhatExtractGives(t *testing.T) {
	for _, name := range []string{"assembly.html", "harbour.txt"} {
		t.Run(name, func(t *testing.T) {
			page := filepath.Join("../../testdata/pages", name)
			path := filepath.Join(t.TempDir(), "demo.db")
			readout(t, "demo", page, "--db", path)
			got := withoutSource(t, landed(t, path))
			want := withoutSource(t, readout(t, "extract", "--format", "jsonl", page))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-extract +demo:\n%s", diff)
			}
		})
	}
}

// landed gives the JSON of the one page of a database.
func landed(t *testing.T, path string) []byte {
	t.Helper()
	ids, err := rows(path, "select id from pages", "|")
	if err != nil || len(ids) != 1 {
		t.Fatalf("pages of %s: %v, %v", path, ids, err)
	}
	return storedPage(t, path, ids[0])
}

func storedPage(t *testing.T, path, id string) []byte {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rec, err := db.Page(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	data := rec.AppendJSON(nil)
	if err := validate(data); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	return data
}

func withoutSource(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"id", "revision"} {
		delete(m, key)
	}
	source := m["source"].(map[string]any)
	for _, key := range []string{"url", "path", "retrieved", "publisher"} {
		delete(source, key)
	}
	for _, x := range m["meetings"].([]any) {
		delete(x.(map[string]any), "id")
	}
	return m
}
