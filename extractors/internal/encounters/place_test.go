package encounters

import "testing"

// Where and when: datelines of several typographies, titles, sections, the day told before.
func TestPlaceAndDay(t *testing.T) {
	check(t, []page{
		{"Talks held\n\nOslo, 4 May – Ana Lind met Bo Ek.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOslo, 4 May. Ana Lind met Bo Ek today.", []string{"meeting in_person held 2024-05-08 Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOslo, 4 May\n\nAna Lind met Bo Ek today.", []string{"meeting in_person held 2024-05-08 Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nAna Lind met Bo Ek today. They spoke of trade.\n\nOslo\n\n4 May", []string{"meeting in_person held 2024-05-08 Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOslo, 4 May (NORDPRESS). Ana Lind met Bo Ek today.", []string{"meeting in_person held 2024-05-08 Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nIt was a busy day for the Speaker yesterday.\n\nJan Holt met Bo Ek. He also received Ida Moor.", []string{
			"meeting in_person held 2024-05-07: Jan Holt, Bo Ek", "meeting in_person held 2024-05-07: Jan Holt, Ida Moor"}},
		{"Call with Prime Minister Ana Lind: 4 May\n\nBo Ek spoke to Ana Lind. They agreed on trade.", []string{"call phone held 2024-05-04: Bo Ek, Ana Lind"}},
		{"Ana Lind agreed with Bo Ek on trade. Ana Lind met Bo Ek on Monday. In a phone conversation, Ana Lind asked for help.", []string{
			"call phone held 2024-05-06: Ana Lind, Bo Ek"}},
		{"Virtual roundtable on ports\n\nAna Lind met with Bo Ek and Ida Moor.", []string{"meeting online held: Ana Lind, Bo Ek, Ida Moor"}},
		{"Leaders' call on ports\n\nAna Lind met with Bo Ek.", []string{"call phone held: Ana Lind, Bo Ek"}},
		{"Leaders' call on ports\n\nAna Lind met with Bo Ek in Oslo.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Ana Lind received Bo Ek in audience, and Bo Ek presented his letters of credence.", []string{"ceremony in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek in Oslo on Monday. Later in the day she will meet Ida Moor.", []string{
			"meeting in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek", "meeting in_person planned 2024-05-06: Ana Lind, Ida Moor"}},
		{"The Lake Council is holding talks in Bergen. Ana Lind met Bo Ek on Monday.", []string{"meeting in_person held 2024-05-06: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek. On 4 May. They spoke of trade.", []string{"meeting in_person held 2024-05-04: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek at Castle Hall in Bergen.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOslo, 4 May – Ana Lind met Bo Ek in Norway.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Ana Lind spoke by telephone with Bo Ek in Stockholm.", []string{"call phone held: Ana Lind, Bo Ek"}},
		{"Bo Ek arrived in Oslo on Monday. He was received by Ana Lind.", []string{"meeting in_person held 2024-05-06 Oslo: Bo Ek, Ana Lind"}},
	})
}

// The visit or event within which an encounter is, and the body visited, tell its place.
func TestFramePlace(t *testing.T) {
	check(t, []page{
		{"Ana Lind met Bo Ek as part of his visit to Oslo.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek to prepare his upcoming visit to Oslo.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek within the framework of the forum that takes place in the city of Bergen.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek and discussed the forum, which takes place in Bergen.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind had a full agenda on the last day of the summit, held in Bergen. She met Bo Ek.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"Ana Lind met Bo Ek. She is on the ground in Bergen for two days.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"The same day, in Bergen, Ana Lind met Bo Ek.", []string{"meeting in_person held Bergen: Ana Lind, Bo Ek"}},
		{"Ana Lind arrived in Norway's capital Oslo. She met Bo Ek at Castle Hall.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
		{"Talks held\n\nOSLO, 4 May – Ana Lind met Bo Ek.", []string{"meeting in_person held Oslo: Ana Lind, Bo Ek"}},
	})
}
