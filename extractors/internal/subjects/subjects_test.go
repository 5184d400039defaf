package subjects

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/extractors/internal/clauses"
	"readout/pipeline"
	"readout/pipeline/nlp"
)

// The names and dates of the sentences below; all are invented.
var names = []struct {
	kind clauses.Kind
	name string
}{
	{clauses.Person, "Ana Lind"}, {clauses.Person, "Bo Ek"}, {clauses.Body, "Lake Council"}, {clauses.Place, "Oslo"}, {clauses.Place, "Norway"},
	{clauses.Date, "Monday"}, {clauses.Date, "4 May"},
}

// subjectsOf gives what a text discusses, as written.
func subjectsOf(text string) []string {
	d := nlp.Analyze(&pipeline.Article{Text: text}, nil)
	var mentions []clauses.Mention
	for i, n := range names {
		for _, m := range regexp.MustCompile(`\b`+regexp.QuoteMeta(n.name)+`\b`).FindAllStringIndex(text, -1) {
			mentions = append(mentions, clauses.Mention{Span: pipeline.Span{Start: m[0], End: m[1]}, Kind: n.kind, Ref: i})
		}
	}
	t := clauses.New(d, mentions)
	var out []string
	for _, s := range Find(t) {
		out = append(out, t.Quote(s.Span))
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Objects of verbs of discussing.
		{"Ana Lind and Bo Ek discussed trade and energy.", "trade and energy"},
		{"Ana Lind and Bo Ek discussed food security, trade and fisheries.", "food security; trade; fisheries"},
		{"They discussed disaster relief and the training of peacekeepers.", "disaster relief; training of peacekeepers"},
		{"They discussed relations between Norway and the Lake Council.", "relations between Norway and the Lake Council"},
		{"They discussed with Bo Ek the reform of the ports.", "reform of the ports"},
		{"The sides took stock of student mobility.", "student mobility"},
		{"They exchanged views on the regional situation.", "regional situation"},
		{"They exchanged views on issues of mutual interest.", "issues of mutual interest"},
		{"They discussed how they can deepen their cooperation on fisheries, tourism and trade.", "cooperation on fisheries; tourism; trade"},
		{"They discussed full membership in a virtual meeting.", "full membership"},
		{"They discussed the treaty signed on Monday.", "treaty"},
		{"They discussed the support extended by Norway.", "support"},
		// Subjects of the passive and of the agenda.
		{"The reform of the ports was discussed.", "reform of the ports"},
		{"During the meeting, trade and energy were discussed.", "trade and energy"},
		{"Matters of water supply came under discussion.", "water supply"},
		{"The state of the refugees was at the centre of these exchanges.", "state of the refugees"},
		{"The reform of the ports was high on the agenda.", "reform of the ports"},
		{"Up for discussion are trade, visas and the port.", "trade; visas; port"},
		{"Issues such as harbour dues, the drought in Norway, along with the sale of grain were discussed.", "harbour dues; drought in Norway; sale of grain"},
		{"In addition to trade relations, the state of the reefs was discussed.", "trade relations; state of the reefs"},
		{"Special attention was paid to the fight against piracy.", "fight against piracy"},
		{"Views were exchanged on the reform of the ports.", "reform of the ports"},
		{"The reform of the ports featured prominently.", "reform of the ports"},
		{"Visa rules and the new ferry came up in the talks.", "Visa rules; new ferry"},
		{"The conversation turned on the railway to Oslo.", "railway to Oslo"},
		{"The talk was mostly about fisheries, ports and the new ferry.", "fisheries; ports; new ferry"},
		{"Bo Ek brought up the return of the workers.", "return of the workers"},
		{"They spoke about issues relating to migration and integration.", "migration and integration"},
		{"The parties attached importance to the protection of the reef.", "protection of the reef"},
		{"They discussed the drought in Norway and the region.", "drought in Norway and the region"},
		{"They discussed regional and global issues, including the drought.", "regional and global issues; drought"},
		// What is only spoken of.
		{"The historical ties between Norway and the Lake Council go back to the war.", "historical ties between Norway and the Lake Council"},
		{"Bo Ek said that the humanitarian situation was grave.", "humanitarian situation"},
		{"Cooperation is good.", ""},
		// Lists.
		{"The talks covered a range of topics, including trade and investment, port security and coastal shipping.", "trade and investment; port security; coastal shipping"},
		{"They discussed Norway, the drought and trade.", "Norway; drought; trade"},
		{"They discussed the growth of trade and coastal shipping.", "growth of trade and coastal shipping"},
		{"They discussed the reform of the ports, stressing the need for peace.", "reform of the ports; need for peace"},
		{"They discussed the reform of the ports, aiming to end the strike.", "reform of the ports"},
		{"Ana Lind welcomed the Speakers of the Parliaments of Norway, Sweden and Denmark.", ""},
		{"Ana Lind stressed the need for the council to continue helping the islands.", "need for the council to continue helping the islands"},
		// The talk itself is the subject.
		{"The talks focused on climate change.", "climate change"},
		{"The exchange was centred on the new framework.", "new framework"},
		{"Discussions pertained to digital archives.", "digital archives"},
		{"The discussion dwelled on the judicial reform.", "judicial reform"},
		// Complements of nouns of talking.
		{"Ana Lind held talks with Bo Ek on Monday over the return of the workers.", "return of the workers"},
		{"Ana Lind had a video-conversation with Bo Ek regarding the common market.", "common market"},
		{"Ana Lind held a telephone call with Bo Ek about the ports.", "ports"},
		{"Ana Lind held talks with Bo Ek over lunch.", ""},
		{"Ana Lind met Bo Ek on Monday.", ""},
		{"Ana Lind met Bo Ek on the sidelines of the summit.", ""},
		{"Ana Lind met Bo Ek on the revision of the constitution.", "revision of the constitution"},
		// Telling, thanking, agreeing.
		{"Ana Lind briefed Bo Ek on the outcome of the vote.", "outcome of the vote"},
		{"Ana Lind thanked Bo Ek for the help with the reform.", "help with the reform"},
		{"The two ministers agreed to strengthen maritime cooperation.", "maritime cooperation"},
		{"They agreed on the deferral.", "deferral"},
		{"Ana Lind handed over a letter of invitation.", "letter of invitation"},
		{"Ana Lind evinced keen interest in the new system.", "new system"},
		{"Two officials spoke on condition of anonymity.", ""},
		// Words within quotation marks are matters; thanks in them are not.
		{"“We thank Norway for the roads of the north,” Bo Ek said.", ""},
		{"“We discussed the weather of the north,” Bo Ek said.", "weather of the north"},
	} {
		want := []string(nil)
		if c.want != "" {
			want = strings.Split(c.want, "; ")
		}
		if diff := cmp.Diff(want, subjectsOf(c.text)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.text, diff)
		}
	}
}
