package names

import (
	"slices"
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// frame is what the page tells of the states it speaks of: which one it
// speaks from, and which one its words are about at a place in the text.
type frame struct {
	*builder
	list       []*holding
	holdings   map[*Person][]*holding
	weight     map[string]float64 // ISO code to how much the page speaks of the state
	states     []string           // in order of first mention
	names      map[string]owner   // first words that name the state
	adjectives map[string]owner   // first adjective of the state, or city in it
	held       map[int]bool       // posts that somebody holds
	inName     []bool             // tokens of persons' names, which name no place
	filled     map[int]*holding   // the first holder of each post that was given an owner
	taken      []bool             // tokens of posts and bodies
	foreign    []string           // states whose envoys the page names
	us         bool               // an office of the U.S. government speaks
	sides      *sides
	short      map[string]string // other names for states that the text does not name
}

const (
	maxWeight      = 3.0
	datelineWeight = 3.0
	officeWeight   = 3.5
	receiverWeight = 1.0
	senderWeight   = 1.5
)

func (b *builder) newFrame() *frame {
	f := &frame{builder: b, weight: map[string]float64{}, names: map[string]owner{}, adjectives: map[string]owner{}, held: map[int]bool{}, filled: map[int]*holding{}}
	f.mark()
	f.sides = f.newSides()
	dateline := f.mentioned()
	f.receivers()
	f.homologues()
	for _, iso := range f.states {
		f.weight[iso] = min(f.weight[iso], maxWeight)
		if dateline[iso] {
			f.weight[iso] += datelineWeight
		}
	}
	for _, iso := range f.foreign {
		f.weight[iso] -= senderWeight
	}
	for _, c := range b.clusters {
		// Many states have a Senate: the lists' state counts where the page names it.
		if iso := c.body.Country; iso != "" && (len(f.states) > 0 || f.english(c)) && f.weight[iso] == 0 && !(iso == "US" && b.speaksForUS()) {
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

// purpose tells whether the place at token i is what a body is for: "Friendship
// Group with Japan", "Delegation to Moldova".
func (f *frame) purpose(i int) bool {
	j := i - 1
	if j > 0 && f.tok[j].low == "the" {
		j--
	}
	if j < 1 || f.tok[j].text != "with" && f.tok[j].text != "to" {
		return false
	}
	return f.taken[j]
}

// troubled tells whether the place at token i is where something goes on that is
// spoken of: "the situation in Moldova", "crises in Chad and Niger".
func (f *frame) troubled(i int) bool {
	lo, _ := f.sentenceOf(i)
	for j := i - 1; j > lo && i-j < 8; j-- {
		t := &f.tok[j]
		switch {
		case t.text == "in" || t.text == "of" || t.text == "over" || t.text == "against":
			return affairs[f.tok[j-1].low]
		case !t.place.ok() && t.low != "and" && t.low != "the" && t.text != ",":
			return false
		}
	}
	return false
}

// affairs are what states far away are spoken of for.
var affairs = wordSet(`situation war wars conflict conflicts crisis crises fighting hostilities escalation ceasefire truce tension tensions developments
	aggression invasion violence coup sanctions events unrest genocide earthquake settlement instability bloodshed`)

// english tells whether a body's name is made of English words alone, so that
// several states may have one so named.
func (f *frame) english(c *bodyCluster) bool {
	for _, w := range c.words {
		if !functionWords[w] && !isVocabulary(w) {
			return false
		}
	}
	return true
}

// mark notes which tokens stand in names of persons, in posts and bodies.
func (f *frame) mark() {
	f.inName, f.taken = make([]bool, len(f.tok)), make([]bool, len(f.tok))
	for _, it := range f.items {
		for i := it.first; i < it.last; i++ {
			f.inName[i] = it.kind == kPerson
			f.taken[i] = it.kind == kPost || it.kind == kBody
		}
	}
}

// mentioned notes the states that the words name, with their cities and
// adjectives, and gives those of the dateline.
func (f *frame) mentioned() map[string]bool {
	dateline := map[string]bool{}
	for i := 0; i < len(f.tok); i++ {
		t := &f.tok[i]
		switch {
		case t.shape == small || t.shape == mark || f.inName[i]:
		case t.place.ok():
			e := f.entry(t.place)
			if f.opening(i) && f.isDateline(i, i+int(t.place.n)) {
				dateline[e.ISO] = true
				f.note(e.ISO, 0.1) // "SANTIAGO", which elsewhere may be a person's
			}
			f.add(e, f.placeOwner(i))
			i += int(t.place.n) - 1
		case t.demonym.ok():
			iso := f.entry(t.demonym).ISO
			f.note(iso, 0.4)
			if o, ok := f.adjectives[iso]; !ok || !f.tok[o.first].demonym.ok() {
				f.adjectives[iso] = owner{first: i, last: i + int(t.demonym.n), place: true, iso: iso}
			}
		case strings.Contains(t.text, "-"):
			w := 0.4
			if t.sentence == 0 {
				w = 2.5 // the title names the page's own state first: "Latvia-Azerbaijan group meets"
			}
			for part := range strings.SplitSeq(t.text, "-") { // "U.S.-German"
				if e, n := f.gaz.Match([]string{part}, gazetteer.Country|gazetteer.Demonym); n == 1 && len(part) > 1 {
					f.note(e.ISO, w)
				}
				w = 0.4
			}
		}
	}
	return dateline
}

// receivers weighs the states that foreign envoys are sent to: their host
// speaks.
func (f *frame) receivers() {
	seen := map[string]bool{}
	for _, it := range f.items {
		if it.kind == kBody && (f.bodies[it.ref].class == "embassy" || f.tok[f.bodies[it.ref].nucleus].low == "high") {
			f.embassy(it)
		}
		if it.kind != kPost {
			continue
		}
		t := &f.posts[it.ref]
		if t.to.iso != "" && t.own.ok() && t.own.iso != "" && t.own.iso != t.to.iso {
			f.note(t.to.iso, receiverWeight)
		}
		if t.own.iso != "" && t.own.place && diplomats[f.noun(t)] && !seen[t.own.iso] {
			seen[t.own.iso] = true
			f.foreign = append(f.foreign, t.own.iso)
		}
	}
}

// embassy weighs the states of an embassy's name: "French Embassy in Chile".
func (f *frame) embassy(it item) {
	for i := it.first; i < it.last; i++ {
		t := &f.tok[i]
		prep := f.tok[max(i-1, 0)].low
		switch {
		case t.place.ok() && i > it.first && (prep == "to" || prep == "in"):
			f.note(f.entry(t.place).ISO, receiverWeight)
		case t.demonym.ok() && !slices.Contains(f.foreign, f.entry(t.demonym).ISO):
			f.foreign = append(f.foreign, f.entry(t.demonym).ISO)
		}
	}
}

// homologues adds the states of counterparts to the foreign ones: "his Argentine
// counterpart".
func (f *frame) homologues() {
	for i := range f.tok {
		d := f.tok[i].demonym
		if j := i + int(d.n); d.ok() && j < len(f.tok) && counterparts[f.tok[j].low] && !slices.Contains(f.foreign, f.entry(d).ISO) {
			f.foreign = append(f.foreign, f.entry(d).ISO)
		}
	}
}

// diplomats are posts that a state has abroad.
var diplomats = wordSet(`ambassador ambassadors envoy envoys commissioner commissioners consul nuncio d'affaires d’affaires attaché attache chargé charge counsellor plenipotentiary`)

func (f *frame) add(e *gazetteer.Entry, o owner) {
	weight := 1.0
	switch {
	case f.purpose(o.first), f.troubled(o.first):
		weight = 0
	}
	switch {
	case e.Kind == gazetteer.Country:
		f.note(e.ISO, 0.5*weight)
		if n, ok := f.names[e.ISO]; !ok || f.acronymLike(n) && !f.acronymLike(o) {
			f.names[e.ISO] = o
		}
	case !e.Has(gazetteer.Ambiguous):
		f.note(e.ISO, 0.3*weight)
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
