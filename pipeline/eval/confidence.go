package eval

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// How the confidence of a rule is measured. Rules are written after the pages
// of some gold sets, so that they are righter there than on a page that nobody
// has seen: by how much is estimated on a fresh set, which no rule was written
// after, as the share of the right answers on the fitted sets that is to be
// taken for wrong so that they foretell the fresh set best (greatest
// likelihood). The counts of both are then added, and a rule that was seldom
// seen is drawn towards its extractor. No set stays fresh: rules are mended
// after its faults too. So a share is never less than the one that was measured
// when the rules had been mended little after our own annotated pages.

// drawn is how many answers of its extractor stand beside a rule's own.
const drawn = 5

// steps is how finely the share is sought, up to most.
const (
	steps = 60
	most  = .3
)

// leastShare of what is right is taken for wrong on every set, measured as
// optimism does at commit 3864353 on testdata/gold (at its first commit, with
// nothing mended yet, .115).
const leastShare = .045

// evidence is how often something was right of how often it spoke; discounts
// make it fractions.
type evidence struct{ right, taken float64 }

// precisions gives the smoothed precision of each rule, and under its
// extractor's name that of all its rules.
func precisions(rules map[string]evidence) map[string]float64 {
	all := map[string]evidence{}
	names := sortedKeys(rules) // sums of fractions depend on their order
	for _, name := range names {
		x, _, _ := strings.Cut(name, "/")
		e := all[x]
		all[x] = evidence{e.right + rules[name].right, e.taken + rules[name].taken}
	}
	out := make(map[string]float64, len(rules)+len(all))
	for _, x := range sortedKeys(all) {
		out[x] = (all[x].right + 1) / (all[x].taken + 2)
	}
	for _, name := range names {
		x, _, _ := strings.Cut(name, "/")
		e := rules[name]
		out[name] = (e.right + float64(drawn*out[x])) / (e.taken + drawn)
	}
	return out
}

// counted gives the evidence of a tally with a share of what is right taken for wrong.
func counted(t *Tally, share float64) map[string]evidence {
	out := map[string]evidence{}
	for name, f := range t.Rules {
		if name != "" {
			out[name] = evidence{float64(float64(f.Right) * (1 - share)), float64(f.Right + f.Wrong)}
		}
	}
	return out
}

// optimism gives the share of the right answers on the fitted pages that
// foretells the fresh ones best when it is taken for wrong.
func optimism(fitted, fresh *Tally) float64 {
	best, at := math.Inf(-1), 0.0
	seen := counted(fresh, 0)
	names := sortedKeys(seen)
	for i := range steps + 1 {
		share := most * float64(i) / steps
		told := precisions(counted(fitted, share))
		sum := 0.0
		for _, name := range names {
			p, ok := told[name]
			if !ok {
				continue // a rule that the fitted pages do not know foretells nothing
			}
			e := seen[name]
			sum += float64(e.right*math.Log(p)) + float64((e.taken-e.right)*math.Log(1-p))
		}
		if sum > best {
			best, at = sum, share
		}
	}
	return at
}

// Confidence gives the table of confidences: for each rule the precision that
// a page nobody has seen may expect, one "rule<TAB>value" a line, sorted.
// fitted are the scores on pages that rules were written after, fresh those on
// pages that none was; fresh may be nil, and then nothing is known of the
// difference.
func Confidence(fitted, fresh *Tally) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Precision of each rule on %d annotated pages", fitted.Pages)
	rules := counted(fitted, 0)
	if fresh != nil {
		share := max(leastShare, optimism(fitted, fresh))
		rules = counted(fitted, share)
		for name, e := range counted(fresh, leastShare) {
			rules[name] = evidence{rules[name].right + e.right, rules[name].taken + e.taken}
		}
		fmt.Fprintf(&b, " that rules were written after, less %.3f of what is right there,\n# and %d fresh ones, less %.3f", share, fresh.Pages, leastShare)
	}
	fmt.Fprintf(&b, ",\n# drawn towards its extractor's by %d answers.\n", drawn)
	b.WriteString("# Written by: readout eval GOLD... [--fresh GOLD] --confidence FILE. A rule that is not listed counts .5.\n")
	values := precisions(rules)
	for _, name := range sortedKeys(rules) {
		fmt.Fprintf(&b, "%s\t%.2f\n", name, values[name])
	}
	return b.String()
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
