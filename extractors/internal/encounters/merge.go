package encounters

import (
	"strings"
)

// current gives the encounter that "the meeting" means: the last one told
// that has the parties named with it.
func (f *finder) current(c *cand, ps []Party) int {
	for k := len(f.list) - 1; k >= 0; k-- {
		if f.clauses[k].last < c.sentence-12 || c.mode == "phone" && c.noun >= 0 && f.list[k].Kind != "call" {
			continue
		}
		if c.noun >= 0 && f.list[k].Kind != "session" && (f.list[k].Kind == "call" && c.kind == "session" || f.Is(c.noun, "summit", "forum", "conference")) {
			continue // "the summit" is no call
		}
		all := true
		for _, p := range ps {
			all = all && hasParty(f.list[k].Parties, p)
		}
		if all && (c.status == "" || c.status == f.list[k].Status || c.status == "held" && f.list[k].Status != "planned") {
			return k
		}
	}
	return -1
}

// known gives the encounter that the parties show to be that of candidate c, or -1.
func (f *finder) known(c *cand, ps []Party) int {
	best, score := -1, 0
	for k, e := range f.list {
		shared := 0
		for _, p := range ps {
			if f.present(e, p) && !vague(p) {
				shared++
			}
		}
		if shared == 0 || !f.compatible(k, c) {
			continue
		}
		whole := shared == len(ps) || shared == len(e.Parties)
		if c.later && shared < len(ps) && !f.clauses[k].cands[0].heading {
			continue
		}
		enough := shared >= 2 && (whole || f.bothSides(e, ps)) || shared == 1 && len(ps) == 1
		if f.clauses[k].cands[0].heading && shared >= 1 && f.titleFits(e, ps) || c.kind == "ceremony" && e.Kind == c.kind && f.unnamedRest(e, ps) {
			enough = true
		}
		enough = enough || f.bodyThenPeople(e, ps)
		if enough && shared >= score {
			best, score = k, shared
		}
	}
	return best
}

// vague tells groups that show no identity: "other officials".
func vague(p Party) bool {
	return p.Kind == GroupParty && (strings.HasPrefix(p.Name, "other ") || strings.HasPrefix(p.Name, "senior "))
}

// bothSides tells whether the shared parties are of both sides.
func (f *finder) bothSides(e *Encounter, ps []Party) bool {
	sides := map[int]bool{}
	for _, o := range e.Parties {
		if hasParty(ps, o) {
			sides[o.Side] = true
		}
	}
	return len(sides) > 1
}

// bodyThenPeople tells whether encounter e has a body for host where ps name
// people of it with the same guests: "The Council received X. X met with the
// Secretary General of the Council".
func (f *finder) bodyThenPeople(e *Encounter, ps []Party) bool {
	host := -1
	for _, o := range e.Parties {
		switch {
		case hasParty(ps, o):
		case o.Kind == BodyParty && host < 0:
			host = o.Ref
		default:
			return false
		}
	}
	if host < 0 {
		return false
	}
	for _, p := range onlyPersons(ps) {
		for _, b := range f.People[p.Ref].Bodies {
			if !hasParty(e.Parties, p) && (b == f.Bodies[host].Name || b != "" && b == f.Bodies[host].Acronym) {
				return true
			}
		}
	}
	return false
}

// unnamedRest tells whether ps and the parties of e share their people, and
// all others of both are groups: envoys told of twice in other words.
func (f *finder) unnamedRest(e *Encounter, ps []Party) bool {
	for _, p := range ps {
		if p.Kind != GroupParty && !hasParty(e.Parties, p) {
			return false
		}
	}
	for _, o := range e.Parties {
		if o.Kind != GroupParty && !hasParty(ps, o) {
			return false
		}
	}
	return true
}

// titleFits tells whether the parties that a title names otherwise ("Jordanian
// Foreign Minister") leave room for those of ps.
func (f *finder) titleFits(e *Encounter, ps []Party) bool {
	for _, o := range e.Parties {
		if o.Kind == PersonParty && !hasParty(ps, o) {
			return false
		}
	}
	return true
}

// present tells whether a party takes part, by itself or through its people.
func (f *finder) present(e *Encounter, p Party) bool { return hasParty(e.Parties, p) }

// compatible tells whether status, time and order words let candidate c be encounter k.
func (f *finder) compatible(k int, c *cand) bool {
	e := f.list[k]
	head := f.clauses[k].cands[0].heading
	if c.status != "" && c.status != e.Status && !head && !(e.Status == "cancelled" && c.status == "planned" && c.sentence-f.clauses[k].last < 4 && c.noun < 0) {
		return false
	}
	if c.apart && !head {
		return false
	}
	if (c.mode == "phone") != (f.clauses[k].mode() == "phone") && c.mode != "" && f.clauses[k].mode() != "" {
		return false
	}
	if head {
		return true
	}
	a, b := f.dateOf(c), f.dateOfAll(f.clauses[k].cands)
	return a == "" || b == "" || sameDays(a, b)
}

func (c *clauseOf) mode() string {
	for _, x := range c.cands {
		if x.mode != "" {
			return x.mode
		}
	}
	return ""
}

// merge adds candidate c to encounter k.
func (f *finder) merge(k int, c *cand) {
	e := f.list[k]
	head := f.clauses[k].cands[0].heading
	if head && !c.heading {
		f.replaceTitle(e, c)
		e.Sentence = c.sentence
		if c.status != "" {
			e.Status = c.status
		}
		e.Parties = number(c.sides, e.Parties)
	} else {
		for i, side := range c.sides {
			f.join(e, side, i+1)
		}
	}
	if c.heading && !head {
		c.sides = nil
	}
	if head {
		f.clauses[k].cands = append([]*cand{c}, f.clauses[k].cands...)
	} else {
		f.clauses[k].cands = append(f.clauses[k].cands, c)
	}
	f.clauses[k].last = c.sentence
	f.toEnd(k)
}

// replaceTitle keeps of a title's parties those that the body names or that are people.
func (f *finder) replaceTitle(e *Encounter, c *cand) {
	ps := c.parties()
	kept := e.Parties[:0:0]
	for _, p := range e.Parties {
		if hasParty(ps, p) {
			kept = append(kept, p)
		}
	}
	e.Parties = kept
}

// number gives the parties of sides their side numbers, then those left over.
func number(sides [][]Party, rest []Party) []Party {
	var out []Party
	n := 0
	for _, side := range sides {
		if len(side) == 0 {
			continue
		}
		n++
		for _, p := range side {
			if !hasParty(out, p) {
				p.Side = n
				out = append(out, p)
			}
		}
	}
	for _, p := range rest {
		if !hasParty(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// join adds parties to an encounter on the side of those already known.
func (f *finder) join(e *Encounter, ps []Party, side int) {
	for _, p := range ps {
		for _, o := range e.Parties {
			if sameParty(o, p) {
				side = o.Side
			}
		}
	}
	for _, p := range ps {
		if !hasParty(e.Parties, p) {
			p.Side = side
			e.Parties = append(e.Parties, p)
		}
	}
}

// add makes a new encounter of candidate c.
func (f *finder) add(c *cand) {
	status := c.status
	if status == "" {
		status = "held"
	}
	e := &Encounter{Kind: c.kind, Status: status, Parties: number(c.sides, nil), Sentence: c.sentence}
	f.list = append(f.list, e)
	cl := clauseOf{cands: []*cand{c}, last: c.sentence}
	for _, p := range f.pending { // "at a ceremony held on 4 May", told just before
		if p.kind == c.kind && c.sentence-p.sentence < 3 && !c.heading {
			cl.cands = append(cl.cands, p)
		}
	}
	f.pending = nil
	f.clauses = append(f.clauses, cl)
}

// toEnd makes encounter k the one told last.
func (f *finder) toEnd(k int) {
	e, c := f.list[k], f.clauses[k]
	copy(f.list[k:], f.list[k+1:])
	copy(f.clauses[k:], f.clauses[k+1:])
	f.list[len(f.list)-1], f.clauses[len(f.clauses)-1] = e, c
}
