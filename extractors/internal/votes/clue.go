package votes

import (
	"slices"
	"strings"
)

// clue tells the type of an election that has none from its own sentence and
// the next: what is on the ballot there.
func (s *scan) clue(c *cluster) string {
	n := s.toks[c.first].sentence
	for k := n; k <= n+1 && k < len(s.sentence); k++ {
		if k > n && !takesUp(s.lower(s.sentence[k][0])) {
			break
		}
		for i := s.sentence[k][0]; i < s.sentence[k][1]; i++ {
			if i < c.first && s.toks[i].lower != "parliament" || s.spoken(i) {
				continue
			}
			switch s.toks[i].lower {
			case "municipal", "municipalities", "mayor", "mayors", "councillors", "decentralisation", "decentralization":
				return Local
			case "parliament":
				if k == n && s.lower(i-1) == "the" && c.bodyText == "" {
					c.body, c.bodyText = s.toks[i].Span, s.Text[s.toks[i].Start:s.toks[i].End]
					return Parliamentary
				}
			case "local":
				if s.lower(i+1) == "level" || s.lower(i+1) == "government" || s.lower(i+1) == "authorities" || s.lower(i+1) == "councils" {
					return Local
				}
			}
		}
	}
	return Other
}

// decided gives the type of the vote that a run-off decides: of the one of its
// country told nearest to it.
func (s *scan) decided(cs []*cluster, c *cluster) string {
	if w := s.lower(c.last - 1); !strings.HasPrefix(w, "run-off") && !strings.HasPrefix(w, "runoff") {
		return ""
	}
	typ, far := "", maxSitting+1
	for _, o := range cs {
		if o == c || o.country != c.country || o.typ != Presidential && o.typ != Parliamentary && o.typ != Local {
			continue
		}
		d := s.toks[c.first].sentence - s.toks[o.first].sentence
		if d = max(d, -d); d < far {
			typ, far = o.typ, d
		}
	}
	return typ
}

// takesUp is true for words that begin a sentence on what was said before.
func takesUp(w string) bool {
	switch w {
	case "they", "these", "it", "this", "the", "“", "\"":
		return true
	}
	return false
}

// spoken tells whether token i belongs to a mention of an election.
func (s *scan) spoken(i int) bool {
	return slices.ContainsFunc(s.mentions, func(m mention) bool { return m.Overlaps(s.toks[i].Span) })
}

// ofSeats tells whether a general election is one of a parliament: the text
// speaks of seats or constituencies or of a chamber that is dissolved, the
// sentence of its members, or the title of a chamber.
func (s *scan) ofSeats(c *cluster) bool {
	for i, t := range s.toks {
		switch w := t.lower; {
		case w == "seats" && i > 0 && (numeral(s.lower(i-1)) || s.lower(i-1) == "parliamentary"), strings.HasPrefix(w, "constituenc"):
			return true
		case strings.HasPrefix(w, "dissol") && s.chamberNear(i):
			return true
		case s.Title.Overlaps(t.Span) && (t.chamber || legislatures[w] && w != "house" && w != "chamber" && !voters[strings.TrimSuffix(w, "s")+"s"]):
			return true
		}
	}
	for _, at := range c.at {
		for i := range s.toks {
			if s.toks[i].Start < at.Start {
				continue
			}
			lo, hi := s.bounds(i)
			for j := lo; j < hi; j++ {
				switch s.toks[j].lower {
				case "parliament", "parliamentary", "mps", "deputies":
					return true
				}
			}
			break
		}
	}
	return false
}

// chamberNear is true for a chamber within a few words of token i.
func (s *scan) chamberNear(i int) bool {
	lo, hi := s.bounds(i)
	for j := max(lo, i-5); j < min(hi, i+6); j++ {
		if legislatures[s.toks[j].lower] {
			return true
		}
	}
	return false
}
