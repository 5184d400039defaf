package extractors

import (
	"readout/extractors/internal/names"
	"readout/pipeline"
	"readout/pipeline/record"
)

// roles reports every post that the text gives a person, and the state that
// the person acts for.
func roles() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "roles",
		Doc:      "Each post or title that the text gives a person, with the body or state it belongs to; the person's country.",
		Lacks:    lacksPost,
		Requires: []string{"people"},
		Reports:  []record.Finding{(*record.Role)(nil), (*record.Allegiance)(nil)},
		Rules: []pipeline.Rule{
			{Name: "title-before-name", Doc: "A post before the name.", Example: "Speaker of the House Ana Lind"},
			{Name: "title-chain-before-name", Doc: "A further post before one that stands before the name.", Example: "Chair of the Council, Speaker of the House Ana Lind"},
			{Name: "shared-title", Doc: "A plural post before several names.", Example: "Senators Ana Lind and Bo Ek"},
			{Name: "apposition-after-name", Doc: "A post behind the name and a mark.", Example: "Ana Lind, Speaker of the House,"},
			{Name: "title-chain-after-name", Doc: "A further post behind one that stands behind the name.", Example: "Ana Lind, Deputy Mayor of Gothenburg and chair of the Harbour League"},
			{Name: "clause-after-name", Doc: "A clause behind the name that gives a post.", Example: "Ana Lind, who is also Chair of the Council"},
			{Name: "country-of-page", Doc: "The state that the page speaks of, for a post that only states have.", Example: "RIGA – ... Foreign Minister Ana Lind"},
			{Name: "country-of-office", Doc: "A post of the government whose paper the page is.", Example: "Readout of ... National Security Advisor Ana Lind"},
			{Name: "country-beside-name", Doc: "A state in brackets or after a comma behind the name.", Example: "Ana Lind (Sweden)"},
			{Name: "country-of-organization", Doc: "The state that the post belongs to.", Example: "Kazakh Foreign Minister Ana Lind"},
		},
		Run: runRoles,
	}
}

func runRoles(p *pipeline.Pass) error {
	a := pipeline.Shared(p, names.Analyze)
	found := pipeline.Found[*record.Person](p)
	for i, x := range a.People {
		for _, post := range x.Posts {
			f := &record.Role{Person: found[i], Title: balanced(post.Title), Organization: balanced(post.Organization)}
			if f.Title == "" {
				continue
			}
			f.Evidence = append(f.Evidence, p.Cite("", post.Span, post.Rule), p.Cite("title", post.TitleSpan, post.Rule))
			if post.OrganizationSpan.Len() > 0 {
				f.Evidence = append(f.Evidence, p.Cite("organization", post.OrganizationSpan, post.Rule))
			}
			p.Report(f)
		}
		at := x.CountrySpan
		if at.Len() == 0 && len(x.Posts) > 0 {
			at = x.Posts[0].Span // the post tells it as a whole
		}
		if x.Country != "" && at.Len() > 0 {
			f := &record.Allegiance{Person: found[i], Country: x.Country}
			f.Evidence = append(f.Evidence, p.Cite("", at, x.CountryRule))
			p.Report(f)
		}
	}
	for _, n := range a.Near {
		if n.Extractor == "roles" {
			p.Drop(n.Rule, n.Span, n.Why)
		}
	}
	return nil
}
