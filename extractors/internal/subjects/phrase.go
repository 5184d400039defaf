package subjects

import (
	"strings"

	"readout/extractors/internal/clauses"
)

// phrase reads one noun phrase at token i: its tokens without article and
// possessive, and the token after it.
func (f *finder) phrase(i, limit int) (first, last, end int) {
	i = f.bare(i, limit)
	first = i
	k := i
	for k < limit {
		w := f.W(k)
		if w.Mention >= 0 {
			m, _, e := f.MentionAt(k)
			if m.Kind == clauses.Date && k > first && f.W(k-1).Class == clauses.Prep {
				k-- // "in 2021" adds a time, not a topic
				break
			}
			k = e
			continue
		}
		if g := f.groupAt(k); g >= 0 {
			next, ok := f.verbWithin(g, first, k, limit)
			if !ok {
				break
			}
			k = next
			continue
		}
		if k > first && f.adds(k) > 0 {
			break
		}
		if f.stops(first, k, limit) {
			break
		}
		k++
	}
	end = k
	last = f.trimEnd(first, k)
	return first, last, end
}

// stops tells whether word k, which is no mention and no verb, ends the phrase that
// begins at first.
func (f *finder) stops(first, k, limit int) bool {
	w := f.W(k)
	switch w.Class {
	case clauses.Comma:
		return !f.adjectiveList(first, k)
	case clauses.Rel, clauses.Sub, clauses.Pron, clauses.Dash, clauses.Modal, clauses.Aux, clauses.Not:
		return true
	case clauses.Stop:
		return len(w.Low) == 1
	case clauses.Quote:
		return k > first && f.W(k-1).Class == clauses.Comma
	case clauses.Open:
		return !f.acronym(k)
	case clauses.Conj:
		return f.conjEnds(first, k, limit) || f.newItem(first, k)
	case clauses.Prep:
		return w.Low == "with" && f.peopleNext(k+1) || k > first && f.Is(k, "in", "at", "on", "during", "via") && f.encounterNext(k+1) ||
			tails[w.Low] && !(w.Low == "at" && k > first) || f.dateNext(k+1) ||
			w.Low == "in" && f.Is(k+1, "order", "advance", "accordance", "line", "connection", "turn")
	case clauses.Noun:
		return w.Low == "worth" && k > first
	case clauses.Adv:
		next := f.W(k + 1)
		return next.Class != clauses.Noun && next.Class != clauses.Name && next.Class != clauses.Verb && next.Mention < 0 || f.groupAt(k+1) >= 0
	}
	return false
}

// adjectiveList tells whether the comma at k only parts adjectives: "strategic, regional, and bilateral issues".
func (f *finder) adjectiveList(first, k int) bool {
	if k-first != 1 && !(f.W(k-2).Class == clauses.Comma || f.W(k-2).Class == clauses.Conj) {
		return false
	}
	w, next := f.W(k-1), f.W(k+1)
	if w.Mention >= 0 || !adjective(w.Low) {
		return false
	}
	return next.Class == clauses.Noun && (adjective(next.Low) || f.W(k+2).Class == clauses.Noun) || next.Class == clauses.Conj && f.W(k+2).Class == clauses.Noun
}

// adjective tells words that end as adjectives do.
func adjective(low string) bool {
	if plainAdjectives[low] {
		return true
	}
	for _, end := range []string{"ic", "al", "ive", "ous", "ful", "ent", "ant", "ary", "able", "ible", "ed", "less"} {
		if len(low) > len(end)+2 && strings.HasSuffix(low, end) {
			return !notAdjectives[low]
		}
	}
	return false
}

var plainAdjectives = set("strong close fair broad deep new free open secure safe long wide high clean green joint early inclusive robust")

var notAdjectives = set("government parliament agreement development investment statement environment agent president student document",
	"payment employment commitment treatment movement element moment music traffic public approval proposal arrival survival festival",
	"journal hospital capital canal goal deal signal trial renewal removal referendal accident incident event content patient participant",
	"restaurant assistant grant infant topic logic fabric mechanic clinic republic seed need speed feed")

// encounterNext tells whether "a virtual meeting", "their call" stands at token i.
func (f *finder) encounterNext(i int) bool {
	if f.W(i).Class != clauses.Det && f.W(i).Class != clauses.Poss || f.Is(i, "the") {
		return false
	}
	for k := i + 1; k < i+4; k++ {
		w := f.W(k)
		if w.Mention >= 0 || w.Class != clauses.Noun && w.Class != clauses.Name && w.Class != clauses.Adv {
			return false
		}
		if encounterWords[w.Low] {
			return f.W(k+1).Class != clauses.Prep
		}
	}
	return false
}

// peopleNext tells whether a person or a post follows: "the crisis with Minister X".
func (f *finder) peopleNext(i int) bool {
	for k := i; k < i+5; k++ {
		w := f.W(k)
		if w.Mention >= 0 {
			return f.Mentions[w.Mention].Kind == clauses.Person
		}
		if w.Class == clauses.Prep || w.Class == clauses.Comma || w.Class == clauses.Conj || w.Class == clauses.Stop {
			return false
		}
		if w.Low == "counterpart" || w.Low == "counterparts" {
			return true
		}
	}
	return false
}

// acronym tells a bracket with an acronym in it.
func (f *finder) acronym(k int) bool {
	return f.W(k+1).Upper && f.W(k+2).Class == clauses.Close
}

// verbWithin tells how far a verb group goes on with the phrase: an infinitive
// after "efforts", a gerund after a preposition, a participle.
func (f *finder) verbWithin(g, first, k, limit int) (int, bool) {
	grp := &f.Groups[g]
	switch {
	case grp.Finite() || grp.Passive && grp.Tense != clauses.Infinitive:
		return k, false
	case grp.Tense == clauses.Infinitive:
		for j := k - 1; j >= first; j-- {
			if w := f.W(j); w.Mention < 0 && openHeads[w.Low] {
				return grp.Last, true
			}
		}
		return k, false
	case grp.Tense == clauses.Gerund:
		if k == first || f.endsInfinitive(g) { // "to continue supporting peace"
			return grp.Last, true
		}
		prev := f.W(k - 1)
		return grp.Last, prev.Class == clauses.Prep || prev.Class == clauses.Conj || prev.Class == clauses.To
	case grp.Tense == clauses.PastParticiple:
		return grp.Last, f.Is(grp.Last, "in", "with", "to") && !f.dateNext(grp.Last+1)
	}
	return k, false
}

// endsInfinitive tells whether an infinitive ends right before group g.
func (f *finder) endsInfinitive(g int) bool {
	return g > 0 && f.Groups[g-1].Tense == clauses.Infinitive && f.Groups[g-1].Last == f.Groups[g].First
}

// conjEnds tells whether a conjunction at k ends the phrase: a clause or a verb follows.
func (f *finder) conjEnds(first, k, limit int) bool {
	next := k + 1
	for f.W(next).Class == clauses.Adv {
		next++
	}
	if g := f.groupAt(next); g >= 0 {
		if f.Groups[g].Tense == clauses.Gerund {
			lo, _ := f.GroupsOf(f.Tokens[k].Sentence)
			for p := g - 1; p >= lo && f.Groups[p].First >= first; p-- {
				if f.Groups[p].Tense == clauses.Gerund {
					return false
				}
			}
			return true
		}
		return f.Groups[g].Finite() || f.Groups[g].Tense == clauses.Infinitive && f.W(next).Class == clauses.To
	}
	w := f.W(next)
	if w.Mention < 0 && (w.Class == clauses.Pron || w.Class == clauses.Sub || w.Class == clauses.Prep || w.Class == clauses.Rel) {
		return true
	}
	return !f.pairOpen(first, k) && f.startsClause(next, limit)
}

// newItem tells whether the conjunction at k begins the next entry of a list
// rather than joins two words of one: an article follows, or commas parted the
// before.
func (f *finder) newItem(first, k int) bool {
	prev, next := f.W(k-1), f.W(k+1)
	if f.places(first, k) {
		return false
	}
	if next.Class == clauses.Det && next.Mention < 0 && !f.pairOpen(first, k) {
		return true
	}
	if !f.item || f.pairOpen(first, k) || prev.Mention < 0 && adjective(prev.Low) {
		return false
	}
	return prev.Class == clauses.Noun && (next.Class == clauses.Noun && (!adjective(next.Low) || f.W(k+2).Class == clauses.Noun && !f.governed(first, k)) || next.Class == clauses.Name && next.Mention < 0)
}

// places tells whether the conjunction at k joins two places that a preposition
// governs: "developments in A and the region".
func (f *finder) places(first, k int) bool {
	m, from, _ := f.MentionAt(k - 1)
	if m == nil || m.Kind != clauses.Place {
		return false
	}
	for f.W(from-1).Class == clauses.Det && from > first {
		from--
	}
	if from <= first || f.W(from-1).Class != clauses.Prep {
		return false
	}
	i := f.pastArticle(k + 1)
	next, _, end := f.MentionAt(i)
	if next == nil {
		return i > k+1 && f.Is(i, "region", "area", "world", "continent") && f.W(i+1).Class != clauses.Prep
	}
	return next.Kind == clauses.Place && f.W(end).Class != clauses.Noun && f.W(end).Class != clauses.Poss
}

// governed tells whether a preposition stands in tokens [first, k): what "and"
// joins behind it may be its complement, "the growth of trade and economic ties".
func (f *finder) governed(first, k int) bool {
	for i := first; i < k; i++ {
		if w := f.W(i); w.Mention < 0 && (w.Class == clauses.Prep || w.Class == clauses.To) {
			return true
		}
	}
	return false
}

// pairOpen tells whether "between" or "both" waits for the conjunction at k.
func (f *finder) pairOpen(first, k int) bool {
	for i := k - 1; i >= first; i-- {
		if f.W(i).Class == clauses.Conj && f.W(i).Mention < 0 {
			return false
		}
		if f.Is(i, "between", "both", "among") {
			return true
		}
	}
	return false
}

// bare passes over articles, possessives and words of number.
func (f *finder) bare(i, limit int) int {
	for i < limit {
		w := f.W(i)
		if w.Mention >= 0 {
			break
		}
		if w.Class == clauses.Det || w.Low == "more" || w.Class == clauses.Poss && w.Low != "'s" || w.Class == clauses.Adv {
			i++
			continue
		}
		if amounts[w.Low] && (f.Is(i+1, "of") || amounts[f.W(i+1).Low]) {
			i++
			if f.Is(i, "of") {
				i++
			}
			continue
		}
		break
	}
	if i+2 < limit && f.W(i).Mention < 0 && wrappers[f.W(i).Low] && f.Is(i+1, "of") && !f.Is(i+2, "mutual", "common", "shared", "concern", "interest", "abiding") {
		return f.bare(i+2, limit)
	}
	if n := f.relating(i + 1); n > 0 && i+1+n < limit && f.W(i).Mention < 0 && wrappers[f.W(i).Low] {
		return f.bare(i+1+n, limit)
	}
	if i+2 < limit && f.W(i).Mention < 0 && (f.Is(i, "concern", "concerns", "views", "questions", "information", "opinions", "details") && f.Is(i+1, "about", "over", "on", "regarding")) {
		return f.bare(i+2, limit)
	}
	if i+2 < limit && f.W(i).Mention < 0 && lightNouns[f.W(i).Low] && f.Is(i+1, "to", "for", "about", "over", "on") && f.W(i-1).Class == clauses.Poss {
		return f.bare(f.past(i+2, limit), limit)
	}
	if i+3 < limit && f.W(i).Mention < 0 && lightNouns[f.W(i+1).Low] && f.Is(i+2, "to", "for", "about", "over", "on") && f.W(i-1).Class == clauses.Poss {
		return f.bare(f.past(i+3, limit), limit)
	}
	return i
}

// relating gives the length of the words at token i that say to what an issue
// pertains; 0 for none.
func (f *finder) relating(i int) int {
	switch {
	case f.Is(i, "relating", "related", "pertaining", "connected") && f.Is(i+1, "to", "with"):
		return 2
	case f.Is(i, "concerning", "regarding"):
		return 1
	}
	return 0
}

// past passes over a verb that leads on to the object.
func (f *finder) past(i, limit int) int {
	if g := f.groupAt(i); g >= 0 && !f.Groups[g].Finite() {
		if to := f.toObject(i, limit); to > 0 {
			return to
		}
	}
	return i
}

func (f *finder) trimEnd(first, k int) int {
	for k > first {
		w := f.W(k - 1)
		if w.Mention >= 0 {
			break
		}
		switch w.Class {
		case clauses.Prep, clauses.To, clauses.Det, clauses.Conj, clauses.Adv, clauses.Poss, clauses.Dash, clauses.Other, clauses.Open:
			k--
			continue
		}
		break
	}
	return k
}

// empty tells whether a phrase is made of words that say nothing.
func (f *finder) empty(first, last int) bool {
	head := last - 1
	for i := first; i < last; i++ {
		if w := f.W(i); w.Mention < 0 && (w.Class == clauses.Prep || w.Class == clauses.To) && i > first {
			head = i - 1
			break
		}
	}
	return generic[f.W(head).Low]
}

var people = set("speakers presidents premiers heads chairs governors mayors dignitaries delegates diplomats envoys colleague colleagues counterpart counterparts guest guests visitor visitors ambassador ambassadors delegation minister ministers",
	"president speaker members representatives officials participants leaders observers envoy envoys senator senators deputies parliamentarians")

// somebody tells a phrase that names people.
func (f *finder) somebody(first, last int) bool {
	head := last - 1
	for i := first; i < last; i++ {
		if w := f.W(i); w.Mention < 0 && (w.Class == clauses.Prep || w.Class == clauses.To) && i > first {
			head = i - 1
			break
		}
	}
	return people[f.W(head).Low]
}

// named tells a phrase that is a person or a place alone: "Spain", "President X of Y".
func (f *finder) named(first, last int) bool {
	if m, _, end := f.MentionAt(first); m != nil && m.Kind == clauses.Place && end >= last && (f.W(first-1).Low == "of" || f.W(first-1).Class != clauses.Prep && f.W(first-1).Class != clauses.Comma && f.W(first-1).Class != clauses.Conj) {
		return true
	}
	for i := first; i < last; i++ {
		if m, _, end := f.MentionAt(i); m != nil && m.Kind == clauses.Person {
			return f.W(end).Class != clauses.Poss && (i == first || f.W(i-1).Class != clauses.Prep && f.W(i-1).Class != clauses.Conj)
		}
		if w := f.W(i); w.Mention < 0 && (w.Class == clauses.Prep || w.Class == clauses.To) && w.Low != "of" {
			return false
		}
	}
	return false
}

// placeDiscussed tells a place alone that is the object of discussing: "discussed Spain".
func (f *finder) placeDiscussed(first, last int, rule string) bool {
	m, _, end := f.MentionAt(first)
	return m != nil && m.Kind == clauses.Place && end == last && (rule == "discussed" && f.W(first-1).Class == clauses.Verb || rule == "was-discussed" || rule == "on-the-agenda")
}

// add takes tokens [first, last) as a subject unless they only name people.
func (f *finder) add(first, last int, rule string) {
	for last-first > 22 {
		last--
	}
	last = f.trimEnd(first, last)
	if first >= last {
		return
	}
	if f.Is(first, "according") || f.aside(first) {
		return
	}
	content := false
	for i := first; i < last; i++ {
		w := f.W(i)
		if w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Person || w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Date {
			continue
		}
		if w.Class == clauses.Noun || w.Class == clauses.Name || w.Class == clauses.Verb {
			content = true
		}
	}
	if !content || f.named(first, last) && !f.placeDiscussed(first, last, rule) || (rule == "stressed" || rule == "thanked-for") && f.somebody(first, last) {
		return
	}
	if last-first == 1 && !f.W(first).Upper && f.W(first).Mention < 0 && (generic[f.W(first).Low] || rule == "stressed" || rule == "thanked-for" || rule == "agreed-to" || adjective(f.W(first).Low) && f.W(first-1).Class != clauses.Det) {
		return
	}
	if m, _, end := f.MentionAt(last - 1); m != nil && m.Kind == clauses.Person && end == last {
		return
	}
	span := f.Span(first, last)
	f.out = append(f.out, Subject{Span: span, Sentence: f.Tokens[first].Sentence, Token: first, Rule: rule})
}
