package names

import (
	"sort"
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// holding is one post of one person in the making.
type holding struct {
	tie
	person *Person
	post   *post
	org    string
	orgAt  pipeline.Span
	iso    string
	place  bool // the owner is a state, city or region
	short  bool // a shorter form of another post of the person
	core   int  // end of the title where its last words name the owner, else 0
}

// owners finds the owners of posts that stand beside the name or the post. It
// comes before people and bodies are gathered: words behind a post that had
// been read as a name can turn out to be a body's.
func (b *builder) owners() {
	for i := 0; i < len(b.ties); i++ {
		t := &b.ties[i]
		if b.posts[b.items[t.post].ref].own.ok() {
			continue
		}
		o := b.behindPost(t.post)
		if p := &b.posts[b.items[b.ties[min(i, len(b.ties)-1)].post].ref]; o.ok() && !o.place && groupNouns[b.tok[p.coreEnd-1].low] {
			p.coreEnd = p.head + int(b.tok[p.head].title.n) // "Leader of the opposition party, the X"
		}
		t = &b.ties[min(i, len(b.ties)-1)]
		if !o.ok() {
			o = b.beforePost(t.post)
		}
		if !o.ok() && t.rule != "clause-after-name" && !b.ofBody(t.post) {
			o = b.beside(t.person)
		}
		t.beside = o
	}
}

// countryWords gives the words that tell the state of a holder: the owner's, else
// those that name the state of the page, else the post itself.
func (f *frame) countryWords(h *holding) (pipeline.Span, string) {
	if h.orgAt.Len() > 0 {
		return h.orgAt, "country-of-organization"
	}
	o, ok := f.names[h.iso]
	if !ok {
		o, ok = f.adjectives[h.iso]
	}
	if ok {
		return f.span(o.first, o.last), "country-of-page"
	}
	return f.span(h.post.first, h.post.last), "country-of-office"
}

// ofBody tells whether a post is one of a mission, delegation or committee by
// its own words: the state beside the name is then the person's, not the post's.
func (b *builder) ofBody(k int) bool {
	t := &b.posts[b.items[k].ref]
	for i := t.core; i < t.coreEnd; i++ {
		switch b.tok[i].low {
		case "delegation", "mission", "observer", "rapporteur", "co-rapporteur", "committee", "commission", "secretary-general", "general",
			"treasurer", "coordinator", "co-ordinator", "chair", "chairperson", "vice-chair", "co-chair":
			return true
		}
	}
	return false
}

var groupNouns = wordSet(`party group movement alliance coalition bloc union front faction company firm bank agency organization organisation association
	committee commission council institute university`)

// roles makes the posts of the persons from the ties: the owner that the
// phrase gives, then the one that the other posts of the phrase share, then
// the one that the rest of the page tells.
func (b *builder) roles() {
	var list []*holding
	f := b.newFrame()
	for _, t := range b.ties {
		h := &holding{tie: t, person: b.personOf[t.person], post: &b.posts[b.items[t.post].ref]}
		b.owner(h)
		list = append(list, h)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].tie.post < list[j].tie.post })
	b.inherit(list)
	for k, it := range b.items {
		if it.kind == kPerson {
			b.bracketed(k)
		}
	}
	for _, h := range list {
		if !h.turn.ok() {
			b.allegiance(h.person, h.post.from)
		}
		f.nationality(h)
	}
	for k, it := range b.items {
		if it.kind == kPerson {
			b.allegiances(k)
		}
	}
	f.context(list)
	for _, h := range list {
		if !h.short {
			b.post(h, f)
		}
	}
	for _, p := range b.out.People {
		sort.SliceStable(p.Posts, func(i, j int) bool { return p.Posts[i].TitleSpan.Start < p.Posts[j].TitleSpan.Start })
	}
	f.signs()
}

// nationality gives the holder of a post the state of its owner.
func (f *frame) nationality(h *holding) {
	if h.person.Country == "" && h.iso != "" {
		h.person.Country = h.iso
		h.person.CountrySpan, h.person.CountryRule = f.countryWords(h)
	}
}

// bracketed sets the country of a person by the state in a bracket behind the
// name or at the end of the line of a list, which tells it before any post does.
func (b *builder) bracketed(k int) {
	if i := b.items[k].last; i < len(b.tok) && b.tok[i].text == "(" {
		b.allegiance(b.personOf[k], b.beside(k))
	}
	first := b.items[k].first
	if !b.opensListLine(first) {
		return
	}
	_, hi := b.sentenceOf(first)
	if b.tok[hi-1].text == ")" { // "(Portugal, ALDE)"
		for hi--; hi > first && b.tok[hi].text != "(" && b.tok[hi].text != ","; hi-- {
		}
		if b.tok[hi].text == "(" {
			hi = b.bracketEnd(hi, len(b.tok)) - 1
		}
	}
	for n := 1; n <= 6 && hi-n-1 > first; n++ {
		j := hi - n
		if t := &b.tok[j]; int(t.place.n) == n && b.entry(t.place).Kind == gazetteer.Country && (b.commaOrCell(j-1) || b.tok[j-1].text == "(") {
			b.allegiance(b.personOf[k], b.placeOwner(j))
		}
	}
}

// allegiances sets the country of a person by the words beside the name, and of
// those named with him as "their Tajik counterparts".
func (b *builder) allegiances(k int) {
	o := b.beside(k)
	b.allegiance(b.personOf[k], o)
	if !o.ok() || o.last >= len(b.tok) || !strings.HasSuffix(b.tok[o.last].low, "parts") {
		return
	}
	a := &attacher{reading: b.reading, items: b.items, postAt: map[int]int{}}
	for j := a.nextPerson(k); j >= 0; j = a.nextPerson(j) {
		b.allegiance(b.personOf[j], o)
	}
}

// signs gives those whose name alone is a line of a paper of the U.S. government
// its state.
func (f *frame) signs() {
	if !f.us {
		return
	}
	for k, it := range f.items {
		p := f.personOf[k]
		if it.kind != kPerson || p.Country != "" || !f.signature(k) {
			continue
		}
		p.Country, p.CountrySpan, p.CountryRule = "US", f.span(it.first, it.last), "country-of-office"
	}
}

// allegiance sets the country of a person by the words beside the name.
func (b *builder) allegiance(p *Person, o owner) {
	if p.Country == "" && o.ok() && o.iso != "" {
		p.Country, p.CountrySpan, p.CountryRule = o.iso, b.span(o.first, o.last), "country-beside-name"
	}
}

// owner sets the owner that the words around a post give.
func (b *builder) owner(h *holding) {
	o := h.post.own
	if !o.ok() {
		o = h.tie.beside
	}
	if h.tie.turn.ok() {
		o = h.tie.turn
	}
	if o.ok() {
		b.setOwner(h, o)
		return
	}
	// "rector of the university": the body that the text names with that noun.
	last := h.post.coreEnd - 1
	if t := &b.tok[last]; last > h.post.head+1 && t.shape == small && t.head.ok() && b.tok[last-1].low != "of" {
		core := h.post.head + int(b.tok[h.post.head].title.n)
		if name, iso := b.subName(t.low, last); name != "" {
			h.org, h.orgAt, h.iso, h.core = name, b.span(last, last+1), iso, core
		} else if o := b.sentBody(t.low, last); o.ok() {
			h.org, h.orgAt, h.iso, h.core = b.ownerName(o), b.span(o.first, o.last), o.iso, core
		}
	}
}

func (b *builder) setOwner(h *holding, o owner) {
	h.org, h.orgAt = b.ownerName(o), b.span(o.first, o.last)
	h.iso, h.place = o.iso, o.place
	if o.place {
		return
	}
	if name, iso := b.resolve(o); name != "" {
		h.org = name
		if iso != "" {
			h.iso = iso
		}
	} else if s := b.sentBody(b.tok[o.last-1].low, o.first); s.ok() && o.generic && o.last-o.first == 1 {
		h.org, h.orgAt, h.iso = b.ownerName(s), b.span(s.first, s.last), s.iso
	} else if o.generic && b.tok[o.first].shape == small && !b.properWithin(o.first, o.last) {
		h.org = ""
	}
}

// resolve gives the name of the body that an owner names: by name, acronym or
// the noun alone.
func (b *builder) resolve(o owner) (name, iso string) {
	first := o.first
	if b.tok[first].low == "the" {
		first++
	}
	c := b.bodyOf[b.bodyKey(first, o.last)]
	if c == nil && o.last-first == 1 && b.tok[first].shape == upper {
		c = b.byInitials(b.tok[first].low)
	}
	switch {
	case c != nil && c.bare && o.generic:
	case c != nil && c.entry != "" && b.tok[first].shape == upper && !strings.EqualFold(c.body.Acronym, b.text(first, o.last)):
		return b.text(first, o.last), c.body.Country // "NSC" stays where the text does not introduce it
	case c != nil:
		return c.body.Name, c.body.Country
	}
	if b.tok[first].low == "commonwealth" && o.last-first == 1 {
		return "", ""
	}
	if o.generic && !b.properWithin(o.first, o.last) || c != nil && c.bare {
		return b.subName(b.tok[o.last-1].low, o.first)
	}
	return "", ""
}

// subName gives the name that the noun of a generic mention stands for: the
// body with that noun, or the part of a longer name that it heads ("the
// Organization" for "Mission of the Organization of X").
func (b *builder) subName(noun string, at int) (name, iso string) {
	c := b.byNoun(noun, at)
	if c == nil {
		return "", ""
	}
	name = c.body.Name
	if len(c.nouns) > 1 && c.nouns[0] != noun && c.nouns[len(c.nouns)-1] == noun {
		if i := strings.Index(strings.ToLower(name), " the "+noun+" of "); i > 0 {
			return name[i+5:], c.body.Country
		}
	}
	return name, c.body.Country
}

// inherit gives a post without owner the one of the post that "and" joins it
// to: "Deputy Prime Minister and Foreign Minister of Jordan".
func (b *builder) inherit(list []*holding) {
	for _, h := range list {
		for _, g := range list {
			if h.person != g.person || h.org != "" || g.org == "" || h.post.to.ok() {
				continue
			}
			after := h.tie.post+1 == g.tie.post && (g.post.own.first >= g.post.head || !g.post.own.ok() && g.tie.beside.first >= g.post.last) && h.post.coreEnd == h.post.last && !b.servesPost(h.post)
			before := h.tie.post-1 == g.tie.post && (h.post.has(gazetteer.State) == g.post.has(gazetteer.State) || g.place && h.post.has(gazetteer.Legislator)) && !(h.post.tense && !g.place)
			if !after && !before || !b.joined(h.tie.post, g.tie.post) {
				continue
			}
			h.org, h.orgAt, h.iso, h.place = g.org, g.orgAt, g.iso, g.place
		}
	}
}

// servesPost tells whether a title names the post it serves: "Assistant to
// the President".
func (b *builder) servesPost(t *post) bool {
	for i := t.head + 1; i < t.coreEnd; i++ {
		if b.tok[i].title.ok() && i >= t.head+2 {
			return true
		}
	}
	return false
}

// joined tells whether nothing but "and" or a dash stands between two items.
func (b *builder) joined(i, j int) bool {
	if i > j {
		i, j = j, i
	}
	for k := b.items[i].last; k < b.items[j].first; k++ {
		switch b.tok[k].low {
		case "and", "&", "the", "also", "–", "-", "/":
		default:
			return false
		}
	}
	return true
}

// post adds a holding to the posts of its person; variants of one post are one.
func (b *builder) post(h *holding, f *frame) {
	if h.core > 0 {
		h.post.coreEnd = h.core
	}
	title := b.title(h.post)
	p := &Post{Title: title, Organization: h.org, TitleSpan: b.span(h.post.core, h.post.coreEnd),
		OrganizationSpan: h.orgAt, Span: b.phrase(h), Rule: h.rule}
	if h.org == "" {
		p.OrganizationSpan = pipeline.Span{}
	}
	f.nationality(h)
	for _, q := range h.person.Posts {
		if samePost(q, p) {
			if q.Organization == "" {
				q.Organization, q.OrganizationSpan = p.Organization, p.OrganizationSpan
			}
			if len(p.Title) > len(q.Title) {
				p.Organization, p.OrganizationSpan = q.Organization, q.OrganizationSpan
				*q = *p
			}
			return
		}
	}
	h.person.Posts = append(h.person.Posts, p)
}

// samePost tells whether two posts of one person are variants of one.
func samePost(a, b *Post) bool {
	if a.Organization != "" && b.Organization != "" && !strings.EqualFold(a.Organization, b.Organization) {
		if !strings.EqualFold(a.Title, b.Title) || !strings.Contains(a.Organization, b.Organization) && !strings.Contains(b.Organization, a.Organization) &&
			!(presidingWord(a.Title) && (bareChambers[strings.ToLower(a.Organization)] || bareChambers[strings.ToLower(b.Organization)])) {
			return false
		}
	}
	if strings.EqualFold(a.Organization, b.Organization) || a.Organization == "" || b.Organization == "" {
		if presidingWord(a.Title) && presidingWord(b.Title) && (strings.EqualFold(a.Title, "speaker") || strings.EqualFold(b.Title, "speaker")) {
			return true // "Speaker X" of a chamber's chairman
		}
	}
	x, y := plainTitle(a.Title), plainTitle(b.Title)
	return x == y || strings.HasPrefix(x, y+" ") || strings.HasPrefix(y, x+" ") || strings.HasSuffix(x, "resident "+y) || strings.HasSuffix(y, "resident "+x)
}

// bareChambers are the nouns by which a chamber goes without its name: "Speaker of
// the House".
var bareChambers = wordSet(`house chamber assembly parliament`)

// plainTitle puts a title in small letters, written out, with one preposition
// before its field.
func plainTitle(s string) string {
	return strings.TrimSpace(titleSpelling.Replace(" " + strings.ToLower(s) + " "))
}

// titleSpelling tells what is one in titles: "PM" and "Prime Minister",
// "Under-Secretary of Trade" and "Undersecretary for Trade".
var titleSpelling = strings.NewReplacer("-", " ", " pm ", " prime minister ", " for ", " of ", " undersecretary ", " under secretary ", " &", " and")

// variant tells whether a title is a shorter form of another: "Minister" of
// "Minister of Health" and of "Trade and Export Minister", but "President" not of
// "Vice President". Both are in small letters without hyphens.
func variant(full, short string) bool {
	if full == short || strings.HasPrefix(full, short+" ") {
		return true
	}
	field, ok := strings.CutSuffix(full, " "+short)
	if !ok || field == "prime" || short == "general" {
		return false
	}
	for w := range strings.FieldsSeq(field) {
		if ranks[w] || tenseWords[w] || w == "first" || w == "under" || w == "sub" || w == "co" {
			return false
		}
	}
	return true
}

// presidingWord tells whether a title is that of who presides over a chamber.
func presidingWord(title string) bool {
	switch strings.ToLower(title) {
	case "speaker", "chairman", "chairwoman", "chairperson", "chair", "president", "marshal", "toraga":
		return true
	}
	return false
}

// phrase gives the words of post and name where they touch, else those of the
// post.
func (b *builder) phrase(h *holding) pipeline.Span {
	post, name := b.items[h.tie.post], b.items[h.tie.person]
	s := b.span(post.first, post.last)
	switch {
	case name.first >= post.last && name.first-post.last <= 4 && h.tie.person == h.tie.post+1:
		s.End = b.span(name.first, name.last).End
	case post.first >= name.last && post.first-name.last <= 4 && h.tie.person == h.tie.post-1:
		s.Start = b.span(name.first, name.last).Start
	}
	return s
}
