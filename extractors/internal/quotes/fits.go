package quotes

import (
	"slices"
	"strings"

	"readout/pipeline/record"
)

// Who answers a description.

// answers gives the person who answers a description best, or -1: its noun, its
// other words and its country; it stands at item a and is headed at item head.
func (s *state) answers(noun string, mods []string, country string, a, head, u int) int {
	best, bestScore := -1, 0.35
	for p := range s.Parties {
		if !s.Parties[p].Person || len(s.Parties[p].Mentions) == 0 {
			continue
		}
		score := s.fits(p, noun, mods, s.toldUnit(p, a, u), u)
		if g := honorifics[s.items[head].lower]; !s.agrees(p, g) {
			continue
		}
		if score > 0 && country != "" {
			if c := s.fitsCountry(p, country); c < 0 && singular(noun) != "minister" {
				continue // "the Portuguese member" is nobody from Belgium
			} else {
				score += c
			}
		}
		for v := u - 1; v >= 0 && v >= u-2; v-- {
			if s.topics[v].party == p && s.topics[v].ok() {
				score += 0.15 // the one that the text is about
				break
			}
		}
		if score > bestScore {
			best, bestScore = p, score
		}
	}
	return best
}

// countryOf gives the country that a description names ("the Kazakh leader",
// "the President of Latvia") and takes its words out of the modifiers.
func (s *state) countryOf(a, b, stop int, mods *[]string) string {
	if s.Country == nil {
		return ""
	}
	for i := a; i < b && (i < stop || s.items[i].kind == word && !s.verbal(i)); i++ {
		for n := min(4, b-i); n > 0; n-- {
			if !s.items[i].upper {
				break
			}
			words := s.words(i, i+n)
			iso := s.Country(strings.TrimSuffix(words, "’s"))
			if iso == "" {
				continue
			}
			drop := titleWords(words)
			*mods = slices.DeleteFunc(*mods, func(m string) bool { return slices.Contains(drop, m) })
			return iso
		}
	}
	return ""
}

// fitsCountry weighs the country of a description against a person's.
func (s *state) fitsCountry(p int, country string) float64 {
	switch {
	case slices.Contains(s.states[p], country):
		return 0.5
	case len(s.states[p]) == 0:
		return 0
	}
	return -0.5
}

// statesOf gives the countries that a party acts for and those in its posts.
func (s *state) statesOf(p Party) []string {
	var out []string
	if p.Country != "" {
		out = append(out, p.Country)
	}
	for _, t := range p.Titles {
		words := strings.Fields(t)
		for i, w := range words {
			if w[0] >= 'a' && w[0] <= 'z' && w != "the" {
				continue // no state's name begins in small letters
			}
			for n := min(4, len(words)-i); n > 0 && s.Country != nil; n-- {
				if iso := s.Country(strings.Join(words[i:i+n], " ")); iso != "" {
					out = append(out, iso)
					break
				}
			}
		}
	}
	return out
}

// fits scores how well a person answers a description.
// m is the last unit up to u that names the person before the description.
func (s *state) fits(p int, noun string, mods []string, m, u int) float64 {
	best := 0.0
	for _, t := range s.titles[p] {
		title := t.words
		at := -1
		general := false
		for i, w := range title {
			if t.post && i > 0 && prepositions[w] {
				break // of a post given, only what stands before "of" names it
			}
			general = general || slices.Contains(offices[noun], w)
			if w == noun && (t.post || s.closes(title, i)) {
				at = i
				break
			}
		}
		if at < 0 && !general {
			continue
		}
		score := 1.0
		if at < 0 {
			score, at = 0.8, 0
		}
		have := map[string]bool{}
		for _, w := range title {
			have[w] = true
		}
		asked, strange := map[string]bool{}, 0.0
		for _, m := range mods {
			asked[m] = true
			if have[m] {
				score += 0.5
			} else if qualifiers[m] {
				score -= 1
			} else {
				strange += 0.3
			}
		}
		score -= min(strange, 0.5)
		for i, w := range title {
			if i < at && qualifiers[w] && !asked[w] {
				score -= 0.4
			}
		}
		if led := len(title) == 3 && title[0] == "head" && sent[title[2]] && have[title[2]] && slices.Contains(mods, title[2]); led && !t.post {
			score += 0.35 // whom the text brings in as leading it
		}
		if len(mods) > 0 { // "the Chief of Mission" is rather of the mission told of than of one with a longer name
			score -= min(0.02*float64(len(title)), 0.2)
		}
		best = max(best, score)
	}
	if best == 0 {
		return 0
	}
	if m < 0 {
		return best - 0.4
	}
	return best - min(0.4, 0.04*float64(u-m))
}

// wordsOf gives the folded words of a party's name in the singular.
func (s *state) wordsOf(party int) []string {
	if s.named == nil {
		s.named = make([][]string, len(s.Parties))
	}
	if s.named[party] == nil {
		words := titleWords(s.Parties[party].Name)
		for i, w := range words {
			words[i] = singular(w)
		}
		s.named[party] = words
	}
	return s.named[party]
}

// bodyNamed gives the body whose name holds the noun and most of the modifiers, the last named.
func (s *state) bodyNamed(noun string, mods []string, u int) int {
	best, bestScore := -1, 0.0
	for p, party := range s.Parties {
		if party.Person || len(party.Mentions) == 0 {
			continue
		}
		have := s.wordsOf(p)
		if !slices.Contains(have, singular(noun)) {
			continue
		}
		score := 1.0
		for _, m := range mods {
			if slices.Contains(have, singular(m)) {
				score += 0.3
			} else {
				score -= 0.4
			}
		}
		m := s.lastUnit(p, u)
		if m < 0 {
			continue
		}
		score -= min(0.4, 0.02*float64(u-m))
		if score > bestScore {
			best, bestScore = p, score
		}
	}
	return best
}

// closes tells whether word i of a title read beside a name ends the noun
// phrase: nothing but a preposition, a style or a word like "general" follows.
func (s *state) closes(title []string, i int) bool {
	for _, w := range title[i+1:] {
		if prepositions[w] || conjunctions[w] {
			return true
		}
		if _, style := honorifics[w]; !style && w != "elect" && w != "designate" && w != "extraordinary" && w != "plenipotentiary" && w != "emeritus" {
			return false
		}
	}
	return true
}

// toldUnit gives the last unit up to u that mentions a party before item a, or -1.
func (s *state) toldUnit(p, a, u int) int {
	for i := a - 1; i >= max(s.units[u].first, a-maxClause); i-- {
		if it := s.items[i]; it.kind == name && it.ref == p {
			return u
		}
	}
	return s.lastUnit(p, u-1)
}

// lastUnit gives the last unit up to u that mentions a party, or -1.
func (s *state) lastUnit(p, u int) int {
	last := -1
	for _, m := range s.mentioned[p] {
		if m <= u {
			last = m
		}
	}
	return last
}

// lastMention gives the last mention of a party up to the end of unit u, or the first of all.
func (s *state) lastMention(p, u int) record.Span {
	end := s.items[s.units[u].last-1].End
	out := s.Parties[p].Mentions[0]
	for _, m := range s.Parties[p].Mentions {
		if m.End <= end && m.Start > out.Start {
			out = m
		}
	}
	return out
}
