package votes

// Votes of a chamber that the words beside the verb tell: who votes, or what
// the person elected had been.

// voters are the members of a chamber who vote.
var voters = set(`members lawmakers legislators mps deputies senators parliamentarians delegates parliament congress assembly senate chamber house`)

// byChamber is true for a person of whom the verb at i says that members of a
// chamber elected him or her: "was elected by 31 of the 52 members".
func (s *scan) byChamber(i int) bool {
	if !s.personSubject(i) {
		return false
	}
	_, hi := s.bounds(i)
	by := false
	for j := i + 1; j < hi && j < i+20; j++ {
		switch w := s.lower(j); {
		case w == "by":
			by = true
		case by && voters[w]:
			return true
		case w == "as" || w == "to":
			return false
		}
	}
	return false
}

// personSubject is true where a person or a pronoun stands right before the
// passive verb at i.
func (s *scan) personSubject(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && s.same(i, j); j-- {
		t := s.toks[j]
		if t.person >= 0 || t.lower == "he" || t.lower == "she" || t.upper && t.body < 0 && t.country == "" && !inner(t.lower) && !legislatures[t.lower] && !voters[t.lower] {
			return true
		}
	}
	return false
}

// chamberVotes is true for a verb at i of which the sentence tells that a
// chamber votes: "was elected Prime Minister by parliament in a secret ballot".
func (s *scan) chamberVotes(i int) bool {
	lo, hi := s.bounds(i)
	for j := lo; j < hi; j++ {
		switch w := s.lower(j); {
		case w == "ballot" && s.lower(j-1) == "secret":
			return true
		case w == "elections", w == "election", w == "seats":
			return false
		case voters[w] && w != "members" && s.lower(j-1) != "of":
			return true
		}
	}
	return false
}

// toldOfChamber is true for a mention at i of a post right after the telling of
// a vote of a chamber for somebody.
func (s *scan) toldOfChamber(i int) bool {
	for k := i - 1; k >= 0 && k > i-maxReach && s.toks[k].sentence >= s.toks[i].sentence-2; k-- {
		if s.toks[k].lower == "elected" && (s.byChamber(k) || s.chamberVotes(k)) {
			return true
		}
	}
	return false
}

// sinceElected reads the post of which a clause tells that its holder was
// elected: "the first visit as Speaker since she was re-elected".
func (s *scan) sinceElected(i int, m *mention) bool {
	lo, _ := s.bounds(i)
	j := i - 1
	for ; j > lo && j > i-6; j-- {
		if w := s.lower(j); w == "since" || w == "after" {
			break
		}
	}
	if w := s.lower(j); w != "since" && w != "after" || s.lower(j+1) != "he" && s.lower(j+1) != "she" {
		return false
	}
	for k := j - 1; k > lo && k > j-12; k-- {
		if s.lower(k) != "as" {
			continue
		}
		for k++; determiners[s.lower(k)]; k++ {
		}
		if p, ok := s.bodyAt(k); ok && s.isPost(k) && p.end <= j {
			first := m.first
			m.take(s, p)
			m.first, m.last = first, first+1
			return true
		}
		return false
	}
	return false
}

// seatIn reads behind "election" the seat of a state in a body of several: "to a
// non-permanent seat on the Security Council".
func (s *scan) seatIn(m *mention, k int) {
	for k++; determiners[s.lower(k)]; k++ {
	}
	for i := k; i < k+4 && s.same(m.first, i); i++ {
		if w := s.lower(i); w != "seat" && w != "seats" && w != "membership" {
			continue
		}
		next := i + 2
		if s.lower(next) == "the" {
			next++
		}
		if prep := s.lower(i + 1); prep != "on" && prep != "in" && prep != "of" || !s.same(i, next) || !s.toks[next].upper {
			return
		}
		end := s.nameEnd(next)
		if !international(s.Text[s.toks[next].Start:s.toks[end-1].End]) {
			return
		}
		m.typ, m.last, m.nowhere, m.country = Other, end, true, ""
		m.body, m.bodyText = s.span(k, end), s.Text[s.toks[k].Start:s.toks[end-1].End]
		m.Span = s.span(m.first, m.last)
		return
	}
}

// votedIn reads "the members voted in the new Speaker".
func (s *scan) votedIn(i int) int {
	k := i + 2
	if !determiners[s.lower(k)] {
		return 0
	}
	for ; determiners[s.lower(k)] || s.lower(k) == "new"; k++ {
	}
	if !s.same(i, k) || !s.isPost(k) {
		return 0
	}
	if p, ok := s.bodyAt(k); !ok || strong[s.lower(p.end)] {
		return 0
	}
	return k
}
