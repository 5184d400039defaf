package model

import "readout/pipeline/gazetteer"

// listed is what the word lists say of a word: the kinds of phrases that hold
// it, and its part in the phrase.
type listed struct {
	at        [groups]placement // by group of kinds
	ambiguous bool
}

// placement is the part of a word in a phrase of a list, 0 where it is in none.
type placement uint8

const (
	phraseBegin placement = iota + 1
	phraseInner
	phraseEnd
	phraseWhole
)

// groups of kinds that are looked up together.
const (
	countries = iota
	demonyms
	towns
	regions
	bodies
	titles
	courtesies
	heads
	groups
)

var kindsOf = [groups]gazetteer.Kind{
	countries:  gazetteer.Country,
	demonyms:   gazetteer.Demonym,
	towns:      gazetteer.City,
	regions:    gazetteer.Region | gazetteer.Venue,
	bodies:     gazetteer.Chamber | gazetteer.Body | gazetteer.Media,
	titles:     gazetteer.Title,
	courtesies: gazetteer.Courtesy | gazetteer.Rank | gazetteer.Modifier,
	heads:      gazetteer.Head,
}

// maxPhrase bounds what is shown to the lists.
const maxPhrase = 12

func (r *Reader) lookup(d *reading) {
	for _, isle := range d.islands {
		for i := isle.first; i < isle.last; i++ {
			if d.words[i].class == isMark || d.words[i].class == isNumber {
				continue
			}
			rest := d.raw[i:min(int(d.bounds[i].last), i+maxPhrase)]
			r.lists.MatchEach(rest, kindsOf[:], func(g int, e gazetteer.Entry, n int) {
				if d.lists[i].at[g] <= phraseBegin { // else within a longer phrase of the group
					d.mark(i, n, g, e)
				}
			})
		}
	}
}

func (d *reading) mark(i, n, g int, e gazetteer.Entry) {
	for j := i; j < i+n; j++ {
		p := phraseInner
		switch {
		case n == 1:
			p = phraseWhole
		case j == i:
			p = phraseBegin
		case j == i+n-1:
			p = phraseEnd
		}
		d.lists[j].at[g] = p
		d.lists[j].ambiguous = d.lists[j].ambiguous || e.Flags&(gazetteer.Ambiguous|gazetteer.Generic) != 0
	}
}

// code packs the placements of a word into one number.
func (l *listed) code() uint64 {
	c := uint64(0)
	for _, p := range l.at {
		c = c<<3 | uint64(p)
	}
	return c
}

// ends tells whether a phrase of the group ends with the word.
func (l *listed) ends(g int) bool { return l.at[g] >= phraseEnd }
