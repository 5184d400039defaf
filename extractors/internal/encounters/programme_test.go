package encounters

import "testing"

// Heads hand subject, day and place to their entries.
func TestProgramme(t *testing.T) {
	check(t, []page{
		{"On Monday in Oslo, the Speaker, Jan Holt:\n\nmet with Ana Lind;\n\nspoke by telephone with Bo Ek;\n\nwas briefed by Ambassador Ida Moor.", []string{
			"meeting in_person held 2024-05-06 Oslo: Jan Holt, Ana Lind", "call phone held 2024-05-06: Jan Holt, Bo Ek", "meeting in_person held 2024-05-06 Oslo: Jan Holt, Ida Moor"}},
		{"On Monday in Oslo, Speaker Jan Holt met with:\n\n• Prime Minister Ana Lind;\n\n• Ambassador Ida Moor.", []string{
			"meeting in_person held 2024-05-06 Oslo: Jan Holt, Ana Lind", "meeting in_person held 2024-05-06 Oslo: Jan Holt, Ida Moor"}},
		{"Jan Holt held bilateral meetings on Tuesday with the following officials:\n\nPrime Minister Ana Lind\n\nAmbassador Ida Moor", []string{
			"meeting in_person held 2024-05-07: Jan Holt, Ana Lind", "meeting in_person held 2024-05-07: Jan Holt, Ida Moor"}},
		{"Jan Holt will meet:\n\n- 12 May: Ana Lind;\n\n- 20 May: Bo Ek.", []string{
			"meeting in_person planned 2024-05-12: Jan Holt, Ana Lind", "meeting in_person planned 2024-05-20: Jan Holt, Bo Ek"}},
		{"Ana Lind met Bo Ek on Monday. Present were:\n\nIda Moor, Ambassador\n\nEva Roth, adviser", []string{
			"meeting in_person held 2024-05-06: Ana Lind, Bo Ek, Ida Moor, Eva Roth"}},
		{"Ana Lind met legislators on Monday. She will meet mayors on 12 May.\n\nLegislators attending the meeting:\n\nIda Moor, Storting\n\nEva Roth, Storting", []string{
			"meeting in_person held 2024-05-06: Ana Lind, Ida Moor, Eva Roth", "meeting in_person planned 2024-05-12: Ana Lind, mayors"}},
		{"Calls of Prime Minister Ana Lind with leaders\n\nPrime Minister Ana Lind spoke on Monday with:\n\nBo Ek, Foreign Minister;\n\nTom Berg, Prime Minister.", []string{
			"call phone held 2024-05-06: Ana Lind, Bo Ek", "call phone held 2024-05-06: Ana Lind, Tom Berg"}},
		{"The programme of the Prime Minister, Ana Lind, is as follows.\n\n9 May\n\nAna Lind receives Ida Moor.\n\n12 May\n\nAna Lind receives Bo Ek.", []string{
			"meeting in_person planned 2024-05-09: Ana Lind, Ida Moor", "meeting in_person planned 2024-05-12: Ana Lind, Bo Ek"}},
	})
}
