package article

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/pipeline"
)

// BenchmarkExtract compares the whole of Extract with a bare html.Parse of the
// same page: a newspaper's page of the usual size, most of it menus and links.
func BenchmarkExtract(b *testing.B) {
	var page strings.Builder
	page.WriteString(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Speakers agree on joint hearings</title><script>` + strings.Repeat("var a=[1,2,3];", 2000) + `</script></head><body><nav><ul>`)
	for range 300 {
		page.WriteString(`<li class="menu-item"><a href="/section/page" class="menu-link">Some section</a></li>`)
	}
	page.WriteString(`</ul></nav><main><article><h1>Speakers agree on joint hearings</h1><div class="body">`)
	for range 25 {
		page.WriteString("<p>" + strings.Repeat(sentence, 3) + `<a href="/x">More words</a> follow.</p>`)
	}
	page.WriteString(`</div></article></main><aside>`)
	for range 100 {
		page.WriteString(`<div class="card"><a href="/n/1"><img src="a.jpg"><h3>Another piece of news</h3></a><span>3 hours ago</span></div>`)
	}
	page.WriteString(`</aside></body></html>`)
	body := []byte(page.String())
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(body)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := html.Parse(bytes.NewReader(body)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("extract", func(b *testing.B) {
		b.SetBytes(int64(len(body)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Extract(&pipeline.Page{Body: body, Path: "x"}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
