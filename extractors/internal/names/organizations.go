package names

import (
	"strings"

	"readout/pipeline/gazetteer"
)

// cluster is the mentions of one body in the making.
type bodyCluster struct {
	body     *Body
	words    []string // of the fullest name, in small letters
	nouns    []string // nouns and known names in it
	entry    string   // name of its row in the word lists, "" where none
	class    string
	acronym  bool // known by acronym alone
	bare     bool // nothing but a noun
	owner    bool // a post belongs to it
	strength int
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
	for _, it := range b.items {
		switch it.kind {
		case kBody:
			c := &b.bodies[it.ref]
			b.mention(it.first, it.last, c, "head-noun")
		case kPost:
			if o := b.posts[it.ref].own; o.ok() && !o.place && !o.generic {
				b.mention(o.first, o.last, b.candidate(o.first, o.last), "owner-of-post").owner = true
			}
		}
	}
	b.acronyms()
	b.mergeBodies()
	for _, c := range b.clusters {
		b.list(c)
	}
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
	if b.tok[first].low == "the" {
		first++
	}
	key := b.key(first, last)
	k := b.bodyOf[key]
	if k == nil {
		k = &bodyCluster{body: &Body{Name: b.text(first, last)}, words: strings.Fields(key)}
		if c != nil {
			k.class, k.acronym, k.body.Country = c.class, c.acronym, c.iso
			k.bare = c.first == c.nucleus && c.last == c.nucleus+1 && !c.acronym && b.tok[c.nucleus].head.ok()
		}
		for i := first; i < last; i++ {
			t := &b.tok[i]
			if t.head.ok() || t.body.ok() {
				k.nouns = append(k.nouns, t.low)
			}
			if i == first && t.body.ok() && int(t.body.n) == last-first {
				e := b.entry(t.body)
				k.entry, k.body.Country = e.Name, e.ISO
			}
		}
		b.bodyOf[key] = k
		b.clusters = append(b.clusters, k)
	}
	k.mentions = append(k.mentions, bodyMention{first, last, rule})
	return k
}

// acronyms ties the acronyms in brackets to the names before them.
func (b *builder) acronyms() {
	endsAt := map[int]*bodyCluster{}
	for _, c := range b.clusters {
		for _, m := range c.mentions {
			endsAt[m.last] = c
		}
	}
	for _, a := range b.introductions() {
		full := endsAt[a.open]
		if full == nil || full.acronym && !full.bare {
			continue
		}
		if full.body.Acronym == "" {
			full.body.Acronym = a.text
		}
		key := b.key(a.open+1, a.end-1)
		if c := b.bodyOf[key]; c != nil && c != full {
			b.merge(full, c)
		} else if c == nil {
			full.mentions = append(full.mentions, bodyMention{a.open + 1, a.end - 1, "acronym-in-parentheses"})
		}
		b.bodyOf[key] = full
	}
}

// merge moves the mentions of c to full.
func (b *builder) merge(full, c *bodyCluster) {
	if full == c {
		return
	}
	full.mentions = append(full.mentions, c.mentions...)
	full.owner = full.owner || c.owner
	if full.body.Country == "" {
		full.body.Country = c.body.Country
	}
	c.mentions = nil
	for key, k := range b.bodyOf {
		if k == c {
			b.bodyOf[key] = full
		}
	}
}

// mergeBodies ties shorter forms to fuller ones.
func (b *builder) mergeBodies() {
	for _, c := range b.clusters {
		if len(c.mentions) == 0 {
			continue
		}
		var home *bodyCluster
		many := false
		for _, d := range b.clusters {
			if d == c || len(d.mentions) == 0 || !shortOf(c, d) {
				continue
			}
			if home != nil && home != d {
				many = true
			}
			home = d
		}
		if home != nil && !many {
			b.merge(home, c)
		}
	}
}

// shortOf tells whether c can be a shorter form of d.
func shortOf(c, d *bodyCluster) bool {
	if c.entry != "" && c.entry == d.entry {
		return len(c.words) < len(d.words) || len(c.words) == len(d.words) && c.acronym && !d.acronym
	}
	if len(c.words) >= len(d.words) || c.acronym {
		return false
	}
	n := len(c.words)
	if equal(c.words, d.words[:n]) && joiners[d.words[n]] {
		return true
	}
	if c.class == "legislature" && d.class == c.class && c.body.Country != "" && c.body.Country == d.body.Country && len(c.nouns) > 0 && len(d.nouns) > 0 {
		return c.nouns[len(c.nouns)-1] == d.nouns[0] || c.nouns[0] == d.nouns[0]
	}
	return c.bare && (d.words[n-1] == c.words[0] && joiners[d.words[n]] || d.words[len(d.words)-1] == c.words[0])
}

var joiners = map[string]bool{"of": true, "for": true, "on": true, "in": true, "to": true, "at": true, "named": true}

func equal(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// list reports a cluster unless nothing tells that it is a body.
func (b *builder) list(c *bodyCluster) {
	if len(c.mentions) == 0 {
		return
	}
	if c.bare && c.class == "legislature" && !c.owner && bareNouns[c.words[0]] {
		return
	}
	best := c.mentions[0]
	for _, m := range c.mentions {
		if m.rule != "acronym-in-parentheses" && m.last-m.first > best.last-best.first {
			best = m
		}
	}
	c.body.Name = b.text(best.first, best.last)
	for _, m := range c.mentions {
		c.body.Mentions = append(c.body.Mentions, Mention{b.span(m.first, m.last), m.rule})
	}
	b.out.Bodies = append(b.out.Bodies, c.body)
}

// bareNouns are nouns of chambers that name one only together with more.
var bareNouns = wordSet(`parliament assembly house legislature chamber majlis`)

// byNoun gives the body with that noun that the text named last before token
// i, else the first after it.
func (b *builder) byNoun(noun string, i int) *bodyCluster {
	var before, after *bodyCluster
	at, next := -1, 1<<30
	for _, c := range b.clusters {
		if c.bare || c.acronym || !has(c.nouns, noun) {
			continue
		}
		for _, m := range c.mentions {
			if m.first < i && m.first > at {
				before, at = c, m.first
			}
			if m.first >= i && m.first < next {
				after, next = c, m.first
			}
		}
	}
	if before != nil {
		return before
	}
	return after
}

func has(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

var _ = gazetteer.Any
