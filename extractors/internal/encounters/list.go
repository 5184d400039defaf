package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// connector is a run of words that joins more parties to a list.
type connector struct {
	words string
	join  join
}

// connectors, longest first where one begins another.
var connectors = []connector{
	{"with the participation of", with}, {"with participation of", with}, {"in the presence of", with},
	{"with the attendance of", with}, {"in the company of", with}, {"and also with", and}, {"and also by", and},
	{"as well as with", and}, {"as well as by", and}, {"as well as of", and}, {"as well as", and},
	{"together with", with}, {"along with", with}, {"jointly with", with}, {"alongside", with}, {"accompanied by", with},
	{"joined by", with}, {"flanked by", with}, {"assisted by", with}, {"attended by", with}, {"in addition to", and},
	{"under the leadership of", lead}, {"under the co-chairmanship of", lead}, {"under the presidency of", lead}, {"co-chaired by", lead},
	{"presided over by", lead}, {"moderated by", lead}, {"co-headed by", lead}, {"under the chairmanship of", lead}, {"led by", lead}, {"headed by", lead},
	{"chaired by", lead}, {"comprising", names}, {"that comprised", names}, {"consisting of", names}, {"composed of", names},
	{"represented by", lead}, {"including", include}, {"among them", include}, {"among whom", include}, {"such as", include},
	{"like", include}, {"namely", names}, {"at the head of", with}, {"with also", with}, {"accompanying", include},
}

// connectorAt gives the connector at token i and the tokens it takes.
func (r *reader) connectorAt(i, limit int) (join, int) {
	if r.W(i).Mention >= 0 || r.W(i).Upper {
		return first, 0
	}
	for _, c := range connectors {
		words := strings.Fields(c.words)
		if i+len(words) > limit {
			continue
		}
		same := true
		for k, w := range words {
			if r.W(i+k).Low != w {
				same = false
				break
			}
		}
		if same {
			return c.join, len(words)
		}
	}
	return first, 0
}

// list is a reading of a list of parties.
type list struct {
	segs []seg
	end  int // token at which the list ended
}

// walker is the state of one reading.
type walker struct {
	*reader
	limit   int
	at      int // token
	from    int // first token of the open segment, -1 where none is open
	join    join
	apart   bool
	adjunct bool // a place or a time stood since the last party
	again   bool // the preposition was repeated before the open segment
	out     []seg
}

// list reads a coordinated list of noun phrases from token i on. It ends
// before the verb of another clause, a purpose ("to discuss") or the limit.
func (r *reader) list(i, limit int) list {
	w := &walker{reader: r, limit: limit, at: i, from: -1}
	for w.at < limit && w.step() {
	}
	w.flush(w.at)
	return list{w.out, w.at}
}

// step reads one token or phrase; false ends the list.
func (w *walker) step() bool {
	i := w.at
	if m, _, end := w.MentionAt(i); m != nil {
		if m.Kind == clauses.Date {
			w.flush(i)
			w.at, w.adjunct = end, true
			return true
		}
		if w.stray(i) {
			return false
		}
		w.open(i)
		w.at = min(end, w.limit)
		return true
	}
	if w.glued(i) {
		w.open(i)
		w.at++
		return true
	}
	if g := w.groupAtToken(i); g >= 0 {
		return w.verb(g)
	}
	if j, n := w.connectorAt(i, w.limit); n > 0 {
		w.flush(i)
		w.join, w.at = j, i+n
		return true
	}
	switch word := w.W(i); word.Class {
	case clauses.Open:
		w.at = w.closing(i)
	case clauses.Comma, clauses.Dash:
		if word.Class == clauses.Comma && w.from >= 0 && w.sameObject(i) {
			w.at++
			break
		}
		w.flush(i)
		w.separate(comma, i+1)
	case clauses.Other:
		w.flush(i)
		w.separate(comma, i+1)
	case clauses.Conj:
		return w.conjunction(i)
	case clauses.Prep:
		return w.preposition(i)
	case clauses.To:
		if w.from < 0 {
			return false
		}
		w.at++
	case clauses.Rel:
		return w.relative(i)
	case clauses.Sub, clauses.Modal, clauses.Aux:
		if word.Low == "than" {
			w.at++
			return true
		}
		return false
	case clauses.Close:
		return false
	case clauses.Stop:
		if len(word.Low) == 1 && !(word.Low == ":" && (w.join == include || w.join == names || w.namesFollow(i))) && !(word.Low == ";" && w.noVerb(i)) {
			return false
		}
		if word.Low == ":" {
			w.flush(i)
			w.join = names
		}
		w.at++
		if word.Low == ";" {
			w.flush(i)
			w.separate(comma, i+1)
		}
	case clauses.Adv:
		w.adverb(i)
	default:
		if w.stray(i) {
			return false
		}
		w.open(i)
		w.at++
	}
	return true
}

// stray tells whether a noun phrase at i begins right behind a place or a time
// without a comma or conjunction: it is no entry of the list.
func (w *walker) stray(i int) bool {
	if w.from >= 0 || !w.adjunct || len(w.out) == 0 {
		return false
	}
	switch w.W(i - 1).Class {
	case clauses.Comma, clauses.Conj, clauses.Prep, clauses.Dash, clauses.Stop, clauses.Other, clauses.Close, clauses.Adv:
		return false
	}
	return w.W(i-1).Mention < 0 || w.Mentions[w.W(i-1).Mention].Kind != clauses.Person
}

// glued tells whether token i lies within the phrase of a post, so that its
// commas and conjunctions part nothing.
func (w *walker) glued(i int) bool {
	switch w.W(i).Class {
	case clauses.Comma, clauses.Conj, clauses.Prep, clauses.Dash, clauses.To:
	default:
		return false
	}
	if w.from < 0 {
		return false
	}
	at := w.Tokens[i]
	for _, p := range w.Posts {
		if p.Start < at.Start && at.End < p.End && w.Tokens[w.from].Start >= p.Start-12 && p.Start >= w.Tokens[w.from].Start-1 {
			return true
		}
	}
	return false
}

func (w *walker) open(i int) {
	if w.from < 0 {
		w.from = i
	}
}

// namesFollow tells whether the colon at i follows a delegation and opens the list of its people.
func (w *walker) namesFollow(i int) bool {
	if w.from < 0 || !w.noVerb(i) {
		return false
	}
	start := w.skipLight(w.from, i)
	return human(w.W(w.coreEnd(start, i)-1).Low) && len(w.personsIn(i, w.limit)) > 1
}

// noVerb tells whether no verb stands between token i and the next semicolon or stop.
func (w *walker) noVerb(i int) bool {
	for k := i + 1; k < w.limit; k++ {
		if c := w.W(k); c.Class == clauses.Stop && len(c.Low) == 1 && c.Mention < 0 {
			break
		}
		if g := w.groupAtToken(k); g >= 0 && w.Groups[g].Finite() {
			return false
		}
	}
	return true
}

func (w *walker) separate(j join, next int) {
	if w.join == first || w.join == comma || w.join == and {
		w.join = j
	}
	w.at = next
}

func (w *walker) adverb(i int) {
	switch w.W(i).Low {
	case "then", "separately", "later", "subsequently", "afterwards":
		w.flush(i)
		w.apart = true
	}
	w.at++
}

// flush closes the open segment before token end.
func (w *walker) flush(end int) {
	if w.from < 0 {
		return
	}
	s := seg{first: w.from, last: end, join: w.join, apart: w.apart, again: w.again}
	if len(w.out) == 0 && s.join != lead && s.join != include && s.join != names && s.join != with {
		s.join = first
	}
	w.classify(&s)
	w.from = -1
	if s.kind == nothing && s.first >= s.last {
		return
	}
	w.out = append(w.out, s)
	w.join, w.apart, w.adjunct, w.again = comma, false, false, false
}

// closing gives the token after the bracket that closes the one at i.
func (w *walker) closing(i int) int {
	depth := 0
	for k := i; k < w.limit; k++ {
		switch w.W(k).Class {
		case clauses.Open:
			depth++
		case clauses.Close:
			if depth--; depth == 0 {
				return k + 1
			}
		}
	}
	return w.limit
}

// verb handles a verb group: participles qualify, everything else ends the list.
func (w *walker) verb(g int) bool {
	grp := &w.Groups[g]
	if j, n := w.connectorAt(grp.First, w.limit); n > 0 {
		w.flush(grp.First)
		w.join, w.at = j, grp.First+n
		return true
	}
	if grp.Tense == clauses.PastParticiple && w.from >= 0 {
		w.flush(grp.First)
		w.skipTo(grp.Last)
		return true
	}
	if grp.Finite() && w.from < 0 && len(w.out) > 0 {
		return false
	}
	if !grp.Finite() && len(w.out) == 0 && w.from < 0 { // "Welcoming the guests, X"
		for k := grp.Last; k < w.limit; k++ {
			if w.W(k).Class == clauses.Comma && w.W(k).Mention < 0 {
				w.at = k + 1
				return true
			}
		}
	}
	if grp.Finite() && w.from >= 0 && len(w.out) > 0 {
		// The open segment is the subject of this verb.
		w.from = -1
	}
	return false
}

// skipTo passes over the rest of a modifier, to the next comma or conjunction.
func (w *walker) skipTo(i int) {
	for ; i < w.limit; i++ {
		word := w.W(i)
		if word.Mention >= 0 {
			continue
		}
		if word.Class == clauses.Comma || word.Class == clauses.Stop || word.Class == clauses.Conj || word.Class == clauses.Sub || word.Class == clauses.Rel {
			break
		}
		if g := w.groupAtToken(i); g >= 0 && w.Groups[g].Finite() {
			break
		}
		if _, n := w.connectorAt(i, w.limit); n > 0 {
			break
		}
	}
	w.at = i
}

// relative passes over a relative clause that a comma closes; else it ends the list.
func (w *walker) relative(i int) bool {
	w.flush(i)
	if w.Is(i, "where") {
		return false
	}
	seen := false
	for k := i + 1; k < w.limit; k++ {
		if g := w.groupAtToken(k); g >= 0 {
			seen = true
			k = w.Groups[g].Last - 1
			continue
		}
		if seen && w.W(k).Mention < 0 && w.W(k).Class == clauses.Comma {
			w.separate(comma, k+1)
			w.adjunct = true
			return true
		}
	}
	w.at = w.limit
	return false
}

// conjunction: ends a segment, or joins two adjectives, or two objects of one preposition.
func (w *walker) conjunction(i int) bool {
	if w.from >= 0 && (w.oneNoun(i) || w.sameObject(i)) {
		w.at++
		return true
	}
	w.flush(i)
	w.separate(and, i+1)
	return true
}

// oneNoun tells "Israeli and Palestinian women leaders": the conjunction
// stands between two modifiers of one noun.
func (w *walker) oneNoun(i int) bool {
	for k := w.from; k < i; k++ {
		word := w.W(k)
		if word.Mention >= 0 && w.Mentions[word.Mention].Kind != clauses.Place || word.Class == clauses.Prep {
			return false
		}
	}
	last, next := w.W(i-1), w.W(i+1)
	if w.titled(w.skipLight(w.from, i), i) > 0 || human(last.Low) && (w.from != i-1 || !collectives[last.Low] || !human(w.phraseHead(i+1)) || next.Class != clauses.Noun || human(next.Low)) {
		return false
	}
	if w.isDemonym(i - 1) {
		return w.isDemonym(i+1) || next.Class == clauses.Noun || next.Class == clauses.Name && next.Mention < 0 && !w.title1(i+1)
	}
	if last.Class == clauses.Name && last.Mention < 0 && next.Class == clauses.Noun && !human(next.Low) && human(w.phraseHead(i+1)) {
		return true // "Arab and foreign diplomats"
	}
	return last.Class == clauses.Noun && next.Class == clauses.Noun && next.Mention < 0 && !strings.HasSuffix(last.Low, "s") &&
		(!human(next.Low) || collectives[last.Low]) && human(w.phraseHead(i+1))
}

// phraseHead gives the last noun of the phrase that begins at token i.
func (w *walker) phraseHead(i int) string {
	low := ""
	for ; i < w.limit; i++ {
		word := w.W(i)
		if word.Class != clauses.Noun && word.Class != clauses.Name || word.Mention >= 0 {
			break
		}
		low = word.Low
	}
	return low
}

// sameObject tells whether what follows the comma or conjunction at i still
// belongs to a preposition of the open segment: "officials from A, B and C",
// "representatives of NGOs and the media".
func (w *walker) sameObject(i int) bool {
	prep := -1
	for k := w.from; k < i; k++ {
		if word := w.W(k); word.Mention < 0 && word.Class == clauses.Prep {
			prep = k
		}
	}
	if prep < 0 || w.hasPerson(i) {
		return false
	}
	next, det := i+1, false
	for next < w.limit && (w.W(next).Class == clauses.Conj || w.W(next).Class == clauses.Det) {
		det = det || w.W(next).Class == clauses.Det
		next++
	}
	if next >= w.limit {
		return false
	}
	m, _, _ := w.MentionAt(next)
	before, _, _ := w.MentionAt(i - 1)
	head := w.W(w.skipLight(w.from, i))
	plural := human(w.phraseHeadBefore(prep)) || human(head.Low) || strings.HasSuffix(w.W(prep-1).Low, "s")
	if !det && m == nil && w.W(next).Class == clauses.Name && !w.title1(next) && w.titled(w.skipLight(w.from, i), prep) > 0 {
		return true // "Minister of Foreign Affairs and International Cooperation"
	}
	switch {
	case m != nil && m.Kind == clauses.Person, w.title1(next) && !(m != nil && m.Kind == clauses.Body):
		return false
	case m != nil && before != nil:
		return m.Kind == before.Kind && plural && (m.Kind != clauses.Body || w.Is(prep, "of", "from"))
	case m != nil:
		return false
	}
	if w.groupAtToken(next) >= 0 {
		return false
	}
	if det && w.W(i).Class == clauses.Comma {
		return false
	}
	return plural && !human(w.W(next).Low) && !human(w.phraseHead(next)) && w.W(next).Class == clauses.Noun
}

func (w *walker) phraseHeadBefore(prep int) string { return w.W(prep - 1).Low }

// preposition: what adds to a noun phrase, or a place, a time or a subject.
func (w *walker) preposition(i int) bool {
	word := w.W(i)
	if light[word.Low] && w.W(i+1).Class == clauses.Num { // "over 60 companies"
		w.open(i)
		w.at++
		return true
	}
	if w.from >= 0 {
		switch word.Low {
		case "of":
			w.at++
			return true
		case "for", "from", "to", "on":
			if !w.hasPerson(i) && (w.Is(i, "from") || w.Is(i, "for") && !w.Is(i+1, "a", "an", "their", "his", "her") || w.Is(i, "on") && w.titled(w.skipLight(w.from, i), i) > 0) {
				w.at++
				return true
			}
		case "in":
			if !w.hasPerson(i) && w.titled(w.skipLight(w.from, i), i) > 0 && w.bodyNext(i+1) >= 0 {
				w.at++
				return true
			}
		}
		w.flush(i)
	}
	switch word.Low {
	case "with", "by", "of", "on":
		if len(w.out) > 0 && w.join == and {
			w.again = w.again || word.Low == "with" || word.Low == "on"
			w.at++
			return true
		}
		if word.Low == "with" && w.asHead(i+1) { // "with X as its head"
			w.join = lead
			w.at++
			return true
		}
		if word.Low == "with" && len(w.out) > 0 && w.out[len(w.out)-1].kind == person && w.peopleNext(i+1) {
			w.join = with // "Mayor X with associates"
			w.at++
			return true
		}
		if len(w.out) > 0 && word.Low == "with" && w.adjunct {
			w.at++
			return true
		}
	case "between", "among":
		w.at++
		return true
	}
	return w.skipAdjunct(i)
}

// asHead tells whether a person follows who is named "as head" or "at its head".
func (w *walker) asHead(i int) bool {
	for k := i; k < min(w.limit, i+12); k++ {
		m, _, end := w.MentionAt(k)
		if m == nil {
			if c := w.W(k).Class; c == clauses.Comma || c == clauses.Stop && len(w.W(k).Low) == 1 || c == clauses.Conj {
				return false
			}
			continue
		}
		if m.Kind != clauses.Person {
			k = end - 1
			continue
		}
		for j := end; j < end+4; j++ {
			if w.Is(j, "head", "leader", "chair", "chairman", "coordinator", "chief", "host") && w.Is(end, "as", "at") {
				return true
			}
		}
		return false
	}
	return false
}

// peopleNext tells whether a common noun for people follows.
func (w *walker) peopleNext(i int) bool {
	for w.W(i).Class == clauses.Det || w.W(i).Class == clauses.Poss || w.W(i).Class == clauses.Num {
		i++
	}
	return w.W(i).Mention < 0 && !w.W(i).Upper && (human(w.W(i).Low) || human(w.phraseHead(i)))
}

func (w *walker) hasPerson(end int) bool { return len(w.personsIn(w.from, end)) > 0 }

// skipAdjunct passes over "in Vienna", "at the headquarters of X", "on the
// margins of Y": up to a comma, a conjunction, "with", a verb, or a noun phrase
// that no preposition governs.
func (w *walker) skipAdjunct(i int) bool {
	w.adjunct = true
	w.at = w.adjunctEnd(i, w.limit)
	return true
}

// adjunctEnd gives the token after the prepositional phrase at token i.
func (r *reader) adjunctEnd(i, limit int) int {
	k := i + 1
	for k < limit {
		word := r.W(k)
		if m, _, end := r.MentionAt(k); m != nil {
			if m.Kind == clauses.Person && k > i+1 && !r.governed(k, i) {
				return k
			}
			k = end
			if m.Kind == clauses.Date && r.W(k).Class != clauses.Prep && r.W(k).Class != clauses.Poss {
				return k
			}
			continue
		}
		switch word.Class {
		case clauses.Comma, clauses.Conj, clauses.Sub, clauses.Rel, clauses.To, clauses.Open, clauses.Pron, clauses.Dash, clauses.Quote:
			return k
		case clauses.Stop:
			if len(word.Low) == 1 {
				return k
			}
		case clauses.Det:
			if k > i+1 && r.W(k-1).Class != clauses.Prep && r.W(k-1).Class != clauses.Det && !r.Is(k-1, "all") {
				return k
			}
		case clauses.Noun:
			if r.Words[k-1].Mention >= 0 && human(word.Low) && r.Is(k+1, "of") {
				return k
			}
		}
		if word.Class == clauses.Prep && k > i+1 && word.Low != "of" || r.groupAtToken(k) >= 0 {
			return k
		}
		if _, n := r.connectorAt(k, limit); n > 0 {
			return k
		}
		if word.Class == clauses.Name && r.Words[k-1].Mention >= 0 && r.title1(k) && k > i+1 {
			return k
		}
		k++
	}
	return k
}

// governed tells whether the name at token k, with the titles before it, hangs
// on a preposition or a possessive after token i.
func (r *reader) governed(k, i int) bool {
	j := k
	for j > i+1 && r.W(j-1).Mention < 0 && (r.courtesy(j-1) || r.W(j-1).Class == clauses.Name || r.W(j-1).Class == clauses.Noun && (r.title1(j-1) || r.title1(j-2))) {
		j--
	}
	if j <= i+1 {
		return true
	}
	before := r.W(j - 1)
	return before.Class == clauses.Prep || before.Class == clauses.Det && r.W(j-2).Class == clauses.Prep || r.W(k).Class == clauses.Poss
}

// groupAtToken gives the verb group that begins at token i, or -1.
func (r *reader) groupAtToken(i int) int {
	if i < 0 || i >= len(r.Tokens) {
		return -1
	}
	lo, hi := r.GroupsOf(r.Tokens[i].Sentence)
	for g := lo; g < hi; g++ {
		if r.Groups[g].First == i {
			return g
		}
	}
	return -1
}
