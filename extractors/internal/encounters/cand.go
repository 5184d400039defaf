package encounters

import (
	"readout/extractors/internal/clauses"
	"readout/pipeline"
)

// cand is a place in the text that tells, or seems to tell, of an encounter.
type cand struct {
	sentence    int
	first, last int // tokens of the trigger
	listed      int // end of a list of counterparts who are met one by one, 0 for none
	rule        string
	kind        string
	mode        string // told by the trigger itself, "" otherwise
	sides       [][]Party
	group       int // verb group that tells of status and time, -1 for none
	noun        int // token of the noun, -1 for a verb
	pointer     bool
	pair        bool // its parties are only pointed at: "the two sides"
	journey     bool // an announced visit, of which announced meetings are part
	site        bool // a visit to a place or body whose people received the guest
	vague       bool // names no party and points at nothing: "at a ceremony"
	heading     bool
	later       bool   // told as a further one: "Later, ..."
	series      bool   // one of several that one list of counterparts makes
	split       bool   // each counterpart has an encounter of his own
	apart       bool   // an encounter of its own beside others with the same parties
	status      string // "" until known
	from, to    int    // tokens of the clause, for time and place
	day, notDay int    // 1 + the mention of its date, of one that is not its date; 0 for none
	dated       *dated // what dateMention read last
}

func (c *cand) parties() []Party {
	var out []Party
	for _, s := range c.sides {
		out = append(out, s...)
	}
	return out
}

// finder finds the encounters of one page.
type finder struct {
	*reader
	drop    Drop
	focus   [][]Party // one a sentence: whom its main clause is about
	teams   []team
	pending []*cand // vague candidates that no encounter has taken up
	list    []*Encounter
	clauses []clauseOf // one an encounter
	gender  []byte     // one a person: 'm', 'f' or 0
	escort  map[int][]Party
	since   map[int]int // sentence from which a person has an escort
	quote   []bool      // one a token, nil until asked for
	exclude []Party     // whom a pronoun in an object does not mean: the subject
	trips   trips
	others  map[int]bool     // people who hold a post that the page's principal holds too; nil until asked for
	heads   []int            // one a sentence: the head of which it is an entry, -1 for none; nil until asked for
	intros  map[string]intro // delegations that the page introduces, by their noun; nil until asked for
	tells   []int            // one a sentence: the encounter it tells of, -1 for none
}

// clauseOf is where an encounter's own words stand.
type clauseOf struct {
	cands []*cand
	last  int  // last sentence that spoke of it
	back  bool // recalled beside what the page is about
}

// team is a delegation named before.
type team struct {
	head     string
	party    Party // the group or body; Kind "" where the text names only its people
	members  []Party
	leader   Party // Kind "" where the text names none
	complete bool  // the text lists all its people
	sentence int
}

// Bounds that no page in good faith meets; without them a hostile one costs
// the square of its length.
const (
	maxEncounters = 300 // of a page
	maxCands      = 40  // of a sentence
	maxTold       = 40  // tellings of one encounter that are asked for its day
)

// Find gives the encounters of a page in text order, at most maxEncounters. It
// is pure and deterministic; drop may be nil.
func Find(p *Page, drop Drop) []*Encounter {
	if drop == nil {
		drop = func(string, pipeline.Span, string) {}
	}
	f := &finder{reader: newReader(p), drop: drop, focus: make([][]Party, len(p.Sentences)), escort: map[int][]Party{}, since: map[int]int{}}
	f.genders()
	f.listTeams()
	for s := range p.Sentences {
		f.sentence(s)
	}
	return f.finish()
}

// partyOf makes the parties that one segment names.
func (f *finder) partyOf(s *seg, rule string, sentence int) []Party {
	switch s.kind {
	case person:
		return []Party{{Kind: PersonParty, Ref: s.ref, Span: s.span, Rule: rule}}
	case body:
		if p := f.initials(s.ref); p >= 0 {
			return []Party{{Kind: PersonParty, Ref: p, Span: s.span, Rule: rule}}
		}
		return []Party{{Kind: BodyParty, Ref: s.ref, Span: s.span, Rule: rule}}
	case group:
		if t := f.completeTeam(f.W(s.head).Low); t != nil {
			return withRule(t.members, rule)
		}
		if team := f.teamOf(s, sentence); team != nil {
			return withRule(team, rule)
		}
		if ps := f.sharers(s); len(ps) > 0 {
			return withRule(ps, rule)
		}
		if ps := f.ofStates(s); len(ps) > 0 {
			return withRule(ps, rule)
		}
		if ps := f.counterparts(s); len(ps) > 0 {
			return withRule(ps, rule)
		}
		if rule == "participant-subject" {
			if ps := f.lastSide(s); len(ps) > 0 {
				return withRule(ps, rule)
			}
		}
		return []Party{{Kind: GroupParty, Ref: -1, Name: f.name(s), Span: s.span, Rule: rule}}
	case official:
		if p, ok := f.leaderOf(s); ok {
			return withRule([]Party{p}, rule)
		}
		if p := f.chiefOf(s); p >= 0 {
			return []Party{{Kind: PersonParty, Ref: p, Span: s.span, Rule: rule}}
		}
		if p := f.heldBy(s); p >= 0 {
			return []Party{{Kind: PersonParty, Ref: p, Span: s.span, Rule: rule}}
		}
		if team := f.teamOf(s, sentence); team != nil {
			return withRule(team, rule)
		}
		return []Party{{Kind: GroupParty, Ref: -1, Name: f.name(s), Span: s.span, Rule: rule}}
	case country:
		return []Party{{Kind: CountryParty, Ref: -1, Name: f.Quote(s.span), Span: s.span, Rule: rule}}
	case pronoun:
		return withRule(f.pronoun(s, sentence), rule)
	case pointer:
		return withRule(f.pointed(s, sentence), rule)
	}
	return nil
}

// sharers gives the people of a definite plural post: of those who share it
// on the page, else of the encounter told last ("the Secretaries General").
func (f *finder) sharers(s *seg) []Party {
	start := f.skipLight(s.first, s.last)
	if !f.Is(s.first, "the", "both") || f.coreEnd(start, s.last) < s.last || f.titled(start, s.last) == 0 {
		return nil
	}
	var out []Party
	for _, p := range f.pluralHolders(f.titleWords(start, s.last)) {
		out = append(out, Party{Kind: PersonParty, Ref: p, Span: s.span})
	}
	if len(out) > 1 {
		return out
	}
	if len(f.list) > 0 {
		out = nil
		for _, p := range f.list[len(f.list)-1].Parties {
			if p.Kind == PersonParty {
				p.Span = s.span
				out = append(out, p)
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// counterparts gives the person of "his Latvian counterpart": of that country
// and named on the page.
func (f *finder) counterparts(s *seg) []Party {
	if !f.Is(s.head, "counterpart") {
		return nil
	}
	iso, ok := f.demonymIn(s.first, s.last)
	if !ok {
		return nil
	}
	for p := range f.People {
		if f.People[p].Country == iso && !hasParty(f.exclude, Party{Kind: PersonParty, Ref: p}) {
			return []Party{{Kind: PersonParty, Ref: p, Span: s.span}}
		}
	}
	return nil
}

func withRule(ps []Party, rule string) []Party {
	out := make([]Party, len(ps))
	for i, p := range ps {
		p.Rule = rule
		out[i] = p
	}
	return out
}

// read gives the parties of a region, the leader or members last named with it.
func (f *finder) read(first, limit int, rule string, sentence int) ([]Party, int, []seg) {
	l := f.reader.list(first, limit)
	segs := f.absorb(l.segs)
	var out []Party
	for i := range segs {
		r := rule
		if rule == "participant-subject" && (segs[i].join == lead || segs[i].join == with) {
			r = objectRule(&segs[i])
		}
		out = append(out, f.partyOf(&segs[i], r, sentence)...)
	}
	return unique(out), l.end, segs
}

// unique drops parties named twice.
func unique(ps []Party) []Party {
	var out []Party
	for _, p := range ps {
		if !hasParty(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func hasParty(list []Party, p Party) bool {
	for _, o := range list {
		if sameParty(o, p) {
			return true
		}
	}
	return false
}

func sameParty(a, b Party) bool {
	if a.Kind != b.Kind {
		return false
	}
	if a.Ref >= 0 || b.Ref >= 0 {
		return a.Ref == b.Ref
	}
	return similar(a.Name, b.Name)
}

// subjectOf gives the parties of the subject of verb group g.
func (f *finder) subjectOf(g int) []Party {
	if ps := f.inverted(g); len(ps) > 0 {
		return ps
	}
	r, link := f.Subject(g)
	s := f.Groups[g].Sentence
	if link == clauses.NoSubject || r.Empty() {
		return nil
	}
	r.First = max(r.First, f.afterDateline(s))
	if f.firstPerson(r) {
		if f.Is(r.Last-1, "i") {
			if f.quoted(r.Last - 1) {
				return f.quoter(r.Last - 1)
			}
			return f.author()
		}
		return nil
	}
	parties, _, segs := f.read(r.First, r.Last, "participant-subject", s)
	if link == clauses.Own || len(segs) == 0 {
		if len(parties) == 0 {
			return f.owner(r, s)
		}
		return parties
	}
	if m, at, end := f.MentionAt(r.Last - 1); link == clauses.Relative && m != nil && m.Kind == clauses.Body && segs[len(segs)-1].kind == nothing && f.Is(f.Groups[g].First-1, "which", "that") {
		return []Party{{Kind: BodyParty, Ref: m.Ref, Span: f.Span(at, end), Rule: "participant-subject"}} // "the work of the Council, which met"
	}
	return f.partyOf(&segs[len(segs)-1], "participant-subject", s)
}

// author gives the person whose statement the title says the page is.
func (f *finder) author() []Party {
	for s, sent := range f.Sentences {
		if f.Paragraphs[sent.Paragraph].Kind != pipeline.TitleParagraph {
			break
		}
		for i := sent.First; i < sent.Last; i++ {
			if !f.Is(i, "by", "from") || f.W(i).Mention >= 0 {
				continue
			}
			segs := f.reader.absorb(f.reader.list(i+1, sent.Last).segs)
			if len(segs) > 0 && segs[0].kind == person {
				return f.partyOf(&segs[0], "participant-subject", s)
			}
		}
	}
	return nil
}

// firstPerson tells a subject that speaks of itself.
func (f *finder) firstPerson(r clauses.Region) bool { return f.Is(r.Last-1, "we", "i", "you") }

// quoted tells whether token i stands within quotation marks.
func (f *finder) quoted(i int) bool {
	if f.quote == nil {
		f.quote = make([]bool, len(f.Words))
		for _, p := range f.Paragraphs {
			in := false
			for k := f.Sentences[p.First].First; k < f.Sentences[p.Last-1].Last; k++ {
				switch w := f.Word(k); {
				case w == "“" || w == "„" || w == "«" || w == "‘‘":
					in = true
				case w == "”" || w == "»" || w == "’’":
					in = false
				case w == "\"":
					in = !in
				}
				f.quote[k] = in
			}
		}
	}
	return f.quote[i]
}

// owner gives the person whose programme, visit or office is the subject.
func (f *finder) owner(r clauses.Region, s int) []Party {
	for i := r.First; i < r.Last; i++ {
		if f.W(i).Class != clauses.Poss {
			continue
		}
		if m, at, end := f.MentionAt(i - 1); m != nil && m.Kind == clauses.Person {
			return []Party{{Kind: PersonParty, Ref: m.Ref, Span: f.Span(at, end), Rule: "participant-subject"}}
		}
		if f.Is(i, "his", "her", "their") {
			return f.before(s, i, f.W(i).Low)
		}
	}
	return nil
}
