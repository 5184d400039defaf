// Package votes is a grammar of elections: it finds where a text speaks of an
// election, a referendum or a vote of a population or a chamber, reads what is
// being elected, where and when, and joins the mentions of one election.
//
// It works over tokens and spans and knows no extractor; dates, bodies and
// people are given to it. It is pure, safe for concurrent use, and takes any
// input.
package votes

import (
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// Types of elections, as the record has them.
const (
	Presidential  = "presidential"
	Parliamentary = "parliamentary"
	Local         = "local"
	Referendum    = "referendum"
	Primary       = "primary"
	Internal      = "internal"
	Other         = "other"
)

// Rules by which an election, its body, country and date come out.
const (
	TypedNoun    = "typed-election"      // presidential election
	ToBody       = "election-to-body"    // elections to the Storting
	DatedNoun    = "dated-election"      // elections of 4 May, 2014 elections
	InCountry    = "election-in-country" // elections in Zimbabwe
	DefiniteNoun = "the-election"        // the election, where the text speaks of one
	ElectedPost  = "elected-to-post"     // was elected Speaker
	HisElection  = "election-of-person"  // his election as chairman
	ToElect      = "to-elect"            // will choose its president
	ToThePolls   = "go-to-the-polls"     // Liberians go to the polls
	Observed     = "observed-in-years"   // observed ... in 2004 and 2008
	SameAgain    = "same-election-again" // a later mention
	OfBody       = "country-of-body"     // the country in the body's name
	BesideNoun   = "country-beside"      // Nigeria's election, election in Nigeria
	OfSentence   = "country-of-sentence" // the country that the sentence is about
	OfPage       = "country-of-page"     // the country that the page is about
	OfPerson     = "country-of-person"   // the country of who was elected
	DateBeside   = "date-beside"         // scheduled for 12 May
	DayOfVote    = "day-of-vote"         // election day, 9 May
	DayOfSession = "day-of-session"      // the day of the session that elected
)

// Date is a date expression of the text and its ISO value.
type Date struct {
	record.Span
	Value string
}

// Body is a mention of a body by name.
type Body struct {
	record.Span
	Country string // ISO code, or ""
}

// Person is a mention of a person by name.
type Person struct {
	record.Span
	Country string // of the state that the person acts for, or ""
	Posts   []Post
}

// Post is a post of a person as written.
type Post struct{ Title, Organization string }

// Source is a text with what is known of it. All lists are in text order.
type Source struct {
	Text      string
	Tokens    []record.Span
	Sentences []record.Span
	Title     record.Span // empty where the text has none
	Published string      // ISO date or date-time, or ""
	Dates     []Date
	Bodies    []Body
	People    []Person
	Gazetteer *gazetteer.Gazetteer
}

// Piece is a piece of the text and the rule that reads it.
type Piece struct {
	record.Span
	Rule string
}

// Election is one distinct election. A piece with an empty span proves nothing.
type Election struct {
	Type      string
	Body      string // as written
	Country   string // ISO code
	Date      string // ISO value
	Early     bool
	Mentions  []Piece // the fullest first
	BodyAt    Piece
	CountryAt Piece
	DateAt    Piece
}

// Near is what was nearly an election.
type Near struct {
	Piece
	Why string
}

// Find gives the distinct elections of a text in the order of their first
// mention, and what it nearly took for one.
func Find(src Source) ([]Election, []Near) {
	s := newScan(src)
	s.nouns()
	s.verbs()
	s.coordinated()
	s.years()
	return s.elections(), s.near
}
