//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"readout/pipeline"
	"readout/pipeline/article"
	"readout/pipeline/nlp"
)

// pageWords is the length of the page that the cost of the analysis is told for.
const pageWords = 400

// pages400 joins our own annotated pages to articles of 400 words and a little more.
func pages400(b *testing.B) []*pipeline.Article {
	b.Helper()
	paths, err := filepath.Glob(filepath.Join(goldDir, "pages", "*.html"))
	if err != nil || len(paths) == 0 {
		b.Fatalf("no pages: %v", err)
	}
	slices.Sort(paths)
	var out []*pipeline.Article
	var page *pipeline.Article
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		art, err := article.Extract(&pipeline.Page{Path: filepath.Base(path), Format: pipeline.HTML, Body: body})
		if err != nil {
			b.Fatal(err)
		}
		if page == nil {
			page = art
		} else {
			page.Text += "\n\n" + art.Text[art.BodyStart:]
		}
		if len(strings.Fields(page.Text)) >= pageWords {
			out = append(out, page)
			page = nil
		}
	}
	return out
}

// BenchmarkPage400 tells what the analysis of a page costs after its article
// was found, in processor milliseconds for 400 words, beside prose's own in the same run:
//
//	go test ./cmd/readout -run '^$' -bench Page400 -cpu 1
func BenchmarkPage400(b *testing.B) {
	p, err := newProcessor(nil)
	if err != nil {
		b.Fatal(err)
	}
	untagged := *p
	untagged.Tagger = nil
	loaded, err := prose.NewDocument("Ready.")
	if err != nil {
		b.Fatal(err)
	}
	pages := pages400(b)
	words := 0
	for _, art := range pages {
		words += len(strings.Fields(art.Text))
	}
	for _, way := range []struct {
		name string
		run  func(*pipeline.Article) error
	}{
		{"everything", func(a *pipeline.Article) error { _, err := p.Article(a, nil); return err }},
		{"without-tags", func(a *pipeline.Article) error { _, err := untagged.Article(a, nil); return err }},
		{"sentences-and-tokens", func(a *pipeline.Article) error { nlp.Analyze(a, nil); return nil }},
		{"names-model", func(a *pipeline.Article) error { nlp.Names(nlp.Analyze(a, nil)); return nil }},
		{"prose", func(a *pipeline.Article) error {
			_, err := prose.NewDocument(a.Text, prose.UsingModel(loaded.Model))
			return err
		}},
	} {
		b.Run(way.name, func(b *testing.B) {
			if err := way.run(pages[0]); err != nil { // loads models and lists
				b.Fatal(err)
			}
			b.ReportAllocs()
			n := 0
			before := cpuTime(b)
			for b.Loop() {
				if err := way.run(pages[n%len(pages)]); err != nil {
					b.Fatal(err)
				}
				n++
			}
			each := float64(words) / float64(len(pages))
			b.ReportMetric((cpuTime(b)-before).Seconds()*1000/float64(b.N)*pageWords/each, "cpu-ms/page")
		})
	}
}

// cpuTime gives what the process has used of the processors, collecting
// garbage included: on a busy machine the clock tells of others.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
