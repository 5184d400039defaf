package record

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sampleText = "Talks in Évora\n\nThe Speaker of the House Ana Žižek met envoy Bo Lind, “a friend”, on 3 May 2021. Žižek spoke of trade."

// at gives the evidence for the n-th occurrence (from 0) of words in the sample.
func at(words string, n int, field, rule string) Evidence {
	i := 0
	for {
		j := strings.Index(sampleText[i:], words)
		if j < 0 {
			panic("not in the sample: " + words)
		}
		if i += j; n == 0 {
			return Evidence{Field: field, Span: Span{i, i + len(words)}, Rule: rule}
		}
		n, i = n-1, i+len(words)
	}
}

// sample gives the head of a page and findings in no good order.
func sample() (*Page, []Named) {
	p := &Page{ID: PageID("", "talks.txt"), Revision: Revision(0, 1), Source: Source{Path: "talks.txt", SHA256: SHA256([]byte(sampleText))},
		Title: "Talks in Évora", Language: "en", Text: sampleText, BodyStart: strings.Index(sampleText, "The Speaker"),
		Extractor: Extractor{Name: "readout", Version: "0.1.0", Generation: 1}}
	lind := &Person{Name: "Bo Lind", Proof: Proof{Evidence: []Evidence{at("Bo Lind", 0, "", "people/a")}}}
	zizek := &Person{Name: "Ana Žižek", Proof: Proof{Evidence: []Evidence{at("Žižek", 1, "", "people/b"), at("Ana Žižek", 0, "", "people/a")}}}
	role := &Role{Person: zizek, Title: "Speaker", Organization: "House", Proof: Proof{Evidence: []Evidence{
		at("House", 0, "organization", "roles/a"), at("Speaker", 0, "title", "roles/a"), at("Speaker of the House Ana Žižek", 0, "", "roles/a")}}}
	state := &Allegiance{Person: zizek, Country: "PT", Proof: Proof{Evidence: []Evidence{at("Évora", 0, "", "roles/country")}}}
	upper := 4.0
	trigger := at("The Speaker of the House Ana Žižek met envoy Bo Lind, “a friend”, on 3 May 2021.", 0, "", "")
	meeting := func(topics ...string) *Meeting {
		m := &Meeting{Kind: "meeting", Mode: "in_person", Status: "held", Date: "2021-05-03", DateBasis: "stated", Place: "Évora", Country: "PT", Topics: topics, Trigger: trigger.Span,
			Participants: []*Participant{
				{Person: lind, Side: 2, Proof: Proof{Evidence: []Evidence{at("Bo Lind", 0, "", "meetings/object")}}},
				{Person: zizek, Side: 1, Proof: Proof{Evidence: []Evidence{at("Ana Žižek", 0, "", "meetings/subject")}}}},
			Proof: Proof{Evidence: []Evidence{at("Évora", 0, "place", "meetings/met"), at("Évora", 0, "country", "meetings/met"), at("3 May 2021", 0, "date", "meetings/met"), at("met", 0, "mode", "meetings/met"), at("met", 0, "", "meetings/met")}}}
		for range topics {
			m.Evidence = append(m.Evidence, at("trade", 0, "topics[0]", "meetings/met"))
		}
		return m
	}
	return p, []Named{
		{"people", lind}, {"people", zizek}, {"roles", role}, {"roles", state},
		{"dates", &Date{Text: "3 May 2021", Value: "2021-05-03", Proof: Proof{Evidence: []Evidence{at("3 May 2021", 0, "", "dates/day")}}}},
		{"counts", &Count{Value: 2.5, Max: &upper, Unit: "friend", Qualifier: "about", Proof: Proof{Evidence: []Evidence{at("friend", 0, "", "counts/a")}}}},
		{"statements", &Statement{Person: lind, Quote: "a friend", Proof: Proof{Evidence: []Evidence{at("a friend", 0, "", "statements/a"), at("Bo Lind", 0, "speaker", "statements/a")}}}},
		{"meetings", meeting("trade")}, {"meetings", meeting()},
		{"venues", &venue{Name: "Évora <hall>", Proof: Proof{Evidence: []Evidence{at("Évora", 0, "", "venues/a")}}}},
	}
}

type venue struct {
	Name  string `json:"name"`
	Proof `json:"-"`
}

func assembled(t *testing.T) *Page {
	t.Helper()
	p, findings := sample()
	if err := Assemble(p, findings, func(rule string) float64 { return map[string]float64{"people/a": 0.9}[rule] }); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAssemble(t *testing.T) {
	p := assembled(t)
	z := p.People[0]
	if z.Name != "Ana Žižek" || z.Country != "PT" || z.Confidence != 0.9 || len(z.Roles) != 1 {
		t.Errorf("person %+v", z)
	}
	if diff := cmp.Diff([]string{"Žižek"}, z.Aliases); diff != "" {
		t.Error(diff)
	}
	var order []string
	for _, e := range z.Evidence {
		order = append(order, e.Field+":"+p.Text[e.Start:e.End])
	}
	if diff := cmp.Diff([]string{":Ana Žižek", ":Žižek", "country:Évora"}, order); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
	m := p.Meetings[0]
	order = nil
	for _, e := range m.Evidence {
		order = append(order, e.Field)
	}
	if diff := cmp.Diff([]string{"", "mode", "date", "place", "country", "topics[0]"}, order); diff != "" {
		t.Errorf("evidence of the meeting (-want +got):\n%s", diff)
	}
	if m.Participants[0].Name != "Ana Žižek" || m.Participants[0].Roles[0].Title != "Speaker" || m.Participants[0].Kind != "person" {
		t.Errorf("participant %+v", m.Participants[0])
	}
	if m.ID == p.Meetings[1].ID || !strings.HasPrefix(m.ID, p.ID+"-") {
		t.Errorf("two meetings of one sentence have the ids %s and %s", m.ID, p.Meetings[1].ID)
	}
	if p.Statements[0].Speaker != "Bo Lind" {
		t.Errorf("speaker %q", p.Statements[0].Speaker)
	}
	got := string(p.Annotations["venues"])
	want := `[{"name":"Évora <hall>","confidence":0,"evidence":[{"field":"","start":9,"end":14,"quote":"Évora","rule":"venues/a"}]}]`
	if got != want {
		t.Errorf("annotations\n got %s\nwant %s", got, want)
	}
}

func TestAssembleRefusesBadDate(t *testing.T) {
	p, _ := sample()
	err := Assemble(p, []Named{{"dates", &Date{Text: "x", Value: "3 May", Proof: Proof{Evidence: []Evidence{at("3 May 2021", 0, "", "dates/day")}}}}}, func(string) float64 { return .5 })
	if err == nil || !strings.Contains(err.Error(), `"3 May" is no ISO 8601 date`) {
		t.Errorf("got %v", err)
	}
}

// mended is the sample with its findings at hand, for a test to spoil.
type mended struct {
	page     *Page
	person   *Person
	role     *Role
	date     *Date
	count    *Count
	said     *Statement
	meeting  *Meeting
	findings []Named
}

// spoiled are ways to break the contract, and what the error says of each.
var spoiled = []struct {
	want  string
	spoil func(*mended)
}{
	{`status "" is none of`, func(m *mended) { m.meeting.Status = "" }},
	{`mode "pigeon" is none of`, func(m *mended) { m.meeting.Mode = "pigeon" }},
	{`country "Portugal"`, func(m *mended) { m.meeting.Country = "Portugal" }},
	{"without evidence for its topics[0]", func(m *mended) { m.meeting.Evidence = m.meeting.Evidence[:5] }},
	{"without a trigger sentence", func(m *mended) { m.meeting.Trigger = Span{} }},
	{`date basis "" of the date "2021-05-03"`, func(m *mended) { m.meeting.DateBasis = "" }},
	{`place "Lisbon" does not stand in its evidence`, func(m *mended) { m.meeting.Place = "Lisbon" }},
	{`topic "trade (and" has a bracket`, func(m *mended) { m.meeting.Topics[0] = "trade (and" }},
	{`participant "group of" does not stand`, func(m *mended) {
		m.meeting.Participants[0] = &Participant{Name: "group of", Kind: "group", Proof: m.meeting.Participants[0].Proof}
	}},
	{"is not among the people", func(m *mended) {
		m.meeting.Participants[0].Person = &Person{Name: "Bo Lind", Proof: m.meeting.Participants[0].Proof}
	}},
	{`person "Bo Lund" does not stand in its evidence`, func(m *mended) { m.person.Name = "Bo Lund" }},
	{"evidence 3:999 of a text", func(m *mended) { m.person.Evidence[0].Span = Span{3, 999} }},
	{`rule "People"`, func(m *mended) { m.person.Evidence[0].Rule = "People" }},
	{"role without evidence for its organization", func(m *mended) { m.role.Evidence = m.role.Evidence[1:] }},
	{`title "Speaker “of" has a bracket or quotation mark without its fellow`, func(m *mended) { m.role.Title = "Speaker “of" }},
	{`date "May 2021 at" does not stand`, func(m *mended) { m.date.Text = "May 2021 at" }},
	{`count "foe" does not stand`, func(m *mended) { m.count.Unit = "foe" }},
	{"statement without evidence for its speaker", func(m *mended) { m.said.Evidence = m.said.Evidence[:1] }},
	{`statement "a foe" does not stand`, func(m *mended) { m.said.Quote = "a foe" }},
	{`id "x" is not 32 hex digits`, func(m *mended) { m.page.ID = "x" }},
	{`published "yesterday"`, func(m *mended) { m.page.Published = "yesterday" }},
	{"body start 9999", func(m *mended) { m.page.BodyStart = 9999 }},
	{`title "Another" is not in the text`, func(m *mended) { m.page.Title = "Another" }},
	{"control character", func(m *mended) { m.page.Text += "\x07" }},
}

func TestAssembleRefusesWhatBreaksTheContract(t *testing.T) {
	for _, c := range spoiled {
		var m mended
		m.page, m.findings = sample()
		for _, f := range m.findings {
			switch x := f.Finding.(type) {
			case *Person:
				if x.Name == "Bo Lind" {
					m.person = x
				}
			case *Role:
				m.role = x
			case *Date:
				m.date = x
			case *Count:
				m.count = x
			case *Statement:
				m.said = x
			case *Meeting:
				if len(x.Topics) > 0 {
					m.meeting = x
				}
			}
		}
		c.spoil(&m)
		err := Assemble(m.page, m.findings, func(string) float64 { return .5 })
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

func TestUnpaired(t *testing.T) {
	for _, c := range []struct {
		s     string
		at    int
		opens bool
	}{
		{"Council (CoH) of “ports”", -1, false}, {"Council (CoH", 8, true}, {"CoH) Council", 3, false},
		{"“a (b” c)", 0, true}, {"„Blau“ and „Rot”", -1, false}, {`the "Blue" line`, -1, false}, {`the "Blue line`, 4, true}, {"Ana’s", -1, false},
	} {
		if at, opens := Unpaired(c.s); at != c.at || opens != c.opens {
			t.Errorf("%q: got %d %v", c.s, at, opens)
		}
	}
}

// A record survives being written and read back, and its JSON is what
// encoding/json would call valid.
func TestJSONRoundTrip(t *testing.T) {
	p := assembled(t)
	first := p.AppendJSON(nil)
	if !json.Valid(first) {
		t.Fatalf("invalid JSON: %s", first)
	}
	back, err := ParsePage(first)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(first), string(back.AppendJSON(nil))); diff != "" {
		t.Errorf("not the same after a round trip (-first +second):\n%s", diff)
	}
	if strings.Contains(string(first), "null]") || strings.Contains(string(first), `\u003c`) {
		t.Error("null lists or HTML escapes")
	}
	m := p.AppendMeetingJSON(nil, p.Meetings[0])
	if !json.Valid(m) || !strings.HasPrefix(string(m), `{"schema":"readout.meeting/v1","id":"`+p.Meetings[0].ID+`"`) {
		t.Errorf("meeting record %s", m)
	}
	if diff := cmp.Diff(string(m), string(back.AppendMeetingJSON(nil, back.Meetings[0]))); diff != "" {
		t.Error(diff)
	}
}

// What a foreign record calls an annotation comes back as it was.
func TestAnnotationNames(t *testing.T) {
	p := assembled(t)
	p.Annotations = map[string]json.RawMessage{"a\"b": json.RawMessage("[1]"), "": json.RawMessage("[]")}
	back, err := ParsePage(p.AppendJSON(nil))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p.Annotations, back.Annotations); diff != "" {
		t.Error(diff)
	}
}

func TestParsePageRefuses(t *testing.T) {
	good := string(assembled(t).AppendJSON(nil))
	for _, c := range []struct{ name, data, want string }{
		{"no JSON", "{", "unexpected EOF"},
		{"another schema", strings.Replace(good, PageSchema, "readout.page/v9", 1), "not a readout.page/v1 record"},
		{"a bad id", strings.Replace(good, `"id":"`, `"id":"x`, 1), "32 hex digits"},
		{"a wrong quote", strings.Replace(good, `"quote":"Bo Lind"`, `"quote":"Bo Land"`, 1), "is not the text there"},
		{"a span outside", strings.Replace(good, `"start":`, `"start":99999`, 1), "is not the text there"},
		{"two values", good + "{}", "more than one"},
	} {
		if _, err := ParsePage([]byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestPageID(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"HTTP://Example.ORG:80/a?b=C#frag", "http://example.org/a?b=C"},
		{"https://u@example.org:443/%7Ex", "https://u@example.org/%7Ex"},
	} {
		if got := NormalizeURL(c.a); got != c.b {
			t.Errorf("NormalizeURL(%q) = %q, want %q", c.a, got, c.b)
		}
	}
	if PageID("https://example.org/A", "") == PageID("https://example.org/a", "") {
		t.Error("paths differ in case, ids must differ")
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ v, first, last string }{
		{"2020-12-24", "2020-12-24", "2020-12-24"},
		{"2020-02", "2020-02-01", "2020-02-29"},
		{"2020", "2020-01-01", "2020-12-31"},
		{"2021-W01", "2021-01-04", "2021-01-10"},
		{"2020-W53", "2020-12-28", "2021-01-03"},
		{"2021-06/2021-08", "2021-06-01", "2021-08-31"},
	} {
		if first, last, ok := Days(c.v); !ok || first != c.first || last != c.last {
			t.Errorf("Days(%q) = %s, %s, %v", c.v, first, last, ok)
		}
	}
	for _, v := range []string{"", "2020-13", "2020-02-30", "24 May", "2020-W54", "2021-W53", "2020/", "/2020"} {
		if _, _, ok := Days(v); ok {
			t.Errorf("Days(%q) is taken", v)
		}
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("héllo wörld — “x”")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		o := NewOffsets(s)
		n := 0
		for i := range s {
			if got := o.Points(i); got != n {
				t.Fatalf("Points(%d) = %d, want %d", i, got, n)
			}
			if got, ok := o.Bytes(n); !ok || got != i {
				t.Fatalf("Bytes(%d) = %d, want %d", n, got, i)
			}
			n++
		}
		if _, ok := o.Bytes(n + 1); ok {
			t.Fatal("an offset past the end is taken")
		}
	})
}

func FuzzParsePage(f *testing.F) {
	p, findings := sample()
	if err := Assemble(p, findings, func(string) float64 { return .5 }); err != nil {
		f.Fatal(err)
	}
	f.Add(p.AppendJSON(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParsePage(data)
		if err != nil {
			return
		}
		once := p.AppendJSON(nil)
		if !json.Valid(once) {
			t.Fatalf("invalid JSON: %s", once)
		}
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	p, findings := sample()
	if err := Assemble(p, findings, func(string) float64 { return .5 }); err != nil {
		b.Fatal(err)
	}
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf = p.AppendJSON(buf[:0])
	}
}
