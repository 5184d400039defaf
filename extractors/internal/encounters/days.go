package encounters

import (
	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// aside tells whether token at lies in a clause that commas set off before the
// trigger: "X, who took office in January, met Y".
func (f *finder) aside(c *cand, at int) bool {
	if at >= c.first {
		return false
	}
	for i := at - 1; i > c.from; i-- {
		if f.W(i).Class == clauses.Comma && f.W(i).Mention < 0 {
			return false
		}
		if f.Is(i, "who", "which") && f.W(i-1).Class == clauses.Comma {
			for k := at; k < c.first; k++ {
				if f.Is(k, "when", "while", "as", "after", "during") {
					return false // "who said so on Monday when X visited him"
				}
				if f.W(k).Class == clauses.Comma && f.W(k).Mention < 0 {
					return true
				}
			}
			return false
		}
	}
	return false
}

// yetToBe tells whether token at lies behind "which will" after the trigger: an
// event to come that was talked of gives the encounter neither day nor place.
func (f *finder) yetToBe(c *cand, at int) bool {
	_, hi := f.GroupsOf(c.sentence)
	for g := hi - 1; g >= 0 && f.Groups[g].First > c.last; g-- {
		grp := &f.Groups[g]
		if grp.First < at && (grp.Tense == clauses.FutureTense && f.Is(grp.First-1, "which", "that", "who") || grp.Tense == clauses.Infinitive && grp.Passive && f.W(grp.First-1).Class == clauses.Comma) {
			return true
		}
	}
	return false
}

// dayAlone gives the day that is all of the sentence right before or behind
// sentence s: "On Tuesday, 28 May 2024."; -1 for none. A preposition begins it,
// or it is the date of the page.
func (f *finder) dayAlone(s int) int {
	for _, n := range []int{s - 1, s + 1} {
		if n < 0 || n >= len(f.Sentences) || f.Paragraphs[f.Sentences[n].Paragraph].Kind != pipeline.BodyParagraph {
			continue
		}
		sent := f.Sentences[n]
		if sent.Last-sent.First > 10 || !f.Is(sent.First, "on", "last", "this") {
			continue
		}
		day := -1
		for i := sent.First; i < sent.Last; i++ {
			m, at, end := f.MentionAt(i)
			switch {
			case m != nil && m.Kind == clauses.Date && len(f.Dates[m.Ref].Value) == 10 && day < 0:
				day, i = f.Words[at].Mention, end-1
			case m != nil && m.Kind != clauses.Place || m == nil && f.W(i).Class == clauses.Verb:
				return -1
			}
		}
		if day >= 0 {
			return day
		}
	}
	return -1
}
