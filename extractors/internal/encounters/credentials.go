package encounters

import (
	"readout/extractors/internal/clauses"
)

// credentials: "presented his credentials to X", "received the letters of credence of X".
func (f *finder) credentials(g, limit int) []*cand {
	grp := &f.Groups[g]
	n := -1
	for i, end := grp.Last, grp.Last+14; i < limit && i < min(end, grp.Last+40) && f.groupAtToken(i) < 0; i++ {
		if f.W(i).Mention >= 0 || f.W(i).Class == clauses.Comma {
			end++ // days and places on the way
		}
		if f.Is(i, "credentials", "credence") || f.Is(i, "letter", "letters") && f.W(i+1).Low != "of" && f.ofCredence() {
			n = i
			break
		}
	}
	if n < 0 && grp.Passive { // "Credentials were presented by X and Y"
		return f.credentialsBy(g, limit)
	}
	if n < 0 || grp.Passive {
		return nil
	}
	c := f.newCand(g, "credentials", "ceremony", "in_person")
	c.last = n + 1
	preps := []string{"to"}
	if grp.Lemma == "receive" || grp.Lemma == "accept" {
		preps = []string{"of", "from", "by"}
	}
	from := n + 1
	if p := f.groupAtToken(from); p >= 0 && f.Groups[p].Tense == clauses.PastParticiple { // "credentials presented by"
		from = f.Groups[p].Last
	}
	at := f.seek(from, limit, false, preps...)
	if at < 0 {
		c.sides = [][]Party{f.subjectOf(g)}
		if grp.Lemma != "receive" && grp.Lemma != "accept" && len(c.sides[0]) > 0 {
			c.sides = append(c.sides, f.protagonist(c))
		}
		return f.keep(c)
	}
	return f.build(c, f.subjectOf(g), at, limit, true)
}

// credentialsBy: "Credentials were presented by Ambassador X, Ambassador Y".
func (f *finder) credentialsBy(g, limit int) []*cand {
	grp := &f.Groups[g]
	switch grp.Lemma {
	case "present", "hand", "submit", "give", "deliver":
	default:
		return nil
	}
	if !f.Is(grp.First-1, "credentials", "credence") {
		return nil
	}
	at := f.seek(grp.Last, limit, f.Is(grp.Last, "to", "over"), "by")
	if at < 0 {
		return nil
	}
	c := f.newCand(g, "credentials", "ceremony", "in_person")
	c.first = grp.First - 1
	ps, _, _ := f.read(at, limit, "participant-object", grp.Sentence)
	if len(onlyPersons(ps)) == 0 || f.envoysOf(ps, grp.Sentence) {
		return nil
	}
	c.sides = [][]Party{nil, ps}
	c.sides[0] = f.protagonist(c)
	return f.keep(c)
}

// envoysOf puts named envoys for the group that the ceremony told last received.
func (f *finder) envoysOf(ps []Party, s int) bool {
	k := len(f.list) - 1
	if k < 0 || f.list[k].Kind != "ceremony" || s-f.clauses[k].last > 2 {
		return false
	}
	e := f.list[k]
	var kept []Party
	for _, p := range e.Parties {
		if p.Kind == PersonParty {
			kept = append(kept, p)
		}
	}
	if len(kept) != 1 || len(e.Parties) < 2 || hasParty(ps, kept[0]) {
		return false
	}
	e.Parties = kept
	f.addTo(ps, s, "participant-listed", false)
	return true
}

// ofCredence tells whether the page speaks of letters of credence.
func (f *finder) ofCredence() bool {
	for i := range f.Words {
		if f.Words[i].Low == "credence" || f.Words[i].Low == "credentials" {
			return true
		}
	}
	return false
}

// lastToBeReceived: "The first to hand over her credentials was X", "The last to
// be received was Y".
func (f *finder) lastToBeReceived(g, limit int) []*cand {
	grp := &f.Groups[g]
	lo, _ := f.GroupsOf(grp.Sentence)
	for p := lo; p < g; p++ {
		in := &f.Groups[p]
		if in.Tense != clauses.Infinitive || in.Lemma != "present" && in.Lemma != "receive" && in.Lemma != "meet" && in.Lemma != "hand" {
			continue
		}
		if !f.Is(in.First-1, "first", "last", "next", "second", "third", "fourth", "one", "ambassador", "envoy") || !f.meetable(grp.Last, limit) {
			continue
		}
		kind := "meeting"
		if in.Lemma == "present" || in.Lemma == "hand" || f.ofCredence() {
			kind = "ceremony"
		}
		c := f.newCand(g, "credentials", kind, "in_person")
		c.first = in.First
		return f.build(c, f.receiver(c), grp.Last, limit, false)
	}
	return nil
}

// receiver gives who received the envoys told of before: the person of the
// encounter told last who is no envoy.
func (f *finder) receiver(c *cand) []Party {
	if len(f.list) > 0 {
		for _, p := range onlyPersons(f.list[len(f.list)-1].Parties) {
			envoy := false
			for _, t := range f.People[p.Ref].Titles {
				for _, w := range coreTitle(t) {
					envoy = envoy || w == "ambassador" || w == "commissioner" || w == "nuncio" || w == "envoy"
				}
			}
			if !envoy && len(f.People[p.Ref].Titles) > 0 {
				return withRule([]Party{p}, "participant-subject")
			}
		}
	}
	return f.protagonist(c)
}
