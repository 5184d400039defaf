package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// placeMention gives the place where the clause of a candidate says that it
// is: the city rather than the building, the building rather than the
// country; -1 for none.
func (f *finder) placeMention(c *cand) int {
	end := f.clauseEnd(c)
	if m := f.placeIn(c.first, end, c.last); m >= 0 {
		return m
	}
	if c.kind == "visit" && !c.heading {
		if m := f.destination(c.first, end); m >= 0 {
			return m
		}
	}
	if m := f.placeIn(c.from, f.frontEnd(c), c.from); m >= 0 {
		return m
	}
	for i := c.from + 1; i < c.first; i++ { // "X, currently in Geneva, met Y"
		if f.Is(i-1, "currently", "presently") && f.Is(i, "in") {
			return f.placeAt(i + 1)
		}
	}
	return -1
}

// clauseEnd gives the token at which the clause of the candidate's verb ends:
// the next verb that says something else.
func (f *finder) clauseEnd(c *cand) int {
	lo, hi := f.GroupsOf(c.sentence)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.First < c.last || g == c.group || grp.Tense == clauses.PastParticiple {
			continue
		}
		if f.Is(grp.First-1, "who", "which", "that") && grp.Finite() && (grp.Tense != clauses.FutureTense || c.status == "planned") {
			continue
		}
		return min(c.to, grp.First)
	}
	return c.to
}

// frontEnd gives the end of the phrases that open the clause: "In Aden, ...";
// what stands between them and the verb belongs to the subject.
func (f *finder) frontEnd(c *cand) int {
	i := max(c.from, f.afterDateline(c.sentence))
	for i < c.first {
		w := f.W(i)
		if w.Class == clauses.Prep || w.Class == clauses.Adv || w.Class == clauses.Comma || w.Class == clauses.Conj || w.Class == clauses.Sub {
			if w.Class == clauses.Prep {
				i = f.adjunctEnd(i, c.first)
			} else {
				i++
			}
			continue
		}
		if m, _, end := f.MentionAt(i); m != nil && m.Kind == clauses.Date {
			i = end
			continue
		}
		if f.Is(i, "the", "that") && f.Is(i+1, "same") && f.Is(i+2, "day", "evening", "afternoon", "morning") {
			i += 3
			continue
		}
		break
	}
	return min(i, c.first)
}

// placeIn looks for a place that "in" or "at" governs in tokens [from, to),
// the nearest to token near among those of the best kind.
func (f *finder) placeIn(from, to, near int) int {
	best, rank, dist := -1, 0, 0
	for i := from; i < to; {
		m, at, end := f.MentionAt(i)
		if m == nil {
			i++
			continue
		}
		i = end
		if m.Kind != clauses.Place || f.Places[m.Ref].Kind == "region" || !f.located(at, from) {
			continue
		}
		r := placeRank(f.Places[m.Ref].Kind)
		if r == 4 && f.Places[m.Ref].Country == "" {
			r = 3 // hardly a city: a house in one
		}
		d := at - near
		if d < 0 {
			d = -d
		}
		if r > rank || r == rank && d < dist {
			best, rank, dist = f.Words[at].Mention, r, d
		}
	}
	return best
}

// antecedentPlace gives the place that "where" takes up before the candidate's verb.
func (f *finder) antecedentPlace(c *cand) int {
	for i := c.first - 1; i > f.Sentences[c.sentence].First; i-- {
		if f.Is(i, "where") && f.W(i).Class == clauses.Rel {
			for k := i - 1; k > i-12 && k >= f.Sentences[c.sentence].First; k-- {
				if m, at, _ := f.MentionAt(k); m != nil && m.Kind == clauses.Place {
					best := f.Words[at].Mention
					if o, oat, _ := f.MentionAt(at - 2); o != nil && o.Kind == clauses.Place && f.W(at-1).Class == clauses.Comma && placeRank(f.Places[o.Ref].Kind) > placeRank(f.Places[m.Ref].Kind) {
						best = f.Words[oat].Mention
					}
					return best
				}
			}
			return -1
		}
	}
	return -1
}

// onTrip tells whether an encounter is of the journey told of: on its days, where both are known.
func (f *finder) onTrip(e *Encounter) bool {
	m := f.trips.date(e.Sentence)
	if m < 0 || e.Date.Value == "" || e.Date.Rule != "date-of-clause" {
		return true
	}
	return withinDays(e.Date.Value, f.Dates[f.Mentions[m].Ref].Value)
}

func placeRank(kind string) int {
	switch kind {
	case "city":
		return 4
	case "venue":
		return 3
	case "country":
		return 2
	}
	return 1
}

// located tells whether the place at token at hangs on "in" or "at": directly,
// or after a building, a district or a city ("in Munich, Germany").
func (f *finder) located(at, from int) bool {
	for i := at - 1; i >= from && i > at-9; i-- {
		w := f.W(i)
		if w.Mention >= 0 {
			if k := f.Mentions[w.Mention].Kind; k == clauses.Person || k == clauses.Date {
				return false
			}
			continue
		}
		switch w.Low {
		case "to":
			return f.W(f.groupBefore(i)).Lemma == "welcome" || f.W(f.groupBefore(i)).Lemma == "host" || f.W(f.groupBefore(i)).Lemma == "visit"
		case "in", "at", "inside", "near", "into":
			return !f.Is(i-1, "interest", "interests", "role", "situation", "elections", "crisis", "war", "developments", "ambassador", "embassy", "peace", "stability", "mission") || f.W(i-1).Mention >= 0
		case "the", ",", "s", "'s", "of", "and":
			if w.Low == "and" || w.Low == "of" && !towns[f.W(i-1).Low] {
				return false
			}
			continue
		}
		if w.Class != clauses.Name && w.Class != clauses.Noun && w.Class != clauses.Poss || w.Class == clauses.Noun && human(w.Low) {
			return false
		}
	}
	return false
}

// towns are nouns that "of" links to the name of the place they are.
var towns = set("capital city town village resort port municipality island province region district state county")

// groupBefore gives the head of the verb group last before token i.
func (f *finder) groupBefore(i int) int {
	lo, hi := f.GroupsOf(f.Tokens[i].Sentence)
	for g := hi - 1; g >= lo; g-- {
		if f.Groups[g].Last <= i {
			return f.Groups[g].Head
		}
	}
	return -1
}

// where sets the place of encounter k.
func (f *finder) where(k int, prev *Encounter) {
	e := f.list[k]
	f.placeTold(k, prev)
	if e.Place.Value == "" && e.Mode.Value == "in_person" && e.Status != "cancelled" && !f.allDistant(k) {
		e.Place = f.seat(k)
	}
	if e.Place.Value != "" || e.Mode.Value != "in_person" {
		return
	}
	if m := f.titlePlace(k); m >= 0 {
		f.setPlace(e, m, "place-of-clause")
	}
}

// placeTold sets the place that the words of encounter k tell, else that of the
// trip, the event or the encounter that it is part of, else the dateline's.
func (f *finder) placeTold(k int, prev *Encounter) {
	e := f.list[k]
	if e.Mode.Value == "phone" || e.Mode.Value == "online" || e.Mode.Value == "unknown" && e.Kind == "call" {
		return
	}
	if m := f.clausePlace(k); m >= 0 {
		f.setPlace(e, m, "place-of-clause")
		f.cityFirst(e, m)
		return
	}
	c := f.clauses[k].cands[0]
	if h := f.headOf(c.sentence); h >= 0 {
		if m := f.placeMention(f.headCand(h)); m >= 0 {
			f.setPlace(e, m, "place-of-clause")
			return
		}
	}
	if m := f.antecedentPlace(c); m >= 0 {
		f.setPlace(e, m, "place-of-clause")
		return
	}
	if p, iso := f.embassyPlace(e); p.Value != "" {
		e.Place, e.Country = p, iso
		return
	}
	if m := f.framePlace(c); m >= 0 && e.Status != "cancelled" {
		f.setPlace(e, m, "place-of-trip")
		f.cityFirst(e, m)
		return
	}
	if m := f.trips.place(e.Sentence); m >= 0 && !f.allDistant(k) && f.onTrip(e) && f.ownTrip(e, e.Sentence) {
		f.setPlace(e, m, "place-of-trip")
		f.cityFirst(e, m)
		return
	}
	if f.allDistant(k) {
		return
	}
	if prev != nil && prev.Place.Value != "" && prev.Status == e.Status && !c.heading && (e.DateBasis == "inherited" || prev.Date.Value == "" && e.Date.Value == "" || prev.Date.Value == e.Date.Value) {
		e.Place, e.Country = prev.Place, prev.Country
		e.Place.Rule = "place-inherited"
		return
	}
	if e.Status != "cancelled" {
		if p, iso := f.dateline(); p.Value != "" {
			e.Place, e.Country = p, iso
		}
	}
}

// clausePlace gives the place that the clauses of encounter k tell: that of the
// first which tells one; of a journey to a country the city told later.
func (f *finder) clausePlace(k int) int {
	best := -1
	for _, c := range f.clauses[k].cands {
		m := f.placeMention(c)
		if m < 0 {
			continue
		}
		p := f.Places[f.Mentions[m].Ref]
		if best < 0 {
			best = m
			if !f.clauses[k].cands[0].journey || p.Kind != "country" {
				return best
			}
			continue
		}
		if p.Kind == "city" && p.Country == f.Places[f.Mentions[best].Ref].Country {
			return m
		}
	}
	return best
}

// cityFirst puts the dateline's city for its country or for a building at home.
func (f *finder) cityFirst(e *Encounter, m int) {
	p := f.Places[f.Mentions[m].Ref]
	if p.Kind == "city" {
		return
	}
	if t := f.trips.place(e.Sentence); t >= 0 && f.Places[f.Mentions[t].Ref].Kind == "city" && f.ownTrip(e, e.Sentence) && f.onTrip(e) &&
		(p.Kind == "venue" && p.Country == "" || (p.Kind == "venue" || p.Kind == "country") && p.Country != "" && p.Country == f.Places[f.Mentions[t].Ref].Country) {
		f.setPlace(e, t, "place-of-trip")
		return
	}
	d, iso := f.dateline()
	if d.Value != "" && (p.Country == iso && iso != "" || p.Kind == "venue" && (p.Country == "" || manyHave[p.Name])) {
		e.Place, e.Country = d, iso
		return
	}
	if p.Kind != "venue" {
		return
	}
	for _, o := range f.Places { // "Riga Harbour Palace"
		if o.Kind == "venue" || o.Kind == "region" || o.Name == p.Name {
			continue
		}
		if i := strings.Index(e.Place.Value, o.Name+" "); i == 0 {
			e.Place = Piece{Value: o.Name, Span: pipeline.Span{Start: e.Place.Span.Start, End: e.Place.Span.Start + len(o.Name)}, Rule: e.Place.Rule}
			e.Country = o.Country
			return
		}
	}
}

// manyHave are names of buildings that many capitals have.
var manyHave = map[string]bool{"Parliament House": true, "State House": true, "Government House": true, "Presidential Palace": true,
	"Royal Palace": true, "National Palace": true, "City Hall": true, "Town Hall": true, "Town House": true, "Parliament Buildings": true,
	"Parliament Building": true, "President House": true, "National Assembly": true, "Senate House": true, "House of Parliament": true}

func (f *finder) setPlace(e *Encounter, m int, rule string) {
	p := f.Places[f.Mentions[m].Ref]
	e.Place = Piece{Value: f.written(&f.Mentions[m]), Span: f.Mentions[m].Span, Rule: rule}
	e.Country = p.Country
}
