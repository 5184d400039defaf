package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

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
	if meals[w.Low] && f.Is(n+1, "meeting", "meetings", "talks", "session") {
		return noun, false // "a breakfast meeting"
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
		} else if f.Is(n+1, "for", "to") && !f.Is(n-1, "phone", "telephone") {
			return noun, false
		}
	case "contact":
		if !f.Is(n-1, "phone", "telephone", "telephonic") {
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
	if noun.weak && w.Upper && w.Low != "audience" && w.Low != "audiences" && !f.Heading[f.Tokens[n].Sentence] && f.W(n-1).Upper && n > f.Sentences[f.Tokens[n].Sentence].First {
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
	c.pointer = f.Is(start, "the", "this", "these", "those") && !f.upcoming(start, n)
	if f.prepared(start) || f.upcoming(start, n) {
		c.status = "planned"
	}
}

// upcoming tells whether tokens [first, last) say that an event is still to come.
func (f *finder) upcoming(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "upcoming", "forthcoming") {
			return true
		}
	}
	return false
}

// ordinal tells whether tokens [first, last) number an event: "the third
// session", "the 147th meeting".
func (f *finder) ordinal(first, last int) bool {
	for i := first; i < last; i++ {
		w := f.W(i)
		if f.Is(i, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "inaugural", "annual", "joint", "extraordinary", "next", "coming", "regular") {
			return true
		}
		if w.Mention < 0 && len(w.Low) > 2 && w.Low[0] >= '0' && w.Low[0] <= '9' {
			switch w.Low[len(w.Low)-2:] {
			case "st", "nd", "rd", "th":
				return true
			}
		}
	}
	return false
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

// abstract are nouns of talking that name a policy as often as an encounter.
var abstract = set("dialogue negotiations consultations engagement interaction exchange discussions")
