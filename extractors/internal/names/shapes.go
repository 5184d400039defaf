package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
)

// shape is how a token is written.
type shape uint8

const (
	mark    shape = iota // punctuation
	digits               // begins with a digit
	small                // word in small letters
	capital              // Word, McWord, Word-Word
	upper                // WORD of two capitals or more
	initial              // B. or T.C.
	mixed                // mAbxience
)

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func shapeOf(w string) shape {
	r, n := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return digits
	case !unicode.IsLetter(r):
		return mark
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upperShape(w, n)
	}
	for _, r := range w[n:] {
		if unicode.IsUpper(r) && len(w) > 2 {
			return mixedShape(w)
		}
	}
	return small
}

// mixedShape parts "d'Orey" and "al-Sisi", which are names, from "mAbxience".
func mixedShape(w string) shape {
	if i := strings.IndexAny(w, "'-"); i > 0 {
		return capital
	}
	if strings.Contains(w, "’") {
		return capital
	}
	return mixed
}

func upperShape(w string, n int) shape {
	letters, capitals, dots := 1, 1, 0
	for _, r := range w[n:] {
		switch {
		case r == '.':
			dots++
		case unicode.IsUpper(r):
			letters++
			capitals++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case dots > 0 && letters == dots && letters <= 3, dots == 1 && letters == 2 && digraphs[w]:
		return initial
	case letters == 1 && len(w) == n:
		return initial
	case capitals == letters && letters > 1 || capitals == letters-1 && letters > 2 && strings.HasSuffix(w, "s"):
		return upper
	case camel(w):
		return mixed
	}
	return capital
}

// digraphs are initials of other scripts that Latin writes with two letters.
var digraphs = wordSet(`Ts. Kh. Th. Ch. Sh. Zh. Dz. Yu. Ya. Yo. Ye.`)

// camel tells whether a capital stands within a word after a small letter, as
// in names of firms; not "McCall", "DeLong".
func camel(w string) bool {
	small, inner := 0, 0
	for i, r := range w {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			if i > 0 && small > 0 && inner == 0 {
				inner = i
			}
		default:
			return false
		}
	}
	return inner > 0 && !nameParts[w[:inner]]
}

// nameParts begin surnames written with a capital inside.
var nameParts = map[string]bool{"Mc": true, "Mac": true, "De": true, "La": true, "Le": true, "Van": true, "Di": true, "Du": true, "Fitz": true,
	"Del": true, "Des": true, "Da": true, "Do": true, "Lo": true, "El": true, "Al": true, "Te": true, "Ten": true, "Ter": true, "Ver": true, "Von": true, "Ma": true, "San": true, "St": true, "Ap": true}

func opensQuote(s string) bool {
	return s == "“" || s == "\"" || s == "‘" || s == "„" || s == "«" || s == "''"
}

// isHeading tells whether the capitals of a sentence say nothing: a title or
// heading whose words nearly all have one, or that is wholly in capitals.
func (p *page) isHeading(si int) (heading, shouted bool) {
	s := p.doc.Sentences[si]
	caps, smalls, loud, marks := 0, 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		switch p.tok[i].shape {
		case upper:
			loud++
			caps++
		case capital, mixed:
			caps++
		case small:
			if len(p.tok[i].text) > 3 && !minor[p.tok[i].text] {
				smalls++
			}
		case mark:
			if t := p.tok[i].text; t == "," || t == "–" || t == "(" {
				marks++
			}
		}
	}
	last := p.tok[s.Last-1].text
	stopped := last == "." || last == "!" || last == "?" || last == "”" || last == ";" || last == ","
	if caps >= 2 && loud == caps && smalls == 0 {
		return true, true // "CALEB T. RENSHAW"
	}
	heading = !stopped && (caps >= 3 && smalls == 0 || caps >= 10 && smalls*10 <= caps)
	if marks > 0 && p.doc.Paragraphs[s.Paragraph].Kind != pipeline.TitleParagraph && loud*5 < caps*4 {
		heading = false // a line of a list: name, post, body
	}
	return heading, heading && loud*5 >= caps*4
}

// minor are the words that headlines leave small.
var minor = map[string]bool{
	"the": true, "and": true, "for": true, "with": true, "from": true, "into": true, "over": true, "about": true, "after": true, "before": true,
	"that": true, "than": true, "upon": true, "under": true, "between": true, "among": true, "against": true, "through": true, "during": true, "ahead": true,
	"vice": true, "their": true, "during:": true, "within": true, "toward": true, "towards": true, "amid": true, "until": true,
}
