package timex

import "time"

// day is a calendar day, counted from 1 January 1970. The zero value is that
// day; where a day may be unknown a second value tells.
type day int

// date gives the day of a year, a month 1-12 and a day of the month. ok is
// false where there is no such day.
func date(year, month, dayOfMonth int) (d day, ok bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month) {
		return 0, false
	}
	return day(time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC).Unix() / secondsADay), true
}

const secondsADay = 24 * 60 * 60

func (d day) time() time.Time { return time.Unix(int64(d)*secondsADay, 0).UTC() }

func (d day) civil() (year, month, dayOfMonth int) {
	y, m, n := d.time().Date()
	return y, int(m), n
}

// weekday is 1 for Monday to 7 for Sunday, as ISO 8601 has it.
func (d day) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

// monday is the first day of the ISO week of d.
func (d day) monday() day { return d - day(d.weekday()-1) }

func (d day) String() string { return d.time().Format(time.DateOnly) }

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// addMonths moves a month of a year by n months.
func addMonths(year, month, n int) (int, int) {
	m := year*12 + month - 1 + n
	return m / 12, m%12 + 1
}

// value is an ISO 8601 value with its first and last day.
type value struct {
	iso         string
	first, last day
}

func dayValue(d day) value { return value{d.String(), d, d} }

func daysValue(a, b day) value { return value{a.String() + "/" + b.String(), a, b} }

func weekValue(d day) value {
	m := d.monday()
	y, w := m.time().ISOWeek()
	return value{digits4(y) + "-W" + digits2(w), m, m + 6}
}

func monthValue(year, month int) (value, bool) {
	return monthsValue(year, month, year, month)
}

// monthsValue is a range of months; a single month where both ends are one.
func monthsValue(y1, m1, y2, m2 int) (value, bool) {
	first, ok1 := date(y1, m1, 1)
	last, ok2 := date(y2, m2, daysIn(y2, m2))
	if !ok1 || !ok2 || last < first {
		return value{}, false
	}
	iso := digits4(y1) + "-" + digits2(m1)
	if y1 != y2 || m1 != m2 {
		iso += "/" + digits4(y2) + "-" + digits2(m2)
	}
	return value{iso, first, last}, true
}

// yearsValue is a range of years; a single year where both ends are one.
func yearsValue(y1, y2 int) (value, bool) {
	first, ok1 := date(y1, 1, 1)
	last, ok2 := date(y2, 12, 31)
	if !ok1 || !ok2 || y2 < y1 {
		return value{}, false
	}
	iso := digits4(y1)
	if y1 != y2 {
		iso += "/" + digits4(y2)
	}
	return value{iso, first, last}, true
}

func digits4(n int) string { return digits2(n/100) + digits2(n%100) }

func digits2(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
