package table

import (
	"encoding/json"
	"fmt"

	"readout/pipeline/record"
)

// Assemble puts a page record together from the rows that Flatten gave; the
// rows of a table in any order of items, those of one list by n. Errors name
// the table and the column of a value that Flatten cannot have given.
func Assemble(rows *Rows) (*record.Page, error) {
	a := &assembler{rows: rows, evidence: map[string][]record.Evidence{}, roles: map[string][]*record.Role{}}
	if len(rows[Pages]) != 1 {
		return nil, fmt.Errorf("table pages: %d rows, want 1", len(rows[Pages]))
	}
	p := a.head(rows[Pages][0])
	a.offsets = record.NewOffsets(p.Text)
	p.BodyStart = a.byteOf(p.BodyStart)
	a.readEvidence(p.Text)
	a.readRoles()
	a.named(p)
	a.facts(p)
	a.meetings(p)
	if a.err != nil {
		return nil, fmt.Errorf("page %s: %w", p.ID, a.err)
	}
	return p, nil
}

type assembler struct {
	rows     *Rows
	offsets  *record.Offsets
	evidence map[string][]record.Evidence // by item
	roles    map[string][]*record.Role    // by the item that has them
	err      error
}

func (a *assembler) fail(format string, args ...any) {
	if a.err == nil {
		a.err = fmt.Errorf(format, args...)
	}
}

func (a *assembler) byteOf(point int) int {
	at, ok := a.offsets.Bytes(point)
	if !ok {
		a.fail("offset %d is not in the text", point)
	}
	return at
}

// each calls f with the values of every row of a table.
func (a *assembler) each(table int, f func(v *values)) {
	for _, row := range a.rows[table] {
		f(&values{a: a, table: &tables[table], row: row})
	}
}

// values reads the values of one row from left to right.
type values struct {
	a     *assembler
	table *Table
	row   []any
	at    int
}

func value[T any](v *values) (x T, null bool) {
	i := v.at
	v.at++
	if i >= len(v.row) || i >= len(v.table.Columns) {
		v.a.fail("table %s: a row of %d values, want %d", v.table.Name, len(v.row), len(v.table.Columns))
		return x, true
	}
	c := v.table.Columns[i]
	if v.row[i] == nil && c.Null {
		return x, true
	}
	x, ok := v.row[i].(T)
	if !ok {
		v.a.fail("table %s: column %s: a %T, want a %T", v.table.Name, c.Name, v.row[i], x)
	}
	return x, false
}

func (v *values) text() string  { x, _ := value[string](v); return x }
func (v *values) real() float64 { x, _ := value[float64](v); return x }
func (v *values) bool() bool    { x, _ := value[bool](v); return x }
func (v *values) int() int      { x, _ := value[int64](v); return int(x) }
func (v *values) skip(n int)    { v.at += n }
func (v *values) json(into any) {
	name := v.table.Columns[v.at].Name
	if err := json.Unmarshal([]byte(v.text()), into); err != nil {
		v.a.fail("table %s: column %s: %w", v.table.Name, name, err)
	}
}

// head skips what the columns of an item begin with and gives its path.
func (v *values) item() string { v.skip(2); return v.text() }

func (v *values) proof(path string) record.Proof {
	return record.Proof{Confidence: v.real(), Evidence: v.a.evidence[path]}
}

func (a *assembler) head(row []any) *record.Page {
	v := &values{a: a, table: &tables[Pages], row: row}
	p := &record.Page{ID: v.text()}
	p.Revision, _ = value[int64](v)
	p.Source = record.Source{URL: v.text(), Path: v.text(), Canonical: v.text(), Retrieved: v.text(), SHA256: v.text(), Publisher: v.text()}
	p.Title = v.text()
	v.json(&p.Authors)
	p.Published, p.Language, p.BodyStart, p.TextSHA256 = v.text(), v.text(), v.int(), v.text()
	v.json(&p.Annotations)
	p.Extractor = record.Extractor{Name: v.text(), Version: v.text(), Generation: v.int(), Model: v.text()}
	p.Text = v.text()
	return p
}

func (a *assembler) readEvidence(text string) {
	a.each(Evidence, func(v *values) {
		v.skip(1)
		item := v.text()
		v.skip(1)
		e := record.Evidence{Field: v.text()}
		e.Span = record.Span{Start: a.byteOf(v.int()), End: a.byteOf(v.int())}
		if quote := v.text(); a.err == nil && (e.Start > e.End || text[e.Start:e.End] != quote) {
			a.fail("table evidence: item %s: the quote is not what the text has at its span", item)
		}
		e.Rule = v.text()
		a.evidence[item] = append(a.evidence[item], e)
	})
}

func (a *assembler) readRoles() {
	a.each(Roles, func(v *values) {
		v.skip(1)
		n, path := v.int(), v.text()
		v.skip(1)
		r := &record.Role{Title: v.text(), Organization: v.text()}
		r.Proof = v.proof(path)
		suffix := itemPath(".roles", n)
		if len(path) < len(suffix) || path[len(path)-len(suffix):] != suffix {
			a.fail("table roles: item %q is no role %d", path, n)
			return
		}
		of := path[:len(path)-len(suffix)]
		a.roles[of] = append(a.roles[of], r)
	})
}

func (a *assembler) named(p *record.Page) {
	a.each(People, func(v *values) {
		path := v.item()
		x := &record.Person{Name: v.text()}
		v.json(&x.Aliases)
		x.Country, x.Roles = v.text(), a.roles[path]
		x.Proof = v.proof(path)
		for _, r := range x.Roles {
			r.Person = x
		}
		p.People = append(p.People, x)
	})
	a.each(Organizations, func(v *values) {
		path := v.item()
		x := &record.Organization{Name: v.text(), Acronym: v.text(), Country: v.text()}
		x.Proof = v.proof(path)
		p.Organizations = append(p.Organizations, x)
	})
	a.each(Places, func(v *values) {
		path := v.item()
		x := &record.Place{Name: v.text(), Kind: v.text(), Country: v.text()}
		x.Proof = v.proof(path)
		p.Places = append(p.Places, x)
	})
}

func (a *assembler) facts(p *record.Page) {
	a.each(Dates, func(v *values) {
		path := v.item()
		x := &record.Date{Text: v.text(), Value: v.text(), FirstDay: v.text(), LastDay: v.text()}
		x.Proof = v.proof(path)
		p.Dates = append(p.Dates, x)
	})
	a.each(Counts, func(v *values) {
		path := v.item()
		x := &record.Count{Value: v.real()}
		if max, null := value[float64](v); !null {
			x.Max = &max
		}
		x.Unit, x.Qualifier = v.text(), v.text()
		x.Proof = v.proof(path)
		p.Counts = append(p.Counts, x)
	})
	a.each(Elections, func(v *values) {
		path := v.item()
		x := &record.Election{Type: v.text(), Body: v.text(), Country: v.text(), Date: v.text(),
			FirstDay: v.text(), LastDay: v.text(), Early: v.bool()}
		x.Proof = v.proof(path)
		p.Elections = append(p.Elections, x)
	})
	a.each(Statements, func(v *values) {
		path := v.item()
		x := &record.Statement{Speaker: v.text(), Quote: v.text()}
		x.Proof = v.proof(path)
		p.Statements = append(p.Statements, x)
	})
}

func (a *assembler) meetings(p *record.Page) {
	byID := map[string]*record.Meeting{}
	a.each(Meetings, func(v *values) {
		m := &record.Meeting{ID: v.text()}
		path := v.item()
		m.Kind, m.Mode, m.Status, m.Date = v.text(), v.text(), v.text(), v.text()
		m.FirstDay, m.LastDay, m.DateBasis, m.Place, m.Country = v.text(), v.text(), v.text(), v.text(), v.text()
		m.Proof = v.proof(path)
		p.Meetings = append(p.Meetings, m)
		byID[m.ID] = m
	})
	meeting := func(v *values) *record.Meeting {
		id := v.text()
		if m, ok := byID[id]; ok {
			return m
		}
		a.fail("table %s: no meeting %s", v.table.Name, id)
		return &record.Meeting{}
	}
	a.each(Participants, func(v *values) {
		m, path := meeting(v), v.item()
		x := &record.Participant{Name: v.text(), Kind: v.text(), Side: v.int(), Country: v.text(), Roles: a.roles[path]}
		if n, null := value[int64](v); !null {
			if n < 0 || n >= int64(len(p.People)) {
				a.fail("table participants: no person %d", n)
				return
			}
			x.Person = p.People[n]
			x.Roles = x.Person.Roles
		}
		x.Proof = v.proof(path)
		m.Participants = append(m.Participants, x)
	})
	a.each(Topics, func(v *values) {
		m := meeting(v)
		v.skip(2)
		m.Topics = append(m.Topics, v.text())
	})
}
