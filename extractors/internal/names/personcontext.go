package names

// before weighs what stands before a name.
func (p *page) before(first int, titleEnds map[int]postEnd) (lead, int) {
	lo, _ := p.sentenceOf(first)
	i := first
	courtesy := false
	for i > lo {
		n := p.courtesyBefore(i, lo)
		if n == 0 {
			break
		}
		courtesy = true
		i -= n
	}
	if j := p.acronymBefore(i, lo); j > lo && titleEnds[j] > endOfUnknown {
		i = j // "Head of the Observer Mission (OM) Ana Lind"
	}
	if i > 0 && p.paragraphOf(i) != p.paragraphOf(i-1) {
		titleEnds = nil // a cell of a table, a heading
	}
	switch {
	case courtesy:
		return lead{wCourtesy, evCourtesy}, 0
	case titleEnds[i] == endOfBare:
		return lead{wTitle, evBareTitle}, 0
	case titleEnds[i] == endOfPost:
		return lead{wTitle, evTitle}, 0
	case titleEnds[i] == endOfUnknown:
		return lead{wTitleUnknown, evTitle}, 0
	case i > lo+1 && (p.tok[i-1].text == "," || p.tok[i-1].text == ":") && titleEnds[i-1] > endOfUnknown:
		return lead{wTitleGap, evTitle}, 0
	case i == lo:
		return lead{}, 0
	}
	switch w := p.tok[i-1].low; {
	case w == "the" || w == "a" || w == "an":
		return lead{score: wThe}, 0
	case placePreps[w]:
		return lead{score: wPlacePrep}, 0
	case placeNouns[w] || w == "of" && i-2 >= lo && p.tok[i-2].title.ok():
		return lead{score: wThe}, 0
	case kin[w] || w == "," && i-2 >= lo && kin[p.tok[i-2].low]:
		return lead{2.4, evBareTitle}, 0
	}
	return lead{score: p.tornLeft(i-1, lo)}, 0
}

func (p *page) paragraphOf(i int) int { return p.doc.Sentences[p.tok[i].sentence].Paragraph }

// acronymBefore gives the token of a bracket that closes before token i and
// holds an acronym, 0 where there is none.
func (p *page) acronymBefore(i, lo int) int {
	if i-3 < lo || p.tok[i-1].text != ")" {
		return 0
	}
	for j := i - 2; j >= lo && i-j < 8; j-- {
		if p.tok[j].text == "(" {
			return j
		}
		if !acronymPart(&p.tok[j]) {
			return 0
		}
	}
	return 0
}

// torn weighs a cut through a run of capitalised words: token i lies outside.
func (p *page) torn(i int) float64 {
	t := &p.tok[i]
	switch {
	case t.shape != capital && t.shape != upper && t.shape != initial || p.isFunction(i) || months[t.low]:
		return 0
	case t.place.ok() || p.endsPlace(i+1) || t.head.ok() || t.title.ok() || t.demonym.ok():
		return -0.5
	case t.vocab && nameTitles[t.low] && t.shape == capital && i > 0 && p.plainWord(i-1):
		return -3 // "Mira Sultan Al Suwaida", where it is no post
	case t.vocab || t.shape == upper:
		return -1
	}
	return -3
}

// tornLeft and tornRight look past the particles of a name: "Pontes e Brito",
// "Bellandi de' Rossi".
func (p *page) tornLeft(i, lo int) float64 {
	start := i
	if p.nickname(i) > 0 || i >= 2 && p.nickname(i-2) > 0 {
		return -3
	}
	for i > lo && (p.tok[i].shape == small && particles[p.tok[i].text] || p.tok[i].shape == mark && particles[p.tok[i-1].text] && isPossessive(p.tok[i].text)) {
		i--
	}
	return p.tornName(i, start)
}

func (p *page) tornRight(i, hi int) float64 {
	start := i
	if p.nickname(i) > 0 || i >= 2 && p.nickname(i-2) > 0 {
		return -3
	}
	for i+1 < hi && (p.tok[i].shape == small && particles[p.tok[i].text] || i > start && isPossessive(p.tok[i].text)) {
		i++
	}
	return p.tornName(i, start)
}

// tornName weighs the cut at i; behind particles any capitalised word that is
// no English word goes on with a name.
func (p *page) tornName(i, start int) float64 {
	if t := &p.tok[i]; i != start && t.shape == capital && !t.vocab && !p.isMonth(i) {
		return -3
	}
	return p.torn(i)
}

// courtesyBefore gives the number of tokens of courtesy words and ranks that
// end before token i.
func (p *page) courtesyBefore(i, lo int) int {
	n := 0
	if i-2 >= lo && inherited[p.tok[i-1].low] && p.plainWord(i-2) {
		return 0 // within a name: "Zaflan Tengku Abdul Rashid"
	}
	for i-n-1 >= lo && (p.tok[i-n-1].polite || p.tok[i-n-1].text == "." && i-n-2 >= lo && p.tok[i-n-2].polite) {
		n++
	}
	return n
}

// isMonth tells whether token i is the name of a month or a day: short ones
// that are also names only before a number or with a full stop.
func (p *page) isMonth(i int) bool {
	t := &p.tok[i]
	if !months[t.low] {
		return false
	}
	if !nameMonths[t.low] {
		return true
	}
	return i+1 < len(p.tok) && p.tok[i+1].shape == digits || i > 0 && p.tok[i-1].shape == digits
}

var nameMonths = wordSet(`jan mar jun sep dec april may june august`)

var placePreps = map[string]bool{"in": true, "at": true, "near": true, "into": true, "via": true, "across": true, "throughout": true}

// after weighs what stands behind a name.
func (p *page) after(first, i, hi int) lead {
	if i >= hi {
		return lead{}
	}
	t := &p.tok[i]
	switch {
	case saying[t.low]:
		return lead{wSaid, evSaid}
	case t.text == ",":
		if i+2 < hi && p.tok[i+1].shape == digits && p.tok[i+2].text == "," {
			return lead{2, evTitleNext} // an age
		}
		if p.opensListLine(first) {
			return lead{1, evNone}
		}
		j := i + 1
		for j < hi && (p.tok[j].low == "the" || p.tok[j].low == "a" || possessives[p.tok[j].low] || p.tok[j].modifier.ok()) {
			j++
		}
		if j < hi && (p.tok[j].title.ok() || p.tok[j].low == "who") {
			return lead{1, evTitleNext}
		}
	case t.shape == capital && (t.head.ok() || t.place.ok()) && !t.title.ok():
		return lead{score: -1.5}
	}
	return lead{score: p.tornRight(i, hi)}
}

var possessives = wordSet(`its his her their our`)

// placeNouns stand before the names of places.
var placeNouns = wordSet(`city town village province district county region island municipality governorate port capital oblast state prefecture
	department river lake mount street hotel palace istana palais palazzo palacio palácio schloss plaza villa order medal prize award operation hurricane
	typhoon cyclone frigate vessel stadium airport`)

// kin are words for relatives, before whose names no surname need stand.
var kin = wordSet(`wife husband spouse brother sister son daughter father mother widow widower grandson granddaughter nephew niece cousin uncle aunt fiancée fiancé`)

// opensListLine tells whether token i begins a short line, with nothing but a
// number, a bullet and courtesy words before it: a list of guests.
func (p *page) opensListLine(i int) bool {
	lo, hi := p.sentenceOf(i)
	if hi-lo > 30 {
		return false
	}
	for j := lo; j < i; j++ {
		if t := &p.tok[j]; t.shape != mark && t.shape != digits && !t.polite {
			return false
		}
	}
	last := p.tok[hi-1].text
	return last != "." && last != "!" && last != "?" && last != "”"
}

var particles = wordSet(`bin ibn bint binti bte al el ul ud ash ar ad az de da do dos das del della dello di du des la le las los lo van von vom
	der den dem ter ten te zu zum y e ap af av ben ould abu abd uulu kyzy kizi qizi oglu ogly ogli oğlu zade bey von und d' de' ha ó ní nic mac á`)

// fathers stand before the father's name.
var fathers = wordSet(`bin binti bint ibn binte`)

var endParticles = wordSet(`uulu kyzy kizi qizi oglu ogly ogli oğlu zade`)

var suffixes = wordSet(`Jr. Jr Sr. Sr JR. JR SR. SR II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI`)

var saying = wordSet(`said says told noted stated added stressed emphasized emphasised underlined underscored explained announced declared
	recalled pointed thanked welcomed expressed commented remarked tweeted wrote replied responded argued insisted warned urged
	praised congratulated reiterated affirmed reaffirmed highlighted mentioned observed concluded continued reported informed
	commended appreciated confirmed acknowledged suggested proposed met arrived spoke held visited received hosted chaired led
	paid called took assured hoped asked invited presented briefed conveyed discussed attended participated`)
