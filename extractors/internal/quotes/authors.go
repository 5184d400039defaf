package quotes

import (
	"strings"

	"readout/pipeline/record"
)

// clause reads a fragment within a sentence: the nearest verb or noun of
// speech before it has the speaker for its subject or owner.
func (s *state) clause(q, u int) (ref, string) {
	lo := max(s.units[u].first, q-maxLookBack)
	verbs := 0
	for i := q - 1; i >= lo && verbs < maxVerbs; i-- {
		it := s.items[i]
		if it.kind == quote && s.said[it.ref].ok() {
			break // the same one speaks on
		}
		if it.kind != word {
			continue
		}
		if a := s.accordingTo(i, q); a > 0 {
			return s.phrase(a, s.phraseEnd(a, q), u), AccordingTo
		}
		if r := s.owner(i, lo, u); r.ok() {
			return r, SayNoun
		}
		if stances[it.lower] && i > lo && s.items[i-1].kind == word && beForms[s.items[i-1].lower] {
			if a, b := s.leftPhrase(i, lo); a < b {
				if r := s.phrase(a, b, u); s.plausible(r) {
					return r, Clause
				}
			}
		}
		f, ok := words().verbs[it.lower]
		if !ok || f.direct || i > lo && s.items[i-1].kind == word && determiners[s.items[i-1].lower] && !isPronoun(s.items[i-1].lower) {
			continue
		}
		if f.base && !f.past && !(i > lo && s.items[i-1].kind == word && (s.items[i-1].lower == "to" || auxiliaries[s.items[i-1].lower] || isPronoun(s.items[i-1].lower))) {
			continue
		}
		if f.noun && !f.past && !(i > lo && (s.items[i-1].kind == name || isPronoun(s.items[i-1].lower))) {
			continue
		}
		if f.past && s.reduced(i, q) {
			if r := s.byPhrase(i+1, q, u); r.ok() {
				return r, Clause
			}
			continue
		}
		verbs++
		if r := s.subjectOf(i, f, lo, q, u); s.plausible(r) {
			return r, Clause
		}
	}
	return none, ""
}

// reduced is true for a participle that only belongs to a noun: "a plan called “X”".
func (s *state) reduced(i, q int) bool {
	switch s.items[i].lower {
	case "called", "named", "dubbed", "termed", "described", "labelled", "branded", "known", "considered", "seen", "regarded":
	default:
		return false
	}
	next := s.items[i+1]
	return (i+1 == q || next.lower == "as" || next.lower == "by") && !(s.items[i-1].kind == name || isPronoun(s.items[i-1].lower))
}

// owner resolves the owner of a noun of speech at i: "the Court's unanimous finding".
func (s *state) owner(i, lo, u int) ref {
	if !words().sayNouns[s.items[i].lower] {
		return none
	}
	for j := i - 1; j >= lo && j >= i-4; j-- {
		it := s.items[j]
		switch {
		case it.kind == poss:
			a := j
			for a > lo && s.items[a-1].kind != punct && s.items[a-1].kind != quote && !s.verbal(a-1) && !(s.items[a-1].kind == word && (prepositions[s.items[a-1].lower] && s.items[a-1].lower != "of" || conjunctions[s.items[a-1].lower])) {
				a--
			}
			return s.possessor(a, j, u)
		case it.kind != word, prepositions[it.lower], conjunctions[it.lower], s.verbal(j):
			return none
		case it.lower == "his":
			return s.antecedent(j, u, male, true)
		case it.lower == "her":
			return s.antecedent(j, u, female, true)
		case it.lower == "its":
			return s.antecedent(j, u, unknown, false)
		case determiners[it.lower]:
			return none
		}
	}
	return none
}

// possessor resolves the items [a, b) before a possessive mark.
func (s *state) possessor(a, b, u int) ref {
	if last := s.items[b-1]; last.kind == name {
		return ref{how: byName, party: last.ref, span: last.Span}
	}
	for i := b - 1; i >= a; i-- {
		if s.items[i].kind == word && determiners[s.items[i].lower] {
			a = i
			break
		}
	}
	return s.phrase(a, b, u)
}

// clauseEnd reads a tag at the end of the sentence of a fragment: "..., X said."
func (s *state) clauseEnd(q, hi, u int) ref {
	for v := hi - 1; v > q; v-- {
		if !s.says(v, s.units[u]) || s.passive(v, q+1) {
			continue
		}
		comma := v
		for comma > q && s.items[comma].lower != "," && s.items[comma].kind != quote {
			comma--
		}
		if comma <= q {
			return none
		}
		a, b := s.leftPhrase(v, comma+1)
		if a == comma+1 {
			return s.phrase(a, b, u)
		}
		return none
	}
	return none
}

// author resolves who issued the text that the noun at head names ("the
// statement", "an email of the ministry"), within the phrase [a, b).
func (s *state) author(a, head, b, u int) ref {
	span := s.items[head].Span
	if r := s.issuer(head, a, b, u); r.ok() {
		return r
	}
	if s.authoring { // a text of a text: one step back is enough
		return none
	}
	s.authoring = true
	defer func() { s.authoring = false }()
	noun, tries := singular(s.items[head].lower), 0
	for pass := 0; pass < 2; pass++ {
		for i, v := a-1, u; i >= 0 && i > a-400; i-- {
			for i < s.units[v].first {
				v--
			}
			w := s.items[i]
			if w.kind != word || !words().documents[singular(w.lower)] || pass == 0 && singular(w.lower) != noun {
				continue
			}
			if tries++; tries > maxTexts {
				return none
			}
			if r := s.issuer(i, s.units[v].first, s.units[v].last, v); r.ok() {
				return named(r, span)
			}
			if r := s.sayerOf(v); r.ok() && (i > 0 && (s.items[i-1].kind == word)) {
				return named(r, span)
			}
		}
	}
	return none
}

// named makes a party found elsewhere the one that the words of span stand for.
func named(r ref, span record.Span) ref {
	if r.via.Len() == 0 {
		r.via = r.span
	}
	r.span = span
	if r.party >= 0 {
		r.how = byDocument
	}
	return r
}

// issuer reads who issued a text from the words beside its noun: "a statement
// of X", "X's statement", "the X statement".
func (s *state) issuer(head, lo, hi, u int) ref {
	if i := head + 1; i+1 < hi && s.items[i].kind == word && (s.items[i].lower == "of" || s.items[i].lower == "by" || s.items[i].lower == "from" || s.items[i].lower == "issued") {
		if s.items[i].lower == "issued" {
			i++
		}
		end := s.phraseEnd(i+1, hi)
		if r := s.phrase(i+1, end, u); r.ok() && !(r.how == byWords && timeWord(r.text)) {
			return r
		}
	}
	for i := head - 1; i >= lo && i >= head-4; i-- {
		it := s.items[i]
		if it.kind == poss && i > lo {
			return s.possessor(max(lo, i-6), i, u)
		}
		if it.kind == name {
			return ref{how: byName, party: it.ref, span: it.Span}
		}
		if it.kind != word || prepositions[it.lower] || conjunctions[it.lower] || s.verbal(i) {
			break
		}
		if it.lower == "his" {
			return s.antecedent(i, u, male, true)
		}
		if it.lower == "her" {
			return s.antecedent(i, u, female, true)
		}
		if it.lower == "its" {
			return s.antecedent(i, u, unknown, false)
		}
	}
	return none
}

var times = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december today yesterday week month year day`)

// timeOnly tells words that are nothing but a time: "9 February 2021".
func timeOnly(text string) bool {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if w = strings.Trim(w, ".,"); !times[w] && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}

func timeWord(text string) bool {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if times[strings.Trim(w, ".,")] {
			return true
		}
	}
	return false
}

// sayerOf resolves the subject of the first verb of speech of a unit.
func (s *state) sayerOf(u int) ref {
	unit, tries := s.units[u], 0
	for v := unit.first; v < unit.last && v < unit.first+maxClause; v++ {
		if s.says(v, unit) && !s.passive(v, unit.first) {
			if tries++; tries > 3 {
				break
			}
			a, b := s.leftPhrase(v, unit.first)
			if r := s.phrase(a, b, u); r.ok() && s.plausible(r) {
				return r
			}
		}
	}
	return none
}

// quotedBefore gives who spoke in the text that an earlier sentence quotes and
// names with the same noun: "X said in a statement: “...” ... The statement
// added: “...”".
func (s *state) quotedBefore(noun string, u int) ref {
	for v := u - 1; v >= 0 && v >= u-reach; v-- {
		qs := s.quoteItems(s.units[v])
		if len(qs) == 0 {
			continue
		}
		r := s.said[s.items[qs[len(qs)-1]].ref]
		if !r.ok() {
			continue
		}
		for i := s.units[v].first; i < s.units[v].last; i++ {
			if singular(s.items[i].lower) == noun {
				return carried(r)
			}
		}
	}
	return none
}
