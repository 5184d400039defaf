package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a word or a mark of a text.
type piece struct {
	start, end int
	key        string // in small letters, with plain quotation marks and hyphens
	word       bool
	known      bool // in a mention that is known
	of         int  // whose mention
	loud       bool // in a line wholly in capitals, which then say nothing
}

// plain gives the marks that press writes in several ways one form.
var plain = map[rune]string{'’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", '`': "'", '“': "\"", '”': "\"", '„': "\"", '«': "\"", '»': "\"",
	'‐': "-", '‑': "-", '–': "-", '—': "-"}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

// cut gives the pieces of a text: runs of letters and digits, every other
// character but white space, and one piece for a run of white space with two line ends.
func cut(text string) []piece {
	out := make([]piece, 0, len(text)/5+4)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := i + n
		switch {
		case isWord(r):
			for end < len(text) {
				r, n := utf8.DecodeRuneInString(text[end:])
				if !isWord(r) {
					break
				}
				end += n
			}
			out = append(out, piece{start: i, end: end, key: strings.ToLower(text[i:end]), word: true})
		case r == '\n' && end < len(text) && text[end] == '\n':
			out = append(out, piece{start: i, end: end, key: "\n"})
		case unicode.IsSpace(r):
		default:
			key, ok := plain[r]
			if !ok {
				key = text[i:end]
			}
			out = append(out, piece{start: i, end: end, key: key})
		}
		i = end
	}
	return out
}

// lines marks the words of lines wholly in capitals.
func (s *search) lines() {
	for i := 0; i < len(s.pieces); {
		end, small := i, false
		for ; end < len(s.pieces); end++ {
			p := &s.pieces[end]
			if end > i && strings.Contains(s.text[s.pieces[end-1].end:p.start], "\n") || p.key == "\n" && end > i {
				break
			}
			small = small || p.word && s.text[p.start:p.end] != strings.ToUpper(s.text[p.start:p.end])
		}
		for j := i; j < end; j++ {
			s.pieces[j].loud = !small
		}
		i = end
	}
}
