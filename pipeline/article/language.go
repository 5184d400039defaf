package article

import (
	"strings"
	"unicode"
)

// english tells whether a text is English by the share of function words among
// its words. A text of a few words gets the benefit of the doubt unless the
// page says that it is in another language; a dozen words hold some function word.
func english(s, declared string) bool {
	words, function, telling, foreign, latin := 0, 0, 0, 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		for _, r := range w {
			if unicode.Is(unicode.Latin, r) || !unicode.IsLetter(r) {
				latin++
			} else {
				foreign++
			}
		}
		words++
		switch k := strings.ToLower(w); {
		case tellingWords[k]:
			telling++
			function++
		case plainWords[k]:
			function++
		}
	}
	switch {
	case foreign > latin:
		return false
	case words == 0:
		return true
	case words < 25:
		return telling > 0 || declared == "" && words < 12 || declared == "en" || strings.HasPrefix(declared, "en-")
	}
	return 100*function >= 14*words && 100*telling >= 4*words
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
