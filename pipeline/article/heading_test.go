package article

import (
	"strings"
	"testing"

	"readout/pipeline"
)

// TestHeadingOfAPage: a heading that is as long as a page is no title, be it
// in h1 or in <title>; one that is long as headings go is.
func TestHeadingOfAPage(t *testing.T) {
	for _, c := range []struct {
		name  string
		words int
		title bool
	}{
		{"long", 60, true},
		{"without end", 16_000, false},
	} {
		heading := strings.TrimSpace(strings.Repeat("Minister meets ", c.words))
		a, err := Extract(&pipeline.Page{Path: "p.html", Format: pipeline.HTML,
			Body: []byte("<title>" + heading + "</title><h1>" + heading + "</h1><p>" + sentence + "</p><p>" + sentence + "</p>")})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := a.Title == heading; got != c.title || !c.title && a.Title != "" {
			t.Errorf("%s: a title of %d bytes", c.name, len(a.Title))
		}
		if !strings.Contains(a.Text, strings.TrimSpace(sentence)) {
			t.Errorf("%s: the body is missing", c.name)
		}
	}
}
