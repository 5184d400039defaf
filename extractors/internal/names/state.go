package names

import "readout/pipeline/gazetteer"

// Which state a post belongs to that the phrase leaves without an owner. Such
// a post has a definite article in mind: it is that of the state the words are
// about, which is the page's own unless the sentence or paragraph has moved to
// another ("In Nigeria, ..."), or the post belongs to the other side of an
// encounter with somebody whose state is told.

// stateOf gives the state that a holding without owner belongs to.
func (f *frame) stateOf(h *holding) string {
	if h.person.Country != "" {
		return h.person.Country
	}
	score := map[string]float64{}
	for _, iso := range f.states {
		score[iso] = f.weight[iso]
	}
	at := f.items[h.tie.post].first
	f.local(at, score)
	f.destinations(at, score)
	f.counterparts(at, score)
	f.invitation(at, score)
	f.company(h, score)
	f.sides.weigh(h.person, score)
	if noneOfUS[f.noun(h.post)] || noneOfUS[f.tok[h.post.head].low] {
		score["US"] -= 20
	}
	f.constitution(h, score)
	best, home := 0.0, ""
	for _, iso := range f.states {
		if score[iso] > best {
			best, home = score[iso], iso
		}
	}
	return home
}

// constitution weighs against the states that cannot have a post: a king where
// there is a republic, a president where there is a king.
func (f *frame) constitution(h *holding, score map[string]float64) {
	noun := f.noun(h.post)
	for _, iso := range f.states {
		switch {
		case monarchs[noun] && !monarchies[iso]:
			score[iso] -= 20
		case noun == "president" && (h.org == "" || h.place) && monarchies[iso] && iso != "AE" && iso != "ES":
			score[iso] -= 8 // those two have presidents too
		}
	}
}

var (
	monarchs   = wordSet(`king queen emir amir sultan emperor empress monarch`)
	monarchies = wordSet(`AD AE AG AU BE BH BN BS BT BZ CA DK ES GB GD JM JO JP KH KN KW LC LI LS LU MA MC MY NL NO NZ OM PG QA SA SB SE SZ TH TO TV VC`)
)

// company weighs the states of the other persons: those named beside a holder
// are of his side, those whom he meets of another, and one state has one
// president.
func (f *frame) company(h *holding, score map[string]float64) {
	title := f.key(h.post.core, h.post.coreEnd)
	for _, g := range f.list {
		if g.person == h.person || g.iso == "" {
			continue
		}
		switch {
		case (g.place || legislators[f.noun(g.post)] || presiding[f.noun(g.post)]) && !g.post.tense && !h.post.tense && !f.past(g) && f.unique(h.post) && f.key(g.post.core, g.post.coreEnd) == title:
			score[g.iso] -= 20 // one state has one president
		case f.leadsList(g, h):
			score[g.iso] += 6
		}
	}
}

// beside are words between two of one side.
var beside = wordSet(`accompanied flanked alongside together along including`)

// leadsList tells whether holder g is named first in the paragraph that a list
// with holder h belongs to: "A of X came. He was accompanied by:" and its lines.
func (f *frame) leadsList(g, h *holding) bool {
	par := f.doc.Sentences[f.tok[f.items[h.tie.post].first].sentence].Paragraph
	if !f.listLine(par) {
		return false
	}
	for par > 0 && f.listLine(par) {
		par--
	}
	s := f.doc.Paragraphs[par]
	last := f.doc.Sentences[s.Last-1]
	if f.tok[last.Last-1].text != ":" {
		return false
	}
	company := false
	for i := last.First; i < last.Last; i++ {
		company = company || beside[f.tok[i].low] || f.tok[i].low == "delegation"
	}
	if !company {
		return false
	}
	for k, it := range f.items {
		if it.kind == kPerson && f.doc.Sentences[f.tok[it.first].sentence].Paragraph == par {
			return f.personOf[k] == g.person
		}
	}
	return false
}

// facing are words between the two sides of an encounter.
var facing = wordSet(`met meets meet meeting received receives receive hosted hosts welcomed welcomes greeted with upon call calls called told tells thanked thanks
	congratulated congratulates presented presents visited talks talk telephoned phoned spoke speaks handed conveyed briefed assured between counterpart invited`)

// unique tells whether a state has one holder of a post at a time.
func (f *frame) unique(t *post) bool {
	if t.has(gazetteer.Plural) || t.has(gazetteer.Legislator) {
		return false
	}
	return uniquePosts[f.noun(t)]
}

var uniquePosts = wordSet(`president minister king queen emir amir sultan chancellor speaker premier chairman prince lady general secretary advisor adviser`)

// past tells whether the text says that somebody was what he was.
func (f *frame) past(g *holding) bool {
	i, j := f.items[g.tie.person].last, f.items[g.tie.post].first
	for k := i; k < j; k++ {
		if f.tok[k].low == "was" {
			return true
		}
	}
	return false
}

// noun gives the last word of the noun of a post, in small letters.
func (p *page) noun(t *post) string {
	n := max(int(p.tok[t.head].title.n), 1)
	return p.tok[min(t.head+n, t.coreEnd)-1].low
}

// local weighs the places named shortly before token at: the opening "In
// Nigeria, ..." of the sentence or paragraph most of all, least those that are
// what is spoken of ("relations with Moldova", "on Nicaragua").
func (f *frame) local(at int, score map[string]float64) {
	si := f.tok[at].sentence
	par := f.doc.Sentences[si].Paragraph
	for s := f.doc.Paragraphs[par].First; s <= si; s++ {
		lo, hi := f.doc.Sentences[s].First, f.doc.Sentences[s].Last
		gain := 1.0
		seen := map[string]bool{}
		if s == si {
			hi, gain = at, 2.0
		}
		for i := lo; i < hi; i++ {
			if d := f.tok[i].demonym; d.ok() && s == si && !f.ownedPlace(i) {
				score[f.entry(d).ISO] += 1.5
			}
			m := f.tok[i].place
			if !m.ok() || f.inName[i] || f.ownedPlace(i) {
				continue
			}
			iso := f.entry(m).ISO
			if i <= lo+2 && f.tok[lo].low == "in" || i > lo && i <= lo+4 && f.tok[i-1].low == "in" && (f.tok[lo].low == "while" || f.tok[lo].low == "also") || i == lo && s == f.doc.Paragraphs[par].First && f.isDateline(i, i+int(m.n)) && !f.opening(i) {
				score[iso] += 8
			} else if !seen[iso] {
				score[iso] += gain * f.weightHere(i, lo)
			}
			seen[iso] = true
			i += int(m.n) - 1
		}
	}
}

// invitation weighs the state named last before one who invites: "travels to
// France at the invitation of President X".
func (f *frame) invitation(at int, score map[string]float64) {
	lo, _ := f.sentenceOf(at)
	i := at - 1
	if i > lo && f.tok[i].low == "the" {
		i--
	}
	if i <= lo+1 || f.tok[i-1].low != "invitation" || f.tok[i].low != "of" && f.tok[i].low != "from" && f.tok[i].low != "by" {
		return
	}
	for ; i >= lo; i-- {
		if m := f.tok[i].place; m.ok() {
			score[f.entry(m).ISO] += 8
			return
		}
	}
}

// counterparts weighs against the states of counterparts named behind in the sentence: "the
// Minister and her Cuban counterpart".
func (f *frame) counterparts(at int, score map[string]float64) {
	_, hi := f.sentenceOf(at)
	for i := at; i < hi; i++ {
		if d := f.tok[i].demonym; d.ok() && i+int(d.n) < hi && counterparts[f.tok[i+int(d.n)].low] {
			score[f.entry(d).ISO] -= 5
		}
	}
}

// weightHere tells how much a place at token i tells of what its sentence is
// about, by the word before it.
func (f *frame) weightHere(i, lo int) float64 {
	if i > lo && f.tok[i-1].low == "the" {
		i--
	}
	if i > lo && spokenOf[f.tok[i-1].low] {
		return 0.2
	}
	return 1
}

// spokenOf are prepositions before what is spoken of.
var spokenOf = wordSet(`with on about between against towards toward regarding concerning from`)

// destinations weighs against the states that a sentence tells somebody to
// travel to, for those it names before.
func (f *frame) destinations(at int, score map[string]float64) {
	_, hi := f.sentenceOf(at)
	for i := at; i < hi; i++ {
		m := f.tok[i].place
		if !m.ok() {
			continue
		}
		for j := max(at, i-5); j < i; j++ {
			if travel[f.tok[j].low] {
				score[f.entry(m).ISO] -= 4
				break
			}
		}
		i += int(m.n) - 1
	}
}

var travel = wordSet(`visit visits visited visiting trip tour travel travels traveled travelled traveling travelling arrived arrives leaves left leave heads headed
	departed departs flew flies`)

// ownedPlace tells whether token i stands in a post or a body.
func (f *frame) ownedPlace(i int) bool {
	for k, it := range f.items {
		if it.first <= i && i < it.last && (it.kind == kPost && f.held[k] || it.kind == kBody) {
			return true
		}
		if it.first > i {
			return false
		}
	}
	return false
}

// noneOfUS are posts that the U.S. government does not have.
var noneOfUS = wordSet(`minister ministers premier chancellor king queen emir amir sultan emperor taoiseach prince princess monarch`)
