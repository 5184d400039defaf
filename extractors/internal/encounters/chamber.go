package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// presiding are posts of whoever presides over a chamber: which of them a
// translator chose differs from page to page, even from sentence to sentence.
var presiding = set("speaker chairman chairwoman chairperson chair president head leader")

// chambers are words that tell a legislature's chamber.
var chambers = set("parliament assembly senate council house chamber congress majlis mazhilis duma knesset rada sejm seimas saeima",
	"riigikogu eduskunta riksdag storting folketing bundestag bundesrat oireachtas dáil khural jogorku shura milli parliamentary")

// presidesOver gives the person that "the head of the National Assembly", "the
// Shura Council Speaker" stand for: the only one of the page with a post of
// that kind in a chamber, of the state that the words name; -1 for none.
func (f *finder) presidesOver(s *seg) int {
	start := f.skipLight(s.first, s.last)
	core := f.coreEnd(start, s.last)
	if !presiding[f.W(core-1).Low] || f.Is(core-2, "deputy", "vice", "former", "committee") {
		return -1
	}
	told := f.Is(core-1, "speaker")
	for i := start; i < s.last; i++ {
		if f.Is(i, "deputy", "vice", "former", "committee", "group", "delegation", "ministers", "union", "secretariat") {
			return -1
		}
		told = told || chambers[f.W(i).Low] && i != core-1
	}
	if !told {
		return -1
	}
	iso, known := f.stateIn(start, s.last)
	found := -1
	for p := range f.People {
		if !presides(&f.People[p]) || known && f.People[p].Country != iso {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p
	}
	if !known && !f.Is(s.first, "the") {
		return -1
	}
	return found
}

// presides tells whether person p has a post that presides over a chamber.
func presides(p *Person) bool {
	for k, t := range p.Titles {
		core := coreTitle(t)
		if len(core) == 0 || !presiding[core[len(core)-1]] || core[0] == "deputy" || core[0] == "vice" || strings.Contains(strings.ToLower(t), "former") {
			continue
		}
		if core[len(core)-1] == "speaker" {
			return true
		}
		words := fields(p.Bodies[k] + " " + afterOf(t))
		for _, w := range words {
			if w == "commission" || w == "committee" || w == "ministers" {
				break
			}
			if chambers[w] {
				return true
			}
		}
	}
	return false
}

// stateIn gives the state that an adjective, a name or a body of tokens
// [first, last) tells.
func (f *finder) stateIn(first, last int) (string, bool) {
	if iso, ok := f.demonymIn(first, last); ok {
		return iso, true
	}
	for i := first; i < last; {
		m, _, end := f.MentionAt(i)
		switch {
		case m == nil:
			i++
			continue
		case m.Kind == clauses.Place && f.Places[m.Ref].Country != "":
			return f.Places[m.Ref].Country, true
		case m.Kind == clauses.Body && f.Bodies[m.Ref].Country != "":
			return f.Bodies[m.Ref].Country, true
		}
		i = end
	}
	return "", false
}
