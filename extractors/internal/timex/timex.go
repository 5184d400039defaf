// Package timex finds the English expressions of a text that denote a
// calendar day, week, month, quarter, season, year or a range of these, and
// resolves each to an ISO 8601 value against the publication date or the
// text itself. It knows strings and spans only.
//
// It works in three steps. A grammar over tokens reads an expression as
// points in time with holes ("28 November" has no year, "Friday" no date);
// conditions on the words around it tell bare months and years from names and
// numbers ("may", "Vision 2030"); then the holes are filled by calendar
// arithmetic, the publication date, what the text mentioned before, and the
// tense of the clause.
package timex

import (
	"readout/extractors/internal/lex"
	"readout/pipeline/record"
)

// Expression is a date expression and what it denotes.
type Expression struct {
	record.Span        // without preposition and article
	Value       string // ISO 8601 as in record.Date
	Rule        string // one of Rules
	// Relative tells that the value hangs on the publication date or on another
	// date of the text ("today", "on Friday", "the same day"), not on the
	// words alone; a missing year does not make it relative.
	Relative bool
}

// Dropped is what looked like a date and was not taken.
type Dropped struct {
	record.Span
	Rule string
	Why  string // the condition that failed
}

// Options tell what is known about a text.
type Options struct {
	// Published is the publication date: an ISO date, or a date-time whose
	// first ten characters are the local day; "" where it is not known.
	Published string
	// Sentences are the sentences of the text in order. Lines are taken for
	// sentences where there are none.
	Sentences []record.Span
	// Headline is the title, whose present tense tells of the past.
	Headline record.Span
	// Body is where the text proper begins, after title and dateline.
	Body int
	// Trace asks for what was dropped.
	Trace bool
}

// Parse finds the date expressions of a text, in text order. Several may share
// a span ("on 3 and 7 May"). It is pure and takes any string.
func Parse(text string, o Options) ([]Expression, []Dropped) {
	return ParseTokens(text, lex.Tokens(text), o)
}

// ParseTokens is Parse for a text whose tokens are there already.
func ParseTokens(text string, toks []lex.Token, o Options) ([]Expression, []Dropped) {
	p := &parser{text: text, toks: toks, o: o}
	for i := 0; i < len(toks); {
		if next := p.read(i); next > i {
			i = next
		} else {
			i++
		}
	}
	r := newResolver(p)
	out := make([]Expression, 0, len(p.found))
	for _, m := range p.found {
		if v, ok := r.resolve(m); ok {
			out = append(out, Expression{Span: p.span(m.first, m.last), Value: v.iso, Rule: m.rule(), Relative: m.relative()})
		} else {
			p.drop(m, r.why)
		}
	}
	return out, p.dropped
}

// parser reads the mentions of one text.
type parser struct {
	text    string
	toks    []lex.Token
	o       Options
	found   []mention
	dropped []Dropped
	persons [13]answer // whether the text has a person of the month's name

	year      int // answer of yearOfPage
	yearKnown bool
}

// answer is what was found out, or nothing yet.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// read reads the mention or the list of mentions that begins with token i and
// gives the token after it, or i where there is none.
func (p *parser) read(i int) int {
	list, next := p.mentions(i)
	if len(list) == 0 {
		return i
	}
	list, next = p.join(list, next)
	for k := range list {
		m := &list[k]
		if m.bare && k > 0 && !list[k-1].refused {
			m.bare = p.counts(*m) // what is coordinated with a date is one
		}
		if p.recurs(*m) {
			m.refused = true
			p.drop(*m, "a day that comes again is no date")
			continue
		}
		if m.bare {
			if ok, why := p.allowed(*m); !ok {
				m.refused = true
				p.drop(*m, why)
				continue
			}
		}
		p.found = append(p.found, *m)
	}
	return next
}

func (p *parser) drop(m mention, why string) {
	if p.o.Trace {
		p.dropped = append(p.dropped, Dropped{p.span(m.first, m.last), m.rule(), why})
	}
}

// span gives the bytes of tokens [first, last).
func (p *parser) span(first, last int) record.Span {
	return record.Span{Start: p.toks[first].Start, End: p.toks[last-1].End}
}

// w gives token i in small letters, "" where there is none.
func (p *parser) w(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.toks[i].Lower
}

func (p *parser) tok(i int) lex.Token {
	if i < 0 || i >= len(p.toks) {
		return lex.Token{Kind: lex.Break, Value: -1}
	}
	return p.toks[i]
}

// touches tells whether token i follows the one before without a space.
func (p *parser) touches(i int) bool {
	return i > 0 && i < len(p.toks) && p.toks[i].Start == p.toks[i-1].End
}
