// Package record holds the two records that readout gives out, the page
// record and the meeting record, and everything that makes them: the typed
// findings of the extractors, their assembly, ids, revisions, JSON and the
// JSON Schemas. It imports the standard library only.
//
// In memory every span is a half-open range of bytes of Page.Text; in JSON
// every span is a range of Unicode code points. This package converts between
// the two and no other package does.
package record

import "encoding/json"

// Schema names, the value of the first key of each record and the CloudEvents
// type of each message.
const (
	PageSchema    = "readout.page/v1"
	MeetingSchema = "readout.meeting/v1"
)

// Span is a half-open range [Start, End) of bytes of a text.
type Span struct{ Start, End int }

// Len is the number of bytes of the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains tells whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps tells whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Evidence is one piece of the page's words that prove a value. Field is ""
// for the item itself, else the field of the item that the words prove
// ("title", "date", "topics[1]"). Rule is "extractor/kebab-name".
type Evidence struct {
	Field string
	Span
	Rule string
}

// Proof stands in every finding: how far to trust it and the words that prove
// it. Confidence is set by Assemble; extractors leave it alone.
type Proof struct {
	Confidence float64
	Evidence   []Evidence
}

// Proven gives the proof itself; it makes every type that embeds Proof a Finding.
func (p *Proof) Proven() *Proof { return p }

// Mentions gives the spans of the item itself: the evidence whose field is "".
func (p *Proof) Mentions() []Span {
	var out []Span
	for _, e := range p.Evidence {
		if e.Field == "" {
			out = append(out, e.Span)
		}
	}
	return out
}

// A Finding is a typed value that an extractor reports: a pointer to one of
// the types below, or to a struct of the extractor's own that embeds Proof
// (that one lands in the page record under annotations.EXTRACTOR, its
// exported fields by their json tags).
type Finding interface{ Proven() *Proof }

// Person is a natural person named in the text. Evidence with field "" lists
// every mention by name; "country" the words that tell the state.
type Person struct {
	Name    string   // fullest form in the text, without titles
	Aliases []string // other written forms; set by Assemble from the mentions
	Country string   // ISO 3166-1 alpha-2 of the state the person acts for, or ""; set by Assemble from an Allegiance
	Roles   []*Role  // set by Assemble from the reported roles
	Proof
}

// Role is one post of a person. Evidence: "" the whole phrase, "title", "organization".
type Role struct {
	Person       *Person
	Title        string // as written, without the organization
	Organization string // as written, without a leading "the"; "" when the text names none
	Proof
}

// Allegiance tells the state that a person acts for. Its evidence (field "")
// becomes the person's evidence for "country".
type Allegiance struct {
	Person  *Person
	Country string
	Proof
}

// Mention holds further mentions by name of an item that another extractor
// reported: its evidence (field "") becomes that item's. Report one an item.
type Mention struct {
	Of Finding // *Person, *Organization or *Place
	Proof
}

// Organization is a named body. Evidence with field "" lists every mention
// by name, acronym included; "country" the words that tell whose body it is.
type Organization struct {
	Name    string
	Acronym string
	Country string
	Proof
}

// Place is a city, country, region or venue named as such.
type Place struct {
	Name    string
	Kind    string // city | country | region | venue
	Country string
	Proof
}

// Date is one calendar value; its evidence lists every expression of it.
type Date struct {
	Text     string
	Value    string // ISO 8601: 2020-12-24, 2020-12, 2020, 2020-W52, or a range A/B
	FirstDay string // set by Assemble
	LastDay  string // set by Assemble
	Proof
}

// Count is a number of people, bodies or things. Evidence: "" the number with
// what it counts, "unit" the noun where that stands elsewhere ("338 of them").
type Count struct {
	Value     float64
	Max       *float64 // upper bound of a range
	Unit      string
	Qualifier string // exact | at_least | at_most | about
	Proof
}

// Election is a distinct election, referendum or vote. Evidence fields: "", "body", "country", "date", "early".
type Election struct {
	Type     string // presidential | parliamentary | local | referendum | primary | internal | other
	Body     string
	Country  string
	Date     string
	FirstDay string // set by Assemble
	LastDay  string // set by Assemble
	Early    bool
	Proof
}

// Statement is one run of words in quotation marks with its speaker. Evidence
// with field "" is the quote without its marks, "speaker" the words that name the speaker.
// The speaker is the person or the organization where one is linked, else Speaker as given.
type Statement struct {
	Person       *Person
	Organization *Organization
	Speaker      string
	Quote        string // without its marks
	Proof
}

// Topic is a noun phrase of what was discussed. It is no item of the page
// record by itself: the meetings extractor takes the topics of its meetings.
type Topic struct {
	Text string
	Proof
}

// Meeting is one encounter. Evidence: "" the trigger, "mode", "date", "place",
// "country" (the place), "topics[i]", each required where the value is set (mode but for "unknown").
type Meeting struct {
	ID           string // set by Assemble
	Kind         string // meeting | call | visit | session | ceremony | other
	Mode         string // in_person | online | phone | unknown
	Status       string // held | planned | cancelled
	Date         string
	FirstDay     string // set by Assemble
	LastDay      string // set by Assemble
	DateBasis    string // stated | relative | inherited | ""
	Place        string
	Country      string
	Participants []*Participant
	Topics       []string
	Trigger      Span // the sentence that tells of the meeting; the id stands on its words
	Proof
}

// Participant is a party to a meeting. A person, an organization is linked;
// name, country and roles are then copied from there by Assemble.
type Participant struct {
	Person       *Person
	Organization *Organization
	Name         string
	Kind         string // person | organization | group | country
	Side         int    // 1, 2, ... by first mention; 0 where it cannot be told
	Country      string
	Roles        []*Role
	Proof
}

// Source tells where a page came from.
type Source struct {
	URL, Path, Canonical string
	Retrieved            string // RFC 3339 in UTC, or "" where unknown
	SHA256, Publisher    string
}

// Extractor names the program that made a record.
type Extractor struct {
	Name, Version string
	Generation    int
	Model         string
}

// Page is the page record, the unit of every sink. Text spans are in bytes.
type Page struct {
	ID            string
	Revision      int64
	Source        Source
	Title         string
	Authors       []string
	Published     string
	Language      string
	Text          string
	BodyStart     int // byte offset in Text
	TextSHA256    string
	People        []*Person
	Organizations []*Organization
	Places        []*Place
	Dates         []*Date
	Counts        []*Count
	Elections     []*Election
	Statements    []*Statement
	Meetings      []*Meeting
	Annotations   map[string]json.RawMessage
	Extractor     Extractor
}
