package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// growRight adds the longer candidates: "Council" + "of the Republic", "for
// Women", "on Migration", "in Jakarta".
func (p *page) growRight(out []body, b body, hi int) []body {
	for depth := 0; depth < 6; depth++ {
		i := b.last
		if i+1 >= hi {
			return out
		}
		if p.tok[i].low == "named" && i+2 < hi && p.tok[i+1].low == "after" && p.tok[i+2].shape == capital {
			b.last = p.capitalRun(i+2, hi)
			b.score += float64(b.last - i)
			return append(out, b)
		}
		prep := p.tok[i].text
		if (prep == "and" || prep == "&") && b.last > b.nucleus+1 && p.tok[b.last-2].text == "of" && p.listItem(i+1, hi) {
			b.last = i + 2 // "Board of Forestry" + "and Fisheries"
			b.score += 1.2
			out = append(out, b)
			continue
		}
		if !p.tieTo(&b, prep) {
			return out
		}
		i++
		if p.tok[i].low == "the" {
			i++
		}
		if p.tok[b.nucleus].shape == small && i < hi && p.tok[i].shape == small {
			return p.smallTail(out, b, i, hi)
		}
		stops := p.complement(i, hi, prep, b.class == "office" || b.class == "government")
		if len(stops) == 0 {
			return out
		}
		bonus := 0.3 * float64(i-b.last)
		if prep == "in" && b.class == "embassy" {
			bonus += 0.7 // "Embassy in Bogota" rather than a post in Bogota
		}
		b.generic = false
		for _, s := range stops {
			if s.end-b.first > maxBody {
				return out
			}
			c := b
			c.last, c.score = s.end, b.score+s.score+bonus
			if iso := p.isoWithin(i, s.end); iso != "" && prep != "to" && prep != "with" && !(prep == "in" && b.class != "association") {
				c.iso = iso
			}
			out = append(out, c)
		}
		b = out[len(out)-1]
	}
	return out
}

// smallTail adds a field in small letters to a body whose noun is in small
// letters too: "municipal committee on inland fisheries and Nordic
// cooperation". Without a name or an adjective before its noun it is none.
func (p *page) smallTail(out []body, b body, i, hi int) []body {
	if b.first == b.nucleus {
		return out
	}
	start, words := b.last, 0
	for i < hi && i-start < 12 {
		t := &p.tok[i]
		switch {
		case t.shape == small && !functionWords[t.low] && !saying[t.low] && !(words == 0 && (ordinals[t.low] || strings.HasSuffix(t.low, "teenth"))):
			words++
		case (t.text == "and" || t.text == "of") && i+1 < hi && (p.tok[i+1].shape == small && !functionWords[p.tok[i+1].low] || p.regional(i+1, hi)):
		case p.regional(i, hi):
		case t.text == "with" && words > 0 && i+1 < hi && p.tok[i+1].place.ok():
			b.last = i + 1 + int(p.tok[i+1].place.n)
			b.score += 0.6 * float64(b.last-start)
			b.generic = false
			return append(out, b)
		default:
			hi = i
			continue
		}
		i++
	}
	if words == 0 {
		return out
	}
	b.last, b.generic = i, false
	b.score += 0.6 * float64(i-start)
	return append(out, b)
}

// regional tells whether token i is an adjective of a part of the world or a
// state before a word in small letters: "European integration".
func (p *page) regional(i, hi int) bool {
	t := &p.tok[i]
	return t.shape == capital && (t.vocab || t.demonym.ok()) && i+1 < hi && p.tok[i+1].shape == small && !functionWords[p.tok[i+1].low]
}

// capitalRun gives the end of the capitalised words from i on.
func (p *page) capitalRun(i, hi int) int {
	for i < hi && (p.tok[i].shape == capital || p.tok[i].shape == initial || p.tok[i].shape == upper) && !functionWords[p.tok[i].low] {
		i++
	}
	return i
}

// tieTo tells whether a preposition can tie a complement to a body.
func (p *page) tieTo(b *body, prep string) bool {
	switch prep {
	case "of", "for", "on", "against":
		if prep != "of" && p.whole(b) {
			return false
		}
		if prep == "for" && (b.class == "mission" || b.class == "delegation") {
			return false // "Observer Group for the General Election"
		}
		return b.class != "delegation" || !p.plainDelegation(b) && p.tok[b.nucleus].shape != small
	case "to":
		return b.class == "embassy" || b.class == "commission" && !b.generic || (b.class == "mission" || b.class == "delegation") && p.sentTo(b)
	case "in":
		plain := b.last == b.nucleus+p.nucleus(b.nucleus)
		return !b.generic && p.tok[b.nucleus].shape != small && (b.class == "embassy" || plain && (b.class == "mission" || b.class == "office") || b.class == "association" && b.last-b.first > 1)
	case "with":
		return b.class == "committee" || b.class == "association" && !b.generic
	}
	return false
}

// whole tells whether a body has no field of its own to name: a government, a
// legislature with its state before it. What stands behind such a name with "on" or
// "for" is told of by it: "the Greek government on the need".
func (p *page) whole(b *body) bool {
	switch b.class {
	case "government", "legislature", "chamber", "party":
	default:
		return false
	}
	if b.first == b.nucleus || p.tok[b.nucleus].low == "office" {
		return false
	}
	t := &p.tok[b.first]
	return t.demonym.ok() || t.place.ok()
}

// sentTo tells whether the "to" behind a mission or delegation leads to what it is
// accredited to: a body; a state only for a mission with a capital. "A delegation
// to meet him", "a mission to Chad" are no names.
func (p *page) sentTo(b *body) bool {
	_, hi := p.sentenceOf(b.nucleus)
	i := b.last + 1
	if i < hi && p.tok[i].low == "the" {
		i++
	}
	if i >= hi || p.tok[i].shape == small {
		return false
	}
	if p.tok[i].body.ok() && p.tok[i].body.n >= p.tok[i].place.n {
		return true
	}
	return !p.tok[i].place.ok() || b.class == "mission" && p.tok[b.nucleus].shape != small
}

// stop is a token before which a phrase can end, and what speaks for it.
type stop struct {
	end   int
	score float64
}

// complement reads the noun phrase after a preposition: capitalised words
// with "and", "&" and, where an "and" closes the list, commas. It gives every
// place where the phrase can end, the last one last.
func (p *page) complement(i, hi int, prep string, titles bool) []stop {
	if i >= hi {
		return nil
	}
	t := &p.tok[i]
	if n := int(t.place.n); n > 0 && n >= int(t.body.n) {
		if prep == "in" || prep == "to" {
			return []stop{{i + n, float64(n) + 0.2}}
		}
		return p.complementName(i, i+n, hi, float64(n), titles, []stop{{i + n, float64(n)}})
	}
	if (prep == "in" || prep == "to") && t.shape == capital && !t.vocab && !months[t.low] && !t.title.ok() && !t.courtesy.ok() && !t.body.ok() && !t.demonym.ok() {
		return []stop{{i + 1, 1}} // a place that no list holds
	}
	if prep == "in" || prep == "to" && !t.body.ok() && t.shape != upper {
		return nil
	}
	return p.complementName(i, i, hi, 0, titles, nil)
}

func (p *page) complementName(start, i, hi int, score float64, titles bool, out []stop) []stop {
	for i < hi {
		t := &p.tok[i]
		n, gain := p.complementWord(i, start, hi, titles)
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
func (p *page) complementWord(i, start, hi int, titles bool) (n int, gain float64) {
	t := &p.tok[i]
	switch {
	case t.shape == capital && (functionWords[t.low] || months[t.low]):
		return 0, 0
	case t.shape == capital || t.shape == mixed:
		return p.complementCapital(i, hi, titles)
	case t.shape == upper:
		if t.courtesy.ok() && !t.body.ok() {
			return 0, 0
		}
		if t.body.ok() {
			return int(t.body.n), 0.9*float64(t.body.n) + 1.4
		}
		return 1, 0.9
	case t.shape == initial && t.place.ok():
		return 1, 0.9
	case t.text == "the" && i > start && strings.HasSuffix(p.tok[i-1].low, "ing") && i+1 < hi && p.tok[i+1].shape == capital:
		return 1, 0.3 // "for Protecting the Wadden Sea"
	case i == start:
	case isPossessive(t.text):
		if i+1 < hi && p.tok[i+1].shape == capital && p.tok[i-1].vocab {
			return 1, 0.4
		}
	case t.text == "and" || t.text == "&":
		if i+1 < hi && p.listItem(i+1, hi) {
			return 1, 0.4
		}
		if i+2 < hi && p.tok[i+1].text == "the" && p.tok[i+2].place.ok() && p.endsPlaceOrPlace(i) {
			return 2, 0.4 // "for Asia and the Pacific"
		}
	case t.text == ",":
		if p.listCloses(i, hi) {
			return 1, 0.4
		}
	}
	return 0, 0
}

func (p *page) complementCapital(i, hi int, titles bool) (n int, gain float64) {
	t := &p.tok[i]
	if i >= 1 && saintly[p.tok[i-1].low] && p.tok[i-1].shape == capital && !t.place.ok() {
		return 1, 0.4 // "College of Saint Columba"
	}
	switch {
	case t.courtesy.ok() && !t.vocab || t.rank.ok() && !t.vocab:
		return 0, 0
	case t.place.ok() && t.place.n >= t.body.n:
		if i > 0 && p.entry(t.place).Kind == gazetteer.City && p.endsCountry(i) {
			return 0, 0 // "Embassy of Japan Nairobi"
		}
		return int(t.place.n), float64(t.place.n)
	case t.demonym.ok() && i+1 < hi && p.tok[i+1].shape == small && loweredClasses[p.class(i+1)]:
		return 1 + int(p.tok[i+1].head.n), 1.8 // "committee of the Estonian parliament"
	case t.title.ok() && titles:
		if j := i + int(t.title.n); j < hi && t.title.n <= 2 && t.has(p, gazetteer.Bare) && p.plainWord(j) {
			return 0, 0 // "the government of President Lind"
		}
		return int(t.title.n), float64(t.title.n)
	case t.title.ok() && i > 0 && p.tok[i-1].text == "to" && i+2 < hi && p.tok[i+1].text == "and" && p.fieldWord(i+2):
		return 1, 0.8 // "to Monitor and Combat Piracy"
	case t.title.ok() && !t.head.ok() && !t.has(p, gazetteer.Plural) && !t.portfolio.ok():
		if i+1 < hi && p.tok[i+1].shape == capital && p.tok[i+1].vocab && !p.tok[i+1].title.ok() && t.title.n == 1 {
			return 1, 0.8 // "Member Nations"
		}
		return 0, 0
	case t.body.ok():
		return int(t.body.n), 0.9*float64(t.body.n) + 1.4
	case t.head.ok():
		return int(t.head.n), 0.9*float64(t.head.n) + 0.6
	case t.demonym.ok() || t.portfolio.ok():
		return 1, 0.9
	case t.vocab:
		return 1, 0.8
	case i >= 2 && p.tok[i-1].text == "of" && ofPlace[p.tok[i-2].low]:
		return 1, 0.4 // "University of Tartu"
	}
	return 1, -0.6
}

// endsCountry tells whether the name of a country ends before token i.
func (p *page) endsCountry(i int) bool {
	for n := 1; n <= 6 && i-n >= 0; n++ {
		if m := p.tok[i-n].place; int(m.n) == n {
			return p.entry(m).Kind == gazetteer.Country
		}
	}
	return false
}

// saintly are words before the name of a patron.
var saintly = wordSet(`saint st st. santa santo san`)

// ofPlace are nouns whose "of" leads to a place or a patron.
var ofPlace = wordSet(`university college bank church diocese archdiocese cathedral province municipality district state hospital chamber bishop port academy school`)

func (t *token) has(p *page, f gazetteer.Flag) bool { return p.entry(t.title).Has(f) }

// listItem tells whether a word after "and" goes on with the same field.
func (p *page) listItem(i, hi int) bool {
	t := &p.tok[i]
	leads := t.head.ok() && p.entry(t.head).Has(gazetteer.Leads)
	if j := i + int(t.head.n); leads && (eventHeads[t.low] || j < hi && p.tok[j].shape == capital && p.tok[j].vocab) {
		leads = j < hi && p.tok[j].text == "of" // not "for Peace and Order", "of Foreign and Community Relations"
	}
	if leads || t.title.ok() || t.body.ok() && !p.wordedMedium(i, 0) {
		return false
	}
	return p.fieldWord(i) || t.place.ok() && i >= 2 && p.endsPlaceOrPlace(i-1)
}

// endsPlaceOrPlace tells whether a place ends before token i.
func (p *page) endsPlaceOrPlace(i int) bool {
	return p.tok[i-1].place.n == 1 || p.endsPlace(i)
}

// listCloses tells whether the comma at i is one of a list "A, B and C".
func (p *page) listCloses(i, hi int) bool {
	for n := 0; i < hi && n < 14; n++ {
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
