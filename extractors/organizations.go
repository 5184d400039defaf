package extractors

import (
	"readout/extractors/internal/names"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// organizations reports every named body, with all mentions by name.
func organizations() pipeline.Extractor {
	return pipeline.Extractor{
		Name:    "organizations",
		Doc:     "Every named body: organs of states, parliaments, parties, international organizations, missions, companies, media.",
		Lacks:   lacksNameOf(pipeline.OrganizationName),
		Reports: []record.Finding{(*record.Organization)(nil)},
		Rules: []pipeline.Rule{
			{Name: "head-noun", Doc: "Capitalised words around a noun that heads the names of bodies.", Example: "Committee on Foreign Affairs of the Senate"},
			{Name: "known-name", Doc: "A name or acronym that the word lists hold.", Example: "OSCE"},
			{Name: "acronym", Doc: "An acronym that no list holds, used with an article or a verb of saying.", Example: "the PCRF said"},
			{Name: "acronym-in-parentheses", Doc: "An acronym in brackets behind the name it stands for.", Example: "Council of Harbours (CoH)"},
			{Name: "owner-of-post", Doc: "The body that a post belongs to.", Example: "Speaker of the Riksdag"},
			{Name: "named-by-noun", Doc: "A name behind a common noun of bodies or an adjective of parties.", Example: "the public broadcaster LTR"},
			{Name: "dateline-agency", Doc: "An agency that a report is dated by.", Example: "RIGA, 4 May (Baltwire) –"},
			{Name: "party-in-brackets", Doc: "The group of a member in brackets beside the state.", Example: "Ana Lind (Belgium, ALDE)"},
			{Name: "tagged-name", Doc: "A name that no other rule reads and the statistical tagger is sure of.", Example: "Duke University"},
			{Name: "sign-off", Doc: "An office or agency that signs in a line of its own.", Example: "Press Office of the Senate"},
		},
		Run: runOrganizations,
	}
}

func runOrganizations(p *pipeline.Pass) error {
	a := pipeline.Shared(p, names.Analyze)
	for _, x := range a.Bodies {
		f := &record.Organization{Name: balanced(x.Name), Acronym: balanced(x.Acronym), Country: x.Country}
		for _, m := range x.Mentions {
			f.Evidence = append(f.Evidence, p.Cite("", m.Span, m.Rule))
		}
		if x.Country != "" {
			at, rule := stateWords(p, x)
			f.Evidence = append(f.Evidence, p.Cite("country", at, rule))
		}
		p.Report(f)
	}
	for _, n := range a.Near {
		if n.Extractor == "organizations" {
			p.Drop(n.Rule, n.Span, n.Why)
		}
	}
	return nil
}

// stateWords gives the words that tell whose body it is: the name of a state or
// its adjective in the first of the mentions that has one, else the body's name, which the
// lists know to be that state's.
func stateWords(p *pipeline.Pass, x *names.Body) (pipeline.Span, string) {
	const kinds = gazetteer.Country | gazetteer.Demonym
	for _, m := range x.Mentions {
		var words []string
		first := p.TokenAt(m.Start)
		for i := first; i < len(p.Tokens) && p.Tokens[i].Start < m.End; i++ {
			words = append(words, p.Word(i))
		}
		for i := range words {
			if e, n := gazetteer.Default().Match(words[i:], kinds); n > 0 && e.ISO == x.Country {
				return pipeline.Span{Start: p.Tokens[first+i].Start, End: min(m.End, p.Tokens[first+i+n-1].End)}, m.Rule
			}
		}
	}
	return x.Mentions[0].Span, x.Mentions[0].Rule
}
