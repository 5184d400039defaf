package mentions

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
)

func plainWord(w string) bool {
	return strings.Contains(" president meets city town house the council readout call with africa speaker of parliament ", " "+w+" ")
}

func TestFind(t *testing.T) {
	forms := []Form{
		{Text: "Ana Lindqvist", Of: 0}, {Text: "Lindqvist", Of: 0, Short: true},
		{Text: "Harbour Council of Norden", Of: 1}, {Text: "HCN", Of: 1}, {Text: "Harbocon", Of: 1},
		{Text: "City", Of: 2}, {Text: "U.N.", Of: 3}, {Text: "Osterby", Of: 4},
		{Text: "Bo Lindqvist", Of: 5}, {Text: "Lindqvist", Of: 5, Short: true},
	}
	for _, c := range []struct {
		text, known string
		want        []string
	}{
		{"Talks with Ana Lindqvist, who left.", "", []string{"0 Ana Lindqvist again"}},
		{"the Lindqvist cabinet, Lindqvist’s friends", "", []string{"0 Lindqvist again", "0 Lindqvist again"}},
		{"Erik Lindqvist and Lindqvist Shipping came", "", nil},
		{"President Lindqvist", "", []string{"0 Lindqvist again"}},
		{"Bo Lindqvist met Ana Lindqvist. Lindqvist left.", "", []string{"5 Bo Lindqvist again", "0 Ana Lindqvist again", "0 Lindqvist again"}},
		{"Ana Lindqvist met Bo Lindqvist. Lindqvist left.", "Bo Lindqvist", []string{"0 Ana Lindqvist again", "5 Lindqvist again"}},
		{"LINDQVIST MEETS HARBOUR COUNCIL OF NORDEN", "", []string{"0 LINDQVIST capitals", "1 HARBOUR COUNCIL OF NORDEN capitals"}},
		{"the Harbour Council of\nNorden and the Harbour Council", "", []string{"1 Harbour Council of\nNorden again"}},
		{"the HCN-led talks, non-HCN states, an HCN-Osterby line", "", []string{"1 HCN compound", "1 HCN compound", "1 HCN compound", "4 Osterby compound"}},
		{"an Africa-HCN day, the Marelle-HCN game, Osterby-Lindalen", "", []string{"1 HCN compound"}},
		{"the U.N. and U.N.A., HCNs, hcn.org, @HCN, AHCN", "", []string{"3 U.N. again"}},
		{"the City spoke, the City of Osterby did not", "", []string{"2 City again", "4 Osterby again"}},
		{"Osterby Bridge Osterby", "Osterby Bridge", []string{"4 Osterby again"}},
		{"“Harbocon” (Harbocon)", "", []string{"1 Harbocon again", "1 Harbocon again"}},
	} {
		var known []Known
		if i := strings.Index(c.text, c.known); c.known != "" && i >= 0 {
			of := 9
			if c.known == "Bo Lindqvist" {
				of = 5
			}
			known = append(known, Known{pipeline.Span{Start: i, End: i + len(c.known)}, of})
		}
		var got []string
		hits, _ := New(forms, plainWord).Find(c.text, known)
		for _, h := range hits {
			got = append(got, fmt.Sprintf("%d %s %s", h.Of, c.text[h.Start:h.End], [...]string{"again", "capitals", "compound"}[h.How]))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

// From every word no more than maxForm pieces are looked at, however often a
// form repeats its own beginning; what is allocated grows with the text alone.
func TestFindIsLinear(t *testing.T) {
	f := New([]Form{{Text: strings.Repeat("Ana ", maxForm-1) + "Lind"}, {Text: strings.Repeat("Ana ", 3*maxForm), Of: 1}}, plainWord)
	var depth func(at int32) int
	depth = func(at int32) int {
		deepest := 0
		for _, next := range f.nodes[at].next {
			deepest = max(deepest, 1+depth(next))
		}
		return deepest
	}
	if d := depth(0); d != maxForm {
		t.Errorf("the forms are a trie of %d pieces, want %d", d, maxForm)
	}
	allocated := func(n int) float64 {
		text := strings.Repeat("Ana ", n)
		return testing.AllocsPerRun(3, func() { f.Find(text, nil) })
	}
	if small, large := allocated(4_000), allocated(32_000); large > 10*small {
		t.Errorf("8 times the text: %.0f allocations after %.0f", large, small)
	}
}

// A form that many items have is a near miss once at a place, and means the
// item named last however many there are.
func TestFindSharedForm(t *testing.T) {
	const items = 2_000
	var forms []Form
	var known []Known
	var text strings.Builder
	for i := range items {
		name := fmt.Sprintf("Ana%d Lindqvist", i)
		forms = append(forms, Form{Text: name, Of: i}, Form{Text: "Lindqvist", Of: i, Short: true})
		known = append(known, Known{pipeline.Span{Start: text.Len(), End: text.Len() + len(name)}, i})
		text.WriteString(name + " spoke, Lindqvist left Osterby Lindqvist. ")
	}
	hits, near := New(forms, plainWord).Find(text.String(), known)
	if len(hits) != items || len(near) != items {
		t.Fatalf("%d hits and %d near misses, want %d of each", len(hits), len(near), items)
	}
	for i, h := range hits {
		if h.Of != i {
			t.Fatalf("hit %d names item %d", i, h.Of)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Ana Lind met the HCN-led U.N.", "Ana Lind|HCN|U.N.", 4, 8)
	f.Add("É‑É É’s", "É|é-É", 0, 1)
	f.Fuzz(func(t *testing.T, text, forms string, from, n int) {
		var list []Form
		for i, s := range strings.Split(forms, "|") {
			list = append(list, Form{Text: s, Of: i, Short: i%2 == 1})
		}
		var known []Known
		if from >= 0 && n > 0 && from < len(text) && n <= len(text)-from {
			known = append(known, Known{pipeline.Span{Start: from, End: from + n}, 0})
		}
		end := 0
		hits, _ := New(list, plainWord).Find(text, known)
		for _, h := range hits {
			if h.Start < end || h.End <= h.Start || h.End > len(text) {
				t.Fatalf("span %v after %d in %q", h.Span, end, text)
			}
			end = h.End
			if h.Of < 0 || h.Of >= len(list) || !strings.EqualFold(letters(text[h.Start:h.End]), letters(list[h.Of].Text)) {
				t.Fatalf("%q is no form of item %d", text[h.Start:h.End], h.Of)
			}
			for _, k := range known {
				if h.Overlaps(k.Span) && h.Of != k.Of {
					t.Fatalf("%v touches %v", h.Span, k.Span)
				}
			}
		}
	})
}
