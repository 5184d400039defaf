package article

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is the text between two block boundaries of a page: a paragraph, a
// heading, a list item, a row or cell of a table, the words before <br><br>.
type block struct {
	text  string
	elem  *html.Node // nearest element around it that is no inline one
	runes int        // of text
	raw   int        // bytes of its text nodes, white space at their ends left out
	links int        // of these, bytes within links
	first int        // number of its first text node
	last  int        // number after that of its last text node
	kept  int        // bytes of raw that readability kept
	in    place
	into  *html.Node // container, set by place
}

// place tells what a block stands in, a bit for each.
type place uint16

const (
	inHeading place = 1 << iota
	inFigure
	inFurniture // an element whose class or id says so
)

// page is a page cut into blocks, in document order.
type page struct {
	blocks []*block
	bytes  int                // of text nodes
	texts  []*html.Node       // the text nodes of all blocks
	hidden bool               // some element is hidden
	owned  map[*html.Node]int // blocks that an element holds without another block-level element between
}

// cut cuts the tree under root into blocks. It numbers the text nodes: the
// number rides in the node's attributes, which rendering ignores and a deep
// copy keeps, so that what readability kept can be told whatever it did to
// the elements around.
func cut(root *html.Node) *page {
	c := cutter{page: &page{owned: map[*html.Node]int{}}}
	c.children(root, root, 0)
	c.flush()
	c.settleFurniture()
	return c.page
}

type cutter struct {
	*page
	words   strings.Builder
	now     block
	lines   []line // of the block being cut, before the current one
	link    int    // depth of links
	breaks  int
	row     *html.Node // the row of a data table being cut, whose cells make one block
	cell    bool       // a further cell of it begins
	further bool       // a further line of a cell begins

	furniture []furnitureSpan
}

// furnitureSpan is the run of blocks of an element that its name calls furniture.
type furnitureSpan struct {
	first, last int
	most        int // percent of the page's prose up to which the name is believed
}

func (c *cutter) children(n, elem *html.Node, in place) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.Type {
		case html.TextNode:
			c.text(k, elem, in)
		case html.ElementNode:
			c.element(k, elem, in)
		}
	}
}

func (c *cutter) element(n, elem *html.Node, in place) {
	if n.DataAtom == atom.Br {
		if c.row != nil {
			c.words.WriteByte(' ')
			c.further = c.now.raw > 0
			return
		}
		if c.breaks++; c.breaks == 1 {
			c.endLine()
		}
		return
	}
	if unseen(n) {
		return
	}
	if hidden(n) {
		c.hidden = true
		return
	}
	first := len(c.blocks)
	if inline(n) {
		if n.DataAtom == atom.A {
			c.link++
			defer func() { c.link-- }()
		}
		c.children(n, elem, in)
		return
	}
	if c.row != nil {
		c.cell = c.now.raw > 0
		c.children(n, elem, in)
		return
	}
	c.flush()
	if dataRow(n) {
		c.row = n
	}
	c.children(n, n, in|placeOf(n))
	c.row, c.cell, c.further = nil, false, false
	c.flush()
	if len(c.blocks) > first {
		if most := beside(n); most > 0 {
			c.furniture = append(c.furniture, furnitureSpan{first, len(c.blocks), most})
		}
	}
}

func (c *cutter) text(n, elem *html.Node, in place) {
	size := len(strings.TrimSpace(n.Data))
	if c.bytes += size; c.bytes > maxAllText {
		return // the page is rejected for it
	}
	if size == 0 {
		c.words.WriteString(n.Data)
		return
	}
	if c.breaks > 1 {
		c.flush()
	}
	c.breaks = 0
	if c.cell || c.further && !runsOn(c.words.String(), n.Data) {
		c.words.WriteString(cellMark)
	}
	c.cell, c.further = false, false
	if c.now.raw == 0 {
		c.now.elem, c.now.in, c.now.first = elem, in, len(c.texts)
	}
	n.Attr = []html.Attribute{{Key: "n", Val: strconv.Itoa(len(c.texts))}}
	c.texts = append(c.texts, n)
	c.now.raw += size
	if c.link > 0 {
		c.now.links += size
	}
	c.words.WriteString(n.Data)
}

// cellMark stands in the text between the cells of a table's row, and between
// the lines of a cell.
const cellMark = " | "

// runsOn tells whether a line of a cell goes on in the next one: it ends with a
// comma, a dash or a function word, or the next begins in lower case.
func runsOn(line, next string) bool {
	words := strings.Fields(line)
	if len(words) == 0 {
		return true
	}
	last := strings.ToLower(words[len(words)-1])
	return tellingWords[last] || plainWords[last] || strings.ContainsAny(last[len(last)-1:], ",-&/:") || startsLow(strings.TrimSpace(next))
}

// Bounds of a row of a data table: more and longer cells are a layout.
const (
	maxCells = 8
	maxCell  = 200 // bytes
)

// dataRow tells whether an element is a row of short cells, which are read
// together: a name and a post, a time and what is planned.
func dataRow(n *html.Node) bool {
	if n.DataAtom != atom.Tr {
		return false
	}
	cells := 0
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch {
		case k.Type != html.ElementNode:
		case k.DataAtom != atom.Td && k.DataAtom != atom.Th:
			return false
		default:
			size := 0
			if cells++; cells > maxCells || !shortCell(k, &size) {
				return false
			}
		}
	}
	return cells > 1
}

// shortCell tells whether a cell holds nothing but inline elements, line breaks
// and at most maxCell bytes of text, or one paragraph of these; size counts them.
func shortCell(n *html.Node, size *int) bool {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.Type {
		case html.TextNode:
			*size += len(strings.TrimSpace(k.Data))
		case html.ElementNode:
			if k.DataAtom != atom.Br && !inline(k) && !(k.DataAtom == atom.P && alone(k)) || !shortCell(k, size) {
				return false
			}
		}
		if *size > maxCell {
			return false
		}
	}
	return true
}

// alone tells whether nothing but white space and comments stands beside an element.
func alone(n *html.Node) bool {
	for k := n.Parent.FirstChild; k != nil; k = k.NextSibling {
		if k != n && (k.Type == html.ElementNode || k.Type == html.TextNode && strings.TrimSpace(k.Data) != "") {
			return false
		}
	}
	return true
}

// line is a block before it is known whether the next line goes on with it.
type line struct {
	block
	words string
}

// endLine ends a line, at a <br> or at the end of a block.
func (c *cutter) endLine() {
	if c.now.raw > 0 {
		c.now.last = len(c.texts)
		c.lines = append(c.lines, line{c.now, c.words.String()})
		c.now = block{}
		c.words.Reset()
	}
}

// flush ends a block: its lines become blocks, but for those that go on with
// the line before: they begin in lower case, or the text is broken at a width.
func (c *cutter) flush() {
	c.endLine()
	c.breaks = 0
	c.words.Reset()
	if len(c.lines) == 0 {
		return
	}
	texts := make([]string, len(c.lines))
	for i, l := range c.lines {
		texts[i] = fold(l.words)
	}
	width := brokenAt(texts)
	var last *block
	var parts []string
	for i, l := range c.lines {
		switch {
		case texts[i] == "":
			continue
		case last != nil && (startsLow(texts[i]) || broken(parts[len(parts)-1], texts[i], width)):
			last.join(&l.block)
		default:
			c.add(last, parts)
			b := l.block
			last, parts = &b, nil
		}
		parts = append(parts, texts[i])
	}
	c.add(last, parts)
	c.lines = c.lines[:0]
}

// add adds a block made of lines.
func (c *cutter) add(b *block, lines []string) {
	if b == nil {
		return
	}
	b.text = strings.Join(lines, " ")
	b.runes = utf8.RuneCountInString(b.text)
	c.owned[b.elem]++
	c.blocks = append(c.blocks, b)
}

// join adds what is counted of another line to a block.
func (b *block) join(next *block) {
	b.raw += next.raw
	b.links += next.links
	b.last = next.last
}

func startsLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// settleFurniture marks the blocks of elements that are called furniture,
// but for those that hold much of the page's prose or text: a body whose class
// says "newsletter" is no newsletter box.
func (c *cutter) settleFurniture() {
	prose, text := make([]int, len(c.blocks)+1), make([]int, len(c.blocks)+1) // before block i
	for i, b := range c.blocks {
		prose[i+1], text[i+1] = prose[i], text[i]+b.raw-b.links
		if b.prose() {
			prose[i+1] += b.runes
		}
	}
	n := len(c.blocks)
	for _, f := range c.furniture {
		if 100*(prose[f.last]-prose[f.first]) > f.most*prose[n] || 100*(text[f.last]-text[f.first]) > max(f.most, 50)*text[n] {
			continue
		}
		for _, b := range c.blocks[f.first:f.last] {
			b.in |= inFurniture
		}
	}
}

// prose tells whether a block reads like a paragraph of running text: long,
// or a short one that ends like a sentence, and not made of links.
func (b *block) prose() bool { return b.sentence(40) }

// sentence is prose with another least length for what ends like a sentence.
func (b *block) sentence(least int) bool {
	if b.in&(inHeading|inFigure) != 0 || 2*b.links > b.raw {
		return false
	}
	return b.runes >= 100 || b.runes >= least && endsSentence(b.text) && strings.Count(b.text, " ") >= 3
}

// endsSentence tells whether text ends with a stop, be it followed by closing marks.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？", r)
}

func placeOf(n *html.Node) place {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return inHeading
	case atom.Figure, atom.Figcaption, atom.Caption:
		return inFigure
	}
	return 0
}

// inline tells of elements that do not part their text from the text around.
// So are those that HTML does not know.
func inline(n *html.Node) bool {
	switch n.DataAtom {
	case 0, atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn,
		atom.Em, atom.Font, atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Picture, atom.Q, atom.Rb,
		atom.Ruby, atom.S, atom.Samp, atom.Slot, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time,
		atom.Tt, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return false
}

// unseen tells of elements whose text a reader of the page does not see, or
// that hold controls and menus.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Applet, atom.Audio, atom.Button, atom.Canvas, atom.Datalist, atom.Dialog, atom.Embed, atom.Head, atom.Iframe, atom.Input,
		atom.Map, atom.Math, atom.Nav, atom.Noembed, atom.Noframes, atom.Noscript, atom.Object, atom.Rp, atom.Rt, atom.Script, atom.Select,
		atom.Style, atom.Svg, atom.Template, atom.Textarea, atom.Title, atom.Video:
		return true
	}
	switch attr(n, "role") {
	case "navigation", "menu", "menubar", "dialog", "alertdialog", "search", "toolbar", "tablist":
		return true
	}
	return false
}

// hidden tells of an element that its own attributes hide.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			v := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}
