package encounters

import (
	"strings"
	"sync"

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

// phrase is a connector cut into words.
type phrase struct {
	words []string
	join  join
}

// connectorsBy holds the connectors by their first word, in their order.
var connectorsBy = sync.OnceValue(func() map[string][]phrase {
	by := make(map[string][]phrase, len(connectors))
	for _, c := range connectors {
		w := strings.Fields(c.words)
		by[w[0]] = append(by[w[0]], phrase{w, c.join})
	}
	return by
})

// connectorAt gives the connector at token i and the tokens it takes.
func (r *reader) connectorAt(i, limit int) (join, int) {
	w := r.W(i)
	if w.Mention >= 0 || w.Upper || w.Low == "accompanying" && (r.W(i-1).Class == clauses.Poss || r.W(i-1).Class == clauses.Det) {
		return first, 0
	}
	for _, c := range connectorsBy()[w.Low] {
		n := len(c.words)
		if i+n > limit {
			continue
		}
		k := 1
		for k < n && r.W(i+k).Low == c.words[k] {
			k++
		}
		if k == n {
			return c.join, n
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
	start   int // token at which the list begins
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
	w := &walker{reader: r, limit: limit, at: i, start: i, from: -1}
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
		w.again = j == and && w.Is(i+n-1, "with") // "as well as with the Speaker"
		return true
	}
	return w.word(i)
}

// word takes a step over a word that is no mention, verb or connector; false
// where it ends the list.
func (w *walker) word(i int) bool {
	switch word := w.W(i); word.Class {
	case clauses.Open:
		w.at = w.closing(i)
	case clauses.Comma, clauses.Dash, clauses.Other:
		if w.from >= 0 && (word.Low == "/" || word.Class == clauses.Comma && w.sameObject(i)) {
			w.at++
			break
		}
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
		return w.stop(i)
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

// stop takes a step over a full stop within an abbreviation, a colon before
// names or a semicolon between entries; it is false where the mark ends the list.
func (w *walker) stop(i int) bool {
	switch low := w.W(i).Low; {
	case len(low) > 1:
		w.at++
	case low == ":" && (w.join == include || w.join == names || w.namesFollow(i)):
		w.flush(i)
		w.join = names
		w.at++
	case low == ";" && w.noVerb(i):
		w.flush(i)
		w.separate(comma, i+1)
	default:
		return false
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
	if (grp.Tense == clauses.PastParticiple || grp.Tense == clauses.Gerund && w.bare(grp.Last)) && w.from >= 0 {
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

// bare tells whether no object follows a participle at token i: "the parties
// running, the chair", "experts working in Oslo".
func (w *walker) bare(i int) bool {
	next := w.W(i)
	return next.Mention < 0 && (next.Class == clauses.Comma || next.Class == clauses.Conj || next.Class == clauses.Prep && !w.Is(i, "with"))
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
func (r *reader) groupAtToken(i int) int { return r.GroupAt(i) }
