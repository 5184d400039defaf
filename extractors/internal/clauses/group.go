package clauses

import "slices"

// Tense is what the form of a verb group is; its auxiliaries that tell of the
// passive and the perfect are told apart by Group. The forms that are not finite,
// which tell no time, come after those that are.
type Tense uint8

// Tenses.
const (
	PastTense Tense = iota
	PresentTense
	FutureTense
	Infinitive
	Gerund
	PastParticiple // without an auxiliary: "a delegation headed by X"
)

// Group is a verb with what belongs to it: "will also not be received".
type Group struct {
	Sentence    int
	First, Last int // tokens
	Head        int // token of the main verb; an auxiliary where it stands alone
	Lemma       string
	Tense       Tense
	Passive     bool
	Perfect     bool
	Negated     bool
	Modal       string // will, could ...; "" where there is none
}

// Finite tells whether the group can have a subject of its own.
func (g *Group) Finite() bool { return g.Tense < Infinitive }

// group finds the verb groups of every sentence.
func (t *Text) group() {
	t.first = make([]int, len(t.Sentences)+1)
	for s, sent := range t.Sentences {
		t.first[s] = len(t.Groups)
		for i := sent.First; i < sent.Last; {
			g, ok := t.groupAt(i, sent.Last)
			if !ok {
				i++
				continue
			}
			g.Sentence = s
			t.reduce(&g)
			t.Groups = append(t.Groups, g)
			i = g.Last
		}
	}
	t.first[len(t.Sentences)] = len(t.Groups)
}

// reduce makes the past form before finite group g a participle where it has
// no object and nothing parts the two: "ambassadors assigned to Oslo paid";
// also where commas set it off: "the call, slated for Monday, has been".
func (t *Text) reduce(g *Group) {
	if !g.Finite() || len(t.Groups) == 0 {
		return
	}
	p := &t.Groups[len(t.Groups)-1]
	if t.setOff(p, g) {
		p.Tense = PastParticiple
		return
	}
	w := &t.Words[p.Head]
	if p.Sentence != g.Sentence || p.Tense != PastTense || p.First != p.Head || w.Class != Verb || w.Form&Participle == 0 || intransitive[w.Lemma] || saidThat[w.Lemma] {
		return
	}
	if c := t.W(p.First - 1); c.Mention >= 0 || c.Class != Noun && !(c.Class == Name && p.First-1 == t.Sentences[p.Sentence].First) {
		return
	}
	if c := t.W(p.Last); c.Mention >= 0 || c.Class != Prep && c.Class != To {
		return
	}
	for i := p.Last; i < g.First; i++ {
		w := t.W(i)
		if w.Mention >= 0 {
			if t.Mentions[w.Mention].Kind == Person {
				return
			}
			continue
		}
		switch w.Class {
		case Comma, Sub, Rel, Stop, Quote, Dash, Pron:
			return
		case Conj:
			if i == g.First-1 {
				return
			}
		}
	}
	p.Tense = PastParticiple
}

// setOff tells whether group p is a bare past form that commas set off right
// before finite group g, and that needs an object which it has not.
func (t *Text) setOff(p, g *Group) bool {
	w := &t.Words[p.Head]
	if p.Sentence != g.Sentence || p.Tense != PastTense || w.Form&Participle == 0 || !transitive[w.Lemma] && !arranged[w.Lemma] {
		return false
	}
	before := p.First - 1
	if t.W(before).Class == Adv {
		before--
	}
	next := t.W(p.Last)
	return t.W(before).Class == Comma && t.W(g.First-1).Class == Comma && next.Mention < 0 && (next.Class == Prep || next.Class == To)
}

// GroupsOf gives the indexes [first, last) of the groups of sentence s.
func (t *Text) GroupsOf(s int) (first, last int) { return t.first[s], t.first[s+1] }

// GroupAt gives the index of the group that begins with token i, or -1.
func (t *Text) GroupAt(i int) int {
	if i < 0 || i >= len(t.Tokens) {
		return -1
	}
	lo, hi := t.GroupsOf(t.Tokens[i].Sentence)
	k, ok := slices.BinarySearchFunc(t.Groups[lo:hi], i, func(g Group, at int) int { return g.First - at })
	if !ok {
		return -1
	}
	return lo + k
}

// groupAt reads the verb group that begins with token i.
func (t *Text) groupAt(i, last int) (Group, bool) {
	g := Group{First: i, Head: -1, Tense: PresentTense}
	aux, have, to := "", false, false
scan:
	for j := i; j < last; j++ {
		w := &t.Words[j]
		if name := w.Mention >= 0 && w.Class != Verb; name || w.Class == Prep {
			if end := t.dateWithin(j, last); end > j && g.Head >= 0 {
				j = end - 1
				continue
			}
			break
		}
		switch w.Class {
		case To:
			if j > i {
				break scan // "is to meet": two groups
			}
			to = true
		case Modal:
			g.Modal = w.Low
		case Not:
			g.Negated = true
		case Adv:
			if j == i {
				return g, false
			}
		case Aux:
			aux = w.Low
			have = have || auxLemma(aux) == "have"
			g.Head = j
			if !t.auxGoesOn(j, last) {
				break scan
			}
		case Verb:
			g.Head, g.Lemma, g.Last = j, w.Lemma, j+1
			t.finish(&g, aux, have, to)
			return g, true
		default:
			break scan
		}
	}
	if g.Head < 0 || aux == "" {
		return g, false
	}
	g.Lemma = auxLemma(t.Words[g.Head].Low)
	t.finish(&g, "", have && g.Lemma != "have", to)
	g.Last = g.Head + 1
	return g, true
}

// dateWithin gives the token after a date between an auxiliary and its verb:
// "was on Friday received"; j where there is none.
func (t *Text) dateWithin(j, last int) int {
	i := j
	if t.Words[i].Low == "on" || t.Words[i].Low == "in" {
		i++
	}
	m, _, end := t.MentionAt(i)
	if m == nil || m.Kind != Date || end >= last || t.Words[end].Class != Verb {
		return j
	}
	return end
}

// auxGoesOn tells whether a verb follows an auxiliary, past adverbs and a date.
func (t *Text) auxGoesOn(j, last int) bool {
	for j++; j < last; j++ {
		if end := t.dateWithin(j, last); end > j {
			j = end - 1
			continue
		}
		switch t.Words[j].Class {
		case Adv, Not:
			continue
		case Aux, Verb:
			return t.Words[j].Mention < 0
		}
		return false
	}
	return false
}

func auxLemma(low string) string {
	switch low {
	case "has", "have", "had", "having":
		return "have"
	case "does", "do", "did":
		return "do"
	}
	return "be"
}

// finish sets tense and voice from the auxiliaries and the form of the head.
func (t *Text) finish(g *Group, aux string, have, to bool) {
	head := &t.Words[g.Head]
	g.Perfect = have
	be := aux != "" && auxLemma(aux) == "be"
	g.Passive = be && head.Class == Verb && head.Form&Participle != 0 && head.Form&Ing == 0
	switch {
	case to:
		g.Tense = Infinitive
	case g.Modal == "will" || g.Modal == "shall" || g.Modal == "would":
		g.Tense = FutureTense
	case g.Modal != "":
		g.Tense = PresentTense
	case aux == "being" || aux == "having":
		g.Tense = Gerund
	case aux != "":
		g.Tense = PresentTense
		if aux == "was" || aux == "were" || aux == "had" || aux == "did" || have {
			g.Tense = PastTense
		}
	case head.Class == Aux:
		g.Tense = PresentTense
		switch head.Low {
		case "was", "were", "had", "did":
			g.Tense = PastTense
		case "being", "having":
			g.Tense = Gerund
		}
	case head.Form&Ing != 0:
		g.Tense = Gerund
	case head.Form&Past != 0 && head.Form&Base == 0:
		g.Tense = t.pastOrParticiple(g)
	case head.Form == Participle:
		g.Tense = PastParticiple
	}
}

// pastOrParticiple tells "X headed the mission" from "the mission headed by X".
func (t *Text) pastOrParticiple(g *Group) Tense {
	w, next := &t.Words[g.Head], t.W(g.Last)
	if w.Form&Participle == 0 || intransitive[w.Lemma] {
		return PastTense
	}
	prev := t.W(g.First - 1)
	if next.Low == "by" || next.Class == Prep && prev.Mention >= 0 && arranged[w.Lemma] {
		return PastParticiple
	}
	if prev.Class == Noun && prev.Mention < 0 && (next.Class == Prep || next.Class == To || next.Class == Adv) && t.afterVerb(g.First) {
		return PastParticiple
	}
	if prev.Class == Noun && prev.Mention < 0 && (next.Class == Prep || next.Class == To || next.Class == Comma) && transitive[w.Lemma] {
		return PastParticiple
	}
	return PastTense
}

// afterVerb tells whether a finite verb stands before token i in the same
// clause, so that a further past form there is a participle.
func (t *Text) afterVerb(i int) bool {
	if len(t.Groups) == 0 {
		return false
	}
	p := &t.Groups[len(t.Groups)-1]
	if !p.Finite() && p.Tense != Infinitive && p.Tense != Gerund || p.Last > i || t.Tokens[p.Head].Sentence != t.Tokens[i].Sentence {
		return false
	}
	for k := p.Last; k < i; k++ {
		w := &t.Words[k]
		if w.Mention >= 0 {
			continue
		}
		switch w.Class {
		case Comma, Sub, Rel, Stop, Quote, Dash:
			return false
		}
	}
	return !saidThat[p.Lemma]
}

// saidThat are verbs that a clause may follow without "that".
var saidThat = wordSet("say think believe know hope add note suggest")

// arranged are verbs that need an object: before a preposition their past
// form is a participle even behind a name ("talks with X scheduled for May").
var arranged = wordSet("schedule plan foresee arrange slate postpone set fix reschedule")

// intransitive are verbs that have no passive with "by".
var intransitive = wordSet("meet talk speak arrive go come travel participate confer converse gather land depart sit stand")

// transitive are verbs that need an object: after a noun and before a
// preposition their past form is a participle ("the meeting held in Vienna").
var transitive = wordSet("hold sign schedule plan present raise make take give expect offer name appoint elect launch reach",
	"adopt submit conclude extend pay send deploy attach issue accredit use base invite designate grant create establish convene organize",
	"represent assign station locate involve register post dedicate devote entitle affect form select nominate publish release")
