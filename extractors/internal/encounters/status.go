package encounters

import (
	"readout/extractors/internal/clauses"
	"readout/pipeline/record"
)

// keep rejects candidates that are denied or only wished for and sets the status.
func (f *finder) keep(c *cand) []*cand {
	f.extras(c)
	if f.deniedReport(c) {
		f.drop(c.rule, f.Span(c.first, c.last), "a report of the encounter is denied")
		return nil
	}
	if c.group < 0 && c.status == "" && f.partOfPlan(c) {
		c.status = "planned"
	}
	if c.group >= 0 && !(c.status == "planned" && f.Groups[c.group].Tense == clauses.Infinitive && f.Groups[c.group].First > c.noun) {
		st, why := f.statusOf(c)
		if st == "" {
			f.drop(c.rule, f.Span(c.first, c.last), why)
			return nil
		}
		c.status = st
		if st == "cancelled" {
			return f.putOff(c)
		}
	}
	return []*cand{c}
}

// partOfPlan tells whether the noun of an encounter hangs with "with" or
// "including" on what is to be: "is expected to lead the team, with talks in Oslo".
func (f *finder) partOfPlan(c *cand) bool {
	if c.noun < 0 || !f.Is(f.nounStart(c.noun)-1, "with", "including") {
		return false
	}
	lo, hi := f.GroupsOf(c.sentence)
	for g := hi - 1; g >= lo; g-- {
		grp := &f.Groups[g]
		if grp.First >= c.noun {
			continue
		}
		if grp.Finite() {
			return grp.Tense == clauses.FutureTense || grp.Tense == clauses.PresentTense && grp.Passive && promised[grp.Lemma]
		}
		if grp.Tense != clauses.Infinitive {
			return false
		}
	}
	return false
}

// denying are verbs of denial.
var denying = set("deny dismiss refute reject rebut")

// deniedReport tells "dismissed a report that X had met Y".
func (f *finder) deniedReport(c *cand) bool {
	lo, hi := f.GroupsOf(c.sentence)
	for g := lo; g < hi && f.Groups[g].Last <= c.first; g++ {
		if !denying[f.Groups[g].Lemma] && f.W(f.Groups[g].Head).Low != "denied" {
			continue
		}
		if c.group >= 0 && f.Groups[g].Last >= f.Groups[c.group].First-1 && f.Groups[c.group].Tense == clauses.Gerund {
			return true // "denied having met"
		}
		for i := f.Groups[g].Last; i < c.first; i++ {
			if f.W(i).Mention < 0 && f.Is(i, "report", "reports", "rumours", "rumors", "claim", "claims", "speculation", "allegations", "suggestions") {
				return true
			}
		}
	}
	return false
}

// putOff gives what is called off and, where the text tells the new day
// ("postponed to 20 May", "will now take place on 20 May"), what is planned instead.
func (f *finder) putOff(c *cand) []*cand {
	m := f.newDay(&f.Groups[c.group])
	if m < 0 {
		return []*cand{c}
	}
	c.notDay = m + 1
	if c.heading || len(f.Dates[f.Mentions[m].Ref].Value) < 10 { // "to next month" is no new day
		return []*cand{c}
	}
	n := *c
	n.status, n.day, n.notDay, n.apart = "planned", m+1, 0, true
	return []*cand{c, &n}
}

// newDay gives the date after "to", "till" or "until" behind a verb of putting
// off, -1 for none.
func (f *finder) newDay(grp *clauses.Group) int {
	switch grp.Lemma {
	case "postpone", "put", "defer", "move", "push", "shift", "reschedule", "adjourn":
	default:
		return -1
	}
	for i := grp.Last; i < grp.Last+5; i++ {
		if !f.Is(i, "to", "till", "until", "for") || f.W(i).Mention >= 0 {
			continue
		}
		if m, at, _ := f.MentionAt(i + 1); m != nil && m.Kind == clauses.Date {
			return f.Words[at].Mention
		}
	}
	return -1
}

// extras adds those whom the clause names behind the trigger: "under the
// chairmanship of X", "with the participation of Y".
func (f *finder) extras(c *cand) {
	if c.heading || len(c.sides) == 0 {
		return
	}
	end := f.clauseEnd(c)
	for i := max(c.last, c.listed); i < end; i++ {
		j, n := f.connectorAt(i, end)
		if n == 0 || j != with && j != lead || n == 1 {
			continue
		}
		ps, _, _ := f.read(i+n, end, "participant-with", c.sentence)
		if len(c.sides[0]) == 0 {
			c.sides = append([][]Party{ps}, c.sides[1:]...)
			return
		}
		c.sides[0] = append([]Party(nil), c.sides[0]...)
		for _, p := range ps {
			if p.Kind != CountryParty && !hasParty(c.parties(), p) {
				c.sides[0] = append(c.sides[0], p)
			}
		}
		i += n
	}
}

// statusOf gives held, planned or cancelled; "" and the reason where the
// encounter is denied or only wished for.
func (f *finder) statusOf(c *cand) (status, why string) {
	g := f.toBe(c)
	grp := &f.Groups[g]
	lo, _ := f.GroupsOf(grp.Sentence)
	for g > lo && grp.Finite() && grp.Tense == clauses.PresentTense && grp.First == grp.Head && f.W(grp.Head).Form&clauses.Base != 0 && f.afterConjunction(grp.First) {
		g-- // "will visit X and hold talks with Y"
		grp = &f.Groups[g]
	}
	if grp.Negated {
		if c.noun >= 0 && f.takesPlace(g) && (grp.Tense == clauses.FutureTense || happening[grp.Lemma]) {
			return "cancelled", ""
		}
		return "", "the encounter is denied"
	}
	if c.noun >= 0 && grp.Lemma == "be" && f.Is(grp.Last, "possible", "conceivable", "unlikely", "impossible", "unthinkable", "premature") {
		return "", "the encounter is only possible"
	}
	status = "held"
	if st := f.arranged(c, grp); st != "" {
		return st, ""
	}
	switch grp.Tense {
	case clauses.FutureTense:
		status = "planned"
	case clauses.Infinitive:
		status, why = f.infinitive(c, g, lo)
	case clauses.Gerund:
		if status, why = f.gerundStatus(c, g, lo); status == "" {
			return "", why
		}
	}
	if status == "planned" && f.offLater(grp) {
		return "cancelled", ""
	}
	if status == "held" && grp.Tense == clauses.PresentTense && !grp.Perfect && !c.heading && (c.noun < 0 && f.notBefore(c) || grp.Lemma == "include") && grp.Modal == "" && f.W(grp.Head).Form&clauses.Ing == 0 {
		status = "planned" // "the council meets on 19 April"
	}
	switch grp.Modal {
	case "would":
		if status == "planned" && f.iffy(grp.Sentence) {
			return "", "the encounter is conditional"
		}
	case "should", "could", "can", "must", "may", "might":
		if c.kind == "visit" || grp.Modal != "might" && grp.Modal != "may" {
			return "", "the encounter is only possible"
		}
		status = "planned"
	}
	return status, why
}

// toBe gives the verb group that tells what becomes of the encounter which is
// its subject: the infinitive of "had to be postponed", else its own.
func (f *finder) toBe(c *cand) int {
	g := c.group
	if _, hi := f.GroupsOf(c.sentence); c.noun >= 0 && c.noun < f.Groups[g].First && f.Groups[g].Lemma == "have" && g+1 < hi {
		if next := &f.Groups[g+1]; next.Tense == clauses.Infinitive && next.Passive && next.First == f.Groups[g].Last && f.calledOff(next) {
			return g + 1
		}
	}
	return g
}

// calledOff tells whether a verb group tells that something will not be.
func (f *finder) calledOff(grp *clauses.Group) bool {
	switch grp.Lemma {
	case "cancel", "postpone", "defer", "scrap", "shelve":
		return true
	case "call", "put":
		return f.Is(grp.Last, "off")
	}
	return false
}

// afterConjunction tells whether "and", past adverbs, stands before token i.
func (f *finder) afterConjunction(i int) bool {
	for i--; f.W(i).Class == clauses.Adv; i-- {
	}
	return f.W(i).Class == clauses.Conj
}

// gerundStatus gives the status of "meeting X" from the verb right before it.
func (f *finder) gerundStatus(c *cand, g, lo int) (status, why string) {
	p := g - 1
	if p < lo {
		return "held", ""
	}
	gov, first := &f.Groups[p], f.Groups[g].First
	switch {
	case gov.Lemma == "look" && f.Is(gov.Last, "forward") && gov.Tense == clauses.PresentTense:
		if f.dayKnown(c) {
			return "planned", "" // "looks forward to welcoming X on 7 February"
		}
		return "", "the encounter is only wished for"
	case gov.Last != first-1 && gov.Last != first:
	case hoped[gov.Lemma]:
		return "", "the encounter is only wished for"
	case gov.Tense == clauses.FutureTense:
		return "planned", ""
	}
	return "held", ""
}

// happening are verbs of which an encounter is the subject.
var happening = set("take materialise materialize happen occur go proceed")

// wishes are nouns before an infinitive that make it a wish.
var wishes = set("readiness desire willingness invitation proposal hope wish need interest request eagerness offer failure refusal inability ability")

// gladToDo tells adjectives of wish and readiness.
func (f *finder) gladToDo(i int) bool {
	for f.W(i).Class == clauses.Adv {
		i++
	}
	return f.Is(i, "pleased", "happy", "glad", "ready", "willing", "honoured", "honored", "delighted", "prepared", "eager", "keen", "able", "unable")
}

// pleasure tells whether words of pleasure stand in tokens [first, last).
func (f *finder) pleasure(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "pleasure", "honour", "honor", "privilege", "good", "great", "nice", "wonderful", "delight") {
			return true
		}
	}
	return false
}

// arranged gives planned or cancelled where the verb itself says so: "is
// planned", "has been called off", "postponed his visit"; "" else.
func (f *finder) arranged(c *cand, grp *clauses.Group) string {
	switch grp.Lemma {
	case "cancel", "postpone", "defer", "suspend", "scrap", "shelve", "reschedule":
		return "cancelled"
	case "push", "shift", "move":
		if f.newDay(grp) >= 0 && c.noun >= 0 {
			return "cancelled"
		}
	case "call", "put":
		if f.Is(grp.Last, "off") && (grp.Lemma == "call" || c.noun >= 0) {
			return "cancelled"
		}
	case "set", "fix", "confirm", "plan", "schedule", "expect", "foresee", "envisage", "slate", "arrange", "anticipate", "suppose":
		if c.noun >= 0 && c.pointer && grp.Passive && f.W(grp.First).Low == "had" {
			return "cancelled" // "the meeting had been scheduled for Friday"
		}
		if c.noun >= 0 && (grp.Passive || grp.Lemma == "plan" || grp.Lemma == "schedule" || grp.Lemma == "arrange") {
			if f.offLater(grp) {
				return "cancelled"
			}
			return "planned"
		}
	case "be":
		if c.noun >= 0 && f.Is(grp.Last, "off") {
			return "cancelled"
		}
		if c.noun >= 0 && f.Is(grp.Last, "on") && (f.programme(grp.Last + 1)) {
			return "planned"
		}
		if c.noun >= 0 && (f.W(grp.Last).Class == clauses.To || f.Is(grp.Last, "still") && f.W(grp.Last+1).Class == clauses.To || f.Is(grp.Last, "due", "likely", "underway")) {
			if f.offLater(grp) {
				return "cancelled"
			}
			return "planned"
		}
	}
	return ""
}

// programme tells whether "her programme", "the agenda" stands at token i.
func (f *finder) programme(i int) bool {
	return f.Is(i, "programme", "program", "agenda", "schedule", "cards") || f.Is(i+1, "programme", "program", "agenda", "schedule", "cards")
}

// offLater tells whether a later verb of the sentence calls off what was planned.
func (f *finder) offLater(grp *clauses.Group) bool {
	_, hi := f.GroupsOf(grp.Sentence)
	for g := hi - 1; g >= 0 && f.Groups[g].First > grp.First; g-- {
		later := &f.Groups[g]
		if f.calledOff(later) || later.Negated && happening[later.Lemma] && (later.Tense == clauses.FutureTense || later.Lemma == "take") {
			return true // "was due on Friday but will not take place"
		}
	}
	return false
}

// notBefore tells whether the candidate's clause names a day not before publication.
func (f *finder) notBefore(c *cand) bool {
	first, _, ok := record.Days(f.dateOf(c))
	return ok && len(f.Published) >= 10 && first >= f.Published[:10]
}

// dayKnown tells whether the candidate's clause names its day.
func (f *finder) dayKnown(c *cand) bool { return len(f.dateOf(c)) == 10 }

func (f *finder) iffy(s int) bool {
	sent := f.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if f.Is(i, "if", "unless") {
			return true
		}
	}
	return false
}

// nounBefore gives the status of infinitive group g where the words between
// group p and it decide: "accepted the invitation to visit", "the first to
// visit", "expressed readiness to meet".
func (f *finder) nounBefore(p, g int) (status, why string, ok bool) {
	first := f.Groups[g].First
	for k := first - 1; k > f.Groups[p].Last; k-- {
		if f.Is(k, "first", "last", "only", "final", "latest", "second", "third") && f.Is(k-1, "the") && f.W(k).Mention < 0 {
			return "", "the words tell who did so, not that it was done", true
		}
	}
	if f.Groups[p].Lemma == "accept" {
		return "planned", "", true
	}
	for k := first - 1; k > f.Groups[p].Last && k > first-7; k-- {
		if wishes[f.W(k).Low] && f.W(k).Mention < 0 {
			return "", "the encounter is only wished for", true
		}
	}
	return "", "", false
}

// purpose tells whether the subject of group g is an aim: "the purpose of her
// visit is to meet all parties".
func (f *finder) purpose(g int) bool {
	r, _ := f.Subject(g)
	for i := r.First; i < min(r.Last, r.First+3); i++ {
		if f.W(i).Mention < 0 && f.Is(i, "purpose", "aim", "objective", "goal", "intention", "task", "idea", "priority", "mandate") {
			return true
		}
	}
	return false
}

// infinitive gives the status of "to meet" from the verb it hangs on.
func (f *finder) infinitive(c *cand, g, lo int) (string, string) {
	if c.heading && g == lo {
		return "planned", ""
	}
	p := -1
	for k := g - 1; k >= lo; k-- {
		if f.Groups[k].Tense != clauses.PastParticiple {
			p = k
			break
		}
	}
	if p < 0 {
		return "planned", ""
	}
	if st, why, ok := f.nounBefore(p, g); ok {
		return st, why
	}
	gov := &f.Groups[p]
	if gov.Lemma == "be" && f.purpose(p) {
		return "", "the encounter is only aimed at"
	}
	if gov.Tense == clauses.Infinitive && p > lo { // "would be unable to travel to meet"
		if st, why := f.infinitive(c, p, lo); st == "" {
			return st, why
		}
	}
	if gov.Negated {
		return "", "the encounter is denied"
	}
	if gov.Perfect && f.W(gov.First).Low == "had" && (gov.Lemma == "be" && f.Is(gov.Last, "due", "set", "scheduled", "supposed", "expected") || (gov.Passive && promised[gov.Lemma] || gov.Lemma == "plan" || gov.Lemma == "intend")) || gov.Lemma == "be" && gov.Tense == clauses.PastTense && f.Groups[g].Perfect {
		return "cancelled", "" // "had been due to meet", "was to have met"
	}
	switch {
	case gov.Lemma == "be" && f.Is(gov.Last, "unable") || gov.Lemma == "fail" || gov.Lemma == "refuse" || gov.Lemma == "decline":
		return "", "the encounter is denied"
	case promised[gov.Lemma] || gov.Lemma == "suppose" && gov.Passive || f.Is(gov.Last, "due", "scheduled", "likely", "set", "slated", "supposed", "ready", "expected"):
		return "planned", ""
	case gov.Lemma == "be" && gov.Tense == clauses.PastTense && f.pleasure(gov.Last, f.Groups[g].First):
		return "held", "" // "it was a pleasure to meet X"
	case gov.Lemma == "be" && f.gladToDo(gov.Last):
		return "", "the encounter is only wished for"
	case gov.Lemma == "be" || gov.Lemma == "go" && f.W(gov.Head).Form&clauses.Ing != 0:
		return "planned", "" // "is to meet", "was going to meet"
	case hoped[gov.Lemma] && !(gov.Lemma == "call" && f.Is(gov.Last, "in")):
		return "", "the encounter is only wished for"
	case gov.Tense == clauses.FutureTense || gov.Tense == clauses.Infinitive:
		return "planned", ""
	}
	if gov.Lemma == "call" && f.Is(gov.Last, "in") {
		return "held", ""
	}
	if gov.Lemma == "have" || gov.Lemma == "go" || gov.Lemma == "use" || gov.Lemma == "take" || gov.Lemma == "continue" || gov.Lemma == "proceed" {
		return "held", ""
	}
	if gov.Tense == clauses.PresentTense {
		return "planned", ""
	}
	return "held", "" // purpose: "travelled to Vienna to meet"
}
