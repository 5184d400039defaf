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
	verbs := prep == "to" && !article && i+2 < hi && f.tok[i+1].text == "and" && f.fieldWord(i+2) // "to Monitor and Combat Piracy"
	if !(prep == "to" && t.own.ok()) && !verbs && f.otherPost(t, i, hi, depth, article) {
		return
	}
	if prep == "for" && f.constituency(t, i, hi) {
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

// constituency takes the place behind "for" that elects the holder of a seat: "MP
// for Kilbride North".
func (f *postFinder) constituency(t post, i, hi int) bool {
	if !t.has(gazetteer.Legislator) || t.has(gazetteer.Plural) || t.own.ok() {
		return false
	}
	j := i
	for j < hi && j-i < 4 && f.tok[j].shape == capital && !f.tok[j].title.ok() && !f.tok[j].polite && !months[f.tok[j].low] && !f.tok[j].head.ok() {
		j++
	}
	if j == i || f.tok[i].vocab && !f.tok[i].place.ok() || j < hi && f.tok[j].shape != mark && f.tok[j].shape != small {
		return false // "MP for Malta Ana Lind" has no end
	}
	t.takeOwner(owner{first: i, last: j, place: true})
	t.score += 0.8 + float64(j-i)
	f.out = append(f.out, t)
	return true
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
	for _, s := range f.beforeGiven(f.complementName(i-1, i-1, hi, 0, false, nil), i-1, hi) {
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
// ("Landammann (Speaker)"), or a field, which belongs to the title ("Secretary
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

// namedUnit takes a body whose noun no list has: "Convener of the Panel on
// Ports and Tides", "member of the Inner Council of the X Party".
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
	} else if w.shape == upper && !w.vocab && article && i+1 < hi && f.tok[i+1].title.ok() { // "Advisor to the NORA President"
		own = owner{first: i, last: i + 1}
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
