package names

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

// regional are adjectives of parts of the world, which have no ISO code.
const regional = `asian african european eurasian latin balkan baltic nordic caribbean scandinavian mediterranean slavic turkic persian arab arabian
	atlantic pacific saharan sahelian andean amazonian caucasian levantine gulf transatlantic transcaspian euro-atlantic indo-pacific islamic muslim christian
	jewish hindu buddhist catholic orthodox protestant shia sunni kurdish basque catalan hawaiian alaskan texan californian floridian polynesian melanesian micronesian siberian bavarian flemish walloon
	sicilian sardinian corsican bengali punjabi balochi pashtun rohingya uyghur romani maghrebi tibetan manchu patagonian antarctic`

var words = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 8000)
	for line := range strings.Lines(wordList) {
		if w := strings.TrimSpace(line); w != "" && w[0] != '#' {
			m[w] = true
		}
	}
	for _, w := range strings.Fields(regional) {
		m[w] = true
	}
	return m
})

// inflections are endings that a listed word may have, and what stands in
// their place in the list.
var inflections = []struct{ suffix, stem string }{
	{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ied", "y"}, {"ing", ""}, {"ing", "e"},
	{"ly", ""}, {"ally", ""}, {"er", ""}, {"er", "e"}, {"ers", ""}, {"ers", "e"}, {"ment", ""}, {"ments", ""}, {"al", ""},
}

// derivations are endings of English nouns and adjectives made from Latin and
// Greek, long enough to be rare at the end of a name.
var derivations = []string{
	"isation", "isations", "ization", "izations", "ological", "ologies", "ology", "ation", "ations", "ition", "itions",
	"arian", "arians", "arianism", "entary", "ential", "ivity", "icity", "ability", "ibility", "ality", "ization", "ationalism",
	"fulness", "lessness", "ousness", "iveness", "ments", "ships", "ically", "ronics", "nautics", "onomics", "omics", "urgy",
}

// IsWord tells whether a word in small letters is an English word. Safe for
// concurrent use.
func IsWord(w string) bool { return isVocabulary(w) }

// isVocabulary tells whether a word in small letters is an English word. A
// word with hyphens is one where all its parts are.
func isVocabulary(w string) bool {
	if words()[w] {
		return true
	}
	if i := strings.IndexByte(w, '-'); i > 0 {
		return (isVocabulary(w[:i]) || prefixes[w[:i]]) && isVocabulary(w[i+1:])
	}
	if len(w) < 4 {
		return false
	}
	for _, c := range combining {
		if rest, ok := strings.CutPrefix(w, c); ok && len(rest) > 4 && (words()[rest] || inflected(rest)) {
			return true
		}
	}
	if inflected(w) || inflected(american(w)) {
		return true
	}
	for _, d := range derivations {
		if len(w) > len(d)+2 && strings.HasSuffix(w, d) {
			return true
		}
	}
	return false
}

func inflected(w string) bool {
	list := words()
	if list[w] {
		return true
	}
	for _, f := range inflections {
		stem, ok := strings.CutSuffix(w, f.suffix)
		if !ok || len(stem) < 3 {
			continue
		}
		if list[stem+f.stem] {
			return true
		}
		if n := len(stem); f.stem == "" && n > 3 && stem[n-1] == stem[n-2] && list[stem[:n-1]] {
			return true
		}
	}
	return false
}

// prefixes stand before a hyphen in English words.
var prefixes = map[string]bool{
	"anti": true, "co": true, "counter": true, "cross": true, "de": true, "ex": true, "extra": true, "inter": true, "intra": true,
	"mid": true, "multi": true, "non": true, "post": true, "pre": true, "pro": true, "re": true, "semi": true, "sub": true, "trans": true, "ultra": true, "vice": true,
}

// combining are forms that English sets before a word without a hyphen.
var combining = []string{"agro", "bio", "cyber", "electro", "geo", "hydro", "infra", "inter", "micro", "multi", "nano", "socio", "tele"}

// american respells what British English spells otherwise: the word list is
// drawn from American text.
func american(w string) string {
	if len(w) < 5 {
		return w
	}
	for _, s := range spellings {
		if i := strings.Index(w, s[0]); i > 0 {
			return w[:i] + s[1] + w[i+len(s[0]):]
		}
	}
	return w
}

var spellings = [][2]string{
	{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ise", "ize"}, {"lled", "led"}, {"lling", "ling"},
	{"our", "or"}, {"ence", "ense"}, {"tre", "ter"}, {"ogue", "og"}, {"mme", "m"}, {"aeo", "eo"}, {"aed", "ed"},
}
