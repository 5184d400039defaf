package encounters

import (
	"sort"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// sentence reads sentence s.
func (f *finder) sentence(s int) {
	f.setFocus(s)
	f.noteLeader(s)
	if cs := f.entryCands(s); len(cs) > 0 {
		for _, c := range cs {
			f.place(c)
		}
		return
	}
	if f.Heading[s] && f.Paragraphs[f.Sentences[s].Paragraph].Kind == pipeline.BodyParagraph && !f.repeatsTitle(s) {
		f.listed(s)
		return // a subheading tells nothing that the text under it does not
	}
	before := len(f.list)
	if before >= maxEncounters {
		return
	}
	for _, c := range f.cands(s) {
		f.place(c)
		f.recede(c, before)
		for _, p := range c.parties() {
			if p.Kind == PersonParty {
				f.reader.known[p.Ref] = true
			}
		}
	}
	f.attendance(s)
	f.speaker(s)
}

// repeatsTitle tells whether a body line is the title again.
func (f *finder) repeatsTitle(s int) bool {
	return s > 0 && similar(f.Quote(f.Sentences[s].Span), f.Quote(f.Sentences[0].Span))
}

// recede keeps the encounter that the page is about the current one where
// candidate c only recalls another: in a subordinate clause or by a noun.
func (f *finder) recede(c *cand, before int) {
	if before == 0 || len(f.list) == before || c.heading {
		return
	}
	k := len(f.list) - 1
	if f.clauses[k].cands[0] != c || !f.subordinate(c) {
		return
	}
	f.clauses[k].back = true
	for j := k - 1; j >= 0; j-- {
		if !f.clauses[j].back {
			f.toEnd(j)
			return
		}
	}
}

// subordinate tells whether a candidate stands in a clause that depends on another.
func (f *finder) subordinate(c *cand) bool {
	if c.rule == "noun" && (c.group < 0 || !f.takesPlace(c.group) || f.relatedVerb(c.noun, c.sentence) == c.group) {
		return true
	}
	if c.group < 0 {
		return false
	}
	if i := f.Groups[c.group].First - 1; f.W(i).Class == clauses.Rel && f.W(i).Mention < 0 && !f.Is(i, "where") {
		return true
	}
	lo, _ := f.GroupsOf(c.sentence)
	first := f.Sentences[c.sentence].First
	for i := f.Groups[c.group].First - 1; i >= first; i-- {
		w := f.W(i)
		if w.Mention >= 0 {
			continue
		}
		if w.Class == clauses.Rel || w.Class == clauses.Sub && w.Low != "that" {
			for g := lo; g < c.group; g++ {
				if f.Groups[g].Finite() && f.Groups[g].Last <= i {
					return true
				}
			}
		}
	}
	return false
}

// cands gives the candidates of a sentence by token, the noun of a verb phrase once.
func (f *finder) cands(s int) []*cand {
	var out []*cand
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		out = append(out, f.verbCands(g)...)
	}
	sent := f.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if !f.quoted(i) || f.scare(i) || f.mineHeld(i) {
			out = append(out, f.nounCand(i)...)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].first < out[j].first })
	out = f.mealsAside(named1(out[:min(len(out), maxCands)]))
	for i := range out {
		out[i].later = f.fartherOn(sent.First) || out[i].group >= 0 && (f.fartherOn(f.Groups[out[i].group].First) || f.fartherOn(f.Groups[out[i].group].First-1))
		for k := range out {
			if out[k].first > out[i].first && !out[k].vague && !(out[k].pointer && len(out[k].sides) == 0) {
				out[i].to = min(out[i].to, max(out[k].first, out[i].last))
				break
			}
		}
		if i > 0 && out[i-1].sentence == s && out[i].first > out[i-1].first {
			out[i].from = max(out[i].from, f.clauseStart(out[i], out[i-1]))
		}
	}
	return f.visits(out)
}

// mealsAside drops the meal at which the encounter told before it was: "met
// with X at a lunch hosted by Y".
func (f *finder) mealsAside(in []*cand) []*cand {
	out := in[:0:0]
	for i, c := range in {
		if i > 0 && c.rule == "noun" && c.group < 0 && meals[f.W(c.noun).Low] && f.Is(c.first-1, "at", "over", "during") && len(in[i-1].sides) > 1 {
			continue
		}
		out = append(out, c)
	}
	return out
}

// fartherOn tells whether a word of sequence opens a sentence at token i.
func (f *finder) fartherOn(i int) bool {
	return f.Is(i, "later", "then", "afterwards", "afterward", "subsequently", "thereafter", "next", "earlier")
}

// named1 drops candidates whose parties are only pointed at ("the two sides
// exchanged views") beside one that names them in the same sentence.
func named1(in []*cand) []*cand {
	named := false
	for _, c := range in {
		named = named || !c.pair && len(c.sides) > 1 && len(c.sides[1]) > 0
	}
	if !named {
		return in
	}
	var out []*cand
	for _, c := range in {
		if !c.pair {
			out = append(out, c)
		}
	}
	return out
}

// visits joins "visited the academy and was welcomed by its dean" to one
// candidate of a visit.
func (f *finder) visits(in []*cand) []*cand {
	if len(in) > 1 && len(in[0].sides) == 1 && len(in[0].sides[0]) == 1 && !in[0].pointer && len(in[1].sides) > 1 && len(in[1].sides[0]) > 0 && sameParty(in[0].sides[0][0], in[1].sides[0][0]) {
		in = in[1:] // "gathered for lunch with X"
	}
	if len(in) < 2 || in[0].kind != "visit" || in[0].rule != "visited" && in[0].rule != "toured" && !f.receivedThere(in) {
		return in
	}
	v := in[0]
	if len(v.sides) > 1 {
		for _, p := range v.sides[1] {
			if p.Kind == PersonParty {
				return in
			}
		}
	}
	joined := false
	for _, c := range in[1:] {
		if len(c.sides) < 2 || len(v.sides) == 0 || len(c.sides[0]) == 0 || len(v.sides[0]) == 0 || !sameParty(c.sides[0][0], v.sides[0][0]) {
			return in
		}
		joined = true
	}
	if !joined {
		return in
	}
	var met []Party
	for _, c := range in[1:] {
		met = append(met, c.sides[1]...)
	}
	v.sides = [][]Party{v.sides[0], unique(met)}
	v.pointer, v.site, v.to = false, true, in[len(in)-1].to
	return []*cand{v}
}

// receivedThere tells "paid a visit to X, where he was received by Y".
func (f *finder) receivedThere(in []*cand) bool {
	return len(in) == 2 && in[1].rule == "received" && f.whereBefore(in[1]) > in[0].last && len(in[0].sides) > 1
}

// clauseStart gives where the words of candidate c begin after candidate p.
func (f *finder) clauseStart(c, p *cand) int {
	for i := c.first - 1; i > p.last; i-- {
		if w := f.W(i); w.Mention < 0 && (w.Class == clauses.Comma || w.Class == clauses.Conj || w.Class == clauses.Stop && len(w.Low) == 1) {
			return i
		}
	}
	return p.last
}

// place makes candidate c an encounter, or adds it to the one that it tells of too.
func (f *finder) place(c *cand) {
	if c.vague {
		if k := len(f.list) - 1; k >= 0 && f.clauses[k].cands[0].sentence == c.sentence {
			f.clauses[k].cands = append(f.clauses[k].cands, c)
			return
		}
		if k := len(f.list) - 1; k >= 0 && c.mode == "phone" && c.sentence-f.clauses[k].last <= 2 && f.clauses[k].mode() == "" && !f.clauses[k].back {
			f.clauses[k].cands = append(f.clauses[k].cands, c) // "In a 35-minute phone conversation, X asked"
			return
		}
		f.pending = append(f.pending, c)
		return
	}
	if f.onJourney(c) {
		return
	}
	ps := unique(c.parties())
	if len(ps) == 0 || c.pointer && len(ps) < 2 && !f.twoSided(c) {
		f.pointBack(c, ps)
		return
	}
	f.complete(c)
	ps = unique(c.parties())
	if k := f.known(c, ps); k >= 0 {
		f.merge(k, c)
		return
	}
	f.add(c)
}

// onJourney adds an announced meeting to the announced visit that it is part of.
func (f *finder) onJourney(c *cand) bool {
	if c.status != "planned" || len(c.sides) < 2 && len(unique(c.parties())) < 2 || c.kind == "call" || len(f.list) == 0 || c.journey || c.series {
		return false
	}
	for k := len(f.list) - 1; k >= 0; k-- {
		e := f.list[k]
		if e.Status != "planned" || !f.clauses[k].cands[0].journey || f.clauses[k].cands[0].heading {
			continue
		}
		if len(f.clauses[k].cands) > 1 && f.joinedMeeting(k) {
			return false // the programme has several: each is one
		}
		visitor := false
		for _, side := range c.sides {
			for _, p := range side {
				visitor = visitor || hasParty(e.Parties, p)
			}
		}
		d := f.dateOf(c)
		if !visitor && len(c.sides[0]) > 0 || d != "" && !withinDays(d, f.dateOfAll(f.clauses[k].cands)) {
			return false
		}
		var kept []Party
		for _, p := range e.Parties {
			if p.Kind != CountryParty {
				kept = append(kept, p)
			}
		}
		e.Parties = kept
		for i, side := range c.sides {
			f.join(e, side, i+1)
		}
		f.clauses[k].cands = append(f.clauses[k].cands, c)
		f.clauses[k].last = c.sentence
		return true
	}
	return false
}

// joinedMeeting tells whether an announced visit has taken up a meeting told
// after it with people on both sides.
func (f *finder) joinedMeeting(k int) bool {
	for _, c := range f.clauses[k].cands[1:] {
		if len(c.sides) > 1 && len(onlyPersons(c.sides[1])) > 0 && !c.heading {
			return true
		}
	}
	return false
}

func (f *finder) twoSided(c *cand) bool {
	return len(c.sides) > 1 && len(c.sides[0]) > 0 && len(c.sides[1]) > 0
}

// complete gives a candidate without a subject the one whose doings the page tells of.
func (f *finder) complete(c *cand) {
	if len(c.sides) < 2 || len(c.sides[0]) > 0 {
		return
	}
	if h := f.headOf(c.sentence); h >= 0 {
		if c.sides[0] = f.headSubject(h); len(c.sides[0]) > 0 {
			return
		}
	}
	c.sides[0] = f.protagonist(c)
}

// protagonist gives the side that the encounters told last have in common.
func (f *finder) protagonist(c *cand) []Party {
	other := unique(c.parties())
	if n := len(f.list); n > 1 { // who was at the last two
		for _, p := range f.list[n-1].Parties {
			if p.Kind == PersonParty && f.present(f.list[n-2], p) && !hasParty(other, p) && !f.clauses[n-1].back {
				return withRule([]Party{p}, "participant-subject")
			}
		}
	}
	for k := len(f.list) - 1; k >= 0; k-- {
		if f.clauses[k].cands[0].heading && len(f.list) > 1 || f.clauses[k].back {
			continue
		}
		for side := 1; side <= 2; side++ {
			var ps []Party
			for _, p := range f.list[k].Parties {
				if p.Side == side && !hasParty(other, p) {
					ps = append(ps, p)
				}
			}
			if len(ps) > 0 {
				return withRule(ps, "participant-subject")
			}
		}
	}
	for k := c.sentence; k >= 0 && k > c.sentence-reach; k-- {
		for _, p := range f.focus[k] {
			if p.Kind == PersonParty && !hasParty(other, p) {
				return withRule([]Party{p}, "participant-subject")
			}
		}
	}
	return nil
}

// pointBack adds a candidate without parties of its own to the encounter told last.
func (f *finder) pointBack(c *cand, ps []Party) {
	k := f.current(c, ps)
	if k < 0 {
		if f.moved(c) {
			return
		}
		if len(ps) > 0 && !c.heading && c.group >= 0 && c.rule != "noun" {
			f.add(c)
		}
		return
	}
	c.sides = nil
	f.clauses[k].cands = append(f.clauses[k].cands, c)
	f.clauses[k].last = c.sentence
}

// moved makes a new encounter of "the trip is now to follow" after one
// that was called off.
func (f *finder) moved(c *cand) bool {
	if c.status != "planned" || c.noun < 0 {
		return false
	}
	for k := len(f.list) - 1; k >= 0; k-- {
		if e := f.list[k]; e.Status == "cancelled" && e.Kind == c.kind {
			n := *c
			n.sides, n.journey = nil, true
			f.add(&n)
			last := f.list[len(f.list)-1]
			last.Parties = append([]Party(nil), e.Parties...)
			return true
		}
	}
	return false
}
