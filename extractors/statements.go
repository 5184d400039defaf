package extractors

import (
	"strings"

	"readout/extractors/internal/quotes"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// statements reports the words in quotation marks that somebody said.
func statements() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "statements",
		Doc:      "Words in quotation marks that the text gives to a speaker, one item from each opening to its closing mark.",
		Lacks:    lacksMarks,
		Requires: []string{"people", "organizations", "roles"},
		Reports:  []record.Finding{(*record.Statement)(nil)},
		Rules: []pipeline.Rule{
			{Name: quotes.AfterQuote, Doc: "A verb of speech and its subject right behind the quote.", Example: "“We are ready,” said Ana Lind."},
			{Name: quotes.BeforeQuote, Doc: "A verb of speech right before the quote.", Example: "Ana Lind said: “We are ready.”"},
			{Name: quotes.Colon, Doc: "A name and a colon before the quote.", Example: "Ana Lind: “We are ready.”"},
			{Name: quotes.AccordingTo, Doc: "Words after \"according to\".", Example: "According to Ana Lind, “we are ready.”"},
			{Name: quotes.Clause, Doc: "A fragment behind a verb of speech or judgement, whose subject speaks.", Example: "Ana Lind called the talks “useful”."},
			{Name: quotes.SayNoun, Doc: "A fragment behind a noun of speech, whose owner speaks.", Example: "in Ana Lind's words “useful”"},
			{Name: quotes.ClauseEnd, Doc: "A verb of speech at the end of the sentence.", Example: "The talks were “useful” and will go on, Ana Lind said."},
			{Name: quotes.Signed, Doc: "A dash and a name behind the quote.", Example: "“We are ready.” – Ana Lind"},
			{Name: quotes.SameSaying, Doc: "A quote in the sentence of one that has a speaker.", Example: "Ana Lind spoke of “use” for “all”."},
			{Name: quotes.GoesOn, Doc: "A quote behind one that has a speaker.", Example: "“We are ready,” said Ana Lind. “We shall go.”"},
			{Name: quotes.AfterActor, Doc: "A quote behind a sentence about somebody.", Example: "Ana Lind thanked the guests. “We are ready.”"},
			{Name: quotes.ToldNext, Doc: "A sentence behind the quote that tells who spoke.", Example: "“We are ready.” This was said by Ana Lind."},
			{Name: quotes.Antecedent, Doc: "Whom a pronoun beside a quote means.", Example: "Ana Lind came. “We are ready,” she said."},
			{Name: quotes.Holder, Doc: "Whom a title beside a quote means.", Example: "“We are ready,” the Speaker said."},
			{Name: quotes.Author, Doc: "Who issued the text that a quote is from.", Example: "“We are ready,” the statement read."},
		},
		Run: runStatements,
	}
}

func runStatements(p *pipeline.Pass) error {
	found := quotes.Find(p.Text)
	if len(found) == 0 {
		return nil
	}
	people, bodies := pipeline.Found[*record.Person](p), pipeline.Found[*record.Organization](p)
	said := quotes.Attribute(quoteSource(p, people, bodies), found)
	for i, a := range said {
		in := found[i].Inner
		switch {
		case a.Why != "":
			p.Drop(a.Rule, in, a.Why)
			continue
		case repeated(p, found, i):
			p.Drop(a.Rule, in, "the title repeats words that the text quotes")
			continue
		}
		s := &record.Statement{Quote: p.Quote(in), Speaker: a.Speaker}
		switch {
		case a.Party >= len(people):
			s.Organization = bodies[a.Party-len(people)]
		case a.Party >= 0:
			s.Person = people[a.Party]
		}
		s.Evidence = append(s.Evidence, p.Cite("", in, a.Rule), p.Cite("speaker", a.Words, a.Rule))
		if a.ViaRule != "" {
			s.Evidence = append(s.Evidence, p.Cite("speaker", a.Via, a.ViaRule))
		}
		p.Report(s)
	}
	return nil
}

// quoteSource makes the source of the grammar of quotes; parties are the
// people, then the bodies.
func quoteSource(p *pipeline.Pass, people []*record.Person, bodies []*record.Organization) quotes.Source {
	src := quotes.Source{Text: p.Text, Country: countryNamed}
	src.Tokens = make([]record.Span, 0, len(p.Tokens))
	for _, t := range p.Tokens {
		src.Tokens = append(src.Tokens, t.Span)
	}
	for _, s := range p.Sentences {
		src.Sentences = append(src.Sentences, s.Span)
	}
	posts, states := map[*record.Person][]string{}, map[*record.Person]string{}
	for _, a := range pipeline.Found[*record.Allegiance](p) {
		states[a.Person] = a.Country
	}
	for _, r := range pipeline.Found[*record.Role](p) {
		posts[r.Person] = append(posts[r.Person], strings.TrimSuffix(r.Title+" of "+r.Organization, " of "))
	}
	for _, x := range people {
		src.Parties = append(src.Parties, quotes.Party{Person: true, Name: x.Name, Titles: posts[x], Country: states[x], Mentions: x.Mentions()})
	}
	for _, x := range bodies {
		src.Parties = append(src.Parties, quotes.Party{Name: x.Name, Country: x.Country, Mentions: x.Mentions()})
	}
	return src
}

// countryNamed gives the code of the country that words name or whose
// adjective they are, or "".
func countryNamed(words string) string {
	e, _ := gazetteer.Default().First(words, gazetteer.Country|gazetteer.Demonym)
	return e.ISO
}

// repeated is true for a quote of the title whose words the body quotes too.
func repeated(p *pipeline.Pass, found []quotes.Quote, i int) bool {
	in := found[i].Inner
	if in.Start >= p.BodyStart {
		return false
	}
	words := strings.TrimRight(p.Quote(in), ".,!?…")
	for _, q := range found[i+1:] {
		if q.Inner.Start >= p.BodyStart && strings.Contains(strings.ToLower(p.Quote(q.Inner)), strings.ToLower(words)) {
			return true
		}
	}
	return false
}
