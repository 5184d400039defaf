// Package gazetteer holds word lists: countries and their adjectives, cities,
// regions, venues, nouns of posts, nouns that head the names of bodies,
// chambers of parliaments, international bodies and media. Lists are TSV
// files built into the program and the user's own; no list holds a person's
// name. It is a leaf: standard library only.
//
// Phrases are compared atom by atom, an atom being a run of letters and
// digits: hyphens, full stops and apostrophes within a word only part atoms, other
// marks are atoms, so "Director-General" and "Director General", "U.S."
// and "U.S", "People's" as one token or as two are the same. Diacritics are
// folded ("Mäjilis" is "Majilis"). Names keep their case, but a word wholly in
// capitals stands for any ("RIYADH") and a small word may have a capital in a
// headline ("Republic Of"); nouns of posts and bodies come in any case;
// acronyms only as listed ("US" is not "us").
package gazetteer

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

// Kind is what a phrase is; kinds combine by | where a caller asks for several.
type Kind uint32

// Kinds of phrases.
const (
	Country   Kind = 1 << iota // name of a state or territory with an ISO code
	Demonym                    // adjective or noun of a country: Kazakh, British
	City                       // city, town, seat
	Region                     // part of a country or of the world: Texas, Central Asia
	Venue                      // building or ground known by name: White House
	Title                      // noun of a post: Prime Minister, Speaker
	Courtesy                   // Mr., Dr., H.E., Sheikh
	Rank                       // military or police rank, which is no post
	Modifier                   // stands before a title: Deputy, Acting, former
	Portfolio                  // field of a minister: Foreign Affairs, Defence
	Head                       // noun that heads the name of a body: Ministry, Bank
	Chamber                    // a parliament or chamber by its own name: Bundestag
	Body                       // another body by its own name or acronym: OSCE
	Media                      // agency, paper or station

	// Place is every kind of place.
	Place = Country | City | Region | Venue
	// Any is every kind.
	Any Kind = 1<<iota - 1
)

var kindNames = []string{"country", "demonym", "city", "region", "venue", "title", "courtesy",
	"rank", "modifier", "portfolio", "head", "chamber", "body", "media"}

// String gives the name of a kind as the lists write it; several are joined by "|".
func (k Kind) String() string {
	var names []string
	for i, name := range kindNames {
		if k&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "|")
}

// anyCase are the kinds whose phrases are common nouns.
const anyCase = Title | Courtesy | Rank | Modifier | Portfolio | Head

// Flag says more of an entry.
type Flag uint16

// Flags of an entry.
const (
	Ambiguous   Flag = 1 << iota // this form is also a word or a person's name: Jordan, Victoria, Nice
	Shared                       // places of several states have this form: Georgia, Punjab
	Acronym                      // this form is an acronym: OSCE, UN
	Capital                      // of a city: seat of its state
	Bare                         // of a title: may stand directly before a name without a body: President X
	Plural                       // this form is a plural: Ministers
	Male                         // of a title or courtesy word: said of men only
	Female                       // of a title or courtesy word: said of women only
	State                        // of a title: a state can stand for its body: President of Latvia
	HasField                     // of a title: a field belongs to the title: Minister of Finance
	Legislator                   // of a title: a seat in a legislature
	Leads                        // of a head: stands first in a name: Ministry of X
	Ends                         // of a head: stands last in a name: X Bank
	Generic                      // of a head: in small letters, or alone, it is no name
	PostNominal                  // of a title: stands after the name: MP
)

var flagNames = []string{"ambiguous", "shared", "acronym", "capital", "bare", "plural", "male", "female",
	"state", "field", "legislator", "leads", "ends", "generic", "postnominal"}

// Entry is one form of one row of a list.
type Entry struct {
	Kind  Kind
	ISO   string // ISO 3166-1 alpha-2 ("XK" for Kosovo), "" where the row has none
	Name  string // the row's own name: the common English or full name
	Form  string // the form of it that matched, as the list writes it
	Class string // of a head and a body: what body; of a demonym: "noun"; of media: agency, paper, station
	Flags Flag
}

// Has tells whether the entry has all the flags.
func (e Entry) Has(f Flag) bool { return e.Flags&f == f }

// Gazetteer is a set of lists. It is never changed after it was loaded, and
// safe for concurrent use.
type Gazetteer struct {
	rows    []row
	forms   []form
	index   map[uint64]int32  // by hash of the first atom: the first of its forms; -1 ends a chain
	country map[string]string // ISO code to common name
}

type row struct {
	kind             Kind
	flags            Flag
	iso, name, class string
}

// form is one way to write a row. The forms of one first atom are a chain,
// longest first, then in list order; where two first atoms have one hash, they
// share a chain.
type form struct {
	text   string
	second uint32 // hash of the second atom, 0 where there is none
	row    int32
	next   int32
	atoms  int16
	flags  Flag
}

func (g *Gazetteer) entry(f *form) Entry {
	r := &g.rows[f.row]
	return Entry{Kind: r.kind, ISO: r.iso, Name: r.name, Form: f.text, Class: r.class, Flags: f.flags}
}

//go:embed *.tsv
var files embed.FS

// lists are the built-in lists in the order in which entries of one phrase
// come: states and their capitals before other places of the same name.
var lists = []string{"countries.tsv", "chambers.tsv", "bodies.tsv", "media.tsv", "cities.tsv", "regions.tsv",
	"venues.tsv", "titles.tsv", "before_names.tsv", "heads.tsv"}

var builtIn = sync.OnceValue(parseLists)

func parseLists() *Gazetteer {
	g := newGazetteer(1 << 13)
	for _, name := range lists {
		data, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		if err := g.parse(name, string(data)); err != nil {
			panic(fmt.Sprintf("gazetteer: built-in list: %v", err))
		}
	}
	return g
}

// Default gives the built-in lists, parsed at the first call.
func Default() *Gazetteer { return builtIn() }

func newGazetteer(rows int) *Gazetteer {
	return &Gazetteer{rows: make([]row, 0, rows), forms: make([]form, 0, 2*rows),
		index: make(map[uint64]int32, rows), country: map[string]string{}}
}

// Country gives the ISO code of a country named by any of its names, with or
// without a leading "the".
func (g *Gazetteer) Country(name string) (iso string, ok bool) { return g.iso(name, Country) }

// Demonym gives the ISO code of the country of an adjective or a noun of its
// people.
func (g *Gazetteer) Demonym(word string) (iso string, ok bool) { return g.iso(word, Demonym) }

// CountryName gives the common English name of an ISO code, or "".
func (g *Gazetteer) CountryName(iso string) string { return g.country[iso] }

func (g *Gazetteer) iso(phrase string, kind Kind) (string, bool) {
	e, ok := g.First(phrase, kind)
	return e.ISO, ok
}

// First gives the first entry that Lookup gives.
func (g *Gazetteer) First(phrase string, kinds Kind) (Entry, bool) {
	word, _, more := strings.Cut(phrase, " ")
	if _, known := g.index[firstKey(word)]; !known && word != "" && !strings.EqualFold(word, "the") {
		return Entry{}, false // as most do
	}
	if !more && word != "" {
		if e, n := g.Match([]string{word}, kinds); n > 0 {
			return e, true
		}
	}
	if entries := g.Lookup(phrase, kinds); len(entries) > 0 {
		return entries[0], true
	}
	return Entry{}, false
}

// Lookup gives every entry of the kinds that is the whole phrase, in list
// order. A leading "the" of the phrase is passed over.
func (g *Gazetteer) Lookup(phrase string, kinds Kind) []Entry {
	words := strings.Fields(phrase)
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	entries, n := g.Matches(words, kinds)
	if n != len(words) {
		return nil
	}
	return entries
}

// Match finds the longest phrase of the kinds that words begin with and gives
// its first entry and the number of words it takes; 0 where there is none.
// Words are tokens of a text; a phrase ends where a word ends.
func (g *Gazetteer) Match(words []string, kinds Kind) (Entry, int) {
	var best Entry
	n := g.match(words, kinds, func(f *form) bool { best = g.entry(f); return false })
	return best, n
}

// maxKinds is how many kinds MatchEach takes at once.
const maxKinds = 16

// MatchEach is Match for several kinds at once, 16 at most and none in two of
// them: it calls take for each place in kinds that has a phrase, in their order.
func (g *Gazetteer) MatchEach(words []string, kinds []Kind, take func(k int, e Entry, n int)) {
	if len(words) == 0 {
		return
	}
	at, ok := g.index[firstKey(words[0])]
	if !ok {
		return
	}
	r := reader{words: words}
	second := r.second()
	var found [maxKinds]*form
	open := Kind(0)
	for _, wanted := range kinds {
		open |= wanted
	}
	for ; at >= 0; at = g.forms[at].next {
		f := &g.forms[at]
		if f.second != 0 && f.second != second {
			continue
		}
		kind := g.rows[f.row].kind
		if kind&open == 0 || !r.has(int(f.atoms)) || !r.same(f, kind) {
			continue
		}
		for k, wanted := range kinds {
			if found[k] == nil && kind&wanted != 0 {
				found[k] = f
			}
			if found[k] != nil {
				open &^= wanted // no kind is asked for twice
			}
		}
	}
	for k, f := range found[:len(kinds)] {
		if f != nil {
			take(k, g.entry(f), r.at(int(f.atoms)-1).end)
		}
	}
}

// Matches gives every entry of the longest phrase, as Match does the first.
func (g *Gazetteer) Matches(words []string, kinds Kind) ([]Entry, int) {
	var all []Entry
	n := g.match(words, kinds, func(f *form) bool { all = append(all, g.entry(f)); return true })
	return all, n
}

// match calls take for the forms of the longest phrase until it says no.
func (g *Gazetteer) match(words []string, kinds Kind, take func(*form) bool) int {
	if len(words) == 0 {
		return 0
	}
	at, ok := g.index[firstKey(words[0])]
	if !ok {
		return 0
	}
	r := reader{words: words}
	second := r.second()
	atoms := 0
	for ; at >= 0; at = g.forms[at].next {
		f := &g.forms[at]
		if atoms > 0 && int(f.atoms) != atoms {
			break
		}
		if f.second != 0 && f.second != second {
			continue
		}
		if kind := g.rows[f.row].kind; kind&kinds == 0 || !r.has(int(f.atoms)) || !r.same(f, kind) {
			continue
		}
		atoms = int(f.atoms)
		if !take(f) {
			break
		}
	}
	if atoms == 0 {
		return 0
	}
	return r.at(atoms - 1).end
}
