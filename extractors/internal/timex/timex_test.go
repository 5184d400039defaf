package timex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"readout/extractors/internal/lex"
	"readout/pipeline/record"
)

// Wednesday; every expression is read as of this day where a case has no other.
const published = "2021-03-10"

func show(text string, o Options) string {
	found, _ := Parse(text, o)
	var out []string
	for _, e := range found {
		out = append(out, text[e.Start:e.End]+" = "+e.Value)
	}
	return strings.Join(out, "; ")
}

func check(t *testing.T, published string, tests [][2]string) {
	t.Helper()
	for _, tt := range tests {
		if d := cmp.Diff(tt[1], show(tt[0], Options{Published: published})); d != "" {
			t.Errorf("%q: -want +got\n%s", tt[0], d)
		}
	}
}

func TestAbsolute(t *testing.T) {
	check(t, published, [][2]string{
		{"on 24 December 2020", "24 December 2020 = 2020-12-24"},
		{"on December 24, 2020, in Riga", "December 24, 2020 = 2020-12-24"},
		{"16th November 2021", "16th November 2021 = 2021-11-16"},
		{"the 19th of April, 2021", "19th of April, 2021 = 2021-04-19"},
		{"16. November 2016", "16. November 2016 = 2016-11-16"},
		{"RIGA, DECEMBER 24, 2020", "DECEMBER 24, 2020 = 2020-12-24"},
		{"11 march 2017", "11 march 2017 = 2017-03-11"},
		{"On March, 5, 2021 he met", "March, 5, 2021 = 2021-03-05"},
		{"Monday, 22nd November 2021", "Monday, 22nd November 2021 = 2021-11-22"},
		{"on 10 May 2021 (Monday)", "10 May 2021 (Monday) = 2021-05-10"},
		{"26<sup>th</sup> July, 2023", "26<sup>th</sup> July, 2023 = 2023-07-26"},
		{"the eighth of March 2021", "eighth of March 2021 = 2021-03-08"},
		{"this 3rd day of May, 2021", "3rd day of May, 2021 = 2021-05-03"},
		{"on Christmas Day 2019", "Christmas Day 2019 = 2019-12-25"},
		{"2020-12-24T10:00", "2020-12-24 = 2020-12-24"},
		{"dated 07.09.2015", "07.09.2015 = 2015-09-07"},
		{"today (27/04/2021)", "today = 2021-03-10; 27/04/2021 = 2021-04-27"},
		{"on 12/03/2021", "12/03/2021 = 2021-03-12"},
		{"on 12/03/2021, after March 1 and March 5", "12/03/2021 = 2021-12-03; March 1 = 2021-03-01; March 5 = 2021-03-05"},
		{"version 10.12.2020.1", ""},
		{"31 April 2020 and February 29, 2021", ""},
		{"in June 2009", "June 2009 = 2009-06"},
		{"in October of last year", "October of last year = 2020-10"},
	})
}

func TestRanges(t *testing.T) {
	check(t, published, [][2]string{
		{"2-4 March 2021", "2-4 March 2021 = 2021-03-02/2021-03-04"},
		{"from 3 to 5 May", "3 to 5 May = 2021-05-03/2021-05-05"},
		{"8 and 9 April", "8 and 9 April = 2021-04-08/2021-04-09"},
		{"on 3 and 7 May", "3 and 7 May = 2021-05-03; 3 and 7 May = 2021-05-07"},
		{"14, 15 and 16 May", "14, 15 and 16 May = 2021-05-14/2021-05-16"},
		{"30 April and 1 May", "30 April and 1 May = 2021-04-30/2021-05-01"},
		{"June 30–July 1, 2020", "June 30–July 1, 2020 = 2020-06-30/2020-07-01"},
		{"from 30 December to 2 January he was", "30 December to 2 January = 2020-12-30/2021-01-02"},
		{"14-15 April this year", "14-15 April this year = 2021-04-14/2021-04-15"},
		{"on 11-13.05.2021", "11-13.05.2021 = 2021-05-11/2021-05-13"},
		{"from Monday to Wednesday they met", "Monday to Wednesday = 2021-03-08/2021-03-10"},
		{"They meet from Monday to Wednesday next week", "Monday to Wednesday next week = 2021-03-15/2021-03-17"},
		{"They meet the week after next, as in the month before last", "week after next = 2021-W12; month before last = 2021-01"},
		{"It was postponed from 3 May to 5 June", "3 May = 2021-05-03; 5 June = 2021-06-05"},
		{"RIGA, 6 March 2021 - Today", "6 March 2021 = 2021-03-06; Today = 2021-03-10"},
		{"from 2013 to 2016", "2013 to 2016 = 2013/2016"},
		{"in 2011-2015", "2011-2015 = 2011/2015"},
		{"the 2024-25 season", "2024-25 = 2024/2025"},
		{"in May or June of this year", "May or June of this year = 2021-05/2021-06"},
		{"in March and June 2020", "March = 2020-03; June 2020 = 2020-06"},
		{"October 2019-March 2020", "October 2019-March 2020 = 2019-10/2020-03"},
		{"on 5, 6 May", "5, 6 May = 2021-05-05/2021-05-06"},
		{"June 5, 12 observers", "June 5 = 2021-06-05"},
		{"on June 9 and 12 observers came", "June 9 = 2020-06-09"},
	})
}

func TestPartsOfMonths(t *testing.T) {
	check(t, published, [][2]string{
		{"in the first week of December 2023", "first week of December 2023 = 2023-12-01/2023-12-07"},
		{"the last week of December 2023 or the first week of January 2024", "last week of December 2023 = 2023-12-25/2023-12-31; first week of January 2024 = 2024-01-01/2024-01-07"},
		{"It will meet in the second half of May.", "second half of May = 2021-05-16/2021-05-31"},
		{"in the first fortnight of next month", "first fortnight of next month = 2021-04-01/2021-04-15"},
		{"the first ten days of February 2020", "first ten days of February 2020 = 2020-02-01/2020-02-10"},
		{"on the second Tuesday of May 2021", "second Tuesday of May 2021 = 2021-05-11"},
		{"the last Sunday in October 2020", "last Sunday in October 2020 = 2020-10-25"},
		{"the first half of 2020", "first half of 2020 = 2020-01/2020-06"},
		{"the programme of week 11", "week 11 = 2021-W11"},
		{"in week 37 of 2024", "week 37 of 2024 = 2024-W37"},
		{"week 30 of the trial", ""},
		{"this twentieth day of May, in the year of our Lord two thousand twenty-two", "twentieth day of May, in the year of our Lord two thousand twenty-two = 2022-05-20"},
		{"the thirty-first of March 2020", "thirty-first of March 2020 = 2020-03-31"},
		{"plans are due by 1 February of each year", ""},
		{"every March", ""},
	})
}

func TestTenseOfClauses(t *testing.T) {
	check(t, published, [][2]string{
		{"She had been due to fly to Oslo on 3 February, but did not.", "3 February = 2021-02-03"},
		{"He was originally scheduled to travel on Saturday.", "Saturday = 2021-03-13"},
		{"It was announced to the King on Sunday.", "Sunday = 2021-03-07"},
		{"They agreed to carry out the results of the October summit.", "October = 2020-10"},
		{"The board has sent observers to monitor Saturday's election.", "Saturday = 2021-03-13"},
		{"It deployed 90 officials for Sunday's elections in Niger.", "Sunday = 2021-03-14"},
		{"Turnout for Sunday's vote was low.", "Sunday = 2021-03-07"},
		{"Those who were sent to observe Sunday's vote said it was calm.", "Sunday = 2021-03-07"},
		{"Voters in Niger head to the polls on Sunday.", "Sunday = 2021-03-14"},
		{"It will vote on 12 April 2023, with a second round on 7 June.", "12 April 2023 = 2023-04-12; 7 June = 2023-06-07"},
		{"The premier called elections for 26 January.", "26 January = 2022-01-26"},
		{"She stood in the 2016 and 2019 elections.", "2016 = 2016; 2019 = 2019"},
		{"They stay until the end of may.", "may = 2021-05"},
		{"Voters chose the July Charter.", ""},
		{"the movement of the 1950s and 1960s", "1950s and 1960s = 1950/1969"},
		{"the 1950s and the 1980s", "1950s = 1950/1959; 1980s = 1980/1989"},
		{"He said that the envoy would not have any events on Monday.", "Monday = 2021-03-15"},
		{"The talks earlier fixed for Thursday were put off.", "Thursday = 2021-03-11"},
		{"Flights between Oslo and Riga open in May.", "May = 2021-05"},
		{"No day has been set, although 5 July has been mentioned.", "5 July = 2021-07-05"},
		{"She accepted the invitation to visit Riga this autumn.", "this autumn = 2021-09/2021-11"},
		{"On Friday the Board, headed by its chair, meets a delegation.", "Friday = 2021-03-12"},
		{"They spoke about preparations for the summit in July.", "July = 2021-07"},
		{"The text will be with the next session of the Board in April.", "April = 2021-04"},
		{"They are at one – on Monday, all of them signed.", "Monday = 2021-03-08"},
		{"Since April it has been open.", "April = 2020-04"},
		{"a lie that drove the assault on May 6, that cost lives", "May 6 = 2020-05-06"},
		{"The raid of 11 July 2020 was told of. There is no doubt that on 11 July they came.", "11 July 2020 = 2020-07-11; 11 July = 2020-07-11"},
		{"Among them are Zodwa Mkhabela (South Africa, 2019) and the Board (2020).", "2019 = 2019; 2020 = 2020"},
		{"He met her on the previous day.", "previous day = 2021-03-09"},
		{"It meets on October 8 and 9, in Riga", "October 8 and 9 = 2021-10-08/2021-10-09"},
		{"during the May 20-24 visit", "May 20-24 = 2021-05-20/2021-05-24"},
		{"The meeting will be held on 6th and 7th this month.", "6th and 7th this month = 2021-03-06/2021-03-07"},
		{"On Tuesday, the 24th, she will leave.", "Tuesday, the 24th = 2021-03-24"},
		{"A report is expected by end-May.", "May = 2021-05"},
		{"Voters go to the polls on Sunday.", "Sunday = 2021-03-14"},
		{"The first round was held on January 24, with the second round set for February 14.", "January 24 = 2021-01-24; February 14 = 2021-02-14"},
		{"following Sunday's vote, they met", "Sunday = 2021-03-07"},
		{"They will meet next Monday and Tuesday.", "next Monday = 2021-03-15; Tuesday = 2021-03-16"},
		{"They met a fortnight ago.", "a fortnight ago = 2021-W08"},
		{"Candidates have until Friday to file papers.", "Friday = 2021-03-12"},
		{"Talks continue on Thursday.", "Thursday = 2021-03-11"},
		{"They agreed on a visit to Riga in June.", "June = 2021-06"},
		{"He invited him to the summit in Riga in December.", "December = 2021-12"},
		{"They exchanged views on the June elections.", "June = 2021-06"},
		{"He will return on Monday from a trip that began on Friday.", "Monday = 2021-03-15; Friday = 2021-03-05"},
		{"Elections are held in November every four years.", ""},
		{"In 2019 it closed. 30 years later, the work continues.", "2019 = 2019"},
		{"October 31–-November 1, 2020", "October 31–-November 1, 2020 = 2020-10-31/2020-11-01"},
	})
}

func TestYearless(t *testing.T) {
	check(t, published, [][2]string{
		{"They met on 28 November.", "28 November = 2020-11-28"},
		{"They will meet on 28 November.", "28 November = 2021-11-28"},
		{"The vote is scheduled for 5 February.", "5 February = 2022-02-05"},
		{"They met on 12 March.", "12 March = 2021-03-12"}, // the tense is a guess, two days off are likelier than a year
		{"It has been at work since May, when", "May = 2020-05"},
		{"The plan is to be voted on in April.", "April = 2021-04"},
		{"talks to be resumed in December", "December = 2021-12"},
		{"Sunday, June 6", "Sunday, June 6 = 2021-06-06"},
		{"On Sunday 7 they met", "Sunday 7 = 2021-03-07"},
		{"On Friday 12 envoys met", "Friday = 2021-03-05"},
		{"He will speak on the 24th.", "24th = 2021-03-24"},
		{"on the 24th of last month", "24th of last month = 2021-02-24"},
	})
}

func TestMonthsAndYears(t *testing.T) {
	check(t, published, [][2]string{
		{"They may march on.", ""},
		{"May the force be with them.", ""},
		{"Theresa May said that by May no vote was held.", ""},
		{"in may", ""},
		{"set for july", "july = 2021-07"},
		{"the September summit was held", "September = 2020-09"},
		{"the aborted July launch was", "July = 2020-07"},
		{"in mid-July 2020", "July 2020 = 2020-07"},
		{"in 2015", "2015 = 2015"},
		{"in 2003, 2007 and 2012", "2003 = 2003; 2007 = 2007; 2012 = 2012"},
		{"the prize of Lund (2019)", "2019 = 2019"},
		{"his 2021 visit", "2021 = 2021"},
		{"the 2024 General Elections", "2024 = 2024"},
		{"by no later than 2050", "2050 = 2050"},
		{"in FY2022 and fiscal year 2023", "FY2022 = 2022; fiscal year 2023 = 2023"},
		{"in the 1990s", "1990s = 1990/1999"},
		{"Vision 2030, Paris 2024 and the 2030 Agenda", ""},
		{"its 1987 Harbour Charter", ""},
		{"$2000, 2000 people, 2015 km, No. 2021, 2,021", ""},
		{"a total of 2014 voters", ""},
		{"in the third quarter of 2021", "third quarter of 2021 = 2021-07/2021-09"},
		{"in Q3 2021", "Q3 2021 = 2021-07/2021-09"},
		{"It fell in the fourth quarter.", "fourth quarter = 2020-10/2020-12"},
		{"2009's best; born 1957; in FY22", "2009 = 2009; 1957 = 1957; FY22 = 2022"},
		{"the first half of the year", "first half of the year = 2021-01/2021-06"},
		{"the first nine months of 2020", "first nine months of 2020 = 2020-01/2020-09"},
		{"in the summer of 2020", "summer of 2020 = 2020-06/2020-08"},
		{"last autumn", "last autumn = 2020-09/2020-11"},
		{"swimming in summer", ""},
	})
}

func TestRelative(t *testing.T) {
	check(t, published, [][2]string{
		{"today (10)", "today (10) = 2021-03-10"},
		{"USA Today wrote", ""},
		{"this morning and last night", "this morning = 2021-03-10; last night = 2021-03-09"},
		{"yesterday, tomorrow", "yesterday = 2021-03-09; tomorrow = 2021-03-11"},
		{"leaders of tomorrow, for today and tomorrow", "today = 2021-03-10"},
		{"the day before yesterday", "day before yesterday = 2021-03-08"},
		{"He arrived on Monday.", "Monday = 2021-03-08"},
		{"He arrived on Wednesday.", "Wednesday = 2021-03-10"},
		{"The fair opens on Thursday.", "Thursday = 2021-03-11"},
		{"He agreed to meet them on Thursday.", "Thursday = 2021-03-11"},
		{"It will be Sunday, he said on Monday.", "Sunday = 2021-03-14; Monday = 2021-03-08"},
		{"after Sunday's vote and ahead of Sunday's vote", "Sunday = 2021-03-07; Sunday = 2021-03-14"},
		{"last Tuesday, next Friday, next Sunday", "last Tuesday = 2021-03-09; next Friday = 2021-03-19; next Sunday = 2021-03-14"},
		{"on Tuesday of next week", "Tuesday of next week = 2021-03-16"},
		{"every Friday, on a Monday, Good Friday", ""},
		{"earlier this month, next month", "this month = 2021-03; next month = 2021-04"},
		{"this week, last week", "this week = 2021-W10; last week = 2021-W09"},
		{"last year's and this years", "last year = 2020; this years = 2021"},
		{"over the last year, the next week", ""},
		{"by the end of the year", "end of the year = 2021"},
		{"was there this weekend", "this weekend = 2021-03-06/2021-03-07"},
		{"the week of March 15", "week of March 15 = 2021-W11"},
		{"three days ago, two years ago", "three days ago = 2021-03-07; two years ago = 2019"},
		{"On 3 March he came. A day before, she did. To this day", "3 March = 2021-03-03; A day before = 2021-03-02"},
		{"sixty years ago today", "sixty years ago today = 1961-03-10"},
		{"less than two weeks ago", ""},
		{"She came on 3 March. The same day they spoke, the following day they sang.", "3 March = 2021-03-03; same day = 2021-03-03; following day = 2021-03-04"},
		{"Born in 1957, two years later", "1957 = 1957; two years later = 1959"},
		{"the same day", ""},
	})
}

func TestWithoutPublicationDate(t *testing.T) {
	check(t, "", [][2]string{
		{"He came yesterday, on Friday, in May, on 5 June.", ""},
		{"Today (14th June 2021) he came. Tomorrow he goes.", "Today = 2021-06-14; 14th June 2021 = 2021-06-14; Tomorrow = 2021-06-15"},
		{"Met on 21 May 2013; before, on 9 May, and from 2 to 4 July", "21 May 2013 = 2013-05-21; 9 May = 2013-05-09; 2 to 4 July = 2013-07-02/2013-07-04"},
		{"Speaker meets envoy\n\nPublished on: 5 March 2021\n\nYesterday he came.", "5 March 2021 = 2021-03-05; Yesterday = 2021-03-04"},
		{"RIGA, 5 March 2021 – On Friday he came.", "5 March 2021 = 2021-03-05; Friday = 2021-03-05"},
	})
	check(t, "2021-12-31T23:30:00-05:00", [][2]string{{"today", "today = 2021-12-31"}})
}

func TestHeadline(t *testing.T) {
	text := "Speaker meets envoy on Monday\n\nThe envoy reaches Riga on Monday."
	got := show(text, Options{Published: published, Headline: record.Span{End: 29}, Body: 31})
	if want := "Monday = 2021-03-08; Monday = 2021-03-15"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRelativeFlagAndDrops(t *testing.T) {
	found, dropped := Parse("On 3 May, on Friday, Vision 2030", Options{Published: published, Trace: true})
	if len(found) != 2 || found[0].Relative || !found[1].Relative {
		t.Errorf("found %+v", found)
	}
	if len(dropped) != 1 || dropped[0].Why == "" || dropped[0].Rule != RuleYear {
		t.Errorf("dropped %+v", dropped)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"from 30 April to 1 May 2021, on Monday, 22nd November", "the 1990s and 2019-2021/22 11.05-13.05.2021", "\xff 24 Dec. ’20 (Monday)",
		"sixty-two years ago today; Q3 FY2022; New Year’s Eve", "between 5 and 9999999999 May 26<sup>th</sup>",
	} {
		f.Add(s, published)
	}
	f.Fuzz(func(t *testing.T, text, pub string) {
		found, dropped := Parse(text, Options{Published: pub, Trace: true})
		spans := make([]record.Span, 0, len(found)+len(dropped))
		for _, e := range found {
			if first, last, ok := record.Days(e.Value); !ok || first > last {
				t.Fatalf("value %q of %q", e.Value, text[e.Start:e.End])
			}
			spans = append(spans, e.Span)
		}
		for _, e := range dropped {
			spans = append(spans, e.Span)
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
var page = strings.Repeat(`The Speaker of the Assembly, Marta Lindqvist, received on Tuesday a delegation of the Council of the Lakes, which is in the
capital from 3 to 5 May. Today (4) the guests called on the Minister of Fisheries, and tomorrow they will go to the port of Varnby, where
the new pier was opened in October 2019. The Speaker recalled the agreement of 12 June 2014 and the visit that her predecessor paid to the
Council in the spring of 2016. The two sides will meet again next month. `, 5)

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		found, _ := ParseTokens(page, lex.Tokens(page), Options{Published: "2021-05-04"})
		if len(found) != 40 {
			b.Fatalf("%d expressions", len(found))
		}
	}
}
