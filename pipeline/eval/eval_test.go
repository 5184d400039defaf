package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/record"
)

func proof(rule string) record.Proof {
	return record.Proof{Evidence: []record.Evidence{{Rule: rule}}}
}

// golden is one page of gold and what was found of it, with one item of each
// kind right, one wrong and one missed where that makes a difference.
func golden() (Gold, *record.Page) {
	lind := &record.Person{Name: "Lind", Country: "SE", Proof: proof("people/a"),
		Roles: []*record.Role{{Title: "Speaker of the House", Organization: "", Proof: proof("roles/a")}}}
	ek := &record.Person{Name: "Bo Ek", Proof: proof("people/b")}
	g := Gold{ID: "p", Published: "2021-05-03",
		People:        &[]GoldPerson{{Name: "Ana Lind", Country: "SE", Roles: []GoldRole{{Title: "Speaker", Organization: "House"}}}, {Name: "Bo Ek"}},
		Organizations: &[]string{"The House of Commons", "Council of Ports"},
		Dates:         &[]GoldDate{{Value: "2021-05-03"}, {Value: "2021-Q2"}},
		Counts:        &[]GoldCount{{Value: 3, Unit: "observers"}},
		Meetings: &[]GoldMeeting{{Kind: "meeting", Mode: "in_person", Status: "held", Date: "2021-05", Place: "Oslo", Topics: []string{"trade"},
			Participants: []GoldParticipant{{"Ana Lind", "person"}, {"Bo Ek", "person"}}}},
		Statements: &[]GoldStatement{{Speaker: "Ana Lind", Begins: "We are very glad of it"}},
	}
	p := &record.Page{ID: "p", People: []*record.Person{lind, ek},
		Organizations: []*record.Organization{{Name: "House of Commons", Proof: proof("organizations/a")}, {Name: "Council of the Ports", Proof: proof("organizations/a")}},
		Dates:         []*record.Date{{Value: "2021-05-03", Proof: proof("dates/a")}, {Value: "2021-04/2021-06", Proof: proof("dates/a")}},
		Counts:        []*record.Count{{Value: 3, Unit: "long-term observer", Qualifier: "about", Proof: proof("counts/a")}},
		Elections:     []*record.Election{{Type: "local", Proof: proof("elections/a")}},
		Meetings: []*record.Meeting{{Kind: "call", Mode: "in_person", Status: "held", Date: "2021-05-01/2021-05-31", Topics: []string{"free trade"}, Proof: proof("meetings/a"),
			Participants: []*record.Participant{{Name: "Lind", Kind: "person", Proof: proof("meetings/b")}, {Name: "some senators", Kind: "group", Proof: proof("meetings/b")}}}},
		Statements: []*record.Statement{{Speaker: "Lind", Quote: "We are very glad", Proof: proof("statements/a")}},
	}
	return g, p
}

func TestScore(t *testing.T) {
	g, p := golden()
	got := Score([]Gold{g, {ID: "absent", Organizations: &[]string{"Port Union"}}}, map[string]*record.Page{"p": p})
	want := map[string]Figure{
		"people":         {Right: 1, Wrong: 1, Missed: 1},
		"people~":        {Right: 2},
		"roles":          {Wrong: 1, Missed: 1}, // the organization stands in the title
		"organizations":  {Right: 1, Wrong: 1, Missed: 2},
		"organizations~": {Right: 2, Missed: 1},
		"dates":          {Right: 1}, // the publication date counts on neither side
		"counts":         {Right: 1},
		"meetings":       {Right: 1},
		"participants":   {Right: 1, Wrong: 1, Missed: 1},
		"statements":     {Right: 1},
	}
	if diff := cmp.Diff(want, got.Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	rates := map[string]float64{}
	for name, r := range got.Rates {
		rates[name] = round(r.Value())
	}
	wantRates := map[string]float64{"country": 1, "kind": 0, "when": 1, "how": 1, "where": 0, "held": 1, "about": .6667, "qualifier": 0}
	if diff := cmp.Diff(wantRates, rates); diff != "" {
		t.Errorf("rates (-want +got):\n%s", diff)
	}
	if got.Rules["meetings/b"] != (Figure{Right: 1, Wrong: 1}) {
		t.Errorf("rule meetings/b: %+v", got.Rules["meetings/b"])
	}
	if got.Predicted != 1 || got.Pages != 2 {
		t.Errorf("%d of %d pages", got.Predicted, got.Pages)
	}
}

func TestReportRoundTrip(t *testing.T) {
	g, p := golden()
	r := Score([]Gold{g}, map[string]*record.Page{"p": p}).Report()
	var b strings.Builder
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	back, err := ReadReport([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Error(diff)
	}
	var text strings.Builder
	if err := r.WriteText(&text, back); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "+0.000") || !strings.Contains(text.String(), "before 1 of 2") {
		t.Errorf("no comparison in\n%s", text.String())
	}
	if _, err := ReadReport([]byte(`{"pages":1}`)); err == nil {
		t.Error("a report without fields is taken")
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"gold/a.json": `{"id":"a","people":[]}`,
		"gold/b.json": `{"id":"b"}`,
		"index.json":  `[{"id":"a","published":"2021-05-03"},{"id":"b","date":"2021-05-04"}]`,
	}
	if err := os.Mkdir(filepath.Join(dir, "gold"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all, err := Load(dir, All)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Published != "2021-05-03" || all[1].Published != "2021-05-04" || all[0].People == nil || all[1].People != nil {
		t.Errorf("got %+v", all)
	}
	parts := 0
	for _, part := range []Part{Open, Hidden} {
		if list, err := Load(dir, part); err == nil {
			parts += len(list)
		}
	}
	if parts != 2 {
		t.Errorf("open and hidden hold %d of 2 pages", parts)
	}
	if _, err := Load(t.TempDir(), All); err == nil {
		t.Error("a folder without gold is taken")
	}
}

func TestGoldID(t *testing.T) {
	for _, c := range []struct{ path, url, want string }{
		{"sub/wh-001.html", "", "wh-001"}, {"a.txt.gz", "", "a"}, {"", "https://example.org/x/b.htm#c", "b"},
	} {
		if got := GoldID(&record.Page{Source: record.Source{Path: c.path, URL: c.url}}); got != c.want {
			t.Errorf("GoldID(%q, %q) = %q, want %q", c.path, c.url, got, c.want)
		}
	}
}
