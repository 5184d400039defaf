package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// speaker adds the person whom sentence s lets speak at the encounter told
// last: one side of it is a group or a body, and the speaker belongs to it.
func (f *finder) speaker(s int) {
	k := len(f.list) - 1
	if k < 0 || f.Heading[s] || len(f.focus[s]) == 0 {
		return
	}
	if len(f.focus[s]) > 1 {
		f.jointly(s, k)
		return
	}
	e := f.list[k]
	p := f.focus[s][0]
	if p.Kind != PersonParty || e.Status != "held" || s <= f.clauses[k].cands[0].sentence || s-f.clauses[k].last > 4 {
		return
	}
	g := f.sayingGroup(s)
	if g < 0 || f.press(p.Ref) || f.known1(p) {
		return
	}
	if !f.openSide(e) {
		return
	}
	if f.toMedia(g) {
		f.drop("participant-speaker", p.Span, "speaks to the media, not at the meeting")
		return
	}
	p.Rule, p.Side = "participant-speaker", f.sideOf(e, p)
	e.Parties = append(e.Parties, p)
	f.clauses[k].last = s
}

// jointly adds those who speak together with a party of the encounter told last.
func (f *finder) jointly(s, k int) {
	e := f.list[k]
	ps := onlyPersons(f.focus[s])
	if e.Status != "held" || s-f.clauses[k].last > 4 || s <= f.clauses[k].cands[0].sentence || f.sayingGroup(s) < 0 {
		return
	}
	in := 0
	for _, p := range ps {
		if f.present(e, p) {
			in++
		}
	}
	g := f.sayingGroup(s)
	if in == 0 && !(f.openSide(e) && f.Groups[g].Lemma == "tell" && !f.toMedia(g)) || in == len(ps) {
		return
	}
	for _, p := range ps {
		if !f.present(e, p) && !f.known1(p) {
			p.Rule, p.Side = "participant-speaker", f.sideOf(e, p)
			e.Parties = append(e.Parties, p)
		}
	}
}

// known1 tells whether a person is already a party of some encounter.
func (f *finder) known1(p Party) bool {
	for _, e := range f.list {
		if f.present(e, p) {
			return true
		}
	}
	return false
}

// openSide tells whether a group or a body takes part whose people are not all named.
func (f *finder) openSide(e *Encounter) bool {
	for _, p := range e.Parties {
		if p.Kind != PersonParty {
			return true
		}
	}
	return false
}

// press tells whether a person speaks for others by office.
func (f *finder) press(p int) bool {
	for _, t := range f.People[p].Titles {
		low := strings.ToLower(t)
		if strings.Contains(low, "spokes") || strings.Contains(low, "press") || strings.Contains(low, "journalist") || strings.Contains(low, "editor") {
			return true
		}
	}
	return false
}

func (f *finder) sayingGroup(s int) int {
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		if f.Groups[g].Finite() && saying[f.Groups[g].Lemma] {
			return g
		}
	}
	return -1
}

// toMedia tells whether the words after a verb of speech go to the media.
func (f *finder) toMedia(g int) bool {
	grp := &f.Groups[g]
	for i := grp.Last; i < grp.Last+6 && i < f.Sentences[grp.Sentence].Last; i++ {
		if w := f.W(i); w.Mention < 0 && mediaWords[w.Low] {
			return true
		}
		if f.W(i).Class == clauses.Stop {
			break
		}
	}
	return false
}
