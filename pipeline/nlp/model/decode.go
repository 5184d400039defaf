package model

import (
	"math"
	"sync"
)

// Span is a name: words [First, Last) of a text.
type Span struct {
	First, Last int
	Type        Type
	// Probability is the model's posterior probability that exactly these
	// words are a name of this type, in thousandths.
	Probability int
}

// Tag gives the names of a text in order, without overlap: those of the most
// probable labelling. It computes with integers only, so that the same text
// gives the same names on every machine. Words may be any strings.
func (m *Model) Tag(t Text) []Span {
	var out []Span
	m.decode(t, func(c *chain) { out = c.names(out) })
	return out
}

// Odds are the probabilities, in thousandths, that a word is part of a name of
// each type; what they leave to 1000 is that it is part of none.
type Odds [Types]uint16

// Read gives the names of a text, as Tag does, and the odds of each of its words.
func (m *Model) Read(t Text) ([]Span, []Odds) {
	var out []Span
	odds := make([]Odds, len(t.Words))
	m.decode(t, func(c *chain) {
		out = c.names(out)
		c.sums()
		c.odds(odds[c.first:])
	})
	return out, odds
}

// chain is the lattice of one island.
type chain struct {
	m           *Model
	first       int             // word of the text
	score       [][Labels]int32 // of each label of each word
	best        [][Labels]int64 // Viterbi
	back        [][Labels]Label
	left, right [][Labels]int64 // logarithms of the sums over all labellings up to and from a word
	total       int64
	summed      bool
}

const never = math.MinInt64 / 4

func (m *Model) decode(t Text, take func(*chain)) {
	d := m.reader.read(t)
	c := &chain{m: m}
	var f Features
	for _, isle := range d.islands {
		core := d.core(isle)
		// Of the words around the core only the next one counts, as one outside of names.
		c.reset(island{max(isle.first, core.first-1), min(isle.last, core.last+1)})
		for i := range c.score {
			if at := c.first + i; core.first <= at && at < core.last {
				d.features(at, &f)
				m.score(&f, &c.score[i])
			} else {
				c.score[i] = outsideOnly
			}
		}
		c.viterbi()
		take(c)
	}
}

// outsideOnly is the score of a word that is outside of names.
var outsideOnly = func() (s [Labels]int32) {
	for l := range s {
		s[l] = -100 * One
	}
	s[Outside] = 0
	return s
}()

func (c *chain) reset(isle island) {
	n := isle.last - isle.first
	c.first, c.total, c.summed = isle.first, never, false
	if cap(c.score) < n {
		c.score = make([][Labels]int32, n, 2*n)
		c.best, c.left, c.right = make([][Labels]int64, 2*n), make([][Labels]int64, 2*n), make([][Labels]int64, 2*n)
		c.back = make([][Labels]Label, 2*n)
	}
	c.score = c.score[:n]
	clear(c.score)
}

// legal lists the transitions by the label they lead to.
var legal = Transitions()

func (c *chain) viterbi() {
	n := len(c.score)
	for l := range Label(Labels) {
		c.best[0][l] = never
		if Starts(l) {
			c.best[0][l] = int64(c.score[0][l])
		}
	}
	for i := 1; i < n; i++ {
		now, before, back := &c.best[i], &c.best[i-1], &c.back[i]
		for l := range now {
			now[l] = never
		}
		for _, x := range legal {
			if s := before[x.From] + int64(c.m.trans[x.From][x.To]); s > now[x.To] {
				now[x.To], back[x.To] = s, x.From
			}
		}
		for l := range now {
			now[l] += int64(c.score[i][l])
		}
	}
}

// names appends the names of the best labelling with their probabilities.
func (c *chain) names(out []Span) []Span {
	n := len(c.score)
	l := Outside
	for k := range Label(Labels) {
		if Ends(k) && c.best[n-1][k] > c.best[n-1][l] {
			l = k
		}
	}
	from := len(out)
	last := 0
	for i := n - 1; i >= 0; i-- {
		if l != Outside {
			t, p := part(l)
			if p == end || p == single {
				last = i + 1
			}
			if p == begin || p == single {
				out = append(out, Span{First: i, Last: last, Type: t})
			}
		}
		l = c.back[i][l]
	}
	for i, j := from, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	if len(out) > from {
		c.sums()
	}
	for i := from; i < len(out); i++ {
		s := &out[i]
		s.Probability = c.probability(s.First, s.Last, s.Type)
		s.First += c.first
		s.Last += c.first
	}
	return out
}

// sums runs forward and backward over the chain, once.
func (c *chain) sums() {
	if c.summed {
		return
	}
	c.summed = true
	n := len(c.score)
	t := tables()
	for l := range Label(Labels) {
		c.left[0][l], c.right[n-1][l] = never, never
		if Starts(l) {
			c.left[0][l] = int64(c.score[0][l])
		}
		if Ends(l) {
			c.right[n-1][l] = 0
		}
	}
	for i := 1; i < n; i++ {
		now, before := &c.left[i], &c.left[i-1]
		for l := range now {
			now[l] = never
		}
		for _, x := range legal {
			now[x.To] = t.add(now[x.To], before[x.From]+int64(c.m.trans[x.From][x.To]))
		}
		for l := range now {
			now[l] += int64(c.score[i][l])
		}
	}
	for i := n - 2; i >= 0; i-- {
		now, after := &c.right[i], &c.right[i+1]
		for l := range now {
			now[l] = never
		}
		for _, x := range legal {
			now[x.From] = t.add(now[x.From], after[x.To]+int64(c.score[i+1][x.To]+c.m.trans[x.From][x.To]))
		}
	}
	c.total = never
	for l := range Label(Labels) {
		if Ends(l) {
			c.total = t.add(c.total, c.left[n-1][l])
		}
	}
}

// probability gives that of words [first, last) of the chain being a name of the type.
func (c *chain) probability(first, last int, t Type) int {
	var s int64
	if last == first+1 {
		l := label(t, single)
		s = c.left[first][l] + c.right[first][l]
	} else {
		l := label(t, begin)
		s = c.left[first][l]
		for i := first + 1; i < last; i++ {
			to := label(t, inside)
			if i == last-1 {
				to = label(t, end)
			}
			s += int64(c.m.trans[l][to] + c.score[i][to])
			l = to
		}
		s += c.right[last-1][l]
	}
	return tables().thousandths(c.total - s)
}

// odds writes those of the words of the chain.
func (c *chain) odds(out []Odds) {
	t := tables()
	for i := range c.score {
		for l := Label(1); l < Labels; l++ {
			kind, _ := part(l)
			out[i][kind] += uint16(t.thousandths(c.total - c.left[i][l] - c.right[i][l]))
		}
	}
}

// logTables are logarithms and powers for numbers of 1/One nats.
type logTables struct {
	plus  []int64 // by difference/64: log(1+exp(-x))
	power []int32 // by difference/16: 1000*exp(-x)
}

var tables = sync.OnceValue(func() *logTables {
	t := &logTables{plus: make([]int64, 10*One/64), power: make([]int32, 8*One/16)}
	for i := range t.plus {
		t.plus[i] = int64(math.Round(One * math.Log1p(math.Exp(-(float64(i)+0.5)*64/One))))
	}
	for i := range t.power {
		t.power[i] = int32(math.Round(1000 * math.Exp(-float64(i)*16/One)))
	}
	return t
})

// add gives log(exp(a)+exp(b)).
func (t *logTables) add(a, b int64) int64 {
	high, low := max(a, b), min(a, b)
	if i := uint64(high-low) / 64; i < uint64(len(t.plus)) {
		return high + t.plus[i]
	}
	return high
}

func (t *logTables) thousandths(x int64) int {
	i := max(0, x) / 16
	if i >= int64(len(t.power)) {
		return 0
	}
	return int(t.power[i])
}
