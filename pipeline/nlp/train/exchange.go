package train

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"readout/pipeline/nlp/model"
)

// Sizes of the word classes.
const (
	fineClasses   = 400
	coarseClasses = 48
	leastCount    = 6 // of a word that gets a class
	maxWords      = 24000
	rounds        = 7
)

// Classes learns word classes from raw text by exchange clustering
// (Martin, Liermann, Ney 1998) with the words on both sides as contexts: each word in turn
// goes to the class in which the text becomes most probable. Coarse classes
// are classes of classes, by the same means. All counts are integers.
func Classes(texts []model.Text) model.Classes {
	ids, names := vocabulary(texts)
	pairs := map[uint64]int32{}
	for _, t := range texts {
		first := 0
		for _, last := range t.Ends {
			before := len(names) // the edge of a sentence
			for i := first; i <= last; i++ {
				id := len(names)
				if i < last {
					var ok bool
					if id, ok = ids[norm(t.Words[i])]; !ok {
						id = len(names) + 1 // a rare word
					}
				}
				pairs[uint64(before)<<32|uint64(id)]++
				before = id
			}
			first = last
		}
	}
	n := len(names)
	words := make([]clustered, n)
	for _, key := range sortedKeys(pairs) {
		a, b, c := int(key>>32), int(key&math.MaxUint32), pairs[key]
		if b < n {
			words[b].add(a, c)
		}
		if a < n {
			words[a].add(n+2+b, c)
		}
	}
	fine := exchange(words, 2*(n+2), fineClasses)
	groups := make([]clustered, fineClasses)
	for w := range words {
		for k, x := range words[w].contexts {
			groups[fine[w]].add(x, words[w].counts[k])
		}
	}
	coarse := exchange(merged(groups), 2*(n+2), coarseClasses)
	table := make([]uint8, fineClasses+1)
	for c, g := range coarse {
		table[c+1] = uint8(g + 1)
	}
	out := make(map[string]uint16, n)
	for w, name := range names {
		out[name] = uint16(fine[w] + 1)
	}
	return model.NewClasses(out, table)
}

// norm is the form of a word that classes are learnt of.
func norm(w string) string { return strings.ToLower(strings.ReplaceAll(w, "’", "'")) }

func vocabulary(texts []model.Text) (ids map[string]int, names []string) {
	counts := map[string]int{}
	for _, t := range texts {
		for _, w := range t.Words {
			if strings.ContainsFunc(w, unicode.IsLetter) {
				counts[norm(w)]++
			}
		}
	}
	for w, c := range counts {
		if c >= leastCount {
			names = append(names, w)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	names = names[:min(len(names), maxWords)]
	ids = make(map[string]int, len(names))
	for i, w := range names {
		ids[w] = i
	}
	return ids, names
}

func sortedKeys(m map[uint64]int32) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// clustered is a thing to put into a class: how often it stands in each context.
type clustered struct {
	contexts []int
	counts   []int32
	total    int64
}

func (c *clustered) add(context int, count int32) {
	c.contexts = append(c.contexts, context)
	c.counts = append(c.counts, count)
	c.total += int64(count)
}

// merged adds up the counts of equal contexts.
func merged(things []clustered) []clustered {
	out := make([]clustered, len(things))
	for i, t := range things {
		order := make([]int, len(t.contexts))
		for k := range order {
			order[k] = k
		}
		slices.SortFunc(order, func(a, b int) int { return cmp.Compare(t.contexts[a], t.contexts[b]) })
		for _, k := range order {
			if n := len(out[i].contexts); n > 0 && out[i].contexts[n-1] == t.contexts[k] {
				out[i].counts[n-1] += t.counts[k]
				out[i].total += int64(t.counts[k])
			} else {
				out[i].add(t.contexts[k], t.counts[k])
			}
		}
	}
	return out
}

// entropy gives x log2 x in units of 1/1024, whole.
type entropy []int64

func newEntropy(n int) entropy {
	e := make(entropy, n)
	for x := 2; x < n; x++ {
		e[x] = plogp(int64(x))
	}
	return e
}

func plogp(x int64) int64 {
	if x < 2 {
		return 0
	}
	return int64(math.Round(float64(1024*float64(x)) * log2(float64(x))))
}

// log2 is the logarithm to the base of 2 by a series, the same on every machine.
func log2(x float64) float64 {
	f, e := math.Frexp(x) // f in [1/2, 1)
	s := (f - 1) / (f + 1)
	square := float64(s * s)
	sum := 0.0
	for k := 35; k >= 1; k -= 2 {
		sum = 1/float64(k) + float64(square*sum)
	}
	return float64(e) + float64(float64(2*s*sum)*math.Log2E)
}

func (e entropy) of(x int64) int64 {
	if x < int64(len(e)) {
		return e[x]
	}
	return plogp(x)
}

// exchange puts things into classes so that the sum over contexts and classes
// of N log N less that over classes is greatest.
func exchange(things []clustered, contexts, classes int) []int {
	e := newEntropy(1 << 16)
	class := make([]int, len(things))
	joint := make([]int32, contexts*classes) // by context, then class
	total := make([]int64, classes)
	move := func(i, c int, sign int32) {
		t := &things[i]
		for k, x := range t.contexts {
			joint[x*classes+c] += sign * t.counts[k]
		}
		total[c] += int64(sign) * t.total
	}
	for i := range things {
		class[i] = i % classes
		move(i, class[i], 1)
	}
	gain := make([]int64, classes)
	for range rounds {
		moved := 0
		for i := range things {
			t := &things[i]
			move(i, class[i], -1)
			for c := range gain {
				gain[c] = e.of(total[c]) - e.of(total[c]+t.total)
			}
			for k, x := range t.contexts {
				n := int64(t.counts[k])
				alone := e.of(n)
				for c, have := range joint[x*classes : (x+1)*classes] {
					if have == 0 {
						gain[c] += alone
					} else {
						gain[c] += e.of(int64(have)+n) - e.of(int64(have))
					}
				}
			}
			best := class[i]
			for c := range gain {
				if gain[c] > gain[best] {
					best = c
				}
			}
			if best != class[i] {
				moved++
			}
			class[i] = best
			move(i, best, 1)
		}
		if moved*200 < len(things) {
			break
		}
	}
	return class
}
