package train

import (
	_ "embed" // the list of pages kept aside
	"path/filepath"
)

// DefaultRows is how many features the shipped model keeps.
const DefaultRows = 180000

// openCorpora are the corpora that may be used and passed on freely, with what their
// sentences count: text of social networks and hastily labelled text less than
// edited text, our own gold (goldWeight) more, as it is of the very register.
var openCorpora = []Corpus{
	{"wikigold.tsv.gz", 1},       // CC BY 4.0
	{"gum.ccby.train.tsv.gz", 1}, // CC BY
	{"mner.gov.tsv.gz", 0.2},     // CC0
	{"wnut.train.tsv.gz", 0.5},   // CC BY 4.0
	{"wnut.dev.tsv.gz", 0.5},
	{"wnut.test.tsv.gz", 0.5},
	{"btc.tsv.gz", 0.5}, // CC BY 4.0
}

// OpenCorpora gives the corpora of a folder that the shipped model is trained on.
func OpenCorpora(dir string) []Corpus {
	if dir == "" {
		return nil
	}
	out := make([]Corpus, len(openCorpora))
	for i, c := range openCorpora {
		out[i] = Corpus{Path: filepath.Join(dir, c.Path), Weight: c.Weight}
	}
	return out
}

//go:embed held_out.txt
var heldOut string

// KeptAside lists the pages of the archive that are kept for testing: those of
// the hidden gold pages, and whatever shares their title or a quarter of their text.
func KeptAside() HeldOut { return ReadHeldOut(heldOut) }
