package toponyms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// page is the document under analysis, one sentence at a time.
type page struct {
	doc      *pipeline.Document
	gaz      *gazetteer.Gazetteer
	words    []string // of all tokens
	lows     []string // words in small letters
	taken    []bool   // token lies in the name of a person or body
	names    map[pipeline.Span]bool
	lower    map[string]bool
	demonyms map[string]int // states whose adjectives the page uses
	near     []Near

	first, last int // tokens of the sentence
	paragraph   pipeline.ParagraphKind
	opens       bool // the sentence opens its paragraph
	heading     bool // most of its words have capitals, which then say nothing
}

func newPage(doc *pipeline.Document, gaz *gazetteer.Gazetteer, taken []pipeline.Span) *page {
	p := &page{doc: doc, gaz: gaz, words: make([]string, len(doc.Tokens)), lows: make([]string, len(doc.Tokens)), taken: make([]bool, len(doc.Tokens)), names: map[pipeline.Span]bool{},
		lower: map[string]bool{}, demonyms: map[string]int{}}
	for i := range doc.Tokens {
		w := doc.Word(i)
		p.words[i], p.lows[i] = w, strings.ToLower(w)
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			p.lower[w] = true
		}
	}
	for _, s := range taken {
		p.names[s] = true
		for i := doc.TokenAt(s.Start); i < len(doc.Tokens) && doc.Tokens[i].Start < s.End; i++ {
			p.taken[i] = true
		}
	}
	return p
}

func (p *page) sentence(si int) {
	s := p.doc.Sentences[si]
	p.first, p.last = s.First, s.Last
	par := p.doc.Paragraphs[s.Paragraph]
	p.paragraph, p.opens = par.Kind, par.First == si
	capitals, small := 0, 0
	for i := s.First; i < s.Last; i++ {
		switch w := p.words[i]; {
		case isCapital(w):
			capitals++
		case len(w) > 3 && isLetter(w):
			small++
		}
	}
	end := p.words[s.Last-1]
	p.heading = capitals > 2 && small*3 < capitals && end != "." && end != "?" && end != "!" && end != "”" && end != "\""
}

// word gives a token of the sentence, "" beyond its ends.
func (p *page) word(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.words[i]
}

// low is word in small letters.
func (p *page) low(i int) string {
	if i < p.first || i >= p.last {
		return ""
	}
	return p.lows[i]
}

// rest gives the words of the sentence from i on.
func (p *page) rest(i int) []string {
	if i >= p.last {
		return nil
	}
	return p.words[i:p.last]
}

func (p *page) span(first, last int) pipeline.Span {
	return pipeline.Span{Start: p.doc.Tokens[first].Start, End: p.doc.Tokens[last-1].End}
}

func (p *page) free(first, last int) bool {
	for i := first; i < last; i++ {
		if p.taken[i] {
			return false
		}
	}
	return first < last && last <= p.last
}

// is tells whether a phrase of the kinds begins at token i, and its length.
func (p *page) is(i int, kinds gazetteer.Kind) int {
	if i < p.first || i >= p.last {
		return 0
	}
	_, n := p.gaz.Match(p.rest(i), kinds)
	return n
}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func isLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

// isUpper: two capitals or more and no small letter.
func isUpper(w string) bool {
	return len(w) > 1 && isCapital(w) && strings.ToUpper(w) == w
}

// isName tells whether a token can be a word of a place's name that no list
// holds: a capital, small letters after it, and nothing known by another
// trade (a month, a post, a body, a people, an English word of the page).
func (p *page) isName(i int) bool {
	w := p.word(i)
	if len(w) < 3 || !isCapital(w) || isUpper(w) || p.taken[i] {
		return false
	}
	low := strings.ToLower(w)
	if p.lower[low] || noPlace[low] || docNouns[low] || venueNouns[low] || regionNouns[low] {
		return false
	}
	return p.is(i, gazetteer.Title|gazetteer.Courtesy|gazetteer.Rank|gazetteer.Modifier|gazetteer.Head|
		gazetteer.Demonym|gazetteer.Chamber|gazetteer.Body|gazetteer.Media|gazetteer.Portfolio) == 0
}
