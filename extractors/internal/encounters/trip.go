package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// trips says sentence by sentence where and when the journey told of is.
type trips struct {
	places, dates []int // mention a sentence, -1 for none
	groups        []int // verb group that tells of the journey, -1 for none
}

func (t *trips) place(s int) int { return t.places[s] }
func (t *trips) date(s int) int  { return t.dates[s] }

// ownTrip tells whether the journey told by sentence s can be that of an
// encounter: its traveller takes part, and it is no journey still to come.
func (f *finder) ownTrip(e *Encounter, s int) bool {
	g := f.trips.groups[s]
	if g < 0 {
		return true
	}
	if f.Groups[g].Tense == clauses.FutureTense && e.Status == "held" {
		return false
	}
	who := f.subjectOf(g)
	for _, p := range who {
		if f.present(e, p) {
			return true
		}
	}
	return len(onlyPersons(who)) == 0 && (len(who) == 0 || f.Groups[g].Sentence == s || who[0].Kind == GroupParty && len(fields(who[0].Name)) < 3)
}

// travel are verbs that take somebody to a place.
var travel = set("travel visit arrive go come fly land pay tour return embark undertake make carry kick hold have conduct be conclude begin start lead attend depart leave be take reach spend head stay depart leave attend participate")

// journeys follows the journey through the page: a verb of travel or a visit
// sets place and time, "In Nigeria, ..." sets the place for its paragraph.
func (f *finder) journeys() {
	n := len(f.Sentences)
	whole := -1 // the days of the visit, wherever the page tells them
	for s := range f.Sentences {
		if m := f.tripRange(s); m >= 0 && whole < 0 {
			whole = m
		}
	}
	f.trips = trips{make([]int, n), make([]int, n), make([]int, n)}
	place, date, group, body := -1, -1, -1, f.firstBody()
	paragraph := -1
	for s, sent := range f.Sentences {
		if sent.Paragraph != paragraph {
			paragraph = sent.Paragraph
		}
		if g := f.travels(s); g >= 0 {
			grp := &f.Groups[g]
			from := grp.Last
			if leaving[grp.Lemma] { // past where the journey begins
				from = max(from, f.seek(grp.Last, sent.Last, true, "for", "to")-1)
			}
			if p := f.destination(from, sent.Last); p >= 0 {
				place, group = p, g
			}
			if leaving[grp.Lemma] { // the day of leaving is no day there
				date = -1
			}
			c := &cand{sentence: s, first: grp.First, last: grp.Last, group: g, noun: -1, from: sent.First, to: sent.Last, status: "held"}
			// The day on which a journey ends says nothing of its meetings.
			if m := f.dateMention(c); m >= 0 && !ending[grp.Lemma] && !leaving[grp.Lemma] && (!attending[grp.Lemma] || strings.Contains(f.Dates[f.Mentions[m].Ref].Value, "/")) {
				date = m
				if whole >= 0 && withinDays(f.Dates[f.Mentions[m].Ref].Value, f.Dates[f.Mentions[whole].Ref].Value) {
					date = whole
				}
			}
		}
		if m := f.tripRange(s); m >= 0 {
			date = m
		}
		if p := f.titledTrip(s); p >= 0 {
			place, group = p, -1
		}
		if p, d := f.sectionHead(s); (p >= 0 || d >= 0) && s > body {
			if p >= 0 {
				place, group = p, -1
			}
			date, group = d, -1
		}
		if m := f.frontPlace(s); m >= 0 {
			place, group = m, -1
		}
		f.trips.places[s], f.trips.dates[s], f.trips.groups[s] = place, date, group
	}
}

// tripRange gives the days that a sentence gives a visit: "made from 3
// to 14 July, the visit ..."; -1 for none.
func (f *finder) tripRange(s int) int {
	sent := f.Sentences[s]
	if !f.eventIn1(sent.First, sent.Last) {
		return -1
	}
	for i := sent.First; i < sent.Last; i++ {
		if m, at, _ := f.MentionAt(i); m != nil && m.Kind == clauses.Date && strings.Contains(f.Dates[m.Ref].Value, "/") && len(f.Dates[m.Ref].Value) == 21 {
			return f.Words[at].Mention
		}
	}
	return -1
}

// travels gives the verb group of travel in sentence s, or -1.
func (f *finder) travels(s int) int {
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.Negated || grp.Passive || !grp.Finite() || !travel[grp.Lemma] {
			continue
		}
		if is, sure := f.journeyVerb(g); is || !sure && f.journeyAfter(grp) {
			return g
		}
	}
	return -1
}

// journeyVerb tells whether verb group g tells of a journey by itself and its
// complement; sure where the nouns behind it need not be asked.
func (f *finder) journeyVerb(g int) (is, sure bool) {
	grp := &f.Groups[g]
	limit := f.Sentences[grp.Sentence].Last
	switch grp.Lemma {
	case "visit", "travel", "arrive", "land", "fly", "reach":
		return true, true
	case "conclude", "end", "complete", "finish", "wrap":
		return f.visitTold(grp.Last, min(grp.Last+8, limit)), true
	case "return":
		return false, true
	case "leave", "depart", "head", "stay":
		return f.bound(grp), true
	case "attend", "participate":
		return f.eventThere(grp.Last, limit), false
	case "spend":
		return f.Is(grp.Last+1, "day", "days", "hours"), true
	case "take":
		r, _ := f.Subject(g)
		return f.eventIn1(r.First, r.Last) || f.Is(grp.Last, "part") && f.eventThere(grp.Last, limit), true
	case "hold", "have", "conduct":
		return f.meetingsIn(grp.Last, limit), true
	case "come", "go":
		m, _, _ := f.MentionAt(grp.Last + 1)
		return f.Is(grp.Last, "to") && m != nil && m.Kind == clauses.Place, false
	case "be":
		if f.Is(grp.Last, "due", "expected", "currently", "now") && f.Is(grp.Last+1, "in") && f.placeAt(grp.Last+2) >= 0 {
			return true, true
		}
		m, _, _ := f.MentionAt(grp.Last + 1)
		return f.Is(grp.Last, "in") && m != nil && m.Kind == clauses.Place && len(f.subjectOf(g)) > 0, !f.Is(grp.Last, "in", "on", "currently", "paying")
	}
	return false, false
}

// journeyAfter tells whether the noun of a journey stands soon after a verb group.
func (f *finder) journeyAfter(grp *clauses.Group) bool {
	reach := 8
	if grp.Lemma == "begin" || grp.Lemma == "start" { // "started today, Tuesday 4 May, a three-day state visit"
		reach = 14
	}
	for i := grp.Last; i < grp.Last+reach && i < f.Sentences[grp.Sentence].Last; i++ {
		if f.Is(i, "visit", "trip", "tour", "travel", "journey", "mission", "delegation") {
			return true
		}
	}
	return false
}

// titledTrip gives the place of the visit that a title without a verb is about:
// "Official visit of Speaker X to Lima"; -1 for none.
func (f *finder) titledTrip(s int) int {
	sent := f.Sentences[s]
	if lo, hi := f.GroupsOf(s); f.Paragraphs[sent.Paragraph].Kind != pipeline.TitleParagraph || lo < hi {
		return -1
	}
	for i := sent.First; i < min(sent.Last, sent.First+6); i++ {
		if f.Is(i, "visit", "trip") {
			return f.destination(i+1, sent.Last)
		}
	}
	return -1
}

// bound tells whether a verb of leaving says where to: "left on Monday for a
// visit to X", "headed to X"; or one of staying says where: "stays in X".
func (f *finder) bound(grp *clauses.Group) bool {
	preps := []string{"for", "to"}
	if grp.Lemma == "stay" {
		preps = []string{"in", "at"}
	}
	at := f.seek(grp.Last, f.Sentences[grp.Sentence].Last, true, preps...)
	return at >= 0 && at < grp.Last+12
}

// eventThere tells "the summit in Sydney", "the forum held in Lima" soon after token first.
func (f *finder) eventThere(first, last int) bool {
	for i := first; i < min(last, first+12); i++ {
		if events[f.W(i).Low] && f.heldAt(i+1) >= 0 || events[f.W(i).Low] && f.heldAt(i+2) >= 0 {
			return true
		}
	}
	return false
}

// meetingsIn tells "a series of meetings in Oslo" in tokens [first, last).
func (f *finder) meetingsIn(first, last int) bool {
	for i := first; i < min(last, first+8); i++ {
		if f.Is(i, "meetings", "talks", "consultations") && f.Is(i+1, "in") {
			m, _, _ := f.MentionAt(i + 2)
			return m != nil && m.Kind == clauses.Place
		}
	}
	return false
}

// ending are verbs that tell of a journey when it is over.
var ending = set("conclude end complete finish wrap")

// leaving are verbs that tell of a journey where it begins.
var leaving = set("leave depart head")

// attending are verbs of taking part in an event, whose day is that of the event alone.
var attending = set("attend participate take")

// visitTold tells whether "visit to" stands in tokens [first, last).
func (f *finder) visitTold(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "visit", "trip", "mission", "tour") && f.Is(i+1, "to") {
			return true
		}
	}
	return false
}

// eventIn1 tells whether a trip or a visit is named in tokens [first, last).
func (f *finder) eventIn1(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "trip", "visit", "tour", "journey") {
			return true
		}
	}
	return false
}

// destination gives the place to which a verb of travel leads: the first city,
// else the first place after it.
func (f *finder) destination(i, limit int) int {
	first := -1
	for ; i < limit; i++ {
		m, at, end := f.MentionAt(i)
		if m == nil {
			if g := f.groupAtToken(i); g >= 0 && f.Groups[g].Finite() && first >= 0 {
				break
			}
			continue
		}
		if m.Kind == clauses.Place && f.W(end).Low != "'s" && f.reached(at) {
			if f.Places[m.Ref].Kind == "city" {
				return f.Words[at].Mention
			}
			if first < 0 {
				first = f.Words[at].Mention
			}
		}
		i = end - 1
	}
	return first
}

// reached tells whether a place is gone to: behind a verb or "to", "in", "at",
// or behind another place.
func (f *finder) reached(at int) bool {
	i := at - 1
	for f.W(i).Class == clauses.Det || f.W(i).Class == clauses.Comma || f.W(i).Class == clauses.Conj {
		i--
	}
	if f.Is(i, "capital") && f.W(i-1).Class == clauses.Poss { // "Kenya's capital X"
		i -= 2
		if m, at, _ := f.MentionAt(i); m != nil {
			i = at - 1
		}
	} else if f.Is(i, "capital", "city", "town") && i > 2 { // "in the Guinean capital, Conakry"
		for n := 0; n < 3 && f.W(i).Class != clauses.Prep; n++ {
			i--
		}
	} else if f.Is(i, "of") && f.Is(i-1, "city", "capital", "town") {
		for i -= 2; f.W(i).Class == clauses.Det; {
			i--
		}
	}
	w := f.W(i)
	return f.Is(i, "to", "in", "at", "into", "for") || w.Class == clauses.Verb || w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Place || w.Class == clauses.Adv
}

// frontPlace gives the place with which a sentence opens: "In Aden, ...".
func (f *finder) frontPlace(s int) int {
	sent := f.Sentences[s]
	i := sent.First
	if f.Is(i, "while", "once") {
		i++
	}
	if !f.Is(i, "in", "at") {
		return -1
	}
	i++
	if f.Is(i, "the") {
		i++
	}
	if m, at, end := f.MentionAt(i); m != nil && m.Kind == clauses.Place && (f.W(end).Class == clauses.Comma || f.W(end).Mention >= 0) {
		return f.Words[at].Mention
	}
	return -1
}

// hostedHere tells whether "for a visit" belongs to "will host X" before it.
func (f *finder) hostedHere(c *cand) bool {
	lo, hi := f.GroupsOf(c.sentence)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.Last <= c.first && (grp.Lemma == "host" || grp.Lemma == "welcome" || grp.Lemma == "receive" || grp.Lemma == "invite") && (f.Is(c.first-1, "for", "on") || f.Is(c.first, "for")) {
			return true
		}
	}
	return false
}

// onlyPlaces tells whether a visit leads to places and to nobody.
func (f *finder) onlyPlaces(obj []seg) bool {
	for i := range obj {
		if obj[i].kind != country && obj[i].kind != nothing {
			return false
		}
	}
	return true
}

// journey: a visit to a place is an encounter only while it is announced or
// called off; its other party is then the country.
func (f *finder) journey(c *cand, subj []Party, obj []seg, at int) []*cand {
	kept := f.keep(c)
	if len(kept) == 0 {
		return nil
	}
	c = kept[0]
	if c.status == "" && f.ahead(c, at) {
		c.status = "planned"
	}
	if c.status != "planned" && c.status != "cancelled" || len(subj) == 0 {
		c.pointer, c.sides = true, nil
		if c.status == "" || c.status == "held" {
			f.drop(c.rule, f.Span(c.first, c.last), "a journey without a counterpart is no encounter")
			return nil
		}
		return []*cand{c}
	}
	var hosts []Party
	for i := range obj {
		hosts = append(hosts, f.partyOf(&obj[i], "participant-object", c.sentence)...)
	}
	c.sides = [][]Party{subj, hosts}
	c.pointer, c.journey = false, true
	return []*cand{c}
}
