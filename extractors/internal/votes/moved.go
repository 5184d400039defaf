package votes

// moving are verbs of those who give a vote another day, or none.
var moving = set(`postponed rescheduled deferred delayed moved shifted cancelled canceled suspended annulled`)

// putOff are the particles of "put off", "pushed back", "brought forward".
var putOff = map[string]string{"put": "off", "pushed": "back", "brought": "forward"}

// movedFrom tells what became of the day d of a vote whose words end before
// token k: the day to which the vote was moved, -1 where it lost its day, else d.
func (s *scan) movedFrom(d, k int) int {
	lo, hi := s.bounds(k - 1)
	for i := k - 1; i >= lo && i > k-16; i-- { // "put off the elections, due in July, to 2029"
		if w := s.lower(i); moving[w] || putOff[w] != "" && s.lower(i+1) == putOff[w] {
			if to := s.dayTo(k, hi); to >= 0 {
				return to
			}
		}
	}
	for i := k; i < hi && i < k+40; i++ {
		w := s.lower(i)
		if w == ";" || strong[w] && i > k {
			break
		}
		if !moving[w] && (putOff[w] == "" || s.lower(i+1) != putOff[w]) {
			continue
		}
		return s.movedTo(d, i, hi)
	}
	return d
}

// dayTo gives the date right behind token k that "to" or "until" brings, or -1.
func (s *scan) dayTo(k, hi int) int {
	for i := k; i < hi && i < k+5; i++ {
		if s.toks[i].date >= 0 && (s.lower(i-1) == "to" || s.lower(i-1) == "until") {
			return s.toks[i].date
		}
		if stops[s.lower(i)] {
			break
		}
	}
	return -1
}

// movedTo gives the day behind a verb of moving at i: "postponed from 9 March
// to 25 April", "put off until June".
func (s *scan) movedTo(d, i, hi int) int {
	before := false
	for j := i - 1; j >= 0 && j > i-30 && s.same(i, j); j-- {
		before = before || s.toks[j].date == d
	}
	for j := i + 1; j < hi && j < i+12; j++ {
		if s.toks[j].date < 0 || s.toks[j].date == s.toks[j-1].date {
			continue
		}
		for k := j - 1; k > i && k > j-3; k-- {
			switch s.lower(k) {
			case "to", "till", "until", "for":
				return s.toks[j].date
			}
		}
	}
	if before {
		return -1
	}
	return d
}

// eitherDay is true where the date that ends before token k is one of two that
// the text leaves open: "in December or the first week of January".
func (s *scan) eitherDay(k int) bool {
	if s.lower(k) != "or" {
		return false
	}
	for j := k + 1; j < len(s.toks) && j < k+5 && s.same(k, j); j++ {
		if s.toks[j].date >= 0 {
			return true
		}
	}
	return false
}
