package model

import (
	"readout/pipeline/gazetteer"
)

// reading is a text prepared for its features.
type reading struct {
	words   []word
	raw     []string
	lists   []listed
	bounds  []bound // sentence of each word
	runs    []run
	runOf   []int32 // run that holds the word, -1 none
	known   map[uint64]seen
	islands []island
}

// island is a stretch of words of one sentence in which names can be: words
// with a capital or near one. All others are outside of names, so that most of
// a text costs nothing.
type island struct{ first, last int }

// near is how far from a word with a capital an island reaches.
const near = 2

// bound is the sentence that holds a word and how its capitals are used.
type bound struct {
	first, last int32
	style       uint8
}

const (
	plain   = iota
	heading // nearly every word has a capital
	shouted // capitals only
)

// run is a stretch of capitalised words: first to last without small words
// between, wide with the small words that join the parts of long names.
type run struct{ first, last, wideFirst, wideLast int32 }

// Reader prepares texts for their features: it holds the word classes.
type Reader struct {
	Classes Classes
	lists   *gazetteer.Gazetteer
}

// NewReader makes a reader over word classes and the built-in word lists.
func NewReader(c Classes) *Reader { return &Reader{Classes: c, lists: gazetteer.Default()} }

func (r *Reader) read(t Text) *reading {
	n := len(t.Words)
	d := &reading{raw: t.Words, words: make([]word, n), bounds: make([]bound, n), lists: make([]listed, n), runOf: make([]int32, n)}
	for i, s := range t.Words {
		d.words[i] = readWord(s)
		if d.words[i].class != isMark {
			d.words[i].fine, d.words[i].group = r.Classes.of(d.words[i].lower)
		}
	}
	first := 0
	for _, last := range t.Ends {
		b := bound{int32(first), int32(last), d.style(first, last)}
		for i := first; i < last; i++ {
			d.bounds[i] = b
		}
		d.findRuns(first, last)
		d.findIslands(first, last)
		first = last
	}
	r.lookup(d)
	d.remember()
	return d
}

// style tells how a sentence uses capitals.
func (d *reading) style(first, last int) uint8 {
	caps, smalls, upper := 0, 0, 0
	for i := first; i < last; i++ {
		switch w := &d.words[i]; w.class {
		case isUpper:
			upper++
			caps++
		case isTitle, isInner:
			caps++
		case isSmall:
			if len(w.text) > 3 {
				smalls++
			}
		}
	}
	switch {
	case upper >= 3 && upper*5 >= (caps+smalls)*4:
		return shouted
	case caps >= 3 && caps >= 3*smalls && last > first && d.words[last-1].text != ".":
		return heading
	}
	return plain
}

func (d *reading) findIslands(first, last int) {
	open := false
	for i := first; i < last; i++ {
		if !d.words[i].caps {
			continue
		}
		lo, hi := max(first, i-near), min(last, i+near+1)
		if n := len(d.islands); open && lo <= d.islands[n-1].last {
			d.islands[n-1].last = hi
		} else {
			d.islands = append(d.islands, island{lo, hi})
			open = true
		}
	}
}

// core is the part of an island in which names are: from its first word with
// a capital, or the particles before it, to its last.
func (d *reading) core(isle island) island {
	for isle.first < isle.last && !d.words[isle.first].caps && !d.opensName(isle.first, isle.last) {
		isle.first++
	}
	for isle.last > isle.first && !d.words[isle.last-1].caps {
		isle.last--
	}
	return isle
}

// opensName tells whether the small words from i on are particles before a
// word with a capital: "de la Cruz".
func (d *reading) opensName(i, last int) bool {
	for ; i < last; i++ {
		if w := &d.words[i]; w.caps || !particles[w.text] {
			return w.caps
		}
	}
	return false
}

// particles begin names of people, and of places and bodies behind a verb.
var particles = map[string]bool{"de": true, "del": true, "della": true, "di": true, "la": true, "le": true, "da": true, "do": true, "dos": true, "du": true,
	"al": true, "el": true, "bin": true, "von": true, "van": true, "der": true, "den": true, "ter": true, "ten": true, "abu": true, "ibn": true}

// joins are the small words and marks within long names.
var joins = map[string]bool{"of": true, "the": true, "for": true, "and": true, "&": true, "on": true, "in": true, "to": true, "de": true, "del": true,
	"la": true, "da": true, "do": true, "al": true, "bin": true, "von": true, "van": true, "der": true, "-": true, "'s": true, "'": true, ".": true}

// maxJoins is how many of them stand together: "Bank for the".
const maxJoins = 2

func (d *reading) findRuns(first, last int) {
	from := len(d.runs)
	for i := first; i < last; {
		d.runOf[i] = -1
		if !d.words[i].caps {
			i++
			continue
		}
		r := run{first: int32(i)}
		for i < last && d.words[i].caps {
			d.runOf[i] = int32(len(d.runs))
			i++
		}
		r.last = int32(i)
		r.wideFirst, r.wideLast = r.first, r.last
		d.runs = append(d.runs, r)
	}
	for k := from + 1; k < len(d.runs); k++ {
		if d.joined(int(d.runs[k-1].last), int(d.runs[k].first)) {
			d.runs[k].wideFirst = d.runs[k-1].wideFirst
		}
	}
	for k := len(d.runs) - 2; k >= from; k-- {
		if d.runs[k+1].wideFirst < d.runs[k+1].first && d.runs[k+1].wideFirst <= d.runs[k].first {
			d.runs[k].wideLast = d.runs[k+1].wideLast
		}
	}
}

func (d *reading) joined(from, to int) bool {
	if to-from > maxJoins {
		return false
	}
	for i := from; i < to; i++ {
		if !joins[d.words[i].text] {
			return false
		}
	}
	return true
}
