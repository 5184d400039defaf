package article

import (
	"strings"
	"unicode"
)

// english tells whether a text, its paragraphs parted by line ends, is English by
// the share of function words among its words. A text of a few words gets the benefit
// of the doubt unless the page says that it is in another language; a dozen words hold
// some function word. Names are of no language: where a page does not say that it is in
// another one, lines of names are left out if enough English prose remains, three
// times the words of other lines.
func english(s, declared string) bool {
	says := declared == "en" || strings.HasPrefix(declared, "en-")
	all := census(s)
	switch {
	case all.foreign > all.latin:
		return false
	case all.words == 0:
		return true
	case all.words < 25:
		return all.telling > 0 || declared == "" && all.words < 12 || says
	case all.english():
		return true
	case declared != "" && !says:
		return false
	}
	prose, other := 0, 0 // words
	for line := range strings.SplitSeq(s, "\n") {
		switch c := census(line); {
		case c.ofNames():
		case c.english():
			prose += c.words
		default:
			other += c.words
		}
	}
	return prose >= minProse && prose >= 3*other
}

const (
	minProse     = 50 // words of English prose that tell the language of a page of lists
	maxNamesLine = 25 // words of a line of names
)

// wordCount counts the words of a text and its letters by script.
type wordCount struct {
	words, small      int // all, those that begin in lower case
	function, telling int // function words of English, those that only English has
	foreign, latin    int // letters
}

// census counts the words of a text.
func census(s string) (c wordCount) {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		for _, r := range w {
			if unicode.Is(unicode.Latin, r) || !unicode.IsLetter(r) {
				c.latin++
			} else {
				c.foreign++
			}
		}
		c.words++
		if startsLow(w) {
			c.small++
		}
		switch k := strings.ToLower(w); {
		case tellingWords[k]:
			c.telling++
			c.function++
		case plainWords[k]:
			c.function++
		}
	}
	return c
}

// english tells whether the words are those of English prose.
func (c *wordCount) english() bool {
	return 100*c.function >= 14*c.words && 100*c.telling >= 4*c.words
}

// ofNames tells of a short line of words of which two thirds begin with capitals.
func (c *wordCount) ofNames() bool {
	return c.words <= maxNamesLine && 3*c.small <= c.words && c.foreign <= c.latin
}

// tellingWords are function words of English that its neighbours do not have;
// plainWords are the others.
var (
	tellingWords = set("the of and to that with for by from which this they their has have had been were are as at it its is not who his would he she")
	plainWords   = set("a in on was be or an but will her we i you all also more than into about after over under during between against other our there when what where said")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// tag gives a language tag in the form of BCP 47: "en", "en-GB", "zh-Hant";
// "" for what is none.
func tag(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts) > 4 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	for i, p := range parts {
		if strings.IndexFunc(p, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) >= 0 || len(p) > 8 {
			return ""
		}
		parts[i] = strings.ToLower(p)
		switch {
		case i > 0 && len(p) == 2: // a region
			parts[i] = strings.ToUpper(p)
		case i > 0 && len(p) == 4: // a script
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		}
	}
	return strings.Join(parts, "-")
}

// language gives the language that the page's markup names.
func (h *head) language() string {
	said := []string{h.lang, h.first("content-language"), h.first("og:locale"), h.first("language", "dc.language", "dcterms.language")}
	for _, t := range h.data {
		said = append(said, t.language)
	}
	for _, s := range said {
		if t := tag(s); t != "" {
			return t
		}
	}
	return ""
}
