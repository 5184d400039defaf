package encounters

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/pipeline/gazetteer"
)

// reach is how many sentences back a pronoun may point.
const reach = 8

// pronoun gives whom a personal pronoun stands for.
func (f *finder) pronoun(s *seg, sentence int) []Party {
	if f.Is(s.head+1, "majesty", "majesties", "highness", "highnesses", "royal", "holiness") {
		return f.royals(s)
	}
	return f.before(sentence, s.head, f.W(s.head).Low)
}

// royals gives whom "His Majesty", "Their Royal Highnesses" stand for: those of
// that rank whom the page names.
func (f *finder) royals(s *seg) []Party {
	many := f.Is(s.head, "their")
	var out []Party
	for p := range f.People {
		for _, t := range f.People[p].Titles {
			core := coreTitle(t)
			if len(core) == 0 || !royal[core[0]] && !royal[core[len(core)-1]] || !many && !f.agrees(p, f.W(s.head).Low) {
				continue
			}
			if x := (Party{Kind: PersonParty, Ref: p, Span: s.span}); !hasParty(f.exclude, x) && !hasParty(out, x) {
				out = append(out, x)
			}
		}
	}
	switch {
	case many && len(out) == 2:
		return out
	case !many && len(out) > 0:
		return out[:1]
	}
	for k := len(f.list) - 1; k >= 0 && !many; k-- { // "The King", whom the page does not name
		for _, p := range f.list[k].Parties {
			if w := fields(p.Name); p.Kind == GroupParty && len(w) > 0 && royal[w[len(w)-1]] && !hasParty(f.exclude, p) {
				return []Party{p}
			}
		}
	}
	return nil
}

// royal are posts whose holders are Majesties and Highnesses.
var royal = set("king queen emperor empress sultan emir amir prince princess duke duchess pope patriarch")

// before gives whom a pronoun at token i of a sentence stands for: the one
// that the main clause of this sentence is about, where the pronoun comes
// later in it, else that of the sentences before.
func (f *finder) before(sentence, i int, low string) []Party {
	if low == "it" || low == "its" {
		return f.collective(sentence, i)
	}
	if low == "we" || low == "our" || low == "i" || low == "my" || low == "you" || low == "us" || low == "me" {
		return nil
	}
	many := low == "they" || low == "them" || low == "their"
	if many {
		var here []Party
		for _, p := range f.focus[sentence] {
			if p.Kind == PersonParty && p.Span.Start < f.Tokens[i].Start && !hasParty(f.exclude, p) {
				here = append(here, p)
			}
		}
		if len(here) > 1 {
			return here
		}
	}
	if many && len(f.list) > 0 && f.clauses[len(f.clauses)-1].last >= sentence-2 {
		if ps := f.lastPair(&seg{head: i, span: f.Span(i, i+1)}); len(ps) > 0 {
			return ps
		}
	}
	for k := sentence; k >= 0 && k > sentence-reach; k-- {
		var fit []Party
		for _, p := range f.focus[k] {
			if k == sentence && p.Span.Start >= f.Tokens[i].Start || hasParty(f.exclude, p) {
				continue
			}
			if many || p.Kind == PersonParty && f.agrees(p.Ref, low) {
				fit = append(fit, p)
			}
		}
		if len(fit) == 0 && k == sentence && !many && len(f.exclude) > 0 {
			if p, ok := f.nearest1(sentence, i, low); ok {
				return []Party{p}
			}
		}
		if len(fit) == 0 {
			continue
		}
		if !many {
			return fit[:1]
		}
		if k == sentence && len(fit) == 1 && fit[0].Kind == PersonParty {
			continue
		}
		return fit
	}
	return nil
}

// collective gives the body or the delegation that "it" at token i stands for:
// what the clause or one of the two sentences before is about.
func (f *finder) collective(sentence, i int) []Party {
	for k := sentence; k >= 0 && k > sentence-3; k-- {
		for _, p := range f.focus[k] {
			if k == sentence && p.Span.Start >= f.Tokens[i].Start {
				continue
			}
			switch {
			case p.Kind == BodyParty:
				return []Party{p}
			case p.Kind == GroupParty && single(p.Name):
				return []Party{p}
			}
		}
	}
	return nil
}

// single tells whether a group is named by a noun in the singular: "delegation of the Council".
func single(name string) bool {
	head := ""
	for _, w := range fields(name) {
		if w == "of" || w == "from" || w == "to" || w == "for" {
			break
		}
		head = w
	}
	return collectives[head]
}

// nearest1 gives the person last named before token i of the sentence whom the
// pronoun can mean beside the subject: "X assured Y of support when he visited her".
func (f *finder) nearest1(sentence, i int, low string) (Party, bool) {
	for k := i - 1; k >= f.Sentences[sentence].First; k-- {
		m, at, end := f.MentionAt(k)
		if m == nil || m.Kind != clauses.Person {
			continue
		}
		p := Party{Kind: PersonParty, Ref: m.Ref, Span: f.Span(at, end), Rule: "participant-subject"}
		if !hasParty(f.exclude, p) && f.agrees(p.Ref, low) {
			return p, true
		}
	}
	return Party{}, false
}

// agrees tells whether a person can be he or she.
func (f *finder) agrees(p int, low string) bool {
	switch f.gender[p] {
	case 'm':
		return low != "she" && low != "her" && low != "hers" && low != "herself"
	case 'f':
		return low != "he" && low != "him" && low != "his" && low != "himself"
	}
	return true
}

// genders reads the courtesy words and titles before names.
func (f *finder) genders() {
	f.gender = make([]byte, len(f.People))
	for _, m := range f.Mentions {
		if m.Kind != clauses.Person || f.gender[m.Ref] != 0 {
			continue
		}
		at := f.TokenAt(m.Start)
		for k := at - 1; k >= 0 && k >= at-4 && f.W(k).Mention < 0; k-- {
			if e, n := f.Gazetteer.Match([]string{f.Word(k)}, gazetteer.Courtesy|gazetteer.Title); n > 0 {
				f.setGender(m.Ref, e.Flags)
			}
		}
	}
	for p := range f.People {
		for _, t := range f.People[p].Titles {
			if f.gender[p] == 0 {
				e, _ := f.Gazetteer.Match(strings.Fields(t), gazetteer.Title)
				f.setGender(p, e.Flags)
			}
			low := strings.ToLower(t)
			switch {
			case f.gender[p] != 0:
			case strings.Contains(low, "woman"):
				f.gender[p] = 'f'
			case strings.Contains(low, "chairman") || strings.Contains(low, "spokesman"):
				f.gender[p] = 'm'
			}
		}
	}
}

func (f *finder) setGender(p int, flags gazetteer.Flag) {
	if flags&gazetteer.Male != 0 && flags&gazetteer.Female == 0 {
		f.gender[p] = 'm'
	} else if flags&gazetteer.Female != 0 && flags&gazetteer.Male == 0 {
		f.gender[p] = 'f'
	}
}

// pointed gives whom "the delegation", "the Mission" stand for. "The two
// leaders", "both sides", "the guest" name nobody that is not a party already.
func (f *finder) pointed(s *seg, sentence int) []Party {
	if t := f.teamOf(s, sentence); t != nil {
		return t
	}
	if ps := f.lastPair(s); len(ps) > 0 {
		return ps
	}
	head := f.W(s.head).Low
	if (head == "delegation" || head == "mission" || head == "team") && (s.last-s.first > 2 || len(f.list) == 0) {
		return []Party{{Kind: GroupParty, Ref: -1, Name: f.name(s), Span: s.span}}
	}
	return nil
}

// lastPair gives the people of the encounter told last, for "the two leaders".
func (f *finder) lastPair(s *seg) []Party {
	head := f.W(s.head).Low
	if len(f.list) == 0 || !pairs[head] && !((head == "men" || head == "women") && f.metAt(s.last)) {
		return nil
	}
	var out []Party
	for _, p := range f.list[len(f.list)-1].Parties {
		if p.Kind == PersonParty {
			p.Span = s.span
			out = append(out, p)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// metAt tells whether a verb of meeting follows at token i, past adverbs: "the two men last met".
func (f *finder) metAt(i int) bool {
	for f.W(i).Class == clauses.Adv || f.Is(i, "last", "first") {
		i++
	}
	g := f.groupAtToken(i)
	return g >= 0 && f.Groups[g].Lemma == "meet"
}

// lastSide gives those whom "the deputies" or "the observers" stand for: the
// first side of the encounter told last, where it is a group.
func (f *finder) lastSide(s *seg) []Party {
	if len(f.list) == 0 || !f.Is(s.first, "the") || s.head > s.first+1 || s.last > s.head+1 {
		return nil
	}
	e := f.list[len(f.list)-1]
	var out []Party
	several := false
	for _, p := range e.Parties {
		if p.Side == 1 {
			out = append(out, p)
			several = several || p.Kind == GroupParty
		}
	}
	if !several {
		return nil
	}
	return out
}

// pairs are words for the two who met.
var pairs = set("both two they them their sides leaders parties ministers presidents speakers premiers interlocutors counterparts chancellors",
	"heads principals pair duo diplomats officials politicians secretaries chairmen chairpersons governors mayors chiefs")

// teamOf gives the people of a delegation named before, or the body that a
// definite noun is short for.
func (f *finder) teamOf(s *seg, sentence int) []Party {
	start := f.skipLight(s.first, s.last)
	if !s.definite || f.coreEnd(start, s.last) < s.last {
		return nil
	}
	head := f.W(s.head).Low
	if !collectives[head] && head != "visitors" && head != "guests" && head != "observers" {
		return nil
	}
	if s.head > start && !f.W(s.head).Upper {
		return nil
	}
	if head == "observers" {
		head = "mission"
	}
	for k := len(f.teams) - 1; k >= 0; k-- {
		if t := &f.teams[k]; t.head == head && t.sentence <= sentence || t.head == head && t.complete {
			if ps := f.ofTeam(t); len(ps) > 0 {
				return ps
			}
		}
	}
	if p, ok := f.bodyNamed(start, s.head+1); ok {
		p.Span = s.span
		return []Party{p}
	}
	if p, ok := f.introduced(head, sentence); ok {
		return []Party{p} // by the span where its name stands
	}
	if head == "delegation" || head == "visitors" || head == "team" {
		for k := sentence; k >= 0 && k > sentence-reach; k-- {
			for _, p := range f.focus[k] {
				if e := f.escort[p.Ref]; p.Kind == PersonParty && len(e) > 0 {
					return unique(append([]Party{p}, e...))
				}
			}
		}
	}
	return nil
}

func (f *finder) ofTeam(t *team) []Party {
	if t.complete || t.party.Kind == "" {
		return t.members
	}
	return unique(append([]Party{t.party}, t.members...))
}

// bodyNamed gives the body whose name ends or begins with the words of tokens
// [first, last) and which was named last before.
func (f *finder) bodyNamed(first, last int) (Party, bool) {
	words := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		words = append(words, f.W(i).Low)
	}
	best := -1
	for _, m := range f.Mentions {
		if m.Kind != clauses.Body || m.Start >= f.Tokens[first].Start {
			continue
		}
		if holdsRun(fields(f.Bodies[m.Ref].Name), words) {
			best = m.Ref
		}
	}
	if best < 0 {
		return Party{}, false
	}
	return Party{Kind: BodyParty, Ref: best}, true
}

// holdsRun tells whether words stand side by side in name before any "of".
func holdsRun(name, words []string) bool {
	for i := 0; i+len(words) <= len(name); i++ {
		if i > 0 && name[i-1] == "of" {
			return false
		}
		same := true
		for k, w := range words {
			if name[i+k] != w {
				same = false
				break
			}
		}
		if same {
			return true
		}
	}
	return false
}

// setFocus finds whom the main clause of sentence s is about.
func (f *finder) setFocus(s int) {
	defer f.noteSubject(s)
	if h := f.headOf(s); h >= 0 {
		if f.focus[s] = f.headSubject(h); len(f.focus[s]) > 0 {
			return
		}
	}
	lo, hi := f.GroupsOf(s)
	for g := lo; g < hi; g++ {
		if !f.Groups[g].Finite() {
			continue
		}
		r, link := f.Subject(g)
		if link != clauses.Own {
			continue
		}
		if ps, _, _ := f.read(r.First, r.Last, "participant-subject", s); len(ps) > 0 {
			f.focus[s] = ps
			return
		}
		if saying[f.Groups[g].Lemma] && !f.Groups[g].Passive {
			if m, at, end := f.MentionAt(f.nameAfter(f.Groups[g].Last)); m != nil && m.Kind == clauses.Person {
				f.focus[s] = []Party{{Kind: PersonParty, Ref: m.Ref, Span: f.Span(at, end), Rule: "participant-subject"}}
				return
			}
		}
	}
}

// noteSubject remembers in which sentence a person was last what it is about.
func (f *finder) noteSubject(s int) {
	for _, p := range f.focus[s] {
		if p.Kind == PersonParty {
			f.subjects[p.Ref] = s + 1
		}
	}
}

// nameAfter passes over titles and courtesy words after "said".
func (f *finder) nameAfter(i int) int {
	for k := i; k < i+14 && k < len(f.Words); k++ {
		w := f.W(k)
		if w.Mention >= 0 && f.Mentions[w.Mention].Kind == clauses.Person {
			return k
		}
		if w.Class == clauses.Stop && len(w.Low) == 1 || w.Class == clauses.Comma || w.Class == clauses.Quote || w.Class == clauses.Sub {
			break
		}
	}
	return i
}

// saying are verbs of speech.
var saying = set("say tell note add stress state remark explain express thank underline underscore emphasize emphasise inform",
	"highlight declare announce affirm assure brief recall mention point urge call commend praise welcome indicate observe outline",
	"present propose raise reaffirm reiterate speak stress suggest voice ask respond reply congratulate acquaint apprise describe",
	"share agree commit confirm convey acknowledge appreciate applaud condemn touch refer dwell deal report promise pledge wish")
