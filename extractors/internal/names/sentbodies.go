package names

import "strings"

// Missions and delegations that the text names by who sent them, in words that are no
// body's name: "the Arab League delegation", "a CIS observer mission". Their posts
// are told with the noun alone: "the coordinator of the delegation".

// sentNouns are the nouns of those who are sent.
var sentNouns = wordSet(`mission delegation team`)

// maxSentWords is how many words stand before the noun at most.
const maxSentWords = 5

// sentBody gives the words that name the mission or delegation for which the noun at
// token i stands: those nearest before it, else the first behind it.
func (b *builder) sentBody(noun string, i int) owner {
	if !sentNouns[noun] {
		return owner{}
	}
	if b.sent == nil {
		b.sent = b.sentBodies()
	}
	best := owner{}
	for _, o := range b.sent {
		if b.tok[o.last-1].low != noun {
			continue
		}
		if o.first > i && best.ok() {
			break
		}
		best = o
		if o.first > i {
			break
		}
	}
	return best
}

// sentBodies gives the phrases of the page that name a mission or delegation by who
// sent it, in order.
func (b *builder) sentBodies() []owner {
	list := []owner{}
	for i := range b.tok {
		if !sentNouns[b.tok[i].low] || b.inHeading(i) {
			continue
		}
		lo, _ := b.sentenceOf(i)
		j := i
		for j > lo && i-j < maxSentWords && b.ofSender(j-1) {
			j--
		}
		if j < i && b.tok[j].shape != small && b.properWithin(j, i) {
			o := owner{first: j, last: i + 1}
			if t := &b.tok[j]; t.place.ok() {
				o.iso = b.entry(t.place).ISO
			} else if t.demonym.ok() {
				o.iso = b.entry(t.demonym).ISO
			}
			list = append(list, o)
		}
	}
	return list
}

// inHeading tells whether token i stands in words that all have capitals.
func (b *builder) inHeading(i int) bool { return b.tok[i].heading }

// ofSender tells whether a word can tell who sent a mission, or to do what.
func (p *page) ofSender(i int) bool {
	t := &p.tok[i]
	switch {
	case t.shape == small:
		return smallAdjectives[t.low] || strings.HasPrefix(t.low, "observ")
	case t.shape == capital, t.shape == upper, t.shape == mixed:
		return !t.polite && !t.title.ok() && !functionWords[t.low] && !months[t.low]
	}
	return false
}

// sentOwner takes the mission or delegation at token i that is named by who sent it:
// "head of the EU mission".
func (f *postFinder) sentOwner(t post, i, hi, depth int) bool {
	for i > t.last+1 && f.tok[i-1].shape == small && smallAdjectives[f.tok[i-1].low] {
		i-- // "the short-term OSCE mission"
	}
	j := i
	for j < hi && j-i < maxSentWords && f.ofSender(j) && !sentNouns[f.tok[j].low] {
		j++
	}
	if j == i || j >= hi || f.tok[j].shape != small || !sentNouns[f.tok[j].low] || !f.properWithin(i, j) {
		return false
	}
	iso := f.isoWithin(i, j)
	t.takeOwner(owner{first: i, last: j + 1, iso: iso})
	t.score += 1.5 + 0.9*float64(j+1-i)
	f.growRight(t, hi, depth+1)
	return true
}
