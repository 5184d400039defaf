package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/pipeline/record"
)

// Rows are the rows of one page: a list of rows a table, in the order of
// Tables; a row holds one value a column, of the Go type of its Kind or nil.
type Rows [count][][]any

// Flatten cuts a page record into rows, in the order of the record. An error
// means that the record is broken: a span outside the text, a day or time that
// is none, annotations that are no JSON, or a meeting whose id is not of this
// page or stands twice.
func Flatten(p *record.Page) (*Rows, error) {
	f := &flattener{page: p, offsets: record.NewOffsets(p.Text), personN: map[*record.Person]int{}}
	annotations, err := marshal(orEmpty(p.Annotations))
	if err != nil {
		return nil, fmt.Errorf("page %s: annotations: %w", p.ID, err)
	}
	f.add(Pages, p.ID, p.Revision,
		p.Source.URL, p.Source.Path, p.Source.Canonical, f.time("retrieved", p.Source.Retrieved), p.Source.SHA256, p.Source.Publisher,
		p.Title, stringList(p.Authors), p.Published, p.Language, f.point("body_start", p.BodyStart), p.TextSHA256, annotations,
		p.Extractor.Name, p.Extractor.Version, int64(p.Extractor.Generation), p.Extractor.Model, p.Text)
	f.named()
	f.facts()
	for n, m := range p.Meetings {
		f.meeting(n, m)
	}
	if f.err != nil {
		return nil, fmt.Errorf("page %s: %w", p.ID, f.err)
	}
	return &f.rows, nil
}

type flattener struct {
	page    *record.Page
	offsets *record.Offsets
	personN map[*record.Person]int
	rows    Rows
	err     error
}

func (f *flattener) fail(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf(format, args...)
	}
}

func (f *flattener) add(table int, values ...any) {
	f.rows[table] = append(f.rows[table], values)
}

// item adds the row of an item in one of the lists of the page, and its evidence.
func (f *flattener) item(table, n int, proof *record.Proof, values ...any) string {
	path := itemPath(tables[table].Name, n)
	row := make([]any, 0, len(values)+4)
	row = append(append(row, f.page.ID, int64(n), path), values...)
	f.add(table, append(row, proof.Confidence)...)
	f.evidence(path, proof)
	return path
}

func (f *flattener) evidence(path string, proof *record.Proof) {
	for n, e := range proof.Evidence {
		start, end := f.point(path, e.Start), f.point(path, e.End)
		if start > end {
			f.fail("%s: a span from %d to %d", path, e.Start, e.End)
		}
		if f.err != nil {
			return
		}
		f.add(Evidence, f.page.ID, path, int64(n), e.Field, start, end, f.page.Text[e.Start:e.End], e.Rule)
	}
}

// point converts an offset in bytes to one in code points.
func (f *flattener) point(what string, at int) int64 {
	if at < 0 || at > len(f.page.Text) {
		f.fail("%s: offset %d is not in the text", what, at)
		return 0
	}
	return int64(f.offsets.Points(at))
}

func (f *flattener) named() {
	for n, x := range f.page.People {
		f.personN[x] = n
		path := f.item(People, n, &x.Proof, x.Name, stringList(x.Aliases), x.Country)
		f.roles(path, int64(n), x.Roles)
	}
	for n, x := range f.page.Organizations {
		f.item(Organizations, n, &x.Proof, x.Name, x.Acronym, x.Country)
	}
	for n, x := range f.page.Places {
		f.item(Places, n, &x.Proof, x.Name, x.Kind, x.Country)
	}
}

func (f *flattener) roles(of string, personN any, roles []*record.Role) {
	for n, r := range roles {
		path := itemPath(of+".roles", n)
		f.add(Roles, f.page.ID, int64(n), path, personN, r.Title, r.Organization, r.Confidence)
		f.evidence(path, &r.Proof)
	}
}

func (f *flattener) facts() {
	for n, x := range f.page.Dates {
		f.item(Dates, n, &x.Proof, x.Text, x.Value, f.day("first_day", x.FirstDay), f.day("last_day", x.LastDay))
	}
	for n, x := range f.page.Counts {
		var max any
		if x.Max != nil {
			max = *x.Max
		}
		f.item(Counts, n, &x.Proof, x.Value, max, x.Unit, x.Qualifier)
	}
	for n, x := range f.page.Elections {
		f.item(Elections, n, &x.Proof, x.Type, x.Body, x.Country, x.Date, f.day("first_day", x.FirstDay), f.day("last_day", x.LastDay), x.Early)
	}
	for n, x := range f.page.Statements {
		f.item(Statements, n, &x.Proof, x.Speaker, x.Quote)
	}
}

func (f *flattener) meeting(n int, m *record.Meeting) {
	path := itemPath("meetings", n)
	if !strings.HasPrefix(m.ID, f.page.ID+"-") {
		f.fail("%s: the id %q is not one of page %s", path, m.ID, f.page.ID)
	}
	if slices.ContainsFunc(f.page.Meetings[:n], func(o *record.Meeting) bool { return o.ID == m.ID }) {
		f.fail("%s: the id %s stands twice", path, m.ID)
	}
	f.add(Meetings, m.ID, f.page.ID, int64(n), path, m.Kind, m.Mode, m.Status, m.Date,
		f.day("first_day", m.FirstDay), f.day("last_day", m.LastDay), m.DateBasis, m.Place, m.Country, m.Confidence)
	f.evidence(path, &m.Proof)
	for i, x := range m.Participants {
		at := itemPath(path+".participants", i)
		personN := f.person(x)
		f.add(Participants, m.ID, f.page.ID, int64(i), at, x.Name, x.Kind, int64(x.Side), x.Country, personN, x.Confidence)
		f.evidence(at, &x.Proof)
		if personN == nil {
			f.roles(at, nil, x.Roles)
		}
	}
	for i, topic := range m.Topics {
		f.add(Topics, m.ID, f.page.ID, int64(i), topic)
	}
}

// person gives the n of the person that a participant is, nil where there is
// none or where the roles are not that person's: another program may have
// written the record.
func (f *flattener) person(x *record.Participant) any {
	n, ok := f.personN[x.Person]
	if !ok && x.Kind == "person" {
		n = slices.IndexFunc(f.page.People, func(p *record.Person) bool { return p.Name == x.Name })
		ok = n >= 0
	}
	if !ok || !slices.EqualFunc(f.page.People[n].Roles, x.Roles, sameRole) {
		return nil
	}
	return int64(n)
}

func sameRole(a, b *record.Role) bool {
	return a == b || a.Title == b.Title && a.Organization == b.Organization &&
		a.Confidence == b.Confidence && slices.Equal(a.Evidence, b.Evidence)
}

func itemPath(list string, n int) string { return list + "[" + strconv.Itoa(n) + "]" }

// day and time give nil for what is not known.
func (f *flattener) day(what, s string) any  { return f.typed(what, s, time.DateOnly) }
func (f *flattener) time(what, s string) any { return f.typed(what, s, time.RFC3339) }

func (f *flattener) typed(what, s, layout string) any {
	if s == "" {
		return nil
	}
	if _, err := time.Parse(layout, s); err != nil {
		f.fail("%s: %w", what, err)
	}
	return s
}

func stringList(list []string) string {
	if len(list) == 0 {
		return "[]"
	}
	s, err := marshal(list)
	if err != nil {
		panic("strings that are no JSON: " + err.Error())
	}
	return s
}

func orEmpty(m map[string]json.RawMessage) map[string]json.RawMessage {
	if m == nil {
		return map[string]json.RawMessage{}
	}
	return m
}

// marshal is json.Marshal without the escapes for HTML.
func marshal(v any) (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return string(bytes.TrimRight(b.Bytes(), "\n")), nil
}
