package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store/sqlite"
	"readout/pipeline/table"
	"readout/pipeline/table/tabletest"
)

func open(t testing.TB, path string) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func temp(t testing.TB) *sqlite.DB { return open(t, filepath.Join(t.TempDir(), "readout.db")) }

func put(t testing.TB, db *sqlite.DB, pages ...*record.Page) {
	t.Helper()
	if err := db.Put(context.Background(), pages); err != nil {
		t.Fatal(err)
	}
}

func checksum(t testing.TB, db *sqlite.DB, tables ...string) string {
	t.Helper()
	sum, err := db.Checksum(context.Background(), tables...)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// wantPage compares what the database gives back to what went in.
func wantPage(t testing.TB, db *sqlite.DB, want *record.Page) {
	t.Helper()
	got, err := db.Page(context.Background(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want.AppendJSON(nil)), string(got.AppendJSON(nil))); diff != "" {
		t.Errorf("page %s (-want +got):\n%s", want.ID, diff)
	}
}

func counts(t testing.TB, db *sqlite.DB) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	for _, x := range table.Tables() {
		n, err := db.Count(context.Background(), x.Name)
		if err != nil {
			t.Fatal(err)
		}
		out[x.Name] = n
	}
	return out
}

func TestPutGivesBackTheRecord(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a ?b%20#.db") // names that a URI would take apart
	db := open(t, path)
	var pages []*record.Page
	for n := range 40 {
		pages = append(pages, tabletest.Page(n, n%3))
	}
	pages = append(pages, tabletest.Bare(99))
	put(t, db, pages...)
	want := map[string]int64{}
	for _, p := range pages {
		wantPage(t, db, p)
		rows, err := table.Flatten(p)
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range table.Tables() {
			want[x.Name] += int64(len(rows[i]))
		}
	}
	if diff := cmp.Diff(want, counts(t, db)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	if _, err := db.Page(context.Background(), "nobody"); !errors.Is(err, sqlite.ErrNoPage) {
		t.Errorf("got error %v, want ErrNoPage", err)
	}
}

func TestRevisions(t *testing.T) {
	db := temp(t)
	other := tabletest.Page(2, 0)
	put(t, db, tabletest.Page(1, 1), other)
	first := checksum(t, db)

	put(t, db, tabletest.Page(1, 1))
	if checksum(t, db) != first {
		t.Error("a repeat changed something")
	}
	put(t, db, tabletest.Page(1, 0))
	if checksum(t, db) != first {
		t.Error("an older revision changed something")
	}

	newer := tabletest.Page(1, 2)
	put(t, db, newer)
	wantPage(t, db, newer)
	wantPage(t, db, other)
	fresh := temp(t)
	put(t, fresh, other, newer)
	if checksum(t, db) != checksum(t, fresh) {
		t.Error("something of the older revision is left")
	}

	// The same revision with other bytes replaces, so that what was wrong can be mended.
	mended := tabletest.Page(1, 2)
	mended.People = nil
	mended.Meetings = nil
	put(t, db, mended)
	wantPage(t, db, mended)

	// Of several versions in one call the highest stays.
	put(t, db, tabletest.Page(1, 3), tabletest.Page(1, 5), tabletest.Page(1, 4))
	wantPage(t, db, tabletest.Page(1, 5))
}

func TestPutRefusesBrokenRecord(t *testing.T) {
	db := temp(t)
	broken, good := tabletest.Page(1, 0), tabletest.Page(2, 0)
	broken.Dates[0].FirstDay = "the twelfth"
	err := db.Put(context.Background(), []*record.Page{broken, good})
	var refused pipeline.Refused
	if !errors.As(err, &refused) || len(refused) != 1 || refused[0].Page != broken || refused[0].Err.Stage != pipeline.StageSink {
		t.Fatalf("got error %v, want page 1 refused", err)
	}
	if !strings.Contains(err.Error(), broken.ID) {
		t.Errorf("error %q does not name the page", err)
	}
	wantPage(t, db, good)
	if n := counts(t, db)["pages"]; n != 1 {
		t.Errorf("%d pages, want 1", n)
	}
}

func TestPutStopped(t *testing.T) {
	db := temp(t)
	before := checksum(t, db)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := db.Put(ctx, []*record.Page{tabletest.Page(1, 0)}); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want context.Canceled", err)
	}
	if checksum(t, db) != before {
		t.Error("a stopped Put left something")
	}
	put(t, db, tabletest.Page(1, 0)) // the database is still of use
}

// Values have the types that the schema promises, and what is not known is NULL.
func TestTypes(t *testing.T) {
	db := temp(t)
	bare := tabletest.Bare(2)
	p := tabletest.Page(3, 0)
	p.Elections[0].FirstDay, p.Elections[0].LastDay = "", ""
	put(t, db, p, bare)
	raw := rawDB(t, db)
	tests := []struct{ query, want string }{
		{"SELECT group_concat(typeof(retrieved)) FROM (SELECT * FROM pages ORDER BY retrieved)", "null,text"},
		{"SELECT DISTINCT typeof(revision) || typeof(body_start) FROM pages", "integerinteger"},
		{"SELECT authors ->> 1 FROM pages WHERE authors <> '[]'", "Å. Öst"},
		{"SELECT annotations ->> '$.venues[0].name' FROM pages WHERE annotations <> '{}'", "<Old> & new"},
		{"SELECT typeof(first_day) || early FROM elections", "null1"},
		{"SELECT DISTINCT typeof(value) || typeof(confidence) FROM counts", "realreal"},
		{"SELECT first_day FROM dates", "2024-03-12"},
		{"SELECT count(*) FROM evidence e JOIN pages p ON p.id = e.page_id WHERE substr(p.text, span_start + 1, span_end - span_start) <> quote", "0"},
		{"SELECT count(*) FROM people p WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.page_id = p.page_id AND e.item = p.item)", "0"},
		{"SELECT value FROM (SELECT journal_mode AS value FROM pragma_journal_mode)", "wal"},
	}
	for _, test := range tests {
		var got string
		if err := raw.QueryRow(test.query).Scan(&got); err != nil {
			t.Errorf("%s: %v", test.query, err)
		} else if got != test.want {
			t.Errorf("%s: got %q, want %q", test.query, got, test.want)
		}
	}
}

func TestViews(t *testing.T) {
	db := temp(t)
	p := tabletest.Page(1, 0)
	put(t, db, p)
	raw := rawDB(t, db)
	m := p.Meetings[0]
	var name, roles, day, url string
	err := raw.QueryRow("SELECT name, roles, first_day, url FROM meeting_people WHERE meeting_id = ? AND participant_kind = 'person'", m.ID).Scan(&name, &roles, &day, &url)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{name, roles, day, url}
	if diff := cmp.Diff([]string{m.Participants[0].Name, "Foreign Minister, Östervik", "2024-03-12", p.Source.URL}, got); diff != "" {
		t.Errorf("meeting_people (-want +got):\n%s", diff)
	}
	var a, b string
	if err := raw.QueryRow("SELECT name_a, name_b FROM encounters WHERE meeting_id = ?", m.ID).Scan(&a, &b); err != nil {
		t.Fatal(err)
	}
	if a != m.Participants[0].Name || b != m.Participants[1].Name {
		t.Errorf("encounters: %s, %s", a, b)
	}
}

// rawDB opens the file as another program would.
func rawDB(t testing.TB, db *sqlite.DB) *sql.DB {
	t.Helper()
	raw, err := sql.Open("sqlite", db.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { raw.Close() })
	return raw
}

// The rows of pages stand in the order of the run, however it was cut into
// batches.
func TestOrderOfTheRun(t *testing.T) {
	var list []*record.Page
	var want []string
	for i := range 30 {
		p := tabletest.Page((i*7+3)%30, 0)
		list, want = append(list, p), append(want, p.ID)
	}
	for _, size := range []int{1, 7, 30} {
		db := temp(t)
		for rest := list; len(rest) > 0; rest = rest[min(size, len(rest)):] {
			put(t, db, rest[:min(size, len(rest))]...)
		}
		rows, err := rawDB(t, db).Query("SELECT id FROM pages NOT INDEXED")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		var got []string
		for rows.Next() {
			var id string
			if err := rows.Scan(&id); err != nil {
				t.Fatal(err)
			}
			got = append(got, id)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("batches of %d (-want +got):\n%s", size, diff)
		}
	}
}
