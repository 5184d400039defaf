package names

import "readout/pipeline/gazetteer"

// paired gives a plural post to a list in which each holder stands behind the
// place that owns the post: "the ambassadors of Latvia (A), Kenya (B) and Peru
// (C)", "the following ambassadors: Latvia – A, Kenya – B", "the ministers of
// Latvia, A, Kenya, B, and Peru, C", "the envoys of several states - Latvia A and
// Peru C". It tells whether it found such a list.
func (a *attacher) paired(k int) bool {
	t := &a.posts[a.items[k].ref]
	if !t.has(gazetteer.Plural) || !a.officeClause(k) || len(t.owns) > 0 {
		return false
	}
	_, hi := a.sentenceOf(a.items[k].first)
	own, i := t.own, a.items[k].last
	if !own.ok() && t.from.last == i {
		own = t.from // "the ministers from Latvia (A)"
	}
	if !own.place || own.last != i {
		for i < hi && a.tok[i].text != ":" && !(a.tok[i].text != "(" && a.tok[i].text != "," && pairMarks[a.tok[i].text]) {
			i++
		}
		own, i = a.placeAt(i+1, hi)
	}
	var list []tie
	bracket := false
	for j := k + 1; own.ok() && i < hi; {
		open := a.tok[i].text == "("
		if pairMarks[a.tok[i].text] {
			i++
		} else if a.tok[i].shape != capital && !a.tok[i].polite {
			break
		}
		for j < len(a.items) && a.items[j].first < i {
			j++
		}
		if j >= len(a.items) || a.items[j].kind != kPerson || a.items[j].first >= hi || a.between(i, a.items[j].first) != gapNone {
			break
		}
		list = append(list, tie{person: j, turn: own})
		if i = a.items[j].last; open && i < hi && a.tok[i].text == ")" {
			bracket = true
			i++
		}
		from := i
		for i < hi && (a.tok[i].text == "," || a.tok[i].text == ";" || a.tok[i].low == "and") {
			i++
		}
		if i == from {
			break
		}
		own, i = a.placeAt(i, hi)
	}
	if len(list) < 2 && !bracket {
		return false
	}
	for _, x := range list {
		ties := len(a.ties)
		a.tie(k, x.person, "shared-title")
		if len(a.ties) > ties {
			a.ties[ties].turn = x.turn
		}
	}
	return true
}

// pairMarks stand between a place and who is of it.
var pairMarks = wordSet(`( , – - — : --`)

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
