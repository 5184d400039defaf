package extractors

import (
	"slices"

	"readout/extractors/internal/votes"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// elections reports each distinct election, referendum or vote that the text
// speaks of.
func elections() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "elections",
		Doc:      "Each distinct election, referendum or vote of a population or a chamber: what is elected, where and when.",
		Lacks:    lacksVote,
		Requires: []string{"people", "organizations", "roles", "dates"},
		Reports:  []record.Finding{(*record.Election)(nil)},
		Rules: []pipeline.Rule{
			{Name: votes.TypedNoun, Doc: "A noun of election with a word that tells its type.", Example: "the presidential election"},
			{Name: votes.ToBody, Doc: "A noun of election with what is elected.", Example: "elections to the Storting"},
			{Name: votes.DatedNoun, Doc: "A noun of election with a date.", Example: "the elections of 4 May"},
			{Name: votes.InCountry, Doc: "A noun of election with a country.", Example: "elections in Iceland"},
			{Name: votes.DefiniteNoun, Doc: "The election, of which the text says no more.", Example: "after these elections"},
			{Name: votes.ElectedPost, Doc: "A form of elected with a post or a body.", Example: "was elected Speaker of the House"},
			{Name: votes.HisElection, Doc: "The election of a person.", Example: "his election as chairman"},
			{Name: votes.ToElect, Doc: "A form of elect or choose with a post or a body.", Example: "will choose its president"},
			{Name: votes.ToThePolls, Doc: "People who vote on a day.", Example: "Liberians go to the polls on Sunday"},
			{Name: votes.Observed, Doc: "Years in which elections were observed.", Example: "It did the same work in 2004 and 2008."},
			{Name: votes.SameAgain, Doc: "A later mention of an election.", Example: "on election day"},
			{Name: votes.OfBody, Doc: "The country in the name of what is elected.", Example: "the Parliament of Iceland"},
			{Name: votes.BesideNoun, Doc: "The country beside the noun of election.", Example: "Nigeria's election"},
			{Name: votes.OfSentence, Doc: "The country of which the sentence speaks.", Example: "in Grenada, where elections are held"},
			{Name: votes.OfPerson, Doc: "The country of the person who won or who speaks of it.", Example: "the victory of President Lind in the election"},
			{Name: votes.OfPage, Doc: "The country of which the page speaks most.", Example: "RIGA -- The elections are near."},
			{Name: votes.DateBeside, Doc: "The date beside the noun or the verb of electing.", Example: "scheduled for 9 March"},
			{Name: votes.DayOfVote, Doc: "The day on which people vote.", Example: "Liberians vote on Sunday"},
			{Name: votes.DayOfSession, Doc: "The day of the session that elected.", Example: "At the session of 5 May X was elected Speaker."},
		},
		Run: runElections,
	}
}

func runElections(p *pipeline.Pass) error {
	found, near := votes.Find(voteSource(p))
	for _, e := range found {
		f := &record.Election{Type: e.Type, Body: balanced(e.Body), Country: e.Country, Date: e.Date, Early: e.Early}
		for _, m := range e.Mentions {
			f.Evidence = append(f.Evidence, p.Cite("", m.Span, m.Rule))
		}
		cite := func(field string, at votes.Piece) {
			if at.Len() > 0 {
				f.Evidence = append(f.Evidence, p.Cite(field, at.Span, at.Rule))
			}
		}
		cite("body", e.BodyAt)
		cite("country", e.CountryAt)
		cite("date", e.DateAt)
		if e.Early {
			at, rule := earlyWord(p, e.Mentions)
			f.Evidence = append(f.Evidence, p.Cite("early", at, rule))
		}
		p.Report(f)
	}
	for _, n := range near {
		p.Drop(n.Rule, n.Span, n.Why)
	}
	return nil
}

// earlyWord gives the word that tells that an election is early, else the
// mention that does as a whole.
func earlyWord(p *pipeline.Pass, mentions []votes.Piece) (pipeline.Span, string) {
	for _, m := range mentions {
		for i := p.TokenAt(m.Start); i < len(p.Tokens) && p.Tokens[i].End <= m.End; i++ {
			if votes.TellsEarly(p.Word(i)) {
				return p.Tokens[i].Span, m.Rule
			}
		}
	}
	return mentions[0].Span, mentions[0].Rule
}

// voteSource makes the source of the grammar of elections.
func voteSource(p *pipeline.Pass) votes.Source {
	src := votes.Source{Text: p.Text, Published: p.Published, Title: record.Span{End: len(p.Title)}, Gazetteer: gazetteer.Default()}
	if p.BodyStart == 0 {
		src.Title = record.Span{}
	}
	src.Tokens = make([]record.Span, 0, len(p.Tokens))
	for _, t := range p.Tokens {
		src.Tokens = append(src.Tokens, t.Span)
	}
	for _, s := range p.Sentences {
		src.Sentences = append(src.Sentences, s.Span)
	}
	for _, d := range pipeline.Found[*record.Date](p) {
		for _, m := range d.Mentions() {
			src.Dates = append(src.Dates, votes.Date{Span: m, Value: d.Value})
		}
	}
	slices.SortStableFunc(src.Dates, func(a, b votes.Date) int { return a.Start - b.Start })
	addParties(p, &src)
	return src
}

// addParties gives the grammar every mention of a body and of a person, with
// the person's country and posts.
func addParties(p *pipeline.Pass, src *votes.Source) {
	posts, states := map[*record.Person][]votes.Post{}, map[*record.Person]string{}
	for _, r := range pipeline.Found[*record.Role](p) {
		posts[r.Person] = append(posts[r.Person], votes.Post{Title: r.Title, Organization: r.Organization})
	}
	for _, a := range pipeline.Found[*record.Allegiance](p) {
		if states[a.Person] == "" {
			states[a.Person] = a.Country
		}
	}
	for _, x := range pipeline.Found[*record.Person](p) {
		for _, m := range x.Mentions() {
			src.People = append(src.People, votes.Person{Span: m, Country: states[x], Posts: posts[x]})
		}
	}
	for _, x := range pipeline.Found[*record.Organization](p) {
		for _, m := range x.Mentions() {
			src.Bodies = append(src.Bodies, votes.Body{Span: m, Country: x.Country})
		}
	}
	slices.SortStableFunc(src.People, func(a, b votes.Person) int { return a.Start - b.Start })
	slices.SortStableFunc(src.Bodies, func(a, b votes.Body) int { return a.Start - b.Start })
}
