package encounters

import (
	"readout/extractors/internal/clauses"
)

// phrases gives the candidates of verbs that tell of an encounter only with a
// certain object or complement.
func (f *finder) phrases(g int) []*cand {
	grp := &f.Groups[g]
	limit := f.Sentences[grp.Sentence].Last
	switch grp.Lemma {
	case "be":
		if cs := f.lastToBeReceived(g, limit); len(cs) > 0 {
			return cs
		}
		if cs := f.theirHost(g, limit); len(cs) > 0 {
			return cs
		}
		return f.beGuest(g, limit)
	case "have":
		return f.hadGuest(g, limit)
	case "take", "bid", "say":
		if cs := f.bodySits(g, limit); len(cs) > 0 {
			return cs
		}
		return f.farewell(g, limit)
	case "hold", "schedule", "set", "slate", "plan", "fix":
		return f.bodySits(g, limit)
	case "extend", "give", "offer":
		return f.welcomeTo(g, limit)
	case "shake":
		if f.Is(grp.Last, "hands") && f.Is(grp.Last+1, "with") && f.meetable(grp.Last+2, limit) {
			return f.build(f.newCand(g, "met-with", "meeting", "in_person"), f.subjectOf(g), grp.Last+2, limit, false)
		}
		return nil
	case "join":
		return f.joined(g, limit)
	case "bring":
		if f.Is(grp.Last, "together") && f.meetable(grp.Last+1, limit) && !f.thisEvent(g) {
			return f.build(f.newCand(g, "convened", "meeting", ""), f.subjectOf(g), grp.Last+1, limit, false)
		}
		return nil
	case "engage":
		return f.engaged(g, limit)
	case "sign", "initial":
		return f.signing(g, limit)
	case "hear":
		return f.heardFrom(g, limit)
	case "discuss", "review", "explore", "debate", "examine", "consider", "exchange", "go", "raise", "agree", "compare":
		return f.discussedWith(g, limit)
	case "present", "receive", "accept", "hand", "submit":
		return f.credentials(g, limit)
	}
	return nil
}

// beforeBody: "will brief the Security Council", "is due to address the
// parliament", "will appear before the committee": a session to come.
func (f *finder) beforeBody(g int) []*cand {
	grp := &f.Groups[g]
	i := grp.Last
	switch grp.Lemma {
	case "brief", "address", "attend":
	case "appear", "testify", "speak":
		if !f.Is(i, "before", "at", "in") {
			return nil
		}
		i++
	default:
		return nil
	}
	if grp.Passive || grp.Tense != clauses.FutureTense && grp.Tense != clauses.Infinitive {
		return nil
	}
	at := f.bodyNext(i)
	if at < 0 || !f.deliberates(at) {
		return nil
	}
	m, _, end := f.MentionAt(at)
	subj := onlyPersons(f.subjectOf(g))
	if len(subj) == 0 {
		return nil
	}
	c := f.newCand(g, "held-talks", "session", "in_person")
	c.last = end
	c.sides = [][]Party{subj, {{Kind: BodyParty, Ref: m.Ref, Span: m.Span, Rule: "participant-object"}}}
	return f.keep(c)
}

// deliberates tells whether the body at token i is one that sits in session.
func (f *finder) deliberates(i int) bool {
	m, _, _ := f.MentionAt(i)
	for _, w := range fields(f.Bodies[m.Ref].Name) {
		switch w {
		case "council", "assembly", "parliament", "committee", "commission", "congress", "senate", "chamber", "summit":
			return true
		}
	}
	return false
}

// discussedWith: "discussed with X", "exchanged views with X", "With X he went
// over", "was discussed by the committees at a conference".
func (f *finder) discussedWith(g, limit int) []*cand {
	grp := &f.Groups[g]
	if !grp.Finite() || grp.Negated {
		return nil
	}
	c := f.newCand(g, "discussed-with", "meeting", "")
	if grp.Passive {
		at := f.seek(grp.Last, limit, false, "by")
		if at < 0 || grp.Lemma == "agree" {
			return nil
		}
		ps, end, _ := f.read(at, limit, "participant-subject", grp.Sentence)
		if is, _ := f.eventIn(end, limit); !is && !f.eventBetween(at, limit) || len(ps) == 0 || len(ps) == 1 && ps[0].Kind == PersonParty {
			return nil
		}
		c.sides = [][]Party{ps}
		return f.keep(c)
	}
	first := f.Sentences[grp.Sentence].First
	if f.Is(first, "with") && grp.First > first {
		segs := f.absorb(f.reader.list(first+1, grp.First).segs)
		if len(segs) > 1 && segs[0].kind != nothing && segs[0].kind != pointer {
			c.first = first
			subj := f.partyOf(&segs[len(segs)-1], "participant-subject", c.sentence)
			return f.split(c, subj, segs[:len(segs)-1], grp.Last)
		}
	}
	if grp.Lemma == "exchange" && !(f.Is(grp.Last, "with") && f.meetable(grp.Last+1, limit)) && !f.talkOf(grp.Last, "views", "opinions", "ideas", "notes", "experience", "experiences", "information") || grp.Lemma == "compare" && !f.Is(grp.Last, "notes") {
		return nil
	}
	subj := f.subjectOf(g)
	if at := f.withHuman(grp.Last, limit); at >= 0 && grp.Lemma != "go" && grp.Lemma != "agree" {
		return f.build(c, subj, at, limit, false)
	}
	if people := onlyPersons(subj); len(people) > 1 && (grp.Lemma != "agree" || len(f.list) == 0) && grp.Lemma != "consider" && grp.Lemma != "raise" {
		c.sides = [][]Party{people[:1], people[1:]} // "X and Y discussed trade"
		r, _ := f.Subject(g)
		c.pair = len(f.personsIn(r.First, r.Last)) < 2
		c.to = c.last // what follows is what they spoke of, with its own days and people
		return f.keep(c)
	}
	return nil
}

// wereJoined: "X and Y were joined by Z to discuss trade".
func (f *finder) wereJoined(g, limit int) []*cand {
	at := f.seek(f.Groups[g].Last, limit, false, "by")
	if at < 0 {
		return nil
	}
	subj := f.subjectOf(g)
	for _, e := range f.list {
		for _, p := range subj {
			if f.present(e, p) {
				return nil // who joins an encounter told before
			}
		}
	}
	purpose := false
	for i := at; i < limit; i++ {
		if n := f.groupAtToken(i); n >= 0 && f.Groups[n].Tense == clauses.Infinitive && (saying[f.Groups[n].Lemma] || f.Groups[n].Lemma == "discuss") {
			purpose = true
		}
		if _, ok := encounterNouns[f.W(i).Low]; ok && f.Is(i-1, "a", "roundtable", "virtual") {
			purpose = true
		}
	}
	if !purpose {
		return nil
	}
	return f.build(f.newCand(g, "held-talks", "meeting", ""), subj, at, limit, false)
}

// talkOf tells whether one of the words stands at token i, past adjectives.
func (f *finder) talkOf(i int, words ...string) bool {
	return f.Is(i, words...) || f.W(i).Class == clauses.Noun && f.Is(i+1, words...)
}

// withReach is how many tokens of subjects may stand before "with".
const withReach = 60

// delegation tells a group that travels as one.
func (f *finder) delegation(s *seg) bool {
	return f.Is(s.head, "delegation", "mission", "team", "group", "counterpart", "counterparts")
}

// withHuman gives the token after a "with" behind token i that people follow:
// "discussed the crisis with Foreign Minister X"; -1 for none.
func (f *finder) withHuman(i, limit int) int {
	comma := false // a list of subjects stands before
	for k := i; k < min(limit, i+withReach); k++ {
		w := f.W(k)
		if w.Mention >= 0 {
			continue
		}
		if w.Class == clauses.Comma {
			comma = true
			continue
		}
		if w.Low == "with" && !(comma && f.Is(k-1, "along", "together")) {
			segs := f.absorb(f.reader.list(k+1, limit).segs)
			if comma && len(segs) > 0 && segs[0].kind == group && !f.delegation(&segs[0]) {
				continue
			}
			if len(segs) > 0 && (segs[0].kind == person || segs[0].kind == official || segs[0].kind == group && !segs[0].posts) {
				return k + 1
			}
			if k > i {
				continue
			}
			return -1
		}
		if w.Class == clauses.Stop && len(w.Low) == 1 || w.Class == clauses.Sub || w.Class == clauses.Rel || w.Class == clauses.Quote {
			return -1
		}
		if g := f.groupAtToken(k); g >= 0 && (comma || f.Groups[g].Tense != clauses.PastParticiple) {
			return -1
		}
	}
	return -1
}

// farewell: "took leave of X", "bade farewell to X", "said goodbye to X".
func (f *finder) farewell(g, limit int) []*cand {
	grp := &f.Groups[g]
	i := grp.Last
	switch {
	case f.Is(i, "leave") && f.Is(i+1, "of") && grp.Lemma == "take":
		i += 2
	case f.Is(i, "farewell", "goodbye", "good-bye") && f.Is(i+1, "to"):
		i += 2
	default:
		return nil
	}
	if !f.meetable(i, limit) {
		return nil
	}
	return f.build(f.newCand(g, "met-with", "meeting", ""), f.subjectOf(g), i, limit, false)
}

// joined: "joined X for a working lunch".
func (f *finder) joined(g, limit int) []*cand {
	grp := &f.Groups[g]
	if grp.Passive {
		return f.wereJoined(g, limit)
	}
	if !f.meetable(grp.Last, limit) {
		return nil
	}
	for i := grp.Last; i < limit; i++ {
		if f.Is(i, "for", "at", "in", "during") && f.W(i).Mention < 0 && f.groupAtToken(i+1) < 0 {
			for k := i; k < i+7 && k < limit; k++ {
				if n, ok := encounterNouns[f.W(k).Low]; ok {
					c := f.newCand(g, "held-talks", n.kind, n.mode)
					return f.build(c, f.subjectOf(g), grp.Last, limit, false)
				}
			}
		}
	}
	return nil
}

// welcomeTo: "extended a warm welcome to X".
func (f *finder) welcomeTo(g, limit int) []*cand {
	grp := &f.Groups[g]
	for i := grp.Last; i < min(limit, grp.Last+4); i++ {
		if f.Is(i, "welcome") && f.Is(i+1, "to") && f.W(i).Mention < 0 && f.receivable(i+2, limit) {
			return f.build(f.newCand(g, "received", "meeting", "in_person"), f.subjectOf(g), i+2, limit, false)
		}
	}
	return nil
}

// documents are what two sides sign.
var documents = set("agreement agreements memorandum memoranda mou mous protocol protocols accord accords treaty roadmap declaration",
	"convention contract pact arrangement communiqué document documents plan")

// signing: several people sign what binds both sides.
func (f *finder) signing(g, limit int) []*cand {
	grp := &f.Groups[g]
	what, behind := false, grp.Last
	for i := grp.Last; i < limit && i < grp.Last+8; i++ {
		what = what || documents[f.W(i).Low]
		if what && (documents[f.W(i).Low] || f.Is(i, "understanding")) {
			behind = i + 1
		}
	}
	if !what || grp.Passive || !grp.Finite() {
		return nil
	}
	subj := f.subjectOf(g)
	people := 0
	for _, p := range subj {
		if p.Kind == PersonParty {
			people++
		}
	}
	if at := f.withHuman(behind, limit); at >= 0 && people == 1 && len(subj) == 1 {
		return f.build(f.newCand(g, "signed", "ceremony", ""), subj, at, limit, false)
	}
	if people < 2 {
		f.drop("signed", f.Span(grp.First, grp.Last), "one signs alone")
		return nil
	}
	c := f.newCand(g, "signed", "ceremony", "")
	c.sides = [][]Party{subj[:1], subj[1:]}
	return f.keep(c)
}

// heardFrom: "heard from X about Y".
func (f *finder) heardFrom(g, limit int) []*cand {
	grp := &f.Groups[g]
	if !f.Is(grp.Last, "from") || grp.Tense != clauses.PastTense {
		return nil
	}
	l := f.reader.list(grp.Last+1, limit)
	segs := f.absorb(l.segs)
	if len(segs) != 1 || segs[0].kind != person || !f.Is(segs[0].last, "about") && !f.Is(l.end, "about") && !f.aboutAfter(&segs[0]) {
		return nil
	}
	return f.split(f.newCand(g, "discussed-with", "meeting", ""), f.subjectOf(g), segs, l.end)
}

func (f *finder) aboutAfter(s *seg) bool {
	_, _, end := f.MentionAt(s.head)
	return f.Is(end, "about")
}

func (f *finder) eventBetween(first, last int) bool {
	is, _ := f.eventIn(first, last)
	return is
}

// beGuest: "was the guest of X", "was host to X".
func (f *finder) beGuest(g, limit int) []*cand {
	grp := &f.Groups[g]
	i := grp.Last
	for f.W(i).Class == clauses.Det || f.W(i).Class == clauses.Adv {
		i++
	}
	if cs := f.guestOfHonour(g, i, limit); len(cs) > 0 {
		return cs
	}
	if !(f.Is(i, "guest", "guests") && f.Is(i+1, "of") || f.Is(i, "host") && f.Is(i+1, "to")) {
		return nil
	}
	if !f.meetable(i+2, limit) {
		return nil
	}
	c := f.newCand(g, "guest-of", "meeting", "in_person")
	return f.build(c, f.subjectOf(g), i+2, limit, false)
}

// theirHost: "was their host at lunch".
func (f *finder) theirHost(g, limit int) []*cand {
	grp := &f.Groups[g]
	i := grp.Last
	if f.W(i).Class != clauses.Poss || f.W(i).Low == "'s" || !f.Is(i+1, "host", "guest") {
		return nil
	}
	subj := f.subjectOf(g)
	f.exclude = subj
	other := f.before(grp.Sentence, i, f.W(i).Low)
	f.exclude = nil
	if len(subj) == 0 || len(other) == 0 {
		return nil
	}
	c := f.newCand(g, "guest-of", "meeting", "in_person")
	c.last = i + 2
	c.sides = [][]Party{subj, withRule(other, "participant-object")}
	return f.keep(c)
}

// hadGuest: "had the Consul-General, X, at his office", "had X as his guest".
func (f *finder) hadGuest(g, limit int) []*cand {
	grp := &f.Groups[g]
	if grp.Last > grp.First && f.W(grp.Last-1).Class == clauses.Verb || !f.meetable(grp.Last, limit) {
		return nil
	}
	l := f.reader.list(grp.Last, limit)
	for i := grp.Last + 1; i < l.end; i++ {
		if f.W(i).Mention < 0 && (f.Is(i, "at", "in") && f.W(i+1).Class == clauses.Poss && f.Is(i+2, "office", "residence", "chambers", "palace") || f.Is(i, "as") && (f.Is(i+1, "guest", "guests") || f.Is(i+2, "guest", "guests"))) {
			return f.build(f.newCand(g, "guest-of", "meeting", "in_person"), f.subjectOf(g), grp.Last, limit, false)
		}
	}
	return nil
}

// phoneWords tells whether words of a telephone stand in tokens [first, last).
func (f *finder) phoneWords(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "phone", "telephone", "telephonically", "telephonic", "telephoned", "telephone-call") && !f.W(i).Upper {
			return true
		}
	}
	return false
}

// byPhone tells whether "by telephone", "over the phone" stands in tokens [first, last).
func (f *finder) byPhone(first, last int) bool {
	for i := first; i < last; i++ {
		if f.Is(i, "phone", "telephone") && (f.Is(i-1, "by", "via", "over", "on") || f.Is(i-1, "the") && f.Is(i-2, "by", "via", "over", "on")) && f.W(i+1).Class != clauses.Noun {
			return true
		}
	}
	return false
}

// onlineWords tells whether words of a video link stand in tokens [first, last).
func (f *finder) onlineWords(first, last int) (int, bool) {
	for i := first; i < last; i++ {
		if f.W(i).Mention >= 0 {
			continue
		}
		switch f.W(i).Low {
		case "virtual", "virtually", "online", "videoconference", "videoconferencing", "video-conference", "teleconference",
			"video-link", "zoom", "webex", "videolink", "remotely", "videoconferences", "on-line", "webinar":
			return i, true
		case "video":
			if f.Is(i+1, "conference", "link", "call", "conferencing", "teleconference", "meeting") {
				return i, true
			}
		}
	}
	return -1, false
}
