package extractors

import (
	"fmt"
	"strings"

	"readout/extractors/internal/encounters"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// meetings reports every encounter between parties that the text tells of or
// announces.
func meetings() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "meetings",
		Doc:      "Each encounter between parties that the text reports or announces: who, when, where, how, about what.",
		Lacks:    lacksEncounter,
		Requires: []string{"people", "organizations", "roles", "places", "dates", "topics"},
		Reports:  []record.Finding{(*record.Meeting)(nil)},
		Rules:    meetingRules,
		Run:      runMeetings,
	}
}

// meetingRules are the rules of encounters by name.
var meetingRules = []pipeline.Rule{
	{Name: "met-with", Doc: "A verb of meeting with its subject and the other party.", Example: "Speaker Ana Lind met with Ambassador Bo Ek"},
	{Name: "spoke-with", Doc: "A verb of speaking with somebody.", Example: "President Lind spoke with President Ek"},
	{Name: "telephoned", Doc: "A verb of calling somebody by telephone.", Example: "President Lind telephoned President Ek"},
	{Name: "received", Doc: "A host receives a guest, or the guest is received.", Example: "Bo Ek was received by President Lind"},
	{Name: "called-on", Doc: "A guest calls on a host.", Example: "Ambassador Ek called on the Speaker"},
	{Name: "visited", Doc: "A guest visits a host.", Example: "Bo Ek visited Governor Lind"},
	{Name: "guest-of", Doc: "Somebody is the guest or the host of another.", Example: "Bo Ek was the guest of Speaker Lind"},
	{Name: "convened", Doc: "Somebody convenes others.", Example: "President Lind convened nine governors"},
	{Name: "credentials", Doc: "An envoy presents letters of credence.", Example: "Bo Ek presented his credentials to President Lind"},
	{Name: "signed", Doc: "Several people sign what binds both sides.", Example: "Ana Lind and Bo Ek signed the memorandum"},
	{Name: "discussed-with", Doc: "A verb of discussing with somebody.", Example: "discussed trade with Ambassador Ek"},
	{Name: "held-talks", Doc: "A verb of holding and the noun of an encounter.", Example: "Ana Lind held talks with Bo Ek"},
	{Name: "noun", Doc: "The noun of an encounter with its parties.", Example: "talks between Ana Lind and Bo Ek"},
	{Name: "participant-subject", Doc: "The subject of the encounter's verb.", Example: "Ana Lind met with Bo Ek"},
	{Name: "participant-object", Doc: "The other party of the encounter's verb or noun.", Example: "met with Bo Ek"},
	{Name: "participant-possessor", Doc: "The owner of the encounter's noun.", Example: "Ana Lind's meeting with Bo Ek"},
	{Name: "participant-of", Doc: "The parties after \"of\" or \"between\".", Example: "talks between Ana Lind and Bo Ek"},
	{Name: "participant-with", Doc: "Who accompanies a party.", Example: "Ana Lind, accompanied by Bo Ek, met"},
	{Name: "participant-leader", Doc: "Who leads a delegation.", Example: "a delegation led by Bo Ek"},
	{Name: "participant-listed", Doc: "An entry of a list of those who took part.", Example: "Participants included: Bo Ek"},
	{Name: "participant-attended", Doc: "Who attended or was present.", Example: "Bo Ek was also present"},
	{Name: "participant-speaker", Doc: "Who speaks at an encounter of a group or body.", Example: "Bo Ek told the senators about the vote"},
	{Name: "mode-of-trigger", Doc: "The words that tell of the encounter tell its medium.", Example: "telephone call"},
	{Name: "mode-online", Doc: "Words of a video link beside the encounter.", Example: "via videoconference"},
	{Name: "mode-phone", Doc: "Words of a telephone beside the encounter.", Example: "spoke by phone"},
	{Name: "mode-in-person", Doc: "A verb or noun of meeting with no other medium.", Example: "received"},
	{Name: "date-of-clause", Doc: "The date in the clause of the encounter.", Example: "met on 4 May"},
	{Name: "date-of-trip", Doc: "The date of the journey of which the encounter is part.", Example: "visited Oslo on 4 May, where he met"},
	{Name: "date-of-lead", Doc: "The date of the words that report the encounter.", Example: "said on Monday while talking to"},
	{Name: "date-of-event", Doc: "The day of the event on whose margins the encounter is.", Example: "on the margins of the summit on 4 May"},
	{Name: "date-inherited", Doc: "The date of the encounter told before.", Example: "also met"},
	{Name: "place-of-clause", Doc: "The place in the clause of the encounter.", Example: "met in Oslo"},
	{Name: "place-of-trip", Doc: "The place of the journey of which the encounter is part.", Example: "travelled to Oslo, where he met"},
	{Name: "place-of-dateline", Doc: "The city with which the text opens.", Example: "OSLO, 4 May –"},
	{Name: "place-inherited", Doc: "The place of the encounter told before.", Example: "also met"},
	{Name: "topic", Doc: "A topic in the sentences that tell of the encounter.", Example: "discussed trade"},
}

func runMeetings(p *pipeline.Pass) error {
	people := pipeline.Found[*record.Person](p)
	bodies := pipeline.Found[*record.Organization](p)
	page := encounterPage(p, people, bodies)
	drop := func(rule string, span pipeline.Span, why string) {
		if span.Start < span.End {
			p.Drop(rule, span, why)
		}
	}
	taken := map[string]bool{}
	for _, e := range encounters.Find(page, drop) {
		m := meetingOf(p, e, people, bodies)
		p.Report(m)
		for _, t := range m.Topics {
			taken[t] = true
		}
	}
	if p.Tracing() {
		for _, t := range pipeline.Found[*record.Topic](p) {
			if !taken[t.Text] {
				p.Drop("topic", t.Evidence[0].Span, "no encounter is told of near these words")
			}
		}
	}
	return nil
}

// encounterPage gives the grammar what the earlier extractors found.
func encounterPage(p *pipeline.Pass, people []*record.Person, bodies []*record.Organization) *encounters.Page {
	page := &encounters.Page{Text: clauseText(p), Published: p.Published, Gazetteer: gazetteer.Default()}
	index := map[*record.Person]int{}
	for i, x := range people {
		index[x] = i
		page.People = append(page.People, encounters.Person{Name: x.Name})
	}
	for _, x := range pipeline.Found[*record.Allegiance](p) {
		if i, ok := index[x.Person]; ok && page.People[i].Country == "" {
			page.People[i].Country = x.Country
		}
	}
	for _, r := range pipeline.Found[*record.Role](p) {
		i, ok := index[r.Person]
		if !ok {
			continue
		}
		page.People[i].Titles = append(page.People[i].Titles, r.Title)
		page.People[i].Bodies = append(page.People[i].Bodies, r.Organization)
		for _, s := range r.Mentions() {
			page.Posts = append(page.Posts, encounters.Post{Span: s, Person: i})
		}
	}
	for _, x := range bodies {
		page.Bodies = append(page.Bodies, encounters.Body{Name: x.Name, Acronym: x.Acronym, Country: x.Country})
	}
	for _, x := range pipeline.Found[*record.Place](p) {
		page.Places = append(page.Places, encounters.Place{Name: x.Name, Kind: x.Kind, Country: x.Country})
	}
	for _, x := range pipeline.Found[*record.Date](p) {
		page.Dates = append(page.Dates, encounters.Date{Value: x.Value})
	}
	for _, x := range pipeline.Found[*record.Topic](p) {
		rule := x.Evidence[0].Rule
		page.Topics = append(page.Topics, encounters.Topic{Span: x.Evidence[0].Span, Text: x.Text, Aside: strings.HasSuffix(rule, "/thanked-for") || strings.HasSuffix(rule, "/agreed-to"), Matter: strings.HasSuffix(rule, "/matter"),
			Weight: strings.HasSuffix(rule, "/stressed") || strings.HasSuffix(rule, "/expressed")})
	}
	return page
}

// meetingOf makes the finding of an encounter.
func meetingOf(p *pipeline.Pass, e *encounters.Encounter, people []*record.Person, bodies []*record.Organization) *record.Meeting {
	m := &record.Meeting{Kind: e.Kind, Mode: e.Mode.Value, Status: e.Status, Date: e.Date.Value, DateBasis: e.DateBasis,
		Place: e.Place.Value, Country: e.Country, Trigger: p.Sentences[e.Sentence].Span}
	for _, t := range e.Triggers {
		m.Evidence = append(m.Evidence, p.Cite("", t.Span, t.Rule))
	}
	cite := func(field string, x encounters.Piece) {
		if x.Value != "" && x.Rule != "" {
			m.Evidence = append(m.Evidence, p.Cite(field, x.Span, x.Rule))
		}
	}
	cite("mode", e.Mode)
	cite("date", e.Date)
	cite("place", e.Place)
	if e.Country != "" { // that of the place
		cite("country", e.Place)
	}
	for i, t := range e.Topics {
		m.Topics = append(m.Topics, t.Value)
		cite(fmt.Sprintf("topics[%d]", i), t)
	}
	for _, x := range e.Parties {
		party := &record.Participant{Kind: x.Kind, Name: balanced(strings.Join(strings.Fields(x.Name), " ")), Side: x.Side}
		switch x.Kind {
		case encounters.PersonParty:
			party.Person = people[x.Ref]
			party.Name = party.Person.Name
		case encounters.BodyParty:
			party.Organization = bodies[x.Ref]
			party.Name = party.Organization.Name
		default:
			party.Country = x.Country
		}
		if party.Name == "" {
			continue
		}
		at := x.Span
		if i := strings.Index(p.Quote(at), party.Name); i >= 0 && len(party.Name) < len(x.Name) { // what was cut off proves nothing
			at = pipeline.Span{Start: at.Start + i, End: at.Start + i + len(party.Name)}
		}
		party.Evidence = append(party.Evidence, p.Cite("", at, x.Rule))
		m.Participants = append(m.Participants, party)
	}
	return m
}
