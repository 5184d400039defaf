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
	"visit":     {rule: "visited", kind: "visit", preps: []string{"with"}, direct: true, by: true},
	"see":       {rule: "met-with", kind: "meeting", direct: true},
	"brief":     {rule: "met-with", kind: "meeting", by: true},
	"accredit":  {rule: "credentials", kind: "ceremony", mode: "in_person", direct: true, by: true},
	"call":      {rule: "called-on", kind: "meeting", preps: []string{"on", "upon"}, direct: true},
}

// verbCands gives the candidates that verb group g tells of.
func (f *finder) verbCands(g int) []*cand {
	grp := &f.Groups[g]
	if f.quoted(grp.First) && !f.mine(g) {
		return nil
	}
	frame, ok := verbFrames[grp.Lemma]
	limit := f.Sentences[grp.Sentence].Last
	if cs := f.certainObject(g, limit); len(cs) > 0 {
		return cs
	}
	if !ok {
		return f.phrases(g)
	}
	if grp.Lemma == "see" && !f.sawSomebody(g) {
		return nil
	}
	c := f.newCand(g, frame.rule, frame.kind, frame.mode)
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
			if grp.Lemma == "visit" {
				if at != grp.Last+1 {
					break // "visited on Monday with a delegation"
				}
				c.rule, c.kind = "met-with", "meeting"
			}
			return f.build(c, f.subjectOf(g), at, limit, grp.Lemma != "speak" && grp.Lemma != "talk")
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

// certainObject gives the candidates of verbs that tell of another encounter
// with a certain object: a body to be briefed, a summit, credentials, a visit.
func (f *finder) certainObject(g, limit int) []*cand {
	if cs := f.beforeBody(g); len(cs) > 0 {
		return cs
	}
	if f.Groups[g].Lemma != "receive" {
		return f.goesTo(g, limit)
	}
	if cs := f.credentials(g, limit); len(cs) > 0 {
		return cs
	}
	return f.receivedFrom(g, limit)
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
	if !grp.Finite() && (meals[f.W(grp.First-1).Low] || (grp.Lemma == "host" || grp.Lemma == "co-host") && !eventNouns[f.W(grp.First-1).Low]) {
		return nil // "a banquet hosted by X": the noun tells of it
	}
	if at := f.seek(f.welcomedTo(g, limit), limit, false, "by"); at >= 0 {
		return f.build(c, f.subjectOf(g), at, limit, false)
	}
	if frame.kind == "meeting" && grp.Passive && grp.Lemma != "welcome" {
		return f.passiveAlone(c, g)
	}
	return nil
}

// welcomedTo gives the token behind verb group g, past the place of "was
// welcomed to the parliament".
func (f *finder) welcomedTo(g, limit int) int {
	grp := &f.Groups[g]
	if grp.Lemma != "welcome" || !f.Is(grp.Last, "to") {
		return grp.Last
	}
	for i := grp.Last + 1; i < min(limit, grp.Last+9) && f.groupAtToken(i) < 0; i++ {
		if f.Is(i, "by") {
			return i
		}
		if f.W(i).Class == clauses.Comma {
			break
		}
	}
	return grp.Last
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
	if f.Is(grp.First-1, "which", "that") && len(f.subjectOf(g)) == 0 {
		return -1 // "the town, which hosts a community of settlers"
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
	if other := f.postAndPerson(g, subj); len(other) > 0 {
		c.sides = [][]Party{other, subj}
		return f.keep(c)
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

// consulted tells whether "for consultations" stands in tokens [first, last).
func (f *finder) consulted(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "for") && (f.Is(i+1, "consultations", "consultation")) {
			return true
		}
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
		return f.callers(c, g, i+1, limit)
	}
	at := f.seekDirect(grp.Last, limit)
	if at != grp.Last || !f.meetable(at, limit) {
		return nil
	}
	l := f.reader.list(at, limit)
	if f.W(at).Class == clauses.Poss && f.consulted(at, limit) {
		f.drop(c.rule, f.Span(grp.First, l.end), "an envoy is called home")
		return nil
	}
	if !f.phoneWords(grp.First, min(limit, l.end+6)) {
		next := f.groupAtToken(l.end)
		if next < 0 || f.Groups[next].Tense != clauses.Infinitive || !saying[f.Groups[next].Lemma] && f.Groups[next].Lemma != "discuss" && f.Groups[next].Lemma != "offer" {
			return nil
		}
	}
	c.rule, c.kind, c.mode = "telephoned", "call", "phone"
	return f.build(c, f.subjectOf(g), at, limit, false)
}

// callers gives the candidates of those who called on the party at token at;
// semicolons part callers who came one by one.
func (f *finder) callers(c *cand, g, at, limit int) []*cand {
	subj := f.subjectOf(g)
	r, _ := f.Subject(g)
	marks := 0
	for i := r.First; i < r.Last; i++ {
		if f.Is(i, ";") && f.W(i).Mention < 0 {
			marks++
		}
	}
	if marks < 2 || len(onlyPersons(subj)) != marks+1 || len(subj) != marks+1 {
		return f.build(c, subj, at, limit, false)
	}
	var out []*cand
	for _, p := range subj {
		n := *c
		n.apart, n.series = true, true
		out = append(out, f.build(&n, []Party{p}, at, limit, false)...)
	}
	return out
}
