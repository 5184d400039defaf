package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/record"
)

// dateOf gives the date that the clause of a candidate tells, "" for none.
func (f *finder) dateOf(c *cand) string {
	if k := f.dateMention(c); k >= 0 {
		return f.Dates[f.Mentions[k].Ref].Value
	}
	return ""
}

func (f *finder) dateOfAll(cs []*cand) string {
	for _, c := range cs[:min(len(cs), maxTold)] {
		if d := f.dateOf(c); d != "" {
			return d
		}
	}
	return ""
}

// dateMention gives the mention of the date nearest to the trigger in its
// clause, or -1. Dates that qualify another noun ("the April 12 Joint
// Statement"), that bound a time ("since March") or that belong to another
// verb do not count.
func (f *finder) dateMention(c *cand) int {
	if c.day > 0 {
		return c.day - 1
	}
	// Every candidate is compared with all encounters told before: read once.
	of := dated{first: c.first, last: c.last, from: c.from, to: c.to, notDay: c.notDay, group: c.group, noun: c.noun, status: c.status}
	if c.dated != nil {
		if of.mention = c.dated.mention; of == *c.dated {
			return of.mention
		}
	}
	of.mention = f.readDate(c)
	c.dated = &of
	return of.mention
}

// dated is a reading of a candidate's date and all that it depends on.
type dated struct {
	first, last, from, to, notDay, group, noun int
	status                                     string
	mention                                    int
}

func (f *finder) readDate(c *cand) int {
	best, dist := -1, 1<<30
	for i := c.from; i < c.to; {
		m, at, end := f.MentionAt(i)
		if m == nil {
			i++
			continue
		}
		i = end
		if m.Kind != clauses.Date || f.Words[at].Mention == c.notDay-1 || f.headOf(c.sentence) < 0 && f.datelineHead(at) || f.saidAgain(end) || !f.ownDate(c, at, end) || f.aside(c, at) || c.status != "planned" && f.yetToBe(c, at) {
			continue
		}
		d := 0
		if at > c.last {
			d = at - c.last
		} else if end < c.first {
			d = c.first - end
		}
		if at < c.first && f.fronts(at) {
			d = d / 4
		}
		if len(f.Dates[m.Ref].Value) < 7 || len(f.Dates[m.Ref].Value) == 7 && !strings.Contains(f.Dates[m.Ref].Value, "W") {
			d += 40
		} else if len(f.Dates[m.Ref].Value) == len("2024-W20") { // a day says more than its week
			d += 15
		}
		if d < dist {
			best, dist = f.Words[at].Mention, d
		}
	}
	return best
}

// withinDays tells whether one value lies within the other or both overlap.
func withinDays(a, b string) bool {
	if sameDays(a, b) {
		return true
	}
	a1, a2, ok1 := record.Days(a)
	b1, b2, ok2 := record.Days(b)
	return !ok1 || !ok2 || a1 <= b2 && b1 <= a2
}

// fronts tells whether a date stands at the beginning of its sentence.
func (f *finder) fronts(at int) bool { return at-f.Sentences[f.Tokens[at].Sentence].First < 4 }

// ownDate tells whether the date at tokens [at, end) can be that of the candidate.
func (f *finder) ownDate(c *cand, at, end int) bool {
	if f.Is(at-1, "since", "until", "till", "before", "after", "from", "by", "of", "than") && !(f.Is(at-1, "from") && (c.status == "planned" || c.status == "cancelled")) && !(f.Is(at-1, "from", "of") && strings.Contains(f.Dates[f.Mentions[f.Words[at].Mention].Ref].Value, "/")) {
		return false
	}
	if f.Is(at-1, "for") && !(c.noun >= 0 || c.status == "planned") {
		return false
	}
	next := f.W(end)
	if adverbial[f.W(at).Low] && end-at == 1 || f.Is(at-1, "on") && (f.title1(end) || f.courtesy(end)) {
		next = f.W(-1) // "that on Friday Prime Minister X received Y"
	}
	if next.Class == clauses.Noun && next.Low != "morning" && next.Low != "afternoon" && next.Low != "evening" && next.Low != "night" || next.Class == clauses.Name && next.Mention < 0 && !f.fronts(at) {
		return c.noun > at && c.noun-end < 5 && f.nounStart(c.noun) <= end
	}
	if next.Low == "'s" && !(c.noun > at && c.noun-end < 5) {
		return false
	}
	lo, hi := f.GroupsOf(c.sentence)
	w := f.whereBefore(c)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if g == c.group || grp.First == c.first || c.group > g && f.chained(g, c.group) {
			continue
		}
		if leaving[grp.Lemma] && grp.Finite() && grp.Last <= at && at < c.first && g < c.group {
			return false // "left on Monday for X, where she will meet Y"
		}
		if w > 0 && grp.Last <= w && at < w {
			continue
		}
		if _, n := f.connectorAt(grp.First, c.to); n > 0 && grp.Tense >= clauses.Gerund {
			continue // "received a delegation led by X on Monday"
		}
		if grp.Tense == clauses.PastParticiple && grp.First >= c.last && grp.Last <= at && fixing[grp.Lemma] && c.noun >= 0 {
			continue // "the meeting scheduled for 4 May"
		}
		if grp.First >= c.last && grp.Last <= at && grp.Tense == clauses.Gerund && f.Is(grp.First-1, "before", "after") {
			return false // "met X before observing the vote on 24 May"
		}
		if grp.Tense == clauses.PastParticiple && grp.First >= c.last && grp.Last <= at && givenBy[grp.Lemma] && f.eventBefore(grp.First) {
			continue // "met X at a reception hosted by Y on Sunday"
		}
		between := grp.First >= c.last && grp.Last <= at || grp.First >= end && grp.Last <= c.first
		if between && (grp.Finite() || grp.Tense == clauses.PastParticiple && grp.First > c.last) && f.W(grp.First-1).Class != clauses.Rel && !f.relativeBetween(grp.First, at, c) {
			return false
		}
		if grp.First > c.last && grp.Last <= at && grp.Tense == clauses.PastParticiple {
			return false
		}
	}
	return true
}

// fixing are verbs whose participle gives an encounter its day.
var fixing = set("hold schedule plan fix set slate arrange foresee reschedule expect convene")

// givenBy are verbs whose participle tells who gave a reception.
var givenBy = set("host hold give organize organise offer arrange tender")

// eventBefore tells whether the noun of a gathering stands right before token i.
func (f *finder) eventBefore(i int) bool {
	for f.W(i-1).Class == clauses.Adv || f.W(i-1).Class == clauses.Comma {
		i--
	}
	_, noun := encounterNouns[f.W(i-1).Low]
	return (noun || events[f.W(i-1).Low]) && f.W(i-1).Mention < 0
}

// adverbial are dates that qualify no noun behind them.
var adverbial = set("today yesterday tomorrow tonight")

// whereBefore gives the token of the "where" or "when" that opens the
// candidate's clause, 0 for none.
func (f *finder) whereBefore(c *cand) int {
	for i := c.first - 1; i > f.Sentences[c.sentence].First; i-- {
		if f.Is(i, "where", "when") && f.W(i).Mention < 0 {
			return i
		}
		if g := f.groupAtToken(i); g >= 0 && f.Groups[g].Finite() && g != c.group && c.group >= 0 && !f.chained(g, c.group) {
			return 0
		}
	}
	return 0
}

// chained tells whether group g governs group h directly: "is to meet".
func (f *finder) chained(g, h int) bool {
	for k := g; k < h; k++ {
		if f.Groups[k+1].First-f.Groups[k].Last > 1 || f.Groups[k+1].Tense != clauses.Infinitive {
			return false
		}
	}
	return true
}

// relativeBetween tells whether a verb before the trigger governs it, so that
// its date is the trigger's too ("said on Monday that he had met").
func (f *finder) relativeBetween(g, at int, c *cand) bool { return at < c.first && g > at && false }

// sameDays tells whether two ISO values can be one day: one holds the other.
func sameDays(a, b string) bool {
	if a == b || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return true
	}
	a1, a2, ok1 := record.Days(a)
	b1, b2, ok2 := record.Days(b)
	return ok1 && ok2 && (a1 >= b1 && a2 <= b2 || b1 >= a1 && b2 <= a2)
}

// when sets date and basis of encounter k: its own words, else those of the
// trip, of the encounter before or of the sentence that tells of it.
func (f *finder) when(k int, prev *Encounter) {
	e := f.list[k]
	for _, c := range f.clauses[k].cands {
		if m := f.dateMention(c); m >= 0 {
			f.setDate(e, f.dayWithin(k, m), "date-of-clause")
			return
		}
	}
	c := f.clauses[k].cands[0]
	if h := f.headOf(c.sentence); h >= 0 {
		if m := f.dateMention(f.headCand(h)); m >= 0 {
			f.setDate(e, m, "date-of-clause")
			return
		}
	}
	if c.group >= 0 && f.Groups[c.group].Perfect && f.Groups[c.group].Tense == clauses.PastTense && f.W(f.Groups[c.group].First).Low == "had" {
		return // earlier than what the text has told so far
	}
	if m := f.trips.date(e.Sentence); m >= 0 && !f.allDistant(k) && f.ownTrip(e, e.Sentence) && (e.Status == "held" || strings.Contains(f.Dates[f.Mentions[m].Ref].Value, "/") || f.dayTrip(e.Sentence)) {
		f.setDate(e, m, "date-of-trip")
		e.DateBasis = "inherited"
		return
	}
	if m := f.dayAlone(c.sentence); m >= 0 {
		f.setDate(e, m, "date-of-lead")
		e.DateBasis = "inherited"
		return
	}
	if prev != nil && prev.Date.Value != "" && (prev.Status == e.Status || f.sameDay(c)) && !c.heading && c.rule != "noun" {
		e.Date, e.DateBasis = prev.Date, "inherited"
		e.Date.Rule = "date-inherited"
		return
	}
	if m := f.leadDate(k); m >= 0 {
		f.setDate(e, m, "date-of-lead")
		e.DateBasis = "inherited"
		return
	}
	if m := f.eventDate(k); m >= 0 {
		f.setDate(e, m, "date-of-event")
		e.DateBasis = "inherited"
		return
	}
	if m := f.titleDate(k); m >= 0 {
		f.setDate(e, m, "date-of-event")
		return
	}
	if m := f.dayOfLead(k); m >= 0 {
		f.setDate(e, m, "date-of-lead")
		e.DateBasis = "inherited"
	}
}

// dayWithin gives the day that a later telling of encounter k names within the
// week or month of date mention m; m where none does.
func (f *finder) dayWithin(k, m int) int {
	whole := f.Dates[f.Mentions[m].Ref].Value
	if len(whole) >= len("2024-05-20") || f.list[k].Status != "held" {
		return m
	}
	for _, c := range f.clauses[k].cands[:min(len(f.clauses[k].cands), maxTold)] {
		if d := f.dateMention(c); d >= 0 && !c.heading && len(f.Dates[f.Mentions[d].Ref].Value) == len("2024-05-20") && withinDays(f.Dates[f.Mentions[d].Ref].Value, whole) {
			return d
		}
	}
	return m
}

// dayTrip tells whether the journey told by sentence s is a visit of one day:
// "is visiting India on 4 May".
func (f *finder) dayTrip(s int) bool {
	g := f.trips.groups[s]
	return g >= 0 && f.Groups[g].Lemma == "visit"
}

// sameDay tells whether the sentence of a candidate points at the day told
// last: "later in the day", "the same evening".
func (f *finder) sameDay(c *cand) bool {
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		if f.Is(i, "day", "evening", "afternoon") && (f.Is(i-1, "same") || f.Is(i-1, "the", "that") && (f.Is(i-2, "later") || f.Is(i-2, "in") && f.Is(i-3, "later"))) {
			return true
		}
	}
	return false
}

// events are gatherings on whose margins people meet.
var events = set("session assembly conference forum summit congress week anniversary plenary festival exhibition seminar symposium",
	"convention ceremony games expo")

// eventDate gives the day or days of the event that the page opens with and on
// whose margins the encounter is; -1 for none.
func (f *finder) eventDate(k int) int {
	e := f.list[k]
	if e.Status != "held" || e.Mode.Value == "phone" || f.clauses[k].back {
		return -1
	}
	for s := 0; s <= e.Sentence && s < f.firstBody()+3; s++ {
		if m := f.dateOfEvent(s); m >= 0 {
			return m
		}
	}
	return -1
}

// titleDate gives the day with which the title of a readout ends ("Call with
// X: 4 May 2024"), -1 for none.
func (f *finder) titleDate(k int) int {
	if f.list[k].Status != "held" || f.clauses[k].back {
		return -1
	}
	for s, sent := range f.Sentences {
		if f.Paragraphs[sent.Paragraph].Kind != pipeline.TitleParagraph {
			break
		}
		if m, at, end := f.MentionAt(sent.Last - 1); m != nil && m.Kind == clauses.Date && end == sent.Last && len(f.Dates[m.Ref].Value) == 10 && s == 0 {
			if len(f.Published) < 10 || f.Dates[m.Ref].Value <= f.Published[:10] {
				return f.Words[at].Mention
			}
		}
	}
	return -1
}

// firstBody gives the first sentence of the body that is no heading.
func (f *finder) firstBody() int {
	for s := range f.Sentences {
		if f.Paragraphs[f.Sentences[s].Paragraph].Kind == pipeline.BodyParagraph && !f.Heading[s] {
			return s
		}
	}
	return 0
}

// dateOfEvent gives the day or days that sentence s gives an event, -1 for none.
func (f *finder) dateOfEvent(s int) int {
	sent := f.Sentences[s]
	event := -1
	for i := sent.First; i < sent.Last; i++ {
		if events[f.W(i).Low] {
			event = i
		}
		m, at, _ := f.MentionAt(i)
		if m == nil || m.Kind != clauses.Date || event < 0 || at < event || at-event > 14 || len(f.Dates[m.Ref].Value) < 10 || f.voteDay(at) {
			continue
		}
		first, _, ok := record.Days(f.Dates[m.Ref].Value)
		if ok && (len(f.Published) < 10 || first <= f.Published[:10]) {
			return f.Words[at].Mention
		}
	}
	return -1
}

// distant tells a candidate of another time than the trip.
func (f *finder) distant(c *cand) bool {
	if c.rule != "noun" || c.noun < 0 || c.heading || c.group >= 0 && f.takesPlace(c.group) {
		return false
	}
	if f.opens(c) {
		return false
	}
	g := f.trips.groups[c.sentence] // "arrived in Oslo for talks with X"
	return g < 0 || f.Groups[g].Sentence != c.sentence || f.Groups[g].Last > c.first || !f.Is(c.first-1, "for", "with")
}

// opens tells "During his meeting with X, Y stressed": the noun opens a sentence
// that tells what was said at the encounter.
func (f *finder) opens(c *cand) bool {
	first := f.Sentences[c.sentence].First
	if !f.Is(first, "during", "in", "at") || c.first > first+2 || c.apart {
		return false
	}
	_, hi := f.GroupsOf(c.sentence)
	for g := hi - 1; g >= 0 && f.Groups[g].First > c.last; g-- {
		if grp := &f.Groups[g]; saying[grp.Lemma] && grp.Tense == clauses.PastTense && !grp.Perfect {
			return true
		}
	}
	return false
}

// allDistant tells whether every telling of encounter k but its titles is distant.
func (f *finder) allDistant(k int) bool {
	if c := f.clauses[k].cands[0]; f.trips.groups[c.sentence] >= 0 { // "after meeting X, Y left for Oslo"
		if grp := &f.Groups[f.trips.groups[c.sentence]]; leaving[grp.Lemma] && grp.Sentence == c.sentence && grp.First > c.first {
			return true
		}
	}
	for _, c := range f.clauses[k].cands {
		if !c.heading && !f.distant(c) {
			return false
		}
	}
	return f.distant(f.clauses[k].cands[0])
}

// leadDate gives the date of the words that report the encounter: "said on
// Wednesday while talking to X", in the sentence itself or the one before.
func (f *finder) leadDate(k int) int {
	if f.list[k].Status != "held" {
		return -1
	}
	for _, c := range f.clauses[k].cands {
		if c.heading {
			continue
		}
		for s := c.sentence; s >= max(0, c.sentence-1); s-- {
			if m := f.saidOn(s); m >= 0 {
				return m
			}
		}
	}
	return -1
}

// saidOn gives the date beside a verb of speech in sentence s, or -1.
func (f *finder) saidOn(s int) int {
	if f.Heading[s] || f.Paragraphs[f.Sentences[s].Paragraph].Kind != 0 {
		return -1
	}
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if !grp.Finite() || !saying[grp.Lemma] {
			continue
		}
		for _, i := range []int{grp.Last, grp.Last + 1, grp.First - 1} {
			if m, at, _ := f.MentionAt(i); m != nil && m.Kind == clauses.Date && len(f.Dates[m.Ref].Value) == 10 {
				return f.Words[at].Mention
			}
		}
	}
	return -1
}

func (f *finder) setDate(e *Encounter, m int, rule string) {
	span := f.Mentions[m].Span
	e.Date = Piece{Value: f.Dates[f.Mentions[m].Ref].Value, Span: span, Rule: rule}
	e.DateBasis = "relative"
	for _, w := range fields(f.Quote(span)) {
		if strings.ContainsAny(w, "0123456789") || months[w] {
			e.DateBasis = "stated"
		}
	}
}

var months = set("january february march april may june july august september october november december",
	"jan feb mar apr jun jul aug sep sept oct nov dec")
