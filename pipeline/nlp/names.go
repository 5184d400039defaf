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

// Names reads a document with the built-in model of names, which is loaded at
// the first call. Safe for concurrent use.
func Names(d *pipeline.Document) *pipeline.Names { return NamesBy(model.Default(), d) }

// NamesBy is Names with another model.
func NamesBy(m *model.Model, d *pipeline.Document) *pipeline.Names {
	spans, odds := m.Read(Words(d))
	out := &pipeline.Names{Found: make([]pipeline.Name, len(spans)), Odds: make([]pipeline.NameOdds, len(odds))}
	for i, s := range spans {
		out.Found[i] = pipeline.Name{First: s.First, Last: s.Last, Kind: kindOf[s.Type], Probability: float64(s.Probability) / 1000}
	}
	for i := range odds {
		for t, p := range odds[i] {
			out.Odds[i][kindOf[t]] = float32(p) / 1000
		}
	}
	return out
}

var kindOf = [model.Types]pipeline.NameKind{
	model.Person:       pipeline.PersonName,
	model.Organization: pipeline.OrganizationName,
	model.Place:        pipeline.PlaceName,
}
