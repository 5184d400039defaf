package record

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed page.schema.json
var pageSchemaJSON []byte

//go:embed meeting.schema.json
var meetingSchemaJSON []byte

// Schemas lists the names that Schema takes.
func Schemas() []string { return []string{"page", "meeting"} }

// Schema gives the JSON Schema (draft 2020-12) of a record, "page" or
// "meeting", whole and indented. Records of later versions may have further
// keys: the schemas let them pass.
func Schema(name string) ([]byte, error) {
	switch name {
	case "page":
		return pageSchemaJSON, nil
	case "meeting":
		return meetingSchema()
	}
	return nil, fmt.Errorf("no schema %q; there are %s", name, strings.Join(Schemas(), " and "))
}

// meetingSchema puts the page schema's definitions into the meeting's, which
// uses them and does not repeat them.
func meetingSchema() ([]byte, error) {
	var page struct {
		Defs json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(pageSchemaJSON, &page); err != nil {
		return nil, fmt.Errorf("read the page schema: %w", err)
	}
	body := strings.TrimSuffix(strings.TrimSpace(string(meetingSchemaJSON)), "}")
	return []byte(strings.TrimRight(body, "\n") + ",\n \"$defs\": " + string(page.Defs) + "\n}\n"), nil
}
