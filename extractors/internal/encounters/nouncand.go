package encounters

import (
	"readout/extractors/internal/clauses"
)

// nounCand gives the candidates that the noun at token n tells of: a noun
// held by a verb ("held talks with X"), one with both parties ("talks between
// X and Y", "X's meeting with Y"), or one that points back ("the meeting").
func (f *finder) nounCand(n int) []*cand {
	noun, ok := f.encounterNoun(n)
	if !ok {
		return nil
	}
	s := f.Tokens[n].Sentence
	limit := f.Sentences[s].Last
	start := f.nounStart(n)
	c := &cand{sentence: s, first: start, last: n + 1, rule: "noun", kind: noun.kind, mode: noun.mode, group: -1, noun: n,
		heading: f.Heading[s], from: f.Sentences[s].First, to: limit}
	f.adjectives(c, start, n)
	if f.declined(start) {
		f.drop(c.rule, f.Span(c.first, c.last), "the encounter is declined")
		return nil
	}
	var subj []Party
	holder, pred := f.holderOf(n, start), -1
	if holder < 0 {
		if pred = f.saidOfNoun(c, start, s); pred >= 0 {
			limit = f.Groups[pred].First
		}
	} else if f.noNewOne(holder, start) {
		return nil
	}
	if holder >= 0 {
		if by := f.granted(holder, n, limit); by >= 0 {
			c.group, c.rule, c.first = holder, "held-talks", f.Groups[holder].First
			return f.build(c, f.subjectOf(holder), by, limit, false)
		}
		subj = f.held(c, &noun, holder)
	} else if subj = f.possessor(start, s); len(subj) == 0 {
		subj = f.ofParties(n, limit, noun)
	}
	obj, at := f.counterpart(n, limit, noun, c.group)
	limit = f.Sentences[s].Last
	if noun.kind == "visit" && f.W(start-1).Class == clauses.Prep && f.Is(start-1, "for", "on") && len(obj) == 0 && len(subj) == 0 {
		return f.goingFor(c, n, start, s)
	}
	if f.policy(n, start, holder) || !anyPerson(obj) && len(onlyPersons(subj)) == 0 && holder < 0 && f.inGeneral(n, start, pred) {
		return nil
	}
	if len(subj) == 0 && pred >= 0 && len(obj) > 0 {
		subj = f.heldByAgent(pred, f.Sentences[s].Last)
	}
	if guest, i := f.visitFrom(n, start, limit); holder < 0 && len(obj) == 0 && len(guest) > 0 {
		subj, obj, at = f.mainSubject(s), guest, i
	}
	if len(subj) == 0 && holder < 0 && len(obj) > 0 {
		subj = f.subjectElsewhere(n, at, start, limit)
	}
	if len(obj) == 0 {
		if cs, done := f.nounAlone(c, noun, holder, subj, start, limit); done {
			return cs
		}
	}
	if f.Is(start, "these", "those", "such") && !(noun.kind == "visit" && f.onlyPlaces(obj)) && !f.media(obj) {
		return nil
	}
	return f.nounSides(c, noun, holder, subj, obj, at, start)
}

// saidOfNoun gives the verb of taking place that the text says of candidate c's
// noun, in its own clause or in a relative one; -1 for none.
func (f *finder) saidOfNoun(c *cand, start, s int) int {
	c.group = f.predicate(c.noun, start, s)
	if c.group < 0 {
		c.group = f.relatedVerb(c.noun, s)
		if c.group >= 0 && f.Groups[c.group].Tense == clauses.Infinitive {
			c.status, c.pointer = "planned", false
		}
	}
	return c.group
}

// noNewOne tells verbs before a noun that tell of no further encounter: who
// joined "the meeting", which attendance reads, and "agreed to continue talks".
func (f *finder) noNewOne(holder, start int) bool {
	grp := &f.Groups[holder]
	if grp.Lemma == "continue" && grp.Tense == clauses.Infinitive {
		return true
	}
	return joining[grp.Lemma] && f.Is(start, "the", "this") && (len(f.list) > 0 || len(onlyPersons(f.subjectOf(holder))) < 2)
}

// policy tells nouns that tell of no encounter, or of none beside the verb's:
// "in consultation with", "before the talks", "our engagement with the islands"
// where no verb holds it, "received a call from X".
func (f *finder) policy(n, start, holder int) bool {
	if f.Is(n, "consultation", "consultations") && f.Is(start-1, "in") || f.Is(start-1, "without", "before", "pending") || f.Is(start, "no") {
		return true
	}
	if g := f.groupEnding(start); g >= 0 && visitsPaid[f.W(n).Low] && f.Groups[g].Lemma == "receive" {
		return len(f.receivedFrom(g, f.Sentences[f.Tokens[n].Sentence].Last)) > 0
	}
	return holder < 0 && f.Is(n, "engagement", "engagements", "interaction", "interactions")
}

// inGeneral tells "effective dialogue between parliaments" from a dialogue that takes place.
func (f *finder) inGeneral(n, start, pred int) bool {
	return abstract[f.W(n).Low] && (pred < 0 || !f.takesPlace(pred)) && f.W(start).Class != clauses.Det && f.W(start-1).Class != clauses.Poss
}

// holderOf gives the verb that holds the noun n, whose phrase begins at start: one
// of holding, or of giving for what a host gives; -1 for none.
func (f *finder) holderOf(n, start int) int {
	if holder := f.holding(start); holder >= 0 || !f.Is(n, "audience", "lunch", "luncheon", "dinner", "breakfast", "interview") {
		return holder
	}
	return f.giving(start)
}

// granted gives the token of the host in "was granted an audience by X", -1 for none.
func (f *finder) granted(holder, n, limit int) int {
	grp := &f.Groups[holder]
	if !grp.Passive || grp.Lemma != "grant" && grp.Lemma != "give" && grp.Lemma != "accord" {
		return -1
	}
	return f.seek(n+1, limit, false, "by")
}

// held gives the subject of the verb that holds the noun of candidate c.
func (f *finder) held(c *cand, noun *encounterNoun, holder int) []Party {
	c.group, c.rule = holder, "held-talks"
	if f.Groups[holder].Lemma == "pay" && c.kind == "call" {
		c.kind, c.mode, noun.mode = "meeting", "in_person", "in_person"
	}
	c.first = f.Groups[holder].First
	if f.Groups[holder].Passive {
		return nil
	}
	return f.subjectOf(holder)
}

// subjectElsewhere gives the party that has the counterparts at token at where
// no verb holds the noun: "a courtesy call on X by Y", "Y, in talks with X, said".
func (f *finder) subjectElsewhere(n, at, start, limit int) []Party {
	if f.Is(n, "call", "calls", "visit", "visits") {
		if ps := f.caller(n, at, limit); len(ps) > 0 {
			return ps
		}
	}
	if f.W(start-1).Class != clauses.Prep {
		return nil
	}
	s := f.Tokens[n].Sentence
	if lo, hi := f.GroupsOf(s); lo == hi { // a caption: "X in discussion with Y"
		ps, _, _ := f.read(f.Sentences[s].First, start-1, "participant-subject", s)
		return ps
	}
	return f.mainSubject(s)
}

// heldByAgent gives the party behind "by" of "a meeting with Y was held on
// Monday by X", where pred is the verb.
func (f *finder) heldByAgent(pred, limit int) []Party {
	if grp := &f.Groups[pred]; !grp.Passive || grp.Negated || grp.Lemma != "hold" && grp.Lemma != "conduct" && grp.Lemma != "pay" {
		return nil
	}
	at := f.seek(f.Groups[pred].Last, limit, false, "by")
	if at < 0 || !f.meetable(at, limit) {
		return nil
	}
	ps, _, _ := f.read(at, limit, "participant-subject", f.Groups[pred].Sentence)
	return ps
}

// callerReach is how many tokens behind a call or visit who paid it may end.
const callerReach = 80

// caller gives the party behind "by" in the noun phrase whose counterpart
// begins at token at.
func (f *finder) caller(n, at, limit int) []Party {
	limit = min(limit, at+callerReach)
	for i := at; i < limit && f.groupAtToken(i) < 0; i++ {
		if f.Is(i, "by") && f.W(i).Mention < 0 && f.meetable(i+1, limit) {
			ps, _, _ := f.read(i+1, limit, "participant-of", f.Tokens[n].Sentence)
			return ps
		}
	}
	return nil
}

// nounAlone gives the candidates of a noun with no party behind it: the other
// party stands elsewhere in the sentence, or is nobody. done is false where
// the subject alone may do.
func (f *finder) nounAlone(c *cand, noun encounterNoun, holder int, subj []Party, start, limit int) (cs []*cand, done bool) {
	two := func(sides [][]Party) ([]*cand, bool) {
		c.sides, c.pointer = sides, false
		return f.keep(c), true
	}
	if holder < 0 {
		if c.group < 0 && f.W(start-1).Class == clauses.Prep && (len(subj) == 0 || noun.weak || subj[0].Kind == BodyParty) {
			if sides := f.within(c, start, c.sentence); len(sides) > 0 {
				return two(sides)
			}
		}
		return nil, false
	}
	if len(subj) == 0 {
		return nil, false
	}
	grp := &f.Groups[holder]
	f.exclude = subj
	ind := f.indirect(grp.Last, start) // "paid him a visit"
	f.exclude = nil
	if len(ind) > 0 {
		return two([][]Party{subj, ind})
	}
	if len(subj) == 1 && subj[0].Kind == PersonParty && noun.weak && !convening[grp.Lemma] {
		return nil, true // one who attends or opens a session met nobody that we know of
	}
	if noun.kind == "session" || convening[grp.Lemma] || joining[grp.Lemma] {
		if of := f.ofParties(c.noun, limit, noun); len(of) > 0 {
			return two([][]Party{subj, of})
		}
	}
	return nil, false
}

// nounSides puts the parties of a noun together and decides what it is.
func (f *finder) nounSides(c *cand, noun encounterNoun, holder int, subj []Party, obj []seg, at, start int) []*cand {
	if f.media(obj) {
		f.drop(c.rule, f.Span(c.first, c.last), "words to the media or the public are no encounter")
		return nil
	}
	if noun.kind == "visit" && f.hostedHere(c) {
		return nil // the host's verb tells of it
	}
	if noun.kind == "visit" && f.onlyPlaces(obj) {
		return f.journey(c, subj, obj, at)
	}
	if noun.kind != "visit" {
		obj = f.noCountries(obj, subj)
	}
	plain := f.plainCounterpart(obj)
	if plain && c.pointer && holder < 0 && f.toldAlready(obj, c.sentence) {
		c.sides = [][]Party{f.partiesOf(obj, c.sentence)}
		return f.keep(c)
	}
	switch {
	case plain:
		c.last = max(c.last, at)
		c.pointer = false
		return f.split(c, subj, obj, c.to)
	case holder >= 0 && noun.kind != "visit" && (f.severalSides(subj) || noun.kind == "session" || len(subj) == 1 && subj[0].Kind != PersonParty && !noun.weak):
		c.sides = [][]Party{subj}
		c.pointer = c.pointer && len(subj) < 2
		return f.keep(c)
	case holder < 0 && (len(subj) > 1 || f.amongThem(n1(c), subj)):
		c.sides = [][]Party{subj}
		return f.keep(c)
	}
	if len(subj) > 0 {
		c.sides = [][]Party{subj}
	}
	if holder >= 0 && len(subj) == 1 && convening[f.Groups[holder].Lemma] && !c.pointer {
		return f.keep(c) // others may be named later
	}
	if c.group >= 0 && holder < 0 && len(subj) == 1 && subj[0].Kind != PersonParty && f.takesPlace(c.group) && (!noun.weak || !f.possessed(start)) {
		if subj[0].Kind == BodyParty && c.kind == "meeting" && f.Is(n1(c), "of") {
			c.kind = "session"
		}
		c.pointer = c.pointer && !f.ordinal(start, c.noun)
		return f.keep(c)
	}
	if !c.pointer && !f.possessed(start) && holder < 0 && len(subj) == 0 && len(obj) == 0 {
		c.vague = true
		return []*cand{c}
	}
	if !c.pointer && !f.possessed(start) || holder >= 0 && f.Groups[holder].Tense == clauses.Infinitive {
		return nil
	}
	c.pointer = true
	if noun.kind == "visit" && holder >= 0 {
		c.sides = nil // "the envoys will end the visit on Friday"
	}
	return f.keep(c)
}

// noCountries takes countries out of the counterparts of people: "dialogue
// with Russia" is a policy.
func (f *finder) noCountries(obj []seg, subj []Party) []seg {
	for _, p := range subj {
		if p.Kind == CountryParty {
			return obj
		}
	}
	var out []seg
	for _, s := range obj {
		if s.kind != country {
			out = append(out, s)
		}
	}
	return out
}

// toldAlready tells whether the encounter told last has all the counterparts
// of "the talks with X".
func (f *finder) toldAlready(obj []seg, s int) bool {
	if len(f.list) == 0 {
		return false
	}
	ps := f.partiesOf(obj, s)
	for _, p := range ps {
		if !hasParty(f.list[len(f.list)-1].Parties, p) {
			return false
		}
	}
	return len(ps) > 0
}

func (f *finder) partiesOf(segs []seg, s int) []Party {
	var out []Party
	for i := range segs {
		out = append(out, f.partyOf(&segs[i], "participant-object", s)...)
	}
	return unique(out)
}

// n1 gives the token behind the candidate's noun.
func n1(c *cand) int { return c.noun + 1 }

// severalSides tells whether more parties than one side's leader and company
// are the subject.
func (f *finder) severalSides(ps []Party) bool {
	n := 0
	for _, p := range ps {
		if p.Rule != "participant-leader" && p.Rule != "participant-with" {
			n++
		}
	}
	return n > 1
}

func anyPerson(segs []seg) bool {
	for i := range segs {
		if segs[i].kind == person {
			return true
		}
	}
	return false
}

func (f *finder) plainCounterpart(obj []seg) bool {
	for i := range obj {
		if obj[i].kind != nothing && obj[i].kind != pointer {
			return true
		}
	}
	return false
}
