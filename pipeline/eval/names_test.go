package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/nlp/model"
)

const columnsText = `#doc one
Ana	NNP	B-PER
Lind	NNP	I-PER
left	VBD	O
Rome	NNP	S-LOC
.	.	O

NATO	NNP	B-ORG
spoke	VBD	O
#doc two
The	DT	B-MISC
Hague	NNP	I-LOC
`

func TestReadNames(t *testing.T) {
	got, err := ReadNames(strings.NewReader(columnsText))
	if err != nil {
		t.Fatal(err)
	}
	want := []NamedText{
		{model.Text{Words: strings.Fields("Ana Lind left Rome . NATO spoke"), Ends: []int{5, 7}}, []model.Span{
			{First: 0, Last: 2, Type: model.Person}, {First: 3, Last: 4, Type: model.Place}, {First: 5, Last: 6, Type: model.Organization}}},
		{model.Text{Words: strings.Fields("The Hague"), Ends: []int{2}}, []model.Span{{First: 1, Last: 2, Type: model.Place}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := ReadNames(strings.NewReader("word without a label\n")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("error %v, want one that names line 1", err)
	}
}

func TestScoreNames(t *testing.T) {
	texts, err := ReadNames(strings.NewReader(columnsText))
	if err != nil {
		t.Fatal(err)
	}
	r := ScoreNames(texts, func(t model.Text) []model.Span {
		if len(t.Words) == 2 {
			return nil
		}
		return []model.Span{{First: 0, Last: 2, Type: model.Person, Probability: 900}, {First: 3, Last: 4, Type: model.Organization}, {First: 5, Last: 6, Type: model.Organization}}
	})
	if diff := cmp.Diff(Figure{Right: 2, Wrong: 1, Missed: 2}, r.Micro()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Figure{Right: 1, Wrong: 1}, r.Types[model.Organization]); diff != "" {
		t.Error(diff)
	}
	var b strings.Builder
	if err := r.WriteText(&b); err != nil || !strings.Contains(b.String(), "micro      0.667  0.500 0.571      4") {
		t.Errorf("%v\n%s", err, b.String())
	}
}
