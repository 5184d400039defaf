package numbers

import (
	"testing"
	"unicode/utf8"

	"readout/extractors/internal/lex"
)

var tests = []struct {
	text       string
	want       string // the words of the first number, "" for none
	value, max float64
	qualifier  string
}{
	{"2,730,518 votes", "2,730,518", 2730518, 0, Exact},
	{"2.5 million voters", "2.5 million", 2500000, 0, Exact},
	{"1,5 million voters", "1,5 million", 1500000, 0, Exact},
	{"4 600 troops", "4 600", 4600, 0, Exact},
	{"2.730.518 votes", "2.730.518", 2730518, 0, Exact},
	{"12,34,567 voters", "12,34,567", 1234567, 0, Exact},
	{"fifteen (15) members", "fifteen (15)", 15, 0, Exact},
	{"half a million people", "half a million", 500000, 0, Exact},
	{"1.600 firms", "1.600", 1600, 0, Exact},
	{"twenty-five members", "twenty-five", 25, 0, Exact},
	{"a dozen envoys", "a dozen", 12, 0, Exact},
	{"half a dozen envoys", "half a dozen", 6, 0, Exact},
	{"two dozen envoys", "two dozen", 24, 0, Exact},
	{"one hundred and fifty judges", "one hundred and fifty", 150, 0, Exact},
	{"two thousand three hundred judges", "two thousand three hundred", 2300, 0, Exact},
	{"a hundred and fifty judges", "a hundred and fifty", 150, 0, Exact},
	{"a million people", "a million", 1000000, 0, Exact},
	{"3 crore voters", "3 crore", 30000000, 0, Exact},
	{"dozens of envoys", "", 0, 0, ""},
	{"hundreds of thousands of people", "", 0, 0, ""},
	{"the 3rd session", "", 0, 0, ""},
	{"10-12 buses", "10-12", 10, 12, Exact},
	{"10 to 12 buses", "10 to 12", 10, 12, Exact},
	{"between 10 and 12 buses", "10 and 12", 10, 12, Exact},
	{"from 10 to 12 buses", "10 to 12", 10, 12, Exact},
	{"rose from 10 to 12 buses", "10", 10, 0, Exact},
	{"two or three envoys", "two or three", 2, 3, Exact},
	{"2 to 3 million people", "2 to 3 million", 2000000, 3000000, Exact},
	{"10 and 12 buses", "10", 10, 0, Exact},
	{"more than 40 MPs", "40", 40, 0, AtLeast},
	{"no more than 40 MPs", "40", 40, 0, AtMost},
	{"not less than 40 MPs", "40", 40, 0, AtLeast},
	{"up to 40 MPs", "40", 40, 0, AtMost},
	{"some 40 MPs", "40", 40, 0, About},
	{"an estimated 40 MPs", "40", 40, 0, About},
	{"over the 40 MPs", "40", 40, 0, AtLeast},
	{"40 or more MPs", "40", 40, 0, AtLeast},
	{"40 or so MPs", "40", 40, 0, About},
	{"40+ MPs", "40", 40, 0, AtLeast},
}

func TestFind(t *testing.T) {
	for _, tt := range tests {
		toks := lex.Tokens(tt.text)
		found := Find(toks)
		if len(found) == 0 {
			if tt.want != "" {
				t.Errorf("Find(%q): nothing, want %q", tt.text, tt.want)
			}
			continue
		}
		n := found[0]
		got := tt.text[toks[n.First].Start:toks[n.Last-1].End]
		if got != tt.want || n.Value != tt.value || n.Max != tt.max || n.Qualifier != tt.qualifier {
			t.Errorf("Find(%q) = %q %v %v %s, want %q %v %v %s", tt.text, got, n.Value, n.Max, n.Qualifier, tt.want, tt.value, tt.max, tt.qualifier)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"between 1,814 and twenty-five million", "no more than 2.5-3 dozen", "half a dozen 10-12+ or so", "99999999999 1.000.000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		toks := lex.Tokens(text)
		at := 0
		for _, n := range Find(toks) {
			if n.First < at || n.Last <= n.First || n.End < n.Last || n.End > len(toks) || n.Start < 0 || n.Start > n.First {
				t.Fatalf("number at tokens %d:%d (with its qualifier %d:%d) after %d of %d", n.First, n.Last, n.Start, n.End, at, len(toks))
			}
			if n.Value != n.Value || n.Max != 0 && n.Max <= n.Value {
				t.Fatalf("value %v, max %v", n.Value, n.Max)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[toks[n.First].Start:toks[n.Last-1].End]) {
				t.Fatal("span cuts a rune")
			}
			at = n.End
		}
	})
}
