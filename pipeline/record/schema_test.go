package record

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	raw, err := Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("schema %s: %v", name, err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecordsValidate(t *testing.T) {
	p := assembled(t)
	page, meeting := string(p.AppendJSON(nil)), string(p.AppendMeetingJSON(nil, p.Meetings[0]))
	for _, c := range []struct {
		name, schema, data string
		valid              bool
	}{
		{"page", "page", page, true},
		{"meeting", "meeting", meeting, true},
		{"an unknown mode", "page", strings.Replace(page, `"mode":"in_person"`, `"mode":"by pigeon"`, 1), false},
		{"a list that is null", "page", strings.Replace(page, `"authors":[]`, `"authors":null`, 1), false},
		{"a missing key", "meeting", strings.Replace(meeting, `"place":`, `"plaice":`, 1), false},
		{"a bad date", "page", strings.Replace(page, `"date":"2021-05-03"`, `"date":"3 May"`, 1), false},
		{"a further key", "page", strings.Replace(page, `"schema":`, `"later":1,"schema":`, 1), true},
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(c.data))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled(t, c.schema).Validate(doc); (err == nil) != c.valid {
			t.Errorf("%s: valid %v, want %v: %v", c.name, err == nil, c.valid, err)
		}
	}
	if _, err := Schema("work"); err == nil {
		t.Error("an unknown schema is given")
	}
}
