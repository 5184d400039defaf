package eval

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout/pipeline/record"
)

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "–", "-", "—", "-", "‐", "-", "‑", "-")

// fold makes two spellings of the same words equal: compatibility forms,
// marks, white space, case, edges, a leading "the", a closing "'s".
func fold(s string) string {
	s = plainMarks.Replace(norm.NFKC.String(s))
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	s = strings.Trim(s, " .,;:'\"()")
	s = strings.TrimPrefix(s, "the ")
	return strings.TrimSuffix(s, "'s")
}

// words gives the runs of letters and digits of the folded string.
func words(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// wordF1 is the F1 of the two bags of words; two empty ones agree.
func wordF1(a, b string) float64 {
	x, y := words(a), words(b)
	if len(x) == 0 && len(y) == 0 {
		return 1
	}
	bag := map[string]int{}
	for _, w := range x {
		bag[w]++
	}
	shared := 0
	for _, w := range y {
		if bag[w] > 0 {
			bag[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}

// sameName tells whether one name's words are among the other's and the last
// words agree: "Lind" and "Ana Lind".
func sameName(a, b string) bool {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return fold(a) == fold(b) || x[len(x)-1] == y[len(y)-1] && (among(x, y) || among(y, x))
}

func among(x, y []string) bool {
	set := map[string]bool{}
	for _, w := range y {
		set[w] = true
	}
	for _, w := range x {
		if !set[w] {
			return false
		}
	}
	return true
}

// head gives the last word of a unit in the singular.
func head(unit string) string {
	w := words(unit)
	if len(w) == 0 {
		return ""
	}
	h := w[len(w)-1]
	switch h {
	case "people":
		return "person"
	case "men":
		return "man"
	case "women":
		return "woman"
	case "children":
		return "child"
	}
	if strings.HasSuffix(h, "ies") && len([]rune(h)) > 4 {
		return strings.TrimSuffix(h, "ies") + "y"
	}
	if strings.HasSuffix(h, "s") && !strings.HasSuffix(h, "ss") {
		return strings.TrimSuffix(h, "s")
	}
	return h
}

// days gives an ISO value, also a quarter, as first and last day; what is no
// such value stands for itself.
func days(value string) [2]string {
	a, b, isRange := strings.Cut(value, "/")
	if !isRange || b == "" {
		b = a
	}
	first, ok1 := bounds(a)
	last, ok2 := bounds(b)
	if !ok1 || !ok2 {
		return [2]string{value, value}
	}
	return [2]string{first[0], last[1]}
}

func bounds(v string) ([2]string, bool) {
	if len(v) == 7 && v[4:6] == "-Q" {
		year, err1 := strconv.Atoi(v[:4])
		quarter, err2 := strconv.Atoi(v[6:])
		if err1 != nil || err2 != nil || quarter < 1 || quarter > 4 {
			return [2]string{}, false
		}
		first := time.Date(year, time.Month(3*quarter-2), 1, 0, 0, 0, 0, time.UTC)
		return [2]string{first.Format(time.DateOnly), first.AddDate(0, 3, -1).Format(time.DateOnly)}, true
	}
	if v == "" {
		return [2]string{}, true
	}
	first, last, ok := record.Days(v)
	return [2]string{first, last}, ok
}
