package votes

// outcome reads a verb at i that tells, after a vote, who got a post: "was
// chosen as Deputy Speaker", "was declared chairperson with 54 votes", "became
// first vice-president", "was voted in as leader".
func (s *scan) outcome(i int) {
	k := s.postAfter(i)
	switch s.toks[i].lower {
	case "became":
	case "contest", "race", "post": // "in the contest for treasurer", "the post of treasurer went to X"
		if prep := s.lower(i + 1); prep != "for" && prep != "of" || prep == "of" && !s.wentTo(i) {
			return
		}
		for k = i + 2; determiners[s.lower(k)]; k++ {
		}
		if !s.same(i, k) || !s.isPost(k) {
			return
		}
	case "voted":
		if s.lower(i+1) != "in" && s.lower(i+1) != "into" {
			return
		}
		if k = s.postAfter(i + 1); !s.passive(i) {
			k = s.votedIn(i)
		}
	default:
		if !s.passive(i) {
			return
		}
		if s.lower(i+1) == "elected" {
			return // "was declared elected" is read there
		}
	}
	if k == 0 && s.toks[i].lower == "chosen" && s.ofVote(i, 0) {
		s.subjectsElected(i) // "elections in which a President will be chosen"
		return
	}
	if k == 0 {
		return
	}
	p, ok := s.bodyAt(k)
	if !ok || anyoneElected(s.Text[p.Start:p.End]) {
		return
	}
	reach := maxSitting
	if s.toks[i].lower == "became" {
		reach = 2
	}
	if s.toks[i].lower == "became" && s.same(i, p.end+1) && (s.lower(p.end) == "in" || s.lower(p.end) == "on") && s.toks[p.end+1].date >= 0 {
		return // a step of a career, on a day of its own
	}
	if s.toks[i].lower != "voted" && !s.ofVote(i, reach) {
		s.drop(ElectedPost, s.toks[i].Span, "nothing beside it tells of a vote")
		return
	}
	m := mention{first: i, last: i + 1, date: -1, rule: ElectedPost}
	m.take(s, p)
	s.postCountry(&m, i)
	s.addElected(m, i, false)
}

// wentTo is true for a post at i that the sentence gives to somebody: "went to X".
func (s *scan) wentTo(i int) bool {
	_, hi := s.bounds(i)
	for j := i + 1; j < hi && j < i+12; j++ {
		if s.lower(j) == "went" && s.lower(j+1) == "to" {
			return true
		}
	}
	return false
}

// ofVote is true where the sentence of i, or one of the reach before it,
// tells of a vote for a post.
func (s *scan) ofVote(i, reach int) bool {
	n := s.toks[i].sentence
	for k := n; k >= 0 && k >= n-reach; k-- {
		for j := s.sentence[k][0]; j < s.sentence[k][1]; j++ {
			if reach == 0 && strong[s.toks[j].lower] {
				return true
			}
			switch w := s.toks[j].lower; w {
			case "elected", "re-elected", "votes", "ballot", "ballots", "unopposed":
				return true
			case "vote":
				if k == n {
					return true
				}
			}
		}
	}
	return false
}
