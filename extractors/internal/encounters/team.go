package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// absorb takes out what only says more of a person and a delegation whose
// people are listed behind it; the delegation is remembered.
func (f *finder) absorb(segs []seg) []seg {
	if len(segs) == 0 {
		return nil
	}
	segs = f.reader.absorb(segs)
	if len(segs) > 0 && !f.Heading[f.Tokens[segs[0].first].Sentence] {
		f.noteTeam(segs, f.Tokens[segs[0].first].Sentence)
	}
	return dropListed(segs)
}

// mostTeams is how many delegations of a page are remembered: each is looked
// through for every party.
const mostTeams = 64

// noteTeam remembers a delegation that a list names with its leader or people.
func (f *finder) noteTeam(segs []seg, sentence int) {
	for i := range segs {
		s := &segs[i]
		if s.kind != group && s.kind != body {
			continue
		}
		head := f.W(s.head).Low
		if s.kind == body {
			_, _, end := f.MentionAt(s.head)
			head = f.teamWord(s.head, end)
		}
		if head != "delegation" && head != "mission" && head != "team" && head != "group" {
			continue
		}
		t := team{head: head, sentence: sentence}
		rule := "participant-subject"
		if f.definiteShort(s) || s.kind == group && s.last-s.first == 1 {
			p, ok := f.introduced(head, sentence)
			if !ok {
				continue
			}
			t.party, t.party.Rule = p, rule
		} else if s.kind == group {
			t.party = Party{Kind: GroupParty, Ref: -1, Name: f.name(s), Span: s.span, Rule: rule}
		} else {
			t.party = Party{Kind: BodyParty, Ref: s.ref, Span: s.span, Rule: rule}
		}
		for k := i + 1; k < len(segs) && s.kind == group; k++ {
			if segs[k].kind == person && (segs[k].join == lead || segs[k].join == include || segs[k].join == names || k > i+1 && len(t.members) > 0 && !f.endsTeam(&segs[k])) {
				t.members = append(t.members, Party{Kind: PersonParty, Ref: segs[k].ref, Span: segs[k].span, Rule: "participant-leader"})
			}
		}
		for k := i + 1; k < len(segs) && t.leader.Kind == ""; k++ {
			if segs[k].kind == person && segs[k].join == lead {
				t.leader = Party{Kind: PersonParty, Ref: segs[k].ref, Span: segs[k].span}
			}
		}
		if old := f.findTeam(head); old != nil && (old.complete || old.sentence == sentence && old.party.Span == t.party.Span) {
			continue
		}
		if len(f.teams) == mostTeams {
			return
		}
		t.complete = len(t.members) > 1 && len(dropListed(segs[i:])) < len(segs[i:])
		f.teams = append(f.teams, t)
	}
}

// leading are the words of posts that a mission's or a delegation's leader has.
var leading = set("chief head leader chair observer coordinator")

// leaderOf gives the leader of the mission named last, for "the Chief of
// Mission", "the head of the delegation", "the Team Leader".
func (f *finder) leaderOf(s *seg) (Party, bool) {
	if !s.definite {
		return Party{}, false
	}
	leads, team := false, false
	for i := s.first; i < s.last; i++ {
		if f.W(i).Mention >= 0 {
			return Party{}, false
		}
		leads = leads || leading[f.W(i).Low]
		team = team || f.Is(i, "mission", "delegation", "team", "observer")
	}
	if !leads || !team {
		return Party{}, false
	}
	for k := len(f.teams) - 1; k >= 0; k-- {
		if t := &f.teams[k]; t.leader.Kind != "" {
			p := t.leader
			p.Span = s.span
			return p, true
		}
	}
	return Party{}, false
}

// mostLed is how many verbs of leading one sentence is asked for: each is read to
// the sentence's end.
const mostLed = 4

// noteLeader remembers whom sentence s names as the leader of a mission: "The
// mission is led by X", "Headed by X, the delegation stayed".
func (f *finder) noteLeader(s int) {
	sent := f.Sentences[s]
	lo, hi := f.GroupsOf(s)
	for g, led := lo, 0; g < hi && led < mostLed; g++ {
		grp := &f.Groups[g]
		if grp.Lemma != "lead" && grp.Lemma != "head" || !grp.Passive && grp.Tense != clauses.PastParticiple {
			continue
		}
		at := f.seek(grp.Last, sent.Last, false, "by")
		if at < 0 {
			continue
		}
		led++
		first, last := sent.First, grp.First
		if grp.First == sent.First {
			first, last = at, sent.Last
		}
		head := f.teamNoun(first, last)
		ps, _, _ := f.read(at, sent.Last, "participant-leader", s)
		if who := onlyPersons(ps); head != "" && len(who) > 0 {
			f.setLeader(head, who[0], s)
		}
	}
}

// teamNoun gives the first word for a mission in tokens [first, last), "" for none.
func (f *finder) teamNoun(first, last int) string {
	for i := first; i < last; i++ {
		if f.Is(i, "mission", "delegation", "team", "group") {
			return f.W(i).Low
		}
	}
	return ""
}

func (f *finder) setLeader(head string, p Party, s int) {
	for k := len(f.teams) - 1; k >= 0; k-- {
		if t := &f.teams[k]; t.head == head {
			if t.leader.Kind == "" {
				t.leader = p
			}
			return
		}
	}
	if len(f.teams) < mostTeams {
		f.teams = append(f.teams, team{head: head, leader: p, sentence: s})
	}
}

// initials gives the person whose post an acronym that was taken for a body
// spells: "EAM" of an External Affairs Minister; -1 for none.
func (f *finder) initials(b int) int {
	name := f.Bodies[b].Name
	if len(name) < 2 || len(name) > 5 || strings.ToUpper(name) != name || f.Bodies[b].Acronym != "" {
		return -1
	}
	for p := range f.People {
		for _, t := range f.People[p].Titles {
			var first []byte
			for _, w := range strings.Fields(t) {
				if c := w[0]; c >= 'A' && c <= 'Z' {
					first = append(first, c)
				}
			}
			if string(first) == name {
				return p
			}
		}
	}
	return -1
}

// completeTeam gives the delegation whose people the page lists.
func (f *finder) completeTeam(head string) *team {
	if head != "delegation" && head != "mission" && head != "team" {
		return nil
	}
	for k := range f.teams {
		if f.teams[k].head == head && f.teams[k].complete {
			return &f.teams[k]
		}
	}
	return nil
}

// endsTeam tells whether a segment is joined to others than the delegation's people.
func (f *finder) endsTeam(s *seg) bool { return s.join == with || s.join == first }

// definiteShort tells "the delegation": it names no new team.
func (f *finder) definiteShort(s *seg) bool {
	start := f.skipLight(s.first, s.last)
	return s.kind == group && s.definite && f.coreEnd(start, s.last) >= s.last && s.head == start
}

func (f *finder) findTeam(head string) *team {
	for k := range f.teams {
		if f.teams[k].head == head {
			return &f.teams[k]
		}
	}
	return nil
}

// teamWord gives the word of a body's name that makes it a team.
func (f *finder) teamWord(first, last int) string {
	for i := first; i < last; i++ {
		switch low := f.W(i).Low; low {
		case "mission", "delegation", "team":
			return low
		}
	}
	return ""
}

// listTeams finds lists headed "Members of the delegation".
func (f *finder) listTeams() {
	for p := range f.Paragraphs {
		par := f.Paragraphs[p]
		s := f.Sentences[par.First]
		if s.Last-s.First > 12 {
			continue
		}
		head := ""
		members := false
		for i := s.First; i < s.Last; i++ {
			switch low := f.W(i).Low; low {
			case "members", "composition", "membership":
				members = true
			case "delegation", "mission", "team":
				head = low
			}
		}
		if !members || head == "" {
			continue
		}
		if ps := f.lines(p+1, "participant-listed"); len(ps) > 1 {
			f.teams = append(f.teams, team{head: head, members: ps, complete: true, sentence: 0})
		}
	}
}

// lines reads a list that stands one entry a paragraph (or a sentence) from
// paragraph p on: in each the first person, else the body or group it begins
// with. It ends at a paragraph that is no entry.
func (f *finder) lines(p int, rule string) []Party {
	var out []Party
	semicolon := false
	for ; p < len(f.Paragraphs); p++ {
		par := f.Paragraphs[p]
		if par.Last-par.First > 1 && !f.numbered(par.First) {
			break
		}
		var found []Party
		for s := par.First; s < par.Last; s++ {
			found = append(found, f.line(s, rule)...)
		}
		if len(found) == 0 || len(onlyPersons(out)) > 0 && len(onlyPersons(found)) == 0 {
			break
		}
		out = append(out, found...)
		if last := f.Word(f.Sentences[par.Last-1].Last - 1); semicolon && last != ";" && last != "and" {
			break
		} else if last == ";" || last == "and" {
			semicolon = true
		}
	}
	return unique(out)
}

func (f *finder) numbered(s int) bool {
	return f.W(f.Sentences[s].First).Class == clauses.Num
}

// line reads one entry of a list: it holds no finite verb.
func (f *finder) line(s int, rule string) []Party {
	sent := f.Sentences[s]
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		if f.Groups[g].Finite() {
			return nil
		}
	}
	var out []Party
	for i := sent.First; i < sent.Last; {
		m, at, end := f.MentionAt(i)
		if m == nil {
			i++
			continue
		}
		if m.Kind == clauses.Person {
			out = append(out, Party{Kind: PersonParty, Ref: m.Ref, Span: f.Span(at, end), Rule: rule})
		}
		i = end
	}
	if len(out) > 0 {
		return out
	}
	start := sent.First
	for start < sent.Last && (f.W(start).Class == clauses.Other || f.W(start).Class == clauses.Dash || f.W(start).Class == clauses.Num || f.W(start).Class == clauses.Stop || f.W(start).Class == clauses.Open || f.W(start).Class == clauses.Close) {
		start++
	}
	l := f.reader.list(start, sent.Last)
	if len(l.segs) > 0 && (l.segs[0].kind == body || l.segs[0].kind == group && !l.segs[0].posts) {
		return f.partyOf(&l.segs[0], rule, s)
	}
	return nil
}
