package extractors_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/extractors"
	"readout/pipeline/fixture"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
	"readout/pipeline/run"
)

var update = flag.Bool("update", false, "rewrite the want sections of the fixtures to what comes out; read the diff")

func processor(t testing.TB) *run.Processor {
	t.Helper()
	p, err := newProcessor()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func newProcessor() (*run.Processor, error) {
	suite, err := extractors.Suite()
	return &run.Processor{Suite: suite, Tagger: nlp.ProseTagger{}, Names: nlp.Names, Confidence: extractors.Confidence,
		Extractor: record.Extractor{Name: "readout", Version: "test", Generation: extractors.Generation}}, err
}

func pageSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	raw, err := record.Schema("page")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("page", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("page")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate holds a record against the schema that the program prints.
func validate(t *testing.T, s *jsonschema.Schema, p *record.Page) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(p.AppendJSON(nil)))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("the record is not as its schema says: %v", err)
	}
}

// Every fixture gives exactly what it wants and nothing that it must not.
func TestFixtures(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	known := map[string]bool{}
	for _, x := range extractors.List() {
		known[x.Name] = true
	}
	p := processor(t)
	schema := pageSchema(t)
	fired := map[string]bool{}
	ran := 0
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ran++
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f, err := fixture.Parse(path, data)
			if err != nil {
				t.Fatal(err)
			}
			if !known[f.Extractor] {
				t.Fatalf("no extractor is named %s", f.Extractor)
			}
			out, err := f.Run(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range out.Rules {
				fired[r] = true
			}
			validate(t, schema, out.Page)
			if diff := cmp.Diff(f.Want, out.Got); diff != "" {
				if *update {
					if err := os.WriteFile(path, f.Updated(out.Got), 0o644); err != nil {
						t.Fatal(err)
					}
				} else {
					t.Errorf("findings (-want +got):\n%s", diff)
				}
			}
			for _, why := range out.Failures {
				t.Error(why)
			}
		})
	}
	if ran < len(paths) {
		return // -run chose some
	}
	for _, x := range extractors.List() {
		for _, r := range x.Rules {
			if !fired[x.Name+"/"+r.Name] {
				t.Errorf("rule %s/%s fires in no fixture", x.Name, r.Name)
			}
		}
	}
}
