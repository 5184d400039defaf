package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
)

// ErrSchema is wrapped by ParsePage's error where the record is of another schema.
var ErrSchema = errors.New("not a " + PageSchema + " record")

var pageIDForm = regexp.MustCompile(`^[0-9a-f]{32}$`)

// ParsePage reads a page record back. Keys that this version does not know
// are passed over, so that records of later, additive versions can be read.
// It checks what readers stand on: the schema, the id, that every span lies
// in the text and that every quote is the text at its span.
func ParsePage(data []byte) (*Page, error) {
	var w wirePage
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&w); err != nil {
		return nil, fmt.Errorf("parse page record: %w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("parse page record: more than one JSON value")
	}
	if w.Schema != PageSchema {
		return nil, fmt.Errorf("parse page record: schema %q: %w", w.Schema, ErrSchema)
	}
	if !pageIDForm.MatchString(w.ID) {
		return nil, fmt.Errorf("parse page record: id %q is not 32 hex digits", w.ID)
	}
	p, err := w.page()
	if err != nil {
		return nil, fmt.Errorf("parse page record %s: %w", w.ID, err)
	}
	return p, nil
}

// The wire types are the record as JSON has it: null where nothing is known,
// spans in code points. Embedding keeps them from repeating the fields whose
// form is the same.
type wirePage struct {
	Schema   string `json:"schema"`
	ID       string `json:"id"`
	Revision int64  `json:"revision"`
	Source   struct {
		URL       string  `json:"url"`
		Path      string  `json:"path"`
		Canonical string  `json:"canonical"`
		Retrieved *string `json:"retrieved"`
		SHA256    string  `json:"sha256"`
		Publisher string  `json:"publisher"`
	} `json:"source"`
	Title         string                     `json:"title"`
	Authors       []string                   `json:"authors"`
	Published     string                     `json:"published"`
	Language      string                     `json:"language"`
	Text          string                     `json:"text"`
	BodyStart     int                        `json:"body_start"`
	TextSHA256    string                     `json:"text_sha256"`
	People        []wirePerson               `json:"people"`
	Organizations []wireItem                 `json:"organizations"`
	Places        []wireItem                 `json:"places"`
	Dates         []wireItem                 `json:"dates"`
	Counts        []wireItem                 `json:"counts"`
	Elections     []wireItem                 `json:"elections"`
	Statements    []wireItem                 `json:"statements"`
	Meetings      []wireMeeting              `json:"meetings"`
	Annotations   map[string]json.RawMessage `json:"annotations"`
	Extractor     struct {
		Name       string `json:"name"`
		Version    string `json:"version"`
		Generation int    `json:"generation"`
		Model      string `json:"model"`
	} `json:"extractor"`
}

type wireProof struct {
	Confidence float64 `json:"confidence"`
	Evidence   []struct {
		Field string `json:"field"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Quote string `json:"quote"`
		Rule  string `json:"rule"`
	} `json:"evidence"`
}

// wireItem has the keys of all the plain lists.
type wireItem struct {
	Name      string          `json:"name"`
	Acronym   string          `json:"acronym"`
	Country   string          `json:"country"`
	Kind      string          `json:"kind"`
	Text      string          `json:"text"`
	Value     json.RawMessage `json:"value"` // a string in dates, a number in counts
	Max       *float64        `json:"max"`
	Unit      string          `json:"unit"`
	Qualifier string          `json:"qualifier"`
	Type      string          `json:"type"`
	Body      string          `json:"body"`
	Date      string          `json:"date"`
	FirstDay  *string         `json:"first_day"`
	LastDay   *string         `json:"last_day"`
	Early     bool            `json:"early"`
	Speaker   string          `json:"speaker"`
	Quote     string          `json:"quote"`
	wireProof
}

type wireRole struct {
	Title        string `json:"title"`
	Organization string `json:"organization"`
	wireProof
}

type wirePerson struct {
	Name    string     `json:"name"`
	Aliases []string   `json:"aliases"`
	Country string     `json:"country"`
	Roles   []wireRole `json:"roles"`
	wireProof
}

type wireMeeting struct {
	ID           string            `json:"id"`
	Kind         string            `json:"kind"`
	Mode         string            `json:"mode"`
	Status       string            `json:"status"`
	Date         string            `json:"date"`
	FirstDay     *string           `json:"first_day"`
	LastDay      *string           `json:"last_day"`
	DateBasis    string            `json:"date_basis"`
	Place        string            `json:"place"`
	Country      string            `json:"country"`
	Participants []wireParticipant `json:"participants"`
	Topics       []string          `json:"topics"`
	wireProof
}

type wireParticipant struct {
	Name    string     `json:"name"`
	Kind    string     `json:"kind"`
	Side    int        `json:"side"`
	Country string     `json:"country"`
	Roles   []wireRole `json:"roles"`
	wireProof
}

// reader turns wire items into the record's types. The first fault stays.
type reader struct {
	text    string
	offsets *Offsets
	err     error
}

func (w *wirePage) page() (*Page, error) {
	r := reader{text: w.Text, offsets: NewOffsets(w.Text)}
	p := &Page{
		ID: w.ID, Revision: w.Revision, Title: w.Title, Authors: w.Authors, Published: w.Published,
		Language: w.Language, Text: w.Text, TextSHA256: w.TextSHA256, Annotations: w.Annotations,
		Source: Source{URL: w.Source.URL, Path: w.Source.Path, Canonical: w.Source.Canonical,
			Retrieved: deref(w.Source.Retrieved), SHA256: w.Source.SHA256, Publisher: w.Source.Publisher},
		Extractor: Extractor{Name: w.Extractor.Name, Version: w.Extractor.Version, Generation: w.Extractor.Generation, Model: w.Extractor.Model},
	}
	var ok bool
	if p.BodyStart, ok = r.offsets.Bytes(w.BodyStart); !ok {
		r.fail("body_start %d is outside the text", w.BodyStart)
	}
	byName := map[string]*Person{}
	for _, x := range w.People {
		q := &Person{Name: x.Name, Aliases: x.Aliases, Country: x.Country, Proof: r.proof(x.wireProof)}
		q.Roles = r.roles(x.Roles, q)
		p.People = append(p.People, q)
		byName[q.Name] = q
	}
	r.items(p, w)
	for i := range w.Meetings {
		p.Meetings = append(p.Meetings, r.meeting(&w.Meetings[i], byName))
	}
	for name, raw := range p.Annotations {
		var b bytes.Buffer
		if err := json.Compact(&b, raw); err == nil {
			p.Annotations[name] = b.Bytes()
		}
	}
	return p, r.err
}

func (r *reader) items(p *Page, w *wirePage) {
	for _, x := range w.Organizations {
		p.Organizations = append(p.Organizations, &Organization{Name: x.Name, Acronym: x.Acronym, Country: x.Country, Proof: r.proof(x.wireProof)})
	}
	for _, x := range w.Places {
		p.Places = append(p.Places, &Place{Name: x.Name, Kind: x.Kind, Country: x.Country, Proof: r.proof(x.wireProof)})
	}
	for _, x := range w.Dates {
		d := &Date{Text: x.Text, FirstDay: deref(x.FirstDay), LastDay: deref(x.LastDay), Proof: r.proof(x.wireProof)}
		r.value(x.Value, &d.Value)
		p.Dates = append(p.Dates, d)
	}
	for _, x := range w.Counts {
		c := &Count{Max: x.Max, Unit: x.Unit, Qualifier: x.Qualifier, Proof: r.proof(x.wireProof)}
		r.value(x.Value, &c.Value)
		p.Counts = append(p.Counts, c)
	}
	for _, x := range w.Elections {
		p.Elections = append(p.Elections, &Election{Type: x.Type, Body: x.Body, Country: x.Country, Date: x.Date,
			FirstDay: deref(x.FirstDay), LastDay: deref(x.LastDay), Early: x.Early, Proof: r.proof(x.wireProof)})
	}
	for _, x := range w.Statements {
		p.Statements = append(p.Statements, &Statement{Speaker: x.Speaker, Quote: x.Quote, Proof: r.proof(x.wireProof)})
	}
}

func (r *reader) meeting(w *wireMeeting, people map[string]*Person) *Meeting {
	m := &Meeting{ID: w.ID, Kind: w.Kind, Mode: w.Mode, Status: w.Status, Date: w.Date, FirstDay: deref(w.FirstDay), LastDay: deref(w.LastDay),
		DateBasis: w.DateBasis, Place: w.Place, Country: w.Country, Topics: w.Topics, Proof: r.proof(w.wireProof)}
	for _, x := range w.Participants {
		q := &Participant{Name: x.Name, Kind: x.Kind, Side: x.Side, Country: x.Country, Proof: r.proof(x.wireProof)}
		if x.Kind == "person" {
			q.Person = people[x.Name]
		}
		q.Roles = r.roles(x.Roles, q.Person)
		m.Participants = append(m.Participants, q)
	}
	return m
}

func (r *reader) roles(list []wireRole, of *Person) []*Role {
	var out []*Role
	for _, x := range list {
		out = append(out, &Role{Person: of, Title: x.Title, Organization: x.Organization, Proof: r.proof(x.wireProof)})
	}
	return out
}

func (r *reader) proof(w wireProof) Proof {
	p := Proof{Confidence: w.Confidence}
	for _, e := range w.Evidence {
		start, ok1 := r.offsets.Bytes(e.Start)
		end, ok2 := r.offsets.Bytes(e.End)
		if !ok1 || !ok2 || start > end || r.text[start:end] != e.Quote {
			r.fail("evidence %d:%d of rule %s is not the text there", e.Start, e.End, e.Rule)
			continue
		}
		p.Evidence = append(p.Evidence, Evidence{Field: e.Field, Span: Span{start, end}, Rule: e.Rule})
	}
	return p
}

func (r *reader) value(raw json.RawMessage, into any) {
	if len(raw) == 0 {
		return
	}
	if err := json.Unmarshal(raw, into); err != nil {
		r.fail("value %s: %w", raw, err)
	}
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
