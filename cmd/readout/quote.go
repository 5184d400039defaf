package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline/record"
)

// letter is a character of a text as quotes are compared, and where it stands.
type letter struct {
	folded rune
	record.Span
}

// marks are apostrophes and quotation marks that count as one.
var marks = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// folded gives the characters of a text in small letters, with plain
// apostrophes and quotation marks, and one blank for a run of white space.
func folded(text string) []letter {
	var out []letter
	for i, r := range text {
		_, n := utf8.DecodeRuneInString(text[i:])
		at := record.Span{Start: i, End: i + n}
		switch plain := []rune(marks.Replace(string(r))); {
		case !unicode.IsSpace(r):
			out = append(out, letter{unicode.ToLower(plain[0]), at})
		case len(out) > 0 && out[len(out)-1].folded == ' ':
			out[len(out)-1].End = at.End
		default:
			out = append(out, letter{' ', at})
		}
	}
	return out
}

// placesOf gives where words stand in a text, whatever their case, apostrophes
// and white space; as whole words if they do so anywhere.
func placesOf(text, words string) []record.Span {
	in, of := folded(text), folded(strings.TrimSpace(words))
	if len(of) == 0 {
		return nil
	}
	var all, whole []record.Span
	for i := 0; i+len(of) <= len(in); i++ {
		if !startsWith(in[i:], of) {
			continue
		}
		end := i + len(of)
		at := record.Span{Start: in[i].Start, End: in[end-1].End}
		all = append(all, at)
		if (i == 0 || parted(in[i-1], in[i])) && (end == len(in) || parted(in[end-1], in[end])) {
			whole = append(whole, at)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return all
}

func startsWith(text, words []letter) bool {
	for i, l := range words {
		if text[i].folded != l.folded {
			return false
		}
	}
	return true
}

// parted tells whether a word can end between two characters.
func parted(a, b letter) bool {
	inWord := func(l letter) bool {
		return unicode.IsLetter(l.folded) || unicode.IsDigit(l.folded) || unicode.IsMark(l.folded)
	}
	return !inWord(a) || !inWord(b)
}
