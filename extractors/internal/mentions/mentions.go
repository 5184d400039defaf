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
	nodes    []node
	writings []writing
	formsOf  map[int][]form // of each item
	word     func(string) bool
}

type node struct {
	next     map[string]int32
	writings []int32 // of the forms that end here
}

// writing is what the forms share that are written alike: one search through
// the items that they name would cost as many steps as there are items, at
// every place.
type writing struct {
	letters, capitals string
	short             bool
	first             named // what it names where nothing was named yet
}

// form is a form of an item by its number, and how it is written.
type form struct {
	number, writing int32
}

// named is the item that the form of a number names, and where it was named last.
type named struct {
	of, at int
	number int32
}

// before tells whether a writing means m rather than n.
func (m named) before(n named) bool { return m.at > n.at || m.at == n.at && m.number < n.number }

// New makes a finder. word tells of a word in small letters whether it is known
// by another trade (one of the language, a post, a place), so that with a capital beside
// a name it is no part of that name.
func New(forms []Form, word func(string) bool) *Finder {
	f := &Finder{nodes: make([]node, 1), formsOf: map[int][]form{}, word: word}
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
		w := f.writing(at, forms[i], int32(i))
		f.formsOf[forms[i].Of] = append(f.formsOf[forms[i].Of], form{int32(i), w})
	}
	return f
}

// writing gives the writing of a form that ends at a node.
func (f *Finder) writing(at int32, x Form, number int32) int32 {
	written := letters(x.Text)
	for _, w := range f.nodes[at].writings {
		if f.writings[w].letters == written && f.writings[w].short == x.Short {
			return w
		}
	}
	w := int32(len(f.writings))
	f.writings = append(f.writings, writing{written, strings.ToUpper(written), x.Short, named{x.Of, -1, number}})
	f.nodes[at].writings = append(f.nodes[at].writings, w)
	return w
}

// Find gives the hits in text order. known are the mentions that are known, in
// any order. Where several items have a form, the one that was named last before the
// place is meant, and the first where none was.
// near are the places where a form is part of a longer name that nobody knows,
// each once, for one of the items that have the form.
func (f *Finder) Find(text string, known []Known) (hits, near []Hit) {
	s := search{Finder: f, text: text, pieces: cut(text), last: map[int]int{}, latest: make([]named, len(f.writings))}
	for w := range f.writings {
		s.latest[w] = f.writings[w].first
	}
	s.known = slices.Clone(known)
	slices.SortFunc(s.known, func(a, b Known) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	s.shade()
	s.lines()
	next := 0
	for i := 0; i < len(s.pieces); {
		for next < len(s.known) && s.known[next].Start <= s.pieces[i].start {
			s.name(s.known[next].Of, s.known[next].Start)
			next++
		}
		h, n := s.longest(i)
		if n == 0 {
			i++
			continue
		}
		hits = append(hits, h)
		s.name(h.Of, h.Start)
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
	latest []named     // what each writing means
	near   []Hit
}

// name notes that an item is named at a place, no earlier than any before.
func (s *search) name(of, at int) {
	s.last[of] = at
	for _, f := range s.formsOf[of] {
		if n := (named{of, at, f.number}); n.before(s.latest[f.writing]) {
			s.latest[f.writing] = n
		}
	}
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
	only, free := s.free(i, j)
	if !free {
		return h, false
	}
	written, missed := letters(s.text[h.Start:h.End]), false
	best := named{at: -2}
	for _, w := range s.nodes[at].writings {
		how, ok := s.writings[w].spells(written)
		if !ok {
			continue
		}
		n := s.latest[w]
		if only >= 0 {
			if n, ok = s.own(only, w); !ok {
				continue
			}
		}
		if s.longer(s.writings[w].short, i, j) {
			if !missed {
				s.near, missed = append(s.near, Hit{h.Span, n.of, how}), true
			}
			continue
		}
		if n.before(best) {
			best, h.Of, h.How = n, n.of, how
		}
	}
	if compound || compoundAfter {
		h.How = Compound
	}
	return h, h.Of >= 0
}

// own gives an item as what a writing means, where it has a form so written.
func (s *search) own(of int, w int32) (named, bool) {
	for _, f := range s.formsOf[of] {
		if f.writing == w {
			at, ok := s.last[of]
			if !ok {
				at = -1
			}
			return named{of, at, f.number}, true
		}
	}
	return named{}, false
}

// free tells whether pieces [i, j) are no known mention, or more than a known
// mention of one item, which is then the only one they can name ("Ana Lind"
// where only "Ana" is known); -1 for any.
func (s *search) free(i, j int) (only int, ok bool) {
	only = -1
	for ; i < j; i++ {
		switch p := &s.pieces[i]; {
		case !p.known:
			ok = true
		case only >= 0 && p.of != only:
			return -1, false
		default:
			only = p.of
		}
	}
	return only, ok
}

// spells tells whether letters are those of a writing, with the same capitals,
// or wholly in capitals.
func (w *writing) spells(written string) (How, bool) {
	if w.letters == written {
		return Again, true
	}
	return Capitals, len(w.letters) > 3 && w.capitals == written
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
func (s *search) longer(short bool, i, j int) bool {
	common := j-i == 1 && s.word(s.pieces[i].key) // "House", "City"
	if common && j+1 < len(s.pieces) && s.pieces[j].key == "of" && s.capital(j+1) {
		return true
	}
	return s.partOf(short, common, i-1, s.pieces[i].start) || s.partOf(short, common, j, s.pieces[j-1].end)
}

// partOf tells whether the word at piece i, on one side of a name whose edge
// is given, may belong to the same name.
func (s *search) partOf(short, common bool, i, edge int) bool {
	if i < 0 || i >= len(s.pieces) || s.pieces[i].known || !s.capital(i) {
		return false
	}
	p := &s.pieces[i]
	if gap := s.text[min(edge, p.end):max(edge, p.start)]; gap != " " || p.loud {
		return false
	}
	return !s.word(p.key) || common && short
}

func (s *search) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.pieces[i].start:])
	return unicode.IsUpper(r)
}
