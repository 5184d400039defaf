package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// headTitles are posts of which a state has one each: heads of the state, of
// its government, chambers, courts and churches, of an opposition. Whoever
// names several of them after "met with" tells of as many encounters.
var headTitles = set("president king queen emperor empress sultan emir amir monarch premier chancellor taoiseach speaker",
	"patriarch pope catholicos archbishop mufti mayor secretary-general ombudsman")

// headPhrases are the same in two words.
var headPhrases = []string{"prime minister", "chief justice", "secretary general", "crown prince", "opposition leader", "leader of the opposition",
	"lieutenant governor", "governor general", "governor-general", "queen mother", "attorney general", "commissioner of police", "police commissioner",
	"inspector general of police", "commander-in-chief", "supervisor of elections", "chief election", "chief electoral", "chief of defence"}

// How many heads of bodies of one state, or people of as many states, are met
// one by one even where the verb does not say so: fewer may be one meeting, of
// a couple or of three parties.
const (
	enoughHeads  = 3
	enoughStates = 4
)

// oneByOne tells whether the counterparts are heads of different bodies or of
// different states, who are met each by himself.
func (f *finder) oneByOne(c *cand, segs []seg) bool {
	if c.rule != "met-with" && c.rule != "held-talks" && c.rule != "noun" || c.kind == "session" || f.jointMeeting(c) {
		return false
	}
	if c.noun >= 0 && !f.severalNouns(c) && !f.Is(c.noun, "talks", "discussions", "consultations") {
		return false // "a meeting with A, B and C" is one
	}
	posts, heads, states := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range segs {
		if segs[i].kind != person || segs[i].join == with || segs[i].join == names || segs[i].join == include {
			continue
		}
		p := &f.People[segs[i].ref]
		if f.counterpartOf(&segs[i]) {
			posts["counterpart"], heads["counterpart"] = true, true
			if p.Country != "" {
				states[p.Country] = true
			}
			continue
		}
		if post, of := headPost(p); post != "" {
			posts[post], heads[post+"/"+of] = true, true
			if p.Country != "" {
				states[p.Country] = true
			}
		}
	}
	many := enoughHeads
	if f.severalNouns(c) {
		many--
	}
	return len(posts) >= many || len(heads) >= many && len(states) <= 1 || len(states) >= enoughStates
}

// counterpartOf tells "her Finnish counterpart X".
func (f *finder) counterpartOf(s *seg) bool {
	for i := s.first; i < s.head; i++ {
		if f.Is(i, "counterpart") {
			return true
		}
	}
	return false
}

// headPost gives the post that makes p the head of a body, and the body; "" for none.
func headPost(p *Person) (post, of string) {
	for i, t := range p.Titles {
		low := strings.ToLower(t)
		words := strings.Fields(low)
		if len(words) == 0 || strings.Contains(low, "former") || strings.Contains(low, "vice") || strings.Contains(low, "deputy") || strings.Contains(low, "elect") {
			continue
		}
		for _, h := range headPhrases {
			if strings.Contains(low, h) {
				return h, p.Bodies[i]
			}
		}
		if last := words[len(words)-1]; headTitles[last] {
			return last, p.Bodies[i]
		}
		if headTitles[words[0]] {
			return words[0], p.Bodies[i]
		}
	}
	return "", ""
}

// bySemicolons tells whether semicolons part the counterparts of a verb of
// meeting, at least two, and a head of a body is among them.
func (f *finder) bySemicolons(c *cand, segs []seg) bool {
	if c.rule != "met-with" && c.rule != "held-talks" || c.noun >= 0 || f.jointMeeting(c) {
		return false
	}
	parts, heads := 0, 0
	for i := range segs {
		if i > 0 && f.behindSemicolon(segs, i) {
			parts++
		}
		if segs[i].kind == person {
			if post, _ := headPost(&f.People[segs[i].ref]); post != "" {
				heads++
			}
		}
	}
	return parts > 1 && heads > 0
}

// jointMeeting tells whether the words of the encounter say that all were together.
func (f *finder) jointMeeting(c *cand) bool {
	for i := c.from; i < c.to; i++ {
		if f.Is(i, "trilateral", "quadrilateral", "jointly", "joint", "together", "multilateral", "four-way", "three-way", "tripartite", "quadripartite") {
			return true
		}
	}
	return false
}

// postAndPerson gives the unnamed one of "The Prime Minister and President X
// met": two posts before one name are those of two people where nobody else is
// met, and the first has an article.
func (f *finder) postAndPerson(g int, subj []Party) []Party {
	r, link := f.Subject(g)
	if link != clauses.Own || len(subj) != 1 || subj[0].Kind != PersonParty || !f.Is(r.First, "the") {
		return nil
	}
	n, plural := f.title(r.First + 1)
	end := r.First + 1 + n
	if n == 0 || plural || !f.Is(end, "and") || f.W(end).Mention >= 0 || end+1 >= r.Last || !f.title1(end+1) {
		return nil
	}
	s := seg{first: r.First, last: end, kind: official, head: end - 1, definite: true, span: f.Span(r.First+1, end)}
	for _, p := range f.partyOf(&s, "participant-subject", f.Groups[g].Sentence) {
		if !hasParty(subj, p) {
			return []Party{p}
		}
	}
	return []Party{{Kind: GroupParty, Ref: -1, Name: f.name(&s), Span: s.span, Rule: "participant-subject"}}
}
