package names

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// person is a candidate for a person's name: tokens [first, last).
type person struct {
	first, last int
	score       float64
	why         evidence
}

// evidence is the strongest sign that a run of capitalised words names a
// person; it gives the rule that the name is cited by.
type evidence uint8

const (
	evNone      evidence = iota
	evForm               // two or more words that are no English words
	evSaid               // a verb of saying beside it
	evCourtesy           // Mr., H.E.
	evTitle              // a post before it
	evBareTitle          // a post that stands before bare surnames
	evTitleNext          // a post after it
	evKnown              // the page names the person elsewhere
	evTagged             // nothing but the tagger's word
)

const maxName = 8 // tokens

// weights of the signs; a run is taken where their sum is above zero.
const (
	wUnknown      = 1.0  // a word that is no English word
	wVocab        = -0.9 // a word that is one
	wPlace        = -0.8 // a word that names a place
	wVocabLast    = -1.4 // more, where a name ends in one and nothing else tells a person
	wHead         = -2.2 // a word that heads bodies or names a post
	wTwo          = 1.0  // two or three words
	wOne          = -1.4
	wLong         = -0.8 // per word over four
	wCourtesy     = 4.0
	wTitle        = 2.6
	wTitleGap     = 1.2
	wTitleUnknown = 1.6
	wSaid         = 1.5
	wThe          = -3.0
	wPlacePrep    = -1.3
	wKnown        = 3.0
	wPartKnown    = 1.5
)

// findPersons gives the candidates of the page. titleEnds holds the tokens
// after which a post ends; known what the page already told of persons.
func (p *page) findPersons(titleEnds map[int]postEnd, known *memory) []person {
	var out []person
	for i := range p.tok {
		if !p.nameStart(i) {
			continue
		}
		_, hi := p.sentenceOf(i)
		out = p.grow(out, i, hi, titleEnds, known)
	}
	return out
}

func (p *page) nameStart(i int) bool {
	t := &p.tok[i]
	if i > 0 && p.nickname(i-1) > 0 || p.doc.Paragraphs[p.doc.Sentences[t.sentence].Paragraph].Kind == pipeline.DatelineParagraph {
		return false
	}
	switch t.shape {
	case capital, upper, initial:
		return !p.isFunction(i) && !p.isMonth(i) && !t.polite && !p.withinPlace(i) && !p.postBehindCourtesy(i)
	case mixed:
		return gluedName(t.text) && i > 0 && (p.tok[i-1].polite || p.tok[i-1].title.ok() || p.tok[i-1].head.ok())
	case small:
		return particles[t.text] && i > 0 && p.tok[i-1].polite
	}
	return false
}

// withinPlace tells whether a place or a demonym of several words begins before
// token i and goes on through it: "African" in "South African President".
func (p *page) withinPlace(i int) bool {
	for n := 1; n <= 4 && i-n >= 0; n++ {
		if t := &p.tok[i-n]; int(t.place.n) > n || int(t.demonym.n) > n {
			return true
		}
	}
	return false
}

// isFunction tells whether token i is a small word that begins no name: "Will"
// and "Per" do within a sentence, before a word that is no English one.
func (p *page) isFunction(i int) bool {
	t := &p.tok[i]
	if !functionWords[t.low] {
		return false
	}
	if !nameFunctions[t.low] || t.first || t.heading || i+1 >= len(p.tok) {
		return true
	}
	next := &p.tok[i+1]
	return next.shape != capital && !fathers[next.text] || next.vocab && !fathers[next.text] || next.sentence != t.sentence
}

// nameFunctions are small words that also stand as words of names.
var nameFunctions = wordSet(`per will an so do may said`)

// grow adds the candidates that begin with token first, by length.
func (p *page) grow(out []person, first, hi int, titleEnds map[int]postEnd, known *memory) []person {
	sum, words := p.before(first, titleEnds)
	score := sum.score
	for i := first; i < hi && i-first < maxName; i++ {
		t := &p.tok[i]
		gain, ok := p.nameWord(i, first)
		if !ok {
			break
		}
		score += gain
		if t.shape == capital && !(i > first && particles[t.low]) || t.shape == upper || t.shape == initial && len(t.text) > 1 {
			words++
		}
		if t.shape == small && !endParticles[t.text] || t.shape == mark {
			continue
		}
		if t.shape == initial && (i == first || words < 3 || len(t.text) == 1 || i+1 < hi && p.tok[i+1].shape >= capital && p.tok[i+1].shape <= upper) {
			continue // an initial ends no name that goes on
		}
		c := person{first: first, last: p.suffix(i+1, hi), why: sum.why}
		if p.judge(&c, score, words, hi, known) && p.alone(&c, i, words, hi) && p.untagged(&c, known) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// untagged takes from the score of a candidate that no courtesy word, no post
// and no other mention speaks for what the tagger of names holds against it.
func (p *page) untagged(c *person, known *memory) float64 {
	if c.why == evCourtesy || c.why == evBareTitle || c.why == evKnown {
		return c.score
	}
	against := p.taggedPerson(c.first, c.last)
	if c.score > 0 && c.score+against <= 0 && known != nil {
		p.near = append(p.near, nearMiss{c.first, c.last, "people", evidenceRule[c.why], "the tagger of names holds no word of it for a person's"})
	}
	c.score += against
	return c.score
}

// judge completes the score and the sign of a candidate whose words weigh
// score; it tells whether nothing speaks against it.
func (p *page) judge(c *person, score float64, words, hi int, known *memory) bool {
	next := p.after(c.first, c.last, hi)
	c.score = score + next.score + byCount(words)
	if c.why == evNone {
		c.why = next.why
	}
	if known != nil {
		if s, ok, again := known.name(p, c.first, c.last); ok && (s > wKnown || p.isolated(c.first, c.last, hi)) {
			c.score += s
			if c.why == evNone && again {
				c.why = evKnown
			}
		}
	}
	why := ""
	if !p.plausible(c.first, c.last, hi, words, c) {
		why = "English words without a courtesy word or a post that stands before names"
	} else if lo, _ := p.sentenceOf(c.first); c.why != evTitle && c.why != evBareTitle && p.byline(c.first, c.last, lo, hi) {
		why = "signs the report"
	} else if p.withinVenue(c.first, c.last, hi) {
		why = "begins the name of a building"
	} else if c.why == evNone || c.why == evSaid && p.besideBodyNoun(c.first, lo) {
		why = p.elsewhere(c.first, c.last, hi, known)
	}
	if why != "" && known != nil && words > 1 {
		p.near = append(p.near, nearMiss{c.first, c.last, "people", "capitalised-name", why})
	}
	return why == ""
}

// alone weighs a candidate that nothing but its form speaks for, with its last
// word at token i; it tells whether it can stand.
func (p *page) alone(c *person, i, words, hi int) bool {
	if c.why != evNone {
		return true
	}
	t := &p.tok[i]
	if t.vocab && t.shape == capital && p.tok[c.first].shape != initial {
		c.score += wVocabLast
	}
	c.why = evForm
	return words != 1 || !t.place.ok() && saying[p.lowAt(c.last, hi)]
}

// plausible turns down runs of English words unless a courtesy word or a post
// before them tells that they are a name.
func (p *page) plausible(first, last, hi, words int, c *person) bool {
	bad := false
	for i := first; i < last; i++ {
		t := &p.tok[i]
		if t.shape == mark || t.shape == small {
			continue
		}
		if t.heading && !t.shouted && p.vocabWithin(first, last) && c.why != evKnown {
			return false
		}
		if !t.vocab && t.shape != initial {
			if j := strings.IndexByte(t.low, '-'); j > 0 && len(t.low)-j > 3 && words == 1 {
				if e, n := p.gaz.Match([]string{t.text[j+1:]}, gazetteer.Country); n == 1 && e.ISO != "" {
					return false // "U.S-Japan"
				}
			}
			return true
		}
		bad = bad || t.head.ok() || t.title.ok() || p.isThing(t) || t.body.ok()
	}
	switch {
	case c.why == evKnown:
		return true
	case bad || p.tok[first].heading:
		return false
	case last < hi && p.tok[last].shape == capital && !functionWords[p.tok[last].low]:
		return false
	}
	if words == 1 && p.sayMore(first, last, hi) {
		return false
	}
	return c.why == evCourtesy || c.why == evBareTitle || p.initialled(first, last, c.why)
}

// sayMore tells whether an English word behind a post goes on with it: a field
// ("the Minister Interior"), a participle ("Minister Attached to"), a noun with
// its "of" ("the Metropolitan Area of").
func (p *page) sayMore(first, last, hi int) bool {
	t := &p.tok[first]
	next := p.lowAt(last, hi)
	return t.portfolio.ok() || next == "of" || next == "to" && strings.HasSuffix(t.low, "ed")
}

// initialled tells whether English words are a surname behind initials, in a
// list of such names or beside a post: "P. Linden and A. Baker".
func (p *page) initialled(first, last int, why evidence) bool {
	t := &p.tok[first]
	if t.shape != initial || t.place.ok() || t.heading || last-first != 2 || !strings.HasSuffix(t.text, ".") {
		return false
	}
	if why == evTitle || why == evTitleNext || why == evSaid {
		return true
	}
	lo, _ := p.sentenceOf(first)
	return first-3 >= lo && (p.tok[first-1].low == "and" || p.tok[first-1].text == ",") && p.tok[first-2].shape == capital && p.tok[first-3].shape == initial
}

func (p *page) vocabWithin(first, last int) bool {
	for i := first; i < last; i++ {
		if p.tok[i].vocab && p.tok[i].shape == capital {
			return true
		}
	}
	return false
}

// elsewhere tells what a run without any sign of a person is else, "" where
// nothing tells it: it fills a bracket behind a name, stands behind "at" or "in", is a
// byline, or the page uses it as a place.
func (p *page) elsewhere(first, last, hi int, known *memory) string {
	lo, _ := p.sentenceOf(first)
	if first > lo {
		switch before := &p.tok[first-1]; {
		case before.text == "(" && last < hi && (p.tok[last].text == ")" || isPossessive(p.tok[last].text)) && (last-first < 2 || !p.endsCountry(first-1)):
			return "fills a bracket behind a name"
		case placePreps[before.low]:
			return "stands behind a preposition of place"
		case p.besideBodyNoun(first, lo):
			return "stands behind the noun of a body"
		}
	}
	switch {
	case p.partyBehind(last, hi) > 0:
		return "stands before the noun of a party"
	case known != nil && known.places[p.key(first, last)]:
		return "stands elsewhere where places stand"
	}
	return ""
}

// besideBodyNoun tells whether the noun of a firm, paper or party stands before
// token first.
func (p *page) besideBodyNoun(first, lo int) bool {
	return first > lo && (bodyNouns[p.tok[first-1].low] || p.tok[first-1].text == "," && first-2 >= lo && bodyNouns[p.tok[first-2].low])
}

// partyBehind gives the token of the noun of a party behind a name, maybe with a
// bracket between ("the Uyghonish (Awakening) party"), 0 where there is none.
func (p *page) partyBehind(i, hi int) int {
	if i < hi && p.tok[i].text == "(" {
		for n := 0; i < hi && n < 8 && p.tok[i].text != ")"; n++ {
			i++
		}
		i++
	}
	if i < hi && partyNouns[p.tok[i].text] {
		return i
	}
	return 0
}

// partyNouns stand in small letters behind the names of parties.
var partyNouns = wordSet(`party coalition alliance bloc faction`)

// withinVenue tells whether words with a capital behind tokens [first, last) go
// on to the noun of a building: "Sir Ato Lind International Airport".
func (p *page) withinVenue(first, last, hi int) bool {
	if p.tok[first].heading {
		return false
	}
	if w := &p.tok[last-1]; last-first > 1 && namedBuildings[w.low] && !surnames[w.low] {
		return true
	}
	for i := last; i < hi && i-last < 3; i++ {
		t := &p.tok[i]
		if t.shape != capital || t.title.ok() {
			return false
		}
		if namedBuildings[t.low] {
			return i+1 >= hi || p.tok[i+1].text != "of"
		}
		if !t.vocab && !t.demonym.ok() {
			return false
		}
	}
	return false
}

// namedBuildings are nouns of buildings and institutes that bear the name of a
// person.
var namedBuildings = wordSet(`airport hospital stadium university college school library museum highway expressway bridge avenue street boulevard road
	square hall terminal auditorium mausoleum foundation institute clinic`)

// surnames are those of them that are also names of people.
var surnames = wordSet(`hall bridge bridges street square road school college`)

// bodyNouns stand before the names of firms, papers, lists.
var bodyNouns = wordSet(`firm company group party list newspaper station movement bank airline agency magazine daily weekly channel broadcaster website platform
	brand club team band label publisher startup organisation organization coalition alliance faction bloc operator`)

// byline tells whether a name signs the report: "By NAME", "from NAME in
// Mbabane" as a line, or a line that is nothing but a name.
func (p *page) byline(first, last, lo, hi int) bool {
	if hi-lo > 24 || p.tok[first].sentence == 0 {
		return false
	}
	if p.contact(first, lo, hi) {
		return true
	}
	if hi-lo > 12 {
		return false
	}
	if w := p.tok[lo].low; (w == "by" || w == "from" || w == "reporter" || w == "author" || w == "text" || w == "photo" || w == "photos" || w == "editor" || w == "edited" || w == "written" || w == "story") && first <= lo+3 {
		return true
	}
	return first == lo && last == hi && p.tok[first].shape == capital && p.tok[last-1].shape == capital && p.tok[first].sentence == len(p.doc.Sentences)-1
}

// contact tells whether a name is whom the press may ask: "For further
// information please contact: NAME, +389 ...".
func (p *page) contact(first, lo, hi int) bool {
	asked := false
	for i := lo; i < first; i++ {
		switch p.tok[i].low {
		case "contact", "enquiries", "inquiries", "contacts":
			asked = true
		}
	}
	if !asked {
		return false
	}
	for i := first; i < hi; i++ {
		if t := &p.tok[i]; t.text == "+" || t.text[0] == '+' || strings.Contains(t.text, "@") || t.low == "tel" || t.low == "tel." || t.low == "phone" || t.low == "email" || t.low == "e-mail" || t.low == "mobile" {
			return true
		}
	}
	return false
}

// lowAt gives the word at i, in small letters, "" at the end of the sentence.
func (p *page) lowAt(i, hi int) string {
	if i >= hi {
		return ""
	}
	return p.tok[i].low
}

func byCount(words int) float64 {
	switch {
	case words <= 1:
		return wOne
	case words <= 3:
		return wTwo
	case words == 4:
		return 0.8
	case words == 5:
		return 0.5
	}
	return float64(words-5) * wLong
}

// isolated tells whether no further words of a name touch tokens [first, last).
func (p *page) isolated(first, last, hi int) bool {
	lo, _ := p.sentenceOf(first)
	return (first == lo || p.tornLeft(first-1, lo) > -2) && (last >= hi || p.tornRight(last, hi) > -2)
}

// suffix runs over "Jr.", ", Jr.", "III" after a name.
func (p *page) suffix(i, hi int) int {
	if i < hi && suffixes[p.tok[i].text] {
		return i + 1
	}
	if i+1 < hi && p.tok[i].text == "," && (p.tok[i+1].text == "Jr." || p.tok[i+1].text == "Sr." || p.tok[i+1].text == "Jr" || p.tok[i+1].text == "Sr") {
		return i + 2
	}
	return i
}

type lead struct {
	score float64
	why   evidence
}
