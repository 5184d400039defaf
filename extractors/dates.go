package extractors

import (
	"readout/extractors/internal/lex"
	"readout/extractors/internal/timex"
	"readout/pipeline"
	"readout/pipeline/record"
)

// dates reports the calendar values of a page, each with every expression of it.
func dates() pipeline.Extractor {
	return pipeline.Extractor{
		Name:    "dates",
		Doc:     "Expressions of a calendar day, week, month, year or a range of these, resolved against the publication date or the text.",
		Lacks:   lacksDate,
		Reports: []record.Finding{(*record.Date)(nil)},
		Rules: []pipeline.Rule{
			{Name: timex.RuleDay, Doc: "A day with its month in words and its year.", Example: "Monday, 3 May 2021"},
			{Name: timex.RuleNumeric, Doc: "A day in digits alone; day before month unless the page shows the other order.", Example: "03.05.2021"},
			{Name: timex.RuleYearless, Doc: "A day and its month; the year nearest to the publication date that the tense allows.", Example: "on May 3"},
			{Name: timex.RuleDayRange, Doc: "A range of days, or days that follow each other.", Example: "3 to 5 May 2021"},
			{Name: timex.RuleMonth, Doc: "A month with its year.", Example: "May 2021"},
			{Name: timex.RuleBareMonth, Doc: "A month alone after a preposition of time or as an attribute.", Example: "in October"},
			{Name: timex.RulePeriodRange, Doc: "A range of months or years.", Example: "from 2013 to 2016"},
			{Name: timex.RuleYear, Doc: "A year after a preposition of time, in parentheses or as an attribute, unless it ends a name or counts.", Example: "in 2015"},
			{Name: timex.RulePart, Doc: "A quarter, a half, a season or the first months of a year, as a range of months.", Example: "the third quarter of 2021"},
			{Name: timex.RuleDecade, Doc: "Ten years.", Example: "the 1990s"},
			{Name: timex.RuleToday, Doc: "The day of publication.", Example: "this morning"},
			{Name: timex.RuleNear, Doc: "A day counted from that of publication.", Example: "yesterday"},
			{Name: timex.RuleWeekday, Doc: "A weekday: the last up to the day of publication, the next where the clause tells of the future.", Example: "on Friday"},
			{Name: timex.RuleDirected, Doc: "A weekday whose week is told.", Example: "last Friday"},
			{Name: timex.RuleWeekdayDay, Doc: "A weekday and the day of the month.", Example: "Sunday 16"},
			{Name: timex.RulePeriod, Doc: "A week, weekend, month or year counted from that of publication.", Example: "earlier this month"},
			{Name: timex.RuleAgo, Doc: "A length of time before or after publication.", Example: "three days ago"},
			{Name: timex.RuleText, Doc: "A day, week, month or year counted from the one mentioned before.", Example: "the following day"},
		},
		Run: runDates,
	}
}

func runDates(p *pipeline.Pass) error {
	expressions := dateExpressions(p)
	byValue := map[string]*record.Date{}
	var list []*record.Date
	for _, e := range expressions.found {
		d := byValue[e.Value]
		if d == nil {
			d = &record.Date{Text: p.Quote(e.Span), Value: e.Value}
			byValue[e.Value] = d
			list = append(list, d)
		}
		d.Evidence = append(d.Evidence, p.Cite("", e.Span, e.Rule))
	}
	for _, d := range list {
		p.Report(d)
	}
	for _, e := range expressions.dropped {
		p.Drop(e.Rule, e.Span, e.Why)
	}
	return nil
}

// datedText is the date expressions of a page in text order; other extractors
// read it through dateExpressions.
type datedText struct {
	found   []timex.Expression
	dropped []timex.Dropped
}

// dateExpressions finds the date expressions of the page, once a page.
func dateExpressions(p *pipeline.Pass) datedText {
	trace := p.Tracing()
	return pipeline.Shared(p, func(d *pipeline.Document) datedText {
		o := timex.Options{Published: d.Published, Body: d.BodyStart, Trace: trace}
		o.Sentences = make([]record.Span, len(d.Sentences))
		for i, s := range d.Sentences {
			o.Sentences[i] = s.Span
		}
		for _, par := range d.Paragraphs {
			if par.Kind == pipeline.TitleParagraph {
				o.Headline = par.Span
				break
			}
		}
		found, dropped := timex.ParseTokens(d.Text, lexed(p), o)
		return datedText{found, dropped}
	})
}

// fineTokens is the text in the tokens of lex, finer than those of the document.
type fineTokens []lex.Token

// lexed gives the fine tokens of the page, made once a page.
func lexed(p *pipeline.Pass) fineTokens {
	return pipeline.Shared(p, func(d *pipeline.Document) fineTokens { return lex.Tokens(d.Text) })
}
