package extractors_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/pipeline"
	"readout/pipeline/record"
)

// ownPages gives the records of all pages of the tree. That a record is made at
// all tells that it keeps the contract: Assemble checks it.
var ownPages = sync.OnceValues(func() ([]*record.Page, error) {
	var paths []string
	for _, dir := range []string{"../testdata/pages", "../testdata/gold/pages"} {
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			return nil, err
		}
		paths = append(paths, files...)
	}
	p, err := newProcessor()
	if err != nil {
		return nil, err
	}
	var out []*record.Page
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		page := &pipeline.Page{Path: filepath.Base(path), Body: data}
		if strings.HasSuffix(path, ".txt") {
			page.Format = pipeline.Text
		}
		rec, err := p.Page(page, nil)
		if err != nil {
			return nil, &os.PathError{Op: "make the record of", Path: path, Err: err}
		}
		out = append(out, rec)
	}
	return out, nil
})

// Every page of the tree gives a record that keeps the contract of the record
// and of its schema.
func TestContractOfOwnPages(t *testing.T) {
	pages, err := ownPages()
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) < 70 {
		t.Fatalf("only %d pages", len(pages))
	}
	schema := pageSchema(t)
	for _, p := range pages {
		validate(t, schema, p)
		if !norm.NFC.IsNormalString(p.Text) {
			t.Errorf("%s: the text is not in NFC", p.Source.Path)
		}
	}
}

// Wherever a page's text holds the name of a person, body or place, an alias
// or an acronym, a piece of evidence of one of them stands.
func TestEvidenceHoldsEveryMention(t *testing.T) {
	pages, err := ownPages()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range pages {
		covered := make([]bool, len(p.Text)+1)
		cover := func(x record.Finding) {
			for _, s := range x.Proven().Mentions() {
				for i := s.Start; i < s.End; i++ {
					covered[i] = true
				}
			}
		}
		names := map[string]bool{}
		for _, x := range p.People {
			cover(x)
			names[x.Name] = true
			for _, a := range x.Aliases {
				names[a] = true
			}
		}
		for _, x := range p.Organizations {
			cover(x)
			names[x.Name], names[x.Acronym] = true, true
		}
		for _, x := range p.Places {
			cover(x)
			names[x.Name] = true
		}
		delete(names, "")
		for name := range names {
			for at := 0; ; at++ {
				i := strings.Index(p.Text[at:], name)
				if i < 0 {
					break
				}
				at += i
				if end := at + len(name); bounded(p.Text, at, end) {
					if n++; !covered[at] && !covered[end-1] {
						t.Errorf("%s: no evidence for %q in %q", p.Source.Path, name, p.Text[max(0, at-30):min(len(p.Text), end+30)])
					}
				}
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d mentions were looked at", n)
	}
}

// bounded tells whether the words at text[start:end] stand for themselves: no
// letter or digit touches them, and no name with a capital is tied to them by a hyphen.
func bounded(text string, start, end int) bool {
	before, n := utf8.DecodeLastRuneInString(text[:start])
	after, m := utf8.DecodeRuneInString(text[end:])
	if isWord(before) || isWord(after) {
		return false
	}
	beyond, _ := utf8.DecodeLastRuneInString(text[:start-n])
	next, _ := utf8.DecodeRuneInString(text[min(len(text), end+m):])
	tied := before == '-' && isWord(beyond) || after == '-' && unicode.IsUpper(next)
	return !tied
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
