package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// seats are words in names of bodies that name their house too.
var seats = set("headquarters parliament saeima embassy secretariat consulate university academy school hospital museum centre center institute",
	"palace house residence ministry chancellery assembly senate congress court",
	"storting riksdag folketing eduskunta althing riigikogu seimas sejm bundestag bundesrat knesset duma rada majlis mazhilis verkhovna oireachtas dáil")

// seat gives the body at whose house encounter k is: "welcomed X to NATO
// Headquarters", "met at the National Assembly", "visited the Museum of Trade".
func (f *finder) seat(k int) Piece {
	for _, c := range f.clauses[k].cands {
		for i := c.first; i < f.clauseEnd(c); i++ {
			m, at, end := f.MentionAt(i)
			if m == nil || m.Kind != clauses.Body {
				continue
			}
			i = end - 1
			prep := at - 1
			for f.W(prep).Class == clauses.Det {
				prep--
			}
			welcome := f.Is(prep, "to") && (f.W(f.groupBefore(prep)).Lemma == "welcome" || f.W(f.groupBefore(prep)).Lemma == "host")
			if !welcome && !f.Is(prep, "at", "in", "inside") || !f.housed(at, end) {
				continue
			}
			for n := at; n+1 < end; n++ { // "Presidential Secretariat in Lima"
				if city, ok := f.Gazetteer.First(f.Quote(f.Span(n+1, end)), gazetteer.City); ok && f.Is(n, "in") && city.Name != "" {
					return Piece{Value: f.Quote(f.Span(n+1, end)), Span: f.Span(n+1, end), Rule: "place-of-clause"}
				}
			}
			return Piece{Value: f.houseName(m), Span: m.Span, Rule: "place-of-clause"}
		}
		if p := f.building(c); p.Value != "" {
			return p
		}
	}
	return Piece{}
}

// houseName gives a body's house by the words that name it there: its full name
// may stand elsewhere on the page.
func (f *finder) houseName(m *clauses.Mention) string {
	if said := f.Quote(m.Span); !strings.Contains(said, f.Bodies[m.Ref].Name) {
		return strings.TrimPrefix(strings.TrimPrefix(said, "the "), "The ")
	}
	return f.Bodies[m.Ref].Name
}

// buildings are nouns of houses where people are received.
var buildings = set("palace house hotel hall centre center airport castle villa residence headquarters")

// building gives the house of which the clause of candidate c says that it was
// there, where nothing else knows its name: "at the People's Palace".
func (f *finder) building(c *cand) Piece {
	end := f.clauseEnd(c)
	for i := c.first; i < end; i++ {
		if !f.Is(i, "at") || f.W(i).Mention >= 0 {
			continue
		}
		first := i + 1
		for f.W(first).Class == clauses.Det {
			first++
		}
		for k := first; k < min(end, first+6) && (f.W(k).Upper || f.W(k).Class == clauses.Poss) && f.W(k).Mention < 0; k++ {
			if k > first && buildings[f.W(k).Low] && !f.W(k+1).Upper {
				span := f.Span(first, k+1)
				return Piece{Value: f.Quote(span), Span: span, Rule: "place-of-clause"}
			}
		}
	}
	return Piece{}
}

// titlePlace gives the place that the title's own noun gives the page's first
// encounter: "Readout of Peace Talks in Geneva"; -1 for none.
func (f *finder) titlePlace(k int) int {
	if k != 0 || f.list[k].Status != "held" || f.clauses[k].back {
		return -1
	}
	for s, sent := range f.Sentences {
		if f.Paragraphs[sent.Paragraph].Kind != pipeline.TitleParagraph {
			break
		}
		for n := sent.First; n < sent.Last; n++ {
			if _, ok := f.encounterNoun(n); ok && s == 0 {
				return f.placeIn(n, sent.Last, n)
			}
		}
	}
	return -1
}

func (f *finder) housed(first, last int) bool {
	for i := first; i < last; i++ {
		if seats[f.W(i).Low] {
			return true
		}
	}
	return false
}
