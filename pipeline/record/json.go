package record

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"
)

// AppendJSON appends the page record as one JSON object on one line, without
// a newline: every key in the order of the contract, lists never null, no
// HTML escapes, no exponents, spans in code points. The same page gives the
// same bytes.
func (p *Page) AppendJSON(dst []byte) []byte {
	e := encoder{buf: dst, text: p.Text, offsets: NewOffsets(p.Text)}
	e.open()
	e.str("schema", PageSchema)
	e.str("id", p.ID)
	e.int("revision", p.Revision)
	e.key("source")
	e.source(&p.Source)
	e.str("title", p.Title)
	e.strs("authors", p.Authors)
	e.str("published", p.Published)
	e.str("language", p.Language)
	e.str("text", p.Text)
	e.int("body_start", int64(e.offsets.Points(p.BodyStart)))
	e.str("text_sha256", p.TextSHA256)
	list(&e, "people", p.People, e.person)
	list(&e, "organizations", p.Organizations, e.organization)
	list(&e, "places", p.Places, e.place)
	list(&e, "dates", p.Dates, e.date)
	list(&e, "counts", p.Counts, e.count)
	list(&e, "elections", p.Elections, e.election)
	list(&e, "statements", p.Statements, e.statement)
	list(&e, "meetings", p.Meetings, func(m *Meeting) {
		e.str("id", m.ID)
		e.meeting(m)
	})
	e.annotations(p.Annotations)
	e.extractor(&p.Extractor)
	e.close()
	return e.buf
}

// AppendMeetingJSON appends the meeting record (readout.meeting/v1) of one of
// the page's meetings, in the form of AppendJSON.
func (p *Page) AppendMeetingJSON(dst []byte, m *Meeting) []byte {
	e := encoder{buf: dst, text: p.Text, offsets: NewOffsets(p.Text)}
	e.open()
	e.str("schema", MeetingSchema)
	e.str("id", m.ID)
	e.int("revision", p.Revision)
	e.key("page")
	e.open()
	e.str("id", p.ID)
	e.str("url", p.Source.URL)
	e.str("path", p.Source.Path)
	e.str("title", p.Title)
	e.str("publisher", p.Source.Publisher)
	e.str("published", p.Published)
	e.str("language", p.Language)
	e.strOrNull("retrieved", p.Source.Retrieved)
	e.str("text_sha256", p.TextSHA256)
	e.close()
	e.meeting(m)
	e.key("context")
	e.open()
	list(&e, "counts", p.Counts, e.count)
	list(&e, "elections", p.Elections, e.election)
	list(&e, "statements", p.Statements, e.statement)
	e.close()
	e.extractor(&p.Extractor)
	e.close()
	return e.buf
}

// encoder writes JSON in a fixed order of keys. comma tells whether the next
// key needs one before it.
type encoder struct {
	buf     []byte
	text    string
	offsets *Offsets
	comma   bool
}

func (e *encoder) open()  { e.buf = append(e.buf, '{'); e.comma = false }
func (e *encoder) close() { e.buf = append(e.buf, '}'); e.comma = true }

func (e *encoder) key(k string) {
	if e.comma {
		e.buf = append(e.buf, ',')
	}
	e.comma = true
	e.buf = append(append(append(e.buf, '"'), k...), '"', ':')
}

func (e *encoder) str(k, v string) { e.key(k); e.buf = appendString(e.buf, v) }

func (e *encoder) strOrNull(k, v string) {
	e.key(k)
	if v == "" {
		e.buf = append(e.buf, "null"...)
		return
	}
	e.buf = appendString(e.buf, v)
}

func (e *encoder) int(k string, v int64) { e.key(k); e.buf = strconv.AppendInt(e.buf, v, 10) }

func (e *encoder) num(k string, v float64) {
	e.key(k)
	e.buf = strconv.AppendFloat(e.buf, v, 'f', -1, 64)
}

func (e *encoder) bool(k string, v bool) { e.key(k); e.buf = strconv.AppendBool(e.buf, v) }

func (e *encoder) strs(k string, v []string) {
	e.key(k)
	e.buf = append(e.buf, '[')
	for i, s := range v {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.buf = appendString(e.buf, s)
	}
	e.buf = append(e.buf, ']')
}

// list writes the items of a list as objects, each by its keys.
func list[T any](e *encoder, k string, items []T, item func(T)) {
	e.key(k)
	e.buf = append(e.buf, '[')
	for i, x := range items {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.open()
		item(x)
		e.close()
	}
	e.buf = append(e.buf, ']')
	e.comma = true
}

func (e *encoder) proof(p *Proof) {
	e.num("confidence", p.Confidence)
	list(e, "evidence", p.Evidence, func(x Evidence) {
		e.str("field", x.Field)
		e.int("start", int64(e.offsets.Points(x.Start)))
		e.int("end", int64(e.offsets.Points(x.End)))
		e.str("quote", e.text[x.Start:x.End])
		e.str("rule", x.Rule)
	})
}

func (e *encoder) source(s *Source) {
	e.open()
	e.str("url", s.URL)
	e.str("path", s.Path)
	e.str("canonical", s.Canonical)
	e.strOrNull("retrieved", s.Retrieved)
	e.str("sha256", s.SHA256)
	e.str("publisher", s.Publisher)
	e.close()
}

func (e *encoder) extractor(x *Extractor) {
	e.key("extractor")
	e.open()
	e.str("name", x.Name)
	e.str("version", x.Version)
	e.int("generation", int64(x.Generation))
	e.str("model", x.Model)
	e.close()
}

func (e *encoder) person(p *Person) {
	e.str("name", p.Name)
	e.strs("aliases", p.Aliases)
	e.str("country", p.Country)
	list(e, "roles", p.Roles, e.role)
	e.proof(&p.Proof)
}

func (e *encoder) role(r *Role) {
	e.str("title", r.Title)
	e.str("organization", r.Organization)
	e.proof(&r.Proof)
}

func (e *encoder) organization(o *Organization) {
	e.str("name", o.Name)
	e.str("acronym", o.Acronym)
	e.str("country", o.Country)
	e.proof(&o.Proof)
}

func (e *encoder) place(p *Place) {
	e.str("name", p.Name)
	e.str("kind", p.Kind)
	e.str("country", p.Country)
	e.proof(&p.Proof)
}

func (e *encoder) date(d *Date) {
	e.str("text", d.Text)
	e.str("value", d.Value)
	e.strOrNull("first_day", d.FirstDay)
	e.strOrNull("last_day", d.LastDay)
	e.proof(&d.Proof)
}

func (e *encoder) count(c *Count) {
	e.num("value", c.Value)
	if c.Max == nil {
		e.strOrNull("max", "")
	} else {
		e.num("max", *c.Max)
	}
	e.str("unit", c.Unit)
	e.str("qualifier", c.Qualifier)
	e.proof(&c.Proof)
}

func (e *encoder) election(x *Election) {
	e.str("type", x.Type)
	e.str("body", x.Body)
	e.str("country", x.Country)
	e.str("date", x.Date)
	e.strOrNull("first_day", x.FirstDay)
	e.strOrNull("last_day", x.LastDay)
	e.bool("early", x.Early)
	e.proof(&x.Proof)
}

func (e *encoder) statement(s *Statement) {
	e.str("speaker", s.Speaker)
	e.str("quote", s.Quote)
	e.proof(&s.Proof)
}

// meeting writes the fields of a meeting after its id.
func (e *encoder) meeting(m *Meeting) {
	e.str("kind", m.Kind)
	e.str("mode", m.Mode)
	e.str("status", m.Status)
	e.str("date", m.Date)
	e.strOrNull("first_day", m.FirstDay)
	e.strOrNull("last_day", m.LastDay)
	e.str("date_basis", m.DateBasis)
	e.str("place", m.Place)
	e.str("country", m.Country)
	list(e, "participants", m.Participants, func(x *Participant) {
		e.str("name", x.Name)
		e.str("kind", x.Kind)
		e.int("side", int64(x.Side))
		e.str("country", x.Country)
		list(e, "roles", x.Roles, e.role)
		e.proof(&x.Proof)
	})
	e.strs("topics", m.Topics)
	e.proof(&m.Proof)
}

func (e *encoder) annotations(a map[string]json.RawMessage) {
	e.key("annotations")
	e.open()
	names := make([]string, 0, len(a))
	for name := range a {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		// A name read from a foreign record may hold anything.
		e.buf = append(append(appendString(e.buf, name), ':'), a[name]...)
	}
	e.close()
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string. Only what JSON demands is escaped;
// bytes that are no UTF-8 become U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				b = append(append(b, s[from:i]...), "\ufffd"...)
				from = i + 1
			}
			i += n
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\t':
			b = append(b, '\\', 't')
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// marshalRaw is json.Marshal without HTML escapes.
func marshalRaw(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
