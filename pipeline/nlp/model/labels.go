package model

// Type is what a name names.
type Type uint8

// Types of names.
const (
	Person Type = iota
	Organization
	Place
	Types = 3 // how many there are
)

// String gives the type as corpora of names write it: PER, ORG, LOC.
func (t Type) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "?"
}

var typeNames = []string{"PER", "ORG", "LOC"}

// ParseType reads what String wrote.
func ParseType(s string) (Type, bool) {
	for i, name := range typeNames {
		if s == name {
			return Type(i), true
		}
	}
	return 0, false
}

// Label is what a token is in the encoding BIOES: outside of names, or the
// first, an inner, the last or the single token of one.
type Label = uint8

// Outside is the label of a token of no name; the labels of a type follow it
// in the order begin, inside, end, single.
const (
	Outside Label = 0
	Labels        = 1 + 4*Types
)

const (
	begin = iota
	inside
	end
	single
)

func label(t Type, part int) Label { return Label(1 + 4*int(t) + part) }

// part gives what part of a name a label other than Outside is.
func part(l Label) (Type, int) { return Type((l - 1) / 4), int(l-1) % 4 }

// Encode writes the labels of spans, which do not overlap, over n tokens.
func Encode(spans []Span, n int) []Label {
	out := make([]Label, n)
	for _, s := range spans {
		if s.Last == s.First+1 {
			out[s.First] = label(s.Type, single)
			continue
		}
		for i := s.First; i < s.Last; i++ {
			out[i] = label(s.Type, inside)
		}
		out[s.First], out[s.Last-1] = label(s.Type, begin), label(s.Type, end)
	}
	return out
}

// Follows tells whether label b may follow label a within a sentence.
func Follows(a, b Label) bool {
	open := false
	var t Type
	if a != Outside {
		var p int
		t, p = part(a)
		open = p == begin || p == inside
	}
	if b == Outside {
		return !open
	}
	u, q := part(b)
	if q == begin || q == single {
		return !open
	}
	return open && t == u
}

// Transition is a pair of labels that may follow each other.
type Transition struct{ From, To Label }

// Transitions lists them all, by From, then by To.
func Transitions() []Transition {
	var out []Transition
	for a := range Label(Labels) {
		for b := range Label(Labels) {
			if Follows(a, b) {
				out = append(out, Transition{a, b})
			}
		}
	}
	return out
}

// Starts tells whether a sentence may begin with the label, Ends whether it may end with it.
func Starts(l Label) bool { return Follows(Outside, l) }

// Ends tells whether a sentence may end with the label.
func Ends(l Label) bool { return Follows(l, Outside) }
