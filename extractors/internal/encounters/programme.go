package encounters

import (
	"unicode"
	"unicode/utf8"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// A programme is told by a head and its entries, a paragraph each: "On Monday
// in Oslo, the Speaker:" with "met with X;" and "was briefed by Y.", or "The
// Speaker met with:" with a name in each. What the head tells, subject, day
// and place, holds for every entry that tells nothing else.

// entries finds for every sentence the head of which it is an entry, -1 for none.
func (f *finder) entries() []int {
	head := make([]int, len(f.Sentences))
	for s := range head {
		head[s] = -1
	}
	for p := 1; p < len(f.Paragraphs); p++ {
		par, above := f.Paragraphs[p], f.Paragraphs[p-1]
		if par.Kind != pipeline.BodyParagraph || par.First >= par.Last || above.First >= above.Last {
			continue
		}
		last := above.Last - 1
		h, first := head[last], false
		if f.Is(f.Sentences[last].Last-1, ":") {
			h, first = last, true
		}
		if h < 0 || !first && head[last] < 0 || !f.isEntry(par.First, last, first) {
			continue
		}
		for s := par.First; s < par.Last; s++ {
			head[s] = h
		}
	}
	return head
}

// isEntry tells whether the paragraph that begins with sentence s is an entry:
// marked as one, in small letters, or after an entry that a semicolon ends.
func (f *finder) isEntry(s, above int, first bool) bool {
	sent := f.Sentences[s]
	r, _ := utf8.DecodeRuneInString(f.Word(sent.First))
	switch {
	case unicode.IsLower(r), !unicode.IsLetter(r) && !unicode.IsDigit(r) && f.W(sent.First).Class != clauses.Quote:
		return true
	case f.Is(sent.Last-1, ";"), !first && f.Is(f.Sentences[above].Last-1, ";", "and"):
		return true
	}
	return first && f.line(s, "participant-object") != nil || !first && f.Heading[s] && f.line(s, "participant-object") != nil
}

// headOf gives the head of which sentence s is an entry, -1 for none.
func (f *finder) headOf(s int) int {
	if f.heads == nil {
		f.heads = f.entries()
	}
	return f.heads[s]
}

// headCand makes of a head a candidate that has nothing but its own words.
func (f *finder) headCand(h int) *cand {
	sent := f.Sentences[h]
	c := &cand{sentence: h, first: sent.Last - 1, last: sent.Last, group: -1, noun: -1, from: sent.First, to: sent.Last}
	if lo, hi := f.GroupsOf(h); hi > lo {
		c.group = hi - 1
		c.first, c.last = f.Groups[hi-1].First, f.Groups[hi-1].Last
	}
	return c
}

// headSubject gives the parties that a head names before its verb or colon.
func (f *finder) headSubject(h int) []Party {
	lo, hi := f.GroupsOf(h)
	for g := lo; g < hi; g++ {
		if f.Groups[g].Finite() {
			return f.subjectOf(g)
		}
	}
	c := f.headCand(h)
	ps, _, _ := f.read(f.frontEnd(c), f.Sentences[h].Last-1, "participant-subject", h)
	return ps
}

// entryCands gives the candidate of an entry without a verb under a head whose
// verb of meeting has no object of its own: "The Speaker met with:".
func (f *finder) entryCands(s int) []*cand {
	h := f.headOf(s)
	if h < 0 || len(f.Groups) == 0 {
		return nil
	}
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		if f.Groups[g].Finite() {
			return nil
		}
	}
	g, frame, ok := f.openVerb(h)
	if !ok {
		return nil
	}
	sent := f.Sentences[s]
	start := sent.First
	for start < sent.Last && f.marks(start) {
		start++
	}
	segs := f.absorb(f.reader.list(start, sent.Last).segs)
	c := &cand{sentence: s, first: start, last: sent.Last, rule: frame.rule, kind: frame.kind, mode: frame.mode, group: -1, noun: -1, from: sent.First, to: sent.Last}
	var met []Party
	for i := range segs {
		if segs[i].kind == nothing || segs[i].kind == group && segs[i].posts {
			continue
		}
		met = append(met, f.partyOf(&segs[i], objectRule(&segs[i]), s)...)
	}
	if len(met) == 0 {
		return nil
	}
	hc := *c
	hc.group, hc.sentence = g, h
	st, why := f.statusOf(&hc)
	if st == "" {
		f.drop(c.rule, f.Span(c.first, c.last), why)
		return nil
	}
	c.status, c.apart = st, true
	c.sides = [][]Party{f.subjectOf(g), unique(met)}
	return []*cand{c}
}

// marks tells whether token i is a bullet, a number or a time before an entry.
func (f *finder) marks(i int) bool {
	w := f.W(i)
	if m, _, _ := f.MentionAt(i); m != nil {
		return m.Kind == clauses.Date
	}
	switch w.Class {
	case clauses.Other, clauses.Dash, clauses.Num, clauses.Stop, clauses.Open, clauses.Close, clauses.Comma:
		return true
	}
	return f.Is(i, "on", "at", "hrs", "am", "pm", "a.m", "p.m", "h")
}

// openVerb gives the verb of meeting at the end of head h that waits for its
// other party: "met:", "held meetings with:", "received the following:".
func (f *finder) openVerb(h int) (g int, frame verbFrame, ok bool) {
	lo, hi := f.GroupsOf(h)
	sent := f.Sentences[h]
	for g := hi - 1; g >= lo; g-- {
		grp := &f.Groups[g]
		frame, known := verbFrames[grp.Lemma]
		if !known && lightVerbs[grp.Lemma] {
			for i := grp.Last; i < sent.Last; i++ {
				if n, ok := f.encounterNoun(i); ok {
					frame, known = verbFrame{rule: "held-talks", kind: n.kind, mode: n.mode}, true
					break
				}
			}
		}
		if !known || grp.Passive || !grp.Finite() {
			continue
		}
		open := f.Is(sent.Last-2, "with", "following", "to", "on") || frame.direct && grp.Last == sent.Last-1
		for i := grp.Last; i < sent.Last && !open; i++ {
			open = f.Is(i, "following")
		}
		return g, frame, open
	}
	return 0, verbFrame{}, false
}

// sectionHead gives the place and the date of a sentence that names nothing
// else and heads what follows: "Oslo (6-7 May).", "Monday 6 May"; -1 for none.
func (f *finder) sectionHead(s int) (place, date int) {
	sent := f.Sentences[s]
	place, date = -1, -1
	if lo, hi := f.GroupsOf(s); lo != hi || sent.Last-sent.First > 12 || f.Paragraphs[sent.Paragraph].Kind != pipeline.BodyParagraph {
		return -1, -1
	}
	for i := sent.First; i < sent.Last; {
		m, at, end := f.MentionAt(i)
		if m == nil {
			if w := f.W(i); w.Class == clauses.Noun || w.Class == clauses.Name || w.Class == clauses.Verb {
				return -1, -1
			}
			i++
			continue
		}
		switch {
		case m.Kind == clauses.Place && place < 0:
			place = f.Words[at].Mention
		case m.Kind == clauses.Date && date < 0 && len(f.Dates[m.Ref].Value) >= 10:
			date = f.Words[at].Mention
		case m.Kind != clauses.Place:
			return -1, -1
		}
		i = end
	}
	return place, date
}
