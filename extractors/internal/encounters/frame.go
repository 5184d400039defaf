package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// framePlace gives the place of the visit or event within which encounter k is,
// where its sentence or the one before names it: "as part of her visit to
// Ottawa", "at the forum, which takes place in Lima"; -1 for none.
func (f *finder) framePlace(c *cand) int {
	if m := f.visitFrame(c.sentence, f.Sentences[c.sentence].First-1); m >= 0 {
		return m
	}
	if m := f.eventPlace(c.sentence, c.first); m >= 0 {
		return m
	}
	for _, s := range []int{c.sentence - 1, c.sentence + 1} {
		if s < 0 || s >= len(f.Sentences) || f.Heading[s] || c.heading || s > c.sentence && !f.Is(f.Sentences[s].Last-1, ".") {
			continue
		}
		if m := f.groundPlace(s); m >= 0 {
			return m
		}
	}
	return -1
}

// visitFrame gives the place of "during his official visit to X" in sentence s
// after token from.
func (f *finder) visitFrame(s, from int) int {
	for i := max(from, f.Sentences[s].First); i < f.Sentences[s].Last; i++ {
		if f.Is(i, "visiting") && f.W(i-1).Class == clauses.Comma && f.W(i).Mention < 0 { // "X, visiting Lima, met Y"
			if m := f.placeAt(i + 1); m >= 0 {
				return m
			}
		}
		if !f.Is(i, "visit", "trip", "tour", "stay") || !f.Is(i+1, "to", "in") || f.W(i).Mention >= 0 {
			continue
		}
		framed := false
		for k := i - 1; k > i-7 && k > from; k-- {
			w := f.W(k)
			if w.Mention < 0 && (otherVisit[w.Low] || w.Class == clauses.Comma || w.Class == clauses.Conj) {
				break
			}
			if f.Is(k, "during") || f.Is(k, "of") && f.Is(k-1, "part", "framework", "course", "margins", "sidelines") || f.Is(k, "on") && (f.W(k+1).Class == clauses.Poss || f.Is(k+1, "a", "an")) {
				framed = true
				break
			}
		}
		if !framed {
			continue
		}
		if m := f.placeAt(i + 2); m >= 0 {
			return m
		}
	}
	return -1
}

// otherVisit are adjectives of visits at which the encounter told was not.
var otherVisit = set("upcoming forthcoming next future planned previous last earlier recent possible coming")

// eventPlace gives the place of an event on whose margins the encounter at
// token at of sentence s is: "within the framework of the forum that will take
// place in the city of Lima".
func (f *finder) eventPlace(s, at int) int {
	event := -1
	sent := f.Sentences[s]
	for i := at; i < sent.Last; i++ {
		w := f.W(i)
		if w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Person {
			event = -1
		}
		if (events[w.Low] || w.Low == "meeting") && f.framed(i, at) {
			event = i
		}
		if event >= 0 && i-event < 16 {
			if m := f.heldAt(i); m >= 0 {
				return m
			}
		}
	}
	return -1
}

// framed tells whether "on the sidelines of" or "within the framework of"
// stands before token i, after token from.
func (f *finder) framed(i, from int) bool {
	for k := i - 1; k > from && k > i-14; k-- {
		if f.Is(k, "sidelines", "margins", "framework", "fringes", "occasion", "context", "day") && f.Is(k+1, "of") || f.Is(k, "during", "attending") || f.Is(k, "participating") && f.Is(k+1, "in") {
			return true
		}
	}
	return false
}

// heldAt gives the place of "held in X", "takes place in X" at token i.
func (f *finder) heldAt(i int) int {
	switch {
	case f.Is(i, "held", "hosted", "convened", "organized", "organised") && f.Is(i+1, "in", "at"):
		return f.placeAt(i + 2)
	case f.Is(i, "place") && f.Is(i-1, "take", "taking", "takes", "took", "taken") && f.Is(i+1, "in", "at"):
		return f.placeAt(i + 2)
	case f.Is(i, "in") && (events[f.W(i-1).Low] || f.Is(i-1, "meeting")):
		return f.placeAt(i + 1)
	}
	return -1
}

// placeAt gives the place at token i, past "the city of" and the country whose
// city it is ("Kenya's capital Nairobi"); -1 for none.
func (f *finder) placeAt(i int) int {
	for n := 0; n < 6; n++ {
		m, at, end := f.MentionAt(i)
		switch {
		case m != nil && m.Kind == clauses.Place && f.W(end).Class == clauses.Poss && f.Is(end+1, "capital", "city"):
			i = end + 2
		case m != nil && m.Kind == clauses.Place && f.Places[m.Ref].Kind != "region":
			return f.Words[at].Mention
		case m != nil:
			return -1
		case f.W(i).Class == clauses.Det || f.Is(i, "city", "capital", "town", "of", "its", "their", "port"):
			i++
		default:
			return -1
		}
	}
	return -1
}

// groundPlace gives the place where sentence s tells that its subject is, or
// that an event which it attends is: "is on the ground in X", "on the last day
// of the summit, held in X".
func (f *finder) groundPlace(s int) int {
	sent := f.Sentences[s]
	lo, hi := f.GroupsOf(s)
	if lo == hi || len(f.subjectOf(lo)) == 0 {
		return -1
	}
	event := false
	for i := sent.First; i < sent.Last; i++ {
		if f.Is(i, "ground") && f.Is(i-1, "the") && f.Is(i+1, "in") {
			return f.placeAt(i + 2)
		}
		event = event || events[f.W(i).Low] && f.framed(i, sent.First)
		if event && f.Is(i, "held", "hosted") && f.W(i-1).Class == clauses.Comma {
			return f.heldAt(i)
		}
	}
	return -1
}

// embassyPlace gives the city of the mission or other body that was visited,
// where its name ends with it: "Embassy of Norway in Lima".
func (f *finder) embassyPlace(e *Encounter) (Piece, string) {
	if e.Mode.Value != "in_person" || e.Kind != "visit" {
		return Piece{}, ""
	}
	for _, p := range e.Parties {
		if p.Kind != BodyParty {
			continue
		}
		name := f.Quote(p.Span)
		i := strings.LastIndex(name, " in ")
		if i < 0 {
			continue
		}
		at := pipeline.Span{Start: p.Span.Start + i + len(" in "), End: p.Span.End}
		if city, ok := f.Gazetteer.First(f.Quote(at), gazetteer.City); ok {
			return Piece{Value: f.Quote(at), Span: at, Rule: "place-of-clause"}, city.ISO
		}
	}
	return Piece{}, ""
}

// written gives the words of mention m, those of a dateline in capitals as the
// page has the place elsewhere.
func (f *finder) written(m *clauses.Mention) string {
	words := strings.Join(strings.Fields(f.Quote(m.Span)), " ")
	if name := f.Places[m.Ref].Name; len(words) > 3 && words == strings.ToUpper(words) && strings.EqualFold(name, words) {
		return name
	}
	return words
}
