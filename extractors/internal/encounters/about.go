package encounters

import (
	"readout/pipeline"
)

// maxTopics is the most topics of an encounter: a record names what it was
// about, and does not list all that was said.
const maxTopics = 6

// assign gives every sentence of the body the encounter that it tells of:
// that of its own trigger, else that of the sentence before. An encounter
// that is only recalled has no sentences but its own.
func (f *finder) assign() {
	f.tells = make([]int, len(f.Sentences))
	first := make([]int, len(f.Sentences))
	for s := range f.tells {
		f.tells[s], first[s] = -1, -1
	}
	for k := range f.list {
		for _, c := range f.clauses[k].cands {
			if c.heading {
				continue
			}
			if o := first[c.sentence]; o < 0 || f.clauses[o].back || !f.clauses[k].back && c.first > f.firstIn(o, c.sentence) {
				first[c.sentence] = k
			}
		}
	}
	current := f.firstTold()
	for s := range f.Sentences {
		if f.Paragraphs[f.Sentences[s].Paragraph].Kind != pipeline.BodyParagraph {
			continue
		}
		if k := first[s]; k >= 0 {
			f.tells[s] = k
			if !f.clauses[k].back {
				current = k
			}
			continue
		}
		if k := f.namedAlone(s); k >= 0 && current >= 0 && !f.clauses[current].back {
			current = k
		}
		f.tells[s] = current
	}
}

// namedAlone gives the encounter told before sentence s of which alone the
// first person named in s is a party, where others have been told; -1 for none.
func (f *finder) namedAlone(s int) int {
	ps := f.personsIn(f.Sentences[s].First, f.Sentences[s].Last)
	if len(ps) == 0 {
		return -1
	}
	only := -1
	for k, e := range f.list {
		if !hasParty(e.Parties, Party{Kind: PersonParty, Ref: ps[0]}) {
			continue
		}
		if only >= 0 || f.clauses[k].back || f.clauses[k].cands[0].sentence > s {
			return -1
		}
		only = k
	}
	return only
}

// severalTold tells whether sentence s speaks of several encounters at once:
// "these exchanges", "both meetings".
func (f *finder) severalTold(s int) bool {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if !f.Is(i, "these", "those", "both", "all") || f.W(i).Mention >= 0 {
			continue
		}
		for k := i + 1; k < i+4; k++ {
			if f.Is(k, "meetings", "exchanges", "talks", "conversations", "receptions", "calls", "audiences", "encounters", "visits", "discussions") {
				return true
			}
		}
	}
	return false
}

// toldNear tells whether encounter k is told in the paragraph of sentence s or
// in the one before.
func (f *finder) toldNear(k, s int) bool {
	for _, c := range f.clauses[k].cands {
		if d := f.Sentences[s].Paragraph - f.Sentences[c.sentence].Paragraph; !c.heading && d >= 0 && d <= 1 {
			return true
		}
	}
	return false
}

// firstTold gives the first encounter that the body is about, -1 for none:
// what stands before its trigger leads up to it.
func (f *finder) firstTold() int {
	best := -1
	for k := range f.list {
		c := f.clauses[k].cands[0]
		if f.clauses[k].back || c.heading {
			continue
		}
		if best < 0 || c.first < f.clauses[best].cands[0].first {
			best = k
		}
	}
	return best
}

// firstIn gives the first token of encounter k's trigger in sentence s.
func (f *finder) firstIn(k, s int) int {
	for _, c := range f.clauses[k].cands {
		if c.sentence == s {
			return c.first
		}
	}
	return -1
}

// about gives encounter k the topics of its sentences, at most six.
func (f *finder) about(k int) {
	e := f.list[k]
	var all []Topic
	f.eachTopic(func(t Topic, i, s int) {
		of := f.tells[s] == k || f.tells[s] >= 0 && f.sameTrigger(k, f.tells[s]) && f.namedAlone(s) < 0 || f.shares(k, s) || f.severalTold(s) && f.toldNear(k, s)
		if f.tells[s] < 0 || !of {
			return
		}
		if o := f.nearest(s, i); o >= 0 && o != k && !f.sameTrigger(k, o) {
			return
		}
		all = append(all, t)
	})
	if len(all) == 0 {
		all = f.aroundTrigger(k)
	}
	for _, t := range best(all) {
		e.Topics = append(e.Topics, Piece{Value: t.Text, Span: t.Span, Rule: "topic"})
	}
}

// aroundTrigger gives the topics of the paragraphs in which encounter k is
// told, for one that has none of its own.
func (f *finder) aroundTrigger(k int) []Topic {
	var all []Topic
	f.eachTopic(func(t Topic, _, s int) {
		if f.toldIn(k, f.Sentences[s].Paragraph) || len(f.list) == 1 {
			all = append(all, t)
		}
	})
	return all
}

// eachTopic hands out the topics with the token and the sentence where each begins.
func (f *finder) eachTopic(yield func(t Topic, token, sentence int)) {
	for _, t := range f.Topics {
		if i := f.TokenAt(t.Start); i < len(f.Tokens) {
			yield(t, i, f.Tokens[i].Sentence)
		}
	}
}

// toldIn tells whether encounter k has a trigger in paragraph p.
func (f *finder) toldIn(k, p int) bool {
	for _, c := range f.clauses[k].cands {
		if !c.heading && f.Sentences[c.sentence].Paragraph == p {
			return true
		}
	}
	return false
}

// enough is how many topics tell what an encounter was about, by the rank of
// those that might come next: where there are as many, less telling ones add
// little.
var enough = [...]int{1: 4, 2: 3, 3: 3}

// best gives the first six topics. What a speaker laid weight on counts where
// few were discussed, asides where these are few too, and what is only spoken
// of last.
func best(all []Topic) []Topic {
	kept := all[:0:0]
	for rank := range enough {
		if rank > 0 && len(kept) >= enough[rank] {
			continue
		}
		kept = kept[:0]
		for _, t := range all {
			if t.rank() <= rank {
				kept = append(kept, t)
			}
		}
	}
	return kept[:min(len(kept), maxTopics)]
}

// rank orders topics: 0 tells most.
func (t *Topic) rank() int {
	switch {
	case t.Matter:
		return 3
	case t.Aside:
		return 2
	case t.Weight:
		return 1
	}
	return 0
}

// shares tells whether encounter k has a trigger in sentence s.
func (f *finder) shares(k, s int) bool {
	for _, c := range f.clauses[k].cands {
		if c.sentence == s && !c.heading {
			return true
		}
	}
	return false
}

// nearest gives the encounter whose trigger stands last before token i in
// sentence s, where the sentence tells of several; -1 else.
func (f *finder) nearest(s, i int) int {
	best, at, n := -1, -1, 0
	for k := range f.list {
		for _, c := range f.clauses[k].cands {
			if c.sentence != s || c.heading {
				continue
			}
			n++
			if c.first < i && c.first > at {
				best, at = k, c.first
			}
		}
	}
	if n < 2 {
		return -1
	}
	return best
}
