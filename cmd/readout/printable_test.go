package main

import (
	"strings"
	"testing"

	"readout/pipeline/record"
)

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"Łódź – 東京 🙂":           "Łódź – 東京 🙂",
		"two\nlines\tand tab":   "two\nlines\tand tab",
		"a\x1b[31mred.html":     `a\x1b[31mred.html`,
		"bell\x07 del\x7f":      `bell\a del\x7f`,
		"caf\xe9 \x9b31m":       `caf\xe9 \x9b31m`,
		"c1 \u009b31m":          `c1 \u009b31m`,
		"turned \u202elmth.exe": `turned \u202elmth.exe`,
	} {
		if got := printable(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// A table shows no control character of a file's name.
func TestTableQuotesNames(t *testing.T) {
	var b strings.Builder
	p := &record.Page{Title: "Talks", Source: record.Source{Path: "a\x1b]0;x\x07.html"}}
	if err := showPage(&b, p); err != nil || strings.ContainsAny(b.String(), "\x1b\x07") || !strings.Contains(b.String(), `a\x1b]0;x\a.html`) {
		t.Errorf("got %q, %v", b.String(), err)
	}
}
