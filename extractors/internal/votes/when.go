package votes

import "strings"

// holding are verbs that may begin what a text says of the day of a vote.
var holding = set(`is was will takes took scheduled held planned set due would`)

// dateAfter finds the date of an election in the words after token k: "...
// scheduled for 10 January", "..., which will be held on Sunday".
func (s *scan) dateAfter(m *mention, k int) {
	_, hi := s.bounds(m.last - 1)
	if s.proposed(m.first) {
		return
	}
	if s.lower(k) == "on" && strings.HasPrefix(s.lower(m.last-1), "referend") { // the question put
		for k < hi && !holding[s.lower(k)] {
			k++
		}
	}
	for i := k; i < hi && i < k+16; i++ {
		t := s.toks[i]
		if t.date >= 0 {
			if i > k || s.lower(i-1) != "," {
				m.date, m.dateRule = t.date, DateBeside
			}
			return
		}
		if !scheduling[t.lower] && t.country == "" && !(t.upper && s.lower(i-1) == "in") {
			return
		}
	}
}

// dateBefore finds the date of an election in the words before it: "on 10
// October Liberia holds its elections", "4 May, the day of the vote".
func (s *scan) dateBefore(m *mention) {
	lo, _ := s.bounds(m.first)
	if s.proposed(m.first) {
		return
	}
	held := false
	for i := m.first - 1; i >= lo && i >= m.first-16; i-- {
		switch s.toks[i].lower {
		case "hold", "holds", "held", "holding", "vote", "votes", "voted", "organise", "organised", "organize", "organized", "conduct", "conducted", "faces", "face":
			held = true
		}
		if d := s.toks[i].date; d >= 0 {
			if held {
				m.date, m.dateRule = d, DateBeside
			}
			return
		}
		if strong[s.toks[i].lower] {
			return
		}
	}
}

// proposed is true for a sentence in which somebody only proposes a date.
func (s *scan) proposed(i int) bool {
	lo, hi := s.bounds(i)
	for j := lo; j < hi; j++ {
		if proposals[s.toks[j].lower] {
			return true
		}
	}
	return false
}

// sentenceDate gives the date of a sentence nearest after token i, else the
// nearest before it; -1 where it has none.
func (s *scan) sentenceDate(i int) int {
	lo, hi := s.bounds(i)
	for j := i; j < hi; j++ {
		if s.toks[j].date >= 0 {
			return s.toks[j].date
		}
		if w := s.toks[j].lower; w == ";" || w == "since" || w == "until" {
			break
		}
	}
	for j := i - 1; j >= lo; j-- {
		if s.toks[j].date >= 0 {
			return s.toks[j].date
		}
	}
	return -1
}

// sessionDate gives the date of the sitting at which the sentence of token i
// says that somebody was elected: that of an earlier sentence on it.
func (s *scan) sessionDate(i int) int {
	lo, hi := s.bounds(i)
	for j := lo; j < hi; j++ {
		if !hearings[s.toks[j].lower] {
			continue
		}
		for k := lo - 1; k >= 0 && s.toks[k].sentence >= s.toks[i].sentence-3; k-- {
			if s.toks[k].lower == s.toks[j].lower {
				if d := s.sentenceDate(k); d >= 0 {
					return d
				}
			}
		}
	}
	return -1
}

// seasonYear takes the year that the sentence of an election's season names.
func (s *scan) seasonYear(m *mention) {
	lo, hi := s.bounds(m.first)
	for i := lo; i < hi; i++ {
		if d := s.toks[i].date; d >= 0 && len(s.Dates[d].Value) == 4 {
			m.date, m.dateRule = d, DateBeside
			return
		}
	}
}
