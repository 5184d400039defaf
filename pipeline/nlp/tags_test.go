package nlp

import (
	"errors"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// What prose does where it should return an error is one of the sentence.
func TestTagFaults(t *testing.T) {
	fault := errors.New("no such feature")
	for _, test := range []struct {
		name string
		read func(string) (*prose.Document, error)
		want string
	}{
		{"error", func(string) (*prose.Document, error) { return nil, fault }, "tag with prose: no such feature"},
		{"panic", func(string) (*prose.Document, error) { panic("index out of range") }, "tag with prose: panic: index out of range (tags_test.go:"},
		{"panic after the reading", func(string) (*prose.Document, error) { return nil, nil }, "tag with prose: panic: runtime error: invalid memory address"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tags, err := tagBy([]string{"Talks", "began"}, test.read)
			if tags != nil || err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("tagBy = %q, %v, want %q", tags, err, test.want)
			}
			if test.name == "error" && !errors.Is(err, fault) {
				t.Errorf("%v does not wrap the fault", err)
			}
		})
	}
	// The next sentence is tagged all the same.
	if tags, err := (ProseTagger{}).Tag([]string{"Talks", "began"}); err != nil || len(tags) != 2 || tags[1] != "VBD" {
		t.Errorf("Tag = %q, %v", tags, err)
	}
}
