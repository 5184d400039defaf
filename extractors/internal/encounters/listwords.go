package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

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
		if m, _, end := w.MentionAt(k + 1); seen && m != nil && m.Kind == clauses.Person && w.W(k).Class == clauses.Comma && w.W(end).Class == clauses.Comma {
			k = end - 1 // an apposition within the clause: "who is accompanied by the Minister, X,"
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
	if w.from >= 0 && (w.Is(i-1, "extraordinary") && w.Is(i+1, "plenipotentiary") || w.oneNoun(i) || w.sameObject(i) || w.sameComplement(i)) {
		w.at++
		return true
	}
	w.flush(i)
	w.separate(and, i+1)
	return true
}

// oneNoun tells "Swedish and Finnish port managers": the conjunction
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
	if m, _, _ := w.MentionAt(i - 1); m != nil && m.Kind == clauses.Place && w.isDemonym(i+1) && human(w.phraseHead(i+2)) && pluralForm(w.phraseHead(i+2)) {
		return true // "US and Japanese ambassadors"
	}
	if w.isDemonym(i - 1) {
		return w.isDemonym(i+1) || next.Class == clauses.Noun || next.Class == clauses.Name && next.Mention < 0 && !w.title1(i+1)
	}
	if last.Class == clauses.Name && last.Mention < 0 && next.Class == clauses.Noun && !human(next.Low) && human(w.phraseHead(i+1)) {
		return true // "Nordic and foreign pilots"
	}
	return last.Class == clauses.Noun && next.Class == clauses.Noun && next.Mention < 0 && !strings.HasSuffix(last.Low, "s") &&
		(!human(next.Low) || collectives[last.Low]) && human(w.phraseHead(i+1))
}

// sameComplement tells whether the nouns beside the conjunction at i share what
// follows: "heads and members of the delegations", "Chairman and members of X".
func (w *walker) sameComplement(i int) bool {
	from := w.skipLight(w.from, i)
	if from != i-1 || w.W(from).Mention >= 0 || w.W(i+1).Mention >= 0 || !w.Is(i+2, "of", "from") {
		return false
	}
	if spokenFor[w.W(from).Low] {
		return spokenFor[w.W(i+1).Low]
	}
	n, plural := w.title(from)
	return n == 1 && !plural && w.Is(i+1, "members") && len(w.holders(w.titleWords(from, i))) == 0
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
// "owners of ports and the crews".
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
	if w.Is(next, "republic", "kingdom", "state", "sultanate", "commonwealth", "federation", "principality") && w.Is(next+1, "of") {
		next += 2 // "of A and the Republic of B"
	}
	m, _, _ := w.MentionAt(next)
	before, _, _ := w.MentionAt(i - 1)
	if before == nil && w.W(i-1).Class == clauses.Comma {
		before, _, _ = w.MentionAt(i - 2) // "of A, B, and C"
	}
	head := w.W(w.skipLight(w.from, i))
	plural := human(w.phraseHeadBefore(prep)) || human(head.Low) || strings.HasSuffix(w.W(prep-1).Low, "s") || w.Is(prep-1, "plenipotentiary")
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
	if w.Is(prep, "of", "from") && spokenFor[w.W(prep-1).Low] && w.constituency(next) {
		return true
	}
	if det && w.W(i).Class == clauses.Comma {
		return false
	}
	return plural && !human(w.W(next).Low) && !human(w.phraseHead(next)) && w.W(next).Class == clauses.Noun
}

// spokenFor are people who come on behalf of others.
var spokenFor = set("representatives members leaders heads officials delegates envoys chairpersons chairs directors")

// constituencies are those on whose behalf people come: bodies and publics, no people one by one.
var constituencies = set("media press society community communities academia sector sectors industry business parties coalitions organizations",
	"committees groups commissions delegations councils ministries departments organisations ngos agencies institutions unions associations companies movements federations chambers churches embassies universities")

// constituency tells whether a bare noun phrase for a body or a public begins at token i.
func (w *walker) constituency(i int) bool {
	for k := i; k < min(w.limit, i+4); k++ {
		word := w.W(k)
		if word.Mention >= 0 || word.Class != clauses.Noun || k > i && word.Upper != w.W(i).Upper {
			return k > i && constituencies[w.W(k-1).Low]
		}
	}
	return false
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
			if w.Is(i+2, "sidelines", "margins", "fringes", "occasion", "sideline", "eve") {
				break
			}
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
		if i == w.start || len(w.out) == 0 && !w.adjunct {
			w.at++
			return true
		}
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
	w.at = w.pastState(w.at)
	return true
}

// pastState passes over the state of the city before token i: "in Tirana, Albania".
func (w *walker) pastState(i int) int {
	before, _, _ := w.MentionAt(i - 1)
	next, _, end := w.MentionAt(i + 1)
	if before != nil && next != nil && before.Kind == clauses.Place && next.Kind == clauses.Place && w.W(i).Class == clauses.Comma &&
		w.Places[before.Ref].Kind == "city" && w.Places[next.Ref].Kind != "city" && end < w.limit {
		return end
	}
	return i
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
		if word.Class == clauses.Open && r.W(k+2).Class == clauses.Close && r.W(k+1).Upper && r.W(k+3).Class == clauses.Name {
			k += 3 // "the Lake Union (LU) Assembly"
			continue
		}
		if word.Class == clauses.To && k > i+1 && r.Is(k-1, "visit", "trip", "journey", "tour") && r.groupAtToken(k) < 0 && r.groupAtToken(k+1) < 0 {
			k++ // "during her visit to Oslo"
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
