package run

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/record"
)

// origins remembers the page that each id of a run came from, in a few bytes an
// id: the file of a page is its folder, which many share, and the end of the
// path that the id is made of, and so two pages with one id differ in no more
// than that folder. A URL that led to another one is kept whole.
type origins struct {
	ids    map[[16]byte]int32 // index in list
	list   []origin
	number map[origin]int32
}

// origin is what names have in common: the name is before and the identity from cut on.
type origin struct {
	before string
	cut    int
}

func newOrigins() *origins {
	return &origins{ids: map[[16]byte]int32{}, number: map[origin]int32{}}
}

// first gives the name of the page that had this page's id before, or notes
// that this one is the first.
func (o *origins) first(ref pipeline.Ref, page *record.Page) (name string, twice bool) {
	identity := page.Source.URL
	if identity == "" {
		identity = page.Source.Path
	}
	key := binary(page.ID)
	if n, ok := o.ids[key]; ok {
		at := o.list[n]
		return at.before + identity[min(at.cut, len(identity)):], true
	}
	at := between(nameOf(ref, identity), identity)
	n, ok := o.number[at]
	if !ok {
		n = int32(len(o.list))
		o.list = append(o.list, at)
		o.number[at] = n
	}
	o.ids[key] = n
	return "", false
}

// nameOf gives a page's name as the user would look for it.
func nameOf(ref pipeline.Ref, identity string) string {
	switch {
	case ref.Stdin:
		return "standard input"
	case ref.URL != "":
		return ref.URL
	case ref.File != "":
		return ref.File
	}
	return identity
}

// between parts a name from the end that it shares with the identity, at a slash.
func between(name, identity string) origin {
	if name == identity {
		return origin{}
	}
	cut := len(identity)
	for i := len(identity) - 1; i >= 0 && strings.HasSuffix(name, identity[i:]); i-- {
		if identity[i] == '/' || i == 0 {
			cut = i
		}
	}
	return origin{strings.Clone(name[:len(name)-(len(identity)-cut)]), cut}
}
