// Package table cuts a page record into rows and puts it together again. Its
// tables are the ones of every tabular sink: SQLite, PostgreSQL, CSV, Parquet.
// It knows no driver and no file.
//
// The columns are the keys of the JSON record, with these rules:
//
//   - The keys of "source" stand by themselves in pages, those of "extractor"
//     with the prefix "extractor_".
//   - A row of any other table is one item of a list of the record. page_id
//     names its page, n its place in the list from 0, item the path of the
//     item in the record ("people[0]", "meetings[1].participants[0]"). What is
//     part of a meeting has its meeting_id too.
//   - evidence holds the evidence of all items: it joins on (page_id, item).
//     Spans count Unicode code points, as in JSON.
//   - participants.person_n is the n of the person in people, whose roles are
//     the participant's. Roles that stand with a participant alone are rows of
//     roles without person_n.
//   - Lists of strings are JSON arrays, but for the topics of meetings.
//   - What is not known is NULL in a column of days, times or numbers, and ""
//     in a column of text, as in JSON. Values in ISO 8601 of any precision
//     ("2020-12", "2020-12-24/2020-12-26") are text; first_day and last_day
//     are their days.
//
// Nothing of the record is lost: Assemble gives back what Flatten took.
package table

// Kind is the type of a column's values.
type Kind int

// Kinds of columns, and the Go type of their values in Rows.
const (
	Text    Kind = iota // string
	Integer             // int64
	Real                // float64
	Bool                // bool
	Day                 // string YYYY-MM-DD; always may be NULL
	Time                // string RFC 3339 in UTC; always may be NULL
	JSON                // string holding a JSON array or object
)

// Column is one column of a table.
type Column struct {
	Name string
	Kind Kind
	Null bool // nil stands for what is not known
}

// Table is one table. page_id refers to pages.id, meeting_id to meetings.id.
type Table struct {
	Name    string
	Doc     string // what a row is
	Columns []Column
	Key     []string   // columns of the primary key; those of the page come in its order
	Indexes [][]string // what else is looked up
}

// The places of the tables in Tables and Rows. A table stands after those it refers to.
const (
	Pages = iota
	People
	Roles
	Organizations
	Places
	Dates
	Counts
	Elections
	Statements
	Meetings
	Participants
	Topics
	Evidence
	count
)

// Tables gives every table, in the order in which rows can be inserted. The
// caller must not change it.
func Tables() []Table { return tables[:] }

// child is what the columns of an item's row begin with.
func child(columns ...Column) []Column {
	head := []Column{{Name: "page_id"}, {Name: "n", Kind: Integer}, {Name: "item"}}
	return append(append(head, columns...), Column{Name: "confidence", Kind: Real})
}

var (
	byPage    = []string{"page_id", "n"}
	byMeeting = []string{"meeting_id", "n"}

	firstDay = Column{Name: "first_day", Kind: Day, Null: true}
	lastDay  = Column{Name: "last_day", Kind: Day, Null: true}
)

var tables = [count]Table{
	// text comes last: SQLite then reads the other columns without its pages.
	Pages: {Name: "pages", Doc: "a page", Key: []string{"id"}, Indexes: [][]string{{"url"}}, Columns: []Column{
		{Name: "id"}, {Name: "revision", Kind: Integer},
		{Name: "url"}, {Name: "path"}, {Name: "canonical"}, {Name: "retrieved", Kind: Time, Null: true},
		{Name: "sha256"}, {Name: "publisher"},
		{Name: "title"}, {Name: "authors", Kind: JSON}, {Name: "published"}, {Name: "language"},
		{Name: "body_start", Kind: Integer}, {Name: "text_sha256"}, {Name: "annotations", Kind: JSON},
		{Name: "extractor_name"}, {Name: "extractor_version"},
		{Name: "extractor_generation", Kind: Integer}, {Name: "extractor_model"},
		{Name: "text"},
	}},
	People: {Name: "people", Doc: "a person named on a page", Key: byPage, Indexes: [][]string{{"name"}}, Columns: child(
		Column{Name: "name"}, Column{Name: "aliases", Kind: JSON}, Column{Name: "country"})},
	Roles: {Name: "roles", Doc: "a post of a person", Key: []string{"page_id", "item"}, Columns: child(
		Column{Name: "person_n", Kind: Integer, Null: true}, Column{Name: "title"}, Column{Name: "organization"})},
	Organizations: {Name: "organizations", Doc: "a body named on a page", Key: byPage, Indexes: [][]string{{"name"}}, Columns: child(
		Column{Name: "name"}, Column{Name: "acronym"}, Column{Name: "country"})},
	Places: {Name: "places", Doc: "a place named on a page", Key: byPage, Indexes: [][]string{{"name"}}, Columns: child(
		Column{Name: "name"}, Column{Name: "kind"}, Column{Name: "country"})},
	Dates: {Name: "dates", Doc: "a calendar value on a page", Key: byPage, Columns: child(
		Column{Name: "text"}, Column{Name: "value"}, firstDay, lastDay)},
	Counts: {Name: "counts", Doc: "a number of people, bodies or things", Key: byPage, Columns: child(
		Column{Name: "value", Kind: Real}, Column{Name: "max", Kind: Real, Null: true},
		Column{Name: "unit"}, Column{Name: "qualifier"})},
	Elections: {Name: "elections", Doc: "an election, referendum or vote", Key: byPage, Columns: child(
		Column{Name: "type"}, Column{Name: "body"}, Column{Name: "country"}, Column{Name: "date"},
		firstDay, lastDay, Column{Name: "early", Kind: Bool})},
	Statements: {Name: "statements", Doc: "words in quotation marks and their speaker", Key: byPage, Indexes: [][]string{{"speaker"}}, Columns: child(
		Column{Name: "speaker"}, Column{Name: "quote"})},
	Meetings: {Name: "meetings", Doc: "an encounter that a page tells of", Key: []string{"id"},
		Indexes: [][]string{{"page_id", "n"}, {"first_day"}}, Columns: append([]Column{{Name: "id"}}, child(
			Column{Name: "kind"}, Column{Name: "mode"}, Column{Name: "status"}, Column{Name: "date"}, firstDay, lastDay,
			Column{Name: "date_basis"}, Column{Name: "place"}, Column{Name: "country"})...)},
	Participants: {Name: "participants", Doc: "a party to a meeting", Key: byMeeting,
		Indexes: [][]string{{"page_id"}, {"name"}}, Columns: append([]Column{{Name: "meeting_id"}}, child(
			Column{Name: "name"}, Column{Name: "kind"}, Column{Name: "side", Kind: Integer}, Column{Name: "country"},
			Column{Name: "person_n", Kind: Integer, Null: true})...)},
	Topics: {Name: "topics", Doc: "what a meeting was about", Key: byMeeting, Indexes: [][]string{{"page_id"}}, Columns: []Column{
		{Name: "meeting_id"}, {Name: "page_id"}, {Name: "n", Kind: Integer}, {Name: "topic"}}},
	Evidence: {Name: "evidence", Doc: "words of a page that prove a value", Key: []string{"page_id", "item", "n"}, Columns: []Column{
		{Name: "page_id"}, {Name: "item"}, {Name: "n", Kind: Integer}, {Name: "field"},
		{Name: "span_start", Kind: Integer}, {Name: "span_end", Kind: Integer}, {Name: "quote"}, {Name: "rule"}}},
}
