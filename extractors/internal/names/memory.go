package names

import "strings"

// memory is what one pass over the page tells the next: whole names and their
// words.
type memory struct {
	names  map[string]int  // "ana lind" to how often it stands there
	words  map[string]int  // how many names hold the word
	places map[string]bool // runs that stand where places stand, and nowhere as persons
}

func newMemory() *memory {
	return &memory{names: map[string]int{}, words: map[string]int{}, places: map[string]bool{}}
}

func (m *memory) add(p *page, c person) {
	m.names[p.key(c.first, c.last)]++
	for i := c.first; i < c.last; i++ {
		t := &p.tok[i]
		if (t.shape == capital || t.shape == upper) && (!t.vocab && !t.place.ok() || c.why == evCourtesy || c.why == evTitle || c.why == evBareTitle) {
			m.words[t.low]++
		}
	}
}

// key gives the words of a name in small letters.
func (p *page) key(first, last int) string {
	if last-first == 1 && p.tok[first].shape != mark {
		return p.tok[first].low
	}
	var b strings.Builder
	b.Grow(12 * (last - first))
	for i := first; i < last; i++ {
		if p.tok[i].shape == mark {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.tok[i].low)
	}
	return b.String()
}

// name weighs a run by what is known: the whole name, or all of its words; again
// tells that it is known from another place than its own.
func (m *memory) name(p *page, first, last int) (weight float64, ok, again bool) {
	if n := m.names[p.key(first, last)]; n > 0 {
		return wKnown + 0.5, true, n > 1
	}
	all, some := true, 0
	for i := first; i < last; i++ {
		t := &p.tok[i]
		if t.shape != capital && t.shape != upper {
			continue
		}
		if m.words[t.low] > 0 {
			some++
		} else {
			all = false
		}
	}
	switch {
	case all && some > 0:
		return wKnown, true, true
	case some > 0:
		return wPartKnown * 0.5, false, false
	}
	return 0, false, false
}

// learn notes the runs that stand behind prepositions and nouns of place. A run
// with a sign of a person anywhere is none.
func (m *memory) learn(p *page, all []person) {
	strong := map[string]bool{}
	for _, c := range all {
		if c.why != evForm && c.why != evNone && c.why != evKnown {
			strong[p.key(c.first, c.last)] = true
		}
	}
	for i := 1; i < len(p.tok); i++ {
		t := &p.tok[i]
		if t.shape != capital || t.vocab || t.first || t.heading {
			continue
		}
		before := p.tok[i-1].low
		if before == "of" && i > 1 {
			before = p.tok[i-2].low
		}
		if !locative[before] && !placeNouns[before] || before == "to" || before == "from" {
			continue
		}
		_, hi := p.sentenceOf(i)
		end := i + 1
		for end < hi && (p.tok[end].shape == capital && !p.tok[end].vocab || particles[p.tok[end].text] && end+1 < hi && p.tok[end+1].shape == capital) {
			end++
		}
		if k := p.key(i, end); !strong[k] {
			m.places[k] = true
		}
	}
}
