package timex

// join reads what coordinates the mentions before token i with others: ranges
// ("30 September–1 October", "from Monday to Wednesday", "2013 to 2016") and
// lists that share a month or a year ("in March and April 2021").
func (p *parser) join(list []mention, i int) ([]mention, int) {
	for len(list) < 12 {
		a := &list[len(list)-1]
		kind, k := p.joint(*a, i)
		if kind == noJoint {
			break
		}
		more, next := p.mentions(k)
		if len(more) == 0 || !p.fits(kind, *a, more[0]) {
			break
		}
		b := more[0]
		share(&a.from, &b.from)
		more[0].from = b.from
		switch {
		case kind == rangeJoint:
			if a.from.weekday != 0 && a.from.day == 0 && a.from.which == anyOne && !a.from.ofWeek && b.from.ofWeek {
				a.from.which, a.from.ofWeek = b.from.which, true // "from Monday to Wednesday next week"
			}
			a.to, a.ranged, a.last = b.from, true, next
			if !b.bare {
				a.bare = false
			}
			return list, next
		case p.runsOn(*a, b) && len(more) == 1:
			a.to, a.ranged, a.last = b.from, true, next
			a.bare = a.bare && b.bare
		default:
			if a.bare && !b.bare && b.from.unit == a.from.unit {
				a.bare = false
			}
			list = append(list, more...)
		}
		i = next
	}
	return list, i
}

type joint uint8

const (
	noJoint joint = iota
	listJoint
	rangeJoint
)

// joint tells what joins mention a to the token k that follows.
func (p *parser) joint(a mention, i int) (kind joint, k int) {
	if a.ranged {
		return noJoint, i
	}
	before := p.w(a.first - 1)
	if before == "the" {
		before = p.w(a.first - 2)
	}
	kind, k = noJoint, i+1
	switch w := p.w(i); {
	case isDash(w) && isDash(p.w(k)) && p.touches(k):
		if k++; a.from.base == fromCalendar && p.touches(i) == p.touches(k) {
			kind = rangeJoint
		}
	case isDash(w):
		if a.from.base == fromCalendar && p.touches(i) == p.touches(i+1) {
			kind = rangeJoint
		}
	case isUntil(w):
		if before != "from" || !p.moves(a.first) {
			kind = rangeJoint
		}
	case w == "and" && before == "between":
		kind = rangeJoint
	case w == "and" || w == "or" || w == "&":
		kind = listJoint
	case w == ",":
		kind = listJoint
		if n := p.w(k); n == "and" || n == "or" {
			k++
		}
	}
	if p.w(k) == "the" {
		k++
	}
	return kind, k
}

// moves tells whether a word of change stands before "from ... to ...": then
// these are two dates and no range.
func (p *parser) moves(i int) bool {
	for k := i - 2; k >= 0 && k > i-9; k-- {
		switch p.w(k) {
		case "postponed", "moved", "changed", "rescheduled", "delayed", "shifted", "deferred", "forward", "brought", "pushed", "rose", "grew",
			"increased", "fell", "rising":
			return true
		case ".", ";":
			return false
		}
	}
	return false
}

// fits tells whether b can continue a.
func (p *parser) fits(kind joint, a, b mention) bool {
	if b.ranged && kind == rangeJoint {
		return false
	}
	if kind == listJoint {
		// "Monday and 5 May" are read one by one; only what may share
		// something or would not be allowed alone is taken here.
		return a.from.unit == b.from.unit && a.from.base == fromCalendar && b.from.base == fromCalendar && !(b.ranged && b.from.unit != unitYear)
	}
	if a.from.unit != b.from.unit {
		return false
	}
	tight := isDash(p.w(a.last))
	possessive := p.w(b.last) == "'s" || p.w(b.last) == "’s"
	switch {
	case a.from.unit == unitYear:
		return a.from.year != 0 && b.from.year > a.from.year
	case tight && (a.from.relative() || b.from.relative()):
		return a.name == RuleWeekday && b.name == RuleWeekday && p.touches(a.last)
	case a.from.relative() != b.from.relative(), possessive:
		return p.w(a.first-1) == "from"
	}
	return inOrder(a.from, b.from)
}

// inOrder tells that b is not known to come before a.
func inOrder(a, b point) bool {
	if a.year == 0 || b.year == 0 {
		return a.year == 0 || b.year == 0 && (b.month >= a.month)
	}
	if a.year != b.year {
		return a.year < b.year
	}
	return a.month < b.month || a.month == b.month && a.day <= b.day
}

// share gives each of two coordinated points the year that only the other has.
func share(a, b *point) {
	if a.unit == unitYear || b.unit == unitYear {
		return
	}
	if a.weekday != 0 && b.weekday != 0 && a.month == 0 && b.month == 0 && a.day == 0 && b.day == 0 && !b.ofWeek && b.which == anyOne && a.base == fromCalendar {
		b.which = a.which // "next Monday and Tuesday"
	}
	switch {
	case a.year == 0 && a.ofYear == anyOne && b.year != 0 && a.month != 0:
		a.year = b.year
		if a.month > b.month {
			a.year--
		}
	case a.ofYear == anyOne && a.year == 0 && b.ofYear != anyOne:
		a.ofYear = b.ofYear
	case b.year == 0 && b.ofYear == anyOne && a.year != 0 && b.month != 0:
		b.year = a.year
		if b.month < a.month {
			b.year++
		}
	}
}

// runsOn tells whether b is the day, month or decade after a in one coordination,
// so that both are one range: "30 April and 1 May", "May or June", "1950s and 1960s".
func (p *parser) runsOn(a, b mention) bool {
	x, y := a.from, b.from
	if x.unit == unitDecade && y.unit == unitDecade && !a.ranged && !b.ranged {
		return y.year == x.year+10 && p.w(a.last) != ","
	}
	if x.part != wholeMonth || y.part != wholeMonth || x.month == 0 || y.month == 0 || a.ranged || b.ranged || x.weekday != 0 || y.weekday != 0 || p.w(a.last) == "," {
		return false
	}
	switch {
	case x.unit == unitMonth:
		return y.month == x.month+1 && x.year == y.year && x.ofYear == y.ofYear
	case x.unit == unitDay && x.year == y.year && y.month == x.month%12+1 && y.day == 1:
		year := x.year
		if year == 0 {
			year = 2001 // 28 February runs on to 1 March
		}
		return x.day == daysIn(year, x.month)
	}
	return false
}
