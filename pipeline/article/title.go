package article

import (
	"slices"
	"strings"
	"unicode"
)

// titleNames are the meta names for an article's title, the best first.
var titleNames = []string{"og:title", "twitter:title", "citation_title", "dcterms.title", "dc.title", "parsely-title", "sailthru.title", "headline", "title"}

// headline gives the title of the article: what the page shows as its heading
// where the markup calls the same words its title or a part of it, else what
// the markup says, without the name of the site. headings are the texts of h1
// elements, displayed those of other elements that show a title above the
// body, sites the names of the site. Where the markup has nothing but <title>
// and no heading confirms it, see untold.
func (h *head) headline(headings, displayed, sites []string) string {
	for _, t := range h.titles { // " | Site": the page has no title
		for _, sep := range separators {
			rest, ok := strings.CutPrefix(t, strings.TrimSpace(sep)+" ")
			if ok && !slices.ContainsFunc(headings, func(h string) bool { return same(h, rest) }) {
				sites = append(slices.Clip(sites), rest)
			}
		}
	}
	meta := h.metaTitles()
	said := slices.Concat(meta, h.titles)
	shown := notSites(headings, sites)
	all := append(slices.Clone(shown), notSites(displayed, sites)...)
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
	for _, s := range meta {
		if t := withoutSite(s, sites); letters(t) != "" && !isSite(t, sites) {
			return t
		}
	}
	for _, s := range h.titles {
		best := ""
		for _, t := range all {
			if len(t) > len(best) && isPart(s, t) {
				best = t // the other part may be the site's name
			}
		}
		if best != "" {
			return best
		}
	}
	if len(shown) == 1 && len(displayed) > 0 && slices.Contains(displayed, shown[0]) {
		return shown[0] // <title> is written for search engines then
	}
	if t := h.untold(all, sites); t != "" {
		return t
	}
	if len(shown) != 1 && len(all) > len(shown) {
		return all[len(shown)]
	}
	if len(shown) == 1 {
		return shown[0]
	}
	return ""
}

// metaTitles gives what JSON-LD and meta elements call the title.
func (h *head) metaTitles() []string {
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
	return said
}

// untold gives the title of a page that tells it in <title> alone. Many sites
// give every page the same <title>, of their name and that of a section: then,
// and where half the words are the same, the heading that the page shows
// counts.
func (h *head) untold(shown, sites []string) string {
	for _, s := range h.titles {
		t, section := withoutSections(withoutSite(s, sites))
		if isSite(t, sites) {
			t = ""
		}
		for _, d := range shown {
			few := (strings.Count(t, " ") < 2 || isOffice(t)) && strings.Count(d, " ") >= 2 && !isOffice(d)
			if letters(t) == "" || section || few || alike(t, d) {
				return d
			}
		}
		if letters(t) != "" {
			return t
		}
	}
	return ""
}

func notSites(headings, sites []string) []string {
	var out []string
	for _, t := range headings {
		if !isSite(t, sites) && letters(t) != "" && !isSection(t) {
			out = append(out, t)
		}
	}
	return out
}

// isPart tells whether a heading is one of the parts of a title, or several
// that follow each other, and no small part of it: "Section : HEADING - Site".
func isPart(title, heading string) bool {
	f := letters(heading)
	if len(f) < 12 || len(strings.Fields(heading)) < 3 && 2*len(f) < len(letters(title)) {
		return false
	}
	parts := cutTitle(title)
	for i := range parts {
		run := ""
		for _, p := range parts[i:] {
			if run += letters(p); run == f && len(parts) > 1 {
				return true
			}
		}
	}
	return false
}

// cutTitle cuts a title at every separator.
func cutTitle(title string) []string {
	parts := []string{title}
	for _, sep := range append([]string{" : "}, separators...) {
		var next []string
		for _, p := range parts {
			next = append(next, strings.Split(p, sep)...)
		}
		parts = next
	}
	return parts
}

// withoutSections takes the parts off a title that are the name of a section
// or a date, and tells whether there was a section.
func withoutSections(title string) (rest string, section bool) {
	title = strings.Trim(title, " .:|-–—»«")
	for again := true; again; {
		again = false
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 && sep != ": " && (isSection(title[i+len(sep):]) || absoluteDate(title[i+len(sep):]) != "") {
				title, again, section = strings.TrimSpace(title[:i]), true, true
			}
			if i := strings.Index(title, sep); i > 0 && isSection(title[:i]) && (sep != ": " || strings.Count(title[i+2:], " ") < 5) {
				title, again, section = strings.TrimSpace(title[i+len(sep):]), true, true
			}
		}
	}
	if isSection(title) {
		return "", true
	}
	return title, section
}

// sectionWords are the words of which official sites make the names of their
// sections and of pages as such.
var sectionWords = map[string]bool{
	"press": true, "release": true, "releases": true, "news": true, "media": true, "centre": true, "center": true, "room": true, "newsroom": true,
	"statement": true, "statements": true, "speech": true, "speeches": true, "remarks": true, "latest": true, "home": true, "page": true,
	"homepage": true, "official": true, "website": true, "site": true, "web": true, "welcome": true, "english": true, "version": true,
	"detail": true, "details": true, "view": true, "index": true, "article": true, "articles": true, "item": true, "event": true, "events": true,
	"activities": true, "update": true, "updates": true, "archive": true, "archives": true, "untitled": true, "document": true, "service": true,
	"and": true, "the": true, "communiqués": true, "announcements": true, "stories": true, "readouts": true, "publications": true, "blog": true,
}

// isSection tells whether all words of a text are those of section names.
func isSection(s string) bool {
	n := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !sectionWords[w] {
			return false
		}
		n++
	}
	return n > 0
}

// offices are the words that the names of offices and their sites begin with.
var offices = map[string]bool{"ministry": true, "office": true, "department": true, "parliament": true, "embassy": true, "presidency": true,
	"government": true, "commission": true, "secretariat": true, "senate": true, "assembly": true, "council": true}

// isOffice tells whether a text is nothing but the name of an office: its kind,
// "of" and names, as in "Ministry of Foreign Affairs".
func isOffice(s string) bool {
	words := strings.Fields(s)
	return len(words) > 2 && len(words) < 10 && offices[strings.ToLower(words[0])] && (words[1] == "of" || words[1] == "for") &&
		capitalized(strings.Join(words[2:], " ")) && !strings.ContainsAny(s, ",:;.")
}

// alike tells whether half the longer words of one text are in the other.
func alike(a, b string) bool {
	words := func(s string) map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(w) > 3 {
				m[w] = true
			}
		}
		return m
	}
	x, y := words(a), words(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return both >= 2 && 2*both >= min(len(x), len(y))
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
