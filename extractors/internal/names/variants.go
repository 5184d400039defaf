package names

import "strings"

// samePerson tells whether a form can name the person of a form that is as
// full or fuller: its words stand there in order, an initial for a word, "Sisi"
// for "Al-Sisi"; with two words or more it begins as the fuller one does, or
// lacks only words before its own. Spellings may differ a little in one word.
func samePerson(full, short []string) bool {
	if len(short) > 1 && len(full) > 1 && sameUnspaced(full, short) {
		return true
	}
	if len(short) == 0 || len(short) > len(full) {
		return false
	}
	if len(short) == len(full) && len(full) > 1 && nearlySame(full, short) {
		return true
	}
	if !inOrder(full, short) {
		return false
	}
	if len(short) == 1 || sameWord(full[0], short[0]) {
		return true
	}
	for _, w := range short {
		if w == "bin" || w == "ibn" || w == "bint" {
			return false // "Faris bin X" is the father of "Nabil bin Faris bin X"
		}
	}
	return sameWord(full[len(full)-1], short[len(short)-1])
}

// sameUnspaced tells whether two names are the same without spaces and hyphens:
// "Akuso-Addo" and "Akuso Addo". Names are held against each other by the
// million, so it joins no words.
func sameUnspaced(a, b []string) bool {
	for i, j := (letterAt{}), (letterAt{}); ; i.at, j.at = i.at+1, j.at+1 {
		x, more := i.next(a)
		y, also := j.next(b)
		if x != y || more != also {
			return false
		}
		if !more {
			return true
		}
	}
}

// letterAt is a place in the words of a name.
type letterAt struct{ word, at int }

// next goes on to the next byte that is no hyphen, where the words have one more.
func (p *letterAt) next(words []string) (byte, bool) {
	for ; p.word < len(words); p.word, p.at = p.word+1, 0 {
		for ; p.at < len(words[p.word]); p.at++ {
			if c := words[p.word][p.at]; c != '-' {
				return c, true
			}
		}
	}
	return 0, false
}

// nearSurname tells whether a surname alone is another spelling of the last word
// of a full name, one letter apart: "Bergstadd" for "Olav Bergstad".
func nearSurname(full, short []string) bool {
	if len(short) != 1 || len(full) < 2 {
		return false
	}
	a, b := full[len(full)-1], short[0]
	return len(a) >= 6 && len(b) >= 6 && a[0] == b[0] && distance(a, b) == 1
}

func inOrder(full, short []string) bool {
	j := 0
	for i := 0; i < len(full) && j < len(short); i++ {
		if sameWord(full[i], short[j]) {
			j++
		} else if j < len(short)-1 && sameWord(full[i], short[j+1]) && strings.HasSuffix(short[j], ".") {
			j += 2
		}
	}
	return j == len(short)
}

// sameWord tells whether two words of names are the same: one maybe an
// initial, without its article, or a part of the other with a hyphen.
func sameWord(full, short string) bool {
	if full == short || initialOf(full, short) || initialOf(short, full) {
		return true
	}
	if !strings.Contains(full, "-") && !strings.Contains(short, "-") {
		return false
	}
	for _, article := range []string{"al-", "el-", "as-", "ash-", "ar-", "an-", "at-"} {
		if strings.TrimPrefix(full, article) == strings.TrimPrefix(short, article) {
			return true
		}
	}
	return len(short) > 3 && (strings.HasPrefix(full, short+"-") || strings.HasSuffix(full, "-"+short))
}

// initialOf tells whether short is one or more initials, the first of which
// begins long: "B.M." for "Bakytzhan".
func initialOf(short, long string) bool {
	return strings.HasSuffix(short, ".") && len(short) <= 6 && strings.Count(short, ".")*2 == len(short) && strings.HasPrefix(long, short[:1])
}

// nearlySame tells whether two names of as many words differ in the spelling
// of one.
func nearlySame(a, b []string) bool {
	differ := 0
	for i := range a {
		if sameWord(a[i], b[i]) {
			continue
		}
		if a[i] == "" || b[i] == "" || !nearWord(a[i], b[i]) {
			return false
		}
		differ++
	}
	return differ <= 1
}

// nearWord allows one letter in four to differ.
func nearWord(a, b string) bool {
	if len(a) < 4 || len(b) < 4 {
		return false
	}
	return distance(a, b) <= min(len(a), len(b))/4+min(len(a), len(b))/9
}

// distance is the number of letters to add, drop or change.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	var short [32]int // no allocation for a word of usual length
	row := short[:0]
	for j := range len(y) + 1 {
		row = append(row, j)
	}
	for i := 1; i <= len(x); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(y); j++ {
			up := row[j]
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(row[j]+1, row[j-1]+1, diagonal+cost)
			diagonal = up
		}
	}
	return row[len(y)]
}

// folds maps letters with marks to plain ones.
const folds = "àaáaâaãaäaåaāaăaąaæaçcćcĉcċcčcďdđdðdèeéeêeëeēeĕeėeęeěeəeĝgğgġgģgĥhħhìiíiîiïiĩiīiĭiįiıiĵjķkĺlļlľlłlñnńnņnňn" +
	"òoóoôoõoöoøoōoŏoőoœoŕrŗrřrśsŝsşsšsșsţtťtțtùuúuûuüuũuūuŭuůuűuųuŵwýyÿyŷyźzżzžz’'‘'ʻ'ʼ'`'"

var foldTable = func() map[rune]rune {
	t := map[rune]rune{}
	runes := []rune(folds)
	for i := 0; i+1 < len(runes); i += 2 {
		t[runes[i]] = runes[i+1]
	}
	return t
}()

// fold gives a word in small letters without marks on letters.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if p, ok := foldTable[r]; ok {
					return p
				}
				return r
			}, s)
		}
	}
	return s
}
