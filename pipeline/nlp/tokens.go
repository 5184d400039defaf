package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
)

// tokenize appends the tokens of text[span]. What stays one token:
// a word with its hyphens and inner apostrophes ("Secretary-General",
// "O'Brien", "C5+1"), an abbreviation with its full stops ("U.S.", "Sept.",
// "B."), a number with its separators ("2,730,518", "2.5"), a web address. A
// possessive "'s" is a token of its own, so are numbers joined by a hyphen
// ("10-12" is three tokens) and every other mark.
func tokenize(text string, span pipeline.Span, out []pipeline.Token) []pipeline.Token {
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		end := tokenEnd(text[:span.End], i, r, n)
		out = append(out, pipeline.Token{Span: pipeline.Span{Start: i, End: end}})
		i = end
	}
	return out
}

func tokenEnd(text string, i int, r rune, n int) int {
	switch {
	case isDigit(r):
		return numberEnd(text, i)
	case isLetter(r):
		return wordEnd(text, i)
	case r == '\'' || r == '’':
		if end := possessive(text, i, n); end > 0 {
			return end
		}
	case r == '.' || r == '-':
		end := i
		for end < len(text) && text[end] == byte(r) {
			end++
		}
		return end
	case (r == '@' || r == '#') && i+n < len(text):
		if next, _ := utf8.DecodeRuneInString(text[i+n:]); isLetter(next) || next == '_' {
			return wordEnd(text, i+n)
		}
	}
	return i + n
}

// possessive gives the end of "'s" at i where that closes a word, else 0.
func possessive(text string, i, n int) int {
	rest := text[i+n:]
	if rest == "" || rest[0] != 's' && rest[0] != 'S' || i == 0 {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); !isLetter(before) && !isDigit(before) && before != '.' && before != ')' {
		return 0
	}
	if after, _ := utf8.DecodeRuneInString(rest[1:]); len(rest) > 1 && (isLetter(after) || isDigit(after)) {
		return 0
	}
	return i + n + 1
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == 'ʼ' || r == 'ʻ' }

// numberEnd: digits with inner separators, then letters stuck to them ("25th", "40-member", "5G").
func numberEnd(text string, i int) int {
	end := i
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case isDigit(r):
		case (r == ',' || r == '.') && end+n < len(text) && isDigit(rune(text[end+n])):
		case isLetter(r):
			return wordEnd(text, end)
		case (r == '-' || r == '‑') && end+n < len(text):
			if next, _ := utf8.DecodeRuneInString(text[end+n:]); isLetter(next) {
				return wordEnd(text, end+n)
			}
			return end
		default:
			return end
		}
		end += n
	}
	return end
}

func wordEnd(text string, i int) int {
	if end := addressEnd(text, i); end > 0 {
		return end
	}
	end := i
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if isLetter(r) || isDigit(r) || r == '_' {
			end += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+n:])
		inner := end+n < len(text) && (isLetter(next) || isDigit(next))
		switch {
		case (r == '-' || r == '‑' || r == '+') && inner:
		case (r == '\'' || r == '’' || r == '`') && inner:
			if possessive(text, end, n) > 0 {
				return end
			}
		case r == '&' && inner && end > i && unicode.IsUpper(next): // "R&D"
		case r == '.':
			return fullStop(text, i, end)
		default:
			return end
		}
		end += n
	}
	return end
}

// fullStop gives the end of a word that began at start and has a full stop at
// dot: the stop belongs to an abbreviation, else not. "U.S." runs on over
// single letters.
func fullStop(text string, start, dot int) int {
	word := text[start:dot]
	if utf8.RuneCountInString(word) == 1 {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			return initials(text, dot)
		}
		return dotted(text, start, dot)
	}
	if abbreviations[strings.ToLower(word)] != 0 || digraph(word) && startsUpper(strings.TrimPrefix(text[dot+1:], " ")) {
		return dot + 1
	}
	if end := dotted(text, start, dot); end > dot {
		return end
	}
	return dot
}

// digraph tells whether a word is a letter of another script that Latin writes
// with two, as an initial: "Ts.Oyuun", "Kh.Battulga".
func digraph(word string) bool {
	switch word {
	case "Ts", "Kh", "Th", "Ch", "Sh", "Zh", "Dz", "Yu", "Ya", "Yo", "Ye":
		return true
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// initials runs over "U.S.A." or "J.-P." from its first full stop.
func initials(text string, dot int) int {
	end := dot + 1
	for {
		next := end
		if next < len(text) && text[next] == '-' {
			next++
		}
		r, n := utf8.DecodeRuneInString(text[next:])
		if !unicode.IsUpper(r) || next+n >= len(text) || text[next+n] != '.' {
			return end
		}
		end = next + n + 1
	}
}

// dotted takes "p.m.", "e.g.", "Ph.D.": short runs of letters that each end in a stop.
func dotted(text string, start, dot int) int {
	end, parts := dot+1, 1
	for end < len(text) {
		j := end
		for j < len(text) && j-end < 3 {
			r, n := utf8.DecodeRuneInString(text[j:])
			if !isLetter(r) {
				break
			}
			j += n
		}
		if j == end || j >= len(text) || text[j] != '.' {
			break
		}
		end, parts = j+1, parts+1
	}
	if parts > 1 && dot-start <= 3 {
		return end
	}
	return dot
}

// addressEnd gives the end of a web or mail address at i, else 0.
func addressEnd(text string, i int) int {
	rest := text[i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	end := strings.IndexFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”()[]", r)
	})
	if end < 0 {
		end = len(rest)
	}
	return i + len(strings.TrimRight(rest[:end], ".,;:!?'’"))
}
