package main

import (
	"os"
	"strings"
	"testing"

	"readout/pipeline/nlp/model"
)

// The hash of the model of names stands in NOTICE, beside what it was made of,
// in the list of its sources and in every record.
func TestModelHash(t *testing.T) {
	for _, file := range []string{"../../NOTICE", "../../pipeline/nlp/train/SOURCES.md"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), model.SHA256()) {
			t.Errorf("%s does not name the model %s", file, model.SHA256())
		}
	}
	if got := program().Model; got != model.SHA256() {
		t.Errorf("records name the model %q, want %q", got, model.SHA256())
	}
}
