package extractors

import (
	"readout/extractors/internal/toponyms"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// places reports every city, country, region and venue named as such, and not
// within the name of a person or body.
func places() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "places",
		Doc:      "Cities, countries, regions and venues named as such, outside the names of people and bodies, with all mentions.",
		Lacks:    lacksNameOf(pipeline.PlaceName),
		Requires: []string{"people", "organizations"},
		Reports:  []record.Finding{(*record.Place)(nil)},
		Rules: []pipeline.Rule{
			{Name: toponyms.CountryName, Doc: "A name of a state or territory from the list.", Example: "the harbours in Iceland"},
			{Name: toponyms.CityName, Doc: "A name of a city from the list; one with other meanings needs a preposition of place or its state beside it.", Example: "talks in Tashkent"},
			{Name: toponyms.RegionName, Doc: "A name of a part of a state or of the world from the list.", Example: "the countries of Central Asia"},
			{Name: toponyms.VenueName, Doc: "A building or ground known by name.", Example: "at the White House"},
			{Name: toponyms.VenueNoun, Doc: "Capitalised words before a noun for buildings and grounds.", Example: "in the Marmara Hall"},
			{Name: toponyms.RegionNoun, Doc: "A name before a noun for parts of states or natural regions.", Example: "farmers of the Zhambyl Region"},
			{Name: toponyms.NounOf, Doc: "A name behind such a noun and \"of\".", Example: "the city of Osterby"},
			{Name: toponyms.Dateline, Doc: "The place that opens a paragraph before a date, an agency or a dash, or stands in the page's dateline.", Example: "OSTERBY, 22 February 2023 -"},
			{Name: toponyms.CityAndCountry, Doc: "An unknown name between a preposition and the name of its state.", Example: "in Osterby, Sweden"},
			{Name: toponyms.AfterPlaceVerb, Doc: "An unknown name that ends a phrase of being or going somewhere.", Example: "arrived in Osterby on Friday"},
			{Name: toponyms.AfterIn, Doc: "An unknown name of one or two words that ends a phrase after \"in\".", Example: "the spice market in Osterby"},
		},
		Run: runPlaces,
	}
}

func runPlaces(p *pipeline.Pass) error {
	var taken []pipeline.Span
	for _, x := range pipeline.Found[*record.Person](p) {
		taken = append(taken, x.Mentions()...)
	}
	for _, x := range pipeline.Found[*record.Organization](p) {
		taken = append(taken, x.Mentions()...)
	}
	found, near := toponyms.Find(p.Document, gazetteer.Default(), taken)
	for _, x := range found {
		f := &record.Place{Name: balanced(x.Name), Kind: x.Kind, Country: x.Country}
		for _, m := range x.Mentions {
			f.Evidence = append(f.Evidence, p.Cite("", m.Span, m.Rule))
		}
		p.Report(f)
	}
	for _, n := range near {
		p.Drop(n.Rule, n.Span, n.Why)
	}
	return nil
}
