package model_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/nlp/model"
)

// text cuts sentences, parted by "|", at spaces.
func text(s string) model.Text {
	var t model.Text
	for sentence := range strings.SplitSeq(s, "|") {
		t.Words = append(t.Words, strings.Fields(sentence)...)
		t.Ends = append(t.Ends, len(t.Words))
	}
	return t
}

func show(t model.Text, spans []model.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Type.String()+" "+strings.Join(t.Words[s.First:s.Last], " "))
	}
	return out
}

func TestTagSentences(t *testing.T) {
	m := model.Default()
	for _, c := range []struct{ in, want string }{
		{"President Tomas Arlind met with Foreign Minister Keiko Moritani in Geneva on Monday .",
			"PER Tomas Arlind|PER Keiko Moritani|LOC Geneva"},
		{"The Minister of Foreign Affairs of Norway , Ingrid Solvang , received Mr. Okonjo .| Okonjo thanked her .",
			"LOC Norway|PER Ingrid Solvang|PER Okonjo|PER Okonjo"},
		{"He said that nothing had been agreed .", ""},
		{"The delegation arrived in Kazakhstan from Brazil .", "LOC Kazakhstan|LOC Brazil"},
		{"Secretary Halvorsen spoke today with Prime Minister Dimitrov of Bulgaria .", "PER Halvorsen|PER Dimitrov|LOC Bulgaria"},
		{"The United Nations and the World Bank will send experts to Lima .", "ORG United Nations|ORG World Bank|LOC Lima"},
	} {
		in := text(c.in)
		if diff := cmp.Diff(c.want, strings.Join(show(in, m.Tag(in)), "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

// A name that the model is sure of has a higher probability than one it guesses at.
func TestProbability(t *testing.T) {
	in := text("Prime Minister Anna Lindqvist met Boris Petkov , Speaker of the Parliament , in Paris .")
	for _, s := range model.Default().Tag(in) {
		if s.Probability < 1 || s.Probability > 1000 {
			t.Errorf("%v: probability %d", s, s.Probability)
		}
		if s.Type == model.Person && s.Probability < 700 {
			t.Errorf("%v: a plain name has probability %d", show(in, []model.Span{s}), s.Probability)
		}
	}
}

func TestEncode(t *testing.T) {
	spans := []model.Span{{First: 1, Last: 2, Type: model.Person}, {First: 2, Last: 5, Type: model.Organization}}
	got := model.Encode(spans, 6)
	before := model.Outside
	for i, l := range got {
		if !model.Follows(before, l) {
			t.Errorf("label %d may not follow %d at word %d", l, before, i)
		}
		before = l
	}
	if diff := cmp.Diff([]model.Label{0, 4, 5, 6, 7, 0}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadRefusesWhatIsBroken(t *testing.T) {
	good := model.Save([]model.Row{{Feature: 12345}}, [model.Labels][model.Labels]float64{},
		model.NewClasses(map[string]uint16{"lamp": 1}, []uint8{0, 1}))
	if _, err := model.Load(good); err != nil {
		t.Fatal(err)
	}
	for n := range good {
		if _, err := model.Load(good[:n]); err == nil {
			t.Fatalf("%d bytes of %d were read as a model", n, len(good))
		}
	}
	if _, err := model.Load(append([]byte("x"), good...)); err == nil {
		t.Error("a file of another format was read")
	}
}

func TestShippedModel(t *testing.T) {
	info, err := os.Stat("names.model")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 6<<20 {
		t.Errorf("the model has %d bytes, over 6 MiB", info.Size())
	}
	if len(model.SHA256()) != 64 {
		t.Errorf("hash %q", model.SHA256())
	}
}

// Names lie within sentences, in order, without overlap, whatever the words.
func FuzzTag(f *testing.F) {
	f.Add("President Lind met B. | The OSCE ( OSCE ) of the | a")
	f.Add("É’s ‘ \xff\xfe | U.S.-China \x00 | | AAAA AAAA AAAA AAAA 1,2 -")
	m := model.Default()
	f.Fuzz(func(t *testing.T, s string) {
		in := text(s)
		spans := m.Tag(in)
		at := 0
		for _, x := range spans {
			if x.First < at || x.Last <= x.First || x.Last > len(in.Words) || x.Type >= model.Types {
				t.Fatalf("span %v after word %d of %d", x, at, len(in.Words))
			}
			if x.Probability < 0 || x.Probability > 1000 {
				t.Fatalf("probability %d", x.Probability)
			}
			for _, end := range in.Ends {
				if x.First < end && end < x.Last {
					t.Fatalf("span %v reaches over the end of a sentence at %d", x, end)
				}
			}
			at = x.Last
		}
		if diff := cmp.Diff(spans, m.Tag(in)); diff != "" {
			t.Fatal("two readings differ:", diff)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	in := text(strings.Repeat("On 9 September the U.S. Ambassador to Latvia , John Carwile Reed , met with Mr. Boris Orlov , Speaker of the Senate of the Republic , in a spirit of trust .|"+
		"The two sides discussed the state of trade between their countries and agreed that the experts of both ministries would meet again in the spring .|"+
		"“ We have come a long way since the agreement was signed , ” he said , and thanked the Organization for Security and Co-operation in Europe ( OSCE ) for its support .|", 5))
	m := model.Default()
	b.ReportAllocs()
	for b.Loop() {
		m.Tag(in)
	}
	b.ReportMetric(float64(len(in.Words))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile("names.model")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := model.Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

// The odds of a word are those of names that hold it: high in a name that the
// model finds, and never more than all.
func TestRead(t *testing.T) {
	m := model.Default()
	in := text("President Tomas Arlind met with Foreign Minister Keiko Moritani of Norway in Geneva on Monday .| Nothing was agreed .")
	spans, odds := m.Read(in)
	if diff := cmp.Diff(m.Tag(in), spans); diff != "" {
		t.Error("Read and Tag differ:", diff)
	}
	if len(odds) != len(in.Words) {
		t.Fatalf("odds of %d words of %d", len(odds), len(in.Words))
	}
	for _, s := range spans {
		for i := s.First; i < s.Last; i++ {
			if p := int(odds[i][s.Type]); p+10 < s.Probability { // rounded table
				t.Errorf("%s: odds %d are below the probability of the name, %d", in.Words[i], p, s.Probability)
			}
		}
	}
	for i, o := range odds {
		if sum := int(o[0]) + int(o[1]) + int(o[2]); sum > 1020 {
			t.Errorf("%s: odds sum to %d", in.Words[i], sum)
		}
	}
}
