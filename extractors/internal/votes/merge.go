package votes

import (
	"slices"
	"strings"
)

// years reads a list of years in a sentence on observing that goes on about
// elections: "did the same work in X in 2004 and 2008".
func (s *scan) years() {
	for n, b := range s.sentence {
		var found []int
		observing, election := false, false
		country := -1
		for i := b[0]; i < b[1]; i++ {
			t := s.toks[i]
			switch w := t.lower; {
			case strings.HasPrefix(w, "observ"), strings.HasPrefix(w, "monitor"), w == "same" && (s.lower(i+1) == "work" || s.lower(i+1) == "task"):
				observing = true
			case strong[w]:
				election = true
			}
			if t.placeEnd > 0 && !t.demonym {
				country = i
			}
			if t.date >= 0 && len(s.Dates[t.date].Value) == 4 && (i == b[0] || s.toks[i-1].date != t.date) {
				found = append(found, t.date)
			}
		}
		if !observing || election || len(found) < 2 || n == 0 || !s.electionSentence(n-1) {
			continue
		}
		for _, d := range found {
			m := mention{first: b[0], last: b[0] + 1, date: d, dateRule: DateBeside, rule: Observed, Span: s.Dates[d].Span}
			if country >= 0 {
				m.country, m.countryAt = s.toks[country].country, Piece{s.span(country, s.toks[country].placeEnd), BesideNoun}
			}
			s.mentions = append(s.mentions, m)
		}
	}
}

func (s *scan) electionSentence(n int) bool {
	for i := s.sentence[n][0]; i < s.sentence[n][1]; i++ {
		if strong[s.toks[i].lower] {
			return true
		}
	}
	return false
}

// cluster is an election while its mentions are joined.
type cluster struct {
	mention
	at      []Piece
	implied bool // the country is only that of the page
}

// elections joins the mentions of one election and fills what they leave open.
func (s *scan) elections() []Election {
	slices.SortStableFunc(s.mentions, func(a, b mention) int { return a.Start - b.Start })
	s.mentions = s.mentions[:min(len(s.mentions), maxMentions)]
	var cs []*cluster
	for pass := 0; pass < 2; pass++ { // what only takes up or is vague comes last
		for _, m := range s.mentions {
			if late := m.generic || m.anaphor || (m.article == "a" || m.article == "an") && m.typ == "" && m.date < 0; late != (pass == 1) {
				continue
			}
			s.join(&cs, m)
		}
	}
	slices.SortStableFunc(cs, func(a, b *cluster) int { return a.Start - b.Start })
	s.sittings(cs)
	var out []Election
	for _, c := range cs {
		if c.general && c.typ == Other && s.ofSeats(c) {
			c.typ = Parliamentary
		}
		if c.typ == "" {
			c.typ = s.clue(c)
		}
		if other := sole(cs, c); c.typ == Other && !c.general && other != nil {
			c.typ = other.typ
		}
		out = append(out, s.finish(c))
	}
	return out
}

// sole gives the election that an election without a type is to be held again
// as: the only other one of its country, which is only hoped for.
func sole(cs []*cluster, c *cluster) *cluster {
	var found *cluster
	for _, o := range cs {
		if o == c || o.country != c.country {
			continue
		}
		if found != nil || !o.maybe {
			return nil
		}
		found = o
	}
	return found
}

// join gives a mention to the election that it means, or makes a new one.
func (s *scan) join(cs *[]*cluster, m mention) {
	var best *cluster
	for _, c := range *cs {
		if s.fits(c, m) && (best == nil || near(c, m) < near(best, m)) {
			best = c
		}
	}
	if best != nil {
		best.take(s, m)
		if m.anaphor && m.date >= 0 && !m.singular {
			s.share(*cs, m)
		}
		return
	}
	if m.generic && m.country == "" {
		s.drop(DefiniteNoun, m.Span, "elections in general")
		return
	}
	if m.anaphor && (m.date < 0 || m.noun && weak[s.lower(m.last-1)] && !s.electoral()) && !(m.noun && strong[s.lower(m.last-1)] || m.noun && courseOf(s, m)) {
		s.drop(DefiniteNoun, m.Span, "no election that it could take up")
		return
	}
	c := &cluster{mention: m, at: []Piece{{m.Span, m.rule}}}
	if c.country == "" && !c.nowhere {
		s.where(c)
		c.implied = c.countryAt.Rule == OfPage
	}
	*cs = append(*cs, c)
}

// electoral tells whether the text speaks of electing at all.
func (s *scan) electoral() bool {
	for i := range s.toks {
		switch w := s.toks[i].lower; {
		case strong[w], w == "electoral", w == "candidates", w == "voters", w == "polls":
			return true
		}
	}
	return false
}

func courseOf(s *scan, m mention) bool {
	for i := m.first; i < m.last; i++ {
		if strong[s.lower(i)] {
			return true
		}
	}
	return false
}

// near is how far a mention stands from an election; those before it are nearer.
func near(c *cluster, m mention) int {
	d := m.Start - c.at[len(c.at)-1].Start
	if d < 0 {
		return 100000 - d
	}
	return d
}

// fits tells whether a mention can mean an election already found.
func (s *scan) fits(c *cluster, m mention) bool {
	if m.maybe && c.date >= 0 {
		return false
	}
	if m.date >= 0 && c.date >= 0 && !compatible(s.Dates[m.date].Value, s.Dates[c.date].Value) {
		return false
	}
	if m.country != "" && c.country != "" && m.country != c.country && !(c.implied && m.typ != "" && m.typ == c.typ) {
		return false
	}
	if m.anaphor && m.Start < c.Start && c.date >= 0 && (m.article == "these" || m.article == "this" || s.past(c.mention)) {
		return false // "these elections" are not those that the text comes to later
	}
	if m.turn != c.turn && !m.anaphor && s.otherTurn(c, m) {
		return false
	}
	if m.rule == Observed && c.rule != Observed && c.date < 0 {
		return false
	}
	switch {
	case m.typ == Internal || c.typ == Internal:
		if m.typ == c.typ && m.anaphor {
			return true
		}
		if m.typ == "" && m.anaphor && m.date < 0 && m.country == "" {
			return m.Start > c.Start && m.rule != ToThePolls
		}
		return m.typ == c.typ && samePost(c.bodyText, m.bodyText)
	case m.typ == "" || c.typ == "":
		if c.typ == "" && m.typ != "" && c.date >= 0 && m.date < 0 || s.past(m) && c.date < 0 && !c.generic {
			return false
		}
	case m.typ != c.typ && !(m.general && m.date < 0 && m.typ == Other):
		return false
	}
	if s.past(m) != s.past(mention{date: c.date}) && (m.date >= 0) != (c.date >= 0) && !m.anaphor && m.typ == c.typ && (m.article == "'s" || c.early || m.early) {
		return false
	}
	if m.bodyText != "" && c.bodyText != "" && !sameBody(c.bodyText, m.bodyText) {
		return false
	}
	return !m.early || c.early || c.date < 0 || m.date >= 0
}

// otherTurn is true where only one of two mentions is of a vote before ("the
// previous election") and no date says that they are the same.
func (s *scan) otherTurn(c *cluster, m mention) bool {
	same := m.date >= 0 && c.date >= 0
	return !same && (m.turn == earlier && !s.past(c.mention) || c.turn == earlier && c.date < 0 || m.turn == later && s.past(c.mention))
}

// past tells whether a mention has a date of a year before the page's.
func (s *scan) past(m mention) bool {
	if m.date < 0 || len(s.Published) < 4 {
		return false
	}
	v := s.Dates[m.date].Value
	return len(v) >= 4 && v[:4] < s.Published[:4]
}

// compatible tells whether one of two ISO dates may be a part of the other.
func compatible(a, b string) bool {
	return a == b || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.Contains(a, "/") && strings.Contains(a, b) || strings.Contains(b, "/") && strings.Contains(b, a)
}

// samePost tells whether two posts are one, or the second one of the list that the first is.
func samePost(a, b string) bool {
	if strings.EqualFold(a, b) || b == "" {
		return true
	}
	wa, wb := postWords(a), postWords(b)
	if len(wa) == 0 || len(wb) == 0 {
		return false
	}
	if strings.ContainsAny(a, ",") || strings.Contains(a, " and ") {
		return slices.Contains(wa, wb[len(wb)-1])
	}
	short, long := wa, wb
	if len(long) < len(short) {
		short, long = long, short
	}
	return slices.Equal(short, long)
}

// postWords gives the words of a post before "of", and all of a list.
func postWords(post string) []string {
	var out []string
	list := strings.Contains(post, ",") || strings.Contains(post, " and ")
	for _, w := range strings.Fields(strings.ToLower(post)) {
		if !list && (w == "of" || w == "to" || w == "for") {
			break
		}
		if w = singularOf(strings.Trim(w, ",()")); w != "the" && w != "new" && w != "" && !legislatures[w] {
			out = append(out, w)
		}
	}
	return out
}

func sameBody(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a) || strings.HasPrefix(a, "president") && strings.HasPrefix(b, "president") ||
		strings.Fields(a)[0] == "parliament" || strings.Fields(b)[0] == "parliament"
}

// take adds what a further mention tells.
func (c *cluster) take(s *scan, m mention) {
	c.at = append(c.at, Piece{m.Span, SameAgain})
	if c.typ == "" || c.typ == Other && m.typ != "" && m.typ != Other {
		c.typ = m.typ
		c.general = m.general
	}
	if len(m.bodyText) > len(c.bodyText) && (c.typ == m.typ || c.bodyText == "") && !(strings.ContainsAny(c.bodyText, ",") && c.typ == Internal) {
		c.body, c.bodyText = m.body, m.bodyText
	}
	if m.country != "" && (c.country == "" || c.implied) {
		c.country, c.countryAt, c.implied = m.country, m.countryAt, false
	}
	c.undated = c.undated || m.undated && c.date < 0
	if m.date >= 0 && !(c.undated && m.anaphor) && (c.date < 0 || len(s.Dates[m.date].Value) > len(s.Dates[c.date].Value) && !strings.Contains(s.Dates[m.date].Value, "/")) {
		c.date, c.dateRule = m.date, m.dateRule
	}
	c.early = c.early || m.early
	c.generic = c.generic && m.generic
}

// finish makes the election of a cluster.
func (s *scan) finish(c *cluster) Election {
	e := Election{Type: c.typ, Body: c.bodyText, Country: c.country, Early: c.early, Mentions: c.at}
	if c.bodyText != "" {
		e.BodyAt = Piece{c.body, c.at[0].Rule}
	}
	if c.country != "" {
		e.CountryAt = c.countryAt
	}
	if c.date >= 0 {
		e.Date, e.DateAt = s.Dates[c.date].Value, Piece{s.Dates[c.date].Span, c.dateRule}
	}
	return e
}

// where finds the country of an election that names none: that of its
// sentence, of the person of whom it tells, or of the page.
func (s *scan) where(c *cluster) {
	if c.typ == Internal && (s.sitting(c) || s.foreign(c)) {
		return
	}
	lo, hi := s.bounds(c.first)
	best, dist := -1, 1<<30
	for i := lo; i < hi; i++ {
		t := s.toks[i]
		if t.placeEnd == 0 || t.demonym && c.typ != Internal && s.toks[min(i+1, len(s.toks)-1)].upper || t.city && c.typ != Internal {
			continue
		}
		d := c.first - i
		if d < 0 {
			d = -d + 5
		}
		if prev := s.lower(i - 1); prev != "in" && prev != "to" && prev != "of" && prev != "when" && prev != "across" && prev != "the" && prev != "as" && prev != "where" {
			d += 8
		}
		if t.country == s.frame {
			d -= 10
		}
		if d < dist {
			best, dist = i, d
		}
	}
	if best < 0 || s.toks[best].country != s.frame && dist > 4 {
		if s.leader(c) {
			return
		}
	}
	if best >= 0 && (s.toks[best].country == s.frame || dist <= 14) {
		c.country = s.toks[best].country
		c.countryAt = Piece{s.span(best, s.toks[best].placeEnd), OfSentence}
		return
	}
	if s.victor(c, lo, hi) {
		return
	}
	c.country, c.countryAt = s.frame, Piece{s.frameAt, OfPage}
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
	return international(name)
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
