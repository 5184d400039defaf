package toponyms

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// dateline reads "CITY, date -", "CITY (AGENCY) -" and "CITY:" at the head of
// a paragraph, and a dateline that is a paragraph of its own.
func (p *page) dateline() []candidate {
	if !p.opens || p.paragraph == pipeline.TitleParagraph || p.first == p.last || p.taken[p.first] || !isCapital(p.words[p.first]) {
		return nil
	}
	entry, n := p.gaz.Match(p.rest(p.first), gazetteer.City|gazetteer.Country)
	known := n > 0
	last := p.first + n
	if !known {
		for last < p.last && last-p.first < 3 && len(p.words[last]) > 2 && p.couldHead(last) {
			last++
		}
		if last == p.first || p.is(p.first, gazetteer.Title|gazetteer.Courtesy|gazetteer.Body|gazetteer.Media|gazetteer.Chamber|gazetteer.Demonym) > 0 {
			return nil
		}
	}
	proof, ok := p.datelineEnd(last)
	if !ok || !known && !proof || !p.free(p.first, last) {
		return nil
	}
	c := candidate{first: p.first, last: last, span: p.span(p.first, last), kind: City, rule: Dateline}
	if known {
		p.read(&c, entry)
		c.rule = Dateline
	} else {
		c.key = strings.ToLower(p.doc.Quote(c.span))
		c.iso = p.isoOf(p.first, last)
	}
	return []candidate{c}
}

// couldHead tells whether a token can be of an unknown city in a dateline:
// in capitals, or a name.
func (p *page) couldHead(i int) bool {
	low := p.low(i)
	if isUpper(p.words[i]) {
		return !p.taken[i] && !noPlace[low] && !locatives[low] && !p.lower[low]
	}
	return p.isName(i) && !locatives[low]
}

// datelineEnd tells whether what follows the place closes a dateline, and
// whether a date or an agency in it proves one.
func (p *page) datelineEnd(i int) (proof, ok bool) {
	for steps := 0; steps < 14; steps++ {
		w := p.word(i)
		low := strings.ToLower(w)
		switch {
		case w == "–" || w == "—" || w == "-" || w == "--":
			return proof, true
		case w == ":":
			return proof, steps == 0 || proof
		case w == "." && proof && p.is(i-1, gazetteer.Media) > 0:
			return proof, true
		case w == "":
			return proof, proof && p.paragraph == pipeline.DatelineParagraph
		case w == "," || w == "." || w == ".-" || w == "/" || w == "(" || w == ")":
			proof = proof || w == "("
		case isDay(low) || isYear(low) || months[strings.TrimSuffix(low, ".")]:
			proof = true
		case isCapital(w) || low == "of" || low == "the":
		default:
			return proof, false
		}
		i++
	}
	return proof, false
}

// inContext reads unknown names that their surroundings tell to be cities:
// "in X, Country" and "arrived in X".
func (p *page) inContext() []candidate {
	var out []candidate
	for i := p.first + 1; i < p.last; i++ {
		goes := p.low(i-1) == "for" && leaveFor[p.low(i-2)]
		if !locatives[p.low(i-1)] && p.low(i-1) != "of" && !goes || !p.isName(i) || p.is(i, gazetteer.Place) > 0 {
			continue
		}
		last := p.nameRun(i, 3, false)
		c := candidate{first: i, last: last, span: p.span(i, last), kind: City}
		c.key = strings.ToLower(p.doc.Quote(c.span))
		switch {
		case p.beforeState(last):
			c.rule, c.iso = CityAndCountry, p.isoOf(i, last)
		case p.low(i-1) != "of" && last-i <= 2 && (goes || p.afterVerb(i-1)) && p.closes(last):
			c.rule = AfterPlaceVerb
		case p.low(i-1) == "in" && last-i <= 2 && !p.heading && p.closes(last) && p.word(last) != ":":
			c.rule = AfterIn
		case p.low(i-1) == "of":
			continue
		default:
			p.near = append(p.near, Near{c.span, AfterPlaceVerb, p.whyNot(i-1, last)})
			continue
		}
		out = append(out, c)
		i = last
	}
	return out
}

// beforeState tells whether ", State" follows, and no list of states.
func (p *page) beforeState(i int) bool {
	if p.word(i) != "," || i+1 >= p.last {
		return false
	}
	e, n := p.gaz.Match(p.rest(i+1), gazetteer.Country|gazetteer.Region)
	if n == 0 || e.Kind == gazetteer.Region && e.ISO == "" {
		return false
	}
	after := p.low(i + 1 + n)
	return after != "and"
}

// afterVerb tells whether a word of being or going somewhere stands within
// the four words before the preposition at i.
func (p *page) afterVerb(i int) bool {
	for j := i - 1; j >= p.first && j >= i-4; j-- {
		if placeVerbs[p.low(j)] {
			return true
		}
		if w := p.words[j]; w == "," || w == ";" || w == "“" || w == "\"" {
			return false
		}
	}
	return false
}

func (p *page) closes(i int) bool { return i >= p.last || afterPlace[p.low(i)] }

func (p *page) whyNot(i, last int) string {
	if !p.afterVerb(i) && p.low(i) != "in" {
		return "no word of being or going somewhere stands before the preposition"
	}
	if !p.closes(last) {
		return "the name does not end its phrase: " + p.word(last)
	}
	return "the name has more than two words and no list knows it"
}

var months = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`)

func isDay(w string) bool {
	n := 0
	for n < len(w) && '0' <= w[n] && w[n] <= '9' {
		n++
	}
	return n == 1 || n == 2
}

func isYear(w string) bool { return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") }
