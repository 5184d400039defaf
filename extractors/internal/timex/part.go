package timex

import (
	"readout/extractors/internal/lex"
	"readout/extractors/internal/numbers"
)

// monthPart is a part of a month.
type monthPart uint8

const (
	wholeMonth  monthPart = iota
	weekPart              // days 1-7, 8-14, 15-21, 22-28; the last week is the last seven days
	weekendPart           // Saturday and Sunday
	halfPart              // days 1-15 and 16 to the end
	tenDaysPart           // days 1-10, 11-20, 21 to the end
	weekdayPart           // "the second Tuesday of May"
)

// lastPart counts from the end of the month.
const lastOfMonth = -1

// partOfMonth reads a numbered part of a month: "the first week of December
// 2023", "the second half of May", "the last Sunday in October", "the first
// fortnight of next month".
func (p *parser) partOfMonth(i int) (mention, bool) {
	n, k := p.ordinal(i)
	if n == 0 {
		return mention{}, false
	}
	pt := point{unit: unitMonth, n: n}
	switch w := p.w(k); w {
	case "week":
		pt.part = weekPart
	case "weekend":
		pt.part = weekendPart
	case "fortnight", "half":
		pt.part = halfPart
	case "ten", "10":
		if k++; p.w(k) != "days" {
			return mention{}, false
		}
		pt.part = tenDaysPart
	default:
		if pt.weekday, _ = weekdayNumber(w); pt.weekday == 0 || !p.tok(k).Capital {
			return mention{}, false
		}
		pt.part = weekdayPart
	}
	if most := pt.part.most(); n > most {
		return mention{}, false
	}
	if w := p.w(k + 1); w != "of" && w != "in" {
		return mention{}, false
	}
	return p.monthOfPart(i, k+2, pt)
}

// most is how many such parts a month has.
func (p monthPart) most() int {
	switch p {
	case halfPart:
		return 2
	case tenDaysPart:
		return 3
	case weekdayPart, weekendPart:
		return 5
	}
	return 4
}

// monthOfPart reads the month at k that pt is a part of.
func (p *parser) monthOfPart(i, k int, pt point) (mention, bool) {
	m := mention{first: i, name: RulePart}
	if pt.month = monthOf(p.w(k)); pt.month != 0 && p.tok(k).Capital {
		m.from, m.last = p.yearTail(pt, k+1)
		return m, true
	}
	if p.w(k+1) != "month" {
		return mention{}, false
	}
	switch pt.month, pt.base = 0, fromPublished; p.w(k) {
	case "this", "the":
	case "next":
		pt.offset = 1
	case "last":
		pt.offset = -1
	default:
		return mention{}, false
	}
	m.from, m.last = pt, k+2
	return m, true
}

// ordinal reads an ordinal number or "last" and gives the token after it; n is
// 0 where there is none.
func (p *parser) ordinal(i int) (n, next int) {
	t := p.tok(i)
	switch {
	case t.Kind == lex.Number && t.Ordinal && t.Digits <= 2:
		return t.Value, i + 1
	case t.Lower == "last" || t.Lower == "final":
		return lastOfMonth, i + 1
	}
	if tens, ok := numbers.Word(t.Lower); ok && (tens == 20 || tens == 30) && isDash(p.w(i+1)) {
		if n, _ := numbers.Ordinal(p.w(i + 2)); n > 0 && n < 10 {
			return tens + n, i + 3
		}
		return 0, i
	}
	n, _ = numbers.Ordinal(t.Lower)
	return n, i + 1
}

// within gives the part of a month that a point names.
func (pt point) within(month value) (value, bool) {
	first, last := month.first, month.last
	switch pt.part {
	case weekPart:
		if pt.n == lastOfMonth {
			return daysValue(last-6, last), true
		}
		a := first + day(7*(pt.n-1))
		return daysValue(a, a+6), true
	case halfPart:
		if pt.n == 1 {
			return daysValue(first, first+14), true
		}
		return daysValue(first+15, last), true
	case tenDaysPart:
		if pt.n == lastOfMonth || pt.n == 3 {
			return daysValue(first+20, last), true
		}
		a := first + day(10*(pt.n-1))
		return daysValue(a, a+9), true
	case weekdayPart:
		d := nthWeekday(first, last, pt.weekday, pt.n)
		return dayValue(d), d <= last
	case weekendPart:
		d := nthWeekday(first, last, 6, pt.n)
		return daysValue(d, d+1), d <= last
	}
	return month, true
}

func nthWeekday(first, last day, weekday, n int) day {
	if n == lastOfMonth {
		return last - day((last.weekday()-weekday+7)%7)
	}
	return first + day((weekday-first.weekday()+7)%7+7*(n-1))
}

// weekNumber reads an ISO week: "week 37", "week 37 of 2024". Without a year it
// must lie near the day of publication; else it is the week of something.
func (p *parser) weekNumber(i int) (mention, bool) {
	t := p.tok(i + 1)
	if t.Kind != lex.Number || t.Ordinal || t.Digits > 2 || t.Value < 1 || t.Value > 53 || p.splitNumber(i+1) {
		return mention{}, false
	}
	m := mention{from: point{unit: unitWeek, n: t.Value}, first: i, last: i + 2, name: RulePeriod}
	if k := p.w(i - 1); k == "calendar" {
		m.first--
	}
	k := i + 2
	if w := p.w(k); w == "of" || w == "," || w == "in" || isDash(w) || w == "/" {
		k++
	}
	if p.isYear(k) {
		m.from.year, m.last = p.tok(k).Value, k+1
		return m, true
	}
	if pub, ok := publishedDay(p.o.Published); ok && p.w(i+2) != "of" {
		y, w := pub.time().ISOWeek()
		m.from.year = y
		return m, t.Value >= w-weeksNear && t.Value <= w+weeksNear
	}
	return mention{}, false
}

const weeksNear = 8

// isoWeek gives a day of week n of an ISO year.
func isoWeek(year, n int) (day, bool) {
	d, ok := date(year, 1, 4) // is in week 1
	return d + day(7*(n-1)), ok
}

// yearWords reads a year in letters, as proclamations have it: "two thousand
// and twenty-two", "in the year of our Lord nineteen hundred ninety-nine".
func (p *parser) yearWords(i int) (year, next int) {
	k := i
	if p.w(k) == "," {
		k++
	}
	if p.w(k) == "in" && p.w(k+1) == "the" && p.w(k+2) == "year" {
		if k += 3; p.w(k) == "of" && p.w(k+1) == "our" && p.w(k+2) == "lord" {
			k += 3
		}
		if p.isYear(k) {
			return p.tok(k).Value, k + 1
		}
	}
	switch {
	case p.w(k) == "two" && p.w(k+1) == "thousand":
		year = 2000
	case p.w(k) == "nineteen" && p.w(k+1) == "hundred":
		year = 1900
	default:
		return 0, i
	}
	k += 2
	rest := k
	if p.w(rest) == "and" {
		rest++
	}
	if n, end := p.smallNumber(rest); n > 0 && n < 100 && p.tok(rest).Kind == lex.Word && p.w(rest) != "a" && p.w(rest) != "an" {
		return year + n, end
	}
	return year, k
}
