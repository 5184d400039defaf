package timex

import (
	"sort"

	"readout/extractors/internal/lex"
)

// tense tells on which side of the publication date a clause puts what it
// tells of.
type tense uint8

const (
	unknown tense = iota
	past
	future
	futureInPast // "was held in May, with the second round set for June"
)

// tense guesses the tense of the clause of a mention: from the verb, the
// preposition or the participle nearest before it in its sentence, else from
// the first verb after it. An infinitive takes the tense of the word that
// governs it, where that is one of intention the future.
func (p *parser) tense(m mention) tense {
	lo, hi := p.sentence(m.first)
	if p.thatWas(m.last, hi) {
		return past
	}
	if p.wasSet(m.last) {
		return future
	}
	if p.resultsOf(m) {
		return past
	}
	if p.tok(m.last).Kind == lex.Possessive {
		// "calling Monday's drills a warning": what stands far before tells of
		// something else.
		lo = max(lo, m.first-possessiveReach)
		if p.sentFor(m, hi) {
			return future
		}
		if t := p.tenseBefore(m, lo); t != unknown {
			return t
		}
		return max(p.tenseAfter(m, hi), past)
	}
	if t := p.tenseBefore(m, lo); t != unknown {
		return t
	}
	return p.tenseAfter(m, hi)
}

// sentFor tells whether the event that the date of m owns is what people are sent
// to: "arrived for Sunday's elections", "to monitor Saturday's vote", unless the
// clause goes on to tell of it in the past.
func (p *parser) sentFor(m mention, hi int) bool {
	switch b := p.w(m.first - 1); {
	case b == "for":
	case p.w(m.first-2) != "to":
		return false
	case b == "observe", b == "monitor", b == "cover", b == "witness", b == "supervise", b == "attend", b == "join":
	default:
		return false
	}
	for k := m.last; k < min(hi, m.last+40) && p.w(k) != ","; k++ {
		if p.toks[k].Kind == lex.Word && p.verb(k, -1) == verbPast {
			return false
		}
	}
	return true
}

// possessiveReach is how many tokens before a possessive still govern it.
const possessiveReach = 6

func (p *parser) tenseBefore(m mention, lo int) tense {
	headline := p.headline(m.first)
	infinitive := false
	for k := m.first - 1; k >= lo; k-- {
		t := p.toks[k]
		if t.Lower == ";" || t.Lower == ":" || isDash(t.Lower) && p.touches(k) == p.touches(k+1) && k >= m.first-2 && p.w(m.last) == "," {
			break // what the date begins is a clause of its own: "they are at one — on Monday, all of them signed"
		}
		if t.Kind != lex.Word {
			continue
		}
		switch c := p.verb(k, m.first); c {
		case verbTo:
			if p.onceDue(k-1, lo) {
				return futureInPast
			}
			if isIntent(p.w(k - 1)) {
				return future
			}
			infinitive = true
		case verbPast:
			if infinitive && intends(t.Lower) || p.foresees(k, m) {
				return future
			}
			return past
		case verbFuture:
			if isSetting(t.Lower) && p.toldInPast(k, lo) {
				return futureInPast
			}
			return future
		case verbPresent:
			if headline && !infinitive {
				return past
			}
			return future
		}
	}
	if infinitive {
		return future // a headline: "Speaker to visit Oslo on Monday"
	}
	return unknown
}

// foresees tells whether the verb at k tells of an encounter yet to come, to
// which the month or day of m belongs: "agreed on a visit to Riga in June",
// "invited him to the summit in December".
func (p *parser) foresees(k int, m mention) bool {
	if m.from.month == 0 {
		return false
	}
	invited := false
	switch p.w(k) {
	case "invited":
		invited = true
	case "agreed", "discussed", "proposed", "considered", "explored", "suggested", "floated":
	default:
		return false
	}
	for j := k + 2; j < m.first; j++ {
		switch p.w(j) {
		case "visit", "trip", "meeting", "summit", "session", "round", "conference", "forum", "talks", "dialogue", "ceremony", "gathering":
			if invited {
				return true
			}
			for i := j - 1; i > k && i > j-4; i-- {
				if w := p.w(i); w == "a" || w == "an" || w == "another" {
					return true
				}
			}
		}
	}
	return false
}

// resultsOf tells whether the month of m belongs to an event that has had
// results: "the outcomes of the June Summit".
func (p *parser) resultsOf(m mention) bool {
	if m.from.unit != unitMonth || m.from.year != 0 || p.w(m.first-1) != "the" || isFunction(p.w(m.last)) {
		return false
	}
	if w := p.w(m.first - 2); w != "of" && w != "from" {
		return false
	}
	switch p.w(m.first - 3) {
	case "outcome", "outcomes", "result", "results", "decision", "decisions", "conclusions", "agreements", "commitments", "aftermath":
		return true
	}
	return false
}

// isSetting tells participles that set a time.
func isSetting(w string) bool {
	switch w {
	case "scheduled", "planned", "slated", "due", "expected", "foreseen", "set", "fixed", "billed", "timed", "arranged":
		return true
	}
	return false
}

// toldInPast tells whether the participle at k hangs on a verb in the past.
func (p *parser) toldInPast(k, lo int) bool {
	for k--; k >= lo; k-- {
		if p.toks[k].Kind != lex.Word {
			continue
		}
		switch p.verb(k, -1) {
		case verbPast:
			return true
		case verbFuture, verbPresent:
			return false
		}
	}
	return false
}

// onceDue tells whether the participle at k says what was to be and is not:
// "was originally scheduled", "had been due".
func (p *parser) onceDue(k, lo int) bool {
	if !isSetting(p.w(k)) {
		return false
	}
	for j := k - 1; j >= lo && j > k-5; j-- {
		switch p.w(j) {
		case "originally", "initially", "previously", "had":
			return true
		}
	}
	return false
}

// thatWas tells whether the noun that the date at i belongs to is told of in
// the past: "the October 7 attacks that killed".
func (p *parser) thatWas(i, hi int) bool {
	if !isCount(p.tok(i)) {
		return false
	}
	for k := i; k < i+5 && k+1 < hi; k++ {
		if w := p.w(k); w == "that" || w == "which" {
			return p.verb(k+1, -1) == verbPast
		}
	}
	return false
}

func (p *parser) tenseAfter(m mention, hi int) tense {
	for k := m.last; k < hi; k++ {
		t := p.toks[k]
		switch {
		case t.Lower == ";":
			return unknown
		case t.Lower == ",":
			switch p.w(k + 1) {
			case "who", "which", "whose", "where", "whom": // the clause goes on after the next comma
				for k++; k < hi && p.w(k) != ","; k++ {
				}
			default: // "the Board, headed by its chair, meets"
				if isPast(p.w(k+1)) && p.w(k+2) == "by" {
					for k++; k < hi && p.w(k) != ","; k++ {
					}
				}
			}
			continue
		case t.Kind != lex.Word:
			continue
		}
		switch c := p.verb(k, -1); c {
		case verbPast:
			return past
		case verbFuture:
			return future
		case verbPresent:
			if p.headline(k) {
				return past
			}
			return future
		}
	}
	return unknown
}

// sentence gives the tokens of the sentence that holds token i.
func (p *parser) sentence(i int) (lo, hi int) {
	start, end := -1, -1
	at := p.toks[i].Start
	if s := p.o.Sentences; len(s) > 0 {
		n := sort.Search(len(s), func(k int) bool { return s[k].End > at })
		if n < len(s) && s[n].Start <= at {
			start, end = s[n].Start, s[n].End
		}
	}
	for lo = i; lo > 0 && p.toks[lo-1].Kind != lex.Break && p.toks[lo-1].Start >= start; lo-- {
	}
	for hi = i + 1; hi < len(p.toks) && p.toks[hi].Kind != lex.Break && (end < 0 || p.toks[hi].Start < end); hi++ {
	}
	return lo, hi
}
