package encounters

import (
	"readout/extractors/internal/clauses"
)

// build makes the candidates of a subject and the list of parties at token at.
func (f *finder) build(c *cand, subj []Party, at, limit int, weak bool) []*cand {
	if f.Is(at, ":") {
		at++ // "spoke individually with: X; Y"
	}
	l := f.reader.list(at, limit)
	segs := f.absorb(l.segs)
	if len(segs) == 0 {
		return nil
	}
	if f.media(segs) {
		f.drop(c.rule, f.Span(c.first, l.end), "words to the media or the public are no encounter")
		return nil
	}
	if segs[0].kind == nothing || !weak && segs[0].posts && segs[0].kind == group {
		f.drop(c.rule, f.Span(c.first, l.end), "nobody stands where the other party is due")
		return nil
	}
	if f.W(segs[0].first).Class == clauses.Poss && spouses[f.W(segs[0].first+1).Low] {
		return nil // "met his wife at school"
	}
	c.last = max(c.last, at)
	return f.split(c, subj, segs, l.end)
}

func (f *finder) media(segs []seg) bool {
	for i := range segs {
		if segs[i].kind == group && mediaWords[f.W(segs[i].head).Low] || mediaWords[f.W(segs[i].first).Low] && segs[i].kind != body || segs[i].kind == pointer && mediaWords[f.W(segs[i].head).Low] {
			return i == 0
		}
	}
	return false
}

// split makes one candidate, or one for each counterpart met separately.
func (f *finder) split(c *cand, subj []Party, segs []seg, end int) []*cand {
	if hosts := onlyPersons(subj); c.split && len(hosts) > 1 && len(hosts) == len(subj) && f.severalNouns(c) {
		var out []*cand // "A and B hosted separate receptions for C"
		for _, h := range hosts {
			n := *c
			n.split, n.apart = false, true
			out = append(out, f.split(&n, []Party{h}, segs, end)...)
		}
		return out
	}
	sp := &splitter{finder: f, c: c, subj: subj, segs: segs, end: end, from: c.from, to: c.to}
	sp.series = f.inSeries(c) && peopleOnly(segs)
	sp.separate = sp.series || f.saidSeparately(c) || f.manyStates(c, segs) || f.oneByOne(c, segs)
	sp.parted = f.severalNouns(c) || f.bySemicolons(c, segs)
	for i := range segs {
		if !sp.entry(i) {
			break
		}
	}
	sp.flush(len(sp.out) > 0)
	out := sp.out
	for _, n := range out {
		n.series = len(out) > 1
	}
	if len(out) > 1 && f.saidSeparately(c) { // "received separately A and B, in the presence of C"
		f.witnesses(out, segs)
	}
	if len(out) == 0 && len(subj) > 0 { // "met with both sides": nobody new
		c.sides = [][]Party{subj}
		c.pointer = true
		return f.keep(c)
	}
	return out
}

// splitter makes the candidates of one list of counterparts.
type splitter struct {
	*finder
	c        *cand
	subj     []Party
	segs     []seg
	end      int
	separate bool // each counterpart is met by himself
	series   bool // the noun says that there were several encounters
	parted   bool // semicolons part encounters
	from, to int  // clause of the open candidate
	obj      []Party
	out      []*cand
}

// flush closes the open candidate.
func (sp *splitter) flush(apart bool) {
	if len(sp.obj) > 0 {
		n := *sp.c
		n.from, n.to = sp.from, sp.to
		if sp.separate || sp.parted {
			n.listed = sp.end
		}
		n.sides = [][]Party{sp.subj, unique(sp.obj)}
		n.apart = sp.c.apart || apart
		sp.out = append(sp.out, sp.keep(&n)...)
	}
	sp.obj = nil
}

// entry takes up segment i; false ends the list.
func (sp *splitter) entry(i int) bool {
	s := &sp.segs[i]
	sp.separate = sp.separate && s.join != with
	if i > 0 && sp.begins(i) {
		timed := sp.ownTime(sp.segs, i, sp.end)
		if timed {
			sp.to = s.first
		}
		sp.flush(len(sp.out) > 0)
		if timed {
			sp.from, sp.to = s.first, sp.c.to
		}
	}
	if sp.c.rule == "discussed-with" && i > 0 && (s.kind == nothing || s.kind == group && s.posts) {
		return false // "discussed with X trade, reforms and tariffs"
	}
	if s.kind == group && s.posts && i > 0 && (sp.segs[i-1].kind != group || !sp.segs[i-1].posts) || sp.stateOfNext(sp.segs, i) {
		return true // hardly people
	}
	sp.exclude = sp.subj
	ps := sp.partyOf(s, objectRule(s), sp.c.sentence)
	sp.exclude = nil
	if s.kind == group && sp.separate && len(ps) > 1 && len(onlyPersons(ps)) == len(ps) && len(sp.obj) == 0 {
		for _, p := range ps[:len(ps)-1] { // "met separately with the foreign ministers of A and B"
			sp.obj = []Party{p}
			sp.flush(true)
		}
		ps = ps[len(ps)-1:]
	}
	sp.obj = append(sp.obj, ps...)
	return true
}

// begins tells whether segment i begins an encounter of its own.
func (sp *splitter) begins(i int) bool {
	s := &sp.segs[i]
	switch {
	case s.apart || sp.parted && sp.behindSemicolon(sp.segs, i):
		return true
	case s.again && !sp.alsoWith(sp.segs, i) && (sp.severalNouns(sp.c) || sp.c.noun < 0 && s.kind == person || sp.ownTime(sp.segs, i, sp.end)):
		return true
	case !sp.separate || s.join == with || s.join == lead || s.join == include:
		return false
	}
	return s.join != names || sp.series && sp.segs[i-1].kind == person
}

// alsoWith tells "as well as with representatives": a weak mark, which parts
// two people only.
func (f *finder) alsoWith(segs []seg, i int) bool {
	return f.Is(segs[i].first-1, "with") && f.Is(segs[i].first-2, "as") && (segs[i].kind != person || segs[i-1].kind != person)
}

// peopleOnly tells whether a list names several people and nobody else, but
// for the group that they are ("with parliamentarians: X, Y and Z").
func peopleOnly(segs []seg) bool {
	n := 0
	for i := range segs {
		switch {
		case segs[i].kind == person:
			n++
		case i > 0 || segs[i].kind != group:
			return false
		}
	}
	return n > 1
}

// stateOfNext tells whether segment i is the state of the person named next:
// "the Presidents of A, X; and of B, Y".
func (f *finder) stateOfNext(segs []seg, i int) bool {
	return segs[i].kind == country && f.Is(segs[i].first-1, "of") && i+1 < len(segs) && segs[i+1].kind == person
}

// behindSemicolon tells whether a semicolon parts segment i from the one before.
func (f *finder) behindSemicolon(segs []seg, i int) bool {
	for k := segs[i-1].last; k < segs[i].first; k++ {
		if f.Is(k, ";") && f.W(k).Mention < 0 {
			return true
		}
	}
	return false
}

// witnesses adds those named last as present to every encounter of a list.
func (f *finder) witnesses(cs []*cand, segs []seg) {
	k := len(segs)
	for k > 0 && !(segs[k-1].join == with) {
		if k--; segs[k].join != comma && segs[k].join != and {
			return
		}
	}
	if k == 0 {
		return
	}
	var ps []Party
	for i := k - 1; i < len(segs); i++ {
		ps = append(ps, f.partyOf(&segs[i], "participant-with", cs[0].sentence)...)
	}
	if f.Is(segs[k-1].first-1, "by") { // "accompanied by": with the one named before
		return
	}
	for _, c := range cs {
		kept := c.sides[1][:0:0]
		for _, p := range c.sides[1] {
			if !hasParty(ps, p) {
				kept = append(kept, p)
			}
		}
		c.sides = [][]Party{c.sides[0], kept, ps}
	}
}

// ownTime tells whether segment i and the one before each have a time of their
// own: "met with X on Monday, and with Y two days later".
func (f *finder) ownTime(segs []seg, i, end int) bool {
	last := end
	if i+1 < len(segs) {
		last = segs[i+1].first
	}
	return f.timed(segs[i].last, last) && f.timed(segs[i-1].last, segs[i].first)
}

// timed tells whether a date or a word of sequence stands in tokens [first, last).
func (f *finder) timed(first, last int) bool {
	for i := first; i < last; i++ {
		if m, _, _ := f.MentionAt(i); m != nil && m.Kind == clauses.Date || m == nil && f.Is(i, "later", "earlier", "before", "day") {
			return true
		}
	}
	return false
}

// manyStates tells whether a noun in the plural leads to people of different
// states: "bilateral meetings with Prime Minister X of A and President Y of B".
func (f *finder) manyStates(c *cand, segs []seg) bool {
	if !f.severalNouns(c) {
		return false
	}
	seen := map[string]bool{}
	for i := range segs {
		if segs[i].kind != person || f.People[segs[i].ref].Country == "" {
			return false
		}
		seen[f.People[segs[i].ref].Country] = true
	}
	return len(seen) > 1 && len(seen) == len(segs)
}

// severalNouns tells a noun in the plural that parts what repeated prepositions part.
func (f *finder) severalNouns(c *cand) bool {
	return c.noun >= 0 && f.Is(c.noun, "meetings", "calls", "visits", "conversations", "audiences", "receptions")
}

func objectRule(s *seg) string {
	switch s.join {
	case with:
		return "participant-with"
	case lead:
		return "participant-leader"
	case include, names:
		return "participant-listed"
	}
	return "participant-object"
}

// saidSeparately looks for "separately" beside the trigger.
func (f *finder) saidSeparately(c *cand) bool {
	if c.split {
		return true
	}
	for i := max(c.from, c.first-1); i < c.last+3 && i < c.to; i++ {
		if f.Is(i, "separately", "individually") {
			return true
		}
	}
	for i := c.last; i < c.to; i++ {
		if f.Is(i, "respectively") && f.W(i).Mention < 0 && f.severalNouns(c) {
			return true
		}
	}
	return false
}
