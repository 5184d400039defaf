package extractors

import (
	"strings"

	"readout/extractors/internal/clauses"
	"readout/extractors/internal/subjects"
	"readout/pipeline"
	"readout/pipeline/record"
)

// topics reports the noun phrases of what was discussed; meetings takes those
// of its sentences.
func topics() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "topics",
		Doc:      "Short noun phrases of what was discussed at an encounter; the meetings take them from here.",
		Lacks:    lacksDiscussion,
		Requires: []string{"people", "organizations", "places", "dates"},
		Reports:  []record.Finding{(*record.Topic)(nil)},
		Rules: []pipeline.Rule{
			{Name: "discussed", Doc: "The object of a verb of discussing.", Example: "discussed trade and energy"},
			{Name: "was-discussed", Doc: "The subject of a verb of discussing in the passive.", Example: "Trade and energy were discussed."},
			{Name: "told-about", Doc: "What somebody is told or speaks about.", Example: "told the senators about the reform"},
			{Name: "talks-covered", Doc: "What the talk dwelt on or included.", Example: "The conversation focused on trade."},
			{Name: "talks-on", Doc: "The complement of a noun of talking.", Example: "talks on trade"},
			{Name: "on-the-agenda", Doc: "What was on the agenda or in focus.", Example: "Trade was high on the agenda."},
			{Name: "stressed", Doc: "The object of a verb of weight.", Example: "underscored the importance of trade"},
			{Name: "expressed", Doc: "The complement of support, concern or the like that a speaker expressed.", Example: "expressed support for the reform"},
			{Name: "thanked-for", Doc: "What somebody is thanked for or congratulated on, what is praised, welcomed or condemned.", Example: "thanked the guest for the support"},
			{Name: "agreed-to", Doc: "What the parties mean to do.", Example: "agreed to strengthen trade"},
			{Name: "matter", Doc: "Relations, ties, cooperation or a situation that is spoken of, where nothing else says what was discussed.", Example: "The ties between the countries are old."},
		},
		Run: runTopics,
	}
}

func runTopics(p *pipeline.Pass) error {
	tags := sentenceTags{pass: p}
	for _, x := range subjects.Find(clauseText(p)) {
		if why := tags.noNounPhrase(x.Span); why != "" {
			p.Drop(x.Rule, x.Span, why)
			continue
		}
		span := tags.nounPhrase(x.Span)
		if span != x.Span && p.Tracing() {
			p.Drop(x.Rule, pipeline.Span{Start: span.End, End: x.Span.End}, "a verb begins: the noun phrase ends before it")
		}
		if span = balancedSpan(p.Text, span); span.Len() == 0 {
			continue
		}
		f := &record.Topic{Text: strings.Join(strings.Fields(p.Quote(span)), " ")}
		f.Evidence = append(f.Evidence, p.Cite("", span, x.Rule))
		p.Report(f)
	}
	return nil
}

// sentenceTags asks for the tags of a sentence once, and only of sentences
// that hold a topic: tagging costs more than all the rest.
type sentenceTags struct {
	pass   *pipeline.Pass
	tags   map[int][]string
	tagged int // tokens so far
}

// maxTagged is how many tokens of a page are tagged: more than the sentences
// with topics of any press page have. What comes after has no tags.
const maxTagged = 10_000

func (t *sentenceTags) of(sentence int) []string {
	if tags, ok := t.tags[sentence]; ok {
		return tags
	}
	if t.tags == nil {
		t.tags = map[int][]string{}
	}
	s := t.pass.Sentences[sentence]
	if t.tagged += s.Last - s.First; t.tagged > maxTagged {
		t.tags[sentence] = nil
		return nil
	}
	words := make([]string, 0, s.Last-s.First)
	for i := s.First; i < s.Last; i++ {
		words = append(words, t.pass.Word(i))
	}
	tags, err := t.pass.Tagger.Tag(words)
	if err != nil || len(tags) != len(words) {
		tags = nil // no tags, no opinion
	}
	t.tags[sentence] = tags
	return tags
}

// finite are the tags of verbs that no noun phrase holds, and of the words that
// open a clause.
var finite = map[string]bool{"VBD": true, "VBZ": true, "VBP": true, "MD": true, "WP": true, "WRB": true}

// openers are the tags of words that begin no noun phrase.
var openers = map[string]string{"IN": "a preposition", "TO": "a preposition", "MD": "a verb", "PRP": "a pronoun", "WP": "a pronoun", "WDT": "a pronoun", "WRB": "an adverb"}

// noNounPhrase says why a span is no noun phrase: what it begins with. ""
// where it may be one.
func (t *sentenceTags) noNounPhrase(span pipeline.Span) string {
	p := t.pass
	if p.Tagger == nil {
		return ""
	}
	first := p.TokenAt(span.Start)
	sentence := p.Tokens[first].Sentence
	tags := t.of(sentence)
	if tags == nil {
		return ""
	}
	if what := openers[tags[first-p.Sentences[sentence].First]]; what != "" {
		return what + " begins no noun phrase"
	}
	return ""
}

// nounPhrase cuts the span of a topic before a finite verb. The tagger is
// right nine times in ten only, so it is believed where the word before is a
// noun and the verb is not all that follows the first noun's preposition.
func (t *sentenceTags) nounPhrase(span pipeline.Span) pipeline.Span {
	p := t.pass
	if p.Tagger == nil {
		return span
	}
	first := p.TokenAt(span.Start)
	sentence := p.Tokens[first].Sentence
	tags := t.of(sentence)
	if tags == nil {
		return span
	}
	base := p.Sentences[sentence].First
	for i := first + 1; i < len(p.Tokens) && p.Tokens[i].End <= span.End; i++ {
		if finite[tags[i-base]] && strings.HasPrefix(tags[i-1-base], "NN") && (tags[i-base] != "VBZ" || i+1-base < len(tags) && tags[i+1-base] != "IN") {
			return pipeline.Span{Start: span.Start, End: p.Tokens[i-1].End}
		}
	}
	return span
}

// clauseText reads the page's clauses once, on the names, places and dates
// found before; mentions refer to the findings of their type by index.
func clauseText(p *pipeline.Pass) *clauses.Text {
	return pipeline.Shared(p, func(d *pipeline.Document) *clauses.Text {
		var mentions []clauses.Mention
		add := func(k clauses.Kind, ref int, spans []pipeline.Span) {
			for _, s := range spans {
				mentions = append(mentions, clauses.Mention{Span: s, Kind: k, Ref: ref})
			}
		}
		for i, x := range pipeline.Found[*record.Person](p) {
			add(clauses.Person, i, x.Mentions())
		}
		for i, x := range pipeline.Found[*record.Organization](p) {
			add(clauses.Body, i, x.Mentions())
		}
		for i, x := range pipeline.Found[*record.Place](p) {
			add(clauses.Place, i, x.Mentions())
		}
		for i, x := range pipeline.Found[*record.Date](p) {
			add(clauses.Date, i, x.Mentions())
		}
		return clauses.New(d, mentions)
	})
}
