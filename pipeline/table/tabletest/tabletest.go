// Package tabletest makes valid page records for the tests of sinks.
package tabletest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"readout/pipeline/record"
)

// generation is that of the pages made here.
const generation = 1

// ID gives the id of page n.
func ID(n int) string { return record.PageID(url(n), "") }

func url(n int) string { return fmt.Sprintf("https://press.example/readouts/%d", n) }

// Page makes version v (from 0) of page n, with one to three meetings. The
// same arguments give the same page; a higher version has a higher revision
// and another text.
func Page(n, v int) *record.Page {
	b := &builder{page: head(n, v), rand: rand.New(rand.NewPCG(uint64(n), uint64(v)))}
	b.page.Title = "Věra Nováková received the delegation of Östervik"
	b.write(b.page.Title + "\n\n")
	day := b.write("12 March 2024")
	b.report("dates", &record.Date{Text: "12 March 2024", Value: "2024-03-12", Proof: proof(cite("", day, "dates/day-month-year"))})
	b.write("\n\n")
	b.page.BodyStart = b.text.Len()
	for i := range 1 + b.rand.IntN(3) {
		b.meeting(i, fmt.Sprintf("%d-%d", n, v))
	}
	b.page.Text = strings.TrimRight(b.text.String(), " ")
	return b.finish()
}

// Bare makes a page in which nothing was found; it knows neither its date nor
// when it was retrieved.
func Bare(n int) *record.Page {
	b := &builder{page: head(n, 0)}
	p := b.page
	p.Title, p.Text = "Nothing new", "Nothing new\n\nNobody met anybody."
	p.BodyStart = strings.Index(p.Text, "Nobody")
	p.Published, p.Source.Retrieved, p.Revision = "", "", generation
	return b.finish()
}

// Marshal gives the JSON of a page, as it stands in a message.
func Marshal(p *record.Page) []byte { return p.AppendJSON(nil) }

func head(n, v int) *record.Page {
	retrieved := time.Date(2024, 3, 12, 18, 0, 0, 0, time.UTC).Add(time.Duration(v) * time.Hour)
	p := &record.Page{
		ID:       ID(n),
		Revision: record.Revision(retrieved.Unix(), generation),
		Source: record.Source{URL: url(n), Canonical: url(n), Retrieved: retrieved.Format(time.RFC3339),
			SHA256: record.SHA256(fmt.Append(nil, n, v)), Publisher: "Office of Östervik"},
		Published: "2024-03-12T09:30:00+01:00", Language: "en",
		Extractor: record.Extractor{Name: "readout", Version: "0.1.0", Generation: generation},
	}
	if n%3 == 0 {
		p.Authors = []string{`Jo "J" <Malin>`, "Å. Öst"}
	}
	return p
}

type builder struct {
	page     *record.Page
	text     strings.Builder
	rand     *rand.Rand
	findings []record.Named
}

// venue is a type of an extractor that the record does not know.
type venue struct {
	Name string `json:"name"`
	record.Proof
}

// MarshalJSON leaves the proof to the record.
func (v *venue) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name string `json:"name"`
	}{v.Name})
}

func (b *builder) finish() *record.Page {
	confidence := func(rule string) float64 { return 1 - float64(len(rule))/100 }
	if err := record.Assemble(b.page, b.findings, confidence); err != nil {
		panic(err)
	}
	return b.page
}

func (b *builder) report(extractor string, f record.Finding) {
	b.findings = append(b.findings, record.Named{Extractor: extractor, Finding: f})
}

func (b *builder) write(s string) record.Span {
	start := b.text.Len()
	b.text.WriteString(s)
	return record.Span{Start: start, End: b.text.Len()}
}

func proof(pieces ...record.Evidence) record.Proof { return record.Proof{Evidence: pieces} }

func cite(field string, s record.Span, rule string) record.Evidence {
	return record.Evidence{Field: field, Span: s, Rule: rule}
}

// words are the spans of the sentences that meeting writes.
type words struct{ sentence, title, country, name, verb, group, city, topic, quote record.Span }

func (b *builder) sentence(i int, hall string) words {
	given := []string{"Věra", "Tove", "Anton", "Ilse", "Marek"}[i%5]
	family := []string{"Nováková", "Lindqvist", "Okonjo", "Ferreira", "Tamm"}[b.rand.IntN(5)]
	var w words
	w.sentence.Start = b.text.Len()
	w.title = b.write("Foreign Minister")
	b.write(" of ")
	w.country = b.write("Östervik")
	b.write(" ")
	w.name = b.write(given + " " + family)
	b.write(" ")
	w.verb = b.write("met")
	b.write(" ")
	w.group = b.write(fmt.Sprintf("%d observers", 2+b.rand.IntN(60)))
	b.write(" in hall " + hall + " in ")
	w.city = b.write("Göteln")
	b.write(" on 12 March about ")
	w.topic = b.write("fishing quotas")
	w.sentence.End = b.write(".").End
	b.write(" “")
	w.quote = b.write("We begin.")
	b.write("” ")
	return w
}

// meeting writes of a meeting of a person with a group and reports all that
// the words tell.
func (b *builder) meeting(i int, hall string) {
	w := b.sentence(i, hall)
	text := b.text.String()
	of := func(s record.Span) string { return text[s.Start:s.End] }
	person := &record.Person{Name: of(w.name), Proof: proof(cite("", w.name, "people/name-after-title"))}
	b.report("people", person)
	b.report("people", &record.Allegiance{Person: person, Country: "SE", Proof: proof(cite("", w.country, "people/country-of-role"))})
	b.report("roles", &record.Role{Person: person, Title: of(w.title), Organization: of(w.country), Proof: proof(
		cite("", record.Span{Start: w.title.Start, End: w.name.End}, "roles/title-before-name"),
		cite("title", w.title, "roles/title-before-name"), cite("organization", w.country, "roles/title-before-name"))})
	if i == 0 {
		b.report("organizations", &record.Organization{Name: "Östervik", Acronym: "Ö", Country: "SE", Proof: proof(
			cite("", w.country, "organizations/state"), cite("country", w.country, "organizations/state"))})
		b.report("places", &record.Place{Name: "Göteln", Kind: "city", Proof: proof(cite("", w.city, "places/in-city"))})
		b.report("elections", &record.Election{Type: "other", Date: "2024-05", Early: true, Proof: proof(
			cite("", w.topic, "elections/vote"), cite("date", w.topic, "elections/vote"), cite("early", w.topic, "elections/vote"))})
		b.report("venues", &venue{Name: "<Old> & new", Proof: proof(cite("", w.city, "venues/hall"))})
	}
	count := &record.Count{Value: 2.5, Unit: "observers", Qualifier: "about", Proof: proof(cite("", w.group, "counts/digits-noun"))}
	if i == 1 {
		most := 70.0
		count.Value, count.Max, count.Qualifier = 3, &most, "exact"
	}
	b.report("counts", count)
	b.report("statements", &record.Statement{Person: person, Quote: of(w.quote), Proof: proof(
		cite("", w.quote, "statements/quote"), cite("speaker", w.name, "statements/quote"))})
	b.report("meetings", &record.Meeting{
		Kind: "meeting", Mode: "in_person", Status: "held", Date: "2024-03-12", DateBasis: "stated", Place: of(w.city),
		Topics: []string{of(w.topic)}, Trigger: w.sentence,
		Participants: []*record.Participant{
			{Person: person, Side: 1, Proof: proof(cite("", w.name, "meetings/subject"))},
			{Name: of(w.group), Kind: "group", Side: 2, Proof: proof(cite("", w.group, "meetings/object"))},
		},
		Proof: proof(cite("", w.verb, "meetings/met"), cite("date", w.verb, "meetings/met"), cite("mode", w.verb, "meetings/met"),
			cite("place", w.city, "meetings/met"), cite("topics[0]", w.topic, "meetings/met")),
	})
}
