package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Days gives the first and the last day (2006-01-02) of an ISO 8601 value:
// a day, a month, a year, a week (2021-W03) or a range of two of these joined
// by "/". ok is false for anything else.
func Days(value string) (first, last string, ok bool) {
	a, b, isRange := strings.Cut(value, "/")
	f, l, ok := days(a)
	if !ok {
		return "", "", false
	}
	if isRange {
		if _, l, ok = days(b); !ok {
			return "", "", false
		}
	}
	return f.Format(time.DateOnly), l.Format(time.DateOnly), true
}

func days(v string) (first, last time.Time, ok bool) {
	if len(v) == 8 && v[4:6] == "-W" {
		y, err1 := strconv.Atoi(v[:4])
		w, err2 := strconv.Atoi(v[6:])
		if err1 != nil || err2 != nil || w < 1 || w > 53 {
			return first, last, false
		}
		// The week that holds 4 January is the first.
		jan4 := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := jan4.AddDate(0, 0, -(int(jan4.Weekday())+6)%7+7*(w-1))
		isoYear, isoWeek := monday.ISOWeek()
		return monday, monday.AddDate(0, 0, 6), isoYear == y && isoWeek == w
	}
	switch len(v) {
	case 4:
		if t, err := time.Parse("2006", v); err == nil {
			return t, t.AddDate(1, 0, -1), true
		}
	case 7:
		if t, err := time.Parse("2006-01", v); err == nil {
			return t, t.AddDate(0, 1, -1), true
		}
	case 10:
		if t, err := time.Parse(time.DateOnly, v); err == nil {
			return t, t, true
		}
	}
	return first, last, false
}

// mustDays is Days for values that extractors made: a bad one is their bug.
func mustDays(what, value string) (first, last string, err error) {
	if value == "" {
		return "", "", nil
	}
	first, last, ok := Days(value)
	if !ok {
		return "", "", fmt.Errorf("%s %q is no ISO 8601 date", what, value)
	}
	return first, last, nil
}
