package gazetteer

import (
	"fmt"
	"strings"
	"testing"
)

func entriesOf(g *Gazetteer) []Entry {
	out := make([]Entry, len(g.forms))
	for i := range g.forms {
		out[i] = g.entry(&g.forms[i])
	}
	return out
}

func atomsOf(form string) string {
	var out []string
	for {
		atom, rest, plain := cutAtom(form)
		if atom == "" {
			return strings.Join(out, " ")
		}
		out = append(out, foldAtom(atom, plain))
		form = rest
	}
}

func TestCountryAndDemonym(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		kind       Kind
		phrase, is string
	}{
		{Country, "Kyrghyz Republic", "KG"}, {Country, "the Gambia", "GM"}, {Country, "U.S.", "US"}, {Country, "US", "US"},
		{Country, "us", ""}, {Country, "Us", ""}, {Country, "UK", "GB"}, {Country, "KAZAKHSTAN", "KZ"}, {Country, "kazakhstan", ""},
		{Country, "Cote d’Ivoire", "CI"}, {Country, "Côte d'Ivoire", "CI"}, {Country, "Turkiye", "TR"}, {Country, "Türkiye", "TR"},
		{Country, "REPUBLIC OF KAZAKHSTAN", "KZ"}, {Country, "Republic Of Korea", "KR"}, {Country, "Holy See", "VA"}, {Country, "Kosovo", "XK"},
		{Country, "Sao Tome and Principe", "ST"}, {Country, "Guinea-Bissau", "GW"}, {Country, "Guinea Bissau", "GW"}, {Country, "Kazakh", ""},
		{Demonym, "Azerbaijani", "AZ"}, {Demonym, "British", "GB"}, {Demonym, "U.S.", "US"}, {Demonym, "Emirati", "AE"},
		{Demonym, "polish", ""}, {Demonym, "Finns", "FI"}, {Demonym, "South African", "ZA"},
	} {
		got := ""
		if e := g.Lookup(c.phrase, c.kind); len(e) > 0 {
			got = e[0].ISO
		}
		if got != c.is {
			t.Errorf("%v %q: got %q, want %q", c.kind, c.phrase, got, c.is)
		}
	}
	if got := g.CountryName("KZ"); got != "Kazakhstan" {
		t.Errorf("name of KZ: %q", got)
	}
}

func TestMatchTakesTheLongest(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		words string // parted by spaces
		kinds Kind
		form  string
		n     int
	}{
		{"Prime Minister of Georgia", Title, "Prime Minister", 2},
		{"Secretary General of the IPA", Title, "Secretary General", 2},
		{"Secretary-General of the IPA", Any, "Secretary General", 1},
		{"Democratic People 's Republic of Korea today", Country, "Democratic People's Republic of Korea", 6},
		{"Democratic Republic of the Congo", Country, "Democratic Republic of the Congo", 5},
		{"Republic of the moon", Country, "", 0},
		{"foreign ministers of", Title, "Foreign Ministers", 2},
		{"Georgia 's", Country, "Georgia", 1},
		{"Kazakhstan-China", Country, "", 0},
		{", Georgia", Any, "", 0},
		{"Washington , D.C. , today", City, "Washington, D.C.", 3},
		{"OSCE / ODIHR mission", Body, "OSCE/ODIHR", 3},
		{"Foreign , Commonwealth and Development Office", Body, "Foreign, Commonwealth and Development Office", 6},
		{"St. Petersburg", City, "St. Petersburg", 2},
		{"St Petersburg .", City, "St. Petersburg", 2},
		{"Georgia - Armenia", Country, "Georgia", 1},
	} {
		e, n := g.Match(strings.Fields(c.words), c.kinds)
		if n != c.n || !strings.EqualFold(e.Form, c.form) && e.Name != c.form {
			t.Errorf("%q: got %d %q, want %d %q", c.words, n, e.Form, c.n, c.form)
		}
	}
}

// A form that names two states or places must say so.
func TestNoHiddenConflicts(t *testing.T) {
	g := Default()
	type key struct {
		kind Kind
		form string
	}
	first := map[key]Entry{}
	for _, e := range entriesOf(g) {
		k := key{e.Kind, strings.ToLower(atomsOf(e.Form))}
		if e.Kind&Place != 0 {
			k.kind = Place
		}
		f, seen := first[k]
		if !seen {
			first[k] = e
			continue
		}
		if f.ISO != e.ISO && (!f.Has(Shared) || !e.Has(Shared)) {
			t.Errorf("%q is %v %s and %v %s: mark both with *", e.Form, f.Kind, f.ISO, e.Kind, e.ISO)
		}
		if f.ISO == e.ISO && f.Kind == e.Kind && f.Name == e.Name && f.Form == e.Form {
			t.Errorf("%v %q: listed twice", e.Kind, e.Form)
		}
	}
}

func TestCodes(t *testing.T) {
	g := Default()
	rows := map[string]string{}
	for _, e := range entriesOf(g) {
		if e.Kind == Country {
			if name, seen := rows[e.ISO]; seen && name != e.Name {
				t.Errorf("%s is %s and %s", e.ISO, name, e.Name)
			}
			rows[e.ISO] = e.Name
		}
	}
	for _, e := range entriesOf(g) {
		if e.ISO != "" && rows[e.ISO] == "" && e.ISO != "EU" && e.ISO != "UN" {
			t.Errorf("%v %q: no country has the code %q", e.Kind, e.Form, e.ISO)
		}
	}
	if len(rows) < 240 {
		t.Errorf("%d countries and territories, want 240 at least", len(rows))
	}
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"country\tKZ", "list.tsv:1: 2 columns"},
		{"# c\nplanet\t-\tMars", `list.tsv:2: unknown kind "planet"`},
		{"city\tkz\tAlmaty", `list.tsv:1: ISO code "kz"`},
		{"country\t-\tRuritania", "list.tsv:1: a country needs an ISO code"},
		{"title\t-\tBaron\t\t\tgrand", `list.tsv:1: unknown flag "grand"`},
		{"title\t-\t", "list.tsv:1: an empty name"},
		{"city\tKZ\tAlmaty\tAlma-Ata|", "list.tsv:1: an empty name"},
		{"city\tKZ\tAl\xffmaty", "list.tsv: not UTF-8"},
	} {
		_, err := Load("list.tsv", strings.NewReader(c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.data, err, c.want)
		}
	}
}

// Whatever loads is found again under its own forms.
func FuzzLoad(f *testing.F) {
	f.Add("city\tKZ\tAlmaty\tAlma-Ata|Verny?\t\tcapital\n# note\n\ntitle\t-\tToraga\n")
	f.Add("body\t-\tOSCE\tO.S.C.E.|ʻʻ\n")
	f.Fuzz(func(t *testing.T, data string) {
		g, err := Load("fuzz", strings.NewReader(data))
		if err != nil {
			return
		}
		for _, e := range entriesOf(g) {
			found := false
			words := strings.Fields(e.Form)
			entries, n := g.Matches(words, e.Kind)
			for _, x := range entries {
				found = found || x == e
			}
			if !found || n != len(words) {
				t.Errorf("%+v is not found under its own form: %d %+v", e, n, entries)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if g := parseLists(); len(g.forms) < 10000 {
			b.Fatal("forms are missing: ", len(g.forms))
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	g := Default()
	words := strings.Fields("The Deputy Prime Minister and Minister of Foreign Affairs of the Republic of Kazakhstan met the OSCE Secretary General in Vienna")
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			g.Match(words[i:], Any)
		}
	}
}

func TestFoldsArePairs(t *testing.T) {
	runes := []rune(folds)
	if len(runes)%2 != 0 {
		t.Fatalf("%d letters", len(runes))
	}
	for i := 0; i < len(runes); i += 2 {
		if runes[i] < 0x80 || runes[i+1] >= 0x80 {
			t.Fatalf("letter %d: %q folds to %q", i, runes[i], runes[i+1])
		}
	}
}

// MatchEach gives for every kind what Match gives, First what Lookup gives first.
func TestMatchEach(t *testing.T) {
	kinds := []Kind{Title, Modifier, Courtesy, Rank, Portfolio, Head, Place, Demonym, Chamber | Body | Media}
	words := strings.Fields("The Deputy Prime Minister of Foreign Affairs of the United States of America met the Ministry of Defence , Gen. Lind , the New York Times , OSCE and the State Duma in Washington , Georgia , with American and Kyrgyz envoys of the People's Republic of China")
	for i := range words {
		got := map[int]string{}
		Default().MatchEach(words[i:], kinds, func(k int, e Entry, n int) { got[k] = fmt.Sprint(e, n) })
		for k, kind := range kinds {
			want := ""
			if e, n := Default().Match(words[i:], kind); n > 0 {
				want = fmt.Sprint(e, n)
			}
			if got[k] != want {
				t.Errorf("%s, %v: MatchEach gives %q, Match %q", words[i], kind, got[k], want)
			}
		}
		e, ok := Default().First(words[i], Any)
		if list := Default().Lookup(words[i], Any); ok != (len(list) > 0) || ok && e != list[0] {
			t.Errorf("%s: First gives %v, Lookup %v", words[i], e, list)
		}
	}
}
