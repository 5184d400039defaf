package train

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/eval"
	"readout/pipeline/nlp/model"
)

// corpus makes up sentences: names are put together from syllables, so that
// none of the second half stands in the first.
func corpus(from, to int) string {
	var b strings.Builder
	syllables := []string{"lo", "mar", "ti", "ven", "sa", "kur", "pel", "no", "rif", "dan"}
	name := func(n int) string {
		s := syllables[n%10] + syllables[n/10%10] + syllables[n/3%10]
		return strings.ToUpper(s[:1]) + s[1:]
	}
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "#doc %d\n", i)
		for _, line := range []string{
			"Minister\tO " + name(i) + "\tB-PER " + name(i+7) + "\tI-PER met\tO experts\tO in\tO " + name(i+3) + "\tB-LOC .\tO",
			"The\tO " + name(i+5) + "\tB-ORG Institute\tI-ORG of\tI-ORG Trade\tI-ORG said\tO so\tO .\tO",
			"Talks\tO with\tO the\tO " + name(i+1) + "\tB-ORG Bank\tI-ORG went\tO on\tO near\tO " + name(i+2) + "\tB-LOC .\tO",
			"Mr.\tO " + name(i+7) + "\tB-PER said\tO that\tO nothing\tO was\tO agreed\tO .\tO",
		} {
			b.WriteString(strings.ReplaceAll(line, " ", "\n") + "\n\n")
		}
	}
	return b.String()
}

func made(t *testing.T) *Result {
	t.Helper()
	file := filepath.Join(t.TempDir(), "made-up.tsv")
	if err := os.WriteFile(file, []byte(corpus(0, 60)), 0o644); err != nil {
		t.Fatal(err)
	}
	res, err := Run(Recipe{Corpora: []Corpus{{file, 1}}, Rows: 3000, Log: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestSameDataSameBytes(t *testing.T) {
	if a, b := made(t), made(t); !bytes.Equal(a.Model, b.Model) {
		t.Error("two runs over the same data gave two models")
	}
}

// A model must do better on new names than one that takes every capitalised
// run within a sentence for a person.
func TestBeatsBaseline(t *testing.T) {
	m, err := model.Load(made(t).Model)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := eval.ReadNames(strings.NewReader(corpus(60, 100)))
	if err != nil {
		t.Fatal(err)
	}
	baseline := func(t model.Text) []model.Span {
		var out []model.Span
		for i, w := range t.Words {
			if w[0] < 'A' || w[0] > 'Z' {
				continue
			}
			if n := len(out); n > 0 && out[n-1].Last == i {
				out[n-1].Last++
			} else {
				out = append(out, model.Span{First: i, Last: i + 1})
			}
		}
		return out
	}
	got, least := eval.ScoreNames(texts, m.Tag).Micro().F1(), eval.ScoreNames(texts, baseline).Micro().F1()
	if got < 0.9 || got <= least {
		t.Errorf("F1 %.3f on names not seen in training, baseline %.3f", got, least)
	}
}

func TestExp(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{{0, 1}, {1, 2.718281828459045}, {-1, 0.36787944117144233}, {-30, 9.357622968840175e-14}, {5.5, 244.69193226422038}} {
		if got := exp(c.x); got < c.want*(1-1e-14) || got > c.want*(1+1e-14) {
			t.Errorf("exp(%v) = %v, want %v", c.x, got, c.want)
		}
	}
	if exp(-1000) != 0 {
		t.Error("exp(-1000) is not 0")
	}
}

func TestLog2(t *testing.T) {
	for x := 2.0; x < 1e7; x *= 1.37 {
		if got, want := log2(x), math.Log2(x); math.Abs(got-want) > 1e-13*want {
			t.Errorf("log2(%v) = %v, want %v", x, got, want)
		}
	}
}

// Words that stand in like places come into one class.
func TestClasses(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "The\tO\n%s\tO\n%s\tO\nthe\tO\n%s\tO\n.\tO\n\n",
			[]string{"envoy", "minister", "senator"}[i%3], []string{"met", "saw", "praised"}[i/3%3], []string{"farmers", "miners"}[i/9%2])
	}
	texts, err := eval.ReadNames(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	ids, _ := vocabulary([]model.Text{texts[0].Text})
	if len(ids) != 9 {
		t.Fatalf("%d words, want 9", len(ids))
	}
	counts := []clustered{}
	for _, ctx := range [][]int{{0, 1}, {0, 1}, {2, 3}, {2, 3}, {0, 1}} {
		var c clustered
		for _, x := range ctx {
			c.add(x, 10)
		}
		counts = append(counts, c)
	}
	got := exchange(counts, 4, 2)
	if got[0] != got[1] || got[0] != got[4] || got[2] != got[3] || got[0] == got[2] {
		t.Errorf("classes %v", got)
	}
}

func TestProject(t *testing.T) {
	var p page
	p.People = append(p.People, struct {
		Name  string
		Roles []struct{ Organization string }
	}{Name: "Mirela Adamsen"})
	p.Organizations = []string{"Council for Northern Trade", "Harbour Union"}
	d := project("Talks in Oslo\n\nMirela Adamsen of the Council for Northern Trade (CNT) came to Norway. The CNT thanked Ms. Adamsen. The Harbour Union was absent.", p)
	var got []string
	for _, s := range d.Names {
		got = append(got, s.Type.String()+" "+strings.Join(d.Text.Words[s.First:s.Last], " "))
	}
	want := []string{"LOC Oslo", "PER Mirela Adamsen", "ORG Council for Northern Trade", "ORG CNT", "LOC Norway", "ORG CNT", "PER Adamsen", "ORG Harbour Union"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeldOut(t *testing.T) {
	h := ReadHeldOut("b5b10dd0429e69ac\n")
	if !h.has("https://example.org/a") || h.has("https://example.org/b") {
		t.Error("a page is known by the hash of its URL")
	}
	if n := len(KeptAside()); n < 40 {
		t.Errorf("%d pages are kept aside", n)
	}
}
