package names

import "readout/pipeline/gazetteer"

// context finds the owner of the posts that the phrase leaves without: from
// the same post elsewhere on the page, from the state or body that the page
// is about.
func (b *builder) context(list []*holding) {
	f := b.frame(list)
	for _, h := range list {
		if h.org != "" || h.post.to.ok() {
			continue
		}
		if b.sameTitle(h, list) {
			continue
		}
		f.fill(h)
	}
}

// sameTitle takes the owner of another post with the same words: of the same
// person, or of nobody named.
func (b *builder) sameTitle(h *holding, list []*holding) bool {
	title := b.key(h.post.core, h.post.coreEnd)
	for _, g := range list {
		if g.person == h.person && g != h && g.org != "" && b.key(g.post.core, g.post.coreEnd) == title {
			h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, g.place
			return true
		}
	}
	held := map[int]bool{}
	for _, g := range list {
		held[g.tie.post] = true
	}
	for k, it := range b.items {
		if it.kind != kPost || held[k] {
			continue
		}
		t := &b.posts[it.ref]
		if t.own.ok() && !t.own.generic && t.last-t.first > 1 && b.key(t.core, t.coreEnd) == title {
			b.setOwner(h, t.own)
			return h.org != ""
		}
	}
	return false
}

// frame is the state that the page speaks from.
type frame struct {
	*builder
	list []*holding
	home string // ISO
	name owner  // the first words of the text that name it
}

// frame weighs the states that the page names: the dateline's city, the
// owners of its bodies and posts, how often and how early they stand.
func (b *builder) frame(list []*holding) *frame {
	f := &frame{builder: b, list: list}
	score := map[string]float64{}
	names := map[string]owner{}
	var order []string
	add := func(iso string, w float64) {
		if iso == "" {
			return
		}
		if _, ok := score[iso]; !ok {
			order = append(order, iso)
		}
		score[iso] += w
	}
	for i := range b.tok {
		t := &b.tok[i]
		if t.shape == small {
			continue
		}
		if m := t.place; m.ok() {
			e := b.entry(m)
			w := 1.0
			if e.Kind != gazetteer.Country {
				w = 0.7
			}
			if b.isDateline(i, i+int(m.n)) {
				w = 4
			}
			if e.Kind == gazetteer.Country || w == 4 || !e.Has(gazetteer.Ambiguous) {
				add(e.ISO, w)
			}
			if e.Kind == gazetteer.Country {
				o := owner{first: i, last: i + int(m.n), place: true, iso: e.ISO}
				if _, ok := names[e.ISO]; !ok && t.shape != upper {
					names[e.ISO] = o
				}
			}
		} else if m := t.demonym; m.ok() {
			add(b.entry(m).ISO, 0.8)
		}
	}
	best := 0.0
	for _, iso := range order {
		if score[iso] > best {
			best, f.home = score[iso], iso
		}
	}
	f.name = names[f.home]
	return f
}

// isDateline tells whether tokens [i, j) are the place that a report is dated
// from: at the head of a paragraph, before a dash, a colon or a date.
func (b *builder) isDateline(i, j int) bool {
	lo, hi := b.sentenceOf(i)
	if i != lo || j >= hi {
		return false
	}
	switch b.tok[j].text {
	case "–", "-", "--", "—", ":", "(", "/":
		return true
	case ",", ".":
		return b.tok[i].shape == upper || j+1 < hi && (months[b.tok[j+1].low] || b.tok[j+1].shape == digits)
	}
	return false
}

// fill gives a post without owner the state of the frame, where a state can
// stand for its body.
func (f *frame) fill(h *holding) {
	if !h.post.has(gazetteer.State) || f.home == "" {
		return
	}
	h.iso = f.home
	if f.home == "US" {
		return
	}
	if f.name.ok() {
		h.org, h.orgAt, h.place = f.ownerName(f.name), f.span(f.name.first, f.name.last), true
	}
}
