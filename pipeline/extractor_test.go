package pipeline

import (
	"strings"
	"testing"

	"readout/pipeline/record"
)

func toy(name string, requires ...string) Extractor {
	return Extractor{Name: name, Doc: "A toy.", Requires: requires, Reports: []record.Finding{(*record.Count)(nil)},
		Rules: []Rule{{Name: "a-rule", Doc: "Takes all.", Example: "x"}},
		Run: func(p *Pass) error {
			p.Report(&record.Count{Unit: name, Proof: record.Proof{Evidence: []record.Evidence{p.Cite("", Span{Start: 0, End: 1}, "a-rule")}}})
			return nil
		}}
}

func TestNewSuiteRefuses(t *testing.T) {
	noDoc := toy("a")
	noDoc.Doc = ""
	badRule := toy("a")
	badRule.Rules[0].Name = "A Rule"
	for _, c := range []struct {
		list []Extractor
		want string
	}{
		{[]Extractor{toy("a", "b")}, "extractor a: requires b, which is not in the list"},
		{[]Extractor{toy("a", "b"), toy("b", "a")}, "requires itself: a -> b -> a"},
		{[]Extractor{toy("a"), toy("a")}, "extractor a: listed twice"},
		{[]Extractor{noDoc}, "extractor a: no doc sentence"},
		{[]Extractor{badRule}, `rule "A Rule": the name must be kebab-case`},
		{[]Extractor{toy("Bad name")}, "lower-case"},
	} {
		if _, err := NewSuite(c.list); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

func TestSuiteRunsInOrderOfNeed(t *testing.T) {
	s, err := NewSuite([]Extractor{toy("c", "b"), toy("a"), toy("b", "a")})
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.Run(&Document{Article: &Article{Text: "text"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range f.All() {
		got = append(got, r.Extractor)
	}
	if strings.Join(got, " ") != "a b c" {
		t.Errorf("ran in the order %v", got)
	}
}

func TestPassKeepsTheContract(t *testing.T) {
	run := func(f func(*Pass) error) error {
		x := toy("a")
		x.Run = f
		s, err := NewSuite([]Extractor{x})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Run(&Document{Article: &Article{Text: "text"}}, nil)
		return err
	}
	span := Span{Start: 0, End: 1}
	for _, c := range []struct {
		name string
		run  func(*Pass) error
		want string
	}{
		{"panic", func(*Pass) error { panic("oh") }, "extractor a: panic: oh (extractor_test.go:"},
		{"undeclared type", func(p *Pass) error { p.Report(&record.Date{}); return nil }, "does not declare"},
		{"no evidence", func(p *Pass) error { p.Report(&record.Count{}); return nil }, "without evidence"},
		{"undeclared rule", func(p *Pass) error { p.Cite("", span, "other"); return nil }, "cites the rule other"},
		{"span outside", func(p *Pass) error { p.Cite("", Span{Start: 0, End: 99}, "a-rule"); return nil }, "a text of 4 bytes"},
	} {
		if err := run(c.run); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestSharedComputesOnce(t *testing.T) {
	type analysis struct{ n int }
	calls := 0
	x := toy("a")
	x.Run = func(p *Pass) error {
		for range 3 {
			Shared(p, func(*Document) *analysis { calls++; return &analysis{calls} })
		}
		return nil
	}
	s, err := NewSuite([]Extractor{x})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Run(&Document{Article: &Article{Text: "text"}}, nil); err != nil {
		t.Fatal(err)
	}
	if calls != 1 {
		t.Errorf("computed %d times", calls)
	}
}

func TestReasonsAreOneList(t *testing.T) {
	seen := map[Reason]bool{}
	for _, r := range Reasons() {
		if r.Doc() == "" || seen[r] {
			t.Errorf("reason %s: no words or listed twice", r)
		}
		seen[r] = true
	}
	rej := RejectFor("i", "u", "p", StageFetch, Fail(StageArticle, NotEnglish, "stop words: 1 of 100 <&>"))
	want := `{"id":"i","url":"u","path":"p","reason":"not_english","class":"unwanted","stage":"article","error":"article: stop words: 1 of 100 <&>"}`
	if got := string(rej.JSON()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
