package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// What a noun that can head a body heads instead, or together with what.

// venueWords stand before "House", "Centre", "Palace" in the names of buildings.
var venueWords = wordSet(`presidential government guest convention conference conferences exhibition congress shopping visitor visitors opera
	historic historical city luxury collection fitness wellness hotel resort`)

// branches stand before "Branch" in what is a power of a state.
var branches = wordSet(`executive legislative judicial`)

// corpsWords stand before "Corps" of those who are no body.
var corpsWords = wordSet(`diplomatic consular press`)

// pressWords stand behind "Press" in what is said to it or done for it.
var pressWords = wordSet(`briefing briefings conference conferences release releases statement statements secretary availability gaggle call`)

// otherHead tells whether the noun at i heads what is no body: a building, the
// diplomats of a capital, what is said to the press.
func (p *page) otherHead(i, lo, hi int) bool {
	t := &p.tok[i]
	if t.head.n != 1 {
		return false
	}
	prev := ""
	if i > lo {
		prev = p.tok[i-1].low
	}
	switch t.low {
	case "house", "centre", "center", "palace":
		return venueWords[prev]
	case "corps":
		return corpsWords[prev]
	case "branch":
		return branches[prev]
	case "society":
		return prev == "civil"
	case "guard":
		return i+2 < hi && p.tok[i+1].text == "of" && strings.HasPrefix(p.tok[i+2].low, "hono")
	case "press":
		return i+1 < hi && pressWords[p.tok[i+1].low]
	}
	return false
}

// tails are nouns of the buildings and rooms that bear a body's name.
var tails = wordSet(`complex room building hall lounge grounds premises column chamber compound headquarters`)

// caseName tells whether the noun at i ends the name of a case: "Dobbs v. Lake
// Health Organization".
func (p *page) caseName(i int) bool {
	for j := i - 1; j >= 0 && j > i-8; j-- { // the stop of "v." may have ended a sentence
		switch w := p.tok[j].low; {
		case w == "v." || w == "vs." || w == "v" || w == "vs", w == "." && j > 0 && (p.tok[j-1].low == "v" || p.tok[j-1].low == "vs"):
			return true
		case p.tok[j].shape == small && !isPossessive(p.tok[j].text):
			return false
		}
	}
	return false
}

// venueTail tells whether the noun or name at i names a building with the noun
// behind it: "National Assembly Complex", "Senate Room".
func (p *page) venueTail(i int) bool {
	end := i + p.nucleus(i)
	return end > i && end < len(p.tok) && p.tok[i].shape == capital && p.tok[end].shape == capital && tails[p.tok[end].low] && p.tok[end].sentence == p.tok[i].sentence
}

// severalBodies tells whether tokens [first, last) name several bodies of one kind, or
// none: "Port Authorities of the Coastal States", "NGOs".
func (p *page) severalBodies(first, last int) bool {
	end := first
	for end < last && p.tok[end].shape != small && p.tok[end].shape != mark {
		end++
	}
	if end == first {
		return false
	}
	t := &p.tok[end-1]
	if n := len(t.text); end-first == 1 && last == end && n > 3 && t.shape == upper && t.text[n-1] == 's' && !t.body.ok() {
		return true // "the three NSAs"
	}
	return noBodies[t.text] && end-first == 1 || t.shape == capital && kindsOfBodies[t.low]
}

// kindsOfBodies are the plurals of nouns of bodies, of which each state has one.
var kindsOfBodies = wordSet(`committees commissions ministries parliaments councils embassies parties governments chambers assemblies universities delegations missions
	legislatures senates secretariats ngos csos`)

// seniority are words before a post that are no part of its body's name.
var seniority = wordSet(`senior former acting incoming outgoing then-`)

// parted tells whether the "and" at i parts two names: what stands behind it
// begins one of its own ("U.S. Naval Forces"), or what stands before it is a body
// by itself ("Government and Parliament").
func (p *page) parted(i, h int) bool {
	if i+1 >= len(p.tok) || i == 0 {
		return false
	}
	next, prev := &p.tok[i+1], &p.tok[i-1]
	if next.shape == upper && next.place.ok() || next.shape == initial && next.place.ok() {
		return true
	}
	c := p.class(h)
	if p.tok[h].head.ok() && p.entry(p.tok[h].head).Has(gazetteer.Leads) && i+1 == h && h+1 < len(p.tok) && p.tok[h+1].text == "of" {
		return true // "the Council on Trade, and Department of Energy"
	}
	if n := p.nucleus(i + 1); n > 1 && i+1+n > h && (c == "legislature" || next.body.ok() && p.entry(next.body).Kind == gazetteer.Chamber) {
		return true // "Presidential and National Assembly elections"
	}
	if j := i + 1 + int(next.place.n); j > i+1 && j < h && isPossessive(p.tok[j].text) {
		return true // "the Ministry of Food and Peru's Parliament"
	}
	c = p.class(i - 1)
	if named := i > 2 && p.tok[i-2].shape == capital && p.tok[i-2].sentence == prev.sentence && !functionWords[p.tok[i-2].low]; named && wholeBodies[c] && prev.shape == capital {
		return true // "the Harbour Policy Council and Tide Security Office"
	}
	return (c == "government" || c == "legislature") && prev.head.n == 1 && i+1 == h
}

// wholeBodies are the classes of nouns that end a name of their own before "and".
var wholeBodies = wordSet(`council ministry office committee commission agency bank`)

// plainDelegation tells whether a body of those who are sent is named by no
// more than that: a delegation is a body of its own only where it is one "to" a
// body, or a body's own ("European Parliament delegation").
func (p *page) plainDelegation(b *body) bool {
	if b.class != "delegation" || !strings.HasSuffix(p.tok[b.last-1].low, "delegation") {
		return false
	}
	for i := b.first; i < b.nucleus; i++ {
		if t := &p.tok[i]; t.body.ok() {
			return false
		}
	}
	return true
}

// sentMission tells whether a mission in small letters is only one that was
// sent ("a technical mission of X"), not one of observers, which has a name.
func (p *page) sentMission(b *body) bool {
	t := &p.tok[b.nucleus]
	if t.shape != small || b.class != "mission" || t.head.n > 1 {
		return false
	}
	for i := b.nucleus - 1; i >= 0 && i >= b.nucleus-3 && p.tok[i].shape != mark; i-- {
		if w := p.tok[i].low; strings.HasPrefix(w, "observ") || strings.HasPrefix(w, "monitor") || strings.HasPrefix(w, "elect") {
			return false
		}
	}
	return true
}

// numbered gives the token behind a letter or a Roman numeral that tells which
// of several committees is meant: "Commission I", "Committee A".
func (p *page) numbered(b *body, hi int) int {
	if b.class != "commission" && b.class != "committee" || b.last >= hi || b.last != b.nucleus+1 || b.generic && p.tok[b.nucleus].shape == small {
		return b.last
	}
	w := strings.TrimSuffix(p.tok[b.last].text, ".")
	if w != "" && strings.Trim(w, "IVX") == "" || len(w) == 1 && w >= "A" && w <= "H" && b.last+1 < hi && p.tok[b.last+1].shape == small {
		return b.last + 1
	}
	return b.last
}

// wordedMedium tells whether a listed medium at i is only English words of a
// field: "Foreign Policy" of "Committee on Security and Foreign Policy".
func (p *page) wordedMedium(i, lo int) bool {
	e := p.entry(p.tok[i].body)
	if e.Kind != gazetteer.Media || p.tok[i].body.n < 2 || i == lo {
		return false
	}
	for j := i; j < i+int(p.tok[i].body.n); j++ {
		if !p.tok[j].vocab {
			return false
		}
	}
	prev := p.tok[i-1].low
	return prev == "and" || prev == "on" || prev == "for" || prev == "&"
}

// crown gives where "His" or "Her" of "His Majesty's Government" stands, else i.
func (p *page) crown(i, lo int) int {
	if w := p.tok[i].low; (w == "majesty" || w == "highness") && i > lo && (p.tok[i-1].low == "his" || p.tok[i-1].low == "her") {
		return i - 1
	}
	return i
}

// titleOwned are the classes of bodies that a holder of a post has: "Prime
// Minister's Office".
var titleOwned = wordSet(`office ministry council agency committee fund`)

// class gives the class of the noun at i that heads a body, "" where it is none.
func (p *page) class(i int) string {
	if !p.tok[i].head.ok() {
		return ""
	}
	return p.entry(p.tok[i].head).Class
}

// acronymsWithin counts the known acronyms among tokens [first, h): each is a body by
// itself, which a name around several of them takes in ("NAM BSEC Mission").
func (p *page) acronymsWithin(first, h int) int {
	n := 0
	for i := first; i < h; i++ {
		if t := &p.tok[i]; t.body.n == 1 && t.shape == upper {
			n++
		}
	}
	return n
}

// titleAdjectives are words of titles that are adjectives before the noun of a body.
var titleAdjectives = wordSet(`representative plenipotentiary consultative executive`)

// pairOfPlaces tells whether a word is two states with a hyphen:
// "Latvia-Azerbaijan".
func (p *page) pairOfPlaces(t *token) bool {
	a, b, ok := strings.Cut(t.text, "-")
	if !ok || t.shape == mark {
		return false
	}
	const kinds = gazetteer.Country | gazetteer.Demonym
	_, n := p.gaz.Match([]string{a}, kinds)
	_, m := p.gaz.Match([]string{b}, kinds)
	return n == 1 && m == 1
}
