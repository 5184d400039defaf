package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// body is a candidate for the name of an organization: tokens [first, last)
// around a nucleus, the noun that heads it ("Council"), a name known by itself
// ("Knesset", "OSCE") or an acronym.
type body struct {
	first, last int
	nucleus     int // token
	score       float64
	generic     bool // the bare noun: "the Committee"
	acronym     bool // nothing but an acronym
	known       bool // in the word lists
	iso         string
	class       string // of the noun: committee, mission, ...
	rule        string // how it was found, where not by its noun
}

const maxBody = 36 // tokens

// findBodies gives the candidates of the whole page, by nucleus.
func (p *page) findBodies() []body {
	var out []body
	for i := 0; i < len(p.tok); i++ {
		t := &p.tok[i]
		switch {
		case p.endsPlace(i + 1), p.venueTail(i):
		case t.body.ok() && t.body.n == t.portfolio.n && p.entry(t.body).Kind == gazetteer.Media: // "Foreign Affairs"
		case t.body.ok() && p.wordedMedium(i, p.doc.Sentences[t.sentence].First):
		case t.body.ok() && t.body.n >= t.head.n && !p.cutsPlace(i, i+int(t.body.n)):
			out = p.growBody(out, i, i+int(t.body.n), p.entry(t.body))
		case t.head.ok() && !p.noHead(i):
			out = p.growBody(out, i, i+int(t.head.n), p.entry(t.head))
		case t.shape == mixed && !t.heading && !noBodies[t.text] && !functionWords[t.low]: // "tHe" is a slip
			out = append(out, body{first: i, last: i + 1, nucleus: i, score: 0.4, acronym: true})
		case p.isAcronym(i):
			out = p.acronym(out, i)
		}
	}
	return out
}

// cutsPlace tells whether a place begins within tokens [i, j) and goes on
// behind them: "Assembly of the Republic" of "Assembly of the Republic of X".
func (p *page) cutsPlace(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if k+int(p.tok[k].place.n) > j && p.tok[k].place.ok() {
			return true
		}
	}
	return false
}

// nucleus gives the number of tokens of a noun or name at i that can carry
// the name of a body.
func (p *page) nucleus(i int) int {
	return int(max(p.tok[i].body.n, p.tok[i].head.n))
}

func (p *page) sentenceOf(i int) (first, last int) {
	s := p.doc.Sentences[p.tok[i].sentence]
	return s.First, s.Last
}

// noHead tells whether a noun of the list heads no body here: what meets or
// is agreed ("Summit", "Initiative"), an organ of a body ("Board of
// Directors"), a bond of two states ("U.S.-Japan Alliance"), a yearly event.
func (p *page) noHead(i int) bool {
	t := &p.tok[i]
	if eventHeads[t.low] && t.head.n == 1 || t.low == "board" && t.head.n > 1 {
		return true
	}
	lo, hi := p.sentenceOf(i)
	if t.head.n == 1 && strings.HasSuffix(t.low, "s") && p.isPlural(t) || p.otherHead(i, lo, hi) || p.caseName(i) {
		return true
	}
	if weakHeads[t.low] && t.head.n == 1 && !p.namedAround(i, lo, hi) {
		return true
	}
	if bondHeads[t.low] && t.head.n == 1 {
		for j := i - 1; j >= lo && p.tok[j].shape != small && p.tok[j].shape != mark; j-- {
			if w := &p.tok[j]; w.place.ok() || w.demonym.ok() || strings.Contains(w.text, "-") && w.shape != mark {
				return true
			}
		}
	}
	for j := i - 1; j >= lo && p.tok[j].shape != small && p.tok[j].shape != mark; j-- {
		if w := p.tok[j].low; w == "annual" || p.tok[j].shape == digits || ordinals[w] {
			return t.low == "forum" || t.low == "assembly" || t.low == "congress" || t.low == "meeting"
		}
	}
	return false
}

// isPlural tells whether a noun is the plural of one in the list.
func (p *page) isPlural(t *token) bool {
	_, n := p.gaz.Match([]string{strings.TrimSuffix(t.text, "s")}, gazetteer.Head)
	return n == 1 && !pluralNames[t.low]
}

var pluralNames = wordSet(`airlines airways forces industries services affairs communications systems partners associates news times sports resources nations states`)

// weakHeads head a body only with a name beside them: "City Hall" is a
// building, "the Latino community" people.
var weakHeads = wordSet(`house hall community office unit section desk cell team command`)

// namedAround tells whether a name or a field stands directly before a noun,
// or an "of" or "for" behind it.
func (p *page) namedAround(i, lo, hi int) bool {
	if i+1 < hi && (p.tok[i+1].text == "of" || p.tok[i+1].text == "for" || p.tok[i+1].text == "to") {
		return true
	}
	if i-1 < lo {
		return false
	}
	w := &p.tok[i-1]
	for j := i - 2; j >= lo && i-j <= 3 && p.tok[j+1].shape == capital; j-- { // "UN Integrated Office"
		if t := &p.tok[j]; t.body.ok() && t.shape == upper || p.endsPlace(j+1) {
			return true
		}
	}
	return w.place.ok() || p.endsPlace(i) || w.demonym.ok() || w.shape == upper || w.head.ok() || w.portfolio.ok() || w.body.ok() || isPossessive(w.text) || w.modifier.ok() || w.title.ok() && w.shape == capital
}

var eventHeads = wordSet(`initiative summit convention dialogue conference compact order games roundtable presidency executive games panel`)

var bondHeads = wordSet(`alliance partnership forum network compact dialogue`)

var ordinals = wordSet(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`)

// isAcronym tells whether token i is an acronym that no list knows.
func (p *page) isAcronym(i int) bool {
	t := &p.tok[i]
	return t.shape == upper && !t.shouted && !t.vocab && !t.place.ok() && !t.demonym.ok() && !t.title.ok() && !t.courtesy.ok() &&
		!t.rank.ok() && len(t.text) <= 9 && !strings.ContainsAny(t.text, "-.") && !suffixes[t.text] && !noBodies[t.text] && !months[t.low] && !strings.HasPrefix(t.text, "COP") && !p.otherAcronyms[t.text]
}

// noBodies are acronyms of things.
var noBodies = wordSet(`COVID COVID-19 AIDS HIV GDP GNP MOU MoU SDG SDGs ICT IT AI TV NGO USD EUR GBP GMT UTC COP FTA VAT DNA RNA WMD PDF CEO PR HR
	VIP EV LNG LPG GPS LGBT LGBTQ LGBTQI R&D B2B Q&A FAQ ID PPE FDI SME SMEs MSME MSMEs UNGA IDP IDPs TB STEM STEAM HPV RSV PTSD BRI CPEC PM AM NGOs MPs CSOs INGOs TPS MoUs MOUs PhD MSc BSc LLM LLB MBA QC KC SC CBE OBE MBE LTOs STOs PCs VIPs CEOs`)

// acronym adds an acronym, with the ones that follow it: "IPA CIS".
func (p *page) acronym(out []body, i int) []body {
	_, hi := p.sentenceOf(i)
	b := body{first: i, last: i + 1, nucleus: i, acronym: true, score: 0.5}
	out = append(out, b)
	for b.last+1 < hi && p.tok[b.last].text == "/" && p.tok[b.last+1].shape == upper { // "EPP/CD"
		b.last += 2
		b.score += 1.6
		out = append(out, b)
	}
	if j := b.last; j+1 < hi && p.tok[j].text == "of" {
		if j++; p.tok[j].low == "the" {
			j++
		}
		if j < hi && p.tok[j].place.ok() && p.entry(p.tok[j].place).Kind == gazetteer.Country { // "CEC of Belarus"
			n := int(p.tok[j].place.n)
			out = append(out, body{first: i, last: j + n, nucleus: i, score: b.score + 0.6 + float64(n), iso: p.entry(p.tok[j].place).ISO})
		}
	}
	for b.last < hi && b.last-i < 3 && (p.isAcronym(b.last) || p.tok[b.last].shape == upper && p.tok[b.last].body.n == 1) {
		b.last++
		b.score += 0.9
		out = append(out, b)
	}
	return out
}

func (p *page) growBody(out []body, h, end int, e *gazetteer.Entry) []body {
	lo, hi := p.sentenceOf(h)
	t := &p.tok[h]
	known := e.Kind != gazetteer.Head
	lowered := t.shape == small
	if lowered && (known || !loweredClasses[e.Class] && !(t.low == "group" && h > lo && smallAdjectives[p.tok[h-1].low])) {
		return out
	}
	b := body{first: h, last: end, nucleus: h, known: known, class: e.Class, iso: e.ISO, acronym: known && e.Has(gazetteer.Acronym)}
	if !known || e.Kind == gazetteer.Chamber || e.Kind == gazetteer.Body && end-h > 1 {
		b.first = p.growLeft(h, lo, known, false)
	}
	b.score = 0.9*float64(b.last-b.first) + 1.2 - segmentCost
	switch {
	case known:
		b.score += 0.8
	case lowered:
		p.weighLowered(&b, h, end, t.low)
	case b.first == h:
		b.generic = end == h+1 && e.Class != "legislature" || end > h+1 && e.Has(gazetteer.Generic) && e.Class != "association" && e.Class != "government"
	case t.heading:
		b.score--
	}
	if !known && (e.Class == "company" || e.Class == "media") {
		if b.first == h || !p.properWithin(b.first, h) && (!corporate[t.low] || t.shouted) {
			return out // "POOLED PRESS"
		}
		if j := b.first + int(p.tok[b.first].place.n); j > b.first && j+1 == h && isPossessive(p.tok[j].text) {
			return out // "Norway's Capital"
		}
		b.score -= 0.8
	}
	if known && e.Has(gazetteer.Ambiguous) && !b.acronym {
		b.score -= 0.8
	}
	if t.shape == capital && !known && e.Class != "delegation" {
		b.score += 1.2 * float64(p.acronymsWithin(b.first, h))
	}
	p.stateOfBody(&b, lo)
	switch {
	case known && e.Kind != gazetteer.Chamber:
		return append(out, b)
	case p.sentMission(&b):
		return out
	case !p.plainDelegation(&b):
		out = append(out, b)
	}
	b.known = false
	if end := p.numbered(&b, hi); end > b.last {
		b.last, b.generic = end, false
		b.score += 1.2
		out = append(out, b)
	}
	return p.growRight(out, b, hi)
}

// weighLowered weighs a body whose noun at token h, up to token end, stands in
// small letters: only what is named by the words before it is one.
func (p *page) weighLowered(b *body, h, end int, noun string) {
	b.generic = !p.properWithin(b.first, h) && !(b.first < h && p.tok[b.first].low == "federal")
	b.score -= 1.3
	own := end == h+1 && b.class == "mission" && p.ownMission(b.first, h)
	if own {
		b.score += 1.2
	}
	if b.class == "mission" && end == h+1 && !own || b.class == "delegation" && (end != h+1 || noun != "delegation" || p.plainDelegation(b)) || noun == "legislature" {
		b.generic = true
	}
}

// smallField gives the number of tokens of a field of several words in small letters
// that ends before token i: "foreign affairs".
func (p *page) smallField(i, lo int) int {
	for n := 2; n <= 4 && i-n >= lo; n++ {
		if t := &p.tok[i-n]; t.shape == small && int(t.portfolio.n) == n {
			return n
		}
	}
	return 0
}

// stateOfBody sets the state that a body's words name, or the possessor before them.
func (p *page) stateOfBody(b *body, lo int) {
	if iso := p.isoWithin(b.first, b.last); iso != "" {
		b.iso = iso
	} else if j := b.first - 1; j > lo && isPossessive(p.tok[j].text) {
		if k := p.possessor(j, lo); p.tok[k].place.ok() && k < j {
			b.iso = p.entry(p.tok[k].place).ISO
		}
	}
	if b.class == "international" {
		b.iso = ""
	}
}

// ownMission tells whether a body's name opens the name of a mission of observers
// in small letters whose noun is at h: "OSCE election observer mission".
func (p *page) ownMission(first, h int) bool {
	return first < h-1 && p.tok[first].body.ok() && p.tok[h-1].shape == small && strings.HasPrefix(p.tok[h-1].low, "observ")
}

// loweredClasses are the classes of nouns that head names in small letters:
// "parliament of Armenia", "Latvian delegation to PACE".
var loweredClasses = wordSet(`government ministry legislature committee commission mission delegation embassy`)

// smallAdjectives stand before the noun of a body in small letters.
var smallAdjectives = wordSet(`federal state foreign parliamentary inter-parliamentary interparliamentary standing permanent special joint working select
	constitutional election international long-term short-term pre-electoral pre-election association cooperation electoral interfactional intergovernmental social security observer observation monitoring`)

// corporate are nouns that only names of firms and papers have.
var corporate = wordSet(`inc inc. ltd ltd. llc llp plc corp corp. gmbh corporation company airlines airways group news press agency`)

// properWithin tells whether a name stands among tokens [first, last).
func (p *page) properWithin(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &p.tok[i]; t.demonym.ok() || t.place.ok() || t.body.ok() || t.shape != small && p.pairOfPlaces(t) || t.shape == upper || t.shape == mixed || t.shape == capital && !t.vocab {
			return true
		}
	}
	return false
}

// isoWithin gives the state that the words name, the last one.
func (p *page) isoWithin(first, last int) string {
	iso := ""
	for i := first; i < last; i++ {
		t := &p.tok[i]
		n := 1
		switch {
		case t.body.ok() && i+int(t.body.n) <= last:
			n = int(t.body.n)
			if e := p.entry(t.body); e.ISO != "" {
				iso = e.ISO
			}
		case t.place.ok() && i+int(t.place.n) <= last:
			n = int(t.place.n)
			if e := p.entry(t.place); e.ISO != "" {
				iso = e.ISO
			}
		case t.demonym.ok():
			iso = p.entry(t.demonym).ISO
		}
		i += n - 1
	}
	return iso
}

// growLeft gives the first token of the words that stand before a nucleus and
// belong to its name.
func (p *page) growLeft(h, lo int, known, thing bool) int {
	i := h
	lowered := p.tok[h].shape == small
	for i > lo && h-i < 10 {
		t := &p.tok[i-1]
		if n := p.placeEndsAt(i, lo); n > 1 && !lowered {
			i -= n // "Antigua and Barbuda Electoral Commission"
			continue
		}
		switch {
		case isPossessive(t.text):
			j := p.possessor(i-1, lo)
			if p.tok[j].place.ok() && j < i-1 && (i < h || h+1 < len(p.tok) && p.tok[h+1].text == "of" || p.nucleus(h) > 1) && p.class(h) != "embassy" {
				return i // "Ghana's Ministry of Trade" is the Ministry of Trade
			}
			if j == i-1 || lowered || p.tok[j].title.ok() && int(p.tok[j].title.n) > 1 && !titleOwned[p.class(h)] {
				return i
			}
			i = p.crown(j, lo)
		case t.text == "and" || t.text == "&":
			j := p.listLeft(i-1, lo)
			if p.parted(i-1, h) {
				return i
			}
			if t.text == "&" && j == i-1 && i-2 >= lo && p.tok[i-2].shape == capital && !p.tok[i-2].vocab {
				j = i - 2 // "Lind & Ek LLP"
			}
			if j == i-1 || lowered || known {
				return i
			}
			i = j
		case lowered && p.smallField(i, lo) > 0:
			i -= p.smallField(i, lo)
		case lowered && t.shape == small && h-i < 4 && (t.portfolio.ok() || smallAdjectives[t.low]):
			i--
		case (lowered || known) && p.bodyEndsAt(i, lo) > 0:
			i -= p.bodyEndsAt(i, lo)
		case t.text == "/" && i-2 >= lo && p.tok[i-2].shape == upper && p.tok[i].shape == upper:
			i -= 2 // "OSCE/ODIHR"
		case t.text == "-" && i-2 >= lo && p.touches(i-1) && (p.tok[i-2].place.ok() || p.tok[i-2].demonym.ok() || p.tok[i-2].shape == upper):
			i -= 2 // "U.S.-Canada"
		case !known && p.class(h) == "force" && t.shape == digits && strings.TrimRight(t.low, "sndrth") != t.low:
			i-- // "1st Training Battalion"
		case t.shape == capital || t.shape == upper || t.shape == mixed || t.shape == initial && t.place.ok():
			if !p.leftWord(i-1, h, lowered || known, thing) {
				return i
			}
			i--
		default:
			return i
		}
	}
	return i
}

// bodyEndsAt gives the number of tokens of a known name of several words that
// ends before token i.
func (p *page) bodyEndsAt(i, lo int) int {
	for n := 2; n <= 6 && i-n >= lo; n++ {
		if int(p.tok[i-n].body.n) == n && p.tok[i-n].shape != small {
			return n
		}
	}
	return 0
}

// touches tells whether token i is written without a space on either side.
func (p *page) touches(i int) bool {
	d := p.doc.Tokens
	return i > 0 && i+1 < len(d) && d[i-1].End == d[i].Start && d[i].End == d[i+1].Start
}

// possessor gives where "Women's", "Saudi Arabia's", "Prime Minister's"
// begins, with the mark at i; i where it is no part of a name.
func (p *page) possessor(i, lo int) int {
	for n := 4; n >= 1; n-- {
		if i-n >= lo && int(p.tok[i-n].place.n) == n && p.entry(p.tok[i-n].place).Kind == gazetteer.Country {
			return i - n
		}
		if i-n >= lo && int(p.tok[i-n].title.n) == n && p.tok[i-n].shape == capital {
			return i - n
		}
	}
	if i-1 >= lo && p.tok[i-1].shape == capital && p.tok[i-1].vocab && !functionWords[p.tok[i-1].low] && !months[p.tok[i-1].low] {
		return i - 1
	}
	return i
}

// leftWord tells whether the capitalised token i goes on with a name to the
// left of nucleus h. strict lets only places, adjectives of states and
// acronyms in.
func (p *page) leftWord(i, h int, strict, thing bool) bool {
	t := &p.tok[i]
	if functionWords[t.low] && t.shape != upper && !(t.text == "All" && !t.first && !t.heading) || months[t.low] || t.polite || seniority[t.low] && (i == 0 || p.tok[i-1].shape != capital && p.tok[i-1].shape != upper) {
		return false
	}
	named := t.demonym.ok() || t.place.ok() || t.shape == upper || p.endsPlace(i+1) || t.shape == initial || t.body.ok() || p.pairOfPlaces(t)
	if strict {
		return named || t.modifier.ok() && p.tok[h].shape != small || p.tok[h].shape == small && p.leftOfSmall(i, h)
	}
	if t.title.ok() && !t.head.ok() && !(thing && i+1 < h) && !(titleAdjectives[t.low] && i > 0 && (p.tok[i-1].shape != small || p.tok[i-1].text == "the") && i+1 == h) && p.entry(t.title).Flags&(gazetteer.State|gazetteer.HasField|gazetteer.Bare) != 0 {
		return false
	}
	if t.heading && t.vocab && !t.head.ok() && !t.portfolio.ok() && !named && !p.pairs[t.low+" "+p.tok[i+1].low] {
		return false
	}
	return true
}

// leftOfSmall tells whether a capitalised word goes on with a name headed by a
// noun in small letters: "Lind administration", "Federal government".
func (p *page) leftOfSmall(i, h int) bool {
	t := &p.tok[i]
	if i != h-1 {
		return false
	}
	switch p.tok[h].low {
	case "administration", "government":
		return !t.vocab || t.low == "federal"
	}
	return false
}

// placeEndsAt gives the number of tokens of the country of several words that ends
// before token i, 0 where none does.
func (p *page) placeEndsAt(i, lo int) int {
	for n := 6; n >= 2; n-- {
		if i-n >= lo && int(p.tok[i-n].place.n) == n && p.entry(p.tok[i-n].place).Kind == gazetteer.Country {
			return n
		}
	}
	return 0
}

// endsPlace tells whether a place of several words ends before token i.
func (p *page) endsPlace(i int) bool {
	for n := 2; n <= 5 && i-n >= 0; n++ {
		if int(p.tok[i-n].place.n) == n {
			return true
		}
	}
	return false
}

// listLeft runs over "Fishing, Farming, Women's" before the "and"
// at i and gives where the list begins; i if it is none.
func (p *page) listLeft(i, lo int) int {
	j := i
	for j > lo {
		t := &p.tok[j-1]
		if t.text == "," && j-2 >= lo && (p.fieldWord(j-2) || isPossessive(p.tok[j-2].text)) || isPossessive(t.text) {
			j--
			continue
		}
		if !p.fieldWord(j - 1) {
			break
		}
		j--
	}
	for j < i && p.tok[j].shape == mark {
		j++
	}
	return j
}

// fieldWord tells whether token i can be a word of a field of work: an
// English word with a capital that is neither place nor title nor head.
func (p *page) fieldWord(i int) bool {
	t := &p.tok[i]
	return t.shape == capital && t.vocab && !t.title.ok() && !functionWords[t.low] && (!t.place.ok() || t.portfolio.ok()) && !months[t.low]
}
