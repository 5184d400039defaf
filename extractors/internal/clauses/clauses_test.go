package clauses

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/nlp"
)

// The names and dates of the sentences below; all are invented.
var names = []struct {
	kind Kind
	name string
}{
	{Person, "Ana Lind"}, {Person, "Bo Ek"}, {Person, "Ida Moor"}, {Body, "Lake Council"}, {Place, "Oslo"}, {Date, "Monday"}, {Date, "4 May"},
}

func textOf(text string) *Text {
	d := nlp.Analyze(&pipeline.Article{Text: text}, nil)
	var mentions []Mention
	for i, n := range names {
		for _, m := range regexp.MustCompile(`\b`+regexp.QuoteMeta(n.name)+`\b`).FindAllStringIndex(text, -1) {
			mentions = append(mentions, Mention{Span: pipeline.Span{Start: m[0], End: m[1]}, Kind: n.kind, Ref: i})
		}
	}
	return New(d, mentions)
}

var tenses = [...]string{"past", "present", "future", "infinitive", "gerund", "participle"}

// groupsOf writes the verb groups of a text: "subject: lemma tense".
func groupsOf(text string) []string {
	t := textOf(text)
	var out []string
	for g := range t.Groups {
		grp := &t.Groups[g]
		s := grp.Lemma + " " + tenses[grp.Tense]
		if grp.Passive {
			s += " passive"
		}
		if grp.Negated {
			s += " not"
		}
		if r, link := t.Subject(g); link != NoSubject && !r.Empty() {
			s = t.Quote(t.Span(r.First, r.Last)) + ": " + s
		}
		out = append(out, s)
	}
	return out
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Ana Lind met Bo Ek.", []string{"Ana Lind: meet past"}},
		{"Ana Lind will meet Bo Ek.", []string{"Ana Lind: meet future"}},
		{"Bo Ek was received by Ana Lind.", []string{"Bo Ek: receive past passive"}},
		{"Bo Ek was on Monday received by Ana Lind.", []string{"Bo Ek: receive past passive"}},
		{"Ana Lind did not meet Bo Ek.", []string{"Ana Lind: meet past not"}},
		{"Ana Lind has also visited Oslo.", []string{"Ana Lind: visit past"}},
		{"Ana Lind met Bo Ek and received Ida Moor.", []string{"Ana Lind: meet past", "Ana Lind: receive past"}},
		{"Ana Lind is to hold talks with Bo Ek.", []string{"Ana Lind: be present", "Ana Lind: hold infinitive"}},
		{"Ana Lind is expected to meet Bo Ek.", []string{"Ana Lind: expect present passive", "Ana Lind: meet infinitive"}},
		// Relative clauses.
		{"Ana Lind, who visited Oslo, met Bo Ek.", []string{"Ana Lind: visit past", "Ana Lind, who visited Oslo,: meet past"}},
		{"The envoys who came to Oslo were Bo Ek and Ida Moor.", []string{"The envoys: come past", "The envoys who came to Oslo: be past"}},
		{"In Oslo, where she met Bo Ek, Ana Lind spoke.", []string{"she: meet past", "In Oslo, where she met Bo Ek, Ana Lind: speak past"}},
		// Participles.
		{"A delegation headed by Bo Ek arrived.", []string{"A delegation: head participle", "A delegation headed by Bo Ek: arrive past"}},
		{"Experts assigned to the mission visited Oslo.", []string{"Experts: assign participle", "Experts assigned to the mission: visit past"}},
		{"The call, slated for Monday, has been cancelled.", []string{"The call,: slate participle", "The call, slated for Monday,: cancel past passive"}},
		{"The meeting held in Oslo ended.", []string{"The meeting: hold participle", "The meeting held in Oslo: end past"}},
		{"Bo Ek headed the mission.", []string{"Bo Ek: head past"}},
		// Gerunds take the subject of the clause that they hang on.
		{"While meeting Bo Ek, Ana Lind smiled.", []string{"Ana Lind: meet gerund", "meeting Bo Ek, Ana Lind: smiled past"}},
		{"After meeting Bo Ek, Ana Lind left Oslo.", []string{"Ana Lind: meet gerund", "After meeting Bo Ek, Ana Lind: leave past"}},
		{"Speaking to the media after meeting Bo Ek, Ana Lind said so.", []string{"Ana Lind: speak gerund", "Ana Lind: meet gerund",
			"Speaking to the media after meeting Bo Ek, Ana Lind: say past"}},
		{"Ana Lind said so while talking to Bo Ek.", []string{"Ana Lind: say past", "Ana Lind: talk gerund"}},
		// What looks like a verb and is a noun.
		{"The meeting of the Lake Council was short.", []string{"The meeting of the Lake Council: be past"}},
		{"Ana Lind thanked the visiting minister.", []string{"Ana Lind: thank past"}},
		{"The talks in Oslo focused on trade.", []string{"The talks in Oslo: focus past"}},
		{"Ana Lind paid a visit to Oslo.", []string{"Ana Lind: pay past"}},
		{"President Ana Lind Call with Bo Ek", nil},
		// Clauses of time and speech.
		{"Ana Lind said that Bo Ek had met Ida Moor.", []string{"Ana Lind: say past", "Bo Ek: meet past"}},
		{"Bo Ek said so when Ida Moor called on him.", []string{"Bo Ek: say past", "Ida Moor: call past"}},
		{"To assess the vote, Ana Lind visited Oslo.", []string{"assess infinitive", "Ana Lind: visit past"}},
		{"Ana Lind had been due to meet Bo Ek.", []string{"Ana Lind: be present", "Ana Lind: meet infinitive"}},
	} {
		if diff := cmp.Diff(c.want, groupsOf(c.text)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.text, diff)
		}
	}
}

// "her" stands for a person where no noun follows that it could own.
func TestHer(t *testing.T) {
	for text, want := range map[string]Class{
		"Bo Ek called on her at her office.": Pron,
		"Bo Ek thanked her.":                 Pron,
		"Bo Ek met her yesterday in Oslo.":   Pron,
		"Bo Ek called on her minister.":      Poss,
		"Bo Ek visited her new office.":      Poss,
	} {
		x := textOf(text)
		for i := range x.Words {
			if x.Words[i].Low == "her" {
				if got := x.Words[i].Class; got != want {
					t.Errorf("%s: class %d, want %d", text, got, want)
				}
				break
			}
		}
	}
}

// Of overlapping mentions the longer holds the words; a heading ends with no stop.
func TestNew(t *testing.T) {
	d := nlp.Analyze(&pipeline.Article{Title: "Talks in Oslo", Text: "Talks in Oslo\n\nThe Lake Council of Oslo met."}, nil)
	at := strings.Index(d.Text, "Lake")
	long := pipeline.Span{Start: at, End: at + len("Lake Council of Oslo")}
	short := pipeline.Span{Start: long.End - 4, End: long.End}
	x := New(d, []Mention{{Span: short, Kind: Place}, {Span: long, Kind: Body}, {Span: pipeline.Span{Start: 5, End: 5000}, Kind: Date}})
	if len(x.Mentions) != 1 || x.Mentions[0].Span != long {
		t.Errorf("mentions %v, want the longer body alone", x.Mentions)
	}
	if !x.Heading[0] || x.Heading[1] {
		t.Errorf("headings %v, want the title alone", x.Heading)
	}
	if s := strings.Join(strings.Fields(x.Quote(x.Span(-1, 3))), " "); s != "" {
		t.Errorf("a span outside the text gives %q", s)
	}
}
