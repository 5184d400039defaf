package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline/record"
)

// Rules by which a quote comes to its speaker.
const (
	AfterQuote  = "quote-then-speaker"
	BeforeQuote = "speaker-then-quote"
	Colon       = "name-and-colon"
	AccordingTo = "according-to"
	Clause      = "words-within-clause"
	SayNoun     = "noun-of-speech"
	ClauseEnd   = "said-at-the-end"
	Signed      = "signed-with-dash"
	SameSaying  = "same-sentence"
	GoesOn      = "speech-goes-on"
	AfterActor  = "quote-after-subject"
	ToldNext    = "told-in-next-sentence"
)

// Rules by which words that only stand for a speaker come to the name.
const (
	Antecedent = "pronoun-antecedent"
	Holder     = "holder-of-the-title"
	Author     = "author-of-the-text"
)

// Attribution says whose words a quote is, or why it is taken for no speech.
type Attribution struct {
	Quote   int // index of the quote
	Rule    string
	Party   int         // index of the speaker in Source.Parties, or -1
	Speaker string      // the words that name the speaker, where Party is -1
	Words   record.Span // what names or stands for the speaker beside the quote; empty where nothing does
	Via     record.Span // where Words only stand for the speaker: a mention by name; empty where there is none
	ViaRule string      // Antecedent, Holder or Author, where Via is set
	Why     string      // what speaks against speech; "" for speech
}

// state is one text while its quotes are given to speakers, in text order.
type state struct {
	*stream
	titles    [][]called // of each party, what it is called
	genders   []gender
	states    [][]string // of each party, the countries that it acts for
	mentioned [][]int    // of each party, the units that name it
	named     [][]string // of each party, the words of its name; see wordsOf
	topics    []ref      // of each unit, the person that it is about
	bodies    []ref      // of each unit, the body
	said      []ref      // of each quote, its speaker
	spoke     []int      // the parties quoted so far, in text order
	surnames  map[string]int
	authoring bool // while the author of a text is looked for
	depth     int  // of phrases within phrases
}

// Attribute gives every quote its speaker, in the order of the quotes.
func Attribute(src Source, quotes []Quote) []Attribution {
	if len(quotes) == 0 {
		return nil
	}
	s := &state{stream: newStream(src, quotes)}
	s.learnTitles()
	s.topics = make([]ref, len(s.units))
	s.bodies = make([]ref, len(s.units))
	s.said = make([]ref, len(quotes))
	s.mentioned = make([][]int, len(src.Parties))
	for u, unit := range s.units {
		for i := unit.first; i < unit.last; i++ {
			if it := s.items[i]; it.kind == name {
				s.mentioned[it.ref] = append(s.mentioned[it.ref], u)
			}
		}
	}
	out := make([]Attribution, len(quotes))
	for i := range out {
		out[i] = Attribution{Quote: i, Party: -1, Why: "no sentence around it"}
	}
	for u := range s.units {
		s.unit(u, out)
	}
	return out
}

// unit attributes the quotes of one unit and notes what the unit is about.
func (s *state) unit(u int, out []Attribution) {
	qs := s.quoteItems(s.units[u])
	for k, q := range qs {
		i := s.items[q].ref
		r, rule, why := s.speaker(u, k, qs)
		s.said[i] = r
		out[i] = s.attribution(i, r, rule, why)
	}
	for k, q := range qs { // “A” and “B”, X said
		i := s.items[q].ref
		if s.said[i].ok() || k+1 == len(qs) || s.nameLike(u, q) != "" {
			continue
		}
		if r := s.said[s.items[qs[k+1]].ref]; r.ok() && qs[k+1]-q <= 6 {
			s.said[i] = r
			out[i] = s.attribution(i, r, SameSaying, "")
		}
	}
	first, end := s.units[u].first, s.units[u].last
	s.topics[u] = s.subject(first, end, u, true)
	s.bodies[u] = s.subject(first, end, u, false)
	for _, q := range qs {
		if r := s.said[s.items[q].ref]; r.ok() {
			s.topics[u] = r
			if r.party >= 0 {
				s.spoke = append(s.spoke, r.party)
			}
			if r.party < 0 || !s.Parties[r.party].Person {
				s.bodies[u] = r
			}
		}
	}
}

func (s *state) attribution(i int, r ref, rule, why string) Attribution {
	a := Attribution{Quote: i, Rule: rule, Party: -1, Why: why}
	if !r.ok() {
		return a
	}
	a.Party, a.Speaker, a.Words, a.Via = r.party, r.text, r.span, r.via
	if a.Party >= 0 {
		a.Speaker = ""
	}
	if a.Via == a.Words {
		a.Via = record.Span{}
	}
	switch r.how {
	case byPronoun:
		a.ViaRule = Antecedent
	case byTitle:
		a.ViaRule = Holder
	case byDocument:
		a.ViaRule = Author
	}
	if a.Via.Len() == 0 {
		a.ViaRule = ""
	}
	return a
}

// speaker finds the speaker of the kth quote of a unit, the rule that found
// it, or why there is none.
func (s *state) speaker(u, k int, qs []int) (ref, string, string) {
	q := qs[k]
	if why := s.nameLike(u, q); why != "" {
		return none, Clause, why
	}
	lo, hi := s.units[u].first, s.units[u].last
	if k > 0 {
		lo = qs[k-1] + 1
	}
	if k+1 < len(qs) {
		hi = qs[k+1]
	}
	if s.introduced(q) {
		if r, rule := s.before(lo, q, u); r.ok() {
			return r, rule, ""
		}
	}
	if r, rule := s.after(q, hi, u); r.ok() {
		return r, rule, ""
	}
	if r, rule := s.before(lo, q, u); r.ok() {
		return r, rule, ""
	}
	if r, rule := s.clause(q, u); r.ok() {
		return r, rule, ""
	}
	if r := s.clauseEnd(q, hi, u); r.ok() {
		return r, ClauseEnd, ""
	}
	if k > 0 {
		if r := s.said[s.items[qs[k-1]].ref]; r.ok() {
			return carried(r), SameSaying, ""
		}
	}
	if r, rule := s.carry(u, q); r.ok() {
		return r, rule, ""
	}
	return none, Clause, "words in quotation marks with no speaker near: taken for a title or a scare quote"
}

// carried is a speaker who is not named again.
func carried(r ref) ref {
	if r.how == byName {
		r.via = r.span
	}
	if r.via.Len() == 0 {
		r.via = r.span
	}
	r.span = r.via
	r.how = carriedOver
	return r
}

// works are nouns whose name stands in marks right after them.
var works = set(`lecture film movie book novel song album exhibition exhibit article essay project programme program initiative
campaign theme motto slogan title titled entitled called named dubbed so-called known termed conference forum seminar workshop
panel session topic event resolution paper documentary festival award prize medal order movement bloc group company ship
vessel aircraft operation term word words phrase expression nicknamed headlined headline series show play opera
poem report study magazine newspaper newsletter platform app strategy plan law bill act agreement concept framework chapter
section category subject contest competition marathon round rally dubbed styled codenamed code-named`)

// follow are words that name what the words in marks before them are called.
var follow = set(`initiative programme program project award awards prize festival exhibition forum conference act law bill treaty
agreement strategy film book song plan campaign movement bloc party coalition association foundation medal order platform
contest competition seminar workshop magazine newspaper`)

// nameLike gives what speaks for a quote being a title, a name or a short
// form rather than speech; "" where nothing does.
func (s *state) nameLike(u, q int) string {
	unit := s.units[u]
	text := s.text(q)
	n := len(strings.Fields(text))
	if q > unit.first && q+1 < unit.last && s.items[q-1].lower == "(" && s.items[q+1].lower == ")" {
		return "stands alone in brackets: taken for a short form"
	}
	full := sentenceLike(text) && !(titleCase(text) && q > unit.first && s.items[q-1].kind != punct)
	if q > unit.first && s.items[q-1].kind == word && works[s.items[q-1].lower] && !full && !s.saysWords(q-1) {
		return "follows the word " + s.items[q-1].lower + ": taken for a title or a name"
	}
	if q+1 < unit.last && s.items[q+1].kind == word && follow[s.items[q+1].lower] && !full && n <= 10 {
		return "stands before " + s.items[q+1].lower + ": taken for a name"
	}
	if !full && (titleCase(text) || mostlyCapitals(text)) {
		return "written like a title"
	}
	return ""
}

// saysWords is true for "in his words", "called the plan".
func (s *state) saysWords(i int) bool {
	w := s.items[i].lower
	if w == "words" || w == "phrase" {
		return i > 0 && (s.items[i-1].kind == poss || determiners[s.items[i-1].lower] && s.items[i-1].lower != "the")
	}
	if w == "called" || w == "dubbed" || w == "termed" || w == "named" {
		return i > 0 && (s.items[i-1].kind == name || isPronoun(s.items[i-1].lower))
	}
	return false
}

func (s *state) text(q int) string {
	in := s.quotes[s.items[q].ref].Inner
	return s.Text[in.Start:in.End]
}

// sentenceLike is true for words that begin and end as a sentence of speech does.
func sentenceLike(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	begins := unicode.IsUpper(r) || unicode.IsDigit(r) || r == '[' || r == '…'
	n := len(strings.Fields(text))
	return begins && (strings.ContainsRune(".!?…", last) && n >= 2 || n >= 8 && !titleCase(text))
}

// titleCase is true for two words or more that all begin with a capital, but
// for the small ones.
func titleCase(text string) bool {
	capitals, n := 0, 0
	for _, w := range strings.Fields(text) {
		w = strings.TrimLeft(w, "‘'“\"(")
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(strings.Trim(w, ".,;:!?’'"))
		switch {
		case unicode.IsUpper(r):
			capitals++
			n++
		case prepositions[low] || conjunctions[low] || determiners[low] || !letter(r):
			n++
		default:
			return false
		}
	}
	if n == 1 {
		low := strings.ToLower(strings.Trim(text, ".,;:!?"))
		return capitals == 1 && !strings.ContainsAny(text, "!?") && !isPronoun(low) && !determiners[low] && low != "yes" && low != "never"
	}
	return capitals >= 2
}

// mostlyCapitals is true for a phrase of which half the words and two at
// least begin with a capital ("Green Economy model").
func mostlyCapitals(text string) bool {
	capitals, n := 0, 0
	for _, w := range strings.Fields(text) {
		r, _ := utf8.DecodeRuneInString(w)
		if n++; unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals >= 2 && 2*capitals >= n && n <= 8
}

// carry gives the speaker of a quote that has no words of attribution in its
// own sentence: who spoke before it, or whom the sentence before is about.
func (s *state) carry(u, q int) (ref, string) {
	unit := s.units[u]
	if q != unit.first || !sentenceLike(s.text(q)) {
		return none, ""
	}
	if r := s.toldNext(u); r.ok() {
		return r, ToldNext
	}
	if u == 0 {
		return none, ""
	}
	if heading := unit.last == q+1 && s.alone(u) && !ended(s.text(q)); heading {
		return none, ""
	}
	prev := s.units[u-1]
	apart := unit.paragraph - prev.paragraph
	if qs := s.quoteItems(prev); len(qs) > 0 {
		if r := s.said[s.items[qs[len(qs)-1]].ref]; r.ok() && (apart == 0 || unit.last-unit.first <= 2) {
			return carried(r), GoesOn
		}
	}
	announces := s.items[prev.last-1].lower == ":"
	if announces {
		if r, _ := s.before(prev.first, prev.last, u-1); r.ok() {
			return r, BeforeQuote
		}
	}
	if apart > 1 && !announces || apart == 1 && unit.last-unit.first > 2 {
		return none, ""
	}
	if t := s.topics[u-1]; t.ok() {
		return carried(t), AfterActor
	}
	if t := s.bodies[u-1]; t.ok() && t.party >= 0 && apart == 0 {
		return carried(t), AfterActor
	}
	return none, ""
}

// toldNext resolves the speaker in a sentence behind the quote that says who
// spoke: "This was stated by X", "So said X".
func (s *state) toldNext(u int) ref {
	if u+1 >= len(s.units) || s.units[u].last-s.units[u].first > 2 || s.units[u+1].paragraph-s.units[u].paragraph > 1 {
		return none
	}
	next := s.units[u+1]
	switch s.items[next.first].lower {
	case "this", "that", "these", "such", "so", "it", "the":
	default:
		return none
	}
	for v := next.first + 1; v < next.last && v < next.first+8; v++ {
		f, ok := words().verbs[s.items[v].lower]
		if !ok || !f.said || !f.past {
			continue
		}
		switch {
		case s.passive(v, next.first):
			return s.byPhrase(v+1, next.last, u+1)
		case s.items[next.first].lower == "so":
			return s.inverted(v+1, next.last, u+1)
		}
	}
	return none
}

// alone is true for a unit that is its whole paragraph.
func (s *state) alone(u int) bool {
	p := s.units[u].paragraph
	return (u == 0 || s.units[u-1].paragraph != p) && (u+1 == len(s.units) || s.units[u+1].paragraph != p)
}

func ended(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…,", last)
}

// speakers are nouns of people and bodies that can speak without a name.
var speakers = set(`jury official source minister lawmaker critic observer expert analyst resident witness spokesman spokeswoman
spokesperson panel committee commission ministry government court judge council board team delegation mission party group
organization organisation agency company ambassador president speaker leader chairman chairwoman chair parliament
opposition campaigner activist protester voter diplomat embassy authority army military police office department secretary
administration regime union federation association assembly paper newspaper magazine participant delegate member
senator deputy governor mayor king queen prince lawyer prosecutor general commander researcher scientist author editor
journalist reporter side palace kremlin presidency doctor teacher student worker farmer family mother father wife husband
son daughter woman man people user customer owner driver soldier engineer economist historian professor director manager
executive chief head coach player fan neighbour neighbor friend colleague boss advocate adviser advisor aide envoy
negotiator mediator candidate nominee supporter opponent rival ally victim survivor refugee founder designer artist writer
singer actor bishop pope church bank club school university firm charity network coalition alliance bloc bureau
secretariat tribunal inspector auditor regulator watchdog statement report communique declaration letter`)

// plausible tells whether a phrase can be a speaker of a fragment: a party of
// the text, a name, or a noun of people or bodies.
func (s *state) plausible(r ref) bool {
	if r.how != byWords {
		return r.ok()
	}
	fields := strings.Fields(r.text)
	if len(fields) > 12 {
		return false
	}
	for _, w := range fields {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) && !strings.ContainsAny(w, "'’") && len(w) > 1 {
			return true
		}
		if speakers[singular(strings.ToLower(w))] {
			return true
		}
	}
	return false
}

// quotedAs tells whether "quoted" at item v is part of "was quoted ... as saying".
func (s *state) quotedAs(v, end int) bool {
	return s.items[v].lower == "quoted" && slices.ContainsFunc(s.items[v:min(end, v+10)], func(it item) bool {
		return it.lower == "saying" || it.lower == "telling"
	})
}
