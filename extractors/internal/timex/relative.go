package timex

import "readout/extractors/internal/lex"

// relativeWord reads an expression that begins with another word than a month
// or a weekday.
func (p *parser) relativeWord(i int) (mention, bool) {
	switch w := p.w(i); w {
	case "today", "tonight":
		return p.today(i)
	case "yesterday":
		return p.near(i, -1)
	case "tomorrow":
		return p.near(i, 1)
	case "this", "last", "next", "coming", "past", "current":
		return p.directed(i)
	case "same", "following", "previous":
		return p.textRelative(i)
	case "day":
		return p.dayBeside(i)
	case "end", "beginning", "start", "rest", "remainder", "middle", "turn":
		return p.partOfThisYear(i)
	case "week", "month":
		if m, ok := p.afterNext(i); ok {
			return m, true
		}
		if w == "month" {
			break
		}
		if m, ok := p.weekNumber(i); ok {
			return m, true
		}
		return p.weekOf(i)
	case "year":
		if isDash(p.w(i+1)) && p.w(i+2) == "end" {
			return p.thisYear(i, i+3), true
		}
	case "christmas", "new":
		return p.feast(i)
	case "weekend":
		if d := p.w(i - 1); d == "the" {
			if b := p.w(i - 2); b == "over" || b == "at" || b == "on" || b == "during" || b == "throughout" {
				return mention{from: point{unit: unitWeekend}, first: i, last: i + 1, name: RulePeriod}, true
			}
		}
	case "fy", "fiscal", "financial":
		return p.fiscalYear(i)
	}
	if w := p.w(i); len(w) == 6 && w[:4] == "fy20" || len(w) == 4 && w[:2] == "fy" {
		if y := fiscal(w[len(w)-2:]); y != 0 {
			return mention{from: point{unit: unitYear, year: y}, first: i, last: i + 1, name: RuleYear}, true
		}
	}
	if m, ok := p.partOfYear(i); ok {
		return m, true
	}
	if m, ok := p.season(i); ok {
		return m, true
	}
	return p.ago(i)
}

// afterNext reads "the week after next", "the month before last".
func (p *parser) afterNext(i int) (mention, bool) {
	n := 0
	switch p.w(i+1) + " " + p.w(i+2) {
	case "after next":
		n = 2
	case "before last":
		n = -2
	}
	u, ok := unitOf(p.w(i))
	if n == 0 || !ok || p.w(i-1) != "the" {
		return mention{}, false
	}
	return mention{from: point{unit: u, base: fromPublished, offset: n}, first: i, last: i + 3, name: RulePeriod}, true
}

// today reads "today" with its day in parentheses, if any: "today (10)". A
// capitalised "Today" after a capitalised word is a name ("USA Today").
func (p *parser) today(i int) (mention, bool) {
	m := mention{from: point{base: fromPublished}, first: i, last: i + 1, name: RuleToday}
	if before := p.tok(i - 1); p.tok(i).Capital && before.Capital && before.Kind == lex.Word && !p.headline(i) {
		p.drop(m, "written as part of a name")
		return mention{}, false
	}
	if w := p.w(i + 1); isTimeOfDay(w) {
		m.last++
	}
	m.last = p.dayInParentheses(m.last)
	return m, true
}

func (p *parser) headline(i int) bool {
	return p.tok(i).Start < p.o.Headline.End && p.tok(i).Start >= p.o.Headline.Start
}

// dayInParentheses passes over "(10)" or "(the 10th)" at token i: the day of
// the month of the word before.
func (p *parser) dayInParentheses(i int) int {
	if p.w(i) != "(" {
		return i
	}
	k := i + 1
	if p.w(k) == "the" {
		k++
	}
	if p.isDayNumber(k) && p.w(k+1) == ")" {
		return k + 2
	}
	return i
}

// near reads "yesterday", "tomorrow" and the days beyond them.
func (p *parser) near(i, offset int) (mention, bool) {
	m := mention{from: point{base: fromPublished, offset: offset}, first: i, last: i + 1, name: RuleNear}
	if offset > 0 && p.figurative(i) {
		p.drop(m, "it means the future, not the day")
		return mention{}, false
	}
	if beside := p.w(i - 1); p.w(i-2) == "day" && (beside == "before" && offset < 0 || beside == "after" && offset > 0) {
		m.from.offset, m.first = 2*offset, i-2
	}
	if isTimeOfDay(p.w(i + 1)) {
		m.last++
	}
	m.last = p.dayInParentheses(m.last)
	return m, true
}

// figurative tells whether the "tomorrow" at i means the future: "the leaders
// of tomorrow", "for today and tomorrow", "A Better Tomorrow".
func (p *parser) figurative(i int) bool {
	k := i - 1
	if p.w(k) == "and" && p.w(k-1) == "today" {
		k -= 2
		if p.w(k) == "for" {
			return true
		}
	}
	b := p.tok(i - 1)
	return p.w(k) == "of" && p.w(k-1) != "ahead" || p.tok(i).Capital && b.Kind == lex.Word && b.Capital && !p.headline(i)
}

// directed reads "this week", "next month", "last Tuesday", "this March",
// "last night", "this past weekend".
func (p *parser) directed(i int) (mention, bool) {
	which, k := anyOne, i+1
	switch p.w(i) {
	case "this":
		which = thisOne
		switch p.w(k) {
		case "past":
			which, k = lastOne, k+1
		case "coming":
			which, k = nextOne, k+1
		}
	case "current":
		which = thisOne
	case "last":
		which = lastOne
	case "past": // the past week is a length of time, "this past week" was read before
		if n, _ := weekdayNumber(p.w(k)); n == 0 && p.w(k) != "weekend" {
			return mention{}, false
		}
		which = lastOne
	case "next", "coming":
		which = nextOne
	}
	if n, short := weekdayNumber(p.w(k)); n != 0 && !short {
		m := mention{from: point{weekday: n, which: which}, first: i, last: k + 1, name: RuleDirected}
		if p.w(i) == "next" && p.w(i-1) == "the" {
			m.from, m.name = point{weekday: n, base: fromText, offset: 1, which: sameOne}, RuleText
		}
		m.last = p.timeOfDay(m.last)
		return m, true
	}
	if n, _ := monthNumber(p.w(k)); n != 0 && (p.tok(k).Capital || n != 5 && n != 3) {
		m := mention{from: point{unit: unitMonth, month: n, which: which}, first: i, last: k + 1, name: RulePeriod}
		return m, !p.isDayNumber(k+1) && !p.isYear(k+1)
	}
	if n := seasonNumber(p.w(k)); n != 0 {
		return mention{from: point{unit: unitSeason, n: n, which: which}, first: i, last: k + 1, name: RulePart}, true
	}
	return p.directedUnit(i, k, which)
}

func (p *parser) directedUnit(i, k int, which direction) (mention, bool) {
	w := p.w(k)
	m := mention{from: point{base: fromPublished}, first: i, last: k + 1, name: RulePeriod}
	if isTimeOfDay(w) {
		m.name = RuleToday
		switch {
		case which == thisOne:
		case which == lastOne && (w == "night" || w == "evening"):
			m.from.offset, m.name = -1, RuleNear
		default:
			return mention{}, false
		}
		return m, true
	}
	if w == "years" && p.w(i) == "this" {
		w = "year" // the possessive without its apostrophe
	}
	if (w == "calendar" || w == "fiscal" || w == "financial") && p.w(k+1) == "year" {
		w, m.last = "year", m.last+1
	}
	u, ok := unitOf(w)
	if !ok || w != "day" && w[len(w)-1] == 's' {
		return mention{}, false
	}
	m.from.unit = u
	switch which {
	case lastOne:
		m.from.offset = -1
	case nextOne:
		m.from.offset = 1
	}
	definite := p.w(i-1) == "the" || p.w(i-1) == "its" || p.w(i-1) == "his" || p.w(i-1) == "their" || p.w(i-1) == "her"
	switch {
	case definite && p.w(i) == "next" && u == unitDay && !within(p.w(i-2)):
		m.from.base, m.name = fromText, RuleText
		m.last = p.timeOfDay(m.last)
		return m, true
	case u == unitDay && (which != thisOne || within(p.w(i-1))):
		return mention{}, false // "the last day", "next day" alone
	case u == unitDay:
		m.name = RuleToday
		if b := p.w(i - 1); b == "to" || b == "until" || b == "till" {
			p.drop(m, "it means our time, not the day")
			return mention{}, false
		}
	case definite && p.w(i) == "next" && p.w(k+1) == "," && p.startsSentence(i-1):
		m.from.base, m.name = fromText, RuleText
	case u == unitWeek && p.w(k-1) == "past" && p.weekEnds():
		m.from.offset = 0 // said on a weekend, it is the week that ends
	case definite && p.w(i) != "current" && !(p.w(i) == "past" && u == unitWeekend):
		p.drop(m, "with an article it is a length of time or one of a series")
		return mention{}, false
	case p.w(i) == "coming":
		return mention{}, false
	case u == unitWeekend:
		m.from = point{unit: u, which: which}
	}
	return m, true
}

// within tells prepositions that make "the next day" a length of time.
func within(w string) bool { return w == "over" || w == "within" }

func (p *parser) weekEnds() bool {
	d, ok := publishedDay(p.o.Published)
	return ok && d.weekday() >= 6
}

func (p *parser) timeOfDay(i int) int {
	if isTimeOfDay(p.w(i)) {
		return i + 1
	}
	return i
}

// textRelative reads what hangs on a date mentioned before: "the same day",
// "the following week", "the previous day", "the following Monday".
func (p *parser) textRelative(i int) (mention, bool) {
	m := mention{from: point{base: fromText}, first: i, last: i + 2, name: RuleText}
	switch p.w(i) {
	case "following":
		m.from.offset = 1
	case "previous":
		m.from.offset = -1
	}
	before := p.w(i - 1)
	if within(p.w(i-2)) && m.from.offset != 0 {
		return mention{}, false // a length of time
	}
	if before != "the" && before != "that" && before != "very" && !(before == "" || before == "," || before == "on") {
		return mention{}, false
	}
	if n, short := weekdayNumber(p.w(i + 1)); n != 0 && !short {
		m.from.weekday, m.from.which = n, sameOne
		return m, m.from.offset != 0 && (before == "the" || p.tok(i+2).Kind != lex.Possessive) // "following Sunday's vote"
	}
	u, ok := unitOf(p.w(i + 1))
	if w := p.w(i + 1); isTimeOfDay(w) && (w == "morning" || w == "evening") {
		u, ok = unitDay, true
	} else if w != "" && w[len(w)-1] == 's' || u == unitQuarter || u == unitWeekend {
		ok = false
	}
	m.from.unit = u
	return m, ok
}

// dayBeside reads "the day before", "the day after" and "a day later" where
// no event follows that they would count from.
func (p *parser) dayBeside(i int) (mention, bool) {
	m := mention{from: point{base: fromText}, first: i, last: i + 2, name: RuleText}
	switch p.w(i + 1) {
	case "before":
		m.from.offset = -1
	case "after":
		m.from.offset = 1
	default:
		return mention{}, false
	}
	after := p.tok(i + 2)
	if p.w(i-1) != "the" || after.Kind != lex.Mark && after.Kind != lex.Break || after.Lower == "(" {
		return mention{}, false
	}
	return m, true
}

// partOfThisYear reads "the end of the year" and the like.
func (p *parser) partOfThisYear(i int) (mention, bool) {
	if p.w(i-1) == "the" && p.w(i+1) == "of" && p.w(i+2) == "the" && p.w(i+3) == "year" {
		return p.thisYear(i, i+4), true
	}
	return mention{}, false
}

func (p *parser) thisYear(first, end int) mention {
	return mention{from: point{unit: unitYear, base: fromPublished}, first: first, last: end, name: RulePeriod}
}

// weekOf reads "the week of 14 March" and "the week beginning 14 March".
func (p *parser) weekOf(i int) (mention, bool) {
	switch p.w(i + 1) {
	case "of", "beginning", "starting", "commencing":
	default:
		return mention{}, false
	}
	k := i + 2
	if p.w(k) == "the" || p.w(k) == "on" {
		k++
	}
	list, end := p.mentions(k)
	if p.w(i-1) != "the" || len(list) != 1 || list[0].ranged || list[0].from.unit != unitDay || list[0].from.month == 0 {
		return mention{}, false
	}
	m := list[0]
	m.from.unit, m.first, m.last, m.name = unitWeek, i, end, RulePeriod
	return m, true
}

// feast reads the feasts whose day is the same everywhere: "Christmas Day",
// "New Year's Eve".
func (p *parser) feast(i int) (mention, bool) {
	pt, k := point{month: 12, day: 25}, i+1
	if p.w(i) == "new" {
		if p.w(k) != "year" || p.tok(k+1).Kind != lex.Possessive {
			return mention{}, false
		}
		pt, k = point{month: 1, day: 1}, k+2
	}
	switch p.w(k) {
	case "day":
	case "eve":
		if pt.day--; pt.day == 0 {
			pt = point{month: 12, day: 31}
		}
	default:
		return mention{}, false
	}
	m := mention{first: i, name: RuleYearless}
	if m.from, m.last = p.yearTail(pt, k+1); m.from.year != 0 {
		m.name = RuleDay
	}
	return m, p.tok(i).Capital
}
