package extractors_test

import (
	"os"
	"path/filepath"
	"testing"

	"readout/pipeline"
	"readout/pipeline/article"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
)

// TestCutTexts: texts end anywhere, as cut leads of agencies do: each sentence
// of our own annotated pages, cut behind each of its words, gives a record that
// keeps the contract.
func TestCutTexts(t *testing.T) {
	paths, err := filepath.Glob("../testdata/gold/pages/*.html")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	p := processor(t)
	p.Tagger = nil // prose has tests of its own
	n := 0
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		art, err := article.Extract(&pipeline.Page{Path: filepath.Base(path), Format: pipeline.HTML, Body: body})
		if err != nil {
			t.Fatal(err)
		}
		doc := nlp.Analyze(art, nil)
		for _, s := range doc.Sentences {
			for i := s.First; i < s.Last; i++ {
				if n++; n%cutStep != 0 {
					continue
				}
				text := art.Text[doc.Tokens[s.First].Start:doc.Tokens[i].End]
				page, err := p.Article(&pipeline.Article{ID: art.ID, Source: art.Source, Text: text}, nil)
				if err == nil {
					_, err = record.ParsePage(page.AppendJSON(nil))
				}
				if err != nil {
					t.Errorf("%s: %q: %v", filepath.Base(path), text, err)
				}
			}
		}
	}
	if n < 10_000 {
		t.Errorf("only %d cuts", n)
	}
}
