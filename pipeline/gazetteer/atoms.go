package gazetteer

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// folds pairs letters that carry diacritics with plain ones: Latin as the
// official languages of states write it, and as names in other scripts are
// romanised. Letters that fold to two are in foldRune.
const folds = "àaáaâaãaäaåaāaăaąaạaảaấaầaẩaẫaậaắaằaẳaẵaặaəaçcćcĉcċcčcďdđdḍdðdèeéeêeëeēeĕeėeęeěeẹeẻeẽeếeềeểeễeệe" +
	"ĝgğgġgģgǧgĥhħhḥhìiíiîiïiĩiīiĭiįiıiỉiịiĵjķkĺlļlľlłlñnńnņnňnòoóoôoõoöoøoōoŏoőoơoọoỏoốoồoổoỗoộoớoờoởoỡoợo" +
	"ŕrŗrřrśsŝsşsšsșsṣsţtťtŧtțtṭtùuúuûuüuũuūuŭuůuűuųuưuụuủuứuừuửuữuựuŵwýyÿyŷyỳyỵyỷyỹyźzżzžzẓz"

var foldTable = sync.OnceValue(func() map[rune]rune {
	t := map[rune]rune{'İ': 'I'}
	runes := []rune(folds)
	for i := 0; i+1 < len(runes); i += 2 {
		t[runes[i]] = runes[i+1]
		if up := unicode.ToUpper(runes[i]); up >= utf8.RuneSelf {
			t[up] = unicode.ToUpper(runes[i+1])
		}
	}
	return t
})

func foldRune(b *strings.Builder, r rune) {
	switch r {
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'Æ':
		b.WriteString("AE")
	case 'œ':
		b.WriteString("oe")
	case 'þ':
		b.WriteString("th")
	case 'Þ':
		b.WriteString("Th")
	default:
		if plain, ok := foldTable()[r]; ok {
			r = plain
		}
		b.WriteRune(r)
	}
}

// inner tells whether a rune is part of an atom. The letter apostrophes of
// Uzbek and Hawaiian count as apostrophes.
func inner(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != 'ʻ' && r != 'ʼ' && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// maxAtoms bounds a phrase of a list.
const maxAtoms = 64

// joins tells whether a mark can stand within a token of the tokenizer: such
// marks only part atoms. Every other mark is an atom by itself.
func joins(r rune) bool {
	switch r {
	case '-', '‑', '\'', '’', '‘', '`', '+', '&', '.', '_', 'ʻ', 'ʼ':
		return true
	}
	return false
}

// cutAtom takes the first atom off text, as it is written, plain where it is
// ASCII. Spaces and joining marks before it are passed over; a word of joining
// marks alone is an atom. atom is "" where nothing is left.
func cutAtom(text string) (atom, rest string, plain bool) {
	mark := -1 // start of a word of joining marks
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case inner(r):
			end, plain := atomEnd(text, i)
			return text[i:end], afterAtom(text[end:]), plain
		case joins(r):
			if mark < 0 {
				mark = i
			}
		case mark >= 0:
			return text[mark:i], text[i:], false
		case r != ' ':
			return text[i : i+size], text[i+size:], false
		}
		i += size
	}
	if mark >= 0 {
		return text[mark:], "", false
	}
	return "", "", false
}

func atomEnd(text string, i int) (end int, plain bool) {
	plain = true
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			if !inner(rune(c)) {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inner(r) {
			break
		}
		plain = false
		i += size
	}
	return i, plain
}

// afterAtom passes over the marks that join an atom to the next.
func afterAtom(rest string) string {
	for i, r := range rest {
		if !joins(r) {
			return rest[i:]
		}
	}
	return ""
}

func countAtoms(text string) int {
	n := 0
	for {
		atom, rest, _ := cutAtom(text)
		if atom == "" {
			return n
		}
		n++
		text = rest
	}
}

func foldAtom(s string, plain bool) string {
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		foldRune(&b, r)
	}
	return b.String()
}

// firstKey hashes the first atom of a text.
func firstKey(text string) uint64 {
	atom, _, plain := cutAtom(text)
	return hashAtom(atom, plain)
}

// hashAtom hashes an atom in small letters (FNV-1a).
func hashAtom(atom string, plain bool) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	if !plain && !isASCII(atom) {
		atom = strings.ToLower(foldAtom(atom, false))
	}
	h := uint64(offset)
	for i := 0; i < len(atom); i++ {
		c := atom[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// reader cuts words into atoms as far as somebody asks. It lives on the stack:
// no field may point into it.
type reader struct {
	words []string
	next  int // word to cut
	n     int // atoms that were cut
	near  [nearAtoms]atom
	far   []atom // those behind the near ones
}

// nearAtoms is how many atoms nearly every phrase has at most.
const nearAtoms = 8

// atom is a run of letters and digits, folded, and the number of words up to it
// where it ends a word, else 0.
type atom struct {
	text string
	end  int
}

func (r *reader) at(i int) *atom {
	if i < nearAtoms {
		return &r.near[i]
	}
	return &r.far[i-nearAtoms]
}

// second gives the hash of the second atom as forms hold it, 0 where there is none.
func (r *reader) second() uint32 {
	for r.n < 2 && r.next < len(r.words) {
		r.cut()
	}
	if r.n < 2 {
		return 0
	}
	return uint32(hashAtom(r.near[1].text, false)) | 1
}

// cut appends the atoms of the next word.
func (r *reader) cut() {
	for rest := r.words[r.next]; ; {
		text, more, plain := cutAtom(rest)
		if text == "" {
			break
		}
		if r.n >= nearAtoms {
			r.far = append(r.far, atom{})
		}
		r.n++
		*r.at(r.n - 1) = atom{text: foldAtom(text, plain)}
		rest = more
	}
	r.next++
	if r.n > 0 {
		r.at(r.n - 1).end = r.next
	}
}

// has tells whether there are n atoms and the last ends a word.
func (r *reader) has(n int) bool {
	for r.n < n && r.next < len(r.words) {
		r.cut()
	}
	return r.n >= n && r.at(n-1).end > 0
}

// same tells whether the first atoms are the form, with the case that its
// kind asks for.
func (r *reader) same(f *form, kind Kind) bool {
	rest := f.text
	for i := range int(f.atoms) {
		var want string
		var plain bool
		want, rest, plain = cutAtom(rest)
		want = foldAtom(want, plain)
		got := r.at(i).text
		if got == want {
			continue
		}
		if f.flags&Acronym != 0 || !strings.EqualFold(got, want) {
			return false
		}
		if kind&anyCase == 0 && !allUpper(got) && !(i > 0 && capitalised(got, want)) {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func allUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.ToUpper(s) == s
		}
		if 'a' <= s[i] && s[i] <= 'z' {
			return false
		}
	}
	return true
}

// capitalised tells whether got is the small word want with a capital.
func capitalised(got, want string) bool {
	return len(got) == len(want) && strings.ToLower(want) == want && got[1:] == want[1:]
}
