package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// shape is how a token is written.
type shape uint8

const (
	mark    shape = iota // punctuation
	digits               // begins with a digit
	small                // word in small letters
	capital              // Word, McWord, Word-Word
	upper                // WORD of two capitals or more
	initial              // B. or T.C.
	mixed                // mAbxience
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

// nameBeforeBody takes the chambers of one word from behind words that are no
// English ones, nor places: "Ana Estupiñán Cortés".
func (p *page) nameBeforeBody() {
	for i := 1; i < len(p.tok); i++ {
		t, w := &p.tok[i], &p.tok[i-1]
		if t.body.n != 1 || t.shape != capital || p.entry(t.body).Kind != gazetteer.Chamber || w.sentence != t.sentence || w.heading {
			continue
		}
		if w.shape == capital && !w.vocab && !w.place.ok() && !w.demonym.ok() && !w.title.ok() && !w.polite && !w.head.ok() && !w.body.ok() {
			t.body = match{}
		}
	}
}

// nameAroundTitle takes the posts that are also names from within names: "Abdul
// Amir Al-Rawi".
func (p *page) nameAroundTitle() {
	plain := func(t *token) bool {
		return t.shape == capital && !t.vocab && !t.place.ok() && !t.demonym.ok() && !t.title.ok() && !t.head.ok() && !t.body.ok() && !t.polite
	}
	for i := 1; i+1 < len(p.tok); i++ {
		t, w, next := &p.tok[i], &p.tok[i-1], &p.tok[i+1]
		within := plain(next) && next.sentence == t.sentence
		ends := i > 1 && p.tok[i-2].sentence == t.sentence && plain(&p.tok[i-2]) && next.shape == mark // "Martin Luther King,"
		if t.title.n == 1 && nameTitles[t.low] && t.shape == capital && !t.heading && plain(w) && w.sentence == t.sentence && (within || ends) {
			t.title = match{}
		}
	}
}

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

// markPolite marks the courtesy words and ranks, with abbreviations that only
// such words are: "Eng.", "Amb." before a capital. A word that is also a name
// ("Sri", "Syed") is none.
func (p *page) markPolite(first, last int) {
	for i := first; i < last; i++ {
		t := &p.tok[i]
		if n := max(t.title.n, t.place.n); n > 1 {
			i += int(n) - 1 // "First Lady", "Bandar Seri Begawan"
			continue
		}
		n := 0
		if t.shape == small && smallCourtesy[t.low] && i+1 < last && (p.tok[i+1].shape == capital || smallCourtesy[p.tok[i+1].low]) {
			n = 1
		}
		if t.courtesy.ok() && t.shape != small && !nameForms[t.low] && !(t.shape == initial && len(t.text) == 2) || courtesyExtra[t.low] && t.shape == capital {
			n = max(int(t.courtesy.n), 1)
		}
		if nameForms[t.low] && t.shape == capital && i+1 < last && p.tok[i+1].courtesy.ok() && !nameForms[p.tok[i+1].low] {
			n = 1 // "Awang Haji Ismadi"
		}
		if t.low == "don" && i > first && p.tok[i-1].text != "," {
			n = 0 // "President Don Lee"
		}
		if t.rank.ok() && t.shape != small && !p.generalBody(i, last) {
			n = max(n, int(t.rank.n))
		}
		if n == 0 && t.shape == capital && len(t.text) > 2 && strings.HasSuffix(t.text, ".") && t.low != "st." && !suffixes[t.text] && !months[t.low] &&
			!t.head.ok() && i+1 < last && (p.tok[i+1].shape == capital || p.tok[i+1].shape == initial) {
			n = 1
		}
		if t.text == "(" && i+2 < last && retired[strings.TrimSuffix(p.tok[i+1].low, ".")] && p.tok[i+2].text == ")" {
			n = 3 // "Justice (retd) NAME"
		}
		if t.text == "Rt" && i+1 < last && p.tok[i+1].text == "." {
			n = 2
		}
		for j := i; j < i+n && j < last; j++ {
			p.tok[j].polite = true
		}
	}
}

// retired stands in brackets behind a rank.
var retired = wordSet(`retd rtd ret retired`)

// generalBody tells whether "General" at token i is a word of a body's name:
// "General Intelligence Department".
func (p *page) generalBody(i, last int) bool {
	if p.tok[i].low != "general" {
		return false
	}
	for j := i + 1; j < last && j-i < 4 && p.tok[j].shape == capital && isVocabulary(p.tok[j].low); j++ {
		if p.tok[j].head.ok() {
			return true
		}
	}
	return false
}

// smallCourtesy are degrees that some press writes in small letters.
var smallCourtesy = wordSet(`prof. dr dr. hab. hab ing. mgr mgr. eng. inż. doc. mr mr. mrs. ms.`)

var americas = wordSet(`latin north south central inter pan meso`)

// nameForms are courtesy words that are first of all parts of names.
var nameForms = wordSet(`syed sayed sharif raja sri nana nai u baba awang tun lama khan bey mir shah sidi`)

// courtesyExtra are further words of address before names, of Asia and Africa.
var courtesyExtra = wordSet(`dasho lyonpo pak bapak ibu mama mzee maestro hajah hajjah puan cik encik khun daw kyai ustaz ustadz habib paduka seri mallam mallama alhaja chief elder comrade`)

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

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func shapeOf(w string) shape {
	r, n := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return digits
	case !unicode.IsLetter(r):
		return mark
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upperShape(w, n)
	}
	for _, r := range w[n:] {
		if unicode.IsUpper(r) && len(w) > 2 {
			return mixedShape(w)
		}
	}
	return small
}

// mixedShape parts "d'Orey" and "al-Sisi", which are names, from "mAbxience".
func mixedShape(w string) shape {
	if i := strings.IndexAny(w, "'-"); i > 0 {
		return capital
	}
	if strings.Contains(w, "’") {
		return capital
	}
	return mixed
}

func upperShape(w string, n int) shape {
	letters, capitals, dots := 1, 1, 0
	for _, r := range w[n:] {
		switch {
		case r == '.':
			dots++
		case unicode.IsUpper(r):
			letters++
			capitals++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case dots > 0 && letters == dots && letters <= 3, dots == 1 && letters == 2 && digraphs[w]:
		return initial
	case letters == 1 && len(w) == n:
		return initial
	case capitals == letters && letters > 1 || capitals == letters-1 && letters > 2 && strings.HasSuffix(w, "s"):
		return upper
	case camel(w):
		return mixed
	}
	return capital
}

// digraphs are initials of other scripts that Latin writes with two letters.
var digraphs = wordSet(`Ts. Kh. Th. Ch. Sh. Zh. Dz. Yu. Ya. Yo. Ye.`)

// camel tells whether a capital stands within a word after a small letter, as
// in names of firms; not "McCall", "DeLong".
func camel(w string) bool {
	small, inner := 0, 0
	for i, r := range w {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			if i > 0 && small > 0 && inner == 0 {
				inner = i
			}
		default:
			return false
		}
	}
	return inner > 0 && !nameParts[w[:inner]]
}

// nameParts begin surnames written with a capital inside.
var nameParts = map[string]bool{"Mc": true, "Mac": true, "De": true, "La": true, "Le": true, "Van": true, "Di": true, "Du": true, "Fitz": true,
	"Del": true, "Des": true, "Da": true, "Do": true, "Lo": true, "El": true, "Al": true, "Te": true, "Ten": true, "Ter": true, "Ver": true, "Von": true, "Ma": true, "San": true, "St": true, "Ap": true}

func opensQuote(s string) bool {
	return s == "“" || s == "\"" || s == "‘" || s == "„" || s == "«" || s == "''"
}

// isHeading tells whether the capitals of a sentence say nothing: a title or
// heading whose words nearly all have one, or that is wholly in capitals.
func (p *page) isHeading(si int) (heading, shouted bool) {
	s := p.doc.Sentences[si]
	caps, smalls, loud, marks := 0, 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		switch p.tok[i].shape {
		case upper:
			loud++
			caps++
		case capital, mixed:
			caps++
		case small:
			if len(p.tok[i].text) > 3 && !minor[p.tok[i].text] {
				smalls++
			}
		case mark:
			if t := p.tok[i].text; t == "," || t == "–" || t == "(" {
				marks++
			}
		}
	}
	last := p.tok[s.Last-1].text
	stopped := last == "." || last == "!" || last == "?" || last == "”" || last == ";" || last == ","
	if caps >= 2 && loud == caps && smalls == 0 {
		return true, true // "CALEB T. RENSHAW"
	}
	heading = !stopped && (caps >= 3 && smalls == 0 || caps >= 10 && smalls*10 <= caps)
	if marks > 0 && p.doc.Paragraphs[s.Paragraph].Kind != pipeline.TitleParagraph && loud*5 < caps*4 {
		heading = false // a line of a list: name, post, body
	}
	return heading, heading && loud*5 >= caps*4
}

// minor are the words that headlines leave small.
var minor = map[string]bool{
	"the": true, "and": true, "for": true, "with": true, "from": true, "into": true, "over": true, "about": true, "after": true, "before": true,
	"that": true, "than": true, "upon": true, "under": true, "between": true, "among": true, "against": true, "through": true, "during": true, "ahead": true,
	"vice": true, "their": true, "during:": true, "within": true, "toward": true, "towards": true, "amid": true, "until": true,
}
