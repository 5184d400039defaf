package encounters

import "testing"

// Who is meant, and which sentences tell of one encounter.
func TestDiscourse(t *testing.T) {
	check(t, []page{
		{"Ana Lind met Bo Ek in Oslo on Monday. The meeting was attended by Ida Moor.", []string{"meeting in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek, Ida Moor"}},
		{"Ana Lind met Bo Ek in Oslo on Monday. She also met Ida Moor.", []string{
			"meeting in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek", "meeting in_person held 2024-05-06 Oslo: Ana Lind, Ida Moor"}},
		{"Ana Lind met separately with Bo Ek and Ida Moor.", []string{
			"meeting in_person held: Ana Lind, Bo Ek", "meeting in_person held: Ana Lind, Ida Moor"}},
		{"Ana Lind and Bo Ek met in Oslo. The two leaders discussed trade.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"A high-level mission of the Lake Council came to Oslo. On Monday it was received by Ana Lind.", []string{
			"meeting in_person held 2024-05-06 Oslo: high-level mission of the Lake Council, Ana Lind"}},
		{"The Observer Mission of the Lake Council came to Oslo. The mission met with Ana Lind on Monday.", []string{
			"meeting in_person held 2024-05-06 Oslo: Observer Mission of the Lake Council, Ana Lind"}},
		{"The mission met with Ana Lind via Zoom on Monday, and with Jan Holt on Tuesday.", []string{
			"meeting online held 2024-05-06: mission, Ana Lind", "meeting in_person held 2024-05-07: mission, Jan Holt"}},
		{"Minister of Defence Ugo Vance travels to Stockholm on 12 May, where he will meet Foreign Minister Bo Ek.", []string{
			"meeting in_person planned 2024-05-12 Stockholm: Ugo Vance, Bo Ek"}},
		{"On Monday, the Speaker, Jan Holt:\n\nmet with Ana Lind in Oslo;\n\nspoke by telephone with Bo Ek;\n\nwas briefed by Ambassador Ida Moor.", []string{
			"meeting in_person held 2024-05-06 Oslo: Jan Holt, Ana Lind", "call phone held 2024-05-06: Jan Holt, Bo Ek", "meeting in_person held 2024-05-06: Jan Holt, Ida Moor"}},
		{"Jan Holt ended a tour of the region.\n\nOslo (6-7 May). Jan Holt met with Ana Lind.\n\nStockholm (9 May). He met with Bo Ek.", []string{
			"meeting in_person held 2024-05-06/2024-05-07 Oslo: Jan Holt, Ana Lind", "meeting in_person held 2024-05-09 Stockholm: Jan Holt, Bo Ek"}},
		{"Ana Lind met Bo Ek in Oslo. Ana Lind earlier joined a trilateral meeting with Bo Ek and Ida Moor.", []string{
			"meeting in_person held Oslo: Ana Lind, Bo Ek", "meeting in_person held Oslo: Ana Lind, Bo Ek, Ida Moor"}},
		{"Ana Lind received letters of credence from two envoys at separate ceremonies in Oslo yesterday. They are Bo Ek and Ida Moor.", []string{
			"ceremony in_person held 2024-05-07 Oslo: Ana Lind, Bo Ek", "ceremony in_person held 2024-05-07 Oslo: Ana Lind, Ida Moor"}},
		{"Bo Ek, who presented his credentials to Ana Lind in Bergen yesterday, paid a call on Jan Holt.", []string{
			"ceremony in_person held 2024-05-07 Bergen: Bo Ek, Ana Lind", "meeting in_person held: Bo Ek, Jan Holt"}},
		{"Ana Lind said so today when Ida Moor paid a courtesy call on her at her office.", []string{"meeting in_person held 2024-05-08: Ida Moor, Ana Lind"}},
		{"Ana Lind met Bo Ek. At the meeting, Ana Lind pointed out that ten parties took part in the election.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek in Oslo. Ida Moor and Eva Roth were also present.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek, Ida Moor, Eva Roth"}},
	})
}

// Envoys and observers, as agencies tell of them.
func TestEnvoys(t *testing.T) {
	check(t, []page{
		{"Ana Lind separately received Bo Ek and Ida Moor, in the presence of Eva Roth.", []string{
			"meeting in_person held: Ana Lind, Bo Ek, Eva Roth", "meeting in_person held: Ana Lind, Ida Moor, Eva Roth"}},
		{"Ana Lind received the credentials presented by new envoys of two countries in Oslo on Monday. The envoys are Bo Ek from Sweden and Ida Moor from Finland.", []string{
			"ceremony in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek, Ida Moor"}},
		{"Envoys of two states presented their credentials to Ana Lind today. The envoys who presented their credentials were Bo Ek and Ida Moor.", []string{
			"ceremony in_person held 2024-05-08: Ana Lind, Bo Ek, Ida Moor"}},
		{"The ambassadors of Sweden, Norway, and the Finland presented their credentials to Ana Lind.", []string{
			"ceremony in_person held: ambassadors of Sweden, Norway, and the Finland, Ana Lind"}},
		{"Ana Lind received a delegation of the Lake Council. It was composed of Bo Ek and Ida Moor.", []string{
			"meeting in_person held: Ana Lind, delegation of the Lake Council, Bo Ek, Ida Moor"}},
		{"The Observer Mission of the Lake Council, led by Ida Moor, is in Oslo. On Monday the Head of Mission met Jan Holt.", []string{
			"meeting in_person held 2024-05-06 Oslo: Ida Moor, Jan Holt"}},
	})
}

// Journeys and what belongs to them.
func TestJourneys(t *testing.T) {
	check(t, []page{
		{"Bo Ek on Tuesday concluded a visit to Norway. The Foreign Minister met Ana Lind.", []string{"meeting in_person held Norway: Bo Ek, Ana Lind"}},
		{"Bo Ek will call on Jan Holt and also hold a meeting with Ana Lind.", []string{"meeting in_person planned: Bo Ek, Jan Holt", "meeting in_person planned: Bo Ek, Ana Lind"}},
		{"Ana Lind said it was a pleasure to meet Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind paid a visit to the Lake Council on Monday, where she was received by Ida Moor.", []string{"visit in_person held 2024-05-06: Ana Lind, Ida Moor"}},
		{"Bo Ek held a series of meetings with senior officials in Oslo. He met Ana Lind on Monday. On Tuesday he met Jan Holt.", []string{
			"meeting in_person held 2024-05-06 Oslo: Bo Ek, Ana Lind", "meeting in_person held 2024-05-07: Bo Ek, Jan Holt"}},
		{"Ana Lind met Bo Ek in Oslo today. The two met in Stockholm on 4 May. The Prime Minister also met Ida Moor.", []string{
			"meeting in_person held 2024-05-08 Oslo: Ana Lind, Bo Ek", "meeting in_person held 2024-05-04 Stockholm: Ana Lind, Bo Ek", "meeting in_person held 2024-05-08 Oslo: Ana Lind, Ida Moor"}},
		{"Bo Ek will visit Norway on 12 May. He will meet Ana Lind on 12 May and will be received by Jan Holt on 12 May.", []string{
			"visit in_person planned 2024-05-12 Norway: Bo Ek, Ana Lind", "meeting in_person planned 2024-05-12 Norway: Bo Ek, Jan Holt"}},
	})
}

// What only looks like an encounter, and clauses that share a subject.
func TestClausesOfOthers(t *testing.T) {
	check(t, []page{
		{"Ana Lind is honoured to be the first Prime Minister to visit Sweden.", nil},
		{"Effective dialogue between the legislative bodies was viewed as a priority.", nil},
		{"Jan Holt said that his engagement with the Lake Council was of long standing.", nil},
		{"Speaking to the media after meeting Ana Lind today, Foreign Minister Bo Ek said that trade grew.", []string{
			"meeting in_person held 2024-05-08: Bo Ek, Ana Lind"}},
		{"Ana Lind is due to address the Lake Council on 12 May.", []string{"session in_person planned 2024-05-12: Ana Lind, Lake Council"}},
		{"Ana Lind and Bo Ek headed on Monday in Oslo a session of the Lake Council.", []string{"session in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek, Lake Council"}},
		{"Ana Lind met the delegation at the 151st Lake Council (LC) Assembly in Oslo.", []string{"meeting in_person held Oslo: Ana Lind, delegation"}},
		{"There was a discussion on greater collaboration between the Lake Council and the Electoral Commission.", nil},
		{"Ana Lind has postponed her meeting with Bo Ek. The meeting had been scheduled for Friday in Oslo.", []string{
			"meeting in_person cancelled 2024-05-10 Oslo: Ana Lind, Bo Ek"}},
		{"After meeting Ana Lind, Bo Ek left for Stockholm.", []string{"meeting in_person held: Bo Ek, Ana Lind"}},
		{"Ana Lind met members of the Lake Council as they prepare for their meetings with party leaders.", []string{
			"meeting in_person held: Ana Lind, members of the Lake Council", "meeting in_person planned: Ana Lind, party leaders"}},
	})
}

// Companions: those of the clause, of the journey, and of the days to come.
func TestCompanions(t *testing.T) {
	check(t, []page{
		{"Ana Lind met Bo Ek. The Prime Minister, who is accompanied by the adviser, Eva Roth, will address the Lake Council.", []string{
			"meeting in_person held: Ana Lind, Bo Ek", "session in_person planned: Ana Lind, Lake Council, Eva Roth"}},
		{"Ana Lind met Bo Ek in Oslo. She was accompanied by Eva Roth.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek, Eva Roth"}},
		{"Bo Ek came to Oslo, accompanied by a large delegation. He met Ana Lind.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Ana Lind spoke today individually with: Bo Ek; Jan Holt; and Tom Berg. Following the 4 May summit, Ana Lind and Tom Berg reviewed the plans.", []string{
			"call unknown held 2024-05-08: Ana Lind, Bo Ek", "call unknown held 2024-05-08: Ana Lind, Jan Holt", "call unknown held 2024-05-08: Ana Lind, Tom Berg"}},
		{"Ana Lind met Bo Ek today. Ana Lind and Bo Ek discussed planning for the Friday summit in Oslo.", []string{"meeting in_person held 2024-05-08: Ana Lind, Bo Ek"}},
		{"Ana Lind received Bo Ek today. Bo Ek called on Jan Holt yesterday. He leaves on 20 May. Ida Moor was also present on the occasion.", []string{
			"meeting in_person held 2024-05-08: Ana Lind, Bo Ek, Ida Moor", "meeting in_person held 2024-05-07: Bo Ek, Jan Holt"}},
		{"The Observer Mission of the Lake Council is led by Ida Moor. On Monday the Team Leader will call on Jan Holt.", []string{
			"meeting in_person planned 2024-05-06: Ida Moor, Jan Holt"}},
		{"Headed by Ida Moor, the mission came to Oslo. On Monday the Head of Mission met Jan Holt.", []string{"meeting in_person held 2024-05-06 Oslo: Ida Moor, Jan Holt"}},
		{"Ana Lind received credentials from new Ambassadors Extraordinary and Plenipotentiary of Sweden and Finland. Credentials were presented by Bo Ek and Ida Moor.", []string{
			"ceremony in_person held: Ana Lind, Bo Ek, Ida Moor"}},
		{"The Lake Council has called its Ambassador in Oslo for consultations.", nil},
		{"The Storting welcomed a delegation of the Lake Council, led by Ida Moor, on Monday. The delegation met with Speaker Jan Holt.", []string{
			"meeting in_person held 2024-05-06: delegation of the Lake Council, Ida Moor, Jan Holt"}},
		{"Bo Ek conferred with Ana Lind and with Jan Holt.", []string{"meeting in_person held: Bo Ek, Ana Lind", "meeting in_person held: Bo Ek, Jan Holt"}},
	})
}

// Series parted by semicolons, words for a head of state, the pair's earlier encounters.
func TestSeries(t *testing.T) {
	check(t, []page{
		{"Jan Holt held bilateral meetings with the Prime Ministers of Norway, Ana Lind; of Finland, Tom Berg; and with Bo Ek.", []string{
			"meeting in_person held: Jan Holt, Ana Lind", "meeting in_person held: Jan Holt, Tom Berg", "meeting in_person held: Jan Holt, Bo Ek"}},
		{"Ana Lind spoke by telephone with Bo Ek today. The two men met in Bergen on 4 May.", []string{
			"call phone held 2024-05-08: Ana Lind, Bo Ek", "meeting in_person held 2024-05-04 Bergen: Ana Lind, Bo Ek"}},
	})
}

// Counterparts who head bodies of their own are met one by one.
func TestHeadsOneByOne(t *testing.T) {
	check(t, []page{
		{"Eva Roth met with President Kari Dahl, Prime Minister Ana Lind and Speaker Jan Holt in Oslo.", []string{
			"meeting in_person held Oslo: Eva Roth, Kari Dahl", "meeting in_person held Oslo: Eva Roth, Ana Lind", "meeting in_person held Oslo: Eva Roth, Jan Holt"}},
		{"Eva Roth had a meeting with President Kari Dahl, Prime Minister Ana Lind and Speaker Jan Holt in Oslo.", []string{
			"meeting in_person held Oslo: Eva Roth, Kari Dahl, Ana Lind, Jan Holt"}},
		{"Eva Roth met jointly with President Kari Dahl, Prime Minister Ana Lind and Speaker Jan Holt.", []string{
			"meeting in_person held: Eva Roth, Kari Dahl, Ana Lind, Jan Holt"}},
		{"Eva Roth met with President Kari Dahl and Prime Minister Ana Lind.", []string{"meeting in_person held: Eva Roth, Kari Dahl, Ana Lind"}},
		{"Foreign Minister Bo Ek and Ida Moor came to Oslo. Their Excellencies met with Jan Holt on Monday.", []string{
			"meeting in_person held 2024-05-06 Oslo: Bo Ek, Ida Moor, Jan Holt"}},
		{"Eva Roth met with Prime Minister Ana Lind; Speaker Jan Holt; and Foreign Minister Bo Ek in Oslo.", []string{
			"meeting in_person held Oslo: Eva Roth, Ana Lind", "meeting in_person held Oslo: Eva Roth, Jan Holt", "meeting in_person held Oslo: Eva Roth, Bo Ek"}},
		{"Eva Roth will receive separate courtesy calls by Prime Minister Ana Lind and Speaker Jan Holt.", []string{
			"meeting in_person planned: Eva Roth, Ana Lind", "meeting in_person planned: Eva Roth, Jan Holt"}},
		{"Ana Lind received on Monday, in Castle Hall in Oslo, credentials of the new envoys. They are Bo Ek and Ida Moor. While meeting separately with each of the envoys, Ana Lind spoke of trade.", []string{
			"ceremony in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek", "ceremony in_person held 2024-05-06 Oslo: Ana Lind, Ida Moor"}},
	})
}
