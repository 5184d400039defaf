// Package lex cuts a text into words, numbers and marks for the grammars of
// dates and numbers. It cuts finer than sentences need: every hyphen, slash
// and full stop is a mark of its own, so that "2-4", "24.12.2020" and
// "five-member" can be read piece by piece.
package lex

import (
	"unicode"
	"unicode/utf8"
)

// Kind tells what a token is.
type Kind uint8

// Kinds of tokens.
const (
	Word       Kind = iota // letters, and digits after the first letter: "May", "G20"
	Number                 // decimal digits, with an ordinal ending if any: "24", "16th"
	Possessive             // 's after a word or a number
	Mark                   // any other single character
	Break                  // end of a line
)

// Token is a piece of the text. Lower is its text with A-Z in small letters.
type Token struct {
	Start, End int // bytes
	Lower      string
	Value      int // of a number of up to 9 digits, else -1
	Digits     int // of a number, without its ordinal ending
	Kind       Kind
	Ordinal    bool // a number with an ordinal ending
	Capital    bool // a word that begins with a capital letter
}

// Tokens gives the tokens of the text in order. Offsets are bytes and lie on
// rune boundaries; white space other than line ends is in no token.
func Tokens(text string) []Token {
	lower := lowerASCII(text)
	out := make([]Token, 0, len(text)/5+8)
	for i := 0; i < len(text); {
		t, ok := next(text, lower, i)
		if ok {
			out = append(out, t)
		}
		i = t.End
	}
	return out
}

func next(text, lower string, i int) (t Token, ok bool) {
	t = Token{Start: i, Value: -1}
	r, n := utf8.DecodeRuneInString(text[i:])
	end := i + n
	switch {
	case r == '\n':
		t.Kind = Break
	case unicode.IsSpace(r):
		t.End = end
		return t, false
	case isDigit(r):
		return number(text, lower, i), true
	case unicode.IsLetter(r):
		t.Kind, t.Capital, end = Word, unicode.IsUpper(r), wordEnd(text, end)
	case (r == '\'' || r == '’') && i > 0 && possessive(text, i, end):
		t.Kind, end = Possessive, end+1
	default:
		t.Kind = Mark
	}
	t.End, t.Lower = end, lower[i:end]
	return t, true
}

// number reads digits at i. Digits that run into other letters than an
// ordinal ending, an "s" (1990s) or the T of a time stamp are a word ("5G").
func number(text, lower string, i int) Token {
	t := Token{Start: i, Kind: Number}
	end := i
	for end < len(text) && isDigit(rune(text[end])) {
		t.Value = t.Value*10 + int(text[end]-'0')
		end++
		if end-i > 9 {
			t.Value = 0
		}
	}
	t.Digits = end - i
	if t.Digits > 9 {
		t.Value = -1
	}
	t.End = wordEnd(text, end)
	switch rest := lower[end:t.End]; {
	case rest == "":
		if n := superscript(lower[t.End:]); n > 0 {
			t.Ordinal, t.End = true, t.End+n
		}
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		t.Ordinal = true
	case rest == "s", rest[0] == 't' && len(rest) > 1 && isDigit(rune(rest[1])):
		t.End = end
	default:
		t.Kind, t.Value = Word, -1
	}
	t.Lower = lower[i:t.End]
	return t
}

// superscript gives the length of an ordinal ending whose markup stayed in the
// text, as official sites have it: "26<sup>th</sup>"; else 0.
func superscript(s string) int {
	const before, after = "<sup>", "</sup>"
	end := len(before) + 2
	if len(s) < end+len(after) || s[:len(before)] != before || s[end:end+len(after)] != after {
		return 0
	}
	switch s[len(before):end] {
	case "st", "nd", "rd", "th":
		return end + len(after)
	}
	return 0
}

func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !isDigit(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		i += n
	}
	return i
}

// possessive tells whether the apostrophe at i is that of 's after a word or a number;
// next is the byte after it.
func possessive(text string, i, next int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.IsLetter(before) && !isDigit(before) || next >= len(text) || text[next]|0x20 != 's' {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[next+1:])
	return next+1 == len(text) || !unicode.IsLetter(after)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// lowerASCII keeps every byte offset, which strings.ToLower does not.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
