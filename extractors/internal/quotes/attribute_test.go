package quotes

import (
	"regexp"
	"slices"
	"strings"

	"readout/pipeline"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
)

// srcOf cuts a text and finds people (name: post) and bodies in it by their full names.
func srcOf(text string, people map[string]string, bodies []string) Source {
	d := nlp.Analyze(&pipeline.Article{Text: text}, nil)
	src := Source{Text: text}
	for _, t := range d.Tokens {
		src.Tokens = append(src.Tokens, t.Span)
	}
	for _, s := range d.Sentences {
		src.Sentences = append(src.Sentences, s.Span)
	}
	var names []string
	for n := range people {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		p := Party{Person: true, Name: n}
		if people[n] != "" {
			p.Titles = []string{people[n]}
		}
		words := strings.Fields(n)
		p.Mentions = append(find(text, n), find(text, words[len(words)-1])...)
		src.Parties = append(src.Parties, p)
	}
	for _, b := range bodies {
		src.Parties = append(src.Parties, Party{Name: b, Mentions: find(text, b)})
	}
	return src
}

func find(text, name string) (out []record.Span) {
	for _, m := range regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).FindAllStringIndex(text, -1) {
		out = append(out, record.Span{Start: m[0], End: m[1]})
	}
	return out
}
