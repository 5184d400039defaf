// Package article makes the article of a page: its text, cut free from menus,
// share bars and all else that stands around it, and what the page says about
// itself: title, authors, date, language, canonical URL, publisher.
package article

import (
	"bytes"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/pipeline"
	"readout/pipeline/record"
)

// Options of Extract. The zero value is what the program does.
type Options struct {
	// AnyLanguage takes articles in any language, for measuring on pages of the world.
	AnyLanguage bool
}

// Extract makes the article of a page. It is pure and safe for concurrent use.
// The error is a *pipeline.Error with stage article and reason empty, binary,
// bad_encoding, too_large, too_many_nodes, too_deep, no_article or not_english.
// All limits are counts, so that the same page always ends the same way.
func Extract(page *pipeline.Page) (*pipeline.Article, error) { return Options{}.Extract(page) }

// Extract makes the article of a page, as the function Extract does: pure, safe for
// concurrent use, with the same errors; with AnyLanguage there is no not_english.
func (o Options) Extract(page *pipeline.Page) (*pipeline.Article, error) {
	if len(page.Body) > pipeline.MaxPageBytes {
		return nil, fail(pipeline.TooLarge, "%d bytes, the limit is %d", len(page.Body), pipeline.MaxPageBytes)
	}
	if len(bytes.TrimSpace(page.Body)) == 0 {
		return nil, fail(pipeline.Empty, "")
	}
	s, err := decode(page)
	if err != nil {
		return nil, err
	}
	var p *parts
	if page.Format == pipeline.Text {
		if len(s) > maxAllText {
			return nil, fail(pipeline.TooLarge, "a text of %d bytes, the limit is %d", len(s), MaxText)
		}
		p = plainText(s)
	} else if p, err = htmlText(s, page.URL); err != nil {
		return nil, err
	}
	a := p.article()
	body := a.Text[a.BodyStart:]
	switch {
	case len(a.Text) > MaxText:
		return nil, fail(pipeline.TooLarge, "an article of %d bytes, the limit is %d", len(a.Text), MaxText)
	case p.blank:
		return nil, fail(pipeline.Empty, "the page has no text that shows")
	case body == "":
		return nil, fail(pipeline.NoArticle, "")
	case !english(body, a.Language):
		if !o.AnyLanguage {
			return nil, fail(pipeline.NotEnglish, "")
		}
	case !strings.HasPrefix(a.Language, "en"):
		a.Language = "en"
	}
	a.Source.URL, a.Source.Path, a.Source.SHA256 = shown(page.URL), shown(page.Path), record.SHA256(page.Body)
	if a.Retrieved = page.Retrieved; !page.Retrieved.IsZero() {
		a.Source.Retrieved = page.Retrieved.UTC().Format(time.RFC3339)
	}
	a.ID = record.PageID(page.URL, page.Path)
	if page.URL == "" && page.Path == "-" {
		a.ID = record.BytesID(page.Body)
	}
	return a, nil
}

// shown replaces the bytes of a name that are no UTF-8, as JSON does: every
// sink has the same words. The id is that of the name itself.
func shown(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	return string([]rune(name))
}

func fail(reason pipeline.Reason, format string, args ...any) *pipeline.Error {
	return pipeline.Fail(pipeline.StageArticle, reason, format, args...)
}

// parts are the parts of an article before they are put together.
type parts struct {
	title, dateline string
	body            []string
	published       string
	authors         []string
	language        string
	canonical       string
	publisher       string
	blank           bool // there is no text at all
}

// article puts the parts together. Titles that the body repeats at its head
// are left out, but never all of the body.
func (p *parts) article() *pipeline.Article {
	a := &pipeline.Article{Title: p.title, Authors: p.authors, Published: p.published, Language: p.language}
	a.Source.Canonical, a.Source.Publisher = p.canonical, p.publisher
	if a.Authors == nil {
		a.Authors = []string{}
	}
	var b strings.Builder
	add := func(s string) pipeline.Span {
		if s == "" {
			return pipeline.Span{Start: b.Len(), End: b.Len()}
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(s)
		return pipeline.Span{Start: start, End: b.Len()}
	}
	add(p.title)
	if p.dateline != "" {
		a.Dateline = add(p.dateline)
	}
	body := p.body
	for len(body) > 1 && same(body[0], p.title) {
		body = body[1:]
	}
	for i, s := range body {
		if at := add(s); i == 0 {
			a.BodyStart = at.Start
		}
	}
	a.Text = b.String()
	if len(body) == 0 {
		a.BodyStart = len(a.Text)
	}
	return a
}

// htmlText reads an HTML page.
func htmlText(s, pageURL string) (*parts, error) {
	if err := checkSize(s); err != nil {
		return nil, err
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(s))
	if err != nil {
		return nil, fail(pipeline.TooDeep, "more than 512 elements within each other")
	}
	root := doc.Nodes[0]
	if measure(root).nodes > MaxNodes {
		return nil, fail(pipeline.TooManyNodes, "more than %d nodes", MaxNodes)
	}
	h := readHead(root)
	prune(root)
	base, err := url.Parse(pageURL)
	if err != nil || pageURL == "" {
		base = &url.URL{Scheme: "https", Host: "page.invalid"} // readability needs one to resolve links that nobody reads
	}
	return h.parts(root, base, pageURL)
}

// parts reads the article of a tree.
func (h *head) parts(root *html.Node, base *url.URL, pageURL string) (*parts, error) {
	p := &parts{language: h.language(), canonical: h.canonicalURL(pageURL), publisher: h.publisher(pageURL)}
	pg, body, err := findBody(root, base)
	if err != nil {
		return nil, err
	}
	var headings []string
	for _, b := range pg.blocks {
		switch {
		case b.level() != atom.H1 || len(headings) >= 16 || len(b.text) > maxField:
		case b.masthead():
			h.homes = append(h.homes, b.text)
		default:
			headings = append(headings, b.text)
		}
	}
	sites := h.siteNames(pageURL)
	p.title = h.headline(headings, pg.displayed(body), sites)
	if len(body) == 0 {
		p.body = h.articleBody()
	}
	p.blank = len(pg.blocks)+len(p.body) == 0
	if !h.saysArticle() && pg.listing(body) {
		body = nil
	}
	beside := pg.beside(p.title, body)
	p.published = h.published(beside, pg.datesAround(p.title, body))
	p.authors = h.writers(sites, beside)
	if p.title == "" && len(body) > 2 && isTitle(body[0].text) && isDateline(body[1].text) {
		p.title = body[0].text // the page has its title and its date as plain paragraphs only
	}
	for _, b := range body {
		switch {
		case len(p.body) < 4 && same(b.text, p.title):
		case len(p.body) == 0 && isByline(b.text):
		case p.dateline == "" && len(p.body) == 0 && isDateline(b.text):
			p.dateline = b.text
		default:
			p.body = append(p.body, b.text)
		}
	}
	return p, nil
}

// findBody cuts a tree and finds the article's body in it; where there is none
// to be seen, among what is hidden.
func findBody(root *html.Node, base *url.URL) (*page, []*block, error) {
	pg := cut(root)
	body := pg.body(root, base)
	if len(body) == 0 && pg.hidden {
		unhide(root)
		pg = cut(root)
		body = pg.body(root, base)
	}
	if pg.bytes > maxAllText {
		return nil, nil, fail(pipeline.TooLarge, "more than %d bytes of text", maxAllText)
	}
	return pg, body, nil
}

// level gives the heading element that a block stands in, 0 for none.
func (b *block) level() atom.Atom {
	if b.in&inHeading == 0 {
		return 0
	}
	for n := b.elem; n != nil; n = n.Parent {
		if placeOf(n) == inHeading {
			return n.DataAtom
		}
	}
	return 0
}
