package names

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// frame is what the page tells of the states it speaks of: which one it
// speaks from, and which one its words are about at a place in the text.
type frame struct {
	*builder
	list       []*holding
	weight     map[string]float64 // ISO code to how much the page speaks of the state
	states     []string           // in order of first mention
	names      map[string]owner   // first words that name the state
	adjectives map[string]owner   // first adjective of the state, or city in it
	held       map[int]bool       // posts that somebody holds
	us         bool               // an office of the U.S. government speaks
	short      map[string]string  // other names for states that the text does not name
}

const (
	maxWeight      = 3.0
	datelineWeight = 3.0
	officeWeight   = 3.5
)

func (b *builder) newFrame() *frame {
	f := &frame{builder: b, weight: map[string]float64{}, names: map[string]owner{}, adjectives: map[string]owner{}, held: map[int]bool{}}
	dateline := map[string]bool{}
	for i := 0; i < len(b.tok); i++ {
		t := &b.tok[i]
		switch {
		case t.shape == small || t.shape == mark:
		case t.place.ok():
			e := b.entry(t.place)
			if b.opening(i) && b.isDateline(i, i+int(t.place.n)) {
				dateline[e.ISO] = true
			}
			f.add(e, b.placeOwner(i))
			i += int(t.place.n) - 1
		case t.demonym.ok():
			iso := b.entry(t.demonym).ISO
			f.note(iso, 0.4)
			if _, ok := f.adjectives[iso]; !ok {
				f.adjectives[iso] = owner{first: i, last: i + int(t.demonym.n), place: true, iso: iso}
			}
		case strings.Contains(t.text, "-"):
			for part := range strings.SplitSeq(t.text, "-") { // "U.S.-German"
				if e, n := b.gaz.Match([]string{part}, gazetteer.Country|gazetteer.Demonym); n == 1 && len(part) > 1 {
					f.note(e.ISO, 0.4)
				}
			}
		}
	}
	for _, iso := range f.states {
		f.weight[iso] = min(f.weight[iso], maxWeight)
		if dateline[iso] {
			f.weight[iso] += datelineWeight
		}
	}
	for _, c := range b.clusters {
		// Many states have a Senate: the lists' state counts where the page names it.
		if iso := c.body.Country; iso != "" && len(f.states) > 0 && f.weight[iso] == 0 && !(iso == "US" && b.speaksForUS()) {
			c.body.Country = ""
		}
	}
	if f.us = b.speaksForUS(); f.us {
		f.note("US", officeWeight)
	}
	if o, ok := f.names["GB"]; !ok || !o.ok() {
		f.short = map[string]string{"GB": "Britain"}
	}
	return f
}

func (f *frame) add(e *gazetteer.Entry, o owner) {
	switch {
	case e.Kind == gazetteer.Country:
		f.note(e.ISO, 0.5)
		if n, ok := f.names[e.ISO]; !ok || f.acronymLike(n) && !f.acronymLike(o) {
			f.names[e.ISO] = o
		}
	case !e.Has(gazetteer.Ambiguous):
		f.note(e.ISO, 0.3)
		if _, ok := f.adjectives[e.ISO]; !ok {
			f.adjectives[e.ISO] = o
		}
	}
}

// acronymLike tells whether a state's name is written in capitals alone.
func (f *frame) acronymLike(o owner) bool {
	t := &f.tok[o.first]
	return t.shape == upper || t.shape == initial
}

func (f *frame) note(iso string, w float64) {
	if iso == "" {
		return
	}
	if _, ok := f.weight[iso]; !ok {
		f.states = append(f.states, iso)
	}
	f.weight[iso] += w
}

// speaksForUS tells whether the page is a paper of the U.S. government, which
// never names its own state: by its kind ("Readout of", "Fact Sheet") or by
// naming the White House without a foreign dateline.
func (b *builder) speaksForUS() bool {
	if len(b.doc.Sentences) == 0 {
		return false
	}
	title := strings.ToLower(b.doc.Title)
	for _, kind := range papersUS {
		if strings.HasPrefix(title, kind) {
			return true
		}
	}
	n := 0
	for i := range b.tok {
		if b.tok[i].low == "white" && i+1 < len(b.tok) && b.tok[i+1].low == "house" {
			n++
		}
		if b.tok[i].text == "Federal" {
			n++
		}
	}
	return n >= 2
}

// papersUS are the kinds of papers of the U.S. executive, as their titles begin.
var papersUS = []string{"readout of", "readout from", "readout by", "joint readout", "fact sheet", "statement by", "statement from", "memorandum on", "notice on",
	"letter to the speaker", "executive order", "proclamation on", "remarks by", "nominations sent", "message to the congress",
	"presidential message", "presidential memorandum", "press gaggle", "background press call", "on-the-record press call"}

// opening tells whether token i stands in the first paragraphs of the body.
func (b *builder) opening(i int) bool {
	n := 0
	for k := 0; k <= b.doc.Sentences[b.tok[i].sentence].Paragraph; k++ {
		if par := b.doc.Paragraphs[k]; par.Kind == pipeline.BodyParagraph && par.Len() > 80 {
			n++
		}
	}
	return n <= 1
}

// isDateline tells whether tokens [i, j) are the place that a report is dated
// from: at the head of a paragraph, before a dash, a colon or a date.
func (b *builder) isDateline(i, j int) bool {
	lo, hi := b.sentenceOf(i)
	if i != lo || j >= hi {
		return false
	}
	for k := j; k < hi && k-j < 14; k++ {
		switch t := &b.tok[k]; {
		case t.text == "–" || t.text == "-" || t.text == "--" || t.text == "—" || t.text == ":" || t.text == ".-":
			return true
		case t.text == "(" || t.text == "/":
			return k == j || b.tok[k-1].shape == digits || months[b.tok[k-1].low]
		case t.text == "." && b.tok[i].shape == upper:
			return true
		case t.shape == small && !months[t.low] || t.text == ".":
			return false
		}
	}
	return false
}

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
	sentence := f.tok[at].sentence
	title := f.key(h.post.core, h.post.coreEnd)
	for _, g := range f.list {
		if g.person == h.person || g.iso == "" {
			continue
		}
		switch {
		case (g.place || legislators[f.noun(g.post)] || presiding[f.noun(g.post)]) && !g.post.tense && !h.post.tense && !f.past(g) && f.unique(h.post) && f.key(g.post.core, g.post.coreEnd) == title:
			score[g.iso] -= 20 // one state has one president
		case g.place && f.follows(g, h):
			score[g.iso] += 5 // a list of one side: "Foreign Minister of X A and Defence Minister B"
		case g.place && g.post.has(gazetteer.State) && f.tok[f.items[g.tie.post].first].sentence == sentence && g.tie.post > h.tie.post && f.leads(h):
			score[g.iso] -= 3 // the other side of the talks
		}
	}
	if noneOfUS[f.noun(h.post)] || noneOfUS[f.tok[h.post.head].low] {
		score["US"] -= 20
	}
	best, home := 0.0, ""
	for _, iso := range f.states {
		if score[iso] > best {
			best, home = score[iso], iso
		}
	}
	return home
}

// unique tells whether a state has one holder of a post at a time.
func (f *frame) unique(t *post) bool {
	if t.has(gazetteer.Plural) || t.has(gazetteer.Legislator) {
		return false
	}
	return uniquePosts[f.noun(t)]
}

var uniquePosts = wordSet(`president minister king queen emir amir sultan chancellor speaker premier chairman prince lady general secretary advisor adviser`)

// leads tells whether nobody is named before a holder in the sentence.
func (f *frame) leads(h *holding) bool {
	at := min(f.items[h.tie.post].first, f.items[h.tie.person].first)
	s := f.tok[at].sentence
	for _, it := range f.items {
		if it.first >= at {
			return true
		}
		if it.kind == kPerson && f.tok[it.first].sentence == s {
			return false
		}
	}
	return true
}

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
// Nigeria, ..." of the sentence or paragraph most of all.
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
			if !m.ok() || f.ownedPlace(i) {
				continue
			}
			iso := f.entry(m).ISO
			if i <= lo+2 && f.tok[lo].low == "in" || i == lo && s == f.doc.Paragraphs[par].First && f.isDateline(i, i+int(m.n)) && !f.opening(i) {
				score[iso] += 8
			} else if !seen[iso] {
				score[iso] += gain
			}
			seen[iso] = true
			i += int(m.n) - 1
		}
	}
}

// follows tells whether h stands right behind g in a list: commas, "and" and
// courtesy words between them.
func (f *frame) follows(g, h *holding) bool {
	i := max(f.items[g.tie.post].last, f.items[g.tie.person].last)
	j := min(f.items[h.tie.post].first, f.items[h.tie.person].first)
	if i > j || j-i > 8 || f.tok[i-1].sentence != f.tok[j].sentence {
		return false
	}
	for ; i < j; i++ {
		if t := &f.tok[i]; t.shape != mark && !t.polite && t.low != "and" && t.low != "the" && t.low != "as" && t.low != "well" {
			return false
		}
	}
	return true
}

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
