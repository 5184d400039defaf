package main

import (
	"bytes"
	"os"
	"testing"

	"golang.org/x/net/html"

	"readout/extractors"
	"readout/pipeline"
	"readout/pipeline/article"
	"readout/pipeline/nlp"
)

// BenchmarkStages times each stage of the flow over one page, in one run with
// the floor: a bare html.Parse of the same bytes. Compare the stages with
// each other, not with another day's run.
func BenchmarkStages(b *testing.B) {
	body, err := os.ReadFile("../../testdata/pages/assembly.html")
	if err != nil {
		b.Fatal(err)
	}
	page := &pipeline.Page{Path: "assembly.html", Format: pipeline.HTML, Body: body}
	p, err := newProcessor(nil)
	if err != nil {
		b.Fatal(err)
	}
	art, err := article.Extract(page)
	if err != nil {
		b.Fatal(err)
	}
	doc := nlp.Analyze(art, nlp.ProseTagger{})
	if _, err := p.Suite.Run(doc, nil); err != nil { // loads the models and lists
		b.Fatal(err)
	}
	untagged := nlp.Analyze(art, nil)
	rec, err := p.Page(page, nil)
	if err != nil {
		b.Fatal(err)
	}
	var buf []byte
	for _, stage := range []struct {
		name string
		run  func() error
	}{
		{"html-parse", func() error { _, err := html.Parse(bytes.NewReader(body)); return err }},
		{"article", func() error { _, err := article.Extract(page); return err }},
		{"nlp", func() error { nlp.Analyze(art, nil); return nil }},
		{"extractors", func() error { _, err := p.Suite.Run(doc, nil); return err }},
		{"extractors-without-tags", func() error { _, err := p.Suite.Run(untagged, nil); return err }},
		{"json", func() error { buf = rec.AppendJSON(buf[:0]); return nil }},
		{"page", func() error { _, err := p.Page(page, nil); return err }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				if err := stage.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkExtractors times each extractor with those that it requires.
func BenchmarkExtractors(b *testing.B) {
	body, err := os.ReadFile("../../testdata/pages/assembly.html")
	if err != nil {
		b.Fatal(err)
	}
	art, err := article.Extract(&pipeline.Page{Path: "assembly.html", Format: pipeline.HTML, Body: body})
	if err != nil {
		b.Fatal(err)
	}
	doc := nlp.Analyze(art, nlp.ProseTagger{})
	for _, x := range extractors.List() {
		suite, err := pipeline.NewSuite(required(x))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(x.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := suite.Run(doc, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// required gives an extractor and all that it stands on.
func required(x pipeline.Extractor) []pipeline.Extractor {
	out := []pipeline.Extractor{x}
	have := map[string]bool{x.Name: true}
	for i := 0; i < len(out); i++ {
		for _, need := range out[i].Requires {
			for _, y := range extractors.List() {
				if y.Name == need && !have[need] {
					have[need] = true
					out = append(out, y)
				}
			}
		}
	}
	return out
}
