package train

import (
	"math"

	"readout/pipeline/nlp/model"
)

const labels = model.Labels

// options of the optimiser.
type options struct {
	epochs     int
	rate       float64
	l2         float64
	dropLists  float64 // share of islands that do without the word lists
	dropDoc    float64 // and without the evidence of the document
	dropWord   float64 // share of words that do without their own letters
	leastCount int     // of a feature
	seed       uint64
	start      float64 // of the sums of squares: keeps first steps on small gradients small
	average    float64 // share of the steps, the last ones, over which weights are averaged
}

func defaults() options {
	return options{epochs: 10, rate: 0.1, l2: 2e-6, dropLists: 0.15, dropDoc: 0.15, dropWord: 0.15, leastCount: 3, seed: 20260101, start: 1, average: 0.6}
}

// Features that all words of an example share add their steps up: over a list
// of a thousand names they would throw the weights far off, and training would not
// converge. So examples are bounded in words, and from calm words on they take
// smaller steps.
const (
	maxIsland = 120
	calm      = 12
)

// sample is an island as rows of the weight matrix, one a word and template,
// -1 for none.
type sample struct {
	rows   []int32
	gold   []model.Label
	weight float32
}

// crf is a linear-chain conditional random field in training. Weights are
// optimised by AdaGrad (Duchi et al. 2011) on the conditional likelihood, one island at
// a time. Sums are rounded before they are added (float32(x*y)+z), so that no machine
// fuses them: same data, same bytes.
type crf struct {
	opt     options
	rows    map[uint64]int32
	names   []uint64 // feature of each row
	weights [][labels]float32
	squares [][labels]float32
	trans   [labels][labels]float32
	transSq [labels][labels]float32
	// For averages: moves times the share of the averaged steps done before.
	late      [][labels]float32
	transLate [labels][labels]float32
	share     float32
	rate      float32 // of this sample
	samples   []sample
	random    rng
}

var legal = model.Transitions()

// newCRF makes the rows of all features that stand in enough islands.
func newCRF(docs []Doc, r *model.Reader, opt options, only func(uint64) bool) *crf {
	c := &crf{opt: opt, rows: map[uint64]int32{}, random: rng(opt.seed)}
	counts := map[uint64]uint8{}
	for _, d := range docs {
		for _, isle := range r.Islands(d.Text) {
			for i := range isle.Features {
				for _, f := range isle.Features[i] {
					if f != 0 && counts[f] < 255 && (only == nil || only(f)) {
						counts[f]++
					}
				}
			}
		}
	}
	for _, d := range docs {
		gold := model.Encode(d.Names, len(d.Text.Words))
		for _, isle := range r.Islands(d.Text) {
			s := sample{rows: make([]int32, 0, len(isle.Features)*model.Templates), gold: gold[isle.First:isle.Last], weight: float32(d.Weight)}
			if len(s.gold) > maxIsland || !sound(s.gold) || d.doubts(isle.First, isle.Last) {
				continue // sound: the island holds its names whole
			}
			for i := range isle.Features {
				for _, f := range isle.Features[i] {
					s.rows = append(s.rows, c.row(f, int(counts[f])))
				}
			}
			c.samples = append(c.samples, s)
		}
	}
	c.weights = make([][labels]float32, len(c.names))
	c.squares = make([][labels]float32, len(c.names))
	c.late = make([][labels]float32, len(c.names))
	return c
}

func (c *crf) row(feature uint64, count int) int32 {
	if feature == 0 || count < c.opt.leastCount {
		return -1
	}
	r, ok := c.rows[feature]
	if !ok {
		r = int32(len(c.names))
		c.rows[feature] = r
		c.names = append(c.names, feature)
	}
	return r
}

// sound tells whether the labels are a legal sequence.
func sound(gold []model.Label) bool {
	before := model.Outside
	for _, l := range gold {
		if !model.Follows(before, l) {
			return false
		}
		before = l
	}
	return model.Ends(before)
}

// train runs over the samples in a random order of fixed seed, epochs times.
func (c *crf) train(epochs int, log func(epoch int, loss float64)) {
	order := make([]int, len(c.samples))
	for i := range order {
		order[i] = i
	}
	var w lattice
	for e := range epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(c.random.next() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		loss := 0.0
		for n, k := range order {
			done := (float64(e) + float64(n)/float64(len(order))) / float64(epochs)
			c.share = float32(max(0, (done-1+c.opt.average)/c.opt.average))
			loss += c.step(&c.samples[k], &w)
		}
		log(e+1, loss)
	}
	c.takeAverage()
}

// step moves the weights for one sample and gives its loss.
func (c *crf) step(s *sample, w *lattice) float64 {
	n := len(s.gold)
	use := c.drop(n, w)
	w.reset(n)
	for i := range n {
		scores := &w.score[i]
		for t, r := range s.rows[i*model.Templates : (i+1)*model.Templates] {
			if r >= 0 && use[i]&(1<<sourceOf[t]) != 0 {
				for l, v := range &c.weights[r] {
					scores[l] += v
				}
			}
		}
	}
	loss := w.run(&c.trans, s.gold)
	c.rate = float32(c.opt.rate / max(1, float64(n)/calm))
	for i := range n {
		c.update(s, w, i, use[i])
	}
	for _, x := range legal {
		if g := w.pairs[x.From][x.To] * s.weight; g > 1e-6 || g < -1e-6 {
			c.move(&c.trans[x.From][x.To], &c.transSq[x.From][x.To], &c.transLate[x.From][x.To], g)
		}
	}
	return loss * float64(s.weight)
}

// update moves the weights of the features of word i.
func (c *crf) update(s *sample, w *lattice, i int, use uint8) {
	var which [labels]int
	var grad [labels]float32
	k := 0
	for l := range labels {
		g := w.prob[i][l]
		if l == int(s.gold[i]) {
			g--
		}
		if g *= s.weight; g > 5e-4 || g < -5e-4 {
			which[k], grad[k] = l, g
			k++
		}
	}
	if k == 0 {
		return
	}
	for t, r := range s.rows[i*model.Templates : (i+1)*model.Templates] {
		if r < 0 || use&(1<<sourceOf[t]) == 0 {
			continue
		}
		weights, squares, late := &c.weights[r], &c.squares[r], &c.late[r]
		for j := range k {
			c.move(&weights[which[j]], &squares[which[j]], &late[which[j]], grad[j])
		}
	}
}

// move is one AdaGrad step on one weight.
func (c *crf) move(w, square, late *float32, g float32) {
	g += float32(float32(c.opt.l2) * *w)
	*square += float32(g * g)
	step := float32(c.rate * g / float32(math.Sqrt(c.opt.start+float64(*square))))
	*w -= step
	*late += float32(step * c.share)
}

// takeAverage puts the averages in the place of the last weights.
func (c *crf) takeAverage() {
	for i := range c.weights {
		for l := range c.weights[i] {
			c.weights[i][l] += c.late[i][l]
			c.late[i][l] = 0
		}
	}
	for a := range c.trans {
		for b := range c.trans[a] {
			c.trans[a][b] += c.transLate[a][b]
			c.transLate[a][b] = 0
		}
	}
}

// sourceOf is the source of each template.
var sourceOf = func() (out [model.Templates]model.Source) {
	for t := range out {
		out[t] = model.SourceOf(t)
	}
	return out
}()

// drop chooses which sources each word of a sample may use this time.
func (c *crf) drop(n int, w *lattice) []uint8 {
	all := uint8(1<<model.FromContext | 1<<model.FromWord | 1<<model.FromLists | 1<<model.FromDocument)
	if c.random.float() < c.opt.dropLists {
		all &^= 1 << model.FromLists
	}
	if c.random.float() < c.opt.dropDoc {
		all &^= 1 << model.FromDocument
	}
	w.use = w.use[:0]
	for range n {
		use := all
		if c.random.float() < c.opt.dropWord {
			use &^= 1 << model.FromWord
		}
		w.use = append(w.use, use)
	}
	return w.use
}

// rng is splitmix64.
type rng uint64

func (r *rng) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

func (r *rng) float() float64 { return float64(r.next()>>11) / (1 << 53) }
