package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"readout/pipeline/table"
)

const (
	// applicationID marks a SQLite file as ours: "rdot".
	applicationID = 0x72646f74
	// schemaVersion grows with every change of what Schema gives.
	schemaVersion = 2
)

// upgrades[v] makes the tables of version v+1 of those of version v.
var upgrades = map[int64]string{
	1: "ALTER TABLE offsets ADD COLUMN last_offset INTEGER; ALTER TABLE offsets ADD COLUMN last_time TEXT; " +
		"ALTER TABLE offsets ADD COLUMN last_sha256 BLOB; PRAGMA user_version = 2",
}

// bookkeeping are the tables beside those of pipeline/table.
const bookkeeping = `CREATE TABLE offsets ( -- the next offset to read of a partition that feeds this database
  topic TEXT NOT NULL,
  "partition" INTEGER NOT NULL,
  next INTEGER NOT NULL,
  last_offset INTEGER, -- of the last message stored: by what it is known again
  last_time TEXT,
  last_sha256 BLOB,
  PRIMARY KEY (topic, "partition")
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters ( -- a message that was no page record; key and value are its bytes
  topic TEXT NOT NULL,
  "partition" INTEGER NOT NULL,
  message_offset INTEGER NOT NULL,
  reason TEXT NOT NULL,
  error TEXT NOT NULL,
  key BLOB,
  value BLOB,
  PRIMARY KEY (topic, "partition", message_offset)
) STRICT;
`

// views answer the two questions that are asked first.
const views = `CREATE VIEW meeting_people AS -- who took part in which meeting, and in which role
SELECT p.name, p.kind AS participant_kind, p.side, p.country,
  (SELECT group_concat(role, '; ') FROM (
    SELECT title || CASE organization WHEN '' THEN '' ELSE ', ' || organization END AS role
    FROM roles r WHERE r.page_id = p.page_id AND r.person_n = p.person_n ORDER BY r.n)) AS roles,
  m.first_day, m.last_day, m.kind AS meeting_kind, m.mode, m.status, m.place, m.country AS meeting_country,
  p.meeting_id, p.n, g.title, g.url, g.path, p.page_id
FROM participants p JOIN meetings m ON m.id = p.meeting_id JOIN pages g ON g.id = p.page_id;

CREATE VIEW encounters AS -- who met whom: pairs of participants who are not known to be of one side
SELECT a.name AS name_a, b.name AS name_b, m.first_day, m.kind, m.mode, m.status, m.place, m.id AS meeting_id, m.page_id
FROM meetings m JOIN participants a ON a.meeting_id = m.id
JOIN participants b ON b.meeting_id = m.id AND b.n > a.n AND (a.side = 0 OR b.side = 0 OR a.side <> b.side);
`

// Schema gives the SQL that makes an empty database: the tables of
// pipeline/table and two of its own, their indexes, two views. Days and times
// are text in ISO 8601, truth values 0 and 1.
func Schema() string {
	var b strings.Builder
	for i, t := range table.Tables() {
		fmt.Fprintf(&b, "CREATE TABLE %s ( -- %s\n", t.Name, t.Doc)
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "  %s%s,\n", c.Name, columnType(c))
		}
		// The hash of the record's bytes: a repeat is known by it.
		if i == table.Pages {
			b.WriteString("  record_sha256 BLOB NOT NULL,\n")
		}
		fmt.Fprintf(&b, "  PRIMARY KEY (%s)\n) STRICT%s;\n", strings.Join(t.Key, ", "), storage(i))
		for _, columns := range t.Indexes {
			fmt.Fprintf(&b, "CREATE INDEX %s_%s ON %s (%s);\n", t.Name, strings.Join(columns, "_"), t.Name, strings.Join(columns, ", "))
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s\n%s\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\n", bookkeeping, views, applicationID, schemaVersion)
	return b.String()
}

func columnType(c table.Column) string {
	name := map[table.Kind]string{
		table.Text: "TEXT", table.Integer: "INTEGER", table.Real: "REAL", table.Bool: "INTEGER",
		table.Day: "TEXT", table.Time: "TEXT", table.JSON: "TEXT",
	}[c.Kind]
	if !c.Null {
		name += " NOT NULL"
	}
	switch c.Name {
	case "page_id":
		name += " REFERENCES pages (id) ON DELETE CASCADE"
	case "meeting_id":
		name += " REFERENCES meetings (id) ON DELETE CASCADE"
	}
	return " " + name
}

// storage keeps the rows of a page side by side in the order of the key; a
// page itself is too large for that.
func storage(i int) string {
	if i == table.Pages {
		return ""
	}
	return ", WITHOUT ROWID"
}

// insertColumns are the columns of an INSERT into table i, and their number.
func insertColumns(i int) (string, int) {
	t := table.Tables()[i]
	names := make([]string, 0, len(t.Columns)+1)
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	if i == table.Pages {
		names = append(names, "record_sha256")
	}
	return strings.Join(names, ", "), len(names)
}

// allTables names every table in a fixed order.
func allTables() []string {
	var names []string
	for _, t := range table.Tables() {
		names = append(names, t.Name)
	}
	names = append(names, "offsets", "dead_letters")
	slices.Sort(names)
	return names
}
