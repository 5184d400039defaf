package names

import (
	"strings"
	"testing"
)

func TestSameUnspaced(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ana lind-ek", "ana lind ek", true},
		{"ana-lind", "analind", true},
		{"ana lind-", "-ana lind", true},
		{"ana lind", "ana linde", false},
		{"ana linde", "ana lind", false},
		{"ana lind", "ana lint", false},
		{"-", "", true},
	} {
		if got := sameUnspaced(strings.Fields(c.a), strings.Fields(c.b)); got != c.want {
			t.Errorf("%q and %q: %t, want %t", c.a, c.b, got, c.want)
		}
	}
}
