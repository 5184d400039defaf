// Package mentions finds, in one pass over a text, every place where a name
// that the text is known to hold stands again: in full, as a short form, as an
// acronym, in capitals, within a compound with a hyphen. It knows no extractor
// and no kinds of names but through the forms that it is given.
//
// The text is cut into words and marks; the forms are a trie over the same
// pieces. At every word the longest form that fits is taken, and the search goes
// on behind it, so no two hits overlap. A form has at most maxForm pieces: the time
// is linear in the text, whatever the names are.
package mentions

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
)

// maxForm is the most pieces that a form may have; a longer one is left out.
const maxForm = 48

// Form is one way in which a name is written.
type Form struct {
	Text string
	Of   int // number of the item that it names
	// Short tells that the form is no full name (a surname): words beside it
	// with capitals then make it another's name.
	Short bool
}

// Known is a mention that is known already. Nothing is found within it or across
// its ends, but a fuller form of the same item.
type Known struct {
	pipeline.Span
	Of int
}

// How tells how a hit was told.
type How uint8

// Ways in which a name is told again.
const (
	Again    How = iota // written as a form is
	Capitals            // a form in capitals
	Compound            // joined to another word by a hyphen
)

// Hit is a place where an item is named.
type Hit struct {
	pipeline.Span
	Of  int
	How How
}

// Finder finds forms in texts. It is made by New, never changed afterwards and
// safe for concurrent use.
type Finder struct {
	forms []Form
	nodes []node
	word  func(string) bool
}

type node struct {
	next  map[string]int32
	forms []int32
}

// New makes a finder. word tells of a word in small letters whether it is known
// by another trade (one of the language, a post, a place), so that with a capital beside
// a name it is no part of that name.
func New(forms []Form, word func(string) bool) *Finder {
	f := &Finder{forms: forms, nodes: make([]node, 1), word: word}
	for i := range forms {
		pieces := cut(forms[i].Text)
		if len(pieces) == 0 || len(pieces) > maxForm {
			continue
		}
		at := int32(0)
		for _, p := range pieces {
			n, ok := f.nodes[at].next[p.key]
			if !ok {
				n = int32(len(f.nodes))
				f.nodes = append(f.nodes, node{})
				if f.nodes[at].next == nil {
					f.nodes[at].next = map[string]int32{}
				}
				f.nodes[at].next[p.key] = n
			}
			at = n
		}
		f.nodes[at].forms = append(f.nodes[at].forms, int32(i))
	}
	return f
}

// Find gives the hits in text order. known are the mentions that are known, in
// any order. Where several items have a form, the one that was named last before the
// place is meant, and the first where none was.
// near are the places where a form is part of a longer name that nobody knows.
func (f *Finder) Find(text string, known []Known) (hits, near []Hit) {
	s := search{Finder: f, text: text, pieces: cut(text), last: map[int]int{}}
	s.known = slices.Clone(known)
	slices.SortFunc(s.known, func(a, b Known) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	s.shade()
	s.lines()
	next := 0
	for i := 0; i < len(s.pieces); {
		for next < len(s.known) && s.known[next].Start <= s.pieces[i].start {
			s.last[s.known[next].Of] = s.known[next].Start
			next++
		}
		h, n := s.longest(i)
		if n == 0 {
			i++
			continue
		}
		hits = append(hits, h)
		s.last[h.Of] = h.Start
		for j := i; j < i+n; j++ {
			s.pieces[j].known, s.pieces[j].of = true, h.Of
		}
		i += n
	}
	return hits, s.near
}

// search is one pass over a text.
type search struct {
	*Finder
	text   string
	pieces []piece
	known  []Known
	last   map[int]int // where each item was last named
	near   []Hit
}

// shade marks the pieces that lie in known mentions.
func (s *search) shade() {
	i := 0
	for _, k := range s.known {
		for i < len(s.pieces) && s.pieces[i].end <= k.Start {
			i++
		}
		for ; i < len(s.pieces) && s.pieces[i].start < k.End; i++ {
			s.pieces[i].known, s.pieces[i].of = true, k.Of
		}
	}
}

// longest gives the longest form that begins at piece i, and its pieces; 0
// where none does.
func (s *search) longest(i int) (best Hit, n int) {
	at, ok := int32(0), true
	for j := i; j < len(s.pieces); j++ {
		if at, ok = s.nodes[at].next[s.pieces[j].key]; !ok {
			break
		}
		if h, ok := s.take(at, i, j+1); ok {
			best, n = h, j+1-i
		}
	}
	return best, n
}

// take gives the hit of the forms that end at a node over pieces [i, j).
func (s *search) take(at int32, i, j int) (Hit, bool) {
	h := Hit{Span: pipeline.Span{Start: s.pieces[i].start, End: s.pieces[j-1].end}, Of: -1}
	before, compound := s.boundBefore(i)
	after, compoundAfter := s.boundAfter(j)
	if !before || !after {
		return h, false
	}
	written := s.text[h.Start:h.End]
	latest := -2
	for _, k := range s.nodes[at].forms {
		form := &s.forms[k]
		how, ok := spelling(form.Text, written)
		if !ok || !s.free(form.Of, i, j) {
			continue
		}
		if s.longer(form, i, j) {
			s.near = append(s.near, Hit{h.Span, form.Of, how})
			continue
		}
		last, named := s.last[form.Of]
		if !named {
			last = -1
		}
		if last > latest {
			h.Of, latest, h.How = form.Of, last, how
		}
	}
	if compound || compoundAfter {
		h.How = Compound
	}
	return h, h.Of >= 0
}

// free tells whether pieces [i, j) are no known mention, or more than a known
// mention of the same item: "Ana Lind" where only "Ana" is known.
func (s *search) free(of, i, j int) bool {
	all := true
	for ; i < j; i++ {
		if p := &s.pieces[i]; p.known && p.of != of {
			return false
		} else if !p.known {
			all = false
		}
	}
	return !all
}

// spelling tells whether words are written as a form is, with the same
// capitals, or wholly in capitals.
func spelling(form, written string) (How, bool) {
	a, b := letters(form), letters(written)
	if a == b {
		return Again, true
	}
	return Capitals, len(a) > 3 && strings.ToUpper(a) == b
}

// letters gives the letters and digits of a string.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if isWord(r) {
			return r
		}
		return -1
	}, s)
}

// boundBefore tells whether a name can begin at piece i, and whether a hyphen
// ties it to a word before it: "non-EU", "Oxford-AstraZeneca".
func (s *search) boundBefore(i int) (ok, compound bool) {
	p := &s.pieces[i]
	if i == 0 || s.pieces[i-1].end < p.start {
		return true, false
	}
	mark := &s.pieces[i-1]
	switch {
	case mark.word || mark.key == "@" || mark.key == "#" || mark.key == "_" || mark.key == "&":
		return false, false
	case i < 2 || s.pieces[i-2].end < mark.start || !s.pieces[i-2].word:
		return true, false
	case mark.key == "'" || mark.key == ".":
		return false, false // "O'Brien", "www.osce"
	case mark.key == "-" || mark.key == "/":
		return s.apart(i - 2), mark.key == "-"
	}
	return true, false
}

// boundAfter tells whether a name can end before piece j, and whether a hyphen
// ties it to a word behind it: "ASEAN-led", "Serbia-Kosovo".
func (s *search) boundAfter(j int) (ok, compound bool) {
	if j >= len(s.pieces) || s.pieces[j].start > s.pieces[j-1].end {
		return true, false
	}
	mark := &s.pieces[j]
	if mark.word || mark.key == "@" || mark.key == "_" {
		return false, false
	}
	if j+1 >= len(s.pieces) || s.pieces[j+1].start > mark.end || !s.pieces[j+1].word {
		return true, false
	}
	switch mark.key {
	case "'":
		return s.pieces[j+1].key == "s", false
	case ".", "&":
		return false, false // "osce.org", "AT&T"
	case "-", "/":
		return s.apart(j + 1), mark.key == "-"
	}
	return true, false
}

// apart tells whether the piece on the other side of a hyphen is no part of
// the same name: in small letters, another known name, or an acronym.
func (s *search) apart(i int) bool {
	p := &s.pieces[i]
	first, n := utf8.DecodeRuneInString(s.text[p.start:])
	if p.known || unicode.IsLower(first) {
		return true
	}
	if _, ok := s.nodes[0].next[p.key]; ok {
		return true
	}
	w := s.text[p.start:p.end]
	return unicode.IsUpper(first) && (n == len(w) || strings.ToUpper(w) == w || s.word(p.key)) // "U.S.", "EU", "Africa"
}

// longer tells whether the words beside pieces [i, j) make them part of a
// longer name that nobody knows: "Weber" in "Weber Shandwick".
func (s *search) longer(form *Form, i, j int) bool {
	common := j-i == 1 && s.word(s.pieces[i].key) // "House", "City"
	if common && j+1 < len(s.pieces) && s.pieces[j].key == "of" && s.capital(j+1) {
		return true
	}
	return s.partOf(form, common, i-1, s.pieces[i].start) || s.partOf(form, common, j, s.pieces[j-1].end)
}

// partOf tells whether the word at piece i, on one side of a name whose edge
// is given, may belong to the same name.
func (s *search) partOf(form *Form, common bool, i, edge int) bool {
	if i < 0 || i >= len(s.pieces) || s.pieces[i].known || !s.capital(i) {
		return false
	}
	p := &s.pieces[i]
	if gap := s.text[min(edge, p.end):max(edge, p.start)]; gap != " " || p.loud {
		return false
	}
	return !s.word(p.key) || common && form.Short
}

func (s *search) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.pieces[i].start:])
	return unicode.IsUpper(r)
}
