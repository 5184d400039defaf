package votes

import (
	"strings"

	"readout/extractors/internal/numbers"
)

// subjectsElected takes the subject of "was elected" for what is elected, each
// member of a list by itself: "the President, 128 deputies and the mayors will
// be elected".
func (s *scan) subjectsElected(i int) {
	lo, _ := s.bounds(i)
	j := i - 1
	for j > lo && (stops[s.lower(j)] && s.lower(j) != "who" || adverbial(s.lower(j))) {
		j--
	}
	end, n := j+1, 0
	if end-lo <= 2 && (s.lower(j) == "they" || s.lower(j) == "who") {
		start, stop := s.antecedentElected(lo)
		end = stop
		if m, ok := s.subjectElected(start, stop); ok {
			m.last = i + 1
			m.Span = s.span(i, i+1)
			s.addElected(m, i, false)
			return
		}
	}
	for end > lo {
		start := s.subjectStart(lo, end)
		if start > lo && n > 0 && prepositions[s.lower(start-1)] { // "to the Senate, 30 members will be elected"
			break
		}
		if m, ok := s.subjectElected(start, end); ok {
			if n == 0 {
				m.last = i + 1
			}
			n++
			s.addElected(m, max(m.last-1, m.first), false)
		} else if n == 0 {
			break
		}
		if start-1 < lo || !joins(s.lower(start-1)) {
			break
		}
		for end = start - 1; end > lo && joins(s.lower(end-1)); end-- {
		}
	}
	if n == 0 {
		s.drop(ElectedPost, s.toks[i].Span, "no post and no body stands beside the verb")
	}
}

func adverbial(w string) bool {
	return strings.HasSuffix(w, "ly") || w == "not" || w == "also" || w == "then"
}

// subjectStart gives where the member of a list that ends before token end begins.
func (s *scan) subjectStart(lo, end int) int {
	j := end - 1
	for ; j >= lo && j > end-10; j-- {
		w := s.lower(j)
		if stops[w] || !word(s.toks[j]) && w != "'s" || prepositions[w] && !s.ofBody(j) || w == "no" || w == "any" || w == "since" || s.toks[j].person >= 0 {
			break
		}
		if determiners[w] && s.lower(j-1) != "of" && s.lower(j-1) != "to" {
			return j
		}
	}
	for j++; j-2 >= lo && joins(s.lower(j-1)) && rankWord(s.lower(j)) && rankWord(s.lower(j-2)); { // "the First and Second Deputy Speakers"
		j -= 2
	}
	return j
}

// rankWord is true for the ranks of posts of one kind.
func rankWord(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "fifth", "deputy", "senior", "junior":
		return true
	}
	return false
}

// ofBody is true for a preposition between a seat and its body: "deputies to the Congress".
func (s *scan) ofBody(j int) bool {
	return s.lower(j) == "of" || s.lower(j) == "to" && parliamentarySeats[s.lower(j-1)]
}

// subjectElected reads the post or the body that tokens [start, end) name.
func (s *scan) subjectElected(start, end int) (mention, bool) {
	for start < end && (determiners[s.lower(start)] || numeral(s.lower(start)) || s.lower(start) == "all" || s.lower(start) == "new" || newlyElected(s.lower(start))) {
		start++
	}
	m := mention{first: start, last: end, date: -1, rule: ElectedPost}
	if start >= end {
		return m, false
	}
	found := false
	for j := max(start, end-2); j < end; j++ {
		w := s.lower(j)
		found = found || inner(w) || legislatures[w] || localSeats[w] || parliamentarySeats[w]
	}
	for j := start; j < end && !found; j++ {
		found = parliamentarySeats[s.lower(j)] || (s.lower(j+1) == "of" && inner(s.lower(j)))
	}
	if !found {
		return m, false
	}
	head := s.lower(end - 1)
	for j := start + 1; j < end; j++ {
		if s.lower(j) == "of" || s.lower(j) == "to" {
			head = s.lower(j - 1)
			break
		}
	}
	m.body, m.bodyText = s.span(start, end), s.Text[s.toks[start].Start:s.toks[end-1].End]
	switch {
	case head == "president" && (end-start == 1 || !s.namesBody(start, end)):
		m.typ = Presidential
	case parliamentarySeats[head] || legislatures[head] && end-start == 1:
		m.typ = Parliamentary
		if p, ok := s.bodyAt(start); ok && p.end >= end && parliamentarySeats[head] && end-start > 1 {
			m.body, m.bodyText, m.typ = p.Span, s.Text[p.Start:p.End], p.typ
		}
	case localSeats[head]:
		m.typ = Local
	default:
		m.typ = Internal
	}
	m.country, m.countryAt.Span = s.countryIn(start, end)
	m.countryAt.Rule = OfBody
	return m, true
}

// numeral is true for a cardinal number in digits or words.
func numeral(w string) bool {
	if w == "" || w[0] >= '0' && w[0] <= '9' {
		return w != ""
	}
	first, _, _ := strings.Cut(w, "-")
	_, ok := numbers.Word(first)
	return ok
}

func newlyElected(w string) bool { return w == "newly" || w == "elected" || w == "newly-elected" }

// antecedentElected gives the tokens of the sentence before lo that name the
// seats which "they" takes up.
func (s *scan) antecedentElected(lo int) (start, end int) {
	if lo == 0 {
		return 0, 0
	}
	first, last := s.bounds(lo - 1)
	for j := first; j < last; j++ {
		if w := s.lower(j); parliamentarySeats[w] || localSeats[w] {
			return s.subjectStart(first, j+1), j + 1
		}
	}
	return 0, 0
}
