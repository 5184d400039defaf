package extractors_test

import (
	"errors"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"readout/pipeline"
	"readout/pipeline/record"
)

// FuzzPage: whatever the text of a page says, the suite makes a record of it
// or the article stage does not want it: no panic, no breach of the contract,
// and the record survives being written and read back.
func FuzzPage(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if file.Name == "page.txt" {
				f.Add(file.Data)
			}
		}
	}
	f.Add([]byte("The Council meets\n\nThe members met on 1 2 3 1,000,000,1,000,000,1,000,000,1,000,000,\n"))
	f.Add([]byte("Talks at the house\n\nAmbassador Ana Lind met Speaker Nimal Ferrando of the Parliament of Sri Lanka at Parliament on Monday.\n"))
	f.Add([]byte("The guests came\n\nThey were received in the afternoon by the Hon. Prime Minister\n"))
	f.Add([]byte("The guests came\n\nThe Minister met Bo Ek in the afternoon of Monday and stressed that\n"))
	p := processor(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		if len(body) > 20_000 {
			return
		}
		page, err := p.Page(&pipeline.Page{Path: "fuzz.txt", Format: pipeline.Text, Body: body}, &pipeline.Trace{})
		if err != nil {
			var e *pipeline.Error
			if !errors.As(err, &e) || e.Stage != pipeline.StageArticle {
				t.Fatal(err)
			}
			return
		}
		if _, err := record.ParsePage(page.AppendJSON(nil)); err != nil {
			t.Fatal(err)
		}
	})
}
