// Package subjects finds the noun phrases that say what was discussed: the
// objects of verbs of discussing, telling, stressing and agreeing, the
// complements of talks on and views about, the subjects of "was discussed" and
// "was on the agenda". It reads clauses and knows no extractor.
package subjects

import (
	"sort"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// Subject is a noun phrase of what was discussed, as written, without article.
type Subject struct {
	pipeline.Span
	Sentence int
	Token    int // its first token
	Rule     string
}

// finder reads one text.
type finder struct {
	*clauses.Text
	out []Subject

	item bool // the phrase read now is a further entry of a list

	paragraph int  // that openQuote reads
	at        int  // token up to which it was read
	in        bool // a quotation is open there
}

// Find gives the subjects of the body's sentences, in text order; none lies
// within another. It is pure and deterministic.
func Find(t *clauses.Text) []Subject {
	f := &finder{Text: t, paragraph: -1}
	for s, sent := range t.Sentences {
		if t.Heading[s] || t.Paragraphs[sent.Paragraph].Kind != pipeline.BodyParagraph {
			continue
		}
		f.sentence(s)
	}
	sort.SliceStable(f.out, func(i, j int) bool {
		if f.out[i].Start != f.out[j].Start {
			return f.out[i].Start < f.out[j].Start
		}
		return f.out[i].End > f.out[j].End
	})
	return apart(f.out)
}

// apart drops what lies within another subject, and matters that touch one.
func apart(all []Subject) []Subject {
	var kept []Subject
	for _, x := range all {
		if n := len(kept); n > 0 && x.Start < kept[n-1].End {
			if kept[n-1].Rule != Matter || x.Rule == Matter {
				continue
			}
			kept = kept[:n-1]
		}
		kept = append(kept, x)
	}
	return kept
}

func (f *finder) sentence(s int) {
	lo, hi := f.GroupsOf(s)
	limit := f.Sentences[s].Last
	talk := false // a verb of talking stood before in the sentence
	for g := lo; g < hi; g++ {
		talk = f.group(g, limit, talk) || talk
	}
	for i := f.Sentences[s].First; i < limit; i++ {
		f.noun(i, limit)
	}
	f.matters(s)
	f.unquote(s)
}

// group reads what verb group g tells; it says whether the verb is one of talking.
func (f *finder) group(g, limit int, talk bool) bool {
	grp := &f.Groups[g]
	switch {
	case grp.Passive && centred[grp.Lemma] && f.Is(grp.Last, "on", "around", "upon", "to") && f.aboutTalks(g):
		f.object2(grp.Last+1, limit, "talks-covered")
		return true
	case grp.Passive || grp.Tense == clauses.PastParticiple:
		return f.passive(g)
	case grp.Lemma == "come" && (f.Is(grp.Last, "up") || f.Is(grp.Last, "under") && f.Is(min(grp.Last+1, limit-1), "discussion", "consideration", "review", "scrutiny")):
		return f.subjectOf(g, "was-discussed")
	case grp.Lemma == "turn" && f.Is(grp.Last, "on", "around") && f.aboutTalks(g):
		f.object2(grp.Last+1, limit, "talks-covered")
		return true
	case grp.Lemma == "attach" && f.attached(grp.Last, limit):
		return true
	case grp.Lemma == "hand" && f.Is(grp.Last, "over"):
		return f.handed(grp.Last+1, limit)
	case discussing[grp.Lemma]:
		f.object(f.pastHow(g, grp.Last), limit, "discussed")
		return true
	case giving[grp.Lemma]:
		return f.given(grp.Last, limit)
	case grp.Lemma == "exchange":
		return f.exchanged(grp.Last, limit)
	case f.phrasal(grp) > 0:
		f.object(f.phrasal(grp), limit, "discussed")
		return true
	case grp.Lemma == "include" || grp.Lemma == "concern" || grp.Lemma == "cover" || grp.Lemma == "address" || grp.Lemma == "involve":
		if f.aboutTalks(g) {
			f.object(grp.Last, limit, "talks-covered")
			return true
		}
	case grp.Lemma == "be":
		return f.agenda(g, limit)
	case grp.Lemma == "feature" || grp.Lemma == "figure" || grp.Lemma == "rank":
		if f.Is(grp.Last, "prominently", "high") || f.Is(grp.Last-1, "prominently") {
			return f.subjectOf(g, "on-the-agenda")
		}
	}
	if preps, ok := telling[grp.Lemma]; ok {
		if f.told(grp.Last, limit, preps, rule(grp.Lemma)) {
			return true
		}
	}
	if stressing[grp.Lemma] {
		f.stressed(grp, limit)
		return true
	}
	modal := grp.Modal == "will" || grp.Modal == "would" || grp.Modal == "should" || grp.Modal == "must"
	if acting[grp.Lemma] && (!grp.Finite() || modal && !grp.Passive) && talk {
		f.object(grp.Last, limit, "agreed-to")
	}
	switch grp.Lemma {
	case "receive", "visit", "host", "confer", "meet", "speak", "talk", "say", "call", "urge", "ask", "invite", "stand", "add", "assure", "tell", "inform", "stress", "underline", "emphasize", "note", "express", "propose", "suggest", "hold":
		return true
	}
	return chaining[grp.Lemma]
}

// phrasal gives the token after a verb of discussing that is made of several
// words ("went through", "took stock of", "brought up"), 0 where it is none.
func (f *finder) phrasal(grp *clauses.Group) int {
	i := grp.Last
	switch grp.Lemma {
	case "bring":
		if f.Is(i, "up") {
			return i + 1
		}
	case "go":
		if f.Is(i, "through", "over") {
			return i + 1
		}
	case "take":
		switch {
		case f.Is(i, "stock") && f.Is(i+1, "of"):
			return i + 2
		case f.Is(i, "stock", "up"):
			return i + 1
		}
	}
	return 0
}

// attached reads "attached importance to X".
func (f *finder) attached(i, limit int) bool {
	for k := i; k < i+4 && k < limit; k++ {
		if f.Is(k, "importance", "significance", "priority", "weight", "value") {
			return f.told(k+1, limit, "to", "stressed")
		}
	}
	return false
}

// pastHow gives the token after the verb of a clause that asks how, which
// group g governs: "discussed how they can deepen | their cooperation".
func (f *finder) pastHow(g, i int) int {
	if !f.Is(i, "how") || g+1 >= len(f.Groups) {
		return i
	}
	next := &f.Groups[g+1]
	if next.Sentence != f.Groups[g].Sentence || next.First > i+8 || next.Passive || next.Lemma == "be" {
		return i
	}
	return next.Last
}

// stressed reads what a verb of stressing is about: a clause or an object.
func (f *finder) stressed(grp *clauses.Group, limit int) {
	if f.Is(grp.Last, "that") {
		f.clause(grp.Last+1, limit)
		return
	}
	f.object(grp.Last, limit, stressRule(grp.Lemma))
}

// unquote makes matters of what stands within quotation marks: a speaker's words
// count where the text does not tell. Thanks in them say nothing.
func (f *finder) unquote(s int) {
	first := f.Sentences[s].First
	in := f.openQuote(s)
	inside := make([]bool, f.Sentences[s].Last-first)
	for i := first; i < f.Sentences[s].Last; i++ {
		switch w := f.Word(i); {
		case w == "“" || w == "„" || w == "«":
			in = i+8 > f.Sentences[s].Last || !f.closesSoon(i)
		case w == "”" || w == "»":
			in = false
		case w == "\"":
			in = !in && !f.closesSoon(i)
		}
		inside[i-first] = in
	}
	own := len(f.out) // those of this sentence come last
	for own > 0 && f.out[own-1].Sentence == s {
		own--
	}
	kept := f.out[:own]
	for _, x := range f.out[own:] {
		if inside[x.Token-first] {
			if x.Rule == "thanked-for" {
				continue
			}
			x.Rule = Matter
		}
		kept = append(kept, x)
	}
	f.out = kept
}

// closesSoon tells a name in quotation marks: few words with capitals.
func (f *finder) closesSoon(i int) bool {
	for k := i + 1; k < i+10 && k < len(f.Tokens); k++ {
		if w := f.Word(k); w == "”" || w == "\"" || w == "»" {
			return f.W(i+1).Upper && f.W(k-1).Class != clauses.Comma && f.W(k-1).Class != clauses.Stop
		}
	}
	return false
}

// openQuote tells whether a quotation of its paragraph is open where sentence s begins.
func (f *finder) openQuote(s int) bool {
	if p := f.Sentences[s].Paragraph; p != f.paragraph || f.at > f.Sentences[s].First {
		f.paragraph, f.at, f.in = p, f.Sentences[f.Paragraphs[p].First].First, false
	}
	for ; f.at < f.Sentences[s].First; f.at++ {
		switch w := f.Word(f.at); {
		case w == "“" || w == "„" || w == "«":
			f.in = true
		case w == "”" || w == "»":
			f.in = false
		case w == "\"":
			f.in = !f.in
		}
	}
	return f.in
}

// centred are verbs whose passive tells what a talk was about.
var centred = set("center centre focus concentrate devote dedicate")

// letters are what is handed over and speaks for itself.
var letters = set("letter letters message messages invitation note")

// handed takes the letter of "handed over a letter of invitation".
func (f *finder) handed(i, limit int) bool {
	first, last, _ := f.phrase(i, limit)
	for k := first; k < last; k++ {
		if w := f.W(k); w.Mention < 0 && letters[w.Low] {
			f.add(first, last, "discussed")
			return true
		}
		if f.W(k).Class == clauses.Prep {
			break
		}
	}
	return false
}

// stressRule is the rule of a verb of weight: praise is an aside as thanks are.
func stressRule(lemma string) string {
	switch lemma {
	case "commend", "praise", "applaud", "appreciate", "hail", "condemn", "denounce", "welcome":
		return "thanked-for"
	}
	return "stressed"
}

func rule(lemma string) string {
	switch lemma {
	case "thank", "congratulate", "commend", "praise", "applaud":
		return "thanked-for"
	case "focus", "center", "centre", "concentrate", "dwell", "touch", "deal", "refer", "turn", "bear":
		return "talks-covered"
	}
	return "told-about"
}
