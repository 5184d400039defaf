package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is a document as the tagger reads it: its words in order and where its
// sentences end.
type Text struct {
	Words []string
	Ends  []int // for each sentence the index after its last word, rising; the last is len(Words)
}

// shape classes of a word.
const (
	isSmall  = iota // a word without a capital
	isTitle         // one capital, at the head: "Lind"
	isUpper         // capitals only, two at least: "OSCE"
	isInner         // other mixtures: "McCall", "al-Sisi", "eBay"
	isLetter        // a single capital, with or without a full stop: "B."
	isNumber        // begins with a digit
	isMark          // neither letter nor digit
)

// word is what features need of a token.
type word struct {
	text  string
	exact uint64 // hash of the text
	lower uint64 // hash of the text in small letters
	shape uint64 // hash of the shape, runs of one class shortened to two: "Xxx-Xx"
	class uint8
	caps  bool // has a capital letter
	group uint16
	fine  uint16
}

// affixes of up to four letters in small letters.
type affixes struct{ prefix, suffix [4]uint64 }

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hashLower hashes a string in small letters.
func hashLower(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return hashString(strings.ToLower(s))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

func hashString(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

func runeClass(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return '9'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return 'X'
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 'x'
	case unicode.IsDigit(r):
		return '9'
	}
	return '?'
}

// straight gives the straight form of a mark.
func straight(s string) string {
	switch s {
	case "’":
		return "'"
	case "‘":
		return "`"
	case "“", "”", "``", "''":
		return "\""
	case "–", "—":
		return "-"
	case "’s":
		return "'s"
	}
	return s
}

// readWord classes a token. Curly and straight marks are one.
func readWord(s string) word {
	s = straight(s)
	w := word{text: s, lower: hashLower(s), exact: hashString(s)}
	shape := uint64(fnvOffset)
	var last byte
	run, letters, capitals, digits, n := 0, 0, 0, 0, 0
	first := byte(0)
	for _, r := range s {
		c := runeClass(r)
		if n == 0 {
			first = c
		}
		n++
		switch c {
		case 'X':
			capitals++
			letters++
		case 'x':
			letters++
		case '9':
			digits++
		}
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run <= 2 {
			shape = (shape ^ uint64(c)) * fnvPrime
		}
	}
	w.shape, w.caps = shape, capitals > 0
	switch {
	case first == '9':
		w.class = isNumber
	case letters == 0 && digits == 0:
		w.class = isMark
	case capitals == 0:
		w.class = isSmall
	case letters == 1 && n <= 2:
		w.class = isLetter
	case capitals == letters:
		w.class = isUpper
	case capitals == 1 && first == 'X':
		w.class = isTitle
	default:
		w.class = isInner
	}
	return w
}

// affixesOf hashes the first and last one to four letters in small letters; 0 where
// the word is not longer.
func affixesOf(s string) affixes {
	var a affixes
	low := s
	if w := strings.ToLower(s); w != s {
		low = w
	}
	h, n := uint64(fnvOffset), 0
	for i, r := range low {
		if n == 4 {
			break
		}
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(low[i:])
		}
		for j := i; j < i+size; j++ {
			h = (h ^ uint64(low[j])) * fnvPrime
		}
		if i+size < len(low) {
			a.prefix[n] = h
		}
		n++
	}
	h = fnvOffset
	for end, n := len(low), 0; end > 0 && n < 4; n++ {
		_, size := utf8.DecodeLastRuneInString(low[:end])
		for j := end - 1; j >= end-size; j-- {
			h = (h ^ uint64(low[j])) * fnvPrime
		}
		end -= size
		if end > 0 {
			a.suffix[n] = h
		}
	}
	return a
}
