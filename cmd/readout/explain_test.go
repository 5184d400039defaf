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
			dropped, told := 0, 0
			for _, path := range paths {
				d, n := explainFixture(t, path)
				dropped, told = dropped+d, told+n
			}
			if dropped == 0 {
				t.Error("no fixture shows what this extractor drops")
			}
			if told == 0 {
				t.Error("no fixture shows which condition failed")
			}
		})
	}
}

// explainFixture runs explain on a fixture's page and gives how many dropped
// words it was held against, and how many conditions that failed.
func explainFixture(t *testing.T, path string) (dropped, told int) {
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
		line := fmt.Sprintf("    %q by %s: ", n.Words, n.Rule)
		if n.Why != "" {
			told++
			line += n.Why + "\n"
		}
		if _, why, found := strings.Cut(out, line); !found || n.Why == "" && strings.HasPrefix(why, "\n") {
			t.Errorf("%s: explain does not tell that %q was dropped by %s and why: %s", f.Name, n.Words, n.Rule, n.Why)
		}
		if part := string(readout(t, "explain", page, "--quote", n.Words)); !strings.Contains(part, n.Rule) {
			t.Errorf("%s: explain --quote %q says nothing of %s", f.Name, n.Words, n.Rule)
		}
	}
	return dropped, told
}

// Words that gave no value: what stands nearest, and the condition that they
// fail of every extractor.
func TestExplainNearest(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.txt")
	write(t, page, []byte("Harbour Council meets in Riga\n\n4 May 2021\n\nSpeaker of the Seimas Ana Lind met Ambassador Boris Petkov of Bulgaria on Monday. "+
		"Residents of Osterby wait for the election this week. The captain called the “long night” over; it was cold, she added. It is late, and the report of 12 pages was read by Forward Latvia.\n"))
	for _, c := range []struct{ quote, want string }{
		{"it was cold", "statements: it stands outside of the quotation marks of its sentence"},
		{"it was cold", "nearest in the sentence:"},
		{"Residents", "people: its only capital letter is that of the first word of a sentence"},
		{"wait for", "elections: its sentence speaks of a vote"},
		{"wait for", "dates: it holds no number"},
		{"captain called", "roles: \"captain\" is the noun of a post"},
		{"Forward", "people: no rule reads it so; the tagger of names holds"},
		{"is late", "organizations: no word of it has a capital letter"},
		{"is late", "places: no word of it has a capital letter"},
		{"is late", "counts: it holds no number in digits or words"},
		{"is late", "topics: no verb or noun of discussing"},
		{"is late", "meetings: it holds no verb or noun that is read as an encounter"},
		{"is late", "\"Latvia\", place Latvia"},
	} {
		out := string(readout(t, "explain", page, "--quote", c.quote))
		if !strings.Contains(out, "no value comes from") || !strings.Contains(out, c.want) {
			t.Errorf("explain --quote %q does not tell %q:\n%s", c.quote, c.want, out)
		}
	}
}
