package article

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// beside gives the short texts between the article's title and the end of its
// first paragraph: where bylines and dates stand.
func (p *page) beside(title string, body []*block) []string {
	if len(body) == 0 {
		return nil
	}
	start, end := p.head(title, body)
	var out []string
	for _, b := range p.blocks[start:min(end+2, len(p.blocks))] {
		if b.runes < 120 && 2*b.links < b.raw {
			out = append(out, b.text)
		}
	}
	return out
}

// head gives the block of the title, else one some blocks before the body,
// and that which begins the body. body is not empty.
func (p *page) head(title string, body []*block) (start, end int) {
	for i, b := range p.blocks {
		if b == body[0] {
			end = i
		}
	}
	start = max(0, end-8)
	for i := end; i >= 0; i-- {
		if same(p.blocks[i].text, title) {
			return i, end
		}
	}
	return start, end
}

// datesAround gives the dates of the article that stand elsewhere than beside
// its title, the likeliest first: alone in a line shortly before the title or
// behind the lead, in the dateline that begins the first paragraph ("Accra, 3
// May 2021 (GNB) - "), in the sign-off under the last.
func (p *page) datesAround(title string, body []*block) []string {
	if len(body) == 0 {
		return nil
	}
	var out []string
	start, end := p.head(title, body)
	for i := start - 1; i >= 0 && i >= start-6; i-- {
		if b := p.blocks[i]; 2*b.links < b.raw && (isStamp(b.text) || isDateline(b.text)) {
			out = append(out, b.text)
		}
	}
	for i := end + 1; i < len(p.blocks) && i < end+10; i++ {
		if b := p.blocks[i]; 2*b.links < b.raw && isStamp(b.text) {
			out = append(out, b.text)
		}
	}
	for i, b := range body {
		if b.prose() || i > 3 {
			out = append(out, datelineDate(b.text))
			break
		}
	}
	for i := len(body) - 1; i > 0 && i >= len(body)-3; i-- {
		if isDateline(body[i].text) {
			out = append(out, body[i].text)
		}
	}
	return out
}

// stampWords are the words that stand with a page's own date.
var stampWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:minutes?|hours?|days?|ago|read|[ecmp][sd]t|bst|ist|last|first|updated?|published|publication|posted|created|modified|released?|issued|dated?|on|at|time|hrs?|h|am|pm|gmt|utc|` +
		`mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b`)
})

var label = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:last|first) )?(?:updated?|published|publication date|posted|released?|issued|dated?)(?: on| at)?\s*:`)
})

// isStamp tells whether a short text is a date and a time of day with nothing
// but the words that page dates stand with: "Last updated: 15 Feb. 2023 17:04".
func isStamp(s string) bool {
	if len(s) > 80 {
		return false
	}
	if label().MatchString(s) && findDate(s, false) != "" {
		return true
	}
	rest := s
	for _, f := range forms() {
		rest = f.re.ReplaceAllString(rest, " ")
	}
	if rest == s {
		return shortDay(s) != ""
	}
	rest = stampWords().ReplaceAllString(rest, " ")
	return len(strings.TrimFunc(letters(rest), unicode.IsDigit)) <= 6
}

var datelineEnd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[,.]?(?:\s*[(/\[]?\s*[A-Z][A-Z/.-]{1,14}\s*[)/\]]?[.,]?)?\s*(?:-|–|—|:|\(|\.\s+[A-Z]|/)`)
})

// datelineDate gives the date of the dateline that begins a paragraph: after
// nothing but a place, and before the mark that parts it from the text.
func datelineDate(s string) string {
	s = s[:min(len(s), 160)]
	for _, f := range forms() {
		for _, m := range f.re.FindAllStringIndex(s, 3) {
			if m[0] > 60 || !datelineEnd().MatchString(s[m[1]:]) {
				continue
			}
			place := strings.TrimRight(s[:m[0]], " ,;.–—|/(:-")
			if m[0] == 0 || place != "" && capitalized(strings.TrimRight(place, "0123456789, ")) {
				return s[m[0]:m[1]]
			}
		}
	}
	return ""
}

// headlineNames are the words by which pages call, in class names and ids, the
// element that shows an article's title.
var headlineNames = map[string]bool{"headline": true, "title": true, "heading": true, "titre": true, "header": true, "subject": true}

// displayed gives the texts that the page shows as the head of the article
// without calling them h1, the likeliest first: lower headings, elements whose
// class says headline or title, and lines in bold or large type, between which
// and the body nothing but the date, the byline and the like stands.
func (p *page) displayed(body []*block) []string {
	if len(body) == 0 {
		return nil
	}
	first := body[0]
	for _, b := range body[:min(len(body), 5)] {
		if b.prose() {
			first = b
			break
		}
	}
	end, begin := slices.Index(p.blocks, first), slices.Index(p.blocks, body[0])
	var out, short, last []string
	for n := range 9 {
		i := end - n - 1
		if n == 8 {
			i = end // the body's own first line comes last
		}
		if i < 0 {
			continue
		}
		b := p.blocks[i]
		if b.runes > 250 || b.runes < 8 || isStamp(b.text) || isDateline(b.text) || isByline(b.text) || b.phrase() || strings.HasSuffix(b.text, ".") && i == end {
			continue
		}
		if !b.named() && !b.stressed() {
			continue
		}
		switch words := strings.Count(b.text, " ") + 1; {
		case words >= 3:
			out = append(out, b.text)
		case words == 2 && i < begin:
			short = append(short, b.text)
		case words == 2:
			last = append(last, b.text)
		}
	}
	return slices.Concat(out, short, last)
}

// masthead tells whether the heading stands in an element whose class or id
// says that it shows the name of the site.
func (b *block) masthead() bool {
	for n, k := b.elem, 0; n != nil && k < 3; n, k = n.Parent, k+1 {
		found := false
		for _, a := range n.Attr {
			if a.Key == "class" || a.Key == "id" {
				for name := range strings.FieldsSeq(a.Val) {
					eachWord(name, func(w string) { found = found || w == "logo" || w == "masthead" || w == "brand" || w == "sitename" })
				}
			}
		}
		if found {
			return true
		}
	}
	return false
}

// named tells whether the block is a heading or stands in an element whose
// class or id calls it the title.
func (b *block) named() bool {
	if b.in&inHeading != 0 {
		return true
	}
	if 2*b.links > b.raw {
		return false
	}
	for n, k := b.elem, 0; n != nil && k < 2; n, k = n.Parent, k+1 {
		found := false
		for _, a := range n.Attr {
			if a.Key == "class" || a.Key == "id" {
				for name := range strings.FieldsSeq(a.Val) {
					eachWord(name, func(w string) { found = found || headlineNames[w] })
				}
			}
		}
		if found {
			return true
		}
		if n.Parent == nil || !only(n.Parent) {
			return false
		}
	}
	return false
}

// stressed tells whether all of the block is in bold or large type.
func (b *block) stressed() bool {
	if b.elem == nil || 2*b.links > b.raw {
		return false
	}
	stress, all := 0, 0
	for n := range b.elem.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		size := len(strings.TrimSpace(n.Data))
		if size == 0 || !strings.Contains(b.text, fold(n.Data)) {
			continue
		}
		all += size
		for a := n.Parent; a != nil && a != b.elem.Parent; a = a.Parent {
			if a.DataAtom == atom.B || a.DataAtom == atom.Strong || a.DataAtom == atom.Big {
				stress += size
				break
			}
		}
	}
	return all > 0 && 10*stress >= 9*b.raw
}

// isByline tells whether a short text is nothing but "By" and a name.
func isByline(s string) bool {
	name := by().ReplaceAllString(s, "")
	return name != s && utf8.RuneCountInString(s) < 80 && !strings.HasSuffix(name, ".") && capitalized(name)
}

// isDateline tells whether a paragraph is nothing but a date, with or without
// a place before it: "Lima, 3 March 2021".
func isDateline(s string) bool {
	if absoluteDate(s) != "" {
		return true
	}
	if !hasYear(s) || utf8.RuneCountInString(s) > 60 {
		return false
	}
	for _, f := range forms() {
		m := f.re.FindStringIndex(s)
		if m == nil || strings.Trim(s[m[1]:], " .)") != "" {
			continue
		}
		place := strings.Trim(s[:m[0]], " ,.–—-|/(")
		if place != "" && capitalized(place) {
			return true
		}
	}
	return false
}

// capitalized tells whether every word of a short text begins with a capital
// letter, particles of place names left out of account.
func capitalized(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if strings.ToLower(string(r)) == string(r) && !strings.Contains(" of de la the el and ", " "+w+" ") {
			return false
		}
		n++
	}
	return n > 0 && n <= 6
}
