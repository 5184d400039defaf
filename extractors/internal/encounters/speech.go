package encounters

import (
	"readout/extractors/internal/clauses"
)

// scareReach is how many tokens words that a writer only borrows may have.
const scareReach = 6

// scare tells whether quotation marks set off no more than a few words around
// token i, which the sentence uses as its own: had a "useful meeting" with X.
func (f *finder) scare(i int) bool {
	first, last := i, i
	for f.W(first).Class != clauses.Quote && i-first <= scareReach {
		first--
	}
	for f.W(last).Class != clauses.Quote && last-i <= scareReach {
		last++
	}
	if f.W(first).Class != clauses.Quote || f.W(last).Class != clauses.Quote || last-first > scareReach {
		return false
	}
	for k := first; k < last; k++ {
		if f.groupAtToken(k) >= 0 {
			return false
		}
	}
	return true
}

// inverted gives the speaker behind a verb of speech on which the gerund of
// group g depends: "The session went well, said X, Speaker of Y, when meeting Z".
func (f *finder) inverted(g int) []Party {
	grp := &f.Groups[g]
	if grp.Tense != clauses.Gerund {
		return nil
	}
	lo, _ := f.GroupsOf(grp.Sentence)
	p := g - 1
	for p >= lo && !f.Groups[p].Finite() {
		p--
	}
	if p < lo || !saying[f.Groups[p].Lemma] {
		return nil
	}
	if c := f.W(f.Groups[p].First - 1).Class; c != clauses.Comma && c != clauses.Quote {
		return nil
	}
	segs := f.absorb(f.reader.list(f.Groups[p].Last, grp.First).segs)
	if len(segs) == 0 || segs[0].kind != person || segs[0].first != f.Groups[p].Last {
		return nil
	}
	return f.partyOf(&segs[0], "participant-subject", grp.Sentence)
}

// visitFrom gives the guest of "after a courtesy call from X", "following the
// visit by X" and the token where the guest is named.
func (f *finder) visitFrom(n, start, limit int) ([]seg, int) {
	if !f.Is(n, "call", "visit") || !f.Is(start-1, "following", "after", "during", "on", "upon", "at", "in", "before") {
		return nil, -1
	}
	at := f.seek(n+1, limit, false, "from", "by")
	if at < 0 || !f.meetable(at, limit) {
		return nil, -1
	}
	l := f.reader.list(at, limit)
	if f.seek(l.end, limit, false, "to") >= 0 {
		return nil, -1 // "the visit by X to Laos"
	}
	return f.absorb(l.segs), at
}

// quoteReach is how many tokens of a quotation are looked through for its speaker.
const quoteReach = 250

// mine tells whether group g says in quoted words what the speaker did: “I met
// with X”.
func (f *finder) mine(g int) bool {
	r, link := f.Subject(g)
	return link == clauses.Own && !r.Empty() && f.Is(r.Last-1, "i") && f.quoted(r.Last-1) && len(f.quoter(r.Last-1)) > 0
}

// mineHeld tells whether the noun at token i is held by a verb of that kind:
// “I had a meeting with X”.
func (f *finder) mineHeld(i int) bool {
	if _, ok := f.encounterNoun(i); !ok {
		return false
	}
	g := f.holding(f.nounStart(i))
	return g >= 0 && f.mine(g)
}

// quoter gives the person who speaks the quoted words at token i: the subject
// of a verb of speech before the opening mark or behind the closing one.
func (f *finder) quoter(i int) []Party {
	open, end := i, i
	for open > 0 && f.quoted(open-1) && i-open < quoteReach {
		open--
	}
	for end < len(f.Words) && f.quoted(end) && end-i < quoteReach {
		end++
	}
	lo, hi := f.GroupsOf(f.Tokens[open].Sentence)
	for g := hi - 1; g >= lo; g-- {
		if grp := &f.Groups[g]; grp.Last <= open && grp.Finite() && !f.quoted(grp.First) {
			if !saying[grp.Lemma] {
				return nil
			}
			r, link := f.Subject(g)
			if link != clauses.Own || r.Empty() || f.quoted(r.Last-1) {
				return nil
			}
			ps, _, _ := f.read(r.First, r.Last, "participant-subject", grp.Sentence)
			return onlyPersons(ps)
		}
	}
	if end >= len(f.Words) {
		return nil
	}
	lo, hi = f.GroupsOf(f.Tokens[end].Sentence)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.First <= end || !grp.Finite() {
			continue
		}
		if !saying[grp.Lemma] && grp.Lemma != "write" {
			return nil
		}
		if grp.First == end+1 { // “...”, said X
			segs := f.absorb(f.reader.list(grp.Last, f.Sentences[grp.Sentence].Last).segs)
			if len(segs) > 0 && segs[0].kind == person {
				return f.partyOf(&segs[0], "participant-subject", grp.Sentence)
			}
			return nil
		}
		ps, _, _ := f.read(end+1, grp.First, "participant-subject", grp.Sentence)
		return onlyPersons(ps)
	}
	return nil
}
