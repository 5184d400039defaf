// Package names finds the people and organizations that a document names, and
// the posts that it gives the people. It is a grammar over the tokens of a
// pipeline.Document and the word lists of pipeline/gazetteer; it knows no
// extractor.
//
// The page is read in steps. Words are classed by form and by the lists
// (token.go); candidates for bodies, posts and persons are made, each with a
// score that sums what speaks for it (bodies.go, titles.go, persons.go); the
// reading that weighs most is chosen (lattice.go); what it says of persons
// helps a second reading. Then posts are tied to persons (attach.go), mentions
// of one person and of one body are tied together (people.go,
// organizations.go).
package names

import (
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// Analysis is what a document says of people and bodies. It is never changed
// after Analyze gave it.
type Analysis struct {
	People []*Person
	Bodies []*Body
	Near   []Near
}

// Mention is one place where the text names something.
type Mention struct {
	pipeline.Span
	Rule string // kebab-name of the way it was found
}

// Person is one person of the page with all mentions by name, fullest first
// as found: Mentions[0] has the name.
type Person struct {
	Name        string
	Mentions    []Mention
	Posts       []*Post
	Country     string        // ISO 3166-1 alpha-2, "" where the text does not tell
	CountrySpan pipeline.Span // the words that tell it
	CountryRule string
}

// Post is one post of a person.
type Post struct {
	Title, Organization string
	Span                pipeline.Span // post and, where they touch, name
	TitleSpan           pipeline.Span
	OrganizationSpan    pipeline.Span // empty where Organization is ""
	Rule                string
}

// Body is one organization of the page.
type Body struct {
	Name, Acronym, Country string
	Mentions               []Mention
}

// Near is a run of words that was nearly taken.
type Near struct {
	pipeline.Span
	Extractor, Rule, Why string
}

// Analyze reads a document. It is pure and safe for concurrent use.
func Analyze(doc *pipeline.Document) *Analysis {
	return analyze(doc, gazetteer.Default())
}

func analyze(doc *pipeline.Document, gaz *gazetteer.Gazetteer) *Analysis {
	r := read(newPage(doc, gaz))
	a := &Analysis{}
	b := &builder{reading: r, items: r.items, ties: r.attach(r.items), out: a}
	b.owners()
	b.people()
	b.organizations()
	b.roles()
	b.misses()
	return a
}

// read makes the candidates and chooses the reading that weighs most; what a
// first choice says of persons helps a second.
func read(p *page) *reading {
	p.learnOdds()
	r := &reading{page: p}
	r.bodies = append(append(append(p.findBodies(), p.findMedia()...), p.findNamed()...), p.findBracketed()...)
	r.bodies = append(r.bodies, p.findSpelled(r.bodies)...)
	r.things = p.findThings()
	p.findOtherAcronyms(r.bodies, r.things)
	r.posts = p.findPosts(r.bodies)
	ends := p.postEnds(r.posts)
	r.persons = p.findPersons(ends, nil)
	known := newMemory()
	known.learn(p, r.persons)
	for _, it := range r.best() {
		if it.kind == kPerson {
			if c := r.persons[it.ref]; c.score >= 3 && it.last-it.first > 1 && !p.tok[it.first].heading {
				if !known.places[p.key(c.first, c.last)] {
					known.add(p, c)
				}
			}
		}
	}
	r.persons = p.findPersons(ends, known)
	r.taggedNames()
	r.items = r.fewForms(r.best())
	return r
}

// postEnds tells before which tokens a post can end and a name follow.
func (p *page) postEnds(posts []post) map[int]postEnd {
	ends := map[int]postEnd{}
	for i := range posts {
		t := &posts[i]
		w := &p.tok[t.last-1]
		unknown := w.shape == capital && !w.vocab && !w.place.ok() && !w.head.ok() && !w.body.ok() && !w.title.ok() && !p.endsPlace(t.last)
		e := endOfPost
		switch {
		case t.has(gazetteer.Bare) && t.last == t.coreEnd && !t.own.after(t.head) && w.shape != small:
			e = endOfBare
		case unknown:
			if t.own.last-t.own.first > 2 {
				continue
			}
			e = endOfUnknown
		}
		ends[t.last] = max(ends[t.last], e)
	}
	return ends
}

// postEnd is how sure it is that a post ends before a token.
type postEnd uint8

const (
	endOfUnknown postEnd = iota + 1 // behind an unknown name: "Mayor of Turku"
	endOfPost
	endOfBare // behind a noun that stands before names: "President"
)
