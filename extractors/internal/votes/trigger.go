package votes

import "strings"

// Whether a noun of an election tells of one.

// noElection gives why the noun at i tells of no vote: it is part of a body's
// name, a post's or a law's.
func (s *scan) noElection(i int) string {
	next, prev := s.lower(i+1), s.lower(i-1)
	if !s.same(i, i+1) {
		next = ""
	}
	typed := i > 0 && typeWords[prev] != "" || prev == "general"
	switch {
	case machinery[next] && !(typed && !s.toks[i].upper && (strings.HasPrefix(next, "observ") || strings.HasPrefix(next, "monitor"))):
		return "before " + next + ": names a body, a rule or work"
	case next == "and" && machinery[s.lower(i+3)]:
		return "part of the name of a body"
	case s.toks[i].upper && (prev == "of" || prev == "for" || prev == "on") && i > 1 && s.toks[i-2].upper && !s.missionTo(i):
		return "part of the name of a post or a body"
	case s.toks[i].upper && prev == "and" && i > 1 && strong[s.lower(i-2)]:
		return "part of the name of a body"
	case prev == "of" && (inner(s.lower(i-2)) || localSeats[s.lower(i-2)]):
		return "part of the name of a post"
	case prev == "electoral" || prev == "opinion" || prev == "exit" || prev == "secret" || prev == "straw":
		return prev + " " + s.toks[i].lower + " is no election"
	}
	if s.toks[i].body >= 0 && !s.missionTo(i) {
		return "part of the name of a body"
	}
	return ""
}

// quotedName is true for a mention without an article that is all there is
// between quotation marks: the name of a panel or a paper.
func (s *scan) quotedName(m *mention) bool {
	if m.article != "" || !s.toks[m.last-1].upper || m.date >= 0 {
		return false
	}
	k := m.last
	for k < len(s.toks) && (s.lower(k) == ";" || s.lower(k) == "," || s.lower(k) == ".") {
		k++
	}
	quote := func(w string) bool {
		return w == "\"" || w == "“" || w == "”" || w == "'" || w == "‘" || w == "''" || w == "\u0060\u0060"
	}
	return quote(s.lower(m.first-1)) && quote(s.lower(k))
}

// missionTo is true for an election at i in the name of those sent to observe
// it: "Observer Group for the General Election".
func (s *scan) missionTo(i int) bool {
	b, start := s.toks[i].body, i
	for start > 0 && s.toks[start-1].body == b && s.lower(start-1) != "the" && !prepositions[s.lower(start-1)] {
		start--
	}
	for j := start - 1; j >= 0 && j >= start-2; j-- {
		switch s.lower(j) {
		case "the":
		case "to", "for", "on", "of":
			if s.toks[j].body != b {
				return s.lower(j) == "to"
			}
			for k := j - 1; k >= 0 && s.toks[k].body == b; k-- {
				switch s.lower(k) {
				case "mission", "group", "team", "observers", "delegation":
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// weakCounts decides for nouns that mean an election only in company.
func (s *scan) weakCounts(i int, m *mention, types []string) bool {
	w, prev, next := s.lower(i), s.lower(i-1), s.lower(i+1)
	definite := m.article == "the" || m.article == "that" || m.article == "this" || m.article == "both"
	switch w {
	case "primary":
		after := !s.same(i, i+1) || prepositions[next] || !word(s.toks[i+1])
		return after && (s.toks[i-1+b2i(i == 0)].upper || len(types) > 0) && i > 0
	case "voting":
		switch prev {
		case "early", "advance", "overseas", "postal", "absentee", "machine", "electronic", "online":
			return false
		}
		m.anaphor = true
		if day := next == "day"; day {
			m.last++
			return true
		}
		return prepositions[next] && next != "in" && next != "for" && m.article != "" || next == "on"
	case "round":
		return s.roundCounts(i, m)
	case "vote", "votes", "ballot":
		if next == "of" && s.toks[min(i+2, len(s.toks)-1)].date < 0 || w == "votes" && len(types) == 0 {
			return false
		}
		if len(types) > 0 && !chamberWord(prev) {
			return true
		}
		if m.date >= 0 || w == "ballot" && definite && s.same(i, i+2) && next == "on" && s.toks[i+2].date >= 0 {
			m.anaphor = true
			return true
		}
		if len(types) > 0 || w == "ballot" || !definite || prev == "to" {
			return false
		}
		m.anaphor = true
		return true
	}
	if len(types) > 0 || m.general || m.early { // poll, polls
		return true
	}
	if w == "polls" && (m.date >= 0 || s.toHold(m.first) && m.article == "") {
		m.anaphor = true
		return true
	}
	if w == "poll" && m.date >= 0 && next == "in" && s.same(i, i+2) && s.toks[i+2].country != "" { // "Saturday's poll in Gambia"
		return true
	}
	if w == "polls" && prev == "the" && s.lower(i-2) == "to" {
		return false // go to the polls
	}
	m.anaphor = true
	return definite
}

// roundCounts takes "the first round", of which the sentence tells a day.
func (s *scan) roundCounts(i int, m *mention) bool {
	switch prev := s.lower(i - 1); prev {
	case "first", "second", "decisive":
	default:
		return false
	}
	if s.lower(i+1) == "of" && s.lower(i+2) != "voting" && s.lower(i+2) != "the" || !s.electoral() {
		return false
	}
	m.round, m.anaphor = true, true
	if s.lower(i+1) == "of" {
		return s.lower(i+2) == "voting"
	}
	return m.article == "the"
}

// chamberWord is true for a chamber that votes itself: "Senate vote".
func chamberWord(w string) bool {
	switch w {
	case "senate", "house", "parliament", "assembly", "council", "board", "duma", "knesset", "bundestag", "city":
		return true
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
