package names

import (
	"readout/pipeline"
	"readout/pipeline/nlp"
	"readout/pipeline/nlp/model"
)

// tagged is what a statistical tagger holds for a name: tokens [first, last)
// and the probability that just these are one of that kind.
type tagged struct {
	first, last int
	kind        model.Type
	p           float64
}

// tag asks the built-in model.
func tag(doc *pipeline.Document) []tagged {
	spans := model.Default().Tag(nlp.Words(doc))
	out := make([]tagged, len(spans))
	for i, s := range spans {
		out[i] = tagged{s.First, s.Last, s.Type, float64(s.Probability) / 1000}
	}
	return out
}

// weights of the tagger's word beside the grammar's.
const (
	wTaggedSame  = 0.3
	wTaggedOther = -0.3
	wTaggedTorn  = -0.1
)

// opinion weighs tokens [first, last) as a name of a kind by what the tagger
// says: for the same words, against another kind, a little against other ends.
func (p *page) opinion(first, last int, kind model.Type) float64 {
	w := 0.0
	for i := p.tagAt[first]; i < len(p.tags) && p.tags[i].first < last; i++ {
		switch t := &p.tags[i]; {
		case t.last <= first:
		case t.kind == kind && t.first == first && t.last == last:
			w += wTaggedSame * t.p
		case t.kind == kind:
			w += wTaggedTorn * t.p
		default:
			w += wTaggedOther * t.p
		}
	}
	return w
}

// setTags keeps the tagger's names of the page.
func (p *page) setTags(tags []tagged) {
	p.tags = tags
	p.tagAt = make([]int, len(p.tok)+1)
	k := 0
	for i := range p.tagAt {
		for k < len(tags) && tags[k].last <= i {
			k++
		}
		p.tagAt[i] = k
	}
}

// opinionOfPost weighs a post by what the tagger says of the body that owns it
// and of persons in its words.
func (p *page) opinionOfPost(t *post) float64 {
	w := 0.0
	for i := p.tagAt[t.first]; i < len(p.tags) && p.tags[i].first < t.last; i++ {
		g := &p.tags[i]
		switch {
		case g.last <= t.first || g.kind == model.Place:
		case g.kind == model.Person:
			w += wTaggedOther * g.p
		case t.own.ok() && !t.own.place && g.first == t.own.first && g.last == t.own.last:
			w += wTaggedSame * g.p
		case t.own.ok() && g.first >= t.own.first && g.last <= t.own.last && g.first < g.last:
			w += wTaggedSame * g.p // a body in the name of the owner
		}
	}
	return w
}
