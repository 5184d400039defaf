package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// owner is the body or state that a post belongs to: tokens [first, last).
type owner struct {
	first, last int
	place       bool   // a state, city or region
	iso         string // of a place
	generic     bool   // a bare noun: "the Committee"
}

func (o owner) ok() bool { return o.last > o.first }

func (o owner) after(i int) bool { return o.ok() && o.first > i }

// post is a candidate for a post as the text writes it: tokens [first, last)
// with the words of the title [core, coreEnd), from which [cut, cutEnd) are
// left out, and its owner.
type post struct {
	first, last   int
	core, coreEnd int
	cut, cutEnd   int
	head          int // token of the noun
	own           owner
	owns          []owner // of a plural post, in order: "the Russian and Finnish presidents"
	to            owner   // receiving state of an envoy
	from          owner   // state that the holder is from
	tense         bool    // "former", "outgoing"
	listed        bool    // in a line of a list, whose first words are no verb
	score         float64
	entry         *gazetteer.Entry
}

func (t *post) has(f gazetteer.Flag) bool { return t.entry.Has(f) }

// postFinder makes the candidates for posts of a page.
type postFinder struct {
	*page
	bodies       []body
	ends, starts map[int][]int // bodies by the token after them, by first token
	out          []post
}

// findPosts gives the candidates of the whole page in order of their noun.
func (p *page) findPosts(bodies []body) []post {
	f := &postFinder{page: p, bodies: bodies, ends: map[int][]int{}, starts: map[int][]int{}}
	for i, b := range bodies {
		f.ends[b.last] = append(f.ends[b.last], i)
		f.starts[b.first] = append(f.starts[b.first], i)
	}
	for i := 0; i < len(p.tok); i++ {
		m := p.tok[i].title
		if !m.ok() {
			continue
		}
		end := i + f.titleLen(i, int(m.n))
		if w := &p.tok[min(end, len(p.tok)-1)]; p.tok[i].shape == small && w.shape == small && w.head.ok() && roleNouns[p.tok[i].low] {
			i = end - 1
			continue // "observer mission"
		}
		if nominees[p.tok[i].low] && end+1 < len(p.tok) && (p.tok[end].text == "for" || p.tok[end].text == "to") && f.postSoon(end+1) {
			continue // "Nominee for Consul": the post is the ambassador's
		}
		if n := int(p.tok[i].modifier.n); n > 0 && n >= end-i && end < len(p.tok) && (p.tok[end].title.ok() || p.tok[end].modifier.ok() && end+1 < len(p.tok) && p.tok[end+1].title.ok()) {
			continue // "Deputy" of "Deputy Speaker"
		}
		f.find(i, end, p.entry(m))
		i = end - 1
	}
	return f.out
}

// roleNouns stand before the noun of a body as its field: "observer mission".
var roleNouns = wordSet(`observer monitor expert member delegate`)

var nominees = wordSet(`nominee candidate designate`)

// postSoon tells whether a post begins at token i, behind "be", an article and
// modifiers.
func (f *postFinder) postSoon(i int) bool {
	for j := i; j < len(f.tok) && j-i < 5; j++ {
		t := &f.tok[j]
		if t.title.ok() {
			return true
		}
		if !t.modifier.ok() && t.low != "be" && t.low != "a" && t.low != "an" && t.low != "the" && !t.place.ok() && !t.portfolio.ok() {
			return false
		}
	}
	return false
}

// titleLen cuts "Member of the National Assembly" to its first word: the rest
// names the body.
func (f *postFinder) titleLen(i, n int) int {
	if n > 3 && f.tok[i+1].text == "of" && f.tok[i+2].low == "the" && (f.nucleus(i+3) > 0 || f.tok[i+3].place.n > 1) && !departments[f.tok[i+3].low] {
		return 1
	}
	if w := &f.tok[i+n-1]; w.low == "opposition" && w.shape == small && f.pastStance(i+n-1, len(f.tok)) > i+n-1 {
		return 1 // "leader of the opposition Labour Party"
	}
	for k := i + 1; k+1 < i+n; k++ { // "Speaker of Parliament", "Member of Congress", "Secretary-General of Parliament"
		if f.tok[k].text != "of" {
			continue
		}
		if w := &f.tok[k+1]; w.low == "congress" || w.head.ok() && f.entry(w.head).Class == "legislature" && f.tok[i].low != "member" && f.tok[i].low != "members" {
			return k - i
		}
	}
	return n
}

// departments are named by their noun alone, and belong to the title: "Secretary
// of the Treasury".
var departments = wordSet(`treasury interior army navy exchequer`)

func (f *postFinder) find(h, end int, e *gazetteer.Entry) {
	lo, hi := f.sentenceOf(h)
	if end-h > 1 && f.nucleus(h) == 1 && f.tok[h].shape != small && (f.tok[h].shape == upper || f.tok[h].head.ok() && (f.entry(f.tok[h].head).Class == "legislature" || (headedClasses[f.entry(f.tok[h].head).Class] || f.tok[h].low == "group") && f.bodyBefore(h+1, lo))) {
		h++ // "UN Special Envoy", "House Speaker": the list has the owner with the title
		if f.tok[h].title.ok() {
			e = f.entry(f.tok[h].title)
		}
	}
	noun := end
	for end < hi && end-noun < 2 && titleSuffixes[f.tok[end].low] && f.tok[end].shape != mark {
		end++ // "President Pro Tempore"
	}
	if end == noun && end+1 < hi && f.tok[end].text == "-" && titleSuffixes[f.tok[end+1].low] {
		end += 2 // "Ambassador - designate"
	}
	t := post{first: h, last: end, core: h, coreEnd: end, head: h, entry: e, score: 1.2*float64(end-h) - segmentCost}
	if f.tok[h].shape == small {
		t.score -= 0.3
	}
	f.growLeft(&t, lo)
	f.growRight(t, hi, 0)
}

// headedClasses are the classes of nouns that open a title of the list, "Group Chair",
// but close the name of a body where one stands there.
var headedClasses = wordSet(`committee mission office association`)

// titleSuffixes stand behind the noun of a post and belong to the title.
var titleSuffixes = wordSet(`pro tempore tem emeritus emerita designate elect a.i. interim ad`)

// tenseWords stand before a post and tell that it was, is or will be held;
// they are no part of the title.
var tenseWords = wordSet(`former immediate-past ex ex- then erstwhile one-time onetime retired past late outgoing incoming new current incumbent sitting
	re-elected long-serving longtime long-time future next previous visiting present newly-elected newly-appointed then- departing newly founding`)

// growLeft takes the words before the noun: modifiers and the field, then the
// owner.
func (f *postFinder) growLeft(t *post, lo int) {
	i := t.head
	for i > lo {
		if f.bodyBefore(i, lo) || i-2 >= lo && f.tok[i-2].title.n == 2 {
			break
		}
		n := f.modifierBefore(i, lo)
		if n > 0 && (tenseWords[f.tok[i-n].low] || f.tok[i-n].low == "independent" && t.has(gazetteer.Legislator)) {
			break
		}
		if n == 0 {
			n = f.fieldBefore(i, lo, t)
		}
		if n == 0 {
			break
		}
		i -= n
	}
	if f.courtesyBehind(i, t.head, lo) {
		i = t.head
	}
	if f.tok[i].shape == small {
		i = f.smallAdjectives(i, lo)
	}
	t.first, t.core = i, i
	t.score += float64(t.head - i)
	f.tenseBefore(t, lo)
	f.ownerBefore(t, lo)
	f.rankBefore(t, lo)
	f.tenseBefore(t, lo)
}

// smallAdjectives runs over up to two words in small letters between an owner
// and a noun in small letters: "Iran's top nuclear negotiator".
func (f *postFinder) smallAdjectives(i, lo int) int {
	for j := i - 1; j > lo && i-j <= 2; j-- {
		t := &f.tok[j]
		if t.shape != small || t.head.ok() || functionWords[t.low] || tenseWords[t.low] || praise[t.low] || saying[t.low] || particles[t.low] {
			return i
		}
		if w := &f.tok[j-1]; rankAdjectives[w.low] {
			return j - 1 // "chief medical adviser"
		} else if isPossessive(w.text) || possessives[w.low] || w.demonym.ok() && w.shape != small {
			return j
		}
	}
	return i
}

// bodyBefore tells whether a body of two words or more ends before token i
// with its noun: "Black Caucus" before "Chair" is the owner, no field.
func (f *postFinder) bodyBefore(i, lo int) bool {
	for _, k := range f.ends[i] {
		if c := &f.bodies[k]; c.class == "committee" && c.nucleus == c.first && c.last-c.first > 2 && f.tok[c.nucleus].shape != small && c.first >= lo {
			return true // "Committee on European Integration Chair"
		}
		if c := &f.bodies[k]; c.nucleus == c.first && c.first >= lo && c.last-c.first > 2 && f.tok[c.nucleus].shape != small && f.tok[c.first+1].text == "on" {
			return true // "Council on Maritime Quality Chairman"
		}
		if c := &f.bodies[k]; (!c.generic || c.nucleus == c.first) && c.first >= lo && c.first < i-1 && c.last-c.first > 1 && c.nucleus+f.nucleus(c.nucleus) == i && f.tok[c.nucleus].shape != small {
			return true
		}
	}
	return false
}

func (f *postFinder) tenseBefore(t *post, lo int) {
	for t.first > lo && tenseWords[f.tok[t.first-1].low] && (f.tok[t.first-1].shape == small || f.tok[t.first-1].first || f.tok[t.first-1].low != "founding" && f.tok[t.first-1].low != "new") {
		t.first--
		t.tense = true
		t.score += 0.5
	}
	for t.first > lo && praise[f.tok[t.first-1].low] && f.tok[t.first-1].shape == small {
		t.first--
		t.score += 0.5
	}
}

func (f *postFinder) modifierBefore(i, lo int) int {
	for n := 3; n >= 1; n-- {
		if i-n < lo {
			continue
		}
		if w := &f.tok[i-n]; int(w.modifier.n) == n && (w.shape != small || f.tok[i].shape == small || smallModifiers[w.low]) {
			return n
		}
	}
	return 0
}

// smallModifiers stand in small letters before a title with capitals.
var smallModifiers = wordSet(`non-resident acting interim caretaker deputy vice first senior provisional transitional`)

// fieldBefore gives the number of tokens before i that name the field of a
// post: "Foreign", "Civic Engagement", "Finance and Trade".
func (f *postFinder) fieldBefore(i, lo int, t *post) int {
	for n := 5; n >= 1; n-- {
		if i-n >= lo && int(f.tok[i-n].portfolio.n) == n && f.sameCase(i-n, t.head) {
			return n
		}
	}
	w := &f.tok[i-1]
	if fieldless[f.tok[t.head].low] {
		return 0 // "at the Town Hall King NAME"
	}
	if t.has(gazetteer.Legislator) && f.tok[t.head].title.n == 1 || f.withinPlace(i-1) || f.unitBefore(i, lo) > 0 {
		return 0 // "Independent Senator", "United States Ambassador"
	}
	if w.shape == capital && f.tok[t.head].shape == capital && w.vocab && !functionWords[w.low] && !w.place.ok() && !w.demonym.ok() &&
		!w.title.ok() && !w.head.ok() && !w.body.ok() && !w.polite && (!w.first || t.listed || i < t.head && !strings.HasSuffix(w.low, "ing") && !strings.HasSuffix(w.low, "ed")) && (!w.heading || f.pairs[w.low+" "+f.tok[i].low]) && !months[w.low] {
		return 1
	}
	if (w.text == "and" || w.text == "&") && i-2 >= lo && (i < t.head || f.tok[t.head].portfolio.ok()) && f.fieldWord(i-2) && !f.tok[i-2].heading && (f.tok[i-2].portfolio.ok() || f.tok[i].portfolio.ok()) {
		return 2
	}
	return 0
}

// unitBefore gives the number of tokens before i that name a part of a state
// with the noun of its unit: "Lagos State" before "Governor".
func (f *postFinder) unitBefore(i, lo int) int {
	if i-2 < lo {
		return 0
	}
	if w := &f.tok[i-1]; w.shape != capital || !placeNouns[w.low] {
		return 0
	}
	for n := 1; n <= 3 && i-1-n >= lo; n++ {
		if t := &f.tok[i-1-n]; int(t.place.n) == n && t.shape != small {
			return n + 1
		}
	}
	if t := &f.tok[i-2]; t.shape == capital && !t.vocab && !t.polite && !t.title.ok() {
		return 2
	}
	return 0
}

func (f *postFinder) sameCase(i, j int) bool {
	return (f.tok[i].shape == small) == (f.tok[j].shape == small) || f.tok[i].first
}

// ownerBefore takes "Kazakh", "Kazakhstan's", "Senate", "OSCE" before the title.
func (f *postFinder) ownerBefore(t *post, lo int) {
	j := t.first
	possessive := j-1 > lo && isPossessive(f.tok[j-1].text)
	if possessive {
		j--
	}
	if open := f.acronymBefore(j, lo); open > lo && len(f.ends[open]) > 0 {
		j = open // "Electoral Observation Mission (EOM) Head"
	}
	best, gain := f.placeBefore(j, lo, possessive)
	if best.ok() && !possessive && j == t.first && j == t.core && f.tok[best.first].demonym.ok() && f.ownedBefore(best.first, lo) {
		t.core, t.first, j = best.first, best.first, best.first // "White House American Rescue Plan Coordinator"
		t.score++
		best, gain = f.placeBefore(j, lo, false)
	}
	for _, k := range f.ends[j] {
		c := &f.bodies[k]
		if c.known && int(f.tok[c.first].portfolio.n) == c.last-c.first {
			continue // "Foreign Affairs Secretary"
		}
		if c.generic && c.last-c.first == 1 && c.first-1 > lo && f.tok[c.first-1].text == "of" && f.tok[c.first-2].title.ok() {
			continue // "Head of Mission Ambassador NAME"
		}
		if c.first < lo || c.generic && f.tok[c.nucleus].shape == small && (f.tok[t.head].shape != small || c.class != "ministry" && c.class != "committee" && c.class != "commission" && !sentNouns[f.tok[c.nucleus].low]) || c.generic && !possessive && f.tok[c.nucleus].shape != small && f.tok[t.head].shape != capital && c.class != "committee" && c.class != "commission" {
			continue
		}
		if g := c.score; g > gain {
			best, gain = owner{first: c.first, last: c.last, generic: c.generic}, g
		}
	}
	if !best.ok() && !possessive {
		best, gain = f.unknownBefore(j, lo, t)
	}
	if !best.ok() {
		return
	}
	t.own, t.first = best, best.first
	t.score += gain
	if t.has(gazetteer.Plural) && best.place || t.has(gazetteer.Plural) && f.tok[best.first].shape == upper {
		f.ownersInOrder(t, lo)
	}
}

// ownedBefore tells whether a body or a venue that stands for one ends before
// token i.
func (f *postFinder) ownedBefore(i, lo int) bool {
	if o, _ := f.placeBefore(i, lo, true); o.ok() && f.entry(f.tok[o.first].place).Kind == gazetteer.Venue {
		return true
	}
	for _, k := range f.ends[i] {
		if c := &f.bodies[k]; c.first >= lo && !c.generic && f.tok[c.nucleus].shape != small {
			return true
		}
	}
	return false
}

// ownersInOrder takes the further owners that "and" and commas join to the one
// before a plural post.
func (f *postFinder) ownersInOrder(t *post, lo int) {
	owns := []owner{t.own}
	i := t.own.first
	for i-2 >= lo && (f.tok[i-1].text == "and" || f.tok[i-1].text == ",") {
		best, gain := f.placeBefore(i-1, lo, false)
		if !best.ok() && f.tok[i-2].shape == upper && f.tok[i-2].body.n == 1 {
			best, gain = owner{first: i - 2, last: i - 1}, 1
		}
		if !best.ok() {
			break
		}
		owns = append([]owner{best}, owns...)
		i = best.first
		t.score += gain
	}
	if len(owns) > 1 {
		t.owns, t.first = owns, i
	}
}

func isPossessive(s string) bool { return s == "’s" || s == "'s" || s == "’" || s == "'" }

func (f *postFinder) placeBefore(j, lo int, possessive bool) (owner, float64) {
	if n := f.unitBefore(j, lo); n > 0 {
		return owner{first: j - n, last: j, place: true, iso: f.entry(f.tok[j-n].place).ISO}, 0.9 * float64(n)
	}
	for n := 6; n >= 1; n-- {
		if j-n < lo {
			continue
		}
		w := &f.tok[j-n]
		if w.shape == small {
			continue
		}
		if int(w.demonym.n) == n && !possessive {
			return owner{first: j - n, last: j, place: true, iso: f.entry(w.demonym).ISO}, 0.9 * float64(n)
		}
		if int(w.place.n) == n && f.entry(w.place).Kind == gazetteer.Venue {
			return owner{first: j - n, last: j, iso: f.entry(w.place).ISO}, 0.9 * float64(n) // "Kremlin spokesman"
		}
		if (int(w.place.n) == n || int(w.place.n) == n+1 && j < len(f.tok) && f.tok[j].low == "state") && (possessive || j-n == lo || !locative[f.tok[j-n-1].low] || f.spokenTo(j-n-1, lo) || regionalPosts[f.tok[min(j, len(f.tok)-1)].low] && f.entry(w.place).Kind == gazetteer.Region) {
			return owner{first: j - n, last: j, place: true, iso: f.entry(w.place).ISO}, 0.9 * float64(n)
		}
	}
	return owner{}, 0
}

// spokenTo tells whether "to" at token i leads to whom somebody spoke: "spoke to
// Mississippi Governor Ana Lind".
func (f *postFinder) spokenTo(i, lo int) bool {
	if f.tok[i].low != "to" {
		return false
	}
	for j := i - 1; j >= lo && i-j <= 2; j-- {
		switch f.tok[j].low {
		case "spoke", "talked", "spoken", "speaking", "speak", "out", "wrote", "said", "told", "gratitude", "condolences", "thanks", "congratulations", "greetings":
			return true
		}
	}
	return false
}

// locative words before a place tell where, not whose.
var locative = wordSet(`in at from to near into via through between towards toward across around`)

// regionalPosts are posts of parts of a state, before which its name stands.
var regionalPosts = wordSet(`governor mayor akim hokim wali prefect county senator`)

// unknownBefore takes a single unknown name before a title: "AmCham president".
func (f *postFinder) unknownBefore(j, lo int, t *post) (owner, float64) {
	if j-1 < lo {
		return owner{}, 0
	}
	w := &f.tok[j-1]
	if w.vocab || w.heading || f.courtesyBefore(j, lo) > 0 || w.courtesy.ok() || w.rank.ok() || functionWords[w.low] || months[w.low] || w.place.ok() || w.demonym.ok() || w.title.ok() ||
		w.shape != mixed && w.shape != upper && (w.shape != capital || f.tok[t.head].shape != capital) {
		return owner{}, 0
	}
	if j-2 >= lo && f.torn(j-2) < 0 {
		if regional := &f.tok[j-2]; regionalPosts[f.tok[t.head].low] && regional.shape == capital && !regional.vocab && !regional.polite && f.torn(j-2) <= -3 && (j-3 < lo || f.torn(j-3) == 0) {
			return owner{first: j - 2, last: j, place: true}, 3.5 // "Uasin Gishu Governor"
		}
		return owner{}, 0
	}
	return owner{first: j - 1, last: j}, 0.2
}

// title gives the words of the title; a plural noun in the singular where the
// text has that, "MPs" always.
func (p *page) title(t *post) string {
	s := p.text(t.core, t.coreEnd)
	if t.cutEnd > t.cut {
		head := p.text(t.core, t.cut)
		tail := p.text(t.cutEnd, t.coreEnd)
		s = strings.TrimSpace(head + " " + tail)
	}
	s = withoutTense(s)
	if t.has(gazetteer.Plural) {
		noun := p.text(t.head, t.head+1)
		if one := singular(noun, noun); p.tok[t.head].shape == upper || p.seen[strings.ToLower(one)] {
			s = singular(s, noun)
		}
	}
	return s
}

// singular puts the noun of a title in the singular.
func singular(title, noun string) string {
	i := strings.Index(title, noun)
	if i < 0 {
		return title
	}
	one := noun
	switch {
	case strings.HasSuffix(noun, "ies"):
		one = noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "men"):
		one = noun[:len(noun)-2] + "an"
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		one = noun[:len(noun)-1]
	}
	return title[:i] + one + title[i+len(noun):]
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
