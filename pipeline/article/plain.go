package article

import (
	"strings"
	"unicode/utf8"
)

// plainText reads a text without markup: a title, if the first line is under
// 200 characters long, has no final stop and is no date; then a line that is
// nothing but a date, if there is one; then the body. A date in figures whose
// day and month can be mistaken for each other (03/04/2020) is none: the text
// says nothing of the country that it is written for. It stays in the body.
func plainText(s string) *parts {
	lines := paragraphs(s)
	p := &parts{blank: len(lines) == 0}
	if len(lines) > 0 && isTitle(lines[0]) {
		p.title, lines = lines[0], lines[1:]
	}
	if len(lines) > 0 {
		if d := absoluteDate(lines[0]); d != "" && !ambiguous(lines[0]) {
			p.dateline, p.published, lines = lines[0], d, lines[1:]
		}
	}
	p.body = lines
	return p
}

func isTitle(s string) bool {
	return utf8.RuneCountInString(s) < 200 && !strings.HasSuffix(strings.TrimRight(s, `"'”’)`), ".") && absoluteDate(s) == ""
}

// paragraphs cuts a text into its paragraphs, white space folded. A line is a
// paragraph, but in texts that are broken at a width.
func paragraphs(s string) []string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n").Replace(s), "\n")
	for i, l := range lines {
		lines[i] = fold(l)
	}
	width := brokenAt(lines)
	var out []string
	for i, l := range lines {
		switch {
		case l == "":
		case i > 0 && lines[i-1] != "" && broken(lines[i-1], l, width):
			out[len(out)-1] += " " + l
		default:
			out = append(out, l)
		}
	}
	return out
}

// brokenAt gives the width in characters at which the lines of a text are
// broken, 0 where they are not: where lines are long or few, or where those of
// some length that do not end a sentence often leave room for the next word.
func brokenAt(lines []string) int {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l))
	}
	if width < 40 || width > 100 {
		return 0
	}
	ends, full := 0, 0
	for i, l := range lines[1:] {
		if l != "" && 2*len(lines[i]) >= width && !endsSentence(lines[i]) {
			if ends++; broken(lines[i], l, width) {
				full++
			}
		}
	}
	if ends < 3 || 5*full < 4*ends {
		return 0
	}
	return width
}

// broken tells whether a line ends where it does only because the next word
// had no room in the width.
func broken(line, next string, width int) bool {
	word, _, _ := strings.Cut(next, " ")
	return width > 0 && word != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width
}
