package counted

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"readout/extractors/internal/lex"
	"readout/pipeline/record"
)

// sentences cuts a test's text at full stops.
func sentences(text string) (out []record.Span) {
	start := 0
	for i := range len(text) {
		if text[i] == '.' && (i+1 == len(text) || text[i+1] == ' ') {
			out = append(out, record.Span{Start: start, End: i + 1})
			start = i + 2
		}
	}
	return append(out, record.Span{Start: min(start, len(text)), End: len(text)})
}

func show(text string) string {
	found, _ := Find(text, lex.Tokens(text), Options{Sentences: sentences(text)})
	var out []string
	for _, c := range found {
		n := fmt.Sprint(c.Value)
		if c.Max != 0 {
			n += fmt.Sprint("-", c.Max)
		}
		if c.Qualifier != "exact" {
			n = c.Qualifier + " " + n
		}
		out = append(out, n+" "+text[c.Unit.Start:c.Unit.End])
	}
	return strings.Join(out, "; ")
}

var cases = [][2]string{
	// the noun and its modifiers
	{"It includes 26 long-term observers, but", "26 long-term observers"},
	{"eight Harbour Nations", "8 Harbour Nations"},
	{"64 pilots and engineers of the mission", "64 pilots and engineers"},
	{"187 countries and dozens of firms", "187 countries"},
	{"two ministers and three governors", "2 ministers; 3 governors"},
	{"three safe and simple routes", "3 safe and simple routes"},
	{"two United Nations special envoys came", "2 United Nations special envoys"},
	{"four COVID-19 vaccines", "4 COVID-19 vaccines"},
	{"five U.S. senators", "5 U.S. senators"},
	{"12 HBCUs and 1,000 Israelis", "12 HBCUs; 1000 Israelis"},
	{"12 more villages", "12 villages"},
	{"500 staff and 60 police", "500 staff; 60 police"},
	{"fifteen (15) members", "15 members"},
	{"64 deputies were for it", "64 deputies"},
	{"35 women's rights defenders", "35 women's rights defenders"},
	{"12 farmers’ unions and 40 workers’ pensions", "12 farmers’ unions; 40 workers"},
	{"the 17 people’s representatives’ seats", "17 people’s representatives’ seats"},
	{"the 20 countries’ parliaments", "20 countries"},
	{"seven would-be candidates and 20 pick-up trucks", "7 would-be candidates; 20 pick-up trucks"},
	{"Two memoranda of understanding", "2 memoranda"},
	{"six spokespeople and 40 oarswomen", "6 spokespeople; 40 oarswomen"},
	{"a 21-gun salute, a four-eyed talk, a two-tiered plan", ""},
	{"Seven Envoys Present Credentials", "7 Envoys"},
	{"it created 15 million jobs and women have gained", "1.5e+07 jobs"},
	{"Since he signed it, 70 farmers and growers are paid", "70 farmers and growers"},
	{"22 pilots and engineers have come", "22 pilots and engineers"},
	{"A two member delegation came for two consecutive terms", "2 member"},
	{"Here the Tarnby Nine members met.", ""},
	{"After lunch, the two covered matters of trade. The three NSAs left.", ""},
	{"the parliament in its two houses and the ties of two states", ""},
	// nouns left out
	{"6,755 stations will open, including 105 in 38 countries", "6755 stations; 105 stations; 38 countries"},
	{"by 14,620 observers, 1,220 more than in May", "14620 observers; 1220 observers"},
	{"It has 109 members [22 from Asia, 35 from Africa and 6 from Oceania].", "109 members; 22 members; 35 members; 6 members"},
	{"for 63 seats – 41 in single-mandate constituencies", "63 seats; 41 seats"},
	{"makers of Tarnby ferries, about 40 of which sail", "about 40 Tarnby ferries"},
	{"The mission sent 18 observers to Tarnby. It had 18 observers in Oslo and 15 in Riga.", "18 observers; 18 observers; 15 observers"},
	{"Votes were cast at 784 stations in 39 countries. The team saw 41 of them.", "784 stations; 39 countries; 41 stations"},
	{"They have 27 seats, ahead of the Union on 18 and the League on 15.", "27 seats; 18 seats; 15 seats"},
	{"the number of deputies grew from 76 to 126", "76 deputies; 126 deputies"},
	{"The two meetings were held after two meetings in May", "2 meetings"},
	{"one of the three largest parties", "3 largest parties"},
	{"12 of the country's 15 provinces and 97 of the world’s biggest cities", "12 provinces; 15 provinces; 97 biggest cities"},
	{"as two of the world's largest economies", ""},
	{"three of Varland's towns", "3 towns"},
	{"24 long-term and 180 short-term observers", "24 observers; 180 short-term observers"},
	{"30 long- and short-term observers", "30 long- and short-term observers"},
	{"The team of five visited three towns", "3 towns"},
	{"with 61 votes to 47.", "61 votes; 47 votes"},
	{"a Group of nine persons was set up", "9 persons"},
	{"the cards, of which about 700 remain uncollected", "about 700 cards"},
	{"with 2 410 votes to the 2 117 of the premier", "2410 votes; 2117 votes"},
	{"The League governs with two smaller parties and faces a vote.", "2 smaller parties"},
	{"more than 600 Sudanese have crossed and 12 Japanese firms came", "at_least 600 Sudanese; 12 Japanese firms"},
	{"31 members, of whom nearly 14 are women", "31 members; about 14 women"},
	// qualifiers and ranges
	{"at least 45 observers", "at_least 45 observers"},
	{"an estimated 340 million trees", "about 3.4e+08 trees"},
	{"between 120 and 150 firms", "120-150 firms"},
	{"no more than 25 of the 70 firms", "at_most 25 firms; 70 firms"},
	{"15 or more judges", "at_least 15 judges"},
	// part of a number
	{"16 of the 17 district offices", "16 district offices; 17 district offices"},
	{"118 out of 119 seats", "118 seats; 119 seats"},
	{"one of three observers", "3 observers"},
	{"two of its members", "2 members"},
	// compounds
	{"a 40-member mission", "40 member"},
	{"a five-member delegation", "5 member"},
	{"a two-day, three-way, 15-year-old, two-state, 10-mile plan", ""},
	{"10-year bonds and Seventy-seventh session", ""},
	// the noun left out
	{"640 pilgrims came, 212 of them early.", "640 pilgrims; 212 pilgrims"},
	{"There are 60 stations here and another 36 abroad.", "60 stations; 36 stations"},
	{"64 deputies voted for it, 8 voted against.", "64 deputies; 8 deputies"},
	{"There were 88 boxes. Of these 31 were opened.", "88 boxes; 31 boxes"},
	{"30 members, 12 of them women.", "30 members; 12 women"},
	{"The number of Council members comes to 23 in all.", "23 Council members"},
	{"17 men and one woman", "17 men; 1 woman"},
	// what counts nothing
	{"one observer, a man", ""},
	{"the two leaders, our two friendly nations, between two countries", ""},
	{"The two Skippers agreed, both sides too", ""},
	{"the two bills and the three Committees", "2 bills; 3 Committees"},
	{"three days, 20 km, 5 million euros, $12 million, 40 percent, three quarters of it", ""},
	{"48 hour holds, 12 square kilometres", ""},
	{"Article 5 provisions, Resolution 1325, No. 12, COVID-19 cases", ""},
	{"aged 14, at 10 p.m., 12:30, 24/7", ""},
	{"the Group of 77 countries, the Five Rivers countries", ""},
	{"in the 1987 Harbour Charters", ""},
	{"the 2+2 talks", ""},
	{"a lecture \"Two Harbours\" there", ""},
	{"one in five girls, 2.5 children", ""},
	{"2019's best books, 30 others", ""},
	{"dozens of villages, hundreds of people", ""},
}

func TestFind(t *testing.T) {
	for _, tt := range cases {
		if d := cmp.Diff(tt[1], show(tt[0])); d != "" {
			t.Errorf("%q: -want +got\n%s", tt[0], d)
		}
	}
}

func TestDatesCountNothing(t *testing.T) {
	text := "In 2000 people met; on 5 May people left."
	dates := []record.Span{{Start: 3, End: 7}, {Start: 23, End: 28}}
	found, dropped := Find(text, lex.Tokens(text), Options{Dates: dates, Trace: true})
	if len(found) != 0 || len(dropped) != 2 || dropped[0].Why != "the number is part of a date" {
		t.Errorf("found %v, dropped %v", found, dropped)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"no more than 16 of the 17 long-term U.S. observers and", "17 men, and one woman; of whom 12 are \"women\"", "20-member \xff 1990 G Documents", "the number of X comes to 23"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found, dropped := Find(text, lex.Tokens(text), Options{Sentences: sentences(text), Trace: true})
		var spans []record.Span
		for _, c := range found {
			spans = append(spans, c.Span, c.Unit)
			if c.Value < 1 || c.Max != 0 && c.Max <= c.Value {
				t.Fatalf("value %v, max %v", c.Value, c.Max)
			}
		}
		for _, d := range dropped {
			spans = append(spans, d.Span)
		}
		for _, s := range spans {
			if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
				t.Fatalf("span %v of %d bytes", s, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("span %v cuts a rune", s)
			}
		}
	})
}

// page is 400 words of the register, written for the benchmark.
var page = strings.Repeat(strings.ReplaceAll(`The Council of the Lakes is sending 26 long-term observers to Varland, said its Secretary, Marta Lindqvist, at the opening of the
office in Tarnby. They will work in 16 of the 17 districts until the end of the month, and at least 45 short-term observers from eight member
states are to follow them. The two sides spoke for three hours of the rules for ballots, of the 4,250 polling stations that the law
asks for, and of a 12-member group that is to report on the count. `, "\n", " "), 5)

func BenchmarkFind(b *testing.B) {
	toks, spans := lex.Tokens(page), sentences(page)
	b.ReportAllocs()
	for b.Loop() {
		if found, _ := Find(page, toks, Options{Sentences: spans}); len(found) != 35 {
			b.Fatalf("%d counts", len(found))
		}
	}
}
