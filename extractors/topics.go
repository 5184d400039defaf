package extractors

import (
	"readout/pipeline"
	"readout/pipeline/record"
)

// topics reports the noun phrases of what was discussed.
func topics() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "topics",
		Doc:      "Short noun phrases of what was discussed at an encounter; the meetings take them from here.",
		Requires: []string{"people", "organizations", "places", "dates"},
		Reports:  []record.Finding{(*record.Topic)(nil)},
		Rules: []pipeline.Rule{
			{Name: "discussed", Doc: "The object of a verb of discussing.", Example: "discussed trade and energy"},
		},
		Run: func(p *pipeline.Pass) error { return nil },
	}
}
