package names

import "readout/pipeline/gazetteer"

// field takes "Foreign Affairs", "Trade, Ports and Fisheries",
// "external relations" into the title.
func (f *postFinder) field(t post, i, hi, depth int, prep string, article bool) bool {
	between := t.coreEnd != t.last // something that is no title stands between
	if t.own.generic && t.own.after(t.head) || between && t.own.ok() && (prep != "for" && prep != "on" || !t.own.place && t.own.last-t.own.first > 1 && !(prep == "for" && f.tok[i].place.ok() && (isEnvoy(f.tok[t.head].low) || int(f.tok[t.own.first].body.n) == t.own.last-t.own.first))) {
		return false
	}
	if f.tok[i].shape == small {
		return f.smallField(t, i, hi, depth)
	}
	if prep == "with" && f.tok[i].head.ok() {
		return false // "teachers with the College" have no field
	}
	if w := &f.tok[i]; (prep == "of" || prep == "to") && !w.place.ok() && (w.shape == capital && !w.vocab || w.shape == upper) {
		return false
	}
	if prep == "to" && f.tok[i].shape == capital && f.tok[i].vocab && isEnvoy(f.tok[t.head+int(f.tok[t.head].title.n)-1].low) {
		prep = "for" // "Special Envoy to Monitor and Combat Famine"
	}
	stops := f.beforeGiven(f.complement(i, hi, prep, false), i, hi)
	for _, s := range stops {
		u := t
		if between && u.cutEnd == u.cut { // "Envoy of the EU for Kosovo"
			u.cut, u.cutEnd = t.coreEnd, t.last
		}
		if prep == "of" && !u.has(gazetteer.HasField) && !u.own.ok() && (f.nameWithin(i, s.end) || ownerTitles[f.noun(&t)] && !ranks[f.tok[t.core].low]) {
			u.takeOwner(owner{first: i, last: s.end}) // "Director of Radio Norden"
			u.score += s.score + 0.3
			f.growRight(u, hi, depth+1)
			continue
		}
		u.last, u.coreEnd = s.end, s.end
		u.score += s.score + 0.3
		f.growRight(u, hi, depth+1)
	}
	return len(stops) > 0
}

// smallField runs over a field in small letters: "of external relations", "of
// the delegation", "for science and international relations".
func (f *postFinder) smallField(t post, i, hi, depth int) bool {
	if t.coreEnd != t.last {
		return false
	}
	end := f.smallWords(i, hi, 4)
	if end == i || noField[f.tok[end-1].low] || end < hi && isPossessive(f.tok[end].text) {
		return false
	}
	t.last, t.coreEnd = end, end
	t.score += 0.3
	f.growRight(t, hi, depth+1)
	if end+1 < hi && f.tok[end].text == "and" {
		if more := f.smallWords(end+1, hi, 3); more > end+1 && (more >= hi || f.tok[more].shape != small) {
			t.last, t.coreEnd = more, more
			t.score += 0.3
			f.growRight(t, hi, depth+1)
		}
	}
	return true
}

// nameWithin tells whether a name that is no adjective of a state stands among
// tokens [first, last).
func (f *postFinder) nameWithin(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &f.tok[i]; t.place.ok() || t.body.ok() || t.shape == upper || t.shape == mixed || t.shape == capital && !t.vocab && !t.demonym.ok() {
			return true
		}
	}
	return false
}

// ranks before a title make it one of a field: "Executive Vice President of Sales".
var ranks = wordSet(`vice executive senior deputy assistant associate group`)

// ownerTitles are posts of a body and of no field: what stands behind their
// "of" names the body.
var ownerTitles = wordSet(`general secretary-general president vice-president ceo chairman chairperson chairwoman chair founder co-founder leader
	member spokesperson spokesman spokeswoman treasurer governor mayor editor owner partner`)

// noField are nouns that a post cannot have for its field.
var noField = wordSet(`participation result view way order case course year week day month time event meeting conference ceremony
	behalf side sidelines margins request invitation initiative instruction instructions eve occasion condition`)

// smallWords gives the end of up to n content words in small letters at i.
func (f *postFinder) smallWords(i, hi, n int) int {
	end := i
	for end < hi && end-i < n && f.tok[end].shape == small && !functionWords[f.tok[end].low] && !tenseWords[f.tok[end].low] && !saying[f.tok[end].low] {
		end++
	}
	return end
}
