package lex

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestTokens(t *testing.T) {
	type token struct {
		Text    string
		Kind    Kind
		Value   int
		Ordinal bool
	}
	text := "Sunday’s 16th G20-5G\n1990s 26<sup>th</sup> 1,814 d'Or 2021-03-04T10:00 «é»"
	want := []token{
		{"Sunday", Word, -1, false}, {"’s", Possessive, -1, false}, {"16th", Number, 16, true},
		{"G20", Word, -1, false}, {"-", Mark, -1, false}, {"5G", Word, -1, false}, {"\n", Break, -1, false},
		{"1990", Number, 1990, false}, {"s", Word, -1, false}, {"26<sup>th</sup>", Number, 26, true}, {"1", Number, 1, false}, {",", Mark, -1, false}, {"814", Number, 814, false},
		{"d", Word, -1, false}, {"'", Mark, -1, false}, {"Or", Word, -1, false},
		{"2021", Number, 2021, false}, {"-", Mark, -1, false}, {"03", Number, 3, false}, {"-", Mark, -1, false}, {"04", Number, 4, false},
		{"T10", Word, -1, false}, {":", Mark, -1, false}, {"00", Number, 0, false},
		{"«", Mark, -1, false}, {"é", Word, -1, false}, {"»", Mark, -1, false},
	}
	var got []token
	for _, k := range Tokens(text) {
		got = append(got, token{text[k.Start:k.End], k.Kind, k.Value, k.Ordinal})
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Tokens(%q): -want +got\n%s", text, d)
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("On 24 December 2020’s 16th\xff ’s")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, k := range Tokens(text) {
			if k.Start < at || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %d:%d after byte %d of %d", k.Start, k.End, at, len(text))
			}
			if utf8.ValidString(text) && !(utf8.ValidString(text[:k.Start]) && utf8.ValidString(text[:k.End])) {
				t.Fatalf("token %d:%d cuts a rune", k.Start, k.End)
			}
			at = k.End
		}
	})
}
