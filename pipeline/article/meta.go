package article

import (
	stdhtml "html"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// head is what the page says about itself in its markup.
type head struct {
	meta      map[string][]string // content of meta elements by name, property or itemprop, in lower case
	data      []thing             // JSON-LD, the page's own article first
	titles    []string            // <title>
	lang      string              // of <html>
	canonical string              // <link rel=canonical>
	base      string              // <base href>
	homes     []string            // words of links to the site's start page
	authors   []string            // words of elements marked up as author
	bylines   []string            // words of elements whose class says author or byline
	times     []stamp             // dates in the markup of the body
}

// stamp is a <time> or itemprop date of the body.
type stamp struct {
	value     string // datetime, content or the words
	published bool   // marked up as the publication date
}

// maxField is how many bytes a title, a name or a date of the markup may have.
const maxField = 2000

// readHead walks the whole tree once.
func readHead(root *html.Node) *head {
	h := &head{meta: map[string][]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Namespace != "" {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.lang = attr(n, "lang")
		case atom.Meta:
			h.addMeta(n)
		case atom.Title:
			if t := words(n); len(t) <= maxField && len(h.titles) < 8 {
				h.titles = append(h.titles, fold(t))
			}
		case atom.Link:
			if hasWord(attr(n, "rel"), "canonical") && h.canonical == "" {
				h.canonical = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Base:
			if h.base == "" {
				h.base = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				h.data = append(h.data, parseLD(n.FirstChild.Data)...)
			}
		case atom.A:
			h.addLink(n)
		case atom.Time:
			h.addTime(or(attr(n, "datetime"), words(n)), publishedMark(n))
		default:
			if p := attr(n, "itemprop"); hasWord(p, "datePublished") {
				h.addTime(or(attr(n, "content"), or(attr(n, "datetime"), words(n))), true)
			} else if hasWord(p, "author") && n.DataAtom != atom.Body {
				h.addAuthor(n)
			} else if marksPublished(n) {
				h.addTime(or(attr(n, "content"), words(n)), true)
			} else {
				h.addByline(n)
			}
		}
	}
	return h
}

func (h *head) addMeta(n *html.Node) {
	content := fold(attr(n, "content"))
	if content == "" || len(content) > maxField {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" && len(h.meta) < 512 && len(h.meta[k]) < 64 {
			h.meta[k] = append(h.meta[k], content)
		}
	}
}

func (h *head) addTime(value string, published bool) {
	if len(h.times) < 256 && len(value) < 100 {
		h.times = append(h.times, stamp{value, published})
	}
}

func (h *head) addLink(n *html.Node) {
	if hasWord(attr(n, "rel"), "author") || hasWord(attr(n, "itemprop"), "author") {
		h.addAuthor(n)
	}
	if href := strings.TrimSpace(attr(n, "href")); href == "/" || isHome(href) {
		if t := fold(words(n)); t != "" && len(h.homes) < 16 {
			h.homes = append(h.homes, t)
		}
	}
}

// isHome tells of the absolute URL of a site's start page.
func isHome(href string) bool {
	rest, found := strings.CutPrefix(href, "https://")
	if !found {
		rest, found = strings.CutPrefix(href, "http://")
	}
	return found && strings.Count(strings.TrimSuffix(rest, "/"), "/") == 0 && rest != ""
}

func (h *head) addAuthor(n *html.Node) {
	for k := range n.Descendants() {
		if k.Type == html.ElementNode && hasWord(attr(k, "itemprop"), "name") {
			n = k
			break
		}
	}
	if t := fold(or(attr(n, "content"), words(n))); t != "" && len(h.authors) < 16 {
		h.authors = append(h.authors, t)
	}
}

// addByline takes the words of a short element whose class calls it the author.
func (h *head) addByline(n *html.Node) {
	if len(h.bylines) > 0 || n.DataAtom == atom.Body || n.DataAtom == atom.Article {
		return
	}
	found := false
	for name := range strings.FieldsSeq(attr(n, "class")) {
		eachWord(name, func(w string) { found = found || w == "author" || w == "byline" || w == "authors" })
	}
	if !found {
		return
	}
	if t := by().ReplaceAllString(fold(words(n)), ""); len(t) < 80 && !strings.ContainsAny(t, "0123456789:") && capitalized(t) {
		h.bylines = append(h.bylines, t)
	}
}

// marksPublished tells whether RDFa calls an element the date of publication:
// property="dc:date dc:created".
func marksPublished(n *html.Node) bool {
	for p := range strings.FieldsSeq(strings.ToLower(attr(n, "property"))) {
		if _, name, _ := strings.Cut(p, ":"); slices.Contains(publishedNames, p) || slices.Contains(publishedNames, name) {
			return true
		}
	}
	return false
}

func publishedMark(n *html.Node) bool {
	return hasWord(attr(n, "itemprop"), "datePublished") || has(n, "pubdate") || hasWord(strings.ToLower(attr(n, "class")), "published")
}

// saysArticle tells whether the markup calls the page an article.
func (h *head) saysArticle() bool {
	for _, t := range h.data {
		if t.article {
			return true
		}
	}
	return strings.EqualFold(h.first("og:type"), "article") || h.first("article:published_time") != ""
}

// articleBody gives the article's text where the page has it in its markup
// only, for a script to show.
func (h *head) articleBody() []string {
	for _, t := range h.data {
		if len(t.body) <= MaxText {
			if p := paragraphs(stdhtml.UnescapeString(t.body)); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// first gives the first content of the first of the names that has one.
func (h *head) first(names ...string) string {
	for _, n := range names {
		if c := h.meta[n]; len(c) > 0 {
			return c[0]
		}
	}
	return ""
}

// canonicalURL gives the absolute URL that the page calls its own, "" where
// it names none. pageURL may be "".
func (h *head) canonicalURL(pageURL string) string {
	base, err := url.Parse(pageURL)
	if err != nil {
		base = &url.URL{}
	}
	if b, err := base.Parse(h.base); err == nil {
		base = b
	}
	for _, c := range []string{h.canonical, h.first("og:url")} {
		if u, err := base.Parse(c); c != "" && err == nil && u.IsAbs() && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

// publisher gives the site's own name, else the host of the page's URL.
func (h *head) publisher(pageURL string) string {
	if s := h.first("og:site_name"); s != "" {
		return s
	}
	for _, t := range h.data {
		if t.publisher != "" {
			return t.publisher
		}
	}
	if u, err := url.Parse(pageURL); err == nil {
		return strings.ToLower(u.Hostname())
	}
	return ""
}

// siteNames gives every name that the page's markup has for its site.
func (h *head) siteNames(pageURL string) []string {
	names := []string{h.publisher(pageURL)}
	for _, k := range []string{"application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "dcterms.publisher", "twitter:site"} {
		names = append(names, strings.TrimPrefix(h.first(k), "@"))
	}
	for _, t := range h.data {
		names = append(names, t.publisher)
	}
	for _, at := range []string{pageURL, h.canonicalURL(pageURL)} {
		if u, err := url.Parse(at); err == nil {
			host := strings.TrimPrefix(u.Hostname(), "www.")
			names = append(names, host, strings.SplitN(host, ".", 2)[0])
		}
	}
	return append(names, h.homes...)
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// words gives the text within an element, of a long one the beginning.
func words(n *html.Node) string {
	var b strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode {
			b.WriteString(k.Data[:min(len(k.Data), maxField+1)])
			if b.Len() > maxField {
				break
			}
		}
	}
	return b.String()
}

func or(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}
