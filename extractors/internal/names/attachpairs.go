package names

import "readout/pipeline/gazetteer"

// paired gives a plural post to a list in which each holder stands behind the
// place that owns the post: "the ambassadors of Latvia (A), Kenya (B) and Peru
// (C)", "the following ambassadors: Latvia – A, Kenya – B".
func (a *attacher) paired(k int) {
	t := &a.posts[a.items[k].ref]
	if !t.has(gazetteer.Plural) || !a.officeClause(k) {
		return
	}
	lo, hi := a.sentenceOf(a.items[k].first)
	own, i := t.own, a.items[k].last
	if !own.place || own.last != i || len(t.owns) > 0 {
		for i < hi && a.tok[i].text != ":" {
			i++
		}
		own, i = a.placeAt(i+1, hi)
	}
	for j := k + 1; own.ok() && j < len(a.items) && i < hi; {
		if !pairMarks[a.tok[i].text] {
			return
		}
		bracket := a.tok[i].text == "("
		for j < len(a.items) && a.items[j].first <= i {
			j++
		}
		if j >= len(a.items) || a.items[j].kind != kPerson || a.items[j].first >= hi || a.items[j].first < lo || a.between(i+1, a.items[j].first) != gapNone {
			return
		}
		ties := len(a.ties)
		a.tie(k, j, "shared-title")
		if len(a.ties) > ties {
			a.ties[ties].turn = own
		}
		if i = a.items[j].last; bracket && i < hi && a.tok[i].text == ")" {
			i++
		}
		from := i
		for i < hi && (a.tok[i].text == "," || a.tok[i].text == ";" || a.tok[i].low == "and") {
			i++
		}
		if i == from {
			return
		}
		own, i = a.placeAt(i, hi)
	}
}

// pairMarks stand between a place and who is of it.
var pairMarks = wordSet(`( – - — : --`)

// placeAt gives the place that stands at token i, behind an article, and the
// token after it; no owner where none does.
func (a *attacher) placeAt(i, hi int) (owner, int) {
	if i < hi && a.tok[i].low == "the" {
		i++
	}
	if i >= hi || !a.tok[i].place.ok() {
		return owner{}, i
	}
	o := a.placeOwner(i)
	return o, o.last
}
