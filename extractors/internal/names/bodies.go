package names

import "readout/pipeline/gazetteer"

// body is a candidate for the name of an organization: tokens [first, last)
// around a nucleus, the noun that heads it ("Council") or a name known by
// itself ("Senate", "OSCE").
type body struct {
	first, last int
	nucleus     int
	score       float64
	generic     bool // the bare noun: "the Committee"
	iso         string
}

const maxBody = 32 // tokens

// findBodies gives the candidates of the whole page, by first token.
func (p *page) findBodies() []body {
	var out []body
	for i := range p.tok {
		if n := p.nucleus(i); n > 0 {
			out = p.growBody(out, i, i+n)
		}
	}
	return out
}

// nucleus gives the number of tokens of a noun or name at i that can carry
// the name of a body.
func (p *page) nucleus(i int) int {
	t := &p.tok[i]
	n := int(t.body.n)
	if t.head.ok() && int(t.head.n) > n {
		n = int(t.head.n)
	}
	return n
}

func (p *page) sentenceOf(i int) (first, last int) {
	s := p.doc.Sentences[p.tok[i].sentence]
	return s.First, s.Last
}

func (p *page) growBody(out []body, h, end int) []body {
	lo, hi := p.sentenceOf(h)
	t := &p.tok[h]
	known := t.body.ok()
	first := h
	if !known || p.entry(t.body).Kind&gazetteer.Media == 0 {
		first = p.growLeft(h, lo)
	}
	lowered := t.shape == small
	score := 1.2 - segmentCost
	if known {
		score += 0.8
	}
	base := body{first: first, last: end, nucleus: h, score: score + 0.9*float64(end-first)}
	base.generic = first == h && !known || lowered && !p.properWithin(first, h)
	if lowered {
		base.score -= 0.8
	}
	if p.tok[first].heading && !known {
		base.score -= 1
	}
	out = append(out, base)
	return p.growRight(out, base, hi)
}

// properWithin tells whether a name stands among tokens [first, last).
func (p *page) properWithin(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &p.tok[i]; t.demonym.ok() || t.place.ok() || t.shape == upper || t.shape == capital && !t.vocab {
			return true
		}
	}
	return false
}

// growLeft gives the first token of the words that stand before a nucleus and
// belong to its name.
func (p *page) growLeft(h, lo int) int {
	i := h
	lowered := p.tok[h].shape == small
	for i > lo && h-i < 10 {
		t := &p.tok[i-1]
		switch {
		case t.text == "’s" || t.text == "'s":
			if i-2 < lo || p.tok[i-2].shape != capital || p.tok[i-2].place.ok() || p.endsPlace(i-1) {
				return i
			}
			i -= 2
		case t.text == "and" || t.text == "&":
			j := p.listLeft(i-1, lo)
			if j == i-1 || lowered {
				return i
			}
			i = j
		case t.shape == capital || t.shape == upper || t.shape == mixed:
			if t.first && t.vocab && !t.head.ok() && functionWords[t.low] || functionWords[t.low] {
				return i
			}
			if t.title.ok() && !t.head.ok() && p.entry(t.title).Flags&(gazetteer.State|gazetteer.HasField|gazetteer.Bare) != 0 {
				return i
			}
			if t.heading && t.vocab && !t.head.ok() && !t.portfolio.ok() && !t.place.ok() && !t.demonym.ok() {
				return i
			}
			if lowered && !t.demonym.ok() && !t.place.ok() && !p.endsPlace(i) && t.shape != upper {
				return i
			}
			i--
		case t.shape == initial && (t.place.ok() || len(t.text) > 2):
			i--
		default:
			return i
		}
	}
	return i
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

// listLeft runs over "Social, Educational, Cultural, Women's" before the "and"
// at i and gives where the list begins; i if it is none.
func (p *page) listLeft(i, lo int) int {
	j := i
	for j > lo {
		t := &p.tok[j-1]
		if t.text == "," && j-2 >= lo && p.fieldWord(j-2) || t.text == "’s" || t.text == "'s" {
			j--
			continue
		}
		if !p.fieldWord(j - 1) {
			break
		}
		j--
	}
	for j < i && (p.tok[j].text == "," || p.tok[j].shape == mark) {
		j++
	}
	return j
}

// fieldWord tells whether token i can be a word of a field of work: an
// English word with a capital that is neither place nor title nor head.
func (p *page) fieldWord(i int) bool {
	t := &p.tok[i]
	return t.shape == capital && t.vocab && !t.title.ok() && !functionWords[t.low] && !t.place.ok() && !months[t.low]
}

// prepositions that may tie a complement to the noun of a body.
var bodyPrepositions = map[string]bool{"of": true, "for": true, "on": true, "against": true, "with": true, "to": true, "in": true}

// growRight adds the longer candidates: "Council" + "of the Republic", "for
// Women", "on Migration".
func (p *page) growRight(out []body, b body, hi int) []body {
	if p.tok[b.nucleus].body.ok() && p.entry(p.tok[b.nucleus].body).Has(gazetteer.Acronym) {
		return out
	}
	for depth := 0; depth < 6; depth++ {
		i := b.last
		if i+1 >= hi || !bodyPrepositions[p.tok[i].text] {
			return out
		}
		prep := p.tok[i].text
		i++
		if p.tok[i].low == "the" {
			i++
		}
		stops := p.complement(i, hi, prep)
		if len(stops) == 0 {
			return out
		}
		bonus := 0.3 * float64(i-b.last)
		if prep == "in" || prep == "to" || prep == "with" {
			if b.generic {
				return out
			}
			bonus -= 0.5
		}
		b.generic = false
		for _, s := range stops {
			if s.end-b.first > maxBody {
				return out
			}
			c := b
			c.last, c.score = s.end, b.score+s.score+bonus
			out = append(out, c)
		}
		b = out[len(out)-1]
	}
	return out
}

// stop is a token before which a phrase can end, and what speaks for it.
type stop struct {
	end   int
	score float64
}

// complement reads the noun phrase after a preposition: capitalised words
// with "and", "&" and, where an "and" closes the list, commas. It gives every
// place where the phrase can end, the last one last.
func (p *page) complement(i, hi int, prep string) []stop {
	if i >= hi {
		return nil
	}
	if n := int(p.tok[i].place.n); n > 0 {
		return p.complementName(i, i+n, hi, float64(n), []stop{{i + n, float64(n)}})
	}
	if prep == "in" || prep == "to" && !p.tok[i].body.ok() && p.tok[i].shape != upper {
		return nil
	}
	return p.complementName(i, i, hi, 0, nil)
}

func (p *page) complementName(start, i, hi int, score float64, out []stop) []stop {
	for i < hi {
		t := &p.tok[i]
		n, gain := p.complementWord(i, start, hi)
		if n == 0 {
			break
		}
		if gain < 0 && i > start && (len(out) == 0 || out[len(out)-1].end != i) {
			out = append(out, stop{i, score})
		}
		score += gain
		i += n
		if t.place.ok() && int(t.place.n) >= n {
			out = append(out, stop{i, score})
		}
	}
	if i > start && (len(out) == 0 || out[len(out)-1].end != i) {
		out = append(out, stop{i, score})
	}
	return out
}

// complementWord gives how many tokens at i go on with a complement that began
// at start, and what they add to its score.
func (p *page) complementWord(i, start, hi int) (n int, gain float64) {
	t := &p.tok[i]
	switch {
	case t.shape == capital && functionWords[t.low]:
		return 0, 0
	case t.shape == capital || t.shape == mixed:
		switch {
		case t.courtesy.ok() || t.rank.ok():
			return 0, 0
		case t.place.ok():
			return int(t.place.n), float64(t.place.n)
		case t.demonym.ok() || t.head.ok() || t.portfolio.ok() || t.body.ok():
			return 1, 0.9
		case t.vocab:
			return 1, 0.8
		}
		return 1, -0.6
	case t.shape == upper:
		return 1, 0.9
	case t.shape == initial && t.place.ok():
		return 1, 0.9
	case i == start:
	case t.text == "’s" || t.text == "'s":
		if i+1 < hi && p.tok[i+1].shape == capital {
			return 1, 0.4
		}
	case t.text == "and" || t.text == "&":
		if i+1 < hi && p.listItem(i+1, hi) {
			return 1, 0.4
		}
	case t.text == ",":
		if p.listCloses(i, hi) {
			return 1, 0.4
		}
	}
	return 0, 0
}

// listItem tells whether a word after "and" goes on with the same field.
func (p *page) listItem(i, hi int) bool {
	t := &p.tok[i]
	if t.head.ok() && p.entry(t.head).Has(gazetteer.Leads) || t.title.ok() || t.body.ok() {
		return false
	}
	return p.fieldWord(i)
}

// listCloses tells whether the comma at i is one of a list "A, B and C".
func (p *page) listCloses(i, hi int) bool {
	for n := 0; i < hi && n < 12; n++ {
		t := &p.tok[i]
		switch {
		case t.text == ",":
			if i+1 >= hi || !p.fieldWord(i+1) && p.tok[i+1].text != "and" {
				return false
			}
		case t.text == "and" || t.text == "&":
			return i+1 < hi && p.listItem(i+1, hi)
		case !p.fieldWord(i):
			return false
		}
		i++
	}
	return false
}

// functionWords are small words that a capital makes no part of a name.
var functionWords = wordSet(`the a an in on at of for to from by with as and or but if when while after before during since until
	although though because that this these those there here it its he she they we i you his her their our your my who whom whose which what
	how why where both all some many most other such not no so under over through following according meanwhile however also then thus
	today yesterday tomorrow now earlier later among between against about into upon within without per via amid besides despite
	is are was were be been has have had will would can could may might shall should do does did let thank dear
	each every any few several another one two three four five six seven eight nine ten first next last
	us said says told`)

var months = wordSet(`january february march april june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday`)
