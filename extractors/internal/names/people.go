package names

import (
	"sort"
	"strings"

	"readout/pipeline/gazetteer"
)

// builder makes the analysis from the chosen items.
type builder struct {
	*reading
	items    []item
	ties     []tie
	out      *Analysis
	personOf map[int]*Person         // by item
	bodyOf   map[string]*bodyCluster // by name and acronym in small letters
	clusters []*bodyCluster          // in text order
	sent     []owner                 // missions and delegations named by who sent them, nil before they are asked for
}

var evidenceRule = map[evidence]string{
	evForm: "capitalised-name", evSaid: "name-before-said", evCourtesy: "name-after-courtesy",
	evTitle: "name-after-title", evBareTitle: "name-after-title", evTitleNext: "name-before-title", evKnown: "later-mention", evTagged: "tagged-name",
}

// cluster is the mentions of one person in the making.
type cluster struct {
	items []int
	words []string // of the fullest form, folded
	posts map[string]bool
	sex   gazetteer.Flag // Male or Female by the courtesy words, 0 where none tells
	signs bool           // a mention is a line of its own in capitals
	gone  bool           // merged into another
}

// people ties the mentions of one person together, fullest names first.
func (b *builder) people() {
	posts := map[int][]string{}
	for _, t := range b.ties {
		p := &b.posts[b.items[t.post].ref]
		posts[t.person] = append(posts[t.person], b.key(p.core, p.coreEnd))
	}
	var list []int
	words := map[int][]string{}
	for k, it := range b.items {
		if it.kind == kPerson {
			list = append(list, k)
			words[k] = b.nameWords(it.first, it.last)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return fullness(words[list[i]]) > fullness(words[list[j]]) })
	var clusters []*cluster
	forms := map[string]*form{}
	for _, k := range list {
		key := strings.Join(words[k], " ")
		if forms[key] == nil {
			forms[key] = &form{words: words[k]}
		}
		home := b.home(forms[key].fitting(clusters), posts[k], k)
		if home == nil && len(words[k]) == 1 {
			home = b.respelled(clusters, words[k], posts[k], k)
		}
		if home == nil {
			home = &cluster{words: words[k], posts: map[string]bool{}}
			clusters = append(clusters, home)
		}
		home.items = append(home.items, k)
		home.sex |= b.sex(k)
		home.signs = home.signs || b.signature(k)
		for _, t := range posts[k] {
			home.posts[t] = true
		}
	}
	mergeNicknames(clusters)
	b.report(clusters)
}

// sex tells whether the courtesy words before a name are said of men or of
// women only.
func (b *builder) sex(k int) gazetteer.Flag {
	first := b.items[k].first
	lo, _ := b.sentenceOf(first)
	for i := first - 1; i >= lo && b.tok[i].polite; i-- {
		if m := b.tok[i].courtesy; m.ok() {
			if f := b.entry(m).Flags & (gazetteer.Male | gazetteer.Female); f != 0 {
				return f
			}
		}
	}
	return 0
}

// signature tells whether a name is a line of its own in capitals.
func (b *builder) signature(k int) bool {
	it := b.items[k]
	lo, hi := b.sentenceOf(it.first)
	return it.first == lo && it.last >= hi-1 && b.tok[it.first].shape == upper
}

// fullness orders forms of a name: more words first, initials count less.
func fullness(words []string) int {
	n := 0
	for _, w := range words {
		n += 2 + 2*strings.Count(w, "-")
		if strings.HasSuffix(w, ".") {
			n--
		}
	}
	return n
}

// form is the words of a name and the clusters that it can belong to, of the
// first ones that it was held against.
type form struct {
	words []string
	held  int
	fit   []*cluster
}

// fitting gives the clusters whose person the form can name; every form is
// held against every cluster once.
func (f *form) fitting(clusters []*cluster) []*cluster {
	for _, c := range clusters[f.held:] {
		if samePerson(c.words, f.words) {
			f.fit = append(f.fit, c)
		}
	}
	f.held = len(clusters)
	return f.fit
}

// home gives the cluster that a mention belongs to: the one whose mention
// stands nearest before it where several fit its form.
func (b *builder) home(fitting []*cluster, posts []string, k int) *cluster {
	var best *cluster
	at := -1
	for _, c := range fitting {
		if clash(c.posts, posts) || b.items[k].last-b.items[k].first == 1 && c.sex|b.sex(k) == gazetteer.Male|gazetteer.Female {
			continue // "Mrs. Lind" is not "Mr. Bo Lind"
		}
		for _, t := range posts {
			if c.posts[t] {
				return c // "President Holm" is the Holm who is president
			}
		}
		last := 0
		for _, i := range c.items {
			if i < k && i > last {
				last = i
			}
		}
		if best == nil || last > at {
			best, at = c, last
		}
	}
	return best
}

// respelled gives the one person whose surname a surname alone spells a letter
// apart.
func (b *builder) respelled(clusters []*cluster, words, posts []string, k int) *cluster {
	var one *cluster
	for _, c := range clusters {
		if nearSurname(c.words, words) {
			if one != nil {
				return nil
			}
			one = c
		}
	}
	if one == nil {
		return nil
	}
	return b.home([]*cluster{one}, posts, k)
}

// clash tells whether a form with these posts cannot be the person who holds
// those: "President Lind" is not "First Lady Ana Lind".
func clash(held map[string]bool, posts []string) bool {
	other := false
	for _, t := range posts {
		if held[t] || !singlePosts[t] {
			return false
		}
		for h := range held {
			other = other || singlePosts[h]
		}
	}
	return other
}

// singlePosts are posts that nobody holds beside another of them.
var singlePosts = map[string]bool{"president": true, "vice president": true, "first lady": true, "king": true, "queen": true}

// mergeNicknames ties "Joe X" to "Joseph X" where both hold the same post or one
// signs the paper.
func mergeNicknames(clusters []*cluster) {
	for i, c := range clusters {
		for _, d := range clusters[i+1:] {
			if c.gone || d.gone || len(c.words) < 2 || len(d.words) < 2 || c.words[len(c.words)-1] != d.words[len(d.words)-1] {
				continue
			}
			if c.words[0][0] != d.words[0][0] || !shareKey(c.posts, d.posts) && !(c.signs != d.signs && len(c.posts)+len(d.posts) > 0) {
				continue
			}
			c.items = append(c.items, d.items...)
			c.signs = c.signs || d.signs
			d.gone = true
		}
	}
}

func shareKey(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

func (b *builder) report(clusters []*cluster) {
	for _, c := range clusters {
		sort.Ints(c.items[1:])
	}
	sort.SliceStable(clusters, func(i, j int) bool { return first(clusters[i]) < first(clusters[j]) })
	b.personOf = map[int]*Person{}
	for _, c := range clusters {
		if c.gone {
			continue
		}
		p := &Person{Name: b.nameOf(c)}
		for _, k := range c.items {
			x := b.persons[b.items[k].ref]
			p.Mentions = append(p.Mentions, Mention{b.span(x.first, x.last), evidenceRule[x.why]})
			b.personOf[k] = p
		}
		b.out.People = append(b.out.People, p)
	}
}

// nameOf gives the fullest form of a name: without the nickname in quotation
// marks that may stand within it where the text has the name so too, else as written.
func (b *builder) nameOf(c *cluster) string {
	whole := b.items[c.items[0]]
	name := b.fullName(whole.first, whole.last)
	for _, k := range c.items {
		if b.text(b.items[k].first, b.items[k].last) == name {
			return name
		}
	}
	return b.text(whole.first, whole.last)
}

// fullName gives the words of a name without a nickname in quotation marks.
func (b *builder) fullName(first, last int) string {
	for i := first + 1; i+3 < last; i++ {
		if n := b.nickname(i); n > 0 {
			return b.text(first, i) + " " + b.fullName(i+n, last)
		}
	}
	return b.text(first, last)
}

// first gives the first item of a cluster in text order.
func first(c *cluster) int {
	n := c.items[0]
	for _, k := range c.items {
		n = min(n, k)
	}
	return n
}

// nameWords gives the words of a name, folded, without suffixes.
func (b *builder) nameWords(first, last int) []string {
	var out []string
	for i := first; i < last; i++ {
		if n := b.nickname(i); n > 0 {
			i += n - 1
			continue
		}
		if b.tok[i].shape != mark && !suffixes[b.tok[i].text] {
			out = append(out, fold(b.tok[i].low))
		}
	}
	if len(out) == 0 {
		out = append(out, b.tok[first].low)
	}
	return out
}
