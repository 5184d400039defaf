package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/record"
)

// indirect gives the party between a verb and its noun: "paid him a visit".
func (f *finder) indirect(from, to int) []Party {
	if from >= to {
		return nil
	}
	ps, _, _ := f.read(from, to, "participant-object", f.Tokens[from].Sentence)
	return ps
}

// possessor gives the parties that own the noun phrase at start: "President
// X's meeting", "their talks".
func (f *finder) possessor(start, s int) []Party {
	i := start - 1
	if i < f.Sentences[s].First {
		return nil
	}
	w := f.W(i)
	if by := f.seek(start+1, min(start+14, f.Sentences[s].Last), true, "by"); w.Class != clauses.Poss && by >= 0 && f.Is(by-2, "visit", "visits") { // "the visit by X to Y"
		ps, _, _ := f.read(by, f.Sentences[s].Last, "participant-possessor", s)
		return onlyPersons(ps)
	}
	if w.Class != clauses.Poss && !(w.Class == clauses.Quote && strings.HasSuffix(f.W(i-1).Low, "s")) {
		if m, at, end := f.MentionAt(i); m != nil && end == start && f.Heading[s] { // "President X Call with Y"
			return f.owners(at, end, s)
		}
		return nil
	}
	if w.Low != "'s" && w.Class == clauses.Poss {
		if p, ok := f.star(w.Low); ok {
			return []Party{p}
		}
		return f.before(s, i, w.Low)
	}
	return f.owners(f.ownerStart(i, s), i, s)
}

// star gives the person who takes part in all encounters told so far, two or
// more: whose programme the page tells.
func (f *finder) star(low string) (Party, bool) {
	if len(f.list) < 2 || low == "their" || low == "its" {
		return Party{}, false
	}
	for _, p := range f.list[0].Parties {
		if p.Kind != PersonParty || !f.agrees(p.Ref, low) {
			continue
		}
		all := true
		for _, e := range f.list {
			all = all && hasParty(e.Parties, p)
		}
		if all {
			p.Rule = "participant-possessor"
			return p, true
		}
	}
	return Party{}, false
}

func (f *finder) owners(first, last, s int) []Party {
	ps, _, _ := f.read(first, last, "participant-possessor", s)
	return ps
}

// ownerStart goes back from a possessive over one noun phrase list.
func (f *finder) ownerStart(i, s int) int {
	k := i
	for k > f.Sentences[s].First {
		w := f.W(k - 1)
		if w.Mention >= 0 {
			if f.Mentions[w.Mention].Kind == clauses.Date {
				break
			}
			k--
			continue
		}
		if w.Class == clauses.Prep && !f.insideTitle(k-1) {
			break
		}
		if w.Class == clauses.Stop && len(w.Low) == 1 || w.Class == clauses.Quote || w.Class == clauses.Sub || w.Class == clauses.Rel || f.groupAtToken(k-1) >= 0 || w.Class == clauses.Verb || w.Class == clauses.Aux {
			break
		}
		k--
	}
	return k
}

// insideTitle tells whether the preposition at token i belongs to a post: "Secretary of State".
func (f *finder) insideTitle(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if n, _ := f.title(k); n > 0 && k+n > i {
			return true
		}
	}
	return false
}

// ofParties: "the meeting of the Council", "a visit of X to".
func (f *finder) ofParties(n, limit int, noun encounterNoun) []Party {
	at := f.seek(n+1, limit, false, "of", "by", "between", "among")
	if at < 0 || at > n+6 || !f.meetable(at, limit) {
		return nil
	}
	ps, _, _ := f.read(at, limit, "participant-of", f.Tokens[n].Sentence)
	if f.Is(n+1, "on", "about", "over") && !f.dateAt(n+2) && len(onlyPersons(ps)) == 0 {
		return nil // "a discussion on cooperation between A and B"
	}
	return ps
}

func (f *finder) dateAt(i int) bool {
	m, _, _ := f.MentionAt(i)
	return m != nil && m.Kind == clauses.Date
}

// counterpart gives the segments after "with" (of a visit or courtesy call
// also "to", "on") and the token where they begin; -1 for none.
func (f *finder) counterpart(n, limit int, noun encounterNoun, pred int) ([]seg, int) {
	preps := []string{"with"}
	if meals[f.W(n).Low] {
		preps = append(preps, "for", "of")
	}
	if f.Is(n, "call", "calls", "visit", "visits") {
		preps = append(preps, "on", "to", "upon")
		if noun.mode == "phone" {
			preps = []string{"with", "to", "from", "between"}
		}
	}
	if f.Is(n, "audience", "audiences") {
		preps = append(preps, "to")
		if f.Is(n+1, "of") {
			preps = append(preps, "of") // "had an audience of the King"
		}
	}
	at := f.guestsOf(n, limit)
	if at < 0 {
		at = f.seek(n+1, limit, true, preps...)
	}
	if at < 0 && pred >= 0 && f.Groups[pred].First > n && f.takesPlace(pred) { // "took place on Monday between X and Y"
		limit = f.Sentences[f.Tokens[n].Sentence].Last
		i := f.Groups[pred].Last
		if f.Is(i, "place") {
			i++
		}
		at = f.seek(i, limit, true, "with", "between", "among")
	}
	if at < 0 && pred >= 0 && f.Groups[pred].First > n && f.Groups[pred].Passive { // "calls were paid on X"
		limit = f.Sentences[f.Tokens[n].Sentence].Last
		at = f.seek(f.Groups[pred].Last, limit, false, preps...)
	}
	if at < 0 {
		return nil, -1
	}
	l := f.reader.list(at, limit)
	segs := f.absorb(l.segs)
	if len(segs) == 0 || segs[0].kind == nothing {
		return nil, at
	}
	if first := f.Sentences[f.Tokens[n].Sentence].First; noun.kind == "visit" && segs[0].kind == country && f.W(first).Class == clauses.Prep && n < first+9 { // "during her visit to Peru, the Speaker met X"
		for i := range segs {
			if segs[i].kind != country && f.W(segs[i].first-1).Class == clauses.Comma {
				return segs[:i], at
			}
		}
	}
	return segs, at
}

// predicate gives the verb group whose subject the noun is: "was held".
func (f *finder) predicate(n, start, s int) int {
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		if f.Groups[g].First <= n || !f.Groups[g].Finite() {
			continue
		}
		r, link := f.Subject(g)
		if link == clauses.Own && r.First <= start && n < r.Last {
			return g
		}
		if link == clauses.Own {
			return -1
		}
	}
	return -1
}

// ahead tells a visit that is still to come: "next week's visit".
func (f *finder) ahead(c *cand, at int) bool {
	if at < 0 || len(f.Published) < 10 {
		return false
	}
	d := f.dateOf(c)
	if d == "" {
		for i := c.noun - 4; i < c.noun+10 && i < c.to; i++ {
			if m, mat, _ := f.MentionAt(i); m != nil && m.Kind == clauses.Date && mat >= c.from {
				d = f.Dates[m.Ref].Value
			}
		}
	}
	first, _, ok := record.Days(d)
	return ok && first > f.Published[:10]
}

// goingFor: "will be in Latvia for a preparatory visit".
func (f *finder) goingFor(c *cand, n, start, s int) []*cand {
	lo, hi := f.GroupsOf(s)
	for g := hi - 1; g >= lo; g-- {
		grp := &f.Groups[g]
		if grp.Last > start || !grp.Finite() {
			continue
		}
		if grp.Lemma != "be" && !travel[grp.Lemma] {
			return nil
		}
		l := f.destination(grp.Last, start)
		if l < 0 {
			return nil
		}
		c.group = g
		m := f.Mentions[l]
		at := f.TokenAt(m.Start)
		var obj []seg
		if f.Places[m.Ref].Kind == "country" {
			obj = []seg{{first: at, last: at + 1, kind: country, ref: l, head: at, span: m.Span}}
		}
		return f.journey(c, f.subjectOf(g), obj, at)
	}
	return nil
}

// within gives the sides of "X congratulated Y in a phone call", "at a session
// X and Y initialled": the people of the clause that the noun belongs to.
func (f *finder) within(c *cand, start, s int) [][]Party {
	if !f.Is(start-1, "in", "during", "at", "over", "by") || f.Is(start, "the", "this", "these", "those", "his", "her", "their") {
		return nil
	}
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if !grp.Finite() {
			continue
		}
		if _, link := f.Subject(g); link != clauses.Own {
			continue
		}
		subj := onlyPersons(f.subjectOf(g))
		if len(subj) > 1 && start < grp.First {
			c.group = g
			return [][]Party{subj[:1], subj[1:]}
		}
		if len(subj) == 1 && c.kind != "call" && telling[grp.Lemma] { // "During a visit, X told Y"
			if m, at, _ := f.MentionAt(f.nameAfter(grp.Last)); m != nil && m.Kind == clauses.Person {
				c.group = g
				return [][]Party{subj, {{Kind: PersonParty, Ref: m.Ref, Span: f.Mentions[f.Words[at].Mention].Span, Rule: "participant-object"}}}
			}
		}
		if c.kind != "call" || len(subj) == 0 || start < grp.First {
			return nil
		}
		var others []Party
		for _, ref := range f.personsIn(grp.Last, start) {
			p := Party{Kind: PersonParty, Ref: ref, Rule: "participant-object"}
			if !hasParty(subj, p) && !hasParty(others, p) {
				p.Span = f.mentionOf(ref, grp.Last, start)
				others = append(others, p)
			}
		}
		if len(others) > 0 {
			c.group = g
			return [][]Party{subj, others}
		}
		return nil
	}
	return nil
}

// telling are verbs whose object is spoken to.
var telling = set("tell inform assure brief thank congratulate ask urge invite apprise")

func onlyPersons(ps []Party) []Party {
	var out []Party
	for _, p := range ps {
		if p.Kind == PersonParty {
			out = append(out, p)
		}
	}
	return out
}

// mentionOf gives the bytes of the first mention of a person in tokens [first, last).
func (f *finder) mentionOf(ref, first, last int) pipeline.Span {
	for i := first; i < last; i++ {
		if m, _, _ := f.MentionAt(i); m != nil && m.Kind == clauses.Person && m.Ref == ref {
			return m.Span
		}
	}
	return pipeline.Span{}
}

// mainSubject gives the parties of the main clause that "at a meeting with X" belongs to.
func (f *finder) mainSubject(s int) []Party {
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		if !f.Groups[g].Finite() {
			continue
		}
		if _, link := f.Subject(g); link == clauses.Own {
			if ps := f.subjectOf(g); len(ps) > 0 {
				return ps
			}
		}
	}
	return nil
}
