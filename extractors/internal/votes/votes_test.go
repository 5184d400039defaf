package votes

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/extractors/internal/timex"
	"readout/pipeline"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
)

// marked is a party in the text of a test: {Ana Lind|LV|Speaker|Saeima} is a
// person with country, post and its organization, [Lake Council|FI] a body.
var marked = regexp.MustCompile(`\{([^}]*)\}|\[([^\]]*)\]`)

// sourceOf makes the source of a text that was published on Tuesday 14 May
// 2024; a first line before " // " is its title.
func sourceOf(text string) Source {
	var src Source
	var out strings.Builder
	title, body, titled := strings.Cut(text, " // ")
	if titled {
		text = title + "\n\n" + body
	}
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(text[at:m[0]])
		at = m[1]
		start := out.Len()
		if m[2] >= 0 {
			f := append(strings.Split(text[m[2]:m[3]], "|"), "", "", "")
			out.WriteString(f[0])
			p := Person{Span: record.Span{Start: start, End: out.Len()}, Country: f[1]}
			if f[2] != "" {
				p.Posts = []Post{{Title: f[2], Organization: f[3]}}
			}
			src.People = append(src.People, p)
			continue
		}
		f := append(strings.Split(text[m[4]:m[5]], "|"), "")
		out.WriteString(f[0])
		src.Bodies = append(src.Bodies, Body{Span: record.Span{Start: start, End: out.Len()}, Country: f[1]})
	}
	out.WriteString(text[at:])
	src.Text, src.Published = out.String(), "2024-05-14"
	d := nlp.Analyze(&pipeline.Article{Text: src.Text}, nil)
	for _, t := range d.Tokens {
		src.Tokens = append(src.Tokens, t.Span)
	}
	for _, s := range d.Sentences {
		src.Sentences = append(src.Sentences, s.Span)
	}
	o := timex.Options{Published: src.Published, Sentences: src.Sentences}
	if titled {
		src.Title = record.Span{End: len(title)}
		o.Headline, o.Body = src.Title, len(title)+2
	}
	found, _ := timex.Parse(src.Text, o)
	for _, e := range found {
		src.Dates = append(src.Dates, Date{e.Span, e.Value})
	}
	return src
}

// told writes elections as "type COUNTRY date body early", "-" for what is not known.
func told(es []Election) string {
	var out []string
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for _, e := range es {
		t := fmt.Sprintf("%s %s %s %s", e.Type, dash(e.Country), dash(e.Date), dash(e.Body))
		if e.Early {
			t += " early"
		}
		out = append(out, t)
	}
	return strings.Join(out, "; ")
}

func TestElections(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The 2021 presidential election in Finland was close.", "presidential FI 2021 -"},
	} {
		found, _ := Find(sourceOf(c.text))
		if d := cmp.Diff(c.want, told(found)); d != "" {
			t.Errorf("%s\n%s", c.text, d)
		}
	}
}
