package eval

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline/record"
)

func tableOf(t *testing.T, text string) map[string]float64 {
	t.Helper()
	out := map[string]float64{}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		rule, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || v <= 0 || v >= 1 {
			t.Errorf("line %q", line)
		}
		out[rule] = v
	}
	return out
}

// A rule that was seldom seen stands near its extractor, one that was often
// seen near its own share; what fresh pages show to be less right is less sure
// than the pages that the rules were written after tell.
func TestConfidence(t *testing.T) {
	fitted := &Tally{Pages: 10, Rules: map[string]Figure{
		"people/often": {Right: 190, Wrong: 10}, "people/once": {Right: 1}, "people/bad": {Right: 20, Wrong: 80}, "": {Wrong: 9},
	}}
	alone := tableOf(t, Confidence(fitted, nil))
	if diff := cmp.Diff(map[string]float64{"people/bad": .22, "people/often": .94, "people/once": .75}, alone); diff != "" {
		t.Errorf("fitted pages alone (-want +got):\n%s", diff)
	}
	fresh := &Tally{Pages: 5, Rules: map[string]Figure{"people/often": {Right: 80, Wrong: 20}, "people/new": {Right: 3}}}
	both := tableOf(t, Confidence(fitted, fresh))
	if both["people/often"] >= .85 || both["people/often"] < .75 {
		t.Errorf("a rule right in 95 of 100 on fitted pages and 80 of 100 on fresh ones has %.2f", both["people/often"])
	}
	if both["people/new"] <= .5 {
		t.Errorf("a rule of the fresh pages alone has %.2f", both["people/new"])
	}
	same := &Tally{Pages: 5, Rules: map[string]Figure{"people/often": {Right: 95, Wrong: 5}}}
	if share := optimism(fitted, same); share > .02 {
		t.Errorf("fresh pages as right as the fitted ones: %.3f of what is right was taken for wrong", share)
	}
}

// The table of reliability counts every value that a rule made once, by the
// confidence that stands on it.
func TestReliability(t *testing.T) {
	proof := func(confidence float64) record.Proof {
		return record.Proof{Confidence: confidence, Evidence: []record.Evidence{{Rule: "people/a"}}}
	}
	page := &record.Page{People: []*record.Person{
		{Name: "Ana Lind", Proof: proof(.3)}, {Name: "Bo Ek", Proof: proof(.95)}, {Name: "Nobody", Proof: proof(1)},
	}}
	gold := []Gold{{ID: "p", People: &[]GoldPerson{{Name: "Ana Lind"}, {Name: "Bo Ek"}}}}
	r := Score(gold, map[string]*record.Page{"p": page}).Report()
	want := []ReportTenth{{.3, 1, .3, 1}, {.9, 2, .975, .5}}
	if diff := cmp.Diff(want, r.Tenths); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var b strings.Builder
	if err := r.WriteText(&b, nil); err != nil || !strings.Contains(b.String(), "0.9 to 1.0           2      0.975  0.500\n") {
		t.Errorf("%v\n%s", err, b.String())
	}
	if tenth(math.Nextafter(.3, 0)) != 3 || tenth(1) != 9 || tenth(0) != 0 {
		t.Error("tenths are cut wrongly")
	}
}
