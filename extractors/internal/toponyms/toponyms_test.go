package toponyms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/nlp"
)

// find reads a body text in which [square brackets] mark names of people and
// bodies, and gives "name|kind|ISO rule rule ..." a place.
func find(body string) ([]string, []Near, string) {
	var text strings.Builder
	var taken []pipeline.Span
	open := 0
	for _, r := range body {
		switch r {
		case '[':
			open = text.Len()
		case ']':
			taken = append(taken, pipeline.Span{Start: open, End: text.Len()})
		default:
			text.WriteRune(r)
		}
	}
	doc := nlp.Analyze(&pipeline.Article{Text: text.String()}, nil)
	places, near := Find(doc, gazetteer.Default(), taken)
	var out []string
	for _, x := range places {
		line := x.Name + "|" + x.Kind + "|" + x.Country
		for _, m := range x.Mentions {
			line += " " + m.Rule
		}
		out = append(out, line)
	}
	return out, near, text.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They met in Tashkent, Uzbekistan.", "Tashkent|city|UZ city-name; Uzbekistan|country|UZ country-name"},
		{"The Republic of Kazakhstan invited him. He flew to Kazakhstan.", "Republic of Kazakhstan|country|KZ country-name country-name"},
		{"[Senate of the Parliament of the Republic of Kazakhstan] met.", ""},
		{"[Jordan Ashby] met [Paris Lund] in Jordan.", "Jordan|country|JO country-name"},
		{"Georgia and Armenia talked.", "Georgia|country|GE country-name; Armenia|country|AM country-name"},
		{"He spoke in Atlanta, Georgia, and in Austin, Texas.", "Atlanta|city|US city-name; Georgia|region|US region-name; Austin|city|US city-name; Texas|region|US region-name"},
		{"Georgia and Norway spoke in Washington.", "Georgia|country|GE country-name; Norway|country|NO country-name; Washington|city|US city-name"},
		{"Florida, Georgia and Ohio in the United States.", "Florida|region|US region-name; Georgia|region|US region-name; Ohio|region|US region-name; United States|country|US country-name"},
		{"It gives us hope in Congo.", "Congo|country| country-name"},
		{"Victoria spoke.", ""},
		{"They agreed in Victoria. Victoria is small.", "Victoria|city|SC city-name city-name"},
		{"The Paris Agreement and the Minsk agreements hold.", ""},
		{"The President received him at the White House.", "White House|venue|US venue-name"},
		{"He called at the [White House]. The [White House] said so.", "White House|venue|US venue-name"},
		{"Talks were held in the Konstantinov Palace.", "Konstantinov Palace|venue| venue-noun"},
		{"Talks were held at the Presidential Palace in Riga.", "Presidential Palace|venue|LV venue-noun; Riga|city|LV city-name"},
		{"He landed at Astana Airport.", "Astana Airport|venue|KZ venue-noun"},
		{"Farmers from the Zhetiken Region came.", "Zhetiken Region|region| region-noun"},
		{"Farmers from the Almaty region and the Sahel region came.", "Almaty region|region|KZ region-name; Sahel region|region| region-name"},
		{"The mayor of the city of Osterby came.", "Osterby|city| noun-of-name"},
		{"OSTERBY, 15 February 2023 - The minister came.", "OSTERBY|city| dateline"},
		{"ABUJA, Nigeria (AP) - The minister came to Abuja.", "Abuja|city|NG dateline city-name; Nigeria|country|NG country-name"},
		{"RIYADH: The minister came.", "RIYADH|city|SA dateline"},
		{"BREAKING: The minister came.", ""},
		{"They met in Osterby, Sweden, on Monday.", "Osterby|city|SE city-before-country; Sweden|country|SE country-name"},
		{"They arrived in Osterby on Friday.", "Osterby|city| after-verb-of-place"},
		{"They left for Osterby and saw the spice market in Brinkholm.", "Osterby|city| after-verb-of-place; Brinkholm|city| after-in"},
		{"The degree in Physics and the duties in Article 5 stand.", ""},
		{"They came to see the Kvarnen Basin Trade Fair yesterday.", ""},
		{"OSTERBY, May 3, TASS. The minister came.", "OSTERBY|city| dateline"},
		{"From May 3 to 5 - they met.", ""},
		{"They came to Osterby of old.", ""},
		{"In May, Sweden voted.", "Sweden|country|SE country-name"},
		{"The Kazakhstan-China border and the Geneva-based body.", "Kazakhstan|country|KZ country-name; China|country|CN country-name; Geneva|city|CH city-name"},
		{"U.S. officials and US troops left.", "U.S.|country|US country-name country-name"},
		{"It gives us hope in Congo, near Goma.", "Congo|country|CD country-name; Goma|city|CD city-name"},
		{"Trade in sub-Saharan Africa and northern Kosovo grows.", "sub-Saharan Africa|region| region-name; northern Kosovo|region|XK region-name"},
		{"The Central Asia countries.", "Central Asia|region| region-name"},
		{"She returned to Washington, D.C., from Kiev.", "Washington, D.C.|city|US city-name; Kiev|city|UA city-name"},
	} {
		got, near, text := find(c.text)
		if diff := cmp.Diff(strings.Split(c.want, "; "), strings.Split(strings.Join(got, "; "), "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
			for _, n := range near {
				t.Log(text[n.Start:n.End], n.Rule, n.Why)
			}
		}
	}
}

func TestNear(t *testing.T) {
	for _, c := range []struct{ text, words, why string }{
		{"The Paris Agreement holds.", "Paris", "name a document"},
		{"Victoria spoke.", "Victoria", "no preposition"},
		{"They turn to Osterby.", "Osterby", "no word of being or going"},
		{"They came to see the Kvarnen Basin Trade Fair yesterday.", "Kvarnen Basin", "runs on: Trade"},
		{"Georgia Osterby spoke.", "Georgia", "given name"},
	} {
		_, near, text := find(c.text)
		found := false
		for _, n := range near {
			found = found || text[n.Start:n.End] == c.words && strings.Contains(n.Why, c.why)
		}
		if !found {
			t.Errorf("%s: %q was not dropped for %q: %v", c.text, c.words, c.why, near)
		}
	}
}

// Mentions lie in order, within the text, and touch no name of a person or body.
func FuzzFind(f *testing.F) {
	f.Add("OSTERBY, Sweden (AP) - The Kazakhstan-China border, city of X, Palace of the Y in Z-based 'Hall'.", 3, 9)
	f.Add("In the Osh oblast–Osh: of of of Palace Hall of the", 0, 1)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		text = strings.ToValidUTF8(text, "")
		doc := nlp.Analyze(&pipeline.Article{Text: text}, nil)
		var taken []pipeline.Span
		if 0 <= from && from < to && to <= len(text) {
			taken = append(taken, pipeline.Span{Start: from, End: to})
		}
		places, near := Find(doc, gazetteer.Default(), taken)
		for _, x := range places {
			end := 0
			for _, m := range x.Mentions {
				if m.Start < end || m.End <= m.Start || m.End > len(text) {
					t.Fatalf("%s: mention %v after %d", x.Name, m.Span, end)
				}
				end = m.End
				for _, s := range taken {
					if s.Overlaps(m.Span) && s != m.Span {
						t.Fatalf("%s: mention %v in %v", x.Name, m.Span, s)
					}
				}
			}
		}
		for _, n := range near {
			if n.Start >= n.End || n.End > len(text) {
				t.Fatal(fmt.Sprint(n))
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("On Tuesday the delegation of the Republic of Kazakhstan arrived in Osterby and held talks at the Presidential Palace in Riga, Latvia, on transport across the Caspian Sea and the exchange of students with Almaty.\n\n", 12)
	doc := nlp.Analyze(&pipeline.Article{Text: text}, nil)
	gaz := gazetteer.Default()
	b.ReportAllocs()
	b.ReportMetric(float64(len(doc.Tokens)), "tokens")
	for b.Loop() {
		Find(doc, gaz, nil)
	}
}
