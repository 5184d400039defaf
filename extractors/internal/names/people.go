package names

import (
	"sort"
	"strings"
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
}

var evidenceRule = map[evidence]string{
	evForm: "capitalised-name", evSaid: "name-before-said", evCourtesy: "name-after-courtesy",
	evTitle: "name-after-title", evBareTitle: "name-after-title", evTitleNext: "name-before-title", evKnown: "later-mention",
}

// people ties the mentions of one person together, longest names first.
func (b *builder) people() {
	b.personOf = map[int]*Person{}
	var list []int
	for k, it := range b.items {
		if it.kind == kPerson {
			list = append(list, k)
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return b.nameLen(list[i]) > b.nameLen(list[j]) })
	type cluster struct {
		person *Person
		words  []string
		first  int
	}
	var clusters []*cluster
	for _, k := range list {
		words := b.nameWords(b.items[k].first, b.items[k].last)
		var home *cluster
		for _, c := range clusters {
			if samePerson(c.words, words) {
				home = c
				break
			}
		}
		if home == nil {
			home = &cluster{person: &Person{Name: b.text(b.items[k].first, b.items[k].last)}, words: words, first: k}
			clusters = append(clusters, home)
		}
		home.first = min(home.first, k)
		c := b.persons[b.items[k].ref]
		home.person.Mentions = append(home.person.Mentions, Mention{b.span(c.first, c.last), evidenceRule[c.why]})
		b.personOf[k] = home.person
	}
	sort.SliceStable(clusters, func(i, j int) bool { return clusters[i].first < clusters[j].first })
	for _, c := range clusters {
		b.out.People = append(b.out.People, c.person)
	}
}

func (b *builder) nameLen(k int) int { return len(b.nameWords(b.items[k].first, b.items[k].last)) }

func (b *builder) nameWords(first, last int) []string {
	var out []string
	for i := first; i < last; i++ {
		if b.tok[i].shape != mark && !suffixes[b.tok[i].text] {
			out = append(out, b.tok[i].low)
		}
	}
	return out
}

// samePerson tells whether a shorter form can name the person of a fuller one:
// its words stand in the fuller one in order, an initial for a word; with two
// words or more it begins as the fuller one does, or lacks only its first word.
func samePerson(full, short []string) bool {
	if len(short) == 0 || len(short) > len(full) {
		return false
	}
	if !inOrder(full, short) {
		return false
	}
	if len(short) == 1 || sameWord(full[0], short[0]) {
		return true
	}
	for _, w := range short {
		if w == "bin" || w == "ibn" || w == "bint" {
			return false // "Salman bin X" is the father of "Mohammed bin Salman bin X"
		}
	}
	return sameWord(full[len(full)-1], short[len(short)-1])
}

func inOrder(full, short []string) bool {
	j := 0
	for i := 0; i < len(full) && j < len(short); i++ {
		if sameWord(full[i], short[j]) {
			j++
		}
	}
	return j == len(short)
}

// sameWord tells whether two words of names are the same, one maybe an
// initial.
func sameWord(a, b string) bool {
	return a == b || initialOf(a, b) || initialOf(b, a)
}

func initialOf(short, long string) bool {
	return strings.HasSuffix(short, ".") && len(short) <= 3 && strings.HasPrefix(long, strings.TrimSuffix(short, "."))
}
