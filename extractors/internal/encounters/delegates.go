package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// addToTeam adds the people of a delegation to the encounters that it takes
// part in, else to the one told last.
func (f *finder) addToTeam(head string, ps []Party, s int) bool {
	ps = withRule(ps, "participant-listed")
	t := f.findTeam(head)
	if t == nil {
		f.addTo(ps, s, "participant-listed", false)
		return len(ps) > 0
	}
	old := append([]Party(nil), t.members...)
	if t.party.Kind != "" {
		old = append(old, t.party)
	}
	t.members = unique(append(t.members, ps...))
	found := false
	for k, e := range f.list {
		for _, p := range old {
			if f.present(e, p) {
				f.join(e, append([]Party{p}, ps...), 0)
				f.clauses[k].last = max(f.clauses[k].last, s)
				found = true
				break
			}
		}
	}
	if !found {
		f.addTo(ps, s, "participant-listed", false)
	}
	return len(ps) > 0
}

// groupAgain tells whether a subject takes up a group of the encounter told
// last: "The businesspeople included X".
func (f *finder) groupAgain(r clauses.Region) bool {
	if r.Empty() || len(f.list) == 0 || !f.Is(r.First, "the", "they", "these") || r.Last-r.First > 3 {
		return false
	}
	head := f.W(r.Last - 1).Low
	if head != "they" && !human(head) {
		return false
	}
	for _, p := range f.list[len(f.list)-1].Parties {
		if p.Kind == GroupParty {
			return true
		}
	}
	return false
}

// named: "They are X of Norway and Y of Portugal", "The envoys who presented
// their credentials were X and Y": the people of a group told before.
func (f *finder) named(g int) bool {
	grp := &f.Groups[g]
	if grp.Lemma != "be" || grp.Negated || len(f.list) == 0 {
		return false
	}
	sent := f.Sentences[grp.Sentence]
	r, link := f.Subject(g)
	if link != clauses.Own || len(f.personsIn(r.First, r.Last)) > 0 {
		return false
	}
	if !f.groupAgain(clauses.Region{First: r.First, Last: min(r.Last, r.First+2)}) && !f.groupAgain(clauses.Region{First: r.First, Last: min(r.Last, r.First+3)}) {
		return false
	}
	segs := f.absorb(f.reader.list(grp.Last, sent.Last).segs)
	var ps []Party
	for i := range segs {
		if segs[i].kind == person {
			ps = append(ps, f.partyOf(&segs[i], "participant-listed", grp.Sentence)...)
		}
	}
	if len(ps) == 0 && sent.Paragraph+1 < len(f.Paragraphs) && f.Is(sent.Last-1, ":") {
		ps = onlyPersons(f.lines(sent.Paragraph+1, "participant-listed"))
	}
	if len(ps) < 2 {
		return false
	}
	e := f.list[len(f.list)-1]
	kept := e.Parties[:0:0]
	for _, p := range e.Parties {
		if p.Kind != GroupParty {
			kept = append(kept, p)
		}
	}
	e.Parties = kept
	if f.eachAlone(e.Sentence) || f.eachLater(grp.Sentence) {
		f.oneEach(ps)
		return true
	}
	f.addTo(ps, grp.Sentence, "participant-listed", false)
	return true
}

// eachAlone tells whether sentence s says that people were met one by one:
// "at separate ceremonies", "individually".
func (f *finder) eachAlone(s int) bool {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.Is(i, "separate", "separately", "individually", "respectively") || f.Is(i, "one") && f.Is(i+1, "by", "after") && f.Is(i+2, "one", "another") {
			return true
		}
	}
	return false
}

// eachLater tells whether one of the two sentences after s says that each was
// met by himself: "While meeting separately with each of the ambassadors".
func (f *finder) eachLater(s int) bool {
	for k := s + 1; k < min(s+3, len(f.Sentences)); k++ {
		if !f.eachAlone(k) {
			continue
		}
		for i := f.Sentences[k].First; i < f.Sentences[k].Last; i++ {
			if f.Is(i, "each", "every") && f.Is(i+1, "of", "ambassador", "envoy", "guest") {
				return true
			}
		}
	}
	return false
}

// oneEach makes of the encounter told last one for each of the people.
func (f *finder) oneEach(ps []Party) {
	k := len(f.list) - 1
	e, cl := f.list[k], f.clauses[k]
	f.list, f.clauses = f.list[:k], f.clauses[:k]
	for _, p := range withRule(ps, "participant-listed") {
		n := *e
		n.Parties = append([]Party(nil), e.Parties...)
		p.Side = len(sidesOf(e)) + 1
		n.Parties = append(n.Parties, p)
		c := *cl.cands[0]
		f.list = append(f.list, &n)
		f.clauses = append(f.clauses, clauseOf{cands: append([]*cand{&c}, cl.cands[1:]...), last: cl.last})
	}
}

func sidesOf(e *Encounter) map[int]bool {
	sides := map[int]bool{}
	for _, p := range e.Parties {
		sides[p.Side] = true
	}
	return sides
}

// headedBy: "The delegation was headed by X".
func (f *finder) headedBy(g int) bool {
	grp := &f.Groups[g]
	if !grp.Passive || grp.Lemma != "head" && grp.Lemma != "lead" && grp.Lemma != "represent" {
		return false
	}
	sent := f.Sentences[grp.Sentence]
	r, _ := f.Subject(g)
	at := f.seek(grp.Last, sent.Last, false, "by")
	if at < 0 || r.Empty() {
		return false
	}
	ps, _, _ := f.read(at, sent.Last, "participant-leader", grp.Sentence)
	who := onlyPersons(ps)
	head := f.W(r.Last - 1).Low
	if head == "side" || head == "sides" { // "the Maltese side was headed by X and the Libyan side by Y"
		for i := at; i < sent.Last; i++ {
			if !f.Is(i, "by") || f.W(i).Mention >= 0 {
				continue
			}
			more, _, _ := f.read(i+1, sent.Last, "participant-leader", grp.Sentence)
			who = append(who, onlyPersons(more)...)
		}
		f.addTo(unique(who), grp.Sentence, "participant-leader", false)
		return len(who) > 0
	}
	if len(who) == 0 || head != "delegation" && head != "team" && head != "group" {
		return false
	}
	if t := f.findTeam(head); t != nil {
		t.members = unique(append(t.members, who...))
	}
	for _, e := range f.list {
		for _, p := range e.Parties {
			if words := fields(p.Name); p.Kind == GroupParty && contains1(words, head) {
				f.join(e, append([]Party{p}, who...), 0)
				break
			}
		}
	}
	return true
}

func contains1(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// inDelegation: "In the party were X and Y", "Among the members in the delegation are X".
func (f *finder) inDelegation(g int) bool {
	grp := &f.Groups[g]
	sent := f.Sentences[grp.Sentence]
	if f.W(sent.First).Class != clauses.Prep || !f.frontedPresence(sent.First, grp.First) {
		return false
	}
	head := ""
	for i := sent.First; i < grp.First; i++ {
		if f.Is(i, "delegation", "team", "group", "mission") && !f.W(i).Upper {
			head = f.W(i).Low
		}
	}
	if head == "" {
		return false
	}
	ps, _, _ := f.read(grp.Last, sent.Last, "participant-listed", grp.Sentence)
	return f.addToTeam(head, ps, grp.Sentence)
}

// escorts: "He was accompanied by X and Y", "was joined by X": those who stay
// with a person through the encounters told after.
func (f *finder) escorts(s int) {
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		sent := f.Sentences[s]
		at := -1
		if grp.Lemma == "be" && f.Is(grp.Last, "in") && f.Is(grp.Last+2, "company") && f.Is(grp.Last+3, "of") {
			at = grp.Last + 4
		} else if grp.Passive && (grp.Lemma == "accompany" || grp.Lemma == "join" || grp.Lemma == "flank" || grp.Lemma == "assist") {
			at = f.seek(grp.Last, sent.Last, false, "by")
		}
		if at < 0 {
			continue
		}
		who := f.subjectOf(g)
		ps, _, _ := f.read(at, sent.Last, "participant-with", s)
		if len(ps) == 0 && f.Is(sent.Last-1, ":") {
			ps = f.lines(sent.Paragraph+1, "participant-with")
		}
		if len(who) == 0 || len(ps) == 0 {
			continue
		}
		if who[0].Kind == PersonParty && ps[0].Kind == PersonParty { // a delegation that travels along is not at every meeting
			if grp.Tense == clauses.PresentTense { // "is accompanied": from now on
				f.since[who[0].Ref] = s
			}
			f.escort[who[0].Ref] = append(f.escort[who[0].Ref], ps...)
		}
		if k := len(f.list) - 1; k >= 0 && f.present(f.list[k], who[0]) && f.clauses[k].last >= s-3 && f.escorted(f.list[k], s) {
			f.join(f.list[k], append([]Party{who[0]}, ps...), 0)
		}
	}
}

// escorted tells whether those who travel along, by sentence s, are at encounter
// e too: not at each meeting that is planned, unless the sentence names or tells one.
func (f *finder) escorted(e *Encounter, s int) bool {
	if e.Status != "planned" || e.Kind == "visit" || e.Sentence == s {
		return true
	}
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.Is(i, "meeting", "meetings", "talks", "audience", "call", "session") && f.W(i).Mention < 0 {
			return true
		}
	}
	return false
}

// listed: a heading or a sentence that ends in a colon, and a list after it.
func (f *finder) listed(s int) {
	sent := f.Sentences[s]
	par := f.Paragraphs[sent.Paragraph]
	if s != par.Last-1 || sent.Paragraph+1 >= len(f.Paragraphs) || sent.Last-sent.First > 40 {
		return
	}
	said := false
	for i := sent.First; i < sent.Last; i++ {
		switch f.W(i).Low {
		case "participants", "attendees", "attendance", "attending", "participating", "present", "participated", "attended", "accompanied", "following", "joined", "included":
			said = said || f.W(i).Mention < 0
		}
	}
	if _, _, open := f.openVerb(s); open {
		return // whom they met, one by one
	}
	if !said || !strings.HasSuffix(strings.TrimSpace(f.Quote(sent.Span)), ":") && !f.Heading[s] {
		return
	}
	ps := f.lines(sent.Paragraph+1, "participant-listed")
	f.ofGroup(s)
	f.unlist(s, ps)
	f.addTo(ps, s, "participant-listed", false)
}

// ofGroup makes the encounter with the group whose people sentence s announces
// ("Members of Congress attending the meeting:") the one told last.
func (f *finder) ofGroup(s int) {
	for k := len(f.list) - 1; k >= 0; k-- {
		for _, p := range f.list[k].Parties {
			words := fields(p.Name)
			if p.Kind != GroupParty || len(words) == 0 || f.list[k].Status != "held" {
				continue
			}
			for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
				if low := f.W(i).Low; human(low) && low != "participants" && low != "attendees" && contains1(words, low) {
					f.toEnd(k)
					return
				}
			}
		}
	}
}

// unlist takes out of the encounter told last the group whose people the list
// under sentence s names: "Mayors from today's meeting included:".
func (f *finder) unlist(s int, ps []Party) {
	if len(f.list) == 0 || len(onlyPersons(ps)) < 2 {
		return
	}
	heads := map[string]bool{}
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		heads[f.W(i).Low] = true
	}
	whole := (heads["participants"] || heads["attendees"]) && !heads["included"] && !heads["include"]
	e := f.list[len(f.list)-1]
	kept := e.Parties[:0:0]
	for _, p := range e.Parties {
		words := fields(p.Name)
		if p.Kind == GroupParty && len(words) > 0 && (whole || heads[words[len(words)-1]] || heads[words[0]]) && !heads["white"] {
			continue
		}
		kept = append(kept, p)
	}
	e.Parties = kept
}
