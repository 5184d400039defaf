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

// votes are nouns of what a day is fixed for by law, and at which nobody meets.
var votes = set("election elections vote polls poll ballot referendum runoff run-off by-election by-elections")

// voteDay tells whether the date at token at is that of a vote: "the elections
// scheduled for 4 May", "the referendum, which is held on 4 May".
func (f *finder) voteDay(at int) bool {
	first := f.Sentences[f.Tokens[at].Sentence].First
	for i := at - 1; i >= max(first, at-12); i-- {
		if votes[f.W(i).Low] {
			return true
		}
		if w := f.W(i); w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Person {
			return false
		}
	}
	return false
}

// saidAgain tells whether another day stands behind the one that ends before
// token end and says it in full: "today, Tuesday 4 May".
func (f *finder) saidAgain(end int) bool {
	if f.W(end).Class != clauses.Comma || f.W(end).Mention >= 0 {
		return false
	}
	m, _, last := f.MentionAt(end + 1)
	return m != nil && m.Kind == clauses.Date && len(f.Dates[m.Ref].Value) == len("2024-05-20") && last-end > 2
}

// dayOfLead gives the only day of the sentence that opens the body, where that
// sentence tells of no encounter of its own and encounter k is held: "A busy
// day it was for X yesterday"; -1 for none.
func (f *finder) dayOfLead(k int) int {
	lead := f.firstBody()
	if f.list[k].Status != "held" || f.clauses[k].back {
		return -1
	}
	for j := range f.list {
		for _, c := range f.clauses[j].cands {
			if c.sentence == lead {
				return -1
			}
		}
	}
	if g := f.travels(lead); g >= 0 && ending[f.Groups[g].Lemma] {
		return -1 // the day on which a journey ends
	}
	if p, _ := f.alone(lead); p.Value != "" {
		return -1 // a dateline
	}
	day, sent := -1, f.Sentences[lead]
	for i := sent.First; i < sent.Last; {
		m, at, end := f.MentionAt(i)
		if m == nil {
			i++
			continue
		}
		if i = end; m.Kind != clauses.Date || f.datelineHead(at) || f.voteDay(at) {
			continue
		}
		v := f.Dates[m.Ref].Value
		if day >= 0 || len(v) != 10 || len(f.Published) >= 10 && v > f.Published[:10] {
			return -1
		}
		day = f.Words[at].Mention
	}
	return day
}
