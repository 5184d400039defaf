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
				if d := s.sentenceDate(k); d >= 0 {
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
