package extractors

import (
	"testing"

	"readout/pipeline"
	"readout/pipeline/record"
)

func TestBalancedSpan(t *testing.T) {
	for _, c := range []struct{ before, value, after, want string }{
		{"the ", "delegation of the Council of Harbours (CoH", "-N)", "delegation of the Council of Harbours"},
		{"", "Council (CoH", ") left", "Council (CoH)"},
		{"the “", "Blue Route", "” plan", "Blue Route"},
		{"the ", "“Blue Route", "” plan", "“Blue Route”"},
		{"the ", "“Blue Route", " plan", "Blue Route"},
		{"“the ", "port of Osterby” and fisheries", "", "fisheries"},
		{"about ", "the principle of “all at", " once", "the principle"},
		{"", "“", " x", ""},
		{"the ", "\"Blue\" Route", "", "\"Blue\" Route"},
		{"", "Ana’s „Blau“ line", "", "Ana’s „Blau“ line"},
	} {
		text := c.before + c.value + c.after
		s := balancedSpan(text, pipeline.Span{Start: len(c.before), End: len(c.before) + len(c.value)})
		if got := text[s.Start:s.End]; got != c.want {
			t.Errorf("%q: got %q, want %q", c.value, got, c.want)
		}
	}
}

func FuzzBalanced(f *testing.F) {
	f.Add("a (b", "“c")
	f.Add("”„x“", "(]) of \"the")
	f.Fuzz(func(t *testing.T, a, b string) {
		text := a + b
		s := balancedSpan(text, pipeline.Span{Start: len(a), End: len(text)})
		if s.Start > s.End || s.End > len(text) || s.Start < 0 {
			t.Fatalf("%v of %q", s, text)
		}
		if at, _ := record.Unpaired(text[s.Start:s.End]); at >= 0 {
			t.Fatalf("%q of %q has an unpaired mark", text[s.Start:s.End], text)
		}
	})
}
