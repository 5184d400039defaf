package votes

// Votes of a chamber that the words beside the verb tell: who votes, or what
// the person elected had been.

// voters are the members of a chamber who vote.
var voters = set(`members lawmakers legislators mps deputies senators parliamentarians delegates parliament assembly senate chamber house`)

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
		if w := s.lower(j); s.toks[j].person >= 0 || w == "he" || w == "she" {
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
	for k := i - 1; k >= 0 && s.toks[k].sentence >= s.toks[i].sentence-2; k-- {
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

// votedIn reads "the members voted in the new Speaker".
func (s *scan) votedIn(i int) int {
	k := i + 2
	if !determiners[s.lower(k)] {
		return 0
	}
	for ; determiners[s.lower(k)] || s.lower(k) == "new"; k++ {
	}
	if s.same(i, k) && s.isPost(k) {
		return k
	}
	return 0
}
