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
	return r != 'ʻ' && r != 'ʼ' && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// appendAtoms appends the atoms of one word, folded and in its own case. A
// word without letter or digit is an atom by itself.
func appendAtoms(out []string, word string) []string {
	n := len(out)
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRuneInString(word[i:])
		if !inner(r) {
			i += size
			continue
		}
		start, plain := i, true
		for i < len(word) {
			if r, size = utf8.DecodeRuneInString(word[i:]); !inner(r) {
				break
			}
			plain = plain && r < utf8.RuneSelf
			i += size
		}
		out = append(out, foldAtom(word[start:i], plain))
	}
	if len(out) == n {
		out = append(out, word)
	}
	return out
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

// firstKey appends the first atom of a word in small letters to buf; ASCII
// words cost no allocation.
func firstKey(word string, buf []byte) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return append(buf[:0], strings.ToLower(appendAtoms(nil, word)[0])...)
		case 'A' <= c && c <= 'Z':
			buf = append(buf, c+'a'-'A')
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			buf = append(buf, c)
		case len(buf) > 0:
			return buf
		}
	}
	if len(buf) == 0 {
		return append(buf, word...)
	}
	return buf
}

// reader cuts words into atoms as far as somebody asks.
type reader struct {
	words []string
	next  int // word to cut
	atoms []string
	ends  []int // for each atom: the number of words up to it where it ends a word, else 0
}

// has tells whether there are n atoms and the last ends a word.
func (r *reader) has(n int) bool {
	for len(r.atoms) < n && r.next < len(r.words) {
		r.atoms = appendAtoms(r.atoms, r.words[r.next])
		r.next++
		for len(r.ends) < len(r.atoms) {
			r.ends = append(r.ends, 0)
		}
		r.ends[len(r.ends)-1] = r.next
	}
	return len(r.atoms) >= n && r.ends[n-1] > 0
}

// same tells whether the first atoms are a form of e, with the case that its
// kind asks for.
func (r *reader) same(form []string, e *Entry) bool {
	for i, want := range form {
		got := r.atoms[i]
		if got == want {
			continue
		}
		if e.Flags&Acronym != 0 || !strings.EqualFold(got, want) {
			return false
		}
		if e.Kind&anyCase == 0 && !allUpper(got) && !(i > 0 && capitalised(got, want)) {
			return false
		}
	}
	return true
}

func allUpper(s string) bool { return strings.ToUpper(s) == s }

// capitalised tells whether got is the small word want with a capital.
func capitalised(got, want string) bool {
	return strings.ToLower(want) == want && got[1:] == want[1:]
}
