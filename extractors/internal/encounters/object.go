package encounters

import (
	"readout/extractors/internal/clauses"
)

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
