package record

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The words that the fields of the record may hold; the schemas repeat them.
var (
	placeKinds       = []string{"city", "country", "region", "venue"}
	qualifiers       = []string{"exact", "at_least", "at_most", "about"}
	electionTypes    = []string{"presidential", "parliamentary", "local", "referendum", "primary", "internal", "other"}
	meetingKinds     = []string{"meeting", "call", "visit", "session", "ceremony", "other"}
	modes            = []string{"in_person", "online", "phone", "unknown"}
	statuses         = []string{"held", "planned", "cancelled"}
	dateBases        = []string{"stated", "relative", "inherited", ""}
	participantKinds = []string{"person", "organization", "group", "country"}
	idForm           = regexp.MustCompile(`^[0-9a-f]{32}$`)
	publishedForm    = regexp.MustCompile(`^(|\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?)$`)
)

// check holds an assembled page against the contract: a head of the right
// form; for every item evidence of the text's words, which hold its name or what
// else is told as written; pieces of their own for the fields that need them; only the
// words that its fields may hold; no bracket or quotation mark without its fellow.
// A fault is an extractor's bug and names the item.
func check(p *Page) error {
	c := checker{page: p}
	c.head()
	for _, x := range p.People {
		c.item("person", x.Name, &x.Proof)
		c.written("person", x.Name, &x.Proof, "")
		c.country(x.Name, x.Country, &x.Proof)
		c.roles(x.Roles)
	}
	for _, x := range p.Organizations {
		c.item("organization", x.Name, &x.Proof)
		c.written("organization", x.Name, &x.Proof, "")
		c.written("acronym", x.Acronym, &x.Proof, "")
		c.country(x.Name, x.Country, &x.Proof)
	}
	for _, x := range p.Places {
		c.item("place", x.Name, &x.Proof)
		c.written("place", x.Name, &x.Proof, "")
		c.word("kind of place", x.Kind, placeKinds)
		c.countryCode(x.Name, x.Country)
	}
	for _, x := range p.Dates {
		c.item("date", x.Text, &x.Proof)
		c.written("date", x.Text, &x.Proof, "")
		c.days(x.Value, x.FirstDay, x.LastDay, false)
	}
	for _, x := range p.Counts {
		c.item("count", x.Unit, &x.Proof)
		c.written("count", x.Unit, &x.Proof, "", "unit")
		c.word("qualifier", x.Qualifier, qualifiers)
	}
	for _, x := range p.Elections {
		c.item("election", x.Type, &x.Proof)
		c.word("type of election", x.Type, electionTypes)
		c.country("an election", x.Country, &x.Proof)
		c.proven("election", &x.Proof, "body", x.Body != "")
		c.proven("election", &x.Proof, "date", x.Date != "")
		c.proven("election", &x.Proof, "early", x.Early)
		c.written("election's body", x.Body, &x.Proof, "body")
		c.days(x.Date, x.FirstDay, x.LastDay, true)
	}
	for _, x := range p.Statements {
		c.item("statement", x.Speaker, &x.Proof)
		c.written("statement", x.Quote, &x.Proof, "")
		c.proven("statement", &x.Proof, "speaker", true)
		c.paired("speaker", x.Speaker)
	}
	c.meetings()
	return c.err
}

type checker struct {
	page *Page
	err  error
}

func (c *checker) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

func (c *checker) head() {
	p := c.page
	if !idForm.MatchString(p.ID) {
		c.fail("id %q is not 32 hex digits", p.ID)
	}
	if p.Revision < 0 {
		c.fail("revision %d", p.Revision)
	}
	if !publishedForm.MatchString(p.Published) {
		c.fail("published %q is no ISO 8601 date or time", p.Published)
	}
	if p.BodyStart < 0 || p.BodyStart > len(p.Text) {
		c.fail("body start %d of a text of %d bytes", p.BodyStart, len(p.Text))
	}
	if p.Title != "" && !strings.Contains(p.Text, p.Title) && !strings.Contains(folded(p.Text), folded(p.Title)) {
		c.fail("title %q is not in the text", p.Title)
	}
	if i := strings.IndexFunc(p.Text, func(r rune) bool { return r != '\n' && unicode.IsControl(r) || r == '\u00a0' }); i >= 0 {
		c.fail("the text has a control character or no-break space at byte %d", i)
	}
}

// item checks what every item has: a name, evidence of words of the text by
// rules, confidence.
func (c *checker) item(kind, name string, p *Proof) {
	if name == "" {
		c.fail("a %s without a name", kind)
	}
	if len(p.Evidence) == 0 {
		c.fail("%s %q without evidence", kind, name)
	}
	for _, e := range p.Evidence {
		if !isRule(e.Rule) {
			c.fail("%s %q: rule %q", kind, name, e.Rule)
		}
	}
	if math.IsNaN(p.Confidence) || p.Confidence < 0 || p.Confidence > 1 {
		c.fail("%s %q: confidence %v", kind, name, p.Confidence)
	}
}

// written checks that a piece of evidence of one of the fields holds a value as it is
// written, and that its brackets and marks are in pairs. A statement's quote may
// open every paragraph with a mark.
func (c *checker) written(kind, value string, p *Proof, fields ...string) {
	if value == "" {
		return
	}
	if kind != "statement" {
		c.paired(kind, value)
	}
	if !slices.ContainsFunc(fields, func(field string) bool { return c.quotes(p, field, value) }) {
		c.fail("%s %q does not stand in its evidence", kind, value)
	}
}

// quotes tells whether a piece of evidence of a field holds words.
func (c *checker) quotes(p *Proof, field, words string) bool {
	folds := ""
	for _, e := range p.Evidence {
		if e.Field == field && strings.Contains(c.page.Text[e.Start:e.End], words) {
			return true
		}
	}
	for _, e := range p.Evidence {
		if e.Field != field {
			continue
		}
		if folds == "" {
			folds = folded(words)
		}
		if strings.Contains(folded(c.page.Text[e.Start:e.End]), folds) {
			return true
		}
	}
	return false
}

func (c *checker) paired(kind, value string) {
	if at, _ := Unpaired(value); at >= 0 {
		c.fail("%s %q has a bracket or quotation mark without its fellow", kind, value)
	}
}

const (
	letters  = "abcdefghijklmnopqrstuvwxyz"
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// of tells whether a word is made of these characters and of no others.
func of(word, characters string) bool { return word != "" && strings.Trim(word, characters) == "" }

// isRule tells whether an id has the form extractor/kebab-name.
func isRule(id string) bool {
	extractor, name, ok := strings.Cut(id, "/")
	return ok && of(extractor, letters+"_") && of(name, letters+"0123456789-")
}

func (c *checker) word(what, word string, allowed []string) {
	if !slices.Contains(allowed, word) {
		c.fail("%s %q is none of %q", what, word, allowed)
	}
}

func (c *checker) countryCode(whose, iso string) {
	if iso != "" && (len(iso) != 2 || !of(iso, capitals)) {
		c.fail("country %q of %s is no ISO 3166-1 alpha-2 code", iso, whose)
	}
}

// country checks a code that words of the text must tell.
func (c *checker) country(of, iso string, p *Proof) {
	c.countryCode(of, iso)
	c.proven(of, p, "country", iso != "")
}

// proven checks that a field that is set has a piece of its own.
func (c *checker) proven(of string, p *Proof, field string, set bool) {
	if set && !slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return e.Field == field }) {
		c.fail("%s without evidence for its %s", of, field)
	}
}

func (c *checker) days(value, first, last string, optional bool) {
	f, l, ok := Days(value)
	if (!ok && (value != "" || !optional)) || f != first || l != last {
		c.fail("date %q from %q to %q", value, first, last)
	}
}

func (c *checker) roles(list []*Role) {
	for _, r := range list {
		c.item("role", r.Title, &r.Proof)
		c.paired("title", r.Title)
		c.paired("organization of a role", r.Organization)
		c.proven("role", &r.Proof, "title", true)
		c.proven("role", &r.Proof, "organization", r.Organization != "")
	}
}

func (c *checker) meetings() {
	people := map[*Person]bool{}
	for _, x := range c.page.People {
		people[x] = true
	}
	ids := map[string]bool{}
	for _, m := range c.page.Meetings {
		if ids[m.ID] || !strings.HasPrefix(m.ID, c.page.ID+"-") {
			c.fail("meeting id %q is used twice or is not the page's", m.ID)
		}
		ids[m.ID] = true
		c.meeting(m)
		for _, x := range m.Participants {
			c.participant(x)
			if x.Kind == "person" && !people[x.Person] {
				c.fail("participant %q is not among the people", x.Name)
			}
		}
	}
}

func (c *checker) meeting(m *Meeting) {
	c.item("meeting", m.Kind, &m.Proof)
	c.word("kind of meeting", m.Kind, meetingKinds)
	c.word("mode", m.Mode, modes)
	c.word("status", m.Status, statuses)
	c.word("date basis", m.DateBasis, dateBases)
	if (m.DateBasis == "") != (m.Date == "") {
		c.fail("date basis %q of the date %q", m.DateBasis, m.Date)
	}
	c.country("a meeting", m.Country, &m.Proof)
	c.days(m.Date, m.FirstDay, m.LastDay, true)
	c.proven("meeting", &m.Proof, "date", m.Date != "")
	c.proven("meeting", &m.Proof, "place", m.Place != "")
	c.proven("meeting", &m.Proof, "mode", m.Mode != "unknown")
	c.written("place", m.Place, &m.Proof, "place")
	for i, t := range m.Topics {
		field := fmt.Sprintf("topics[%d]", i)
		c.proven("meeting", &m.Proof, field, true)
		c.written("topic", t, &m.Proof, field)
	}
}

// participant checks a party. A person and a body may be named by a part of
// their name; the whole stands in the evidence of the item.
func (c *checker) participant(x *Participant) {
	c.item("participant", x.Name, &x.Proof)
	c.word("kind of participant", x.Kind, participantKinds)
	c.countryCode(x.Name, x.Country)
	if x.Side < 0 {
		c.fail("participant %q of side %d", x.Name, x.Side)
	}
	if x.Person == nil && x.Organization == nil {
		c.written("participant", x.Name, &x.Proof, "")
		return
	}
	words := strings.Fields(x.Name)
	if len(words) > 0 && !c.quotes(&x.Proof, "", words[len(words)-1]) {
		c.fail("no evidence of participant %q quotes the name", x.Name)
	}
}

// folded gives words in small letters with plain marks and single spaces, as
// values are compared with the text.
func folded(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(plainMarks.Replace(s)), " "))
}

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "‐", "-", "‑", "-", "\u00a0", " ")
