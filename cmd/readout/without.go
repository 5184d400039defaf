package main

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/run"
)

// Parts of the program that eval can leave out, to measure what they give.
const (
	withoutModel   = "model"
	withoutGrammar = "grammar"
)

// leaveOut takes a part of the program out of the flow.
func leaveOut(p *run.Processor, part string) error {
	switch part {
	case "":
	case withoutModel:
		p.Names = nil
	case withoutGrammar:
		suite, err := pipeline.NewSuite([]pipeline.Extractor{
			taggedNames("people", pipeline.PersonName, (*record.Person)(nil), func(name string, e record.Evidence) record.Finding {
				return &record.Person{Name: name, Proof: record.Proof{Evidence: []record.Evidence{e}}}
			}),
			taggedNames("organizations", pipeline.OrganizationName, (*record.Organization)(nil), func(name string, e record.Evidence) record.Finding {
				return &record.Organization{Name: name, Proof: record.Proof{Evidence: []record.Evidence{e}}}
			}),
		})
		if err != nil {
			return err
		}
		p.Suite = suite
	default:
		return usage("--without %q is none of %s, %s", part, withoutModel, withoutGrammar)
	}
	return nil
}

// taggedNames reports the names of one kind as the statistical tagger finds
// them, each once; one whose words are the last or first ones of a longer name
// of the page is a mention of that.
func taggedNames(name string, kind pipeline.NameKind, reports record.Finding, report func(string, record.Evidence) record.Finding) pipeline.Extractor {
	return pipeline.Extractor{
		Name:    name,
		Doc:     "Names as the statistical tagger alone finds them.",
		Reports: []record.Finding{reports},
		Rules:   []pipeline.Rule{{Name: "tagged-name", Doc: "A name by the statistical tagger.", Example: "Ana Lind"}},
		Run: func(p *pipeline.Pass) error {
			var spans []pipeline.Span
			var names []string
			for _, n := range p.Names.Found {
				if n.Kind == kind {
					s := pipeline.Span{Start: p.Tokens[n.First].Start, End: p.Tokens[n.Last-1].End}
					spans, names = append(spans, s), append(names, p.Quote(s))
				}
			}
			for i, x := range names {
				if !shorterForm(x, i, names) {
					p.Report(report(x, p.Cite("", spans[i], "tagged-name")))
				}
			}
			return nil
		},
	}
}

// shorterForm tells whether names[i] is part of a longer name or stood before.
func shorterForm(x string, i int, names []string) bool {
	for j, y := range names {
		if j < i && x == y || len(y) > len(x) && (strings.HasPrefix(y, x+" ") || strings.HasSuffix(y, " "+x)) {
			return true
		}
	}
	return false
}
