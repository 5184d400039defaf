package timex

import (
	"strings"

	"readout/extractors/internal/lex"
)

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
	case "in", "since", "during", "early", "late", "mid", "throughout", "mid-":
		return true, ""
	case "until", "till", "through", "between", "before", "after", "around", "from", "to", "for", "by", "around-":
		if !capital && name {
			return false, "in small letters it may be another word"
		}
		if name && (before == "to" || before == "for" || before == "by" || before == "from" || before == "after" || before == "before") {
			return p.announced(i-1) || !p.namesPerson(m.from.month) && !after.Capital && m.from.month != 3, "the word may be a name or a verb here"
		}
		return true, ""
	case "of":
		switch p.w(i - 2) {
		case "end", "beginning", "start", "middle", "month", "half", "part", "week", "course", "days", "elections", "election", "referendum",
			"vote", "meeting", "summit":
			return capital, "in small letters it may be another word"
		}
		return capital && !name, "after this word it may be a name"
	}
	if !capital {
		return false, "in small letters without a preposition of time it may be another word"
	}
	if isDeterminer(before) || before == "’" {
		switch {
		case after.Kind != lex.Word || name && (isFunction(after.Lower) || after.Capital):
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
	switch before.Lower {
	case "in", "since", "during", "early", "late", "year", "years", "throughout", "circa", "mid":
		return !(counting && before.Lower != "in" && y%100 == 0) && !(before.Lower == "in" && counting && y%100 == 0), "the number counts what follows"
	case "until", "till", "before", "after", "from", "between", "through", "by", "for", "of", "to", "around", "over", "beyond", "into", "towards", "about":
		switch {
		case counting || isCount(after) && before.Lower != "until" && before.Lower != "after" && before.Lower != "before" && y%100 == 0:
			return false, "the number counts what follows"
		case before.Lower == "about" || before.Lower == "over" && !m.ranged:
			return false, "the word before makes it a number"
		case before.Lower == "of" && (p.w(i-2) == "total" || p.w(i-2) == "number" || p.w(i-2) == "group" || p.w(i-2) == "some"):
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
	return m.from.unit == unitYear && !m.ranged && (isPlural(after) && !isEvent(after.Lower) && !after.Capital || isMeasure(after.Lower))
}

func (p *parser) yearAttribute(m mention, counting bool) (ok bool, why string) {
	i := m.first
	before, after := p.tok(i-1), p.tok(m.last)
	y := m.from.year
	if y < 1900 || y > 2100 {
		return false, "too far from our time for a year without a preposition"
	}
	switch {
	case after.Kind == lex.Word && after.Capital && (isName(after.Lower) || !p.adjective(m.last)):
		return false, "the year belongs to a name"
	case counting:
		return false, "the number counts what follows"
	case m.ranged && !(before.Kind == lex.Word && before.Capital && !p.startsSentence(i-1)):
		return true, ""
	case isDeterminer(before.Lower) || before.Kind == lex.Possessive || before.Lower == "’":
		return after.Kind == lex.Word && !isFunction(after.Lower), "no noun follows that the year could belong to"
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

// adjective tells whether the capitalised word at i is an adjective of a
// country or an acronym before a common noun: "the 2020 Belarusian election",
// "the 2016 U.S. election"; else what follows a year is a name ("the 1990
// Copenhagen Document").
func (p *parser) adjective(i int) bool {
	w, next := p.w(i), p.tok(i+1)
	if p.w(i+1) == "." {
		return true
	}
	if next.Kind != lex.Word || next.Capital || isFunction(next.Lower) {
		return false
	}
	for _, end := range []string{"an", "ish", "ese", "i", "ic", "ch", "ek", "ot", "yz", "ai"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return w == "us" || w == "un" || w == "eu" || w == "uk" || w == "g7" || w == "g20"
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
