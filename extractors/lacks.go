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
			return fmt.Sprintf("%q is the noun of a post, but no person is named beside it to hold it", d.Word(i))
		}
	}
	return "no word of it is the noun of a post in the word lists (readout rules roles tells how posts are read)"
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

var smallNumbers = strings.Fields(`one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred thousand million`)

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

// lacksVote: an election has a word for one in its sentence.
func lacksVote(d *pipeline.Document, s pipeline.Span) string {
	sentence := strings.ToLower(sentenceOf(d, s))
	for _, stem := range []string{"elect", "vote", "voting", "poll", "referend", "ballot", "primar"} {
		if strings.Contains(sentence, stem) {
			return "its sentence speaks of a vote, but these words tell no type, body, state or day of one"
		}
	}
	return "no word for a vote stands in its sentence"
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

// lacksEncounter: an encounter has a verb or noun that tells of one and two parties.
func lacksEncounter(*pipeline.Document, pipeline.Span) string {
	return "it holds no verb or noun that is read as an encounter, and is no party, day, place or topic of one"
}

func sentenceOf(d *pipeline.Document, s pipeline.Span) string {
	if i := d.SentenceAt(s.Start); i >= 0 {
		return d.Quote(d.Sentences[i].Span)
	}
	return ""
}
