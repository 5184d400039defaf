package names

import "strings"

// A rank that stands before the owner of a post and belongs to its title:
// "Deputy Parliament Speaker", "Deputy Norwegian Foreign Minister", "assistant
// U.S. Trade Representative".

// ownerRanks are the ranks that may have the owner behind them.
var ownerRanks = wordSet(`deputy vice acting interim assistant associate`)

// rankBefore takes the rank before the owner of a post into the title, from
// which the owner is then cut.
func (f *postFinder) rankBefore(t *post, lo int) {
	i := t.own.first
	if !t.own.ok() || i != t.first || len(t.owns) > 0 || t.own.last > t.core || i <= lo || !ownerRanks[f.tok[i-1].low] {
		return
	}
	if w := &f.tok[i-1]; (w.shape == small) != (f.tok[t.head].shape == small) && !w.first && !smallModifiers[w.low] {
		return
	}
	first := i - 1
	for first > lo && ordinalRanks[f.tok[first-1].low] {
		first--
	}
	t.score += 1.2 * float64(i-first)
	t.cut, t.cutEnd = i, t.core
	t.first, t.core = first, first
}

// ordinalRanks stand before a rank: "First Deputy Parliament Speaker".
var ordinalRanks = wordSet(`first second third fourth fifth`)

// rankAdjectives stand before the field of a post in small letters.
var rankAdjectives = wordSet(`chief senior principal lead`)

// fieldless are monarchs, whose titles have no field.
var fieldless = wordSet(`king queen emperor empress pope emir sultan`)

// praise are words between an owner and a post that tell what is notable of its
// holder, and belong to neither: "Norway's first female finance minister".
var praise = wordSet(`first female male woman only youngest oldest longest-serving veteran`)

// courtesyBehind tells whether the words from i to the noun h of a mere courtesy
// are the complement of a post before them: "Envoy for Trade Ambassador NAME".
func (f *postFinder) courtesyBehind(i, h, lo int) bool {
	if i == h || i-1 <= lo || !courtesyPosts[f.tok[h].low] {
		return false
	}
	for j := i - 1; j >= lo && i-j < 8; j-- {
		switch t := &f.tok[j]; {
		case t.title.ok():
			return j < i-1
		case t.shape == capital, postPrepositions[t.low], t.low == "and", t.low == "&":
		default:
			return false
		}
	}
	return false
}

// withoutTense cuts what tells that a post was held from the front of its noun:
// "then-president", "ex-minister".
func withoutTense(title string) string {
	for _, before := range []string{"then-", "ex-"} {
		if len(title) > len(before) && strings.EqualFold(title[:len(before)], before) {
			return title[len(before):]
		}
	}
	return title
}
