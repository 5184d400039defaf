package extractors

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
	"readout/pipeline/gazetteer"
)

// What words lack that gave no value: the first condition of an extractor that
// they fail, for explain. These are the plain conditions that an analyst can
// check by eye; the finer ones are told by what an extractor drops.

// lacksNameOf gives the test for one kind of name.
func lacksNameOf(kind pipeline.NameKind) func(*pipeline.Document, pipeline.Span) string {
	return func(d *pipeline.Document, s pipeline.Span) string { return lacksName(d, s, kind) }
}

// nameKinds is how each kind of name is spoken of.
var nameKinds = [pipeline.NameKinds]string{pipeline.PersonName: "a person", pipeline.OrganizationName: "a body", pipeline.PlaceName: "a place"}

// lacksName: a name has a capital letter; what the word lists or the tagger
// hold for something else is no name of the kind.
func lacksName(d *pipeline.Document, s pipeline.Span, kind pipeline.NameKind) string {
	words := d.Quote(s)
	if !strings.ContainsFunc(words, unicode.IsUpper) {
		return "no word of it has a capital letter, as names have"
	}
	if kind != pipeline.PlaceName {
		if e, ok := gazetteer.Default().First(words, gazetteer.Place); ok {
			return fmt.Sprintf("the word lists hold it for the name of a place (%s)", e.Kind)
		}
	}
	if first := d.TokenAt(s.Start); d.Sentences[d.Tokens[first].Sentence].First == first && !strings.ContainsFunc(d.Text[d.Tokens[first].End:s.End], unicode.IsUpper) {
		return "its only capital letter is that of the first word of a sentence"
	}
	if d.Names == nil {
		return "no rule reads it as the name of " + nameKinds[kind]
	}
	for _, n := range d.Names.Found {
		at := pipeline.Span{Start: d.Tokens[n.First].Start, End: d.Tokens[n.Last-1].End}
		switch {
		case !at.Overlaps(s):
		case n.Kind != kind:
			return fmt.Sprintf("no rule reads it so; the tagger of names holds %q for the name of %s (%.2f)", d.Quote(at), nameKinds[n.Kind], n.Probability)
		default:
			return fmt.Sprintf("no rule reads it so; the tagger of names holds %q for the name of %s, but is not sure enough (%.2f)", d.Quote(at), nameKinds[n.Kind], n.Probability)
		}
	}
	return "no rule reads it as the name of " + nameKinds[kind] + ", and the tagger of names holds it for no name"
}

// lacksPost: a post has a noun of the list, and a person to hold it.
func lacksPost(d *pipeline.Document, s pipeline.Span) string {
	for i := d.TokenAt(s.Start); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
		if _, n := gazetteer.Default().Match([]string{d.Word(i)}, gazetteer.Title); n > 0 {
			return fmt.Sprintf("%q is the noun of a post, but %s", d.Word(i), lacksHolder(d, i))
		}
	}
	return "no word of it is the noun of a post in the word lists (readout rules roles tells how posts are read)"
}

// lacksHolder says who stands nearest to the noun of a post in its sentence, and
// what stands between: no rule makes that one its holder.
func lacksHolder(d *pipeline.Document, noun int) string {
	if d.Names == nil {
		return "no rule ties it to a person"
	}
	at := d.Tokens[noun].Span
	holder, between, found := pipeline.Span{}, pipeline.Span{}, false
	for _, n := range d.Names.Found {
		if n.Kind != pipeline.PersonName || d.Tokens[n.First].Sentence != d.Tokens[noun].Sentence {
			continue
		}
		name := pipeline.Span{Start: d.Tokens[n.First].Start, End: d.Tokens[n.Last-1].End}
		gap := pipeline.Span{Start: min(at.End, name.End), End: max(at.Start, name.Start)}
		if name.Overlaps(at) {
			return fmt.Sprintf("the tagger of names holds it for part of the name %q", d.Quote(name))
		}
		if !found || gap.End-gap.Start < between.End-between.Start {
			holder, between, found = name, gap, true
		}
	}
	switch words := strings.Join(strings.Fields(d.Quote(between)), " "); {
	case !found:
		return "the tagger of names finds no person in its sentence to hold it"
	case words == "":
		return fmt.Sprintf("no rule ties it to %q, which stands beside it", d.Quote(holder))
	default:
		return fmt.Sprintf("no rule ties it to the nearest name of a person, %q: between them stands %q", d.Quote(holder), shortened(words))
	}
}

// maxBetween is how many characters are shown of the words between two others.
const maxBetween = 60

// shortened leaves out the middle of long words.
func shortened(words string) string {
	r := []rune(words)
	if len(r) <= maxBetween {
		return words
	}
	return string(r[:maxBetween/2]) + " … " + string(r[len(r)-maxBetween/2:])
}

var calendarWords = strings.Fields(`january february march april may june july august september october november december monday tuesday wednesday
	thursday friday saturday sunday today yesterday tomorrow tonight week month year quarter decade spring summer autumn fall winter`)

// lacksDate: a date has a number, a name of the calendar or a word such as "today".
func lacksDate(d *pipeline.Document, s pipeline.Span) string {
	if strings.ContainsFunc(d.Quote(s), unicode.IsDigit) {
		return "its number is read as no day, month or year"
	}
	for w := range strings.FieldsSeq(strings.ToLower(d.Quote(s))) {
		if slices.Contains(calendarWords, strings.Trim(w, ".,;:")) {
			return fmt.Sprintf("%q tells no day, month or year that can be reckoned from the page", w)
		}
	}
	return "it holds no number, no day or month by name and no word such as “today”"
}

var smallNumbers = strings.Fields(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
	seventeen eighteen nineteen dozen dozens twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
	thousand thousands million millions billion billions trillion`)

// lacksNumber: a count has a number and what is counted.
func lacksNumber(d *pipeline.Document, s pipeline.Span) string {
	words := strings.ToLower(d.Quote(s))
	if strings.ContainsFunc(words, unicode.IsDigit) {
		return "its number counts nothing that is named: a date, a sum, an age, a share, or a part of a name"
	}
	for w := range strings.FieldsFuncSeq(words, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(smallNumbers, w) {
			return fmt.Sprintf("%q counts nothing that is named, or only points back", w)
		}
	}
	return "it holds no number in digits or words"
}

var voteWords = strings.Fields(`elect elects elected electing election elections electoral electorate elector electors
	re-elect re-elected re-election re-elections reelect reelected reelection by-election by-elections pre-election post-election byelection byelections vote votes
	voted voter voters voting poll polls polled polling referendum referendums referenda plebiscite plebiscites ballot ballots balloting
	primaries runoff runoffs run-off run-offs`)

// lacksVote: an election has a word for one in its sentence.
func lacksVote(d *pipeline.Document, s pipeline.Span) string {
	if word := wordOf(sentenceOf(d, s), voteWords); word != "" {
		return fmt.Sprintf("its sentence speaks of a vote (%q), but these words tell no type, body, state or day of one", word)
	}
	return "no word for a vote stands in its sentence"
}

// wordOf gives the first word of the text that stands in a list of words in
// small letters, as it is written; what a hyphen joins is one word.
func wordOf(text string, list []string) string {
	other := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }
	for w := range strings.FieldsFuncSeq(text, other) {
		if slices.Contains(list, strings.ToLower(w)) {
			return w
		}
	}
	return ""
}

// lacksMarks: a statement stands in quotation marks.
func lacksMarks(d *pipeline.Document, s pipeline.Span) string {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(d.Text[:s.Start], " "))
	if strings.ContainsRune("“\"„«", before) || strings.ContainsAny(d.Quote(s), "“”\"„«»") {
		return "its quotation marks hold a title or a word set apart, or nobody is told to have said it"
	}
	if strings.ContainsAny(sentenceOf(d, s), "“”\"„«»") {
		return "it stands outside of the quotation marks of its sentence: indirect speech is no statement"
	}
	return "no quotation marks stand in its sentence"
}

// lacksDiscussion: a topic is what a verb or noun of discussing is about.
func lacksDiscussion(*pipeline.Document, pipeline.Span) string {
	return "no verb or noun of discussing is about it"
}

var meetingWords = strings.Fields(`meet meets met meeting meetings talk talks talked spoke speak speaks spoken confer confers conferred
	conversation conversations consultation consultations negotiation negotiations discussion discussions encounter encounters dialogue
	receive receives received welcome welcomes welcomed host hosts hosted greet greets greeted convene convenes convened gather gathers
	gathered gathering visit visits visited visiting call calls called phone phoned telephoned audience reception summit session sessions
	roundtable forum conference videoconference teleconference`)

// lacksEncounter: an encounter has a verb or noun that tells of one and two parties.
func lacksEncounter(d *pipeline.Document, s pipeline.Span) string {
	if word := wordOf(d.Quote(s), meetingWords); word != "" {
		if namesIn(d, s) < 2 {
			return fmt.Sprintf("%q can tell of a meeting, but its sentence names no second party", word)
		}
		return fmt.Sprintf("%q can tell of a meeting, but no rule reads two parties of it in its sentence", word)
	}
	if word := wordOf(sentenceOf(d, s), meetingWords); word != "" {
		return fmt.Sprintf("its sentence has a word that can tell of a meeting (%q), but this is no party, day, place or topic of an encounter", word)
	}
	return "no word of meeting stands in its sentence, and it is no party, day, place or topic of an encounter"
}

// namesIn counts the names that the tagger finds in a sentence, also of places,
// as a state can be a party; 2 where there is no tagger to ask.
func namesIn(d *pipeline.Document, s pipeline.Span) int {
	if d.Names == nil {
		return 2
	}
	n, sentence := 0, d.SentenceAt(s.Start)
	for _, x := range d.Names.Found {
		if d.Tokens[x.First].Sentence == sentence {
			n++
		}
	}
	return n
}

func sentenceOf(d *pipeline.Document, s pipeline.Span) string {
	if i := d.SentenceAt(s.Start); i >= 0 {
		return d.Quote(d.Sentences[i].Span)
	}
	return ""
}
