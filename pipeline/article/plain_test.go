package article

import (
	"strings"
	"testing"
)

// What is a date line of a text, and what is not.
func TestTextDateLine(t *testing.T) {
	for _, x := range []struct{ line, want string }{
		{"2020-12-24", "2020-12-24"},
		{"24 December 2020", "2020-12-24"},
		{"16th November 2021", "2021-11-16"},
		{"December 24, 2020", "2020-12-24"},
		{"Thursday, 24 December 2020", "2020-12-24"},
		{"24/12/2020", "2020-12-24"},
		{"12/24/2020", "2020-12-24"},
		{"24.12.2020", "2020-12-24"},
		{"04/04/2020", "2020-04-04"},
		{"4/04/2020", "2020-04-04"},
		{"03/04/2020", ""},
		{"3/4/2020", ""},
		{"12-11-2020", ""},
		{"03.04.2020", ""},
		{"December 2020", ""},
		{"24 December", ""},
		{"Tomorrow", ""},
		{"30/02/2020", ""},
		{"Oslo, 24 December 2020", ""},
	} {
		p := plainText("Talks in Oslo\n\n" + x.line + "\n\nThe ministers met in Oslo.\n")
		if p.published != x.want || (p.dateline != "") != (x.want != "") {
			t.Errorf("%q: published %q, dateline %q, want %q", x.line, p.published, p.dateline, x.want)
		}
	}
}

// The first line is the title if it is under 200 characters, not bytes, has
// no final stop and is no date.
func TestTextTitle(t *testing.T) {
	long := func(char string, n int) string { return "Talks " + strings.Repeat(char, n-6) }
	for _, x := range []struct {
		name, line string
		title      bool
	}{
		{"short", "Talks in Oslo", true},
		{"199 characters", long("a", 199), true},
		{"200 characters", long("a", 200), false},
		{"199 characters of two bytes", long("ø", 199), true},
		{"200 characters of two bytes", long("ø", 200), false},
		{"199 when white space is folded", "Talks   " + long("a", 199)[6:], true},
		{"a stop", "Talks were held in Oslo.", false},
		{"a date", "24 December 2020", false},
	} {
		got := plainText(x.line + "\n\nThe ministers met in Oslo.\n").title
		if want := strings.Join(strings.Fields(x.line), " "); (got == want) != x.title || !x.title && got != "" {
			t.Errorf("%s: title %q", x.name, got)
		}
	}
}
