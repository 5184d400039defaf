package names

import (
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// findMedia gives the agencies that a report is dated by ("RIGA, 9 May
// (BelInform) –") and the offices that sign it in a line of their own.
func (p *page) findMedia() []body {
	var out []body
	n := 0
	for i, par := range p.doc.Paragraphs {
		if par.Kind == pipeline.DatelineParagraph {
			s := p.doc.Sentences[par.Last-1]
			if t := &p.tok[s.Last-1]; s.Last-s.First > 2 && p.tok[s.Last-2].text == "," && (t.shape == upper || t.shape == mixed) && !t.place.ok() && !months[t.low] {
				out = append(out, body{first: s.Last - 1, last: s.Last, nucleus: s.Last - 1, score: 3, rule: "dateline-agency", class: "media"})
			}
		}
		if par.Kind != pipeline.BodyParagraph {
			continue
		}
		s := p.doc.Sentences[par.First]
		last := p.doc.Sentences[par.Last-1].Last
		if n < 3 {
			out = p.datelineAgency(out, s.First, last)
		}
		if i >= len(p.doc.Paragraphs)-2 && n > 0 {
			out = p.signOff(out, s.First, last)
		}
		n++
	}
	return out
}

// datelineAgency looks at the words before the first dash of a paragraph.
func (p *page) datelineAgency(out []body, lo, hi int) []body {
	hi = min(hi, lo+16)
	for i := lo; i < hi; i++ {
		if t := &p.tok[i]; t.shape == small && !months[t.low] {
			hi = i
		}
	}
	for i := lo; i < hi; i++ {
		t := &p.tok[i]
		if t.text != "(" && t.text != "/" || i+2 >= hi {
			continue
		}
		end := i + 1
		for end < hi && end-i <= 4 && p.isNameWord(end) {
			end++
		}
		if end == i+1 || end+1 >= len(p.tok) || p.tok[end].text != ")" && p.tok[end].text != "/" {
			continue
		}
		if next := p.tok[end+1].text; isDash(next) || next == "." || next == "/" {
			if p.agencyName(i+1, end) {
				out = append(out, body{first: i + 1, last: end, nucleus: i + 1, score: 4, rule: "dateline-agency", class: "media"})
			}
			return out
		}
	}
	for i := lo; i+1 < hi; i++ { // "RIGA, MAY 4, BALTWIRE.", "Damascus, SANA-", "PanARMENIAN.Net - "
		t := &p.tok[i]
		end := i + 1
		if t.shape == mixed && i+2 < hi && p.tok[i+1].text == "." && p.touches(i+1) {
			end = i + 3
		}
		if (t.shape == upper || t.shape == mixed) && !distributors[t.low] && !t.place.ok() && !p.endsPlace(end) && !t.vocab && !months[t.low] && end < hi && (isDash(p.tok[end].text) || i > lo && (p.tok[end].text == "." || p.tok[end].text == ":" && p.tok[i-1].text == ",")) {
			return append(out, body{first: i, last: end, nucleus: i, score: 3, rule: "dateline-agency", class: "media"})
		}
	}
	return out
}

func isDash(s string) bool {
	return s == "-" || s == "–" || s == "—" || s == "--"
}

// isNameWord tells whether token i is a word with capitals, or a full stop
// within one.
func (p *page) isNameWord(i int) bool {
	switch p.tok[i].shape {
	case capital, upper, mixed:
		return true
	case small:
		return p.tok[i].text == "of" || p.tok[i].text == "and"
	}
	return p.tok[i].text == "-" && p.touches(i)
}

// agencyName tells whether words can name an agency: no place, and not English
// words alone ("PRESS RELEASE").
func (p *page) agencyName(first, last int) bool {
	if m := p.tok[first].place; m.ok() && int(m.n) == last-first {
		return false
	}
	for i := first; i < last; i++ {
		if p.tok[i].low == "release" || distributors[p.tok[i].low] {
			return false
		}
		if t := &p.tok[i]; t.shape != mark && !t.vocab || t.head.ok() && p.entry(t.head).Class == "media" {
			return true
		}
	}
	return false
}

// distributors pass on what others report.
var distributors = wordSet(`menafn urdupoint globenewswire newswire presswire allafrica zawya`)

// signOff takes a line that is nothing but the name of an office or agency.
func (p *page) signOff(out []body, lo, hi int) []body {
	if hi-lo == 3 && p.tok[lo].text == "(" && p.tok[lo+2].text == ")" && p.tok[lo+1].shape == upper && len(p.tok[lo+1].text) > 2 && !p.tok[lo+1].vocab {
		return append(out, body{first: lo + 1, last: hi - 1, nucleus: lo + 1, score: 2, rule: "sign-off", class: "media"})
	}
	for lo < hi && (p.tok[lo].shape == mark || p.tok[lo].low == "the" || p.tok[lo].low == "source") {
		lo++
	}
	for hi > lo && (p.tok[hi-1].text == "." || isDash(p.tok[hi-1].text)) {
		hi--
	}
	if hi-lo < 2 || hi-lo > 9 {
		return out
	}
	sign := false
	for i := lo; i < hi; i++ {
		t := &p.tok[i]
		if !p.isNameWord(i) || months[t.low] || functionWords[t.low] && t.shape != small {
			return out
		}
		sign = sign || t.head.ok() || t.body.ok() || t.place.ok() && int(t.place.n) < hi-lo
	}
	if !sign || p.tok[lo].title.ok() || p.tok[lo].place.ok() && p.entry(p.tok[lo].place).Kind != gazetteer.Country && int(p.tok[lo].place.n) == hi-lo {
		return out
	}
	return append(out, body{first: lo, last: hi, nucleus: lo, score: 0.9*float64(hi-lo) + 1.4, rule: "sign-off", class: "media"})
}

// findNamed gives the bodies that a common noun before a name tells: "the
// daily Pohjola", "public broadcaster LTR", "the centrist Forward Union".
func (p *page) findNamed() []body {
	var out []body
	for i := 0; i+1 < len(p.tok); i++ {
		t := &p.tok[i]
		if p.beforeAgency(i) { // "the semi-official Anatolia news agency"
			lo, _ := p.sentenceOf(i)
			first := i
			for first > lo && i-first < 2 && p.tok[first-1].shape == capital && !p.tok[first-1].vocab {
				first--
			}
			out = append(out, body{first: first, last: i + 1, nucleus: first, score: 0.9*float64(i+1-first) + 1.6, rule: "named-by-noun", class: "media"})
		}
		if end := p.partyName(i); end > i {
			out = append(out, body{first: i, last: end, nucleus: i, score: 0.9*float64(end-i) + 1.6, rule: "named-by-noun", class: "party"})
		}
		if t.shape != small || !bodyNouns[t.low] && !partyWords[t.low] {
			continue
		}
		_, hi := p.sentenceOf(i)
		end := i + 1
		for end < hi && end-i <= 4 && (p.tok[end].shape == capital || p.tok[end].shape == upper || p.tok[end].shape == mixed) && !functionWords[p.tok[end].low] && !p.tok[end].title.ok() && !p.tok[end].polite {
			end++
		}
		if end == i+1 || months[p.tok[i+1].low] || p.tok[i+1].demonym.ok() || p.tok[i+1].place.ok() && int(p.tok[i+1].place.n) == end-i-1 {
			continue
		}
		if t.low == "leader" || partyWords[t.low] && !p.agencyName(i+1, end) && end-i < 3 {
			continue
		}
		out = append(out, body{first: i + 1, last: end, nucleus: i + 1, score: 0.9*float64(end-i-1) + 1.6, rule: "named-by-noun"})
	}
	return out
}

// partyName gives the end of the name of a party that begins at i, where its noun
// stands behind it in small letters and no list holds its words: "the Adolat
// (Justice) party"; i where none begins.
func (p *page) partyName(i int) int {
	if t := &p.tok[i]; !p.plainWord(i) && !(t.shape == upper && p.isAcronym(i)) || i > 0 && p.tok[i-1].shape == capital && !p.tok[i-1].first {
		return i
	}
	_, hi := p.sentenceOf(i)
	end := i + 1
	for end < hi && end-i < 4 && p.plainWord(end) {
		end++
	}
	j := p.partyBehind(end, hi)
	if j == 0 || j+1 < hi && p.tok[j+1].text == "of" {
		return i
	}
	return end
}

// beforeAgency is true for a name at i that "news agency" in small letters follows
// and that no list holds.
func (p *page) beforeAgency(i int) bool {
	t := &p.tok[i]
	return (t.shape == capital || t.shape == upper) && !t.vocab && !t.body.ok() && !t.demonym.ok() && i+2 < len(p.tok) &&
		p.tok[i+1].text == "news" && p.tok[i+2].low == "agency"
}

// findBracketed gives the groups and parties that stand in brackets behind a
// member's state: "(Belgium, ALDE)", "(SOC, Portugal)".
func (p *page) findBracketed() []body {
	var out []body
	for i := 0; i+4 < len(p.tok); i++ {
		if p.tok[i].text != "(" {
			continue
		}
		end := i + 1
		for end < len(p.tok) && end-i < 9 && p.tok[end].text != ")" {
			end++
		}
		if end >= len(p.tok) || p.tok[end].text != ")" {
			continue
		}
		place, group := 0, 0
		for j := i + 1; j <= end; j++ {
			if p.tok[j].text != "," && j != end {
				continue
			}
			first := i + 1
			if place > 0 || group > 0 {
				first = max(place, group) + 1
			}
			switch t := &p.tok[first]; {
			case t.place.ok() && first+int(t.place.n) == j && p.entry(t.place).Kind == gazetteer.Country:
				place = j
			case p.groupName(first, j):
				group = j
				out = append(out, body{first: first, last: j, nucleus: first, acronym: true, score: 3, rule: "party-in-brackets", class: "party"})
			}
		}
		if place == 0 && group > 0 {
			out = out[:len(out)-1]
		}
		i = end
	}
	return out
}

// groupName tells whether tokens [first, last) are an acronym, or several with
// strokes between: "EPP/CD".
func (p *page) groupName(first, last int) bool {
	for j := first; j < last; j++ {
		if t := &p.tok[j]; t.text != "/" && (t.shape != upper || t.place.ok() || t.title.ok() || suffixes[t.text] || noBodies[t.text]) {
			return false
		}
	}
	return last > first
}

// partyWords are adjectives that stand before the names of parties.
var partyWords = wordSet(`centrist nationalist leftist rightist ruling liberal socialist populist right-wing left-wing far-right far-left centre-right centre-left
	center-right center-left pro-european pro-western pro-russian islamist`)
