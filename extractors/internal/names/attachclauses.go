package names

import (
	"sort"
	"strings"

	"readout/pipeline/gazetteer"
)

// Posts apart from the name of who holds them: the complement of a verb
// ("arrived in Accra as Head of the Mission", "had earlier served as ambassador
// to X"), and the head of a mission whose purpose is told before the name.

// maxAs is how many tokens a verb may stand before the "as" that completes it.
const maxAs = 24

// asPost ties a post behind "as" to whom the verb before it says it of.
func (a *attacher) asPost(k int) {
	lo, _ := a.sentenceOf(a.items[k].first)
	i := a.items[k].first - 1
	for i > lo && articles[a.tok[i].low] {
		i--
	}
	if i <= lo || a.tok[i].low != "as" || !a.officeClause(k) || a.posts[a.items[k].ref].has(gazetteer.Plural) {
		return
	}
	for v := i - 1; v >= lo && i-v < maxAs; v-- {
		passive := v > lo && (a.tok[v-1].low == "was" || a.tok[v-1].low == "been" || a.tok[v-1].low == "were")
		object := appointing[a.tok[v].low] && !passive
		if !object && !serving[a.tok[v].low] {
			continue
		}
		if who := a.lastPerson(v, i); who >= 0 && (object || a.tok[v].low == "succeeded" || a.tok[v].low == "replaced") {
			a.tie(k, who, "clause-after-name")
			if object {
				return
			}
		}
		if v > lo && a.tok[v-1].text == "to" { // "nominated Ana Lind to serve as"
			if who := a.lastPerson(lo, v); who >= 0 && a.nameEnd(who) == v-1 {
				a.tie(k, who, "clause-after-name")
			}
			return
		}
		if who := a.subject(lo, v, k); who >= 0 && (passive || a.lastPerson(v, i) < 0) {
			a.tie(k, who, "clause-after-name")
		}
		return
	}
}

// openedBy ties a post to the name that opens its sentence, behind an apposition:
// "NAME, a career diplomat, is currently Consul General".
func (a *attacher) openedBy(k int) {
	lo, _ := a.sentenceOf(a.items[k].first)
	i := a.items[k].first - 1
	for i > lo && (articles[a.tok[i].low] || clauseWords[a.tok[i].low] && !clauseVerbs[a.tok[i].low] || tenseWords[a.tok[i].low]) {
		i--
	}
	if i <= lo || !copulas[a.tok[i].low] || !a.officeClause(k) || a.posts[a.items[k].ref].has(gazetteer.Plural) {
		return
	}
	for i > lo && (clauseWords[a.tok[i-1].low] || copulas[a.tok[i-1].low]) {
		i--
	}
	first := a.itemFrom(lo)
	if a.tok[i-1].text == "," && first < k && a.items[first].kind == kPerson && a.politeUntil(lo, a.items[first].first) && a.tok[a.items[first].last].text == "," {
		a.tie(k, first, "clause-after-name")
	}
}

// copulas say of somebody what he is or was.
var copulas = wordSet(`is was became becomes been remains remained`)

// followed ties a post to whom its new holder follows: "a new President to
// succeed NAME", "the Chair, who replaces NAME".
func (a *attacher) followed(k int) {
	i, j := a.postEnd(k), a.after(k)
	if j < 0 || a.items[j].kind != kPerson || a.posts[a.items[k].ref].has(gazetteer.Plural) {
		return
	}
	for n := 0; n < 3 && i < a.items[j].first; n++ {
		switch w := a.tok[i].low; {
		case succession[w]:
			if a.between(i+1, a.items[j].first) == gapNone {
				a.tie(k, j, "title-before-name")
			}
			return
		case w == "," || w == "to" || w == "who":
			i++
		default:
			return
		}
	}
}

// succession are verbs of taking a post after somebody.
var succession = wordSet(`succeed succeeds succeeded succeeding replace replaces replaced replacing`)

// agent tells whether a person stands, with the post before the name, behind "by".
func (a *attacher) agent(who int) bool {
	i := a.items[who].first
	if who > 0 && a.items[who-1].kind == kPost && a.items[who-1].last == i {
		i = a.items[who-1].first
	}
	for i > 0 && (articles[a.tok[i-1].low] || a.tok[i-1].polite || tenseWords[a.tok[i-1].low]) {
		i--
	}
	return i > 0 && a.tok[i-1].low == "by"
}

// lastPerson gives the last person named in tokens [i, j), -1 where there is none.
func (a *attacher) lastPerson(i, j int) int {
	for k := a.itemFrom(j) - 1; k >= 0 && a.items[k].first >= i; k-- {
		if it := a.items[k]; it.last <= j && it.kind == kPerson {
			return k
		}
	}
	return -1
}

// itemFrom gives the first item that begins at token i or behind it.
func (a *attacher) itemFrom(i int) int {
	return sort.Search(len(a.items), func(k int) bool { return a.items[k].first >= i })
}

// subject gives the person whom the verb at token v has for its subject: the
// one named last before it in its sentence, else the one for whom the pronoun before
// it stands. Item k stands behind the verb.
func (a *attacher) subject(lo, v, k int) int {
	if who := a.lastPerson(lo, v); who >= 0 {
		return who
	}
	if s := a.tok[v].sentence; s > 0 && pronouns[a.tok[lo].low] {
		before := a.doc.Sentences[s-1]
		for k := a.itemFrom(before.First); k < len(a.items) && a.items[k].first < before.Last; k++ {
			if a.items[k].kind == kPerson {
				return k
			}
		}
	}
	return -1
}

var pronouns = wordSet(`he she`)

// serving are verbs and nouns that "as" completes with what their subject is,
// appointing those that may have an object which becomes it.
var (
	serving = wordSet(`serve serves served serving worked works acted acts arrived arrives returned returns came continues continued sworn inaugurated installed
		retired resigned stepped took succeeded replaced capacity role tenure term mandate elected re-elected appointed reappointed nominated chosen confirmed
		named designated accredited election appointment nomination`)
	appointing = wordSet(`appointed appoints appoint reappointed named names name nominated nominates elected elects designated chose picked`)
)

// postEnd gives the token after a post and the rest of its complement that was
// not read as its owner or field: "President of the Council (Upper House) of
// Fiji", "Head of the Observer Mission to the general elections in Zambia".
func (a *attacher) postEnd(k int) int {
	if end := a.missionEnd(k); end > a.items[k].last {
		return end
	}
	return a.complementEnd(k)
}

// maxComplement is how many tokens the rest of a complement has at most.
const maxComplement = 24

// complementEnd runs over prepositions with what has a capital letter behind
// them, over bodies, places and brackets, to the name or the comma before it.
func (a *attacher) complementEnd(k int) int {
	from := a.items[k].last
	_, hi := a.sentenceOf(a.items[k].first)
	end, next := from, k+1
	for i := from; i < hi && i-from < maxComplement; {
		for next < len(a.items) && a.items[next].first < i {
			next++
		}
		t := &a.tok[i]
		switch {
		case next < len(a.items) && a.items[next].first == i:
			it := a.items[next]
			if it.kind == kPerson || it.kind == kPost {
				return end
			}
			i = it.last
			end = i
		case t.polite || t.title.ok():
			return end
		case t.low == "and" && a.posts[a.items[k].ref].has(gazetteer.Plural) && (i > from || a.posts[a.items[k].ref].own.ok()) && a.bodyFrom(i+1, next, hi):
			if i++; a.tok[i].low == "the" { // "the Speakers of the House of Lords and the House of Commons, A and B"
				i++
			}
		case postPrepositions[t.text]:
			if i++; i < hi && (a.tok[i].low == "the" || a.tok[i].low == "its") {
				i++
			}
		case t.text == "(":
			after := a.bracketEnd(i, hi)
			if after == 0 || a.personWithin(i, after, next) {
				return end
			}
			i, end = after, after
		case t.shape == capital || t.shape == upper:
			i++
			end = i
		default:
			return end
		}
	}
	return end
}

// widen lets the owner of a post reach over the rest of its complement, where
// that goes on with the name: "Central Leadership of the Baath Party".
func (a *attacher) widen(k int) {
	t := &a.posts[a.items[k].ref]
	end := a.complementEnd(k)
	if !t.own.ok() || t.has(gazetteer.Plural) || t.own.last != a.items[k].last || end == t.own.last || a.tok[end-1].text == ")" {
		return
	}
	for i := t.own.last; i < end; i++ {
		if w := a.tok[i].text; t.own.place && w != "Republic" || w == "to" || w == "in" {
			return
		}
		if m := a.tok[i].place; m.ok() && t.own.iso == "" {
			t.own.iso = a.entry(m).ISO
		}
	}
	t.own.last = end
}

// bodyFrom tells whether a body of the items from next on begins at token i,
// behind an article.
func (a *attacher) bodyFrom(i, next, hi int) bool {
	if i < hi && a.tok[i].low == "the" {
		i++
	}
	return next < len(a.items) && a.items[next].kind == kBody && a.items[next].first == i
}

// bodiesInOrder gives the owner of a plural post and the bodies that go on with
// it, for the holders to take in turn.
func (a *attacher) bodiesInOrder(k int) []owner {
	own := a.posts[a.items[k].ref].own
	if !own.ok() || own.place {
		return nil
	}
	owns := []owner{own}
	for j, end := k+1, a.postEnd(k); j < len(a.items) && a.items[j].last <= end; j++ {
		if it := a.items[j]; it.kind == kBody && it.first > own.last && (a.tok[it.first-1].low == "and" || it.first > 1 && a.tok[it.first-2].low == "and") {
			owns = append(owns, owner{first: it.first, last: it.last})
		}
	}
	return owns
}

// personWithin tells whether one of the items from next on is a person in tokens [i, j).
func (a *attacher) personWithin(i, j, next int) bool {
	for ; next < len(a.items) && a.items[next].first < j; next++ {
		if a.items[next].kind == kPerson && a.items[next].first >= i {
			return true
		}
	}
	return false
}

// missionEnd gives the token after the head of a mission and what it is sent for.
func (a *attacher) missionEnd(k int) int {
	i := a.items[k].last
	_, hi := a.sentenceOf(a.items[k].first)
	if i+2 >= hi || a.tok[i].text != "to" && a.tok[i].text != "for" && a.tok[i].text != "in" || !a.headsMission(k) {
		return i
	}
	for j := i + 1; j < hi && j-i < 14; j++ {
		t := &a.tok[j]
		switch {
		case t.text == ",":
			return j
		case missionWords[t.low]:
		case t.shape == mark || t.title.ok() && !t.place.ok() || t.shape == small && !strings.HasPrefix(t.low, "elect"):
			return i
		}
	}
	return i
}

// headsMission tells whether a post is that of a mission, a delegation, a group.
func (a *attacher) headsMission(k int) bool {
	for i := a.items[k].first; i < a.items[k].last; i++ {
		if missions[a.tok[i].low] {
			return true
		}
	}
	return false
}

var (
	missions     = wordSet(`mission missions delegation delegations group team observers observer`)
	missionWords = wordSet(`the in of to for and on general presidential parliamentary legislative local municipal regional provincial early snap upcoming by-election
		referendum constitutional polls poll vote voting second first round runoff harmonised harmonized tripartite national federal senate gubernatorial`)
)
