package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/pipeline"
)

// MaxNodes is how many nodes the tree of a page may have.
const MaxNodes = 300_000

// checkSize rejects a page whose tree would have too many nodes, before the
// tree is built: html.Parse takes no limit, and eight megabytes of <p> make a
// gigabyte of tree. Attributes count as nodes.
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
			name, more := z.TagName()
			tag := atom.Lookup(name)
			attrs := 0
			for more {
				_, _, more = z.TagAttr()
				attrs++
			}
			if nodes += 1 + attrs/8; formatting(tag) {
				open.push(tag, attrs)
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

// openFormatting holds the formatting elements that are open. Of those with
// equal attributes HTML opens three anew; without comparing them, three
// without any.
type openFormatting []atom.Atom

func (o *openFormatting) push(tag atom.Atom, attrs int) {
	if attrs == 0 {
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
