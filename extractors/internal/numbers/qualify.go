package numbers

import "readout/extractors/internal/lex"

// qualifiers are the words before a number that change what it tells, the
// last word first; the longest that fits counts. One row a qualifier.
var qualifiers = []struct {
	words     []string // from the number leftwards
	qualifier string
}{
	{[]string{"than", "more", "no"}, AtMost},
	{[]string{"than", "more", "not"}, AtMost},
	{[]string{"than", "fewer", "no"}, AtLeast},
	{[]string{"than", "fewer", "not"}, AtLeast},
	{[]string{"than", "less", "no"}, AtLeast},
	{[]string{"than", "less", "not"}, AtLeast},
	{[]string{"under", "just"}, About},
	{[]string{"of", "excess", "in"}, AtLeast},
	{[]string{"of", "minimum"}, AtLeast},
	{[]string{"of", "maximum"}, AtMost},
	{[]string{"of", "upwards"}, AtLeast},
	{[]string{"than", "more"}, AtLeast},
	{[]string{"than", "greater"}, AtLeast},
	{[]string{"than", "fewer"}, AtMost},
	{[]string{"than", "less"}, AtMost},
	{[]string{"least", "at"}, AtLeast},
	{[]string{"most", "at"}, AtMost},
	{[]string{"to", "up"}, AtMost},
	{[]string{"to", "close"}, About},
	{[]string{"over"}, AtLeast},
	{[]string{"above"}, AtLeast},
	{[]string{"exceeding"}, AtLeast},
	{[]string{"exceeds"}, AtLeast},
	{[]string{"exceed"}, AtLeast},
	{[]string{"exceeded"}, AtLeast},
	{[]string{"surpasses"}, AtLeast},
	{[]string{"surpassing"}, AtLeast},
	{[]string{"surpassed"}, AtLeast},
	{[]string{"topped"}, AtLeast},
	{[]string{"minimum"}, AtLeast},
	{[]string{"maximum"}, AtMost},
	{[]string{"under"}, AtMost},
	{[]string{"below"}, AtMost},
	{[]string{"about"}, About},
	{[]string{"around"}, About},
	{[]string{"some"}, About},
	{[]string{"nearly"}, About},
	{[]string{"almost"}, About},
	{[]string{"approximately"}, About},
	{[]string{"approx"}, About},
	{[]string{"roughly"}, About},
	{[]string{"circa"}, About},
	{[]string{"estimated", "an"}, About},
	{[]string{"estimated"}, About},
	{[]string{"approaching"}, About},
	{[]string{"~"}, About},
}

// qualify reads the words around a number that say how exact it is.
func qualify(toks []lex.Token, n *Number) {
	n.Qualifier = Exact
	i := n.First - 1
	// Words that may stand between the qualifier and the number.
	switch word(toks, i) {
	case "another", "further", "the", "these", "total":
		i--
	case "between", "from", "of":
		if n.Max != 0 || word(toks, i-1) == "total" {
			n.Start = i
		}
	}
	for _, q := range qualifiers {
		if preceded(toks, i, q.words) {
			n.Qualifier, n.Start = q.qualifier, i-len(q.words)+1
			break
		}
	}
	if i < n.First-1 && n.Qualifier == Exact {
		n.Start = n.First
	}
	a, b := word(toks, n.Last), word(toks, n.Last+1)
	switch {
	case a == "or" && b == "more", a == "and" && (b == "more" || b == "above" || b == "over"):
		n.Qualifier, n.End = AtLeast, n.Last+2
	case a == "or" && (b == "fewer" || b == "less"):
		n.Qualifier, n.End = AtMost, n.Last+2
	case a == "or" && b == "so":
		n.Qualifier, n.End = About, n.Last+2
	case a == "plus", a == "+" && n.Last < len(toks) && adjacent(toks, n.Last):
		n.Qualifier, n.End = AtLeast, n.Last+1
	case a == "-" && b == "plus":
		n.Qualifier, n.End = AtLeast, n.Last+2
	}
}

func preceded(toks []lex.Token, i int, words []string) bool {
	for k, w := range words {
		if word(toks, i-k) != w {
			return false
		}
	}
	return true
}
