package counted

import (
	"readout/extractors/internal/lex"
	"readout/extractors/internal/numbers"
)

// maxModifiers bounds the words between a number and its noun.
const maxModifiers = 7

// phrase reads the noun phrase at token i: modifiers and a plural head, with
// what is coordinated to it ("experts and observers"). why tells what is
// missing where there is none.
func (f *finder) phrase(i int) (u unit, why string) {
	k := i
	if w := f.w(k); w == "more" || w == "further" && f.isModifier(k+1) {
		k++
	}
	first := k
	head := -1
	words := 0
	for ; words < maxModifiers; k++ {
		t := f.tok(k)
		if t.Kind == lex.Mark && f.joins(k) {
			continue
		}
		if t.Kind != lex.Word || isStop(t.Lower) {
			break
		}
		words++
		if isPlural(t) && !f.isHyphenated(k) {
			head = k
			if f.goesOn(k) {
				continue
			}
			break
		}
	}
	if head < 0 {
		return unit{}, "no plural noun follows the number"
	}
	noun := f.w(head)
	switch {
	case isDuration(noun):
		return unit{}, "the number is a length of time"
	case isMoney(noun):
		return unit{}, "the number is a sum of money"
	case isMeasure(noun):
		return unit{}, "the number is a measure"
	case isFraction(noun):
		return unit{}, "the number is a fraction"
	case f.o.Verb != nil && head == i && f.tok(head+1).Kind == lex.Word && !isStop(f.w(head+1)) && f.o.Verb(f.tok(head).Start):
		return unit{}, "the word after the number is a verb"
	}
	return unit{first, f.coordinated(head + 1)}, ""
}

// joins tells whether the mark at k joins two words of a phrase: a hyphen or
// slash that touches both, the full stop of an initialism, "&".
func (f *finder) joins(k int) bool {
	switch f.w(k) {
	case "-", "‑", "‐", "/", "’", "'":
		return f.touches(k) && f.touches(k+1)
	case ".":
		return f.touches(k) && f.tok(k-1).Kind == lex.Word && f.tok(k-1).Capital && f.tok(k-1).End-f.tok(k-1).Start == 1
	case "&":
		return true
	}
	return false
}

// isHyphenated tells whether a hyphen joins token k to the word after it.
func (f *finder) isHyphenated(k int) bool {
	w := f.w(k + 1)
	return (w == "-" || w == "‑" || w == "‐") && f.touches(k+1) && f.touches(k+2)
}

func (f *finder) isModifier(k int) bool {
	t := f.tok(k)
	return t.Kind == lex.Word && !isStop(t.Lower)
}

// goesOn tells whether the plural at k is itself a modifier: another plural
// follows, or it is part of a name before a common noun ("United Nations
// special envoys").
func (f *finder) goesOn(k int) bool {
	next := f.tok(k + 1)
	if next.Kind != lex.Word || isStop(next.Lower) {
		return false
	}
	if isPlural(next) && (f.o.Verb == nil || !f.o.Verb(next.Start)) && !(next.Capital && !f.tok(k).Capital) {
		return true
	}
	if !f.tok(k).Capital {
		return false
	}
	for j := k + 1; j < k+4; j++ {
		t := f.tok(j)
		if t.Kind != lex.Word || isStop(t.Lower) || looksPast(t.Lower) {
			return false
		}
		if isPlural(t) {
			return true
		}
	}
	return false
}

// coordinated gives the end of the phrase with the bare plural that "and"
// joins to it: "25 observers and specialists".
func (f *finder) coordinated(i int) int {
	if w := f.w(i); w != "and" && w != "or" {
		return i
	}
	for k := i + 1; k < i+4; k++ {
		t := f.tok(k)
		if t.Kind != lex.Word || isStop(t.Lower) || t.Capital != f.tok(i-1).Capital {
			return i
		}
		if _, number := numbers.Word(t.Lower); number {
			return i
		}
		if isPlural(t) {
			next := f.tok(k + 1)
			if f.isHyphenated(k) || next.Kind == lex.Word && !isStop(next.Lower) {
				return i
			}
			return k + 1
		}
	}
	return i
}

// compound reads "40-member": a number, a hyphen and a noun in the singular.
func (f *finder) compound(n numbers.Number) (unit, bool) {
	k := n.Last
	if w := f.w(k); w != "-" && w != "‑" && w != "‐" || !f.touches(k) || !f.touches(k+1) || n.End != n.Last {
		return unit{}, false
	}
	t := f.tok(k + 1)
	if t.Kind != lex.Word || isDuration(t.Lower) || isMoney(t.Lower) || isMeasure(t.Lower) || isIdiom(t.Lower) || isStop(t.Lower) ||
		f.w(k+2) == "-" && f.w(k+3) == "old" {
		return unit{}, false
	}
	next := f.tok(k + 2)
	if next.Kind != lex.Word && next.Kind != lex.Mark || looksPast(t.Lower) {
		return unit{}, false
	}
	return unit{k + 1, k + 2}, true
}

// looksPast tells past forms by their ending.
func looksPast(w string) bool {
	n := len(w)
	return n > 4 && w[n-2:] == "ed"
}

// isPlural tells a word that can be a plural noun.
func isPlural(t lex.Token) bool {
	w := t.Lower
	n := len(w)
	switch w {
	case "people", "men", "women", "children", "personnel", "staff", "police", "troops", "media", "fishermen", "servicemen", "policemen",
		"spokesmen", "businessmen", "businesswomen", "statesmen", "chairmen", "gunmen", "clergymen", "countrymen", "youth", "faithful", "alumni",
		"sheep", "fish", "cattle", "aircraft", "criteria", "phenomena", "indices", "vertices", "feet", "teeth", "mice", "geese", "oxen", "series":
		return true
	case "series'", "news", "always", "perhaps", "besides", "sometimes", "overseas", "thanks", "yes", "less", "does", "goes", "says", "makes",
		"whereas", "alas", "politics", "economics", "physics", "mathematics", "ethics", "gas", "bus", "various", "previous", "headquarters'":
		return false
	}
	if n < 3 || w[n-1] != 's' {
		return false
	}
	if n == 3 && !t.Capital { // "MPs" is one
		return false
	}
	switch w[n-2] {
	case 's', 'u', 'i':
		return w == "taxis" || w == "skis" || w == "menus" || w == "emus" || w == "gurus" || w == "pis" || n == 3 && t.Capital
	}
	return true
}
