package names

import (
	"strings"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// bodyCluster is the mentions of one body in the making.
type bodyCluster struct {
	body     *Body
	words    []string // of the fullest name, in small letters, without articles
	nouns    []string // nouns and known names in it
	entry    string   // name of its row in the word lists, "" where none
	class    string
	acronym  bool // known by acronym alone
	bare     bool // nothing but a noun
	owner    bool // a post belongs to it
	vague    bool // a shorter form of two fuller names
	mentions []bodyMention
}

// bodyMention is one mention of a body.
type bodyMention struct {
	first, last int
	rule        string
}

// organizations ties the mentions of one body together.
func (b *builder) organizations() {
	b.bodyOf = map[string]*bodyCluster{}
	for k, it := range b.items {
		switch it.kind {
		case kBody:
			if c := &b.bodies[it.ref]; !b.venueOnly(c) && !b.postInShort(k) {
				b.mention(it.first, it.last, c, bodyRule(c))
			}
		case kPost:
			if o := b.posts[it.ref].own; o.ok() && !o.place && (!o.generic || b.namesAlone(o)) && !b.taggedPlace(o.first, o.last) && !b.plainOwner(o) {
				b.mention(o.first, o.last, b.candidate(o.first, o.last), "owner-of-post").owner = true
			}
			b.accredited(b.posts[it.ref].to)
		case kPerson:
			b.partyOf(it.last)
		}
	}
	for _, t := range b.ties {
		if o := t.beside; o.ok() && !o.place {
			b.mention(o.first, o.last, b.candidate(o.first, o.last), "owner-of-post").owner = true
		}
	}
	b.tieAcronyms()
	b.mergeBodies()
	for _, c := range b.clusters {
		b.list(c)
	}
}

// accredited mentions the body that an envoy is sent to: "Ambassador of Chile to the
// European Union". A state is none.
func (b *builder) accredited(to owner) {
	if !to.ok() || int(b.tok[to.first].place.n) == to.last-to.first || stateNouns[b.tok[to.first].low] {
		return
	}
	if c := b.candidate(to.first, to.last); c != nil && !c.generic {
		b.mention(c.first, c.last, c, bodyRule(c))
	}
}

// partyOf mentions the party or body whose acronym stands in brackets at token i,
// behind a person's name: "Ana Lind (ODS)".
func (b *builder) partyOf(i int) {
	if i+2 >= len(b.tok) || b.tok[i].text != "(" || b.tok[i+2].text != ")" {
		return
	}
	t := &b.tok[i+1]
	if strings.ContainsAny(t.text, "0123456789") {
		return // the number of a constituency
	}
	if t.shape == mixed || b.groupName(i+1, i+2) && !b.otherAcronyms[t.text] && len(t.text) > 1 {
		b.mention(i+1, i+2, &body{first: i + 1, last: i + 2, nucleus: i + 1, acronym: true, class: "party"}, "party-in-brackets")
	}
}

func bodyRule(c *body) string {
	switch {
	case c.rule != "":
		return c.rule
	case c.known:
		return "known-name"
	case c.acronym:
		return "acronym"
	}
	return "head-noun"
}

// aloneNouns name a body by themselves where the page has no fuller name with
// the noun.
var aloneNouns = wordSet(`cabinet council commission commonwealth congress senate house administration parliament`)

// namesAlone tells whether the bare noun that owns a post names a body:
// "Commonwealth Secretary-General".
func (b *builder) namesAlone(o owner) bool {
	return o.last-o.first == 1 && aloneNouns[b.tok[o.first].low] && b.tok[o.first].shape == capital
}

// postInShort tells whether the acronym that is item k stands before a name as a
// post does: "NSA Lind met", not "chair of the NSA Ana Lind".
func (b *builder) postInShort(k int) bool {
	it := b.items[k]
	if k+1 >= len(b.items) || b.items[k+1].kind != kPerson || b.items[k+1].first != it.last || it.last-it.first > 1 || b.tok[it.first].shape != upper || b.tok[it.first].heading {
		return false
	}
	lo, _ := b.sentenceOf(it.first)
	if it.first == lo {
		return b.tok[it.last].sentence == b.tok[it.first].sentence
	}
	prev := &b.tok[it.first-1]
	return b.tok[it.last].sentence == prev.sentence && prev.shape == small && !functionWords[prev.low]
}

// plainOwner tells whether what owns a post is one English word that heads no body
// ("head of the Legislative"), or a delegation that only a state's or an adjective's
// word names ("head of the Kenyan delegation").
func (b *builder) plainOwner(o owner) bool {
	t := &b.tok[o.first]
	if end := b.tok[o.last-1].low; end == "delegation" || end == "team" {
		named := false
		for i := o.first; i < o.last-1; i++ {
			named = named || b.tok[i].body.ok() || b.tok[i].shape == upper || b.tok[i].shape == capital && !b.tok[i].vocab && !b.tok[i].demonym.ok() && !b.tok[i].place.ok()
		}
		return !named
	}
	return o.last-o.first == 1 && t.vocab && t.shape == capital && !t.head.ok() && !t.body.ok() && !t.portfolio.ok()
}

// candidate gives the body candidate of exactly these tokens, or nil.
func (b *builder) candidate(first, last int) *body {
	for i := range b.bodies {
		if c := &b.bodies[i]; c.first == first && c.last == last {
			return c
		}
	}
	return nil
}

// mention adds a mention to the cluster of its words.
func (b *builder) mention(first, last int, c *body, rule string) *bodyCluster {
	if b.tok[first].low == "the" && last-first > 1 {
		first++
	}
	key := b.bodyKey(first, last)
	k := b.bodyOf[key]
	if k == nil {
		k = b.newCluster(first, last, c, key)
		b.bodyOf[key] = k
		b.clusters = append(b.clusters, k)
	}
	k.mentions = append(k.mentions, bodyMention{first, last, rule})
	return k
}

// bodyKey gives the words of a body's name in small letters, without articles.
func (b *builder) bodyKey(first, last int) string {
	key := b.key(first, last)
	return strings.ReplaceAll(key, " the ", " ")
}

func (b *builder) newCluster(first, last int, c *body, key string) *bodyCluster {
	k := &bodyCluster{body: &Body{Name: b.text(first, last)}, words: strings.Fields(key)}
	if c != nil {
		k.class, k.acronym, k.body.Country = c.class, c.acronym, c.iso
		k.bare = c.first == c.nucleus && c.last == c.nucleus+1 && !c.acronym && b.tok[c.nucleus].head.ok()
	}
	for i := first; i < last; i++ {
		t := &b.tok[i]
		if t.head.ok() || t.body.ok() {
			k.nouns = append(k.nouns, t.low)
		}
	}
	if t := &b.tok[first]; t.body.ok() && int(t.body.n) == last-first {
		e := b.entry(t.body)
		k.entry = e.Name
		if k.body.Country == "" {
			k.body.Country = e.ISO
		}
		if e.Kind == gazetteer.Chamber {
			k.class = "legislature"
		}
	}
	return k
}

// list reports a cluster unless nothing tells that it is a body.
func (b *builder) list(c *bodyCluster) {
	if len(c.mentions) == 0 || c.vague {
		return
	}
	switch {
	case c.bare && (c.class != "legislature" && !aloneNouns[c.words[0]] || bareNouns[c.words[0]] && !(c.owner && c.words[0] == "house")):
		return
	case c.bare && c.words[0] == "parliament" && (b.tok[c.mentions[0].first].shape != capital || b.otherLegislature(c)):
		return
	case !c.owner && len(c.words) == 2 && c.words[1] == "house" && (c.words[0] == "upper" || c.words[0] == "lower"):
		return
	case c.acronym && c.entry == "" && !c.owner && !b.actsAsBody(c):
		m := c.mentions[0]
		b.near = append(b.near, nearMiss{m.first, m.last, "organizations", "acronym", "an acronym that no list holds, without a name or a sign of a body"})
		return
	}
	best := c.mentions[0]
	if b.otherHead(best.last-1, best.first, best.last) || b.severalBodies(best.first, best.last) {
		return
	}
	for _, m := range c.mentions {
		if m.rule != "acronym-in-parentheses" && m.last-m.first > best.last-best.first {
			best = m
		}
	}
	if full := b.fullForm(c); full.last > full.first {
		c.mentions = append(c.mentions, full)
		best = full
	}
	c.body.Name = b.text(best.first, best.last)
	for _, m := range c.mentions {
		c.body.Mentions = append(c.body.Mentions, Mention{b.span(m.first, m.last), m.rule})
	}
	b.out.Bodies = append(b.out.Bodies, c.body)
}

// otherLegislature tells whether the page names a legislature by more than c's
// bare noun: then that is meant.
func (b *builder) otherLegislature(c *bodyCluster) bool {
	for _, d := range b.clusters {
		if d != c && len(d.mentions) > 0 && (d.class == "legislature" || d.class == "chamber") {
			return true
		}
	}
	return false
}

// fullForm gives the full name of a body that is named by its acronym alone,
// where it stands within the name of a mission of that body: "Mission of the
// Organization of American States", with "OAS observers" beside it.
func (b *builder) fullForm(c *bodyCluster) bodyMention {
	if !c.acronym || c.entry == "" || b.tok[c.mentions[0].first].shape != upper {
		return bodyMention{}
	}
	for _, d := range b.clusters {
		if d == c || d.class != "mission" {
			continue
		}
		for _, m := range d.mentions {
			for i := m.first + 1; i < m.last; i++ {
				if t := &b.tok[i]; t.body.n > 1 && i+int(t.body.n) <= m.last && b.entry(t.body).Name == c.entry {
					return bodyMention{i, i + int(t.body.n), "known-name"}
				}
			}
		}
	}
	return bodyMention{}
}

// bareNouns are nouns of chambers that name one only together with more.
var bareNouns = wordSet(`assembly house legislature chamber majlis`)

// actsAsBody tells whether an acronym that no list knows and the text does not
// introduce is used as a body's: with an article, or saying something; or the
// tagger is sure of it.
func (b *builder) actsAsBody(c *bodyCluster) bool {
	for _, m := range c.mentions {
		if m.rule == "dateline-agency" || m.rule == "sign-off" || m.rule == "party-in-brackets" || b.tok[m.first].shape == mixed {
			return true
		}
		lo, hi := b.sentenceOf(m.first)
		if b.doc.Names != nil && b.doc.Names.Odds[m.first][pipeline.OrganizationName] >= sureAcronym {
			return true
		}
		if b.amongBodies(m.first, lo, hi) {
			return true
		}
		article := m.first > lo && b.tok[m.first-1].low == "the"
		if m.last < hi && saying[b.tok[m.last].low] || article && (m.last >= hi || b.tok[m.last].shape != capital) {
			return true
		}
	}
	return false
}

// amongBodies tells whether an acronym at i stands where bodies do: in a list with one
// that is known ("PSD, ZUK and ABC"), behind "from" or "of" of its people ("deputies
// from ZUK"), before them ("ZUK leaders").
func (b *builder) amongBodies(i, lo, hi int) bool {
	if len(b.tok[i].text) < 3 || strings.Contains(b.tok[i].text, "/") {
		return false
	}
	if i+1 < hi && b.tok[i+1].shape == small && peopleOfBodies[b.tok[i+1].low] {
		return true
	}
	if i-2 >= lo && (b.tok[i-1].text == "from" || b.tok[i-1].text == "of") && peopleOfBodies[b.tok[i-2].low] {
		return true
	}
	for j := i - 1; j > lo && i-j < 12 && (b.tok[j].text == "," || b.tok[j].text == "and" || b.tok[j].shape == upper); j-- {
		if t := &b.tok[j]; t.body.n == 1 && t.shape == upper {
			return true
		}
	}
	return i+2 < hi && (b.tok[i+1].text == "and" || b.tok[i+1].text == ",") && b.tok[i+2].shape == upper && b.tok[i+2].body.n == 1
}

// peopleOfBodies are those who belong to a body.
var peopleOfBodies = wordSet(`officials leaders members representatives deputies lawmakers delegates observers experts staff executives spokesman spokesperson spokeswoman
	delegation delegations member leader`)

// venueOnly tells whether a name that is a building's and a body's ("White
// House") stands for the building here.
func (b *builder) venueOnly(c *body) bool {
	t := &b.tok[c.first]
	if t.shape == upper && c.known && c.last-c.first > 1 && b.isDateline(c.first, c.last) {
		return true // "UNITED NATIONS, Sept. 26 (Xinhua)"
	}
	if !t.place.ok() || int(t.place.n) != c.last-c.first || b.entry(t.place).Kind != gazetteer.Venue {
		return false
	}
	lo, hi := b.sentenceOf(c.first)
	i := c.first - 1
	for i >= lo && (b.tok[i].low == "the" || b.tok[i].low == "senior") {
		i--
	}
	if c.last+1 < hi && b.tok[c.last].low == "senior" && officialNouns[b.tok[c.last+1].low] {
		return false
	}
	if c.last < hi && (isPossessive(b.tok[c.last].text) || saying[b.tok[c.last].low] || officialNouns[b.tok[c.last].low]) {
		return false
	}
	if c.last < hi && b.tok[c.last].heading && headlineVerbs[b.tok[c.last].low] {
		return false
	}
	return i >= lo && (locative[b.tok[i].low] || b.tok[i].low == "of" || b.tok[i].low == "and") || c.last >= hi || b.tok[c.last].shape != small || functionWords[b.tok[c.last].low]
}

// headlineVerbs are what bodies do in headlines, where verbs have capitals.
var headlineVerbs = wordSet(`announces hosts launches releases issues condemns convenes confirms says calls urges welcomes unveils names rejects denies
	holds celebrates proposes responds warns honors honours marks backs seeks expects plans considers signals defends`)

// officialNouns are people of a body, so that its name before them is the
// body's and not the building's.
var officialNouns = wordSet(`officials official staff spokesman spokesperson spokeswoman aides aide team adviser advisers advisor advisors statement
	follow meeting convened hosted launched released issued condemned wants plans believes`)
