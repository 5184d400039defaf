package votes

import (
	"slices"
	"strings"
)

// nouns reads every noun of an election with the words around it.
func (s *scan) nouns() {
	for i := range s.toks {
		w := s.toks[i].lower
		if s.taken[i] || !strong[w] && !weak[w] {
			continue
		}
		if why := s.noElection(i); why != "" {
			s.drop(TypedNoun, s.toks[i].Span, why)
			continue
		}
		m := mention{first: i, last: i + 1, date: -1, noun: true, singular: !strings.HasSuffix(w, "s") && w != "referenda"}
		types := s.modifiers(&m)
		s.bareStart(&m)
		if weak[w] && !s.weakCounts(i, &m, types) {
			continue
		}
		s.right(&m, types)
	}
}

// modifiers walks over the words before a trigger and gives the types that they
// tell, the nearest first.
func (s *scan) modifiers(m *mention) (types []string) {
	i := m.first
	lo, _ := s.bounds(i)
	own := typeWords[s.toks[i].lower]
	if own != "" {
		types = append(types, own)
	}
	j := i - 1
	if start := s.chamberBefore(i, lo); start < i {
		m.chamber = phrase{Span: s.span(start, i), typ: s.typeOf(start, i), end: i}
		m.chamber.country, m.chamber.countryAt = s.countryIn(start, i)
		j = start - 1
	}
	for ; j >= lo && j >= i-14; j-- {
		t := s.toks[j]
		typ, typed := typeWords[t.lower]
		switch {
		case t.date >= 0:
			if m.date >= 0 && m.date != t.date && len(s.Dates[m.date].Value) == 4 {
				m.more = append(m.more, m.date) // "the 2004 and 2008 elections"
			}
			m.date, m.dateRule = t.date, DateBeside
		case typed && (own == "" || own == Parliamentary && typ == Local):
			if own != "" {
				types[0] = typ
			} else {
				types = append(types, typ)
			}
		case (t.lower == "general" || t.lower == "national") && len(types) > 0 && joins(s.lower(j+1)): // "national and local elections"
			types = append(types, Other)
		case t.lower == "national":
			m.certain = true
		case kinds[t.lower]: // "local government elections", "harmonised elections"
		case s.qualifies(m, j):
		case t.lower == "'s" || t.lower == "'":
			if j > lo && s.toks[j-1].date < 0 && s.toks[j-1].country == "" {
				m.article = "'s"
				m.first = j
				return types
			}
		case joins(t.lower):
			if !s.modifiersJoin(m, j, lo, len(types) > 0 || m.chamber.end > 0) {
				m.first = j + 1
				return types
			}
		case determiners[t.lower] && (t.lower != "that" || m.singular): // not "agreed that elections"
			m.article = t.lower
			m.first = j + 1
			return types
		case !word(t), t.lower == "that", prepositions[t.lower], stops[t.lower], t.upper && j > lo && !weak[t.lower] && t.body < 0, modifierVerb(t.lower):
			m.first = j + 1
			return types
		}
	}
	m.first = j + 1
	return types
}

// bareStart leaves out what stands before the modifiers of a mention without
// an article: "safeguard American elections".
func (s *scan) bareStart(m *mention) {
	for m.article == "" && m.first < m.last-1 {
		t := s.toks[m.first]
		if t.upper || t.date >= 0 || t.country != "" || typeWords[t.lower] != "" || earlyWords[t.lower] || praise[t.lower] || definite[t.lower] || t.lower == "general" || t.lower == "national" {
			return
		}
		next := s.toks[m.first+1]
		if joins(next.lower) || strong[next.lower] || weak[next.lower] || praise[next.lower] || strings.HasSuffix(t.lower, "al") || strings.HasSuffix(t.lower, "ed") || strings.HasSuffix(t.lower, "ing") {
			return
		}
		m.first++
	}
}

// joins is true for what stands between the members of a list.
func joins(w string) bool { return w == "and" || w == "or" || w == "," }

// qualifies takes the word before a trigger that tells of its time, its place
// or its kind; it is false for other words.
func (s *scan) qualifies(m *mention, j int) bool {
	t := s.toks[j]
	switch {
	case earlyWords[t.lower]:
		m.early, m.certain = true, true
	case t.lower == "general":
		m.general = true
	case definite[t.lower]:
		m.certain = true
		m.turn = turns[t.lower]
	case t.country != "" && !t.chamber:
		if m.country == "" {
			m.country, m.countryAt = t.country, Piece{t.Span, BesideNoun}
		} else if s.toks[j+1].country == t.country {
			m.countryAt.Start = t.Start
		}
	default:
		return false
	}
	return true
}

// modifiersJoin tells whether the mark or word of a list at j joins two
// modifiers of a trigger: "free and fair", "presidential and municipal", "2004, 2008".
func (s *scan) modifiersJoin(m *mention, j, lo int, typed bool) bool {
	before, after := s.lower(j-1), s.lower(j+1)
	dated := j > lo && s.toks[j-1].date >= 0
	comma := s.lower(j) == ","
	switch {
	case dated && m.date >= 0 && s.toks[j+1].date >= 0, praise[before]:
		return true
	case praise[after] && before != "" && !comma && !strong[before] && word(s.toks[j-1]) && !s.toks[j-1].upper && !stops[before] && !modifierVerb(before):
		return true
	}
	return typed && (typeWords[before] != "" || before == "national" || before == "general") || comma && dated
}

// chamberBefore gives where the name of a chamber that ends at the trigger i
// begins ("State Duma elections"), or i.
func (s *scan) chamberBefore(i, lo int) int {
	last := i - 1
	if last < lo || !s.toks[last].upper || s.toks[last].demonym || s.lower(last) == "parliamentary" || s.lower(last) == "legislative" || !(legislatures[s.lower(last)] || s.lower(last) == "council" || s.toks[last].chamber) {
		return i
	}
	start := last
	for start > lo {
		t := s.toks[start-1]
		small := (t.lower == "of" || t.lower == "the" && s.lower(start-2) == "of") && start-1 > lo && (t.lower == "of" && legislatures[s.lower(start-2)] || t.lower == "the" && legislatures[s.lower(start-3)])
		if !small && (!t.upper || t.date >= 0 || t.demonym || t.country != "" && !t.chamber || earlyWords[t.lower] || t.lower == "the") {
			break
		}
		start--
	}
	if last-start < 1 && !s.toks[last].chamber {
		return i
	}
	return start
}

// modifierVerb is true for words before a trigger that look like verbs.
func modifierVerb(w string) bool {
	switch w {
	case "upcoming", "coming", "forthcoming", "contested", "disputed", "planned", "postponed", "delayed", "rigged", "scheduled", "so-called",
		"closely-contested", "repeated", "flawed", "divided", "united":
		return false
	}
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || w == "held" || w == "hold" || w == "holds" || w == "win" || w == "won"
}

// right reads the words after a trigger and adds the mention, one for each type.
func (s *scan) right(m *mention, types []string) {
	k := m.last
	course := ""
	if courses[s.lower(k)] && s.same(k-1, k) {
		course = s.lower(k)
		k++
	}
	if (s.lower(m.last-1) == "election" || s.lower(m.last-1) == "polling" || s.lower(m.last-1) == "voting") && course == "day" && len(types) == 0 {
		m.anaphor = true
	}
	bodies := s.complement(m, &k)
	if course == "process" && m.date < 0 { // "the election process of members of parliament"
		m.generic, bodies = true, nil
	}
	if machinery[s.lower(m.last)] {
		k = m.last
	}
	m.last = max(m.last, k)
	if m.date < 0 && (course == "season" || course == "cycle" || course == "campaign" || course == "year") {
		s.seasonYear(m)
	}
	dated := course == "" || strings.HasPrefix(course, "day") || strings.HasPrefix(course, "round") || course == "night" || course == "period"
	if m.date < 0 && dated && !m.undated {
		s.dateAfter(m, k)
	}
	if m.date < 0 && dated && !m.undated {
		s.dateBefore(m)
	}
	m.Span = s.span(m.first, m.last)
	if s.lower(k) == "to" && len(bodies) == 0 {
		s.seatIn(m, k)
	}
	s.settle(m, types, bodies)
}

// settle gives a mention its type and determination and adds it.
func (s *scan) settle(m *mention, types []string, bodies []phrase) {
	if s.possessed(m, types) {
		return
	}
	var beside []string // "presidential and National Assembly elections"
	if len(bodies) == 0 && m.chamber.end > 0 {
		bodies = []phrase{m.chamber}
		beside = slices.DeleteFunc(slices.Clone(types), func(t string) bool { return t == m.chamber.typ })
	}
	if len(bodies) == 0 && len(types) == 0 {
		types = s.impliedType(m)
	}
	s.determine(m, len(types) == 0 && len(bodies) == 0 && m.bodyText == "")
	m.rule = TypedNoun
	switch {
	case len(bodies) > 0:
		m.rule = ToBody
	case len(types) > 0:
	case m.date >= 0:
		m.rule = DatedNoun
	case m.country != "":
		m.rule = InCountry
	default:
		m.rule = DefiniteNoun
	}
	if s.lower(m.first-1-b2i(determiners[s.lower(m.first-1)])) == "since" && m.date >= 0 {
		m.turn = founding
	}
	if len(bodies) > 0 {
		s.addTypes(*m, beside)
		s.addBodies(*m, types, bodies)
		return
	}
	base := *m
	if len(types) == 1 && types[0] == Internal && m.date < 0 {
		if base.date = s.sessionDate(m.first); base.date >= 0 {
			base.dateRule = DayOfSession
		}
	}
	s.addTypes(base, types)
	if len(types) == 0 {
		s.add(base)
	}
}

// impliedType gives the type of a mention without one: that of the winner's post,
// and none of ours for a general election.
func (s *scan) impliedType(m *mention) []string {
	if w := s.lower(m.last - 1); (w == "re-election" || w == "reelection") && s.wonBefore(m) {
		if t := s.typeOfPerson(s.personBefore(m.first)); t != Other {
			return []string{t}
		}
	}
	if m.general {
		return []string{Other}
	}
	return nil
}

// addTypes adds a mention once for each type, the last of the list first: they
// were read from the noun backwards.
func (s *scan) addTypes(m mention, types []string) {
	for i := len(types) - 1; i >= 0; i-- {
		m.typ = types[i]
		s.add(m)
	}
}

// addBodies adds a mention once for each body that is elected.
func (s *scan) addBodies(m mention, types []string, bodies []phrase) {
	for _, b := range bodies {
		n := m
		n.typ, n.body, n.bodyText = b.typ, b.Span, s.Text[b.Start:b.End]
		n.told = s.proceeded(m.first)
		if len(types) > 0 && (b.typ == Other || b.typ == Internal && types[0] != Internal) {
			n.typ = types[0]
		}
		if n.typ == Internal && n.date < 0 {
			if n.date = s.sessionDate(m.first); n.date >= 0 {
				n.dateRule = DayOfSession
			}
		}
		if b.country != "" {
			n.country, n.countryAt = b.country, Piece{b.countryAt, OfBody}
		}
		s.add(n)
	}
}

// proceeded is true for a vote at i that a chamber came to: "proceeded to the election of".
func (s *scan) proceeded(i int) bool {
	for j := i - 1; j > 0 && j > i-4; j-- {
		if s.lower(j) == "to" && strings.HasPrefix(s.lower(j-1), "proceed") && s.lower(j-1) != "proceed" {
			return true
		}
	}
	return false
}

// determine tells from the article of a mention, and from whether it is bare
// of type and body, what it means: a certain election, elections in general,
// one that may come, or one that the text has told of.
func (s *scan) determine(m *mention, bare bool) {
	open := bare && m.date < 0
	if bare && m.country == "" && (m.article == "these" || m.article == "both") {
		m.anaphor = true
	}
	some := m.article == "a" || m.article == "an"
	m.maybe = some && s.hypothetical(m.first)
	switch {
	case m.article == "any", m.article == "every", ours(m.article) && m.date < 0, open && m.maybe:
		m.generic = true
	case !m.certain && s.quotedName(m):
		m.generic = true
	case open && m.article == "":
		m.generic = !m.certain && !s.toHold(m.first)
	}
	if open && m.country == "" && m.article != "" && !some {
		m.anaphor = true
	}
}

// toHold is true where the words before a mention say that elections are held.
func (s *scan) toHold(i int) bool {
	switch s.lower(i - 1) {
	case "hold", "holding", "conduct", "conducting", "organise", "organising", "organize", "organizing":
		return true
	}
	return s.lower(i-1) == "of" && s.lower(i-2) == "holding"
}

// ours is true for the determiners of elections in general: "our elections".
func ours(article string) bool { return article == "our" || article == "my" || article == "your" }

// add takes a mention, and one more for each further year of a list ("in 2003, 2007 and 2012").
func (s *scan) add(m mention) {
	s.mentions = append(s.mentions, m)
	for _, at := range m.also {
		o := m
		o.country, o.countryAt, o.also = s.countryAt(at), at, nil
		s.mentions = append(s.mentions, o)
	}
	for _, d := range m.more {
		m.date = d
		s.mentions = append(s.mentions, m)
	}
	if m.date < 0 || len(s.Dates[m.date].Value) != 4 {
		return
	}
	at := s.dateTokens(m.date)
	for k := at; ; {
		for s.lower(k) == "," || s.lower(k) == "and" || s.lower(k) == "in" || s.lower(k) == "of" || s.lower(k) == "again" || s.lower(k) == "then" {
			k++
		}
		if k >= len(s.toks) || k == at || s.toks[k].date < 0 || len(s.Dates[s.toks[k].date].Value) != 4 || !s.same(at-1, k) {
			return
		}
		m.date = s.toks[k].date
		s.mentions = append(s.mentions, m)
		k++
		at = k
	}
}

// countryAt gives the country that a piece of the text names.
func (s *scan) countryAt(at Piece) string {
	for _, t := range s.toks {
		if t.Start >= at.Start {
			return t.country
		}
	}
	return ""
}

// dateTokens gives the token after a date expression.
func (s *scan) dateTokens(d int) int {
	for i := range s.toks {
		if s.toks[i].date == d {
			for i < len(s.toks) && s.toks[i].date == d {
				i++
			}
			return i
		}
	}
	return len(s.toks)
}

// hypothetical is true for what is only hoped for: "that results in a free election".
func (s *scan) hypothetical(i int) bool {
	lo, _ := s.bounds(i)
	for j := i - 1; j >= lo && j >= i-40; j-- {
		switch s.toks[j].lower {
		case "must", "should", "would", "could", "may", "might", "if", "future", "will", "toward", "towards", "until", "can", "any", "never":
			return true
		}
	}
	return false
}
