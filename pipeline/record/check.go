package record

import (
	"fmt"
	"regexp"
	"slices"
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
	countryForm      = regexp.MustCompile(`^([A-Z]{2})?$`)
)

// check holds an assembled page against the contract: every item has
// evidence, a name where it needs one, and only the words that its fields may hold.
// A fault is an extractor's bug and names the item.
func check(p *Page) error {
	c := checker{}
	for _, x := range p.People {
		c.item("person", x.Name, &x.Proof)
		c.country(x.Name, x.Country)
		c.roles(x.Roles)
	}
	for _, x := range p.Organizations {
		c.item("organization", x.Name, &x.Proof)
		c.country(x.Name, x.Country)
	}
	for _, x := range p.Places {
		c.item("place", x.Name, &x.Proof)
		c.word("kind of place", x.Kind, placeKinds)
		c.country(x.Name, x.Country)
	}
	for _, x := range p.Dates {
		c.item("date", x.Text, &x.Proof)
	}
	for _, x := range p.Counts {
		c.item("count", x.Unit, &x.Proof)
		c.word("qualifier", x.Qualifier, qualifiers)
	}
	for _, x := range p.Elections {
		c.item("election", x.Type, &x.Proof)
		c.word("type of election", x.Type, electionTypes)
		c.country("an election", x.Country)
	}
	for _, x := range p.Statements {
		c.item("statement", x.Speaker, &x.Proof)
	}
	for _, x := range p.Meetings {
		c.meeting(x)
	}
	return c.err
}

type checker struct{ err error }

func (c *checker) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

func (c *checker) item(kind, name string, p *Proof) {
	if name == "" {
		c.fail("a %s without a name", kind)
	}
	if len(p.Evidence) == 0 {
		c.fail("%s %q without evidence", kind, name)
	}
}

func (c *checker) word(what, word string, allowed []string) {
	if !slices.Contains(allowed, word) {
		c.fail("%s %q is none of %q", what, word, allowed)
	}
}

func (c *checker) country(of, iso string) {
	if !countryForm.MatchString(iso) {
		c.fail("country %q of %s is no ISO 3166-1 alpha-2 code", iso, of)
	}
}

func (c *checker) roles(list []*Role) {
	for _, r := range list {
		c.item("role", r.Title, &r.Proof)
	}
}

func (c *checker) meeting(m *Meeting) {
	c.item("meeting", m.Kind, &m.Proof)
	c.word("kind of meeting", m.Kind, meetingKinds)
	c.word("mode", m.Mode, modes)
	c.word("status", m.Status, statuses)
	c.word("date basis", m.DateBasis, dateBases)
	c.country("a meeting", m.Country)
	proven := map[string]bool{}
	for _, e := range m.Evidence {
		proven[e.Field] = true
	}
	needs := []struct {
		field string
		set   bool
	}{{"date", m.Date != ""}, {"place", m.Place != ""}, {"mode", m.Mode != "unknown"}}
	for _, n := range needs {
		if n.set && !proven[n.field] {
			c.fail("meeting without evidence for its %s", n.field)
		}
	}
	for i := range m.Topics {
		if field := fmt.Sprintf("topics[%d]", i); !proven[field] {
			c.fail("meeting without evidence for its %s", field)
		}
	}
	for _, x := range m.Participants {
		c.item("participant", x.Name, &x.Proof)
		c.word("kind of participant", x.Kind, participantKinds)
		c.country(x.Name, x.Country)
	}
}
