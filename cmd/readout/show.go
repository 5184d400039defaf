package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/pipeline/record"
)

// showPage writes a page record as a person wants to read it: its meetings
// first, then the other facts, each value with the words that prove it.
func showPage(w io.Writer, p *record.Page) error {
	v := &view{page: p}
	v.head()
	for _, m := range p.Meetings {
		v.meeting(m)
	}
	if len(p.Meetings) == 0 {
		v.line("no meeting is told of")
	}
	v.facts()
	v.line("")
	_, err := w.Write(v.buf.Bytes())
	return err
}

type view struct {
	page *record.Page
	buf  bytes.Buffer
}

const labelWidth = 13

func (v *view) line(format string, args ...any) {
	v.buf.WriteString(strings.TrimRight(printable(fmt.Sprintf(format, args...)), " ") + "\n")
}

// row writes a label, a value and the words that prove it.
func (v *view) row(label, value string, proof ...string) {
	row := fmt.Sprintf("  %-*s%s", labelWidth, label, value)
	if quotes := strings.Join(proof, ", "); quotes != "" {
		row += "  <- " + quotes
	}
	v.line("%s", row)
}

// proof gives the words of one field of an item in quotation marks, each once.
func (v *view) proof(p *record.Proof, field string) []string {
	var out []string
	for _, e := range p.Evidence {
		if e.Field != field {
			continue
		}
		quote := strings.Join(strings.Fields(v.page.Text[e.Start:e.End]), " ")
		if quote = `"` + quote + `"`; !slices.Contains(out, quote) {
			out = append(out, quote)
		}
	}
	return out
}

func (v *view) head() {
	p := v.page
	title := p.Title
	if title == "" {
		title = "(no title)"
	}
	v.line("%s", title)
	from := p.Source.URL
	if from == "" {
		from = p.Source.Path
	}
	if p.Published != "" {
		from += ", published " + p.Published
	}
	v.line("%s", from)
	v.line("")
}

func (v *view) meeting(m *record.Meeting) {
	v.line("MEETING %s", m.ID)
	v.row("what", m.Kind+", "+m.Status, v.proof(&m.Proof, "")...)
	if m.Mode != "unknown" {
		v.row("how", strings.ReplaceAll(m.Mode, "_", " "), v.proof(&m.Proof, "mode")...)
	}
	if m.Date != "" {
		v.row("when", m.Date, v.proof(&m.Proof, "date")...)
	}
	if m.Place != "" {
		v.row("where", m.Place, v.proof(&m.Proof, "place")...)
	}
	for _, x := range m.Participants {
		label := "with"
		if x.Side > 0 {
			label = fmt.Sprintf("side %d", x.Side)
		}
		name := x.Name
		if x.Kind != "person" {
			name += " (" + x.Kind + ")"
		}
		v.row(label, name, v.proof(&x.Proof, "")...)
		for _, r := range x.Roles {
			v.role(r)
		}
	}
	for i, t := range m.Topics {
		v.row("about", t, v.proof(&m.Proof, fmt.Sprintf("topics[%d]", i))...)
	}
	v.line("")
}

func (v *view) role(r *record.Role) {
	post := r.Title
	if r.Organization != "" {
		post += ", " + r.Organization
	}
	v.row("", "  "+post, v.proof(&r.Proof, "")...)
}

// facts lists what the page tells beside its meetings.
func (v *view) facts() {
	p := v.page
	section(v, "PEOPLE", p.People, func(x *record.Person) {
		v.row(x.Country, x.Name, v.proof(&x.Proof, "")...)
		for _, r := range x.Roles {
			v.role(r)
		}
	})
	section(v, "ORGANIZATIONS", p.Organizations, func(x *record.Organization) {
		v.row(x.Country, x.Name, v.proof(&x.Proof, "")...)
	})
	section(v, "PLACES", p.Places, func(x *record.Place) {
		v.row(x.Country, x.Name+" ("+x.Kind+")", v.proof(&x.Proof, "")...)
	})
	section(v, "DATES", p.Dates, func(x *record.Date) {
		v.row("", x.Value, v.proof(&x.Proof, "")...)
	})
	section(v, "COUNTS", p.Counts, func(x *record.Count) {
		v.row(qualifierWords[x.Qualifier], countValue(x)+" "+x.Unit, v.proof(&x.Proof, "")...)
	})
	section(v, "ELECTIONS", p.Elections, func(x *record.Election) {
		what := x.Type
		if x.Early {
			what = "early " + what
		}
		for _, part := range []string{x.Body, x.Date} {
			if part != "" {
				what += ", " + part
			}
		}
		v.row(x.Country, what, v.proof(&x.Proof, "")...)
	})
	section(v, "STATEMENTS", p.Statements, func(x *record.Statement) {
		v.row("", x.Speaker, v.proof(&x.Proof, "")...)
	})
}

var qualifierWords = map[string]string{"at_least": "at least", "at_most": "at most", "about": "about"}

func countValue(c *record.Count) string {
	s := formatNumber(c.Value)
	if c.Max != nil {
		s += "-" + formatNumber(*c.Max)
	}
	return s
}

func section[T any](v *view, title string, items []T, show func(T)) {
	if len(items) == 0 {
		return
	}
	v.line("%s", title)
	for _, x := range items {
		show(x)
	}
}
