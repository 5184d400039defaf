package timex

import (
	"readout/extractors/internal/lex"
	"readout/extractors/internal/numbers"
)

// partOfYear reads quarters, halves and the first months of a year: "Q3
// 2021", "the third quarter of 2021", "the first half of this year", "the
// first nine months of 2021". A quarter may stand without a year.
func (p *parser) partOfYear(i int) (mention, bool) {
	t := p.tok(i)
	if len(t.Lower) == 2 && t.Lower[1] >= '1' && t.Lower[1] <= '4' && (t.Lower[0] == 'q' || t.Lower[0] == 'h' && t.Lower[1] <= '2') {
		pt := point{unit: unitQuarter, n: int(t.Lower[1] - '0')}
		if t.Lower[0] == 'h' {
			pt.unit = unitHalf
		}
		pt, k := p.yearTail(pt, i+1)
		return mention{from: pt, first: i, last: k, name: RulePart}, pt.year != 0 || pt.ofYear != anyOne
	}
	n, ok := numbers.Ordinal(t.Lower)
	switch {
	case t.Kind == lex.Number && t.Ordinal:
		n = t.Value
	case t.Lower == "last":
		n = -1
	case !ok:
		return mention{}, false
	}
	k := i + 1
	m := mention{first: i, name: RulePart}
	switch w := p.w(k); {
	case w == "quarter" && (n == -1 || n >= 1 && n <= 4):
		if n == -1 {
			n = 4
		}
		m.from = point{unit: unitQuarter, n: n}
	case w == "half" && (n == 1 || n == 2):
		m.from = point{unit: unitHalf, n: n}
	default:
		return p.firstMonths(i, n)
	}
	m.from, m.last = p.yearOf(m.from, k+1)
	if m.from.year != 0 || m.from.ofYear != anyOne {
		return m, true
	}
	switch p.w(m.last) {
	case "of", "century", "final", "finals":
		return mention{}, false
	}
	return m, m.from.unit == unitQuarter && p.w(i-1) == "the" && (p.w(i-2) == "in" || p.w(i-2) == "during")
}

// yearOf is yearTail that takes "of the year" and "of 2020" only.
func (p *parser) yearOf(pt point, i int) (point, int) {
	if p.w(i) == "of" && p.w(i+1) == "the" && p.w(i+2) == "year" {
		pt.ofYear = thisOne
		return pt, i + 3
	}
	return p.yearTail(pt, i)
}

func (p *parser) firstMonths(i, n int) (mention, bool) {
	if n != 1 {
		return mention{}, false
	}
	months, k := p.smallNumber(i + 1)
	if months < 2 || months > 11 || p.w(k) != "months" {
		return mention{}, false
	}
	pt, last := p.yearOf(point{unit: unitMonths, n: months}, k+1)
	return mention{from: pt, first: i, last: last, name: RulePart}, pt.year != 0 || pt.ofYear != anyOne
}

// season reads a season with its year: "spring 2021", "the summer of 2021".
// Without a year it is more often a time that comes again ("in winter").
func (p *parser) season(i int) (mention, bool) {
	n := seasonNumber(p.w(i))
	if n == 0 {
		return mention{}, false
	}
	m := mention{from: point{unit: unitSeason, n: n}, first: i, name: RulePart}
	m.from, m.last = p.yearTail(m.from, i+1)
	return m, m.from.year != 0 || m.from.ofYear != anyOne
}

// fiscalYear reads "FY 2022", "FY2022/23", "fiscal year 2022".
func (p *parser) fiscalYear(i int) (mention, bool) {
	k := i + 1
	if p.w(k) == "year" {
		k++
	}
	if p.w(k) == "(" && p.w(k+1) == "fy" {
		k += 2
	}
	if p.w(k) == ")" {
		k++
	}
	if p.tok(k).Kind != lex.Number {
		return mention{}, false
	}
	m, ok := p.yearNumber(k)
	m.first, m.bare = i, false
	return m, ok
}

// fiscal gives the year of the last two digits of "FY2022", else 0.
func fiscal(yy string) int {
	if yy[0] < '0' || yy[0] > '9' || yy[1] < '0' || yy[1] > '9' {
		return 0
	}
	return 2000 + int(yy[0]-'0')*10 + int(yy[1]-'0')
}
