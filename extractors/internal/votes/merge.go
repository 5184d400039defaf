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
	for pass := range 3 {
		for _, m := range s.mentions {
			if s.pass(m) == pass {
				s.join(&cs, m)
			}
		}
	}
	slices.SortStableFunc(cs, func(a, b *cluster) int { return a.Start - b.Start })
	dateParts(cs)
	cs = s.whole(cs)
	s.sittings(cs)
	var out []Election
	for _, c := range cs {
		if c.general && c.typ == Other && s.ofSeats(c) {
			c.typ = Parliamentary
		}
		if c.typ == "" {
			c.typ = s.decided(cs, c)
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

// pass tells when a mention is joined: those that tell a type first, those that
// only take up a vote or are vague last.
func (s *scan) pass(m mention) int {
	switch {
	case m.generic, m.anaphor, (m.article == "a" || m.article == "an") && m.typ == "" && m.date < 0:
		return 2
	case m.typ == "" && m.rule != Observed, m.general && m.typ == Other && m.date < 0:
		return 1
	}
	return 0
}

// dateParts gives the votes whose posts the text lists ("to elect a President and
// members of parliament") the day of the general elections that they make up.
func dateParts(cs []*cluster) {
	for _, c := range cs {
		if !c.general || c.typ != Other || c.date < 0 {
			continue
		}
		var parts []*cluster
		for _, o := range cs {
			if o.rule == ToElect && o.date < 0 && o.country == c.country && o.Start > c.Start {
				parts = append(parts, o)
			}
		}
		for _, o := range parts {
			if len(parts) > 1 {
				o.date, o.dateRule = c.date, c.dateRule
			}
		}
	}
}

// whole leaves out an election that is only the sum of others told of: "the
// general elections of 5 May, in which the President and the deputies will be
// elected", "a new leadership" of whom the text names each post.
func (s *scan) whole(cs []*cluster) []*cluster {
	return slices.DeleteFunc(cs, func(c *cluster) bool {
		n := 0
		for _, o := range cs {
			switch {
			case o == c:
			case c.general && c.typ == Other:
				if o.typ != Other && o.typ != Internal && o.country == c.country && o.date >= 0 && c.date >= 0 && s.Dates[o.date].Value == s.Dates[c.date].Value {
					n++
				}
			case c.typ == Internal && strings.HasSuffix(strings.ToLower(c.bodyText), "leadership"):
				if o.typ == Internal && o.told && (c.date < 0 || c.date == o.date) && !strings.HasSuffix(strings.ToLower(o.bodyText), "leadership") {
					n += 2
				}
			}
		}
		return n > 1
	})
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
	if lo, hi := s.bounds(m.first); m.country == "" && m.typ != Internal {
		c := &cluster{mention: m}
		if s.there(c, lo, hi) {
			m.country, m.countryAt = c.country, c.countryAt
		}
	}
	var best *cluster
	for _, c := range *cs {
		if s.fits(c, m) && (best == nil || near(c, m) < near(best, m)) {
			best = c
		}
	}
	if best != nil {
		several := s.ofSeveral(best, m)
		best.take(s, m)
		if several {
			s.share(*cs, best, m)
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
	if m.round {
		if len(*cs) == 0 || m.date < 0 {
			return
		}
		of := (*cs)[len(*cs)-1]
		for _, c := range *cs {
			if c.typ == Presidential && s.same(c.first, of.first) { // of those told of together, the one that has rounds
				of = c
			}
		}
		m.typ, m.country, m.countryAt, m.body, m.bodyText = of.typ, of.country, of.countryAt, of.body, of.bodyText
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
	if !s.electsKnown {
		s.electsKnown = true
		s.elects = slices.ContainsFunc(s.toks, func(t token) bool {
			return strong[t.lower] || t.lower == "electoral" || t.lower == "candidates" || t.lower == "voters" || t.lower == "polls"
		})
	}
	return s.elects
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
		if m.typ == c.typ && m.anaphor || s.takesUpPost(c, m) {
			return true
		}
		if m.typ == "" && m.anaphor && m.date < 0 && m.country == "" {
			return m.Start > c.Start && m.rule != ToThePolls
		}
		if m.typ == "" && m.anaphor && s.lower(m.last-1) == "vote" && m.article == "the" { // "the vote will take place in May"
			return m.Start > c.Start && s.toks[m.first].sentence-s.toks[c.first].sentence < 2
		}
		return m.typ == c.typ && (samePost(c.bodyText, m.bodyText) || c.told && c.bodyText == "" && m.rule == HisElection)
	case c.general && c.typ == Other && m.typ == Parliamentary && !m.noun && m.rule != ToElect: // "the newly elected Prime Minister"
		return m.date < 0 || c.date < 0
	case m.typ == "" || c.typ == "":
		if c.typ == "" && m.typ != "" && c.date >= 0 && m.date < 0 || s.past(m) && c.date < 0 && !c.generic {
			return false
		}
	case m.typ != c.typ && !(m.general && m.date < 0 && m.typ == Other && (c.typ == Presidential || c.typ == Parliamentary)):
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

// takesUpPost is true for "the elections" with a day that follow the telling of
// who was elected to a post.
func (s *scan) takesUpPost(c *cluster, m mention) bool {
	return c.told && c.date < 0 && m.typ == "" && m.date >= 0 && m.country == "" && m.Start > c.Start &&
		(m.anaphor && m.rule != ToThePolls || m.article == "the") && s.toks[m.first].sentence-s.toks[c.first].sentence <= maxSitting
}

// otherTurn is true where only one of two mentions is of a vote before ("the
// previous election") and no date says that they are the same.
func (s *scan) otherTurn(c *cluster, m mention) bool {
	same := m.date >= 0 && c.date >= 0
	if m.turn == founding || c.turn == founding {
		return !same
	}
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
	switch la, lb := postList(a), postList(b); {
	case la:
		return slices.Contains(wa, wb[len(wb)-1])
	case lb:
		return len(wa) == 1 && wb[0] == wa[0]
	}
	short, long := wa, wb
	if len(long) < len(short) {
		short, long = long, short
	}
	return slices.Equal(short, long)
}

// postList tells whether words name several posts.
func postList(post string) bool {
	return strings.Contains(post, ",") || strings.Contains(post, " and ")
}

// postWords gives the words of a post before "of", and all of a list.
func postWords(post string) []string {
	var out []string
	list := postList(post)
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
	if c.typ == Internal && c.countryAt.Rule != OfBody {
		s.heldIn(c, m)
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
