package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline/record"
)

// how a noun phrase names its party.
type how int

const (
	nobody      how = iota
	byName          // "Ana Lind", "the Lake Council"
	byPronoun       // "he"
	byTitle         // "the Ambassador"
	byDocument      // "the statement" of somebody
	byWords         // a party that the text names no other way: "the jury"
	carriedOver     // no words of its own: who spoke before
)

// ref is who a noun phrase stands for.
type ref struct {
	how   how
	party int         // -1 where no party of the source
	text  string      // the words, where party is -1
	span  record.Span // the words that name or stand for the party
	via   record.Span // where they only stand for it: a mention by name
}

var none = ref{party: -1}

func (r ref) ok() bool { return r.how != nobody }

// phrase resolves the noun phrase of the items [a, b) of unit u.
func (s *state) phrase(a, b, u int) ref {
	for a < b && s.items[a].kind == punct {
		a++
	}
	for b > a && s.items[b-1].kind == punct && s.items[b-1].lower != ")" {
		b--
	}
	if a >= b || s.depth > maxDepth {
		return none
	}
	s.depth++
	defer func() { s.depth-- }()
	if r := s.personIn(a, b, u); r.ok() {
		return r
	}
	head, stop := s.head(a, b)
	if head < 0 {
		if pronoun := s.items[b-1]; pronoun.kind == word && isPronoun(pronoun.lower) {
			return s.pronoun(b-1, u)
		}
		return none
	}
	if w := s.items[head]; w.kind == word && words().documents[singular(w.lower)] {
		if r := s.author(a, head, b, u); r.ok() {
			return r
		}
		if r := s.quotedBefore(singular(w.lower), u); r.ok() {
			return r
		}
	}
	if s.items[head].kind == name {
		it := s.items[head]
		if p := s.fuller(it.ref, u); p >= 0 {
			return ref{how: byTitle, party: p, span: it.Span, via: s.lastMention(p, u)}
		}
		return ref{how: byName, party: it.ref, span: it.Span}
	}
	if w := s.items[head]; w.kind == word && styles[w.lower] {
		return s.styled(head, u)
	}
	if w := s.items[head]; w.kind == word && (isPronoun(w.lower) || w.lower == "him" || w.lower == "them" || w.lower == "her" && b-a == 1) {
		return s.pronoun(head, u)
	}
	if r := s.ofTwo(head, u); r.ok() && head+1 == stop {
		return r
	}
	if r := s.described(a, head, stop, b, u); r.ok() {
		return r
	}
	if p := s.initials(head); p >= 0 {
		return ref{how: byName, party: p, span: s.items[head].Span}
	}
	if p := s.surname(head); p >= 0 {
		return ref{how: byName, party: p, span: s.items[head].Span}
	}
	if r := s.unnamed(a, head, stop, b, u); r.ok() {
		return r
	}
	return s.literal(a, b, head, stop)
}

// fuller gives the body that a name of one word takes up ("the City" for "City
// of Gothenburg", "PMO" for "Prime Minister's Office"), the last one named up to unit u, or -1.
func (s *state) fuller(p, u int) int {
	word := s.Parties[p].Name
	if q := s.initialsOf(word); q >= 0 {
		return q
	}
	best, last := -1, -1
	for q, party := range s.Parties {
		if party.Person || strings.Contains(word, " ") || !strings.HasPrefix(party.Name, word+" of ") {
			continue
		}
		if m := s.lastUnit(q, u); m > last {
			best, last = q, m
		}
	}
	return best
}

// unnamed resolves "the senator" that no post of the text answers to the
// person that the sentences before are about: a definite noun of one human
// being takes somebody up.
func (s *state) unnamed(a, head, stop, b, u int) ref {
	noun := s.items[head]
	if noun.kind != word || noun.upper && head == a || !humans[noun.lower] || s.items[a].lower != "the" || stop < b && s.items[stop].kind == word {
		return none
	}
	native := false // "the Ostrian envoy" may be new, but not where it is of one whose state nothing tells
	for i := a + 1; i < head; i++ {
		if s.items[i].kind != word || s.items[i].upper && (native || s.Country == nil || s.Country(s.words(i, i+1)) == "") {
			return none // "the NATO official" may be new
		}
		native = native || s.items[i].upper
	}
	p := s.antecedent(a, u, honorifics[noun.lower], true)
	if !p.ok() || p.party < 0 {
		return none
	}
	if native {
		if len(s.states[p.party]) > 0 || u == 0 || !s.topics[u-1].ok() || s.topics[u-1].party != p.party {
			return none
		}
	} else if len(s.Parties[p.party].Titles) > 0 && !vague[noun.lower] {
		return none // whoever has another post is not "the president"
	}
	out := ref{how: byTitle, party: p.party, span: record.Span{Start: s.items[a].Start, End: noun.End}, via: p.span}
	if p.via.Len() > 0 {
		out.via = p.via
	}
	return out
}

// surname gives the only person whose name ends in the word at i, but for its
// diacritics, or -1.
func (s *state) surname(i int) int {
	if !s.items[i].upper || s.items[i].kind != word {
		return -1
	}
	if s.surnames == nil {
		s.surnames = surnamesOf(s.Parties)
	}
	if p, ok := s.surnames[plainLetters(s.items[i].lower)]; ok {
		return p
	}
	return -1
}

// surnamesOf gives the person with a last name in plain letters, -1 where
// several have it.
func surnamesOf(parties []Party) map[string]int {
	of := map[string]int{}
	for p, party := range parties {
		names := strings.Fields(party.Name)
		if !party.Person || len(names) == 0 {
			continue
		}
		w := plainLetters(strings.ToLower(names[len(names)-1]))
		if _, twice := of[w]; twice {
			p = -1
		}
		of[w] = p
	}
	return of
}

// plainLetters folds the diacritics that transcriptions drop.
var plain = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ā", "a", "ą", "a", "ă", "a", "ə", "a",
	"ç", "c", "ć", "c", "č", "c", "ď", "d", "đ", "d", "é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ę", "e", "ě", "e", "ğ", "g", "ģ", "g",
	"í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "ı", "i", "ķ", "k", "ł", "l", "ļ", "l", "ľ", "l", "ñ", "n", "ń", "n", "ň", "n", "ņ", "n",
	"ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ő", "o", "ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ť", "t", "ț", "t", "ţ", "t",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z")

func plainLetters(w string) string { return plain.Replace(w) }

// styles are words that stand for a person as a pronoun does: "His Excellency".
var styles = set(`excellency highness majesty holiness lordship honour honor grace eminence beatitude`)

// styled resolves "His Excellency" at head as the pronoun would be.
func (s *state) styled(head, u int) ref {
	g := unknown
	for i := head - 1; i >= 0 && i >= head-3; i-- {
		switch s.items[i].lower {
		case "his":
			g = male
		case "her":
			g = female
		}
	}
	p := s.antecedent(head, u, g, true)
	if !p.ok() {
		return none
	}
	out := ref{how: byPronoun, party: p.party, text: p.text, span: s.items[head].Span, via: p.span}
	if p.via.Len() > 0 {
		out.via = p.via
	}
	return out
}

// initials gives the body whose initials the word at i is ("PMO"), or -1.
func (s *state) initials(i int) int { return s.initialsOf(s.Text[s.items[i].Start:s.items[i].End]) }

func (s *state) initialsOf(w string) int {
	if len(w) < 2 || len(w) > 8 || strings.ToUpper(w) != w {
		return -1
	}
	for p, party := range s.Parties {
		if party.Person {
			continue
		}
		var in strings.Builder
		for _, f := range strings.FieldsFunc(party.Name, func(r rune) bool { return r == ' ' || r == '-' }) {
			if c, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(c) {
				in.WriteRune(c)
			}
		}
		if in.String() == w {
			return p
		}
	}
	return -1
}

// personIn gives the person that a noun phrase is headed by, if it names one.
func (s *state) personIn(a, b, u int) ref {
	best := -1
	for i := a; i < b; i++ {
		if s.items[i].kind != name || !s.Parties[s.items[i].ref].Person || s.governed(i, a) {
			continue
		}
		if best < 0 || !s.leads(best, a) {
			best = i
		}
	}
	if last := s.items[b-1]; best < 0 && last.kind == name && s.Parties[last.ref].Person && s.adjunct(a) && !s.titled(b-1, a) {
		best = b - 1 // "Speaking to the Daily Star X said"
	}
	if best < 0 {
		return none
	}
	it := s.items[best]
	if p := s.sharesSurname(it); p >= 0 {
		return ref{how: byTitle, party: p, span: it.Span, via: s.lastMention(p, u)}
	}
	return ref{how: byName, party: it.ref, span: it.Span}
}

// sharesSurname gives who a bare surname that several people have stands for:
// of them the one whose words were quoted last; -1 where it needs no choice.
func (s *state) sharesSurname(it item) int {
	word := s.Text[it.Start:it.End]
	if strings.ContainsAny(word, " .") || !strings.HasSuffix(s.Parties[it.ref].Name, " "+word) {
		return -1
	}
	for k := len(s.spoke) - 1; k >= 0 && k >= len(s.spoke)-reach; k-- {
		if p := s.spoke[k]; strings.HasSuffix(s.Parties[p].Name, " "+word) {
			if p == it.ref {
				return -1
			}
			return p
		}
	}
	return -1
}

// adjunct tells whether the item can open a phrase in front of the subject.
func (s *state) adjunct(a int) bool {
	w := s.items[a]
	return w.kind == word && (strings.HasSuffix(w.lower, "ing") || strings.HasSuffix(w.lower, "ed") || prepositions[w.lower])
}

// titled is true for a name with no more than titles between it and a
// preposition: "aide to President X".
func (s *state) titled(i, a int) bool {
	for i--; i >= a && s.items[i].kind == word; i-- {
		w := s.items[i].lower
		if prepositions[w] {
			return true
		}
		if _, title := honorifics[strings.TrimSuffix(w, ".")]; !title {
			return false
		}
	}
	return false
}

// leads is true for a name with nothing but titles before it in its phrase.
func (s *state) leads(i, a int) bool {
	for i--; i >= a; i-- {
		if it := s.items[i]; it.kind != word || conjunctions[it.lower] || prepositions[it.lower] {
			return false
		}
	}
	return true
}

// governed is true for a name that is only part of a phrase about somebody
// else: before 's, after a preposition with no more than titles between, or
// after one that brings an actor or a partner ("chaired by historian X").
func (s *state) governed(i, a int) bool {
	if i+1 < len(s.items) && s.items[i+1].kind == poss {
		return true
	}
	titles := true
	for i--; i >= a && (s.items[i].kind == word || s.items[i].kind == name); i-- {
		w := s.items[i].lower
		if prepositions[w] {
			return titles || partners[w]
		}
		if s.verbal(i) || conjunctions[w] && w != "and" {
			return false
		}
		if _, title := honorifics[strings.TrimSuffix(w, ".")]; !title && w != "the" {
			titles = false
		}
	}
	return false
}

// partners are the prepositions before those whom a clause is not about.
var partners = set(`by with to against between among`)

// joined is true for the first of several people of one phrase ("X and Y"),
// whom no singular pronoun can mean.
func (s *state) joined(i, b int) bool {
	and := false
	for j := i + 1; j < b && j < i+20; j++ {
		switch it := s.items[j]; {
		case it.kind == name && s.Parties[it.ref].Person:
			return and && it.ref != s.items[i].ref
		case it.kind == quote, it.kind == punct && !strings.Contains(",()", it.lower), s.verbal(j):
			return false
		case it.lower == "and":
			and = true
		}
	}
	return false
}

// head finds the head noun of a noun phrase without a person's name, and where
// the words that go with it end. -1 where the phrase has no noun.
func (s *state) head(a, b int) (head, stop int) {
	start := a
	for i := a; i < b; i++ {
		if s.items[i].kind == poss {
			start = i + 1
		}
		if it := s.items[i]; i > a && (it.kind == word && (prepositions[it.lower] || conjunctions[it.lower]) || s.verbal(i)) || it.kind == punct {
			break
		}
	}
	for start < b && s.items[start].kind == word && (determiners[s.items[start].lower] || prepositions[s.items[start].lower]) && !(start == b-1) {
		start++
	}
	stop = start
	for stop < b {
		it := s.items[stop]
		if it.kind == punct || it.kind == quote || it.kind == poss || it.kind == word && (prepositions[it.lower] || conjunctions[it.lower]) || stop > start && (s.verbal(stop) || s.past(stop, b)) {
			break
		}
		stop++
	}
	if stop == start {
		return -1, start
	}
	// "part of the statement", "members of the jury": the whole is meant
	if w := s.items[stop-1].lower; (w == "part" || w == "parts" || w == "text" || w == "both") && stop+1 < b && s.items[stop].lower == "of" {
		return s.head(stop+1, b)
	}
	return stop - 1, stop
}

// past tells a verb in the past that no list of speech holds, before what it
// governs: "the president talked about", "the premier met the".
func (s *state) past(i, b int) bool {
	if it := s.items[i]; !pastForm(it) && !(it.kind == word && irregular[it.lower]) {
		return false
	}
	if i+1 >= b {
		return false
	}
	next := s.items[i+1]
	if next.kind == word && prepositions[next.lower] {
		return true
	}
	for j := b; j < len(s.items) && j < b+2; j++ {
		if s.items[j].lower == "who" || s.items[j].lower == "which" {
			return false // the clause is about what the verb governs
		}
	}
	return next.kind == name || next.kind == word && determiners[next.lower]
}

var irregular = set(`spoke met held gave made took went came saw left led sent laid paid drew brought found`)

const maxLiteral = 10 // words of a party that is named by description only

// literal takes the words of a phrase for the name of a party that is named no other way.
func (s *state) literal(a, b, head, stop int) ref {
	start := head
	for start > a && s.items[start-1].kind != punct && s.items[start-1].kind != quote {
		it := s.items[start-1]
		if it.kind == word && (determiners[it.lower] || prepositions[it.lower] || conjunctions[it.lower] || auxiliaries[it.lower]) {
			break
		}
		start--
	}
	end := stop
	vague := anonymous[singular(s.items[head].lower)] || synonyms[s.items[head].lower] == "speakerfor"
	if end < b && (s.items[end].lower == "of" || vague && at[s.items[end].lower]) { // "residents of Bishkek", "head of the delegation"
		end++
		for end < b && s.items[end].kind != punct && s.items[end].kind != quote && !(s.items[end].kind == word && prepositions[s.items[end].lower] && s.items[end].lower != "of") {
			end++
		}
	}
	if given := s.capitals(head, start); given > start && given < head && end == stop {
		start = given // "a visibly angry Ana Lind": a name that the text gives once
	}
	span := record.Span{Start: s.items[start].Start, End: s.items[end-1].End}
	text := strings.TrimSpace(s.Text[span.Start:span.End])
	if timeOnly(text) {
		return none
	}
	if w := s.items[end-1].lower; end-start > maxLiteral || !strings.ContainsFunc(text, letter) || between[w] || strings.Contains(w, "'") || end-1 == start && strings.HasSuffix(w, "ly") && !s.items[start].upper {
		return none
	}
	return ref{how: byWords, party: -1, text: text, span: span}
}

// at are prepositions that tell where somebody without a name works.
var at = set(`in at for from within`)

// capitals gives where the run of words with capitals that ends in head begins.
func (s *state) capitals(head, start int) int {
	for head >= start && s.items[head].kind == word && s.items[head].upper {
		head--
	}
	return head + 1
}

// singular folds the number of a noun, roughly.
func singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return strings.TrimSuffix(w, "s")
	}
	return w
}
