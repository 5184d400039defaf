package extractors

import (
	"strings"

	"readout/extractors/internal/counted"
	"readout/extractors/internal/numbers"
	"readout/pipeline"
	"readout/pipeline/record"
)

// counts reports how many people, bodies or things the text tells of.
func counts() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "counts",
		Doc:      "Numbers, in digits or words, that count people, bodies or things, with the noun phrase that names them.",
		Lacks:    lacksNumber,
		Requires: []string{"dates"},
		Reports:  []record.Finding{(*record.Count)(nil)},
		Rules: []pipeline.Rule{
			{Name: counted.RuleNoun, Doc: "A number in digits before a plural noun with its modifiers.", Example: "26 long-term observers"},
			{Name: counted.RuleWord, Doc: "A number in words before a plural noun; not where it points back at parties named before.", Example: "eight member states"},
			{Name: counted.RuleRange, Doc: "A range before a plural noun.", Example: "10 to 12 experts"},
			{Name: counted.RuleCompound, Doc: "A number joined to a noun by a hyphen; not lengths of time and other measures.", Example: "40-member mission"},
			{Name: counted.RulePart, Doc: "A number out of others, which have the same noun.", Example: "16 of the 17 offices"},
			{Name: counted.RuleAntecedent, Doc: "A number without a noun, which counts what the number before it does.", Example: "212 of them"},
			{Name: counted.RuleNumberOf, Doc: "A number that a number of things comes to.", Example: "the number of members came to 23"},
		},
		Run: runCounts,
	}
}

func runCounts(p *pipeline.Pass) error {
	o := counted.Options{Trace: p.Tracing()}
	for _, e := range dateExpressions(p).found {
		o.Dates = append(o.Dates, e.Span)
	}
	for _, s := range p.Sentences {
		o.Sentences = append(o.Sentences, s.Span)
	}
	found, dropped := counted.Find(p.Text, lexed(p), o)
	for _, c := range mergeCounts(p, found) {
		p.Report(c)
	}
	for _, d := range dropped {
		p.Drop(d.Rule, d.Span, d.Why)
	}
	return nil
}

// mergeCounts makes one count of all that tell the same number of the same
// noun, with the fullest unit first.
func mergeCounts(p *pipeline.Pass, found []counted.Count) []*record.Count {
	type key struct {
		value, max float64
		noun       string
	}
	byKey := map[key]*record.Count{}
	var list []*record.Count
	for _, c := range found {
		at := balancedSpan(p.Text, c.Unit)
		unit := p.Quote(at)
		if unit == "" {
			continue
		}
		k := key{c.Value, c.Max, headNoun(unit)}
		e := []record.Evidence{p.Cite("", c.Span, c.Rule)}
		if !c.Span.Contains(at) { // the noun stands elsewhere: "212 of them"
			e = append(e, p.Cite("unit", at, c.Rule))
		}
		r := byKey[k]
		switch {
		case r == nil:
			r = &record.Count{Value: c.Value, Unit: unit, Qualifier: c.Qualifier}
			if c.Max != 0 {
				r.Max = &c.Max
			}
			r.Evidence = append(r.Evidence, e...)
			byKey[k] = r
			list = append(list, r)
			continue
		case len(unit) > len(r.Unit):
			r.Unit = unit
			r.Evidence = append(e, r.Evidence...)
		default:
			r.Evidence = append(r.Evidence, e...)
		}
		if r.Qualifier == numbers.Exact {
			r.Qualifier = c.Qualifier
		}
	}
	return list
}

// headNoun gives the last word of a unit in the singular, folded.
func headNoun(unit string) string {
	words := strings.Fields(strings.ToLower(unit))
	if len(words) == 0 {
		return ""
	}
	w := words[len(words)-1]
	if i := strings.LastIndexAny(w, "-‑"); i >= 0 {
		w = w[i+1:]
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}
