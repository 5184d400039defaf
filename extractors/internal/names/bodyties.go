package names

import "strings"

// tieAcronyms ties the acronyms in brackets to the names before them: to the
// whole name, or to the body at its end that the letters stand for ("Mission of
// the Organization of American States (OAS)").
func (b *builder) tieAcronyms() {
	endsAt := map[int]bodyMention{}
	for _, c := range b.clusters {
		for _, m := range c.mentions {
			endsAt[m.last] = m
		}
	}
	for _, a := range b.introductions() {
		m, ok := endsAt[a.open]
		if !ok {
			continue
		}
		first := b.suffixFor(a, m)
		full := b.bodyOf[b.bodyKey(m.first, m.last)]
		if first > m.first {
			full = b.mention(first, m.last, nil, "acronym-in-parentheses")
			full.class = "international"
		}
		if full == nil || full.acronym && !full.bare {
			continue
		}
		if full.body.Acronym == "" {
			full.body.Acronym = a.text
		}
		key := b.key(a.open+1, a.end-1)
		if c := b.bodyOf[key]; c != nil && c != full {
			b.merge(full, c)
		}
		full.mentions = append(full.mentions, bodyMention{a.open + 1, a.end - 1, "acronym-in-parentheses"})
		b.bodyOf[key] = full
	}
	for _, c := range b.clusters { // "PA" for "OSCE Parliamentary Assembly"
		if full := b.spelledOut(c); full != nil {
			b.merge(full, c)
			continue
		}
		if full := b.missionOf(c); full != nil {
			b.merge(full, c)
			continue
		}
		if c.acronym && c.entry == "" && len(c.words) == 1 && len(c.mentions) > 0 {
			if full := b.byInitials(c.words[0]); full != nil && full != c {
				b.merge(full, c)
			}
		}
	}
}

// suffixFor gives the token at which the body begins that an acronym behind a
// name stands for: the name's own first token where the letters fit it or
// where nothing else fits.
func (b *builder) suffixFor(a introduction, m bodyMention) int {
	known := ""
	if t := &b.tok[a.open+1]; t.body.ok() && int(t.body.n) == a.end-1-(a.open+1) {
		known = strings.ToLower(b.entry(t.body).Name)
	}
	if b.spellsAll(a.text, m.first, m.last) {
		return m.first
	}
	for i := m.first + 1; i < m.last; i++ {
		if w := b.tok[i-1].low; w != "of" && w != "the" && w != "to" {
			continue
		}
		if b.tok[i].low == "the" {
			continue
		}
		if b.spellsAll(a.text, i, m.last) || known != "" && b.bodyKey(i, m.last) == strings.ReplaceAll(known, " the ", " ") {
			return i
		}
		if t := &b.tok[i]; (t.head.ok() || t.body.ok()) && b.missionName(m) && !strings.ContainsAny(a.text, "Mm") {
			return i
		}
	}
	return m.first
}

// missionName tells whether a name is that of a mission or delegation sent by
// another body, which it names behind "of".
func (b *builder) missionName(m bodyMention) bool {
	for i := m.first; i < m.last && b.tok[i].text != "of"; i++ {
		if w := b.tok[i].low; w == "mission" || w == "delegation" || w == "team" {
			return true
		}
	}
	return false
}

// spellsAll tells whether the letters of an acronym are the initials of all the
// words [first, last), small ones left out or not.
func (b *builder) spellsAll(acronym string, first, last int) bool {
	letters := strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("-/ .+", r) {
			return -1
		}
		return r
	}, acronym))
	var short, long strings.Builder
	for i := first; i < last; i++ {
		t := &b.tok[i]
		if t.shape == mark || isPossessive(t.text) {
			continue
		}
		for part := range strings.SplitSeq(t.low, "-") {
			if part == "" {
				continue
			}
			if t.shape == upper {
				part = strings.ReplaceAll(part, ".", "")
				long.WriteString(part)
				short.WriteString(part)
				continue
			}
			long.WriteByte(part[0])
			if t.shape != small || !functionWords[t.low] {
				short.WriteByte(part[0])
			}
		}
	}
	return letters == short.String() || letters == long.String()
}

// byInitials gives the body whose last words begin with the letters.
func (b *builder) byInitials(letters string) *bodyCluster {
	if len(letters) < 2 {
		return nil
	}
	for _, c := range b.clusters {
		if c.acronym || len(c.mentions) == 0 {
			continue
		}
		initials := ""
		for _, w := range c.words {
			if w == "of" && len(initials) > 2 && initials == letters {
				return c // "CEC" for "Central Election Commission of Uqbar"
			}
			if w != "’s" && w != "'s" && !functionWords[w] {
				initials += w[:1]
			}
		}
		if initials == letters || len(initials) > len(letters) && strings.HasSuffix(initials, letters) && len(c.words) > 2 {
			return c
		}
	}
	return nil
}

// spelledOut gives the body that c names with its words in short: "OSCE PA" for
// "OSCE Parliamentary Assembly", "EU Observation Mission" for "European Union
// Observation Mission"; nil where there is none.
func (b *builder) spelledOut(c *bodyCluster) *bodyCluster {
	if len(c.mentions) == 0 || len(c.words) < 2 {
		return nil
	}
	m := c.mentions[0]
	t := &b.tok[m.first]
	if t.shape != upper {
		return nil
	}
	rest := c.words[1:]
	for _, d := range b.clusters {
		if d == c || len(d.mentions) == 0 || len(d.words) < 3 {
			continue
		}
		tail := d.words[1:]
		if d.words[0] != c.words[0] {
			n := int(b.tok[d.mentions[0].first].body.n)
			if !t.body.ok() || n < 2 || n >= len(d.words) || b.entry(t.body).Name != b.entry(b.tok[d.mentions[0].first].body).Name {
				continue
			}
			tail = d.words[n:]
		}
		if len(rest) == len(tail) && d.words[0] != c.words[0] && equal(rest, tail) || len(rest) == 1 && len(tail) > 1 && initialsOf(tail) == rest[0] {
			return d
		}
	}
	return nil
}

// missionOf gives the one mission whose name tells at its end who sent it, where c
// has the sender in short before its noun: "OAS Mission" for "Observation Mission
// of the Organization of American States"; nil where there is none.
func (b *builder) missionOf(c *bodyCluster) *bodyCluster {
	if len(c.mentions) == 0 || c.class != "mission" {
		return nil
	}
	t := &b.tok[c.mentions[0].first]
	if !t.body.ok() || int(t.body.n) >= len(c.words) {
		return nil
	}
	var full *bodyCluster
	for _, d := range b.clusters {
		if d == c || len(d.mentions) == 0 || d.class != "mission" {
			continue
		}
		m := d.mentions[0]
		for i := m.first + 1; i < m.last; i++ {
			if w := &b.tok[i]; w.body.ok() && b.entry(w.body).Name == b.entry(t.body).Name {
				if full != nil && full != d {
					return nil
				}
				full = d
			}
		}
	}
	return full
}

// initialsOf gives the first letters of words.
func initialsOf(words []string) string {
	var s strings.Builder
	for _, w := range words {
		s.WriteString(w[:1])
	}
	return s.String()
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
			many = many || home != nil
			home = d
		}
		switch {
		case home != nil && !many:
			b.merge(home, c)
		case many:
			c.vague = !c.owner || c.bare
		}
	}
}

// shortOf tells whether c can be a shorter form of d.
func shortOf(c, d *bodyCluster) bool {
	if n := len(c.words); n == 2 && len(d.words) == 2 && c.words[1] == "administration" && d.words[1] == c.words[1] && strings.HasPrefix(d.words[0], c.words[0]+"-") {
		return true // "Lind Administration" for "Lind-Moor Administration"
	}
	if c.entry != "" && c.entry == d.entry {
		return len(c.words) < len(d.words) || len(c.words) == len(d.words) && c.acronym && !d.acronym
	}
	if c.acronym {
		return false
	}
	if c.body.Country != "" && c.body.Country == d.body.Country && c.class == d.class && len(c.nouns) > 0 && len(d.nouns) > 0 {
		switch {
		case c.class == "legislature" && len(c.words) < len(d.words):
			return c.nouns[len(c.nouns)-1] == d.nouns[0] || c.nouns[0] == d.nouns[0]
		case c.class == "government" && len(c.words) < len(d.words):
			return c.nouns[0] == d.nouns[0]
		}
	}
	n := len(c.words)
	if n >= len(d.words) {
		return false
	}
	if equal(c.words, d.words[:n]) && joiners[d.words[n]] {
		return true
	}
	if ordinals[d.words[0]] && n == len(d.words)-1 && d.class == "legislature" {
		return false // "the Second Senate" is a term of the Senate
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
