package encounters

import (
	"readout/extractors/internal/clauses"
)

// verbFrame says how a verb tells of an encounter.
type verbFrame struct {
	rule   string
	kind   string
	mode   string
	preps  []string // that lead to the other party
	direct bool     // the other party can be the object
	by     bool     // in the passive the other party stands after "by"
	alone  bool     // several subjects are parties among themselves
}

// verbFrames by lemma.
var verbFrames = map[string]verbFrame{
	"meet":      {rule: "met-with", kind: "meeting", preps: []string{"with"}, direct: true, by: true, alone: true},
	"speak":     {rule: "spoke-with", kind: "call", preps: []string{"with", "to"}, alone: true},
	"talk":      {rule: "spoke-with", kind: "meeting", preps: []string{"with", "to"}, alone: true},
	"confer":    {rule: "met-with", kind: "meeting", preps: []string{"with"}, alone: true},
	"consult":   {rule: "met-with", kind: "meeting", preps: []string{"with"}, direct: true, by: true},
	"converse":  {rule: "met-with", kind: "meeting", preps: []string{"with"}},
	"interact":  {rule: "met-with", kind: "meeting", preps: []string{"with"}},
	"negotiate": {rule: "met-with", kind: "meeting", preps: []string{"with"}},
	"sit":       {rule: "met-with", kind: "meeting", preps: []string{"with"}},
	"receive":   {rule: "received", kind: "meeting", direct: true, by: true},
	"welcome":   {rule: "received", kind: "meeting", direct: true, by: true},
	"host":      {rule: "received", kind: "meeting", direct: true, by: true},
	"co-host":   {rule: "received", kind: "meeting", direct: true, by: true},
	"greet":     {rule: "received", kind: "meeting", direct: true, by: true},
	"convene":   {rule: "convened", kind: "meeting", direct: true, by: true, alone: true},
	"gather":    {rule: "convened", kind: "meeting", alone: true},
	"telephone": {rule: "telephoned", kind: "call", mode: "phone", direct: true, by: true},
	"phone":     {rule: "telephoned", kind: "call", mode: "phone", direct: true, by: true},
	"visit":     {rule: "visited", kind: "visit", direct: true, by: true},
	"see":       {rule: "met-with", kind: "meeting", direct: true},
	"brief":     {rule: "met-with", kind: "meeting", by: true},
	"accredit":  {rule: "credentials", kind: "ceremony", mode: "in_person", direct: true, by: true},
	"call":      {rule: "called-on", kind: "meeting", preps: []string{"on", "upon"}, direct: true},
}

// verbCands gives the candidates that verb group g tells of.
func (f *finder) verbCands(g int) []*cand {
	grp := &f.Groups[g]
	if f.quoted(grp.First) {
		return nil
	}
	frame, ok := verbFrames[grp.Lemma]
	if cs := f.beforeBody(g); len(cs) > 0 {
		return cs
	}
	if !ok {
		return f.phrases(g)
	}
	if grp.Lemma == "see" && !f.sawSomebody(g) {
		return nil
	}
	if grp.Lemma == "receive" {
		if cs := f.credentials(g, f.Sentences[grp.Sentence].Last); len(cs) > 0 {
			return cs
		}
	}
	c := f.newCand(g, frame.rule, frame.kind, frame.mode)
	limit := f.Sentences[grp.Sentence].Last
	if grp.Passive || grp.Tense == clauses.PastParticiple {
		return f.passiveCands(c, frame, g, limit)
	}
	if grp.Lemma == "call" {
		return f.calledOn(c, g, limit)
	}
	if grp.Lemma == "speak" && f.spokeOf(grp.Last, limit) {
		return nil
	}
	for _, p := range frame.preps {
		if at := f.seek(grp.Last, limit, false, p); at >= 0 {
			return f.build(c, f.subjectOf(g), at, limit, true)
		}
	}
	if at := f.directObject(frame, g, limit); at >= 0 {
		if f.welcomesAgain(grp, at) {
			c.pointer = true
			return f.keep(c)
		}
		return f.build(c, f.subjectOf(g), at, limit, false)
	}
	if grp.Lemma == "visit" {
		return f.visitTo(c, g, limit)
	}
	if frame.alone && (f.noObject(grp.Last, limit) || grp.Lemma == "talk") {
		return f.withoutObject(c, g, limit)
	}
	return nil
}

// spokeOf tells "spoke highly of something", "spoke at the hall".
func (f *finder) spokeOf(i, limit int) bool {
	for f.W(i).Class == clauses.Adv && f.W(i).Mention < 0 {
		i++
	}
	if f.Is(i, "of") {
		return true
	}
	return f.Is(i, "about", "on", "for", "out", "at", "up", "in") && !f.phoneWords(i, min(limit, i+4)) && f.seek(i, limit, false, "with", "to") < 0
}

// passiveCands: the guest is the subject, the host stands after "by".
func (f *finder) passiveCands(c *cand, frame verbFrame, g, limit int) []*cand {
	grp := &f.Groups[g]
	if !frame.by || frame.rule != "met-with" && grp.Lemma != "receive" && grp.Tense == clauses.Infinitive && f.W(grp.First-1).Class == clauses.Noun && !human(f.W(grp.First-1).Low) {
		return nil // "meetings to be hosted by X"
	}
	if at := f.seek(grp.Last, limit, false, "by"); at >= 0 {
		return f.build(c, f.subjectOf(g), at, limit, false)
	}
	if frame.kind == "meeting" && grp.Passive && grp.Lemma != "welcome" {
		return f.passiveAlone(c, g)
	}
	return nil
}

// welcomesAgain tells words of welcome to a group that the text has told of:
// "the President welcomed the ambassadors".
func (f *finder) welcomesAgain(grp *clauses.Group, at int) bool {
	if grp.Lemma != "welcome" && grp.Lemma != "greet" || len(f.list) == 0 || !f.Is(at, "the", "both", "all", "his", "her") {
		return false
	}
	segs := f.absorb(f.reader.list(at, f.Sentences[grp.Sentence].Last).segs)
	return len(segs) > 0 && (segs[0].kind == group || segs[0].kind == pointer) && segs[0].head <= at+2
}

// directObject gives the token at which the other party of a verb that takes
// one directly begins, or -1.
func (f *finder) directObject(frame verbFrame, g, limit int) int {
	if !frame.direct {
		return -1
	}
	grp := &f.Groups[g]
	at := f.seekDirect(grp.Last, limit)
	host := frame.rule == "received" || frame.rule == "convened"
	if at < 0 || !host && !f.meetable(at, limit) {
		return -1
	}
	if !host {
		return at
	}
	if grp.Tense == clauses.Gerund && (grp.Lemma == "welcome" && !f.Is(grp.First-1, "to") || grp.First != f.Sentences[grp.Sentence].First && !f.Is(grp.First-1, "to", "while", "when", "upon", "on", "after", "in", "by", "before")) {
		return -1
	}
	if f.byState(g) || !f.receivable(at, limit) && !(grp.Lemma == "convene" && f.meetable(at, limit)) {
		return -1
	}
	return at
}

// withoutObject: parties that are all in the subject ("the ministers met"),
// or one of whom the text told before.
func (f *finder) withoutObject(c *cand, g, limit int) []*cand {
	grp := &f.Groups[g]
	subj := f.subjectOf(g)
	if grp.Lemma == "talk" && len(onlyPersons(subj)) < 2 {
		return nil
	}
	if grp.Lemma == "speak" && !f.phoneWords(grp.Last, limit) && (len(subj) != 2 || len(f.personsIn(f.Sentences[grp.Sentence].First, grp.First)) > 1) {
		return nil // speeches
	}
	if len(subj) > 1 || len(subj) == 1 && subj[0].Kind != PersonParty {
		c.sides = [][]Party{subj}
		if grp.Lemma == "gather" {
			c.kind = "session"
		}
		return f.keep(c)
	}
	if grp.Lemma == "meet" || grp.Lemma == "speak" {
		c.pointer = true
		return f.keep(c)
	}
	return nil
}

// visitTo: an announced visit to a country.
func (f *finder) visitTo(c *cand, g, limit int) []*cand {
	grp := &f.Groups[g]
	segs := f.absorb(f.reader.list(grp.Last, limit).segs)
	if m, _, _ := f.MentionAt(grp.Last); m != nil && m.Kind == clauses.Place && f.Places[m.Ref].Kind == "city" {
		if subj := f.subjectOf(g); len(subj) > 0 && subj[0].Kind == GroupParty {
			return f.journey(c, subj, nil, grp.Last)
		}
		return nil
	}
	if len(segs) == 0 || segs[0].kind != country {
		return nil
	}
	return f.journey(c, f.subjectOf(g), segs[:1], grp.Last)
}

func (f *finder) newCand(g int, rule, kind, mode string) *cand {
	grp := &f.Groups[g]
	s := f.Sentences[grp.Sentence]
	return &cand{sentence: grp.Sentence, first: grp.First, last: grp.Last, rule: rule, kind: kind, mode: mode, group: g, noun: -1,
		heading: f.Heading[grp.Sentence], from: s.First, to: s.Last}
}

// passiveAlone: "a meeting was hosted" has no other party; "was received in audience" neither.
func (f *finder) passiveAlone(c *cand, g int) []*cand {
	if f.Groups[g].Lemma != "receive" && f.Groups[g].Lemma != "consult" {
		return nil
	}
	subj := f.subjectOf(g)
	if len(subj) == 0 || subj[0].Kind != PersonParty && subj[0].Kind != GroupParty {
		return nil
	}
	c.sides = [][]Party{subj}
	return f.keep(c)
}

// seek gives the token after the first of the prepositions that follows
// token i, past adverbs, dates and other prepositional phrases; -1 for none.
// Past an object it looks only where over says so.
func (f *finder) seek(i, limit int, over bool, preps ...string) int {
	for i < limit {
		w := f.W(i)
		if w.Mention < 0 && f.Is(i, preps...) && f.groupAtToken(i) < 0 && !f.compound(i) {
			if j, n := f.connectorAt(i, limit); j == with && n > 1 { // "with the participation of"
				return i + n
			}
			return i + 1
		}
		next := f.pass(i, limit)
		if next < 0 && over && w.Class != clauses.Conj {
			next = i + 1
		}
		if next < 0 || f.groupAtToken(i) >= 0 {
			return -1
		}
		i = next
	}
	return -1
}

// compound tells whether the "to" at token i belongs to a preposition of two
// words: "due to restrictions".
func (f *finder) compound(i int) bool {
	return f.Is(i, "to") && f.Is(i-1, "due", "owing", "thanks", "according", "prior", "next", "close", "subject", "relating", "related", "pursuant")
}

// pass gives the token after an adverb, date, bracket, comma or prepositional
// phrase at token i; -1 where something else begins.
func (f *finder) pass(i, limit int) int {
	w := f.W(i)
	if light[w.Low] && w.Class == clauses.Prep && f.W(i+1).Class == clauses.Num { // "over 70 executives"
		return -1
	}
	if m, _, end := f.MentionAt(i); m != nil {
		if m.Kind == clauses.Date || m.Kind == clauses.Place && f.W(i-1).Class == clauses.Comma {
			return end
		}
		return -1
	}
	switch w.Class {
	case clauses.Adv:
		return i + 1
	case clauses.Prep:
		if _, n := f.connectorAt(i, limit); n > 0 {
			return -1
		}
		return f.adjunctEnd(i, limit)
	case clauses.Open:
		return (&walker{reader: f.reader, limit: limit}).closing(i)
	case clauses.Comma:
		if f.groupAtToken(i+1) < 0 && f.W(i+1).Class != clauses.Conj && f.W(i+1).Class != clauses.Rel {
			return i + 1
		}
	}
	return -1
}

// seekDirect gives the token at which an object begins, past adverbs, dates
// and prepositional phrases; -1 for none.
func (f *finder) seekDirect(i, limit int) int {
	for i < limit {
		next := f.pass(i, limit)
		if w := f.W(i); next >= 0 && w.Class == clauses.Prep && w.Mention < 0 && !f.Is(i, "in", "at", "on", "during", "inside", "within", "near", "over", "after", "before", "as", "amid") {
			return -1
		}
		if next < 0 {
			switch f.W(i).Class {
			case clauses.Conj, clauses.Sub, clauses.Rel, clauses.To, clauses.Stop, clauses.Quote, clauses.Modal, clauses.Aux:
				if f.W(i).Mention < 0 {
					return -1
				}
			}
			if f.groupAtToken(i) >= 0 {
				return -1
			}
			return i
		}
		i = next
	}
	return -1
}

// noObject tells whether no noun phrase follows the verb as its object.
func (f *finder) noObject(i, limit int) bool {
	at := f.seekDirect(i, limit)
	if at < 0 {
		return true
	}
	l := f.reader.list(at, limit)
	if len(l.segs) == 1 && f.W(at-1).Class == clauses.Comma {
		g := f.groupAtToken(l.end)
		return g >= 0 && f.Groups[g].Finite()
	}
	return false
}

// meetable tells whether the noun phrase at token i names somebody.
func (f *finder) meetable(i, limit int) bool {
	l := f.reader.list(i, limit)
	segs := f.absorb(l.segs)
	if len(segs) == 0 {
		return false
	}
	if len(segs) == 1 && segs[0].last == l.end && f.W(i-1).Class == clauses.Comma {
		if g := f.groupAtToken(l.end); g >= 0 && f.Groups[g].Finite() {
			return false // the subject of "X learned"
		}
	}
	switch s := &segs[0]; s.kind {
	case pronoun:
		return !f.Is(s.head-1, "of") // "41 of them"
	case person, official:
		return true
	case group:
		return !s.posts
	case pointer:
		return f.W(s.head).Low != "sides"
	case body:
		return true
	}
	return false
}

// byState tells whether a country is the subject: "Cambodia welcomes tourists".
func (f *finder) byState(g int) bool {
	ps := f.subjectOf(g)
	return len(ps) == 1 && ps[0].Kind == CountryParty
}

// sawSomebody tells "went to see X", "saw X in Vienna" from "saw X win".
func (f *finder) sawSomebody(g int) bool {
	grp := &f.Groups[g]
	if grp.Tense != clauses.Infinitive && grp.Tense != clauses.PastTense || grp.Passive {
		return false
	}
	l := f.reader.list(grp.Last, f.Sentences[grp.Sentence].Last)
	if len(l.segs) == 0 || l.segs[0].first > grp.Last+1 {
		return false
	}
	if k := l.segs[len(l.segs)-1].kind; k != person && (grp.Tense != clauses.Infinitive || k != official && k != group) {
		return false
	}
	end := f.W(l.segs[len(l.segs)-1].last)
	return end.Class == clauses.Stop || end.Class == clauses.Comma || end.Class == clauses.Adv || end.Low == "in" || end.Low == "at" || end.Low == "on"
}

// receivable tells whether a host can receive what stands at token i: people,
// no body but a delegation.
func (f *finder) receivable(i, limit int) bool {
	segs := f.absorb(f.reader.list(i, limit).segs)
	if len(segs) > 0 && segs[0].kind == group && masses[f.W(segs[0].head).Low] {
		return false
	}
	if len(segs) == 0 || segs[0].kind != body {
		return f.meetable(i, limit)
	}
	_, _, end := f.MentionAt(segs[0].head)
	return f.teamWord(segs[0].head, end) != ""
}

// build makes the candidates of a subject and the list of parties at token at.
func (f *finder) build(c *cand, subj []Party, at, limit int, weak bool) []*cand {
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
	separate := f.saidSeparately(c) || f.manyStates(c, segs)
	var out []*cand
	var obj []Party
	from, to := c.from, c.to
	flush := func(apart bool) {
		if len(obj) > 0 {
			n := *c
			n.from, n.to = from, to
			n.sides = [][]Party{subj, unique(obj)}
			n.apart = c.apart || apart
			out = append(out, f.keep(&n)...)
		}
		obj = nil
	}
	for i := range segs {
		s := &segs[i]
		separate = separate && s.join != with
		if i > 0 && (s.apart || s.again && (f.severalNouns(c) || f.ownTime(segs, i, end)) || separate && s.join != with && s.join != lead && s.join != include && s.join != names) {
			timed := f.ownTime(segs, i, end)
			if timed {
				to = s.first
			}
			flush(len(out) > 0)
			if timed {
				from, to = s.first, c.to
			}
		}
		if c.rule == "discussed-with" && i > 0 && (s.kind == nothing || s.kind == group && s.posts) {
			break // "discussed with X trade, reforms and tariffs"
		}
		if s.kind == group && s.posts && i > 0 && segs[i-1].kind != group {
			continue // hardly people
		}
		f.exclude = subj
		obj = append(obj, f.partyOf(s, objectRule(s), c.sentence)...)
		f.exclude = nil
	}
	flush(len(out) > 0)
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
		if f.Is(i, "separately") {
			return true
		}
	}
	return false
}

// civil tells whether the infinitive at token i says what a caller comes for.
func (f *finder) civil(i int) bool {
	g := f.groupAtToken(i)
	if g < 0 {
		return false
	}
	switch l := f.Groups[g].Lemma; l {
	case "bid", "discuss", "introduce", "present", "thank", "congratulate", "brief", "say", "take", "express", "review", "exchange", "felicitate", "hand", "invite", "convey":
		return true
	}
	return false
}

// told tells whether an infinitive behind token i, past a comma, tells those
// who are called upon what to do.
func (f *finder) told(i int) bool {
	if f.W(i).Class == clauses.Comma {
		i++
	}
	return f.W(i).Class == clauses.To && !f.civil(i)
}

// calledOn tells "called on X" from "called on X to act" and "called X on the phone".
func (f *finder) calledOn(c *cand, g, limit int) []*cand {
	grp := &f.Groups[g]
	i := grp.Last
	for {
		m, _, end := f.MentionAt(i)
		if m != nil && m.Kind == clauses.Date {
			i = end // "called this afternoon upon X"
			continue
		}
		if m != nil || f.W(i).Class != clauses.Adv && !(f.Is(i, "in") && f.Is(i+1, "on")) {
			break
		}
		i++
	}
	if f.Is(i, "on", "upon") {
		if !f.meetable(i+1, limit) {
			return nil
		}
		l := f.reader.list(i+1, limit)
		if n := len(l.segs); n > 0 && (f.told(l.segs[n-1].last) || f.Is(l.segs[n-1].last, "for")) {
			f.drop(c.rule, f.Span(grp.First, l.end), "calls on somebody to act, which is no call")
			return nil
		}
		return f.build(c, f.subjectOf(g), i+1, limit, false)
	}
	at := f.seekDirect(grp.Last, limit)
	if at != grp.Last || !f.meetable(at, limit) {
		return nil
	}
	l := f.reader.list(at, limit)
	if !f.phoneWords(grp.First, min(limit, l.end+6)) {
		next := f.groupAtToken(l.end)
		if next < 0 || f.Groups[next].Tense != clauses.Infinitive || !saying[f.Groups[next].Lemma] && f.Groups[next].Lemma != "discuss" && f.Groups[next].Lemma != "offer" {
			return nil
		}
	}
	c.rule, c.kind, c.mode = "telephoned", "call", "phone"
	return f.build(c, f.subjectOf(g), at, limit, false)
}
