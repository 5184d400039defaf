package names

// sides are what the sentences of a page tell of who stands with whom and who
// faces whom: two that meet are of two states, one who comes with another is
// of his, one who travels to a state is not of it and those he meets there are.
type sides struct {
	facing map[*Person][]*Person // on the other side of an encounter
	states map[*Person][]string  // states of unnamed people on the other side: "met Latvian lawmakers"
	goes   map[*Person][]string  // states that the person travels to
	mates  map[*Person][]*Person // the leader whom the person accompanies
	sent   map[*Person][]string  // states of the delegations that the person leads or belongs to
	lists  map[*Person]*Person   // the one named right before in a list
	told   map[*Person]string    // states that the words beside a name or post tell
}

// maxSide bounds the persons of one side of a sentence that are looked at.
const maxSide = 8

func (f *frame) newSides() *sides {
	s := &sides{facing: map[*Person][]*Person{}, states: map[*Person][]string{}, goes: map[*Person][]string{}, mates: map[*Person][]*Person{}, sent: map[*Person][]string{},
		lists: map[*Person]*Person{}, told: map[*Person]string{}}
	k := 0
	var last *Person
	for _, sentence := range f.doc.Sentences {
		var persons []int
		for ; k < len(f.items) && f.items[k].first < sentence.Last; k++ {
			if f.items[k].kind == kPerson && f.personOf[k] != nil {
				persons = append(persons, k)
			}
		}
		f.sidesOf(s, sentence.First, sentence.Last, persons, last)
		if len(persons) > 0 {
			last = f.personOf[persons[0]]
		}
	}
	return s
}

// sidesOf reads the sentence of tokens [lo, hi): persons are its person items,
// last the person whom the sentence before names first.
func (f *frame) sidesOf(s *sides, lo, hi int, persons []int, last *Person) {
	var left, right, company []*Person
	var groups []string
	state, leader := "", last
	behind, among, n := false, false, 0
	for i := lo; i < hi; i++ {
		if n < len(persons) && f.items[persons[n]].first == i {
			p := f.personOf[persons[n]]
			switch {
			case among && leader != nil && leader != p && len(company) < maxSide:
				company = append(company, p)
				s.mates[p] = append(s.mates[p], leader)
			case state != "":
				s.sent[p] = append(s.sent[p], state)
				state = ""
				fallthrough
			case behind && len(right) < 4*maxSide:
				right = append(right, p)
			case !behind && len(left) < maxSide:
				left = append(left, p)
			}
			if n > 0 && f.listed(persons[n-1], persons[n]) && s.lists[p] == nil && f.personOf[persons[n-1]] != p {
				s.lists[p] = f.personOf[persons[n-1]]
			}
			if !among {
				leader = p
			}
			i = f.items[persons[n]].last - 1
			n++
			continue
		}
		switch t := &f.tok[i]; {
		case f.companyCue(i, hi):
			among = true
		case f.isFacing(i):
			behind, among = behind || len(left) > 0 || len(groups) > 0, false
		case f.leads(i, lo) != "":
			state, among = f.leads(i, lo), false
		case t.place.ok() && f.travelsTo(i, lo) && !f.inName[i]:
			iso := f.entry(t.place).ISO
			if n > 0 && iso != "" {
				p := f.personOf[persons[n-1]]
				s.goes[p] = append(s.goes[p], iso)
			} else if last != nil && f.pronoun(lo, i) {
				s.goes[last] = append(s.goes[last], iso)
			}
		}
		if iso := f.groupOf(i, hi); iso != "" {
			if behind {
				for _, p := range left {
					s.states[p] = append(s.states[p], iso)
				}
			} else if len(groups) < maxSide {
				groups = append(groups, iso)
			}
		}
	}
	s.face(left, right, groups)
}

// face sets those before the word of an encounter, with the states of groups
// there, against those behind it.
func (s *sides) face(left, right []*Person, groups []string) {
	for _, r := range right {
		s.states[r] = append(s.states[r], groups...)
		for _, l := range left {
			if l != r {
				s.facing[l] = append(s.facing[l], r)
				s.facing[r] = append(s.facing[r], l)
			}
		}
	}
}

// pronoun tells whether "he" or "she" stands among tokens [i, j).
func (f *frame) pronoun(i, j int) bool {
	for ; i < j; i++ {
		if w := f.tok[i].low; w == "he" || w == "she" {
			return true
		}
	}
	return false
}

// isFacing tells whether token i is a word between two sides.
func (f *frame) isFacing(i int) bool {
	w := f.tok[i].low
	if !facing[w] {
		return false
	}
	return w != "with" || i == 0 || f.tok[i-1].low != "together" && f.tok[i-1].low != "along"
}

// companyCue tells whether those of the same side follow token i: "accompanied
// by", "'s delegation includes".
func (f *frame) companyCue(i, hi int) bool {
	switch w := f.tok[i].low; {
	case w == "together" || w == "along":
		return i+1 < hi && f.tok[i+1].low == "with"
	case w == "alongside":
		return true
	case w == "accompanied" || w == "flanked":
		for j := i + 1; j < hi && j-i < 5; j++ {
			if f.tok[j].low == "by" {
				return true
			}
		}
	case includes[w]:
		for j := i - 1; j >= 0 && i-j < 6; j-- {
			if delegations[f.tok[j].low] {
				return true
			}
		}
	}
	return false
}

var (
	includes    = wordSet(`includes included include including comprises comprised comprising consists consisted consisting composed`)
	delegations = wordSet(`delegation entourage team retinue party`)
)

// leads gives the state of the delegation that the person behind token i leads:
// "a delegation from Latvia, led by X".
func (f *frame) leads(i, lo int) string {
	w := f.tok[i].low
	if w != "led" && w != "headed" || i+1 >= len(f.tok) || f.tok[i+1].low != "by" {
		return ""
	}
	for j := i - 1; j >= lo && i-j < 16; j-- {
		if iso := f.stateAt(j); iso != "" {
			for k := max(lo, j-8); k < i; k++ {
				if sentGroups[f.tok[k].low] {
					return iso
				}
			}
			return ""
		}
	}
	return ""
}

// stateAt gives the state that token i names, by a name or an adjective.
func (f *frame) stateAt(i int) string {
	t := &f.tok[i]
	switch {
	case t.shape == small || f.inName[i]:
	case t.place.ok():
		return f.entry(t.place).ISO
	case t.demonym.ok():
		return f.entry(t.demonym).ISO
	}
	return ""
}

// sentGroups are groups that a state sends.
var sentGroups = wordSet(`delegation delegations representation group team mission parliamentarians lawmakers mps deputies officials visitors side`)

// groupOf gives the state of unnamed people whom a state sends, where its
// adjective stands at token i: "Latvian lawmakers", "a delegation from Latvia".
func (f *frame) groupOf(i, hi int) string {
	iso := f.stateAt(i)
	if iso == "" {
		return ""
	}
	t := &f.tok[i]
	n := int(max(t.place.n, t.demonym.n))
	for j := i + n; j < hi && j < i+n+3; j++ {
		if sentGroups[f.tok[j].low] {
			return iso
		}
		if w := &f.tok[j]; w.shape == mark && !isPossessive(w.text) {
			break
		}
	}
	if j := i - 1; j > 0 && f.tok[j].low == "from" && sentGroups[f.tok[j-1].low] {
		return iso
	}
	return ""
}

// travelsTo tells whether somebody is said to travel to the place at token i:
// "visits Latvia", "the visit of Speaker X to Latvia".
func (f *frame) travelsTo(i, lo int) bool {
	to := i > lo && f.tok[i-1].low == "to"
	for j := i - 1; j >= lo && i-j <= 12; j-- {
		switch w := f.tok[j].low; {
		case travel[w]:
			return to || i-j <= 5
		case w == "from" || w == "of" && !to:
			return false
		}
	}
	return false
}

// listed tells whether person item l stands right behind k in a list: nothing but
// posts, courtesy words and what joins a list between them.
func (f *frame) listed(k, l int) bool {
	i, j := f.items[k].last, f.items[l].first
	if j-i > 30 {
		return false
	}
	joint := false
	for ; i < j; i++ {
		t := &f.tok[i]
		switch {
		case f.taken[i] || t.polite:
		case t.text == "," || t.text == ";" || t.low == "and" || t.text == "&":
			joint = true
		case t.low == "the" || t.low == "as" || t.low == "well" || t.low == "with" && f.tok[i-1].low != "," || t.low == "his" || t.low == "her" || t.text == "(" || t.text == ")":
		default:
			return false
		}
	}
	return joint
}

// tell notes the states that the words beside posts and names tell.
func (s *sides) tell(list []*holding, people []*Person) {
	for _, p := range people {
		if p.Country != "" && p.CountryRule == "country-beside-name" {
			s.told[p] = p.Country
		}
	}
	for _, h := range list {
		if h.place && h.iso != "" && s.told[h.person] == "" {
			s.told[h.person] = h.iso
		}
	}
}

// weigh adds what the sides tell of the states that person p can belong to.
func (s *sides) weigh(p *Person, score map[string]float64) {
	met := map[string]bool{}
	against := func(iso string, w float64) {
		if iso != "" && !met[iso] {
			met[iso] = true
			score[iso] -= w
		}
	}
	for i, q := range s.facing[p] {
		if i == 4*maxSide {
			break
		}
		if q.CountryRule != "country-of-page" {
			against(q.Country, 4)
		}
		for _, iso := range s.goes[q] {
			if s.told[q] != iso && score[iso] != 0 {
				score[iso] += 2
				break
			}
		}
	}
	for _, iso := range s.states[p] {
		against(iso, 4)
	}
	for _, iso := range s.goes[p] {
		against(iso, 4)
	}
	for i, iso := range s.sent[p] {
		if i == 0 {
			score[iso] += 7
		}
	}
	for i, q := 0, s.lists[p]; q != nil && i < maxSide; i, q = i+1, s.lists[q] {
		if iso := q.Country; iso != "" && (s.told[q] != "" || q.CountryRule != "country-of-page") {
			score[iso] += 5
			break
		}
	}
	for i, q := range s.mates[p] {
		if q.Country != "" && i < maxSide {
			score[q.Country] += 7
			break
		}
	}
}
