package votes

import "strings"

// where finds the country of an election that names none: that of its
// sentence, of the person of whom it tells, or of the page.
func (s *scan) where(c *cluster) {
	if c.typ == Internal && (s.sitting(c) || s.foreign(c)) {
		return
	}
	lo, hi := s.bounds(c.first)
	if c.typ != Internal && s.ofStates(c) {
		for i := c.last; i < hi && i < c.last+8; i++ {
			if t := s.toks[i]; t.placeEnd > 0 && !t.demonym && s.lower(i-1) == "in" {
				c.country, c.countryAt = t.country, Piece{s.span(i, t.placeEnd), OfSentence}
			}
		}
		return
	}
	if s.there(c, lo, hi) {
		return
	}
	best, dist := s.nearest(c, lo, hi)
	if best < 0 || s.toks[best].country != s.frame && dist > 4 && s.lower(best-1) != "in" {
		if s.leader(c) {
			return
		}
	}
	if best >= 0 && (s.toks[best].country == s.frame || dist <= 14 || best < c.first && dist <= 40 && s.onlyCountry(best, lo, hi)) {
		c.country = s.toks[best].country
		c.countryAt = Piece{s.span(best, s.toks[best].placeEnd), OfSentence}
		return
	}
	if s.victor(c, lo, hi) {
		return
	}
	if s.toldBefore(c, lo) {
		return
	}
	c.country, c.countryAt = s.frame, Piece{s.frameAt, OfPage}
}

// nearest gives the place in tokens [lo, hi) that an election told by c is most
// likely of, -1 for none, and how far it is from the mention: the page's own
// country and what "in" brings count as nearer.
func (s *scan) nearest(c *cluster, lo, hi int) (best, dist int) {
	best, dist = -1, 1<<30
	for i := lo; i < hi; i++ {
		t := s.toks[i]
		if t.placeEnd == 0 || t.demonym && c.typ != Internal && s.toks[min(i+1, len(s.toks)-1)].upper || t.city && c.typ != Internal {
			continue
		}
		if s.newsSource(t.body) {
			continue
		}
		if s.affiliation(i) && t.country != s.frame && c.typ != Internal && !s.whose(i, c.first) {
			continue
		}
		d := c.first - i
		if d < 0 {
			d = -d + 5
		}
		if prev := s.lower(i - 1); prev != "in" && prev != "to" && prev != "of" && prev != "when" && prev != "across" && prev != "the" && prev != "as" && prev != "where" {
			d += 8
		}
		switch {
		case s.whose(i, c.first):
			d = -100
		case t.country == s.frame:
			d -= 10
		}
		if d < dist {
			best, dist = i, d
		}
	}
	return best, dist
}

// whose is true where a clause on who stands before it leads from the country at i
// to the mention at j: "the premier of X, whose party won the election".
func (s *scan) whose(i, j int) bool {
	for k := s.toks[i].placeEnd; k < j; k++ {
		if w := s.lower(k); w == "whose" || w == "who" {
			won := false
			for n := k + 1; n < j; n++ {
				won = won || winning[s.lower(n)]
			}
			return won && s.lower(k-1) == "," && k-s.toks[i].placeEnd < 6
		}
	}
	return false
}

// newsSource is true for the mention b of a body that is an agency or a paper: it
// only tells who reports.
func (s *scan) newsSource(b int) bool {
	if b < 0 {
		return false
	}
	name := strings.ToLower(s.Text[s.Bodies[b].Start:s.Bodies[b].End])
	return strings.Contains(name, "news") || strings.Contains(name, "press") || strings.Contains(name, "information agency")
}

// onlyCountry tells whether tokens [lo, hi) name no country but that at i.
func (s *scan) onlyCountry(i, lo, hi int) bool {
	for j := lo; j < hi; j++ {
		if c := s.toks[j].country; c != "" && c != s.toks[i].country {
			return false
		}
	}
	return true
}

// toldBefore takes the country of which the sentences before, in the same
// paragraph, speak where it is one.
func (s *scan) toldBefore(c *cluster, lo int) bool {
	best := -1
	for k := lo - 1; k >= 0 && k > lo-80; k-- {
		if strings.Contains(s.Text[s.toks[k].End:s.toks[k+1].Start], "\n") {
			break
		}
		if t := s.toks[k]; t.placeEnd > 0 && !t.chamber {
			if best >= 0 && s.toks[best].country != t.country {
				return false
			}
			best = k
		}
	}
	if best < 0 {
		return false
	}
	c.country, c.countryAt = s.toks[best].country, Piece{s.span(best, s.toks[best].placeEnd), OfSentence}
	return true
}

// there takes the country of the sentence before where the sentence of an
// election says "there" or "the country" and names none.
func (s *scan) there(c *cluster, lo, hi int) bool {
	found := false
	for i := lo; i < hi; i++ {
		if s.toks[i].placeEnd > 0 {
			return false
		}
		found = found || s.lower(i) == "there" && !existential(s.lower(i+1)) || s.lower(i) == "country" && s.lower(i-1) == "the"
	}
	if !found || lo == 0 {
		return false
	}
	first, _ := s.bounds(lo - 1)
	for i := lo - 1; i >= first; i-- {
		if t := s.toks[i]; t.placeEnd > 0 {
			c.country, c.countryAt = t.country, Piece{s.span(i, t.placeEnd), OfSentence}
			return true
		}
	}
	return false
}

// existential is true for the verb of "there is".
func existential(w string) bool {
	switch w {
	case "is", "are", "was", "were", "will", "has", "have", "had", "be", "should", "must", "can", "could", "would", "may":
		return true
	}
	return false
}

// leader takes the country of the head of state or government, minister or
// speaker who is the first person of the sentence.
func (s *scan) leader(c *cluster) bool {
	lo, _ := s.bounds(c.first)
	for i := lo; i < c.first; i++ {
		p := s.toks[i].person
		if p < 0 {
			continue
		}
		for _, post := range s.People[p].Posts {
			t := strings.ToLower(post.Title)
			if s.People[p].Country != "" && !strings.Contains(t, "former") && (strings.Contains(t, "president") || strings.Contains(t, "minister") || strings.Contains(t, "speaker") || strings.Contains(t, "chancellor")) {
				c.country, c.countryAt = s.People[p].Country, Piece{s.People[p].Span, OfPerson}
				return true
			}
		}
		return false
	}
	return false
}

// victor takes the country of the person whose victory the sentence tells.
func (s *scan) victor(c *cluster, lo, hi int) bool {
	win := false
	for i := lo; i < hi; i++ {
		switch s.toks[i].lower {
		case "victory", "win", "wins", "won", "beat", "beats", "defeat", "defeated", "triumph":
			win = true
		}
		if p := s.toks[i].person; win && p >= 0 {
			if k := s.People[p].Country; k != "" {
				c.country, c.countryAt = k, Piece{s.People[p].Span, OfPerson}
				return true
			}
		}
	}
	return false
}

// foreign is true for the post of a body that belongs to no one state.
func (s *scan) foreign(c *cluster) bool {
	if c.body.Len() == 0 {
		return false
	}
	name := s.Text[c.body.Start:c.body.End]
	for _, b := range s.Bodies {
		if b.Country == "" && (b.Overlaps(c.body) || lastCapital(name) != "" && strings.HasSuffix(s.Text[b.Start:b.End], lastCapital(name))) && international(s.Text[b.Start:b.End]) {
			return true
		}
	}
	return international(name) || s.electingBody(c)
}

// ofStates is true for an election to a body of several states, which is no one
// state's unless the text says where the vote is: "the European Parliament".
func (s *scan) ofStates(c *cluster) bool {
	if c.body.Len() == 0 {
		return false
	}
	for _, w := range strings.FieldsFunc(s.Text[c.body.Start:c.body.End], func(r rune) bool { return r == ' ' || r == '-' }) {
		switch strings.ToLower(w) {
		case "european", "african", "nations", "un", "eu", "au", "pan", "international", "arab", "osce", "imo", "world":
			return true
		}
		if strings.HasPrefix(w, "UN") && len(w) > 3 { // "UNHRC"
			return true
		}
	}
	return false
}

// electingBody is true where the subject of an active verb of electing is a body of several states.
func (s *scan) electingBody(c *cluster) bool {
	if !c.told || s.passive(c.first) {
		return false
	}
	lo, _ := s.bounds(c.first)
	for i := c.first - 1; i >= lo; i-- {
		if b := s.toks[i].body; b >= 0 && s.Bodies[b].Country == "" && international(s.Text[s.Bodies[b].Start:s.Bodies[b].End]) {
			return true
		}
	}
	return false
}

// heldIn takes the place where a vote for a post was held: "in Riga".
func (s *scan) heldIn(c *cluster, m mention) {
	_, hi := s.bounds(m.first)
	for i := m.last; i < hi && i < m.last+16; i++ {
		if t := s.toks[i]; t.placeEnd > 0 && !t.demonym && (s.lower(i-1) == "in" || s.lower(i-1) == "at") {
			c.country, c.countryAt = t.country, Piece{s.span(i, t.placeEnd), OfSentence}
			return
		}
	}
}

// sitting takes the city of the session that elected; it is true where there is one.
func (s *scan) sitting(c *cluster) bool {
	n := s.toks[c.first].sentence
	for k := n; k >= 0 && k >= n-2; k-- {
		hearing := false
		for i := s.sentence[k][0]; i < s.sentence[k][1]; i++ {
			hearing = hearing || hearings[s.toks[i].lower]
			if t := s.toks[i]; hearing && t.placeEnd > 0 && !t.demonym && s.lower(i-1) == "in" {
				c.country, c.countryAt = t.country, Piece{s.span(i, t.placeEnd), OfSentence}
				return true
			}
		}
	}
	return false
}

func lastCapital(name string) string {
	out := ""
	for _, w := range strings.Fields(name) {
		if w = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"), ","); w != "" && w[0] >= 'A' && w[0] <= 'Z' {
			out = w
		}
	}
	return out
}

// international tells from its name whether a body is one of several states.
func international(name string) bool {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		switch strings.ToLower(w) {
		case "international", "world", "european", "african", "arab", "asian", "american", "inter", "interparliamentary", "global", "nations",
			"commonwealth", "league", "osce", "pace", "cis", "eu", "un", "au", "nato", "asean", "oic", "oas", "union", "turkic", "nordic", "baltic", "pacific", "caribbean":
			return true
		}
		if len(w) >= 3 && strings.ToUpper(w) == w && w[0] >= 'A' && w[0] <= 'Z' {
			return true
		}
	}
	return false
}
