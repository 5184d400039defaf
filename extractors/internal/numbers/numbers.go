// Package numbers finds number expressions of English text, in digits or
// words: what they are worth, ranges, and the words that qualify them. It
// does not know what is counted; that is the caller's grammar.
package numbers

import (
	"math"

	"readout/extractors/internal/lex"
)

// Qualifiers of a number.
const (
	Exact   = "exact"
	AtLeast = "at_least"
	AtMost  = "at_most"
	About   = "about"
)

// Number is a cardinal number of the text.
type Number struct {
	First, Last int // tokens [First, Last) of the number or range, without its qualifier
	Start       int // first token with the qualifier before it
	End         int // token after the qualifier behind it ("100 or more")
	Value       float64
	Max         float64 // of a range, else 0
	Qualifier   string
	InWords     bool // begins with a word
	Article     bool // begins with "a": "a dozen", "a million"
}

// Find gives the cardinal numbers of the tokens in order; none overlap. A
// vague number ("dozens", "hundreds of") is none, neither is an ordinal.
// Numbers within dates, times, prices and names are found too.
func Find(toks []lex.Token) []Number {
	var out []Number
	for i := 0; i < len(toks); {
		n, ok := at(toks, i)
		if !ok {
			i++
			continue
		}
		qualify(toks, &n)
		out = append(out, n)
		i = n.End
	}
	return out
}

// at reads a number or a range of numbers that begins with token i.
func at(toks []lex.Token, i int) (Number, bool) {
	v, last, ok := cardinal(toks, i)
	if !ok {
		return Number{}, false
	}
	last = repeated(toks, v, last)
	n := Number{First: i, Last: last, Start: i, End: last, Value: v, InWords: toks[i].Kind == lex.Word, Article: isArticle(toks[i].Lower)}
	j, ok := rangeMark(toks, n)
	if !ok {
		return n, true
	}
	max, last, ok := cardinal(toks, j)
	if !ok || isArticle(toks[j].Lower) {
		return n, true
	}
	if m := multiplier(toks[last-1].Lower); m >= 1e3 && n.Value < 1000 && multiplier(toks[n.Last-1].Lower) == 0 && max > n.Value*m {
		n.Value *= m // "2 to 3 million": the multiplier is for both
	}
	if max > n.Value {
		n.Max, n.Last, n.End = max, last, last
	}
	return n, true
}

// repeated passes over the same number in parentheses: "fifteen (15)".
func repeated(toks []lex.Token, v float64, i int) int {
	if word(toks, i) != "(" {
		return i
	}
	if w, end, ok := cardinal(toks, i+1); ok && w == v && word(toks, end) == ")" {
		return end + 1
	}
	return i
}

// rangeMark gives the token after the mark that makes n the lower end of a range.
func rangeMark(toks []lex.Token, n Number) (next int, ok bool) {
	if n.Last >= len(toks) {
		return 0, false
	}
	before := word(toks, n.First-1)
	switch m := toks[n.Last]; m.Lower {
	case "-", "–", "—", "‑", "‐":
		// A dash between digits must touch both, or stand free of both.
		if n.Last+1 < len(toks) {
			left, right := m.Start-toks[n.Last-1].End, toks[n.Last+1].Start-m.End
			return n.Last + 1, left == right
		}
	case "to":
		return n.Last + 1, before != "from" || !changes(toks, n.First-1)
	case "and":
		return n.Last + 1, before == "between"
	case "or":
		return n.Last + 1, n.Value < 100
	}
	return 0, false
}

// changes tells whether one of the few words before token i tells of a rise
// or a fall, so that "from 19 to 34" is no range.
func changes(toks []lex.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		switch toks[k].Lower {
		case "rose", "rise", "risen", "rising", "rises", "grew", "grow", "grown", "growing", "growth", "increase", "increased", "increases",
			"increasing", "fell", "fall", "fallen", "drop", "dropped", "decline", "declined", "decrease", "decreased", "up", "down", "went",
			"raised", "raise", "raising", "expand", "expanded", "expanding", "reduce", "reduced", "cut", "changed", "moved", "jumped":
			return true
		}
	}
	return false
}

// cardinal reads one number that begins with token i.
func cardinal(toks []lex.Token, i int) (v float64, last int, ok bool) {
	if i >= len(toks) {
		return 0, i, false
	}
	switch t := toks[i]; {
	case t.Kind == lex.Number && !t.Ordinal:
		v, last = digits(toks, i)
		ok = true
	case t.Kind == lex.Word:
		v, last, ok = inWords(toks, i)
	}
	if !ok {
		return 0, i, false
	}
	v, last = multiply(toks, v, last)
	return v, last, v < 1e15
}

func multiply(toks []lex.Token, v float64, last int) (float64, int) {
	for last < len(toks) {
		k := last
		if toks[k].Lower == "-" && adjacent(toks, k) && k+1 < len(toks) && adjacent(toks, k+1) {
			k++
		}
		m := multiplier(word(toks, k))
		if m == 0 || m == 12 && v != math.Trunc(v) {
			break
		}
		v, last = math.Round(v*m*1000)/1000, k+1
	}
	return v, last
}

// digits reads a number in digits at i: "2,730,518", "2 730 518", "2.730.518",
// "2.5". One full stop before exactly three digits parts thousands, as the
// continent writes it, unless a multiplier follows.
func digits(toks []lex.Token, i int) (v float64, last int) {
	v, last = float64(toks[i].Value), i+1
	if toks[i].Value < 0 {
		return math.Inf(1), last
	}
	if toks[i].Digits <= 3 && toks[i].Value > 0 {
		if w, end := lakhs(toks, i); end > last {
			return w, end
		}
		for _, sep := range []string{",", ".", " ", "'", "’"} {
			if w, end := groups(toks, i, sep); end > last {
				if sep == "." && end == i+3 && multiplier(word(toks, end)) > 12 {
					break
				}
				return w, end
			}
		}
	}
	if last+1 < len(toks) && adjacent(toks, last) && adjacent(toks, last+1) {
		mark, frac := toks[last], toks[last+1]
		comma := mark.Lower == "," && frac.Digits < 3 && multiplier(word(toks, last+2)) > 12
		if (mark.Lower == "." || comma) && frac.Kind == lex.Number && frac.Value >= 0 && !frac.Ordinal {
			return v + float64(frac.Value)/math.Pow10(frac.Digits), last + 2
		}
	}
	return v, last
}

// groups reads groups of three digits parted by sep after token i.
func groups(toks []lex.Token, i int, sep string) (v float64, last int) {
	v, last = float64(toks[i].Value), i+1
	for {
		k := last
		if sep == " " {
			if k >= len(toks) || toks[k].Start != toks[k-1].End+1 || toks[i].Value == 0 {
				return v, last
			}
		} else {
			if k+1 >= len(toks) || toks[k].Lower != sep || !adjacent(toks, k) || !adjacent(toks, k+1) {
				return v, last
			}
			k++
		}
		if toks[k].Kind != lex.Number || toks[k].Digits != 3 || toks[k].Ordinal {
			return v, last
		}
		v, last = v*1000+float64(toks[k].Value), k+1
	}
}

// lakhs reads a number whose thousands are parted in twos, as India writes
// it: "12,34,567".
func lakhs(toks []lex.Token, i int) (v float64, last int) {
	v, last = float64(toks[i].Value), i+1
	for toks[i].Digits <= 2 && last+1 < len(toks) && toks[last].Lower == "," && adjacent(toks, last) && adjacent(toks, last+1) {
		t := toks[last+1]
		switch {
		case t.Kind != lex.Number || t.Ordinal:
			return v, i
		case t.Digits == 3 && last > i+1:
			return v*1000 + float64(t.Value), last + 2
		case t.Digits != 2:
			return v, i
		}
		v, last = v*100+float64(t.Value), last+2
	}
	return v, i
}

// inWords reads a number in words: "twenty-five", "a dozen", "one hundred and
// fifty". "two thousand and three" stays two numbers: more often it is.
func inWords(toks []lex.Token, i int) (v float64, last int, ok bool) {
	w := toks[i].Lower
	small, last, ok := belowHundred(toks, i)
	switch {
	case isArticle(w) && multiplier(word(toks, i+1)) != 0:
		small, last = 1, i+1
	case w == "half" && isArticle(word(toks, i+1)) && multiplier(word(toks, i+2)) != 0:
		return multiplier(word(toks, i+2)) / 2, i + 3, true
	case !ok:
		return 0, i, false
	}
	total, part := 0.0, float64(small)
	for last < len(toks) {
		m := multiplier(toks[last].Lower)
		if m < 100 {
			break
		}
		last++
		if m == 100 {
			part *= m
		} else {
			total, part = total+part*m, 0
		}
		k := last
		if word(toks, k) == "and" {
			k++
		}
		if more, end, ok := belowHundred(toks, k); ok && (m == 100 || k == last) {
			part, last = part+float64(more), end
		}
	}
	return total + part, last, true
}

// belowHundred reads "seven", "twenty", "twenty-five".
func belowHundred(toks []lex.Token, i int) (v, last int, ok bool) {
	w := word(toks, i)
	if v = units(w); v != 0 {
		return v, i + 1, true
	}
	if v = tens(w); v == 0 {
		return 0, i, false
	}
	k := i + 1
	if k < len(toks) && (toks[k].Lower == "-" || toks[k].Lower == "‑") {
		k++
	}
	if u := units(word(toks, k)); u > 0 && u < 10 {
		return v + u, k + 1, true
	}
	return v, i + 1, true
}

func isArticle(w string) bool { return w == "a" || w == "an" }

// adjacent tells whether nothing stands between token i and the one before.
func adjacent(toks []lex.Token, i int) bool { return i > 0 && toks[i].Start == toks[i-1].End }

// word gives token i in small letters, "" where there is none.
func word(toks []lex.Token, i int) string {
	if i < 0 || i >= len(toks) {
		return ""
	}
	return toks[i].Lower
}
