package votes

import (
	"strings"

	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// phrase is the name of what is elected.
type phrase struct {
	record.Span
	typ       string
	country   string
	countryAt record.Span
	end       int // token after it
}

// complement reads the phrases after a trigger: "to the Storting", "of the
// President of X", "in Zimbabwe", "of 4 May", "for mayor". k moves past them.
func (s *scan) complement(m *mention, k *int) []phrase {
	var bodies []phrase
	for n := 0; n < 4 && *k < len(s.toks) && s.same(m.last-1, *k); n++ {
		next := *k + 1
		prep := s.lower(*k)
		for determiners[s.lower(next)] || next > *k+1 && (s.lower(next) == "new" || s.lower(next) == "next") {
			next++
		}
		if next >= len(s.toks) || !s.same(*k, next) {
			break
		}
		t := s.toks[next]
		if prep == "of" && t.person >= 0 && !s.owner(next) { // "the election of X as Speaker"
			for next < len(s.toks) && s.toks[next].person == t.person {
				next++
			}
			m.who = t.person + 1
			*k = next
			continue
		}
		switch {
		case s.toks[*k].date >= 0:
			s.setDate(m, *k)
			*k = s.skipDate(*k)
			continue
		case prep != "to" && prep != "of" && prep != "in" && prep != "for" && prep != "on" && prep != "as" && prep != "at":
			return bodies
		case t.date >= 0 && prep != "to":
			if prep != "on" || !s.announced(m.first) {
				s.setDate(m, next)
			}
			*k = s.skipDate(next)
			continue
		case (prep == "in" || prep == "of" || prep == "at" || prep == "for") && t.country != "" && !t.demonym && !t.chamber && t.placeEnd > 0:
			if m.country == "" || prep == "in" {
				m.country, m.countryAt = t.country, Piece{s.span(next, t.placeEnd), BesideNoun}
			}
			*k = t.placeEnd
			if prep == "in" {
				*k = s.moreCountries(m, *k)
			}
			continue
		case prep == "in" || prep == "on" || prep == "at":
			return bodies
		}
		found := s.bodyList(next)
		if len(found) == 0 {
			return bodies
		}
		bodies = append(bodies, found...)
		*k = found[len(found)-1].end
	}
	return bodies
}

// owner is true for a person at token i who owns what follows: "X's successor".
func (s *scan) owner(i int) bool {
	p := s.toks[i].person
	for i < len(s.toks) && s.toks[i].person == p {
		i++
	}
	return s.lower(i) == "'s" || s.lower(i) == "'" || strings.HasSuffix(s.lower(i-1), "'s")
}

// moreCountries reads on over a list of countries behind "elections in X" and
// gives the token after it.
func (s *scan) moreCountries(m *mention, k int) int {
	for {
		next := k
		for joins(s.lower(next)) || s.lower(next) == "the" {
			next++
		}
		if next == k || next >= len(s.toks) || !s.same(k-1, next) {
			return k
		}
		t := s.toks[next]
		if t.country == "" || t.demonym || t.chamber || t.city || t.placeEnd == 0 || t.country == m.country {
			return k
		}
		m.also = append(m.also, Piece{s.span(next, t.placeEnd), BesideNoun})
		k = t.placeEnd
	}
}

// setDate gives a mention without a date the one at token i.
func (s *scan) setDate(m *mention, i int) {
	if m.date < 0 && !m.undated {
		s.dated(m, i)
	}
}

// announced is true for a mention behind a verb that has the day behind it
// itself: "called the election on 3 July".
func (s *scan) announced(first int) bool {
	return announcing[s.lower(first-1)] || determiners[s.lower(first-1)] && announcing[s.lower(first-2)]
}

func (s *scan) skipDate(k int) int {
	d := s.toks[k].date
	for k < len(s.toks) && s.toks[k].date == d {
		k++
	}
	return k
}

// bodyList reads what is elected at token k, one phrase or several joined by "and".
func (s *scan) bodyList(k int) []phrase {
	first, ok := s.bodyAt(k)
	if !ok {
		return nil
	}
	out := []phrase{first}
	if s.toks[k].upper && s.lower(first.end) == "and" {
		next := first.end + 1
		if s.lower(next) == "the" {
			next++
		}
		if next < len(s.toks) && s.same(k, next) && !s.toks[next].upper && (localSeats[s.lower(next)] || localBodies[s.lower(next)]) && s.postWord(next) {
			if second, ok := s.bodyAt(next); ok {
				out = append(out, second)
			}
		}
		if next < len(s.toks) && s.toks[next].upper && s.toks[next].country == "" && s.same(k, next) {
			if second, ok := s.bodyAt(next); ok && second.typ != Other {
				out = append(out, second)
			}
		}
	}
	return out
}

// bodyAt reads the name of a body or a post at token k.
func (s *scan) bodyAt(k int) (phrase, bool) {
	start := k
	// "deputies of the X", "members to the X"
	if parliamentarySeats[s.lower(k)] && (s.lower(k+1) == "of" || s.lower(k+1) == "to" || s.lower(k+1) == "for") {
		next := k + 2
		if s.lower(next) == "the" {
			next++
		}
		if next < len(s.toks) && s.same(k, next) && s.toks[next].upper {
			if p, ok := s.bodyAt(next); ok {
				return p, true
			}
		}
		if end := s.localUnits(next); end > next { // "deputies of local councils"
			return phrase{Span: s.span(k, end), typ: Local, end: end}, true
		}
	}
	end := k
	switch {
	case s.toks[k].upper:
		if end = s.nameEnd(k); s.same(k, end) && innerPosts[s.lower(end)] && s.toks[end-1].country == "" { // "Senate chairman", "Forum leadership"
			end++
		}
	case s.postWord(k):
		end = s.postEnd(k)
	default:
		return phrase{}, false
	}
	if end <= start {
		return phrase{}, false
	}
	p := phrase{Span: s.span(start, end), end: end}
	p.typ = s.typeOf(start, end)
	p.country, p.countryAt = s.countryIn(start, end)
	return p, true
}

// localUnits gives the token behind the units of a place in small letters
// that begin at k: "local councils", "rural municipal assemblies"; k where there are none.
func (s *scan) localUnits(k int) int {
	local := false
	for i := k; i < k+4 && i < len(s.toks) && s.same(k, i) && word(s.toks[i]) && !s.toks[i].upper && !stops[s.lower(i)] && !prepositions[s.lower(i)]; i++ {
		w := s.lower(i)
		if w == "council" || w == "councils" || w == "assemblies" || w == "keneshes" || w == "maslikhats" || w == "municipalities" || legislatures[w] {
			if local || localBodies[w] {
				return i + 1
			}
			return k
		}
		local = local || localBodies[w] || w == "rural" || w == "town"
	}
	return k
}

// nameEnd gives where a name in capitals ends: capitalised words joined by of, the, for.
func (s *scan) nameEnd(k int) int {
	i := k
	for i < len(s.toks) && s.same(k, i) {
		t := s.toks[i]
		if t.date >= 0 {
			break
		}
		switch {
		case t.upper && t.person < 0, t.body >= 0 && i > k && s.toks[i-1].body == t.body:
			i++
		case (t.lower == "of" || t.lower == "for" || t.lower == "to") && s.lower(i+1) == "the" && i+2 < len(s.toks) && s.toks[i+2].upper && s.toks[i+2].date < 0:
			i += 2
		case (t.lower == "of" || t.lower == "for" || t.lower == "de" || t.lower == "al") && i+1 < len(s.toks) && s.toks[i+1].upper && s.toks[i+1].date < 0:
			i++
		case (t.lower == "'s" || t.lower == "'" && strings.HasSuffix(s.lower(i-1), "s")) && i > k && i+1 < len(s.toks) && s.toks[i+1].upper:
			i++
		default:
			return i
		}
	}
	return i
}

// postWord is true where a post or a chamber in small letters begins at k.
func (s *scan) postWord(k int) bool {
	for i := k; i < k+3 && i < len(s.toks) && s.same(k, i); i++ {
		w := s.lower(i)
		if inner(w) || localSeats[w] || parliamentarySeats[w] || legislatures[w] || w == "presidency" || w == "president" {
			return true
		}
		if prepositions[w] || stops[w] || determiners[w] || !word(s.toks[i]) {
			return false
		}
	}
	return false
}

// postEnd gives where a post, or a list of posts, in small letters ends.
func (s *scan) postEnd(k int) int {
	last, n := k, 0
	for i := k; i < len(s.toks) && s.same(k, i) && i < k+32; i++ {
		t, w := s.toks[i], s.lower(i)
		switch {
		case inner(w) || localSeats[w] || parliamentarySeats[w] || legislatures[w] || w == "presidency" || w == "councils" || w == "committees":
			if last == i || last == k || s.lower(i-1) != "the" || n > 0 {
				last, n = i+1, 0
				continue
			}
			return last
		case last > k && i == last && (w == "of" || w == "to" || w == "for"):
			next := i + 1
			if s.lower(next) == "the" {
				next++
			}
			switch {
			case next >= len(s.toks) || !s.same(k, next):
				return last
			case s.toks[next].upper && s.toks[next].date < 0:
				last = s.nameEnd(next)
				i = last - 1
			case word(s.toks[next]) && !stops[s.lower(next)]:
				n = 1
			default:
				return last
			}
		case last > k && (w == "," || w == "and") && s.moreposts(i+1):
			n = 1
		case last > k && n == 0:
			return last
		case !word(t), stops[w], t.date >= 0, t.upper, n > 4:
			return last
		default:
			n++
		}
	}
	return last
}

// moreposts tells whether a list of posts goes on at i.
func (s *scan) moreposts(i int) bool {
	for ; determiners[s.lower(i)]; i++ {
	}
	return s.postWord(i)
}

// typeOf tells the type of an election from the name of what is elected.
func (s *scan) typeOf(a, b int) string {
	head := s.lower(a)
	for i := a; i < b; i++ { // the post stands before "of", "to"
		if w := s.lower(i); w == "of" || w == "to" || w == "for" || w == "," || s.toks[i].country != "" && i > a {
			break
		}
		head = s.lower(i)
	}
	rest := s.namesBody(a, b)
	switch {
	case head == "taoiseach" || head == "premier" || head == "chancellor" && !rest || head == "minister" && s.lower(a) == "prime":
		return Parliamentary
	case (head == "president" || head == "presidents") && (s.lower(a) == "vice" || s.lower(a+1) == "vice"):
		return Internal
	case head == "president" || head == "presidency" || head == "president-elect":
		if rest || b-a > 2 && s.lower(a+1) == "," || s.bodyBefore(a, b) {
			return Internal
		}
		return Presidential
	case head == "council" || head == "councils":
		return s.councilType(a, b)
	case localSeats[head] && !legislatures[head]:
		return Local
	case parliamentarySeats[head]:
		return Parliamentary
	}
	if e, n := s.Gazetteer.Match(s.wordsOf(a, b), gazetteer.Chamber); n > 0 && e.Kind == gazetteer.Chamber {
		return Parliamentary
	}
	local, law := false, false
	for i := a; i < b; i++ {
		w := s.lower(i)
		local = local || localBodies[w]
		law = law || legislatures[w]
	}
	switch {
	case inner(head) && head != "assembly":
		return Internal
	case law && !(local && localBodies[s.lower(a)] && s.lower(a) != "council" && s.lower(a) != "councils"):
		return Parliamentary
	case local:
		return Local
	}
	return Other
}

// councilType tells a council that makes laws from one of a town and from others.
func (s *scan) councilType(a, b int) string {
	for i := a; i < b; i++ {
		switch w := s.lower(i); {
		case w == "national", w == "federation", w == "federal", w == "state" && s.toks[i].upper, w == "legislative", w == "shura", w == "republic", w == "states":
			return Parliamentary
		case localBodies[w] && w != "council", w == "town", w == "rural", w == "provincial":
			return Local
		}
	}
	if !s.toks[a].upper {
		return Local
	}
	return Other
}

// namesBody tells whether a post is that of a body which is no state.
func (s *scan) namesBody(a, b int) bool {
	of := false
	for i := a; i < b; i++ {
		if s.lower(i) == "of" {
			of = true
			continue
		}
		if of && s.toks[i].upper {
			return !s.stateAt(i, b)
		}
	}
	return false
}

// bodyBefore is true for a post before which the name of a body stands: "Bank President".
func (s *scan) bodyBefore(a, b int) bool {
	t := s.toks[a]
	return b-a > 1 && t.upper && t.country == "" && s.toks[a+1].upper && s.lower(a) != "president" && !stately(s.lower(a)) && !definite[s.lower(a)] && s.lower(a) != "new" && s.lower(a) != "acting" && s.lower(a) != "interim"
}

// stateAt tells whether the name in capitals at i, in a phrase that ends before
// b, is that of a state: "the Kyrgyz Republic", "the Republic", "Finland", but
// not "the Finnish Red Cross", "the United Workers' Party".
func (s *scan) stateAt(i, b int) bool {
	end := i
	for end < b && s.toks[end].upper {
		end++
	}
	switch s.lower(end - 1) {
	case "republic", "kingdom", "nation", "country", "state":
		return true
	}
	for j := i; j < end; j++ {
		if s.toks[j].country != "" && !s.toks[j].demonym && !s.toks[j].chamber && !s.toks[j].city && (j == i || stately(s.lower(j-1))) {
			return j+1 == end || s.toks[j+1].country == s.toks[j].country || s.toks[j].placeEnd >= end
		}
	}
	return false
}

// stately is true for words before the name of a state in its full form.
func stately(w string) bool {
	switch w {
	case "republic", "federal", "islamic", "people's", "union", "united", "federation", "kingdom", "democratic", "state", "plurinational", "bolivarian":
		return true
	}
	return false
}

func (s *scan) wordsOf(a, b int) []string {
	var out []string
	for i := a; i < b; i++ {
		out = append(out, s.Text[s.toks[i].Start:s.toks[i].End])
	}
	return out
}

// countryIn finds the country in the name of a body: by its name, by the list
// of chambers, by what is known of the body.
func (s *scan) countryIn(a, b int) (string, record.Span) {
	for i := b - 1; i >= a; i-- {
		if s.toks[i].country != "" && !s.toks[i].city && !s.toks[i].chamber {
			start := i
			for start > a && s.toks[start-1].country == s.toks[i].country && s.toks[start].placeEnd == 0 {
				start--
			}
			return s.toks[i].country, s.span(start, i+1)
		}
	}
	if e, n := s.Gazetteer.Match(s.wordsOf(a, b), gazetteer.Chamber); n > 0 && e.ISO != "" && !e.Has(gazetteer.Ambiguous) {
		return e.ISO, s.span(a, a+n)
	}
	for i := a; i < b; i++ {
		if k := s.toks[i].body; k >= 0 && s.Bodies[k].Country != "" && (i == a || s.lower(i-1) == "of" || s.lower(i-1) == "the") {
			return s.Bodies[k].Country, s.Bodies[k].Span
		}
	}
	return "", record.Span{}
}

func singularOf(w string) string { return strings.TrimSuffix(w, "s") }

// inner tells whether a word is a post that a body gives ("director-general").
func inner(w string) bool {
	if innerPosts[w] {
		return true
	}
	first, last, ok := strings.Cut(w, "-")
	return ok && (innerPosts[first] || innerPosts[last])
}
