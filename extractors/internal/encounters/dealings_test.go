package encounters

import "testing"

// Verbs that tell of an encounter only with a certain object, and meals.
func TestDealings(t *testing.T) {
	check(t, []page{
		{"Ana Lind was on Monday engaged via telephone with Foreign Minister Bo Ek.", []string{"call phone held 2024-05-06: Ana Lind, Bo Ek"}},
		{"Ana Lind engages with young people on trade.", nil},
		{"Ana Lind also visited with Foreign Minister Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind exchanged with Speaker Jan Holt in Oslo.", []string{"meeting in_person held Oslo: Ana Lind, Jan Holt"}},
		{"Ana Lind received an overview of the law from Speaker Jan Holt in Oslo.", []string{"meeting in_person held Oslo: Ana Lind, Jan Holt"}},
		{"Ana Lind received a visit from Foreign Minister Bo Ek.", []string{"visit in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind received a letter from Foreign Minister Bo Ek.", nil},
		{"Ana Lind signed a memorandum of understanding with Foreign Minister Bo Ek.", []string{"ceremony in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind signed a memorandum of understanding with the trade.", nil},
		{"Ana Lind hosted a dinner in honour of Foreign Minister Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Bo Ek will attend a lunch offered by Ana Lind in Oslo.", []string{"meeting in_person planned Oslo: Bo Ek, Ana Lind"}},
		{"Bo Ek will be the guest of honour of a banquet hosted by Ana Lind.", []string{"meeting in_person planned: Bo Ek, Ana Lind"}},
		{"Bo Ek met with Jan Holt at a lunch hosted by Ana Lind.", []string{"meeting in_person held: Bo Ek, Jan Holt"}},
		{"The Prime Minister and Foreign Minister Bo Ek met in Oslo on Monday.", []string{"meeting in_person held 2024-05-06 Oslo: Prime Minister, Bo Ek"}},
		{"A meeting with Foreign Minister Bo Ek was held in Oslo by Speaker Jan Holt.", []string{"meeting in_person held Oslo: Jan Holt, Bo Ek"}},
		{"Bo Ek was welcomed to the parliament by Speaker Jan Holt.", []string{"meeting in_person held: Bo Ek, Jan Holt"}},
		{"Bo Ek met with Ana Lind, as well as with Jan Holt.", []string{"meeting in_person held: Bo Ek, Ana Lind", "meeting in_person held: Bo Ek, Jan Holt"}},
		{"The purpose of his visit is to meet with Ana Lind.", nil},
	})
}
