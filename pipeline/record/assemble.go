package record

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
)

// Named is a finding and the extractor that reported it.
type Named struct {
	Extractor string
	Finding   Finding
}

// Assemble fills the lists of a page whose head (id, revision, source, title,
// text ...) is set, from what the extractors reported: it links roles,
// countries and participants, orders lists by first mention and evidence as
// the contract says, computes days, meeting ids and confidence. confidence
// gives the measured precision of a rule. The findings are changed and
// belong to the page afterwards. An error names a finding that breaks the
// contract; that is a bug of its extractor.
func Assemble(p *Page, findings []Named, confidence func(rule string) float64) error {
	a := assembler{page: p, confidence: confidence, annotations: map[string][]json.RawMessage{}}
	p.TextSHA256 = SHA256([]byte(p.Text))
	p.Annotations = map[string]json.RawMessage{}
	for _, f := range findings {
		if err := within(f.Finding.Proven(), len(p.Text)); err != nil {
			return fmt.Errorf("assemble page %s: %s: %w", p.ID, f.Extractor, err)
		}
		a.settle(f.Finding.Proven(), fieldOrder(f.Finding))
	}
	for _, f := range findings {
		if err := a.add(f); err != nil {
			return fmt.Errorf("assemble page %s: %s: %w", p.ID, f.Extractor, err)
		}
	}
	a.link()
	a.sort()
	if err := a.meetings(); err != nil {
		return fmt.Errorf("assemble page %s: %w", p.ID, err)
	}
	if err := check(p); err != nil {
		return fmt.Errorf("assemble page %s: %w", p.ID, err)
	}
	for name, list := range a.annotations {
		raw, err := marshalRaw(list)
		if err != nil {
			return fmt.Errorf("assemble page %s: annotations of %s: %w", p.ID, name, err)
		}
		p.Annotations[name] = raw
	}
	return nil
}

type assembler struct {
	page        *Page
	confidence  func(rule string) float64
	roles       []*Role
	allegiances []*Allegiance
	mentions    []*Mention
	annotations map[string][]json.RawMessage
	offsets     *Offsets
}

func (a *assembler) add(f Named) (err error) {
	p := a.page
	switch x := f.Finding.(type) {
	case *Person:
		p.People = append(p.People, x)
	case *Role:
		a.roles = append(a.roles, x)
	case *Allegiance:
		a.allegiances = append(a.allegiances, x)
	case *Mention:
		a.mentions = append(a.mentions, x)
	case *Organization:
		p.Organizations = append(p.Organizations, x)
	case *Place:
		p.Places = append(p.Places, x)
	case *Date:
		x.FirstDay, x.LastDay, err = mustDays("date", x.Value)
		p.Dates = append(p.Dates, x)
	case *Count:
		p.Counts = append(p.Counts, x)
	case *Election:
		x.FirstDay, x.LastDay, err = mustDays("election's date", x.Date)
		p.Elections = append(p.Elections, x)
	case *Statement:
		p.Statements = append(p.Statements, x)
	case *Topic:
		// A help for the meetings extractor, no item of the record.
	case *Meeting:
		p.Meetings = append(p.Meetings, x)
	default:
		err = a.annotate(f)
	}
	return err
}

// annotate puts a finding of an extractor's own type under its name: its
// exported fields, then confidence and evidence.
func (a *assembler) annotate(f Named) error {
	if a.offsets == nil {
		a.offsets = NewOffsets(a.page.Text)
	}
	raw, err := marshalRaw(f.Finding)
	if err != nil {
		return fmt.Errorf("annotation %v: %w", reflect.TypeOf(f.Finding), err)
	}
	if len(raw) < 2 || raw[0] != '{' {
		return fmt.Errorf("annotation %v is no JSON object", reflect.TypeOf(f.Finding))
	}
	e := encoder{buf: raw[:len(raw)-1], text: a.page.Text, offsets: a.offsets, comma: len(raw) > 2}
	e.proof(f.Finding.Proven())
	e.buf = append(e.buf, '}')
	a.annotations[f.Extractor] = append(a.annotations[f.Extractor], e.buf)
	return nil
}

// within checks that the evidence lies in a text of n bytes.
func within(p *Proof, n int) error {
	for _, e := range p.Evidence {
		if e.Start < 0 || e.End > n || e.Start >= e.End {
			return fmt.Errorf("evidence %d:%d of a text of %d bytes", e.Start, e.End, n)
		}
	}
	return nil
}

// settle puts the evidence of a finding in order and sets its confidence.
func (a *assembler) settle(p *Proof, keys []string) {
	longest := -1
	for i, e := range p.Evidence {
		if e.Field == "" && (longest < 0 || e.Len() > p.Evidence[longest].Len()) {
			longest = i
		}
	}
	var head *Evidence
	if longest >= 0 {
		e := p.Evidence[longest]
		head = &e
	}
	slices.SortStableFunc(p.Evidence, func(x, y Evidence) int {
		if c := compareFields(x.Field, y.Field, keys); c != 0 {
			return c
		}
		if x.Field == "" && head != nil {
			if xh, yh := x == *head, y == *head; xh != yh {
				if xh {
					return -1
				}
				return 1
			}
		}
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	type place struct {
		field string
		Span
	}
	seen := make(map[place]bool, len(p.Evidence))
	p.Evidence = slices.DeleteFunc(p.Evidence, func(e Evidence) bool {
		at := place{e.Field, e.Span}
		again := seen[at]
		seen[at] = true
		return again
	})
	if len(p.Evidence) > 0 {
		p.Confidence = a.confidence(p.Evidence[0].Rule)
	}
}

// compareFields orders the fields of evidence: "" first, then by the place of
// the key in the item, "topics[2]" before "topics[10]".
func compareFields(x, y string, keys []string) int {
	if x == y {
		return 0
	}
	if x == "" || y == "" {
		return cmp.Compare(len(x), len(y))
	}
	xk, xi, _ := strings.Cut(x, "[")
	yk, yi, _ := strings.Cut(y, "[")
	return cmp.Or(
		cmp.Compare(slices.Index(keys, xk), slices.Index(keys, yk)),
		cmp.Compare(xk, yk),
		cmp.Compare(len(xi), len(yi)),
		cmp.Compare(xi, yi))
}

// link gives items their further mentions, people their roles, countries and
// aliases, and statements their speakers.
func (a *assembler) link() {
	for _, x := range a.mentions {
		of := x.Of.Proven()
		of.Evidence = append(of.Evidence, x.Evidence...)
		a.settle(of, fieldOrder(x.Of))
	}
	for _, r := range a.roles {
		if r.Person != nil {
			r.Person.Roles = append(r.Person.Roles, r)
		}
	}
	for _, x := range a.allegiances {
		if x.Person == nil || x.Person.Country != "" {
			continue
		}
		x.Person.Country = x.Country
		for _, e := range x.Evidence {
			e.Field = "country"
			x.Person.Evidence = append(x.Person.Evidence, e)
		}
		a.settle(&x.Person.Proof, fieldOrder(x.Person))
	}
	for _, p := range a.page.People {
		slices.SortStableFunc(p.Roles, func(x, y *Role) int { return cmp.Compare(firstMention(&x.Proof), firstMention(&y.Proof)) })
		p.Aliases = a.aliases(p)
	}
	for _, s := range a.page.Statements {
		switch {
		case s.Person != nil:
			s.Speaker = s.Person.Name
		case s.Organization != nil:
			s.Speaker = s.Organization.Name
		}
	}
}

// aliases gives the written forms of a name other than the name, by first mention.
func (a *assembler) aliases(p *Person) []string {
	var out []string
	spans := p.Mentions()
	slices.SortFunc(spans, func(x, y Span) int { return cmp.Compare(x.Start, y.Start) })
	for _, s := range spans {
		w := strings.Join(strings.Fields(a.page.Text[s.Start:s.End]), " ")
		if w != p.Name && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func (a *assembler) sort() {
	p := a.page
	sortByMention(p.People)
	sortByMention(p.Organizations)
	sortByMention(p.Places)
	sortByMention(p.Dates)
	sortByMention(p.Counts)
	sortByMention(p.Elections)
	sortByMention(p.Statements)
	sortByMention(p.Meetings)
}

func sortByMention[T Finding](list []T) {
	slices.SortStableFunc(list, func(x, y T) int {
		return cmp.Compare(firstMention(x.Proven()), firstMention(y.Proven()))
	})
}

// firstMention gives where an item is first told of: its first mention, else
// its first evidence; one without any comes last.
func firstMention(p *Proof) int {
	first, other := math.MaxInt, math.MaxInt
	for _, e := range p.Evidence {
		if e.Field == "" {
			first = min(first, e.Start)
		}
		other = min(other, e.Start)
	}
	if first < math.MaxInt {
		return first
	}
	return other
}

func (a *assembler) meetings() error {
	number := map[string]int{}
	for _, m := range a.page.Meetings {
		var err error
		if m.FirstDay, m.LastDay, err = mustDays("meeting's date", m.Date); err != nil {
			return err
		}
		if m.Trigger.Start < 0 || m.Trigger.End > len(a.page.Text) || m.Trigger.Len() <= 0 {
			return fmt.Errorf("meeting without a trigger sentence")
		}
		sentence := strings.Join(strings.Fields(a.page.Text[m.Trigger.Start:m.Trigger.End]), " ")
		number[sentence]++
		m.ID = meetingID(a.page.ID, sentence, number[sentence])
		for _, x := range m.Participants {
			a.participant(x)
		}
		sortByMention(m.Participants)
	}
	return nil
}

// participant copies name, country and roles from the person or body it links to.
func (a *assembler) participant(x *Participant) {
	switch {
	case x.Person != nil:
		x.Name, x.Kind, x.Country, x.Roles = x.Person.Name, "person", x.Person.Country, x.Person.Roles
		a.name(&x.Proof, &x.Person.Proof, x.Name)
		for _, e := range x.Person.Evidence {
			if e.Field == "country" {
				x.Evidence = append(x.Evidence, e)
			}
		}
	case x.Organization != nil:
		x.Name, x.Kind = x.Organization.Name, "organization"
		a.name(&x.Proof, &x.Organization.Proof, x.Name)
		if x.Country == "" {
			x.Country = x.Organization.Country
			for _, e := range x.Organization.Evidence {
				if e.Field == "country" {
					x.Evidence = append(x.Evidence, e)
				}
			}
		}
	}
	a.settle(&x.Proof, fieldOrder(x))
}

// name sees to it that a participant who is named by a pronoun or a title only
// has a mention by name among its evidence: that of the item it links to.
func (a *assembler) name(p, of *Proof, name string) {
	words := strings.Fields(name)
	last := words[len(words)-1]
	for _, e := range p.Evidence {
		if e.Field == "" && strings.Contains(a.page.Text[e.Start:e.End], last) {
			return
		}
	}
	for _, e := range of.Evidence {
		if e.Field == "" && strings.Contains(a.page.Text[e.Start:e.End], last) {
			p.Evidence = append(p.Evidence, e)
			return
		}
	}
}

// fieldOrder gives the keys of an item in the order of its JSON.
func fieldOrder(f Finding) []string {
	switch f.(type) {
	case *Person:
		return []string{"name", "aliases", "country", "roles"}
	case *Role:
		return []string{"title", "organization"}
	case *Organization:
		return []string{"name", "acronym", "country"}
	case *Place:
		return []string{"name", "kind", "country"}
	case *Election:
		return []string{"type", "body", "country", "date", "early"}
	case *Statement:
		return []string{"speaker", "quote"}
	case *Count:
		return []string{"value", "max", "unit", "qualifier"}
	case *Meeting:
		return []string{"kind", "mode", "status", "date", "place", "country", "participants", "topics"}
	case *Participant:
		return []string{"name", "kind", "side", "country", "roles"}
	}
	return nil
}
