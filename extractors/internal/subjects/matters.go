package subjects

import "readout/extractors/internal/clauses"

// Matter is the rule of a subject that no verb or noun of talking leads in: a
// phrase whose head names what parties have between them, "the historical ties
// between A and B", or what holds in the world, "the situation in C". It says
// what an encounter was about where nothing else does.
const Matter = "matter"

// matterHeads are the heads of such phrases.
var matterHeads = set("relations relationship relationships ties cooperation collaboration contacts situation developments")

// matters takes the phrases of sentence s whose head is one of matterHeads.
func (f *finder) matters(s int) {
	limit := f.Sentences[s].Last
	for i := f.Sentences[s].First; i < limit; i++ {
		if w := f.W(i); w.Mention >= 0 || !matterHeads[w.Low] || f.Is(i+1, "'s", "’s") {
			continue
		}
		first := f.phraseStart(i, f.Sentences[s].First)
		_, last, end := f.phrase(first, limit)
		if last <= i {
			continue
		}
		if last-first > 1 {
			f.add(first, last, Matter)
		}
		i = max(i, end-1)
	}
}

// maxModifiers is how many words before its head a phrase has at most.
const maxModifiers = 6

// phraseStart gives the first token of the modifiers before head i, not before
// token first.
func (f *finder) phraseStart(i, first int) int {
	start := i
	for k := i - 1; k >= first && k >= i-maxModifiers; k-- {
		w := f.W(k)
		if w.Mention >= 0 {
			if f.Mentions[w.Mention].Kind != clauses.Place {
				break
			}
			start = k
			continue
		}
		if w.Class != clauses.Noun && w.Class != clauses.Name && !(w.Class == clauses.Conj && f.Is(k, "and") && adjective(f.W(k-1).Low)) || f.groupAt(k) >= 0 {
			break
		}
		start = k
	}
	return start
}
