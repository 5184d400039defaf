package model

import "math/bits"

// template numbers the features of a word; every word has at most one value of each.
type template int

// Templates. What stands behind a number is the offset of the word meant:
// wordM1 is the word before.
const (
	bias template = iota
	styleClass
	exact0
	lower0
	lowerM1
	lowerP1
	lowerM2
	lowerP2
	pairM1
	pairP1
	pairOuter
	prefix1
	prefix2
	prefix3
	prefix4
	suffix1
	suffix2
	suffix3
	suffix4
	suffixP1
	suffixM1
	shape0
	shapeM1
	shapeP1
	shapePairM1
	shapePairP1
	shapeTriple
	classWindow
	fine0
	fineM1
	fineP1
	fineM2
	fineP2
	finePairM1
	finePairP1
	group0
	groupTriple
	groupWindow
	runPlace
	runBefore
	runAfter
	runAround
	runFirst
	runLast
	runLastPlace
	wideFirst
	wideLast
	wideBefore
	wideShape
	bracketed
	evidenceFirst                                       // the marks of seen, one after the other
	evidenceAll   = evidenceFirst + template(seenMarks) // together
	evidencePair  = evidenceAll + 1                     // with those of the neighbours
	lists0        = evidencePair + 1                    // from here on: what the word lists say
	listsM1       = lists0 + 1
	listsP1       = lists0 + 2
	listsM2       = lists0 + 3
	listsP2       = lists0 + 4
	listsPairM1   = lists0 + 5
	listsPairP1   = lists0 + 6
	listsShape    = lists0 + 7
	listsRun      = lists0 + 8
	listGroup0    = lists0 + 9 // one for each group of kinds
	Templates     = int(listGroup0) + groups
)

// Features are the hashed features of a word, one a template, 0 where the
// word has none.
type Features [Templates]uint64

// put sets a feature. The value is spread over all 64 bits: the high ones
// choose the row of the table, the low ones check it.
func (f *Features) put(t template, value uint64) {
	hi, lo := bits.Mul64(value^uint64(t+1)*0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93)
	hi, lo = bits.Mul64(hi^lo, 0xA0761D6478BD642F)
	f[t] = hi ^ lo | 1
}

// join makes one value of two.
func join(a, b uint64) uint64 { return (bits.RotateLeft64(a, 23) ^ b) * 0x9E6C63D0876A9A47 }

// outsideWord stands before the first and after the last word of a sentence.
var outsideWord = word{text: "", exact: 1, lower: 1, shape: 1, class: isMark}

// view gives the word at an offset from word i, within its sentence.
func (d *reading) view(i, off int) *word {
	j := i + off
	if j < int(d.bounds[i].first) || j >= int(d.bounds[i].last) {
		return &outsideWord
	}
	return &d.words[j]
}

func (d *reading) listsAt(i, off int) uint64 {
	j := i + off
	if j < int(d.bounds[i].first) || j >= int(d.bounds[i].last) {
		return 1
	}
	return d.lists[j].code()
}

// features computes all features of word i.
func (d *reading) features(i int, f *Features) {
	*f = Features{}
	w, m1, p1, m2, p2 := d.view(i, 0), d.view(i, -1), d.view(i, 1), d.view(i, -2), d.view(i, 2)
	style := uint64(d.bounds[i].style)
	f.put(bias, 0)
	f.put(styleClass, style<<8|uint64(w.class)<<1|first(d, i))
	f.put(exact0, w.exact)
	f.put(lower0, w.lower)
	f.put(lowerM1, m1.lower)
	f.put(lowerP1, p1.lower)
	f.put(lowerM2, m2.lower)
	f.put(lowerP2, p2.lower)
	f.put(pairM1, join(m1.lower, w.lower))
	f.put(pairP1, join(w.lower, p1.lower))
	f.put(pairOuter, join(m1.lower, p1.lower))
	d.affixFeatures(w, m1, p1, f)
	f.put(shape0, join(w.shape, style))
	f.put(shapeM1, m1.shape)
	f.put(shapeP1, p1.shape)
	f.put(shapePairM1, join(m1.shape, w.shape))
	f.put(shapePairP1, join(w.shape, p1.shape))
	f.put(shapeTriple, join(join(m1.shape, w.shape), p1.shape))
	f.put(classWindow, uint64(m2.class)<<16|uint64(m1.class)<<12|uint64(w.class)<<8|uint64(p1.class)<<4|uint64(p2.class))
	classFeatures(w, m1, p1, m2, p2, f)
	d.runFeatures(i, f)
	d.evidenceFeatures(i, f)
	d.listFeatures(i, f)
}

func first(d *reading, i int) uint64 {
	if i == int(d.bounds[i].first) {
		return 1
	}
	return 0
}

func (d *reading) affixFeatures(w, m1, p1 *word, f *Features) {
	if w.class == isMark || w.class == isNumber {
		return
	}
	a := affixesOf(w.text)
	for n := range 4 {
		if a.prefix[n] != 0 {
			f.put(prefix1+template(n), join(a.prefix[n], uint64(w.class)))
		}
		if a.suffix[n] != 0 {
			f.put(suffix1+template(n), join(a.suffix[n], uint64(w.class)))
		}
	}
	if m1.class == isTitle || m1.class == isSmall {
		f.put(suffixM1, join(suffixOf(m1.text), uint64(m1.class)))
	}
	if p1.class == isTitle || p1.class == isSmall {
		f.put(suffixP1, join(suffixOf(p1.text), uint64(p1.class)))
	}
}

// suffixOf hashes the last three bytes of a word.
func suffixOf(s string) uint64 { return hashString(s[max(0, len(s)-3):]) }

func classFeatures(w, m1, p1, m2, p2 *word, f *Features) {
	caps := uint64(w.class)
	f.put(fine0, uint64(w.fine)<<8|caps)
	f.put(fineM1, uint64(m1.fine))
	f.put(fineP1, uint64(p1.fine))
	f.put(fineM2, uint64(m2.fine))
	f.put(fineP2, uint64(p2.fine))
	f.put(finePairM1, uint64(m1.fine)<<16|uint64(w.fine))
	f.put(finePairP1, uint64(w.fine)<<16|uint64(p1.fine))
	f.put(group0, uint64(w.group)<<8|caps)
	f.put(groupTriple, uint64(m1.group)<<32|uint64(w.group)<<16|uint64(p1.group))
	f.put(groupWindow, uint64(m2.group)<<48|uint64(m1.group)<<32|uint64(w.group)<<16|uint64(p1.group)<<8|uint64(p2.group))
}

// runFeatures tell of the capitalised run that holds the word, or of the word
// joining two.
func (d *reading) runFeatures(i int, f *Features) {
	b := d.bounds[i]
	k := d.runOf[i]
	if k < 0 {
		if i > int(b.first) && d.runOf[i-1] >= 0 && i+1 < int(b.last) && d.runOf[i+1] >= 0 {
			l, r := d.runs[d.runOf[i-1]], d.runs[d.runOf[i+1]]
			f.put(runAround, join(join(d.words[i].lower, d.words[l.first].lower), d.words[r.last-1].lower))
			f.put(wideFirst, join(d.words[l.wideFirst].lower, 2))
			f.put(wideLast, join(d.words[r.wideLast-1].lower, 2))
		}
		return
	}
	r := d.runs[k]
	at, left := uint64(min(i-int(r.first), 4)), uint64(min(int(r.last)-1-i, 4))
	place := at<<8 | left
	before, after := d.view(int(r.first), -1), d.view(int(r.last)-1, 1)
	f.put(runPlace, place<<4|uint64(b.style))
	f.put(runBefore, join(before.lower, min(at, 2)))
	f.put(runAfter, join(after.lower, min(left, 2)))
	f.put(runAround, join(join(before.lower, after.lower), place))
	f.put(runFirst, join(d.words[r.first].lower, min(at, 2)))
	f.put(runLast, join(d.words[r.last-1].lower, min(at, 2)))
	f.put(runLastPlace, join(d.words[r.last-1].lower, min(left, 2)))
	f.put(wideFirst, join(d.words[r.wideFirst].lower, min(uint64(i-int(r.wideFirst)), 1)))
	f.put(wideLast, join(d.words[r.wideLast-1].lower, min(uint64(int(r.wideLast)-1-i), 1)))
	f.put(wideBefore, join(d.view(int(r.wideFirst), -1).lower, min(uint64(i-int(r.wideFirst)), 2)))
	f.put(wideShape, uint64(min(r.wideLast-r.wideFirst, 7))<<8|uint64(min(i-int(r.wideFirst), 3))<<4|uint64(min(int(r.wideLast)-1-i, 3)))
	if before.text == "(" && after.text == ")" {
		f.put(bracketed, place)
	}
}

func (d *reading) evidenceFeatures(i int, f *Features) {
	w := &d.words[i]
	if !w.caps {
		return
	}
	s := d.known[w.lower]
	for n := range template(seenMarks) {
		if s&(1<<n) != 0 {
			f.put(evidenceFirst+n, uint64(w.class))
		}
	}
	f.put(evidenceAll, uint64(s)<<4|uint64(w.class))
	var left, right seen
	if m1 := d.view(i, -1); m1.caps {
		left = d.known[m1.lower] & (seenTitled | seenLongLast | seenLongHead | seenHeaded | seenSaying | seenIn)
	}
	if p1 := d.view(i, 1); p1.caps {
		right = d.known[p1.lower] & (seenTitled | seenLongLast | seenLongHead | seenHeaded | seenSaying | seenIn)
	}
	f.put(evidencePair, uint64(left)<<32|uint64(s)<<16|uint64(right))
}

// listFeatures must stay the last ones: training leaves them out at times, so
// that the model learns to do without.
func (d *reading) listFeatures(i int, f *Features) {
	w := &d.words[i]
	l := &d.lists[i]
	c0, cm1, cp1 := l.code(), d.listsAt(i, -1), d.listsAt(i, 1)
	ambiguous := uint64(0)
	if l.ambiguous {
		ambiguous = 1
	}
	f.put(lists0, join(c0, ambiguous))
	f.put(listsM1, cm1)
	f.put(listsP1, cp1)
	f.put(listsM2, d.listsAt(i, -2))
	f.put(listsP2, d.listsAt(i, 2))
	f.put(listsPairM1, join(cm1, c0))
	f.put(listsPairP1, join(c0, cp1))
	f.put(listsShape, join(c0, w.shape))
	if k := d.runOf[i]; k >= 0 {
		r := d.runs[k]
		f.put(listsRun, join(join(d.lists[r.last-1].code(), d.lists[r.first].code()), uint64(min(i-int(r.first), 3))))
	}
	for g, p := range l.at {
		if p > 0 {
			f.put(listGroup0+template(g), uint64(p)<<8|uint64(w.class)<<1|ambiguous)
		}
	}
}
