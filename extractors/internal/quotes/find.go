// Package quotes is a grammar of reported speech: it finds the stretches of a
// text that stand in quotation marks, tells words that somebody said from
// titles, names and scare quotes, and finds the words that name the speaker.
//
// It works over strings and byte spans and knows no extractor: the names of
// people and bodies are given to it. All functions are pure and safe for
// concurrent use; none fails on any input.
package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline/record"
)

// Quote is one stretch from an opening to a closing mark. A speech that runs
// over several paragraphs, with a mark at the head of each and a closing one
// only at its end, is one stretch. Marks within a stretch belong to it.
type Quote struct {
	Outer    record.Span // with its marks
	Inner    record.Span // without its marks and the white space beside them
	Unclosed bool        // no closing mark: it ends with its paragraph
}

const (
	maxDepth   = 6  // marks within marks; deeper is no language
	maxRetries = 32 // openings of one paragraph that turn out to be unbalanced
	maxRun     = 12 // paragraphs of one speech with no mark at their head
	maxSpeech  = 60 // paragraphs of one speech
)

// Find gives the stretches in quotation marks in the order of the text, never
// overlapping, on rune boundaries, with two letters or digits at least in each.
// Double marks and guillemets go first; single marks count only outside them.
// An apostrophe, an inch mark or a mark without a partner opens nothing.
func Find(text string) []Quote {
	ks := blocks(text)
	all := marks(text, ks)
	p := pairer{text: text, blocks: ks}
	wide := p.pair(pick(all, func(m mark) bool { return m.family != single }))
	narrow := p.pair(pick(all, func(m mark) bool {
		return m.family == single && !within(wide, m.start)
	}))
	return merge(text, wide, narrow)
}

// merge puts the stretches in single marks between those in double marks. One
// that holds double marks is the outer one where it ends as speech ends.
func merge(text string, wide, narrow []Quote) []Quote {
	var out []Quote
	next := 0
	for _, q := range narrow {
		for next < len(wide) && wide[next].Outer.End <= q.Outer.Start {
			out = append(out, wide[next])
			next++
		}
		// A stretch in single marks that holds double ones is the outer one where it ends as speech ends.
		speech := strings.IndexByte(",.!?", text[q.Inner.End-1]) >= 0
		last := next
		for last < len(wide) && wide[last].Outer.Start < q.Outer.End {
			speech = speech && q.Outer.Contains(wide[last].Outer)
			last++
		}
		if last == next || speech {
			out = append(out, q)
			next = last
		}
	}
	return append(out, wide[next:]...)
}

func pick(all []mark, keep func(mark) bool) []mark {
	var out []mark
	for _, m := range all {
		if keep(m) {
			out = append(out, m)
		}
	}
	return out
}

// within tells whether a byte lies in one of the quotes, which are in order.
func within(qs []Quote, at int) bool {
	i, found := slices.BinarySearchFunc(qs, at, func(q Quote, at int) int { return q.Outer.Start - at })
	return found || i > 0 && at < qs[i-1].Outer.End
}

// pairer pairs marks of one family over the paragraphs of a text.
type pairer struct {
	text   string
	blocks []block
	marks  []mark
	out    []Quote
}

func (p pairer) pair(ms []mark) []Quote {
	p.marks = ms
	for i := 0; i < len(ms); {
		i = p.paragraph(i, 0)
	}
	return p.out
}

// paragraph pairs the marks from i to the end of their paragraph (or of the
// speech that begins in it) and gives the first mark that it left.
func (p *pairer) paragraph(i, tries int) int {
	stack, next := p.scan(nil, i, func(open, end int) {
		p.emit(p.marks[open], p.marks[end].start, p.marks[end].end, false)
	})
	if len(stack) == 0 {
		return next
	}
	return p.unclosed(stack[0], next, tries)
}

// scan pairs the marks from i to the end of their paragraph, with the openings
// in stack still waiting for their partner. It calls found for each pair that
// leaves the stack empty and gives the openings left and the first mark of a
// later paragraph; where stack was not empty it stops after the first pair.
func (p *pairer) scan(stack []int, i int, found func(open, end int)) ([]int, int) {
	carried := len(stack) > 0
	for b := p.blockOf(i); i < len(p.marks) && p.marks[i].block == b; i++ {
		m := p.marks[i]
		if at := p.closes(stack, i); at >= 0 {
			if at == 0 {
				found(stack[0], i)
				if carried {
					return nil, i + 1
				}
			}
			stack = stack[:at]
			continue
		}
		switch {
		case !opens(m), len(stack) >= maxDepth:
		case len(stack) > 0 && m.family == single:
		case len(stack) > 0 && m.shape == straight && !carried:
			stack = append(stack[:len(stack)-1], i) // straight marks do not nest: the former had no partner
		case len(stack) > 0 && m.shape == straight:
		default:
			stack = append(stack, i)
		}
	}
	return stack, i
}

func (p *pairer) blockOf(i int) int {
	if i < len(p.marks) {
		return p.marks[i].block
	}
	return -1
}

func opens(m mark) bool {
	switch m.shape {
	case low, opening:
		return m.canOpen || m.shape == low
	}
	return m.canOpen && !(m.canClose && m.shape == closing)
}

// closes gives the place in the stack of the opening that mark i closes, or -1.
func (p *pairer) closes(stack []int, i int) int {
	m := p.marks[i]
	for at := len(stack) - 1; at >= 0; at-- {
		o := p.marks[stack[at]]
		if o.family != m.family {
			continue
		}
		switch {
		case m.shape == low, m.family == single && (m.shape == straight) != (o.shape == straight):
			return -1
		case m.shape == opening && o.shape != low && !(m.canClose && !m.canOpen):
			return -1 // “ closes only „ and, by a slip, “
		case m.shape == closing && o.shape == opening && m.family != single:
		case !m.canClose:
			return -1
		}
		if m.family == single && p.possessive(i) {
			return -1
		}
		if m.shape == straight && p.inch(i) {
			return -1
		}
		return at
	}
	return -1
}

// possessive is true for the mark after a plural s (“the ministers’ talks”)
// where a better closing mark follows before another opens.
func (p *pairer) possessive(i int) bool {
	m := p.marks[i]
	if m.start == 0 || p.text[m.start-1] != 's' || m.end >= len(p.text) || p.text[m.end] != ' ' {
		return false
	}
	for _, n := range p.marks[i+1:] {
		if n.block != m.block || n.canOpen && !n.canClose {
			return false
		}
		if n.canClose {
			return true
		}
	}
	return false
}

// inch is true for a straight mark after a digit where the closing mark of the
// stretch is still to come.
func (p *pairer) inch(i int) bool {
	m := p.marks[i]
	if m.family != double || m.start == 0 || !digit(rune(p.text[m.start-1])) || i+1 >= len(p.marks) {
		return false
	}
	n := p.marks[i+1]
	return n.block == m.block && n.canClose && !n.canOpen
}

// unclosed deals with a paragraph that ends within a quote, whose opening is
// mark o; next is the first mark of a later paragraph. It gives the mark to go
// on with.
func (p *pairer) unclosed(o, next, tries int) int {
	open := p.marks[o]
	if i, ok := p.carriesOn(o, next); ok {
		p.emit(open, p.marks[i].start, p.marks[i].end, false)
		return i + 1
	}
	switch swallowed := o+1 < next; {
	case swallowed && tries < maxRetries:
		return p.paragraph(o+1, tries+1)
	case !swallowed && open.family != single && (open.first || introduced(p.text[:open.start])):
		end := p.blocks[open.block].end
		p.emit(open, end, end, true)
	}
	return next
}

// introduced tells whether the words before a mark announce speech.
func introduced(before string) bool {
	before = strings.TrimRight(before, " ")
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",")
}

// carriesOn finds the closing mark of a speech that goes on in later
// paragraphs: each begins with an opening mark, or the next mark that comes
// can only close.
func (p *pairer) carriesOn(o, next int) (at int, ok bool) {
	open := p.marks[o]
	for i, b := next, open.block+1; i < len(p.marks) && b <= open.block+maxSpeech; b++ {
		m := p.marks[i]
		if m.block != b || !m.first || !m.canOpen {
			alone := p.closes([]int{o}, i) == 0 && !(m.canOpen && m.shape != closing)
			return i, alone && open.family != single && m.block-open.block <= maxRun
		}
		if p.blockOf(i+1) != b {
			i++
			continue
		}
		found := -1
		_, i = p.scan([]int{o}, i+1, func(_, end int) { found = end })
		if found >= 0 {
			return found, true
		}
	}
	return 0, false
}

// emit adds the stretch from an opening mark to the bytes [end, after) of its closing one.
func (p *pairer) emit(open mark, end, after int, unclosed bool) {
	in := record.Span{Start: open.end, End: end}
	words := p.text[in.Start:in.End]
	in.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	in.End -= len(words) - len(strings.TrimRightFunc(words, unicode.IsSpace))
	n := 0
	for _, r := range words {
		if letter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	if n < 2 || !utf8.ValidString(words) {
		return
	}
	p.out = append(p.out, Quote{record.Span{Start: open.start, End: after}, in, unclosed})
}
