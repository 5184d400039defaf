package toponyms

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// known gives the phrases of the lists.
func (p *page) known() []candidate {
	var out []candidate
	for i := p.first; i < p.last; {
		if p.taken[i] || !isLetter(p.words[i]) {
			if c, ok := p.house(i); ok {
				out = append(out, c)
			}
			i++
			continue
		}
		if !isCapital(p.words[i]) && !isCapital(p.word(i+1)) && !strings.ContainsAny(p.words[i], "-‑") {
			i++
			continue
		}
		entries, n := p.gaz.Matches(p.rest(i), gazetteer.Place)
		if n > 0 && (isCapital(p.words[i]) || !isCapital(entries[0].Form)) {
			if c, ok := p.phrase(i, n, entries); ok {
				out = append(out, c)
			}
			i += n
			continue
		}
		if strings.ContainsAny(p.words[i], "-‑") {
			out = append(out, p.compound(i)...)
		} else if e, n := p.gaz.Match(p.rest(i), gazetteer.Demonym); n > 0 {
			p.demonyms[e.ISO]++
		}
		i++
	}
	return out
}

// house reads a building that is also the name of a body (White House) and
// stands here as a place: behind a preposition of place.
func (p *page) house(i int) (candidate, bool) {
	prev := p.low(i - 1)
	if prev == "the" {
		prev = p.low(i - 2)
	}
	if prev != "at" && prev != "to" && prev != "in" && prev != "inside" && prev != "outside" {
		return candidate{}, false
	}
	e, n := p.gaz.Match(p.rest(i), gazetteer.Venue)
	if n == 0 || !p.names[p.span(i, i+n)] {
		return candidate{}, false
	}
	c := candidate{first: i, last: i + n, span: p.span(i, i+n)}
	p.read(&c, e)
	return c, true
}

// phrase makes the candidate of a phrase of n tokens at i.
func (p *page) phrase(i, n int, entries []gazetteer.Entry) (candidate, bool) {
	c := candidate{first: i, last: i + n, span: p.span(i, i+n)}
	p.read(&c, entries[0])
	if len(entries) > 1 {
		c.entries = entries
	}
	if !p.free(i, i+n) {
		return c, false
	}
	if why := p.insideName(i, i+n); why != "" {
		p.near = append(p.near, Near{c.span, c.rule, why})
		return c, false
	}
	if entries[0].Has(gazetteer.Ambiguous) {
		c.doubt = p.doubt(i, i+n, entries)
	}
	return c, true
}

// read gives a candidate the kind, state and key of one reading.
func (p *page) read(c *candidate, e gazetteer.Entry) {
	c.iso, c.key = e.ISO, e.Name
	switch e.Kind {
	case gazetteer.Country:
		c.kind, c.rule, c.key = Country, CountryName, e.ISO
	case gazetteer.City:
		c.kind, c.rule = City, CityName
	case gazetteer.Region:
		c.kind, c.rule = Region, RegionName
	case gazetteer.Venue:
		c.kind, c.rule = Venue, VenueName
	}
}

// insideName tells why tokens [first, last) stand within a longer name that
// is no place.
func (p *page) insideName(first, last int) string {
	next := p.low(last)
	switch {
	case lowDocNouns[next], docNouns[next] && isCapital(p.word(last)) && !p.heading:
		return "the words name a document, an event or a thing: " + p.doc.Quote(p.span(first, last+1))
	case p.low(first) == "america" && partsOfAmerica[p.low(first-1)]:
		return "the words are half of the name of a part of the world"
	case first > p.first && p.taken[first-1] && last < p.last && p.taken[last]:
		return "the words stand within a name"
	}
	return ""
}

// doubt tells why an ambiguous name is no place here; "" where its
// surroundings show that it is one.
func (p *page) doubt(first, last int, entries []gazetteer.Entry) string {
	country := entries[0].Kind == gazetteer.Country
	prev, next := p.low(first-1), p.word(last)
	if prev == "the" {
		prev = p.low(first - 2)
	}
	if p.nameBeside(first, last) {
		return "the word is also a given name or surname, and capitalised words stand beside it"
	}
	if country || locatives[prev] {
		return ""
	}
	if next == "," && p.stateAt(last+1, entries) {
		return ""
	}
	if p.paragraph == pipeline.DatelineParagraph {
		return ""
	}
	return "the word has other meanings, and no preposition of place stands before it"
}

// nameBeside tells whether a word that could be part of a person's name
// touches the tokens.
func (p *page) nameBeside(first, last int) bool {
	if p.heading {
		return false
	}
	if first-1 > p.first && p.isName(first-1) && p.is(first-1, gazetteer.Place) == 0 {
		return true
	}
	return p.isName(last) && p.is(last, gazetteer.Place) == 0
}

// stateAt tells whether the name of a state, or of a part of one, that an
// entry belongs to stands at token i.
func (p *page) stateAt(i int, entries []gazetteer.Entry) bool {
	if i >= p.last {
		return false
	}
	states, _ := p.gaz.Matches(p.rest(i), gazetteer.Country|gazetteer.Region)
	for _, s := range states {
		for _, e := range entries {
			if s.ISO != "" && s.ISO == e.ISO {
				return true
			}
		}
	}
	return false
}

// compound finds the names within a token of several parts:
// "Kazakhstan-China", "Geneva-based".
func (p *page) compound(i int) []candidate {
	var out []candidate
	t := p.doc.Tokens[i]
	start := t.Start
	for _, part := range strings.FieldsFunc(p.words[i], func(r rune) bool { return r == '-' || r == '‑' }) {
		at := start + strings.Index(p.doc.Text[start:t.End], part)
		start = at + len(part)
		if !isCapital(part) {
			continue
		}
		e, n := p.gaz.Match([]string{part}, gazetteer.Country|gazetteer.City|gazetteer.Demonym)
		switch {
		case n == 0 || e.Kind != gazetteer.Demonym && e.Has(gazetteer.Ambiguous):
		case e.Kind == gazetteer.Demonym:
			p.demonyms[e.ISO]++
		default:
			c := candidate{first: i, last: i + 1, span: pipeline.Span{Start: at, End: start}}
			p.read(&c, e)
			out = append(out, c)
		}
	}
	return out
}
