package names

import (
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
		if who := a.subject(lo, v); who >= 0 && (passive || a.lastPerson(v, i) < 0) {
			a.tie(k, who, "clause-after-name")
		}
		return
	}
}

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
	for k := len(a.items) - 1; k >= 0; k-- {
		if it := a.items[k]; it.last <= j && it.kind == kPerson {
			if it.first < i {
				return -1
			}
			return k
		}
	}
	return -1
}

// subject gives the person whom the verb at token v has for its subject: the
// one named last before it in its sentence; for "he" and "she" the first one of
// the sentence before.
func (a *attacher) subject(lo, v int) int {
	if who := a.lastPerson(lo, v); who >= 0 {
		return who
	}
	if s := a.tok[v].sentence; s > 0 && pronouns[a.tok[lo].low] {
		before := a.doc.Sentences[s-1]
		for k, it := range a.items {
			if it.kind == kPerson && before.First <= it.first && it.last <= before.Last {
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

// postEnd gives the token after a post and what the mission it heads is sent
// for: "Head of the Observer Mission to the general elections in Zambia".
func (a *attacher) postEnd(k int) int {
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
