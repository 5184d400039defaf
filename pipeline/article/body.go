package article

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// body finds the blocks of the article's body.
func (p *page) body(root *html.Node, base *url.URL) []*block {
	if p.bytes > maxAllText {
		return nil
	}
	if m := measure(root); m.nodes <= maxJudged && m.work <= maxJudgment {
		p.judge(root, base)
	}
	return p.choose()
}

// unhide takes the attributes off that hide elements: pages that are put
// together by scripts keep their text hidden until then.
func unhide(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && hidden(n) {
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" || a.Key == "style" })
		}
	}
}

// judge asks readability which text of the page is the article's, and notes
// it in the blocks.
func (p *page) judge(root *html.Node, base *url.URL) {
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	art, err := parser.ParseDocument(root, base)
	if err != nil || art.Node == nil {
		return
	}
	kept := make([]bool, len(p.texts))
	for n := range art.Node.Descendants() {
		if n.Type == html.TextNode && len(n.Attr) == 1 {
			if i, err := strconv.Atoi(n.Attr[0].Val); err == nil && i < len(kept) {
				kept[i] = true
			}
		}
	}
	for _, b := range p.blocks {
		for i := b.first; i < b.last; i++ {
			if kept[i] {
				b.kept += len(strings.TrimSpace(p.texts[i].Data))
			}
		}
	}
}

// container gives the element whose children the block's paragraph is one
// of: the parent of a p, the cell that holds several paragraphs parted by
// br, the parent of a list for its items.
func (p *page) container(b *block) *html.Node {
	e := b.elem
	if p.owned[e] > 1 && !part(e) {
		return e
	}
	for e.Parent != nil && e.Parent.Type == html.ElementNode {
		e = e.Parent
		if !part(e) && !only(e) {
			break
		}
	}
	return e
}

// part tells of elements that are parts of the text they stand in.
func part(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot, atom.Table, atom.Figure, atom.Figcaption, atom.Address,
		atom.Center, atom.Hgroup:
		return true
	}
	return inline(n)
}

// only tells of an element that wraps a single other one.
func only(n *html.Node) bool {
	k := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !unseen(c) && !hidden(c) {
			if k++; k > 1 {
				return false
			}
		} else if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return false
		}
	}
	return k == 1
}

// choose decides which blocks are the article's body: those of the elements
// that hold the running text which readability kept, and of their like.
func (p *page) choose() []*block {
	least := 40
	masses, all := p.masses(least)
	if len(all) == 0 {
		least = 15 // a note of a sentence or two
		masses, all = p.masses(least)
	}
	if 3*most(masses) < most(all) {
		masses = heaviest(all) // readability was not asked, or was led astray
	}
	c := p.core(least, masses)
	var out []*block
	begun := false
	for _, b := range p.blocks {
		if b.in&(inFurniture|inFigure) != 0 || b.phrase() || c.article != nil && within(b.into, atom.Article) != c.article {
			continue
		}
		kept, good, prose := 2*b.kept > b.raw, c.holds(b), b.sentence(least)
		switch {
		case prose && (kept || good):
		case good && kept && endsSentence(b.text) && 5*b.links < 4*b.raw:
		case good && 2*b.links < b.raw && (kept || begun || isDateline(b.text)):
		default:
			continue
		}
		begun = begun || prose
		out = append(out, b)
	}
	if !begun {
		return nil
	}
	return out
}

// core is what is known of the elements that hold an article's body.
type core struct {
	masses  map[*html.Node]int // running text by element
	likes   map[string]int     // the same by the element's signature
	total   int
	article *html.Node // the <article> that holds most of it; nil where none does
}

func (p *page) core(least int, masses map[*html.Node]int) core {
	c := core{masses: masses, likes: map[string]int{}}
	var main *html.Node
	for _, b := range p.blocks {
		if main == nil || masses[b.into] > masses[main] {
			main = b.into
		}
	}
	article := within(main, atom.Article)
	inside := 0
	for _, b := range p.blocks {
		if masses[b.into] == 0 || !b.sentence(least) {
			continue
		}
		c.total += b.runes
		c.likes[signature(b.into)] += b.runes
		if within(b.into, atom.Article) == article {
			inside += b.runes
		}
	}
	if 2*inside > c.total {
		c.article = article
	}
	return c
}

// holds tells whether a block stands in an element that holds running text, or
// in one with the same class as those that hold a good part of it.
func (c *core) holds(b *block) bool {
	if c.masses[b.into] > 0 {
		return true
	}
	s := signature(b.into)
	return s != "" && 10*c.likes[s] > c.total
}

// masses gives how much running text each element holds: what readability
// kept of it, and all.
func (p *page) masses(least int) (kept, all map[*html.Node]int) {
	kept, all = map[*html.Node]int{}, map[*html.Node]int{}
	for _, b := range p.blocks {
		b.into = p.container(b)
		if b.sentence(least) && b.in&inFurniture == 0 && !b.phrase() {
			all[b.into] += b.runes
			if 2*b.kept > b.raw {
				kept[b.into] += b.runes
			}
		}
	}
	return kept, all
}

// heaviest keeps the elements that hold most.
func heaviest(mass map[*html.Node]int) map[*html.Node]int {
	out := map[*html.Node]int{}
	m := most(mass)
	for n, x := range mass {
		if x == m {
			out[n] = x
		}
	}
	return out
}

// listing tells whether a body is the texts of a list of articles: between
// its paragraphs stand as many headings that are links.
func (p *page) listing(body []*block) bool {
	paragraphs, headings := 0, 0
	in := map[*block]bool{}
	for _, b := range body {
		in[b] = true
	}
	left := len(body)
	for _, b := range p.blocks {
		if in[b] {
			left--
			if b.prose() {
				paragraphs++
			}
		} else if left > 0 && left < len(body) && b.in&inHeading != 0 && 5*b.links > 4*b.raw {
			headings++
		}
	}
	return headings >= 4 && 2*headings >= paragraphs
}

func most(mass map[*html.Node]int) int {
	m := 0
	for _, x := range mass {
		m = max(m, x)
	}
	return m
}

// signature gives the tag and class of an element, "" where it has no class.
func signature(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" && strings.TrimSpace(a.Val) != "" {
			return n.Data + " " + strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// within gives the nearest element of a kind around n, n itself included; nil
// where there is none.
func within(n *html.Node, kind atom.Atom) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == kind {
			return n
		}
	}
	return nil
}
