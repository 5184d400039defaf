// Package counted finds what the numbers of a text count: people, bodies or
// things, with the noun phrase that names them. It knows strings and spans only.
package counted

import (
	"readout/extractors/internal/lex"
	"readout/extractors/internal/numbers"
	"readout/pipeline/record"
)

// Count is a number and what it counts.
type Count struct {
	Span      record.Span // number and noun with the words that qualify them
	Unit      record.Span // the noun phrase; of an earlier count where the noun is left out
	Value     float64
	Max       float64 // of a range, else 0
	Qualifier string  // as in numbers
	Rule      string  // one of the rules below
}

// Rules: how a number came to its noun.
const (
	RuleNoun       = "number-noun"
	RuleWord       = "number-word-noun"
	RuleRange      = "number-range"
	RuleCompound   = "number-hyphen-noun"
	RulePart       = "part-of-number"
	RuleAntecedent = "noun-left-out"
	RuleNumberOf   = "number-of-noun"
)

// Dropped is a number that was not taken for a count.
type Dropped struct {
	record.Span
	Rule string
	Why  string
}

// Options tell what is known about a text.
type Options struct {
	Dates     []record.Span // whose numbers count nothing, in text order
	Sentences []record.Span // in text order
	Trace     bool
}

// Find gives the counts of a text in text order. toks are the tokens of the
// text. It is pure and takes any string.
func Find(text string, toks []lex.Token, o Options) ([]Count, []Dropped) {
	f := &finder{text: text, toks: toks, o: o}
	list := numbers.Find(toks)
	for k := range list {
		f.number(list, k)
	}
	return f.found, f.dropped
}

type finder struct {
	text    string
	toks    []lex.Token
	o       Options
	found   []Count
	dropped []Dropped
	units   []unit // of the counts found, for those whose noun is left out
	values  []float64
	listed  string // the preposition behind the last number without a noun of its own
}

// unit is tokens [first, last) of a noun phrase; head is its first noun that
// the number counts.
type unit struct{ first, last, head int }

func (f *finder) number(list []numbers.Number, k int) {
	n := list[k]
	if n.Value == 0 {
		return
	}
	if why := f.noCount(n); why != "" {
		f.drop(n, n.Last, RuleNoun, why)
		return
	}
	if n.Value == 1 {
		if u, ok := f.single(n); ok {
			f.add(n, u, ruleOf(n))
		} else {
			f.drop(n, n.Last, RuleNoun, "one is an article more often than a count")
		}
		return
	}
	if u, ok := f.compound(n); ok {
		f.add(n, u, RuleCompound)
		return
	}
	after := n.End
	if part := f.partOf(after); part > after {
		f.part(list, k, part)
		return
	}
	u, why := f.phrase(after)
	if why != "" {
		if v, ok := f.spaced(n); ok {
			f.add(n, v, RuleCompound)
			return
		}
		if v, rule := f.leftOut(n); rule != "" {
			f.add(n, v, rule)
			return
		}
		if k+1 < len(list) {
			if v, ok := f.shared(after, list[k+1]); ok {
				f.add(n, v, RuleAntecedent)
				return
			}
		}
		f.drop(n, after, RuleNoun, why)
		return
	}
	if why := f.named(n, u); why != "" {
		f.drop(n, u.last, RuleNoun, why)
		return
	}
	if why := f.pointsBack(n, u); why != "" {
		f.drop(n, u.last, RuleNoun, why)
		return
	}
	f.add(n, u, ruleOf(n))
}

func ruleOf(n numbers.Number) string {
	switch {
	case n.Max != 0:
		return RuleRange
	case n.InWords:
		return RuleWord
	}
	return RuleNoun
}

// part takes "16 of the 17 offices" and "two of its members": the noun after
// "of" is counted by both numbers.
func (f *finder) part(list []numbers.Number, k, after int) {
	n := list[k]
	noun := after
	if k+1 < len(list) && list[k+1].First == after {
		noun = list[k+1].End
	}
	u, why := f.phrase(noun)
	if why != "" {
		if v, rule := f.leftOut(n); rule != "" {
			f.add(n, v, rule)
			return
		}
		f.drop(n, n.Last, RulePart, why)
		return
	}
	if n.Value <= 3 && n.Max == 0 && noun == after && isParty(f.w(u.head)) && f.superlative(u) {
		f.drop(n, u.last, RulePart, "it describes parties named before")
		return
	}
	f.add(n, u, RulePart)
}

// partOf gives the token after "of the", "out of", "of its"; i where there is none.
func (f *finder) partOf(i int) int {
	k := i
	if f.w(k) == "out" {
		k++
	}
	if f.w(k) != "of" {
		return i
	}
	k++
	switch f.w(k) {
	case "the", "its", "their", "his", "her", "our", "these", "those", "all":
		k++
	default:
		if n := f.tok(k); (n.Kind != lex.Number || n.Ordinal) && !(n.Capital && f.tok(k+1).Kind == lex.Possessive) {
			if _, ok := numbers.Word(n.Lower); !ok {
				return i
			}
		}
	}
	if f.w(k) == "total" && f.w(k+1) == "of" {
		k += 2
	}
	for j := k + 1; j < k+4 && f.tok(j-1).Kind == lex.Word; j++ { // "of the country's 12 provinces", "of Varland's towns"
		if f.tok(j).Kind == lex.Possessive && !f.isPlural(j-1) {
			return j + 1
		}
	}
	return k
}

func (f *finder) add(n numbers.Number, u unit, rule string) {
	first, last := n.Start, max(n.End, u.last)
	if u.last <= n.First {
		last = n.End // the noun stands before
	}
	f.found = append(f.found, Count{
		Span:  record.Span{Start: f.toks[first].Start, End: f.toks[last-1].End},
		Unit:  record.Span{Start: f.toks[u.first].Start, End: f.toks[u.last-1].End},
		Value: n.Value, Max: n.Max, Qualifier: n.Qualifier, Rule: rule,
	})
	f.units = append(f.units, u)
	f.values = append(f.values, max(n.Value, n.Max))
}

func (f *finder) drop(n numbers.Number, last int, rule, why string) {
	if f.o.Trace {
		last = max(n.Last, min(last, len(f.toks)))
		f.dropped = append(f.dropped, Dropped{record.Span{Start: f.toks[n.First].Start, End: f.toks[last-1].End}, rule, why})
	}
}

// w gives token i in small letters, "" where there is none.
func (f *finder) w(i int) string {
	if i < 0 || i >= len(f.toks) {
		return ""
	}
	return f.toks[i].Lower
}

func (f *finder) tok(i int) lex.Token {
	if i < 0 || i >= len(f.toks) {
		return lex.Token{Kind: lex.Break, Value: -1}
	}
	return f.toks[i]
}

func (f *finder) touches(i int) bool {
	return i > 0 && i < len(f.toks) && f.toks[i].Start == f.toks[i-1].End
}
