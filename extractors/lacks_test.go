package extractors_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/extractors"
	"readout/pipeline"
	"readout/pipeline/article"
	"readout/pipeline/fixture"
	"readout/pipeline/nlp"
)

// Every extractor that finds something new says of any words of any fixture
// what they lack.
func TestLacks(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, x := range extractors.List() {
		if x.Lacks == nil && x.Name != "mentions" { // which only takes up what others found
			t.Errorf("%s does not say what words lack", x.Name)
		}
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := fixture.Parse(path, data)
		if err != nil {
			t.Fatal(err)
		}
		art, err := article.Extract(f.Page)
		if err != nil {
			t.Fatal(err)
		}
		doc := nlp.Analyze(art, nil)
		doc.Names = nlp.Names(doc)
		for _, x := range extractors.List() {
			for i := range doc.Tokens {
				if x.Lacks != nil && x.Lacks(doc, doc.Tokens[i].Span) == "" {
					t.Errorf("%s: %s says nothing of %q", f.Name, x.Name, doc.Word(i))
				}
			}
		}
	}
}

// What words lack is said of them, not of others: whole words count, and who
// stands near is looked for.
func TestLacksTellsTrue(t *testing.T) {
	lacks := map[string]func(*pipeline.Document, pipeline.Span) string{}
	for _, x := range extractors.List() {
		lacks[x.Name] = x.Lacks
	}
	for _, c := range []struct{ extractor, text, words, want string }{
		{"elections", "The selected sites fight pollution from electricity and selection.", "sites", "no word for a vote stands in its sentence"},
		{"elections", "The sites fight the Re-election of the chair.", "sites", `its sentence speaks of a vote ("Re-election"), but these words tell no type, body, state or day of one`},
		{"elections", "The polls are open.", "open", `its sentence speaks of a vote ("polls"), but these words tell no type, body, state or day of one`},
		{"roles", "The captain was called.", "captain", `"captain" is the noun of a post, but the tagger of names finds no person in its sentence to hold it`},
		{"roles", "The captain was called on the old bridge by Mary Robertson.", "captain",
			`"captain" is the noun of a post, but no rule ties it to the nearest name of a person, "Mary Robertson": between them stands "was called on the old bridge by"`},
		{"roles", "Mary Robertson heard the news on the old bridge with the captain of the second ship that had come in that night.", "captain",
			`"captain" is the noun of a post, but no rule ties it to the nearest name of a person, "Mary Robertson": between them stands "heard the news on the old bridge with the"`},
		{"roles", "The bridge was old.", "bridge", "no word of it is the noun of a post in the word lists (readout rules roles tells how posts are read)"},
		{"meetings", "Mary Robertson met on Monday.", "met", `"met" can tell of a meeting, but its sentence names no second party`},
		{"meetings", "Mary Robertson was visited in London.", "visited", `"visited" can tell of a meeting, but no rule reads two parties of it in its sentence`},
		{"meetings", "Mary Robertson met on the bridge.", "bridge", `its sentence has a word that can tell of a meeting ("met"), but this is no party, day, place or topic of an encounter`},
		{"meetings", "The so-called bridge is old.", "bridge", "no word of meeting stands in its sentence, and it is no party, day, place or topic of an encounter"},
		{"counts", "He came in seventeen.", "seventeen", `"seventeen" counts nothing that is named, or only points back`},
		{"counts", "It costs a billion.", "billion", `"billion" counts nothing that is named, or only points back`},
	} {
		doc := nlp.Analyze(&pipeline.Article{Text: c.text}, nil)
		doc.Names = nlp.Names(doc)
		start := strings.Index(c.text, c.words)
		if got := lacks[c.extractor](doc, pipeline.Span{Start: start, End: start + len(c.words)}); got != c.want {
			t.Errorf("%s of %q in %q:\n%s\nwant\n%s", c.extractor, c.words, c.text, got, c.want)
		}
	}
}
