package counted

import (
	"math"
	"sort"
	"strings"

	"readout/extractors/internal/lex"
	"readout/extractors/internal/numbers"
)

// noCount tells why a number counts nothing, whatever noun follows; "" where
// it may.
func (f *finder) noCount(n numbers.Number) string {
	start, end := f.toks[n.First].Start, f.toks[n.Last-1].End
	d := f.o.Dates
	at := sort.Search(len(d), func(i int) bool { return d[i].End > start })
	if at < len(d) && d[at].Start < end {
		return "the number is part of a date"
	}
	before, after := f.w(n.First-1), f.w(n.Last)
	touching := f.touches(n.First)
	switch {
	case isCurrency(before), touching && isCurrencyMark(before), n.Qualifier != numbers.Exact && isCurrency(f.w(n.Start-1)):
		return "the number is a sum of money"
	case touching && (before == "/" || before == "." || before == ":" || before == "-" || before == "–" || before == "#" || before == "№" || before == "_"):
		return "the number goes on from what stands before it"
	case before == "+" && f.isNumber(n.First-2), after == "+" && f.isNumber(n.Last+1):
		return "the number is part of a formula" // "2+2 talks"
	case after == "%" || after == "percent" || after == "pc" || after == "per" && f.w(n.Last+1) == "cent":
		return "the number is a share"
	case f.touches(n.Last) && (after == ":" || after == "/" || after == "." && f.touches(n.Last+1) && f.tok(n.Last+1).Kind == lex.Number):
		return "the number goes on after it"
	case f.touches(n.Last) && after == "(" && f.touches(n.Last+1):
		return "the number names a section"
	case isDash(before) && f.touches(n.First-1) && f.tok(n.First).Start-f.tok(n.First-1).End < 4 && !touching:
		return "the number goes on from what stands before it" // a joiner stands between
	case n.Value != math.Trunc(n.Value):
		return "things are counted in whole numbers"
	case isDash(after) && isOrdinal(f.w(n.Last+1)):
		return "the number is an ordinal"
	case before == "in" && f.isNumber(n.First-2) && (f.tok(n.First-2).Kind == lex.Word || f.tok(n.First-2).Value <= 10):
		return "the number is the base of a share"
	case before == "of" && f.w(n.First-2) == "group" && f.tok(n.First-2).Capital && (!n.InWords || f.tok(n.First).Capital || f.endsPhrase(n.Last)):
		return "the number is part of a name"
	case isDesignator(before) || before == "." && (f.w(n.First-2) == "no" || f.w(n.First-2) == "nos" || f.w(n.First-2) == "art"):
		return "the number names what stands before it"
	case before == "per":
		return "the number is the base of a rate"
	case before == "age" || before == "aged" || before == "ages":
		return "the number is an age"
	case after == "am" || after == "pm" || after == "a" && f.w(n.Last+1) == "." && f.w(n.Last+2) == "m" || after == "p" && f.w(n.Last+1) == "." && f.w(n.Last+2) == "m":
		return "the number is a time of day"
	}
	return ""
}

func (f *finder) isNumber(i int) bool {
	_, word := numbers.Word(f.w(i))
	return word || f.tok(i).Kind == lex.Number
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "‑" || w == "‐" }

func isOrdinal(w string) bool {
	_, ok := numbers.Ordinal(w)
	return ok
}

// named tells whether the number belongs to a name: "Five Rivers states",
// "the Leading 50 Harbour Towns", "Two Harbours" in quotation marks,
// "the 1987 Harbour Charter".
func (f *finder) named(n numbers.Number, u unit) string {
	t, before, after := f.tok(n.First), f.tok(n.First-1), f.tok(n.Last)
	sentence := f.sentenceStart(n.First)
	switch {
	case n.Qualifier != numbers.Exact:
	case t.Kind == lex.Number && before.Kind == lex.Word && before.Capital && !after.Capital && n.First-1 > sentence && !f.place(n.First-1):
		return "the number is part of a name"
	case !after.Capital && t.Kind == lex.Word && t.Capital && before.Kind == lex.Word && before.Capital && n.First-1 > sentence && !f.headline(sentence):
		return "the number is part of a name" // "the Tarnby Nine members"
	case !after.Capital:
	case t.Kind == lex.Number && t.Digits == 4 && t.Value >= 1800 && t.Value < 2100 && n.Last == n.First+1:
		return "a year before a capitalised word belongs to a name"
	case t.Capital && before.Kind == lex.Word && n.First > sentence && !f.headline(sentence):
		return "the number is part of a name"
	case before.Kind == lex.Word && before.Capital && n.First-1 > sentence && t.Kind == lex.Number && !f.headline(sentence):
		return "the number is part of a name"
	case isQuote(before.Lower) && isQuote(f.w(u.last)):
		return "the number is part of a title in quotation marks"
	}
	return ""
}

// place tells whether the capitalised word at i ends a phrase that a
// preposition begins ("In Poland 12 members") or stands in a headline.
func (f *finder) place(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch f.w(k) {
		case "in", "at", "from", "for", "to", "of", "on", "with", "by", "and":
			return true
		}
		if !f.tok(k).Capital {
			break
		}
	}
	return f.headline(f.sentenceStart(i))
}

func isQuote(w string) bool {
	switch w {
	case "\"", "“", "”", "‘", "’", "«", "»", "„":
		return true
	}
	return false
}

// headline tells whether the line that token i begins is a heading: no full
// stop ends it, and most of its words are capitalised.
func (f *finder) headline(i int) bool {
	capital, words := 0, 0
	for ; i < len(f.toks) && f.toks[i].Kind != lex.Break; i++ {
		if t := f.toks[i]; t.Kind == lex.Word && !isStop(t.Lower) {
			words++
			if t.Capital {
				capital++
			}
		}
	}
	return capital*5 >= words*4 && i > 0 && f.w(i-1) != "."
}

// pointsBack tells whether "the two leaders" only points back at parties
// named before.
func (f *finder) pointsBack(n numbers.Number, u unit) string {
	noun := f.w(u.head)
	if n.Value == 3 && f.superlative(u) {
		return "" // "the world's two largest economies" may well be those named
	}
	if n.Value > 3 || n.Max != 0 || n.Qualifier != numbers.Exact {
		return ""
	}
	const why = "it points back at parties named before"
	switch f.w(n.First - 1) {
	case "the", "our", "these", "those", "their", "both", "all", "your", "'s", "’s":
		if n.Value == 2 && looksPast(f.w(u.first)) && u.head > u.first && f.subject(n.First-1) {
			return "what follows is a verb" // "the two covered matters of trade"
		}
		if isParty(noun) || isEncounter(noun) || f.initials(u.head) || n.Value == 2 && isAgent(noun) {
			return why
		}
	case "its":
		if noun == "houses" || noun == "chambers" {
			return why
		}
	case "of":
		if n.Value == 2 && u.head == u.first && (noun == "states" || noun == "countries" || noun == "nations") {
			return why
		}
	case "between":
		if isParty(noun) && u.head == u.first {
			return why
		}
	}
	if n.Value == 2 && isPair(noun) {
		return why
	}
	return ""
}

// subject tells whether the article at k begins a sentence or stands behind a comma.
func (f *finder) subject(k int) bool {
	return f.w(k-1) == "," || f.sentenceStart(k) == k
}

// initials tells whether token k is the plural of a post's initials: "NSAs".
func (f *finder) initials(k int) bool {
	t := f.tok(k)
	w := f.text[t.Start:t.End]
	return len(w) > 2 && len(w) < 6 && w[len(w)-1] == 's' && strings.ToUpper(w[:len(w)-1]) == w[:len(w)-1]
}

func (f *finder) superlative(u unit) bool {
	for k := u.first; k < u.head; k++ {
		if isSuperlative(f.w(k)) {
			return true
		}
	}
	return false
}

// isSuperlative tells modifiers that choose from many: "the three largest
// parties" are no parties named before.
func isSuperlative(w string) bool {
	switch w {
	case "main", "leading":
		return true
	}
	n := len(w)
	return n > 5 && w[n-3:] == "est" && w != "forest" && w != "interest" && w != "honest" && w != "modest" && w != "guest" && w != "request"
}

// isEncounter tells nouns for encounters: "the two meetings" are those told of before.
func isEncounter(w string) bool {
	switch w {
	case "meetings", "receptions", "calls", "audiences", "encounters", "conversations":
		return true
	}
	return false
}

// isAgent tells nouns for people by their ending: "the two coordinators".
func isAgent(w string) bool {
	switch w {
	case "papers", "centers", "numbers", "letters", "orders", "borders", "matters", "rivers", "towers", "rulers'", "sectors", "factors", "corridors",
		"doors", "floors", "errors", "reactors", "vectors", "offers", "quarters", "containers", "chapters", "helicopters", "carriers", "barriers",
		"frontiers", "lists", "waters", "layers", "covers", "posters", "computers", "disasters", "clusters", "theaters", "registers", "buffers",
		"mirrors", "monitors", "tractors", "motors", "colors", "harbors", "anchors", "behaviors", "rumors", "tumors", "corners", "hangers", "orders'",
		"headquarters", "answers", "prayers", "dinners", "trailers", "customers'", "masters", "counters", "filters", "shelters", "markers", "meters":
		return false
	}
	for _, end := range []string{"ors", "ers", "ists", "men", "women"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// isParty tells nouns for the parties to an encounter.
func isParty(w string) bool {
	switch w {
	case "leaders", "sides", "countries", "nations", "states", "presidents", "ministers", "parties", "governments", "parliaments", "peoples",
		"delegations", "officials", "diplomats", "heads", "chairs", "chairmen", "chairpersons", "speakers", "chambers", "houses", "institutions",
		"organizations", "organisations", "bodies", "neighbours", "neighbors", "allies", "partners", "men", "women", "economies", "capitals",
		"continents", "regions", "powers", "dignitaries", "counterparts", "ministries", "politicians", "generals", "friends", "cities",
		"secretaries", "ambassadors", "envoys", "premiers", "legislatures", "assemblies", "republics", "kingdoms", "statesmen", "interlocutors",
		"principals", "chiefs", "secretariats", "representatives", "councils", "cultures", "armies", "militaries", "territories", "lands", "missions",
		"agencies", "members", "legislators", "parliamentarians", "lawmakers", "officers", "commissioners", "monarchs", "kings", "sovereigns",
		"directors", "rectors", "authorities", "mayors", "cochairs", "teams", "advisors", "advisers", "sister", "entities":
		return true
	}
	return isPair(w)
}

// isPair tells nouns whose "two" are the parties even without an article.
func isPair(w string) bool {
	switch w {
	case "sides", "leaders", "peoples", "counterparts":
		return true
	}
	return false
}

// leftOut finds the noun of a number that has none behind it: "212 of them",
// "another 36 in ports", "64 deputies were for it, 8 against", "the number
// of members comes to 23".
func (f *finder) leftOut(n numbers.Number) (unit, string) {
	if u, ok := f.numberOf(n); ok {
		return u, RuleNumberOf
	}
	if u, ok := f.predicate(n); ok {
		return u, RuleNoun
	}
	if u, ok := f.relative(n); ok {
		return u, RuleAntecedent
	}
	if len(f.units) == 0 {
		return unit{}, ""
	}
	u := f.units[len(f.units)-1]
	lo := f.sentenceStart(n.First)
	before, after := f.w(n.Start-1), f.w(n.End)
	near := u.first >= lo
	switch {
	case after == "of" && isOfThem(f.w(n.End+1)):
		u = f.atLeast(n.Value)
	case isOfThem(before) && f.w(n.Start-2) == "of" && f.verbAfter(n.End):
	case before == "," && isOfThem(f.w(n.Start-2)) && f.w(n.Start-3) == "of" && f.verbAfter(n.End):
	case f.w(n.First-1) == "another" || f.w(n.First-1) == "further":
	case near && (before == "," || before == "and" || before == "while" || before == ";") && (f.verbAfter(n.End) || after == "against"):
	case near && (before == "," || before == "and" || before == "but") && isPlace(after) && f.parallel(u, after):
	case near && isPlace(after) && (isDash(before) || before == "[" || before == "(" || before == "including"):
	case near && isPlace(after) && after == f.listed && (before == "," || before == "and"):
	case near && before == "," && (after == "more" || after == "fewer" || after == "less") && f.w(n.End+1) == "than":
	case near && before == "to" && isTally(f.w(u.head)) && u.last == n.Start-1 && f.endsPhrase(n.End):
	case near && before == "the" && f.w(n.Start-2) == "to" && isTally(f.w(u.head)) && u.last == n.Start-2 && (after == "of" || after == "for"):
	case near && (before == "on" || before == "with") && isTally(f.w(u.head)) && f.endsPhrase(n.End) && !isPlace(after):
	default:
		return unit{}, ""
	}
	f.listed = ""
	if isPlace(after) {
		f.listed = after
	}
	return u, RuleAntecedent
}

// atLeast gives the unit counted last of which there are at least so many;
// the last of all where there is none.
func (f *finder) atLeast(value float64) unit {
	for k := len(f.units) - 1; k >= 0; k-- {
		if f.values[k] >= value {
			return f.units[k]
		}
	}
	return f.units[len(f.units)-1]
}

// parallel tells whether the preposition that follows the number stands behind
// the noun of the unit too: "18 observers in Oslo and 15 in Riga".
func (f *finder) parallel(u unit, preposition string) bool {
	for k := u.last; k < u.last+2; k++ {
		if f.w(k) == preposition {
			return true
		}
	}
	return false
}

func isPlace(w string) bool {
	switch w {
	case "in", "at", "from", "for", "by":
		return true
	}
	return false
}

// isTally tells nouns for what parties have of a chamber or of a vote.
func isTally(w string) bool {
	switch w {
	case "seats", "mandates", "votes", "deputies", "mps", "members":
		return true
	}
	return false
}

// relative reads the plural before "N of which", where no number counts it:
// "battery makers, about 40 of which".
func (f *finder) relative(n numbers.Number) (unit, bool) {
	k := n.Start - 2
	switch {
	case f.w(n.End) == "of" && isOfThem(f.w(n.End+1)) && f.w(n.Start-1) == ",":
	case isOfThem(f.w(n.Start-1)) && f.w(n.Start-2) == "of" && f.w(n.Start-3) == ",": // "cards, of which 70 remain"
		k = n.Start - 4
	default:
		return unit{}, false
	}
	if k < 0 || !f.isPlural(k) {
		return unit{}, false
	}
	first := k
	for first > 0 && first > k-4 {
		t := f.tok(first - 1)
		if t.Kind != lex.Word && !f.joins(first-1) || isStop(t.Lower) || looksPast(t.Lower) || f.isNumber(first-1) {
			break
		}
		first--
	}
	if f.isNumber(first - 1) {
		return unit{}, false // counted itself
	}
	return unit{first, k + 1, k}, true
}

// predicate reads the noun that tells what the number counts: "12 of them
// women", "of whom 12 are women".
func (f *finder) predicate(n numbers.Number) (unit, bool) {
	k := n.End
	switch {
	case f.w(k) == "of" && isOfThem(f.w(k+1)):
		k += 2
	case (f.w(k) == "are" || f.w(k) == "were") && (isOfThem(f.w(n.Start-1)) || f.w(n.Start-1) == "," && isOfThem(f.w(n.Start-2))):
		k++
	default:
		return unit{}, false
	}
	u, why := f.phrase(k)
	return u, why == "" && u.first == k && f.endsPhrase(u.last)
}

func isOfThem(w string) bool {
	switch w {
	case "them", "whom", "which", "these", "those":
		return true
	}
	return false
}

// verbAfter tells whether token i is an auxiliary or a past form.
func (f *finder) verbAfter(i int) bool {
	switch f.w(i) {
	case "are", "were", "have", "had", "will", "came", "come", "went", "won", "did", "do", "took", "belong", "represent", "abstained", "voted":
		return true
	}
	t := f.tok(i)
	n := len(t.Lower)
	return t.Kind == lex.Word && !t.Capital && n > 4 && t.Lower[n-2:] == "ed"
}

// endsPhrase tells whether no noun can follow at token i.
func (f *finder) endsPhrase(i int) bool {
	t := f.tok(i)
	return t.Kind == lex.Break || t.Kind == lex.Mark || isStop(t.Lower)
}

// numberOf reads "the number of N ... to 29" before the number.
func (f *finder) numberOf(n numbers.Number) (unit, bool) {
	switch f.w(n.Start - 1) {
	case "from":
		if f.w(n.End) != "to" || !f.isNumber(n.End+1) {
			return unit{}, false
		}
	case "to", "at", "is", "was", "reached", "be", "been", "totals", "totaled", "totalled", "exceeded", "exceeds":
	default:
		return unit{}, false
	}
	if !f.endsPhrase(n.End) {
		return unit{}, false
	}
	lo := f.sentenceStart(n.First)
	for k := n.Start - 2; k > lo && k > n.Start-16; k-- {
		if f.w(k) == "of" && f.w(k-1) == "number" {
			j := k + 1
			if f.w(j) == "the" {
				j++
			}
			u, why := f.phrase(j)
			return u, why == "" && u.last <= n.Start
		}
	}
	return unit{}, false
}

// sentenceStart gives the first token of the sentence that holds token i.
func (f *finder) sentenceStart(i int) int {
	at := f.toks[i].Start
	start := 0
	s := f.o.Sentences
	if k := sort.Search(len(s), func(k int) bool { return s[k].End > at }); k < len(s) && s[k].Start <= at {
		start = s[k].Start
	}
	for i > 0 && f.toks[i-1].Kind != lex.Break && f.toks[i-1].Start >= start {
		i--
	}
	return i
}
