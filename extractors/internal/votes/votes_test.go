package votes

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/extractors/internal/timex"
	"readout/pipeline"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
)

// marked is a party in the text of a test: {Ana Lind|LV|Speaker|Saeima} is a
// person with country, post and its organization, [Lake Council|FI] a body.
var marked = regexp.MustCompile(`\{([^}]*)\}|\[([^\]]*)\]`)

// sourceOf makes the source of a text that was published on Tuesday 14 May
// 2024; a first line before " // " is its title.
func sourceOf(text string) Source {
	var src Source
	var out strings.Builder
	title, body, titled := strings.Cut(text, " // ")
	if titled {
		text = title + "\n\n" + body
	}
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(text[at:m[0]])
		at = m[1]
		start := out.Len()
		if m[2] >= 0 {
			f := append(strings.Split(text[m[2]:m[3]], "|"), "", "", "")
			out.WriteString(f[0])
			p := Person{Span: record.Span{Start: start, End: out.Len()}, Country: f[1]}
			if f[2] != "" {
				p.Posts = []Post{{Title: f[2], Organization: f[3]}}
			}
			src.People = append(src.People, p)
			continue
		}
		f := append(strings.Split(text[m[4]:m[5]], "|"), "")
		out.WriteString(f[0])
		src.Bodies = append(src.Bodies, Body{Span: record.Span{Start: start, End: out.Len()}, Country: f[1]})
	}
	out.WriteString(text[at:])
	src.Text, src.Published = out.String(), "2024-05-14"
	d := nlp.Analyze(&pipeline.Article{Text: src.Text}, nil)
	for _, t := range d.Tokens {
		src.Tokens = append(src.Tokens, t.Span)
	}
	for _, s := range d.Sentences {
		src.Sentences = append(src.Sentences, s.Span)
	}
	o := timex.Options{Published: src.Published, Sentences: src.Sentences}
	if titled {
		src.Title = record.Span{End: len(title)}
		o.Headline, o.Body = src.Title, len(title)+2
	}
	found, _ := timex.Parse(src.Text, o)
	for _, e := range found {
		src.Dates = append(src.Dates, Date{e.Span, e.Value})
	}
	return src
}

// told writes elections as "type COUNTRY date body early", "-" for what is not known.
func told(es []Election) string {
	var out []string
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for _, e := range es {
		t := fmt.Sprintf("%s %s %s %s", e.Type, dash(e.Country), dash(e.Date), dash(e.Body))
		if e.Early {
			t += " early"
		}
		out = append(out, t)
	}
	return strings.Join(out, "; ")
}

func TestElections(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// several votes of one day, and what tells the day or the post
		{"The team will follow the early presidential and parliamentary elections in Moldova. It meets parties before observing the voting on 9 June 2024.",
			"presidential MD 2024-06-09 - early; parliamentary MD 2024-06-09 - early"},
		{"The group follows the presidential and National Assembly elections in Togo on 25 May 2024.", "presidential TG 2024-05-25 -; parliamentary TG 2024-05-25 National Assembly"},
		{"The group is in Fiji for the general and municipal elections of 4 June 2024.", "other FJ 2024-06-04 -; local FJ 2024-06-04 -"},
		{"It came to Malta for the parliamentary elections. Before observing the ballot on 9 June 2024 it trained.", "parliamentary MT 2024-06-09 -"},
		{"Elections 2024: a team for Tonga // It comes to Tonga for Tonga's 13th parliamentary elections.", "parliamentary TO 2024 -"},
		{"9 June 2024 is the day of the elections to the Oliy Majlis and of the elections to the regional legislatures in Uzbekistan.",
			"parliamentary UZ 2024-06-09 Oliy Majlis; local UZ 2024-06-09 regional legislatures"},
		{"The speaker of Georgia told of the [European Parliament] elections.", "parliamentary - - European Parliament"},
		{"The speaker of Georgia told of the [European Parliament] elections in Latvia.", "parliamentary LV - European Parliament"},
		{"Last Thursday the party won a landslide in the election in Samoa.", "other WS 2024-05-09 -"},
		{"On 5 May 2024, a referendum on the dam was held in Gabon.", "referendum GA 2024-05-05 -"},
		{"He spoke of the presidential elections and the referendum on the new flag held in Fiji on 10 January 2024.", "presidential FJ 2024-01-10 -; referendum FJ 2024-01-10 -"},
		{"Ecuador held presidential and legislative elections on 4 February 2024. The second round is set for 7 July 2024.",
			"presidential EC 2024-02-04 -; parliamentary EC 2024-02-04 -; presidential EC 2024-07-07 -"},
		{"Observers will watch the general elections in Kenya on 9 August 2024. The elections will be held to choose the President, Senators and members of county assemblies.",
			"presidential KE 2024-08-09 President; parliamentary KE 2024-08-09 Senators; local KE 2024-08-09 members of county assemblies"},
		{"Bulgaria heads to its sixth snap election in three years on 9 June 2024.", "other BG 2024-06-09 - early"},
		{"Chad held a referendum on a new constitution on 17 December 2023, ahead of elections expected in 2024.", "referendum TD 2023-12-17 -; other TD 2024 -"},
		{"Ms Mba stood in the 2016 and 2021 parliamentary elections in Samoa.", "parliamentary WS 2016 -; parliamentary WS 2021 -"},
		{"The Congress of Deputies re-elected {Ana Lind|ES} as Prime Minister of Spain in November 2023.", "internal ES 2023-11 Prime Minister of Spain"},
		{"Kenyans go to the polls on 9 August 2024 to elect a President, members of the National Assembly and county governors.",
			"presidential KE 2024-08-09 President; parliamentary KE 2024-08-09 National Assembly; local KE 2024-08-09 county governors"},
		{"{Bob Lini|VU} was elected in a secret ballot by 31 of the 52 members of Parliament of Vanuatu on 20 April 2024. After his election as Prime Minister, he named his Cabinet. " +
			"Earlier, the members voted in the new Speaker. The First and Second Deputy Speakers were also elected.",
			"internal VU 2024-04-20 Prime Minister; internal VU 2024-04-20 Speaker; internal VU 2024-04-20 First and Second Deputy Speakers"},
		{"It is his first visit as Speaker of the Riksdag since he was re-elected.", "internal SE - Speaker of the Riksdag"},
		{"The ambassador of Finland to Armenia congratulated the Speaker on her re-election.", "internal AM - -"},
		{"At the assembly in Bucharest on 31 August 2023 the commission was elected, unopposed, as Vice-Chair of the Forum.", "internal RO 2023-08-31 Vice-Chair of the Forum"},
		{"The summit will see the election of a new Bank President.", "internal - - Bank President"},
		{"He praised Peru's election to a non-permanent seat on the United Nations Security Council.", "other - - non-permanent seat on the United Nations Security Council"},
		{"Since the first presidential elections in 1992, Croatia has changed. The Croatian presidential election on 5 May 2024 was calm.", "presidential HR 1992 -; presidential HR 2024-05-05 -"},
		{"The Prime Minister of Samoa, whose party won the election, came to New Zealand.", "other WS - -"},
		{"A panel titled \"Local Elections\" was held. They agreed that elections should be free. The director of elections of Jamaica and the envoy spoke of the election process of deputies.", ""},
		// types, and where and when a vote is
		{"The 2021 presidential election in Finland was close.", "presidential FI 2021 -"},
		{"Observers will follow the legislative and presidential elections in Benin, scheduled for 12 June 2024.",
			"parliamentary BJ 2024-06-12 -; presidential BJ 2024-06-12 -"},
		{"The Mission came to Lesotho for the National and Local Government Elections of 7 July 2024.", "other LS 2024-07-07 -; local LS 2024-07-07 -"},
		{"A constitutional referendum will be held in Gabon on 16 November 2024.", "referendum GA 2024-11-16 -"},
		{"Sunday's run-off in Slovenia was won by {Ana Lind|SI}.", "other SI 2024-05-12 -"},
		{"The snap parliamentary elections in Kuwait took place on 4 April 2024.", "parliamentary KW 2024-04-04 - early"},
		{"Estonia's early election on 3 March 2024 ended in a draw.", "other EE 2024-03-03 - early"},
		{"Voters in Togo elected a new parliament on 29 April 2024.", "parliamentary TG 2024-04-29 parliament"},
		{"North Macedonia goes to the polls on 8 May 2024 to elect its president.", "presidential MK 2024-05-08 president"},
		{"Liberians voted on Tuesday.", "other LR 2024-05-14 -"},
		{"Panamanians will cast their ballots on 5 May 2024.", "other PA 2024-05-05 -"},
		{"Maldives voters went to the polls on 21 April 2024 in a parliamentary election.", "parliamentary MV 2024-04-21 -"},
		{"The by-election in Rochdale, Great Britain, on 29 February 2024 was lively.", "parliamentary GB 2024-02-29 -"},
		{"The gubernatorial election in Ondo, Nigeria, is due on 16 November 2024.", "local NG 2024-11-16 -"},
		{"The second round of the presidential election in Senegal was held on 24 March 2024. The first round was on 25 February 2024.",
			"presidential SN 2024-03-24 -; presidential SN 2024-02-25 -"},
		{"Elections to the European Parliament will be held in Malta on 8 June 2024.", "parliamentary MT 2024-06-08 European Parliament"},
		{"The mission observed the Milli Majlis elections in Azerbaijan in February 2020.", "parliamentary AZ 2020-02 Milli Majlis"},
		{"He recalled the election of deputies to the People's Assembly of Egypt in 2020.", "parliamentary EG 2020 People's Assembly of Egypt"},
		{"Key elections are to be held in Chad this year.", "other TD 2024 -"},
		{"In Uruguay's primaries on 10 March 2024, turnout was low. The general election follows on 27 October 2024.", "primary UY 2024-03-10 -; other UY 2024-10-27 -"},
		{"The elections of deputies of local councils in Kyrgyzstan on 11 April 2021 were open.", "local KG 2021-04-11 deputies of local councils"},
		{"They spoke of the forthcoming elections to the Senate and the maslikhats in Kazakhstan.", "parliamentary KZ - Senate; local KZ - maslikhats"},
		{"Voters in Armenia will decide on 20 June 2024 in a snap parliamentary election.", "parliamentary AM 2024-06-20 - early"},
		{"{Ana Lind|MX} won Mexico's election by a landslide on Sunday.", "other MX 2024-05-12 -"},
		{"{Ana Lind|TG} was elected by 90 votes as head of the National Assembly of Togo on 14 June 2023.", "internal TG 2023-06-14 head of the National Assembly of Togo"},
		{"Nauru's Parliament on Monday elected {Ana Lind|NR} as the country's new President.", "presidential NR 2024-05-13 President"},
		{"The election of the President of the [Inter-Parliamentary Union] took place at the Assembly in Kigali on 27 October 2023.",
			"internal RW 2023-10-27 President of the Inter-Parliamentary Union"},
		{"Parliament to proceed with election of Speaker // Parliament of Malta will proceed today with the election of the Speaker.", "internal MT 2024-05-14 Speaker"},
		// general elections
		{"The general election in Malta will be held on 8 June 2024. Parties fight for 65 seats.", "parliamentary MT 2024-06-08 -"},
		{"The general election in Malta will be held on 8 June 2024.", "other MT 2024-06-08 -"},
		{"In the general elections of 29 May 2024 in South Africa the President, 400 members of the National Assembly and the mayors will be elected.",
			"presidential ZA 2024-05-29 President; parliamentary ZA 2024-05-29 National Assembly; local ZA 2024-05-29 mayors"},
		// days that move
		{"The local elections in Sri Lanka, which had been fixed for 9 March 2024 and were postponed to 25 April 2024, came at last.", "local LK 2024-04-25 -"},
		{"The presidential election in Mali, due on 4 February 2024, was postponed.", "presidential ML - -"},
		{"Parliamentary elections in Haiti are likely in November or in December 2024.", "parliamentary HT - -"},
		{"The Prime Minister of Belize called the general election on 3 May 2024.", "other BZ - -"},
		{"The last presidential election in Palau was observed by the Forum in November 2020. The next presidential election there will be on 5 November 2024.",
			"presidential PW 2020-11 -; presidential PW 2024-11-05 -"},
		// posts
		{"{Ana Lind|LV} was elected Speaker of the [Saeima|LV] on 2 May 2024.", "internal LV 2024-05-02 Speaker of the Saeima"},
		{"Ana Lind elected Senate chairman // {Ana Lind|PK} was elected Chairman of the Senate of Pakistan on Monday.", "internal PK 2024-05-13 Chairman of the Senate of Pakistan"},
		{"The [Lake Forum] elected the Angolan deputy {Ana Lind|AO} as its President. The elections were held last Thursday in Maseru.",
			"internal LS 2024-05-09 President"},
		{"The Parliament of Nauru convened on Tuesday 7 May. {Ana Lind|NR} was elected Speaker. {Bo Ek|NR} was chosen as Deputy Speaker.",
			"internal NR 2024-05-07 Speaker; internal NR 2024-05-07 Deputy Speaker"},
		{"{Ana Lind|ZA} was re-elected president of the United Workers' Party in South Africa on 5 May 2024.",
			"internal ZA 2024-05-05 president of the United Workers' Party"},
		{"{Ana Lind|ZA} was re-elected leader of the party in South Africa on 5 May 2024. In the contest for treasurer, {Bo Ek|ZA} won.",
			"internal ZA 2024-05-05 leader; internal ZA 2024-05-05 treasurer"},
		{"{Ana Lind|KG} was first elected Mayor of Osh in 2014 and re-elected in 2018 and 2022.",
			"local KG 2014 Mayor of Osh; local KG 2018 Mayor of Osh; local KG 2022 Mayor of Osh"},
		{"{Ana Lind|FI|President|Finland} was congratulated on her election.", "presidential FI - -"},
		{"He congratulated {Ana Lind|NO} on her election as President of the [Lake Assembly].", "internal - - President of the Lake Assembly"},
		{"{Ana Lind|IN}, elected President of India in 2022, came too.", "presidential IN 2022 President of India"},
		{"Fifty newly elected senators of Kenya took their oath. They were elected on 9 August 2022.", "parliamentary KE 2022-08-09 senators"},
		// later mentions
		{"The presidential election in Ghana is set for 7 December 2024. The election will be followed by 50 observers. After the poll they will report.",
			"presidential GH 2024-12-07 -"},
		{"The mission to Guinea-Bissau spoke of the legislative and presidential elections. It wants both polls in 2025.",
			"parliamentary GW 2025 -; presidential GW 2025 -"},
		// whose vote it is
		{"They looked at preparations for elections in Nigeria, Sierra Leone, and Liberia.", "other NG - -; other SL - -; other LR - -"},
		{"On relations with Moldova the spokesperson said in Myanmar // On relations with Moldova, the lead spokesperson of the service said that it follows closely the preparations for early parliamentary elections.",
			"parliamentary MD - - early"},
		{"The head of the mission came to Belize // I am the former Ombudsman of Cyprus, and I lead the group for the presidential election.", "presidential BZ - -"},
		{"They chaired the meeting of all missions to the presidential election in Nigeria, today, 14 May 2024.", "presidential NG - -"},
		{"The talks touched on the date of national elections in Sudan. On Nicaragua. The president there said yesterday's vote was a feast.", "other SD - -; other NI 2024-05-13 -"},
		{"Observers went to Ghana ahead of the 7 December 2024 elections, in which a President and 276 Members of Parliament will be chosen.",
			"presidential GH 2024-12-07 President; parliamentary GH 2024-12-07 Parliament"},
		{"Burkina Faso's authorities have put off the elections, due in July 2024, to 2029.", "other BF 2029 -"},
		{"The new parliament, elected in March 2023 in Kazakhstan, has 98 members.", "parliamentary KZ 2023-03 parliament"},
		{"The mission will be in Grenada until after the August 5, 2022 snap poll.", "other GD 2022-08-05 - early"},
		{"Members elected {Ana Lind} (Finland) President of the [OSCE PA] at the session in Bucharest on 3 May 2024.", "internal RO 2024-05-03 President of the OSCE PA"},
		// no elections
		{"The Election Commission of India and the Central Election Commission signed an agreement on electoral law.", ""},
		{"Parliament voted for the bill by 60 votes to 40.", ""},
		{"{Ana Lind|SE} was elected to the Hall of Fame.", ""},
		{"Free elections are the heart of democracy.", ""},
		{"The opinion poll of 4 May shows a lead.", ""},
		{"{Ana Lind|SE} became Minister of Finance in 2021.", ""},
	} {
		found, _ := Find(sourceOf(c.text))
		if d := cmp.Diff(c.want, told(found)); d != "" {
			t.Errorf("%s\n got %s\nwant %s", c.text, told(found), c.want)
		}
	}
}
