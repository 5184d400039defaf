package names

import (
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// tie joins a post to the person who holds it.
type tie struct {
	post   int // item
	person int // item
	rule   string
	beside owner // owner that stands behind the name: "Scholz of Germany"
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
		if items[k].kind == kPost {
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
			a.near(k)
		}
	}
	for k := len(items) - 1; k >= 0; k-- {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.chain(k)
		}
	}
	for k := range items {
		if items[k].kind == kPost && len(a.owned[k]) == 0 {
			a.listed(k)
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

var courtesyPosts = wordSet(`ambassador professor prof. cardinal archbishop bishop metropolitan patriarch imam rabbi mufti pastor father sister brother
	sheikh colonel general captain admiral doctor lord lady councillor maestro academician justice judge`)

// occupation tells whether a noun is what somebody does and no post: "the
// Georgian writer".
func (a *attacher) occupation(post int) bool {
	t := &a.posts[a.items[post].ref]
	if counterparts[a.noun(t)] {
		return true
	}
	return a.tok[t.head].shape == small && occupations[a.noun(t)] && (!t.own.ok() || t.own.place)
}

var occupations = wordSet(`diplomat diplomats historian writer author mediator lawyer economist scientist artist singer actor actress teacher doctor engineer
	analyst businessman businesswoman entrepreneur politician poet painter musician composer conductor philosopher researcher scholar farmer pharmacist
	physician nurse soldier officer student activist journalist reporter editor columnist photographer worker resident citizen veteran athlete champion
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
func (a *attacher) listLine(par int) bool {
	p := a.doc.Paragraphs[par]
	first, last := a.doc.Sentences[p.First].First, a.doc.Sentences[p.Last-1].Last
	if last-first > 40 {
		return false
	}
	switch t := &a.tok[first]; {
	case t.shape == digits:
		return first+1 < last && (a.tok[first+1].text == "." || a.tok[first+1].text == ")")
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
		case t.polite || t.text == "." && i > 0 && (a.tok[i-1].polite || a.tok[i-1].shape == initial):
		case t.text == "." || t.text == "," || t.text == "–" || t.text == "-" || t.text == "—" || t.text == ":" || t.text == ")" || t.text == ";" && false:
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

var articles = wordSet(`the a an also currently presently his her their its our both respectively`)

// clauseVerbs make a post the predicate of a person; clauseWords may stand
// beside them.
var (
	clauseVerbs = wordSet(`is was became become becomes remains remained as elected re-elected appointed reappointed named serves served serving be being`)
	clauseWords = wordSet(`who been has have had will to now recently over role post of taken new newly unanimously formerly previously earlier at later
		officially formally also still once`)
)

// after gives the item behind k, before the one in front of it, passing over
// what stands in brackets; -1 where there is none in the sentence or line.
func (a *attacher) after(k int) int {
	for j := k + 1; j < len(a.items) && a.together(k, j); j++ {
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
		if a.belongsTo(j, k) {
			continue
		}
		if !a.tok[a.items[j].first].bracketed || a.tok[a.items[k].first].bracketed {
			return j
		}
	}
	return -1
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
	if i+1 < hi && (a.tok[i].text == "of" || a.tok[i].text == "from") {
		j := i + 1
		if a.tok[j].low == "the" {
			j++
		}
		if j < hi && a.tok[j].place.ok() {
			return j + int(a.tok[j].place.n)
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
	if a.between(a.items[k].last, a.items[j].first) != gapNone || a.hasArticle(a.items[k].last, a.items[j].first) {
		return
	}
	a.tie(k, j, "title-before-name")
	if a.posts[a.items[k].ref].has(gazetteer.Plural) {
		a.share(k, j)
	}
}

func (a *attacher) hasArticle(i, j int) bool {
	for ; i < j; i++ {
		if articles[a.tok[i].low] && !a.tok[i].polite {
			return true
		}
	}
	return false
}

// share gives a plural post to the further persons of the list.
func (a *attacher) share(k, j int) {
	owns := a.posts[a.items[k].ref].owns
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

// listed gives a plural post with an owner to the list of names that a verb or
// colon brings: "members of the House in the delegation are A, B and C".
func (a *attacher) listed(k int) {
	t := &a.posts[a.items[k].ref]
	if !t.has(gazetteer.Plural) || !t.own.ok() {
		return
	}
	j := k + 1
	for j < len(a.items) && a.together(k, j) && a.items[j].kind != kPerson && a.items[j].kind != kPost {
		j++
	}
	if j >= len(a.items) || !a.together(k, j) || a.items[j].kind != kPerson || a.items[j].first-a.items[k].last > 10 || a.nextPerson(j) < 0 {
		return
	}
	for i := a.items[k].last; i < a.items[j].first; i++ {
		if listVerbs[a.tok[i].low] {
			a.tie(k, j, "shared-title")
			a.share(k, j)
			return
		}
	}
}

var listVerbs = wordSet(`are were include included includes including comprise comprised comprising namely :`)

// replaced gives the post that somebody is nominated to to the one replaced:
// "A, to be Chair of X, vice B".
func (a *attacher) replaced(k int) {
	for j := k - 1; j >= 0 && a.together(j, k); j-- {
		if a.items[j].kind == kPost && len(a.owned[j]) > 0 {
			a.tie(j, k, "title-before-name")
			return
		}
	}
}

// shareBack gives a plural post behind a list to its persons: "A and B,
// members of the House".
func (a *attacher) shareBack(k, i int) {
	var list []int
	for n := i; n >= 0; n-- {
		list = append(list, n)
		j := a.before(n)
		if j < 0 || a.items[j].kind != kPerson || !a.listGap(a.items[j].last, a.items[n].first) {
			break
		}
		n = j + 1
	}
	if len(list) < 2 {
		return
	}
	for _, who := range list {
		a.tie(k, who, "shared-title")
	}
}

// nextPerson gives the next person of a list after person j: "A (X), B and C".
func (a *attacher) nextPerson(j int) int {
	for n := j + 1; n < len(a.items) && a.together(j, n); n++ {
		switch a.items[n].kind {
		case kPerson:
			if a.listGap(a.items[j].last, a.items[n].first) {
				return n
			}
			return -1
		case kPost:
			if a.posts[a.items[n].ref].has(gazetteer.Plural) {
				return -1
			}
		}
	}
	return -1
}

// listGap tells whether nothing but commas, "and", brackets with what they
// hold and courtesy words stands between tokens i and j.
func (a *attacher) listGap(i, j int) bool {
	seps := 0
	for i < j {
		t := &a.tok[i]
		switch {
		case t.text == "(":
			end := a.bracketEnd(i, j)
			if end == 0 {
				return false
			}
			i = end
			continue
		case t.polite:
		case a.postAt[i] > i:
			i = a.postAt[i] // an apposition: "A, Chair of X, and B"
			continue
		case t.text == "," || t.low == "and" || t.text == "&":
			seps++
		default:
			return false
		}
		i++
	}
	return seps > 0
}

// near ties a post to the person before or after it, over a comma or a clause.
func (a *attacher) near(k int) {
	left, right := gapFar, gapFar
	i, j := a.before(k), a.after(k)
	if a.inTitle(k) && (i < 0 || a.between(a.nameEnd(i), a.items[k].first) != gapClause) {
		return
	}
	if i >= 0 && a.items[i].kind == kPerson {
		left = a.between(a.nameEnd(i), a.items[k].first)
	}
	if i >= 0 && a.items[i].kind == kPost && len(a.owned[i]) > 0 && a.owned[i][0] < i && a.justAnd(a.items[i].last, a.items[k].first) {
		a.tie(k, a.owned[i][0], "title-chain-after-name") // "NAME, deputy minister and minister of X, OTHER said"
		return
	}
	if i >= 0 && a.items[i].kind == kPost && len(a.owned[i]) == 0 { // "NAME, the candidate of X, is the new President"
		if h := a.before(i); h >= 0 && a.items[h].kind == kPerson && a.between(a.nameEnd(h), a.items[i].first) == gapComma &&
			a.tok[a.items[i].last].text == "," && a.between(a.items[i].last+1, a.items[k].first) == gapClause {
			a.tie(k, h, "clause-after-name")
			return
		}
	}
	if j >= 0 && a.items[j].kind == kPerson {
		right = a.between(a.items[k].last, a.items[j].first)
	}
	if right == gapNone { // an article stands between: "host of the talks, the X"
		right = gapComma
	}
	if right == gapComma && a.addressed(k) {
		right = gapFar
	}
	rightOK := right == gapComma && !a.sideBySide(k) || right == gapClause && a.isVerb(a.items[k].last)
	switch {
	case left == gapClause && a.officeClause(k):
		a.tie(k, i, "clause-after-name")
	case (left == gapComma || left == gapNone) && right == gapComma && a.commaLeft(i):
		a.tie(k, j, "title-before-name")
	case (left == gapComma || left == gapNone) && a.posts[a.items[k].ref].has(gazetteer.Plural) && a.tok[a.posts[a.items[k].ref].head].shape == small:
		a.shareBack(k, i)
	case left == gapComma && a.commaLeft(i) && a.tok[a.items[k].first-1].low == "the":
		// "the Minister, NAME, the chair of X": a further guest without a name
	case (left == gapComma || left == gapNone) && a.officeClause(k):
		a.tie(k, i, "apposition-after-name")
	case rightOK && a.officeClause(k):
		a.tie(k, j, "title-before-name")
		if a.posts[a.items[k].ref].has(gazetteer.Plural) {
			a.share(k, j)
		}
	}
}

// inTitle tells whether an item stands in the page's title, where a comma
// parts clauses and capitals make verbs look like posts.
func (a *attacher) inTitle(k int) bool {
	s := a.doc.Sentences[a.tok[a.items[k].first].sentence]
	return a.doc.Paragraphs[s.Paragraph].Kind == pipeline.TitleParagraph
}

// justAnd tells whether nothing but "and" stands between tokens i and j.
func (a *attacher) justAnd(i, j int) bool {
	return j-i == 1 && (a.tok[i].low == "and" || a.tok[i].text == "&")
}

// addressed tells whether a post stands in the phrase that opens a sentence:
// "To the Prime Minister, Mr. Lind said".
func (a *attacher) addressed(k int) bool {
	lo, _ := a.sentenceOf(a.items[k].first)
	i := a.items[k].first - 1
	if i >= lo && articles[a.tok[i].low] {
		i--
	}
	return i == lo && (a.tok[i].low == "to" || a.tok[i].low == "for" || a.tok[i].low == "with" || a.tok[i].low == "like")
}

// sideBySide tells whether a post and the name behind the comma after it are
// two members of a list: "met the Prime Minister, Ana Lind and others" is none,
// "representatives of the media, Ana Lind" is.
func (a *attacher) sideBySide(k int) bool {
	t := &a.posts[a.items[k].ref]
	j := a.after(k)
	return t.has(gazetteer.Plural) && a.tok[t.head].shape == small && (!t.own.ok() || a.nextPerson(j) < 0)
}

// officeClause tells whether a post can be the predicate of a person: not "was
// host to", "is patron of".
func (a *attacher) officeClause(k int) bool {
	t := &a.posts[a.items[k].ref]
	return !(a.tok[t.head].shape == small && parts[a.tok[t.head].low]) || t.own.ok() && a.tok[t.head].low != "host" && a.tok[t.head].low != "guest"
}

// parts are nouns that tell what somebody is for a day, and no post.
var parts = wordSet(`host hosts patron guest guests winner leader candidate candidates incumbent participant participants observer observers monitor witness friend partner successor predecessor champion critic supporter architect`)

func (a *attacher) isVerb(i int) bool {
	w := a.tok[i].low
	return w == "is" || w == "was"
}

// commaLeft tells whether person item j has a post before it over a comma.
func (a *attacher) commaLeft(j int) bool {
	for _, t := range a.ties {
		if t.person == j && t.post == a.before(j) {
			return a.between(a.items[t.post].last, a.items[j].first) == gapComma
		}
	}
	return false
}

// chain ties a post to the holder of the post that follows it: "X of A –
// Y of B NAME".
func (a *attacher) chain(k int) {
	j := a.after(k)
	if j < 0 || a.items[j].kind != kPost || len(a.owned[j]) == 0 || !a.officeClause(k) {
		return
	}
	if g := a.between(a.items[k].last, a.items[j].first); g != gapComma && g != gapAnd && g != gapNone {
		return
	}
	if t := &a.posts[a.items[k].ref]; t.has(gazetteer.Plural) != a.posts[a.items[j].ref].has(gazetteer.Plural) {
		return
	}
	for _, who := range a.owned[j] {
		if who > j {
			a.tie(k, who, "title-chain-before-name")
		}
	}
}

// chainRight ties a post to the holder of the post before it: "NAME, X of A
// and Y of B".
func (a *attacher) chainRight(k int) {
	j := a.before(k)
	if j < 0 || a.items[j].kind != kPost || len(a.owned[j]) == 0 || !a.officeClause(k) {
		return
	}
	if a.between(a.items[j].last, a.items[k].first) == gapFar {
		return
	}
	who := a.owned[j][len(a.owned[j])-1]
	if who < j {
		a.tie(k, who, "title-chain-after-name")
	}
}
