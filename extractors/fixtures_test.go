package extractors_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/extractors"
	"readout/pipeline/fixture"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
	"readout/pipeline/run"
)

var update = flag.Bool("update", false, "rewrite the want sections of the fixtures to what comes out; read the diff")

func processor(t testing.TB) *run.Processor {
	t.Helper()
	suite, err := extractors.Suite()
	if err != nil {
		t.Fatal(err)
	}
	return &run.Processor{Suite: suite, Tagger: nlp.ProseTagger{}, Confidence: extractors.Confidence,
		Extractor: record.Extractor{Name: "readout", Version: "test", Generation: extractors.Generation}}
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
	fired := map[string]bool{}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
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
	for _, x := range extractors.List() {
		for _, r := range x.Rules {
			if !fired[x.Name+"/"+r.Name] {
				t.Errorf("rule %s/%s fires in no fixture", x.Name, r.Name)
			}
		}
	}
}
