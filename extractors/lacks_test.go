package extractors_test

import (
	"os"
	"path/filepath"
	"testing"

	"readout/extractors"
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
