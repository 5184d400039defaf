package article

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// authorNames are the meta names for authors, the best first.
var authorNames = []string{
	"author", "article:author", "article:author_name", "og:author", "og:article:author", "parsely-author", "sailthru.author", "citation_author",
	"dcterms.creator", "dc.creator", "cxenseparse:author", "articleauthor", "byl", "dcsext.author",
}

// by are the words in front of an author's name in bylines of the European press.
var by = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:written|story|posted|published|reported|report|text|words)\s+)?(?:by|von|par|por|di|da|door|av|af)[:\s]+`)
})

var between = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\s*(?:[;,|•]|\s(?:and|with|&|und|/)\s)\s*`)
})

// writers gives the authors that the page names, in the order in which it
// does: from JSON-LD, else meta elements, else elements marked up as author,
// else a byline among the texts beside the article. An author field that holds
// the site's own name counts only where no other has a name.
func (h *head) writers(sites, beside []string) []string {
	var fields [][]string
	for _, t := range h.data {
		if t.article {
			fields = append(fields, t.authors)
		}
	}
	for _, n := range authorNames {
		fields = append(fields, h.meta[n])
	}
	fields = append(fields, h.authors)
	for _, s := range beside {
		if by().MatchString(s) && capitalized(by().ReplaceAllString(s, "")) {
			fields = append(fields, []string{s})
		}
	}
	fields = append(fields, h.bylines)
	for _, t := range h.data {
		if !t.article {
			fields = append(fields, t.authors)
		}
	}
	site := []string{}
	for _, f := range fields {
		names := authors(f)
		if len(names) > 1 || len(names) == 1 && !isSite(names[0], sites) {
			return names
		}
		if len(site) == 0 {
			site = append(site, names...)
		}
	}
	return site
}

// authors cuts author fields into names, each once.
func authors(fields []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range fields {
		if strings.Contains(f, "://") || strings.ContainsAny(f, "@{}<>=") {
			continue
		}
		f = by().ReplaceAllString(fold(f), "")
		for _, name := range between().Split(f, -1) {
			name = by().ReplaceAllString(strings.TrimSpace(name), "")
			if i := strings.IndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
				name = name[:i] // initials, a newspaper
			}
			name = strings.Trim(name, " .-–—|•·:")
			if k := letters(name); isName(name) && !seen[k] {
				seen[k] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// accounts are the names that publishing systems give the account of whoever
// set them up: the first user of WordPress, Drupal and Joomla.
var accounts = []string{"admin", "administrator", "root", "siteadmin", "superuser", "webadmin", "webmaster", "wpadmin"}

// isName leaves out what stands in author fields without being a name.
func isName(s string) bool {
	if slices.Contains(accounts, letters(s)) {
		return false
	}
	if n := utf8.RuneCountInString(s); n < 2 || n > 60 {
		return false
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0
}
