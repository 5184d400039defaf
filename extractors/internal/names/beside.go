package names

import "readout/pipeline/gazetteer"

// What stands beside a name and tells where its bearer belongs: "Scholz of
// Germany", "Lind (MP, Portugal)", "Governor Lee, Oregon", "her Tajik
// counterpart Lind".

// beside gives the state, city or region beside person item k.
func (b *builder) beside(k int) owner {
	it := b.items[k]
	lo, hi := b.sentenceOf(it.first)
	i := it.last
	if i < hi && isPossessive(b.tok[i].text) {
		return b.counterpart(it.first, lo)
	}
	if i+1 < hi && (b.tok[i].text == "of" || b.tok[i].text == "from") {
		j := i + 1
		if b.tok[j].low == "the" {
			j++
		}
		if j < hi && b.tok[j].place.ok() {
			return b.placeOwner(j)
		}
	}
	if i+3 < hi && b.tok[i].text == "," && b.tok[i+1].text == "of" && b.tok[i+2].place.ok() { // "Tafur, of Peru,"
		return b.placeOwner(i + 2)
	}
	if i+1 < hi && b.tok[i].text == "(" {
		for j := i + 1; j < hi && b.tok[j].text != ")" && j-i < 12; j++ {
			if b.tok[j].place.ok() && b.entry(b.tok[j].place).Kind == gazetteer.Country {
				return b.placeOwner(j)
			}
		}
	}
	if i+1 < hi && (b.tok[i].text == "–" || b.tok[i].text == "-" || b.commaOrCell(i)) {
		j := i + 1
		if b.tok[j].low == "the" {
			j++
		}
		if j < hi && b.tok[j].place.ok() && b.closesLine(j+int(b.tok[j].place.n), hi) && b.opensLine(k, lo) &&
			(b.tok[i].text != cellMark || b.entry(b.tok[j].place).Kind == gazetteer.Country) {
			return b.placeOwner(j)
		}
	}
	return b.counterpart(it.first, lo)
}

func (p *page) placeOwner(i int) owner {
	m := p.tok[i].place
	return owner{first: i, last: i + int(m.n), place: true, iso: p.entry(m).ISO}
}

// cellMark parts the cells of a table's row.
const cellMark = "|"

// commaOrCell tells whether token i is a comma or parts two cells of a row.
func (p *page) commaOrCell(i int) bool { return p.tok[i].text == "," || p.tok[i].text == cellMark }

// closesLine tells whether the line or the cell ends at token i.
func (p *page) closesLine(i, hi int) bool {
	return i >= hi || p.tok[i].text == ";" || p.tok[i].text == cellMark || p.tok[i].text == "." && i+1 >= hi
}

// opensLine tells whether nothing but a number, a post and courtesy words stand
// before a person in the line.
func (b *builder) opensLine(k, lo int) bool {
	i := b.items[k].first
	if k > 0 && b.items[k-1].kind == kPost && b.items[k-1].last <= i && b.items[k-1].first >= lo {
		i = b.items[k-1].first
	}
	for j := lo; j < i; j++ {
		if t := &b.tok[j]; t.shape != mark && t.shape != digits && !t.polite && !(t.shape == small && len(t.text) <= 3) && j < b.items[k].first-6 {
			return false
		}
	}
	return true
}

var counterparts = wordSet(`counterpart counterparts colleague peer homologue`)

// counterpart takes "his Latvian counterpart" before a name.
func (b *builder) counterpart(i, lo int) owner {
	for i > lo && (b.tok[i-1].polite || b.tok[i-1].text == ",") {
		i--
	}
	if i-1 > lo && isPossessive(b.tok[i-1].text) { // "Venezuela's NAME"
		for n := 1; n <= 4 && i-1-n >= lo; n++ {
			if w := &b.tok[i-1-n]; int(w.place.n) == n {
				return b.placeOwner(i - 1 - n)
			}
		}
	}
	if i-1 <= lo || !counterparts[b.tok[i-1].low] {
		return owner{}
	}
	for n := 1; n <= 4 && i-1-n >= lo; n++ {
		w := &b.tok[i-1-n]
		if int(w.demonym.n) == n {
			return owner{first: i - 1 - n, last: i - 1, place: true, iso: b.entry(w.demonym).ISO}
		}
	}
	if isPossessive(b.tok[i-2].text) {
		for n := 1; n <= 4 && i-2-n >= lo; n++ {
			if w := &b.tok[i-2-n]; int(w.place.n) == n {
				return b.placeOwner(i - 2 - n)
			}
		}
	}
	return owner{}
}

// behindPost gives the owner that stands behind a post and a comma or in the next cell: "Head
// of Port Safety, Harbour Office of Ostland", "Deputy leader of the smaller
// coalition party, the Harvest League", "(MP, Portugal)". Where
// the words there had been read as a person's name they are a body's.
func (b *builder) behindPost(k int) owner {
	it := b.items[k]
	_, hi := b.sentenceOf(it.first)
	i := it.last
	if i < hi && b.tok[i].text == "(" {
		if end := b.bracketEnd(i, hi); end > 0 {
			i = end
		}
	}
	if i+1 >= hi || !b.commaOrCell(i) {
		return owner{}
	}
	j, cell := i+1, b.tok[i].text == cellMark
	if b.tok[j].low == "the" {
		if j++; j >= hi {
			return owner{}
		}
	}
	if n := int(b.tok[j].place.n); n > 0 && (j+n < hi && b.tok[j+n].text == ")" ||
		b.closesLine(j+n, hi) && b.heldBefore(k) && b.entry(b.tok[j].place).Kind == gazetteer.Country && b.opensListLine(b.items[k-1].first)) {
		return b.placeOwner(j) // "(MP, Portugal)", "Ana Lind, former Minister, Malta"
	}
	if k+1 >= len(b.items) || b.items[k+1].first != j {
		// "Co-President, Harbour Watch North" at the end of a line
		end := b.capitalRun(j, hi)
		if end > j && b.closesLine(end, hi) && b.heldBefore(k) && !b.tok[j].title.ok() && !months[b.tok[j].low] && !(cell && end-j < 2) {
			return owner{first: j, last: end}
		}
		return owner{}
	}
	next := &b.items[k+1]
	end := next.last
	if end < hi && b.tok[end].text == "(" {
		if e := b.bracketEnd(end, hi); e > 0 {
			end = e
		}
	}
	switch next.kind {
	case kBody:
		return owner{first: next.first, last: next.last}
	case kPerson:
		c := &b.persons[next.ref]
		if !cell && b.closesLine(end, hi) && (c.why == evForm || c.why == evTitle || c.why == evBareTitle || c.why == evKnown) && b.heldBefore(k) {
			b.rename(k+1, kBody)
			return owner{first: next.first, last: next.last}
		}
	}
	return owner{}
}

// heldBefore tells whether a post is held by a person who stands before it.
func (b *builder) heldBefore(k int) bool {
	for _, t := range b.ties {
		if t.post == k && t.person < k {
			return true
		}
	}
	return false
}

// rename turns a person item into a body.
func (b *builder) rename(k int, to kind) {
	it := &b.items[k]
	b.bodies = append(b.bodies, body{first: it.first, last: it.last, nucleus: it.first})
	it.kind, it.ref = to, len(b.bodies)-1
	kept := b.ties[:0]
	for _, t := range b.ties {
		if t.person != k {
			kept = append(kept, t)
		}
	}
	b.ties = kept
}

// beforePost gives the body that stands before a post and a dash: "Riverton
// Police Department – Chief Ana Lind".
func (b *builder) beforePost(k int) owner {
	if k == 0 || b.items[k-1].kind != kBody {
		return owner{}
	}
	i, j := b.items[k-1].last, b.items[k].first
	if j-i != 1 || b.tok[i].text != "–" && b.tok[i].text != "-" && b.tok[i].text != ":" {
		return owner{}
	}
	return owner{first: b.items[k-1].first, last: b.items[k-1].last}
}
