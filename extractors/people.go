package extractors

import (
	"readout/extractors/internal/names"
	"readout/pipeline"
	"readout/pipeline/record"
)

// people reports every person whom the text names, with all mentions by name.
func people() pipeline.Extractor {
	return pipeline.Extractor{
		Name:    "people",
		Doc:     "Every natural person named in the text, once, under the fullest form without titles.",
		Lacks:   lacksNameOf(pipeline.PersonName),
		Reports: []record.Finding{(*record.Person)(nil)},
		Rules: []pipeline.Rule{
			{Name: "name-after-title", Doc: "A name directly behind a post.", Example: "Prime Minister Ana Lind"},
			{Name: "name-after-courtesy", Doc: "A name behind a courtesy word or a rank.", Example: "H.E. Dr. Ana Lind"},
			{Name: "name-before-title", Doc: "A name with a post, an age or a clause behind it.", Example: "Ana Lind, Speaker of the House,"},
			{Name: "name-before-said", Doc: "A name beside a verb of saying or doing.", Example: "Ana Lind said"},
			{Name: "capitalised-name", Doc: "Two or more capitalised words that are no English words and no place or body.", Example: "with Ana Lind and others"},
			{Name: "later-mention", Doc: "A form of a name that the page tells to be a person's elsewhere.", Example: "Lind"},
			{Name: "tagged-name", Doc: "A name that no other rule reads and the statistical tagger is sure of.", Example: "Ana Lind"},
		},
		Run: runPeople,
	}
}

func runPeople(p *pipeline.Pass) error {
	a := pipeline.Shared(p, names.Analyze)
	for _, x := range a.People {
		f := &record.Person{Name: balanced(x.Name)}
		for _, m := range x.Mentions {
			f.Evidence = append(f.Evidence, p.Cite("", m.Span, m.Rule))
		}
		p.Report(f)
	}
	for _, n := range a.Near {
		if n.Extractor == "people" {
			p.Drop(n.Rule, n.Span, n.Why)
		}
	}
	return nil
}
