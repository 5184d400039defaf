package encounters

import (
	"readout/extractors/internal/clauses"
)

// engaged: "engaged with X on trade", "was engaged via telephone with X".
// Whom a body engages with as a matter of policy is nobody in particular.
func (f *finder) engaged(g, limit int) []*cand {
	grp := &f.Groups[g]
	if grp.Tense == clauses.PresentTense && !grp.Passive || grp.Tense == clauses.Infinitive || grp.Tense == clauses.Gerund {
		return nil
	}
	at := f.seek(grp.Last, limit, false, "with")
	if at < 0 {
		return nil
	}
	segs := f.absorb(f.reader.list(at, limit).segs)
	if !anyPerson(segs) && !(len(segs) > 0 && segs[0].kind == official) {
		return nil
	}
	return f.build(f.newCand(g, "met-with", "meeting", ""), f.subjectOf(g), at, limit, false)
}

// accounts are what a host or an official gives visitors by word of mouth.
var accounts = set("briefing briefings overview presentation presentations explanation explanations update updates tour")

// visitsPaid are encounters that a host receives from a guest.
var visitsPaid = set("visit visits call calls")

// receivedFrom: "received an overview of the law from Y", "received a visit from Y",
// "received separate courtesy calls by X and Y".
func (f *finder) receivedFrom(g, limit int) []*cand {
	grp := &f.Groups[g]
	if grp.Passive || !grp.Finite() {
		return nil
	}
	for i := grp.Last; i < min(limit, grp.Last+5) && f.groupAtToken(i) < 0; i++ {
		w := f.W(i)
		if w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Person || w.Class == clauses.Prep {
			return nil
		}
		call := f.Is(i, "call", "calls")
		if !accounts[w.Low] && !visitsPaid[w.Low] || call && !courtesyCall[f.W(i-1).Low] {
			continue
		}
		at := f.seek(i+1, limit, true, "from", "by")
		if at < 0 || f.W(at).Class == clauses.Poss || !f.meetable(at, limit) {
			return nil // "an update from my team" is work
		}
		c := f.newCand(g, "received", "meeting", "in_person")
		if visitsPaid[w.Low] && !call {
			c.kind = "visit"
		}
		for k := grp.Last; k < i; k++ {
			c.split = c.split || f.Is(k, "separate")
		}
		return f.build(c, f.subjectOf(g), at, limit, false)
	}
	return nil
}

// meals are occasions at which a host has guests.
var meals = set("dinner lunch luncheon breakfast banquet iftar reception receptions supper tea")

// mealGiven are participles between a meal and its host.
var mealGiven = set("hosted offered given held organized organised arranged tendered thrown")

// guestsOf gives the token of the guest or host behind the meal at token n:
// "a dinner in honour of X", "the lunch offered by X"; -1 for none.
func (f *finder) guestsOf(n, limit int) int {
	if !meals[f.W(n).Low] {
		return -1
	}
	for i := n + 1; i < min(limit, n+12); i++ {
		w := f.W(i)
		if w.Mention >= 0 {
			continue
		}
		switch {
		case f.Is(i, "honour", "honor") && f.Is(i-1, "in") && f.Is(i+1, "of"):
			return i + 2
		case f.Is(i, "honour", "honor") && f.Is(i-2, "in") && f.W(i-1).Class == clauses.Poss:
			return -1
		case mealGiven[w.Low] && f.Is(i+1, "by"):
			return i + 2
		case w.Class == clauses.Stop && len(w.Low) == 1, w.Class == clauses.Rel, w.Class == clauses.Sub:
			return -1
		}
	}
	return -1
}

// guestOfHonour: "will be the guest of honour at a banquet hosted by X".
func (f *finder) guestOfHonour(g, i, limit int) []*cand {
	if !f.Is(i, "guest", "guests") || !f.Is(i+1, "of") || !f.Is(i+2, "honour", "honor") {
		return nil
	}
	for n := i + 3; n < min(limit, i+10); n++ {
		if at := f.guestsOf(n, limit); at >= 0 && f.meetable(at, limit) {
			return f.build(f.newCand(g, "guest-of", "meeting", "in_person"), f.subjectOf(g), at, limit, false)
		}
	}
	return nil
}
