package nlp

import (
	"testing"

	"readout/pipeline"
)

// The tagger's names come as tokens of the document, with one set of odds a token.
func TestNames(t *testing.T) {
	d := Analyze(&pipeline.Article{Text: "Talks in Riga\n\nPresident Tomas Arlind met Mr. Okonjo in Geneva.", BodyStart: 15}, nil)
	n := Names(d)
	if len(n.Odds) != len(d.Tokens) {
		t.Fatalf("odds of %d tokens of %d", len(n.Odds), len(d.Tokens))
	}
	kinds := map[string]pipeline.NameKind{}
	for _, x := range n.Found {
		kinds[d.Text[d.Tokens[x.First].Start:d.Tokens[x.Last-1].End]] = x.Kind
		if x.Probability <= 0 || x.Probability > 1 {
			t.Errorf("%v: probability out of range", x)
		}
	}
	for name, kind := range map[string]pipeline.NameKind{"Tomas Arlind": pipeline.PersonName, "Okonjo": pipeline.PersonName, "Geneva": pipeline.PlaceName} {
		if got, ok := kinds[name]; !ok || got != kind {
			t.Errorf("%s: got %d, %v, want kind %d", name, got, ok, kind)
		}
	}
}
