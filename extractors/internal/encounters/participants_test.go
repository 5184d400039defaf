package encounters

import "testing"

// Who took part: late companions, posts that stand for people named elsewhere, groups as written.
func TestParticipants(t *testing.T) {
	check(t, []page{
		{"Ana Lind met Bo Ek. Ida Moor and officials of the Storting were part of the meeting.", []string{"meeting in_person held: Ana Lind, Bo Ek, Ida Moor, officials of the Storting"}},
		{"Ana Lind met Bo Ek. Ida Moor was among those present.", []string{"meeting in_person held: Ana Lind, Bo Ek, Ida Moor"}},
		{"Ana Lind met Bo Ek. The meeting brought together Ida Moor and Eva Roth.", []string{"meeting in_person held: Ana Lind, Bo Ek, Ida Moor, Eva Roth"}},
		{"Ana Lind met Bo Ek. The event included the participation of Ida Moor and Eva Roth.", []string{"meeting in_person held: Ana Lind, Bo Ek, Ida Moor, Eva Roth"}},
		{"Ana Lind met Bo Ek. The Danish side was represented by Ida Moor.", []string{"meeting in_person held: Ana Lind, Bo Ek, Ida Moor"}},
		{"Ana Lind met Bo Ek. Ida Moor and other officials accompanied Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek, Ida Moor, other officials"}},
		{"Ana Lind received Bo Ek and his wife.", []string{"meeting in_person held: Ana Lind, Bo Ek, his wife"}},
		{"Ana Lind received Bo Ek and his accompanying delegation.", []string{"meeting in_person held: Ana Lind, Bo Ek, his accompanying delegation"}},
		{"Ana Lind will meet Bo Ek. Ana Lind will be accompanied by Ida Moor. On Friday, Ana Lind will meet Tom Berg.", []string{"meeting in_person planned: Ana Lind, Bo Ek", "meeting in_person planned 2024-05-10: Ana Lind, Tom Berg"}},
	})
}

// Posts of states stand for those whom the page names elsewhere.
func TestPostsOfStates(t *testing.T) {
	check(t, []page{
		{"Ida Moor met the prime ministers of Norway and Finland. Ana Lind and Tom Berg thanked her.", []string{"meeting in_person held: Ida Moor, Ana Lind, Tom Berg"}},
		{"Ida Moor met the Norwegian and Finnish prime ministers.", []string{"meeting in_person held: Ida Moor, Ana Lind, Tom Berg"}},
		{"Ida Moor met separately with the prime ministers of Norway and Finland.", []string{"meeting in_person held: Ida Moor, Ana Lind", "meeting in_person held: Ida Moor, Tom Berg"}},
		{"The Norwegian leader received Bo Ek. Kari Dahl is President of Norway.", []string{"meeting in_person held: Kari Dahl, Bo Ek"}},
		{"The President of the Kingdom of Norway received Bo Ek. Kari Dahl thanked him.", []string{"meeting in_person held: Kari Dahl, Bo Ek"}},
	})
}

// Who presides over a chamber is its speaker, its chairman or its head; an
// envoy is told by the sender; words of a visit are no part of a post.
func TestPostsOfChambers(t *testing.T) {
	check(t, []page{
		{"Ana Lind received the head of the Norwegian parliament.", []string{"meeting in_person held: Ana Lind, Jan Holt"}},
		{"Bo Ek met with the Chairman of the Norwegian National Assembly.", []string{"meeting in_person held: Bo Ek, Jan Holt"}},
		{"Bo Ek met with the visiting Storting Chairman.", []string{"meeting in_person held: Bo Ek, Jan Holt"}},
		{"Bo Ek met with the Chairman of the Finnish parliament.", []string{"meeting in_person held: Bo Ek, Chairman of the Finnish parliament"}},
		{"Bo Ek met with the head of the Norwegian parliament's committee.", []string{"meeting in_person held: Bo Ek, head of the Norwegian parliament's committee"}},
		{"Ana Lind received the visiting Danish Ambassador to Norway. Ida Moor thanked her.", []string{"meeting in_person held: Ana Lind, Ida Moor"}},
		{"Over the past few weeks, Ana Lind met with Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
	})
}

// Groups are named as written, with what their nouns share.
func TestGroupsAsWritten(t *testing.T) {
	check(t, []page{
		{"Ana Lind met with leaders and representatives of political parties and coalitions.", []string{"meeting in_person held: Ana Lind, leaders and representatives of political parties and coalitions"}},
		{"Ana Lind met with the Chairman and members of the Electoral Commission.", []string{"meeting in_person held: Ana Lind, Chairman and members of the Electoral Commission"}},
		{"Ana Lind met with representatives of civil society and the media.", []string{"meeting in_person held: Ana Lind, representatives of civil society and the media"}},
		{"Ana Lind met with ministers and members of parliament.", []string{"meeting in_person held: Ana Lind, ministers, members of parliament"}},
		{"Ana Lind met with several stakeholders on Wednesday, on preparations for the presidential and legislative elections.", []string{"meeting in_person held 2024-05-08: Ana Lind, several stakeholders"}},
		{"The council will send a 33-member delegation to Norway. The delegation will meet Ana Lind.", []string{"meeting in_person planned: 33-member delegation to Norway, Ana Lind"}},
	})
}

// A journey told beside an encounter, before it, in apposition or by the title tells its place.
func TestTripPlace(t *testing.T) {
	check(t, []page{
		{"During her visit to Oslo, Ida Moor met Bo Ek.", []string{"meeting in_person held Oslo: Ida Moor, Bo Ek"}},
		{"During her visit to Norway, Ida Moor met Bo Ek.", []string{"meeting in_person held Norway: Ida Moor, Bo Ek"}},
		{"Ida Moor had, during her stay in Oslo, talks with Bo Ek.", []string{"meeting in_person held Oslo: Ida Moor, Bo Ek"}},
		{"Bo Ek arrived in the Norwegian capital, Oslo, for talks with Ana Lind.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek will head to Oslo to meet Ana Lind in Norway.", []string{"meeting in_person planned Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek left Stockholm on Monday for Oslo, where he will meet Ana Lind.", []string{"meeting in_person planned Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek, on a visit to Oslo, was received by Ana Lind.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek, visiting Oslo, was received by Ana Lind.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek, currently in Oslo, met Ana Lind.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Visit of Bo Ek to Oslo\n\nBo Ek met Ana Lind.", []string{"meeting in_person held Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek attended the Assembly in Bergen. He met Ana Lind on its margins.", []string{"meeting in_person held Bergen: Bo Ek, Ana Lind"}},
		{"After meeting Ana Lind, Bo Ek left for Oslo.", []string{"meeting in_person held: Bo Ek, Ana Lind"}},
		{"Ana Lind welcomed Bo Ek to the Storting.", []string{"meeting in_person held Storting: Ana Lind, Bo Ek"}},
		{"Ana Lind made the remarks on Monday when she met Bo Ek in Oslo. Ana Lind also met Ida Moor.", []string{"meeting in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek", "meeting in_person held 2024-05-06 Oslo: Ana Lind, Ida Moor"}},
		{"Ana Lind received Bo Ek at the People's Palace.", []string{"meeting in_person held People's Palace: Ana Lind, Bo Ek"}},
		{"Readout of talks in Oslo\n\nAna Lind met Bo Ek.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek in the Norwegian city of Bergen.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"In Oslo, Norway, Ana Lind met Bo Ek.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
	})
}

// Datelines end with a dash, a slash or the brackets of an agency; their day is the report's.
func TestDatelines(t *testing.T) {
	check(t, []page{
		{"Talks held\n\nOslo, 4 May (Nordpress) Ana Lind met Bo Ek.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOSLO, ON, 4 May /NPW/ - Ana Lind met Bo Ek.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOslo, 4 May /NORDPRES/ - On 6-7 May, Bo Ek will be in Bergen on a working visit. He will meet Ana Lind.", []string{"visit in_person planned 2024-05-06/2024-05-07 Bergen: Bo Ek, Ana Lind"}},
	})
}

// Days that belong to the clause of somebody else are no encounter's.
func TestDaysOfOthers(t *testing.T) {
	check(t, []page{
		{"Ana Lind will meet Bo Ek before observing the vote on 20 May.", []string{"meeting in_person planned: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek at a reception hosted by the Lake Council on Monday.", []string{"meeting in_person held 2024-05-06: Ana Lind, Bo Ek, Lake Council"}},
		{"The Lake Council sent a mission to the elections scheduled for 4 May. Ana Lind met Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ida Moor said that on Monday Prime Minister Ana Lind received Bo Ek.", []string{"meeting in_person held 2024-05-06: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek at some time today, Tuesday.", []string{"meeting in_person held 2024-05-08: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek earlier this week, as was said. The meeting took place on Monday.", []string{"meeting in_person held 2024-05-06: Ana Lind, Bo Ek"}},
		{"Bo Ek arrived in Oslo on Monday. At a meeting with Ana Lind, he stressed trade.", []string{"meeting in_person held 2024-05-06 Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek is visiting Norway on 12 May. He will meet Ana Lind.", []string{"meeting in_person planned 2024-05-12 Norway: Bo Ek, Ana Lind"}},
	})
}
