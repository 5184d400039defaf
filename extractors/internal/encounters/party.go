package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// join tells how a segment of a list of parties follows the one before.
type join uint8

const (
	first join = iota
	comma
	and
	with    // together with, accompanied by, in the presence of
	lead    // led by, headed by
	include // including, among them: some of them
	names   // comprising, namely, a colon: all of them
)

// segKind is what a segment of a list of parties names.
type segKind uint8

const (
	nothing segKind = iota
	person
	body
	group
	official // an unnamed holder of a post
	country
	pronoun
	pointer // "the sides", "the delegation": names nobody by itself
)

// seg is one noun phrase of a list of parties.
type seg struct {
	first, last int
	join        join
	kind        segKind
	ref         int // person or body; mention index of a country
	head        int // token of the head noun
	definite    bool
	apart       bool // "then", "separately": an encounter of its own
	again       bool // the preposition is repeated: "on X and on Y"
	posts       bool // a post stands before the name
	span        pipeline.Span
}

// reader reads noun phrases of one page.
type reader struct {
	*Page
	titleLen []int8 // one a token: tokens of the title that begins there, 0 for none, -1 not looked up
	titleFlg []gazetteer.Flag
	known    map[int]bool // people who are parties of an encounter
	subjects map[int]int  // 1 + the sentence in which a person was last what it is about
}

func newReader(p *Page) *reader {
	r := &reader{Page: p, titleLen: make([]int8, len(p.Words)), titleFlg: make([]gazetteer.Flag, len(p.Words)), known: map[int]bool{}, subjects: map[int]int{}}
	for i := range r.titleLen {
		r.titleLen[i] = -1
	}
	return r
}

// title gives how many tokens the noun of a post at token i takes, with the
// words that modify it ("Deputy", "Acting"); 0 where there is none.
func (r *reader) title(i int) (n int, plural bool) {
	if i < 0 || i >= len(r.titleLen) {
		return 0, false
	}
	if r.titleLen[i] < 0 {
		r.lookUpTitle(i)
	}
	return int(r.titleLen[i]), r.titleFlg[i]&gazetteer.Plural != 0
}

func (r *reader) lookUpTitle(i int) {
	r.titleLen[i] = 0
	last := r.Sentences[r.Tokens[i].Sentence].Last
	words := make([]string, 0, 8)
	for k := i; k < last && k < i+8; k++ {
		words = append(words, r.Word(k))
	}
	at := 0
	for at < len(words) {
		if e, n := r.Gazetteer.Match(words[at:], gazetteer.Title); n > 0 {
			r.titleLen[i], r.titleFlg[i] = int8(at+n), e.Flags
			return
		}
		_, n := r.Gazetteer.Match(words[at:], gazetteer.Modifier)
		if n == 0 {
			return
		}
		at += n
	}
}

// courtesy tells whether token i is a courtesy word or a rank: Mr., H.E.
func (r *reader) courtesy(i int) bool {
	if i < 0 || i >= len(r.Words) {
		return false
	}
	_, n := r.Gazetteer.Match([]string{r.Word(i)}, gazetteer.Courtesy|gazetteer.Rank)
	return n > 0
}

// demonym gives the country of an adjective such as "Kazakh".
func (r *reader) demonym(i int) (string, bool) {
	if !r.W(i).Upper {
		return "", false
	}
	return r.Gazetteer.Demonym(r.Word(i))
}

// personsIn gives the persons mentioned in tokens [first, last), in order.
func (r *reader) personsIn(first, last int) []int {
	var out []int
	for i := first; i < last; {
		m, _, end := r.MentionAt(i)
		if m != nil && m.Kind == clauses.Person {
			out = append(out, m.Ref)
		}
		if end <= i {
			end = i + 1
		}
		i = end
	}
	return out
}

// classify says what segment s names.
func (r *reader) classify(s *seg) {
	s.trim(r)
	if s.first >= s.last {
		return
	}
	s.definite = s.definite || r.Is(s.first, "the", "both", "this", "these", "those")
	if r.styleAlone(s) {
		s.kind, s.head, s.span = pronoun, s.first, r.Span(s.first, s.last)
		return
	}
	start := r.skipStyle(r.skipLight(s.first, s.last), s.last)
	if start >= s.last {
		if r.Is(s.first, "both") || s.definite && r.W(s.last-1).Class == clauses.Num {
			s.kind, s.head, s.span = pointer, s.last-1, r.Span(s.first, s.last)
		}
		return
	}
	core := r.coreEnd(start, s.last)
	s.span = r.Span(start, s.last)
	s.head = core - 1
	if r.named(s, start, core) {
		return
	}
	head := r.W(s.head)
	switch {
	case head.Class == clauses.Pron:
		s.kind = pronoun
	case r.pointsBack(s, start, core):
		s.kind = pointer
	case r.titled(start, core) > 0:
		s.kind = official
		if _, plural := r.title(r.titled(start, core) - 1); plural {
			s.kind = group
		}
	case human(head.Low):
		s.kind = group
	case spouses[head.Low] && r.W(start).Class == clauses.Poss && core == s.last:
		s.kind = group // "his wife"
	case head.Class == clauses.Name && head.Mention < 0 && r.Is(s.first, "the") && core < s.last && agent(head.Low):
		s.kind = official // "the Surveyor of Ports"
	case organs[head.Low] && r.bodyNext(core+1) >= 0:
		at := r.bodyNext(core + 1)
		m, _, _ := r.MentionAt(at)
		s.kind, s.ref, s.span = body, m.Ref, m.Span
	case head.Class == clauses.Noun && pluralForm(head.Low) && !notHuman[head.Low] && !eventNouns[head.Low]:
		s.kind = group // whoever is met is somebody
		s.posts = true
	}
}

// trim takes off words that are no part of a noun phrase.
func (s *seg) trim(r *reader) {
	for s.first < s.last {
		w := r.W(s.first)
		if w.Mention < 0 && (w.Class == clauses.Adv || w.Class == clauses.Not || w.Class == clauses.Stop || w.Class == clauses.Prep && !light[w.Low] || w.Class == clauses.To || w.Class == clauses.Other || w.Class == clauses.Quote) || r.Is(s.first, "both") && s.last > s.first+1 && r.W(s.first+1).Mention >= 0 {
			s.first++
			continue
		}
		break
	}
	for s.last > s.first {
		w := r.W(s.last - 1)
		if w.Mention < 0 && w.Class == clauses.Close {
			if at := r.opened(s.first, s.last-1); len(r.personsIn(at, s.last)) == 0 {
				s.last = at
				continue
			}
		}
		if w.Mention < 0 && (w.Class == clauses.Adv || w.Class == clauses.Prep || w.Class == clauses.Det || w.Class == clauses.Not || w.Class == clauses.Other || w.Class == clauses.Quote || w.Class == clauses.Close ||
			w.Class == clauses.Pron && strings.HasSuffix(w.Low, "self") && s.last-s.first > 1) {
			s.last--
			continue
		}
		break
	}
}

// opened gives the token of the bracket that the one at token i closes; i where
// there is none in [first, i).
func (r *reader) opened(first, i int) int {
	for k := i - 1; k > first; k-- {
		if r.W(k).Class == clauses.Open {
			return k
		}
	}
	return i
}

// skipLight passes over articles and numbers.
func (r *reader) skipLight(i, last int) int {
	for i < last {
		w := r.W(i)
		if w.Mention >= 0 {
			break
		}
		if light[w.Low] || w.Class == clauses.Num && !strings.Contains(w.Low, "-") {
			i++
			continue
		}
		if amounts[w.Low] && r.Is(i+1, "of") && i+2 < last {
			i += 2
			continue
		}
		break
	}
	return i
}

// skipStyle passes over "His Majesty the", "Her Royal Highness" before a post.
func (r *reader) skipStyle(i, last int) int {
	k := i
	if r.W(k).Class == clauses.Poss && r.Is(k, "his", "her", "their") {
		k++
	}
	n := k
	for k < last && r.W(k).Mention < 0 && styles[r.W(k).Low] {
		k++
	}
	if k == n || k >= last {
		return i
	}
	if r.Is(k, "the") {
		k++
	}
	return k
}

// styleAlone tells "His Majesty", "Their Excellencies" with no post or name
// behind: they stand for those the page is about, as their pronoun does.
func (r *reader) styleAlone(s *seg) bool {
	if !r.Is(s.first, "his", "her", "their") || s.last-s.first < 2 {
		return false
	}
	for i := s.first + 1; i < s.last; i++ {
		if w := r.W(i); w.Mention >= 0 || !styles[w.Low] {
			return false
		}
	}
	return true
}

// coreEnd gives the end of the noun phrase without what prepositions add to it.
func (r *reader) coreEnd(start, last int) int {
	for i := start; i < last; i++ {
		w := r.W(i)
		if w.Mention < 0 && w.Class == clauses.Open && i > start && i+2 < last && r.W(i+2).Class == clauses.Close && human(r.W(i+3).Low) {
			i += 2 // "the Organization (ORG) observers"
			continue
		}
		if w.Mention < 0 && (w.Class == clauses.Prep && !light[w.Low] || w.Class == clauses.To || w.Class == clauses.Open) && i > start {
			return i
		}
	}
	return last
}

// named looks for a person, a body or a country as the head of the segment.
func (r *reader) named(s *seg, start, core int) bool {
	lastPerson, lastBody := -1, -1
	for i := start; i < s.last; {
		m, _, end := r.MentionAt(i)
		if m == nil {
			i++
			continue
		}
		owner := r.W(end).Class == clauses.Poss && r.W(end).Low == "'s" && end+1 < s.last
		switch {
		case m.Kind == clauses.Person && !owner && !r.dependent(start, i):
			lastPerson = i
		case m.Kind == clauses.Body && end >= core && i < core && !owner:
			lastBody = i
		}
		i = end
	}
	if lastPerson >= 0 {
		m, at, end := r.MentionAt(lastPerson)
		s.kind, s.ref, s.head = person, m.Ref, at
		s.posts = at > start
		s.span = r.Span(at, end)
		return true
	}
	if lastBody >= 0 {
		m, at, end := r.MentionAt(lastBody)
		if r.onlyAdjectives(start, at) {
			s.kind, s.ref, s.head, s.span = body, m.Ref, at, m.Span
			_ = end
			return true
		}
	}
	if m, at, end := r.MentionAt(start); m != nil && m.Kind == clauses.Place && end >= s.last && r.Places[m.Ref].Kind == "country" {
		s.kind, s.ref, s.head, s.span = country, r.Words[at].Mention, at, m.Span
		return true
	}
	return false
}

// onlyAdjectives tells whether nothing but capitals or nothing at all stands
// between the start of a segment and the body it names.
func (r *reader) onlyAdjectives(start, at int) bool {
	for i := start; i < at; i++ {
		w := r.W(i)
		if w.Mention < 0 && human(w.Low) || r.title1(i) {
			return false
		}
		if w.Class == clauses.Prep {
			return false
		}
	}
	return true
}

func (r *reader) title1(i int) bool { n, _ := r.title(i); return n > 0 }

// dependent tells whether the person at token i only qualifies a noun before:
// "delegation of President X", "adviser to Minister Y".
func (r *reader) dependent(start, i int) bool {
	k := i
	for k > start && r.W(k-1).Mention < 0 && (r.courtesy(k-1) || r.W(k-1).Class == clauses.Det || r.inTitle(k-1, start)) {
		k--
	}
	if k <= start || r.W(k-1).Mention >= 0 || r.W(k-1).Class != clauses.Prep && r.W(k-1).Class != clauses.To {
		return false
	}
	return k-1 > start
}

// inTitle tells whether token i belongs to the noun of a post that begins at or after start.
func (r *reader) inTitle(i, start int) bool {
	for k := i; k >= start && k > i-5; k-- {
		if n, _ := r.title(k); n > 0 && k+n > i {
			return true
		}
	}
	return false
}

// titled gives 1 + the token of the title that heads the core, 0 for none.
func (r *reader) titled(start, core int) int {
	for i := start; i < core; i++ {
		if n, _ := r.title(i); n > 0 && i+n >= core {
			return i + 1
		}
	}
	for i := start; i < core; i++ { // "Foreign Minister designate", "High Commissioner (Commercial)"
		if r.W(i).Class == clauses.Poss {
			return 0
		}
		if n, _ := r.title(i); n > 1 && r.W(i+n).Class != clauses.Poss {
			return i + 1
		}
	}
	return 0
}

// pointsBack tells "the two leaders", "both sides", "the guests": parties named before.
func (r *reader) pointsBack(s *seg, start, core int) bool {
	if !s.definite || core < s.last {
		return false
	}
	if !anaphora[r.W(core-1).Low] {
		return false
	}
	for i := start; i < core-1; i++ {
		if w := r.W(i); w.Class != clauses.Num && w.Class != clauses.Det && !r.isDemonym(i) && !ranked[w.Low] {
			return false
		}
	}
	return true
}

// bodyNext gives the token of a body that begins at token i, past an article; -1 for none.
func (r *reader) bodyNext(i int) int {
	for r.W(i).Class == clauses.Det {
		i++
	}
	if m, _, _ := r.MentionAt(i); m != nil && m.Kind == clauses.Body {
		return i
	}
	return -1
}

func (r *reader) isDemonym(i int) bool { _, ok := r.demonym(i); return ok }
