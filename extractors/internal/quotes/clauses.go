package quotes

import (
	"strings"
)

// after reads the words after a quote: "..., said X", "..., X said",
// "..., according to X", "...” – X". Items (q, hi) are free of quotes.
func (s *state) after(q, hi, u int) (ref, string) {
	i := q + 1
	for i < hi && s.items[i].kind == punct && (s.items[i].lower == "," || isDash(s.items[i].lower)) {
		if isDash(s.items[i].lower) {
			if r := s.signature(i+1, hi, u); r.ok() {
				return r, Signed
			}
		}
		i++
	}
	if i+1 < hi && q == s.units[u].first && s.items[i].lower == ":" && s.items[i+1].kind == name {
		return s.phrase(i+1, i+2, u), Colon // a heading: “Ready to go”: the Ministry
	}
	for i < hi && s.items[i].kind == word && (s.items[i].lower == "as" || s.items[i].lower == "so" || strings.HasSuffix(s.items[i].lower, "ly")) {
		i++
	}
	if i >= hi {
		return none, ""
	}
	if a := s.accordingTo(i, hi); a > 0 {
		return s.phrase(a, s.phraseEnd(a, hi), u), AccordingTo
	}
	if s.says(i, s.units[u]) && !s.passive(i, q+1) {
		return s.inverted(i+1, hi, u), AfterQuote
	}
	v := i
	for v < hi && v < i+30 && !(s.says(v, s.units[u]) || s.quotedAs(v, hi)) {
		v++
	}
	if v >= hi || v >= i+30 || s.passive(v, i) && !s.quotedAs(v, hi) {
		return s.unlisted(q, i, hi, u), AfterQuote
	}
	if s.quotedAs(v, hi) && !s.passive(v, i) {
		return s.quotedSpeaker(v, hi, u), AfterQuote
	}
	if s.items[v-1].lower == "," && v+1 < hi && !heard[s.items[v].lower] && (s.items[v+1].upper || s.items[v+1].kind == word && determiners[s.items[v+1].lower]) {
		return s.inverted(v+1, hi, u), AfterQuote // “...” even there, said X
	}
	a, b := s.leftPhrase(v, i)
	if a > i && !s.onlyAdverbs(i, a) {
		return none, ""
	}
	return s.phrase(a, b, u), AfterQuote
}

// unlisted reads a verb that no list holds beside a quote that goes on with a
// comma or ends as a sentence: there any verb tells of speech ("...,” confided
// X", "...,” the mayor manifested").
func (s *state) unlisted(q, i, hi, u int) ref {
	text := strings.TrimSpace(s.text(q))
	last := text[max(0, len(text)-1):]
	if !strings.ContainsAny(last, ",?!") && !(i > q+1 && s.items[q+1].lower == ",") || q != s.units[u].first && !sentenceLike(text) {
		return none
	}
	end := s.phraseEnd(i, hi)
	if end > i+12 || end < i+2 {
		return none
	}
	if pastForm(s.items[i]) {
		return s.inverted(i+1, hi, u)
	}
	for v := end - 1; v > i && v > end-4; v-- {
		if pastForm(s.items[v]) && (s.items[v-1].kind == name || isPronoun(s.items[v-1].lower) || determiners[s.items[i].lower]) {
			return s.phrase(i, v, u)
		}
	}
	for v := i + 1; v < end && v < i+9; v++ { // "...,” the head of state outlined the next point"
		if !pastForm(s.items[v]) {
			continue
		}
		if r := s.phrase(i, v, u); r.how != byWords {
			return r
		}
		break
	}
	return none
}

// heard are verbs whose object is who listens, never who speaks.
var heard = set(`told tells informed assured reminded`)

// pastForm is true for a word in small letters that looks like a regular past.
func pastForm(it item) bool {
	return it.kind == word && !it.upper && len(it.lower) > 4 && strings.HasSuffix(it.lower, "ed")
}

// quotedSpeaker resolves who is quoted in "the agency quoted X as saying".
func (s *state) quotedSpeaker(v, hi, u int) ref {
	for i := v + 1; i < hi; i++ {
		if s.items[i].lower == "as" {
			return s.phrase(v+1, i, u)
		}
	}
	return none
}

func isDash(w string) bool { return w == "–" || w == "—" || w == "-" || w == "--" }

// signature is the name after a dash that ends a sentence: “...” – X, minister.
func (s *state) signature(a, hi, u int) ref {
	for i := a; i < hi && i < a+8; i++ {
		if s.items[i].kind == name && s.Parties[s.items[i].ref].Person {
			for j := i + 1; j < hi; j++ {
				if s.verbal(j) {
					return none
				}
			}
			return s.phrase(a, i+1, u)
		}
		if s.items[i].kind != word {
			break
		}
	}
	return none
}

// accordingTo gives the item after "according to" or "in the words of" at i, or 0.
func (s *state) accordingTo(i, hi int) int {
	if i+2 >= hi {
		return 0
	}
	a, b := s.items[i].lower, s.items[i+1].lower
	if a == "according" && b == "to" || a == "words" && b == "of" && i > 1 && s.items[i-2].lower == "in" {
		return i + 2
	}
	return 0
}

// phraseEnd gives where a noun phrase that begins at a ends: before a mark, a
// verb, a conjunction, or a preposition other than of, for and from.
func (s *state) phraseEnd(a, hi int) int {
	i := a
	for i < hi {
		it := s.items[i]
		if it.kind == punct && it.lower != "-" && it.lower != "/" || it.kind == quote || i > a && s.verbal(i) {
			break
		}
		if it.kind == word && i > a && (conjunctions[it.lower] || prepositions[it.lower] && it.lower != "of" && it.lower != "for" && it.lower != "from" && it.lower != "by") {
			break
		}
		i++
	}
	return i
}

// inverted resolves the subject after a verb: "said X", "said the Director of
// Ports, X", "runs a letter of the Harbour Board".
func (s *state) inverted(a, hi, u int) ref {
	for a < hi && (s.items[a].lower == "also" || s.items[a].lower == "then") {
		a++
	}
	if a >= hi || s.items[a].kind == punct || s.items[a].kind == word && prepositions[s.items[a].lower] {
		return none
	}
	b := s.phraseEnd(a, hi)
	if !s.personIn(a, b, u).ok() && b < hi && s.items[b].lower == "," {
		c := s.phraseEnd(b+1, hi)
		if r := s.personIn(b+1, c, u); r.ok() && s.leads(s.itemAt(r, b+1, c), b+1) {
			return r
		}
	}
	return s.phrase(a, b, u)
}

func (s *state) itemAt(r ref, a, b int) int {
	for i := a; i < b; i++ {
		if s.items[i].Span == r.span {
			return i
		}
	}
	return a
}

// onlyAdverbs is true where nothing in [a, b) belongs to a clause of its own.
func (s *state) onlyAdverbs(a, b int) bool {
	for ; a < b; a++ {
		if it := s.items[a]; it.kind == punct && it.lower != "," && it.lower != "(" && it.lower != ")" || s.verbal(a) || it.lower == "and" || it.lower == "but" {
			return false
		}
	}
	return true
}

// leftPhrase gives the items of the subject before the verb v, not before lo.
func (s *state) leftPhrase(v, lo int) (a, b int) {
	b = v
	for b > lo && s.items[b-1].kind == word && (between[s.items[b-1].lower] || strings.HasSuffix(s.items[b-1].lower, "ly")) && !isSubjectPronoun(s.items[b-1].lower) {
		b--
	}
	if b <= lo {
		return b, b
	}
	if last := s.items[b-1]; last.kind == punct && (last.lower == "," || last.lower == ")" || isDash(last.lower)) {
		return s.clauseStart(lo, b-1), b
	}
	a = b
	for a > lo {
		it := s.items[a-1]
		if it.kind == punct || it.kind == quote || s.verbal(a-1) && !between[it.lower] {
			break
		}
		if it.kind == word && conjunctions[it.lower] {
			break
		}
		a--
	}
	return a, b
}

func isSubjectPronoun(w string) bool { return w == "he" || w == "she" || w == "it" || w == "they" }

// clauseStart gives where the clause with an apposition or a parenthesis before
// its verb begins: after the last colon, semicolon, quote or "that" before b,
// past a phrase in front of the subject.
func (s *state) clauseStart(lo, b int) int {
	a := lo
	for i := lo; i < b; i++ {
		it := s.items[i]
		if it.kind == quote || it.lower == ";" || it.lower == ":" || it.kind == word && it.lower == "that" {
			a = i + 1
		}
	}
	for a < b && s.items[a].kind == punct {
		a++
	}
	if next := s.skipAdjunct(a, b); next < b && s.hasNoun(next, b) {
		return next
	}
	return a
}

func (s *state) hasNoun(a, b int) bool {
	for ; a < b; a++ {
		if it := s.items[a]; it.kind == name || it.kind == word && (isPronoun(it.lower) || determiners[it.lower] || it.upper) {
			return true
		}
	}
	return false
}

// passive tells whether the participle at v has a form of be before it.
func (s *stream) passive(v, lo int) bool {
	f := words().verbs[s.items[v].lower]
	if !f.past {
		return false
	}
	for i := v - 1; i >= lo && i >= v-3; i-- {
		it := s.items[i]
		if it.kind != word {
			return false
		}
		if beForms[it.lower] {
			return true
		}
		if !strings.HasSuffix(it.lower, "ly") && !between[it.lower] && it.lower != "not" {
			return false
		}
	}
	return false
}

// before reads the words right before a quote: "X said: ", "he added that ",
// "X told reporters, ", "according to X, ", "X: ".
func (s *state) before(lo, q, u int) (ref, string) {
	j := q - 1
	colon := false
	for j >= lo && (s.items[j].kind == punct && (s.items[j].lower == ":" || s.items[j].lower == "," || isDash(s.items[j].lower)) || s.items[j].lower == "that") {
		colon = colon || s.items[j].lower == ":"
		j--
	}
	if j < lo {
		return none, ""
	}
	if j > lo && (s.items[j].lower == "it" || s.items[j].lower == "this") && words().verbs[s.items[j-1].lower].past {
		j-- // "as X put it"
	}
	if f, ok := words().verbs[s.items[j].lower]; ok && f.said && s.items[j].kind == word {
		if r := s.subjectOf(j, f, lo, q, u); r.ok() {
			return r, BeforeQuote
		}
	}
	if a := s.lastAccording(lo, j+1); a > 0 && s.phraseEnd(a, q) >= j {
		if r := s.phrase(a, s.phraseEnd(a, q), u); r.ok() {
			return r, AccordingTo
		}
	}
	if !colon {
		if s.items[q-1].lower == "," && sentenceLike(s.text(q)) { // "X addressed the doubters, “...”"
			return s.subject(s.units[u].first, q, u, true), BeforeQuote
		}
		return none, ""
	}
	for i := j; i >= s.units[u].first && i > j-maxLookBack; i-- {
		if f, ok := words().verbs[s.items[i].lower]; ok && f.said && s.items[i].kind == word && (f.ing || f.base || s.says(i, s.units[u])) {
			if r := s.subjectOf(i, f, s.units[u].first, q, u); r.ok() {
				return r, BeforeQuote
			}
		}
	}
	if r := s.phrase(lo, j+1, u); r.ok() && r.how != byWords {
		return r, Colon
	}
	return s.subject(s.units[u].first, q, u, true), Colon
}

func (s *state) lastAccording(lo, hi int) int {
	for i := hi - 1; i >= lo; i-- {
		if a := s.accordingTo(i, hi); a > 0 {
			return a
		}
	}
	return 0
}

// subjectOf resolves the subject of the verb at v, whose clause begins at lo.
func (s *state) subjectOf(v int, f verbForm, lo, q, u int) ref {
	prev := item{kind: punct}
	if v > lo {
		prev = s.items[v-1]
	}
	for i := v - 1; f.ing && i >= lo && i >= v-8; i-- {
		if s.items[i].lower == "quoted" && !s.passive(i, lo) {
			return s.quotedSpeaker(i, q, u)
		}
	}
	switch {
	case s.quotedAs(v, q), !s.passive(v, lo):
	default:
		return s.byPhrase(v+1, q, u)
	}
	if f.ing && !beForms[prev.lower] || f.base && !f.past && prev.kind == word && !isPronoun(prev.lower) {
		if r := s.mainSubject(v, u); r.ok() {
			return r
		}
		return none
	}
	if prev.kind == word && determiners[prev.lower] && !isPronoun(prev.lower) {
		return none // "the claim", "his stated aim"
	}
	a, b := s.leftPhrase(v, lo)
	if a >= b && f.past { // "..., and added", "who said"
		return s.mainSubject(v, u)
	}
	if r := s.phrase(a, b, u); r.ok() {
		return r
	}
	return s.mainSubject(v, u)
}

// byPhrase resolves the agent of a passive: "was described by X as".
func (s *state) byPhrase(a, hi, u int) ref {
	for i := a; i < hi && i < a+12; i++ {
		if s.items[i].lower == "by" && s.items[i].kind == word {
			return s.phrase(i+1, s.phraseEnd(i+1, hi), u)
		}
	}
	return none
}

// mainSubject resolves the subject of the sentence up to item i: who has
// spoken in it already, else its first person, else its first body.
func (s *state) mainSubject(i, u int) ref {
	for j := i - 1; j >= s.units[u].first && j > i-maxClause; j-- {
		if s.items[j].kind == quote && s.said[s.items[j].ref].ok() {
			return carried(s.said[s.items[j].ref])
		}
	}
	first := s.units[u].first
	person, body := s.subject(first, i, u, true), s.subject(first, i, u, false)
	if person.ok() && (!body.ok() || person.span.Start < body.span.Start || person.how == byName) {
		return person
	}
	if body.ok() {
		return body
	}
	a := s.skipAdjunct(first, i)
	r := s.phrase(a, s.phraseEnd(a, i), u)
	return r
}
