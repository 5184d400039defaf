package names

import "readout/pipeline/gazetteer"

// Posts of lists that are set in lines: a line with a name above the line with
// its post, a plural post in the line that opens a list of bare names.

// maxListLine is how many tokens a line of a list has at most.
const maxListLine = 30

// lines ties what stands in lines of their own.
func (a *attacher) lines() {
	opener := -1 // the plural post of the line that opened the list
	last := -1   // paragraph of the item before
	for k := range a.items {
		par := a.paragraphOf(a.items[k].first)
		if par == last {
			continue
		}
		if opener >= 0 && par != last+1 {
			opener = -1
		}
		last = par
		if a.opensList(par) {
			opener = a.listPost(k, par)
			continue
		}
		if !a.shortLine(par) {
			opener = -1
			continue
		}
		if opener >= 0 && a.placeLeads(k, par) {
			ties := len(a.ties)
			if a.tie(opener, k+1, "shared-title"); len(a.ties) > ties {
				a.ties[ties].turn = a.placeOwner(a.items[k].first)
			}
			continue
		}
		if a.items[k].kind != kPerson || !a.leadsLine(k, par) {
			continue
		}
		if next := a.postBelow(k, par); next >= 0 {
			a.tie(next, k, "apposition-after-name")
		} else if opener >= 0 && !a.hasPost(k, par) {
			a.tie(opener, k, "shared-title")
		}
	}
}

// paragraphBounds gives the tokens of a paragraph.
func (p *page) paragraphBounds(par int) (lo, hi int) {
	x := p.doc.Paragraphs[par]
	return p.doc.Sentences[x.First].First, p.doc.Sentences[x.Last-1].Last
}

// opensList tells whether a paragraph ends with a colon.
func (p *page) opensList(par int) bool {
	lo, hi := p.paragraphBounds(par)
	return hi > lo && p.tok[hi-1].text == ":"
}

// shortLine tells whether a paragraph can be a line of a list.
func (p *page) shortLine(par int) bool {
	lo, hi := p.paragraphBounds(par)
	return hi-lo <= maxListLine
}

// leadsLine tells whether item k opens its line, behind a bullet, a number and
// courtesy words.
func (a *attacher) leadsLine(k, par int) bool {
	lo, _ := a.paragraphBounds(par)
	for i := lo; i < a.items[k].first; i++ {
		if t := &a.tok[i]; t.shape != mark && t.shape != digits && !t.polite {
			return false
		}
	}
	return true
}

// placeLeads tells whether item k is a place that opens its line, before a mark and the
// name of who is of it: "Italy – Ana Lind".
func (a *attacher) placeLeads(k, par int) bool {
	it := a.items[k]
	if it.kind != kPlace || k+1 >= len(a.items) || a.items[k+1].kind != kPerson || !a.leadsLine(k, par) || !a.tok[it.first].place.ok() {
		return false
	}
	return a.tok[it.last].text != "," && pairMarks[a.tok[it.last].text] && a.paragraphOf(a.items[k+1].first) == par && a.between(it.last+1, a.items[k+1].first) == gapNone
}

// listPost gives the post, from item k on, that the last sentence of an opening
// line gives to the names below: a plural one that nobody holds yet.
func (a *attacher) listPost(k, par int) int {
	from := a.doc.Sentences[a.doc.Paragraphs[par].Last-1].First
	for ; k < len(a.items) && a.paragraphOf(a.items[k].first) == par; k++ {
		if a.items[k].kind != kPost || a.items[k].first < from || len(a.owned[k]) > 0 {
			continue
		}
		if t := &a.posts[a.items[k].ref]; t.has(gazetteer.Plural) && a.officeClause(k) && (t.own.ok() || !memberNouns[a.noun(t)]) {
			return k
		}
	}
	return -1
}

// memberNouns tell of somebody's part in what is listed, and no post.
var memberNouns = wordSet(`members officials representatives delegates leaders experts envoys dignitaries`)

// postBelow gives the post that is the line below a line with nothing but a
// name, -1 where there is none.
func (a *attacher) postBelow(k, par int) int {
	_, hi := a.paragraphBounds(par)
	if a.items[k].last < hi-1 || a.items[k].last == hi-1 && a.tok[hi-1].text != "," || par+1 >= len(a.doc.Paragraphs) || !a.shortLine(par+1) || a.opensList(par+1) {
		return -1
	}
	if k+2 < len(a.items) && a.loneBody(k+1, par+1) && a.shortLine(min(par+2, len(a.doc.Paragraphs)-1)) {
		k, par = k+1, par+1 // a table with the party between name and post
	}
	if k+1 >= len(a.items) || a.items[k+1].kind != kPost || a.paragraphOf(a.items[k+1].first) != par+1 || !a.leadsLine(k+1, par+1) || len(a.owned[k+1]) > 0 {
		return -1
	}
	if _, end := a.paragraphBounds(par + 1); a.tok[end-1].text == "." && a.items[k+1].last < end-1 || a.inTitle(k) {
		return -1
	}
	return k + 1
}

// loneBody tells whether item k is a body that is all of paragraph par.
func (a *attacher) loneBody(k, par int) bool {
	if a.items[k].kind != kBody || a.paragraphOf(a.items[k].first) != par {
		return false
	}
	lo, hi := a.paragraphBounds(par)
	return a.items[k].first == lo && a.items[k].last >= hi-1
}

// hasPost tells whether the line of item k names a post.
func (a *attacher) hasPost(k, par int) bool {
	for j := k + 1; j < len(a.items) && a.paragraphOf(a.items[j].first) == par; j++ {
		if a.items[j].kind == kPost {
			return true
		}
	}
	return false
}
