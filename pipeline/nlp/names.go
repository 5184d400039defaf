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

// names tags the names of a document with the built-in model.
func names(d *pipeline.Document) []pipeline.Name {
	spans := model.Default().Tag(Words(d))
	out := make([]pipeline.Name, len(spans))
	for i, s := range spans {
		out[i] = pipeline.Name{
			Span:  pipeline.Span{Start: d.Tokens[s.First].Start, End: d.Tokens[s.Last-1].End},
			First: s.First, Last: s.Last,
			Type:        nameTypes[s.Type],
			Probability: float64(s.Probability) / 1000,
		}
	}
	return out
}

var nameTypes = [model.Types]pipeline.NameType{model.Person: pipeline.PersonName, model.Organization: pipeline.OrganizationName, model.Place: pipeline.PlaceName}
