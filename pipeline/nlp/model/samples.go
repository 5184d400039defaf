package model

// Island is a stretch of words that the tagger labels, with their features;
// all words outside of islands are outside of names.
type Island struct {
	First, Last int // words of the text
	Features    []Features
}

// Islands gives the islands of a text in order: what training learns from.
func (r *Reader) Islands(t Text) []Island {
	d := r.read(t)
	out := make([]Island, len(d.islands))
	for k, isle := range d.islands {
		out[k] = Island{First: isle.first, Last: isle.last, Features: make([]Features, isle.last-isle.first)}
		for i := range out[k].Features {
			d.features(isle.first+i, &out[k].Features[i])
		}
	}
	return out
}

// Source is what a template draws from, for training to leave out at times.
type Source int

// Sources of features.
const (
	FromContext  Source = iota // all else
	FromWord                   // the word itself, by its letters
	FromLists                  // the word lists
	FromDocument               // the rest of the document
)

// SourceOf gives what template t draws from.
func SourceOf(t int) Source {
	switch x := template(t); {
	case x >= lists0:
		return FromLists
	case x >= evidenceFirst:
		return FromDocument
	case x == exact0 || x == lower0 || x == pairM1 || x == pairP1 || x == prefix4 || x == suffix4:
		return FromWord
	}
	return FromContext
}
