package names

import (
	"slices"

	"readout/pipeline/gazetteer"
)

// segmentCost is what every chosen candidate costs, so that one long one beats
// the pieces of it.
const segmentCost = 0.7

// kind is what a mention is.
type kind uint8

const (
	kPerson kind = iota + 1
	kBody
	kPost
	kPlace
	kThing
)

// item is a mention that the best reading of the page holds: tokens
// [first, last) and the candidate it comes from.
type item struct {
	kind        kind
	first, last int
	ref         int
}

// reading is the set of candidates of a page.
type reading struct {
	*page
	bodies  []body
	posts   []post
	things  []thing
	persons []person
	items   []item // the chosen ones, in text order
}

type edge struct {
	kind  kind
	first int
	last  int
	ref   int
	score float64
}

// insideName tells whether a place of one word at i is a piece of a person's
// name: behind a particle ("de los Santos"), or beside a word that is no
// English word and no preposition of place before it.
func (r *reading) insideName(i int) bool {
	t := &r.tok[i]
	lo, hi := r.sentenceOf(i)
	if t.place.n > 1 || i == lo {
		return false
	}
	if p := &r.tok[i-1]; p.shape == small && particles[p.text] && i-2 >= lo && r.tok[i-2].shape == capital && !r.tok[i-2].vocab {
		return true
	}
	e := r.entry(t.place)
	if e.Kind&(gazetteer.City|gazetteer.Region) == 0 || locative[r.tok[i-1].low] || i+1 >= hi {
		return false
	}
	return r.torn(i+1) <= -3 && !r.tok[i+1].place.ok() && r.tok[i-1].low != "of"
}

// placeScore weighs a place of the word lists.
func placeScore(m match) float64 { return float64(m.n) - segmentCost + 0.2 }

// best chooses the candidates that do not overlap and weigh most together.
func (r *reading) best() []item {
	n := len(r.tok)
	edges := make([]edge, 0, len(r.bodies)+len(r.posts)+len(r.things)+len(r.persons)+n/8)
	add := func(e edge) { edges = append(edges, e) }
	for i, b := range r.bodies {
		if (!b.generic || b.score > 0 && b.last-b.first == 1 && aloneNouns[r.tok[b.first].low] && r.tok[b.first].shape == capital) && b.score > 0 && !(b.acronym && (r.otherAcronyms[r.tok[b.first].text] || r.tok[b.first].introduced)) {
			add(edge{kBody, b.first, b.last, i, b.score})
		}
	}
	for i, t := range r.posts {
		add(edge{kPost, t.first, t.last, i, t.score})
	}
	for i, c := range r.things {
		add(edge{kThing, c.first, c.last, i, c.score})
	}
	for i, c := range r.persons {
		add(edge{kPerson, c.first, c.last, i, c.score})
	}
	for i := range r.tok {
		if m := r.tok[i].place; m.ok() && !r.insideName(i) {
			add(edge{kPlace, i, i + int(m.n), i, placeScore(m)})
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return a.first - b.first })
	sum := make([]float64, n+1)
	pick := make([]int, n)
	k := len(edges)
	for i := n - 1; i >= 0; i-- {
		sum[i], pick[i] = sum[i+1], -1
		last := k
		for k > 0 && edges[k-1].first == i {
			k--
		}
		for j := k; j < last; j++ {
			if s := edges[j].score + sum[edges[j].last]; s > sum[i] {
				sum[i], pick[i] = s, j
			}
		}
	}
	var out []item
	for i := 0; i < n; {
		if pick[i] < 0 {
			i++
			continue
		}
		e := edges[pick[i]]
		out = append(out, item{e.kind, i, e.last, e.ref})
		i = e.last
	}
	return out
}

// maxForms is how many different forms of names of persons a page has; forms
// are held against each other, and no page in good faith has as many.
const maxForms = 1500

// fewForms leaves out the persons whose form is one too many.
func (r *reading) fewForms(items []item) []item {
	seen := map[string]bool{}
	return slices.DeleteFunc(items, func(it item) bool {
		if it.kind != kPerson {
			return false
		}
		form := r.text(it.first, it.last)
		if !seen[form] && len(seen) == maxForms {
			return true
		}
		seen[form] = true
		return false
	})
}
