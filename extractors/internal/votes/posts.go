package votes

import "strings"

// verbs reads the verbs of electing.
func (s *scan) verbs() {
	for i := range s.toks {
		switch s.toks[i].lower {
		case "elected", "re-elected", "reelected", "newly-elected":
			s.elected(i)
		case "chosen", "declared", "became", "voted", "picked", "contest", "race", "post":
			s.outcome(i)
			s.votesOn(i)
		case "elect", "elects", "electing", "choose", "chooses", "choosing":
			s.toElect(i)
		case "polls":
			if s.lower(i-1) == "the" && s.lower(i-2) == "to" {
				s.toThePolls(i)
			}
		case "electoral", "presidential":
			s.won(i)
		case "vote", "votes", "voting", "ballots", "ballot":
			s.votesOn(i)
		}
	}
}

// elected reads "was elected Speaker of X", "newly elected Director", "the
// leadership was elected", "elected to the Senate".
func (s *scan) elected(i int) {
	newly := s.toks[i].lower == "newly-elected" || s.lower(i-1) == "newly" || s.lower(i-1) == "newly-"
	k := s.postAfter(i)
	passive := s.passive(i) || k > 0 && s.reduced(i)
	if !passive && !newly {
		k = s.objectPost(i)
	}
	m := mention{first: i, last: i + 1, date: -1, rule: ElectedPost}
	switch {
	case k > 0:
		p, ok := s.bodyAt(k)
		if !ok || anyoneElected(s.Text[p.Start:p.End]) {
			return
		}
		m.take(s, p)
		if m.typ == Presidential && (s.lower(k-1) == "its" || s.lower(k-1) == "their") {
			m.typ, m.country = Internal, ""
		}
		if m.typ == Parliamentary && !parliamentarySeats[s.lower(k)] && s.chamberVotes(i) {
			m.typ = Internal
		}
	case passive && s.byChamber(i):
		m.typ = Internal
	case passive && s.sinceElected(i, &m):
	case passive && s.lower(i+1) == "to":
		next := i + 2
		if s.lower(next) == "the" {
			next++
		}
		if next >= len(s.toks) || !s.same(i, next) {
			return
		}
		p, ok := s.bodyAt(next)
		if !ok || p.typ == Other {
			return // to an academy or a hall of fame
		}
		m.take(s, p)
	case s.electedAgain(i):
		return
	case !passive && s.lower(i-1) == "," && s.same(i, i+2) && s.toks[i+2].date >= 0: // "the new parliament, elected in March"
		s.subjectsElected(i - 1)
		return
	case !passive && !newly && (determiners[s.lower(i+1)] || numeral(s.lower(i+1))):
		s.toElect(i)
		return
	case passive:
		s.subjectsElected(i)
		return
	default:
		return
	}
	s.postCountry(&m, i)
	s.addElected(m, i, newly)
}

// addElected gives a mention of what was elected its words and its date.
func (s *scan) addElected(m mention, i int, newly bool) {
	m.Span = s.span(m.first, max(m.last, i+1))
	m.told = !newly && s.happened(i)
	if m.date = s.sentenceDate(i); m.date >= 0 {
		m.dateRule = DateBeside
	} else if m.date = s.sessionDate(i); m.date >= 0 {
		m.dateRule = DayOfSession
	}
	if newly {
		m.date = -1
		m.anaphor = !strings.Contains(m.bodyText, " ")
	}
	s.add(m)
}

// electedAgain reads "and re-elected in 2018 and 2022" behind "elected Speaker in 2014".
func (s *scan) electedAgain(i int) bool {
	if s.toks[i].lower == "elected" || len(s.mentions) == 0 {
		return false
	}
	last := s.mentions[len(s.mentions)-1]
	if last.rule != ElectedPost || !s.same(last.first, i) || last.date < 0 {
		return false
	}
	d := s.sentenceDate(i)
	if d < 0 || s.Dates[d].Start < s.toks[i].Start || compatible(s.Dates[d].Value, s.Dates[last.date].Value) {
		return false
	}
	m := last
	m.first, m.last, m.date, m.Span = i, i+1, d, s.toks[i].Span
	s.add(m)
	return true
}

// postAfter gives where the post behind a verb of electing begins: "elected as
// the new Speaker", "elected to the post of Speaker"; 0 where there is none.
func (s *scan) postAfter(i int) int {
	k := i + 1
	if s.lower(k) == "to" {
		k++
		for determiners[s.lower(k)] {
			k++
		}
		if !offices[s.lower(k)] || s.lower(k+1) != "of" {
			return 0
		}
		k += 2
	}
	for s.lower(k) == "," && s.same(i, k+2) && s.lower(k+2) == "," && !s.toks[k+1].upper { // "elected, unopposed, as"
		k += 3
	}
	if how := s.lower(k); how == "by" || how == "with" || how == "in" || how == "at" { // "elected by 90 votes as head of the chamber"
		for n := k + 1; n < k+8 && s.same(i, n) && !stops[s.lower(n)]; n++ {
			if s.lower(n) == "as" {
				k = n
				break
			}
		}
	}
	for s.same(i, k+1) && (owned[s.lower(k)] && s.lower(k+1) == "'s" || owned[strings.TrimSuffix(s.lower(k), "'s")] && strings.HasSuffix(s.lower(k), "'s") ||
		s.lower(k) == "'s" || s.lower(k) == "as" || s.lower(k) == "the" || s.lower(k) == "a" || s.lower(k) == "new" || s.lower(k) == "its" || s.lower(k) == "their" || strings.HasSuffix(s.lower(k), "ly")) {
		k++
	}
	if s.same(i, k) && s.isPost(k) {
		return k
	}
	return 0
}

// reduced is true for a participle right behind a name: "X elected Speaker",
// "X, elected Speaker in May, ...".
func (s *scan) reduced(i int) bool {
	return i > 0 && s.same(i-1, i) && (s.toks[i-1].person >= 0 || i > 1 && s.lower(i-1) == "," && s.toks[i-2].person >= 0)
}

func anyoneElected(post string) bool {
	post = strings.ToLower(post)
	if first, more, ok := strings.Cut(post, " and "); ok && more != "" {
		return anyoneElected(first) && anyoneElected(more)
	}
	switch post {
	case "officials", "representatives", "members", "leaders", "government", "deputies", "councillors", "mps", "lawmakers":
		return true
	}
	return false
}

func (m *mention) take(s *scan, p phrase) {
	m.typ, m.body, m.bodyText, m.last = p.typ, p.Span, s.Text[p.Start:p.End], p.end
	if p.country != "" {
		m.country, m.countryAt = p.country, Piece{p.countryAt, OfBody}
	}
}

func (s *scan) passive(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch w := s.lower(j); {
		case w == "was" || w == "were" || w == "been" || w == "be" || w == "is" || w == "being" || w == "got":
			return true
		case !strings.HasSuffix(w, "ly") && w != "also" && w != "not" && w != "then" && w != "first" && w != "again" && w != "once" && w != "later":
			return false
		}
	}
	return false
}

// isPost is true where a post begins at k, in small letters or capitals.
func (s *scan) isPost(k int) bool {
	for i := k; i < k+4 && i < len(s.toks) && s.same(k, i); i++ {
		w := s.lower(i)
		if inner(w) || localSeats[w] || parliamentarySeats[w] {
			return true
		}
		if stops[w] || prepositions[w] || !word(s.toks[i]) || s.toks[i].person >= 0 {
			return false
		}
	}
	return false
}

// objectPost finds the post after an active verb: "MPs elected X (as)
// Speaker", "elected the deputy X, 54, as its head"; 0 where there is none.
func (s *scan) objectPost(i int) int {
	person, aside := false, false
	for k := i + 1; k < len(s.toks) && k < i+24 && s.same(i, k); k++ {
		w := s.lower(k)
		switch {
		case s.toks[k].person >= 0:
			person = true
		case w == "as" && s.toks[k-1].country != "" && !s.toks[k-1].demonym: // "elected Fiji as vice-president"
			return s.postAfter(k - 1)
		case !person:
			if stops[w] || prepositions[w] || !word(s.toks[k]) {
				return 0
			}
		case w == "as" || w == "to" && s.postAfter(k-1) > 0:
			return s.postAfter(k - 1)
		case !aside && !determiners[w] && s.isPost(k):
			return k
		case w == ";", stops[w] && w != "and":
			return 0
		case w == ")":
			aside = false
		default:
			aside = aside || w == "," || w == "("
		}
	}
	return 0
}

// toElect reads "will elect a new president", "to choose its president",
// "towns are to elect 64 deputies".
func (s *scan) toElect(i int) {
	switch prev := s.lower(i - 1); prev {
	case "to", "will", "would", "can", "may", "must", "shall", "should":
	default:
		if s.toks[i].lower == "choose" || s.toks[i].lower == "choosing" || s.toks[i].lower == "chooses" {
			return
		}
	}
	s.electing(i, i+1)
}

// electing reads what is elected at k, behind the verb at i.
func (s *scan) electing(i, k int) {
	article := ""
	for s.same(i, k) && (determiners[s.lower(k)] || s.lower(k) == "new" || s.lower(k) == "next" || numeral(s.lower(k))) {
		if determiners[s.lower(k)] {
			article = s.lower(k)
		}
		k++
	}
	if !s.same(i, k) || !s.isPost(k) && !s.postWord(k) {
		return
	}
	p, ok := s.bodyAt(k)
	if !ok {
		return
	}
	if anyoneElected(s.Text[p.Start:p.End]) || legislatures[s.lower(k)] && s.lower(k-1) != "new" {
		return
	}
	m := mention{first: i, last: p.end, date: -1, rule: ToElect, Span: s.span(i, p.end)}
	m.take(s, p)
	if (article == "its" || article == "their") && p.typ == Presidential && s.bodyElects(i) {
		m.typ = Internal
	}
	if parliamentarySeats[s.lower(p.end-1)] {
		m.bodyText, m.body = "", p.Span
		m.body.End = m.body.Start
	}
	if m.date = s.sentenceDate(i); m.date >= 0 {
		m.dateRule = DateBeside
	}
	s.subjectCountry(&m, i)
	s.mentions = append(s.mentions, m)
	s.moreToElect(m)
}

// moreToElect reads the further members of a list of what people elect: "elect a
// President, members of the Senate and county governors".
func (s *scan) moreToElect(m mention) {
	for n := 0; n < 4; n++ {
		k := m.last
		for joins(s.lower(k)) || determiners[s.lower(k)] || s.lower(k) == "new" || numeral(s.lower(k)) {
			k++
		}
		if k == m.last || !joins(s.lower(m.last)) || !s.same(m.last, k) || !s.isPost(k) && !s.postWord(k) {
			return
		}
		p, ok := s.bodyAt(k)
		if !ok || p.typ == Internal || p.typ == Other || p.end <= m.last {
			return
		}
		m.typ, m.body, m.bodyText, m.last, m.first, m.Span = p.typ, p.Span, s.Text[p.Start:p.End], p.end, k, p.Span
		s.mentions = append(s.mentions, m)
	}
}

// bodyElects is true where the words before a verb of electing name a body
// that gives the post, no people.
func (s *scan) bodyElects(i int) bool {
	lo, _ := s.bounds(i)
	for j := lo; j < i; j++ {
		if w := s.toks[j].lower; s.toks[j].body >= 0 || legislatures[w] || localBodies[w] || hearings[w] || innerPosts[w] || w == "party" || w == "members" || w == "delegates" {
			return true
		}
	}
	return false
}

// won reads "his electoral victory", "the presidential race".
func (s *scan) won(i int) {
	electoral := s.toks[i].lower == "electoral"
	switch s.lower(i + 1) {
	case "victory", "win", "triumph", "success", "defeat", "victories":
	case "race", "contest":
		if electoral {
			return
		}
	default:
		return
	}
	m := mention{first: i, last: i + 2, date: -1, rule: HisElection, Span: s.span(i, i+2)}
	if !electoral {
		m.typ = Presidential
	}
	if who := s.personBefore(i); who >= 0 {
		if m.typ == "" {
			m.typ = s.typeOfPerson(who)
		}
		s.homeOf(&m, who)
	}
	m.anaphor = m.typ == Other
	if m.anaphor {
		m.typ = ""
	}
	s.dateAfter(&m, i+2)
	s.mentions = append(s.mentions, m)
}

// subjectCountry takes the last country before a verb: "Voters in Finland will elect".
func (s *scan) subjectCountry(m *mention, i int) {
	lo, _ := s.bounds(i)
	for j := i - 1; j >= lo && m.country == ""; j-- {
		if c := s.toks[j]; c.country != "" && !c.chamber && c.person < 0 {
			m.country, m.countryAt = c.country, Piece{c.Span, BesideNoun}
		}
	}
}

// votesOn reads "X will vote on Sunday", "voting, which began late, ended on Monday".
func (s *scan) votesOn(i int) {
	switch w := s.toks[i].lower; {
	case w == "ballots" || w == "ballot" || w == "votes" && s.castBefore(i):
		if s.castBefore(i) && s.sentenceDate(i) >= 0 {
			s.toThePolls(i)
		}
	case w != "ballot" && w != "ballots" && w != "voting" && s.voteFor(i):
	case w != "vote" && w != "votes" && w != "voted" && w != "voting":
	case w == "voting":
		s.votingOn(i)
	case s.same(i, i+2) && s.lower(i+1) == "on" && s.toks[i+2].date >= 0 && !determiners[s.lower(i-1)]:
		s.toThePolls(i)
	}
}

// voteFor reads "voted on Saturday for a new president and parliament"; it is
// false for other words.
func (s *scan) voteFor(i int) bool {
	k := i + 1
	if s.lower(k) == "on" && s.same(i, k+1) && s.toks[k+1].date >= 0 {
		k = s.skipDate(k + 1)
	}
	if s.lower(k) != "for" || !determiners[s.lower(k+1)] || s.lower(k+2) != "new" {
		return false
	}
	s.electing(i, k+1)
	return true
}

// castBefore is true for a ballot that people cast: "cast their ballots".
func (s *scan) castBefore(i int) bool {
	return s.lower(i-1) == "cast" || s.lower(i-2) == "cast" && determiners[s.lower(i-1)]
}

// toThePolls reads "Liberians go to the polls", "will vote on Sunday".
func (s *scan) toThePolls(i int) {
	m := mention{first: i, last: i + 1, date: -1, rule: ToThePolls, anaphor: true, Span: s.toks[i].Span}
	s.subjectCountry(&m, i)
	if m.date = s.sentenceDate(i); m.date >= 0 {
		m.dateRule = DayOfVote
	}
	s.mentions = append(s.mentions, m)
}

// votingOn reads "voting started at 11 pm on Sunday": the day of a vote told before.
func (s *scan) votingOn(i int) {
	_, hi := s.bounds(i)
	for k := i + 1; k < hi && k < i+24; k++ {
		w := s.lower(k)
		if !convening[w] && w != "took" || s.lower(k-1) == "have" {
			continue
		}
		for j := k + 1; j < hi && j < k+8; j++ {
			if d := s.toks[j].date; d >= 0 {
				s.taken[i] = true
				s.mentions = append(s.mentions, mention{first: i, last: i + 1, date: d, dateRule: DayOfVote, rule: DefiniteNoun, anaphor: true, Span: s.toks[i].Span})
				return
			}
		}
	}
}
