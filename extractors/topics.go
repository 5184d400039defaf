package extractors

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/extractors/internal/subjects"
	"readout/pipeline"
	"readout/pipeline/record"
)

// topics reports the noun phrases of what was discussed; meetings takes those
// of its sentences.
func topics() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "topics",
		Doc:      "Short noun phrases of what was discussed at an encounter; the meetings take them from here.",
		Requires: []string{"people", "organizations", "places", "dates"},
		Reports:  []record.Finding{(*record.Topic)(nil)},
		Rules: []pipeline.Rule{
			{Name: "discussed", Doc: "The object of a verb of discussing.", Example: "discussed trade and energy"},
			{Name: "was-discussed", Doc: "The subject of a verb of discussing in the passive.", Example: "Trade and energy were discussed."},
			{Name: "told-about", Doc: "What somebody is told or speaks about.", Example: "told the senators about the reform"},
			{Name: "talks-covered", Doc: "What the talk dwelt on or included.", Example: "The conversation focused on trade."},
			{Name: "talks-on", Doc: "The complement of a noun of talking.", Example: "talks on trade"},
			{Name: "on-the-agenda", Doc: "What was on the agenda or in focus.", Example: "Trade was high on the agenda."},
			{Name: "stressed", Doc: "The object of a verb of weight.", Example: "underscored the importance of trade"},
			{Name: "expressed", Doc: "The complement of support, concern or the like that a speaker expressed.", Example: "expressed support for the reform"},
			{Name: "thanked-for", Doc: "What somebody is thanked for or congratulated on.", Example: "thanked the guest for the support"},
			{Name: "agreed-to", Doc: "What the parties mean to do.", Example: "agreed to strengthen trade"},
		},
		Run: runTopics,
	}
}

func runTopics(p *pipeline.Pass) error {
	for _, x := range subjects.Find(clauseText(p)) {
		f := &record.Topic{Text: strings.Join(strings.Fields(p.Quote(x.Span)), " ")}
		f.Evidence = append(f.Evidence, p.Cite("", x.Span, x.Rule))
		p.Report(f)
	}
	return nil
}

// clauseText reads the page's clauses once, on the names, places and dates
// found before; mentions refer to the findings of their type by index.
func clauseText(p *pipeline.Pass) *clauses.Text {
	return pipeline.Shared(p, func(d *pipeline.Document) *clauses.Text {
		var mentions []clauses.Mention
		add := func(k clauses.Kind, ref int, spans []pipeline.Span) {
			for _, s := range spans {
				mentions = append(mentions, clauses.Mention{Span: s, Kind: k, Ref: ref})
			}
		}
		for i, x := range pipeline.Found[*record.Person](p) {
			add(clauses.Person, i, x.Mentions())
		}
		for i, x := range pipeline.Found[*record.Organization](p) {
			add(clauses.Body, i, x.Mentions())
		}
		for i, x := range pipeline.Found[*record.Place](p) {
			add(clauses.Place, i, x.Mentions())
		}
		for i, x := range pipeline.Found[*record.Date](p) {
			add(clauses.Date, i, x.Mentions())
		}
		return clauses.New(d, mentions)
	})
}
