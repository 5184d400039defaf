package timex

import "readout/extractors/internal/lex"

const lexBreak = lex.Break

// day resolves a day of the calendar with holes.
func (r *resolver) day(pt point, m mention) (value, bool) {
	switch {
	case pt.month == 0 && pt.day == 0:
		return r.weekday(pt, m)
	case pt.month == 0:
		return r.weekdayAndDay(pt, m)
	case pt.year != 0:
		d, ok := date(pt.year, pt.month, pt.day)
		return dayValue(d), ok
	}
	anchor, tense, ok := r.anchor(m)
	if !ok {
		return value{}, false
	}
	if d, ok := r.toldAhead(m); ok {
		anchor, tense = d, unknown
	}
	if y := r.yearOf[pt.month*32+pt.day]; y != 0 {
		if d, ok := date(y, pt.month, pt.day); ok && (pt.weekday == 0 || d.weekday() == pt.weekday) && d-anchor < yearDays && anchor-d < yearDays {
			return dayValue(d), true
		}
	}
	y, _, _ := anchor.civil()
	var fits []day
	for c := y - 1; c <= y+1; c++ {
		if d, ok := date(c, pt.month, pt.day); ok && (d <= anchor || !r.p.since(m)) {
			fits = append(fits, d)
		}
	}
	return r.nearest(fits, anchor, tense, pt.weekday)
}

// toldAhead gives the day of a coming year that the sentence of m has told before:
// "on 12 April 2026, with a second round on 7 June".
func (r *resolver) toldAhead(m mention) (day, bool) {
	if !r.hasPub || !r.hasDay {
		return 0, false
	}
	y, _, _ := r.lastDay.civil()
	now, _, _ := r.pub.civil()
	lo, _ := r.p.sentence(m.first)
	return r.lastDay, y > now && r.lastDayAt >= r.p.toks[lo].Start && r.lastDay-r.pub > yearDays/2
}

// anchor gives the day that a missing year is measured from, and the tense
// that tells before from after: the publication date; where that is not known
// the full date mentioned last, else the next one, and no tense.
func (r *resolver) anchor(m mention) (day, tense, bool) {
	if r.hasPub {
		return r.pub, r.p.tense(m), true
	}
	if r.hasDay {
		return r.lastDay, unknown, true
	}
	for _, u := range []unit{unitDay, unitMonth} {
		for _, o := range r.p.found {
			if o.from.unit != u || o.from.year == 0 {
				continue
			}
			if d, ok := date(o.from.year, o.from.month, max(o.from.day, 1)); ok {
				return d, unknown, true
			}
		}
	}
	if y := r.p.yearOfPage(); y != 0 {
		d, ok := date(y, 7, 1) // to which no day of another year is nearer
		return d, unknown, ok
	}
	r.why = "the year is not told and the publication date is not known"
	return 0, unknown, false
}

// yearOfPage gives the only year that the title names; 0 where there is none or
// more than one.
func (p *parser) yearOfPage() int {
	if p.yearKnown {
		return p.year
	}
	p.yearKnown = true
	for k := range p.toks {
		if !p.headline(k) || !p.isYear(k) || p.inNumber(k) {
			continue
		}
		if y := p.tok(k).Value; p.year != 0 && p.year != y {
			p.year = 0
			break
		}
		p.year = p.tok(k).Value
	}
	return p.year
}

// yearDays is how far from the publication date a day may lie whose year
// another mention of the same day tells.
const yearDays = 400

// since tells whether the mention is that from which something has lasted.
func (p *parser) since(m mention) bool { return p.w(m.first-1) == "since" }

// A day on the wrong side of the publication date weighs so many times one on
// the right side: the tense of a clause is a guess, a day a week off is
// likelier than one a year off. What is set for the future is told more
// plainly than what is past: "invited to the summit on 5 May" is no past day.
const (
	aheadOfPast  = 8
	behindFuture = 20

	behindPastFuture = 6
)

// nearest gives the day nearest to the anchor that the tense allows, of those
// that fall on the weekday where one is told and any does.
func (r *resolver) nearest(fits []day, anchor day, t tense, weekday int) (value, bool) {
	best, bestCost, found := day(0), 0, false
	for _, d := range fits {
		cost := int(d - anchor)
		switch {
		case cost > 0 && t == past:
			cost *= aheadOfPast
		case cost < 0 && t == future:
			cost *= -behindFuture
		case cost < 0 && t == futureInPast:
			cost *= -behindPastFuture
		case cost < 0:
			cost = -cost
		}
		if weekday != 0 && d.weekday() != weekday {
			cost += 100000
		}
		if !found || cost < bestCost {
			best, bestCost, found = d, cost, true
		}
	}
	return dayValue(best), found
}

// weekday resolves a weekday: past, the last one up to the publication date;
// future, the first one from it on.
func (r *resolver) weekday(pt point, m mention) (value, bool) {
	if !r.hasPub {
		r.why = "the publication date is not known"
		return value{}, false
	}
	ahead := day((pt.weekday - r.pub.weekday() + 7) % 7)
	if pt.ofWeek {
		d := r.pub.monday() + day(pt.weekday-1)
		switch pt.which {
		case lastOne:
			d -= 7
		case nextOne:
			d += 7
		}
		return dayValue(d), true
	}
	switch pt.which {
	case lastOne:
		if ahead == 0 {
			return dayValue(r.pub - 7), true
		}
		return dayValue(r.pub + ahead - 7), true
	case nextOne:
		return dayValue(nextWeekday(r.pub, pt.weekday)), true
	}
	t := r.p.tense(m)
	if t == future || t == futureInPast || t == unknown && pt.which == thisOne || ahead == 0 {
		return dayValue(r.pub + ahead), true
	}
	return dayValue(r.pub + ahead - 7), true
}

// nextWeekday is "next Friday" said on d: the first one that lies in a later
// week, whether weeks begin on Monday or on Sunday; both are in use.
func nextWeekday(d day, weekday int) day {
	n := d + day((weekday-d.weekday()+6)%7+1)
	sunday := func(x day) day { return (x + 1).monday() }
	if n.monday() == d.monday() && sunday(n) == sunday(d) {
		n += 7
	}
	return n
}

// weekdayAndDay resolves "Sunday 16" and "the 24th": the month nearest to the
// publication date that the tense allows in which the day falls on the
// weekday, if one is told.
func (r *resolver) weekdayAndDay(pt point, m mention) (value, bool) {
	if !r.hasPub {
		r.why = "the publication date is not known"
		return value{}, false
	}
	y, mo, _ := r.pub.civil()
	lo, hi := -2, 2
	switch pt.which {
	case thisOne:
		lo, hi = 0, 0
	case lastOne:
		lo, hi = -1, -1
	case nextOne:
		lo, hi = 1, 1
	}
	var fits []day
	for n := lo; n <= hi; n++ {
		cy, cm := addMonths(y, mo, n)
		if d, ok := date(cy, cm, pt.day); ok {
			fits = append(fits, d)
		}
	}
	return r.nearest(fits, r.pub, r.p.tense(m), pt.weekday)
}

func (r *resolver) weekend(pt point, m mention) (value, bool) {
	if !r.hasPub {
		r.why = "the publication date is not known"
		return value{}, false
	}
	saturday := r.pub.monday() + 5
	switch t := r.p.tense(m); {
	case pt.which == lastOne:
		saturday -= 7
	case pt.which == nextOne:
		saturday += 7
	case t != future && t != futureInPast && saturday > r.pub:
		saturday -= 7
	}
	return daysValue(saturday, saturday+1), true
}

// month resolves a month: a missing year is the nearest that the tense allows.
func (r *resolver) month(pt point, m mention) (value, bool) {
	if pt.year != 0 {
		return monthValue(pt.year, pt.month)
	}
	anchor, t, ok := r.anchor(m)
	if !ok {
		return value{}, false
	}
	if t == past && r.p.attribute(m) {
		t = unknown // of when they spoke of "the June elections" says nothing of June
	}
	y, mo, _ := anchor.civil()
	ahead := (pt.month - mo + 12) % 12 // months from the anchor on
	switch {
	case pt.which == thisOne:
		return monthValue(y, pt.month)
	case pt.which == lastOne:
		return monthValue(addMonths(y, mo, (ahead+11)%12-11))
	case pt.which == nextOne:
		return monthValue(addMonths(y, mo, (ahead+11)%12+1))
	}
	if t == futureInPast && !r.p.since(m) && (12-ahead)*behindPastFuture > ahead {
		return monthValue(addMonths(y, mo, ahead))
	}
	if ahead != 0 && (r.p.since(m) || t == past && ahead >= 2 || t != future && 12-ahead <= ahead) {
		ahead -= 12
	}
	if t == future && ahead == 11 {
		ahead = -1 // last month, in a clause whose tense was guessed wrong
	}
	return monthValue(addMonths(y, mo, ahead))
}

// attribute tells whether the mention stands between an article and a noun of
// which nothing is told itself, as is in "the July session approved".
func (p *parser) attribute(m mention) bool {
	after := p.tok(m.last)
	_, hi := p.sentence(m.first)
	return p.w(m.first-1) == "the" && after.Kind == lex.Word && !isFunction(after.Lower) && p.tenseAfter(m, hi) != past
}

// part resolves quarters, halves, seasons and the first months of a year.
func (r *resolver) part(pt point, m mention) (value, bool) {
	if pt.year != 0 {
		return partValue(pt, pt.year)
	}
	if !r.hasPub {
		r.why = "the year is not told and the publication date is not known"
		return value{}, false
	}
	y, _, _ := r.pub.civil()
	t := r.p.tense(m)
	for _, c := range []int{y + 1, y, y - 1, y - 2} {
		v, ok := partValue(pt, c)
		if !ok {
			return v, false
		}
		earlier, _ := partValue(pt, c-1)
		fits := false
		switch {
		case pt.which == thisOne && pt.unit == unitSeason && pt.n < winter:
			// "this autumn" is that of the calendar year, but for a past one told of after New Year.
			fits = c == y && (t != past || v.first <= r.pub) || c == y-1
		case pt.which == thisOne:
			fits = distance(v, r.pub) <= distance(earlier, r.pub)
		case pt.which == lastOne:
			fits = v.last < r.pub
		case pt.which == nextOne:
			fits = v.first > r.pub && earlier.first <= r.pub
		case t == future:
			fits = v.last >= r.pub && earlier.last < r.pub
		case t == past:
			fits = v.first <= r.pub
		default: // the one under way, else the nearest
			fits = distance(v, r.pub) <= distance(earlier, r.pub)
		}
		if fits {
			return v, true
		}
	}
	return value{}, false
}

const winter = 4

func distance(v value, d day) day {
	return max(v.first-d, d-v.last, 0)
}

func partValue(pt point, year int) (value, bool) {
	switch pt.unit {
	case unitMonths:
		return monthsValue(year, 1, year, pt.n)
	case unitQuarter:
		return monthsValue(year, 3*pt.n-2, year, 3*pt.n)
	case unitHalf:
		return monthsValue(year, 6*pt.n-5, year, 6*pt.n)
	}
	if pt.n == winter {
		return monthsValue(year, 12, year+1, 2)
	}
	return monthsValue(year, 3*pt.n, year, 3*pt.n+2)
}
