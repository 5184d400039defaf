package encounters

import (
	"readout/extractors/internal/clauses"
)

// holding gives the verb group that holds the noun phrase at token start
// ("held", "took part in", "paid him"), or -1.
func (f *finder) holding(start int) int {
	i := start - 1
	if f.W(i).Class == clauses.Quote && f.quoted(start) {
		i-- // 'had a "useful meeting" with'
	}
	if f.W(i).Class == clauses.Poss && f.W(i).Low != "'s" || f.W(i).Class == clauses.Det {
		i--
	}
	for k := 0; k < 6 && i >= f.Sentences[f.Tokens[start].Sentence].First; k++ {
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
