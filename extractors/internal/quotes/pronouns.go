package quotes

// pronoun resolves the pronoun at item i: to the subject of its sentence, of
// those before, or who spoke last.
func (s *state) pronoun(i, u int) ref {
	it := s.items[i]
	out := ref{how: byPronoun, party: -1, text: s.Text[it.Start:it.End], span: it.Span}
	var p ref
	switch it.lower {
	case "he", "him", "his":
		p = s.antecedent(i, u, male, true)
	case "she", "her":
		p = s.antecedent(i, u, female, true)
	case "it", "they", "them", "its":
		if r := s.textBefore(i, u); it.lower == "it" && r.ok() {
			return named(r, it.Span)
		}
		p = s.antecedent(i, u, unknown, false)
	case "who", "both":
		if p = s.relative(i, u); p.ok() {
			break
		}
		for j := i - 1; j >= s.units[u].first && j >= i-8; j-- {
			if s.items[j].kind == name {
				p = ref{how: byName, party: s.items[j].ref, span: s.items[j].Span}
				break
			}
		}
	}
	if !p.ok() {
		if it.lower == "they" || it.lower == "both" {
			out.how = byWords
			return out
		}
		return none
	}
	if g := pronounGender(it.lower); p.party >= 0 && s.genders[p.party] == unknown {
		s.genders[p.party] = g // the text calls this person "she": its next "he" is another
	}
	out.party, out.via = p.party, p.span
	if p.party < 0 {
		out.text = p.text
		if p.how == byWords && it.lower == "who" {
			return p
		}
	}
	if p.how == byPronoun || p.how == byTitle {
		out.via = p.via
	}
	return out
}

// relative resolves "who" at item i to a holder of a post that the text names no
// other way: "the Chairman of the Lake Council, who".
func (s *state) relative(i, u int) ref {
	b := i
	if b > s.units[u].first && s.items[b-1].lower == "," {
		b--
	}
	if b == s.units[u].first || s.items[b-1].kind != name || s.Parties[s.items[b-1].ref].Person {
		return none
	}
	a := b
	for a > s.units[u].first && a > b-maxLiteral && s.items[a-1].kind != punct && s.items[a-1].kind != quote && !s.verbal(a-1) && s.items[a-1].lower != "by" {
		a--
	}
	for a < b && !determiners[s.items[a].lower] {
		a++
	}
	if a == b {
		return none
	}
	head, _ := s.head(a, b)
	if head < 0 || s.items[head].kind != word || !humans[s.items[head].lower] {
		return none
	}
	return s.phrase(a, b, u)
}

func pronounGender(w string) gender {
	switch w {
	case "he", "him", "his":
		return male
	case "she", "her":
		return female
	}
	return unknown
}

// textBefore resolves "it" before a verb of texts ("It reads: ...") to who
// issued the text that the sentence before names.
func (s *state) textBefore(i, u int) ref {
	if i+1 >= len(s.items) || !words().verbs[s.items[i+1].lower].document || u == 0 {
		return none
	}
	prev := s.units[u-1]
	for j := prev.last - 1; j >= prev.first; j-- {
		if w := s.items[j]; w.kind == word && words().documents[singular(w.lower)] {
			return s.issuer(j, prev.first, prev.last, u-1)
		}
	}
	return none
}

// How far a reference looks; longer sentences are no language, and without
// bounds one without stops costs the cube of its length.
const (
	reach       = 8   // sentences that a pronoun looks back
	near        = 3   // of these, those whose subject is likelier meant than a nearer name
	maxBack     = 800 // items before its sentence that a pronoun looks back
	maxClause   = 200 // items in which a subject is looked for
	maxPronouns = 2   // pronouns of a sentence that are tried for its subject
	maxLookBack = 100 // items before a fragment in which its verb is looked for
	maxTexts    = 4   // earlier texts that are tried for the one quoted
	maxVerbs    = 6   // verbs before a fragment whose subjects are tried
)

// antecedent finds the person (or body) that a pronoun before item i can mean.
func (s *state) antecedent(i, u int, g gender, person bool) ref {
	fits := func(r ref) bool {
		if !r.ok() {
			return false
		}
		if r.party < 0 {
			return !person || r.how == byWords && false
		}
		return s.Parties[r.party].Person == person && (!person || s.agrees(r.party, g))
	}
	// the subject of the sentence, if it stands before
	if r := s.subjectBy(s.units[u].first, i, u, person, false); fits(r) {
		return r
	}
	for v := u - 1; person && v >= 0 && v >= u-near; v-- { // whom the sentences before are about, before whom they only name
		if t := s.topics[v]; fits(t) && s.units[u].paragraph-s.units[v].paragraph <= 2 {
			return t
		}
	}
	for v := u - 1; v >= 0 && v >= u-reach && s.units[v].last > s.units[u].first-maxBack; v-- {
		if t := s.topics[v]; person && fits(t) {
			return t
		} else if t := s.bodies[v]; !person && fits(t) {
			return t
		}
		if s.units[u].paragraph-s.units[v].paragraph > 1 {
			continue
		}
		for j := s.units[v].last - 1; j >= s.units[v].first; j-- {
			it := s.items[j]
			if it.kind != name || j+1 < s.units[v].last && s.items[j+1].kind == poss {
				continue
			}
			if r := (ref{how: byName, party: it.ref, span: it.Span}); fits(r) {
				return r
			}
		}
	}
	return none
}

// agrees is false where an honorific of the person tells the other sex.
func (s *state) agrees(party int, g gender) bool {
	known := s.genders[party]
	return g == unknown || known == unknown || known == g
}

// ofTwo resolves "the former" and "the latter" at item i to a person of the
// sentence before.
func (s *state) ofTwo(i, u int) ref {
	first := s.items[i].lower == "former"
	if !first && s.items[i].lower != "latter" || u == 0 {
		return none
	}
	out := none
	prev := s.units[u-1]
	for j := prev.first; j < prev.last; j++ {
		if it := s.items[j]; it.kind == name && s.Parties[it.ref].Person {
			out = ref{how: byPronoun, party: it.ref, span: s.items[i].Span, via: it.Span}
			if first {
				return out
			}
		}
	}
	return out
}

// subject gives the first party in the items [a, b) that is not governed by
// another phrase: by name, pronoun or title.
func (s *state) subject(a, b, u int, person bool) ref {
	return s.subjectBy(a, b, u, person, true)
}

// subjectBy is subject; with pronouns off it passes them over, which keeps a
// chain of pronouns from looking back at each other.
func (s *state) subjectBy(a, b, u int, person, pronouns bool) ref {
	a = s.skipAdjunct(a, b)
	b = min(b, a+maxClause)
	tries := 0
	for i := a; i < b; i++ {
		it := s.items[i]
		switch {
		case it.kind == name && s.Parties[it.ref].Person == person && !s.governed(i, a):
			if person && s.joined(i, b) {
				return none
			}
			return ref{how: byName, party: it.ref, span: it.Span}
		case it.kind != word:
		case person && (it.lower == "he" || it.lower == "she"), !person && it.lower == "it" && i == a:
			if tries++; !pronouns || tries > maxPronouns {
				break
			}
			if r := s.pronoun(i, u); r.ok() {
				return r
			}
		case it.lower == "the" && (i == a || !prepositions[s.items[i-1].lower]):
			head, stop := s.head(i, b)
			if head < 0 {
				break
			}
			if r := s.described(i, head, stop, b, u); r.ok() && r.party >= 0 && s.Parties[r.party].Person == person {
				return r
			}
		}
	}
	return none
}

// skipAdjunct gives the item after the phrases that open a sentence before its
// subject: "Conferring the degree, ...", "In Riga, on 4 May, ...", "On the visit
// of the Minister, X, to Riga, ...".
func (s *state) skipAdjunct(a, b int) int {
	for n := 0; n < 3 && a < b && s.adjunct(a); n++ {
		next := a
		for i := a; i < b && i < a+30 && s.items[i].kind != quote; i++ {
			if s.items[i].lower == "," {
				next = i + 1
				break
			}
		}
		if next == a {
			return a
		}
		if end := s.aside(next, b); end > next {
			next = end
		}
		a = next
	}
	return a
}

// aside gives the item behind a name in commas that explains the title before
// them, and what is left of that phrase; a where there is none.
func (s *state) aside(a, b int) int {
	if a+2 >= b || s.items[a].kind != name || s.items[a+1].lower != "," || a < 2 || s.items[a-2].kind != word || !s.items[a-2].upper {
		return a
	}
	for i := a + 2; i < b && i < a+16; i++ {
		switch it := s.items[i]; {
		case it.lower == ",":
			return i + 1
		case i == a+2 && !prepositions[it.lower], it.kind == quote, s.verbal(i):
			return a
		}
	}
	return a
}
