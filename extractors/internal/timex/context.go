package timex

import "readout/extractors/internal/lex"

// allowed tells whether the words around a bare month or a bare year make it
// a date.
func (p *parser) allowed(m mention) (ok bool, why string) {
	if m.from.unit == unitMonth {
		return p.monthAllowed(m)
	}
	return p.yearAllowed(m)
}

// monthAllowed: a month without day and year is a date after a preposition of
// time, after "early", "end of" and the like, or as an attribute ("the
// September summit"). May, March, April, June and August are names and verbs
// too: they need more.
func (p *parser) monthAllowed(m mention) (ok bool, why string) {
	i := m.first
	name := false
	switch m.from.month {
	case 3, 4, 5, 6, 8:
		name = true
	}
	capital := p.tok(i).Capital
	before, after := p.w(i-1), p.tok(m.last)
	if isDash(before) && p.touches(i) {
		before = p.w(i - 2)
	}
	switch before {
	case "in", "since", "during", "early", "late", "mid", "end", "throughout", "into", "towards", "toward":
		return true, ""
	case "until", "till", "through", "between", "before", "after", "around", "from", "to", "for", "by":
		if !capital && name {
			return false, "in small letters it may be another word"
		}
		if name && (before == "to" || before == "for" || before == "by" || before == "from" || before == "after" || before == "before") {
			return p.announced(i-1) || !p.namesPerson(m.from.month) && !after.Capital && m.from.month != 3, "the word may be a name or a verb here"
		}
		return true, ""
	case "of":
		switch p.w(i - 2) {
		case "end", "beginning", "start", "middle", "month", "half", "part", "week", "course", "day", "days", "elections", "election", "referendum",
			"vote", "meeting", "summit":
			return capital || p.partOf(i), "in small letters it may be another word"
		}
		return capital && !name, "after this word it may be a name"
	}
	if !capital {
		return false, "in small letters without a preposition of time it may be another word"
	}
	if after.Kind == lex.Possessive && !name {
		return true, ""
	}
	if b := p.tok(i - 1); !name && b.Kind == lex.Word && !b.Capital && !isFunction(b.Lower) && isDeterminer(p.w(i-2)) && isCount(after) {
		return true, "" // "the aborted July launch"
	}
	if isDeterminer(before) || before == "’" {
		switch {
		case after.Capital && isEpisode(after.Lower):
			return false, "the month belongs to a name"
		case after.Kind != lex.Word:
			return false, "no noun follows that the month could belong to"
		case name && p.namesPerson(m.from.month):
			return false, "the page has a person of this name"
		}
		return !isFunction(after.Lower), "no noun follows that the month could belong to"
	}
	return false, "a bare month needs a preposition of time or a determiner before it"
}

// isEpisode tells nouns of history that a month names: "the July Charter".
func isEpisode(w string) bool {
	switch w {
	case "charter", "revolution", "uprising", "war", "movement", "constitution", "theses", "manifesto", "massacre", "coup", "laws":
		return true
	}
	return false
}

// announced tells whether a word that sets a time stands before the
// preposition at i: "scheduled for April", "postponed to March".
func (p *parser) announced(i int) bool {
	switch p.w(i - 1) {
	case "scheduled", "planned", "set", "due", "slated", "expected", "postponed", "deferred", "delayed", "moved", "foreseen", "brought",
		"forward", "back", "rescheduled", "extended", "arranged", "held", "begin", "start", "end", "place", "completed", "ready",
		"february", "january", "march", "july", "september", "october", "november", "december", "april", "june", "august", "may":
		return true
	}
	return false
}

// namesPerson tells whether the text has the month's word beside a
// capitalised word, as in a person's name ("Theresa May").
func (p *parser) namesPerson(month int) bool {
	if p.persons[month] == unasked {
		p.persons[month] = no
		if p.findPerson(month) {
			p.persons[month] = yes
		}
	}
	return p.persons[month] == yes
}

func (p *parser) findPerson(month int) bool {
	for k, t := range p.toks {
		if t.Capital && t.Kind == lex.Word && monthOf(t.Lower) == month {
			b := p.tok(k - 1)
			if b.Capital && b.Kind == lex.Word && !isFunction(b.Lower) && monthOf(b.Lower) == 0 {
				if n, _ := weekdayNumber(b.Lower); n == 0 {
					return true
				}
			}
			if p.w(k+1) == "said" || p.w(k+1) == "told" {
				return true
			}
		}
	}
	return false
}

// recurs tells whether a day or month without a year is one of every year: "by
// 1 February of each year", "every March", "5 May, annually".
func (p *parser) recurs(m mention) bool {
	if m.from.base != fromCalendar || m.from.month == 0 || m.from.year != 0 || m.from.ofYear != anyOne {
		return false
	}
	if b := p.w(m.first - 1); b == "every" || b == "each" {
		return true
	}
	k := m.last
	if p.w(k) == "," {
		k++
	}
	if p.w(k) == "of" {
		k++
	}
	switch p.w(k) {
	case "each", "every":
		return p.w(k+1) == "year" || p.w(k+2) == "years" || p.w(k+2) == "year"
	case "annually":
		return true
	}
	return false
}

// startsSentence tells whether a sentence, a line or a quotation begins with
// token i.
func (p *parser) startsSentence(i int) bool {
	b := p.tok(i - 1)
	switch b.Lower {
	case ".", "!", "?", "“", "\"", ":":
		return true
	}
	return b.Kind == lex.Break
}
