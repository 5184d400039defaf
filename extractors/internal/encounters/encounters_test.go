package encounters

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/nlp"
)

// The people, bodies, places and days of the sentences below; all are invented.
var (
	cast = []Person{
		{Name: "Ana Lind", Country: "NO", Titles: []string{"Prime Minister"}, Bodies: []string{"Norway"}},
		{Name: "Bo Ek", Country: "SE", Titles: []string{"Foreign Minister"}, Bodies: []string{"Sweden"}},
		{Name: "Ida Moor", Country: "DK", Titles: []string{"Ambassador"}, Bodies: []string{"Denmark"}},
		{Name: "Jan Holt", Country: "NO", Titles: []string{"Speaker"}, Bodies: []string{"Storting"}},
		{Name: "Tom Berg", Country: "FI", Titles: []string{"Prime Minister"}, Bodies: []string{"Finland"}},
		{Name: "Eva Roth"},
		{Name: "Ugo Vance", Country: "NO", Titles: []string{"Minister of Defence"}, Bodies: []string{"Norway"}},
		{Name: "Kari Dahl", Country: "NO", Titles: []string{"President"}, Bodies: []string{"Norway"}},
	}
	bodiesOf = []Body{{Name: "Storting", Country: "NO"}, {Name: "Lake Council"}, {Name: "Electoral Commission"}, {Name: "Observer Mission of the Lake Council"}}
	placesOf = []Place{{"Oslo", "city", "NO"}, {"Bergen", "city", "NO"}, {"Stockholm", "city", "SE"}, {"Sweden", "country", "SE"}, {"Norway", "country", "NO"},
		{"Castle Hall", "venue", ""}, {"Finland", "country", "FI"}}
	daysOf = map[string]string{"4 May": "2024-05-04", "5 May": "2024-05-05", "9 May": "2024-05-09", "12 May": "2024-05-12", "20 May": "2024-05-20",
		"Monday": "2024-05-06", "Tuesday": "2024-05-07", "Wednesday": "2024-05-08", "Friday": "2024-05-10", "today": "2024-05-08", "yesterday": "2024-05-07",
		"6-7 May": "2024-05-06/2024-05-07", "last month": "2024-04"}
)

// published is the day of the reports below.
const published = "2024-05-08"

// pageOf reads a text: its first paragraph is the title where another follows
// and no stop or colon ends it.
// People are found by full name and surname, their posts where they stand
// before the name or, after a comma, behind it.
func pageOf(text string) *Page {
	a := &pipeline.Article{Text: text}
	if title, _, ok := strings.Cut(text, "\n\n"); ok && !strings.ContainsAny(title[len(title)-1:], ".:") {
		a.Title, a.BodyStart = title, len(title)+2
	}
	d := nlp.Analyze(a, nil)
	p := &Page{People: cast, Bodies: bodiesOf, Places: placesOf, Published: published, Gazetteer: gazetteer.Default()}
	var mentions []clauses.Mention
	add := func(kind clauses.Kind, ref int, name string) {
		for _, s := range spansOf(text, name) {
			mentions = append(mentions, clauses.Mention{Span: s, Kind: kind, Ref: ref})
		}
	}
	for i, x := range cast {
		add(clauses.Person, i, x.Name)
		add(clauses.Person, i, x.Name[strings.LastIndexByte(x.Name, ' ')+1:])
		for k, title := range x.Titles {
			for _, form := range []string{title, title + " of " + x.Bodies[k]} {
				for _, s := range spansOf(text, form+" "+x.Name) {
					p.Posts = append(p.Posts, Post{Span: pipeline.Span{Start: s.Start, End: s.Start + len(form)}, Person: i})
				}
				for _, s := range spansOf(text, x.Name+", "+form) {
					p.Posts = append(p.Posts, Post{Span: pipeline.Span{Start: s.Start + len(x.Name) + 2, End: s.End}, Person: i})
				}
			}
		}
	}
	for i, x := range bodiesOf {
		add(clauses.Body, i, x.Name)
	}
	for i, x := range placesOf {
		add(clauses.Place, i, x.Name)
		add(clauses.Place, i, strings.ToUpper(x.Name))
	}
	var words []string
	for w := range daysOf {
		words = append(words, w)
	}
	slices.Sort(words)
	for i, w := range words {
		p.Dates = append(p.Dates, Date{daysOf[w]})
		add(clauses.Date, i, w)
	}
	p.Text = clauses.New(d, mentions)
	return p
}

func spansOf(text, name string) (out []pipeline.Span) {
	for _, m := range regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).FindAllStringIndex(text, -1) {
		out = append(out, pipeline.Span{Start: m[0], End: m[1]})
	}
	return out
}

// told writes what was found, one encounter a string.
func told(text string) []string {
	var out []string
	p := pageOf(text)
	for _, e := range Find(p, nil) {
		var who []string
		for _, x := range e.Parties {
			switch x.Kind {
			case PersonParty:
				who = append(who, p.People[x.Ref].Name)
			case BodyParty:
				who = append(who, p.Bodies[x.Ref].Name)
			default:
				who = append(who, x.Name)
			}
		}
		out = append(out, strings.Join(slices.DeleteFunc([]string{e.Kind, e.Mode.Value, e.Status, e.Date.Value, e.Place.Value}, func(s string) bool { return s == "" }), " ")+": "+strings.Join(who, ", "))
	}
	return out
}

type page struct {
	text string
	want []string
}

func check(t *testing.T, pages []page) {
	t.Helper()
	for _, c := range pages {
		if diff := cmp.Diff(c.want, told(c.text)); diff != "" {
			t.Errorf("%s\n(-want +got)\n%s", c.text, diff)
		}
	}
}
