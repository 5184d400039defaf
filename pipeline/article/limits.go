package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/pipeline"
)

// Limits of a page, all by count. The largest of 440 press pages of the world
// has 9,000 nodes, the longest article 94 KB; what comes after takes a second
// for MaxText.
const (
	MaxNodes    = 300_000   // nodes of the tree
	MaxText     = 256 << 10 // bytes of an article's text
	maxAllText  = 2 << 20   // bytes of all texts of a page
	maxJudged   = 60_000    // nodes of a tree that readability is asked about
	maxJudgment = 5_000_000 // and its work, as measure counts it
)

// checkSize rejects a page whose tree would have too many nodes, before the
// tree is built: html.Parse takes no limit, and eight megabytes of <p> make a
// gigabyte of tree. Of tags that are long, attributes count too.
//
// A tree has about as many nodes as the page has tags and texts between them,
// but for one thing: a formatting element (b, i, font ...) that is still open
// where a block ends is opened anew in the next one. Four hundred open
// elements and a hundred thousand blocks would be forty million nodes, so the
// open ones are counted at every tag, but for a few that real pages forget.
func checkSize(body string) error {
	const forgotten = 3
	z := html.NewTokenizer(strings.NewReader(body))
	var open openFormatting
	for nodes := 0; ; {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.TextToken, html.CommentToken:
			nodes++
		case html.StartTagToken, html.SelfClosingTagToken:
			name, plural := z.TagName()
			tag := atom.Lookup(name)
			if nodes += 1 + manyAttributes(z); formatting(tag) {
				open.push(tag, !plural)
			} else {
				nodes += max(len(open)-forgotten, 0)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			open.pop(atom.Lookup(name))
		}
		if nodes > MaxNodes {
			return fail(pipeline.TooManyNodes, "more than %d nodes", MaxNodes)
		}
	}
}

// manyAttributes counts the attributes of a long tag, two as a node.
func manyAttributes(z *html.Tokenizer) int {
	if len(z.Raw()) < 500 {
		return 0
	}
	n := 0
	for more := true; more; n++ {
		_, _, more = z.TagAttr()
	}
	return n / 2
}

// openFormatting holds the formatting elements that are open. Of those with
// equal attributes HTML opens three anew; without comparing them, three
// without any.
type openFormatting []atom.Atom

func (o *openFormatting) push(tag atom.Atom, bare bool) {
	if bare {
		same := 0
		for _, t := range *o {
			if t == tag {
				same++
			}
		}
		if same >= 3 {
			return
		}
	}
	if len(*o) < 600 { // html.Parse gives up at 512
		*o = append(*o, tag)
	}
}

func (o *openFormatting) pop(tag atom.Atom) {
	for i := len(*o) - 1; i >= 0; i-- {
		if (*o)[i] == tag {
			*o = append((*o)[:i], (*o)[i+1:]...)
			return
		}
	}
}

// formatting tells of the elements that HTML opens anew in the next block. A
// link is not among them: the next one closes it.
func formatting(tag atom.Atom) bool {
	switch tag {
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

// size is what a tree measures.
type size struct{ nodes, work int }

// measure counts nodes and the work that they make for readability, which goes
// through all text under an element for every one of the elements around it.
func measure(root *html.Node) size {
	var s size
	depth := 0
	for n := root; n != nil; {
		s.nodes++
		s.work += depth
		if n.Type == html.TextNode {
			s.work += depth * len(n.Data) / 8
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return s
}

// prune takes out of the tree what is no content, for the passes that follow,
// and names and titles of a length that no page has.
func prune(root *html.Node) {
	for n := root.FirstChild; n != nil; {
		next := n.NextSibling
		switch {
		case n.Type == html.CommentNode, n.Type == html.ElementNode && scaffold(n.DataAtom), n.DataAtom == atom.Title && len(words(n)) > maxField:
			root.RemoveChild(n)
		default:
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
				return len(a.Val) > maxField && (a.Key == "class" || a.Key == "id" || a.Key == "style")
			})
			prune(n)
		}
		n = next
	}
}

func scaffold(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Link, atom.Meta:
		return true
	}
	return false
}
