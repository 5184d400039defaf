package extractors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/extractors/internal/mentions"
	"readout/extractors/internal/names"
	"readout/extractors/internal/toponyms"
	"readout/pipeline"
	"readout/pipeline/gazetteer"
	"readout/pipeline/record"
)

// mentionsAgain reports where the page names people, bodies and places
// again that their extractors do not tell by themselves. It runs last: what reads
// who does what stands on the mentions whose surroundings tell it, the evidence
// holds every one.
func mentionsAgain() pipeline.Extractor {
	return pipeline.Extractor{
		Name:     "mentions",
		Doc:      "Further mentions of the people, organizations and places of the page by their names, short forms and acronyms.",
		Requires: []string{"people", "organizations", "places"},
		Reports:  []record.Finding{(*record.Mention)(nil)},
		Rules: []pipeline.Rule{
			{Name: "name-again", Doc: "A name, short form or acronym that the page uses elsewhere for the same.", Example: "the Lind cabinet"},
			{Name: "name-in-capitals", Doc: "A name in capitals.", Example: "HARBOUR COUNCIL MEETS IN RIGA"},
			{Name: "name-in-compound", Doc: "A name joined to another word by a hyphen.", Example: "NATO-led"},
		},
		Run: runMentions,
	}
}

var mentionRules = map[mentions.How]string{mentions.Again: "name-again", mentions.Capitals: "name-in-capitals", mentions.Compound: "name-in-compound"}

func runMentions(p *pipeline.Pass) error {
	var n naming
	for _, x := range pipeline.Found[*record.Person](p) {
		n.add(p, x, x.Name, false)
		n.surname(x)
	}
	for _, x := range pipeline.Found[*record.Organization](p) {
		n.add(p, x, x.Name, false)
		n.form(x.Acronym, false)
	}
	for _, x := range pipeline.Found[*record.Place](p) {
		n.add(p, x, x.Name, true)
	}
	again := make([]*record.Mention, len(n.items))
	hits, near := mentions.New(n.forms, knownWord).Find(p.Text, n.known)
	for _, h := range near {
		p.Drop(mentionRules[h.How], h.Span, "the words beside it make it a longer name")
	}
	for _, h := range hits {
		if h.How != mentions.Compound && n.places[h.Of] && namesThing(p.Text[h.End:]) {
			p.Drop(mentionRules[h.How], h.Span, "the words behind it name a document, an event or a thing")
			continue
		}
		if again[h.Of] == nil {
			again[h.Of] = &record.Mention{Of: n.items[h.Of]}
		}
		again[h.Of].Evidence = append(again[h.Of].Evidence, p.Cite("", h.Span, mentionRules[h.How]))
	}
	for _, m := range again {
		if m != nil {
			p.Report(m)
		}
	}
	return nil
}

// naming gathers the items of a page, the forms that name them and the
// mentions that are known.
type naming struct {
	items  []record.Finding
	places []bool // the item is a place
	forms  []mentions.Form
	known  []mentions.Known
	seen   map[mentions.Form]bool
}

// add takes an item: its name and the forms of its mentions.
func (n *naming) add(p *pipeline.Pass, x record.Finding, name string, place bool) {
	n.items, n.places = append(n.items, x), append(n.places, place)
	n.form(name, false)
	for _, s := range x.Proven().Mentions() {
		n.form(p.Quote(s), true)
		n.known = append(n.known, mentions.Known{Span: s, Of: len(n.items) - 1})
	}
}

// form takes a way to write the item that was added last. A short form that is
// a word of the language or a list ("Parliament", "Commission") may be any other's.
func (n *naming) form(text string, short bool) {
	if text == "" || short && knownWord(strings.ToLower(text)) {
		return
	}
	f := mentions.Form{Text: text, Of: len(n.items) - 1, Short: short}
	whole := f
	whole.Short = false
	if n.seen == nil {
		n.seen = map[mentions.Form]bool{}
	}
	if !n.seen[f] && !n.seen[whole] {
		n.seen[f] = true
		n.forms = append(n.forms, f)
	}
}

// surname takes the last word of a person's name, where that says nothing else.
func (n *naming) surname(x *record.Person) {
	words := strings.Fields(x.Name)
	if last := words[len(words)-1]; len(words) > 1 && len(last) > 2 && !strings.HasSuffix(last, ".") {
		n.form(last, true)
	}
}

// knownWord tells whether a word in small letters is one of the language or of
// the lists of posts, bodies and places.
func knownWord(w string) bool {
	if names.IsWord(w) {
		return true
	}
	r, size := utf8.DecodeRuneInString(w)
	capital := string(unicode.ToUpper(r)) + w[size:]
	_, k := gazetteer.Default().Match([]string{capital}, gazetteer.Any)
	return k > 0
}

// namesThing tells whether what follows a place makes it the name of a
// document or an event.
func namesThing(rest string) bool {
	rest, ok := strings.CutPrefix(rest, " ")
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	return ok && toponyms.ThingNoun(rest[:end])
}
