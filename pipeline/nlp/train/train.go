// Package train makes the model of names that pipeline/nlp/model runs: it
// reads corpora, learns word classes from raw text, trains a linear-chain
// conditional random field, labels raw text with it, trains on both, prunes
// and writes the model file. The same data give the same bytes.
package train

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"readout/pipeline/eval"
	"readout/pipeline/nlp/model"
)

// Recipe says what a model is made of.
type Recipe struct {
	Corpora []Corpus
	Gold    []string // folders of gold sets; may be empty
	// Part is what is read of the gold sets: train on Open, so that the hidden
	// pages still show what unseen ones give.
	Part    eval.Part
	Archive string  // JSON lines of raw text; "" for none
	HeldOut HeldOut // pages of the archive that are kept aside
	// Folds and Fold keep one fold of the gold pages aside, to measure on;
	// 0 folds keep none.
	Folds, Fold int
	Rows        int // of the model's table
	Log         io.Writer
}

// Corpus is a file in columns and what its sentences count.
type Corpus struct {
	Path   string
	Weight float64
}

// Result is a model and what it was made of.
type Result struct {
	Model   []byte
	Sources []Source
	Aside   []Doc // the gold pages that were kept aside
}

// silverWeight is what a sentence counts that the first model labelled.
const silverWeight = 0.3

// leastSure is the probability, in thousandths, below which a name that the
// first model found makes its document's island no example.
const leastSure = 700

// Run makes a model of what the recipe names and tells each step on its Log. Result
// has the model's bytes as model.Load takes them, and every file that was read.
// The error names the corpus, gold set or archive that could not be read.
func Run(r Recipe) (*Result, error) {
	res := &Result{}
	docs, err := r.read(res)
	if err != nil {
		return nil, err
	}
	var raw []model.Text
	if r.Archive != "" {
		var src Source
		if raw, src, err = ReadArchive(r.Archive, r.HeldOut); err != nil {
			return nil, fmt.Errorf("archive: %w", err)
		}
		res.Sources = append(res.Sources, src)
	}
	forClasses := slices.Clone(raw)
	for _, d := range docs {
		forClasses = append(forClasses, d.Text)
	}
	r.logf("%d documents, %d raw texts", len(docs), len(raw))
	reader := model.NewReader(Classes(forClasses))
	r.logf("word classes learnt")
	data := r.fit(docs, reader)
	if len(raw) > 0 {
		first, err := model.Load(data)
		if err != nil {
			return nil, err
		}
		docs = append(docs, label(first, raw)...)
		r.logf("%d documents with those labelled by the first model", len(docs))
		data = r.fit(docs, reader)
	}
	res.Model = data
	return res, nil
}

func (r Recipe) logf(format string, args ...any) { fmt.Fprintf(r.Log, format+"\n", args...) }

func (r Recipe) read(res *Result) ([]Doc, error) {
	var docs []Doc
	for _, c := range r.Corpora {
		list, src, err := ReadFile(c.Path)
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		for _, x := range list {
			docs = append(docs, Doc{Text: x.Text, Names: x.Names, Weight: c.Weight})
		}
		res.Sources = append(res.Sources, src)
	}
	for _, dir := range r.Gold {
		aside := func(id string) bool { return r.Folds > 0 && Fold(id, r.Folds) == r.Fold }
		list, src, err := ReadGold(dir, r.Part, func(id string) bool { return !aside(id) })
		if err != nil {
			return nil, fmt.Errorf("gold set %s: %w", dir, err)
		}
		docs = append(docs, list...)
		res.Sources = append(res.Sources, src)
		if list, _, err = ReadGold(dir, r.Part, aside); err != nil {
			return nil, fmt.Errorf("gold set %s: %w", dir, err)
		}
		res.Aside = append(res.Aside, list...)
	}
	return docs, nil
}

// fit trains on all features, keeps the rows that say most, and trains these on.
func (r Recipe) fit(docs []Doc, reader *model.Reader) []byte {
	opt := defaults()
	c := newCRF(docs, reader, opt, nil)
	r.logf("%d islands, %d features", len(c.samples), len(c.names))
	log := func(epoch int, loss float64) { r.logf("  epoch %d: loss %.0f", epoch, loss) }
	c.train(opt.epochs, log)
	if len(c.names) > r.Rows {
		c.prune(r.Rows)
		c.train(2, log)
	}
	return model.Save(c.table(), c.transitions(), reader.Classes)
}

// prune keeps the n rows with the greatest weights.
func (c *crf) prune(n int) {
	order := make([]int32, len(c.names))
	size := make([]float32, len(c.names))
	for i := range order {
		order[i] = int32(i)
		for _, w := range c.weights[i] {
			size[i] = max(size[i], float32(math.Abs(float64(w))))
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(size[b], size[a]), cmp.Compare(a, b)) })
	order = order[:n]
	slices.Sort(order)
	to := make([]int32, len(c.names))
	for i := range to {
		to[i] = -1
	}
	for k, i := range order {
		to[i] = int32(k)
		c.names[k], c.weights[k], c.squares[k] = c.names[i], c.weights[i], c.squares[i]
	}
	c.names, c.weights, c.squares, c.late = c.names[:n], c.weights[:n], c.squares[:n], c.late[:n]
	for _, s := range c.samples {
		for k, i := range s.rows {
			if i >= 0 {
				s.rows[k] = to[i]
			}
		}
	}
}

func (c *crf) table() []model.Row {
	rows := make([]model.Row, len(c.names))
	for i, f := range c.names {
		rows[i].Feature = f
		for l, w := range c.weights[i] {
			rows[i].Weights[l] = float64(w)
		}
	}
	return rows
}

func (c *crf) transitions() (out [labels][labels]float64) {
	for _, x := range legal {
		out[x.From][x.To] = float64(c.trans[x.From][x.To])
	}
	return out
}

// label labels raw text with a model. Sentences with a name that it is not
// sure of are left out.
func label(m *model.Model, raw []model.Text) []Doc {
	var out []Doc
	for _, t := range raw {
		names := m.Tag(t)
		d := Doc{Text: t, Weight: silverWeight}
		for _, s := range names {
			if s.Probability < leastSure {
				d.Doubtful = append(d.Doubtful, s)
			}
			d.Names = append(d.Names, s)
		}
		out = append(out, d)
	}
	return out
}
