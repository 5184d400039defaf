package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		{"is late", "meetings: no word of meeting stands in its sentence"},
		{"is late", "\"Latvia\", place Latvia"},
	} {
		out := string(readout(t, "explain", page, "--quote", c.quote))
		if !strings.Contains(out, "no value comes from") || !strings.Contains(out, c.want) {
			t.Errorf("explain --quote %q does not tell %q:\n%s", c.quote, c.want, out)
		}
	}
}

// The words of --quote are found as a reader takes them: whole, whatever their
// case, apostrophes and spaces; part of a word only where nothing else matches.
func TestExplainQuotePlaces(t *testing.T) {
	const text = "The artist’s art is in the  Art\nHall. Partly “so”."
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"art", []string{"art", "Art"}},
		{"part", []string{"Part"}},
		{"artist's", []string{"artist’s"}},
		{" the art hall ", []string{"the  Art\nHall"}},
		{`"SO"`, []string{"“so”"}},
		{"arts", nil},
		{" ", nil},
	} {
		var got []string
		for _, s := range placesOf(text, c.words) {
			got = append(got, text[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("places of %q (-want +got):\n%s", c.words, diff)
		}
	}
}

// Whatever is asked for, a place holds the words that were asked for.
func FuzzExplainQuotePlaces(f *testing.F) {
	f.Add("The artist’s  art", "artist's art")
	f.Add("\xff\u0130 a", "\xff")
	f.Fuzz(func(t *testing.T, text, words string) {
		for _, s := range placesOf(text, words) {
			if len(placesOf(text[s.Start:s.End], words)) == 0 {
				t.Errorf("the place %q does not hold %q", text[s.Start:s.End], words)
			}
		}
	})
}
