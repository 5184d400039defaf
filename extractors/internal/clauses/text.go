// Package clauses reads the sentences of a document as press English: what
// each word can do, the verb groups, who is the subject of each, where its
// objects end. It knows nothing of meetings; the grammars of meetings and of
// topics stand on it.
//
// It works from closed lists and the words around, not from a tagger: names
// that are already known (people, bodies, places, dates) carry most of what a
// tagger would tell.
package clauses

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
)

// Kind is what a mention names.
type Kind uint8

// Kinds of mentions.
const (
	Person Kind = iota
	Body
	Place
	Date
)

// Mention is a name or a date in the text, found before.
type Mention struct {
	pipeline.Span
	Kind Kind
	Ref  int // the caller's index of what it names
}

// Word is a token as the grammar sees it.
type Word struct {
	Low     string // in lower case, with straight apostrophes
	Class   Class
	Lemma   string // of a verb
	Form    Form   // of a verb; several where the context leaves them open
	Upper   bool   // begins with a capital letter
	Mention int    // index in Text.Mentions of the mention that holds it, or -1
}

// Text is a document with its words, mentions and verb groups.
type Text struct {
	*pipeline.Document
	Mentions []Mention // in text order, none within another of the same kind
	Words    []Word    // one a token
	Groups   []Group   // in text order
	Heading  []bool    // one a sentence: title or heading, without a full stop
	first    []int     // one a sentence: index of its first group
}

// New reads a document. Of overlapping mentions of two kinds the longer one
// holds the words, a person before others of the same length.
func New(doc *pipeline.Document, mentions []Mention) *Text {
	t := &Text{Document: doc, Words: make([]Word, len(doc.Tokens))}
	t.addMentions(mentions)
	t.Heading = make([]bool, len(doc.Sentences))
	for i, s := range doc.Sentences {
		t.Heading[i] = t.isHeading(s)
	}
	for i := range t.Words {
		t.classify(i)
	}
	for i, m := range t.Mentions {
		for k := doc.TokenAt(m.Start); k < len(doc.Tokens) && doc.Tokens[k].Start < m.End; k++ {
			if t.Words[k].Mention < 0 {
				t.Words[k].Mention = i
			}
		}
	}
	for i := range doc.Sentences {
		t.settle(i)
	}
	t.group()
	return t
}

// addMentions keeps the mentions that stand in the text and are not within a longer one.
func (t *Text) addMentions(all []Mention) {
	var in []Mention
	for _, m := range all {
		if m.Start >= 0 && m.Start < m.End && m.End <= len(t.Text) {
			in = append(in, m)
		}
	}
	sort.SliceStable(in, func(i, j int) bool {
		if in[i].Len() != in[j].Len() {
			return in[i].Len() > in[j].Len()
		}
		if in[i].Kind != in[j].Kind {
			return in[i].Kind < in[j].Kind
		}
		return in[i].Start < in[j].Start
	})
	for _, m := range in {
		if !overlaps(t.Mentions, m) {
			t.Mentions = append(t.Mentions, m)
		}
	}
	sort.SliceStable(t.Mentions, func(i, j int) bool { return t.Mentions[i].Start < t.Mentions[j].Start })
}

func overlaps(list []Mention, m Mention) bool {
	for _, o := range list {
		if o.Overlaps(m.Span) {
			return true
		}
	}
	return false
}

// isHeading tells a title or a heading: a paragraph of one sentence that no mark ends.
func (t *Text) isHeading(s pipeline.Sentence) bool {
	if t.Paragraphs[s.Paragraph].Kind == pipeline.TitleParagraph {
		return true
	}
	p := t.Paragraphs[s.Paragraph]
	if p.Last-p.First != 1 || s.Last-s.First > 25 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(t.Text[s.Start:s.End])
	return !strings.ContainsRune(".!?;:,”\"", last)
}

var straight = strings.NewReplacer("’", "'", "‘", "'")

// classify gives a token the class it has by itself.
func (t *Text) classify(i int) {
	w := t.Word(i)
	r, _ := utf8.DecodeRuneInString(w)
	out := Word{Low: strings.ToLower(w), Upper: unicode.IsUpper(r), Mention: -1}
	if strings.IndexByte(w, "’"[0]) >= 0 { // most words need no look
		out.Low = straight.Replace(out.Low)
	}
	if c, ok := closed[w]; ok && !unicode.IsLetter(r) {
		out.Class = c
		if c == Dash && i > 0 && i+1 < len(t.Tokens) && t.Tokens[i-1].End == t.Tokens[i].Start && t.Tokens[i].End == t.Tokens[i+1].Start && len(w) < 4 && w != "--" {
			out.Class = Name // within a compound: "U.S.-ASEAN"
		}
	} else if c, ok := closed[out.Low]; ok {
		out.Class = c
		if c == Adv && out.Upper && t.insideSentence(i) {
			out.Class = Name
		}
		if w == "US" || w == "IT" || w == "May" || w == "Under" && i+1 < len(t.Tokens) && strings.HasPrefix(t.Word(i+1), "Secretar") { // the country; information technology; the month
			out.Class = Name
		}
	} else if unicode.IsDigit(r) {
		out.Class = Num
	} else if v, ok := verbForms()[out.Low]; ok {
		out.Class, out.Lemma, out.Form = Verb, v.lemma, v.form
	} else if out.Upper {
		out.Class = Name
	} else if n := len(out.Low); n > 4 && strings.HasSuffix(out.Low, "ed") {
		out.Class, out.Lemma, out.Form = Verb, out.Low, Past|Participle
	} else if n > 4 && strings.HasSuffix(out.Low, "ly") && out.Low != "early" && out.Low != "family" && out.Low != "assembly" {
		out.Class = Adv
	} else if !unicode.IsLetter(r) {
		out.Class = Other
	}
	t.Words[i] = out
}

// insideSentence tells whether token i is not the first word of a sentence or quotation.
func (t *Text) insideSentence(i int) bool {
	s := t.Tokens[i].Sentence
	if i == t.Sentences[s].First || t.Heading[s] {
		return false
	}
	prev := t.Word(i - 1)
	r, _ := utf8.DecodeRuneInString(prev)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// W gives word i, a full stop outside the text.
func (t *Text) W(i int) *Word {
	if i < 0 || i >= len(t.Words) {
		return &stopWord
	}
	return &t.Words[i]
}

var stopWord = Word{Low: ".", Class: Stop, Mention: -1}

// Is tells whether word i is one of the words.
func (t *Text) Is(i int, words ...string) bool {
	low := t.W(i).Low
	for _, w := range words {
		if low == w {
			return true
		}
	}
	return false
}

// Span gives the bytes of tokens [first, last); empty where there are none.
func (t *Text) Span(first, last int) pipeline.Span {
	if first >= last || first < 0 || last > len(t.Tokens) {
		return pipeline.Span{}
	}
	return pipeline.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// MentionAt gives the mention that holds token i and the tokens it takes.
func (t *Text) MentionAt(i int) (m *Mention, first, last int) {
	if t.W(i).Mention < 0 {
		return nil, i, i
	}
	k := t.Words[i].Mention
	first, last = i, i+1
	for first > 0 && t.Words[first-1].Mention == k {
		first--
	}
	for last < len(t.Words) && t.Words[last].Mention == k {
		last++
	}
	return &t.Mentions[k], first, last
}

// settle decides within sentence s which verb forms are verbs.
func (t *Text) settle(s int) {
	first, last := t.Sentences[s].First, t.Sentences[s].Last
	for i := first; i < last; i++ {
		w := &t.Words[i]
		if w.Class == Noun && i > first && t.Words[i-1].Class == To && t.unknownVerb(i) {
			w.Class, w.Lemma, w.Form = Verb, w.Low, Base
		}
		if w.Class != Verb {
			if w.Low == "her" && w.Class == Poss && t.objectHer(i, last) {
				w.Class = Pron
			}
			if w.Low == "that" && (i == first || t.W(i-1).Class == Prep) {
				w.Class = Det
			}
			continue
		}
		if t.inName(i, first, t.Heading[s]) || !t.isVerb(i, first, last) {
			w.Class, w.Lemma, w.Form = Noun, "", 0
			if w.Upper && i > first && !t.Heading[s] {
				w.Class = Name
			}
		}
	}
}

// objectHer tells "called on her at her office" from "called on her minister".
func (t *Text) objectHer(i, last int) bool {
	if i+1 >= last {
		return true
	}
	switch next := t.W(i + 1); next.Class {
	case Prep, Stop, Comma, Conj, Sub, To, Quote, Rel:
		return next.Mention < 0
	case Adv:
		return next.Mention < 0 && t.W(i+2).Class != Noun && t.W(i+2).Class != Verb
	}
	return false
}

// unknownVerb tells whether the word after "to" is a verb that the lists lack:
// in small letters, no plural and not formed as nouns are.
func (t *Text) unknownVerb(i int) bool {
	w := t.Words[i]
	if w.Upper || w.Mention >= 0 || len(w.Low) < 3 {
		return false
	}
	for _, end := range []string{"s", "ion", "ment", "ity", "ness", "ism", "ance", "ence", "ing", "ship", "hood", "al", "ic", "ous", "ful", "ive", "er", "or", "ary", "ent"} {
		if strings.HasSuffix(w.Low, end) {
			return false
		}
	}
	next := t.W(i + 1)
	return next.Class != To && (next.Class == Det || next.Class == Poss || next.Class == Adv || next.Class == Noun || next.Class == Stop || next.Class == Prep || next.Class == Name)
}

// inName tells whether verb-like word i stands in a name: within a mention, or
// with a capital where none is due.
func (t *Text) inName(i, first int, heading bool) bool {
	w := t.Words[i]
	if w.Mention >= 0 {
		return true
	}
	if !w.Upper || heading {
		return false
	}
	return i > first && t.W(i-1).Class != Quote && t.W(i-1).Class != Stop
}

// isVerb decides for a word that can be a verb by the words beside it.
func (t *Text) isVerb(i, first, last int) bool {
	w, prev := &t.Words[i], &stopWord
	j := i - 1
	for j >= first && t.Words[j].Class == Adv {
		j--
	}
	if j >= first {
		prev = &t.Words[j]
	}
	next := t.W(i + 1)
	if i+1 >= last {
		next = &stopWord
	}
	switch prev.Class {
	case To, Modal, Not:
		return w.Form&Base != 0 || prev.Class == Not
	case Aux:
		if w.Form&(Participle|Ing) != 0 {
			return w.Form&Ing == 0 || !nounToo[w.Low] || next.Class == Prep || next.Class == Det || next.Class == Name
		}
		return w.Form&Base != 0 && t.Is(j, "do", "does", "did")
	case Pron, Rel:
		return true
	case Det:
		return false
	case Poss:
		return w.Form&Ing != 0 && !nounToo[w.Low] && next.Class == Det
	}
	switch {
	case w.Low == "visiting" && (prev.Low == "with" || prev.Low == "by" || prev.Class == Stop || prev.Class == Conj || prev.Class == Comma || prev.Class == Verb):
		return false // "with visiting Prime Minister X"
	case w.Form&Ing != 0:
		return t.isGerund(i, prev, next)
	case w.Form&(Past|Participle) != 0 && w.Form&Base == 0:
		return t.isPast(i, prev, next)
	}
	return t.isPresent(i, prev, next)
}

func (t *Text) isGerund(i int, prev, next *Word) bool {
	if prev.Low == "with" && next.Class == Noun || prev.Class == Prep && (next.Class == Conj || next.Class == Comma || next.Class == Stop) {
		return false // "with rowing clubs", "about fishing and"
	}
	if !nounToo[t.Words[i].Low] {
		return prev.Class != Num && next.Low != "of"
	}
	titled := next.Upper && !t.Words[i].Upper // "when meeting Speaker X"
	switch prev.Class {
	case Prep, Sub: // "after meeting with", but "for meeting costs"
		return next.Class == Prep && next.Low != "of" || next.Class == Det || next.Mention >= 0 && next.Class != Noun || titled
	case Noun: // "leaders working to end the war"
		return strings.HasSuffix(prev.Low, "s") && (next.Class == To || next.Class == Det || next.Class == Prep && next.Low != "of")
	case Comma, Stop:
		return next.Class == Det || next.Mention >= 0 || titled || next.Low == "with" && t.Words[i].Low == "meeting" || (next.Class == Prep || next.Class == To) && t.Words[i].Low == "speaking"
	}
	return false
}

// isPast decides for a form in -ed or its like: no verb where it qualifies a noun.
func (t *Text) isPast(i int, prev, next *Word) bool {
	w := t.Words[i]
	qualifies := next.Class == Noun && !next.Upper && next.Mention < 0 || next.Class == Verb && nounToo[next.Low]
	if qualifies && adjectival[w.Low] && prev.Class != Name && prev.Mention < 0 {
		return false
	}
	switch prev.Class {
	case Prep:
		return prev.Low == "as" && !qualifies || prev.Mention >= 0 || prev.Low == "after" && false
	case Noun, Num:
		if qualifies && prev.Mention < 0 && !strings.HasSuffix(prev.Low, "s") && w.Lemma == w.Low {
			return false
		}
		return true
	case Comma, Conj:
		return !qualifies || !(t.W(i-2).Class == Noun && next.Class == Noun && w.Lemma == w.Low)
	case Verb:
		return !qualifies || prev.Form&Participle != 0 && t.Is(i, "held", "signed")
	}
	return !qualifies || prev.Class == Name || prev.Class == Close || prev.Class == Quote || prev.Class == Dash
}

// adjectival are participles that qualify people and things far more often than
// they govern an object.
var adjectival = wordSet("elected invited interested concerned affected displaced retired selected injured detained impacted accredited",
	"continued increased shared proposed renewed sustained expanded improved enhanced appointed armed united related planned wounded")

// isPresent decides for a base or third-person form outside "to" and modals.
func (t *Text) isPresent(i int, prev, next *Word) bool {
	w := t.Words[i]
	if prev.Class == Prep || prev.Class == Verb && !(prev.Form&Participle != 0) {
		return false
	}
	if w.Form&(Past|Participle) != 0 && !nounToo[w.Low] { // put, come
		return true
	}
	object := next.Class == Det || next.Class == Poss || next.Class == Prep && next.Low != "of" || next.Class == To ||
		next.Class == Sub || next.Mention >= 0 || next.Class == Name || next.Class == Num || next.Class == Adv || next.Class == Pron
	subject := prev.Class == Name || prev.Mention >= 0 || prev.Class == Close || prev.Class == Comma && t.Heading[t.Tokens[i].Sentence]
	if nounToo[w.Low] {
		if w.Form&Third != 0 {
			return subject && (object || prev.Mention >= 0 && t.Mentions[prev.Mention].Kind == Person && next.Class == Noun)
		}
		if prev.Mention >= 0 && t.Mentions[prev.Mention].Kind == Person && w.Form&Base != 0 {
			return false // one person has a verb in -s: "President X Call with Y"
		}
		return prev.Class == Conj && object && next.Low != "for" && next.Low != "in" && next.Low != "on" && next.Low != "with" ||
			subject && strings.HasSuffix(prev.Low, "s") && (next.Class == Det || next.Low == "with")
	}
	return true
}
