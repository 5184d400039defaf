package quotes

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/pipeline"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
)

// srcOf cuts a text and finds people (name: post) and bodies in it by their full names.
func srcOf(text string, people map[string]string, bodies []string) Source {
	d := nlp.Analyze(&pipeline.Article{Text: text}, nil)
	src := Source{Text: text}
	for _, t := range d.Tokens {
		src.Tokens = append(src.Tokens, t.Span)
	}
	for _, s := range d.Sentences {
		src.Sentences = append(src.Sentences, s.Span)
	}
	var names []string
	for n := range people {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		p := Party{Person: true, Name: n}
		if people[n] != "" {
			p.Titles = []string{people[n]}
		}
		words := strings.Fields(n)
		p.Mentions = append(find(text, n), find(text, words[len(words)-1])...)
		src.Parties = append(src.Parties, p)
	}
	for _, b := range bodies {
		src.Parties = append(src.Parties, Party{Name: b, Mentions: find(text, b)})
	}
	return src
}

func find(text, name string) (out []record.Span) {
	for _, m := range regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).FindAllStringIndex(text, -1) {
		out = append(out, record.Span{Start: m[0], End: m[1]})
	}
	return out
}

// people and bodies of the sentences below; all are invented.
var (
	persons = map[string]string{"Ana Lind": "Speaker of Parliament of Varland", "Bo Ek": "Foreign Minister of Ostria", "Ida Moor": "President of Ostria",
		"Jan Holt": "President of Varland", "Eva Roth": "spokeswoman of Foreign Ministry", "Tom Berg": "Ambassador of Ostria", "Ugo Vance": ""}
	groups = []string{"Lake Council", "Foreign Ministry", "Varland News Agency", "Ministry of Fisheries"}
)

func TestSpeaker(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// who listens is no speaker; a name that the text gives once
		{"“They take our boats,” a visibly angry Pell Osk, a 58-year-old fisherman, told the Varland News Agency.", "Pell Osk"},
		// somebody without a name and where he works
		{"“The talks could not be held on that day,” a source in the Harbour Office told reporters.", "source in the Harbour Office"},
		// a verb before its preposition is no part of the subject
		{"President Ida Moor met the press. The president talked about reforms, adding that they were “good for all of us”.", "Ida Moor"},
		// a text whose issuer the text names in lower case
		{"In a release issued Sunday, the mayor's office said that the visit is on. “The city is a safe place for business,” the release reads.", "mayor's office"},
		// any verb beside a quote that a comma ends
		{"President Ida Moor met the board. “A number of problems have come up, and you know them,” so the head of state outlined the second point.", "Ida Moor"},
		// verbs that no list holds, beside speech
		{"“We were told so,” Ana Lind divulged.", "Ana Lind"},
		{"“We were told so,” intimated Ana Lind.", "Ana Lind"},
		{"Bo Ek came late. “There are not many cars,” a member of the delegation confided.", "member of the delegation"},
		// whom a sentence is about
		{"On a question on the visit of the President, Ida Moor, to Riga, Eva Roth recalled the rules. “We tell it when it is ready.”", "Eva Roth"},
		{"In Riga, on 26 August, Ana Lind will meet her colleague, Foreign Minister Bo Ek.\n\n“I’ll meet the dairy firms too. They have been blunt.”", "Ana Lind"},
		{"Ana Lind spoke first. A rival text was written by Bo Ek.\n\nShe asked for a reply.\n\n“The law is clear,” she stressed.", "Ana Lind"},
		// who leads, who acts for a state
		{"The Lake Mission, led by Ugo Vance, met Tom Berg, head of the Ostrian Union Mission. “We watch each step,” said the Chief of Mission.", "Ugo Vance"},
		{"The city annoyed the Chairman of the Lake Council, who described the visitors as “tourists with notebooks”.", "Chairman of the Lake Council"},
		{"“It is done,” Varland News Agency quoted Bo Ek as saying.", "Bo Ek"},
		{"“It is done,” Bo Ek was quoted by the agency as saying.", "Bo Ek"},
		{"Bo Ek was quoted as saying that “it is done.”", "Bo Ek"},
		{"The Lake Council quoted Ida Moor as saying: “It is done.”", "Ida Moor"},
		{"Bo Ek came. The Foreign Ministry quoted him as saying: “It is done.”", "Bo Ek"},
		{"In a statement on Monday, Bo Ek wrote: “It is done.”", "Bo Ek"},
		{"Bo Ek took to the floor: “It is done.”", "Bo Ek"},
		{"“It is done,” the two ministers said in a joint statement.", "two ministers"},
		{"Asked about the lake, Bo Ek replied: “It is done.”", "Bo Ek"},
		{"“It is done”, – said Bo Ek.", "Bo Ek"},
		{"“It is done”, – Bo Ek noted.", "Bo Ek"},
		{"“It is done.” This was stated by Bo Ek at the session.", "Bo Ek"},
		{"As Bo Ek put it, “it is done.”", "Bo Ek"},
		{"In the words of Bo Ek, “it is done”.", "Bo Ek"},
		{"In Bo Ek's words, “it is done”.", "Bo Ek"},
		{"Bo Ek's spokeswoman Eva Roth said “it is done.”", "Eva Roth"},
		{"“It is done,” said Eva Roth, spokeswoman for Bo Ek.", "Eva Roth"},
		{"The spokeswoman for the ministry, Eva Roth, said that “it is done.”", "Eva Roth"},
		{"A delegation headed by Bo Ek came. “It is done,” the head of the delegation said.", "Bo Ek"},
		{"Ida Moor met Jan Holt. “It is done,” the Ostrian President said.", "Ida Moor"},
		{"Ida Moor met Jan Holt. “It is done,” the President of Varland said.", "Jan Holt"},
		{"Ida Moor met Jan Holt. “It is done,” the Varlandian leader said.", "Jan Holt"},
		{"Ida Moor met Bo Ek. “It is done,” the head of state said.", "Ida Moor"},
		{"Tom Berg paid a visit. “It is done,” His Excellency said.", "Tom Berg"},
		{"Tom Berg paid a visit. “It is done,” the envoy said.", "Tom Berg"},
		{"Tom Berg paid a visit. “It is done,” the diplomat told reporters.", "Tom Berg"},
		{"Bo Ek is convinced that “it is done”.", "Bo Ek"},
		{"Bo Ek expressed confidence that “it is done”.", "Bo Ek"},
		{"Bo Ek called on the parties to “stay at the table”.", "Bo Ek"},
		{"Bo Ek stressed the “calm and useful” role of the council.", "Bo Ek"},
		{"Bo Ek came to Tarnby. It was stressed by him that “it is done”.", "Bo Ek"},
		{"“It is done,” the statement by the spokeswoman Eva Roth reads.", "Eva Roth"},
		{"“It is done,” the message of President Ida Moor reads.", "Ida Moor"},
		{"Jan Holt received a letter from Ida Moor. It reads: “It is done.”", "Ida Moor"},
		{"Welcoming the guests, Ana Lind said “it is done”.", "Ana Lind"},
		{"Ana Lind, addressing the session, said “it is done”.", "Ana Lind"},
		{"The head of the mission, former President Ida Moor, said “it is done”.", "Ida Moor"},
		{"Bo Ek told Ana Lind that “it is done”.", "Bo Ek"},
		{"In a letter to Ana Lind, Bo Ek wrote that “it is done”.", "Bo Ek"},
		{"“We,” Bo Ek said, “are ready.”", "Bo Ek|Bo Ek"},
		{"“It is done,” Bo Ek said and added: “We go.”", "Bo Ek|Bo Ek"},
		{"“It is done!” exclaimed Ana Lind. “We go.”", "Ana Lind|Ana Lind"},
		{"“Is it done?” asked Ana Lind. “It is,” replied Bo Ek.", "Ana Lind|Bo Ek"},
		{"Ana Lind said “it is done”, while Bo Ek called it “a start”.", "Ana Lind|Bo Ek"},
		{"Bo Ek: “It is done”", "Bo Ek"},
		{"‘It is done’: Bo Ek", "Bo Ek"},
		{"For his part, the Foreign Minister of Ostria said: “It is done.”", "Foreign Minister of Ostria"},
		{"In turn, the guest, Bo Ek, noted: “It is done.”", "Bo Ek"},
		{"Ana Lind met Bo Ek. The latter said: “It is done.”", "Bo Ek"},
		{"“It is done,” the Ministry of Fisheries posted on its page.", "Ministry of Fisheries"},
		{"The Lake Council met. In a statement it said that “it is done”.", "Lake Council"},
		{"The Lake Council issued a statement. “It is done,” the statement said.", "Lake Council"},
		{"“It is done,” reads the joint communiqué.", "joint communiqué"},
		{"“It is done,” said one of the fishermen.", "fishermen"},
		{"Ana Lind thanked Bo Ek. “It is done,” she said. “We are glad,” he replied.", "Ana Lind|Bo Ek"},
		{"Mr. Bo Ek met Ms. Ana Lind. “It is done,” she said.", "Ana Lind"},
		{"Ana Lind opened the sitting. “It is done. We go home.”", "Ana Lind"},
		{"“It is done,” Speaker Lind said after talks with the Foreign Minister.", "Ana Lind"},
		{"According to Bo Ek, the talks were “calm”.", "Bo Ek"},
		{"The talks were “calm”, according to the Foreign Ministry.", "Foreign Ministry"},
		{"Secretary-General of the Lake Council Ugo Vance came. “It is done,” the Secretary-General said.", "Ugo Vance"},
		{"Ugo Vance, Vice-Speaker of Varland, met Ana Lind. “It is done,” the Vice-Speaker said.", "Ugo Vance"},
		{"Ugo Vance, Vice-Speaker of Varland, met Ana Lind. “It is done,” the Speaker said.", "Ana Lind"},
		{"Ugo Vance, Prime Minister of Varland, met Bo Ek. “It is done,” the PM said.", "Ugo Vance"},
		{"Ugo Vance, Prime Minister of Varland, met Bo Ek. “It is done,” the Premier said.", "Ugo Vance"},
		{"Ugo Vance, Prime Minister of Varland, met Bo Ek. “It is done,” the Foreign Minister said.", "Bo Ek"},
		{"Ambassador Extraordinary and Plenipotentiary of Varland Ugo Vance came. “It is done,” the Ambassador said.", "Ugo Vance"},
		{"Ugo Vance, chief of the lake mission, came. “It is done,” the head of the mission said.", "Ugo Vance"},
		{"Ugo Vance came to Tarnby. “It is done,” the senator said.", "Ugo Vance"},
		{"Ida Moor received Jan Holt. “It is done,” the President of Ostria said.", "Ida Moor"},
		{"Ida Moor received Jan Holt. “It is done,” the guest said.", "Ida Moor"},
		{"Ms. Ugo Vance, chairwoman of the board, met Bo Ek. “It is done,” the chairwoman said.", "Ugo Vance"},
		{"The law bans “loud boats”.", ""},
		{"The conference “Boats for all” was opened by Bo Ek.", ""},
		{"Under the slogan “boats for all”, Bo Ek opened the fair.", ""},
		{"Bo Ek opened the “Silver Lake” hotel.", ""},
		{"Bo Ek is the author of “The Long Lake”.", ""},
		{"The lake is called “the eye of the world”.", ""},
		{"Bo Ek praised the “One Lake, One Law” initiative.", ""},
		{"The agreement (the “Accord”) was signed.", ""},
	} {
		src := srcOf(c.text, persons, groups)
		src.Country = func(words string) string {
			return map[string]string{"varland": "VA", "varlandian": "VA", "ostria": "OS", "ostrian": "OS"}[strings.ToLower(words)]
		}
		var got []string
		for _, a := range Attribute(src, Find(c.text)) {
			if a.Why == "" && a.Party >= 0 {
				got = append(got, src.Parties[a.Party].Name)
			} else if a.Why == "" {
				got = append(got, a.Speaker)
			}
		}
		if got := strings.Join(got, "|"); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
