package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"readout/pipeline/nlp/model"
)

// NamedText is a text with the names that people found in it.
type NamedText struct {
	Text  model.Text
	Names []model.Span
}

// ReadNames reads a corpus in columns: a token a line, the word first and its
// label last, parted by tabs; an empty line ends a sentence, a line "#doc NAME" begins a
// document, a line "-DOCSTART-..." too. Labels are those of the encodings BIO or BIOES over
// PER, ORG and LOC; every other type is outside. The error names the line.
func ReadNames(r io.Reader) ([]NamedText, error) {
	var c columns
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "#doc ") || strings.HasPrefix(line, "-DOCSTART-"):
			c.endDocument()
		case strings.TrimSpace(line) == "":
			c.endSentence()
		default:
			word, rest, ok := strings.Cut(line, "\t")
			if !ok || word == "" {
				return nil, fmt.Errorf("line %d: want a word, a tab and a label", n)
			}
			c.text.Words = append(c.text.Words, word)
			c.labels = append(c.labels, rest[strings.LastIndexByte(rest, '\t')+1:])
		}
	}
	c.endDocument()
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return c.out, nil
}

// columns is a document being read.
type columns struct {
	text   model.Text
	labels []string
	out    []NamedText
}

func (c *columns) endSentence() {
	last := 0
	if n := len(c.text.Ends); n > 0 {
		last = c.text.Ends[n-1]
	}
	if n := len(c.text.Words); n > last {
		c.text.Ends = append(c.text.Ends, n)
	}
}

func (c *columns) endDocument() {
	c.endSentence()
	if len(c.text.Words) > 0 {
		c.out = append(c.out, NamedText{c.text, spansOf(c.labels, c.text.Ends)})
	}
	c.text, c.labels = model.Text{}, nil
}

// spansOf reads the labels of a document. A name ends where its sentence does.
func spansOf(labels []string, ends []int) []model.Span {
	var out []model.Span
	first := 0
	for _, last := range ends {
		open := false
		for i := first; i < last; i++ {
			part, name, _ := strings.Cut(labels[i], "-")
			t, ok := model.ParseType(name)
			if !ok {
				open = false
				continue
			}
			if n := len(out); open && (part == "I" || part == "E") && out[n-1].Type == t {
				out[n-1].Last = i + 1
			} else {
				out = append(out, model.Span{First: i, Last: i + 1, Type: t})
			}
			open = part == "B" || part == "I"
		}
		first = last
	}
	return out
}

// NamesReport counts the names found in a corpus: right are those with
// exactly the words and the type of the gold.
type NamesReport struct {
	Types [model.Types]Figure
}

// ScoreNames runs a tagger over texts. With gold types that are never given, as in
// texts where only people and bodies are labelled, skip leaves types out.
func ScoreNames(texts []NamedText, tag func(model.Text) []model.Span, skip ...model.Type) *NamesReport {
	r := &NamesReport{}
	for _, t := range texts {
		gold := make(map[model.Span]bool, len(t.Names))
		for _, s := range t.Names {
			gold[s] = true
		}
		for _, s := range tag(t.Text) {
			s.Probability = 0
			if gold[s] {
				delete(gold, s)
				r.Types[s.Type].Right++
			} else {
				r.Types[s.Type].Wrong++
			}
		}
		for s := range gold {
			r.Types[s.Type].Missed++
		}
	}
	for _, t := range skip {
		r.Types[t] = Figure{}
	}
	return r
}

// Micro gives the figure over all types.
func (r *NamesReport) Micro() Figure {
	var f Figure
	for _, t := range r.Types {
		f.Right += t.Right
		f.Wrong += t.Wrong
		f.Missed += t.Missed
	}
	return f
}

// WriteText writes a table of precision, recall and F1 by type and over all.
func (r *NamesReport) WriteText(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%-6s %9s %6s %5s %6s\n", "names", "precision", "recall", "F1", "gold")
	line := func(name string, f Figure) {
		if err == nil {
			_, err = fmt.Fprintf(w, "%-6s %9.3f %6.3f %5.3f %6d\n", name, f.Precision(), f.Recall(), f.F1(), f.Gold())
		}
	}
	for t, f := range r.Types {
		line(model.Type(t).String(), f)
	}
	line("micro", r.Micro())
	return err
}
