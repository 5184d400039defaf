package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// What bodies of the page a post without owner can belong to: the chamber of
// a legislator, the body that an officer serves, the one at the head of a list.

// assemblyPosts are posts of states that assemblies of several states have too.
var assemblyPosts = map[string]bool{"president": true, "vice-president": true, "vice president": true}

// takeAssembly gives a president the assembly of several states that the page
// is about, where no state is its own.
func (f *frame) takeAssembly(h *holding) bool {
	for _, iso := range f.states {
		if f.weight[iso] > maxWeight {
			return false // a dateline, an office
		}
	}
	var best *bodyCluster
	for _, c := range f.clusters {
		if c.class == "international" && len(c.mentions) >= 2 && assemblyNouns[c.words[len(c.words)-1]] && (best == nil || len(c.mentions) > len(best.mentions)) {
			best = c
		}
	}
	f.take(h, best)
	return best != nil
}

var assemblyNouns = wordSet(`assembly parliament pa pace forum council`)

// legislator tells whether a post is a seat in a chamber.
func (f *frame) legislator(h *holding) bool {
	return legislators[f.noun(h.post)] || h.post.has(gazetteer.Legislator) || f.noun(h.post) == "delegate"
}

// listOwner gives a seat the state or city of the one listed before: "Texas State
// Senator A, State Senator B and Representative C".
func (f *frame) listOwner(h *holding) bool {
	for n, p := 0, f.sides.lists[h.person]; p != nil && n < maxSide; n, p = n+1, f.sides.lists[p] {
		for _, g := range f.holdings[p] {
			if o := g.post.own; g.place && f.legislator(g) && !(o.ok() && f.tok[max(o.first-1, 0)].text == "for") { // an own constituency
				h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, true
				return true
			}
		}
	}
	return false
}

// deputiesOf are posts that states and chambers have under a president.
var deputiesOf = map[string]bool{"vice-president": true, "vice president": true, "vice-presidents": true, "vice presidents": true}

// deputizes gives a vice-president the chamber of the president whom the sentence
// or the one before names.
func (f *frame) deputizes(h *holding) bool {
	at := f.tok[f.items[h.tie.post].first].sentence
	for _, g := range f.list {
		s := f.tok[f.items[g.tie.post].first].sentence
		if s > at {
			break
		}
		if c := f.named(g.org); s >= at-1 && presidingWord(f.title(g.post)) && !g.place && c != nil && c.class == "legislature" {
			f.take(h, c)
			return true
		}
	}
	return false
}

// secretariatPosts are posts of bodies of several states.
var secretariatPosts = map[string]bool{"secretary general": true, "executive secretary": true, "deputy secretary general": true, "assistant secretary general": true}

// ofPerson gives "his spokesman" the state of the person named last before, and
// the body that he serves.
func (f *frame) ofPerson(h *holding, at int) {
	for k := len(f.items) - 1; k >= 0; k-- {
		if it := f.items[k]; it.kind == kPerson && it.last <= at {
			h.iso = f.personOf[k].Country
			for _, g := range f.list {
				if g.person == f.personOf[k] && g.org != "" && !g.place {
					h.org, h.orgAt = g.org, g.orgAt
				}
			}
			return
		}
	}
}

// takeMinistry gives a minister or deputy the ministry at which the sentence has
// him receive: "was received at the Ministry of Energy by Deputy Minister X".
func (f *frame) takeMinistry(h *holding, at int) bool {
	lo, _ := f.sentenceOf(at)
	for _, c := range f.clusters {
		for _, m := range c.mentions {
			i := m.first - 1
			if i > lo && f.tok[i].low == "the" {
				i--
			}
			if c.class == "ministry" && !c.bare && m.first < at && i >= lo && f.tok[i].low == "at" {
				f.take(h, c)
				f.orState(h)
				return true
			}
		}
	}
	return false
}

// takeHeader gives a post in a line of a list the body that the head of the list
// names: "The Secretariat's team members are:".
func (f *frame) takeHeader(h *holding) bool {
	first := f.items[h.tie.person].first
	if h.tie.person > h.tie.post || !f.opensListLine(first) {
		return false
	}
	par := f.paragraphOf(first)
	for n := 0; par > 0 && n < 40; n++ {
		par--
		s := f.doc.Sentences[f.doc.Paragraphs[par].Last-1]
		if f.tok[s.Last-1].text == ":" {
			return f.takeOnlyBody(h, s.First, s.Last)
		}
		if s.Last-f.doc.Sentences[f.doc.Paragraphs[par].First].First > 30 {
			return false
		}
	}
	return false
}

// takeOnlyBody gives a post the first body that tokens [lo, hi) name.
func (f *frame) takeOnlyBody(h *holding, lo, hi int) bool {
	var best *bodyCluster
	at := hi
	for _, c := range f.clusters {
		for _, m := range c.mentions {
			if m.first >= lo && m.first < at && !c.bare {
				best, at = c, m.first
			}
		}
	}
	f.take(h, best)
	return best != nil
}

// named gives the body of that name.
func (f *frame) named(name string) *bodyCluster {
	for _, c := range f.clusters {
		if c.body.Name == name {
			return c
		}
	}
	return nil
}

// bodyNoun tells whether the page names a body with that noun.
func (f *frame) bodyNoun(noun string) bool { return f.byNoun(noun, 0) != nil }

// byClass gives the body of a class that the text named last before token i.
func (f *frame) byClass(class string, i int) *bodyCluster {
	var best *bodyCluster
	at := -1
	for _, c := range f.clusters {
		if c.class != class || c.bare {
			continue
		}
		for _, m := range c.mentions {
			if m.first < i && m.first > at {
				best, at = c, m.first
			}
		}
	}
	return best
}

func (f *frame) take(h *holding, c *bodyCluster) {
	if c == nil || len(c.mentions) == 0 {
		return
	}
	m := c.mentions[0]
	h.org, h.orgAt = c.body.Name, f.span(m.first, m.last)
	if h.iso == "" {
		h.iso = c.body.Country
	}
}

// chamber gives the chamber that a legislator sits in: of his state, one that
// the title names ("Senator"), the one named last.
func (f *frame) chamber(h *holding, title string) *bodyCluster {
	noun := ""
	switch {
	case strings.Contains(title, "senator"):
		noun = "senate"
	case strings.Contains(title, "representative") || strings.Contains(title, "congress"):
		noun = "house"
	}
	for _, g := range f.list {
		if g != h && g.org != "" && presiding[f.noun(g.post)] && !presiding[title] && noun == "" && f.named(g.org) != nil {
			return f.named(g.org)
		}
	}
	taken := map[string]bool{}
	for _, g := range f.list {
		if g.person != h.person && presiding[title] && strings.EqualFold(f.title(g.post), title) {
			taken[g.org] = true
		}
	}
	at := f.items[h.tie.post].first
	iso := ""
	if noun == "" {
		iso = f.stateOf(h)
	}
	var best *bodyCluster
	for _, c := range f.clusters {
		if c.class != "legislature" && c.class != "chamber" || len(c.mentions) == 0 || taken[c.body.Name] || c.bare && bareNouns[c.words[0]] || c.words[0] == "commission" || c.words[0] == "committee" {
			continue
		}
		if noun != "" && !strings.Contains(strings.Join(c.words, " "), noun) || iso != "" && c.body.Country != "" && c.body.Country != iso {
			continue
		}
		if best == nil || c.mentions[0].first < at && c.mentions[0].first > best.mentions[0].first {
			best = c
		}
	}
	return best
}

// mainBody gives the body that an officer without owner serves: that of the
// last officer before, else the one that the page names first.
func (f *frame) mainBody(h *holding) *bodyCluster {
	if c := f.officerBefore(h); c != nil {
		return c
	}
	at := f.items[h.tie.post].first
	var best *bodyCluster
	last := -1
	for _, c := range f.clusters {
		for _, m := range c.mentions {
			if f.tok[m.first].sentence == f.tok[at].sentence && m.first < at && m.first > last && !c.bare && f.tok[h.post.head].shape == small {
				best, last = c, m.first
			}
		}
	}
	if best != nil {
		return best
	}
	most := 0
	for _, c := range f.clusters {
		before := 0
		for _, m := range c.mentions {
			if m.first < at {
				before++
			}
		}
		if c.owner && (before > most || before == most && before > 0 && c.mentions[0].first > last) {
			best, most, last = c, before, c.mentions[0].first
		}
	}
	return best
}

// officerBefore gives the body of the last officer before in the sentence.
func (f *frame) officerBefore(h *holding) *bodyCluster {
	at := f.items[h.tie.post].first
	var best *bodyCluster
	last := -1
	for _, g := range f.list {
		if i := f.items[g.tie.post].first; g != h && g.org != "" && !g.place && i < at && i > last && f.tok[i].sentence == f.tok[at].sentence {
			if c := f.named(g.org); c != nil {
				best, last = c, i
			}
		}
	}
	return best
}
