package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline/record"
)

// Party is a person or a body that the text names.
type Party struct {
	Person   bool
	Name     string
	Titles   []string // posts of a person as written, with or without their organization
	Country  string   // of the state that the party acts for, or ""
	Mentions []record.Span
}

// Source is a text cut into tokens and sentences, in order, and the parties
// that it names. Mentions of one byte by two parties count for the longer.
type Source struct {
	Text      string
	Tokens    []record.Span
	Sentences []record.Span
	Parties   []Party
	// Country gives the code of the country that words name or whose adjective
	// they are, or ""; nil where nobody can tell.
	Country func(words string) string
}

type kind int

const (
	word  kind = iota
	punct      // any mark that is no word
	poss       // 's, or ’ after a plural
	name       // a mention of a party
	quote      // a whole stretch in quotation marks
)

// item is one step of the text as the grammar reads it.
type item struct {
	record.Span
	kind  kind
	ref   int    // of a name the party, of a quote its index
	lower string // of a word or a mark
	upper bool   // begins with a capital
}

// unit is a sentence with its quotes as single items; a stop within a quote ends none.
type unit struct {
	first, last int // items [first, last)
	paragraph   int
	afterQuote  bool // begins right after a quote
}

// stream is the text as items and units.
type stream struct {
	Source
	quotes []Quote
	items  []item
	units  []unit
}

type mention struct {
	record.Span
	party int
}

func newStream(src Source, quotes []Quote) *stream {
	s := &stream{Source: src, quotes: quotes, items: make([]item, 0, len(src.Tokens))}
	ks := blocks(src.Text)
	names := mentions(src.Parties)
	sentence, paragraph, q, n := 0, 0, 0, 0
	lastSentence := -1
	for t := 0; t < len(src.Tokens); {
		tok := src.Tokens[t]
		for sentence < len(src.Sentences)-1 && src.Sentences[sentence].End <= tok.Start {
			sentence++
		}
		for paragraph < len(ks)-1 && ks[paragraph].end <= tok.Start {
			paragraph++
		}
		for q < len(quotes) && quotes[q].Outer.End <= tok.Start {
			q++
		}
		for n < len(names) && names[n].Start < tok.Start {
			n++
		}
		if sentence != lastSentence {
			s.open(paragraph)
		}
		lastSentence = sentence
		end := tok.End
		switch {
		case q < len(quotes) && tok.End > quotes[q].Outer.Start:
			s.items = append(s.items, item{Span: quotes[q].Outer, kind: quote, ref: q})
			end = quotes[q].Outer.End
		case n < len(names) && names[n].Start == tok.Start:
			s.items = append(s.items, item{Span: names[n].Span, kind: name, ref: names[n].party, upper: true})
			end = names[n].End
		default:
			s.items = append(s.items, s.plain(tok))
		}
		t++
		for t < len(src.Tokens) && src.Tokens[t].Start < end {
			for sentence < len(src.Sentences)-1 && src.Sentences[sentence].End <= src.Tokens[t].Start {
				sentence++
			}
			lastSentence = sentence
			t++
		}
	}
	s.close()
	s.join()
	return s
}

func (s *stream) open(paragraph int) {
	s.close()
	after := len(s.items) > 0 && s.items[len(s.items)-1].kind == quote
	s.units = append(s.units, unit{first: len(s.items), paragraph: paragraph, afterQuote: after})
}

func (s *stream) close() {
	if n := len(s.units); n > 0 {
		s.units[n-1].last = len(s.items)
	}
}

// plain makes the item of a token outside quotes and names.
func (s *stream) plain(tok record.Span) item {
	w := s.Text[tok.Start:tok.End]
	r, _ := utf8.DecodeRuneInString(w)
	it := item{Span: tok, lower: strings.ToLower(strings.ReplaceAll(w, "’", "'")), upper: unicode.IsUpper(r)}
	switch {
	case it.lower == "'s", it.lower == "'" && tok.Start > 0 && s.Text[tok.Start-1] == 's':
		it.kind = poss
	case !letter(r) && !unicode.IsDigit(r):
		it.kind = punct
	}
	return it
}

// mentions puts the mentions of all parties in order; of two that overlap the longer stays.
func mentions(parties []Party) []mention {
	var all []mention
	for i, p := range parties {
		for _, m := range p.Mentions {
			all = append(all, mention{m, i})
		}
	}
	slices.SortFunc(all, func(a, b mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		if a.End != b.End {
			return b.End - a.End
		}
		return a.party - b.party
	})
	out := all[:0]
	for _, m := range all {
		if n := len(out); n == 0 || m.Start >= out[n-1].End {
			out = append(out, m)
		} else if m.Len() > out[n-1].Len() {
			out[n-1] = m
		}
	}
	return out
}

// join puts a sentence that only tells who spoke (“...!” President Berg said.)
// to the quote before it.
func (s *stream) join() {
	out := s.units[:0]
	for _, u := range s.units {
		if u.first >= u.last {
			continue
		}
		if n := len(out); n > 0 && u.afterQuote && out[n-1].paragraph == u.paragraph && !s.introduced(u.first-1) && s.tells(u) {
			out[n-1].last = u.last
			continue
		}
		out = append(out, u)
	}
	s.units = out
}

// introduced is true for a quote that a colon or a verb of speech brings in.
func (s *stream) introduced(q int) bool {
	return q > 0 && s.items[q-1].lower == ":"
}

// tells is true for a sentence that is no more than a tag of speech.
func (s *stream) tells(u unit) bool {
	if isDash(s.items[u.first].lower) {
		return u.first+1 < u.last && s.items[u.first+1].upper // “...” – X
	}
	v := u.first
	for v < u.last && v-u.first < 24 && !s.says(v, u) {
		if s.items[v].kind == quote {
			return false
		}
		v++
	}
	if v >= u.last || v-u.first >= 24 || !s.says(v, u) || s.passive(v, u.first) {
		return false
	}
	next := v + 1
	if v == u.first { // said X
		return !s.items[v].upper
	}
	for i := next; i < u.last; i++ {
		if s.items[i].kind == quote && s.items[v-1].kind != name && s.items[u.first].kind != name && v-u.first > 1 {
			return false // "The ferries, he noted, “...”"
		}
		if s.items[i].lower == "that" && s.items[i].kind == word || s.items[i].lower == ":" {
			return false
		}
	}
	if next >= u.last || s.items[next].kind == punct || addressed(s.items[v].lower) {
		return true
	}
	w := s.items[next].lower
	return s.items[next].kind == word && (prepositions[w] || strings.HasSuffix(w, "ly") || between[w] || w == "when" || w == "while")
}

// addressed verbs name the hearer: "told reporters".
func addressed(verb string) bool {
	switch verb {
	case "told", "tells", "informed", "informs", "assured", "reminded", "asked":
		return true
	}
	return false
}

// says tells whether item i is a finite verb that takes direct speech.
func (s *stream) says(i int, u unit) bool {
	it := s.items[i]
	if it.kind != word {
		return false
	}
	f, ok := words().verbs[it.lower]
	if !ok || !f.said || f.ing || i > u.first && determiners[s.items[i-1].lower] && !isPronoun(s.items[i-1].lower) {
		return false
	}
	if f.base && !f.past || it.upper && i > u.first {
		return false
	}
	if !f.noun || f.past || i == u.first || s.items[i-1].kind != word || isPronoun(s.items[i-1].lower) || s.items[i-1].upper {
		return true
	}
	return i+1 == u.last || s.items[i+1].kind == punct || s.items[i+1].lower == "that" // "the minister notes."
}

func isPronoun(w string) bool {
	switch w {
	case "he", "she", "they", "it", "i", "we", "who", "this", "both", "some":
		return true
	}
	return false
}

// quoteItems gives the items of a unit that are quotes.
func (s *stream) quoteItems(u unit) []int {
	var out []int
	for i := u.first; i < u.last; i++ {
		if s.items[i].kind == quote {
			out = append(out, i)
		}
	}
	return out
}

func (s *stream) words(a, b int) string {
	if a >= b {
		return ""
	}
	return s.Text[s.items[a].Start:s.items[b-1].End]
}
