package model

import (
	"cmp"
	"slices"
)

// Classes are classes of words that stand in like places, learnt from raw
// text: a fine and a coarse class for each word that is common enough.
// Never changed after they were made.
type Classes struct {
	words []uint32 // low halves of the hashes of the words in small letters, rising
	fine  []uint16 // class of each, from 1
	group []uint8  // coarse class of each fine class, by its number; 0 unused
}

// NewClasses makes classes from the fine class of each word, from 1, and the
// coarse class of each fine one, whose number is its place. Words are in small letters.
func NewClasses(fine map[string]uint16, group []uint8) Classes {
	type entry struct {
		hash  uint32
		class uint16
	}
	list := make([]entry, 0, len(fine))
	for w, c := range fine {
		list = append(list, entry{uint32(hashString(w)), c})
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.class, b.class)) })
	list = slices.CompactFunc(list, func(a, b entry) bool { return a.hash == b.hash })
	c := Classes{group: slices.Clone(group)}
	for _, e := range list {
		c.words = append(c.words, e.hash)
		c.fine = append(c.fine, e.class)
	}
	return c
}

// of gives the classes of a word by the hash of its small letters, 0 of an unknown word.
func (c Classes) of(lower uint64) (fine, group uint16) {
	h := uint32(lower)
	// Hashes are spread evenly: look where the word should be, then step.
	n := len(c.words)
	if n == 0 {
		return 0, 0
	}
	i := int(uint64(h) * uint64(n) >> 32)
	for i > 0 && c.words[i] > h {
		i--
	}
	for i < n && c.words[i] < h {
		i++
	}
	if i == n || c.words[i] != h {
		return 0, 0
	}
	return c.fine[i], uint16(c.group[c.fine[i]])
}
