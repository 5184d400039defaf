package votes

import (
	"slices"
	"strings"
)

// Votes that are told of as a person's.

// possessed reads "his election as chairman", "X's re-election". It is true
// where the mention was of that kind and is dealt with.
func (s *scan) possessed(m *mention, types []string) bool {
	his := m.article == "his" || m.article == "her" || m.article == "'s" && m.first > 0 && s.toks[m.first-1].person >= 0 || m.who > 0
	trigger := -1
	for i := m.first; i < m.last; i++ {
		if w := s.lower(i); w == "election" || w == "re-election" || w == "reelection" {
			trigger = i
		}
	}
	if !his || trigger < 0 {
		return false
	}
	if s.lower(trigger+1) == "campaign" || s.lower(trigger+1) == "bid" {
		return true
	}
	m.rule = HisElection
	k := trigger + 1
	if s.same(trigger, k) && (s.lower(k) == "as" || s.lower(k) == "to") {
		k++
		for determiners[s.lower(k)] || s.lower(k) == "new" || s.lower(k) == "high" || s.lower(k) == "post" || s.lower(k) == "position" || s.lower(k) == "office" || s.lower(k) == "of" {
			k++
		}
		if s.same(trigger, k) {
			if p, ok := s.bodyAt(k); ok {
				m.take(s, p)
				m.Span = s.span(m.first, m.last)
			}
		}
	}
	who := m.who - 1
	if who < 0 {
		who = s.personBefore(m.first)
	}
	if m.typ == "" && len(types) > 0 {
		m.typ = types[0]
	}
	if m.typ == "" && !(s.toks[max(m.first-1, 0)].person >= 0) {
		m.typ = s.typeOfPostBefore(m.first)
	}
	if m.typ == "" {
		m.typ = s.typeOfPerson(who)
	}
	if m.typ == Parliamentary && s.toldOfChamber(m.first) {
		m.typ = Internal
	}
	if m.country == "" && who >= 0 && m.typ != Internal {
		s.homeOf(m, who)
	}
	m.nowhere = who >= 0 && m.body.Len() == 0 && slices.ContainsFunc(s.People[who].Posts, func(p Post) bool { return international(p.Organization) })
	s.mentions = append(s.mentions, *m)
	return true
}

// typeOfPostBefore tells what election gives the post of a person who has no
// name in the words before token i: "congratulated the Speaker on her re-election".
func (s *scan) typeOfPostBefore(i int) string {
	lo, _ := s.bounds(i)
	for j := i - 1; j >= lo && j > i-8; j-- {
		if s.toks[j].person >= 0 {
			return ""
		}
		if !s.isPost(j) {
			continue
		}
		for j > lo && s.isPost(j-1) && !determiners[s.lower(j-1)] {
			j--
		}
		if p, ok := s.bodyAt(j); ok {
			return p.typ
		}
	}
	return ""
}

// homeOf takes the country of a person: the one that the person acts for, or
// that stands behind the name ("X of Chile").
func (s *scan) homeOf(m *mention, who int) {
	p := s.People[who]
	if p.Country != "" {
		m.country, m.countryAt = p.Country, Piece{p.Span, OfPerson}
		return
	}
	for i := range s.toks {
		if s.toks[i].Start >= p.End {
			next := i + 1
			if s.lower(next) == "the" {
				next++
			}
			if s.lower(i) == "of" && next < len(s.toks) && s.toks[next].country != "" && s.toks[next].placeEnd > 0 {
				m.country, m.countryAt = s.toks[next].country, Piece{s.span(next, s.toks[next].placeEnd), OfPerson}
			}
			return
		}
	}
}

// personBefore gives the nearest mention of a person before token i, or -1.
func (s *scan) personBefore(i int) int {
	for j := i - 1; j >= 0 && s.toks[j].sentence >= s.toks[i].sentence-1; j-- {
		if s.toks[j].person >= 0 {
			return s.toks[j].person
		}
	}
	return -1
}

// typeOfPerson tells what election gives a person's post.
func (s *scan) typeOfPerson(who int) string {
	if who < 0 {
		return Other
	}
	for _, p := range s.People[who].Posts {
		t := strings.ToLower(p.Title)
		switch {
		case t == "president" && p.Organization != "" && !s.state(p.Organization):
			return Internal
		case t == "president", t == "president-elect", t == "head of state", strings.HasPrefix(t, "president of the republic"):
			return Presidential
		case strings.HasPrefix(t, "prime minister"), t == "premier", strings.HasSuffix(t, "chancellor"), t == "senator", t == "mp":
			return Parliamentary
		case strings.Contains(t, "mayor"), strings.Contains(t, "governor"):
			return Local
		case strings.Contains(t, "speaker"), strings.Contains(t, "chair"), strings.Contains(t, "leader"), strings.Contains(t, "secretary general"), strings.Contains(t, "secretary-general"):
			return Internal
		}
	}
	return Other
}

// state tells whether words name a country.
func (s *scan) state(name string) bool {
	_, ok := s.Gazetteer.Country(name)
	return ok || name == "Republic" || name == "State" || name == "Nation"
}

// postCountry finds the country of a post from who was elected to it.
func (s *scan) postCountry(m *mention, i int) {
	if m.country != "" || m.typ == Internal {
		return
	}
	if who := s.personBefore(i); who >= 0 && s.People[who].Start >= s.toks[s.sentence[s.toks[i].sentence][0]].Start {
		s.homeOf(m, who)
	}
}
