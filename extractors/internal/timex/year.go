package timex

import "readout/extractors/internal/lex"

// yearAllowed: four digits are a year after a preposition of time, in
// parentheses, or as an attribute ("the 2014 elections"); not where they count
// what follows, and not as the end of a name ("Vision 2030", "Paris 2024").
func (p *parser) yearAllowed(m mention) (ok bool, why string) {
	y, after := m.from.year, p.tok(m.last)
	counting := p.counts(m)
	word, sure := p.yearLead(m)
	switch {
	case isMeasure(after.Lower) && !(after.Lower == "year" && word == "in"):
		return false, "the number is a measure"
	case sure:
		return true, ""
	case word == "," && after.Lower == ")" && p.inBrackets(m.first-1): // "(Oslo, 2022)"
		return y >= 1900, tooEarly
	case word == "(" && (after.Lower == ")" || after.Lower == "," || after.Lower == ";" || isDash(after.Lower)):
		return y >= firstYear, tooEarly
	}
	switch word {
	case "in", "since", "during", "early", "late", "year", "years", "throughout", "circa", "mid", "entire", "whole", "full", "calendar",
		"ending", "expiring", "dated", "born", "founded", "established":
		return !counting || y%100 != 0, "the number counts what follows"
	case "until", "till", "before", "after", "from", "between", "through", "by", "for", "of", "to", "around", "over", "beyond", "into",
		"towards", "about", "against", "versus", "with":
		lead := p.w(m.first - 2)
		switch {
		case counting || isCount(after) && y%100 == 0 && word != "until" && word != "after" && word != "before":
			return false, "the number counts what follows"
		case word == "about" || word == "over" && !m.ranged:
			return false, "the word before makes it a number"
		case word == "with" && lead != "compared":
			return false, "no preposition of time before it"
		case word == "of" && (lead == "total" || lead == "number" || lead == "group" || lead == "some"):
			return false, "the words before make it a number"
		}
		return y >= firstYear, tooEarly
	}
	return p.yearAttribute(m, counting)
}

// inBrackets tells whether a bracket opened shortly before token i, and
// nothing but capitalised words stands between.
func (p *parser) inBrackets(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if p.w(k) == "(" {
			return k < i-1
		}
		if !p.tok(k).Capital {
			return false
		}
	}
	return false
}

// firstYear is the first year that weak signs are enough for.
const firstYear = 1500

const tooEarly = "too early for a year without more"

// yearLead gives the word that leads to the year of m, past words like
// "both" ("in both 2021 and 2022"); sure tells that the words before alone
// make it a year.
func (p *parser) yearLead(m mention) (word string, sure bool) {
	i := m.first
	word = p.w(i - 1)
	lead := p.w(i - 2)
	switch word {
	case "both", "least", "about", "around", "approximately", "circa", "roughly":
		if word == "least" {
			lead = p.w(i - 3)
		}
		if lead == "in" || lead == "since" || lead == "until" || lead == "by" {
			return lead, false
		}
	case "as":
		sure = lead == "soon" || lead == "early" || lead == "late" || lead == "recently"
	case "than":
		sure = lead == "later" || lead == "earlier"
	case "that":
		switch p.w(m.last) {
		case "had", "has", "was", "is", "will", "would":
			sure = m.from.year >= 1900
		}
	case "of":
		switch lead {
		case "start", "beginning", "end", "middle", "half", "quarter", "course", "rest", "autumn", "summer", "spring", "winter", "year",
			"years", "class":
			sure = true
		}
	default:
		sure = isDash(word) && (lead == "mid" || lead == "pre" || lead == "post")
	}
	return word, sure
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

// yearAttribute: without a preposition a year must belong to a noun behind it.
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
		if (after.Lower == "and" || after.Lower == "or") && p.isYear(m.last+1) { // "the 2016 and 2021 elections"
			after = p.tok(m.last + 2)
		}
		return after.Kind == lex.Word && !isFunction(after.Lower), "no noun follows that the year could belong to"
	case after.Kind == lex.Possessive: // "2009's best"
		return true, ""
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
