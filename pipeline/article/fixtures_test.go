package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"readout/pipeline"
)

var update = flag.Bool("update", false, "rewrite the expectations of the fixtures")

// TestFixtures reads the pages of testdata: page.html or page.txt, url for a
// page that has one, want for the article as summary prints it.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d fixtures, error %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page := &pipeline.Page{}
			var want *txtar.File
			for i, f := range ar.Files {
				switch f.Name {
				case "page.html":
					page.Body = f.Data
				case "page.txt":
					page.Body, page.Format = f.Data, pipeline.Text
				case "url":
					page.URL = strings.TrimSpace(string(f.Data))
				case "want":
					want = &ar.Files[i]
				}
			}
			a, err := Extract(page)
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			got := summary(a)
			if *update {
				if want == nil {
					ar.Files = append(ar.Files, txtar.File{Name: "want"})
					want = &ar.Files[len(ar.Files)-1]
				}
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want == nil {
				t.Fatal("no want; run with -update and read the diff")
			}
			if d := cmp.Diff(string(want.Data), got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// summary prints what Extract found on a page, a line a field, then the body.
func summary(a *pipeline.Article) string {
	var b strings.Builder
	for _, f := range []struct{ name, value string }{
		{"title", a.Title}, {"dateline", a.Text[a.Dateline.Start:a.Dateline.End]}, {"published", a.Published},
		{"authors", strings.Join(a.Authors, "; ")}, {"language", a.Language}, {"publisher", a.Source.Publisher}, {"canonical", a.Source.Canonical},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, f.value)
		}
	}
	return b.String() + "\n" + a.Text[a.BodyStart:] + "\n"
}
