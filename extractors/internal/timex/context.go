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
	case "in", "since", "during", "early", "late", "mid", "throughout", "into", "towards", "toward":
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
			return capital, "in small letters it may be another word"
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
		case after.Kind != lex.Word:
			return false, "no noun follows that the month could belong to"
		case name && p.namesPerson(m.from.month):
			return false, "the page has a person of this name"
		}
		return !isFunction(after.Lower), "no noun follows that the month could belong to"
	}
	return false, "a bare month needs a preposition of time or a determiner before it"
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

// yearAllowed: four digits are a year after a preposition of time, in
// parentheses, or as an attribute ("the 2014 elections"); not where they count
// what follows, and not as the end of a name ("Vision 2030", "Paris 2024").
func (p *parser) yearAllowed(m mention) (ok bool, why string) {
	i := m.first
	y, after := m.from.year, p.tok(m.last)
	counting := p.counts(m)
	before := p.tok(i - 1)
	if isMeasure(after.Lower) && !(after.Lower == "year" && before.Lower == "in") {
		return false, "the number is a measure"
	}
	dash := isDash(before.Lower)
	if dash && (p.w(i-2) == "mid" || p.w(i-2) == "pre" || p.w(i-2) == "post") {
		return true, ""
	}
	word := before.Lower
	switch word {
	case "both", "least", "about", "around", "approximately", "circa", "roughly":
		// "in both 2021 and 2022", "since at least 2000"
		k := i - 2
		if word == "least" {
			k--
		}
		if w := p.w(k); w == "in" || w == "since" || w == "until" || w == "by" {
			word = w
		}
	case "as":
		if w := p.w(i - 2); w == "soon" || w == "early" || w == "late" || w == "recently" {
			return true, ""
		}
	case "that":
		switch after.Lower {
		case "had", "has", "was", "is", "will", "would":
			return y >= 1900, "too early for a year without more"
		}
	case "than":
		if w := p.w(i - 2); w == "later" || w == "earlier" {
			return true, ""
		}
	case "of":
		switch p.w(i - 2) {
		case "start", "beginning", "end", "middle", "half", "quarter", "course", "rest", "autumn", "summer", "spring", "winter", "year", "years", "class":
			return true, ""
		}
	}
	switch word {
	case "in", "since", "during", "early", "late", "year", "years", "throughout", "circa", "mid", "entire", "whole", "full", "calendar",
		"ending", "expiring", "dated":
		return !counting || y%100 != 0, "the number counts what follows"
	case "until", "till", "before", "after", "from", "between", "through", "by", "for", "of", "to", "around", "over", "beyond", "into", "towards", "about",
		"against", "versus", "with":
		switch {
		case counting || isCount(after) && y%100 == 0 && word != "until" && word != "after" && word != "before":
			return false, "the number counts what follows"
		case word == "about" || word == "over" && !m.ranged:
			return false, "the word before makes it a number"
		case word == "with" && p.w(i-2) != "compared":
			return false, "no preposition of time before it"
		case word == "of" && (p.w(i-2) == "total" || p.w(i-2) == "number" || p.w(i-2) == "group" || p.w(i-2) == "some"):
			return false, "the words before make it a number"
		}
		return y >= 1500, "too early for a year without more"
	case "(":
		if after.Lower == ")" || after.Lower == "," || after.Lower == ";" || isDash(after.Lower) {
			return y >= 1500, "too early for a year without more"
		}
	}
	return p.yearAttribute(m, counting)
}

// counts tells whether a number that looks like a year counts what follows.
func (p *parser) counts(m mention) bool {
	after := p.tok(m.last)
	if m.from.unit != unitYear || m.ranged {
		return false
	}
	if isMeasure(after.Lower) {
		return true
	}
	next := p.tok(m.last + 1) // "emissions targets": the plural is no head
	return isPlural(after) && !isEvent(after.Lower) && !after.Capital && (!isCount(next) || isPast(next.Lower))
}

func (p *parser) yearAttribute(m mention, counting bool) (ok bool, why string) {
	i := m.first
	before, after := p.tok(i-1), p.tok(m.last)
	y := m.from.year
	if y < 1800 || y > 2100 || y < 1900 && !isDeterminer(before.Lower) && before.Kind != lex.Possessive {
		return false, "too far from our time for a year without a preposition"
	}
	switch {
	case after.Capital && p.document(m.last):
		return false, "the year belongs to a name"
	case counting:
		return false, "the number counts what follows"
	case m.ranged && !(before.Kind == lex.Word && before.Capital && !p.startsSentence(i-1)):
		return true, ""
	case isDeterminer(before.Lower) || before.Kind == lex.Possessive || before.Lower == "’":
		return after.Kind == lex.Word && !isFunction(after.Lower), "no noun follows that the year could belong to"
	case before.Lower == "election" || before.Lower == "elections":
		return true, ""
	case before.Kind == lex.Word && before.Capital && !p.startsSentence(i-1):
		return false, "after a capitalised word it belongs to a name"
	case p.startsSentence(i):
		return isFunction(after.Lower) && after.Kind == lex.Word, "the first number of a sentence may count"
	case before.Kind == lex.Word && isEvent(before.Lower):
		return true, ""
	case before.Kind == lex.Word && !before.Capital:
		return after.Kind == lex.Word && !isFunction(after.Lower), "no preposition of time before it and no noun behind it"
	}
	return false, "no preposition of time before it"
}

// document tells whether the capitalised words from i on name a document, a
// plan or a prize, whose year is part of its name ("the 1990 Copenhagen
// Document"); an event's year tells when it is ("the 2024 General Elections").
func (p *parser) document(i int) bool {
	for k := i; k < i+7 && p.tok(k).Kind == lex.Word && (p.tok(k).Capital || p.w(k) == "of" || p.w(k) == "on" || p.w(k) == "and"); k++ {
		if isDocument(p.w(k)) {
			return true
		}
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
