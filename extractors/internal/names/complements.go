package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// What stands behind the noun of a post: its owner, the post that it serves,
// the receiving state of an envoy. Its field stands in fields.go.

// postPrepositions tie a complement to the noun of a post.
var postPrepositions = wordSet(`of for to on in at with from`)

// growRight adds the candidates with what stands behind the noun.
func (f *postFinder) growRight(t post, hi, depth int) {
	f.out = append(f.out, t)
	i := t.last
	if depth == 0 {
		if end, field := f.gloss(i, hi); end > i {
			if i = end; field {
				u := t
				u.last, u.coreEnd = end, end
				u.score += 0.5 * float64(end-t.last)
				f.growRight(u, hi, 1)
			}
		}
		f.bareOwner(t, i, hi)
		f.moreField(t, i, hi)
	}
	if depth > 5 || i+1 >= hi || !postPrepositions[f.tok[i].text] {
		return
	}
	prep, article := f.tok[i].text, false
	i++
	if f.tok[i].low == "the" || f.tok[i].low == "its" {
		article = true
		i++
	}
	if article {
		i = f.pastStance(i, hi)
	}
	if i >= hi {
		return
	}
	switch prep {
	case "to":
		if isEnvoy(f.tok[t.head].low) && f.receiver(t, i, hi, depth) {
			return
		}
	case "in", "from":
		f.location(t, i, hi, depth)
		return
	}
	if !(prep == "to" && t.own.ok()) && f.otherPost(t, i, hi, depth, article) {
		return
	}
	grown := f.ownerAfter(t, i, hi, depth, prep)
	if !grown && article && prep == "of" && !t.own.ok() && !t.has(gazetteer.HasField) {
		grown = f.namedUnit(t, i, hi)
	}
	if !grown && prep != "at" && !(prep == "to" && f.tok[i].shape == small && !article) {
		grown = f.field(t, i, hi, depth, prep, article)
	}
	if !grown && (prep == "of" || prep == "at") && !t.own.ok() {
		f.unknownAfter(t, i, hi)
	}
}

// pastStance runs over what a party is in its state before its name: "of the
// main opposition Labour Party", "of the ruling party X".
func (f *postFinder) pastStance(i, hi int) int {
	j := i
	for j < hi && j-i < 4 && f.tok[j].shape == small && (stances[f.tok[j].low] || strings.HasPrefix(f.tok[j].low, "pro-") || strings.HasPrefix(f.tok[j].low, "centre-") || strings.HasPrefix(f.tok[j].low, "center-")) {
		j++
	}
	if j < hi && j > i && f.tok[j].shape == small && groupNouns[f.tok[j].low] && j+1 < hi && f.tok[j+1].shape == capital {
		j++
	}
	if j < hi && f.tok[j].shape != small && f.tok[j].shape != mark {
		return j
	}
	return i
}

// stances are adjectives of parties.
var stances = wordSet(`main opposition ruling governing leading largest smaller coalition liberal conservative nationalist socialist leftist rightist populist far-right
	far-left right-wing left-wing parliamentary extra-parliamentary pro-european new newly-formed short-term long-term minor junior biggest major`)

// moreField goes on with the field of a title that the list has with one:
// "Minister of Foreign Affairs" + "and International Cooperation".
func (f *postFinder) moreField(t post, i, hi int) {
	if i-t.head < 3 || i+1 >= hi || f.tok[i].text != "and" && f.tok[i].text != "&" && f.tok[i].text != "," || !f.fieldWord(i-1) {
		return
	}
	for _, s := range f.complementName(i-1, i-1, hi, 0, false, nil) {
		if s.end <= i {
			continue
		}
		u := t
		u.last, u.coreEnd = s.end, s.end
		u.score += s.score
		f.growRight(u, hi, 1)
	}
}

// gloss gives the token after a bracket that holds another word for the post
// ("Toraga (Speaker)"), or a field, which belongs to the title ("Secretary
// (East)").
func (f *postFinder) gloss(i, hi int) (end int, field bool) {
	if i+2 >= hi || f.tok[i].text != "(" {
		return i, false
	}
	for j := i + 1; j < hi && j-i < 7; j++ {
		t := &f.tok[j]
		switch {
		case t.text == ")" && j > i+1:
			return j + 1, !f.tok[i+1].title.ok()
		case t.shape == capital && t.vocab && !t.place.ok() && !t.demonym.ok() && !functionWords[t.low], t.text == "and", t.text == "&", t.title.ok():
		default:
			return i, false
		}
	}
	return i, false
}

// bareOwner takes a body that stands behind the noun without a preposition:
// "Clerk National Council".
func (f *postFinder) bareOwner(t post, i, hi int) {
	if i >= hi || t.own.ok() || f.tok[t.head].shape != capital || f.tok[i].heading || f.tok[i].shape != capital {
		return
	}
	for _, k := range f.starts[i] {
		c := &f.bodies[k]
		if c.generic || f.tok[c.nucleus].shape == small || c.nucleus != c.first || c.acronym {
			continue
		}
		u := t
		u.takeOwner(owner{first: c.first, last: c.last})
		u.score += c.score + segmentCost - 0.4
		f.out = append(f.out, u)
	}
}

// namedUnit takes a body whose noun no list has: "Chairperson of the Organ on
// Politics and Defence", "member of the Central Leadership of the X Party".
func (f *postFinder) namedUnit(t post, i, hi int) bool {
	w := &f.tok[i]
	if w.shape != capital || w.title.ok() || w.place.ok() || functionWords[w.low] || !w.vocab && !(i+1 < hi && (f.tok[i+1].text == "on" || f.tok[i+1].text == "for")) {
		return false
	}
	u := t
	u.takeOwner(owner{first: i, last: i})
	for prep := "of"; ; {
		stops := f.complement(i, hi, prep, false)
		if len(stops) == 0 {
			return u.last > u.own.first
		}
		s := stops[len(stops)-1]
		u.last, u.own.last = s.end, s.end
		u.score += 0.6 + s.score
		f.out = append(f.out, u)
		if s.end+1 >= hi {
			return true
		}
		if prep = f.tok[s.end].text; prep != "of" && prep != "on" && prep != "for" {
			return true
		}
		if i = s.end + 1; f.tok[i].low == "the" {
			i++
		}
		if i >= hi {
			return true
		}
	}
}

// isEnvoy tells whether a noun names one who is sent to a state or body.
func isEnvoy(w string) bool { return envoys[w] }

var envoys = wordSet(`ambassador ambassador-designate commissioner commissioner-designate representative envoy envoys ambassadors representatives
	consul nuncio delegate observer attaché attache legate minister counsellor counselor consular liaison high chargé charge permanent resident`)

// receiver takes "to Botswana", "to the United Nations" of an envoy.
func (f *postFinder) receiver(t post, i, hi, depth int) bool {
	n, iso := int(f.tok[i].place.n), ""
	if n > 0 {
		iso = f.entry(f.tok[i].place).ISO
	}
	gain := float64(n)
	for _, k := range f.starts[i] {
		if c := &f.bodies[k]; c.last-c.first > n && c.score > 0 {
			n, iso, gain = c.last-c.first, "", c.score
		}
	}
	if n == 0 && f.tok[i].shape == capital && stateNouns[f.tok[i].low] {
		n, gain = 1, 0.8 // "Ambassador to the Kingdom"
	}
	if n == 0 {
		return false
	}
	t.to = owner{first: i, last: i + n, place: true, iso: iso}
	t.last = i + n
	t.score += 0.3 + gain
	for t.last+1 < hi && f.tok[t.last].text == "and" && f.tok[t.last+1].place.ok() { // "to Austria and Slovakia"
		t.last += 1 + int(f.tok[t.last+1].place.n)
		t.score++
	}
	f.growRight(t, hi, depth+1)
	return true
}

var stateNouns = wordSet(`kingdom republic sultanate union emirates state federation commonwealth court`)

// location takes "in the Dominican Republic", which is neither title nor
// owner, and "in the Ministry", which is the owner.
func (f *postFinder) location(t post, i, hi, depth int) {
	if n := int(f.tok[i].place.n); n > 0 {
		if f.tok[i-1].text == "from" {
			t.from = f.placeOwner(i) // "Member of the European Parliament from Ireland"
		}
		t.last = i + n
		t.score += 0.3 + float64(n)
		f.growRight(t, hi, depth+1)
		return
	}
	f.ownerAfter(t, i, hi, depth, "in")
}

// ownerAfter takes "of the Republic of Austria", "of the Senate", "at the
// Bank of Kigali".
func (f *postFinder) ownerAfter(t post, i, hi, depth int, prep string) bool {
	if t.own.after(t.head) {
		return f.parentBody(t, i, hi, depth, prep)
	}
	if prep == "with" || prep == "on" {
		return false
	}
	grown := false
	if n := f.placeUnit(i, hi); n > 0 && (prep == "of" || prep == "at") && (f.entry(f.tok[i].place).ISO != "" || t.coreEnd == t.head+1) {
		u := t
		u.takeOwner(owner{first: i, last: i + n, place: true, iso: f.entry(f.tok[i].place).ISO})
		u.score += 0.3 + float64(n)
		f.growRight(u, hi, depth+1)
		if t.has(gazetteer.Plural) {
			f.placesInOrder(u, hi)
		}
		grown = true
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
	if i+1 >= hi || !isPossessive(f.tok[i].text) {
		return i
	}
	for j := i + 1; j < hi && j-i < 5 && (f.tok[j].shape == small || f.tok[j].place.ok()); j++ {
		if w := &f.tok[j]; w.shape == small && (w.low == "office" || w.low == "branch") || w.head.ok() && loweredClasses[f.entry(w.head).Class] {
			return j + 1
		}
	}
	return i
}

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

// bareName tells whether a post without an article and its holder's name stand
// at i.
func (f *postFinder) bareName(i, hi int) bool {
	n := int(f.tok[i].title.n)
	if n == 0 || i+n >= hi {
		return false
	}
	w := &f.tok[i+n]
	return w.polite || w.shape == initial || w.shape == capital && !w.vocab && !w.place.ok() && !w.title.ok() && !w.body.ok()
}

// otherPost takes the post that a post serves: "of the Secretary-General",
// "to the Prime Minister", with an owner of its own, "of the UN
// Secretary-General".
func (f *postFinder) otherPost(t post, i, hi, depth int, article bool) bool {
	if t.own.after(t.head) || t.has(gazetteer.HasField) && f.tok[i].portfolio.ok() {
		return false
	}
	if !article && f.bareName(i, hi) {
		return false // "spokesman for President NAME"
	}
	own := owner{}
	j := i
	if w := &f.tok[i]; w.demonym.ok() {
		own = owner{first: i, last: i + int(w.demonym.n), place: true, iso: f.entry(w.demonym).ISO}
		j = own.last
	} else if w.body.ok() && f.entry(w.body).Kind&gazetteer.Media == 0 {
		own = owner{first: i, last: i + int(w.body.n)}
		j = own.last
	}
	for j < hi && f.tok[j].modifier.ok() && !f.tok[j].title.ok() {
		j += int(f.tok[j].modifier.n)
	}
	if j >= hi || !f.tok[j].title.ok() || f.tok[j].head.ok() && f.tok[j].shape == capital {
		return false
	}
	end := j + int(f.tok[j].title.n)
	if end < hi && (f.tok[end].head.ok() || isPossessive(f.tok[end].text)) {
		return false // "of the observer mission"
	}
	if own.ok() {
		if t.own.ok() {
			return false
		}
		// "Envoy of the UN Secretary-General": an envoy of the body.
		t.own = own
		t.cut, t.cutEnd = t.coreEnd, end
		t.score += 1.5
	}
	if end < hi && f.tok[end].shape == capital && !f.tok[end].vocab && !f.tok[end].place.ok() && own.ok() {
		// "envoy of UN Secretary-General NAME": the embedded post is NAME's.
		t.cut, t.cutEnd = 0, 0
		t.score += 0.2
		f.out = append(f.out, t)
		return true
	}
	t.last, t.coreEnd = end, end
	t.score += 0.3 + float64(end-i)
	f.growRight(t, hi, depth+1)
	return true
}
