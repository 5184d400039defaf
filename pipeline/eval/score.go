package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/pipeline/record"
)

// Fields are the scored fields, in the order of a report. Those with a ~ are
// matched loosely and stand beside the strict ones; Main are the fields whose
// mean F1 is the record score.
var (
	Fields = []string{"people", "people~", "roles", "organizations", "organizations~", "dates", "counts", "elections", "meetings", "participants", "statements"}
	Main   = []string{"people", "roles", "organizations", "dates", "counts", "elections", "meetings", "participants", "statements"}
	Rates  = []string{"country", "kind", "when", "how", "where", "held", "about", "qualifier", "body", "early"}
)

// Figure counts what was found of a field: right, wrong, missed.
type Figure struct{ Right, Wrong, Missed int }

// Precision is the share of what was found that is right, 0 of nothing.
func (f Figure) Precision() float64 { return share(f.Right, f.Right+f.Wrong) }

// Recall is the share of what is there that was found, 0 of nothing.
func (f Figure) Recall() float64 { return share(f.Right, f.Right+f.Missed) }

// F1 is the harmonic mean of precision and recall.
func (f Figure) F1() float64 {
	p, r := f.Precision(), f.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Gold is how many the gold has.
func (f Figure) Gold() int { return f.Right + f.Missed }

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Rate is a share of paired items in which an attribute agrees.
type Rate struct {
	Sum float64
	Of  int
}

// Value is the share, 0 of nothing.
func (r Rate) Value() float64 {
	if r.Of == 0 {
		return 0
	}
	return r.Sum / float64(r.Of)
}

// Fault is one item that was missed or is wrong.
type Fault struct {
	Page, Field, Kind, What string // Kind: missed | wrong | differs
	Rule                    string // of what is wrong
}

// Tally is the score of a set of pages.
type Tally struct {
	Pages, Predicted int
	Fields           map[string]Figure
	Rates            map[string]Rate
	Rules            map[string]Figure // by rule: right and wrong only
	Tenths           [10]Tenth         // by confidence: those of .0 to under .1 first, 1 counts to the last
	Faults           []Fault
}

// Tenth is the values of one tenth of the confidences.
type Tenth struct {
	Values, Right int
	Sum           float64 // of their confidences
}

func (t *Tenth) add(confidence float64, right bool) {
	t.Values++
	t.Sum += confidence
	if right {
		t.Right++
	}
}

// tenth gives the place of a confidence; .3 belongs to the fourth tenth
// whatever its binary digits.
func tenth(confidence float64) int { return max(0, min(9, int(confidence*10+1e-9))) }

// Record is the mean F1 of the main fields that the gold has at all.
func (t *Tally) Record() float64 {
	sum, n := 0.0, 0
	for _, f := range Main {
		if x := t.Fields[f]; x.Gold() > 0 {
			sum += x.F1()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// Score scores records against gold. pages gives the record of a gold id;
// one without a record counts as missed. Rules of a match:
//
//	people         same name; people~: one name's words are among the other's, same last word
//	roles          same person~, title and organization each with word F1 >= 0.75
//	organizations  same name; organizations~: word F1 >= 0.75
//	dates          same days; the publication date is left out on both sides
//	counts         same value and same head noun
//	elections      same type, country and date
//	meetings       paired one to one by shared participants~ (F1 >= 0.5)
//	participants   participants~ of paired meetings; those of unpaired ones are missed or wrong
//	statements     same speaker~ and same first four words
func Score(gold []Gold, pages map[string]*record.Page) *Tally {
	t := &Tally{Pages: len(gold), Fields: map[string]Figure{}, Rates: map[string]Rate{}, Rules: map[string]Figure{}}
	for i := range gold {
		p := pages[gold[i].ID]
		if p == nil {
			p = &record.Page{}
		} else {
			t.Predicted++
		}
		s := scorer{t: t, gold: &gold[i], page: p}
		s.people()
		s.organizations()
		s.dates()
		s.counts()
		s.elections()
		s.meetings()
		s.statements()
	}
	return t
}

// pairing is one pair of a gold item and a found one.
type pairing struct{ gold, found int }

// pairUp pairs items one to one, the best match first. match gives 0 for none.
func pairUp(gold, found int, match func(g, f int) float64) []pairing {
	type candidate struct {
		score float64
		pairing
	}
	var all []candidate
	for g := range gold {
		for f := range found {
			if s := match(g, f); s > 0 {
				all = append(all, candidate{s, pairing{g, f}})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	usedGold, usedFound := map[int]bool{}, map[int]bool{}
	var out []pairing
	for _, c := range all {
		if !usedGold[c.gold] && !usedFound[c.found] {
			usedGold[c.gold], usedFound[c.found] = true, true
			out = append(out, c.pairing)
		}
	}
	return out
}

// side is one side of a comparison: how many items, how to show one, and
// what proves it; proof is nil of the gold and where it was counted already.
type side struct {
	n     int
	show  func(int) string
	proof func(int) *record.Proof
}

func (s *scorer) add(field string, gold, found side, match func(g, f int) float64) []pairing {
	pairs := pairUp(gold.n, found.n, match)
	fig := s.t.Fields[field]
	fig.Right += len(pairs)
	usedGold, usedFound := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		usedGold[p.gold], usedFound[p.found] = true, true
	}
	for i := range gold.n {
		if !usedGold[i] {
			fig.Missed++
			s.t.Faults = append(s.t.Faults, Fault{s.gold.ID, field, "missed", gold.show(i), ""})
		}
	}
	for i := range found.n {
		rule := ""
		if found.proof != nil {
			proof := found.proof(i)
			rule = firstRule(proof)
			r := s.t.Rules[rule]
			if usedFound[i] {
				r.Right++
			} else {
				r.Wrong++
			}
			s.t.Rules[rule] = r
			s.t.Tenths[tenth(proof.Confidence)].add(proof.Confidence, usedFound[i])
		}
		if !usedFound[i] {
			fig.Wrong++
			s.t.Faults = append(s.t.Faults, Fault{s.gold.ID, field, "wrong", found.show(i), rule})
		}
	}
	s.t.Fields[field] = fig
	return pairs
}

func (s *scorer) rate(label string, same bool, gold, found any) {
	s.share(label, boolScore(same), gold, found)
}

// share counts how far an attribute agrees, 0 to 1; what is less than 1 differs.
func (s *scorer) share(label string, agrees float64, gold, found any) {
	r := s.t.Rates[label]
	r.Of++
	r.Sum += agrees
	if agrees < 1 {
		s.t.Faults = append(s.t.Faults, Fault{s.gold.ID, label, "differs", fmt.Sprintf("gold %v, got %v", gold, found), ""})
	}
	s.t.Rates[label] = r
}

func boolScore(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func atLeast(score, least float64) float64 {
	if score >= least {
		return score
	}
	return 0
}

func firstRule(p *record.Proof) string {
	if len(p.Evidence) == 0 {
		return ""
	}
	return p.Evidence[0].Rule
}

func joined(parts ...string) string {
	for i, p := range parts {
		if p == "" {
			parts[i] = "-"
		}
	}
	return strings.Join(parts, " ")
}
