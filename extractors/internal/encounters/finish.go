package encounters

import (
	"sort"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/record"
)

// finish sets what the whole page tells of each encounter and puts them in text order.
func (f *finder) finish() []*Encounter {
	f.titleLast()
	f.pluralTitle()
	for f.dropGathered() {
	}
	f.journeys()
	f.assign()
	order := make([]int, len(f.list))
	for i := range order {
		order[i] = i
	}
	at := func(k int) int { return f.clauses[k].cands[0].first }
	sort.SliceStable(order, func(i, j int) bool { return at(order[i]) < at(order[j]) })
	var out []*Encounter
	var prev *Encounter
	main := "" // day of the first encounter that has one
	for _, k := range order {
		e := f.list[k]
		f.addEscorts(e)
		f.tidy(e)
		if !f.enough(e, k) {
			f.drop(f.clauses[k].cands[0].rule, f.Span(f.clauses[k].cands[0].first, f.clauses[k].cands[0].last), "only one party is known")
			continue
		}
		f.how(k)
		f.when(k, prev)
		f.where(k, prev)
		f.futureByDate(e, k)
		f.triggers(k)
		f.about(k)
		if main == "" {
			main = e.Date.Value
		}
		if c := f.clauses[k].cands[0]; (c.rule != "noun" && !f.subordinate(c) || prev == nil && (c.rule == "noun" || f.sideRemark(c))) && (e.Date.Value == "" || e.Date.Value >= main) {
			prev = e // what is recalled from an earlier day hands nothing on
		}
		out = append(out, e)
	}
	return out
}

// sideRemark tells whether a subordinate clause tells when its main clause was
// said or done: "made the remarks when he met X".
func (f *finder) sideRemark(c *cand) bool {
	for i := c.first - 1; i >= f.Sentences[c.sentence].First; i-- {
		if w := f.W(i); w.Mention < 0 && (w.Class == clauses.Rel || w.Class == clauses.Sub) {
			return f.Is(i, "when", "as", "while", "where")
		}
	}
	return false
}

// titleLast drops an encounter that only the title tells of, where the body
// tells of one with a party of it.
func (f *finder) titleLast() {
	var list []*Encounter
	var cl []clauseOf
	for k, e := range f.list {
		c := f.clauses[k]
		if c.onlyHeadings() && f.toldInBody(k) {
			continue
		}
		list, cl = append(list, e), append(cl, c)
	}
	f.list, f.clauses = list, cl
}

// pluralTitle hands a title in the plural ("Calls with European Leaders") to
// every encounter of the person whose it tells.
func (f *finder) pluralTitle() {
	for k, e := range f.list {
		for _, c := range f.clauses[k].cands {
			if !c.heading || c.mode == "" || !f.severalNouns(c) || len(e.Parties) == 0 {
				continue
			}
			for j, o := range f.list {
				if j != k && o.Kind == e.Kind && hasParty(o.Parties, e.Parties[0]) && f.clauses[j].mode() == "" {
					f.clauses[j].cands = append(f.clauses[j].cands, c)
				}
			}
			return
		}
	}
}

// dropGathered drops what only sums up encounters that the text tells one by
// one: "received the credentials of three ambassadors", "held meetings with
// his counterparts"; it tells whether there was one.
func (f *finder) dropGathered() bool {
	for k, e := range f.list {
		if len(e.Parties) < 2 || e.Parties[1].Kind != GroupParty || e.Kind != "ceremony" && !f.inSeries(f.clauses[k].cands[0]) {
			continue
		}
		next := f.toldSingly(k)
		if next < 0 {
			continue
		}
		f.clauses[next].cands = append(f.clauses[next].cands, f.clauses[k].cands...)
		f.list = append(f.list[:k:k], f.list[k+1:]...)
		f.clauses = append(f.clauses[:k:k], f.clauses[k+1:]...)
		return true
	}
	return false
}

// inSeries tells a noun in the plural that sums up: "a series of meetings",
// "separate meetings with his counterparts".
func (f *finder) inSeries(c *cand) bool {
	if !f.severalNouns(c) {
		return false
	}
	for i := max(c.from, c.first-4); i < min(c.to, c.noun+6); i++ {
		if f.Is(i, "series", "separate", "several", "number", "counterparts", "round", "string") || f.W(i).Class == clauses.Num && i < c.noun {
			return true
		}
	}
	return false
}

// toldSingly gives the first of at least two encounters, told after
// encounter k, that its first party has with people of the text; -1 for fewer.
func (f *finder) toldSingly(k int) int {
	e, single, next := f.list[k], 0, -1
	for j, o := range f.list {
		if j == k || o.Status != e.Status || (o.Kind == "ceremony") != (e.Kind == "ceremony") || !hasParty(o.Parties, e.Parties[0]) || len(onlyPersons(o.Parties)) < 2 {
			continue
		}
		if e.Kind != "ceremony" && f.clauses[j].cands[0].first < f.clauses[k].cands[0].first {
			continue
		}
		single++
		if next < 0 || f.clauses[j].cands[0].first < f.clauses[next].cands[0].first {
			next = j
		}
	}
	if single < 2 {
		return -1
	}
	return next
}

func (c *clauseOf) onlyHeadings() bool {
	for _, x := range c.cands {
		if !x.heading {
			return false
		}
	}
	return true
}

// toldInBody hands the words of a title's encounter to the body's encounter that shares a party.
func (f *finder) toldInBody(k int) bool {
	body := -1
	for j, e := range f.list {
		if j == k || f.clauses[j].onlyHeadings() {
			continue
		}
		if body < 0 {
			body = j
		}
		for _, p := range e.Parties {
			if hasParty(f.list[k].Parties, p) {
				f.clauses[j].cands = append(f.clauses[j].cands, f.clauses[k].cands...)
				return true
			}
		}
	}
	return body >= 0
}

// addEscorts adds those who stay with a party through a journey.
func (f *finder) addEscorts(e *Encounter) {
	for _, p := range append([]Party(nil), e.Parties...) {
		if p.Kind != PersonParty || e.Sentence < f.since[p.Ref] || e.Status == "planned" && e.Kind != "visit" {
			continue // those who travel along are not at every meeting that is planned
		}
		f.join(e, append([]Party{p}, f.escort[p.Ref]...), p.Side)
	}
}

// tidy drops parties that others stand for: a delegation whose people are
// listed, the body that takes part through a named person.
func (f *finder) tidy(e *Encounter) {
	e.Parties = unique(e.Parties)
	var kept []Party
	for _, p := range e.Parties {
		if p.Kind == BodyParty && f.speaksFor(e, p) {
			continue
		}
		kept = append(kept, p)
	}
	e.Parties = kept
}

// speaksFor tells whether a body takes part through a person who presides over it.
func (f *finder) speaksFor(e *Encounter, b Party) bool {
	name := f.Bodies[b.Ref].Name
	for _, p := range onlyPersons(e.Parties) {
		if p.Side != b.Side && p.Side > 0 && b.Side > 0 && len(e.Parties) < 3 {
			continue
		}
		for k, o := range f.People[p.Ref].Bodies {
			if o == "" || o != name && o != f.Bodies[b.Ref].Acronym {
				continue
			}
			core := coreTitle(f.People[p.Ref].Titles[k])
			if len(core) != 1 {
				continue
			}
			switch core[0] {
			case "president", "chairman", "chairwoman", "chairperson", "chair", "head", "director", "speaker", "leader":
				return true
			}
		}
	}
	return false
}

// enough tells whether the parties make an encounter: two of them, or one that is several.
func (f *finder) enough(e *Encounter, k int) bool {
	if len(e.Parties) > 1 {
		return true
	}
	if len(e.Parties) != 1 || e.Parties[0].Kind == PersonParty {
		return false
	}
	c := f.clauses[k].cands[0]
	if c.rule == "convened" && e.Parties[0].Kind == BodyParty {
		return false // a parliament that sits does its work
	}
	if c.rule == "held-talks" && c.noun >= 0 && f.Is(c.noun, "meeting", "session", "talks", "summit") && !c.heading && e.Parties[0].Kind == GroupParty && !single(e.Parties[0].Name) && f.namesWhose(e.Parties[0].Span) {
		return true // "the foreign ministers of the Union held a meeting"
	}
	if c.noun >= 0 && !c.heading && f.amongThem(n1(c), e.Parties) {
		return true
	}
	return e.Kind == "session" || e.Kind == "visit" && e.Status != "held" && e.Parties[0].Kind == GroupParty || c.group >= 0 && c.noun < 0 && verbFrames[f.Groups[c.group].Lemma].alone && !c.heading
}

// namesWhose tells whether a group is named with its body or state: "the foreign ministers of the Union".
func (f *finder) namesWhose(s pipeline.Span) bool {
	for i := f.TokenAt(s.Start); i < len(f.Tokens) && f.Tokens[i].Start < s.End; i++ {
		if m, _, _ := f.MentionAt(i); m != nil && m.Kind != clauses.Date {
			return true
		}
	}
	return false
}

// triggerMode sets the mode that the first candidate with one tells by its own words.
func (f *finder) triggerMode(e *Encounter, cs []*cand) {
	for _, c := range cs {
		if c.mode == "" {
			continue
		}
		e.Mode = Piece{c.mode, f.Span(c.first, c.last), "mode-of-trigger"}
		if c.mode == "phone" && e.Kind == "meeting" {
			e.Kind = "call"
		}
		return
	}
}

// how sets kind and mode.
func (f *finder) how(k int) {
	e := f.list[k]
	cs := f.clauses[k].cands
	for j := range f.list {
		if j != k && f.sameTrigger(j, k) {
			cs = append(append([]*cand(nil), cs...), f.clauses[j].cands...)
		}
	}
	f.triggerMode(e, cs)
	if e.Mode.Value == "" || e.Mode.Value == "in_person" {
		for _, c := range f.clauses[k].cands {
			s := f.Sentences[c.sentence]
			if c.pointer && c.noun >= 0 && len(c.sides) == 0 && c.sentence != f.clauses[k].cands[0].sentence {
				continue
			}
			if at, ok := f.onlineWords(max(c.from, s.First), min(c.to, s.Last)); ok {
				e.Mode = Piece{"online", f.Span(at, at+1), "mode-online"}
				return
			}
			if f.phoneWords(c.from, c.to) && (e.Kind == "call" || c.rule == "spoke-with") || f.byPhone(c.first, c.to) {
				e.Kind = "call"
				e.Mode = Piece{"phone", f.Span(c.first, c.last), "mode-phone"}
				return
			}
		}
	}
	if e.Kind == "visit" && f.calledIn(k) {
		e.Kind = "meeting"
	}
	if e.Kind == "meeting" && f.withCredentials(k) {
		e.Kind = "ceremony"
	}
	if e.Mode.Value != "" {
		return
	}
	if e.Kind == "meeting" && f.titledVisit(k) {
		e.Kind = "visit"
	}
	c := f.clauses[k].cands[0]
	if told := f.titledMode(k); told.Value != "" {
		e.Mode = told
		if told.Value == "phone" && e.Kind == "meeting" {
			e.Kind = "call"
		}
		return
	}
	if c.rule == "spoke-with" && e.Kind == "call" {
		if f.placeMention(c) < 0 {
			e.Mode.Value = "unknown"
			return
		}
		e.Kind = "meeting"
	}
	e.Mode = Piece{"in_person", f.Span(c.first, c.last), "mode-in-person"}
}

// titledMode gives the mode that the title's own noun tells of the page's first
// encounter ("Virtual Roundtable", "Leaders Call"), where no encounter of the
// page has told it and the first is at no place.
func (f *finder) titledMode(k int) Piece {
	if k != 0 || !f.Heading[0] || f.clauses[0].cands[0].sentence == 0 || f.placeMention(f.clauses[0].cands[0]) >= 0 {
		return Piece{}
	}
	for _, c := range f.clauses {
		if c.mode() != "" {
			return Piece{}
		}
	}
	title := f.Sentences[0]
	for n := title.First; n < title.Last; n++ {
		noun, ok := f.encounterNoun(n)
		if !ok {
			continue
		}
		if at, online := f.onlineWords(f.nounStart(n), n); online {
			return Piece{"online", f.Span(at, at+1), "mode-online"}
		}
		if noun.mode == "phone" {
			return Piece{"phone", f.Span(n, n+1), "mode-phone"}
		}
	}
	return Piece{}
}

// calledIn tells a visit of courtesy that is paid to people: it is a call on them.
func (f *finder) calledIn(k int) bool {
	c := f.clauses[k].cands[0]
	if c.noun < 0 || c.site || len(c.sides) < 2 || !courtesyCall[f.W(c.noun-1).Low] || f.Is(c.noun-1, "official", "first", "maiden") {
		return false
	}
	return len(c.sides[1]) > 0 && len(onlyPersons(c.sides[1])) == len(c.sides[1])
}

// withCredentials tells whether the sentence of encounter k tells of letters
// of credence that no other encounter takes up.
func (f *finder) withCredentials(k int) bool {
	c := f.clauses[k].cands[0]
	found := false
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		found = found || f.Is(i, "credentials", "credence") && f.W(i).Mention < 0
	}
	for j := range f.list {
		found = found && (j == k || f.list[j].Kind != "ceremony")
	}
	return found
}

// titledVisit tells whether the title calls the encounter a visit that the body tells as hosting.
func (f *finder) titledVisit(k int) bool {
	for _, c := range f.clauses[k].cands {
		if c.heading && c.kind == "visit" {
			return true
		}
	}
	return false
}

// futureByDate makes an encounter of a day after publication a planned one.
func (f *finder) futureByDate(e *Encounter, k int) {
	d := e.Date.Value
	if c := f.clauses[k].cands[0]; c.group >= 0 && f.Groups[c.group].Tense == clauses.PastTense {
		return // told as past: the day was read too late
	}
	if first, _, ok := record.Days(d); ok && e.Status == "held" && len(f.Published) >= 10 && first > f.Published[:10] {
		e.Status = "planned"
	}
}

// triggers gathers the words that tell of the encounter, the body's first.
func (f *finder) triggers(k int) {
	e := f.list[k]
	cs := append([]*cand(nil), f.clauses[k].cands...)
	sort.SliceStable(cs, func(i, j int) bool { return !cs[i].heading && cs[j].heading })
	for _, c := range cs {
		e.Triggers = append(e.Triggers, Piece{Span: f.Span(c.first, c.last), Rule: c.rule})
	}
	if len(cs) > 0 {
		e.Sentence = cs[0].sentence
	}
}
