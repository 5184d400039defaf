package subjects

import "readout/extractors/internal/clauses"

// phrases takes a coordinated list of noun phrases from token i on.
func (f *finder) phrases(i, limit int, rule string) {
	listing := false // entries follow the phrase read last
	for n := 0; i < limit && n < 12; n++ {
		i = f.skipConnectors(i, limit)
		f.item = n > 0 && !listing
		if n > 0 && f.W(i-1).Class == clauses.Comma && f.remark(i) {
			return
		}
		if g := f.groupAt(i); g >= 0 && f.Groups[g].Tense == clauses.Gerund && discussing[f.Groups[g].Lemma] {
			return // the verb brings its own
		}
		first, last, end := f.phrase(i, limit)
		f.item = false
		if first >= last {
			if g := f.groupAt(i); g >= 0 && !f.Groups[g].Finite() && n > 0 && !f.Groups[g].Passive { // "and combating X"
				next := f.toObject(i, limit)
				if next > i {
					i = next
					continue
				}
			}
			return
		}
		if n == 0 && (rule == "stressed" || rule == "thanked-for") && f.somebody(first, last) { // "welcomed the Speakers of A, B and C"
			return
		}
		listing = f.lists(end) || f.Is(end, ",") && f.lists(end+1)
		if !f.empty(first, last) || last-first >= 3 {
			f.add(first, last, rule)
		}
		next := f.next(end, limit)
		if next < 0 {
			next = f.nextVerb(end, limit)
		}
		if next < 0 {
			return
		}
		i = next
	}
}

// remark tells whether a participle at token i says what a speaker adds, and
// names no further entry: "..., stressing the need", "..., aiming to end the war".
func (f *finder) remark(i int) bool {
	g := f.groupAt(i)
	if g < 0 || f.Groups[g].Tense != clauses.Gerund {
		return false
	}
	lemma := f.Groups[g].Lemma
	return stressing[lemma] && lemma != "address" && lemma != "tackle" && lemma != "boost" && lemma != "support" || giving[lemma] || chaining[lemma] || f.Is(i, "saying", "adding", "hoping", "aiming", "urging", "calling", "thanking", "paving")
}

// lists tells whether the entries of what was named follow at token i.
func (f *finder) lists(i int) bool {
	return f.Is(i, "including") || f.Is(i, "such") && f.Is(i+1, "as")
}

// adds gives the length of the words at token i that add an entry to a list as
// "and" does; 0 for none.
func (f *finder) adds(i int) int {
	switch {
	case f.W(i).Mention >= 0:
		return 0
	case f.Is(i, "including"):
		return 1
	case f.Is(i, "such") && f.Is(i+1, "as"), f.Is(i, "along", "together") && f.Is(i+1, "with"):
		return 2
	case f.Is(i, "as") && f.Is(i+1, "well"):
		if f.Is(i+2, "as") {
			return 3
		}
		return 2
	case f.Is(i, "in") && f.Is(i+1, "addition") && f.Is(i+2, "to"):
		return 3
	}
	return 0
}

// nextVerb gives the object of a further infinitive without "to": "ways to
// enhance security and end the pandemic"; -1 for none.
func (f *finder) nextVerb(end, limit int) int {
	i := end
	for i < limit && f.W(i).Mention < 0 && (f.W(i).Class == clauses.Comma || f.W(i).Class == clauses.Conj || f.W(i).Class == clauses.Adv) {
		i++
	}
	if i == end || i >= limit {
		return -1
	}
	g := f.groupAt(i)
	if g < 0 || f.W(f.Groups[g].Head).Form&clauses.Base == 0 || f.Groups[g].Modal != "" || !acting[f.Groups[g].Lemma] {
		return -1
	}
	return f.toObject(f.Groups[g].Last, limit)
}

func (f *finder) skipConnectors(i, limit int) int {
	for i < limit && f.W(i).Mention < 0 && (f.W(i).Class == clauses.Adv || f.W(i).Class == clauses.Conj) {
		i++
	}
	return i
}

// next gives the token where the list goes on after end, -1 where it ends.
func (f *finder) next(end, limit int) int {
	i := end
	sep := false
	for i < limit {
		w := f.W(i)
		if w.Mention >= 0 {
			break
		}
		switch {
		case w.Class == clauses.Comma, w.Class == clauses.Conj, w.Low == ";":
			sep = true
			i++
			continue
		case f.adds(i) > 0:
			sep = true
			i += f.adds(i)
			continue
		case w.Class == clauses.Adv && sep:
			i++
			continue
		case sep && (w.Low == "on" || w.Low == "about" || w.Low == "of" || w.Low == "for" || w.Low == "in"):
			i++
			continue
		}
		break
	}
	if !sep || i >= limit {
		return -1
	}
	if g := f.groupAt(i); g >= 0 && (f.Groups[g].Finite() || f.W(i).Class == clauses.To) {
		return -1
	}
	if f.W(i).Class == clauses.Pron || f.W(i).Class == clauses.Sub || f.W(i).Class == clauses.Rel || f.W(i).Class == clauses.Prep {
		return -1
	}
	if f.startsClause(i, limit) {
		return -1
	}
	return i
}

// startsClause tells whether the noun phrase at token i is the subject of a verb.
func (f *finder) startsClause(i, limit int) bool {
	for k := i; k < limit; k++ {
		w := f.W(k)
		if w.Mention < 0 && (w.Class == clauses.Comma || w.Class == clauses.Stop && len(w.Low) == 1 || w.Class == clauses.Rel || w.Class == clauses.Sub) {
			return false
		}
		if g := f.groupAt(k); g >= 0 && f.Groups[g].Finite() {
			return true
		}
	}
	return false
}
