package encounters

import (
	"strings"
)

// headTitles are posts of which a state has one each: heads of the state, of
// its government, chambers, courts and churches, of an opposition. Whoever
// names several of them after "met with" tells of as many encounters.
var headTitles = set("president king queen emperor empress sultan emir amir monarch premier chancellor taoiseach speaker",
	"patriarch pope catholicos archbishop mufti mayor secretary-general ombudsman")

// headPhrases are the same in two words.
var headPhrases = []string{"prime minister", "chief justice", "secretary general", "crown prince", "opposition leader", "leader of the opposition",
	"lieutenant governor", "governor general", "governor-general", "queen mother"}

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
	heads, states := map[string]bool{}, map[string]bool{}
	for i := range segs {
		if segs[i].kind != person || segs[i].join == with || segs[i].join == names || segs[i].join == include {
			continue
		}
		p := &f.People[segs[i].ref]
		if k := headPost(p); k != "" {
			heads[k] = true
			if p.Country != "" {
				states[p.Country] = true
			}
		}
	}
	many := enoughHeads
	if f.severalNouns(c) {
		many--
	}
	return len(heads) >= many && len(states) <= 1 || len(states) >= enoughStates
}

// headPost gives the post that makes p the head of a body, with that body; "" for none.
func headPost(p *Person) string {
	for i, t := range p.Titles {
		low := strings.ToLower(t)
		if strings.Contains(low, "former") || strings.Contains(low, "vice") || strings.Contains(low, "deputy") || strings.Contains(low, "elect") {
			continue
		}
		words := strings.Fields(low)
		if len(words) == 0 {
			continue
		}
		key := ""
		if headTitles[words[0]] || headTitles[words[len(words)-1]] {
			key = words[0]
		}
		for _, h := range headPhrases {
			if strings.Contains(low, h) {
				key = h
			}
		}
		if key != "" {
			return key + "/" + p.Bodies[i]
		}
	}
	return ""
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
