package main

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// printable gives a text as a terminal may be given it: control characters,
// those that turn the direction of writing, and bytes that are no UTF-8, all of
// which file names may hold, as Go writes them in a string (\x1b). The line feeds of errors that run over several lines stay.
func printable(s string) string {
	harmless := func(r rune) bool {
		return r == '\n' || r == '\t' || !unicode.IsControl(r) && !unicode.Is(unicode.Bidi_Control, r)
	}
	if utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool { return !harmless(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if part := s[:n]; harmless(r) && (r != utf8.RuneError || n > 1) {
			b.WriteString(part)
		} else {
			quoted := strconv.QuoteToASCII(part)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
		s = s[n:]
	}
	return b.String()
}
