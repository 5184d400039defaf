package article

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// publishedNames are the meta names for the day an article was published, the
// most exact first: Open Graph's article namespace, schema.org, Dublin Core,
// Highwire Press (citation_), PRISM, and those of publishing and analytics
// systems. Names for the day of a change are left out.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published", "rnews:datepublished",
	"dcterms.issued", "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date", "dc.date.created", "dc.created", "date.issued",
	"citation_publication_date", "citation_date", "citation_online_date", "prism.publicationdate", "parsely-pub-date", "sailthru.date",
	"cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "article_date_original", "original-publish-date",
	"publish_date", "publish-date", "publishdate", "publication_date", "publication-date", "pub_date", "pubdate", "published",
	"published_time", "published-date", "published_at", "posted", "release_date", "date.available", "date.created", "date", "created", "dc:date", "dcterms:date",
	"dcterms:created", "dcterms:issued", "dcsext.articlefirstpublished",
}

// published gives the day or time at which the page says that it was
// published, as the page gives it: "2020-12-24", "2020-12-24T09:30:00+02:00".
// visible are the short texts beside the article's title, in order; around
// those of datesAround.
func (h *head) published(visible, around []string) string {
	month := h.monthFirst()
	var marked, plain []string
	for _, t := range h.data {
		if t.article {
			marked = append(marked, t.published)
		}
	}
	for _, n := range publishedNames {
		marked = append(marked, h.meta[n]...)
	}
	for _, t := range h.times {
		if t.published {
			marked = append(marked, t.value)
		}
	}
	for _, t := range h.data {
		if !t.article {
			plain = append(plain, t.published)
		}
	}
	for _, v := range marked {
		if d := parseDate(v, month); d != "" {
			return d
		}
	}
	for _, v := range slices.Concat(visible, around) {
		if d := findDate(v, month); d != "" {
			return d
		}
	}
	for _, t := range h.times {
		plain = append(plain, t.value)
	}
	for _, t := range h.data {
		plain = append(plain, t.created)
	}
	for _, v := range plain {
		if d := parseDate(v, month); d != "" {
			return d
		}
	}
	return ""
}

// monthFirst tells whether the page writes 3/4/2021 for the 4th of March.
func (h *head) monthFirst() bool {
	lang := strings.ToLower(strings.ReplaceAll(or(h.lang, h.first("og:locale")), "_", "-"))
	return strings.HasSuffix(lang, "-us") || lang == "en-ph"
}

const monthNames = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// forms are the ways of writing a date that are read, each with the numbers of
// its groups for year, month and day.
var forms = sync.OnceValue(func() []form {
	weekday := `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`
	return []form{
		{regexp.MustCompile(`(?i)` + weekday + `\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s/-]*(` + monthNames + `)\.?,?[\s/-]*(\d{4})(?:\b|\p{Lu}|\d{1,2}:)`), 3, 2, 1},
		{regexp.MustCompile(`(?i)` + weekday + `\b(` + monthNames + `)\.?,?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4})(?:\b|\p{Lu}|\d{1,2}:)`), 3, 1, 2},
		{regexp.MustCompile(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T\d)`), 1, 2, 3},
		{regexp.MustCompile(`\b(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})\b`), 4, 0, 0},
	}
})

type form struct {
	re               *regexp.Regexp
	year, month, day int
}

// absoluteDate gives the ISO value of a text that is nothing but a date with
// its year.
func absoluteDate(s string) string {
	if len(s) > 60 || !hasYear(s) {
		return ""
	}
	for _, f := range forms() {
		if m := f.re.FindStringSubmatchIndex(s); m != nil && m[0] == 0 && strings.Trim(s[m[1]:], " .") == "" {
			return f.value(s, m, false)
		}
	}
	return ""
}

// hasYear tells whether a text holds four figures in a row, as every form does:
// most texts that are asked for a date hold none, and a pattern costs more.
func hasYear(s string) bool {
	run := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return false
}

// ambiguous tells whether a text that is a date gives day and month in figures
// that can stand for each other.
func ambiguous(s string) bool {
	m := figures().FindStringSubmatch(s)
	return m != nil && m[1] != m[2] && number(m[1]) <= 12 && number(m[2]) <= 12
}

var figures = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^0?(\d{1,2})[-/.]0?(\d{1,2})[-/.]\d{4}\b`) })

// findDate gives the ISO value of the first date in a short text.
func findDate(s string, monthFirst bool) string {
	at, value := len(s), ""
	for _, f := range forms() {
		for _, m := range f.re.FindAllStringSubmatchIndex(s, 4) { // the first may be one of another calendar
			if v := f.value(s, m, monthFirst); v != "" && m[0] < at {
				at, value = m[0], v
			}
		}
	}
	if value == "" {
		return shortDay(s)
	}
	return value
}

// shortDay gives the ISO value of a text that is nothing but a day with two
// digits for the year, day before month: "30.10.18".
func shortDay(s string) string {
	if m := shortForm().FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		return isoDay(2000+number(m[3]), number(m[2]), number(m[1]))
	}
	return ""
}

var shortForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{2})\.?$`) })

func (f form) value(s string, m []int, monthFirst bool) string {
	group := func(i int) string { return s[m[2*i]:m[2*i+1]] }
	if f.month == 0 { // 04.03.2021, 3/4/2021
		day, month := number(group(1)), number(group(3))
		if group(2) == "/" && monthFirst && day <= 12 || month > 12 {
			day, month = month, day
		}
		return isoDay(number(group(4)), month, day)
	}
	month, err := strconv.Atoi(group(f.month))
	if err != nil {
		month = strings.Index(months, strings.ToLower(group(f.month)[:3]))/3 + 1
	}
	return isoDay(number(group(f.year)), month, number(group(f.day)))
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// isoDay gives a day of the Gregorian calendar, "" where there is none or the
// year is not one of the press.
func isoDay(year, month, day int) string {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1800 || year > 2199 || month < 1 || month > 12 || t.Day() != day {
		return ""
	}
	return t.Format(time.DateOnly)
}

var timestamp = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s*(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,:]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$`)
})

// parseDate gives the value of a date in markup: ISO 8601 and what is close to
// it with its time and offset as they are, RFC 1123 and JavaScript's form
// likewise, Unix seconds and milliseconds as UTC, else the first date in it.
func parseDate(s string, monthFirst bool) string {
	s = fold(s)
	if s == "" || len(s) > 100 {
		return ""
	}
	if m := timestamp().FindStringSubmatch(strings.ToUpper(s)); m != nil {
		day := isoDay(number(m[1]), number(m[2]), number(m[3]))
		if day == "" || m[4] == "" {
			return day
		}
		return clock(day, m[4], m[5], m[6], m[7])
	}
	for _, layout := range []string{time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 2006 15:04:05 GMT-0700"} {
		rest, _, _ := strings.Cut(s, " (")
		if t, err := time.Parse(layout, rest); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && (len(s) == 10 || len(s) == 13) {
		if len(s) == 13 {
			n /= 1000
		}
		return time.Unix(n, 0).UTC().Format(time.RFC3339)
	}
	return findDate(s, monthFirst)
}

// clock puts a time of day and an offset behind a day.
func clock(day, hour, minute, second, offset string) string {
	if number(hour) > 23 || number(minute) > 59 || number(second) > 59 {
		return day
	}
	t := fmt.Sprintf("%sT%s:%s", day, hour, minute)
	if second != "" {
		t += ":" + second
	}
	switch {
	case offset == "Z" || offset == "UTC" || offset == "GMT":
		return t + "Z"
	case len(offset) == 3:
		return t + offset + ":00"
	case len(offset) == 5:
		return t + offset[:3] + ":" + offset[3:]
	}
	return t + offset
}
