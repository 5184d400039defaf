package timex

import "readout/extractors/internal/lex"

// weekday reads a weekday and the date after it, if any: "Friday", "Monday,
// March 8, 2021", "Wednesday (10 February)", "Sunday 16", "Tuesday next week".
func (p *parser) weekday(i int) (mention, bool) {
	n, short := weekdayNumber(p.w(i))
	if n == 0 || short && !p.tok(i).Capital {
		return mention{}, false
	}
	k := i + 1
	if short && p.w(k) == "." {
		k++
	}
	k = p.timeOfDay(k)
	if m, ok := p.dateAfterWeekday(i, k, n); ok {
		return m, true
	}
	if short {
		return mention{}, false
	}
	if m, ok := p.dayAfterWeekday(i, n); ok {
		return m, true
	}
	m := mention{from: point{weekday: n}, first: i, last: k, name: RuleWeekday}
	if why := p.nameOfWeekday(i); why != "" {
		p.drop(m, why)
		return mention{}, false
	}
	p.weekOfWeekday(&m)
	return m, true
}

// dateAfterWeekday reads the date that k may begin, as a day of the week n.
func (p *parser) dateAfterWeekday(i, k, n int) (mention, bool) {
	open := p.w(k) == "("
	if open || p.w(k) == "," {
		k++
	}
	if p.w(k) == "on" {
		k++
	}
	if p.w(k) == "the" {
		k++
	}
	var m mention
	var list []mention
	switch t := p.tok(k); {
	case t.Kind == lex.Number:
		if d, ok := p.numericDay(k); ok {
			list = []mention{d}
		} else {
			list, _ = p.dayMonth(k)
		}
	case monthOf(t.Lower) != 0:
		list, _ = p.monthDay(k)
	}
	if len(list) != 1 || list[0].from.day == 0 || list[0].ranged {
		return mention{}, false
	}
	m = list[0]
	m.first = i
	if m.from.weekday == 0 {
		m.from.weekday = n
	}
	if open {
		if p.w(m.last) != ")" {
			return mention{}, false // two mentions: "Friday (12 May, at noon)"
		}
		m.last++
	}
	return m, true
}

// dayAfterWeekday reads the day of the month after the weekday at i: "Sunday
// 16", "Sunday the 16th", "Wednesday (10)". A number that counts what follows
// is none ("on Friday 12 envoys").
func (p *parser) dayAfterWeekday(i, n int) (mention, bool) {
	k := i + 1
	open := p.w(k) == "("
	if open || p.w(k) == "," && (p.tok(k+1).Ordinal || p.w(k+1) == "the" && p.tok(k+2).Ordinal) {
		k++
	}
	the := p.w(k) == "the"
	if the {
		k++
	}
	if !p.isDayNumber(k) || the && !p.tok(k).Ordinal {
		return mention{}, false
	}
	after := p.tok(k + 1)
	if open != (after.Lower == ")") || isCount(after) || isMeasure(after.Lower) || after.Lower == ":" || isDash(after.Lower) {
		return mention{}, false
	}
	if !open && after.Capital && !p.tok(k).Ordinal {
		return mention{}, false
	}
	m := mention{from: point{weekday: n, day: p.tok(k).Value}, first: i, last: k + 1, name: RuleWeekdayDay}
	if open {
		m.last++
	}
	return m, true
}

// weekOfWeekday reads "of this week", "next week" and the like after a weekday.
func (p *parser) weekOfWeekday(m *mention) {
	k := m.last
	if p.w(k) == "of" {
		k++
	}
	if p.w(k+1) != "week" {
		return
	}
	switch p.w(k) {
	case "this":
		m.from.which = thisOne
	case "last":
		m.from.which = lastOne
	case "next":
		m.from.which = nextOne
	default:
		return
	}
	m.from.ofWeek, m.last, m.name = true, k+2, RuleDirected
}

// nameOfWeekday tells why the weekday at i is a name or a repeated day.
func (p *parser) nameOfWeekday(i int) (why string) {
	if p.tok(i - 1).Capital {
		switch p.w(i - 1) {
		case "palm", "black", "good", "easter", "ash", "bloody", "holy", "maundy", "cyber", "super", "shrove", "whit", "man", "girl",
			"giving", "fat", "red", "blue":
			return "written as part of a name"
		}
	}
	switch p.w(i - 1) {
	case "every", "each":
		return "a day that comes again is no date"
	case "a":
		return "after an indefinite article it is any such day"
	}
	switch p.w(i + 1) {
	case "trading", "shopping", "drivers", "worship", "sermon", "sermons":
		if p.w(i-1) != "on" {
			return "the words name what comes again"
		}
	}
	if p.tok(i + 1).Capital {
		switch p.w(i + 1) {
		case "times", "telegraph", "mail", "mirror", "express", "post", "herald", "independent", "standard", "school", "nation", "sun",
			"people", "star", "club", "group", "world", "review":
			return "written as part of a name"
		}
	}
	return ""
}

// daysOfMonth reads days of a month that is told from the day of publication:
// "6th and 7th this month", "12-14 of next month".
func (p *parser) daysOfMonth(i int) ([]mention, int) {
	days := p.dayNumbers(i)
	if len(days.n) == 0 || len(days.n) == 1 && !p.tok(i).Ordinal {
		return nil, i
	}
	k := days.next
	if p.w(k) == "of" {
		k++
	}
	if p.w(k+1) != "month" {
		return nil, i
	}
	pt := point{}
	switch p.w(k) {
	case "this", "current":
		pt.which = thisOne
	case "last":
		pt.which = lastOne
	case "next":
		pt.which = nextOne
	default:
		return nil, i
	}
	return p.dayList(days, pt, i, k+2), k + 2
}

// dayAlone reads a day of the month with no month beside it: "on the 24th",
// "21st of this month".
func (p *parser) dayAlone(i int) (mention, bool) {
	if !p.isDayNumber(i) || !p.tok(i).Ordinal {
		return mention{}, false
	}
	m := mention{from: point{day: p.tok(i).Value}, first: i, last: i + 1, name: RuleYearless}
	if p.w(i+1) == "of" && p.w(i+3) == "month" {
		switch p.w(i + 2) {
		case "this", "the":
			m.from.which, m.last = thisOne, i+4
		case "last":
			m.from.which, m.last = lastOne, i+4
		case "next":
			m.from.which, m.last = nextOne, i+4
		}
		return m, m.last > i+1
	}
	after := p.tok(i + 1)
	return m, p.w(i-1) == "the" && p.w(i-2) == "on" && (after.Kind == lex.Mark && !isDash(after.Lower) || after.Kind == lex.Break)
}
