package names

import (
	"readout/pipeline/gazetteer"
)

// tie joins a post to the person who holds it.
type tie struct {
	post   int // item
	person int // item
	rule   string
	beside owner // owner that stands behind the name: "Lind of Sweden"
	turn   owner // owner given out in order: "the EU and US envoys, A and B"
}

// attach joins the posts to persons: items of one sentence that stand beside
// each other, apart from commas, dashes, courtesy words.
func (r *reading) attach(items []item) []tie {
	a := &attacher{reading: r, items: items, owned: make([][]int, len(items)), postAt: map[int]int{}}
	for k := range items {
		if items[k].kind == kPost {
			a.postAt[items[k].first] = items[k].last
		}
	}
	for k := range items {
		if items[k].kind == kPost && !a.paired(k) {
			a.direct(k)
		}
	}
	for k := len(items) - 1; k >= 0; k-- { // "Assistant Minister Ambassador NAME"
		if j := a.after(k); items[k].kind == kPost && len(a.owned[k]) == 0 && j >= 0 && a.between(items[k].last, items[j].first) == gapNone {
			a.chain(k)
		}
	}
	for k := range items {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.overBody(k)
		}
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.near(k)
		}
	}
	for k := len(items) - 1; k >= 0; k-- {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.chain(k)
		}
	}
	for k := range items {
		if items[k].kind == kPost {
			a.followed(k)
		}
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.asPost(k)
		}
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.openedBy(k)
		}
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.listed(k)
		}
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.predicate(k)
		}
		if items[k].kind == kPerson && items[k].first > 0 && a.tok[items[k].first-1].text == "vice" {
			a.replaced(k)
		}
	}
	for k := range items {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.chainRight(k)
		}
	}
	a.lines()
	return a.ties
}

type attacher struct {
	*reading
	items  []item
	owned  [][]int // persons of each post
	ties   []tie
	postAt map[int]int // first token of a post to the token after it
}

func (a *attacher) tie(post, person int, rule string) {
	if a.courtesyPost(post, person) || a.occupation(post) {
		a.owned[post] = append(a.owned[post], person)
		return
	}
	a.owned[post] = append(a.owned[post], person)
	a.ties = append(a.ties, tie{post: post, person: person, rule: rule})
}

// courtesyPost tells whether a post is a mere courtesy: "Ambassador X",
// "Professor X" with nothing more.
func (a *attacher) courtesyPost(post, person int) bool {
	t := &a.posts[a.items[post].ref]
	return person == post+1 && !t.own.ok() && !t.to.ok() && !t.tense && t.last-t.first == 1 && courtesyPosts[a.tok[t.head].low]
}

var courtesyPosts = wordSet(`ambassador professor prof. prof cardinal archbishop bishop metropolitan patriarch imam rabbi mufti pastor father sister brother
	sheikh colonel general captain admiral doctor lord lady maestro monsignor mgr mgr. academician justice judge`)

// occupation tells whether a noun is what somebody does and no post: "the
// Georgian writer".
func (a *attacher) occupation(post int) bool {
	t := &a.posts[a.items[post].ref]
	if counterparts[a.noun(t)] || (a.noun(t) == "lawmaker" || a.noun(t) == "legislator") && !t.own.ok() {
		return true
	}
	if a.noun(t) == "officer" && t.coreEnd-t.core > 1 {
		return false // "press officer"
	}
	return a.tok[t.head].shape == small && occupations[a.noun(t)] && (!t.own.ok() || t.own.place)
}

var occupations = wordSet(`diplomat diplomats historian writer author mediator lawyer economist scientist artist singer actor actress teacher doctor engineer
	analyst businessman businesswoman entrepreneur politician poet painter musician composer conductor philosopher researcher scholar farmer pharmacist
	physician architect nurse soldier officer student activist journalist reporter editor columnist photographer worker resident citizen veteran athlete champion
	billionaire philanthropist filmmaker producer dissident lecturer`)

// together tells whether two items stand in one sentence, or in one line of a
// list, where a full stop may part the name from the post.
func (a *attacher) together(i, j int) bool {
	s, t := a.tok[a.items[i].first].sentence, a.tok[a.items[j].first].sentence
	if s == t {
		return true
	}
	p := a.doc.Sentences[s].Paragraph
	return p == a.doc.Sentences[t].Paragraph && a.listLine(p)
}

// listLine tells whether a paragraph is a line of a list: short, and begun by
// a number or a bullet.
func (p *page) listLine(par int) bool {
	x := p.doc.Paragraphs[par]
	first, last := p.doc.Sentences[x.First].First, p.doc.Sentences[x.Last-1].Last
	if last-first > 40 {
		return false
	}
	switch t := &p.tok[first]; {
	case t.shape == digits:
		return first+1 < last && (p.tok[first+1].text == "." || p.tok[first+1].text == ")")
	case t.shape == mark:
		return t.text == "•" || t.text == "-" || t.text == "–" || t.text == "*" || t.text == "("
	}
	return false
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

// between tells what stands between tokens i and j. A bracket with what it
// holds counts for nothing.
func (a *attacher) between(i, j int) gap {
	g := gapNone
	verb, clause := false, false
	for i < j {
		t := &a.tok[i]
		switch {
		case t.text == "(":
			if end := a.bracketEnd(i, j); end > 0 {
				i = end
				continue
			}
			g = max(g, gapComma)
		case t.shape == digits && len(t.text) <= 2 && a.setOff(i): // "NAME, 54, the"
		case t.polite || t.text == "." && i > 0 && (a.tok[i-1].polite || a.tok[i-1].shape == initial):
		case t.text == "." || t.text == "," || t.text == "–" || t.text == "-" || t.text == "—" || t.text == "--" || t.text == ":" || t.text == ")" || t.text == "|":
			if verb {
				return gapFar
			}
			if g == gapNone {
				g = gapComma
			}
		case t.low == "and" || t.text == "&":
			if verb {
				return gapFar
			}
			g = gapAnd
		case articles[t.low]:
		case nominees[t.low] || (t.text == "for" || t.text == "to") && i > 0 && nominees[a.tok[i-1].low]:
			g = max(g, gapComma)
		case g == gapComma && !verb && timeAdverbs[t.low]: // "NAME, formerly the"
		case clauseVerbs[t.low]:
			verb, clause = true, true
		case clauseWords[t.low]:
			clause = true
		case t.text == "‘" || t.text == "'":
		default:
			return gapFar
		}
		i++
	}
	switch {
	case verb:
		return gapClause
	case clause:
		return gapFar
	}
	return g
}

// setOff tells whether commas stand before and behind token i.
func (p *page) setOff(i int) bool {
	return i > 0 && i+1 < len(p.tok) && p.tok[i-1].text == "," && p.tok[i+1].text == ","
}

// bracketEnd gives the token after the bracket that opens at i and closes
// before j, 0 where it does not.
func (p *page) bracketEnd(i, j int) int {
	for k := i + 1; k < j && k-i < 12; k++ {
		if p.tok[k].text == ")" {
			return k + 1
		}
	}
	return 0
}

// timeAdverbs tell when an apposition holds.
var timeAdverbs = wordSet(`now formerly previously once recently still earlier later`)

var articles = wordSet(`the a an also currently presently his her their its our both respectively`)

// clauseVerbs make a post the predicate of a person; clauseWords may stand
// beside them.
var (
	clauseVerbs = wordSet(`is was been are were holds became become becomes remains remained as elected re-elected appointed reappointed named serves served serving be being`)
	clauseWords = wordSet(`who both position same time has have had will to now recently over role post of taken new newly unanimously formerly previously earlier at later
		officially formally also still once declared chosen sworn in confirmed installed picked took takes assumed office duties worked works acting capacity`)
)

// after gives the item behind k, before the one in front of it, passing over
// what stands in brackets; -1 where there is none in the sentence or line.
func (a *attacher) after(k int) int {
	end := a.items[k].last
	if a.items[k].kind == kPost {
		end = a.postEnd(k)
	}
	for j := k + 1; j < len(a.items) && a.together(k, j); j++ {
		if a.items[j].first < end {
			continue
		}
		if !a.tok[a.items[j].first].bracketed || a.tok[a.items[k].first].bracketed || j == k+1 && a.fillsBracket(k, j) {
			return j
		}
	}
	return -1
}

// fillsBracket tells whether a person stands alone in a bracket right behind a
// post: "the Marshal of the Court (Mr. Ek)".
func (a *attacher) fillsBracket(k, j int) bool {
	i := a.items[k].last
	if a.items[j].kind != kPerson || i >= len(a.tok) || a.tok[i].text != "(" {
		return false
	}
	for i++; i < a.items[j].first; i++ {
		if !a.tok[i].polite {
			return false
		}
	}
	last := a.items[j].last
	return last < len(a.tok) && a.tok[last].text == ")"
}

func (a *attacher) before(k int) int {
	for j := k - 1; j >= 0 && a.together(j, k); j-- {
		if a.belongsTo(j, k) || a.possesses(j, k) {
			continue
		}
		if !a.tok[a.items[j].first].bracketed || a.tok[a.items[k].first].bracketed {
			return j
		}
	}
	return -1
}

// possesses tells whether item j is the post whose holder post k serves: "the
// prime minister's press secretary".
func (a *attacher) possesses(j, k int) bool {
	i := a.items[j].last
	return j == k-1 && a.items[j].kind == kPost && a.items[k].kind == kPost && i < len(a.tok) && isPossessive(a.tok[i].text) && a.items[k].first == i+1
}

// belongsTo tells whether item j is the place in "NAME of Germany", a post k
// behind it.
func (a *attacher) belongsTo(j, k int) bool {
	return a.items[j].kind == kPlace && j > 0 && a.items[j-1].kind == kPerson && a.nameEnd(j-1) >= a.items[j].last && a.nameEnd(j-1) > a.items[j-1].last
}

// nameEnd gives the token after a name and the state behind it: "of Germany".
func (a *attacher) nameEnd(k int) int {
	i := a.items[k].last
	_, hi := a.sentenceOf(a.items[k].first)
	if i+3 < hi && a.tok[i].text == "," && a.tok[i+1].text == "of" { // "NAME, of Texas, to be"
		j := i + 2
		if a.tok[j].low == "the" {
			j++
		}
		if j < hi && a.tok[j].place.ok() && j+int(a.tok[j].place.n) < hi && a.tok[j+int(a.tok[j].place.n)].text == "," {
			return j + int(a.tok[j].place.n) + 1
		}
	}
	if i+1 < hi && a.tok[i].text == cellMark && a.tok[i+1].place.ok() { // "NAME | Chile | Minister"
		if end := i + 1 + int(a.tok[i+1].place.n); end < hi && a.tok[end].text == cellMark {
			return end
		}
	}
	if i+1 < hi && (a.tok[i].text == "of" || a.tok[i].text == "from") {
		j := i + 1
		if a.tok[j].low == "the" {
			j++
		}
		if j < hi && a.tok[j].place.ok() {
			return j + int(a.tok[j].place.n)
		}
		if a.tok[i].text == "of" && k+1 < len(a.items) && a.items[k+1].kind == kBody && a.items[k+1].first == j { // "NAME of the Green Party (GP)"
			if end := a.items[k+1].last; end < hi && a.tok[end].text == "(" && a.bracketEnd(end, hi) > 0 {
				return a.bracketEnd(end, hi)
			}
			return a.items[k+1].last
		}
		if t := &a.tok[j]; a.tok[i].text == "of" && j == i+1 && t.shape == capital && !t.vocab && j+1 < hi && clauseWords[a.tok[j+1].low] || j+1 < hi && clauseVerbs[a.tok[j+1].low] && t.shape == capital && !t.vocab {
			return j + 1 // "NAME of Ubenide was chosen"
		}
	}
	return i
}

// direct ties a post to the person whose name follows without a mark.
func (a *attacher) direct(k int) {
	j := a.after(k)
	if j < 0 || a.items[j].kind != kPerson {
		return
	}
	end := a.postEnd(k)
	if a.between(end, a.items[j].first) != gapNone || a.hasArticle(end, a.items[j].first) {
		return
	}
	a.widen(k)
	a.tie(k, j, "title-before-name")
	if a.posts[a.items[k].ref].has(gazetteer.Plural) {
		a.share(k, j)
	}
}

func (a *attacher) hasArticle(i, j int) bool {
	for ; i < j; i++ {
		if articles[a.tok[i].low] && !a.tok[i].polite && !(i+1 < j && a.tok[i+1].polite) { // "Dr. the Rt Hon. NAME"
			return true
		}
	}
	return false
}

// share gives a plural post to the further persons of the list.
func (a *attacher) share(k, j int) {
	owns := a.posts[a.items[k].ref].owns
	if len(owns) == 0 {
		owns = a.bodiesInOrder(k)
	}
	if n := len(a.ties); len(owns) > 1 && n > 0 {
		a.ties[n-1].turn = owns[0]
	}
	for n := 1; ; n++ {
		next := a.nextPerson(j)
		if next < 0 {
			return
		}
		a.tie(k, next, "shared-title")
		if n < len(owns) && len(a.ties) > 0 {
			a.ties[len(a.ties)-1].turn = owns[n]
		}
		j = next
	}
}
