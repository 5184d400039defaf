package names

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// token is one token of the document with what its form and the word lists
// say of it.
type token struct {
	text, low  string
	shape      shape
	vocab      bool // an English word
	first      bool // first word of a sentence or of a quotation
	heading    bool // in a line whose capitals say nothing
	shouted    bool // in a line wholly in capitals
	polite     bool // part of a courtesy word or rank
	bracketed  bool // within round brackets
	introduced bool // an acronym in brackets behind the name it stands for
	sentence   int

	// What phrase of the word lists begins here.
	title, modifier, courtesy, rank, portfolio, head, place, demonym, body match
}

// match is a phrase of n tokens and its entry in page.entries.
type match struct {
	n     int16
	entry int32
}

func (m match) ok() bool { return m.n > 0 }

// page is the document under analysis.
type page struct {
	doc     *pipeline.Document
	gaz     *gazetteer.Gazetteer
	tok     []token
	entries []gazetteer.Entry
	lower   map[string]bool // words the document writes in small letters
	seen    map[string]bool // all words, in small letters

	personOdds    map[string]float32 // by word in small letters, nil without a tagger
	otherAcronyms map[string]bool    // acronyms introduced for what is no body
	near          []nearMiss
	pairs         map[string]bool // pairs of capitalised words that stand in running text
}

func (p *page) entry(m match) *gazetteer.Entry { return &p.entries[m.entry] }

// text gives the words of tokens [first, last).
func (p *page) text(first, last int) string {
	if first >= last {
		return ""
	}
	return p.doc.Text[p.doc.Tokens[first].Start:p.doc.Tokens[last-1].End]
}

func (p *page) span(first, last int) pipeline.Span {
	return pipeline.Span{Start: p.doc.Tokens[first].Start, End: p.doc.Tokens[last-1].End}
}

// newPage reads the tokens: form first, then the word lists.
func newPage(doc *pipeline.Document, gaz *gazetteer.Gazetteer) *page {
	p := &page{doc: doc, gaz: gaz, tok: make([]token, len(doc.Tokens)), lower: make(map[string]bool, len(doc.Tokens)/2), seen: make(map[string]bool, len(doc.Tokens)/2),
		entries: make([]gazetteer.Entry, 0, len(doc.Tokens)/2), otherAcronyms: map[string]bool{}, pairs: map[string]bool{}}
	texts := make([]string, len(doc.Tokens))
	for i, t := range doc.Tokens {
		w := doc.Text[t.Start:t.End]
		texts[i] = w
		p.tok[i] = token{text: w, low: strings.ToLower(w), shape: shapeOf(w), sentence: t.Sentence}
		p.seen[p.tok[i].low] = true
		if p.tok[i].shape == small {
			p.lower[w] = true
		}
	}
	for si, s := range doc.Sentences {
		heading, shouted := p.isHeading(si)
		fresh, depth := true, 0
		for i := s.First; i < s.Last; i++ {
			t := &p.tok[i]
			switch t.text {
			case "(":
				depth++
			case ")":
				depth = max(depth-1, 0)
			}
			t.bracketed = depth > 0
			t.heading, t.shouted = heading, shouted
			t.first = fresh && t.shape != mark
			switch {
			case opensQuote(t.text):
				fresh = true
			case t.shape != mark:
				fresh = false
			}
		}
		p.lookup(texts[:s.Last], s.First)
		p.markPolite(s.First, s.Last)
	}
	for i := range p.tok {
		t := &p.tok[i]
		if i > 0 && !t.heading && t.shape == capital && p.tok[i-1].shape == capital && p.tok[i-1].sentence == t.sentence {
			p.pairs[p.tok[i-1].low+" "+t.low] = true
		}
		t.vocab = t.shape != mark && t.shape != digits && t.shape != initial && p.isWord(t)
	}
	p.bodyBeforePlace()
	p.nameBeforeBody()
	p.nameAroundTitle()
	p.nameBehindPost()
	return p
}

// bodyBeforePlace takes the cities from words within the known name of a body:
// "Sabha" of "Lok Sabha".
func (p *page) bodyBeforePlace() {
	for i := range p.tok {
		for j := i + 1; j < i+int(p.tok[i].body.n) && j < len(p.tok); j++ {
			if m := p.tok[j].place; m.n == 1 && p.entry(m).Kind != gazetteer.Country {
				p.tok[j].place = match{}
			}
		}
	}
}

// plainWord tells whether token i is a capitalised word that no list knows: it
// can only be a name.
func (p *page) plainWord(i int) bool {
	t := &p.tok[i]
	return t.shape == capital && !t.vocab && !functionWords[t.low] && !t.place.ok() && !t.demonym.ok() && !t.title.ok() && !t.head.ok() && !t.body.ok() && !t.polite
}

// nameBeforeBody takes the chambers of one word from behind words that can only
// be names ("Ana Estupiñán Cortés"), and from before two of them ("Duma Tebogo
// Lesedi").
func (p *page) nameBeforeBody() {
	for i := range p.tok {
		t := &p.tok[i]
		if t.body.n != 1 || t.shape != capital || p.entry(t.body).Kind != gazetteer.Chamber {
			continue
		}
		plain := func(j int) bool {
			return j >= 0 && j < len(p.tok) && p.tok[j].sentence == t.sentence && p.plainWord(j)
		}
		if plain(i-1) && !p.tok[i-1].heading || i > 0 && p.tok[i-1].polite && plain(i+1) && plain(i+2) {
			t.body = match{}
		}
	}
}

// nameAroundTitle takes the posts that are also names from within names: "Abdul
// Amir Al-Rawi".
func (p *page) nameAroundTitle() {
	for i := 1; i+1 < len(p.tok); i++ {
		t, next := &p.tok[i], &p.tok[i+1]
		within := (p.plainWord(i+1) || next.shape == capital && particles[next.low]) && next.sentence == t.sentence
		ends := i > 1 && p.tok[i-2].sentence == t.sentence && p.plainWord(i-2) && (next.shape == mark || next.sentence != t.sentence) // "Martin Luther King,"
		if t.title.n == 1 && nameTitles[t.low] && t.shape == capital && !t.heading && p.plainWord(i-1) && p.tok[i-1].sentence == t.sentence && (within || ends) {
			t.title = match{}
		}
	}
}

// nameBehindPost takes the firms and media of one word from behind posts of states
// that stand before names: "President Meta".
func (p *page) nameBehindPost() {
	for i := 1; i < len(p.tok); i++ {
		t, w := &p.tok[i], &p.tok[i-1]
		if t.body.n != 1 || t.shape != capital || t.heading || w.sentence != t.sentence || w.shape != capital || !statePosts[w.low] {
			continue
		}
		if e := p.entry(t.body); e.Kind == gazetteer.Media || e.Class == "company" {
			t.body = match{}
		}
	}
}

// statePosts are posts that only states have, and that stand before names.
var statePosts = wordSet(`president minister premier chancellor senator ambassador governor`)

// nameTitles are posts that are also names.
var nameTitles = wordSet(`amir emir sultan king prince dean bishop marshal judge duke major page reeve warden knight sheriff khan bey malik`)

func (p *page) isWord(t *token) bool {
	if t.shape == small {
		return true
	}
	w := strings.TrimSuffix(t.low, ".")
	return p.lower[w] && len(w) > 2 || isVocabulary(w)
}

// lookup finds the phrases of the word lists that begin at each token of a
// sentence; words ends with the sentence.
func (p *page) lookup(words []string, first int) {
	for i := first; i < len(words); i++ {
		t := &p.tok[i]
		if t.shape == mark {
			continue
		}
		rest := words[i:]
		if n := len(t.text); t.shape == upper && n > 2 && t.text[n-1] == 's' {
			if e, ok := p.plural(t.text[:n-1]); ok { // "MPs"
				t.title = match{1, int32(len(p.entries))}
				p.entries = append(p.entries, e)
				continue
			}
		}
		found := false
		p.gaz.MatchEach(rest, lookups, func(k int, e gazetteer.Entry, n int) {
			found = true
			p.note(i, lookups[k], e, rest[:n])
		})
		if !t.title.ok() {
			p.hyphenTitle(t)
		}
		named := i+1 < len(words) && shapeOf(words[i+1]) == capital && !isVocabulary(p.tok[i+1].low) // "Alba Lindqvist"
		if !found && !named && t.shape == capital && len(t.text) >= 4 && len(t.text) <= 8 {          // "Caricom", "Asean"
			if e, n := p.gaz.Match([]string{strings.ToUpper(t.text)}, bodyKinds); n == 1 && e.Has(gazetteer.Acronym) && !isVocabulary(t.low) {
				t.body = p.enter(e, 1)
			}
		}
	}
}

// enter keeps an entry that n tokens match.
func (p *page) enter(e gazetteer.Entry, n int) match {
	p.entries = append(p.entries, e)
	return match{int16(n), int32(len(p.entries) - 1)}
}

// note writes what phrase of a kind begins at token i.
func (p *page) note(i int, kind gazetteer.Kind, e gazetteer.Entry, words []string) {
	t, n := &p.tok[i], len(words)
	if t.shape == small && kind&properKinds != 0 && !startsLower(e.Form) || n > 1 && t.low == "the" {
		return
	}
	if kind == bodyKinds && e.ISO != "" {
		e.ISO = p.oneState(words, e.ISO)
	}
	m := p.enter(e, n)
	switch kind {
	case gazetteer.Title:
		t.title = m
	case gazetteer.Modifier:
		t.modifier = m
	case gazetteer.Courtesy:
		t.courtesy = m
	case gazetteer.Rank:
		t.rank = m
	case gazetteer.Portfolio:
		t.portfolio = m
	case gazetteer.Head:
		t.head = m
	case gazetteer.Place:
		t.place = m
	case gazetteer.Demonym:
		if t.low == "american" && i > 0 && p.tok[i-1].sentence == t.sentence && americas[p.tok[i-1].low] {
			return // "Latin American"
		}
		t.demonym = m
	case bodyKinds:
		t.body = m
	}
}

// titlePrefixes stand before a title and a hyphen.
var titlePrefixes = wordSet(`vice co deputy ex then under sub pro interim acting former pre president chairman chair secretary`)

// hyphenTitle reads "Vice-Chancellor", "co-rapporteur", "then-president",
// "Speaker-designate" as titles.
func (p *page) hyphenTitle(t *token) {
	i := strings.IndexByte(t.low, '-')
	if i <= 0 || i+2 >= len(t.low) {
		return
	}
	word := t.text[i+1:]
	if !titlePrefixes[t.low[:i]] {
		if after := t.low[i+1:]; after != "designate" && after != "elect" && after != "general" {
			return
		}
		word = t.text[:i]
	}
	if e, n := p.gaz.Match([]string{word}, gazetteer.Title); n == 1 {
		t.title = match{1, int32(len(p.entries))}
		p.entries = append(p.entries, e)
	}
}

// oneState gives the ISO code of a body whose name no other state's body has, "" else.
func (p *page) oneState(words []string, iso string) string {
	all, _ := p.gaz.Matches(words, bodyKinds)
	for _, e := range all {
		if e.ISO != iso {
			return ""
		}
	}
	return iso
}

// plural gives the plural entry of a title that is an acronym.
func (p *page) plural(acronym string) (gazetteer.Entry, bool) {
	e, n := p.gaz.Match([]string{acronym}, gazetteer.Title)
	e.Flags |= gazetteer.Plural
	return e, n == 1
}

const (
	bodyKinds   = gazetteer.Chamber | gazetteer.Body | gazetteer.Media
	properKinds = gazetteer.Place | gazetteer.Demonym | bodyKinds
)

var lookups = []gazetteer.Kind{gazetteer.Title, gazetteer.Modifier, gazetteer.Courtesy, gazetteer.Rank,
	gazetteer.Portfolio, gazetteer.Head, gazetteer.Place, gazetteer.Demonym, bodyKinds}
