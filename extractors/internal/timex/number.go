package timex

import (
	"readout/extractors/internal/lex"
	"readout/extractors/internal/numbers"
)

// numericDay reads a day in digits alone: "2021-03-04", "13.01.2022",
// "27/04/2021". Where day and month could be exchanged, ISO order, full stops
// and hyphens decide; for slashes see slashOrder.
func (p *parser) numericDay(i int) (mention, bool) {
	a, sep, b, c := p.tok(i), p.w(i+1), p.tok(i+2), p.tok(i+4)
	if sep != "." && sep != "/" && sep != "-" || p.w(i+3) != sep || b.Kind != lex.Number || c.Kind != lex.Number || b.Digits > 2 {
		return mention{}, false
	}
	for k := i + 1; k <= i+4; k++ {
		if !p.touches(k) {
			return mention{}, false
		}
	}
	if n := p.w(i + 5); p.touches(i+5) && (n == sep && p.tok(i+6).Kind == lex.Number && p.touches(i+6) || n == "%") {
		return mention{}, false // an address or a version: "10.12.2020.1"
	}
	m := mention{first: i, last: i + 5, name: RuleNumeric}
	var ok bool
	switch {
	case a.Digits == 4 && c.Digits <= 2:
		m.from, ok = dayPoint(a.Value, b.Value, c.Value)
	case a.Digits <= 2 && p.isYear(i+4):
		m.from, ok = p.dayFirst(a.Value, b.Value, c.Value, sep)
	case a.Digits == 2 && b.Digits == 2 && c.Digits == 2 && sep != "-" && p.dated(i-1):
		m.from, ok = p.dayFirst(a.Value, b.Value, century(c.Value), sep)
	}
	return m, ok
}

// numericRange reads a range whose lower end leaves out what both share:
// "11-13.05.2021", "11.05-13.05.2021".
func (p *parser) numericRange(i int) (mention, bool) {
	t := p.tok(i)
	if t.Digits > 2 || t.Value < 1 || t.Value > 31 || p.inNumber(i) {
		return mention{}, false
	}
	k, month := i+1, 0
	if p.w(k) == "." && p.tok(k+1).Digits == 2 && p.touches(k) && p.touches(k+1) {
		month, k = p.tok(k+1).Value, k+2
	}
	if !isDash(p.w(k)) || p.w(k) == "-" && p.w(k+2) == "-" {
		return mention{}, false
	}
	m, ok := p.numericDay(k + 1)
	if !ok || m.from.year == 0 || p.tok(k+1).Digits > 2 {
		return mention{}, false
	}
	m.to, m.first, m.ranged = m.from, i, true
	m.from.day = t.Value
	if month != 0 {
		m.from.month = month
	}
	return m, inOrder(m.from, m.to) && m.from.day != m.to.day
}

func dayPoint(year, month, dayOfMonth int) (point, bool) {
	_, ok := date(year, month, dayOfMonth)
	return point{year: year, month: month, day: dayOfMonth}, ok
}

// dated tells whether the word at i announces a date in digits.
func (p *parser) dated(i int) bool {
	switch p.w(i) {
	case "on", "dated", "of", "since", "until", "till", "from", "by", "date", "(":
		return true
	}
	return false
}

func (p *parser) dayFirst(a, b, year int, sep string) (point, bool) {
	if b > 12 || sep == "/" && a <= 12 && p.monthFirst(a, b, year) {
		a, b = b, a
	}
	return dayPoint(year, b, a)
}

// monthFirst decides how "12/03/2021" is meant where both numbers can be a
// month: the reading that is the publication date; else as another date in
// slashes on the page, or dates in words ("March 12"), have it; else the day
// stands first, as in most of the world.
func (p *parser) monthFirst(a, b, year int) bool {
	if pub, ok := publishedDay(p.o.Published); ok {
		if d, ok := date(year, b, a); ok && d == pub {
			return false
		}
		if d, ok := date(year, a, b); ok && d == pub {
			return true
		}
	}
	days, months := 0, 0
	for k := 0; k+2 < len(p.toks); k++ {
		t := p.toks[k]
		switch {
		case t.Kind == lex.Number && p.w(k+1) == "/" && p.touches(k+1) && p.touches(k+2) && p.w(k+3) == "/":
			if t.Value > 12 {
				days += 10
			} else if p.tok(k+2).Value > 12 {
				months += 10
			}
		case t.Kind == lex.Word && t.Capital && monthOf(t.Lower) != 0:
			if p.isDayNumber(k - 1) {
				days++
			} else if p.isDayNumber(k + 1) {
				months++
			}
		}
	}
	return months > days
}

// yearNumber reads a year, years joined by a mark, a decade, or a fiscal year
// in digits: "2015", "2011-2015", "2024-25", "the 1990s".
func (p *parser) yearNumber(i int) (mention, bool) {
	if !p.isYear(i) || p.splitNumber(i) && p.w(i+1) != "/" || p.inNumber(i) {
		return mention{}, false
	}
	y := p.tok(i).Value
	m := mention{from: point{unit: unitYear, year: y}, first: i, last: i + 1, name: RuleYear, bare: true}
	if (p.w(i+1) == "s" || p.tok(i+1).Kind == lex.Possessive && p.w(i-1) == "the") && p.touches(i+1) && y%10 == 0 {
		m.from.unit, m.last, m.name, m.bare = unitDecade, i+2, RuleDecade, false
		return m, true
	}
	mark := p.w(i + 1)
	if !isDash(mark) && mark != "/" {
		return m, true
	}
	end := p.tok(i + 2)
	tight := p.touches(i+1) && p.touches(i+2)
	switch {
	case p.isYear(i+2) && end.Value > y && p.touches(i+1) == p.touches(i+2):
		m.to = point{unit: unitYear, year: end.Value}
	case tight && end.Kind == lex.Number && end.Digits == 2 && end.Value == (y+1)%100:
		m.to = point{unit: unitYear, year: y + 1}
	case tight && end.Kind == lex.Number && end.Digits == 2 && isDash(mark) && end.Value > y%100 && end.Value > 12 && end.Value-y%100 <= 10:
		m.to = point{unit: unitYear, year: y - y%100 + end.Value}
	case tight && (end.Kind == lex.Number || end.Kind == lex.Word && isDash(mark)):
		return mention{}, false // "2020-X", "2021/5"
	default:
		return m, true
	}
	m.ranged, m.last = true, i+3
	return m, true
}

// inNumber tells whether the number at i goes on from something before it:
// "$2000", "1,2000", "No.2015", "#2015", "A/2015".
func (p *parser) inNumber(i int) bool {
	if !p.touches(i) {
		return false
	}
	switch w := p.w(i - 1); w {
	case "\n", "(", "[", "“", "\"", "‘", "'", "«", "~":
		return false
	case "-", "–", "—":
		return p.tok(i-2).Kind == lex.Number && p.touches(i-1) && !p.isYear(i-2)
	}
	return true
}

// ago reads a length of time counted from the publication date or from the
// date last mentioned: "three days ago", "sixty years ago today", "two weeks
// later".
func (p *parser) ago(i int) (mention, bool) {
	n, k := p.smallNumber(i)
	if n == 0 {
		return mention{}, false
	}
	u, ok := unitOf(p.w(k))
	if p.w(k) == "fortnight" {
		u, n, ok = unitWeek, 2*n, true
	}
	if !ok || u == unitWeekend || u == unitQuarter {
		return mention{}, false
	}
	m := mention{from: point{unit: u, base: fromPublished, offset: -n}, first: i, last: k + 2, name: RuleAgo}
	switch p.w(k + 1) {
	case "ago":
		if p.w(k+2) == "today" && u == unitYear {
			m.from.unit, m.last = unitDay, k+3
			m.from.n = n // years back from the day
		}
	case "later":
		m.from.base, m.from.offset, m.name = fromText, n, RuleText
	case "earlier":
		m.from.base, m.name = fromText, RuleText
	case "before", "after": // with no event behind that it would count from
		if p.tok(k+2).Kind != lex.Mark || p.w(k+2) == "(" {
			return mention{}, false
		}
		m.from.base, m.name = fromText, RuleText
		if p.w(k+1) == "after" {
			m.from.offset = n
		}
	case "from":
		if w := p.w(k + 2); w != "now" && w != "today" {
			return mention{}, false
		}
		m.from.offset, m.last = n, k+3
	default:
		return mention{}, false
	}
	if isVague(p.w(i - 1)) {
		p.drop(m, "the word before makes the length of time vague")
		return mention{}, false
	}
	return m, true
}

// smallNumber reads a number up to 999 in digits or words, or an article.
func (p *parser) smallNumber(i int) (n, next int) {
	t := p.tok(i)
	switch {
	case t.Kind == lex.Number && !t.Ordinal && t.Digits <= 3 && t.Value > 0 && !p.inNumber(i):
		return t.Value, i + 1
	case t.Lower == "a" || t.Lower == "an":
		return 1, i + 1
	}
	n, ok := numbers.Word(t.Lower)
	if !ok {
		return 0, i
	}
	if u, ok := numbers.Word(p.w(i + 2)); ok && n%10 == 0 && n >= 20 && u < 10 && isDash(p.w(i+1)) {
		return n + u, i + 3
	}
	return n, i + 1
}
