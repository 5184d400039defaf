package article

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"readout/pipeline"
)

// seeds adds the pages of the fixtures.
func seeds(f *testing.F, name string) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range txtar.Parse(data).Files {
			if part.Name == name {
				f.Add(part.Data)
			}
		}
	}
}

// check extracts twice, in any language, and tests what must hold.
func check(t *testing.T, page *pipeline.Page) {
	o := Options{AnyLanguage: true}
	a, err := o.Extract(page)
	if err != nil {
		var e *pipeline.Error
		if !errors.As(err, &e) || e.Stage != pipeline.StageArticle {
			t.Fatalf("error is no article error: %v", err)
		}
		return
	}
	if a.Language == "" {
		a.Language = "und" // checkArticle asks for one; a language is known of English only
	}
	checkArticle(t, a)
	if b, err := o.Extract(page); err != nil || b.Text != a.Text || strings.Join(b.Authors, "\n") != strings.Join(a.Authors, "\n") || b.Published != a.Published {
		t.Errorf("twice the same page: %v, %v, %v", a, b, err)
	}
}

func FuzzHTML(f *testing.F) {
	seeds(f, "page.html")
	f.Add([]byte("<b><p>x</b>y<table><i>z<script type=application/ld+json>[{\"@type\":[\"Article\"],\"author\":[{}]}]"))
	f.Fuzz(func(t *testing.T, body []byte) {
		check(t, &pipeline.Page{Body: body, Path: "x"})
	})
}

func FuzzText(f *testing.F) {
	seeds(f, "page.txt")
	f.Add([]byte("e\u00ad\u0301\n\n\u0301x\r\ra\u2028b"))
	f.Fuzz(func(t *testing.T, body []byte) {
		check(t, &pipeline.Page{Body: body, Path: "x", Format: pipeline.Text})
	})
}

func FuzzFold(f *testing.F) {
	f.Add("re\u0301sume\u0301 \u00a0x")
	f.Fuzz(func(t *testing.T, s string) {
		got := fold(s)
		if again := fold(got); again != got {
			t.Errorf("fold(%q) = %q, folded again %q", s, got, again)
		}
	})
}
