package encounters

import (
	"strings"

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
	holder := f.holding(start)
	if holder < 0 && f.Is(n, "audience", "lunch", "luncheon", "dinner", "breakfast", "interview") {
		holder = f.giving(start)
	}
	pred := -1
	if holder < 0 {
		pred = f.predicate(n, start, s)
		c.group = pred
		if pred >= 0 {
			limit = f.Groups[pred].First
		}
	}
	var subj []Party
	if holder >= 0 && joining[f.Groups[holder].Lemma] && f.Is(start, "the", "this") && (len(f.list) > 0 || len(onlyPersons(f.subjectOf(holder))) < 2) {
		return nil // attendance says who joined
	}
	if holder >= 0 {
		c.group, c.rule = holder, "held-talks"
		if f.Groups[holder].Lemma == "pay" && c.kind == "call" {
			c.kind, c.mode, noun.mode = "meeting", "in_person", "in_person"
		}
		c.first = f.Groups[holder].First
		switch grp := &f.Groups[holder]; {
		case !grp.Passive:
			subj = f.subjectOf(holder)
		case grp.Lemma == "grant" || grp.Lemma == "give" || grp.Lemma == "accord": // "was granted an audience by X"
			if by := f.seek(n+1, limit, false, "by"); by >= 0 {
				return f.build(c, f.subjectOf(holder), by, limit, false)
			}
		}
	} else if subj = f.possessor(start, s); len(subj) == 0 {
		subj = f.ofParties(n, limit, noun)
	}
	obj, at := f.counterpart(n, limit, noun, c.group)
	limit = f.Sentences[s].Last
	if noun.kind == "visit" && f.W(start-1).Class == clauses.Prep && f.Is(start-1, "for", "on") && len(obj) == 0 && len(subj) == 0 {
		return f.goingFor(c, n, start, s)
	}
	if f.Is(n, "consultation", "consultations") && f.Is(start-1, "in") {
		return nil // "in consultation with"
	}
	if abstract[f.W(n).Low] && holder < 0 && (pred < 0 || !f.takesPlace(pred)) && f.W(start).Class != clauses.Det && f.W(start-1).Class != clauses.Poss && !anyPerson(obj) && len(onlyPersons(subj)) == 0 {
		return nil // "effective dialogue between parliaments"
	}
	if f.Is(start-1, "without", "before", "pending") || f.Is(start, "no") {
		return nil
	}
	if len(subj) == 0 && holder < 0 && len(obj) > 0 && f.Is(n, "call", "calls", "visit", "visits") {
		subj = f.caller(n, at, limit) // "a courtesy call on X by Y"
	}
	if len(subj) == 0 && holder < 0 && len(obj) > 0 && f.W(start-1).Class == clauses.Prep {
		subj = f.mainSubject(s)
		if lo, hi := f.GroupsOf(s); lo == hi { // a caption: "X in discussion with Y"
			subj, _, _ = f.read(f.Sentences[s].First, start-1, "participant-subject", s)
		}
	}
	if len(obj) == 0 {
		if cs, done := f.nounAlone(c, noun, holder, subj, start, limit); done {
			return cs
		}
	}
	return f.nounSides(c, noun, holder, subj, obj, at, start)
}

// caller gives the party behind "by" in the noun phrase whose counterpart
// begins at token at.
func (f *finder) caller(n, at, limit int) []Party {
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

// encounterNoun gives the noun of an encounter at token n.
func (f *finder) encounterNoun(n int) (encounterNoun, bool) {
	w := f.W(n)
	if w.Mention >= 0 && f.Mentions[w.Mention].Kind != clauses.Date {
		return encounterNoun{}, false
	}
	if w.Class == clauses.Verb {
		return encounterNoun{}, false
	}
	noun, ok := encounterNouns[w.Low]
	if !ok {
		return noun, false
	}
	switch w.Low {
	case "conference":
		if f.Is(n-1, "press", "news", "media") {
			return noun, false
		}
		if f.Is(n-1, "video") {
			noun = encounterNoun{kind: "meeting", mode: "online"}
		}
	case "call", "calls":
		if courtesyCall[f.W(n-1).Low] {
			noun = encounterNoun{kind: "meeting", mode: "in_person"}
		} else if f.Is(n-1, "video", "videoconference") {
			noun = encounterNoun{kind: "call", mode: "online"}
		} else if f.Is(n+1, "for", "to") {
			return noun, false
		}
	case "conversation", "conversations", "talks", "discussion", "talk":
		if f.Is(n-1, "telephone", "phone", "telephonic") {
			noun = encounterNoun{kind: "call", mode: "phone"}
		}
	case "exchange":
		if !(f.Is(n+1, "of") && f.Is(n+2, "views")) {
			return noun, false
		}
	case "session", "meeting", "forum":
		if f.Is(n-1, "press", "question-and-answer", "briefing") || w.Upper && f.W(n-1).Class == clauses.Name && f.W(n-1).Mention < 0 && w.Low == "forum" {
			return noun, false
		}
	case "dialogue", "visits", "engagements":
		if f.Is(n-1, "political", "parliamentary", "inclusive", "national", "inter-parliamentary", "exchange") || f.Is(n-2, "exchange") {
			return noun, false
		}
	}
	if noun.weak && w.Upper && !f.Heading[f.Tokens[n].Sentence] && f.W(n-1).Upper && n > f.Sentences[f.Tokens[n].Sentence].First {
		return noun, false // the name of an event: "World Conference of Harbours"
	}
	if f.Is(n+1, "room", "hall", "point", "place", "centre", "center", "centers", "agenda") {
		return noun, false
	}
	return noun, true
}

// nounStart gives the first token of the noun phrase that the noun at n heads,
// without what owns it.
func (f *finder) nounStart(n int) int {
	i := n
	for i > 0 && f.Tokens[i-1].Sentence == f.Tokens[n].Sentence {
		w := f.W(i - 1)
		if w.Mention >= 0 && f.Mentions[w.Mention].Kind != clauses.Date && f.Mentions[w.Mention].Kind != clauses.Place {
			if w.Class == clauses.Poss {
				break
			}
			if f.Mentions[w.Mention].Kind == clauses.Body {
				i--
				continue
			}
			return i
		}
		switch w.Class {
		case clauses.Noun, clauses.Num, clauses.Name:
			i--
			continue
		case clauses.Conj:
			if f.W(i).Class == clauses.Noun && f.W(i-2).Class == clauses.Noun && !w.Upper && f.W(i-2).Mention < 0 && !human(f.W(i-2).Low) {
				i -= 2
				continue
			}
		case clauses.Det:
			return i - 1
		case clauses.Quote:
			if p := f.W(i - 2); p.Upper && strings.HasSuffix(p.Low, "s") && p.Mention < 0 { // "the Foreign Ministers' Meeting"
				i--
				continue
			}
		case clauses.Adv:
			if w.Low == "online" || w.Low == "first" {
				i--
				continue
			}
		case clauses.Verb:
			if w.Form&clauses.Participle != 0 && f.groupAtToken(i-1) < 0 {
				i--
				continue
			}
		}
		break
	}
	return i
}

// adjectives reads what the words before the noun tell of mode and order.
func (f *finder) adjectives(c *cand, start, n int) {
	if f.phoneWords(start, n) {
		c.mode = "phone"
		if c.kind == "meeting" {
			c.kind = "call"
		}
	}
	if _, ok := f.onlineWords(start, n); ok {
		c.mode = "online"
	}
	for i := start; i < n; i++ {
		switch f.W(i).Low {
		case "separate":
			c.split, c.apart = true, true
		case "another", "second", "next", "previous", "earlier", "last", "initial", "recent", "subsequent", "upcoming", "forthcoming":
			c.apart = c.apart || !f.Is(i, "last", "next", "initial", "second") || true
		}
	}
	c.pointer = f.Is(start, "the", "this", "these", "those")
	if f.prepared(start) {
		c.status = "planned"
	}
}

// declined tells whether a verb of refusing stands right before the noun phrase at start.
func (f *finder) declined(start int) bool {
	g := f.groupEnding(start)
	if g < 0 {
		return false
	}
	switch f.Groups[g].Lemma {
	case "decline", "reject", "refuse", "boycott", "skip", "skipped", "snub", "avoid", "shun", "shunned", "oppose", "propose":
		return true
	}
	return false
}

// prepared tells "prepare for their meetings", "preparations for the talks".
func (f *finder) prepared(start int) bool {
	i := start - 1
	if f.W(i).Class == clauses.Poss {
		i--
	}
	return f.Is(i, "for") && (f.W(i-1).Lemma == "prepare" || f.Is(i-1, "preparations", "preparation", "preparing", "ready"))
}

// holding gives the verb group that holds the noun phrase at token start
// ("held", "took part in", "paid him"), or -1.
func (f *finder) holding(start int) int {
	i := start - 1
	if f.W(i).Class == clauses.Poss && f.W(i).Low != "'s" || f.W(i).Class == clauses.Det {
		i--
	}
	for k := 0; k < 6; k++ {
		w := f.W(i)
		if w.Class == clauses.Verb && w.Mention < 0 || w.Class == clauses.Aux {
			if g := f.groupEnding(i + 1); g >= 0 && lightVerbs[f.Groups[g].Lemma] {
				return g
			}
			return -1
		}
		if j := f.beforeAside(i); j < i { // "postponed, till 8 October, the meeting"
			i = j
			continue
		}
		switch {
		case w.Low == "in":
			return f.tookPart(i)
		case w.Low == "part" || w.Class == clauses.Adv || w.Class == clauses.Pron:
		case w.Low == "of" && f.Is(i-1, "number", "series", "range", "round", "rounds"):
		case f.Is(i, "number", "series", "range", "round", "rounds", "a", "several"):
		case w.Low == "on" && f.Is(i-1, "taken", "took"):
		case w.Low == "into" && f.W(i-1).Lemma == "enter":
		case (w.Class == clauses.Prep && f.W(i-1).Class != clauses.Verb), w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Date:
			if m, _, _ := f.MentionAt(i + 1); w.Mention < 0 && (w.Low != "on" || m == nil || m.Kind != clauses.Date) {
				return -1 // all but "held on Monday a meeting"
			}
		default:
			return -1
		}
		i--
	}
	return -1
}

// beforeAside gives the token before an aside of a date or a place between
// commas that ends at token i; i where none does.
func (f *finder) beforeAside(i int) int {
	k, seen := i, false
	if f.W(k).Class == clauses.Comma {
		k--
	}
	for n := 0; n < 10; n++ {
		m, at, _ := f.MentionAt(k)
		switch {
		case m != nil && (m.Kind == clauses.Date || m.Kind == clauses.Place):
			k, seen = at-1, true
			continue
		case m == nil && seen && (f.Is(k, "on", "till", "until", "to", "in", "at", "this", "last") || f.W(k).Class == clauses.Comma):
			k--
			continue
		}
		break
	}
	if !seen {
		return i
	}
	return k
}

// giving gives the verb group of "gave the Prime Minister, X, an audience"
// where the noun phrase begins at token start; -1 for none.
func (f *finder) giving(start int) int {
	lo, hi := f.GroupsOf(f.Tokens[start].Sentence)
	for g := hi - 1; g >= lo; g-- {
		grp := &f.Groups[g]
		if grp.Last > start {
			continue
		}
		switch grp.Lemma {
		case "give", "grant", "accord", "offer":
			if f.meetable(grp.Last, start) {
				return g
			}
		}
		return -1
	}
	return -1
}

// tookPart gives the verb group of "took part on Monday, in" where "in" is
// token i, or -1.
func (f *finder) tookPart(i int) int {
	lo, hi := f.GroupsOf(f.Tokens[i].Sentence)
	for g := hi - 1; g >= lo; g-- {
		grp := &f.Groups[g]
		if grp.Last > i {
			continue
		}
		at := grp.Last
		switch {
		case grp.Lemma == "participate" || grp.Lemma == "engage":
		case grp.Lemma == "take" && f.Is(at, "part"):
			at++
		default:
			return -1
		}
		for at < i {
			next := f.pass(at, i)
			if next < 0 {
				return -1
			}
			at = next
		}
		return g
	}
	return -1
}

func (f *finder) groupEnding(at int) int {
	if at < 1 {
		return -1
	}
	lo, hi := f.GroupsOf(f.Tokens[at-1].Sentence)
	for g := lo; g < hi; g++ {
		if f.Groups[g].Last == at {
			return g
		}
	}
	return -1
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
	if f.Is(start, "these", "those", "such") {
		return nil
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
	case holder < 0 && len(subj) > 1:
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
	return f.keep(c)
}

// hostedHere tells whether "for a visit" belongs to "will host X" before it.
func (f *finder) hostedHere(c *cand) bool {
	lo, hi := f.GroupsOf(c.sentence)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.Last <= c.first && (grp.Lemma == "host" || grp.Lemma == "welcome" || grp.Lemma == "receive" || grp.Lemma == "invite") && (f.Is(c.first-1, "for", "on") || f.Is(c.first, "for")) {
			return true
		}
	}
	return false
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

// abstract are nouns of talking that name a policy as often as an encounter.
var abstract = set("dialogue negotiations consultations engagement interaction exchange discussions")

func anyPerson(segs []seg) bool {
	for i := range segs {
		if segs[i].kind == person {
			return true
		}
	}
	return false
}

// convening are verbs whose subject brings others together.
var convening = set("hold host convene chair conduct organize organise co-chair co-host")

// takesPlace tells whether a group says that its subject was held.
func (f *finder) takesPlace(g int) bool {
	switch f.Groups[g].Lemma {
	case "hold", "convene", "host", "organize", "organise", "schedule", "plan", "begin", "open", "start", "conclude", "end", "chair", "pay", "make", "set", "fix", "cancel", "postpone",
		"materialise", "materialize", "happen", "occur", "reschedule", "slate", "put", "call", "push", "move", "shift", "defer":
		return true
	case "go":
		return f.Is(f.Groups[g].Last, "ahead")
	case "take":
		return f.Is(f.Groups[g].Last, "place")
	}
	return false
}

func (f *finder) possessed(start int) bool { return f.W(start-1).Class == clauses.Poss }

// onlyPlaces tells whether a visit leads to places and to nobody.
func (f *finder) onlyPlaces(obj []seg) bool {
	for i := range obj {
		if obj[i].kind != country && obj[i].kind != nothing {
			return false
		}
	}
	return true
}

// journey: a visit to a place is an encounter only while it is announced or
// called off; its other party is then the country.
func (f *finder) journey(c *cand, subj []Party, obj []seg, at int) []*cand {
	kept := f.keep(c)
	if len(kept) == 0 {
		return nil
	}
	c = kept[0]
	if c.status == "" && f.ahead(c, at) {
		c.status = "planned"
	}
	if c.status != "planned" && c.status != "cancelled" || len(subj) == 0 {
		c.pointer, c.sides = true, nil
		if c.status == "" || c.status == "held" {
			f.drop(c.rule, f.Span(c.first, c.last), "a journey without a counterpart is no encounter")
			return nil
		}
		return []*cand{c}
	}
	var hosts []Party
	for i := range obj {
		hosts = append(hosts, f.partyOf(&obj[i], "participant-object", c.sentence)...)
	}
	c.sides = [][]Party{subj, hosts}
	c.pointer, c.journey = false, true
	return []*cand{c}
}

func (f *finder) plainCounterpart(obj []seg) bool {
	for i := range obj {
		if obj[i].kind != nothing && obj[i].kind != pointer {
			return true
		}
	}
	return false
}
