package names

import (
	"math"

	"readout/pipeline"
)

// What the statistical tagger tells is weighed here, beside the grammar's own
// signs. It knows words that no grammar does (which unknown words are names of
// people, of places, of bodies) and is weaker than the grammar where a title
// or a verb tells: so it speaks against a run that nothing but its form makes
// a person, and for a name that the grammar has no reading for. The weights were
// fitted with taggers that had not seen the pages, and on pages that no tagger
// has seen.
const (
	doubtful    = 0.3  // odds below which the tagger speaks against a person
	floor       = .02  // of odds: no tagger is surer
	wAgainst    = 3.0  // a nat below
	sureName    = 0.97 // probability from which a name that no rule reads is taken for a person
	sureBody    = 0.85 // for a body
	sureAcronym = 0.9  // odds from which an unknown acronym is a body's
	surePlace   = 0.6  // odds of each word from which an unknown owner of a post is a place
	scoreSure   = 0.3  // less than any reading by a rule
)

// taggedPerson weighs a run of words by what the tagger holds of them where the
// page speaks most of a person: against it where it holds none of them for part
// of a person's name. The word that speaks most counts, so that the ends of the
// run do not.
func (p *page) taggedPerson(first, last int) float64 {
	if p.doc.Names == nil {
		return 0
	}
	odds := 0.0
	for i := first; i < last; i++ {
		odds = max(odds, float64(p.personOdds[p.tok[i].low]))
	}
	if odds >= doubtful {
		return 0
	}
	return float64(wAgainst * math.Log((odds+floor)/(doubtful+floor)))
}

// learnOdds notes for each word with a capital the highest odds on the page
// that it is part of a person's name.
func (p *page) learnOdds() {
	if p.doc.Names == nil {
		return
	}
	p.personOdds = make(map[string]float32, len(p.tok)/4)
	for i := range p.tok {
		if t := &p.tok[i]; t.shape != mark && t.shape != digits && t.shape != small {
			p.personOdds[t.low] = max(p.personOdds[t.low], p.doc.Names.Odds[i][pipeline.PersonName])
		}
	}
}

// taggedNames adds the names that the tagger is sure of, for the lattice to
// take where no rule reads the words.
func (r *reading) taggedNames() {
	if r.doc.Names == nil {
		return
	}
	for _, n := range r.doc.Names.Found {
		switch {
		case !r.tellsName(n.First, n.Last):
		case n.Kind == pipeline.PersonName && n.Probability >= sureName && n.Last-n.First > 1:
			r.persons = append(r.persons, person{first: n.First, last: n.Last, score: scoreSure, why: evTagged})
		case n.Kind == pipeline.OrganizationName && n.Probability >= sureBody:
			score := scoreSure
			for i := n.First; i < n.Last; i++ {
				if m := r.tok[i].place; m.ok() && i+int(m.n) <= n.Last {
					score += placeScore(m) // "Forward Latvia"
				}
			}
			r.bodies = append(r.bodies, body{first: n.First, last: n.Last, nucleus: n.First, score: score, rule: "tagged-name"})
		}
	}
}

// taggedPlace tells whether unknown words that own a post, with no noun of a
// body among them, are a place's name by the tagger: "Governor of Osterby".
func (p *page) taggedPlace(first, last int) bool {
	if p.doc.Names == nil {
		return false
	}
	for i := first; i < last; i++ {
		if t := &p.tok[i]; t.head.ok() || t.body.ok() || t.shape == upper || t.shape == capital && p.doc.Names.Odds[i][pipeline.PlaceName] < surePlace {
			return false
		}
	}
	return true
}

// tellsName turns down what the word lists know for something else.
func (p *page) tellsName(first, last int) bool {
	unknown := false
	for i := first; i < last; i++ {
		t := &p.tok[i]
		switch {
		case t.heading || t.title.ok() || t.courtesy.ok() || t.polite || p.isMonth(i):
			return false
		case t.place.ok() && i == first && int(t.place.n) >= last-first, p.isThing(t), t.head.ok() && p.noHead(i):
			return false
		case t.shape == upper && last-first == 1:
			return false // an acronym has candidates of its own
		}
		unknown = unknown || t.shape == capital || t.shape == upper || t.shape == mixed
	}
	return unknown
}
