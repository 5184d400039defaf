package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline/gazetteer"
)

// absorb takes out the segments that only say more of a person beside them:
// posts before and after a name, affiliations.
func (r *reader) absorb(segs []seg) []seg {
	gone := make([]bool, len(segs))
	for i := range segs {
		s := &segs[i]
		switch s.kind {
		case official:
			gone[i] = r.saysMore(segs, i) || i > 0 && gone[i-1] && !s.definite && s.join == and && (i+1 == len(segs) || segs[i+1].kind != person)
			if gone[i] && i+1 < len(segs) && segs[i+1].kind == person && segs[i+1].join == comma && (i == 0 || segs[i-1].kind != person || s.definite) {
				segs[i+1].posts = true
			}
		case body:
			gone[i] = !r.articled(s) && i > 0 && s.join == comma && r.afterPerson(segs, gone, i)
		case group:
			gone[i] = i+1 < len(segs) && segs[i+1].kind == person && segs[i+1].join == comma && (!segs[i+1].posts && r.titledSeg(s) || r.Is(s.head, "counterpart", "counterparts")) ||
				s.join != and && r.postOf(segs, i) // "X, Chief Whip, and officials of Y" are others
		case country:
			gone[i] = i > 0 && s.join == comma && r.afterPerson(segs, gone, i)
		}
	}
	out := segs[:0:0]
	for i := range segs {
		if !gone[i] {
			out = append(out, segs[i])
			continue
		}
		if i+1 < len(segs) && segs[i+1].kind == person { // the name goes on as the post began
			segs[i+1].apart = segs[i+1].apart || segs[i].apart
			segs[i+1].again = segs[i+1].again || segs[i].again
			if segs[i].join != comma && segs[i+1].join == comma {
				segs[i+1].join = segs[i].join
			}
		}
	}
	return out
}

// dropListed takes out a delegation whose people are listed behind it.
func dropListed(segs []seg) []seg {
	out := segs[:0:0]
	for i := range segs {
		n := 0
		for k := i + 1; k < len(segs) && segs[k].kind == person; k++ {
			if segs[k].join == names || n > 0 {
				n++
			}
		}
		if segs[i].kind == group && n > 1 {
			continue
		}
		out = append(out, segs[i])
	}
	return out
}

func (r *reader) articled(s *seg) bool { return r.Is(s.first, "the") }

func (r *reader) titledSeg(s *seg) bool {
	start := r.skipLight(s.first, s.last)
	return r.titled(start, r.coreEnd(start, s.last)) > 0
}

// afterPerson tells whether segment i follows a person, past what was absorbed.
func (r *reader) afterPerson(segs []seg, gone []bool, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if gone[k] {
			continue
		}
		return segs[k].kind == person
	}
	return false
}

// postOf tells whether a post found before links segment i to a person next to it.
func (r *reader) postOf(segs []seg, i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(segs) || segs[k].kind != person {
			continue
		}
		for _, p := range r.Posts {
			if p.Person == segs[k].ref && p.Overlaps(segs[i].span) && r.near(p.Span.Start, p.Span.End, &segs[k]) {
				return true
			}
		}
	}
	return false
}

// near tells whether a post's phrase stands beside the name in segment s.
func (r *reader) near(start, end int, s *seg) bool {
	return s.span.Start-end < 40 && start-s.span.End < 40
}

// saysMore decides for an unnamed post beside names.
func (r *reader) saysMore(segs []seg, i int) bool {
	if r.postOf(segs, i) {
		return true
	}
	s := &segs[i]
	var prev, next *seg
	if i > 0 {
		prev = &segs[i-1]
	}
	if i+1 < len(segs) {
		next = &segs[i+1]
	}
	if next != nil && next.kind == person {
		switch {
		case next.join == comma && !next.posts && (prev == nil || prev.kind != person || prev.posts || s.definite || s.join == and):
			return true
		case next.join == comma && next.posts && (i == 0 || prev.kind != person):
			return true
		case next.join == and && next.posts && !s.definite:
			return true
		}
	}
	if next != nil && next.kind == official && !next.definite && (next.join == and || next.join == comma) && i+2 < len(segs) && segs[i+2].kind == person {
		return r.saysMore(segs, i+1) // a chain of posts before one name
	}
	if prev != nil && prev.kind == person && s.join == comma {
		return !s.definite || !prev.posts
	}
	if prev != nil && prev.kind == official && s.join == comma && !s.definite && i > 1 && segs[i-2].kind == person {
		return true
	}
	if prev != nil && prev.kind == official && s.join == and && !s.definite && i > 1 && segs[i-2].kind == person {
		return true // "X, Deputy Speaker and Chair of Y"
	}
	return false
}

// name gives a segment's words without articles and numbers.
func (r *reader) name(s *seg) string {
	text := r.Quote(s.span)
	return strings.Join(strings.Fields(text), " ")
}

// titleWords are the words of a post without articles, demonyms and what
// follows "of" or "for".
func (r *reader) titleWords(start, end int) []string {
	var out []string
	for i := start; i < end; i++ {
		w := r.W(i)
		if w.Mention >= 0 && r.Mentions[w.Mention].Kind != clauses.Person || r.isDemonym(i) || r.courtesy(i) && len(out) == 0 {
			continue
		}
		if w.Class == clauses.Prep || w.Class == clauses.To {
			break
		}
		if light[w.Low] || styles[w.Low] || passing[w.Low] || w.Class == clauses.Poss || w.Class == clauses.Det || w.Class == clauses.Num {
			continue
		}
		out = append(out, w.Low)
	}
	return r.canonical(out)
}

// passing are words that say of a post's holder what no title holds.
var passing = set("visiting current incumbent incoming outgoing acting interim present then")

// canonical gives the full form of an abbreviated post: "PM" is "prime minister".
func (r *reader) canonical(words []string) []string {
	if len(words) != 1 || len(words[0]) > 5 {
		return words
	}
	if e, n := r.Gazetteer.Match([]string{strings.ToUpper(words[0])}, gazetteer.Title); n > 0 && e.Name != "" {
		return strings.Fields(strings.ToLower(e.Name))
	}
	return words
}

// coreTitle cuts a post as written to its words before "of" or "for".
func coreTitle(title string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(title)) {
		if w == "of" || w == "for" || w == "to" || w == "on" || w == "in" {
			break
		}
		w = strings.Trim(w, ",.()")
		switch w {
		case "", "the", "acting", "former", "new", "current", "interim", "incoming", "outgoing", "then":
			continue
		}
		out = append(out, w)
	}
	return out
}

// styles are words of address before a title: His Highness the Amir.
var styles = set("highness excellency majesty honour honor royal holiness eminence",
	"highnesses excellencies majesties")
