package names

import "readout/pipeline/gazetteer"

// The owner behind the noun of a post: "of the Republic of Austria", "of the
// Senate", "at the Bank of Kigali".

// ownerAfter takes "of the Republic of Austria", "of the Senate", "at the
// Bank of Kigali".
func (f *postFinder) ownerAfter(t post, i, hi, depth int, prep string) bool {
	if t.own.after(t.head) {
		return f.parentBody(t, i, hi, depth, prep)
	}
	if prep == "with" {
		return false
	}
	if prep == "on" {
		return f.seatOn(t, i, hi, depth)
	}
	grown := f.stateAfter(t, i, hi, depth, prep)
	if prep == "of" {
		grown = f.sentOwner(t, i, hi, depth) || grown
	}
	if f.administrative(i, hi) { // "Mayor of the City of Turku"
		f.unknownAfter(t, i, hi)
		grown = true
	}
	for _, k := range f.starts[i] {
		c := &f.bodies[k]
		if c.generic && (f.tok[c.nucleus].shape == small && prep != "of" && prep != "at" && prep != "in" || prep == "for") {
			continue
		}
		if prep == "for" && (t.own.ok() || t.has(gazetteer.HasField)) {
			continue
		}
		if t.has(gazetteer.HasField) && prep == "of" && !c.known && !f.properWithin(c.first, c.last) && f.tok[c.nucleus].head.ok() && !strongClasses[c.class] {
			continue // "Minister of Public Administration"
		}
		u := t
		u.takeOwner(owner{first: c.first, last: c.last, generic: c.generic})
		if c.acronym && c.last < hi && f.tok[c.last].text == "System" {
			u.last, u.own.last = c.last+1, c.last+1 // "Resident Coordinator of the UN System"
		}
		u.score += 0.3 + c.score + segmentCost
		if w := &f.tok[min(c.last, hi-1)]; c.last < hi && w.shape == small && w.head.ok() && c.nucleus < c.last {
			u.score -= 2 // "PACE" of "Head of the PACE delegation"
		}
		if c.first < c.nucleus && f.tok[c.nucleus].shape == small && f.tok[t.head].low == "head" {
			u.score++ // a delegation has a head
		}
		f.growRight(u, hi, depth+1)
		if end := f.possessedBody(c.last, hi); end > c.last { // "head of the European Parliament's delegation"
			u.last, u.own.last, u.own.generic = end, end, false
			u.score += 0.5 * float64(end-c.last)
			f.growRight(u, hi, depth+1)
		}
		grown = true
	}
	return grown
}

// stateAfter takes a place behind the noun of a post, or the body that is the place's
// own: "of the Republic of Austria", "of Kenya's central bank", "of the Kenyan navy".
func (f *postFinder) stateAfter(t post, i, hi, depth int, prep string) bool {
	grown := false
	if n := f.placeUnit(i, hi); n > 0 && (prep == "of" || prep == "at") && (f.entry(f.tok[i].place).ISO != "" || t.coreEnd == t.head+1) {
		u := t
		u.takeOwner(owner{first: i, last: i + n, place: true, iso: f.entry(f.tok[i].place).ISO})
		u.score += 0.3 + float64(n)
		f.growRight(u, hi, depth+1)
		if t.has(gazetteer.Plural) {
			f.placesInOrder(u, hi)
		}
		f.possessedOwner(t, i, i+n, hi, depth)
		grown = true
	} else if w := &f.tok[i]; w.demonym.ok() && prep == "of" { // "commander of the Kenyan armed forces"
		if n := int(w.demonym.n); i+n < hi && f.tok[i+n].shape == small {
			if last := f.possessedBody(i+n-1, hi); last > i+n {
				u := t
				u.takeOwner(owner{first: i, last: last, iso: f.entry(w.demonym).ISO})
				u.score += 1.3 + 0.5*float64(last-i)
				f.growRight(u, hi, depth+1)
				grown = true
			}
		}
	} else if w := &f.tok[i]; w.shape == small && possessors[w.low] && prep == "of" {
		grown = f.possessedOwner(t, i, i+1, hi, depth)
	}
	return grown
}

// seatOn takes the court or board on which the holder sits: "Justice on the Supreme
// Court", "member on the Board of Trustees".
func (f *postFinder) seatOn(t post, i, hi, depth int) bool {
	grown := false
	if t.has(gazetteer.HasField) || t.own.ok() {
		return false
	}
	for _, k := range f.starts[i] {
		c := &f.bodies[k]
		if c.generic || f.tok[c.nucleus].shape == small || c.class != "court" && c.class != "committee" && c.class != "council" && c.class != "commission" {
			continue
		}
		u := t
		u.takeOwner(owner{first: c.first, last: c.last})
		u.score += 0.3 + c.score + segmentCost
		f.growRight(u, hi, depth+1)
		grown = true
	}
	return grown
}

// possessedOwner takes the body of a state, or of a body that a noun stands for, at
// [first, end) with the words that tell whose it is: "speaker of Ghana's
// parliament", "head of the country's armed forces".
func (f *postFinder) possessedOwner(t post, first, end, hi, depth int) bool {
	if end+1 >= hi || !isPossessive(f.tok[end].text) {
		return false
	}
	last, gain := f.possessedBody(end, hi), 1.3
	for _, k := range f.starts[end+1] {
		if c := &f.bodies[k]; c.last >= last {
			last, gain = c.last, max(gain, c.score+segmentCost+1)
		}
	}
	if last == end {
		return false
	}
	iso := ""
	if m := f.tok[first].place; m.ok() {
		iso = f.entry(m).ISO
	}
	t.takeOwner(owner{first: first, last: last, iso: iso})
	t.last, t.own.last = last, last
	t.score += gain + 0.5*float64(last-first)
	f.growRight(t, hi, depth+1)
	return true
}

// placesInOrder takes the further states behind a plural post: "the prime
// ministers of Estonia, Latvia and Lithuania, A, B and C".
func (f *postFinder) placesInOrder(t post, hi int) {
	owns := []owner{t.own}
	i := t.last
	for i+1 < hi && (f.tok[i].text == "," || f.tok[i].text == "and") {
		j := i + 1
		if f.tok[i].text == "," && f.tok[j].text == "and" {
			j++
		}
		if j < hi && f.tok[j].low == "the" {
			j++
		}
		if j >= hi || !f.tok[j].place.ok() || f.entry(f.tok[j].place).ISO == "" {
			break
		}
		o := f.placeOwner(j)
		owns = append(owns, o)
		t.score += float64(f.tok[j].place.n) + 0.3
		i = o.last
	}
	if len(owns) > 1 {
		t.owns, t.last = owns, i
		f.out = append(f.out, t)
	}
}

// possessedBody gives the end of "'s delegation", "'s election observation
// mission" behind a body or state, i where there is none.
func (f *postFinder) possessedBody(i, hi int) int {
	if i+1 >= hi || !isPossessive(f.tok[i].text) && !f.tok[i].demonym.ok() {
		return i
	}
	for j := i + 1; j < hi && j-i < 5 && (f.tok[j].shape == small || f.tok[j].place.ok()); j++ {
		if w := &f.tok[j]; w.shape == small && possessed[w.low] || w.head.ok() && loweredClasses[f.entry(w.head).Class] {
			return j + max(1, int(w.head.n))
		}
	}
	return i
}

// possessed are nouns, beside those of names in small letters, that make a body of
// what a state or body has.
var possessed = wordSet(`office branch parliament army navy forces bank police cabinet senate assembly legislature secretariat bureau department
	wing council chamber house court`)

// placeUnit gives the number of tokens of a place at i with the noun of its unit
// behind it: "Osh Region". Where a further English word goes on it is a
// piece of some other name: "Nile Breweries".
func (f *postFinder) placeUnit(i, hi int) int {
	n := int(f.tok[i].place.n)
	if n == 0 || i+n >= hi || f.tok[i+n].shape != capital {
		return n
	}
	switch w := &f.tok[i+n]; {
	case placeNouns[w.low]:
		return n + 1
	case w.vocab && !w.title.ok() && !w.polite && !f.isFunction(i+n) && !w.heading && f.entry(f.tok[i].place).Kind != gazetteer.Country:
		return 0
	}
	return n
}

// parentBody runs over the body that the owner is a part of: "Director of the
// Department of X at the Ministry of Y".
func (f *postFinder) parentBody(t post, i, hi, depth int, prep string) bool {
	if prep != "at" && prep != "in" || t.own.place || t.own.generic {
		return false
	}
	grown := false
	for _, k := range f.starts[i] {
		c := &f.bodies[k]
		if c.generic || c.acronym && prep == "in" || f.tok[c.nucleus].shape == small {
			continue
		}
		u := t
		u.last = c.last
		u.score += 0.3 + c.score + segmentCost
		f.growRight(u, hi, depth+1)
		grown = true
	}
	return grown
}

// strongClasses are the classes of bodies that a minister or secretary can
// belong to.
var strongClasses = wordSet(`ministry legislature commission council court international embassy mission committee party university`)

// administrative tells whether a unit of administration with its name stands
// at i: "City of Turku", "State of Texas".
func (f *postFinder) administrative(i, hi int) bool {
	return i+2 < hi && f.tok[i].shape == capital && placeNouns[f.tok[i].low] && f.tok[i+1].text == "of" && f.tok[i+2].shape == capital
}

func (t *post) takeOwner(o owner) {
	if !t.own.ok() {
		t.own = o
	}
	t.last = o.last
}

// unknownAfter takes one to three unknown names as the owner: "Mayor of
// Zadar", "Mayor of the City of Turku".
func (f *postFinder) unknownAfter(t post, i, hi int) {
	first, place := i, false
	if f.administrative(i, hi) {
		i, place = i+2, true
		t.score += 2
	}
	for n := 1; n <= 4 && i+n <= hi; n++ {
		w := &f.tok[i+n-1]
		if n > 1 && w.shape == small && particles[w.text] && i+n < hi && f.tok[i+n].shape == capital {
			continue // "Porto Novo da Ribeira"
		}
		if w.shape != capital && w.shape != upper && w.shape != mixed || functionWords[w.low] || w.title.ok() || w.polite || months[w.low] || w.demonym.ok() {
			return
		}
		u := t
		u.takeOwner(owner{first: first, last: i + n, place: place})
		u.score += 0.3 - 0.2*float64(n)
		if w.shape != capital {
			u.score += 0.5
		}
		if n > 1 && placeNouns[w.low] && !f.tok[i+n-2].vocab { // "Bayelsa State"
			u.own.place = true
			u.score++
		}
		if w.place.ok() {
			u.own.iso = f.entry(w.place).ISO
			u.score += 1
		}
		f.out = append(f.out, u)
	}
}
