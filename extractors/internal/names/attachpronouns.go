package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// Posts that a sentence gives to "he" or "she": "He was once an aide to the Chair",
// "A former Minister of Trade, she has observed ten polls".

// maxPronouns is how many sentences in a row may begin with a pronoun for one
// person; maxPredicate how many tokens stand between a pronoun and the post.
const (
	maxPronouns  = 6
	maxPredicate = 12
)

// predicate ties a post to the person for whom the pronoun stands that is the
// subject of its clause.
func (a *attacher) predicate(k int) {
	t := &a.posts[a.items[k].ref]
	if t.has(gazetteer.Plural) || !a.officeClause(k) || a.inTitle(k) {
		return
	}
	lo, hi := a.sentenceOf(a.items[k].first)
	if i := a.postEnd(k); i+1 < hi && a.tok[i].text == "," && pronouns[a.tok[i+1].low] && a.opensClause(k, lo) {
		a.tiePronoun(k, i+1)
		return
	}
	i := a.start(k) - 1
	verb := a.start(k) > a.items[k].first
	for n := 0; i >= lo && n < maxPredicate; i, n = i-1, n+1 {
		w := a.tok[i].low
		switch {
		case clauseVerbs[w]:
			verb = true
		case pronouns[w] && verb:
			a.tiePronoun(k, i)
			return
		case articles[w], clauseWords[w], strings.HasSuffix(w, "ly"), w == "then", ordinal(w):
		default:
			return
		}
	}
}

// opensClause tells whether nothing but an article stands before post k in its
// sentence.
func (a *attacher) opensClause(k, lo int) bool {
	i := a.items[k].first
	if i > lo && articles[a.tok[i-1].low] {
		i--
	}
	return i == lo
}

// ordinal tells whether a word is a number that orders: "10th".
func ordinal(w string) bool {
	if len(w) < 3 || w[0] < '0' || w[0] > '9' {
		return false
	}
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// tiePronoun ties a post to the person for whom the pronoun at token i stands.
func (a *attacher) tiePronoun(k, i int) {
	if who := a.antecedent(k, i); who >= 0 {
		a.tie(k, who, "clause-after-name")
	}
}

// antecedent gives the person for whom the pronoun at token i, before item k,
// stands: the first one named before it in its sentence, else in the sentence
// before it that does not itself begin with a pronoun; -1 where none is.
func (a *attacher) antecedent(k, i int) int {
	s := a.tok[i].sentence
	for n := 0; n <= maxPronouns && s >= 0; n, s = n+1, s-1 {
		x := a.doc.Sentences[s]
		who := -1
		for k > 0 && a.items[k-1].first >= x.First {
			k--
			if it := a.items[k]; it.kind == kPerson && it.last <= i {
				who = k
			}
		}
		if n > 0 && a.pronounLeads(x.First, x.Last, who) {
			continue
		}
		if n == 0 && who >= 0 && (saying[a.tok[a.items[who].last].low] || a.items[who].first > 0 && saying[a.tok[a.items[who].first-1].low]) {
			return -1 // "NAME said she is"
		}
		if who >= 0 || n > 0 {
			return who
		}
	}
	return -1
}

// pronounLeads tells whether "he" or "she" stands near the front of the sentence
// [lo, hi), before person item who.
func (a *attacher) pronounLeads(lo, hi, who int) bool {
	if who >= 0 {
		hi = a.items[who].first
	}
	for i := lo; i < hi && i-lo < maxPredicate; i++ {
		if pronouns[a.tok[i].low] {
			return true
		}
	}
	return false
}
