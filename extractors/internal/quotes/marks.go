package quotes

import (
	"unicode"
	"unicode/utf8"
)

// family parts marks that open and close each other.
type family int

const (
	double family = iota // “ ” „ ‟ " `` '' and doubled singles
	angle                // « » ‹ ›
	single               // ‘ ’ ‚ '
)

// shape tells which way a mark looks.
type shape int

const (
	straight shape = iota // looks both ways
	opening               // “ ‘ «
	closing               // ” ’ »
	low                   // „ ‚: closed by a mark that looks like an opening one
)

// mark is one quotation mark of the text, or two singles that stand for a double.
type mark struct {
	start, end int
	family     family
	shape      shape
	canOpen    bool // by its neighbours
	canClose   bool
	block      int // the paragraph it stands in
	first      bool
}

var markTable = map[rune]struct {
	family family
	shape  shape
}{
	'"': {double, straight}, '“': {double, opening}, '”': {double, closing}, '„': {double, low}, '‟': {double, opening},
	'«': {angle, opening}, '»': {angle, closing}, '‹': {angle, opening}, '›': {angle, closing},
	'\'': {single, straight}, '`': {single, straight}, '‘': {single, opening}, '’': {single, closing}, '‚': {single, low}, '‛': {single, opening},
	'＂': {double, straight},
}

// block is a paragraph: a stretch of the text between line breaks.
type block struct{ start, end int }

// blocks cuts a text at its line breaks; empty lines give no block.
func blocks(text string) []block {
	var out []block
	for at := 0; at < len(text); {
		end := at
		for end < len(text) && text[end] != '\n' && text[end] != '\r' {
			end++
		}
		start := at
		for start < end && (text[start] == ' ' || text[start] == '\t') {
			start++
		}
		if start < end {
			out = append(out, block{start, end})
		}
		at = end + 1
	}
	return out
}

// marks finds every quotation mark of the paragraphs and what it can be.
func marks(text string, blocks []block) []mark {
	var out []mark
	for b, k := range blocks {
		for at := k.start; at < k.end; {
			r, n := utf8.DecodeRuneInString(text[at:])
			kind, ok := markTable[r]
			if !ok {
				at += n
				continue
			}
			m := mark{start: at, end: at + n, family: kind.family, shape: kind.shape, block: b, first: at == k.start}
			if m.family == single {
				m = doubled(text, m)
			}
			place(text, k, &m)
			if real(text, m) {
				out = append(out, m)
			}
			at = m.end
		}
	}
	return out
}

// doubled makes one double mark of two singles side by side (”’’”, “””, ““”),
// but not of ’ before a closing single of other shape.
func doubled(text string, m mark) mark {
	r, n := utf8.DecodeRuneInString(text[m.end:])
	next, ok := markTable[r]
	if !ok || next.family != single || next.shape == low != (m.shape == low) {
		return m
	}
	m.end += n
	m.family = double
	if m.shape != low {
		m.shape = straight // writers who double singles do not mind which way they look
	}
	return m
}

// place tells from the neighbours of a mark whether it can open or close.
func place(text string, k block, m *mark) {
	before, _ := utf8.DecodeLastRuneInString(text[k.start:m.start])
	after, _ := utf8.DecodeRuneInString(text[m.end:k.end])
	startsBlock, endsBlock := m.start == k.start, m.end >= k.end
	left := startsBlock || unicode.IsSpace(before) || joins(before) || isMark(before)
	right := endsBlock || unicode.IsSpace(after) || ends(after) || isMark(after)
	m.canOpen = left && !endsBlock && !unicode.IsSpace(after)
	m.canClose = right && !startsBlock && !unicode.IsSpace(before)
}

func joins(r rune) bool {
	switch r {
	case '(', '[', '{', '-', '–', '—', '/', '…', ':', ',', '=', '>':
		return true
	}
	return false
}

func ends(r rune) bool {
	switch r {
	case ')', ']', '}', '.', ',', ';', ':', '!', '?', '…', '-', '–', '—', '/', '<':
		return true
	}
	return false
}

func isMark(r rune) bool { _, ok := markTable[r]; return ok }

// real is false for signs that look like marks and are none: apostrophes
// inside and before words, inches, minutes and feet, years ('98, '90s).
func real(text string, m mark) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:m.start])
	after, n := utf8.DecodeRuneInString(text[m.end:])
	if m.family == single {
		if letter(before) && letter(after) || digit(before) && m.shape == straight {
			return false
		}
		if m.canOpen && digit(after) && m.shape != opening {
			rest := text[m.end+n:]
			if len(rest) > 1 && digit(rune(rest[0])) && !digit(rune(rest[1])) {
				return false
			}
		}
	}
	return m.canOpen || m.canClose || m.family != single && m.shape != straight
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
func digit(r rune) bool  { return r >= '0' && r <= '9' }
