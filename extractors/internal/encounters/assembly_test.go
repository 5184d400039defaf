package encounters

import "testing"

// Sessions of bodies, gatherings of many, series of meetings.
func TestAssemblies(t *testing.T) {
	check(t, []page{
		{"Ana Lind will attend the Lake Summit in Oslo with Foreign Minister Bo Ek, hosted by Speaker Jan Holt.", []string{
			"session in_person planned Oslo: Ana Lind, Bo Ek, Jan Holt"}},
		{"Ana Lind attended the Lake Summit in Oslo.", nil},
		{"Ana Lind took part in the Lake Retreat, hosted by Foreign Minister Bo Ek.", []string{"session in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind met his wife, Eva Roth, at school.", nil},
		{"Ana Lind received an update from her team in Oslo.", nil},
		{"The third session of the Lake Council was held in Oslo on Monday.", []string{"session in_person held 2024-05-06 Oslo: Lake Council"}},
		{"The foreign ministers of the Lake Council held a meeting in Oslo on Monday.", []string{
			"meeting in_person held 2024-05-06 Oslo: foreign ministers of the Lake Council"}},
		{"Authorities held a meeting in Oslo on Monday.", nil},
		{"Jan Holt praised the work of the Lake Council, which met in Oslo on Monday.", []string{"meeting in_person held 2024-05-06 Oslo: Lake Council"}},
		{"Ana Lind held several meetings with diplomats: Bo Ek, Ida Moor and Eva Roth.", []string{
			"meeting in_person held: Ana Lind, Bo Ek", "meeting in_person held: Ana Lind, Ida Moor", "meeting in_person held: Ana Lind, Eva Roth"}},
		{"Jan Holt praised the next meeting of the Lake Council, which will take place in Bergen on 20 May.", []string{
			"session in_person planned 2024-05-20 Bergen: Lake Council"}},
		{"Jan Holt spoke of the meeting of the Lake Council, to be held in Bergen on 20 May.", []string{"session in_person planned 2024-05-20 Bergen: Lake Council"}},
		{"The Lake Council will be held in Bergen on 20 May.", []string{"session in_person planned 2024-05-20 Bergen: Lake Council"}},
		{"The vote for the Lake Council was held in Bergen on 4 May.", nil},
		{"Jan Holt spoke of Prime Minister Ana Lind's upcoming meeting with Foreign Minister Bo Ek.", []string{"meeting in_person planned: Ana Lind, Bo Ek"}},
	})
}
