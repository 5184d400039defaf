package encounters

import "readout/extractors/internal/clauses"

// intro is where a page first speaks of a delegation or mission as of something new.
type intro struct {
	party    Party
	sentence int
}

// introduced gives the delegation that the page introduced before sentence s with
// the indefinite article or a possessor: "a 12-member delegation of the Council",
// "will send an observer mission"; false where it did not.
func (f *finder) introduced(head string, s int) (Party, bool) {
	if f.intros == nil {
		f.intros = map[string]intro{}
		for i := range f.Words {
			w := f.W(i)
			if w.Mention >= 0 || w.Class != clauses.Noun || !teamHeads[w.Low] {
				continue
			}
			if _, known := f.intros[w.Low]; known {
				continue
			}
			if p, ok := f.introAt(i); ok {
				f.intros[w.Low] = intro{p, f.Tokens[i].Sentence}
			}
		}
	}
	in, ok := f.intros[head]
	return in.party, ok && in.sentence < s
}

// mostIntro is how many tokens behind its noun the name of a delegation may go on.
const mostIntro = 40

// teamHeads are the nouns of travelling groups.
var teamHeads = set("delegation mission team")

// introAt gives the group that the noun at token i names where an indefinite
// article opens its phrase.
func (f *finder) introAt(i int) (Party, bool) {
	for k := i - 1; k >= i-7 && k >= f.Sentences[f.Tokens[i].Sentence].First; k-- {
		w := f.W(k)
		if w.Mention < 0 && (w.Class == clauses.Det || w.Class == clauses.Prep || w.Class == clauses.Comma || w.Class == clauses.Poss || w.Class == clauses.Conj) {
			if !f.Is(k, "a", "an") {
				return Party{}, false
			}
			segs := f.reader.list(k, min(f.Sentences[f.Tokens[i].Sentence].Last, i+mostIntro)).segs
			if len(segs) == 0 || segs[0].kind != group || f.W(segs[0].head).Low != f.W(i).Low || segs[0].head <= k+1 && segs[0].last <= segs[0].head+1 {
				return Party{}, false
			}
			return Party{Kind: GroupParty, Ref: -1, Name: f.name(&segs[0]), Span: segs[0].span}, true
		}
	}
	return Party{}, false
}
