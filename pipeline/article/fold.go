package article

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold gives s as a paragraph of an article's text: NFC, every run of white
// space (NBSP and its kin too) one space, none at either end, no control or
// invisible formatting characters. A newline is white space like any other.
func fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFC.String(s) { // bytes that are no characters come as U+FFFD
		switch {
		case blank(r):
			space = b.Len() > 0
		case dropped(r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String()) // what was dropped may have parted a letter from its mark
}

// plain tells that s is folded already: printable ASCII, single spaces inside.
func plain(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && prev == ' ' {
			return false
		}
		prev = c
	}
	return s == "" || prev != ' '
}

func blank(r rune) bool {
	if r < 0x300 {
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	}
	// U+200B parts words without a width; U+2800 is a blank that some pages space with.
	return unicode.Is(unicode.Z, r) || r == '\u200B' || r == '\u2800'
}

// dropped tells of characters that show nothing: controls, the soft hyphen,
// joiners, directional marks, the byte order mark, variation selectors,
// private use. Words of Indic and Persian scripts would miss their joiners;
// the texts here are English.
func dropped(r rune) bool {
	if r < 0x300 {
		return r < ' ' || 0x7F <= r && r < 0xA0 || r == 0xAD
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || 0xFE00 <= r && r <= 0xFE0F || 0xFDD0 <= r && r <= 0xFDEF
}
