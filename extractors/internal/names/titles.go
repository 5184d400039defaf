package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// owner is the body or state that a post belongs to.
type owner struct {
	first, last int // tokens; none where first == last
	place       bool
	iso         string
}

func (o owner) ok() bool { return o.last > o.first }

// post is a candidate for a post as the text writes it: tokens [first, last)
// with the words of the title [core, coreEnd) and its owner.
type post struct {
	first, last   int
	core, coreEnd int
	cut, cutEnd   int // tokens within the core that are not of the title: the owner's
	head          int // token of the noun
	own           owner
	to            owner // receiving state of an envoy
	former        bool
	score         float64
	entry         *gazetteer.Entry
}

func (t *post) has(f gazetteer.Flag) bool { return t.entry.Has(f) }

// findPosts gives the candidates of the whole page in order of their noun.
func (p *page) findPosts(bodies []body) []post {
	ends := map[int][]int{}   // bodies by the token after them
	starts := map[int][]int{} // bodies by their first token
	for i, b := range bodies {
		if b.generic {
			continue
		}
		ends[b.last] = append(ends[b.last], i)
		starts[b.first] = append(starts[b.first], i)
	}
	f := &postFinder{page: p, bodies: bodies, ends: ends, starts: starts}
	for i := 0; i < len(p.tok); i++ {
		m := p.tok[i].title
		if !m.ok() {
			continue
		}
		end := i + int(m.n)
		if p.tok[i].modifier.ok() && end < len(p.tok) && (p.tok[end].title.ok() || p.tok[end].modifier.ok()) {
			continue // "Deputy" of "Deputy Speaker"
		}
		f.find(i, end, p.entry(m))
		i = end - 1
	}
	return f.out
}

type postFinder struct {
	*page
	bodies       []body
	ends, starts map[int][]int
	out          []post
}

func (f *postFinder) find(h, end int, e *gazetteer.Entry) {
	lo, hi := f.sentenceOf(h)
	base := post{first: h, last: end, core: h, coreEnd: end, head: h, entry: e, score: 1.2*float64(end-h) - segmentCost}
	f.growLeft(&base, lo)
	f.growRight(base, hi, 0)
}

// growLeft takes the words before the noun: its field and modifiers, then the
// owner.
func (f *postFinder) growLeft(t *post, lo int) {
	p := f.page
	i := t.head
	for i > lo {
		if n := f.modifierBefore(i, lo); n > 0 {
			if e := f.entry(p.tok[i-n].modifier); e.Class == "former" {
				t.former = true
			}
			i -= n
			continue
		}
		if n := f.fieldBefore(i, lo, t); n > 0 {
			i -= n
			continue
		}
		break
	}
	t.first, t.core = i, i
	t.score += float64(t.head - i)
	f.ownerBefore(t, lo)
}

func (f *postFinder) modifierBefore(i, lo int) int {
	for n := 3; n >= 1; n-- {
		if i-n >= lo && int(f.tok[i-n].modifier.n) == n {
			return n
		}
	}
	return 0
}

// fieldBefore gives the number of tokens before i that name the field of a
// post: "Foreign", "Civic Engagement", "Finance and Trade".
func (f *postFinder) fieldBefore(i, lo int, t *post) int {
	for n := 5; n >= 1; n-- {
		if i-n >= lo && int(f.tok[i-n].portfolio.n) == n && f.sameCase(i-n, t.head) {
			return n
		}
	}
	w := &f.tok[i-1]
	if w.shape == capital && f.tok[t.head].shape == capital && w.vocab && !functionWords[w.low] && !w.place.ok() && !w.demonym.ok() &&
		!w.title.ok() && !w.head.ok() && !w.body.ok() && !w.courtesy.ok() && !w.first && !w.heading {
		return 1
	}
	if (w.text == "and" || w.text == "&") && i < t.head && i-2 >= lo && f.fieldWord(i-2) && f.tok[i-2].portfolio.ok() {
		return 2
	}
	return 0
}

func (f *postFinder) sameCase(i, j int) bool {
	return (f.tok[i].shape == small) == (f.tok[j].shape == small) || f.tok[i].first
}

// ownerBefore takes "Kazakh", "Kazakhstan's", "Senate", "OSCE" before the title.
func (f *postFinder) ownerBefore(t *post, lo int) {
	i := t.core
	j := i
	possessive := false
	if j-1 > lo && (f.tok[j-1].text == "’s" || f.tok[j-1].text == "'s") {
		possessive = true
		j--
	}
	best := owner{}
	for n := 6; n >= 1; n-- {
		if j-n < lo {
			continue
		}
		w := &f.tok[j-n]
		if int(w.demonym.n) == n && !possessive {
			best = owner{first: j - n, last: j, place: true, iso: f.entry(w.demonym).ISO}
			break
		}
		if int(w.place.n) == n {
			best = owner{first: j - n, last: j, place: true, iso: f.entry(w.place).ISO}
			break
		}
	}
	for _, b := range f.ends[j] {
		c := &f.bodies[b]
		if c.first < lo || c.score < 1 {
			continue
		}
		if !best.ok() || c.first < best.first {
			best = owner{first: c.first, last: c.last}
		}
	}
	if !best.ok() {
		return
	}
	t.own = best
	t.first = best.first
	t.score += 0.9 * float64(best.last-best.first)
}

// prepositions after the noun of a post.
var postPrepositions = map[string]bool{"of": true, "for": true, "to": true, "on": true, "in": true, "at": true, "with": true}

// growRight adds the candidates with what stands after the noun: field,
// owner, the receiving state.
func (f *postFinder) growRight(t post, hi, depth int) {
	f.out = append(f.out, t)
	i := t.last
	if depth > 5 || i+1 >= hi || !postPrepositions[f.tok[i].text] {
		return
	}
	prep := f.tok[i].text
	i++
	if f.tok[i].low == "the" {
		i++
	}
	if i >= hi {
		return
	}
	if prep == "to" {
		if f.receiver(t, i, hi, depth) {
			return
		}
	}
	grown := f.ownerAfter(t, i, hi, depth, prep)
	if f.otherPost(t, i, hi, depth) {
		return
	}
	if !grown && prep != "at" && prep != "in" {
		f.field(t, i, hi, depth, prep)
	}
}

// receiver takes "to Botswana" of an ambassador.
func (f *postFinder) receiver(t post, i, hi, depth int) bool {
	n := int(f.tok[i].place.n)
	if n == 0 {
		return false
	}
	t.to = owner{first: i, last: i + n, place: true, iso: f.entry(f.tok[i].place).ISO}
	t.last = i + n
	t.score += 0.3 + float64(n)
	f.growRight(t, hi, depth+1)
	return true
}

// ownerAfter takes "of the Republic of Austria", "of the Senate".
func (f *postFinder) ownerAfter(t post, i, hi, depth int, prep string) bool {
	if t.own.ok() && t.own.first > t.core {
		return false
	}
	grown := false
	if n := int(f.tok[i].place.n); n > 0 && prep != "on" && prep != "with" {
		e := f.entry(f.tok[i].place)
		if prep == "of" || prep == "for" && e.Kind&gazetteer.Country == 0 {
			u := t
			u.takeOwner(owner{first: i, last: i + n, place: true, iso: e.ISO})
			u.score += 0.3 + float64(n)
			f.growRight(u, hi, depth+1)
			grown = true
		}
	}
	for _, b := range f.starts[i] {
		c := &f.bodies[b]
		if c.score < 0.3 {
			continue
		}
		u := t
		u.takeOwner(owner{first: c.first, last: c.last, iso: c.iso})
		u.score += 0.3 + c.score + segmentCost
		f.growRight(u, hi, depth+1)
		grown = true
	}
	return grown
}

// takeOwner moves the owner behind the title; what stood before it becomes
// part of the owner's words only where nothing stands behind.
func (t *post) takeOwner(o owner) {
	if !t.own.ok() {
		t.own = o
	}
	t.last = o.last
}

// otherPost takes the post that a post serves: "of the Secretary-General",
// "to the Prime Minister".
func (f *postFinder) otherPost(t post, i, hi, depth int) bool {
	w := &f.tok[i]
	own := owner{}
	j := i
	if w.demonym.ok() {
		own = owner{first: i, last: i + int(w.demonym.n), place: true, iso: f.entry(w.demonym).ISO}
		j += int(w.demonym.n)
	} else if w.body.ok() {
		own = owner{first: i, last: i + int(w.body.n)}
		j += int(w.body.n)
	}
	if j >= hi {
		return false
	}
	for j < hi && f.tok[j].modifier.ok() {
		j += int(f.tok[j].modifier.n)
	}
	if j >= hi || !f.tok[j].title.ok() {
		return false
	}
	end := j + int(f.tok[j].title.n)
	if own.ok() {
		t.cut, t.cutEnd = own.first, own.last
		if !t.own.ok() {
			t.own = own
		}
	}
	t.last, t.coreEnd = end, end
	t.score += 0.3 + float64(end-i)
	f.growRight(t, hi, depth+1)
	return true
}

// field takes "Foreign Affairs", "Political Affairs, Peace and Security",
// "the delegation".
func (f *postFinder) field(t post, i, hi, depth int, prep string) {
	if t.coreEnd != t.last && t.own.ok() {
		return
	}
	if f.tok[i].shape == small {
		if end := f.smallField(i, hi); end > i && t.coreEnd == t.last {
			t.last, t.coreEnd = end, end
			t.score += 0.3
			f.growRight(t, hi, depth+1)
		}
		return
	}
	for _, s := range f.complement(i, hi, prep) {
		u := t
		if t.coreEnd != t.last {
			break
		}
		u.last, u.coreEnd = s.end, s.end
		u.score += s.score
		f.growRight(u, hi, depth+1)
	}
}

// smallField runs over a field in small letters: "of external relations",
// "of the delegation".
func (f *postFinder) smallField(i, hi int) int {
	end := i
	for end < hi && end-i < 3 && f.tok[end].shape == small && !functionWords[f.tok[end].low] && !f.tok[end].modifier.ok() {
		end++
	}
	if end == i || end < hi && (f.tok[end].shape == small && !functionWords[f.tok[end].low]) {
		return i
	}
	return end
}

// title gives the words of the title.
func (p *page) title(t *post) string {
	if t.cutEnd <= t.cut {
		return p.text(t.core, t.coreEnd)
	}
	head := p.text(t.core, t.cut)
	tail := p.text(t.cutEnd, t.coreEnd)
	return strings.TrimSpace(head + " " + tail)
}

// ownerName gives the name of an owner: a state for its adjective, else the
// words without a leading article.
func (p *page) ownerName(o owner) string {
	if !o.ok() {
		return ""
	}
	if m := p.tok[o.first].demonym; m.ok() && int(m.n) == o.last-o.first && !p.tok[o.first].place.ok() {
		return p.gaz.CountryName(o.iso)
	}
	first := o.first
	if p.tok[first].low == "the" {
		first++
	}
	return p.text(first, o.last)
}
