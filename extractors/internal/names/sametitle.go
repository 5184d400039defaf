package names

import "strings"

// titles finds the posts of a page that have the same words, or words of which
// others are a short form, without going over all holdings for each.
type titles struct {
	*frame
	owners  map[titleOf]*holding        // the first holding of a person and title that has an owner
	order   map[*holding]int            // place in the list
	taken   map[titleOwner]*Person      // who holds the title with the owner; nil: several do
	unheld  map[string][]*post          // by title: posts of nobody named, one of each owner
	written map[*Person]map[string]bool // titles of a person as they are shown, in small letters
	shorter map[titleOf]bool            // answers of short
}

// titleOf is the title of a person.
type titleOf struct {
	person *Person
	title  string
}

// titleOwner is a title with who it belongs to.
type titleOwner struct{ title, owner string }

func (f *frame) newTitles(list []*holding) *titles {
	t := &titles{
		frame: f, owners: map[titleOf]*holding{}, order: map[*holding]int{}, taken: map[titleOwner]*Person{},
		unheld: map[string][]*post{}, written: map[*Person]map[string]bool{}, shorter: map[titleOf]bool{},
	}
	for i, h := range list {
		t.order[h] = i
		t.owned(h)
		if t.written[h.person] == nil {
			t.written[h.person] = map[string]bool{}
		}
		t.written[h.person][strings.ToLower(f.title(h.post))] = true
	}
	seen := map[titleOwner]bool{}
	for k, it := range f.items {
		if it.kind != kPost || f.held[k] || f.tok[it.first].heading {
			continue
		}
		p := &f.posts[it.ref]
		if !p.own.ok() || p.own.generic || p.last-p.first < 2 {
			continue
		}
		o := titleOwner{f.key(p.core, p.coreEnd), f.ownerName(p.own)}
		if !seen[o] {
			seen[o] = true
			t.unheld[o.title] = append(t.unheld[o.title], p)
		}
	}
	return t
}

// owned takes up a holding that may have been given an owner.
func (t *titles) owned(h *holding) {
	if h.org == "" {
		return
	}
	title := t.key(h.post.core, h.post.coreEnd)
	of := titleOf{h.person, title}
	if g := t.owners[of]; g == nil || t.order[h] < t.order[g] {
		t.owners[of] = h
	}
	o := titleOwner{title, h.org}
	if p, ok := t.taken[o]; !ok {
		t.taken[o] = h.person
	} else if p != h.person {
		t.taken[o] = nil
	}
}

// same takes the owner of another post with the same words: of the same
// person, or of nobody named.
func (t *titles) same(h *holding) bool {
	title := t.key(h.post.core, h.post.coreEnd)
	if g := t.owners[titleOf{h.person, title}]; g != nil {
		h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, g.place
		return true
	}
	for _, p := range t.unheld[title] {
		if holder, ok := t.taken[titleOwner{title, t.ownerName(p.own)}]; ok && holder != h.person {
			continue
		}
		t.setOwner(h, p.own)
		t.owned(h)
		return h.org != ""
	}
	return false
}

// short tells whether a post is the short form of another of the same
// person, whose owner is its own: "Special Representative Lind".
func (t *titles) short(h *holding) bool {
	of := titleOf{h.person, strings.ToLower(t.title(h.post))}
	found, known := t.shorter[of]
	if known {
		return found
	}
	for full := range t.written[h.person] {
		if len(full) > len(of.title) && variant(full, of.title) {
			found = true
			break
		}
	}
	t.shorter[of] = found
	return found
}
