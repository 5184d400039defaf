package names

import (
	"strings"
	"unicode"

	"readout/pipeline/gazetteer"
)

// What the words of a person's name look like, and what each adds.

// postBehindCourtesy tells whether token i is a post that a courtesy word stands
// before, as it does before a name: "His Majesty King Haldor", "Hon. Speaker Lind".
func (p *page) postBehindCourtesy(i int) bool {
	t := &p.tok[i]
	if i == 0 || i+1 >= len(p.tok) || !p.tok[i-1].polite || !t.title.ok() || !t.has(p, gazetteer.Bare) {
		return false
	}
	if i+int(t.title.n) >= len(p.tok) {
		return false
	}
	next := &p.tok[i+int(t.title.n)]
	return next.sentence == t.sentence && next.shape == capital && (!nameTitles[t.low] || royal[p.tok[i-1].low])
}

// royal end the styles of princes.
var royal = wordSet(`majesty majesties highness highnesses hm hrh h.m. h.r.h.`)

// gluedName tells whether a word is a given name and a surname without the
// space between.
func gluedName(w string) bool {
	cut := 0
	for i, r := range w {
		switch {
		case i > 0 && unicode.IsUpper(r):
			if cut > 0 {
				return false
			}
			cut = i
		case !unicode.IsLetter(r):
			return false
		}
	}
	return cut > 2 && len(w)-cut > 2 && shapeOf(w[:cut]) == capital && !isVocabulary(strings.ToLower(w[:cut])) && !isVocabulary(strings.ToLower(w[cut:]))
}

// nameWord tells what the word at i adds to a name that began at first.
func (p *page) nameWord(i, first int) (float64, bool) {
	t := &p.tok[i]
	switch t.shape {
	case mark:
		if i > first && (p.nickname(i) > 0 || i >= 2 && p.nickname(i-2) > 0) {
			return 0, true // “Manny” in "Emmanuel “Manny” Reyes"
		}
		return 0, i > first && (t.text == "'" || t.text == "’") && particles[p.tok[i-1].text] // "de' Conti"
	case small:
		if endParticles[t.text] {
			return 0.5, i > first
		}
		return 0, particles[t.text]
	case initial:
		switch {
		case functionWords[t.low] && !p.initialWithin(i, first):
			return 0, false
		case t.place.ok():
			return wPlace * 3, true
		case len(t.text) == 1:
			return 0.2, true
		}
		return 0.5, true
	case upper:
		if t.demonym.ok() || t.head.ok() || t.title.ok() || t.body.ok() || t.place.ok() || len(t.text) <= 5 && !t.vocab && !t.shouted {
			return wHead, true
		}
		if t.vocab {
			return wVocab, true
		}
		return wUnknown, true
	case capital:
		return p.capitalWord(t, i, first)
	case mixed:
		if i == first {
			return wUnknown, true // nameStart knows it
		}
		return wUnknown, i <= first+2 && tribal(t.text) // "Mandla kaDlomo"
	}
	return 0, false
}

// initialWithin tells whether the letter A or I at token i stands between two
// words of a name that begins at first: "Kirsten A Lindgren".
func (p *page) initialWithin(i, first int) bool {
	if i == first || i+1 >= len(p.tok) || p.tok[i].heading {
		return false
	}
	w, next := &p.tok[i-1], &p.tok[i+1]
	return w.shape == capital && !w.vocab && next.shape == capital && !next.vocab && !next.title.ok() && !next.head.ok() && next.sentence == w.sentence
}

// tribal tells whether a word of mixed case is a name behind a small prefix of
// the Bantu languages.
func tribal(w string) bool {
	for _, prefix := range []string{"ka", "wa", "kwa"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok && len(rest) > 2 && shapeOf(rest) == capital {
			return true
		}
	}
	return false
}

func (p *page) capitalWord(t *token, i, first int) (float64, bool) {
	switch {
	case p.isFunction(i) && !(i > first && particles[t.low]):
		return 0, false
	case t.polite && i > first && !t.vocab && (fathers[p.tok[i-1].low] || inherited[t.low] && p.tok[i-1].shape == capital):
		return 0, true // "bin Haji Zainuddin", "Zaflan Tengku Abdul Rashid"
	case t.polite && i > first && nameTitles[t.low] && p.plainWord(i-1):
		return 0, true // "Mira Sultan Al Suwaida"
	case p.isMonth(i) || t.polite && i > first:
		return 0, false
	case t.head.ok() || t.body.ok():
		return wHead, true
	case p.isThing(t) && (i > first || t.vocab):
		return wHead, true
	case t.title.ok() || t.courtesy.ok() && t.vocab:
		return wHead, true
	case t.demonym.ok():
		return wHead, true
	case t.place.ok():
		if t.place.n > 1 {
			return wPlace * 2.5, true
		}
		if p.besideUnknown(i, first) {
			return 0.4, true // a city's name can be a person's: "Santiago Rojas"
		}
		return wPlace, true
	case t.portfolio.ok() && t.vocab:
		return wVocab * 1.5, true
	case t.vocab:
		if t.heading || t.first {
			return wVocab * 1.3, true
		}
		return wVocab, true
	}
	return wUnknown, true
}

// nickname gives the length of a word in quotation marks at i between two
// words of a name, 0 where there is none.
func (p *page) nickname(i int) int {
	if i < 1 || i+3 >= len(p.tok) || !opensQuote(p.tok[i].text) || p.tok[i-1].shape != capital && p.tok[i-1].shape != initial {
		return 0
	}
	if p.tok[i+1].shape != capital || p.tok[i+3].shape != capital || p.tok[i+3].sentence != p.tok[i].sentence {
		return 0
	}
	switch p.tok[i+2].text {
	case "”", "\"", "’", "'", "»":
		return 3
	}
	return 0
}

// besideUnknown tells whether a word that is no English word and no place
// touches token i.
func (p *page) besideUnknown(i, first int) bool {
	e := p.entry(p.tok[i].place)
	if e.Kind == gazetteer.Country && !e.Has(gazetteer.Ambiguous) {
		return false
	}
	plain := func(j int) bool { return p.plainWord(j) && p.tok[j].sentence == p.tok[i].sentence }
	return i > first && plain(i-1) || i+1 < len(p.tok) && plain(i+1)
}

// inherited are styles that a father's name within a name keeps.
var inherited = wordSet(`tengku tunku raja syed sayed wan megat nik`)

func (p *page) isThing(t *token) bool {
	_, ok := thingNouns[t.low]
	return ok
}

// beforeGiven adds to the places where the field of a post that begins at i can end
// the one before a given name that is an English word or a place, with a surname
// behind it: "Minister of Trade" in "Minister of Trade Grace Lindqvist".
func (p *page) beforeGiven(stops []stop, i, hi int) []stop {
	for k, s := range stops {
		e := s.end - 1
		if e <= i || s.end >= hi || p.tok[e-1].shape != capital || !p.tok[e-1].vocab || !p.given(e) {
			continue
		}
		if w := &p.tok[s.end]; w.shape != capital || w.vocab || w.place.ok() || w.demonym.ok() || w.head.ok() || w.title.ok() || w.body.ok() {
			continue
		}
		const surname = 2.0
		more := stop{e, s.score - 0.8}
		stops[k].score -= surname
		return append(stops[:k:k], append([]stop{more}, stops[k:]...)...)
	}
	return stops
}

// given tells whether the word at e can be a given name: a word with a capital that
// no field of work holds and that has no ending of such words.
func (p *page) given(e int) bool {
	t := &p.tok[e]
	if t.shape != capital || t.head.ok() || t.body.ok() || t.demonym.ok() || t.title.ok() || functionWords[t.low] || months[t.low] || p.endsPlace(e+1) || t.place.ok() && p.entry(t.place).Kind == gazetteer.Country {
		return false
	}
	for n := 1; n <= 4 && e-n+1 >= 0; n++ {
		if int(p.tok[e-n+1].portfolio.n) >= n {
			return false
		}
	}
	for _, end := range []string{"ies", "tions", "ts", "rs", "tion", "sion", "ment", "ing", "ity", "ure", "ance", "ence", "ics", "ship", "care", "ism", "gy"} {
		if strings.HasSuffix(t.low, end) {
			return false
		}
	}
	return true
}
