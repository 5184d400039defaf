package clauses

// Region is a run of tokens [First, Last).
type Region struct{ First, Last int }

// Empty tells whether the region has no token.
func (r Region) Empty() bool { return r.First >= r.Last }

// Link tells how a verb group comes by its subject.
type Link uint8

// Links.
const (
	NoSubject   Link = iota
	Own              // the words of the region before the group
	Relative         // the last noun phrase of the region, which who or which takes up
	Participial      // the same without a pronoun: "a delegation headed by X"
)

// Subject gives the words in which the subject of group g stands. A group
// that shares its subject with an earlier one ("met X and received Y", "is to
// hold", "intends to meet") gets that one's. A gerund after "while", "when"
// or a preposition gets the subject of the clause it depends on.
func (t *Text) Subject(g int) (Region, Link) {
	for hops := 0; hops < 6; hops++ {
		r, link, shared := t.subject(g)
		if shared < 0 {
			return r, link
		}
		g = shared
	}
	return Region{}, NoSubject
}

// subject gives the region and link of group g, or the group that has its subject.
func (t *Text) subject(g int) (Region, Link, int) {
	grp := &t.Groups[g]
	lo, _ := t.GroupsOf(grp.Sentence)
	start := t.Sentences[grp.Sentence].First
	switch grp.Tense {
	case Infinitive:
		if p := t.governor(g, lo); p >= 0 {
			return Region{}, NoSubject, p
		}
		return t.before(start, grp.First), Own, -1
	case Gerund:
		return t.gerundSubject(g, lo, start)
	case PastParticiple:
		if t.W(grp.First-1).Class == Conj || grp.First == start {
			return Region{}, NoSubject, -1
		}
		return Region{t.boundary(g, lo, start), grp.First}, Participial, -1
	}
	end := t.skipBack(grp.First, start)
	if end > start {
		switch w := t.W(end - 1); {
		case w.Class == Rel && w.Low != "where" && w.Low != "whose":
			if t.antecedent(w.Low) {
				return Region{t.boundaryFrom(end-1, g, lo, start), t.skipComma(end-1, start)}, Relative, -1
			}
		case w.Low == "that" && t.W(end-2).Class == Noun && g > lo:
			return Region{t.boundaryFrom(end-1, g, lo, start), end - 1}, Relative, -1
		case w.Class == Conj || w.Class == Comma:
			if p := t.coordinate(g, lo, end-1); p >= 0 {
				return Region{}, NoSubject, p
			}
		}
	}
	from := t.afterPurpose(t.boundary(g, lo, start), end)
	if from >= end && g > lo {
		return Region{}, NoSubject, g - 1
	}
	return Region{from, end}, Own, -1
}

func (t *Text) antecedent(rel string) bool { return rel == "who" || rel == "which" || rel == "that" }

func (t *Text) before(start, end int) Region { return Region{start, t.skipBack(end, start)} }

// skipBack passes over adverbs (and what looks like one) before a group.
func (t *Text) skipBack(end, start int) int {
	for end > start {
		w := t.W(end - 1)
		if w.Class == Adv && w.Mention < 0 || w.Class == Not || w.Low == "last" && w.Mention < 0 && end-1 > start {
			end--
			continue
		}
		break
	}
	return end
}

func (t *Text) skipComma(end, start int) int {
	for end > start && (t.W(end-1).Class == Comma || t.W(end-1).Class == Prep) {
		end--
	}
	return end
}

// governor gives the group that an infinitive depends on: "is expected to
// hold", "had the opportunity to meet".
func (t *Text) governor(g, lo int) int {
	for p := g - 1; p >= lo; p-- {
		if t.Groups[p].Tense != PastParticiple {
			return p
		}
	}
	return -1
}

// gerundSubject: "while meeting Lu said", "After meeting X, Y left", "said while talking to X".
func (t *Text) gerundSubject(g, lo, start int) (Region, Link, int) {
	grp := &t.Groups[g]
	_, hi := t.GroupsOf(grp.Sentence)
	lead := grp.First-1 <= start || t.fronted(start, grp.First) || t.firstFinite(lo, hi) > g && t.Groups[lo].First == start && t.Groups[lo].Tense == Gerund
	if lead { // the main clause follows
		for n := g + 1; n < hi; n++ {
			if t.Groups[n].Finite() {
				if r, l, s := t.subjectAfter(n, grp.Last); s < 0 && !r.Empty() {
					return r, l, -1
				}
			}
		}
		return Region{}, NoSubject, -1
	}
	for p := g - 1; p >= lo; p-- {
		if t.Groups[p].Finite() {
			return Region{}, NoSubject, p
		}
	}
	return Region{}, NoSubject, -1
}

// firstFinite gives the first finite group of groups [lo, hi), hi for none.
func (t *Text) firstFinite(lo, hi int) int {
	for lo < hi && !t.Groups[lo].Finite() {
		lo++
	}
	return lo
}

// fronted tells whether only a preposition or a conjunction stands before the gerund.
func (t *Text) fronted(start, at int) bool {
	for i := start; i < at; i++ {
		if c := t.W(i).Class; c != Prep && c != Sub && c != Adv && c != Quote {
			return false
		}
	}
	return true
}

// subjectAfter gives the subject of group n where it stands after token from,
// behind a comma.
func (t *Text) subjectAfter(n, from int) (Region, Link, int) {
	grp := &t.Groups[n]
	comma := -1
	for i := from; i < grp.First; i++ {
		if t.W(i).Class == Comma {
			comma = i
		}
	}
	if comma < 0 {
		return Region{}, NoSubject, -1
	}
	// The first comma after which a noun phrase runs up to the verb.
	for i := from; i <= comma; i++ {
		if t.W(i).Class == Comma && t.W(i+1).Class != Conj && t.W(i+1).Class != Prep && t.W(i+1).Class != Comma {
			return Region{i + 1, t.skipBack(grp.First, from)}, Own, -1
		}
	}
	return Region{comma + 1, t.skipBack(grp.First, from)}, Own, -1
}

// coordinate gives the group whose subject group g shares, where the words
// before it are a conjunction or a comma at token at.
func (t *Text) coordinate(g, lo, at int) int {
	if t.W(at).Class == Comma && !t.closesRelative(g, lo, at) {
		return -1
	}
	if t.W(at).Class == Comma {
		return -1
	}
	for p := g - 1; p >= lo; p-- {
		if t.Groups[p].Finite() {
			return p
		}
	}
	return -1
}

// closesRelative tells whether the comma at closes a relative clause or an
// apposition that opened after the subject.
func (t *Text) closesRelative(g, lo, at int) bool { return g > lo && at > 0 }

// boundary gives the token at which the clause of group g begins.
func (t *Text) boundary(g, lo, start int) int { return t.boundaryFrom(t.Groups[g].First, g, lo, start) }

// boundaryFrom goes left from token end: past relative clauses set off by
// commas and past participles, up to a conjunction of time or cause, a colon,
// a quotation mark or another verb.
func (t *Text) boundaryFrom(end, g, lo, start int) int {
	p := g - 1
	for i := end - 1; i >= start; i-- {
		for p >= lo && t.Groups[p].First > i {
			p--
		}
		if p >= lo && i < t.Groups[p].Last && i >= t.Groups[p].First {
			from, skip := t.passable(p, lo, start, end)
			if !skip {
				return i + 1
			}
			i = from
			continue
		}
		w := t.W(i)
		switch {
		case w.Class == Stop && w.Low == ";" && p < lo:
			// "X of A; Y of B met": the entries of a subject
		case w.Class == Stop && !t.abbreviation(i), w.Class == Quote && w.Mention < 0:
			return i + 1
		case w.Class == Sub && w.Low != "than" && w.Mention < 0:
			return i + 1
		case w.Class == Rel && w.Mention < 0 && i+1 < end && !t.passed(i, g, lo):
			return i + 1
		}
	}
	return start
}

// afterPurpose passes over "To assess the vote, " at the head of a clause.
func (t *Text) afterPurpose(from, end int) int {
	if t.W(from).Class != To {
		return from
	}
	for i := from; i < end; i++ {
		if t.W(i).Class == Comma && t.W(i).Mention < 0 {
			return i + 1
		}
	}
	return from
}

// passed tells whether a verb group lies between token i and group g: the
// relative pronoun at i is then that group's.
func (t *Text) passed(i, g, lo int) bool {
	return g > lo && t.Groups[g-1].First > i
}

func (t *Text) abbreviation(i int) bool { return len(t.W(i).Low) > 1 }

// passable tells whether group p lies in a modifier of what stands before it,
// so that the search for the beginning of the clause may go on left of from.
func (t *Text) passable(p, lo, start, end int) (from int, ok bool) {
	grp := &t.Groups[p]
	if !grp.Finite() {
		return grp.First, true
	}
	if !t.commaBetween(grp.Last, end) {
		if p == lo && grp.First-1 > start && t.Is(grp.First-1, "who", "which") && t.W(grp.First-2).Class != Comma && t.Words[end-1].Class != Conj {
			return grp.First - 1, true // "the envoys who came today were X"
		}
		return 0, false
	}
	for i := grp.First - 1; i >= start; i-- {
		if p > lo && i < t.Groups[p-1].Last {
			return 0, false
		}
		switch w := t.W(i); {
		case w.Class == Rel && w.Mention < 0:
			return i, true
		case w.Class == Sub || w.Class == Stop && !t.abbreviation(i) || w.Class == Quote && w.Mention < 0:
			return 0, false
		}
	}
	return 0, false
}

func (t *Text) commaBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if c := t.W(i).Class; c == Comma || c == Dash {
			return true
		}
	}
	return false
}
