package timex

import "readout/extractors/internal/lex"

// mentions reads the expression that begins with token i: one point, a range
// or a list that shares its month and year. next is the token after it.
func (p *parser) mentions(i int) (list []mention, next int) {
	t := p.tok(i)
	switch t.Kind {
	case lex.Number:
		if m, ok := p.numericDay(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.numericRange(i); ok {
			return []mention{m}, m.last
		}
		if list, next = p.dayMonth(i); list != nil {
			return list, next
		}
		if list, next = p.daysOfMonth(i); list != nil {
			return list, next
		}
		if m, ok := p.dayAlone(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.ago(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.partOfMonth(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.partOfYear(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.yearNumber(i); ok {
			return []mention{m}, m.last
		}
	case lex.Word:
		if m, ok := p.weekday(i); ok {
			return []mention{m}, m.last
		}
		if list, next = p.monthDay(i); list != nil {
			return list, next
		}
		if m, ok := p.ordinalOf(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.partOfMonth(i); ok {
			return []mention{m}, m.last
		}
		if m, ok := p.relativeWord(i); ok {
			return []mention{m}, m.last
		}
	}
	return nil, i
}

// ordinalOf reads a day in words: "the first of May", "twenty-second of June".
func (p *parser) ordinalOf(i int) (mention, bool) {
	n, k := p.ordinal(i)
	if n < 1 || n > 31 {
		return mention{}, false
	}
	if p.w(k) == "day" {
		k++
	}
	month := monthOf(p.w(k + 1))
	if p.w(k) != "of" || month == 0 || !p.tok(k+1).Capital {
		return mention{}, false
	}
	m := mention{from: point{month: month, day: n}, first: i, name: RuleYearless}
	if m.from, m.last = p.yearTail(m.from, k+2); m.from.year != 0 {
		m.name = RuleDay
	}
	return m, p.tok(m.last).Kind != lex.Possessive
}

// dayMonth reads a day or days before their month: "24 December 2020", "17th
// of March, 2021", "3 to 5 May", "8 and 9 April".
func (p *parser) dayMonth(i int) (list []mention, next int) {
	days := p.dayNumbers(i)
	if len(days.n) == 0 {
		return nil, i
	}
	k := days.next
	if len(days.n) == 1 && p.w(k) == "day" && p.tok(k-1).Ordinal && p.w(k+1) == "of" {
		k++
	}
	if w := p.w(k); w == "of" || (isDash(w) || w == "." && !p.touches(k+1)) && p.touches(k) {
		k++
	}
	month, k := p.monthAfterDay(i, k)
	if month == 0 {
		return nil, i
	}
	pt, k := p.yearTail(point{month: month}, k)
	pt, k = p.weekdayTail(pt, k)
	return p.dayList(days, pt, i, k), k
}

// monthAfterDay reads the month that stands at k after day numbers.
func (p *parser) monthAfterDay(i, k int) (month, next int) {
	m, short := monthNumber(p.w(k))
	t := p.tok(k)
	switch {
	case m == 0:
		return 0, k
	case t.Lower == "may" && !t.Capital && !p.dateSurely(i, k+1):
		return 0, k // the modal: "the 5 may decide"
	case t.Lower == "march" && !t.Capital && (p.w(k+1) == "to" || p.w(k+1) == "on"):
		return 0, k // the verb
	}
	if short && p.w(k+1) == "." && p.touches(k+1) && !p.endsSentence(k+1) {
		return m, k + 2
	}
	return m, k + 1
}

// dateSurely tells whether a preposition before token i or a year or mark at
// k shows that a month in small letters stands between.
func (p *parser) dateSurely(i, k int) bool {
	switch p.w(i - 1) {
	case "on", "from", "until", "till", "by", "of", "since", "dated", "the", "between":
		return !p.tok(i-1).Capital || p.w(i-1) != "the"
	}
	t := p.tok(k)
	return t.Kind == lex.Mark || t.Kind == lex.Break || p.isYear(k)
}

// endsSentence tells whether the full stop at i ends a line or stands before
// a capital letter.
func (p *parser) endsSentence(i int) bool {
	n := p.tok(i + 1)
	return n.Kind == lex.Break || n.Capital
}

// monthDay reads a month, and days and a year after it: "December 24, 2020",
// "Sept. 9", "May 3-4", "June 2009", "October".
func (p *parser) monthDay(i int) (list []mention, next int) {
	month, short := monthNumber(p.w(i))
	if month == 0 {
		return nil, i
	}
	k := i + 1
	if p.w(k) == "." && p.touches(k) && (short || p.tok(k+1).Kind == lex.Number) {
		k++
	}
	if p.w(k) == "the" && p.tok(k+1).Ordinal || p.w(k) == "," && p.w(i-1) == "on" && p.isDayNumber(k+1) {
		k++
	}
	if days := p.daysAfterMonth(i, k); len(days.n) > 0 {
		pt, k := p.yearTail(point{month: month}, days.next)
		pt, k = p.weekdayTail(pt, k)
		return p.dayList(days, pt, i, k), k
	}
	if short && k == i+2 && p.endsSentence(i+1) {
		k = i + 1
	}
	m := mention{from: point{unit: unitMonth, month: month}, first: i, last: i + 1, name: RuleBareMonth, bare: true}
	if !p.tok(i).Capital && (short || month == 5 && !p.isYear(k) && !p.partOf(i)) {
		return nil, i // "may", "mar", "dec" in small letters
	}
	m.from, k = p.yearTail(m.from, k)
	if m.from.year != 0 || m.from.ofYear != anyOne {
		m.last, m.bare = k, false
		if m.from.year != 0 {
			m.name = RuleMonth
		}
	}
	return []mention{m}, m.last
}

// partOf tells whether a part of a month leads to token i: "the end of may".
func (p *parser) partOf(i int) bool {
	if p.w(i-1) != "of" {
		return false
	}
	switch p.w(i - 2) {
	case "end", "beginning", "start", "middle", "month":
		return true
	}
	return false
}

// daysAfterMonth reads the day numbers at k after the month at i; none where
// the number is a time or counts what follows ("in March 22 people").
func (p *parser) daysAfterMonth(i, k int) dayNumbers {
	days := p.dayNumbers(k)
	for len(days.n) > 0 {
		after := p.tok(days.next)
		last := len(days.n) == 1
		switch {
		case after.Lower == ":" && p.touches(days.next):
			return dayNumbers{}
		case isMeasure(after.Lower):
		case last && isCount(after) && isPlural(after) && p.w(i-1) == "in":
		case !last && !days.ranged && isCount(after) && isPlural(after):
		default:
			return days
		}
		days = days.drop()
	}
	return dayNumbers{}
}

// dayNumbers is a list or range of numbers that can be days of a month.
type dayNumbers struct {
	n      []int
	ends   []int // token after each
	ranged bool
	on     bool // after "on": "on 5, 6 May"
	next   int
}

func (d dayNumbers) drop() dayNumbers {
	if d.n = d.n[:len(d.n)-1]; len(d.n) > 0 {
		d.next = d.ends[len(d.n)-1]
	}
	d.ranged = false
	return d
}

// dayNumbers reads numbers from 1 to 31 at i with what joins them: "3 to
// 5", "8 and 10", "14, 15 and 16", "3-5".
func (p *parser) dayNumbers(i int) (d dayNumbers) {
	d.on = p.w(i-1) == "on"
	commas := 0 // numbers that a comma alone joins to the list
	comma := false
	for k := i; ; {
		if !p.isDayNumber(k) {
			break
		}
		d.n, d.ends, d.next = append(d.n, p.tok(k).Value), append(d.ends, k+1), k+1
		if comma {
			commas, comma = commas+1, false
		}
		if d.ranged || len(d.n) == 8 {
			break
		}
		k++
		switch w := p.w(k); {
		case isDash(w) && p.isDayNumber(k+1), isUntil(w):
			d.ranged = p.isDayNumber(k+1) && len(d.n) == 1
			if !d.ranged {
				return p.closed(d, commas)
			}
		case w == ",":
			if n := p.w(k + 1); n == "and" || n == "or" {
				k, commas = k+1, 0
			} else {
				comma = true
			}
		case w == "and" || w == "or" || w == "&" || w == "/" && p.touches(k) && p.touches(k+1):
			commas = 0
			d.ranged = w == "and" && len(d.n) == 1 && p.w(i-1) == "between" && p.isDayNumber(k+1)
		default:
			return p.closed(d, commas)
		}
		if k++; p.w(k) == "the" {
			k++
		}
	}
	return p.closed(d, commas)
}

// closed drops the numbers that only a comma joins to the others: "June 5, 12
// observers" is one day.
func (p *parser) closed(d dayNumbers, commas int) dayNumbers {
	for commas > 0 && len(d.n) > 1 && !(d.on && consecutive(d.n)) {
		d = d.drop()
		commas--
	}
	return d
}

func (p *parser) isDayNumber(i int) bool {
	t := p.tok(i)
	if t.Kind != lex.Number || t.Digits > 2 || t.Value < 1 || t.Value > 31 {
		return false
	}
	if p.touches(i) {
		switch w := p.w(i - 1); w {
		case "\n", "(", "[", "“", "\"", "‘", "'", "/", "«":
		default:
			if !isDash(w) && w != "." && w != "," || w == "." && p.tok(i-2).Kind != lex.Word || w == "," && p.tok(i-2).Kind == lex.Number {
				return false
			}
		}
	}
	// A decimal, a grouped number or a time.
	n := p.w(i + 1)
	return !((n == "." || n == "," || n == ":") && p.touches(i+1) && p.touches(i+2) && p.tok(i+2).Kind == lex.Number && !p.isYear(i+2)) && n != "%"
}

// isYear tells whether token i is four digits that can be a year.
func (p *parser) isYear(i int) bool {
	t := p.tok(i)
	return t.Kind == lex.Number && t.Digits == 4 && !t.Ordinal && t.Value >= 1000 && t.Value < 2200
}

// yearTail reads what follows a month or a day and tells its year: "2020", ",
// 2020", "of 2020", "this year", "of last year".
func (p *parser) yearTail(pt point, i int) (point, int) {
	k := i
	if p.w(k) == "," || isDash(p.w(k)) && p.touches(k) && p.touches(k+1) {
		k++
	}
	comma := p.w(i) == ","
	if p.w(k) == "of" || p.w(k) == "in" && p.isYear(k+1) {
		k++
	}
	if p.isYear(k) && !p.splitNumber(k) && !(comma && isCount(p.tok(k+1)) && isPlural(p.tok(k+1)) && !isEvent(p.w(k+1))) {
		pt.year = p.tok(k).Value
		return pt, k + 1
	}
	if (p.w(k) == "’" || p.w(k) == "'") && p.tok(k+1).Digits == 2 && p.touches(k+1) && p.tok(k+1).Value > 0 {
		pt.year = century(p.tok(k + 1).Value)
		return pt, k + 2
	}
	if y, next := p.yearWords(i); y != 0 {
		pt.year = y
		return pt, next
	}
	if w := p.w(k); (w == "the" || w == "that") && (p.w(k+1) == "same" || p.w(k+1) == "current") {
		k++
	}
	if p.w(k+1) == "year" {
		if d := yearDirection(p.w(k)); d != anyOne {
			pt.ofYear = d
			return pt, k + 2
		}
	}
	return pt, i
}

func yearDirection(w string) direction {
	switch w {
	case "this", "current":
		return thisOne
	case "last":
		return lastOne
	case "next":
		return nextOne
	case "same", "that":
		return sameOne
	}
	return anyOne
}

// splitNumber tells whether the number at i goes on: "2021.5", "2021/22",
// "2021:30", "2,021".
func (p *parser) splitNumber(i int) bool {
	n := p.w(i + 1)
	return (n == "." || n == "," || n == ":" || n == "/") && p.touches(i+1) && p.touches(i+2) && p.tok(i+2).Kind == lex.Number
}

func century(yy int) int {
	if yy < 70 {
		return 2000 + yy
	}
	return 1900 + yy
}

// weekdayTail reads a weekday after the date: "10 May (Monday)", "10 May, Monday".
func (p *parser) weekdayTail(pt point, i int) (point, int) {
	open := p.w(i)
	n, _ := weekdayNumber(p.w(i + 1))
	if n == 0 || !p.tok(i+1).Capital || open != "(" && open != "," {
		return pt, i
	}
	after := p.tok(i + 2)
	switch {
	case open == "(" && after.Lower == ")":
		pt.weekday = n
		return pt, i + 3
	case open == "," && after.Kind != lex.Number && monthOf(after.Lower) == 0 && p.tok(i+3).Kind != lex.Number:
		pt.weekday = n
		return pt, i + 2
	}
	return pt, i
}

func monthOf(w string) int {
	n, _ := monthNumber(w)
	return n
}

// dayList makes the mentions of days that share month and year.
func (p *parser) dayList(days dayNumbers, pt point, first, next int) []mention {
	name := RuleDay
	if pt.year == 0 {
		name = RuleYearless
	}
	at := func(d int) point {
		q := pt
		q.day = d
		return q
	}
	n := days.n
	if days.ranged && n[1] <= n[0] {
		return nil
	}
	if len(n) > 1 && (days.ranged || consecutive(n)) {
		return []mention{{from: at(n[0]), to: at(n[len(n)-1]), ranged: true, first: first, last: next, name: name}}
	}
	list := make([]mention, 0, len(n))
	for _, d := range n {
		list = append(list, mention{from: at(d), first: first, last: next, name: name})
	}
	return list
}

func consecutive(n []int) bool {
	for k := 1; k < len(n); k++ {
		if n[k] != n[k-1]+1 {
			return false
		}
	}
	return true
}
