package model

// seen is what the whole document says of a word: a set of the marks below.
type seen uint16

const (
	seenSmall    seen = 1 << iota // without a capital
	seenMid                       // with a capital within a plain sentence
	seenTitled                    // after a title or a courtesy word
	seenSaying                    // before a verb of saying
	seenLongLast                  // last word of a longer run
	seenLongHead                  // first word of one
	seenHeaded                    // in a run with a noun that heads bodies
	seenIn                        // after "in", "at", "from"
	seenThe                       // after "the"
	seenBracket                   // in brackets
	seenAcronym                   // its letters begin the words of a run
	seenComma                     // followed by a comma and a capital: "Geneva, Switzerland"
	seenMarks    = iota
)

var saying = map[string]bool{"said": true, "says": true, "told": true, "noted": true, "added": true, "stressed": true, "emphasized": true,
	"underlined": true, "announced": true, "stated": true, "met": true, "thanked": true, "welcomed": true, "expressed": true, "who": true,
	"discussed": true, "spoke": true, "explained": true, "wrote": true, "visited": true, "reaffirmed": true, "underscored": true, "commended": true}

var placing = map[string]bool{"in": true, "at": true, "from": true, "near": true, "to": true, "into": true, "across": true, "outside": true}

// remember gathers the evidence of the whole document.
func (d *reading) remember() {
	d.known = make(map[uint64]seen, len(d.words)/3+8)
	for i := range d.words {
		if w := &d.words[i]; w.class == isSmall && len(w.text) > 2 {
			d.known[w.lower] |= seenSmall
		}
	}
	acronyms := map[string]uint64{}
	for i := range d.words {
		if w := &d.words[i]; w.class == isUpper && len(w.text) <= 10 {
			acronyms[w.text] = w.lower
		}
	}
	for k := range d.runs {
		r := &d.runs[k]
		d.rememberRun(r)
		if len(acronyms) > 0 && int(r.wideFirst) == int(r.first) && r.wideLast-r.first > 1 {
			d.initials(int(r.first), int(r.wideLast), acronyms)
		}
	}
}

func (d *reading) rememberRun(r *run) {
	b := d.bounds[r.first]
	if b.style != plain {
		return
	}
	headed := false
	for i := r.first; i < r.last; i++ {
		headed = headed || d.lists[i].at[heads] > 0
	}
	start := r.first // of what follows the titles
	titled := start > b.first && (d.lists[start-1].ends(titles) || d.lists[start-1].ends(courtesies))
	for start < r.last && (d.lists[start].at[titles] > 0 || d.lists[start].at[courtesies] > 0) {
		start++
		titled = true
	}
	for i := r.first; i < r.last; i++ {
		var s seen
		if i > b.first {
			s |= seenMid
		}
		if titled && i >= start && !headed {
			s |= seenTitled
		}
		if headed {
			s |= seenHeaded
		}
		if r.last-start > 1 {
			switch i {
			case r.last - 1:
				s |= seenLongLast
			case start:
				s |= seenLongHead
			}
		}
		d.known[d.words[i].lower] |= s | d.beside(r, i, start, b)
	}
}

// beside is the evidence of the words next to a run.
func (d *reading) beside(r *run, i, start int32, b bound) seen {
	var s seen
	if i == start && i > b.first {
		switch w := d.words[i-1].text; {
		case placing[w]:
			s |= seenIn
		case w == "the" || w == "The":
			s |= seenThe
		case w == "(" && r.last < b.last && d.words[r.last].text == ")":
			s |= seenBracket
		}
	}
	if i == r.last-1 && r.last < b.last {
		if saying[d.words[r.last].text] {
			s |= seenSaying
		}
		if d.words[r.last].text == "," && r.last+1 < b.last && d.words[r.last+1].caps {
			s |= seenComma
		}
	}
	return s
}

// initials marks the acronyms that the capitals of a run make up, with or
// without the small words between.
func (d *reading) initials(first, last int, acronyms map[string]uint64) {
	var all [24]byte
	for from := first; from < last; from++ {
		if !d.words[from].caps {
			continue
		}
		n := 0
		for i := from; i < last && n < len(all); i++ {
			w := &d.words[i]
			if !w.caps || w.text[0] < 'A' || w.text[0] > 'Z' {
				continue
			}
			all[n] = w.text[0]
			n++
			if n < 2 {
				continue
			}
			if low, ok := acronyms[string(all[:n])]; ok {
				d.known[low] |= seenAcronym
			}
		}
	}
}
