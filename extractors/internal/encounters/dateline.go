package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// mostDateline is how many tokens the words that open a report take at most:
// "CHIȘINĂU, Moldova, Tuesday, 4 May 2024 (Agency / Service) –".
const mostDateline = 22

// afterDateline gives the token after "CITY, date (Agency) –" at the head of
// sentence s; its first token where there is none. An agency in brackets ends a
// dateline that has a place and a day without a dash too.
func (f *finder) afterDateline(s int) int {
	sent := f.Sentences[s]
	if p := f.Paragraphs[sent.Paragraph].First; p != s && (p != s-1 || f.Sentences[p].Last-f.Sentences[p].First > 5) {
		return sent.First
	}
	place, date := false, false
	for i := sent.First; i < min(sent.Last, sent.First+mostDateline); i++ {
		w := f.W(i)
		if w.Mention >= 0 {
			kind := f.Mentions[w.Mention].Kind
			place, date = place || kind == clauses.Place, date || kind == clauses.Date
			if kind == clauses.Person {
				break
			}
			continue
		}
		if f.groupAtToken(i) >= 0 && !f.capitals(i) { // UNITED NATIONS
			break
		}
		if i > sent.First && (w.Class == clauses.Dash || w.Low == ":" || w.Low == "/" && f.W(i+1).Class == clauses.Dash) {
			return i + 1
		}
		if w.Class == clauses.Close && place && date && f.W(i+1).Upper {
			return i + 1
		}
		switch w.Class {
		case clauses.Noun, clauses.Det, clauses.Prep, clauses.Poss:
			if i > sent.First && !f.capitals(i) {
				return sent.First
			}
		}
	}
	return sent.First
}

// capitals tells whether token i is a word all in capitals: ON for Ontario.
func (f *finder) capitals(i int) bool {
	w := f.Word(i)
	return len(w) > 1 && w == strings.ToUpper(w) && w != strings.ToLower(w)
}

// datelineHead tells whether the date at token at belongs to the words that
// open a report ("QUITO, 20 February 2021 –"): it is that of the report.
func (f *finder) datelineHead(at int) bool {
	s := f.Tokens[at].Sentence
	return !f.Is(f.Sentences[s].First, "on", "in", "from") && at < f.afterDateline(s)
}

// dateline gives the city that the body opens with: "VIENNA, 4 May –".
func (f *finder) dateline() (Piece, string) {
	for s := range f.Sentences {
		par := f.Paragraphs[f.Sentences[s].Paragraph]
		if par.Kind == pipeline.TitleParagraph {
			continue
		}
		if f.Heading[s] && par.Kind == pipeline.BodyParagraph {
			if p, iso := f.alone(s); p.Value != "" {
				return p, iso
			}
			continue
		}
		if p, iso := f.opening(s); p.Value != "" {
			return p, iso
		}
		if p, iso := f.alone(s); p.Value != "" {
			return p, iso
		}
		if par.Kind == pipeline.BodyParagraph {
			break
		}
	}
	return f.signedAt()
}

// signedAt gives the place with which a page ends, beside its day: "Oslo, 4 May".
func (f *finder) signedAt() (Piece, string) {
	place, date := -1, false
	for p := len(f.Paragraphs) - 1; p >= 0 && p >= len(f.Paragraphs)-3; p-- {
		par := f.Paragraphs[p]
		if par.Kind != pipeline.BodyParagraph || par.Last-par.First != 1 {
			break
		}
		pl, d := f.sectionHead(par.First)
		if pl < 0 && d < 0 {
			break
		}
		if place < 0 && pl >= 0 && f.Places[f.Mentions[pl].Ref].Kind == "city" {
			place = pl
		}
		date = date || d >= 0
	}
	if place < 0 || !date {
		return Piece{}, ""
	}
	m := f.Mentions[place]
	return Piece{Value: f.written(&m), Span: m.Span, Rule: "place-of-dateline"}, f.Places[m.Ref].Country
}

// alone gives the place that is all of sentence s but for a day and an agency:
// "ASTANA. KAZINFORM", "Oslo, 4 May 2024.".
func (f *finder) alone(s int) (Piece, string) {
	sent := f.Sentences[s]
	m, _, end := f.MentionAt(sent.First)
	if sent.Last-sent.First > 12 || m == nil || m.Kind != clauses.Place || f.Places[m.Ref].Kind == "country" && end < sent.Last-1 {
		return Piece{}, ""
	}
	dated := end >= sent.Last-1
	for i := end; i < sent.Last; i++ {
		w := f.W(i)
		if w.Mention >= 0 {
			kind := f.Mentions[w.Mention].Kind
			dated = dated || kind == clauses.Date
			if kind == clauses.Person {
				return Piece{}, ""
			}
			continue
		}
		switch w.Class {
		case clauses.Num, clauses.Name, clauses.Comma, clauses.Stop, clauses.Open, clauses.Close, clauses.Other, clauses.Dash:
		default:
			return Piece{}, ""
		}
	}
	if !dated {
		return Piece{}, ""
	}
	return Piece{Value: f.written(m), Span: m.Span, Rule: "place-of-dateline"}, f.Places[m.Ref].Country
}

// opening gives the place at the head of sentence s where a dash or a colon follows it.
func (f *finder) opening(s int) (Piece, string) {
	sent := f.Sentences[s]
	place := -1
	for i := sent.First; i < sent.Last && i < sent.First+16; i++ {
		w := f.W(i)
		if w.Mention >= 0 {
			if m := f.Mentions[w.Mention]; m.Kind == clauses.Place && place < 0 && (f.Places[m.Ref].Kind != "country" || i == sent.First && strings.ToUpper(f.Word(i)) == f.Word(i)) {
				place = w.Mention
			}
			continue
		}
		if place >= 0 && (w.Class == clauses.Close && i+1 == f.afterDateline(s) || w.Class == clauses.Dash || w.Low == ":" || w.Low == "/") {
			m := f.Mentions[place]
			return Piece{Value: f.written(&m), Span: m.Span, Rule: "place-of-dateline"}, f.Places[m.Ref].Country
		}
		if f.groupAtToken(i) >= 0 {
			break
		}
	}
	return Piece{}, ""
}
