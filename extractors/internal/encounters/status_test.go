package encounters

import "testing"

// What is planned, called off, put off, denied or only wished for.
func TestStatus(t *testing.T) {
	check(t, []page{
		{"Ana Lind will meet Bo Ek in Oslo on 12 May.", []string{"meeting in_person planned 2024-05-12 Oslo: Ana Lind, Bo Ek"}},
		{"A meeting of Ana Lind with Bo Ek on Friday has been called off.", []string{"meeting in_person cancelled 2024-05-10: Ana Lind, Bo Ek"}},
		{"A courtesy call on Jan Holt by Ida Moor, slated for Friday, has been put off to 20 May.", []string{
			"meeting in_person cancelled 2024-05-10: Ida Moor, Jan Holt", "meeting in_person planned 2024-05-20: Ida Moor, Jan Holt"}},
		{"Ana Lind's meeting with Bo Ek, planned for Friday, has been postponed to 20 May.", []string{
			"meeting in_person cancelled 2024-05-10: Ana Lind, Bo Ek", "meeting in_person planned 2024-05-20: Ana Lind, Bo Ek"}},
		{"Talks between Ana Lind and Bo Ek did not take place.", []string{"meeting in_person cancelled: Ana Lind, Bo Ek"}},
		{"The planned talks between Ana Lind and Bo Ek in Bergen could not take place.", []string{"meeting in_person cancelled Bergen: Ana Lind, Bo Ek"}},
		{"Ana Lind met Ida Moor in Oslo on Monday. A sit-down with Bo Ek did not materialise.", []string{
			"meeting in_person held 2024-05-06 Oslo: Ana Lind, Ida Moor", "meeting in_person cancelled: Ana Lind, Bo Ek"}},
		{"Ana Lind had been due to meet Bo Ek on Monday.", []string{"meeting in_person cancelled 2024-05-06: Ana Lind, Bo Ek"}},
		{"Ana Lind was to have met Bo Ek on Monday.", []string{"meeting in_person cancelled 2024-05-06: Ana Lind, Bo Ek"}},
		{"Ana Lind denied a report that she would see Bo Ek in Oslo.", nil},
		{"A meeting of Ana Lind and Bo Ek is possible this week.", nil},
		{"Ana Lind expressed her readiness to meet Bo Ek.", nil},
		{"Ana Lind did not meet Bo Ek.", nil},
		{"Ana Lind is expected to lead the delegation with a bilateral meeting with Bo Ek.", []string{"meeting in_person planned: Ana Lind, Bo Ek"}},
		{"Ana Lind denied having met Bo Ek in Oslo.", nil},
		{"The meeting of Ana Lind with Bo Ek had to be postponed.", []string{"meeting in_person cancelled: Ana Lind, Bo Ek"}},
		{"The meeting of Ana Lind with Bo Ek was due to take place on Friday but will not take place.", []string{"meeting in_person cancelled 2024-05-10: Ana Lind, Bo Ek"}},
		{"Talks postponed\n\nThe meeting of Ana Lind with Bo Ek has been postponed.", []string{"meeting in_person cancelled: Ana Lind, Bo Ek"}},
		{"Ana Lind discussed with Bo Ek the forum, which will take place in Bergen on 12 May.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Ana Lind, who took office on 4 May, met Bo Ek.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
		{"Bo Ek accepted an invitation to pay a state visit to Norway on 20 May.", []string{"visit in_person planned 2024-05-20 Norway: Bo Ek, Norway"}},
		{"Ana Lind invited Bo Ek to visit Norway.", nil},
		{"Ana Lind is scheduled to meet Bo Ek in Stockholm on 12 May.", []string{"meeting in_person planned 2024-05-12 Stockholm: Ana Lind, Bo Ek"}},
		{"Bo Ek will be received by Ana Lind today.", []string{"meeting in_person planned 2024-05-08: Bo Ek, Ana Lind"}},
		{"The Lake Council meets in Oslo on 12 May.", []string{"meeting in_person planned 2024-05-12 Oslo: Lake Council"}},
	})
}

// Welcomes, receptions and refusals.
func TestReceptions(t *testing.T) {
	check(t, []page{
		{"Ana Lind and Jan Holt hosted separate receptions in Oslo for Bo Ek.", []string{
			"meeting in_person held Oslo: Ana Lind, Bo Ek", "meeting in_person held Oslo: Jan Holt, Bo Ek"}},
		{"Ana Lind extended a warm welcome to Bo Ek in Oslo on Monday.", []string{"meeting in_person held 2024-05-06 Oslo: Ana Lind, Bo Ek"}},
		{"Ana Lind spoke highly of the visit to Norway.", nil},
		{"Ana Lind joined Jan Holt in declining a proposed meeting with Bo Ek.", nil},
		{"Ana Lind had planned to meet Bo Ek on Friday.", []string{"meeting in_person cancelled 2024-05-10: Ana Lind, Bo Ek"}},
		{"Ana Lind will hold a phone conversation with Bo Ek, instead, the Lake Council announced on Monday.", []string{"call phone planned: Ana Lind, Bo Ek"}},
		{"Ana Lind discussed with Bo Ek trade, reforms and recommendations.", []string{"meeting in_person held: Ana Lind, Bo Ek"}},
	})
}
