package names

import "readout/pipeline/gazetteer"

// tie joins a post to the person who holds it.
type tie struct {
	post   int // item
	person int // item
	rule   string
	place  owner // "of Israel", "(MP, Portugal)" beside the name
}

// attach joins the posts to persons: items of one sentence that stand beside
// each other, apart from commas, dashes, courtesy words.
func (r *reading) attach(items []item) []tie {
	a := &attacher{reading: r, items: items, owned: make([][]int, len(items))}
	for k := range items {
		if items[k].kind == kPost {
			a.direct(k)
		}
	}
	for k := range items {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.beside(k)
		}
	}
	for k := len(items) - 1; k >= 0; k-- {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.chain(k)
		}
	}
	for k := range items {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.chainRight(k)
		}
	}
	return a.ties
}

type attacher struct {
	*reading
	items []item
	owned [][]int // persons of each post
	ties  []tie
}

func (a *attacher) tie(post, person int, rule string) {
	a.owned[post] = append(a.owned[post], person)
	a.ties = append(a.ties, tie{post: post, person: person, rule: rule})
}

func (a *attacher) sameSentence(i, j int) bool {
	return a.tok[a.items[i].first].sentence == a.tok[a.items[j].first].sentence
}

// gap describes the tokens between two items.
type gap uint8

const (
	gapFar    gap = iota
	gapNone       // nothing but courtesy words
	gapComma      // a comma, dash, colon or bracket, and courtesy words
	gapAnd        // "and", ", and"
	gapClause     // ", who is also the", "is the", "became", "as"
)

// between tells what stands between tokens i and j.
func (a *attacher) between(i, j int) gap {
	g := gapNone
	for i < j {
		t := &a.tok[i]
		switch {
		case t.polite || t.text == "." && i > 0 && a.tok[i-1].polite:
		case t.text == "," || t.text == "–" || t.text == "-" || t.text == "—" || t.text == ":" || t.text == "(" || t.text == ")":
			if g == gapNone {
				g = gapComma
			} else if g == gapClause {
				return gapFar
			}
		case t.low == "and" || t.low == "&":
			g = gapAnd
		case t.low == "the" || t.low == "a" || t.low == "an" || t.low == "also" || t.low == "currently" || t.low == "his" || t.low == "her":
		case clauseWords[t.low]:
			if g == gapAnd {
				return gapFar
			}
			g = gapClause
		default:
			return gapFar
		}
		i++
	}
	return g
}

var clauseWords = wordSet(`who is was became being been as has have elected appointed named serves served serving presently`)

func (a *attacher) nextKind(k int, want kind) int {
	for j := k + 1; j < len(a.items) && a.sameSentence(k, j); j++ {
		if a.items[j].kind == want {
			return j
		}
		if a.items[j].kind != kPlace {
			return -1
		}
		return -1
	}
	return -1
}

// direct ties a post to the person whose name follows without a mark.
func (a *attacher) direct(k int) {
	j := k + 1
	if j >= len(a.items) || a.items[j].kind != kPerson || !a.sameSentence(k, j) {
		return
	}
	if a.between(a.items[k].last, a.items[j].first) != gapNone {
		return
	}
	a.tie(k, j, "title-before-name")
	if a.posts[a.items[k].ref].has(gazetteer.Plural) {
		a.share(k, j)
	}
}

// share gives a plural post to the further persons of the list.
func (a *attacher) share(k, j int) {
	for {
		next := a.nextPerson(j)
		if next < 0 {
			return
		}
		a.tie(k, next, "shared-title")
		j = next
	}
}

// nextPerson gives the next person of a list after person j: "A (X), B and C".
func (a *attacher) nextPerson(j int) int {
	for n := j + 1; n < len(a.items) && a.sameSentence(j, n); n++ {
		switch a.items[n].kind {
		case kPerson:
			if a.listGap(a.items[j].last, a.items[n].first) {
				return n
			}
			return -1
		case kPost:
			return -1
		}
	}
	return -1
}

// listGap tells whether nothing but commas, "and", brackets with what they
// hold and courtesy words stands between tokens i and j.
func (a *attacher) listGap(i, j int) bool {
	depth, seps := 0, 0
	for ; i < j; i++ {
		t := &a.tok[i]
		switch {
		case t.text == "(":
			depth++
		case t.text == ")":
			depth--
		case depth > 0 || t.polite:
		case t.text == "," || t.low == "and" || t.text == "&":
			seps++
		default:
			return false
		}
	}
	return seps > 0
}

// beside ties a post to the person before or after it, over a comma.
func (a *attacher) beside(k int) {
	left, right := gapFar, gapFar
	if k > 0 && a.items[k-1].kind == kPerson && a.sameSentence(k-1, k) {
		left = a.between(a.items[k-1].last, a.items[k].first)
	}
	if k+1 < len(a.items) && a.items[k+1].kind == kPerson && a.sameSentence(k, k+1) {
		right = a.between(a.items[k].last, a.items[k+1].first)
	}
	rightOK := right == gapComma || right == gapClause && a.isVerb(a.items[k].last)
	switch {
	case left == gapClause:
		a.tie(k, k-1, "clause-after-name")
	case left == gapComma && rightOK && right == gapComma:
		if a.commaLeft(k - 1) {
			a.tie(k, k+1, "title-before-name")
		} else {
			a.tie(k, k-1, "apposition-after-name")
		}
	case left == gapComma:
		a.tie(k, k-1, "apposition-after-name")
	case rightOK:
		a.tie(k, k+1, "title-before-name")
		if a.posts[a.items[k].ref].has(gazetteer.Plural) {
			a.share(k, k+1)
		}
	}
}

func (a *attacher) isVerb(i int) bool {
	w := a.tok[i].low
	return w == "is" || w == "was"
}

// commaLeft tells whether person item j has a post before it over a comma.
func (a *attacher) commaLeft(j int) bool {
	for _, t := range a.ties {
		if t.person == j && t.post == j-1 {
			return a.between(a.items[t.post].last, a.items[j].first) == gapComma
		}
	}
	return false
}

// chain ties a post to the holder of the post that follows it: "X of A –
// Y of B NAME".
func (a *attacher) chain(k int) {
	j := k + 1
	if j >= len(a.items) || a.items[j].kind != kPost || len(a.owned[j]) == 0 || !a.sameSentence(k, j) {
		return
	}
	if g := a.between(a.items[k].last, a.items[j].first); g != gapComma && g != gapAnd && g != gapNone {
		return
	}
	who := a.owned[j][0]
	if who > j {
		a.tie(k, who, "title-chain-before-name")
	}
}

// chainRight ties a post to the holder of the post before it: "NAME, X of A
// and Y of B".
func (a *attacher) chainRight(k int) {
	j := k - 1
	if j < 0 || a.items[j].kind != kPost || len(a.owned[j]) == 0 || !a.sameSentence(k, j) {
		return
	}
	if g := a.between(a.items[j].last, a.items[k].first); g != gapComma && g != gapAnd {
		return
	}
	who := a.owned[j][len(a.owned[j])-1]
	if who < j {
		a.tie(k, who, "title-chain-after-name")
	}
}
