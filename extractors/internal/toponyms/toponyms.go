// Package toponyms finds the places that a document names: cities, countries,
// regions and venues, by word lists and by the grammar of place names in press
// English. It knows no extractor.
//
// Candidates are made at every token: phrases of the lists (known.go), names
// built on a noun ("X Palace", "X Region"; nouns.go) and names told by where
// they stand (dateline, "X, Country", "city of X", "arrived in X"; context.go).
// Where candidates overlap the longest stays; candidates that touch a person's
// or a body's name are none. Mentions of one place are then tied together.
package toponyms

import (
	"cmp"
	"slices"
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// Kinds of places, as the record names them.
const (
	City    = "city"
	Country = "country"
	Region  = "region"
	Venue   = "venue"
)

// Rules, by the names that the extractor declares.
const (
	CountryName    = "country-name"
	CityName       = "city-name"
	RegionName     = "region-name"
	VenueName      = "venue-name"
	VenueNoun      = "venue-noun"
	RegionNoun     = "region-noun"
	NounOf         = "noun-of-name"
	Dateline       = "dateline"
	CityAndCountry = "city-before-country"
	AfterPlaceVerb = "after-verb-of-place"
	AfterIn        = "after-in"
)

// Mention is one place where the text names a place.
type Mention struct {
	pipeline.Span
	Rule string
}

// Place is one place of the page with all mentions of it in text order.
type Place struct {
	Name     string // fullest form in the text
	Kind     string
	Country  string // ISO 3166-1 alpha-2, "" where neither lists nor text tell
	Mentions []Mention
}

// Near is a run of words that was nearly taken.
type Near struct {
	pipeline.Span
	Rule, Why string
}

// candidate is a reading of tokens [first, last) as a place.
type candidate struct {
	first, last int
	span        pipeline.Span // differs from the tokens' where a token holds two names
	kind, rule  string
	iso         string
	key         string            // what ties mentions together, within kind and country
	entries     []gazetteer.Entry // readings of a phrase of the lists
	doubt       string            // why it is none unless something supports it
}

// Find reads a document. taken are the names of people and bodies: a place
// within one is none, but for a building that a body is named for ("at the
// White House"). It is pure and safe for concurrent use.
func Find(doc *pipeline.Document, gaz *gazetteer.Gazetteer, taken []pipeline.Span) ([]*Place, []Near) {
	p := newPage(doc, gaz, taken)
	var all []candidate
	for si := range doc.Sentences {
		p.sentence(si)
		all = append(all, p.dateline()...) // first: of two readings of one length the earlier stays
		all = append(all, p.known()...)
		all = append(all, p.nouns()...)
		all = append(all, p.inContext()...)
	}
	return p.places(p.settle(all)), p.near
}

// settle drops what overlaps something longer, then what stays in doubt.
func (p *page) settle(all []candidate) []candidate {
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.last-b.first, a.last-a.first), cmp.Compare(a.first, b.first))
	})
	owner := map[int]int{} // token to the first candidate that took it
	var kept []candidate
	for _, c := range all {
		if p.occupied(owner, c, kept) {
			continue
		}
		for i := c.first; i < c.last; i++ {
			owner[i] = len(kept)
		}
		kept = append(kept, c)
	}
	slices.SortStableFunc(kept, func(a, b candidate) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return p.supported(kept)
}

// occupied tells whether a longer candidate has one of c's tokens. Two names
// within one token ("Kazakhstan-China") do not hinder each other.
func (p *page) occupied(owner map[int]int, c candidate, kept []candidate) bool {
	for i := c.first; i < c.last; i++ {
		if k, ok := owner[i]; ok && kept[k].span.Overlaps(c.span) {
			return true
		}
	}
	return false
}

// supported drops doubtful candidates that nothing else on the page supports,
// and chooses among the readings of an ambiguous name.
func (p *page) supported(list []candidate) []candidate {
	seen := map[string]int{} // states that the page names without doubt
	sure := map[string]bool{}
	for _, c := range list {
		if c.doubt == "" {
			sure[c.key] = true
			if c.iso != "" && len(c.entries) < 2 {
				seen[c.iso]++
			}
		}
	}
	for iso, n := range p.demonyms {
		seen[iso] += n
	}
	out := make([]candidate, 0, len(list))
	for _, c := range list {
		if c.doubt != "" && !sure[c.key] {
			p.near = append(p.near, Near{c.span, c.rule, c.doubt})
			continue
		}
		if len(c.entries) > 1 {
			p.choose(&c, seen, list)
		}
		out = append(out, c)
	}
	return out
}

// choose takes the reading whose state the page names most, else the first. A
// state goes before a part of another state (Georgia) unless other parts of
// that state stand in the sentence, or the page names no other state. A name
// that two states share (Congo) has no code where the page names neither.
func (p *page) choose(c *candidate, seen map[string]int, list []candidate) {
	best := c.entries[0]
	country := best.Kind == gazetteer.Country
	for _, e := range c.entries[1:] {
		if country && e.Kind != gazetteer.Country {
			if only(seen, e.ISO) || p.partBeside(c, e.ISO, list) {
				best = e
			}
			continue
		}
		if seen[e.ISO] > seen[best.ISO] {
			best = e
		}
	}
	p.read(c, best)
	if country && c.entries[1].Kind == gazetteer.Country && seen[best.ISO] == 0 {
		c.iso = ""
	}
}

func only(seen map[string]int, iso string) bool { return len(seen) == 1 && seen[iso] > 0 }

// partBeside tells whether the sentence names another city or part of a state
// without doubt.
func (p *page) partBeside(c *candidate, iso string, list []candidate) bool {
	sentence := p.doc.Tokens[c.first].Sentence
	for _, x := range list {
		if x.iso == iso && x.kind != Country && x.doubt == "" && len(x.entries) < 2 && p.doc.Tokens[x.first].Sentence == sentence &&
			(x.kind == Region || x.last+1 == c.first) {
			return true
		}
	}
	return false
}

// places ties the mentions of one place together.
func (p *page) places(list []candidate) []*Place {
	index := map[string]*Place{}
	var out []*Place
	for _, c := range list {
		key := c.kind + "\x00" + c.iso + "\x00" + c.key
		place := index[key]
		if place == nil {
			place = &Place{Kind: c.kind, Country: c.iso}
			index[key] = place
			out = append(out, place)
		}
		place.Mentions = append(place.Mentions, Mention{c.span, c.rule})
	}
	for _, x := range out {
		x.Name = p.fullest(x.Mentions)
	}
	return out
}

// fullest gives the longest form; capitals throughout count only where
// there is no other form.
func (p *page) fullest(mentions []Mention) string {
	best := ""
	for _, m := range mentions {
		form := p.doc.Quote(m.Span)
		better := len(form) > len(best)
		if shouted := shouts(best); shouted != shouts(form) {
			better = shouted
		}
		if best == "" || better {
			best = form
		}
	}
	return best
}

// shouts tells whether a name longer than an acronym is wholly in capitals.
func shouts(s string) bool { return len(s) > 4 && strings.ToUpper(s) == s && !strings.Contains(s, ".") }
