package encounters

import (
	"readout/extractors/internal/clauses"
)

// relatedVerb gives the verb of taking place that a relative clause or an
// infinitive says of the noun at token n: "the meeting of the Council, which
// was held on 9 May", "talks with X, to be held in Oslo"; -1 for none.
func (f *finder) relatedVerb(n, s int) int {
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.First <= n {
			continue
		}
		if !f.takesPlace(g) {
			return -1
		}
		if grp.Tense == clauses.Infinitive && grp.Passive && f.W(n+1).Low == "of" && f.W(grp.First-1).Class == clauses.Comma {
			return g
		}
		if r, link := f.Subject(g); grp.Finite() && link == clauses.Relative && r.First <= n && n < r.Last {
			return g
		}
		return -1
	}
	return -1
}

// bodySits: "the next Presidential Council, which will take place in July",
// "The Joint Commission will be held in Oslo": a body that is said to take
// place is its session. Its day or its place must be told.
func (f *finder) bodySits(g, limit int) []*cand {
	grp := &f.Groups[g]
	if !f.takesPlace(g) || !grp.Finite() || !grp.Passive && grp.Lemma != "take" {
		return nil
	}
	r, link := f.Subject(g)
	if link != clauses.Own && link != clauses.Relative || r.Empty() {
		return nil
	}
	m, at, end := f.MentionAt(r.Last - 1)
	if m == nil || m.Kind != clauses.Body || end != r.Last || !f.deliberates(at) || !f.fixed(grp.Last, limit) {
		return nil
	}
	for i := r.First; i < at; i++ {
		w := f.W(i)
		if _, ok := f.encounterNoun(i); ok && link == clauses.Relative || link == clauses.Own && w.Mention < 0 && (w.Class == clauses.Prep || w.Class == clauses.To) {
			return nil // "the work of the Council is planned"
		}
	}
	c := f.newCand(g, "held-talks", "session", "")
	c.first, c.apart = at, true
	c.sides = [][]Party{{{Kind: BodyParty, Ref: m.Ref, Span: m.Span, Rule: "participant-subject"}}}
	return f.keep(c)
}

// fixed tells whether a day or a place stands right behind token i.
func (f *finder) fixed(i, limit int) bool {
	for limit = min(limit, i+6); i < limit; i++ {
		if m, _, _ := f.MentionAt(i); m != nil {
			return m.Kind == clauses.Date || m.Kind == clauses.Place
		}
	}
	return false
}

// amongThem tells whether the group behind "of" or "between" at token i meets
// among its own: "the meeting of the Presidents of A and B", "the meeting of
// NATO foreign ministers".
func (f *finder) amongThem(i int, subj []Party) bool {
	return f.Is(i, "of", "between", "among") && len(subj) == 1 && subj[0].Kind == GroupParty && !single(subj[0].Name) && f.namesWhose(subj[0].Span)
}
