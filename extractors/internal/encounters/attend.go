package encounters

import (
	"readout/extractors/internal/clauses"
)

// eventNouns are nouns by which a text points at the encounter it tells of.
var eventNouns = set("meeting meetings talks event discussion discussions conversation ceremony session call videoconference conference",
	"audience negotiations consultations gathering roundtable occasion reception signing visit welcome summit forum dialogue function")

// attendance adds those who, by sentence s, took part in the encounter told last.
func (f *finder) attendance(s int) {
	lo, hi := f.GroupsOf(s)
	if len(f.list) == 0 && !f.Heading[s] {
		for g := lo; g < hi; g++ {
			f.leads(g)
		}
		f.escorts(s)
		return
	}
	for g := lo; g < hi; g++ {
		if f.attendedBy(g) || f.attends(g) || f.wasPresent(g) || f.speaksAt(g) || f.leads(g) || f.headedBy(g) || f.named(g) {
			continue
		}
	}
	f.escorts(s)
	f.listed(s)
}

// addTo adds parties to the encounter told last, or to all that share its
// first side where many is true.
func (f *finder) addTo(ps []Party, s int, rule string, many bool) {
	if len(ps) == 0 || len(f.list) == 0 {
		return
	}
	ps = withRule(ps, rule)
	f.mainAgain(s)
	last := len(f.list) - 1
	for k := last; k >= 0; k-- {
		e := f.list[k]
		if k < last && !f.sameTrigger(k, last) && !(many && e.Status == f.list[last].Status && len(e.Parties) > 0 && hasParty(f.list[last].Parties, e.Parties[0])) {
			continue
		}
		for _, p := range ps {
			if !f.present(e, p) {
				p.Side = f.sideOf(e, p)
				e.Parties = append(e.Parties, p)
			}
		}
		f.clauses[k].last = s
	}
}

// mainAgain makes the encounter that the page is about the one told last where
// sentence s comes after one that only recalled an earlier day.
func (f *finder) mainAgain(s int) {
	last := len(f.list) - 1
	if last < 1 || s-f.clauses[last].last < 2 {
		return
	}
	day := f.dateOfAll(f.clauses[last].cands)
	for k := range f.list {
		d := f.dateOfAll(f.clauses[k].cands)
		if k < last && day != "" && len(d) == 10 && d > day && f.list[k].Status == "held" && f.clauses[k].cands[0].sentence < f.clauses[last].cands[0].sentence {
			f.toEnd(k)
			return
		}
	}
}

// sameTrigger tells whether one phrase tells of two encounters: "met separately with X and Y".
func (f *finder) sameTrigger(j, k int) bool {
	a, b := f.clauses[j].cands[0], f.clauses[k].cands[0]
	return a.sentence == b.sentence && a.first == b.first && f.list[j].Status == f.list[k].Status
}

// sideOf gives the side of a late party: that of the people of its state, 0 where nobody tells.
func (f *finder) sideOf(e *Encounter, p Party) int {
	iso := f.countryOf(p)
	if iso == "" {
		return 0
	}
	for _, o := range e.Parties {
		if o.Side > 0 && f.countryOf(o) == iso {
			return o.Side
		}
	}
	return 0
}

func (f *finder) countryOf(p Party) string {
	switch p.Kind {
	case PersonParty:
		return f.People[p.Ref].Country
	case BodyParty:
		return f.Bodies[p.Ref].Country
	}
	return ""
}

// eventIn tells whether tokens [first, last) point at an encounter, and whether at several.
func (f *finder) eventIn(first, last int) (is, many bool) {
	for i := first; i < last; i++ {
		if w := f.W(i); w.Mention < 0 && eventNouns[w.Low] {
			return true, w.Low == "meetings"
		}
	}
	return false, false
}

// attendedBy: "The talks were attended by X, too", "was chaired by X".
func (f *finder) attendedBy(g int) bool {
	grp := &f.Groups[g]
	if !grp.Passive && grp.Tense != clauses.PastParticiple {
		return false
	}
	switch grp.Lemma {
	case "attend", "chair", "moderate", "join", "co-chair", "preside", "witness", "accompany", "host", "open":
	default:
		return false
	}
	r, _ := f.Subject(g)
	is, many := f.eventIn(r.First, r.Last)
	if !is && !(f.Is(r.First, "it") && r.Last-r.First == 1 && grp.Sentence > 0 && grp.Lemma != "accompany" && grp.Lemma != "join") {
		return false
	}
	limit := f.Sentences[grp.Sentence].Last
	at := f.seek(grp.Last, limit, false, "by")
	if at < 0 {
		return false
	}
	ps, _, _ := f.read(at, limit, "participant-attended", grp.Sentence)
	f.addTo(ps, grp.Sentence, "participant-attended", many)
	return true
}

// attends: "X, Y and Z attended the meeting", "also took part in the talks", "joined the call".
func (f *finder) attends(g int) bool {
	grp := &f.Groups[g]
	limit := f.Sentences[grp.Sentence].Last
	switch grp.Lemma {
	case "have":
		if !f.Is(grp.Last+1, "company") || !f.Is(grp.Last+2, "of") {
			return false
		}
		ps := f.subjectOf(g)
		more, _, _ := f.read(grp.Last+3, limit, "participant-with", grp.Sentence)
		f.addTo(append(ps, more...), grp.Sentence, "participant-with", false)
		return true
	case "bring":
		return f.broughtTogether(g)
	case "include", "feature":
		return f.withPresence(g)
	}
	i := f.attended(grp)
	if i < 0 {
		return false
	}
	if grp.Negated || grp.Passive || grp.Tense >= clauses.FutureTense && grp.Tense != clauses.Gerund {
		return false
	}
	end := i
	for end < limit && end < i+6 && f.W(end).Class != clauses.Stop {
		end++
	}
	is, many := f.eventIn(i, end)
	ps := f.subjectOf(g)
	if !is && grp.Lemma != "attend" && len(ps) == 0 {
		is, many = f.eventIn(f.Sentences[grp.Sentence].First, grp.First) // "In the talks took part"
	}
	tail := f.W(i).Class == clauses.Stop || f.W(i).Class == clauses.Comma || f.W(i).Class == clauses.Adv
	if !is && !tail && !f.Is(i, "it", "them") {
		return false
	}
	if f.Groups[g].Tense == clauses.Gerund {
		return false
	}
	if len(ps) == 0 && (grp.Lemma == "take" || grp.Lemma == "participate") { // "In the talks took part the rector"
		ps, _, _ = f.read(i, limit, "participant-attended", grp.Sentence)
	}
	f.addTo(ps, grp.Sentence, "participant-attended", many)
	return len(ps) > 0
}

// attended gives the token where what was attended stands behind a verb group of
// attendance ("took part in", "were part of"); -1 for any other verb.
func (f *finder) attended(grp *clauses.Group) int {
	i := grp.Last
	switch grp.Lemma {
	case "attend", "join", "witness":
		return i
	case "be", "form", "make":
		for f.W(i).Class == clauses.Adv {
			i++
		}
		if f.Is(i, "part") && f.Is(i+1, "of") {
			return i + 2
		}
	case "sit":
		if f.Is(i, "in") && f.Is(i+1, "on") {
			return i + 2
		}
	case "participate":
		if f.Is(i, "in") {
			i++
		}
		return i
	case "take":
		if f.Is(i, "part") && f.Is(i+1, "in") {
			return i + 2
		}
		if f.Is(i, "part") {
			return i + 1
		}
	}
	return -1
}

// thisEvent tells whether the subject of group g points at the encounter told last.
func (f *finder) thisEvent(g int) bool {
	r, link := f.Subject(g)
	if link != clauses.Own || len(f.list) == 0 || !f.Is(r.First, "the", "this") || r.Last-r.First > 3 {
		return false
	}
	is, _ := f.eventIn(r.First, r.Last)
	return is
}

// broughtTogether: "The meeting brought together X and Y": who attended.
func (f *finder) broughtTogether(g int) bool {
	grp := &f.Groups[g]
	if !f.Is(grp.Last, "together") || grp.Passive || grp.Negated || !f.thisEvent(g) {
		return false
	}
	ps, _, _ := f.read(grp.Last+1, f.Sentences[grp.Sentence].Last, "participant-attended", grp.Sentence)
	f.addTo(ps, grp.Sentence, "participant-attended", false)
	return len(ps) > 0
}

// withPresence: "The event will include the participation of X, Y and Z".
func (f *finder) withPresence(g int) bool {
	grp := &f.Groups[g]
	i := grp.Last
	if f.Is(i, "the") {
		i++
	}
	if !f.Is(i, "participation", "presence", "attendance") || !f.Is(i+1, "of") || grp.Negated || !f.thisEvent(g) {
		return false
	}
	ps, _, _ := f.read(i+2, f.Sentences[grp.Sentence].Last, "participant-attended", grp.Sentence)
	f.addTo(ps, grp.Sentence, "participant-attended", false)
	return len(ps) > 0
}

// speaksAt: "X, speaking during the ceremony, highlighted".
func (f *finder) speaksAt(g int) bool {
	grp := &f.Groups[g]
	if grp.Lemma == "speak" && grp.Finite() && len(f.list) > 0 && !grp.Negated { // "X and Y spoke"
		next := f.W(grp.Last)
		if next.Class != clauses.Stop && next.Class != clauses.Comma && !f.Is(grp.Last, "too", "as") {
			return false
		}
		ps := onlyPersons(f.subjectOf(g))
		f.addTo(ps, grp.Sentence, "participant-speaker", false)
		return len(ps) > 0
	}
	if grp.Lemma != "speak" && grp.Lemma != "address" || grp.Tense != clauses.Gerund {
		return false
	}
	i := grp.Last
	if !f.Is(i, "during", "at", "in", "on") && grp.Lemma == "speak" {
		return false
	}
	if is, _ := f.eventIn(i, min(i+5, f.Sentences[grp.Sentence].Last)); !is {
		return false
	}
	ps := onlyPersons(f.focus[grp.Sentence])
	if len(ps) != 1 || f.press(ps[0].Ref) {
		return false
	}
	f.addTo(ps, grp.Sentence, "participant-speaker", false)
	return true
}

// leads: "X will lead a delegation", "Y will accompany the delegation".
func (f *finder) leads(g int) bool {
	grp := &f.Groups[g]
	if grp.Passive || !grp.Finite() || grp.Negated {
		return false
	}
	switch grp.Lemma {
	case "lead", "head", "accompany":
	default:
		return false
	}
	l := f.reader.list(grp.Last, f.Sentences[grp.Sentence].Last)
	segs := f.absorb(l.segs)
	if len(segs) > 0 && grp.Lemma == "accompany" && (segs[0].kind == person || segs[0].kind == official) {
		return f.accompanies(g, &segs[0])
	}
	if len(segs) == 0 || segs[0].kind != group && segs[0].kind != pointer && segs[0].kind != body {
		return false
	}
	head := f.W(segs[0].head).Low
	if head != "delegation" && head != "mission" && head != "team" {
		return false
	}
	who := withRule(onlyPersons(f.subjectOf(g)), "participant-leader")
	if len(who) == 0 {
		return false
	}
	if t := f.findTeam(head); t != nil {
		t.members = unique(append(t.members, who...))
		for _, e := range f.list {
			if t.party.Kind != "" && f.present(e, t.party) {
				f.join(e, append([]Party{t.party}, who...), 0)
			}
		}
		return true
	}
	if segs[0].kind == group {
		f.teams = append(f.teams, team{head: head, sentence: grp.Sentence, members: who,
			party: Party{Kind: GroupParty, Ref: -1, Name: f.name(&segs[0]), Span: segs[0].span, Rule: "participant-subject"}})
	}
	return true
}

// accompanies: "X and other officials accompanied the President" to the encounter told last.
func (f *finder) accompanies(g int, with *seg) bool {
	grp := &f.Groups[g]
	k := len(f.list) - 1
	if k < 0 || grp.Tense == clauses.FutureTense || grp.Sentence-f.clauses[k].last > 3 {
		return false
	}
	for _, p := range f.partyOf(with, "participant-with", grp.Sentence) {
		if ps := f.subjectOf(g); p.Kind == PersonParty && f.present(f.list[k], p) && len(ps) > 0 {
			f.addTo(ps, grp.Sentence, "participant-with", false)
			return true
		}
	}
	return false
}

// lists are verbs that give the people of a group.
var lists = set("include comprise consist number")

// presentWords stand in a sentence that tells who was there.
var presentWords = set("present attendance attending participating table accompanying others those among joining representing attended participants attendees")

// wasPresent: "X was also present", "Also present were X and Y", "Around the table were X".
func (f *finder) wasPresent(g int) bool {
	grp := &f.Groups[g]
	if grp.Negated {
		return false
	}
	sent := f.Sentences[grp.Sentence]
	if lists[grp.Lemma] && grp.Finite() || grp.Lemma == "make" && grp.Passive && f.Is(grp.Last, "up") || grp.Lemma == "compose" && grp.Passive {
		return f.included(g)
	}
	if grp.Lemma != "be" && grp.Lemma != "attend" && grp.Lemma != "participate" && grp.Lemma != "figure" {
		return false
	}
	for i := sent.First; i < grp.First; i++ {
		if w := f.W(i); w.Mention < 0 && (presentWords[w.Low] || w.Low == "hand" && f.Is(i-1, "on")) && f.frontedPresence(sent.First, grp.First) {
			_, many := f.eventIn(sent.First, grp.First)
			ps, _, _ := f.read(grp.Last, sent.Last, "participant-attended", grp.Sentence)
			f.addTo(ps, grp.Sentence, "participant-attended", many)
			return len(ps) > 0
		}
	}
	i := grp.Last
	for f.W(i).Class == clauses.Adv {
		i++
	}
	among := f.Is(i, "among") && (presentWords[f.W(i+1).Low] || presentWords[f.W(i+2).Low]) && !f.Is(i+1, "others")
	if among || f.Is(i, "present") || f.Is(i, "there") && !f.groupNext(i+1, sent.Last) || f.Is(i-1, "there") && f.Is(i, "as", ".") || f.Is(i, "in") && f.Is(i+1, "attendance") || f.Is(i, "at") && f.Is(i+2, "table") || f.Is(i, "on") && f.Is(i+1, "hand") {
		_, many := f.eventIn(i, min(sent.Last, i+7))
		ps := f.subjectOf(g)
		f.addTo(ps, grp.Sentence, "participant-attended", many)
		return len(ps) > 0
	}
	return f.inDelegation(g)
}

// lastTeam gives the word of the delegation named last before sentence s and
// not long ago, "" for none.
func (f *finder) lastTeam(s int) string {
	for k := len(f.teams) - 1; k >= 0; k-- {
		if t := &f.teams[k]; t.sentence < s && t.sentence >= s-3 {
			return t.head
		}
	}
	return ""
}

// groupNext tells whether a verb stands between token i and the end.
func (f *finder) groupNext(i, end int) bool {
	for ; i < end; i++ {
		if f.groupAtToken(i) >= 0 {
			return true
		}
	}
	return false
}

// frontedPresence tells whether no party stands before the verb.
func (f *finder) frontedPresence(first, last int) bool {
	return len(f.personsIn(first, last)) == 0
}

// included: "Participants included X", "the delegation included X and Y".
func (f *finder) included(g int) bool {
	grp := &f.Groups[g]
	r, _ := f.Subject(g)
	sent := f.Sentences[grp.Sentence]
	team, people := "", false
	for i := r.First; i < r.Last; i++ {
		switch low := f.W(i).Low; low {
		case "participants", "attendees", "attendance", "participant":
			people = true
		case "delegation", "team", "mission", "group", "side":
			team = low
		}
	}
	if !people && team == "" && f.Is(r.First, "it") && r.Last == r.First+1 {
		team = f.lastTeam(grp.Sentence)
	}
	if !people && team == "" && !f.groupAgain(r) {
		return false
	}
	at := grp.Last
	for f.Is(at, "of", "up", "by", ":") {
		at++
	}
	ps, _, _ := f.read(at, sent.Last, "participant-listed", grp.Sentence)
	if f.Is(sent.Last-1, ":") && sent.Paragraph+1 < len(f.Paragraphs) {
		ps = f.lines(sent.Paragraph+1, "participant-listed")
	}
	if len(onlyPersons(ps)) == 0 {
		return false
	}
	if team != "" && !people {
		return f.addToTeam(team, ps, grp.Sentence)
	}
	f.addTo(ps, grp.Sentence, "participant-listed", false)
	return len(ps) > 0
}
