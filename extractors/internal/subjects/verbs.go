package subjects

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// object takes the noun phrases that follow a verb at token i.
func (f *finder) object(i, limit int, rule string) {
	if g := f.groupAt(i); rule != "discussed" || g < 0 || f.Groups[g].Tense != clauses.Gerund {
		i = f.toObject(i, limit)
	}
	if i < 0 {
		return
	}
	f.phrases(i, limit, rule)
}

// clause takes the subject of a clause after "emphasized that": a thing, no party.
func (f *finder) clause(i, limit int) {
	if i >= len(f.Tokens) {
		return // the text ends in "stressed that"
	}
	lo, hi := f.GroupsOf(f.Tokens[i].Sentence)
	for g := lo; g < hi; g++ {
		grp := &f.Groups[g]
		if grp.First <= i || !grp.Finite() {
			continue
		}
		if m, _, end := f.MentionAt(i); m != nil && end >= grp.First || f.W(i).Class == clauses.Pron || f.party(i, grp.First) {
			return
		}
		f.phrases(i, grp.First, "stressed")
		return
	}
}

// party tells whether tokens [i, end) begin with a person, a body or a country.
func (f *finder) party(i, end int) bool {
	for f.W(i).Class == clauses.Det && i < end {
		i++
	}
	m, _, last := f.MentionAt(i)
	return m != nil && last >= end || f.Is(i, "sides", "two", "countries", "parties", "president", "minister", "speaker", "ambassador", "government")
}

// toObject gives the token where the object begins: past adverbs, "with X" and
// dates, and past verbs that only lead on ("continue working to end the war").
func (f *finder) toObject(i, limit int) int {
	for hops := 0; i < limit && hops < 12; hops++ {
		w := f.W(i)
		if m, _, end := f.MentionAt(i); m != nil && m.Kind == clauses.Date {
			i = end
			continue
		}
		switch w.Class {
		case clauses.Adv:
			i++
			continue
		case clauses.Prep:
			if w.Low == "with" || w.Low == "in" || w.Low == "at" || w.Low == "on" && f.dateNext(i+1) || w.Low == "during" {
				next := f.pastPhrase(i+1, limit)
				if next < 0 {
					return -1
				}
				i = next
				continue
			}
			return -1
		case clauses.Sub, clauses.Rel, clauses.Stop, clauses.Comma, clauses.Conj, clauses.Pron, clauses.Quote:
			if w.Mention < 0 {
				return -1
			}
		}
		if g := f.groupAt(i); g >= 0 {
			if f.Groups[g].Finite() || f.Groups[g].Passive {
				return -1
			}
			i = f.Groups[g].Last
			continue
		}
		return i
	}
	return -1
}

func (f *finder) dateNext(i int) bool {
	if dayWords[f.W(i).Low] {
		return true
	}
	m, _, _ := f.MentionAt(i)
	return m != nil && m.Kind == clauses.Date
}

// dayWords begin a date even where the page does not tell which.
var dayWords = set("monday tuesday wednesday thursday friday saturday sunday january february march april june july august",
	"september october november december today yesterday tomorrow")

// pastPhrase gives the token after the noun phrase at i, where another begins
// right behind it ("discussed with the guests the drought"); -1 else.
func (f *finder) pastPhrase(i, limit int) int {
	k := i
	for k < limit {
		w := f.W(k)
		if k > i && w.Mention < 0 && (w.Class == clauses.Det || w.Class == clauses.Poss && w.Low != "'s") && f.W(k-1).Class != clauses.Prep {
			return k
		}
		if w.Mention < 0 && (w.Class == clauses.Stop && len(w.Low) == 1 || w.Class == clauses.Sub || w.Class == clauses.To || w.Class == clauses.Rel) {
			return -1
		}
		if w.Class == clauses.Comma {
			return -1
		}
		k++
	}
	return -1
}

// told takes what follows a preposition after a verb and the person told.
func (f *finder) told(i, limit int, preps, rule string) bool {
	for k := i; k < limit && k < i+22; k++ {
		w := f.W(k)
		if w.Mention >= 0 {
			continue
		}
		if w.Class == clauses.Prep || w.Class == clauses.To {
			if g := f.groupAt(k); g >= 0 {
				return false
			}
			for _, p := range strings.Fields(preps) {
				if w.Low == "of" && k > i && !f.afterPerson(k) || f.Is(k+1, "phone", "telephone") || f.Is(k+2, "phone", "telephone") {
					continue
				}
				if w.Low == p && !f.dateNext(k+1) && !f.over(k) && !f.inWay(k+1) {
					f.object2(k+1, limit, rule)
					return true
				}
			}
		}
		switch w.Class {
		case clauses.Stop:
			if len(w.Low) == 1 {
				return false
			}
		case clauses.Sub, clauses.Rel, clauses.Quote:
			return false
		case clauses.Conj:
			if k == i {
				return false
			}
		}
		if g := f.groupAt(k); g >= 0 && f.Groups[g].Finite() {
			return false
		}
	}
	return false
}

// asides are nouns behind "on" that tell where, when or how people met.
var asides = set("sidelines sideline margins fringes occasion eve behalf condition phone telephone outset")

// ways are more of them, which can be subjects behind other words.
var ways = set("invitation arrival request visit trip instructions basis way initiative")

// aside tells whether such a noun, past an article, stands at token i.
func (f *finder) aside(i int) bool {
	i = f.pastArticle(i)
	return f.W(i).Mention < 0 && asides[f.W(i).Low]
}

// inWay tells whether a noun of either list, past an article, stands at token i.
func (f *finder) inWay(i int) bool {
	i = f.pastArticle(i)
	return f.W(i).Mention < 0 && (asides[f.W(i).Low] || ways[f.W(i).Low])
}

func (f *finder) pastArticle(i int) int {
	for f.W(i).Class == clauses.Det || f.W(i).Class == clauses.Poss {
		i++
	}
	return i
}

// afterPerson tells whether a person or a pronoun ends before token k.
func (f *finder) afterPerson(k int) bool {
	m, _, _ := f.MentionAt(k - 1)
	return m != nil && m.Kind == clauses.Person || f.W(k-1).Class == clauses.Pron
}

// object2 takes the phrases after a preposition: a gerund's object, or the phrase itself.
func (f *finder) object2(i, limit int, rule string) {
	if g := f.groupAt(i); g >= 0 {
		f.object(i, limit, rule)
		return
	}
	if f.Is(i, "how", "what", "whether", "why", "where") {
		return
	}
	f.phrases(i, limit, rule)
}

// given takes the complement of what a verb gives: "expressed support for X".
func (f *finder) given(i, limit int) bool {
	for k := i; k < limit && k < i+9; k++ {
		w := f.W(k)
		if w.Class == clauses.Stop || w.Class == clauses.Comma || w.Class == clauses.Sub || f.groupAt(k) >= 0 {
			break
		}
		if (lightNouns[w.Low] || encounterWords[w.Low]) && w.Mention < 0 {
			if g := f.groupAt(k + 1); g >= 0 && f.Is(k+1, "to") {
				f.object(k+1, limit, "expressed")
				return true
			}
			if f.Is(k+1, "for", "over", "about", "on", "to", "at", "in", "of", "with", "regarding", "concerning") && !f.dateNext(k+2) {
				f.object2(k+2, limit, "expressed")
				return true
			}
		}
	}
	return false
}

// exchanged: "exchanged views on X".
func (f *finder) exchanged(i, limit int) bool {
	for k := i; k < limit && k < i+24; k++ {
		if f.Is(k, "on", "about", "regarding", "concerning") && f.W(k).Mention < 0 && !f.dateNext(k+1) {
			f.phrases(k+1, limit, "discussed")
			return true
		}
		if f.W(k).Class == clauses.Stop && len(f.W(k).Low) == 1 {
			break
		}
	}
	return false
}

// passive: "X and Y were discussed", "X was raised".
func (f *finder) passive(g int) bool {
	grp := &f.Groups[g]
	if !grp.Passive {
		return false
	}
	if (grp.Lemma == "pay" || grp.Lemma == "give" || grp.Lemma == "devote") && f.subjectHas(g, attention) || grp.Lemma == "exchange" && f.subjectHas(g, opinions) {
		return f.told(grp.Last, f.Sentences[grp.Sentence].Last, "to on about regarding concerning", "talks-covered")
	}
	ok := discussing[grp.Lemma] || grp.Lemma == "mention" || grp.Lemma == "touch" || grp.Lemma == "stress" || grp.Lemma == "underscore" ||
		grp.Lemma == "emphasize" || grp.Lemma == "highlight" || grp.Lemma == "talk" || grp.Lemma == "note" || grp.Lemma == "address" || grp.Lemma == "cover" ||
		(grp.Lemma == "take" || grp.Lemma == "bring") && f.Is(grp.Last, "up") || grp.Lemma == "go" && f.Is(grp.Last, "over") || grp.Lemma == "look" && f.Is(grp.Last, "into", "at") || (grp.Lemma == "reflect" || grp.Lemma == "dwell") && f.Is(grp.Last, "on", "upon") || grp.Lemma == "reiterate"
	if !ok {
		return false
	}
	return f.subjectOf(g, "was-discussed")
}

var attention = set("attention emphasis focus consideration")

var opinions = set("views opinions ideas notes")

// subjectOf takes the subject of group g, and what stands beside it: "in
// addition to trade, the war was discussed".
func (f *finder) subjectOf(g int, rule string) bool {
	r, link := f.Subject(g)
	if link != clauses.Own || f.pronounOnly(r) {
		return false
	}
	from := f.subjectStart(r)
	if f.Is(r.First, "besides") {
		f.phrases(r.First+1, from, rule)
	} else if n := f.adds(r.First); n > 0 || f.Is(r.First, "apart", "aside") && f.Is(r.First+1, "from") {
		f.phrases(r.First+max(n, 2), from, rule)
	}
	f.phrases(from, r.Last, rule)
	return true
}

func (f *finder) pronounOnly(r clauses.Region) bool {
	return r.Last-r.First <= 1 && f.W(r.First).Class == clauses.Pron
}

// subjectStart passes over phrases that open a sentence before its subject.
func (f *finder) subjectStart(r clauses.Region) int {
	i := r.First
	for i < r.Last {
		w := f.W(i)
		if w.Class == clauses.Prep || w.Class == clauses.Adv || f.dateNext(i) {
			comma := -1
			for k := i; k < r.Last; k++ {
				if f.W(k).Class == clauses.Comma && f.W(k).Mention < 0 {
					comma = k
					break
				}
			}
			if comma < 0 {
				if w.Class == clauses.Adv {
					i++
					continue
				}
				return r.Last
			}
			i = comma + 1
			continue
		}
		if w.Class == clauses.Comma {
			i++
			continue
		}
		break
	}
	return i
}

// agenda: "X was on the agenda", "X and Y were in focus", "the topics were X".
func (f *finder) agenda(g, limit int) bool {
	grp := &f.Groups[g]
	i := grp.Last
	for f.W(i).Class == clauses.Adv {
		i++
	}
	for k := i; k < limit && k < i+8; k++ {
		w := f.W(k)
		if w.Class == clauses.Stop && len(w.Low) == 1 || w.Class == clauses.Comma {
			break
		}
		if (w.Low == "centre" || w.Low == "center" || w.Low == "heart" || w.Low == "core") && f.Is(k+1, "of") && f.talkNext(k+2) {
			return f.subjectOf(g, "on-the-agenda")
		}
		if w.Low == "agenda" || w.Low == "focus" || w.Low == "discussion" || w.Low == "spotlight" || w.Low == "subject" || w.Low == "topic" || w.Low == "topics" || w.Low == "table" && f.Is(k-1, "the") {
			r, link := f.Subject(g)
			if link == clauses.Own && !f.pronounOnly(r) {
				f.phrases(f.subjectStart(r), r.Last, "on-the-agenda")
				return true
			}
		}
	}
	if f.Is(i, "about") && f.aboutTalks(g) {
		f.object2(i+1, limit, "talks-covered")
		return true
	}
	if f.inverted(g, limit) {
		return true
	}
	if f.aboutTopics(g) {
		if f.Is(i, "on") {
			i++
		}
		f.phrases(i, limit, "on-the-agenda")
		return true
	}
	return false
}

// talkNext tells whether "the talks", "these exchanges" stand at token i.
func (f *finder) talkNext(i int) bool {
	for f.W(i).Class == clauses.Det || f.W(i).Class == clauses.Poss {
		i++
	}
	return f.W(i).Mention < 0 && (encounterWords[f.W(i).Low] || f.Is(i, "exchanges"))
}

// inverted: "Up for discussion are X and Y", "On the agenda was X".
func (f *finder) inverted(g, limit int) bool {
	grp := &f.Groups[g]
	first := f.Sentences[grp.Sentence].First
	if grp.First-first > 10 || !f.Is(first, "up", "on", "among", "under", "high") {
		return false
	}
	for i := first; i < grp.First; i++ {
		if f.W(i).Mention < 0 && f.Is(i, "discussion", "agenda", "table", "topics", "issues", "subjects", "consideration") {
			f.phrases(grp.Last, limit, "on-the-agenda")
			return true
		}
	}
	return false
}

// aboutTalks tells whether the subject of group g is the talk itself.
func (f *finder) aboutTalks(g int) bool { return f.subjectHas(g, encounterWords) }

var topicWords = set("topics topic subjects subject agenda issues focus themes purpose aim")

func (f *finder) aboutTopics(g int) bool { return f.subjectHas(g, topicWords) }

func (f *finder) subjectHas(g int, words map[string]bool) bool {
	r, link := f.Subject(g)
	if link != clauses.Own {
		return false
	}
	for i := r.First; i < r.Last; i++ {
		if w := f.W(i); w.Mention < 0 && words[w.Low] {
			return true
		}
	}
	return false
}

// noun takes the complement of a noun of talking: "talks on X", "views about X".
func (f *finder) noun(i, limit int) {
	w := f.W(i)
	if w.Mention >= 0 || w.Class == clauses.Verb {
		return
	}
	low := w.Low
	if k := strings.LastIndexByte(low, '-'); k > 0 {
		low = low[k+1:] // "video-conversation"
	}
	switch low {
	case "call", "audience":
	case "talks", "talk", "discussion", "discussions", "consultations", "negotiations", "views", "conversation", "conversations", "meeting",
		"update", "information", "dialogue", "roundtable", "session", "presentation", "briefing", "videoconference", "teleconference", "overview", "meetings", "questions", "exchange":
	case "reference", "attention":
	case "conference", "lunch", "dinner", "breakfast":
		if f.W(i-1).Mention >= 0 || !f.Is(i-1, "video", "video-", "telephone", "phone", "working", "virtual") {
			return
		}
	case "mention":
		for k := i + 1; k < i+5 && k < limit; k++ {
			if f.Is(k, "of") {
				f.phrases(k+1, limit, "talks-on")
				return
			}
		}
	case "date":
		if !f.Is(i-1, "to") || !f.Is(i-2, "up") {
			return
		}
	default:
		return
	}
	k := i + 1
	if f.Is(k, "of") && f.Is(k+1, "views") {
		k += 2
	}
	for k < limit && k < i+34 {
		if f.Is(k, "on", "about", "regarding", "concerning", "over") && f.W(k).Mention < 0 && !f.over(k) && !(low == "call" && f.Is(k, "on")) && !f.dateNext(k+1) && !f.Is(k+1, "behalf", "the sidelines", "sidelines", "margins") && !f.Is(k+2, "sidelines", "margins", "occasion", "phone", "telephone") {
			f.phrases(k+1, limit, "talks-on")
			return
		}
		if (w.Low == "reference" || w.Low == "attention") && f.Is(k, "to") || w.Low == "mention" && f.Is(k, "of") {
			f.phrases(k+1, limit, "talks-on")
			return
		}
		if c := f.W(k); c.Mention < 0 && (c.Class == clauses.Stop && len(c.Low) == 1 || c.Class == clauses.Sub || c.Class == clauses.Rel) || f.groupAt(k) >= 0 {
			return
		}
		k++
	}
}

// over tells whether the "over" at token k leads to no subject: "over 30
// people", "over lunch", "over the phone", "over two days".
func (f *finder) over(k int) bool {
	if !f.Is(k, "over") {
		return false
	}
	for k++; f.W(k).Class == clauses.Det; k++ {
	}
	return f.W(k).Class == clauses.Num || f.Is(k, "lunch", "dinner", "breakfast", "phone", "telephone", "coffee", "tea", "merienda", "weekend", "course", "past", "last", "next", "coming")
}

// groupAt gives the verb group that begins at token i, or -1.
func (f *finder) groupAt(i int) int {
	if i >= len(f.Tokens) {
		return -1
	}
	lo, hi := f.GroupsOf(f.Tokens[i].Sentence)
	for g := lo; g < hi; g++ {
		if f.Groups[g].First == i {
			return g
		}
	}
	return -1
}
