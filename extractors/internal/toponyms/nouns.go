package toponyms

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// nouns gives the names that a noun of places ends ("Almaty Region",
// "Konstantinovsky Palace") or begins ("city of Osh", "Palace of Peace").
func (p *page) nouns() []candidate {
	var out []candidate
	for i := p.first; i < p.last; i++ {
		if p.taken[i] {
			continue
		}
		if c, ok := p.ends(i); ok {
			out = append(out, c)
		}
		if c, ok := p.of(i); ok {
			out = append(out, c)
		}
	}
	return out
}

// ends reads "X Palace", "X Region", "X region".
func (p *page) ends(i int) (candidate, bool) {
	low, capital := p.low(i), isCapital(p.word(i))
	venue, region, last := false, false, i+1
	switch {
	case capital && venuePairs[low+"_"+p.low(i+1)] && isCapital(p.word(i+1)) && !p.taken[i+1]:
		venue, last = true, i+2
	case capital && venueNouns[low]:
		venue = true
	case capital && regionNouns[low] || !capital && lowRegionNouns[low]:
		region = true
	default:
		return candidate{}, false
	}
	first := p.growLeft(i, capital)
	if first == i {
		return candidate{}, false
	}
	c := candidate{first: first, last: last, span: p.span(first, last), kind: Venue, rule: VenueNoun, key: strings.ToLower(p.doc.Quote(p.span(first, last)))}
	if region {
		c.kind, c.rule = Region, RegionNoun
		if !capital && !p.partOfState(first, i) {
			return c, false
		}
	}
	if capital && p.runsOn(last) {
		p.near = append(p.near, Near{c.span, c.rule, "the name runs on: " + p.word(last)})
		return c, false
	}
	c.iso = p.isoOf(first, last)
	if venue {
		c.doubt = p.venueDoubt(first, i)
	}
	return c, true
}

// runsOn tells whether a capitalised word at i that is no name of its own
// continues the name before it.
func (p *page) runsOn(i int) bool {
	w := p.word(i)
	if p.heading || !isCapital(w) || p.taken[i] {
		return false
	}
	e, n := p.gaz.Match(p.rest(i), gazetteer.Place|gazetteer.Demonym|gazetteer.Title|gazetteer.Courtesy)
	return n == 0 || e.Kind == gazetteer.Title && e.Has(gazetteer.Plural)
}

// growLeft gives the first of the capitalised words before the noun at i.
func (p *page) growLeft(i int, capital bool) int {
	first := i
	for first > p.first && i-first < 4 {
		w := p.words[first-1]
		low := strings.ToLower(w)
		switch {
		case p.taken[first-1] || !isCapital(w) || isUpper(w) && len(w) < 4 || noPlace[low] || locatives[low]:
			return p.trim(first, i)
		case low == "the" || low == "a" || low == "and" || low == "of":
			return p.trim(first, i)
		case p.heading && !bareVenues[low] && p.is(first-1, gazetteer.Place|gazetteer.Demonym) == 0:
			return p.trim(first, i)
		case !capital && i-first >= 2:
			return first
		}
		first--
	}
	return p.trim(first, i)
}

// trim leaves off words that begin a sentence or a clause and are no part of
// the name.
func (p *page) trim(first, i int) int {
	for first < i && first == p.first && (p.lower[p.low(first)] || p.is(first, gazetteer.Title|gazetteer.Modifier) > 0) && !bareVenues[p.low(first)] {
		first++
	}
	return first
}

// partOfState tells whether "region" and its kin in small letters stand
// behind a name that they can belong to: a city or a part of a state, or an
// unknown name.
func (p *page) partOfState(first, noun int) bool {
	e, n := p.gaz.Match(p.rest(first), gazetteer.Place)
	if n == noun-first {
		return e.Kind == gazetteer.City || e.Kind == gazetteer.Region && e.ISO != ""
	}
	for i := first; i < noun; i++ {
		if !p.isName(i) || docNouns[p.low(i)] {
			return false
		}
	}
	return p.low(noun) != "region" || p.low(first-1) == "the" || locatives[p.low(first-1)]
}

// venueDoubt tells why "X Hall" is no place: a name of one plain word is one
// only where a preposition of place stands before it.
func (p *page) venueDoubt(first, noun int) string {
	prev := p.low(first - 1)
	if prev == "the" || prev == "its" || prev == "his" {
		prev = p.low(first - 2)
	}
	if locatives[prev] || prev == "inside" || prev == "of" && p.low(noun) != "house" {
		return ""
	}
	if p.low(noun) != "house" && p.low(noun) != "street" && p.low(noun) != "square" && !p.heading && p.low(first-1) == "the" {
		return ""
	}
	return "no preposition of place stands before it"
}

// of reads "city of X", "Palace of X", "Strait of X", "Hotel X".
func (p *page) of(i int) (candidate, bool) {
	low := p.low(i)
	j := i + 2
	if p.word(i+1) != "of" || j >= p.last || p.taken[j] {
		return candidate{}, false
	}
	city, region := cityOf[low], regionOf[low]
	venue := venueOf[low] && isCapital(p.word(i))
	if !city && !region && !venue {
		return candidate{}, false
	}
	if p.low(j) == "the" && venue {
		j++
	}
	last := p.nameRun(j, 3, venue)
	if last == j {
		return candidate{}, false
	}
	c := candidate{first: j, last: last, kind: City, rule: NounOf}
	switch {
	case venue:
		c.first, c.kind = i, Venue
	case region:
		c.kind = Region
		if isCapital(p.word(i)) {
			c.first = i
		}
	}
	if _, n := p.gaz.Match(p.rest(j), gazetteer.Place); n == last-j && c.first == j {
		return c, false // the lists know it
	}
	c.span = p.span(c.first, last)
	c.key = strings.ToLower(p.doc.Quote(c.span))
	c.iso = p.isoOf(j, last)
	return c, true
}

// nameRun gives the end of the run of at most n words from i on that can be a
// name; loose takes any capitalised word, and "and" between two.
func (p *page) nameRun(i, n int, loose bool) int {
	last := i
	for last < p.last && last-i < n && !p.taken[last] {
		capital := isCapital(p.words[last]) || p.words[last] == "and" && last > i && isCapital(p.word(last+1))
		if !p.isName(last) && !(loose && capital) {
			break
		}
		last++
	}
	return last
}

// isoOf gives the state of tokens [first, last): of a place within them, or of
// the state or city that follows as ", X", "in X" or "of X".
func (p *page) isoOf(first, last int) string {
	for i := first; i < last; i++ {
		if e, n := p.gaz.Match(p.words[i:last], gazetteer.Place|gazetteer.Demonym); n > 0 && e.ISO != "" && !e.Has(gazetteer.Ambiguous) {
			return e.ISO
		}
	}
	next := p.low(last)
	if next != "," && next != "in" && next != "of" {
		return ""
	}
	at := last + 1
	if p.low(at) == "the" {
		at++
	}
	if at < p.last {
		if e, n := p.gaz.Match(p.rest(at), gazetteer.Country|gazetteer.City|gazetteer.Region); n > 0 && (e.Kind != gazetteer.City || next != ",") {
			return e.ISO
		}
	}
	return ""
}
