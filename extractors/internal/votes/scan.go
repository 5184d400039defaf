package votes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// token is a word or mark of the text with what is known of it.
type token struct {
	record.Span
	lower    string
	upper    bool
	sentence int
	date     int    // index of the date expression that it belongs to, or -1
	body     int    // index of the body's mention, or -1
	person   int    // index of the person's mention, or -1
	country  string // ISO code of the country, demonym or city that it belongs to
	demonym  bool
	city     bool
	chamber  bool
	placeEnd int // token after that phrase, of its first token; else 0
}

// mention is one place where a text speaks of an election.
type mention struct {
	record.Span
	rule      string
	first     int // trigger tokens [first, last)
	last      int
	typ       string // "" where the words tell none
	general   bool   // "general elections"
	body      record.Span
	bodyText  string
	country   string
	countryAt Piece
	date      int // index, or -1
	dateRule  string
	early     bool
	article   string // the determiner in small letters, "" where none
	singular  bool
	anaphor   bool // only takes up an election that the text has told of
	generic   bool // bare plural: "elections"
	maybe     bool // an election that may come: "that results in a free election"
	noun      bool
	undated   bool    // its day was called off or is open
	round     bool    // "the first round"
	told      bool    // a vote that was taken: "was elected Speaker"
	certain   bool    // "upcoming elections"
	turn      turn    // "the previous election"
	also      []Piece // further countries: "elections in X and Y"
	more      []int   // further dates of a list of years
	who       int     // 1 + the mention of the person elected, 0 where none
	nowhere   bool    // a vote of a body of several states
	chamber   phrase  // the name of a chamber before the trigger; end is 0 where there is none
}

// turn is the place of a vote among those of its kind.
type turn int

const (
	earlier turn = 1 + iota
	later
	founding // "since the first election in 1992"
)

type scan struct {
	Source
	toks     []token
	sentence [][2]int // tokens of each sentence
	mentions []mention
	near     []Near
	taken    map[int]bool // trigger tokens read already
	frame    string       // the country that the page is about
	frameAt  record.Span

	elects, electsKnown bool // answer of electoral
}

func newScan(src Source) *scan {
	s := &scan{Source: src, taken: map[int]bool{}}
	if s.Gazetteer == nil {
		s.Gazetteer = gazetteer.Default()
	}
	words := make([]string, len(src.Tokens))
	s.toks = make([]token, 0, len(src.Tokens))
	sentence := 0
	for i, t := range src.Tokens {
		words[i] = src.Text[t.Start:t.End]
		for sentence < len(src.Sentences)-1 && src.Sentences[sentence].End <= t.Start {
			sentence++
		}
		r, _ := utf8.DecodeRuneInString(words[i])
		s.toks = append(s.toks, token{Span: t, lower: strings.ToLower(strings.ReplaceAll(words[i], "’", "'")), upper: unicode.IsUpper(r),
			sentence: sentence, date: -1, body: -1, person: -1})
		for len(s.sentence) <= sentence {
			s.sentence = append(s.sentence, [2]int{i, i})
		}
		s.sentence[sentence][1] = i + 1
	}
	s.mark()
	for i := 0; i < len(s.toks); {
		i += max(1, s.place(words, i))
	}
	s.findFrame()
	return s
}

// mark gives tokens the dates, bodies and people that they belong to.
func (s *scan) mark() {
	d, b, p := 0, 0, 0
	for i := range s.toks {
		t := &s.toks[i]
		for d < len(s.Dates) && s.Dates[d].End <= t.Start {
			d++
		}
		for b < len(s.Bodies) && s.Bodies[b].End <= t.Start {
			b++
		}
		for p < len(s.People) && s.People[p].End <= t.Start {
			p++
		}
		if d < len(s.Dates) && s.Dates[d].Overlaps(t.Span) {
			t.date = d
		}
		if b < len(s.Bodies) && s.Bodies[b].Overlaps(t.Span) {
			t.body = b
		}
		if p < len(s.People) && s.People[p].Overlaps(t.Span) {
			t.person = p
		}
	}
}

// place reads a country, demonym or city at token i and gives the tokens it takes.
func (s *scan) place(words []string, i int) int {
	if !s.toks[i].upper || s.toks[i].person >= 0 {
		return 0
	}
	e, n := s.Gazetteer.Match(words[i:min(len(words), i+8)], gazetteer.Country|gazetteer.Demonym|gazetteer.City|gazetteer.Chamber)
	if n == 0 || e.ISO == "" || e.Kind == gazetteer.Chamber && e.Has(gazetteer.Ambiguous) {
		return 0
	}
	if e.Kind == gazetteer.Country && i > 0 && s.lower(i-1) == "new" && s.toks[i-1].upper && s.toks[i-1].placeEnd == 0 {
		return 0 // New Mexico
	}
	for j := i; j < i+n; j++ {
		t := &s.toks[j]
		t.country, t.demonym, t.city, t.chamber = e.ISO, e.Kind == gazetteer.Demonym, e.Kind == gazetteer.City, e.Kind == gazetteer.Chamber
	}
	s.toks[i].placeEnd = i + n
	return n
}

// findFrame finds the country that the page speaks of most; names in the
// title and before "'s" or in an election's sentence weigh more.
func (s *scan) findFrame() {
	weight := map[string]int{}
	first := map[string]record.Span{}
	var order []string
	bodySentence := 0
	for bodySentence < len(s.sentence)-1 && s.toks[s.sentence[bodySentence][0]].Start < s.Title.End {
		bodySentence++
	}
	for i, t := range s.toks {
		if t.placeEnd == 0 {
			continue
		}
		w := 2
		switch {
		case s.guest(i), s.affiliation(i):
			w = 1
		case s.Title.Overlaps(t.Span):
			w = 5
		case t.city && t.sentence <= bodySentence+1 && dateline(s, i):
			w = 4
		case t.city:
			w = 1
			if s.lower(i-1) == "in" {
				w = 2
			}
		case s.lower(i-1) == "in":
			w = 3
		}
		if _, ok := weight[t.country]; !ok {
			order = append(order, t.country)
			first[t.country] = record.Span{Start: t.Start, End: s.toks[t.placeEnd-1].End}
		}
		weight[t.country] += w
	}
	best := 0
	for _, c := range order {
		if weight[c] > best {
			best, s.frame, s.frameAt = weight[c], c, first[c]
		}
	}
}

// guest is true for a country at token i that sends a diplomat or a delegation:
// "Consul General of X", "the X ambassador", which tells that the page is of another.
func (s *scan) guest(i int) bool {
	if s.lower(i-1) == "of" && envoys[s.lower(i-2)] {
		return true
	}
	end := s.toks[i].placeEnd
	return s.toks[i].demonym && s.same(i, end) && (envoys[s.lower(end)] || envoys[s.lower(end+1)] && s.same(i, end+1))
}

// affiliation is true for a country at token i that only tells where somebody of a
// list comes from: "former President of X", "the Electoral Commission of X".
func (s *scan) affiliation(i int) bool {
	j := i - 1
	if s.lower(j) == "the" {
		j--
	}
	return s.lower(j) == "of" && j > 0 && s.toks[j-1].upper && !legislatures[s.lower(j-1)] && !stately(s.lower(j-1)) && !s.Title.Overlaps(s.toks[i].Span)
}

// dateline tells whether the city at token i opens its sentence: "RIGA, 9 May --".
func dateline(s *scan, i int) bool {
	lo, _ := s.bounds(i)
	return i-lo <= 2
}

func (s *scan) drop(rule string, span record.Span, why string) {
	s.near = append(s.near, Near{Piece{span, rule}, why})
}

func (s *scan) lower(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].lower
}

func (s *scan) same(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(s.toks) && j < len(s.toks) && s.toks[i].sentence == s.toks[j].sentence
}

// Bounds of a page that no page in good faith meets; without them a hostile
// one costs the square of its length.
const (
	maxReach    = 300 // tokens of a sentence that are read around a word
	maxMentions = 600 // mentions of elections that are joined
)

// bounds gives the tokens of the sentence of token i, as far as they are read.
func (s *scan) bounds(i int) (lo, hi int) {
	b := s.sentence[s.toks[i].sentence]
	return max(b[0], i-maxReach), min(b[1], i+maxReach)
}

func (s *scan) span(a, b int) record.Span {
	return record.Span{Start: s.toks[a].Start, End: s.toks[b-1].End}
}

func word(t token) bool {
	r, _ := utf8.DecodeRuneInString(t.lower)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
