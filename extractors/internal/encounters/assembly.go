package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// gatherings are events of many, whose name often begins with a capital.
var gatherings = set("summit assembly conference forum congress session plenary convention symposium roundtable consultations seminar workshop retreat")

// gathering gives the token behind the noun or name of a gathering of many
// that begins at token i, past articles and adjectives; -1 for none.
func (f *finder) gathering(i, limit int) int {
	for k := i; k < min(limit, i+9); k++ {
		if m, _, end := f.MentionAt(k); m != nil {
			switch {
			case m.Kind == clauses.Body && namesGathering(f.Bodies[m.Ref].Name):
				return end
			case m.Kind == clauses.Person:
				return -1
			}
			k = end - 1
			continue
		}
		w := f.W(k)
		switch {
		case gatherings[w.Low]:
			return k + 1
		case w.Class == clauses.Stop && len(w.Low) == 1, w.Class == clauses.Comma, w.Class == clauses.Sub, w.Class == clauses.Rel, w.Class == clauses.Conj:
			return -1
		case f.groupAtToken(k) >= 0:
			return -1
		}
	}
	return -1
}

func namesGathering(name string) bool {
	for _, w := range fields(name) {
		if w == "of" || w == "for" {
			break
		}
		if gatherings[w] && w != "assembly" && w != "congress" {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(name), "general assembly")
}

// goesTo: "X will attend the summit with Y and Z, hosted by W", "The delegation
// took part in the General Assembly": a session of those named. One who goes
// alone met nobody that the text tells of.
func (f *finder) goesTo(g, limit int) []*cand {
	grp := &f.Groups[g]
	i := grp.Last
	switch {
	case grp.Lemma == "attend":
	case grp.Lemma == "participate" && f.Is(i, "in"):
		i++
	case grp.Lemma == "take" && f.Is(i, "part") && f.Is(i+1, "in"):
		i += 2
	default:
		return nil
	}
	if grp.Passive || grp.Negated {
		return nil
	}
	end := f.gathering(i, limit)
	if end < 0 {
		return nil
	}
	c := f.newCand(g, "held-talks", "session", "")
	c.last = end
	subj := f.subjectOf(g)
	if len(subj) == 0 {
		return nil
	}
	if at := f.seek(end, limit, false, "with", "alongside"); at >= 0 && f.meetable(at, limit) {
		ps, last, _ := f.read(at, limit, "participant-with", grp.Sentence)
		if hosts := f.hostOf(last, limit, grp.Sentence); len(hosts) > 0 {
			ps = unique(append(ps, hosts...))
		}
		if len(onlyPersons(ps)) > 0 {
			c.sides = [][]Party{subj, ps}
			return f.keep(c)
		}
	}
	if hosts := f.hostOf(end, limit, grp.Sentence); len(hosts) > 0 {
		c.sides = [][]Party{subj, hosts}
		return f.keep(c)
	}
	if len(f.list) > 0 || len(subj) == 1 && subj[0].Kind != GroupParty || subj[0].Kind == CountryParty {
		return nil
	}
	c.sides = [][]Party{subj}
	return f.keep(c)
}

// hostOf gives those behind "hosted by" at token i, past a comma.
func (f *finder) hostOf(i, limit, s int) []Party {
	if f.W(i).Class == clauses.Comma {
		i++
	}
	if i+2 >= limit || !f.Is(i, "hosted", "convened", "chaired") || !f.Is(i+1, "by") {
		return nil
	}
	ps, _, _ := f.read(i+2, limit, "participant-leader", s)
	return onlyPersons(ps)
}
