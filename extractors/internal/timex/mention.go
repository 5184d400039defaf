package timex

// unit is the length of what a point denotes.
type unit uint8

const (
	unitDay unit = iota
	unitWeek
	unitWeekend
	unitMonth
	unitMonths // the first n months of a year
	unitQuarter
	unitHalf
	unitSeason
	unitYear
	unitDecade
)

// base is what a point is counted from.
type base uint8

const (
	fromCalendar  base = iota // its own numbers; holes are filled by what fits
	fromPublished             // the publication date
	fromText                  // the date last mentioned
)

// direction is which of the possible ones a point names: this, last or next.
type direction uint8

const (
	anyOne direction = iota
	thisOne
	lastOne
	nextOne
	sameOne // as the date last mentioned
)

// point is a point or period in time with holes, where 0 is a hole.
type point struct {
	unit    unit
	base    base
	offset  int       // from the base, in units
	which   direction // of a weekday, month, quarter or season
	year    int
	ofYear  direction // "March of this year"
	month   int
	day     int
	weekday int
	ofWeek  bool // "Tuesday of this week": which belongs to the week
	n       int  // number of the quarter, half or season (1 is spring); months; number of the part of a month
	part    monthPart
}

// mention is an expression of one point or of a range of two.
type mention struct {
	from, to    point
	ranged      bool
	first, last int    // tokens [first, last)
	name        string // rule of a single point
	bare        bool   // counts as a date only where the words around allow it
	refused     bool
}

// Rules of the grammar: which kind of expression gave a value.
const (
	RuleDay         = "full-day"
	RuleNumeric     = "numeric-day"
	RuleYearless    = "day-without-year"
	RuleDayRange    = "day-range"
	RuleMonth       = "month"
	RuleBareMonth   = "month-without-year"
	RulePeriodRange = "period-range"
	RuleYear        = "year"
	RulePart        = "part-of-year"
	RuleDecade      = "decade"
	RuleToday       = "today"
	RuleNear        = "yesterday-tomorrow"
	RuleWeekday     = "weekday"
	RuleDirected    = "directed-weekday"
	RuleWeekdayDay  = "weekday-and-day"
	RulePeriod      = "relative-period"
	RuleAgo         = "ago"
	RuleText        = "same-or-next"
)

func (m mention) rule() string {
	switch {
	case !m.ranged:
		return m.name
	case m.from.unit == unitDay && m.to.unit == unitDay:
		return RuleDayRange
	}
	return RulePeriodRange
}

func (m mention) relative() bool {
	return m.from.relative() || m.ranged && m.to.relative()
}

func (p point) relative() bool {
	return p.base != fromCalendar || p.which != anyOne || p.unit == unitDay && p.month == 0
}
