// Package nlp cuts an article into paragraphs, sentences and tokens with byte
// offsets, and tags tokens with prose's part-of-speech tagger.
package nlp

import (
	"strings"

	"readout/pipeline"
)

// Analyze makes the document of an article. It is pure and safe for
// concurrent use; tagger may be nil. Every token lies within one sentence,
// every sentence within one paragraph, all in text order and without overlap.
// Sentences never reach over a blank line, and have at most 400 tokens; a
// title and a dateline are one sentence each.
func Analyze(a *pipeline.Article, tagger pipeline.Tagger) *pipeline.Document {
	d := &pipeline.Document{Article: a, Tagger: tagger}
	d.Tokens = make([]pipeline.Token, 0, len(a.Text)/5+8)
	for start := 0; start < len(a.Text); {
		end := strings.Index(a.Text[start:], "\n\n")
		if end < 0 {
			end = len(a.Text)
		} else {
			end += start
		}
		if strings.TrimSpace(a.Text[start:end]) != "" {
			addParagraph(d, pipeline.Span{Start: start, End: end})
		}
		start = end + 2
	}
	return d
}

func addParagraph(d *pipeline.Document, span pipeline.Span) {
	p := pipeline.Paragraph{Span: span, First: len(d.Sentences), Kind: paragraphKind(d.Article, span)}
	first := len(d.Tokens)
	d.Tokens = tokenize(d.Text, span, d.Tokens)
	for first < len(d.Tokens) {
		last := sentenceEnd(d.Text, d.Tokens, first)
		if p.Kind != pipeline.BodyParagraph {
			last = len(d.Tokens)
		}
		s := pipeline.Sentence{First: first, Last: last, Paragraph: len(d.Paragraphs)}
		s.Start, s.End = d.Tokens[first].Start, d.Tokens[last-1].End
		for i := first; i < last; i++ {
			d.Tokens[i].Sentence = len(d.Sentences)
		}
		d.Sentences = append(d.Sentences, s)
		first = last
	}
	p.Last = len(d.Sentences)
	d.Paragraphs = append(d.Paragraphs, p)
}

func paragraphKind(a *pipeline.Article, span pipeline.Span) pipeline.ParagraphKind {
	switch {
	case span.Start >= a.BodyStart:
		return pipeline.BodyParagraph
	case a.Dateline.Len() > 0 && a.Dateline.Contains(span):
		return pipeline.DatelineParagraph
	}
	return pipeline.TitleParagraph
}
