package nlp

import (
	"readout/pipeline"
	"readout/pipeline/nlp/model"
)

// Words gives the words and sentences of a document as a model of names reads them.
func Words(d *pipeline.Document) model.Text {
	t := model.Text{Words: make([]string, len(d.Tokens)), Ends: make([]int, len(d.Sentences))}
	for i := range d.Tokens {
		t.Words[i] = d.Word(i)
	}
	for i := range d.Sentences {
		t.Ends[i] = d.Sentences[i].Last
	}
	return t
}
