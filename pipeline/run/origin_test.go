package run

import (
	"testing"

	"readout/pipeline"
	"readout/pipeline/record"
)

// The page that had an id first is named as the user knows it: the file, or
// the URL that was asked for.
func TestOrigins(t *testing.T) {
	for _, x := range []struct {
		name      string
		ref       pipeline.Ref
		url, path string // of the record
		want      string
	}{
		{"folder", pipeline.Ref{File: "/archive/2021/a/b.html"}, "", "a/b.html", "/archive/2021/a/b.html"},
		{"root", pipeline.Ref{File: "/archive/2021/a/b.html"}, "", "press/a/b.html", "/archive/2021/a/b.html"},
		{"one file", pipeline.Ref{File: "b.html"}, "", "b.html", "b.html"},
		{"one file of a root", pipeline.Ref{File: "b.html"}, "", "press/b.html", "b.html"},
		{"part of a name", pipeline.Ref{File: "xb.html"}, "", "press/b.html", "xb.html"},
		{"URL", pipeline.Ref{URL: "https://a.example/1"}, "https://a.example/1", "", "https://a.example/1"},
		{"redirected", pipeline.Ref{URL: "https://short.example/1"}, "https://a.example/long/1", "", "https://short.example/1"},
		{"standard input", pipeline.Ref{Stdin: true}, "", "-", "standard input"},
		{"nothing known", pipeline.Ref{}, "", "a.html", "a.html"},
	} {
		page := &record.Page{ID: record.PageID(x.url, x.path), Source: record.Source{URL: x.url, Path: x.path}}
		o := newOrigins()
		if name, twice := o.first(x.ref, page); twice || name != "" {
			t.Errorf("%s: known at once as %q", x.name, name)
		}
		if got, twice := o.first(pipeline.Ref{File: "/else/where.html"}, page); !twice || got != x.want {
			t.Errorf("%s: %q, %v, want %q", x.name, got, twice, x.want)
		}
	}
}

// The pages of a folder share what is remembered of it.
func TestOriginsShare(t *testing.T) {
	o := newOrigins()
	for _, path := range []string{"a.html", "b.html", "c/d.html", "c/e/f.html"} {
		o.first(pipeline.Ref{File: "archive/" + path}, &record.Page{ID: record.PageID("", path), Source: record.Source{Path: path}})
	}
	if len(o.list) != 1 || len(o.ids) != 4 {
		t.Errorf("%d origins of %d ids, want 1 of 4", len(o.list), len(o.ids))
	}
}
