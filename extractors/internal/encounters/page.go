// Package encounters finds the real-world encounters that a press page tells
// of: who met whom, how, when and where. It is a grammar over the clauses of
// the page and over the people, bodies, places and dates found before; it
// knows no extractor.
//
// A sentence gives candidates: a verb ("met with", "was received by") or a
// noun ("talks between X and Y") that tells of an encounter, with the parties
// that its clause names. The discourse then decides which candidates are one
// encounter, what later sentences add, and which only look like one.
package encounters

import (
	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// Person is a person of the page.
type Person struct {
	Name    string
	Country string   // ISO code of the state the person acts for, "" where unknown
	Titles  []string // posts without their organizations
	Bodies  []string // organizations of the posts, in the same order
}

// Body is an organization of the page.
type Body struct {
	Name    string
	Acronym string
	Country string
}

// Place is a place of the page.
type Place struct {
	Name    string
	Kind    string // city | country | region | venue
	Country string
}

// Date is a calendar value of the page.
type Date struct{ Value string }

// Topic is a noun phrase of what was discussed.
type Topic struct {
	pipeline.Span
	Text   string
	Aside  bool // thanks, congratulations and what the parties mean to do: gives way to other topics
	Weight bool // what a speaker laid weight on: says little beside what was discussed
	Matter bool // only spoken of: counts where nothing else tells
}

// Post is a phrase that gives a person a post.
type Post struct {
	pipeline.Span
	Person int
}

// Page is what the grammar reads. Mentions in Text refer to the lists by index.
type Page struct {
	*clauses.Text
	People    []Person
	Bodies    []Body
	Places    []Place
	Dates     []Date
	Posts     []Post
	Topics    []Topic // in text order
	Published string  // ISO date, "" where unknown
	Gazetteer *gazetteer.Gazetteer
}

// Kinds of parties.
const (
	PersonParty  = "person"
	BodyParty    = "organization"
	GroupParty   = "group"
	CountryParty = "country"
)

// Party is one participant of an encounter.
type Party struct {
	Kind string
	Ref  int    // index of the person or body, -1 of a group or country
	Name string // of a group or country, as written
	Span pipeline.Span
	Rule string
	// Country is that which the words of a group or a country name, "" else.
	Country string
	Side    int // 1, 2, ... by first mention; 0 where it cannot be told
}

// Piece is a value with the words that prove it.
type Piece struct {
	Value string
	Span  pipeline.Span
	Rule  string
}

// Encounter is one encounter of the page.
type Encounter struct {
	Kind      string
	Mode      Piece
	Status    string
	Date      Piece
	DateBasis string
	Place     Piece
	Country   string
	Parties   []Party
	Topics    []Piece
	Triggers  []Piece // the words that tell of it, the body's before the title's
	Sentence  int     // index of the sentence that tells of it
}

// Drop is called for what looked like an encounter and is none.
type Drop func(rule string, span pipeline.Span, why string)
