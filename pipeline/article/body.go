package article

import (
	"net/url"
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
		if c.Type == html.ElementNode && !unseen(c) {
			if k++; k > 1 {
				return false
			}
		} else if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return false
		}
	}
	return k == 1
}

// choose decides which blocks are the article's body.
func (p *page) choose() []*block {
	mass, all := map[*html.Node]int{}, map[*html.Node]int{}
	for _, b := range p.blocks {
		b.into = p.container(b)
		if b.prose() && b.in&inFurniture == 0 {
			all[b.into] += b.runes
			if 2*b.kept > b.raw {
				mass[b.into] += b.runes
			}
		}
	}
	if 3*most(mass) < most(all) {
		mass = map[*html.Node]int{}
		for n, m := range all {
			if m == most(all) {
				mass[n] = m
			}
		}
	}
	var main *html.Node
	total := 0
	twins := map[string]int{}
	for _, b := range p.blocks {
		if main == nil || mass[b.into] > mass[main] {
			main = b.into
		}
		if b.prose() && mass[b.into] > 0 {
			total += b.runes
			twins[signature(b.into)] += b.runes
		}
	}
	own := within(main, atom.Article)
	mine := 0
	for _, b := range p.blocks {
		if b.prose() && mass[b.into] > 0 && within(b.into, atom.Article) == own {
			mine += b.runes
		}
	}
	var out []*block
	begun := false
	for _, b := range p.blocks {
		if b.in&(inFurniture|inFigure) != 0 || b.phrase() || 2*mine > total && within(b.into, atom.Article) != own {
			continue
		}
		kept := 2*b.kept > b.raw
		sig := signature(b.into)
		good := mass[b.into] > 0 || sig != "" && 10*twins[sig] > total
		switch {
		case b.prose() && (kept || good):
		case kept && good && endsSentence(b.text) && 5*b.links < 4*b.raw:
		case good && 2*b.links < b.raw && (kept || begun):
		default:
			continue
		}
		begun = begun || b.prose()
		out = append(out, b)
	}
	return out
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
