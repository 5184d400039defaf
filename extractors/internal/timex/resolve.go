package timex

// resolver fills the holes of mentions in text order.
type resolver struct {
	p      *parser
	pub    day
	hasPub bool // the publication date, or what the text itself gives for it

	// What the text mentioned last.
	lastDay   day
	lastDayAt int // byte
	hasDay    bool
	told      day // the last one up to the publication date: what a past tense hangs on
	toldAt    int
	hasTold   bool
	lastMonth value
	hasMonth  bool
	lastYear  int
	yearOf    map[int]int // of a day by 32 x month + day of the month

	why string // the condition that failed last
}

func newResolver(p *parser) *resolver {
	r := &resolver{p: p, yearOf: map[int]int{}}
	if r.pub, r.hasPub = publishedDay(p.o.Published); !r.hasPub {
		r.pub, r.hasPub = p.dayOfText()
	}
	return r
}

// publishedDay gives the local day of an ISO date or date-time.
func publishedDay(s string) (day, bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	n := func(t string) (v int) {
		for _, c := range []byte(t) {
			if c < '0' || c > '9' {
				return -1
			}
			v = v*10 + int(c-'0')
		}
		return v
	}
	return date(n(s[:4]), n(s[5:7]), n(s[8:10]))
}

// dayOfText finds the day of the text where no publication date is known: a
// full date that "today" stands beside, or that stands alone on a line or
// before a dash within the first words of the body, as a dateline has it.
func (p *parser) dayOfText() (day, bool) {
	for _, m := range p.found {
		if m.ranged || m.from.unit != unitDay || m.from.base != fromCalendar || m.from.year == 0 {
			continue
		}
		d, ok := date(m.from.year, m.from.month, m.from.day)
		if !ok {
			continue
		}
		b := p.w(m.first - 1)
		if b == "on" || b == "(" || b == "," {
			if b2 := p.w(m.first - 2); b2 == "today" || b == "on" && b2 == "," && p.w(m.first-3) == "today" {
				return d, true
			}
		}
		before, after := p.tok(m.first-1), p.tok(m.last)
		line := p.lineStart(m.first)
		if m.first-line <= 4 && after.Kind == lexBreak && isPublished(p.w(line)) {
			return d, true
		}
		if m.first-line > 8 || p.tok(line).Start > p.o.Body+2 {
			continue
		}
		if line == m.first && after.Kind == lexBreak || isDash(after.Lower) || after.Lower == ":" || after.Lower == "(" && before.Lower == "," {
			return d, true
		}
	}
	return 0, false
}

// isPublished tells words that announce the date of a page.
func isPublished(w string) bool {
	switch w {
	case "published", "posted", "date", "dated", "updated", "created", "on":
		return true
	}
	return false
}

// lineStart gives the first token of the line that holds token i.
func (p *parser) lineStart(i int) int {
	for i > 0 && p.toks[i-1].Kind != lexBreak {
		i--
	}
	return i
}

// resolve gives the value of a mention and remembers it for what hangs on it.
func (r *resolver) resolve(m mention) (value, bool) {
	r.why = "no such day"
	v, ok := r.point(m.from, m)
	if !ok {
		return v, false
	}
	if m.ranged {
		to, ok := r.rangeEnd(m, v)
		if !ok || to.last < v.first {
			return v, false
		}
		v = value{firstPart(v.iso) + "/" + lastPart(to.iso), v.first, to.last}
	}
	r.remember(m, v)
	return v, true
}

// rangeEnd gives the upper end of a range: the first fit after the lower end
// where its year or date is not told.
func (r *resolver) rangeEnd(m mention, from value) (value, bool) {
	pt := m.to
	if pt.base != fromCalendar || pt.which != anyOne || pt.year != 0 || pt.ofYear != anyOne || pt.unit == unitWeekend {
		return r.point(pt, m)
	}
	y, mo, _ := from.first.civil()
	switch {
	case pt.unit == unitDay && pt.month == 0 && pt.day == 0 && pt.weekday != 0:
		return dayValue(from.first + day((pt.weekday-from.first.weekday()+6)%7+1)), true
	case pt.month == 0:
		return r.point(pt, m)
	case pt.month < mo:
		y++
	}
	pt.year = y
	return r.point(pt, m)
}

func firstPart(iso string) string {
	for i := range len(iso) {
		if iso[i] == '/' {
			return iso[:i]
		}
	}
	return iso
}

func lastPart(iso string) string {
	for i := range len(iso) {
		if iso[i] == '/' {
			return iso[i+1:]
		}
	}
	return iso
}

func (r *resolver) remember(m mention, v value) {
	y, mo, _ := v.last.civil()
	switch m.from.unit {
	case unitDay:
		r.lastDay, r.hasDay, r.lastDayAt = v.last, true, r.p.toks[m.first].Start
		if _, _, d := v.last.civil(); !m.ranged && m.from.base == fromCalendar && m.from.month != 0 {
			r.yearOf[32*mo+d] = y
		}
		if r.hasPub && v.last <= r.pub {
			r.told, r.hasTold, r.toldAt = r.lastDay, true, r.lastDayAt
		}
		r.lastMonth, r.hasMonth = monthValue(y, mo)
	case unitMonth:
		r.lastMonth, r.hasMonth = v, true
	}
	if !r.p.since(m) {
		r.lastYear = y
	}
}

// point resolves one point of a mention.
func (r *resolver) point(pt point, m mention) (value, bool) {
	switch pt.ofYear {
	case thisOne, lastOne, nextOne:
		if !r.hasPub {
			r.why = "the publication date is not known"
			return value{}, false
		}
		pt.year, _, _ = r.pub.civil()
		if pt.ofYear == lastOne {
			pt.year--
		} else if pt.ofYear == nextOne {
			pt.year++
		}
	case sameOne:
		if pt.year = r.lastYear; pt.year == 0 {
			r.why = "no year was mentioned before"
			return value{}, false
		}
	}
	switch pt.base {
	case fromPublished:
		if !r.hasPub {
			r.why = "the publication date is not known"
			return value{}, false
		}
		v, ok := shifted(r.pub, pt)
		if ok && pt.part != wholeMonth {
			return pt.within(v)
		}
		return v, ok
	case fromText:
		return r.fromText(pt, m)
	}
	switch pt.unit {
	case unitDay:
		return r.day(pt, m)
	case unitWeek:
		if pt.n != 0 {
			d, ok := isoWeek(pt.year, pt.n)
			return weekValue(d), ok
		}
		v, ok := r.day(pt, m)
		return weekValue(v.first), ok
	case unitWeekend:
		return r.weekend(pt, m)
	case unitMonth:
		v, ok := r.month(pt, m)
		if ok && pt.part != wholeMonth {
			return pt.within(v)
		}
		return v, ok
	case unitYear:
		return yearsValue(pt.year, pt.year)
	case unitDecade:
		return yearsValue(pt.year, pt.year+9)
	}
	return r.part(pt, m)
}

// shifted moves a day by the offset of a point in its units.
func shifted(d day, pt point) (value, bool) {
	y, mo, dm := d.civil()
	switch pt.unit {
	case unitDay:
		if pt.n != 0 { // that many years ago to the day
			d, ok := date(y-pt.n, mo, dm)
			return dayValue(d), ok
		}
		return dayValue(d + day(pt.offset)), true
	case unitWeek:
		return weekValue(d + day(7*pt.offset)), true
	case unitMonth:
		return monthValue(addMonths(y, mo, pt.offset))
	case unitQuarter:
		y, mo = addMonths(y, (mo-1)/3*3+1, 3*pt.offset)
		return monthsValue(y, mo, y, mo+2)
	}
	return yearsValue(y+pt.offset, y+pt.offset)
}

// nearby is how many bytes back the date may stand that "the same day" hangs on.
const nearby = 800

func (r *resolver) fromText(pt point, m mention) (value, bool) {
	r.why = "no date was mentioned shortly before"
	switch pt.unit {
	case unitDay, unitWeek:
		d, at, ok := r.lastDay, r.lastDayAt, r.hasDay
		if r.hasTold && d > r.pub && r.p.tense(m) == past {
			d, at, ok = r.told, r.toldAt, r.hasTold
		}
		if !ok || r.p.toks[m.first].Start-at > nearby {
			if r.hasPub && pt.unit == unitDay && pt.weekday == 0 && pt.offset == -1 {
				return dayValue(r.pub - 1), true // "the previous day", with nothing but the page's own day that it could hang on
			}
			return value{}, false
		}
		if pt.weekday != 0 {
			step := (pt.weekday-d.weekday()+6)%7 + 1
			if pt.offset < 0 {
				step -= 7
				if step == 0 {
					step = -7
				}
			}
			return dayValue(d + day(step)), true
		}
		return shifted(d, pt)
	case unitMonth:
		if !r.hasMonth {
			return value{}, false
		}
		return shifted(r.lastMonth.first, pt)
	}
	year := r.lastYear + pt.offset
	if r.lastYear == 0 {
		return value{}, false
	}
	if now, _, _ := r.pub.civil(); r.hasPub && pt.offset > 0 && year > now && (r.p.tense(m) != future || year > now+10) {
		r.why = "it would lie ahead, and the clause tells of no future"
		return value{}, false
	}
	return yearsValue(year, year)
}
