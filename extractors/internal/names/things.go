package names

import "readout/pipeline/gazetteer"

// thing is a run of capitalised words that names neither a person nor a body:
// a document, an event, a work, a road, a water, a building. Its noun tells.
type thing struct {
	first, last int
	score       float64
	venue       bool // a place where people can be
}

// thingNouns head such names; true where the noun names a place.
var thingNouns = func() map[string]bool {
	m := map[string]bool{}
	for w := range wordSet(`act acts agenda agreement agreements amendment amnesty anthem  article articles award awards basis bill bills budget campaign
		ceremony championship championships charter clause code compact concept concordat constitution contract covenant crisis  cup
		day days days: deal declaration decree degree dialogue directive document doctrine documents  edition election elections
		emergency era exercise exhibition expo fair famine festival final finals flag flu framework freedom fund-raiser game games goal goals
		guidelines gala hearing holiday hymn index initiative initiatives joint  laws letter list lists marathon medal meeting meetings memorandum month
		mou note notice olympics operation order orders package pact pacts paper papers  plan plans policy policies poll prize prizes procedure proceedings
		process program programme programmes programs project projects proposal protocol protocols   readout reading recommendations
		referendum  reforms register regulation regulations  remembrance report reports resolution resolutions  revolution roadmap  rules
		scheme season seminar session sessions showcase solution song speech standard statement statements  strategy strategies
		summit summits symposium conference conferences  talks   tour tournament tragedy  treaty treaties trip
		trophy truce understanding update veto vision visit vote voting war wars week weeks workshop world year years zone covid pandemic epidemic virus
		fact sheet presidency constituency  convention conventions code 
		games: theorem dynasty empire medallion scholarship scholarships fellowship anniversary hurricane cyclone storm typhoon earthquake bulletin`) {
		m[w] = false
	}
	for w := range wordSet(`airport airfield alley arena avenue axis base basin bay beach belt boulevard bridge building buildings canal canyon cape cathedral cemetery
		complex corridor courthouse creek crossing dam desert district estuary factory field fields forest fort fountain garden gardens gate
		glacier grounds gulf gym hall harbor harbour highway hill hills hotel inn island islands isle isthmus lagoon lake lakes lane library lounge mausoleum
		memorial mill mine monument mosque mount mountain mountains museum neighborhood oblast ocean palace park parkway pass pavilion peninsula shoal shoals reefs atoll atolls cay cays archipelago area
		pier pipeline plain plant plaza port prison province railway range reef region reserve residence resort restaurant river road
		room route ruins sea settlement shore square stadium station strait straits street suite synagogue temple terminal
		theater theatre tomb tower towers town track trail tunnel valley village villa volcano wall waterfall waters wharf yard zoo zone county counties parish`) {
		m[w] = true
	}
	return m
}()

// findThings gives the candidates: the noun with the capitalised words before
// it and an "of" or "for" phrase behind it.
func (p *page) findThings() []thing {
	var out []thing
	for i := range p.tok {
		t := &p.tok[i]
		venue, ok := thingNouns[t.low]
		if !ok || t.shape != capital && t.shape != upper || t.head.ok() && !t.heading && !p.noHead(i) || t.title.ok() || t.place.ok() || p.endsPlace(i+1) {
			continue
		}
		lo, hi := p.sentenceOf(i)
		c := thing{first: p.growLeft(i, lo, false, true), last: i + 1, venue: venue}
		if j := c.first + int(p.tok[c.first].body.n); j > c.first && j < i && isPossessive(p.tok[j].text) && p.entry(p.tok[c.first].body).Kind == gazetteer.Body {
			c.first = j + 1 // of "the White House's Meeting" the body is named
		}
		c.score = 0.85*float64(c.last-c.first) - segmentCost + 0.1
		if c.first == i {
			c.score = 0.2
		}
		if t.heading {
			c.score -= 0.5
		}
		out = append(out, c)
		if i+1 >= hi || p.tok[i+1].text != "of" && p.tok[i+1].text != "on" && p.tok[i+1].text != "for" {
			continue
		}
		j := i + 2
		if j < hi && p.tok[j].low == "the" {
			j++
		}
		if j < hi && sittings[t.low] && p.tok[j].body.ok() {
			continue // of "Session of the CARICOM Council of Ministers" the body is named
		}
		stops := p.complement(j, hi, p.tok[i+1].text, false)
		for _, s := range stops {
			out = append(out, thing{c.first, s.end, c.score + 0.2 + 0.8*s.score, venue})
		}
	}
	return out
}

// sittings are nouns of what a body holds.
var sittings = wordSet(`session sessions meeting meetings sitting sittings presidency`)
