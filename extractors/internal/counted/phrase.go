package counted

import (
	"strings"

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
	switch f.w(k) {
	case "more", "our", "their", "its", "his", "her":
		k++
	}
	if f.w(k) == "own" {
		k++
	}
	if f.w(k) == "-" && f.touches(k) || f.tok(k).Kind == lex.Possessive {
		return unit{}, "the number belongs to what is joined to it"
	}
	if isUnit(f.w(k)) {
		return unit{}, "the number is a measure or a length of time"
	}
	first, head, words := k, -1, 0
	joined := false // by "and" between two modifiers
	for ; words < maxModifiers; k++ {
		t := f.tok(k)
		if t.Kind == lex.Possessive && k > first && f.isPlural(k-1) || f.genitive(k) || k > first && f.hangs(k) {
			continue
		}
		if t.Kind == lex.Mark && f.joins(k) || t.Kind == lex.Number && k > first && f.touches(k) {
			continue // the hyphen and the number of "COVID-19"
		}
		if t.Lower == "and" && k > first && !joined && !f.isPlural(k-1) && f.modifies(k+1) {
			joined = true
			continue
		}
		if t.Kind != lex.Word || isStop(t.Lower) && !f.isJoined(k) || k > first && f.isNumber(k) && !f.isJoined(k) {
			break
		}
		words++
		if f.isPlural(k) && !f.isHyphenated(k) {
			head = k
			if f.goesOn(k) || f.classifies(k, i) {
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
	case noun == "others":
		return unit{}, "others of what stands elsewhere"
	}
	return unit{first, f.coordinated(head + 1), head}, ""
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
	case "“", "”", "‘", "\"", "«", "»":
		return f.tok(k+1).Kind == lex.Word && !isStop(f.w(k+1))
	}
	return false
}

// isHyphenated tells whether a hyphen joins token k to the word after it.
func (f *finder) isHyphenated(k int) bool {
	w := f.w(k + 1)
	return (w == "-" || w == "‑" || w == "‐") && f.touches(k+1) && f.touches(k+2)
}

// hangs tells whether token k is the hyphen of a word whose rest stands with the
// next, or the word that joins the two: "long- and short-term".
func (f *finder) hangs(k int) bool {
	if f.w(k) == "-" {
		return f.touches(k) && !f.touches(k+1) && (f.w(k+1) == "and" || f.w(k+1) == "or")
	}
	return (f.w(k) == "and" || f.w(k) == "or") && f.w(k-1) == "-" && f.touches(k-1) && f.isHyphenated(k+1)
}

// shared finds the noun of a number that has only its own modifiers and shares
// the noun of the next: "24 long-term and 180 short-term observers".
func (f *finder) shared(i int, next numbers.Number) (unit, bool) {
	k := i
	for k < i+6 && (f.tok(k).Kind == lex.Word && !isStop(f.w(k)) && !looksPast(f.w(k)) || f.joins(k)) {
		k++
	}
	if k == i {
		return unit{}, false
	}
	if f.w(k) == "," {
		k++
	}
	if f.w(k) == "and" || f.w(k) == "or" {
		k++
	}
	if k != next.Start && k != next.First || f.w(k-1) != "and" && f.w(k-1) != "," && f.w(k-1) != "or" {
		return unit{}, false
	}
	u, why := f.phrase(next.End)
	if why != "" || u.head == u.first {
		return unit{}, false
	}
	return unit{u.head, u.head + 1, u.head}, true
}

// isJoined tells whether a hyphen joins token k to the word before or after it:
// "would-be", "pick-up".
func (f *finder) isJoined(k int) bool {
	w := f.w(k - 1)
	return f.isHyphenated(k) || (w == "-" || w == "‑" || w == "‐") && f.touches(k) && f.touches(k-1)
}

// genitive tells whether the mark at k is the apostrophe of a plural in the
// genitive before a noun: "farmers' unions".
func (f *finder) genitive(k int) bool {
	t, b, n := f.tok(k), f.tok(k-1), f.tok(k+1)
	return (t.Lower == "’" || t.Lower == "'") && f.touches(k) && !f.touches(k+1) && b.Kind == lex.Word && b.Lower[len(b.Lower)-1] == 's' &&
		n.Kind == lex.Word && !n.Capital && !isStop(n.Lower)
}

// classifies tells whether the plural at k is a genitive that tells the kind of
// what the number at i counts ("35 women's rights defenders"), and is not
// itself what is counted ("the two countries' relations").
func (f *finder) classifies(k, i int) bool {
	regular := f.genitive(k + 1)
	if !regular && f.tok(k+1).Kind != lex.Possessive {
		return false
	}
	if regular && f.tok(k-1).Kind != lex.Possessive && (isParty(f.w(k)) || isDefinite(f.w(i-2))) {
		return false
	}
	for j := k + 2; j < k+6; j++ {
		t := f.tok(j)
		if t.Kind != lex.Word && !f.joins(j) && !f.genitive(j) || isStop(t.Lower) {
			return false
		}
		if f.isPlural(j) {
			return !regular || f.tok(k-1).Kind == lex.Possessive || isAssociation(t.Lower)
		}
	}
	return false
}

// isAssociation tells nouns for bodies that are called after their members:
// of "12 farmers' unions" the unions are counted, of "40 workers' pensions" the
// workers.
func isAssociation(w string) bool {
	switch w {
	case "unions", "groups", "associations", "organizations", "organisations", "federations", "committees", "councils", "clubs", "cooperatives",
		"leagues", "movements", "networks", "collectives", "seats", "homes", "hostels", "delegations", "caucuses", "forums", "fora":
		return true
	}
	return false
}

func isDefinite(w string) bool {
	switch w {
	case "the", "these", "those", "both", "our", "all":
		return true
	}
	return false
}

// modifies tells whether token k can be a modifier after "and": no number,
// determiner or plural.
func (f *finder) modifies(k int) bool {
	t := f.tok(k)
	_, number := numbers.Word(t.Lower)
	return t.Kind == lex.Word && !isStop(t.Lower) && !number && !f.isPlural(k)
}

// goesOn tells whether the plural at k is itself a modifier: another plural
// follows, or it is part of a name before a common noun ("United Nations
// special envoys").
func (f *finder) goesOn(k int) bool {
	next := f.tok(k + 1)
	if next.Kind != lex.Word || isStop(next.Lower) {
		return false
	}
	if f.isPlural(k+1) && !isThird(next.Lower) && !isDuration(next.Lower) && !(next.Capital && !f.tok(k).Capital) {
		return true
	}
	if !f.tok(k).Capital || isHeadlineVerb(next.Lower) {
		return false
	}
	for j := k + 1; j < k+4; j++ {
		t := f.tok(j)
		if t.Kind != lex.Word || isStop(t.Lower) || looksPast(t.Lower) {
			return false
		}
		if f.isPlural(j) {
			return true
		}
	}
	return false
}

// isHeadlineVerb tells the verbs that follow a plural in headlines: "Seven Envoys
// Present Credentials".
func isHeadlineVerb(w string) bool {
	switch w {
	case "present", "meet", "visit", "join", "sign", "call", "receive", "attend", "arrive", "observe", "win", "hold", "discuss", "pay", "submit",
		"begin", "vote", "agree", "seek", "urge", "take", "make", "get", "send", "deploy", "approve", "adopt", "elect", "welcome", "host", "pledge":
		return true
	}
	return false
}

// single reads "one man" right behind another count ("17 women and one man"):
// there it counts; elsewhere one is an article more often.
func (f *finder) single(n numbers.Number) (unit, bool) {
	k := n.First - 1
	if w := f.w(k); w != "and" && w != "," || n.Article || len(f.units) == 0 {
		return unit{}, false
	}
	if w := f.w(k - 1); w == "," {
		k--
	}
	if f.units[len(f.units)-1].last != k {
		return unit{}, false
	}
	end := n.End
	for end < n.End+5 && (f.tok(end).Kind == lex.Word && !isStop(f.w(end)) && !looksPast(f.w(end)) || f.joins(end)) {
		end++
	}
	if end == n.End || strings.HasSuffix(f.w(n.End), "ing") || isUnit(f.w(end-1)) || isUnit(f.w(n.End)) || f.tok(end).Kind == lex.Word && !isStop(f.w(end)) {
		return unit{}, false
	}
	return unit{n.End, end, end - 1}, true
}

// coordinated gives the end of the phrase with the bare plural that "and"
// joins to it: "22 pilots and engineers".
func (f *finder) coordinated(i int) int {
	if w := f.w(i); w != "and" && w != "or" {
		return i
	}
	for k := i + 1; k < i+4; k++ {
		t := f.tok(k)
		if t.Kind != lex.Word || isStop(t.Lower) || isVague(t.Lower) || t.Capital != f.tok(i-1).Capital {
			return i
		}
		if _, number := numbers.Word(t.Lower); number {
			return i
		}
		if f.isPlural(k) {
			next := f.tok(k + 1)
			if next.Lower == "a" || next.Lower == "an" || next.Lower == "the" || next.Lower == "its" {
				return i // a verb: "and faces a vote"
			}
			if f.isAuxiliary(k+1) && f.predicated(i) {
				return i // "created 15 million jobs and women have"
			}
			if f.isHyphenated(k) || next.Kind == lex.Word && !isStop(next.Lower) {
				return i
			}
			return k + 1
		}
	}
	return i
}

// isAuxiliary tells whether token k is the finite verb of a new clause.
func (f *finder) isAuxiliary(k int) bool {
	switch f.w(k) {
	case "have", "had", "are", "were", "will", "do", "did":
		return true
	}
	return false
}

// predicated tells whether a verb stands before token i in its clause, so that the
// noun before it is an object.
func (f *finder) predicated(i int) bool {
	for k := i - 1; k >= 0 && k > i-60; k-- {
		if w := f.w(k); w == "," || w == ";" || w == "." || f.tok(k).Kind == lex.Break {
			break
		}
		switch w := f.w(k); {
		case w == "has", w == "is", w == "was", f.verbAfter(k):
			return true
		}
	}
	return false
}

// spaced reads "a two member delegation": a number in words and its noun in the
// singular before another.
func (f *finder) spaced(n numbers.Number) (unit, bool) {
	k := n.Last
	switch f.w(k) {
	case "member", "person", "seat":
	default:
		return unit{}, false
	}
	next := f.tok(k + 1)
	if n.End != n.Last || next.Kind != lex.Word || isStop(next.Lower) || f.w(n.First-1) == "one" {
		return unit{}, false
	}
	return unit{k, k + 1, k}, true
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
	if next.Kind != lex.Word && next.Kind != lex.Mark || strings.HasSuffix(t.Lower, "ed") {
		return unit{}, false
	}
	return unit{k + 1, k + 2, k + 1}, true
}

// isThird tells verbs in the third person that a plural noun may stand before
// by way of a longer subject ("the number of members comes to 23").
func isThird(w string) bool {
	switch w {
	case "comes", "stands", "amounts", "reaches", "goes", "rises", "remains", "includes", "totals", "exceeds", "means", "shows", "seems",
		"makes", "gives", "takes", "needs", "wants", "becomes", "brings", "says":
		return true
	}
	return false
}

// isVague tells plurals that are numbers themselves.
func isVague(w string) bool {
	switch w {
	case "dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens", "others":
		return true
	}
	return false
}

// looksPast tells past forms by their ending.
func looksPast(w string) bool {
	n := len(w)
	return n > 4 && w[n-2:] == "ed"
}

// isPlural tells whether token k can be a plural noun.
func (f *finder) isPlural(k int) bool {
	t := f.tok(k)
	w := t.Lower
	n := len(w)
	if t.Kind != lex.Word {
		return false
	}
	if c := f.text[t.End-1]; c == 's' && n > 2 && f.text[t.End-2] >= 'A' && f.text[t.End-2] <= 'Z' {
		return true // "HBCUs"
	}
	switch w {
	case "people", "men", "women", "children", "personnel", "staff", "police", "troops", "media", "fishermen", "servicemen", "policemen",
		"spokesmen", "businessmen", "businesswomen", "statesmen", "chairmen", "gunmen", "clergymen", "countrymen", "youth", "faithful", "alumni",
		"memoranda", "referenda", "fora", "consortia", "symposia", "curricula", "bureaux", "crew", "clergy", "livestock", "spacecraft", "passersby",
		"sheep", "fish", "cattle", "aircraft", "criteria", "phenomena", "indices", "vertices", "feet", "teeth", "mice", "geese", "oxen", "series":
		return true
	case "series'", "news", "always", "perhaps", "besides", "sometimes", "overseas", "thanks", "yes", "less", "does", "goes", "says", "makes",
		"whereas", "alas", "politics", "economics", "physics", "mathematics", "ethics", "gas", "bus", "various", "previous", "headquarters'":
		return false
	}
	if t.Capital && n > 6 && strings.HasSuffix(w, "ese") && (f.endsPhrase(k+1) || f.verbAfter(k+1)) {
		return true // "600 Sudanese have"
	}
	if n > 6 && (strings.HasSuffix(w, "people") || strings.HasSuffix(w, "women") || strings.HasSuffix(w, "smen") || strings.HasSuffix(w, "children")) {
		return true
	}
	if n < 3 || w[n-1] != 's' {
		return false
	}
	switch w[n-2] {
	case 's', 'u':
		return w == "menus" || w == "gurus"
	case 'i': // "Israelis"
		return n > 5 && t.Capital || w == "taxis" || w == "skis"
	}
	return n > 3
}
