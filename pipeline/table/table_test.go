package table_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/record"
	"readout/pipeline/table"
	"readout/pipeline/table/tabletest"
)

// parsed gives a page as a reader of JSON has it.
func parsed(t *testing.T, p *record.Page) *record.Page {
	t.Helper()
	q, err := record.ParsePage(p.AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestRoundTrip(t *testing.T) {
	for n := range 30 {
		p := tabletest.Page(n, n%4)
		if n%10 == 9 {
			p = tabletest.Bare(n)
		}
		for _, p := range []*record.Page{p, parsed(t, p)} {
			rows, err := table.Flatten(p)
			if err != nil {
				t.Fatal(err)
			}
			got, err := table.Assemble(rows)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(p.AppendJSON(nil)), string(got.AppendJSON(nil))); diff != "" {
				t.Errorf("page %d (-want +got):\n%s", n, diff)
			}
		}
	}
}

// A participant may have roles that the person of that name has not, or be
// nobody's person: another program may have written the record.
func TestRoundTripRolesOfParticipant(t *testing.T) {
	tests := []struct {
		name   string
		change func(*record.Page)
		linked bool
	}{
		{"copies", func(*record.Page) {}, true},
		{"other title", func(p *record.Page) { p.Meetings[0].Participants[0].Roles[0].Title = "Envoy" }, false},
		{"none", func(p *record.Page) { p.Meetings[0].Participants[0].Roles = nil }, false},
		{"person has none", func(p *record.Page) { p.People[0].Roles = nil }, false},
		{"no such person", func(p *record.Page) { p.People = nil }, false},
		{"two of one name", func(p *record.Page) { p.People = append(p.People[:1:1], p.People...) }, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := parsed(t, tabletest.Page(1, 0))
			test.change(p)
			p = parsed(t, p)
			rows, err := table.Flatten(p)
			if err != nil {
				t.Fatal(err)
			}
			personN := rows[table.Participants][0][len(rows[table.Participants][0])-2]
			if linked := personN != nil; linked != test.linked {
				t.Errorf("person_n is %v, want linked %v", personN, test.linked)
			}
			got, err := table.Assemble(rows)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(p.AppendJSON(nil)), string(got.AppendJSON(nil))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Every value is of its column's kind, keys are unique, and every column that
// may be NULL is NULL somewhere.
func TestRowsFitTables(t *testing.T) {
	tables := table.Tables()
	nulls := map[string]bool{}
	keys := map[string]bool{}
	for n := range 20 {
		p := tabletest.Page(n, 0)
		switch n {
		case 3:
			p = tabletest.Bare(n)
		case 4: // a date and an encounter without a day; a role of a participant alone
			p.Dates[0].FirstDay, p.Dates[0].LastDay = "", ""
			p.Elections[0].FirstDay, p.Elections[0].LastDay = "", ""
			p.Meetings[0].FirstDay, p.Meetings[0].LastDay = "", ""
			p.People[0].Roles = nil
		}
		rows, err := table.Flatten(p)
		if err != nil {
			t.Fatal(err)
		}
		for i, list := range rows {
			for _, row := range list {
				checkRow(t, &tables[i], row, p.ID, keys, nulls)
			}
		}
	}
	for _, x := range tables {
		for _, c := range x.Columns {
			if nulls[x.Name+"."+c.Name] != c.Null {
				t.Errorf("%s.%s: NULL seen %v, declared %v", x.Name, c.Name, nulls[x.Name+"."+c.Name], c.Null)
			}
		}
	}
}

func checkRow(t *testing.T, x *table.Table, row []any, id string, keys, nulls map[string]bool) {
	t.Helper()
	if len(row) != len(x.Columns) {
		t.Fatalf("%s: %d values for %d columns", x.Name, len(row), len(x.Columns))
	}
	key := x.Name
	for i, c := range x.Columns {
		v := row[i]
		name := x.Name + "." + c.Name
		ok := false
		switch c.Kind {
		case table.Text:
			_, ok = v.(string)
		case table.Integer:
			_, ok = v.(int64)
		case table.Real:
			_, ok = v.(float64)
		case table.Bool:
			_, ok = v.(bool)
		case table.Day:
			_, err := time.Parse(time.DateOnly, str(v))
			ok = err == nil
		case table.Time:
			_, err := time.Parse(time.RFC3339, str(v))
			ok = err == nil
		case table.JSON:
			ok = json.Valid([]byte(str(v)))
		}
		if v == nil {
			nulls[name] = true
			ok = c.Null
		}
		if !ok {
			t.Errorf("%s: %#v is no value of kind %d", name, v, c.Kind)
		}
		if c.Name == "page_id" && v != id {
			t.Errorf("%s: %v, want the page's id", name, v)
		}
		for _, k := range x.Key {
			if k == c.Name {
				key += "|" + jsonOf(v)
			}
		}
	}
	if keys[key] {
		t.Errorf("key %s stands twice", key)
	}
	keys[key] = true
}

func str(v any) string { s, _ := v.(string); return s }

func jsonOf(v any) string { b, _ := json.Marshal(v); return string(b) }

func TestTablesAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, x := range table.Tables() {
		columns := map[string]bool{}
		for _, c := range x.Columns {
			if columns[c.Name] || c.Name == "" {
				t.Errorf("%s: column %q is there twice or has no name", x.Name, c.Name)
			}
			columns[c.Name] = true
			if (c.Kind == table.Day || c.Kind == table.Time) && !c.Null {
				t.Errorf("%s.%s: a day or time must allow NULL", x.Name, c.Name)
			}
		}
		for _, list := range append([][]string{x.Key}, x.Indexes...) {
			for _, c := range list {
				if !columns[c] {
					t.Errorf("%s: the key or index names no column %q", x.Name, c)
				}
			}
		}
		if columns["meeting_id"] && !seen["meetings"] || columns["page_id"] && !seen["pages"] {
			t.Errorf("%s stands before what it refers to", x.Name)
		}
		if x.Doc == "" || seen[x.Name] {
			t.Errorf("%s: no doc or listed twice", x.Name)
		}
		seen[x.Name] = true
	}
}

func TestSpansAreCodePoints(t *testing.T) {
	p := tabletest.Page(2, 0)
	rows, err := table.Flatten(p)
	if err != nil {
		t.Fatal(err)
	}
	text := []rune(p.Text)
	if len(text) == len(p.Text) {
		t.Fatal("the page must hold more than ASCII")
	}
	for _, row := range rows[table.Evidence] {
		start, end, quote := row[4].(int64), row[5].(int64), row[6].(string)
		if got := string(text[start:end]); got != quote {
			t.Errorf("text[%d:%d] is %q, the quote %q", start, end, got, quote)
		}
	}
	if got := rows[table.Pages][0][12].(int64); string(text[got:])[:7] != "Foreign" {
		t.Errorf("body_start %d: the body begins with %q", got, string(text[got:]))
	}
}

func TestFlattenRefuses(t *testing.T) {
	tests := []struct {
		name, want string
		change     func(*record.Page)
	}{
		{"span after the text", "offset", func(p *record.Page) { p.Counts[0].Evidence[0].End = len(p.Text) + 1 }},
		{"span backwards", "span from", func(p *record.Page) { p.Counts[0].Evidence[0].End = 0 }},
		{"body after the text", "body_start", func(p *record.Page) { p.BodyStart = -1 }},
		{"no day", "first_day", func(p *record.Page) { p.Dates[0].FirstDay = "2024-02-30" }},
		{"no time", "retrieved", func(p *record.Page) { p.Source.Retrieved = "noon" }},
		{"no JSON", "annotations", func(p *record.Page) { p.Annotations["venues"] = json.RawMessage("[") }},
		{"foreign meeting", "is not one of page", func(p *record.Page) { p.Meetings[0].ID = tabletest.ID(99) + "-00000000" }},
		{"meeting twice", "stands twice", func(p *record.Page) { p.Meetings = append(p.Meetings, p.Meetings[0]) }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := tabletest.Page(1, 0)
			test.change(p)
			_, err := table.Flatten(p)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), p.ID) {
				t.Errorf("got error %v, want one with %q and the page's id", err, test.want)
			}
		})
	}
}

// Rows that a hand has changed give an error that names the place, never a panic.
func TestAssembleRefuses(t *testing.T) {
	p := tabletest.Page(1, 0)
	for i, x := range table.Tables() {
		for j, c := range x.Columns {
			rows, err := table.Flatten(p)
			if err != nil {
				t.Fatal(err)
			}
			rows[i][0][j] = struct{}{}
			_, err = table.Assemble(rows)
			unread := c.Name == "page_id" || c.Name == "n" || c.Name == "person_n" && x.Name == "roles" ||
				c.Name == "item" && x.Name == "topics"
			if err == nil && !unread {
				t.Errorf("%s.%s: no error for a value of another type", x.Name, c.Name)
			}
			rows[i][0] = rows[i][0][:j]
			if _, err = table.Assemble(rows); err == nil && !unread && j > 0 {
				t.Errorf("%s: no error for a row of %d values", x.Name, j)
			}
		}
	}
	if _, err := table.Assemble(&table.Rows{}); err == nil {
		t.Error("no error without a page")
	}
}

// What can be read as a record can be cut and put together, or is refused.
func FuzzRoundTrip(f *testing.F) {
	f.Add(tabletest.Marshal(tabletest.Page(0, 0)))
	f.Add(tabletest.Marshal(tabletest.Bare(1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := record.ParsePage(data)
		if err != nil {
			return
		}
		rows, err := table.Flatten(p)
		if err != nil {
			return
		}
		got, err := table.Assemble(rows)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(p.AppendJSON(nil)), string(got.AppendJSON(nil))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
