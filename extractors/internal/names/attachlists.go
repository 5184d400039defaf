package names

import (
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// listed gives a plural post with an owner to the list of names that a verb or
// colon brings, behind a relative clause too: "members of the House in the
// delegation are A, B and C", "the senators who met X were A and B".
func (a *attacher) listed(k int) {
	t := &a.posts[a.items[k].ref]
	if i := min(a.items[k].last, len(a.tok)-1); !t.has(gazetteer.Plural) || !t.own.ok() && (a.tok[i].text != ":" && a.tok[i].low != "are" && !a.werePersons(k) && !a.following(k) || memberNouns[a.noun(t)]) {
		return
	}
	relative := a.items[k].last < len(a.tok) && a.tok[a.items[k].last].low == "who"
	for j := k + 1; j < len(a.items) && a.together(k, j) && (relative || a.items[j].kind != kPost); j++ {
		if a.items[j].kind != kPerson {
			continue
		}
		from := a.items[k].last
		if relative {
			from = max(from, a.items[j].first-2) // the list is what the verb of the main clause brings
		}
		if (relative || a.items[j].first-from <= 10) && a.nextPerson(j) >= 0 && a.hasListVerb(from, a.items[j].first) {
			a.tie(k, j, "shared-title")
			a.share(k, j)
			return
		}
		if !relative {
			return
		}
	}
}

// werePersons tells whether "were" and a name stand behind a post.
func (a *attacher) werePersons(k int) bool {
	i := a.items[k].last
	return i < len(a.tok) && a.tok[i].low == "were" && k+1 < len(a.items) && a.items[k+1].kind == kPerson && a.politeUntil(i+1, a.items[k+1].first)
}

// following tells whether "following" before a post tells that its holders are
// named behind: "The following MPs took part:".
func (a *attacher) following(k int) bool {
	i := a.items[k].first
	return i > 0 && a.tok[i-1].low == "following" || i > 1 && a.tok[i-2].low == "following"
}

// hasListVerb tells whether a verb or colon that brings a list stands in tokens [i, j).
func (a *attacher) hasListVerb(i, j int) bool {
	for ; i < j; i++ {
		if listVerbs[a.tok[i].low] {
			return true
		}
	}
	return false
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
			if a.listGap(a.nameEnd(j), a.items[n].first) {
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
			if i = a.postAt[i]; a.politeUntil(i, j) {
				return false // "MPs A, Secretary General of X B"
			}
			continue // an apposition: "A, Chair of X, and B"
		case t.text == "," || t.text == ";" || t.low == "and" || t.text == "&":
			seps++
		default:
			return false
		}
		i++
	}
	return seps > 0
}

// overBody ties a post to the name behind its body, all three parted by commas:
// "Secretary-General, National Assembly, Mr. Ek".
func (a *attacher) overBody(k int) {
	t := &a.posts[a.items[k].ref]
	if t.own.ok() || a.tok[t.head].shape == small || k+2 >= len(a.items) || a.items[k+1].kind != kBody || a.items[k+2].kind != kPerson || !a.together(k, k+2) {
		return
	}
	if i := a.items[k].last; a.tok[i].text != "," || a.items[k+1].first != i+1 {
		return
	}
	if a.between(a.items[k+1].last, a.items[k+2].first) == gapComma && a.tok[a.items[k+1].last].text == "," {
		a.tie(k, k+2, "title-before-name")
	}
}

// politeUntil tells whether nothing but courtesy words stands between tokens i
// and j.
func (p *page) politeUntil(i, j int) bool {
	for ; i < j; i++ {
		if !p.tok[i].polite {
			return false
		}
	}
	return true
}

// near ties a post to the person before or after it, over a comma or a clause.
func (a *attacher) near(k int) {
	left, right := gapFar, gapFar
	i, j := a.before(k), a.after(k)
	if last := a.items[k].last; last < len(a.tok) && isPossessive(a.tok[last].text) && k+1 < len(a.items) && a.possesses(k, k+1) {
		return
	}
	if a.inTitle(k) && (i < 0 || a.between(a.nameEnd(i), a.items[k].first) != gapClause) {
		return
	}
	if i >= 0 && a.items[i].kind == kPerson {
		left = a.between(a.nameEnd(i), a.start(k))
	}
	if a.chained(k, i, j, left) {
		return
	}
	if j >= 0 && a.items[j].kind == kPerson {
		right = a.between(a.postEnd(k), a.items[j].first)
	}
	if right == gapNone { // an article stands between: "host of the talks, the X"
		right = gapComma
	}
	if right == gapComma && a.addressed(k) {
		right = gapFar
	}
	rightOK := right == gapComma && !a.sideBySide(k) || right == gapClause && a.isVerb(a.items[k].last)
	switch {
	case left == gapClause && a.agent(i) && a.tok[a.items[k].first-1].low == "as":
		// "was appointed by President NAME as": asPost finds who was
	case left == gapClause && a.posts[a.items[k].ref].has(gazetteer.Plural):
		a.shareBack(k, i) // "A and B, who are members of the House"
	case left == gapClause && a.officeClause(k):
		a.tie(k, i, "clause-after-name")
	case left == gapComma && right == gapComma && a.dashed(k):
		a.tie(k, i, "apposition-after-name") // "NAME – POST, NAME – POST"
	case (left == gapComma || left == gapNone) && right == gapComma && (a.commaLeft(i) || a.otherState(k, i) || a.titled(k, i, j)):
		a.tie(k, j, "title-before-name")
	case (left == gapComma || left == gapNone) && a.posts[a.items[k].ref].has(gazetteer.Plural) && a.tok[a.posts[a.items[k].ref].head].shape == small:
		a.shareBack(k, i)
	case left == gapComma && right == gapComma && a.nameEnd(i) > a.items[i].last && a.tok[a.items[k].first-1].low == "the":
		a.tie(k, j, "title-before-name") // "A of Finland, the Premier of Åland, B"
	case left == gapComma && a.commaLeft(i) && a.tok[a.items[k].first-1].low == "the":
		// "the Minister, NAME, the chair of X": a further guest without a name
	case (left == gapComma || left == gapNone) && a.officeClause(k):
		a.tie(k, i, "apposition-after-name")
	case rightOK && a.officeClause(k):
		a.widen(k)
		a.tie(k, j, "title-before-name")
		if a.posts[a.items[k].ref].has(gazetteer.Plural) {
			a.share(k, j)
		}
	}
}

// chained ties post k as the posts on its left tell, and tells whether these or
// the ones on its right decide of it: person or post i stands before it over the
// gap left, j behind it.
func (a *attacher) chained(k, i, j int, left gap) bool {
	if j >= 0 && a.items[j].kind == kPost && len(a.owned[j]) > 0 && a.owned[j][0] > j && a.justAnd(a.items[k].last, a.items[j].first) && !a.heldLeft(i, k) {
		return true // "NAME, Senior Advisor and Director of Protocol OTHER": the chain to OTHER
	}
	switch {
	case i < 0:
	case a.heldLeft(i, k):
		if !a.posts[a.items[k].ref].has(gazetteer.Plural) || a.posts[a.items[i].ref].has(gazetteer.Plural) { // not "NAME, Chairperson and senior members of the Board"
			a.tie(k, a.owned[i][0], "title-chain-after-name") // "NAME, deputy minister and minister of X, OTHER said"
		}
		return true
	case a.items[i].kind == kPerson && left == gapComma && a.ahead(k, i, j):
		return true // "Minister of A, NAME, Minister of B and Minister of C, OTHER": the chain to OTHER
	case a.items[i].kind == kPost && len(a.owned[i]) == 0: // "NAME, the candidate of X, is the new President"
		if h := a.before(i); h >= 0 && a.items[h].kind == kPerson && a.between(a.nameEnd(h), a.items[i].first) == gapComma &&
			a.tok[a.items[i].last].text == "," && a.between(a.items[i].last+1, a.items[k].first) == gapClause {
			a.tie(k, h, "clause-after-name")
			return true
		}
	}
	return false
}

// heldLeft tells whether post i, whose holder stands before it, is joined to
// post k by "and".
func (a *attacher) heldLeft(i, k int) bool {
	return i >= 0 && a.items[i].kind == kPost && len(a.owned[i]) > 0 && a.owned[i][0] < i && a.justAnd(a.items[i].last, a.items[k].first)
}

// titled tells whether person i has a post right before the name, and post k, of the
// article or with an owner, a courtesy word before the name of j: "Ambassador A, the
// Head of the Office, Mr. B", "Minister A, Minister of Trade of Malta, Ms. B" are two.
func (a *attacher) titled(k, i, j int) bool {
	if a.tok[a.items[k].first-1].low != "the" && (!a.posts[a.items[k].ref].own.ok() || a.postBehind(j)) {
		return false
	}
	if !a.tok[a.items[j].first-1].polite || i == 0 || a.items[i-1].kind != kPost {
		return false
	}
	return len(a.owned[i-1]) > 0 && a.owned[i-1][0] == i && a.between(a.items[i-1].last, a.items[i].first) == gapNone
}

// postBehind tells whether a comma and a post follow person j.
func (a *attacher) postBehind(j int) bool {
	n := a.after(j)
	return n >= 0 && a.items[n].kind == kPost && a.between(a.nameEnd(j), a.items[n].first) == gapComma
}

// ahead tells whether posts k and j, joined by "and", stand before a comma and a
// name in a list whose person i has the post before the name over a comma.
func (a *attacher) ahead(k, i, j int) bool {
	if j < 0 || a.items[j].kind != kPost || !a.justAnd(a.items[k].last, a.items[j].first) || !a.commaLeft(i) {
		return false
	}
	n := a.after(j)
	return n >= 0 && a.items[n].kind == kPerson && a.between(a.postEnd(j), a.items[n].first) == gapComma
}

// otherState tells whether person i has a post of another state than post k
// before the name: "President of Chad A, President of Mali, B" are two.
func (a *attacher) otherState(k, i int) bool {
	own := a.posts[a.items[k].ref].own
	if !own.place || own.iso == "" {
		return false
	}
	for _, t := range a.ties {
		if g := a.posts[a.items[t.post].ref].own; t.person == i && t.post < i && g.place && g.iso != "" && g.iso != own.iso {
			return true
		}
	}
	return false
}

// dashed tells whether a dash before a post and a comma behind it part the
// members of a list.
func (a *attacher) dashed(k int) bool {
	i, j := a.items[k].first-1, a.items[k].last
	if i < 0 || j >= len(a.tok) || a.tok[j].text != "," {
		return false
	}
	switch a.tok[i].text {
	case "–", "-", "—", "--":
		return true
	}
	return false
}

// start gives the first token of a post, with that whose holder it serves before
// it, behind the participle that makes it a predicate: "has been re-elected
// president".
func (a *attacher) start(k int) int {
	i := a.items[k].first
	if k > 0 && a.possesses(k-1, k) {
		i = a.items[k-1].first
	} else if j := a.distinction(i); j < i {
		return j
	}
	for i < a.items[k].last && clauseVerbs[a.tok[i].low] {
		i++
	}
	return i
}

// distinction gives the first token of the words between the article and a post
// that tell what is notable of its holder, and of the small noun that owns it:
// "the first female finance minister", "the country's top diplomat".
func (a *attacher) distinction(i int) int {
	lo, _ := a.sentenceOf(i)
	for n := 0; n < 3 && i > lo && (distinctions[a.tok[i-1].low] && a.tok[i-1].shape == small || ordinal(a.tok[i-1].low)); n++ {
		i--
	}
	if i-2 > lo && isPossessive(a.tok[i-1].text) && possessors[a.tok[i-2].low] {
		i -= 2
	}
	return i
}

var (
	distinctions = wordSet(`first second third female male woman only youngest oldest longest-serving veteran top chief main most senior powerful influential highest-ranking long-time career`)
	possessors   = wordSet(`country nation republic state kingdom island islands province region city party government parliament assembly house chamber senate bloc union organisation organization
		body group agency bank company university ministry commission committee delegation mission court`)
)

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
	if honours[a.tok[t.head].low] {
		return false
	}
	return !(a.tok[t.head].shape == small && parts[a.tok[t.head].low]) || t.own.ok() && a.tok[t.head].low != "host" && a.tok[t.head].low != "guest"
}

// honours are nouns for what somebody has got or made, and no post.
var honours = wordSet(`graduate alumnus alumna native recipient laureate author co-author`)

// parts are nouns that tell what somebody is for a day, and no post.
var parts = wordSet(`host hosts patron guest guests winner leader candidate candidates incumbent participant participants observer observers monitor witness friend partner successor predecessor champion critic supporter architect`)

func (a *attacher) isVerb(i int) bool {
	w := a.tok[i].low
	return w == "is" || w == "was"
}

// commaLeft tells whether person item j has a post before it over a comma.
func (a *attacher) commaLeft(j int) bool {
	for _, t := range a.ties {
		if t.person == j && t.post == a.before(j) && !a.posts[a.items[t.post].ref].has(gazetteer.Plural) {
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
	if g := a.items[j].first - a.items[k].last; g >= 2 && a.tok[a.items[j].first-1].low == "the" && a.tok[a.items[j].first-2].low == "and" {
		return // "the Foreign Minister and the member NAME" are two
	}
	t, next := &a.posts[a.items[k].ref], &a.posts[a.items[j].ref]
	if t.has(gazetteer.Plural) != next.has(gazetteer.Plural) || singlePosts[a.key(t.core, t.coreEnd)] && singlePosts[a.key(next.core, next.coreEnd)] {
		return // "the Vice President and President NAME" are two
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
	if a.posts[a.items[k].ref].has(gazetteer.Plural) && !a.posts[a.items[j].ref].has(gazetteer.Plural) {
		return // "NAME, Chairperson and senior members of the Board"
	}
	who := a.owned[j][len(a.owned[j])-1]
	if who < j {
		a.tie(k, who, "title-chain-after-name")
	}
}
