package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// context finds the owner of the posts that the phrase leaves without: from
// the same post elsewhere on the page, from the body that the title's own
// words point to, from the state or body that the page is about.
func (f *frame) context(list []*holding) {
	f.list = list
	f.holdings = map[*Person][]*holding{}
	for _, h := range list {
		f.holdings[h.person] = append(f.holdings[h.person], h)
		f.held[h.tie.post] = true
	}
	f.nameStates(list)
	f.sides.tell(list, f.out.People)
	titles := f.newTitles(list)
	done := map[string]*holding{}
	var last []*holding
	for _, h := range list {
		if h.org != "" || h.post.to.ok() || f.possessor(h) == nil && titles.same(h) {
			continue
		}
		if h.short = titles.short(h); h.short {
			continue
		}
		key := h.person.Name + "\n" + f.key(h.post.core, h.post.coreEnd)
		if g := done[key]; g != nil {
			h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, g.place
			titles.owned(h)
			continue
		}
		done[key] = h
		if h.post.has(gazetteer.PostNominal) {
			last = append(last, h)
			continue
		}
		f.fill(h)
		f.nationality(h)
		titles.owned(h)
	}
	for _, h := range last {
		f.fill(h)
		f.nationality(h)
	}
	for _, h := range list {
		f.country(h)
	}
}

// nameStates gives the owners that are adjectives the name that the text has
// for the state: "Turkish" where it writes "Türkiye".
func (f *frame) nameStates(list []*holding) {
	for _, h := range list {
		o := h.post.own
		if !o.ok() {
			o = h.tie.beside
		}
		if h.tie.turn.ok() {
			o = h.tie.turn
		}
		if !o.ok() || !o.place || !f.tok[o.first].demonym.ok() || f.tok[o.first].place.ok() {
			continue
		}
		if n, ok := f.names[o.iso]; ok {
			h.org = f.ownerName(n)
		} else if s := f.short[o.iso]; s != "" {
			h.org = s
		}
	}
}

// fill gives a post without owner the body or state that the page points to.
func (f *frame) fill(h *holding) {
	if g := f.filled[h.tie.post]; g != nil { // shared with another
		h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, g.place
		return
	}
	f.filled[h.tie.post] = h
	head := strings.TrimSuffix(f.noun(h.post), "s")
	title := strings.ToLower(f.title(h.post))
	at := f.items[h.tie.post].first
	if c := f.possessor(h); c != nil {
		f.take(h, c)
		return
	}
	if w := f.tok[max(at-1, 0)].low; w == "his" || w == "her" || w == "their" {
		f.ofPerson(h, at)
		return
	}
	switch {
	case presidingWord(title) && f.presides(h):
	case f.legislator(h) && f.listOwner(h), deputiesOf[title] && f.deputizes(h):
	case strings.Contains(" "+title, " mission") || strings.Contains(title, "observer"):
		f.takeMission(h, at)
	case strings.Contains(title, "high commissioner"): // of the sending state, which the page need not tell
	case strings.Contains(title, "of the secretary-general"), strings.HasPrefix(title, "high representative"):
		f.take(h, f.bodyOf[map[bool]string{true: "european union", false: "united nations"}[strings.HasPrefix(title, "high representative")]])
	case academic[head] || head == "chancellor" && f.bodyNoun("university"):
		for _, noun := range []string{"university", "college", "institute", "academy", "school"} {
			if c := f.byNoun(noun, at); c != nil {
				f.take(h, c)
				return
			}
		}
	case strings.Contains(title, "mayor"):
		f.city(h)
	case h.post.has(gazetteer.PostNominal) && h.tie.person < h.tie.post:
		f.ownersState(h)
	case strings.HasPrefix(head, "council") && f.bodyNoun("council"):
		f.take(h, f.byNoun("council", at))
		f.orState(h)
	case head == "commissioner" && !strings.Contains(title, "high") && !strings.Contains(title, "police") && f.bodyNoun("commission"):
		f.take(h, f.byNoun("commission", at))
		f.orState(h)
	case (head == "commissioner" || head == "magistrate" || head == "member") && f.officerBefore(h) != nil:
		f.take(h, f.officerBefore(h))
	case presiding[head] || legislators[head] || h.post.has(gazetteer.Legislator) || strings.HasSuffix(title, "majority leader") || strings.HasSuffix(title, "minority leader"):
		f.take(h, f.chamber(h, title))
		f.orState(h)
		if h.org == "" && !strings.HasPrefix(title, "senat") && !presiding[head] && !h.post.has(gazetteer.PostNominal) {
			f.takeState(h)
		}
	case (!h.post.has(gazetteer.State) || strings.Contains(title, "advis")) && f.takeHeader(h):
	case strings.Contains(title, "minister") && f.takeMinistry(h, at):
	case assemblyPosts[title] && f.takeAssembly(h):
	case h.post.has(gazetteer.State) && (!bodyPosts[head] || title == "cabinet member"):
		f.takeState(h)
	case h.post.coreEnd <= h.post.head+2 && officers[head] || secretariatPosts[title] || strings.HasSuffix(title, "vice president") || strings.HasSuffix(title, "leader") && !strings.HasPrefix(title, "opposition") && f.tok[h.post.head].shape == small:
		f.take(h, f.mainBody(h))
	}
}

// takeMission gives a post of a mission the mission that the page names.
func (f *frame) takeMission(h *holding, at int) {
	if f.take(h, f.byNoun("mission", at)); h.org != "" {
		return
	}
	if o := f.sentBody("mission", at); o.ok() {
		h.org, h.orgAt, h.iso = f.ownerName(o), f.span(o.first, o.last), o.iso
	}
}

// orState sets the state of a holder whose body does not tell it.
func (f *frame) orState(h *holding) {
	if h.iso == "" {
		h.iso = f.stateOf(h)
	}
}

// presides tells whether the person has a presiding post with an owner: then
// "Speaker X" is a variant of it.
func (f *frame) presides(h *holding) bool {
	for _, g := range f.list {
		if g != h && g.person == h.person && g.org != "" && presidingWord(f.title(g.post)) {
			h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, g.place
			return true
		}
	}
	return false
}

// possessor gives the body that "its" before a post stands for: the one named
// last before it.
func (f *frame) possessor(h *holding) *bodyCluster {
	at := f.items[h.tie.post].first
	lo, _ := f.sentenceOf(at)
	if at <= 0 {
		return nil
	}
	switch f.tok[at-1].low {
	case "’s", "'s": // "the party's secretary"
		if w := &f.tok[at-2]; at-2 >= lo && w.shape == small && w.head.ok() {
			return f.byClass(f.entry(w.head).Class, at)
		}
		return nil
	case "its", "whose":
	default:
		return nil
	}
	if at-2 < lo && f.tok[at].sentence > 0 {
		lo = f.doc.Sentences[f.tok[at].sentence-1].First
	}
	for i := at - 2; i >= lo; i-- {
		t := &f.tok[i]
		if t.head.ok() && t.shape == capital && i > lo && f.tok[i-1].low == "the" {
			if c := f.byNoun(t.low, i); c != nil {
				return c
			}
		}
		for _, c := range f.clusters {
			for _, m := range c.mentions {
				if m.last == i+1 {
					return c
				}
			}
		}
	}
	return nil
}

// ownersState gives a seat behind the name the state of the holder's other
// post: "Ana Lind, M.P., Minister of Fisheries".
func (f *frame) ownersState(h *holding) {
	for _, g := range f.list {
		if g != h && g.person == h.person && g.iso != "" {
			h.iso = g.iso
			if g.place && g.rule != "title-before-name" {
				h.org, h.orgAt, h.place = g.org, g.orgAt, g.place
			}
			return
		}
	}
	h.iso = f.stateOf(h)
}

// city gives a mayor the city named last before him, else the dateline's.
func (f *frame) city(h *holding) {
	at := f.items[h.tie.post].first
	for i := at - 1; i >= 0; i-- {
		m := f.tok[i].place
		if !m.ok() || f.entry(m).Kind != gazetteer.City {
			continue
		}
		o := f.placeOwner(i)
		h.org, h.orgAt, h.iso, h.place = f.ownerName(o), f.span(o.first, o.last), o.iso, true
		return
	}
	h.iso = f.stateOf(h)
}

func (f *frame) takeState(h *holding) {
	h.iso = f.stateOf(h)
	if h.iso == "" || h.iso == "US" {
		return
	}
	if o, ok := f.names[h.iso]; ok {
		h.org, h.orgAt, h.place = f.ownerName(o), f.span(o.first, o.last), true
		return
	}
	o, ok := f.adjectives[h.iso]
	if !ok || !f.tok[o.first].demonym.ok() {
		return // only a city of the state is named
	}
	if h.org = f.short[h.iso]; h.org == "" {
		h.org = f.gaz.CountryName(h.iso)
	}
	h.orgAt, h.place = f.span(o.first, o.last), true
}

// wholeNation tells whether a chamber's name says whose it is by words that any
// state may use: "House of Representatives", "Congress of the Republic".
func wholeNation(words []string) bool {
	for _, w := range words {
		if !functionWords[w] && !nationWords[w] {
			return false
		}
	}
	return true
}

var nationWords = wordSet(`house chamber congress council senate assembly representatives deputies commons lords people peoples republic state nation national
	elders delegates federation councillors citizens`)

// ofInternational tells whether the name of a body begins with that of an
// international one: "EU Delegation", "OSCE Mission".
func (f *frame) ofInternational(c *bodyCluster) bool {
	for _, m := range c.mentions {
		t := &f.tok[m.first]
		if t.body.ok() && f.entry(t.body).Class == "international" {
			return true
		}
	}
	return false
}

// country gives a holder of a post of a state's own body the state that the
// page speaks of, where the body's name does not tell it.
func (f *frame) country(h *holding) {
	if h.iso != "" || h.org == "" || h.person.Country != "" {
		return
	}
	if h.place {
		if f.legislator(h) {
			h.iso = f.stateOf(h) // a constituency
		}
		return
	}
	c := f.named(h.org)
	if c != nil && c.class != "" && !supranational[c.class] && !f.ofInternational(c) && (c.class != "legislature" || c.entry != "" || wholeNation(c.words) || !strings.Contains(h.org, " of ")) {
		h.iso = f.stateOf(h)
	}
}

var (
	presiding   = wordSet(`speaker toraga marshal`)
	legislators = wordSet(`senator senators mp mps mk mks td tds msp mep lawmaker parliamentarian whip representative congressman congresswoman assemblymember deputy`)
	academic    = wordSet(`rector vice-rector dean provost vice-chancellor pro-rector`)
	officers    = wordSet(`treasurer secretary-general secretary president vice-president chairman chairperson chairwoman chair co-chair co-chairman co-chairperson co-chairwoman vice-chair co-president`)
	bodyPosts   = wordSet(`spokesperson spokesman spokeswoman director head chairman chairperson chairwoman chair member leader president-designate manager officer treasurer`)
	// supranational are the classes of bodies that need belong to no state.
	supranational = wordSet(`international mission association company bank agency media church delegation university`)
)
