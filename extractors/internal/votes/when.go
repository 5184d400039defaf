package votes

import "strings"

// holding are verbs that may begin what a text says of the day of a vote.
var holding = set(`is was will takes took scheduled held planned set due would`)

// appointed are words that a date of an election follows, with little between.
var appointed = set(`scheduled held due slated set planned called conducted postponed rescheduled moved fixed place falls fall organised organized`)

// polling are verbs of those who hold an election.
var polling = set(`hold holds held holding vote votes voted organise organised organize organized conduct conducted faces face stages staged proceed proceeds
proceeded decide decides`)

// dateAfter finds the date of an election in the words after token k: "...
// scheduled for 12 May", "..., which falls on a Monday".
func (s *scan) dateAfter(m *mention, k int) {
	_, hi := s.bounds(m.last - 1)
	if s.proposed(m.first) && !(s.lower(k) == "," && appointed[s.lower(k+1)]) { // "the elections, due in May"
		return
	}
	if s.lower(k) == "on" && strings.HasPrefix(s.lower(m.last-1), "referend") { // the question put
		for k < hi && !holding[s.lower(k)] {
			if s.toks[k].date >= 0 && (s.lower(k-1) == "on" || s.lower(k-1) == "in") { // "on a new constitution on 17 December"
				s.dated(m, k)
				return
			}
			k++
		}
	}
	if s.toks[m.last-1].upper && s.lower(k) == "and" && k+1 < hi && s.toks[k+1].upper { // "the Referendum and Popular Consultation"
		for k++; k < hi && s.toks[k].upper && s.toks[k].date < 0; k++ {
		}
	}
	for i := k; i < hi && i < k+16; i++ {
		t := s.toks[i]
		if t.date >= 0 {
			if (i > k || s.lower(i-1) != ",") && !(s.lower(i-1) == "," && (t.lower == "today" || t.lower == "yesterday")) {
				s.dated(m, i)
			}
			return
		}
		if t.lower == "for" && i > k && !appointed[s.lower(i-1)] && s.lower(i-1) != "expected" {
			return // "for the term of 2024"
		}
		if !scheduling[t.lower] && t.country == "" && !numeral(t.lower) && t.lower != "years" && !(t.upper && s.lower(i-1) == "in") {
			break
		}
	}
	s.dateOfVerb(m, k, hi)
	if m.date < 0 && !m.undated && s.wonBefore(m) {
		s.dateOfVictory(m, k, hi)
	}
}

// wonBefore is true for a vote that somebody won or lost: "won the election".
func (s *scan) wonBefore(m *mention) bool {
	for i := m.first - 1; i >= 0 && i > m.first-5 && s.same(i, m.first); i-- {
		if winning[s.lower(i)] {
			return true
		}
	}
	return false
}

// dateOfVictory takes the day on which a vote was won, in the same clause.
func (s *scan) dateOfVictory(m *mention, k, hi int) {
	for i := k; i < hi && i < k+8; i++ {
		switch w := s.lower(i); {
		case s.toks[i].date >= 0:
			if s.lower(i-1) == "on" && len(s.Dates[s.toks[i].date].Value) == len("2006-01-02") {
				s.dated(m, i)
			}
			return
		case stops[w], strong[w], w == ",", w == ";":
			return
		}
	}
}

// dated gives a mention the date at token i, unless the words behind it move
// the vote to another day or leave it open.
func (s *scan) dated(m *mention, i int) {
	end := s.skipDate(i)
	if s.eitherDay(end) || s.lower(i-1) == "to" && s.lower(i-2) != "postponed" && !moving[s.lower(i-2)] && s.lower(i-2) != "up" {
		m.undated = true
		return
	}
	if d := s.movedFrom(s.toks[i].date, end); d >= 0 {
		m.date, m.dateRule = d, DateBeside
	} else {
		m.undated = true
	}
}

// dateOfVerb finds the date behind a verb of holding further on in the
// sentence: "the elections, the third since 1991, are to be held on 5 May".
func (s *scan) dateOfVerb(m *mention, k, hi int) {
	for i := k; i < hi && i < k+40; i++ {
		w := s.lower(i)
		if strong[w] || w == ";" || stops[w] && (w == "and" || w == "but" || w == "while" || w == "when") {
			return
		}
		if w == "observed" || w == "monitored" { // "was observed by the Council in May"
			for j := i + 1; j < hi && j < i+7 && !stops[s.lower(j)]; j++ {
				if prev := s.lower(j - 1); s.toks[j].date >= 0 && (prev == "in" || prev == "on") {
					s.dated(m, j)
					return
				}
			}
		}
		if !appointed[w] {
			continue
		}
		for j := i + 1; j < hi && j < i+9; j++ {
			if s.toks[j].date >= 0 {
				s.dated(m, j)
				return
			}
			if t := s.toks[j]; !scheduling[t.lower] && !t.upper && t.country == "" {
				return
			}
		}
	}
}

// dateBefore finds the date of an election in the words before it: "on 10
// October Liberia holds its elections", "votes on 4 May in the election".
func (s *scan) dateBefore(m *mention) {
	lo, _ := s.bounds(m.first)
	if s.proposed(m.first) || s.dayOf(m, lo) || s.fronted(m, lo) {
		return
	}
	held := false
	for i := m.first - 1; i >= lo && i >= m.first-16; i-- {
		held = held || polling[s.lower(i)]
		if d := s.toks[i].date; d >= 0 {
			for j := i - 1; j >= lo && j >= i-4 && !held; j-- {
				held = polling[s.lower(j)] && s.lower(j) != "held"
			}
			held = held || s.inVote(i+1, m.first)
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

// dayOf takes the day that is said to be one of votes: "21 May is the day both of
// the elections to the Senate and of those to the councils".
func (s *scan) dayOf(m *mention, lo int) bool {
	for i := m.first - 1; i > lo+2; i-- {
		if s.lower(i) != "day" && s.lower(i) != "date" {
			continue
		}
		if be := s.lower(i - 2); (be == "is" || be == "was" || be == "be") && s.lower(i-1) == "the" && s.toks[i-3-b2i(s.lower(i-3) == "will")].date >= 0 {
			m.date, m.dateRule = s.toks[i-3-b2i(s.lower(i-3) == "will")].date, DateBeside
			return true
		}
	}
	return false
}

// fronted takes the day at the head of a sentence that tells who won or lost a
// vote, or that it was held: "Last Thursday the party won a landslide in the
// election", "On 6 October a referendum on the dam was held".
func (s *scan) fronted(m *mention, lo int) bool {
	i := lo
	if s.lower(i) == "on" || s.lower(i) == "in" {
		i++
	}
	if s.toks[i].date < 0 {
		return false
	}
	for j := m.first - 1; j > i; j-- {
		if strong[s.lower(j)] {
			return false
		}
		if winning[s.lower(j)] {
			m.date, m.dateRule = s.toks[i].date, DateBeside
			return true
		}
	}
	_, hi := s.bounds(i)
	for j := m.last; j < hi && j < m.last+16; j++ {
		switch w := s.lower(j); {
		case strong[w] || s.toks[j].date >= 0:
			return false
		case w == "held", w == "conducted", w == "place" && (s.lower(j-1) == "took" || s.lower(j-1) == "take" || s.lower(j-1) == "takes"):
			m.date, m.dateRule = s.toks[i].date, DateBeside
			return true
		}
	}
	return false
}

// coordinated gives a vote the day told behind one that "and" joins to it: "the
// elections and the referendum held on 10 January".
func (s *scan) coordinated() {
	for i := range s.mentions {
		a := &s.mentions[i]
		if a.date >= 0 || a.undated || !a.noun {
			continue
		}
		k := a.last
		if s.lower(k) != "and" {
			continue
		}
		for k++; determiners[s.lower(k)]; k++ {
		}
		for j := i + 1; j < len(s.mentions) && j < i+4; j++ {
			if b := s.mentions[j]; b.noun && b.first == k && b.date >= 0 && s.Dates[b.date].Start > b.Start && s.same(a.first, b.first) {
				a.date, a.dateRule = b.date, b.dateRule
				break
			}
		}
	}
}

// inVote is true where no more than "in a" stands between a date and a mention:
// "on 20 June in a snap election".
func (s *scan) inVote(a, b int) bool {
	if a < b && determiners[s.lower(b-1)] {
		b--
	}
	return b-a == 1 && (s.lower(a) == "in" || s.lower(a) == "during")
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
		if s.toks[j].date >= 0 && !s.termDate(j) {
			return s.toks[j].date
		}
		if w := s.toks[j].lower; w == ";" || w == "since" || w == "until" || w == "," && stops[s.lower(j+1)] {
			break
		}
	}
	for j := i - 1; j >= lo; j-- {
		if s.toks[j].date >= 0 && !s.termDate(j) {
			return s.toks[j].date
		}
	}
	return -1
}

// termDate is true for a date that bounds a term and is no day of a vote:
// "until 2027", "for 2024-2026", "born in 1960".
func (s *scan) termDate(j int) bool {
	for d := s.toks[j].date; j > 0 && s.toks[j-1].date == d; j-- {
	}
	switch s.lower(j - 1) {
	case "until", "till", "through", "since", "for", "from", "to", "by", "before", "born":
		return true
	}
	return s.lower(j-1) == "in" && s.lower(j-2) == "born"
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
