package votes

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
				if d := s.sentenceDate(k); d >= 0 && len(s.Dates[d].Value) > len("2006") {
					return d
				}
			}
		}
	}
	return -1
}

// happened is true for a verb of electing at i that tells of a vote taken: "was
// elected", "has elected", "elected X as", not "will be elected", "no one was".
func (s *scan) happened(i int) bool {
	lo, _ := s.bounds(i)
	for j := i - 1; j >= lo && j >= i-4; j-- {
		switch s.lower(j) {
		case "will", "would", "be", "to", "can", "could", "may", "might", "must", "shall", "should", "not", "no", "is", "are":
			return false
		}
	}
	return true
}

// Sentences that a sitting is told in, and over which a plural takes up votes.
const (
	maxSitting = 6
	maxShared  = 20
)

// sittings gives a vote that was taken, and that no words date, the day of its
// sitting: that of the vote told before it, else of the sentence in which the
// chamber met.
func (s *scan) sittings(cs []*cluster) {
	var before *cluster
	for _, c := range cs {
		if c.told && c.date < 0 {
			n := s.toks[c.first].sentence
			if before != nil && (n-s.toks[before.first].sentence <= maxSitting || s.sameDay(n)) {
				c.date, c.dateRule = before.date, DayOfSession
			} else if d := s.metOn(n); d >= 0 {
				c.date, c.dateRule = d, DayOfSession
			}
		}
		if c.told && c.date >= 0 && c.typ != Local {
			before = c
		}
	}
}

// sameDay is true for a sentence that tells what came earlier or next: "Earlier, ...".
func (s *scan) sameDay(n int) bool {
	switch i := s.sentence[n][0]; s.lower(i) {
	case "earlier", "afterwards", "subsequently":
		return s.lower(i+1) == ","
	case "following", "after":
		return s.lower(i+1) == "which" || s.lower(i+1) == "this"
	}
	return false
}

// metOn gives the date on which a chamber or a party met, as a sentence up to n tells.
func (s *scan) metOn(n int) int {
	for k := n; k >= 0 && k >= n-maxSitting; k-- {
		for i := s.sentence[k][0]; i < s.sentence[k][1]; i++ {
			if !convening[s.toks[i].lower] || !s.chamberMeets(k, i) {
				continue
			}
			for j := i + 1; j < s.sentence[k][1] && j <= i+12; j++ {
				if s.toks[j].date >= 0 && len(s.Dates[s.toks[j].date].Value) == len("2006-01-02") {
					return s.toks[j].date
				}
			}
		}
	}
	return -1
}

// chamberMeets is true where the words before the verb at i name who meets.
func (s *scan) chamberMeets(k, i int) bool {
	for j := s.sentence[k][0]; j < i; j++ {
		if w := s.toks[j].lower; legislatures[w] || hearings[w] || w == "council" || w == "voting" || w == "delegates" || w == "members" {
			return true
		}
	}
	return false
}

// ofSeveral is true for a mention with a day that may mean several votes: "the
// elections were held on Thursday", "the voting on 9 June".
func (s *scan) ofSeveral(best *cluster, m mention) bool {
	if m.date < 0 || m.singular && !weak[s.lower(m.last-1)] && !(m.anaphor && m.last-m.first > 1) {
		return false
	}
	return m.anaphor || m.typ == "" || s.takesUpPost(best, m)
}

// share gives the day of votes that a plural takes up ("the elections were held
// on Thursday", "both polls") to each of those told before it that have none.
func (s *scan) share(cs []*cluster, best *cluster, m mention) {
	for _, c := range cs {
		if c.date < 0 && (c.told || s.same(c.first, best.first)) && (c.Start < m.Start || !m.anaphor) && !c.generic && s.toks[m.first].sentence-s.toks[c.first].sentence <= maxShared && s.fits(c, m) {
			c.take(s, m)
		}
	}
}
