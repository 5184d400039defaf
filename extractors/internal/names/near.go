package names

// nearMiss is a run of words that was looked at and not taken.
type nearMiss struct {
	first, last          int
	extractor, rule, why string
}

// misses reports what was nearly taken, where nothing else took the words.
func (b *builder) misses() {
	taken := make([]bool, len(b.tok))
	for _, it := range b.items {
		if it.kind != kThing && it.kind != kPlace {
			for i := it.first; i < it.last; i++ {
				taken[i] = true
			}
		}
	}
	for _, it := range b.items {
		if it.kind == kThing && it.last-it.first > 1 {
			b.near = append(b.near, nearMiss{it.first, it.last, "organizations", "head-noun", "the noun is one of an event, a document or a place"})
		}
	}
	for _, c := range b.bodies {
		if c.generic && b.tok[c.nucleus].shape != small && !taken[c.first] {
			b.near = append(b.near, nearMiss{c.first, c.last, "organizations", "head-noun", "a bare noun, which names no body"})
		}
	}
	for k, it := range b.items {
		if it.kind != kPerson {
			continue
		}
		lo, _ := b.sentenceOf(it.first)
		if o := b.counterpart(it.first, lo); o.ok() && b.tok[o.last].low == "counterpart" {
			b.near = append(b.near, nearMiss{o.first, o.last + 1, "roles", "title-before-name", "tells the state of " + b.personOf[k].Name + " and no post"})
		}
	}
	done := map[[2]int]bool{}
	for _, n := range b.near {
		if done[[2]int{n.first, n.last}] || n.extractor != "roles" && n.rule != "acronym" && taken[n.first] {
			continue
		}
		done[[2]int{n.first, n.last}] = true
		b.out.Near = append(b.out.Near, Near{Span: b.span(n.first, n.last), Extractor: n.extractor, Rule: n.rule, Why: n.why})
	}
}
