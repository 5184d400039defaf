package train

import (
	"math"

	"readout/pipeline/nlp/model"
)

// lattice computes the marginals of one sample, with the forward and
// backward sums scaled at each word.
type lattice struct {
	score       [][labels]float32
	prob        [][labels]float32 // marginal of each label
	pairs       [labels][labels]float32
	left, right [][labels]float64
	power       [][labels]float64
	scale       []float64
	use         []uint8
}

func (w *lattice) reset(n int) {
	if cap(w.score) < n {
		w.score = make([][labels]float32, 2*n)
		w.prob = make([][labels]float32, 2*n)
		w.left = make([][labels]float64, 2*n)
		w.right = make([][labels]float64, 2*n)
		w.power = make([][labels]float64, 2*n)
		w.scale = make([]float64, 2*n)
	}
	w.score, w.prob = w.score[:n], w.prob[:n]
	w.left, w.right, w.power, w.scale = w.left[:n], w.right[:n], w.power[:n], w.scale[:n]
	clear(w.score)
	w.pairs = [labels][labels]float32{}
}

// run fills prob and pairs (the marginals of transitions less the gold ones) and
// gives the negative log likelihood of the gold labels.
func (w *lattice) run(trans *[labels][labels]float32, gold []model.Label) float64 {
	n := len(w.score)
	var t [labels][labels]float64
	for _, x := range legal {
		t[x.From][x.To] = exp(float64(trans[x.From][x.To]))
	}
	loss := 0.0
	for i := range n {
		most := w.score[i][0]
		for _, v := range w.score[i] {
			most = max(most, v)
		}
		for l, v := range w.score[i] {
			w.power[i][l] = exp(float64(v - most))
		}
		loss += float64(most - w.score[i][gold[i]])
		if i > 0 {
			loss -= float64(trans[gold[i-1]][gold[i]])
		}
	}
	for i := range n {
		now := &w.left[i]
		*now = [labels]float64{}
		if i == 0 {
			for l := range labels {
				if model.Starts(model.Label(l)) {
					now[l] = w.power[0][l]
				}
			}
		} else {
			for _, x := range legal {
				now[x.To] += float64(w.left[i-1][x.From] * t[x.From][x.To])
			}
		}
		sum := 0.0
		for l := range now {
			if i > 0 {
				now[l] *= w.power[i][l]
			}
			if i < n-1 || model.Ends(model.Label(l)) {
				sum += now[l]
			} else {
				now[l] = 0
			}
		}
		w.scale[i] = 1 / sum
		loss += math.Log(sum)
		for l := range now {
			now[l] *= w.scale[i]
		}
	}
	w.backward(&t, gold)
	return loss
}

func (w *lattice) backward(t *[labels][labels]float64, gold []model.Label) {
	n := len(w.score)
	for l := range labels {
		w.right[n-1][l] = 1
	}
	for i := n - 1; i >= 0; i-- {
		for l := range labels {
			w.prob[i][l] = float32(w.left[i][l] * w.right[i][l])
		}
		if i == 0 {
			return
		}
		before := &w.right[i-1]
		*before = [labels]float64{}
		var after [labels]float64
		for l := range labels {
			after[l] = w.right[i][l] * w.power[i][l] * w.scale[i]
		}
		for _, x := range legal {
			v := t[x.From][x.To] * after[x.To]
			before[x.From] += v
			w.pairs[x.From][x.To] += float32(w.left[i-1][x.From] * v)
		}
		w.pairs[gold[i-1]][gold[i]]--
	}
}

// exp is e to the x by a series, the same on every machine; math.Exp is not.
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := float64(x-float64(k*6.93147180369123816490e-01)) - float64(k*1.90821492927058770002e-10)
	s := 1.0
	for i := 13; i > 0; i-- {
		s = 1 + float64(float64(r*s)/float64(i))
	}
	return math.Ldexp(s, int(k))
}
