package article

import (
	"strings"
	"unicode"
)

// titleNames are the meta names for an article's title, the best first.
var titleNames = []string{"og:title", "twitter:title", "citation_title", "dcterms.title", "dc.title", "parsely-title", "sailthru.title", "headline", "title"}

// headline gives the title of the article: what the page shows as its heading
// where the markup calls the same words its title, else what the markup says,
// without the name of the site. headings are the texts of h1 elements, sites
// the names of the site.
func (h *head) headline(headings, sites []string) string {
	var said []string
	for _, t := range h.data {
		if t.article && t.headline != "" {
			said = append(said, t.headline)
			break
		}
	}
	for _, n := range titleNames {
		said = append(said, h.first(n))
	}
	said = append(said, h.titles...)
	shown := make([]string, 0, len(headings))
	for _, t := range headings {
		if !isSite(t, sites) && letters(t) != "" {
			shown = append(shown, t)
		}
	}
	for _, s := range said {
		for _, t := range shown {
			if same(s, t) || same(withoutSite(s, sites), t) {
				return t
			}
		}
	}
	for _, s := range said {
		for _, t := range shown {
			if f := letters(t); len(f) >= 20 && strings.HasPrefix(letters(s), f) {
				return t
			}
		}
	}
	for _, s := range said {
		if t := withoutSite(s, sites); letters(t) != "" && !isSite(t, sites) {
			return t
		}
	}
	if len(shown) == 1 {
		return shown[0]
	}
	return ""
}

// separators stand between a title and the name of its site in <title>.
var separators = []string{" | ", " – ", " — ", " - ", " » ", " « ", " :: ", " · ", " • ", " ‹ ", " › ", "｜", "|", ": "}

// withoutSite takes the name of the site off the end or the head of a title,
// and what stands behind it or before it. A title that begins with a separator
// has nothing but the site's name.
func withoutSite(title string, sites []string) string {
	title = strings.TrimSpace(title)
	for _, sep := range separators {
		if s := strings.TrimSpace(sep); s != ":" && strings.HasPrefix(title, s+" ") {
			return ""
		}
	}
	for again := true; again; {
		again = false
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 && sep != ": " && isSite(title[i+len(sep):], sites) {
				title, again = strings.TrimSpace(title[:i]), true
			}
			if i := strings.Index(title, sep); i > 0 && isSite(title[:i], sites) {
				title, again = strings.TrimSpace(title[i+len(sep):]), true
			}
		}
	}
	return title
}

// isSite tells whether s is one of the site's names, or one with a word or two more.
func isSite(s string, sites []string) bool {
	f := letters(s)
	if f == "" {
		return false
	}
	for _, site := range sites {
		n := letters(site)
		if n == "" {
			continue
		}
		if f == n || len(n) >= 3 && len(f) >= 3 && len(f) <= len(n)+12 && strings.HasPrefix(f, n) || len(f) >= 4 && len(n) <= 2*len(f)+4 && (strings.HasPrefix(n, f) || strings.HasSuffix(n, f)) {
			return true
		}
	}
	return false
}

// same tells whether two titles have the same letters and digits.
func same(a, b string) bool { f := letters(a); return f != "" && f == letters(b) }

// letters gives the letters and digits of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
