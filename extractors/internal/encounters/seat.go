package encounters

import "readout/extractors/internal/clauses"

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
			return Piece{Value: f.Bodies[m.Ref].Name, Span: m.Span, Rule: "place-of-clause"}
		}
	}
	return Piece{}
}

func (f *finder) housed(first, last int) bool {
	for i := first; i < last; i++ {
		if seats[f.W(i).Low] {
			return true
		}
	}
	return false
}
