package quotes

import (
	"slices"
	"strings"

	"readout/pipeline/record"
)

// synonyms fold nouns of posts that a text uses for each other.
var synonyms = map[string]string{
	"chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "spokesman": "speakerfor", "spokeswoman": "speakerfor",
	"spokesperson": "speakerfor", "congressman": "representative", "congresswoman": "representative", "mep": "member", "mp": "member",
	"lawmaker": "member", "parliamentarian": "member", "legislator": "member", "premier": "pm", "diplomat": "ambassador", "envoy": "ambassador",
	"monarch": "king", "emir": "amir", "rapporteur": "rapporteur", "co-chair": "chair", "cochair": "chair",
}

// offices says which posts a general word can stand for: the first words of
// folded titles.
var offices = map[string][]string{
	"leader":     {"president", "prime", "king", "queen", "chancellor", "amir", "sultan", "leader"},
	"state":      {"president", "king", "queen", "amir", "sultan"},
	"government": {"prime", "chancellor"},
	"head":       {"head", "chair", "president", "chief", "director", "leader"},
	"chief":      {"head", "chair", "president", "chief", "director", "leader", "commander"},
	"ambassador": {"ambassador", "commissioner", "envoy"},
	"member":     {"member", "senator", "deputy", "representative"},
	"minister":   {"minister"},
	"politician": {"minister", "senator", "president", "member", "deputy", "leader"},
}

// qualifiers of a post change who is meant.
var qualifiers = set(`deputy vice former first second assistant acting interim outgoing ex under honorary co`)

// fillers say nothing of which post is meant.
var fillers = set(`new newly elected newly-elected visiting top senior latter former's then own local country's honourable honorable
hon respective same said current longtime veteran visiting high-ranking and of for the`)

// anonymous nouns stand for somebody whom the text does not want to name.
var anonymous = set(`official source insider expert analyst resident witness people person man woman`)

func fold(w string) string {
	w = strings.Trim(strings.ToLower(w), ".,'’")
	if f, ok := synonyms[w]; ok {
		return f
	}
	return w
}

// titleWords splits a title as written into folded words; "PM" and "Premier"
// are a Prime Minister's.
func titleWords(title string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return r == ' ' || r == '-' || r == '–' || r == ',' || r == '/' }) {
		switch w = fold(w); w {
		case "":
		case "pm":
			out = append(out, "prime", "minister")
		case "fm":
			out = append(out, "foreign", "minister")
		default:
			out = append(out, w)
		}
	}
	return out
}

// headWord gives the place of the noun that a title is headed by: the last
// word before a preposition.
func headWord(title []string) int {
	for i, w := range title {
		if i > 0 && prepositions[w] {
			return i - 1
		}
	}
	return len(title) - 1
}

// called is what a text calls a person, in folded words.
type called struct {
	words []string
	post  bool // a post that was given, not words found beside the name
}

// learnTitles collects what each person is called: the posts given, and the
// words beside each mention ("mayor X", "X, the chief observer").
func (s *state) learnTitles() {
	s.titles = make([][]called, len(s.Parties))
	s.genders = make([]gender, len(s.Parties))
	s.states = make([][]string, len(s.Parties))
	for i, p := range s.Parties {
		s.states[i] = s.statesOf(p)
		for _, t := range p.Titles {
			s.titles[i] = append(s.titles[i], called{titleWords(t), true})
		}
	}
	for i, it := range s.items {
		if it.kind != name || !s.Parties[it.ref].Person {
			continue
		}
		s.learnGender(it.ref, i)
		for _, words := range [][]string{s.calledBefore(i), s.apposition(i), s.appointed(i), s.heads(i)} {
			if len(words) > 0 {
				s.titles[it.ref] = append(s.titles[it.ref], called{words, false})
			}
		}
	}
}

// calledBefore gives the words of the phrase that a name ends.
func (s *state) calledBefore(i int) []string {
	if s.governed(i, max(0, i-12)) {
		return nil
	}
	var before []string
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		w := s.items[j]
		if w.kind == punct && w.lower == "," && j == i-1 && j > 0 && s.items[j-1].kind != quote {
			continue // "the Minister, X"
		}
		if w.kind != word && w.kind != name || w.kind == name && s.Parties[w.ref].Person || s.verbal(j) || w.kind == word && conjunctions[w.lower] && w.lower != "and" {
			break
		}
		before = append(before, reversed(titleWords(s.words(j, j+1)))...)
	}
	return reversed(before)
}

func reversed(in []string) []string {
	out := make([]string, 0, len(in))
	for i := len(in) - 1; i >= 0; i-- {
		out = append(out, in[i])
	}
	return out
}

// apposition gives the words of the phrase in commas after a name.
func (s *state) apposition(i int) []string {
	j := i + 1
	for j < len(s.items) && s.items[j].lower == "(" {
		for j < len(s.items) && s.items[j].lower != ")" && j < i+12 {
			j++
		}
		j++
	}
	if j+1 >= len(s.items) || s.items[j].lower != "," {
		return nil
	}
	var out []string
	for j++; j < len(s.items) && j < i+20; j++ {
		it := s.items[j]
		if it.kind == punct || it.kind == quote || it.kind == name && s.Parties[it.ref].Person || s.verbal(j) || it.kind == word && conjunctions[it.lower] {
			break
		}
		out = append(out, titleWords(s.words(j, j+1))...)
	}
	return out
}

// heads gives what a name heads: "a delegation headed by X", "X, who leads the delegation".
func (s *state) heads(i int) []string {
	by := i - 1
	for by > 0 && i-by < 10 && s.items[by].kind == word && s.items[by].lower != "by" {
		by--
	}
	if by < 2 || s.items[by].lower != "by" {
		return nil
	}
	switch s.items[by-1].lower {
	case "headed", "led", "chaired":
	default:
		return nil
	}
	out := []string{"head"}
	for j := by - 2; j >= 0 && j > by-24 && s.items[j].lower != "."; j-- {
		if w := singular(s.items[j].lower); s.items[j].kind == word && sent[w] {
			return append(out, "of", w)
		}
		if it := s.items[j]; it.kind == name {
			for f := range strings.FieldsSeq(strings.ToLower(s.Parties[it.ref].Name)) {
				if sent[f] {
					return append(out, "of", f)
				}
			}
		}
	}
	return out
}

// sent are nouns of those who are sent under a head.
var sent = set(`mission delegation team group`)

// appointed gives the words after a name that say what it became: "was elected
// Landammann (Speaker)".
func (s *state) appointed(i int) []string {
	j := i + 1
	for j < len(s.items) && s.items[j].kind == word && (auxiliaries[s.items[j].lower] || between[s.items[j].lower] || strings.HasSuffix(s.items[j].lower, "ly")) {
		j++
	}
	if j >= len(s.items) || !appointments[s.items[j].lower] {
		return nil
	}
	var out []string
	for j++; j < len(s.items) && len(out) < 8; j++ {
		it := s.items[j]
		if it.lower == "(" || it.lower == ")" || it.lower == "as" {
			continue
		}
		if it.kind != word && it.kind != name || s.verbal(j) {
			break
		}
		out = append(out, titleWords(s.words(j, j+1))...)
	}
	return out
}

var appointments = set(`elected re-elected reelected appointed named chosen became becomes nominated confirmed designated`)

// verbal tells whether item i is surely a verb.
func (s *state) verbal(i int) bool {
	it := s.items[i]
	if it.kind != word {
		return false
	}
	f, ok := words().verbs[it.lower]
	return auxiliaries[it.lower] || ok && f.said && !f.noun && !f.base
}

// learnGender reads the honorifics before a name.
func (s *state) learnGender(party, i int) {
	for j := i - 1; j >= 0 && j >= i-6 && s.items[j].kind == word; j-- {
		w := strings.TrimSuffix(s.items[j].lower, ".")
		g, ok := honorifics[w]
		switch {
		case !ok:
			return
		case g != unknown:
			s.genders[party] = g
		case j+1 < i && w == "his" && (s.items[j+1].lower == "excellency" || s.items[j+1].lower == "royal" || s.items[j+1].lower == "majesty"):
			s.genders[party] = male
		case j+1 < i && w == "her" && (s.items[j+1].lower == "excellency" || s.items[j+1].lower == "royal" || s.items[j+1].lower == "majesty"):
			s.genders[party] = female
		}
	}
}

// described resolves a definite description: the person with that title, else
// the body that the words are part of. head is its head noun, [head+1, stop)
// follow it, b ends the phrase.
func (s *state) described(a, head, stop, b, u int) ref {
	if s.items[head].kind != word {
		return none
	}
	whole := titleWords(s.words(head, head+1)) // "Secretary-General" is two words
	if len(whole) == 0 {
		return none
	}
	at := headWord(whole)
	noun := whole[at]
	if noun == "head" && head+2 < len(s.items) && s.items[head+1].lower == "of" && (s.items[head+2].lower == "state" || s.items[head+2].lower == "government") {
		noun = s.items[head+2].lower
		stop = min(head+3, b)
	}
	if anonymous[singular(noun)] {
		return none
	}
	mods := slices.Clone(whole[:at])
	for i := a; i < b; i++ {
		it := s.items[i]
		if i >= stop && (it.kind == punct || s.verbal(i)) {
			break
		}
		if i == head || it.kind == punct || it.kind == poss || i >= stop && it.kind == word && !it.upper {
			continue
		}
		for _, w := range titleWords(s.words(i, i+1)) {
			if !fillers[w] && !determiners[w] && w != noun {
				mods = append(mods, w)
			}
		}
	}
	country := s.countryOf(a, b, stop, &mods)
	best := s.answers(noun, mods, country, a, head, u)
	if best < 0 && country != "" && acting[noun] {
		best = s.onlyOf(country, a, u)
	}
	span := record.Span{Start: s.items[a].Start, End: s.items[stop-1].End}
	if best >= 0 {
		return ref{how: byTitle, party: best, span: span, via: s.lastMention(best, u)}
	}
	if p := s.bodyNamed(s.items[head].lower, mods, u); p >= 0 {
		return ref{how: byTitle, party: p, span: span, via: s.lastMention(p, u)}
	}
	return none
}

// acting are nouns of whoever acts for a state: "the representative of Chile".
var acting = set(`representative side counterpart peer official delegate participant`)

// onlyOf gives the one person whom the sentences shortly before item a name as a
// state's, or -1.
func (s *state) onlyOf(country string, a, u int) int {
	best := -1
	for p := range s.Parties {
		m := s.toldUnit(p, a, u)
		if !s.Parties[p].Person || m < 0 || m < u-reach || !slices.Contains(s.states[p], country) {
			continue
		}
		if best >= 0 {
			return -1
		}
		best = p
	}
	return best
}
