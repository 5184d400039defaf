package extractors_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"readout/pipeline"
)

// hostilePage is a kind of page that says nothing at length: words that an
// extractor looks at, without the stops that end its look.
type hostilePage struct {
	name  string
	text  func(size int) string // about size bytes
	title string                // of a page in HTML; "" for one in plain text
}

// page gives the page of a kind, of about size bytes.
func (h hostilePage) page(size int) *pipeline.Page {
	const read = "The members of the council met and it was good for all of them."
	if h.title != "" {
		return &pipeline.Page{Path: "long.html", Format: pipeline.HTML,
			Body: []byte("<!DOCTYPE html><html lang=en><head><title>" + h.title + "</title></head><body><main><h1>" + h.title + "</h1><p>" + read + "</p>" + h.text(size))}
	}
	return &pipeline.Page{Path: "long.txt", Format: pipeline.Text, Body: []byte("Talks in Oslo\n\n" + read + "\n\n" + h.text(size) + "\n")}
}

// repeat makes a page of one paragraph that has no final stop.
func repeat(name, unit string) hostilePage {
	return hostilePage{name: name, text: func(size int) string { return strings.Repeat(unit, size/len(unit)) }}
}

// markup makes a page in HTML: what opens it, then the same elements again and again.
func markup(name, title, open, unit string) hostilePage {
	return hostilePage{name: name, title: title, text: func(size int) string { return open + strings.Repeat(unit, size/len(unit)) }}
}

// longTitle is a title of 2,000 bytes.
func longTitle(unit string) string { return strings.Repeat(unit, 2000/len(unit)) }

// count makes a page of units that differ by a number.
func count(name string, unit func(i int) string) hostilePage {
	return hostilePage{name: name, text: func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(unit(i))
		}
		return b.String()
	}}
}

// soup makes a page of words in an order without sense.
func soup(name string, seed uint64, words []string, stops ...string) hostilePage {
	return hostilePage{name: name, text: func(size int) string {
		r := rand.New(rand.NewPCG(seed, seed))
		var b strings.Builder
		for i := 1; b.Len() < size; i++ {
			b.WriteString(words[r.IntN(len(words))])
			switch {
			case len(stops) > 0 && r.IntN(12) == 0:
				b.WriteString(stops[r.IntN(len(stops))])
			default:
				b.WriteByte(' ')
			}
		}
		return b.String()
	}}
}

// invented gives the i-th of endless names that no list holds.
func invented(i int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for k := 0; k < 3; k++ {
		c := consonants[i%len(consonants)]
		i /= len(consonants)
		if k == 0 {
			c -= 'a' - 'A'
		}
		b.WriteByte(c)
		b.WriteByte(vowels[i%len(vowels)])
		i /= len(vowels)
	}
	b.WriteByte('n')
	return b.String()
}

// distinct gives names as invented does, of which no two that follow each other
// pass for spellings of one.
func distinct(i int) string { return invented(7919 * i) }

// triggers are words that the grammars look for.
var triggers = strings.Fields(`met with received hosted visited discussed talks meeting between the of and , ; : ( ) " “ ” who which where that
said told he she it they his her President Minister Prime Foreign Affairs Ambassador Speaker Parliament Chile Oslo Ana Lind Bo Ek UN EU
delegation led by members 12 hundred per cent May Monday 2021 on 3 elections presidential held will be vote parliamentary
today last week yesterday also at in for to as well Mr. H.E. Dr. -- - 's committee cooperation relations stressed expressed
importance noted thanked agreed statement report according phone call telephone during visit summit margins attended by
accompanied including spokesperson both sides chairman former acting deputy head countries the the of a an was were has`)

// hostilePages are the kinds; each is English enough to be read.
func hostilePages() []hostilePage {
	return []hostilePage{
		repeat("members who met", "the members and the guests of the parliament who met "),
		repeat("discussed fields", "discussed the cooperation of the countries in the field of "),
		repeat("semicolons", "; the speaker said ; and met "),
		repeat("short sentences", "The minister met the guests. "),
		repeat("short paragraphs", "The members of the council met with the guests.\n\n"),
		repeat("short lines", "The speaker met with it\n"),
		repeat("short names", "Ana Lind met with Bo Ek.\n\n"),
		repeat("headings", "Talks on trade with the guests\n\n"),
		repeat("one word a paragraph", "the\n\nmet\n\nof\n\nMinister\n\n"),
		repeat("quotes and pronouns", `"we agree" he said and she said he "is well" as it said she `),
		repeat("pronouns that speak", `he said she said "so" it he `),
		repeat("texts of texts", `the statement said the statement of the report said "we agree" `),
		repeat("open quotes", `he said “the minister of the “talks of the `),
		repeat("votes without a verb", `the presidential and parliamentary elections and the vote for the `),
		repeat("elections one by one", "The presidential elections will be held in May.\n\n"),
		repeat("elections dated", "the elections of 3 May 2021 and of the parliament on Monday , in Chile and "),
		repeat("one who met another", `President of Chile Ana Lind met with Minister of Trade of Peru Bo Ek and `),
		repeat("titles of the", "the President of the Chairman of the Minister of the Secretary of the Speaker of the "),
		repeat("titles of and", "Minister of Trade, Energy and Finance of the Republic and Chairman of the "),
		repeat("appositions", `Ana Lind, Speaker of the House, `),
		repeat("names and commas", "Ana Lind, Bo Ek, the Minister, and "),
		repeat("relative clauses", "the envoy who met the envoy, which the envoy of the guests, whose envoy with that "),
		repeat("list with semicolons", "Ana Lind, Minister of Trade of Chile; Bo Ek, Minister of Trade of Peru; the guests; and "),
		repeat("one holder who met", "Minister Anna Petrova met with "),
		repeat("one holder whom they met", "met with Minister Anna Petrova and "),
		repeat("one holder who came along", "accompanied by Minister Anna Petrova, "),
		repeat("one holder in two forms", "Anna Petrova and Minister Anna Petrova, "),
		repeat("one holder in a list", "Anna Petrova - Minister of Trade; "),
		repeat("calls by", "phone call with Minister Anna Petrova by phone with "),
		repeat("rounds", "the first round the second round "),
		repeat("delegations", "a delegation led by the delegation of the members of the delegation headed by "),
		repeat("during visits", "during his visit to the talks with the meeting of the visit between the "),
		repeat("attended by", "attended by the members, as well as the guests, including the experts and "),
		repeat("brackets", "the Council (of the Council (of the [Council ( and "),
		repeat("closed brackets", "the United Council (UC) and the World Union of the Council (WUC) , the "),
		repeat("initials", "the U.S. and Mr. A. B. C. of the No. 5 Inc. and "),
		repeat("dots", "the ... of . . and ... with "),
		repeat("dates", `on 3 May 2021 and from the 4th to `),
		repeat("months", "May and the March in April of June at "),
		repeat("weekdays", "on Monday and last Tuesday of the next week and "),
		repeat("numbers", "1,000,000 and 12 of the two hundred and five per cent of the "),
		repeat("numbers without words", "1 2 3 4 5 of the 6,000 7.5 "),
		repeat("counted groups", "12 members and three hundred of the 40 guests and several of the "),
		repeat("capitals", "The Great Of And With United Of The "),
		repeat("capitals with titles", "President Of The Republic And Minister For The Ambassador "),
		repeat("shouting", "THE MINISTER OF THE COUNCIL AND THE UN MET WITH "),
		repeat("one surname", "Mr. Lind and Lind of the "),
		repeat("countries", "Chile and Peru, the Chilean and the Peruvian with France's of "),
		repeat("cities", "in Oslo, in Paris of the city of Lima and at Madrid, "),
		repeat("unicode spaces", "the\u2003minister\u00a0of\u2009the\u3000council\u200band\u00ad met "),
		repeat("combining marks", "the a\u0301\u0301\u0302\u0303e\u0301 of \u0301\u0301 Ame\u0301lie\u0301 and "),
		{name: "one mark on another", text: func(size int) string { return "the members of the council and a" + strings.Repeat("\u0301", size/2) }},
		{name: "one word", text: func(size int) string { return "the members of the council met the " + strings.Repeat("a", size) }},
		{name: "one compound", text: func(size int) string { return "the members of the council met the " + strings.Repeat("Vice-", size/5) }},
		repeat("apostrophes", "the minister's of the members' 'of 's and 'the "),
		repeat("topics", "stressed the importance of the trade and expressed the support for the talks on the "),
		repeat("agreements", "agreed to strengthen the cooperation and to discuss the "),
		repeat("colons", "Present: the minister: the speaker: Participants included: the guests and "),
		repeat("dashes", "the minister – the guests -- of the talks — and "),
		count("names one by one", func(i int) string { return fmt.Sprintf("%s %s and the ", invented(i), invented(7*i+1)) }),
		count("names that share a surname", func(i int) string { return distinct(i) + " Lind and " }),
		count("sentences of names that share a surname", func(i int) string { return fmt.Sprintf("Mr. %s Lind was there with the guests. ", distinct(i)) }),
		count("names that share a given name", func(i int) string { return "Ana " + distinct(i) + " and " }),
		count("names that met", func(i int) string {
			return fmt.Sprintf("Minister %s %s of the council met with %s.\n\n", invented(i), invented(7*i+1), invented(3*i))
		}),
		count("bodies one by one", func(i int) string {
			return fmt.Sprintf("the %s Council of the %s Union and ", invented(i), invented(i+5))
		}),
		count("acronyms", func(i int) string {
			a := strings.ToUpper(invented(i))
			return fmt.Sprintf("the %s Council (%s) and the %s of ", invented(i), a, a)
		}),
		count("days", func(i int) string { return fmt.Sprintf("on %d May %d the members met. ", i%31+1, 1900+i%200) }),
		count("numbers one by one", func(i int) string { return fmt.Sprintf("The %d members of the council. ", i+13) }),
		count("quotes one by one", func(i int) string { return fmt.Sprintf("“We are %d,” %s said of the talks. ", i, invented(i)) }),
		markup("a long title of names", longTitle("Minister Ana Lind of Chile meets Bo Ek, "), "", "<p>Ana Lind met with Bo Ek of Chile.</p>"),
		markup("a long title of posts", longTitle("President of the Council of the "), "", "<p>The President of the Council of the guests met the "),
		markup("a long title of capitals", longTitle("THE MINISTER OF TRADE MEETS "), "", "<p>The Minister met with the guests.<br>Trade grew."),
		markup("table of rows", "Talks in Oslo", "<table>", "<tr><td>Ana Lind<td>Minister of Trade of Chile<td>3 May 2021"),
		markup("table of one row", "Talks in Oslo", "<table><tr>", "<td>The Speaker of the House met with Bo Ek"),
		markup("tables", "Talks in Oslo", "", "<table><caption>Guests<tr><th>Name<th>Post<tr><td>Ana Lind<td>Minister</table>"),
		markup("list items", "Talks in Oslo", "<ul>", "<li>Minister of Trade Ana Lind met with the delegation;"),
		markup("list items of a word", "Talks in Oslo", "<p>Present were:<ol>", "<li>Ana<li>of<li>Minister"),
		markup("lists under headings", "Talks in Oslo", "", "<h2>Participants:</h2><ul><li>Ana Lind, Chile</li><li>Bo Ek, Peru</li></ul>"),
		markup("definitions", "Talks in Oslo", "<dl>", "<dt>Minister of Trade<dd>Ana Lind, who met with Bo Ek"),
		markup("lines in one paragraph", "Talks in Oslo", "<p>", "Ana Lind, Minister of Trade<br>"),
		soup("soup without stops", 1, triggers),
		soup("soup with commas", 2, triggers, ", ", ", ", ", and "),
		soup("soup with stops", 3, triggers, ". ", ", ", "; "),
		soup("soup with paragraphs", 4, triggers, ".\n\n", ", ", "\n\n"),
	}
}
