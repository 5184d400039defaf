package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// heldBy gives the person that an unnamed post stands for, -1 for none. A
// post with a complement of its own ("Speaker of the Knesset") stands for its
// holder only where the text gives the holder that complement.
func (f *finder) heldBy(s *seg) int {
	start := f.skipLight(s.first, s.last)
	if f.Is(start, "head") && f.Is(start+1, "of") && f.Is(start+2, "state") && start+3 == s.last {
		for _, post := range headsOfState {
			if p := f.holder([]string{post}, s.first); p >= 0 {
				return p
			}
		}
		return -1
	}
	words := f.titleWords(start, s.last)
	p := f.holder(words, s.first)
	if p < 0 {
		return f.presidesOver(s)
	}
	if f.another(p) {
		return -1
	}
	core := f.coreEnd(start, s.last)
	if b := f.bodyBefore(start, core); b >= 0 && !f.sameBody(p, f.TokenAt(f.Mentions[b].Start), f.TokenAt(f.Mentions[b].End-1)+1) {
		if other := f.presidesOver(s); other >= 0 {
			return other
		}
	}
	if core < s.last && !f.sameBody(p, core+1, s.last) && !f.sameState(p, core+1, s.last) && !f.accredited(p, start, core, s.last) {
		return f.presidesOver(s)
	}
	if iso, ok := f.demonymIn(start, core); ok && f.People[p].Country != "" && f.People[p].Country != iso {
		return f.holderFrom(words, iso)
	}
	return p
}

// accredited tells whether the post is that of an envoy whose sender its words
// name as person p's, so that behind "to" the host stands: "the Saudi
// Ambassador to Kuwait".
func (f *finder) accredited(p, start, core, last int) bool {
	iso, ok := f.demonymIn(start, core)
	if !ok || iso != f.People[p].Country || !f.Is(core, "to", "in") || !f.Is(core-1, "ambassador", "commissioner", "envoy", "consul", "general", "affaires") {
		return false
	}
	m, _, end := f.MentionAt(core + 1)
	return m != nil && m.Kind == clauses.Place && end >= last
}

// bodyBefore gives the mention of the body whose name stands before the post
// in tokens [start, core), -1 for none: "the Lake Council Speaker".
func (f *finder) bodyBefore(start, core int) int {
	for i := start; i+1 < core; i++ {
		if m, _, _ := f.MentionAt(i); m != nil && m.Kind == clauses.Body {
			return f.Words[i].Mention
		}
	}
	return -1
}

// headsOfState are the posts that "the Head of State" stands for.
var headsOfState = []string{"president", "king", "queen", "emir", "sultan"}

// another tells whether person p is another than the one whom the page calls
// by the bare post: some sentence names the post twice, once bare and then
// with p ("The Prime Minister spoke to Prime Minister X of Finland").
func (f *finder) another(p int) bool {
	if f.others == nil {
		f.others = map[int]bool{}
		for _, m := range f.Mentions {
			if m.Kind != clauses.Person || f.others[m.Ref] {
				continue
			}
			if at := f.postBefore(f.TokenAt(m.Start)); at >= 0 && f.barePost(m.Ref, at) {
				f.others[m.Ref] = true
			}
		}
		for _, post := range f.Posts {
			if at := f.TokenAt(post.Start); at < len(f.Tokens) && f.barePost(post.Person, at) {
				f.others[post.Person] = true
			}
		}
	}
	return f.others[p]
}

// postBefore gives the token of the post right before the name at token at,
// past courtesy words, -1 for none.
func (f *finder) postBefore(at int) int {
	for at > 0 && f.courtesy(at-1) {
		at--
	}
	for k := at - 1; k >= 0 && k >= at-6 && f.Tokens[k].Sentence == f.Tokens[at].Sentence; k-- {
		if n, _ := f.title(k); n > 0 && k+n == at {
			return k
		}
	}
	return -1
}

// barePost tells whether a bare post that person p holds too stands as a
// subject before token at in its sentence.
func (f *finder) barePost(p, at int) bool {
	for i := f.Sentences[f.Tokens[at].Sentence].First; i < at; i++ {
		n, _ := f.title(i + 1)
		if !f.Is(i, "the") || n == 0 || i+1+n > at {
			continue
		}
		next := f.W(i + 1 + n)
		if next.Mention >= 0 || next.Class == clauses.Comma || next.Class == clauses.Prep {
			continue
		}
		if f.fits(p, f.titleWords(i+1, i+1+n)) == 2 && f.groupBetween(i, at) {
			return true
		}
	}
	return false
}

// groupBetween tells whether a verb group stands between two tokens of a sentence.
func (f *finder) groupBetween(first, last int) bool {
	lo, hi := f.GroupsOf(f.Tokens[first].Sentence)
	for g := lo; g < hi; g++ {
		if f.Groups[g].First > first && f.Groups[g].Last <= last {
			return true
		}
	}
	return false
}

func (f *finder) demonymIn(start, end int) (string, bool) {
	for i := start; i < end; i++ {
		if iso, ok := f.demonym(i); ok {
			return iso, true
		}
	}
	return "", false
}

func (f *finder) holderFrom(words []string, iso string) int {
	for _, p := range f.holders(words) {
		if f.People[p].Country == iso {
			return p
		}
	}
	return -1
}

// sameBody tells whether the words after a post name the body or field that person p has it of.
func (f *finder) sameBody(p, first, last int) bool {
	words := set()
	for i := first; i < last; i++ {
		if w := f.W(i); w.Class != clauses.Prep && w.Class != clauses.Det && w.Class != clauses.Conj {
			words[w.Low] = true
		}
	}
	for k, b := range f.People[p].Bodies {
		hits := 0
		for _, w := range fields(b + " " + afterOf(f.People[p].Titles[k])) {
			if words[w] {
				hits++
				delete(words, w)
			}
		}
		if hits > 0 && hits >= len(words) {
			return true
		}
	}
	return false
}

// holders gives the persons whose post the words can stand for, best first:
// the same post, then a post that ends in the same word ("the Minister" of a
// Foreign Minister; never of a Prime Minister).
func (r *reader) holders(words []string) []int {
	var same, loose []int
	for p := range r.People {
		switch r.fits(p, words) {
		case 2:
			same = append(same, p)
		case 1:
			loose = append(loose, p)
		}
	}
	if len(same) > 0 {
		return same
	}
	return loose
}

func (r *reader) fits(p int, words []string) int {
	best := 0
	for _, t := range r.People[p].Titles {
		core := r.canonical(coreTitle(t))
		switch {
		case len(core) == 0:
		case strings.Join(core, " ") == strings.Join(words, " "):
			if len(core) > 1 || core[0] != "minister" && core[0] != "secretary" || afterOf(t) == "" {
				return 2
			}
			best = 1 // "the Minister" is any of several with fields of their own
		case len(words) == 1 && core[len(core)-1] == words[0] && len(core) > 1 && !r.lesser(core) && best < 1:
			best = 1
		case len(words) == 1 && core[0] == words[0] && best < 1:
			best = 1
		case len(words) < len(core) && strings.Join(core[len(core)-len(words):], " ") == strings.Join(words, " ") && !r.lesser(core) && best < 1:
			best = 1
		}
	}
	return best
}

// lesser tells posts that their last word alone does not stand for.
func (r *reader) lesser(core []string) bool {
	switch core[0] {
	case "prime", "vice", "deputy", "vice-president", "sub", "under":
		return true
	}
	return false
}

// pluralHolders gives those who share a post named in the plural: "the co-rapporteurs".
func (r *reader) pluralHolders(words []string) []int {
	var out []int
	for p := range r.People {
		for _, t := range r.People[p].Titles {
			core := coreTitle(t)
			if len(core) == len(words) && len(core) > 0 && sameNumber(core, words) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// sameNumber tells whether two posts are one but for the plural.
func sameNumber(a, b []string) bool {
	fold := func(ws []string) string {
		var out []string
		for _, w := range ws {
			out = append(out, strings.TrimSuffix(w, "s"))
		}
		return strings.Join(out, " ")
	}
	return fold(a) == fold(b)
}

// holder gives the person that "the Speaker" stands for at token i: of those
// with the post the one named last before, else the first named after; -1 for none.
func (r *reader) holder(words []string, i int) int {
	if len(words) == 0 {
		return -1
	}
	all := r.holders(words)
	if len(all) > 1 && len(r.known) > 0 { // those who met already before those spoken about
		var met []int
		for _, p := range all {
			if r.known[p] {
				met = append(met, p)
			}
		}
		if len(met) > 0 {
			all = met
		}
	}
	best, bestAt := -1, -1
	for _, p := range all { // whom the text was about last
		if len(all) > 1 && r.subjects[p] > bestAt && r.subjects[p] > 0 {
			best, bestAt = p, r.subjects[p]
		}
	}
	if best >= 0 {
		return best
	}
	for _, m := range r.Mentions {
		if m.Kind != clauses.Person || !contains(all, m.Ref) {
			continue
		}
		if m.Start < r.Tokens[i].Start {
			best, bestAt = m.Ref, m.Start
		} else if bestAt < 0 {
			return m.Ref
		}
	}
	return best
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
