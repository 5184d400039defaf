package encounters

import "testing"

// Verbs of meeting, their parties, days and places.
func TestVerbs(t *testing.T) {
	check(t, []page{
		{"Ana Lind met with Bo Ek in Oslo on 4 May.", []string{"meeting in_person held 2024-05-04 Oslo: Ana Lind, Bo Ek"}},
		{"Bo Ek was received by Ana Lind in Oslo.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Ana Lind received a delegation led by Bo Ek on Monday.", []string{"meeting in_person held 2024-05-06: Ana Lind, delegation, Bo Ek"}},
		{"Ana Lind received Bo Ek, accompanied by Ida Moor, in Oslo on Tuesday.", []string{"meeting in_person held 2024-05-07 Oslo: Ana Lind, Bo Ek, Ida Moor"}},
		{"Ambassador Ida Moor paid a courtesy call on Speaker Jan Holt yesterday.", []string{"meeting in_person held 2024-05-07: Ida Moor, Jan Holt"}},
		{"Ida Moor paid a courtesy visit to Jan Holt.", []string{"meeting in_person held: Ida Moor, Jan Holt"}},
		{"Ida Moor visited Jan Holt in Oslo.", []string{"visit in_person held Oslo: Ida Moor, Jan Holt"}},
		{"Ida Moor called on Jan Holt to bid farewell.", []string{"meeting in_person held: Ida Moor, Jan Holt"}},
		{"Ida Moor called on Jan Holt to respect the law.", nil},
		{"Ida Moor called upon the Speaker, Jan Holt, to respect the law.", nil},
		{"Ana Lind was briefed by Eva Roth on Monday.", []string{"meeting in_person held 2024-05-06: Ana Lind, Eva Roth"}},
		{"Ana Lind had an audience of the King yesterday.", []string{"meeting in_person held 2024-05-07: Ana Lind, King"}},
		{"Ana Lind hosted Bo Ek over lunch in Bergen.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"The Prime Minister spoke to Prime Minister Tom Berg of Finland today.", []string{"call unknown held 2024-05-08: Prime Minister, Tom Berg"}},
		{"Ana Lind agreed on hosting refugees from Finland.", nil},
		{"Two officials spoke on condition of anonymity due to restrictions on speaking to the media.", nil},
		{"Ana Lind is holding a series of meetings in Oslo.", nil},
		{"Eva Roth was elected by 12 votes.", nil},
		{"Ida Moor made a phone contact with Jan Holt on Monday.", []string{"call phone held 2024-05-06: Ida Moor, Jan Holt"}},
		{"Ana Lind discussed trade, aid and transport, with a delegation led by Bo Ek.", []string{"meeting in_person held: Ana Lind, delegation, Bo Ek"}},
		{"Ana Lind said this following a courtesy call from Ambassador Ida Moor yesterday.", []string{"meeting in_person held 2024-05-07: Ana Lind, Ida Moor"}},
		{"It went well, said Ida Moor when meeting Speaker Jan Holt on Monday.", []string{"meeting in_person held 2024-05-06: Ida Moor, Jan Holt"}},
		{"The ministers agreed to continue consultations.", nil},
	})
}

// What speakers tell in their own words, and words that are only borrowed.
func TestQuotedWords(t *testing.T) {
	check(t, []page{
		{"Ana Lind said: “It is over. I met with Bo Ek in Oslo on Monday.”", []string{"meeting in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek"}},
		{"“I spoke with Bo Ek yesterday,” said Ana Lind.", []string{"call unknown held 2024-05-07: Ana Lind, Bo Ek"}},
		{"“I hope to meet Bo Ek,” said Ana Lind.", nil},
		{"“We met with Bo Ek,” said Ana Lind.", nil},
		{"Ana Lind had a “useful meeting” with Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
	})
}
