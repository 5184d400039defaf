package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// ofStates gives the people whom a plural post of several states stands for,
// one or more of each state: "the ambassadors of A and B", "the A and B foreign
// ministers"; none where the page does not name somebody for each.
func (f *finder) ofStates(s *seg) []Party {
	states := f.statesIn(s.first, s.last)
	start := f.skipLight(s.first, s.last)
	for i := start; i < s.head; i++ { // past "the A and B" before the post
		if f.W(i).Class == clauses.Conj || f.W(i).Class == clauses.Comma {
			start = i + 1
		}
	}
	words := f.titleWords(start, s.last)
	if len(states) < 2 || len(words) == 0 || f.Heading[f.Tokens[s.first].Sentence] {
		return nil
	}
	var out []Party
	for _, iso := range states {
		found := false
		for p := range f.People {
			if f.People[p].Country == iso && f.holdsPost(p, words) && !hasParty(f.exclude, Party{Kind: PersonParty, Ref: p}) {
				out = append(out, Party{Kind: PersonParty, Ref: p, Span: s.span})
				found = true
			}
		}
		if !found {
			return nil
		}
	}
	return out
}

// holdsPost tells whether person p has the post that the words name in the plural.
func (f *finder) holdsPost(p int, words []string) bool {
	for _, t := range f.People[p].Titles {
		if core := coreTitle(t); len(core) > 0 && (sameNumber(core, words) || sameNumber(core[len(core)-1:], words)) {
			return true
		}
	}
	return false
}

// statesIn gives the states that tokens [first, last) name, by name or adjective.
func (f *finder) statesIn(first, last int) []string {
	var out []string
	add := func(iso string) {
		if iso != "" && !contains1(out, iso) {
			out = append(out, iso)
		}
	}
	for i := first; i < last; {
		m, _, end := f.MentionAt(i)
		switch {
		case m != nil && m.Kind == clauses.Place && f.Places[m.Ref].Kind == "country":
			add(f.Places[m.Ref].Country)
		case m == nil:
			if iso, ok := f.demonym(i); ok {
				add(iso)
			}
		}
		i = max(end, i+1)
	}
	return out
}

// chiefs are nouns for whoever stands at the head of a state, and the posts that
// can be meant, likeliest first.
var chiefs = map[string][]string{
	"leader":  {"president", "king", "queen", "emir", "sultan", "prime minister", "chancellor", "premier"},
	"monarch": {"king", "queen", "sultan", "emir"},
	"premier": {"prime minister", "premier", "chancellor"},
	"pm":      {"prime minister"},
}

// chiefOf gives the person of the page who is "the A leader", "the monarch of
// A" for state A; -1 for none or where two could be meant.
func (f *finder) chiefOf(s *seg) int {
	posts := chiefs[f.W(s.head).Low]
	states := f.statesIn(s.first, s.last)
	if len(posts) == 0 || len(states) != 1 {
		return -1
	}
	for _, post := range posts {
		found := -1
		for p := range f.People {
			if f.People[p].Country != states[0] || !f.nowHolds(p, post) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = p
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

// nowHolds tells whether person p has a post, and no longer or not yet having it is not said.
func (f *finder) nowHolds(p int, post string) bool {
	for _, t := range f.People[p].Titles {
		low := strings.ToLower(t)
		if strings.Join(coreTitle(t), " ") == post && !strings.HasPrefix(low, "former") && !strings.HasPrefix(low, "ex-") && !strings.HasPrefix(low, "then") {
			return true
		}
	}
	return false
}

// sameState tells whether tokens [first, last) are no more than the name of the state
// that person p acts for: "President of the Russian Federation".
func (f *finder) sameState(p, first, last int) bool {
	iso := f.People[p].Country
	for iso != "" && first < last {
		m, _, end := f.MentionAt(first)
		switch {
		case m != nil && m.Kind == clauses.Place && end >= last:
			return f.Places[m.Ref].Kind == "country" && f.Places[m.Ref].Country == iso
		case m == nil && (f.W(first).Class == clauses.Det || f.W(first).Upper || f.Is(first, "of")):
			first++
		default:
			return false
		}
	}
	return false
}
