package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
)

// tree makes files below a new folder; a name that ends in "/" is a folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, n := range names {
		full := filepath.Join(root, filepath.FromSlash(n))
		if strings.HasSuffix(n, "/") {
			must(t, os.MkdirAll(full, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(full), 0o755))
		must(t, os.WriteFile(full, []byte("<p>"+n), 0o644))
	}
	return root
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refs(t *testing.T, in Inputs, inputs ...string) []pipeline.Ref {
	t.Helper()
	seq, err := in.Refs(inputs)
	must(t, err)
	var out []pipeline.Ref
	for r, err := range seq {
		must(t, err)
		out = append(out, r)
	}
	return out
}

func paths(list []pipeline.Ref) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.URL+r.Path)
	}
	return out
}

func TestRefs(t *testing.T) {
	root := tree(t, "b.html", "a.txt", "c.HTM", "d.xhtml", "e.html.gz", "f.txt.gz", "g.pdf", "h.gz", ".hidden.html", ".git/x.html",
		"sub/z.html", "sub/deep/y.htm", "empty/", "page")
	must(t, os.Symlink(root, filepath.Join(root, "sub", "loop")))
	must(t, os.Symlink("nowhere", filepath.Join(root, "dangling.html")))
	must(t, os.Symlink("b.html", filepath.Join(root, "link.html")))
	folder := []string{"a.txt", "b.html", "c.HTM", "d.xhtml", "dangling.html", "e.html.gz", "f.txt.gz", "link.html", "sub/deep/y.htm", "sub/z.html"}
	under := func(prefix string) []string {
		var out []string
		for _, p := range folder {
			out = append(out, prefix+p)
		}
		return out
	}
	for _, c := range []struct {
		name   string
		root   string
		inputs []string
		want   []string
	}{
		{"a folder", "", []string{root}, folder},
		{"a folder under a name", "archive/2024", []string{root}, under("archive/2024/")},
		{"a file", "", []string{filepath.Join(root, "sub", "z.html")}, []string{"z.html"}},
		{"a file under a name", "x", []string{filepath.Join(root, "sub", "z.html")}, []string{"x/z.html"}},
		{"files that no folder would give", "", []string{filepath.Join(root, "page"), filepath.Join(root, ".hidden.html")}, []string{"page", ".hidden.html"}},
		{"URLs and standard input", "x", []string{"https://a.example/b?c#d", "-", "HTTP://A.example/"}, []string{"https://a.example/b?c#d", "-", "HTTP://A.example/"}},
		{"an empty folder", "", []string{filepath.Join(root, "empty")}, nil},
		{"nothing", "", nil, nil},
	} {
		if d := cmp.Diff(c.want, paths(refs(t, Inputs{Root: c.root}, c.inputs...))); d != "" {
			t.Errorf("%s: -want +got:\n%s", c.name, d)
		}
	}
	got := refs(t, Inputs{Root: "x"}, root)[0]
	if d := cmp.Diff(pipeline.Ref{Path: "x/a.txt", File: filepath.Join(root, "a.txt"), Format: pipeline.Text}, got); d != "" {
		t.Errorf("a reference: -want +got:\n%s", d)
	}
}

// Folders that link to each other are read once each, those outside the input
// once by the first link.
func TestLinksMultiplyNothing(t *testing.T) {
	root := tree(t, "in/a/1.html", "in/b/2.html", "in/c/3.html", "out/4.html", "out/deep/5.html")
	for _, from := range []string{"a", "b", "c"} {
		for _, to := range []string{"a", "b", "c"} {
			must(t, os.Symlink(filepath.Join(root, "in", to), filepath.Join(root, "in", from, "to-"+to)))
		}
		must(t, os.Symlink(filepath.Join(root, "out"), filepath.Join(root, "in", from, "x")))
		must(t, os.Symlink(filepath.Join(root, "out", "deep"), filepath.Join(root, "in", from, "y")))
		must(t, os.Symlink(root, filepath.Join(root, "in", from, "z")))
	}
	got := paths(refs(t, Inputs{}, filepath.Join(root, "in")))
	if d := cmp.Diff([]string{"a/1.html", "a/x/4.html", "a/x/deep/5.html", "b/2.html", "c/3.html"}, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// What disappears while the run goes on is not lost in silence.
func TestFolderGone(t *testing.T) {
	root := tree(t, "a/1.html", "b/2.html", "c/3.html")
	seq, err := Inputs{}.Refs([]string{root})
	must(t, err)
	var got []string
	for r := range seq {
		if got = append(got, r.Path); len(got) == 1 {
			must(t, os.RemoveAll(filepath.Join(root, "b")))
		} else if r.Path == "b" {
			_, err := Inputs{}.Read(t.Context(), r)
			wantReason(t, "a folder that is gone", err, pipeline.NotFound, "no such file")
		}
	}
	if d := cmp.Diff([]string{"a/1.html", "b", "c/3.html"}, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// A pipe that stays silent does not hold a run that was told to stop.
func TestReadIsBrokenOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	silent, w := io.Pipe()
	defer w.Close()
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := (Inputs{Stdin: silent}).Read(ctx, pipeline.Ref{Path: Stdin, Stdin: true}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestReadGzipMembers(t *testing.T) {
	two := append(zipped(t, "<p>one "), zipped(t, "two")...)
	for _, c := range []struct {
		name string
		data []byte
	}{{"two members", two}, {"bytes behind", append(bytes.Clone(two), "garbage"...)}, {"zeros behind", append(bytes.Clone(two), make([]byte, 600)...)}} {
		page, err := Inputs{Stdin: bytes.NewReader(c.data)}.Read(t.Context(), pipeline.Ref{Path: Stdin, Stdin: true})
		must(t, err)
		if string(page.Body) != "<p>one two" {
			t.Errorf("%s: got %q", c.name, page.Body)
		}
	}
	_, err := Inputs{Stdin: bytes.NewReader(two[:len(two)-3])}.Read(t.Context(), pipeline.Ref{Path: Stdin, Stdin: true})
	wantReason(t, "a member cut off", err, pipeline.Unreadable, "unexpected EOF")
}

func TestRefsStop(t *testing.T) {
	root := tree(t, "a.html", "b.html", "sub/c.html")
	seq, err := Inputs{}.Refs([]string{root, "https://a.example/"})
	must(t, err)
	n := 0
	for range seq {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d references after stopping at 2", n)
	}
}

func TestRefsMistakes(t *testing.T) {
	root := tree(t, "a.html")
	for _, c := range []struct{ input, want string }{
		{filepath.Join(root, "b.html"), "no such file or folder"},
		{"www.site.example/page", "no such file or folder; a URL begins with https:// or http://"},
		{"https://", "a URL without a host"},
		{"http://a b.example/", `invalid character " " in host name`},
	} {
		_, err := Inputs{}.Refs([]string{root, c.input})
		var e *InputError
		if !errors.As(err, &e) || e.Input != c.input || e.Error() != c.input+": "+c.want {
			t.Errorf("%s: got %v, want %s", c.input, err, c.want)
		}
	}
	_, err := Inputs{}.Refs([]string{"gone.html"})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: got %v", err)
	}
	if _, err := (Inputs{}).Refs([]string{"-", root, "-"}); err == nil || err.Error() != "-: standard input can be read once only" {
		t.Errorf("standard input twice: got %v", err)
	}
}

func zipped(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(s))
	must(t, err)
	must(t, w.Close())
	return b.Bytes()
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	big := strings.Repeat("x", pipeline.MaxPageBytes)
	bomb := zipped(t, strings.Repeat("<div>", 4<<20)) // 20 MB in 20 kB
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	empty := zipped(t, "")
	for _, c := range []struct {
		name   string
		data   []byte
		want   string
		format pipeline.Format
		reason pipeline.Reason
	}{
		{"a.html", []byte("<p>x"), "<p>x", pipeline.HTML, ""},
		{"a.txt", []byte("<p>x"), "<p>x", pipeline.Text, ""},
		{"a.html.gz", zipped(t, "<p>x"), "<p>x", pipeline.HTML, ""},
		{"zipped.html", zipped(t, "<p>x"), "<p>x", pipeline.HTML, ""},
		{"plain.txt.gz", []byte("not zipped"), "not zipped", pipeline.Text, ""},
		{"two.txt.gz", append(zipped(t, "a"), zipped(t, "b")...), "ab", pipeline.Text, ""},
		{"page", []byte(" \n<!DOCTYPE html>x"), " \n<!DOCTYPE html>x", pipeline.HTML, ""},
		{"words", []byte("Words < words"), "Words < words", pipeline.Text, ""},
		{"empty.html", nil, "", pipeline.HTML, ""},
		{"full.txt", []byte(big), big, pipeline.Text, ""},
		{"over.txt", []byte(big + "x"), "", 0, pipeline.TooLarge},
		{"bomb.html.gz", bomb, "", 0, pipeline.TooLarge},
		{"endless.gz", bytes.Repeat(empty, pipeline.MaxPageBytes/len(empty)+1), "", 0, pipeline.TooLarge},
		{"cut.html.gz", zipped(t, "<p>some words")[:20], "", 0, pipeline.Unreadable},
		{"bad.html.gz", append(zipped(t, "<p>x")[:12], "garbage garbage"...), "", 0, pipeline.Unreadable},
	} {
		file := filepath.Join(dir, c.name)
		must(t, os.WriteFile(file, c.data, 0o644))
		ref := refs(t, Inputs{}, file)[0]
		page, err := Inputs{}.Read(t.Context(), ref)
		if c.reason != "" {
			wantReason(t, c.name, err, c.reason, file)
			continue
		}
		if err != nil || string(page.Body) != c.want || page.Format != c.format || page.Path != c.name || page.URL != "" || !page.Retrieved.IsZero() {
			t.Errorf("%s: got %+v, %v", c.name, page, err)
		}
	}
	_, err := Inputs{}.Read(t.Context(), pipeline.Ref{Path: "gone.html", File: filepath.Join(dir, "gone.html")})
	wantReason(t, "a file that is gone", err, pipeline.NotFound, "gone.html: no such file")
	_, err = Inputs{}.Read(t.Context(), pipeline.Ref{Path: "x", File: dir})
	wantReason(t, "a folder", err, pipeline.Unreadable, dir)
}

// A 50 MB file is not read to its end.
func TestReadStopsAtLimit(t *testing.T) {
	r := &counter{}
	_, err := Inputs{Stdin: r}.Read(t.Context(), pipeline.Ref{Path: Stdin, Stdin: true})
	wantReason(t, "an endless input", err, pipeline.TooLarge, "standard input: more than 8388608 bytes")
	if r.n > pipeline.MaxPageBytes+1<<20 {
		t.Errorf("read %d bytes", r.n)
	}
}

type counter struct{ n int }

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	c.n += len(p)
	return len(p), nil
}

func TestReadStdin(t *testing.T) {
	for in, want := range map[string]pipeline.Format{"<html>": pipeline.HTML, "\ufeff <p>": pipeline.HTML, "Title\n\nBody": pipeline.Text, "<- see there": pipeline.Text, "": pipeline.Text} {
		seq := refs(t, Inputs{Root: "x"}, "-")
		page, err := Inputs{Stdin: iotest.OneByteReader(strings.NewReader(in))}.Read(t.Context(), seq[0])
		if err != nil || page.Path != "-" || page.Format != want || string(page.Body) != in {
			t.Errorf("%q: got %+v, %v", in, page, err)
		}
	}
	_, err := Inputs{Stdin: iotest.ErrReader(errors.New("broken pipe"))}.Read(t.Context(), pipeline.Ref{Stdin: true})
	wantReason(t, "a broken pipe", err, pipeline.Unreadable, "standard input: broken pipe")
}

func wantReason(t *testing.T, name string, err error, reason pipeline.Reason, words string) {
	t.Helper()
	var e *pipeline.Error
	if !errors.As(err, &e) || e.Reason != reason || e.Stage != pipeline.StageSource || !strings.Contains(err.Error(), words) {
		t.Errorf("%s: got %v, want reason %s and %q", name, err, reason, words)
	}
}

// FuzzRead: whatever the bytes are, they come back whole, gunzipped or
// rejected, and never more than the limit.
func FuzzRead(f *testing.F) {
	f.Add([]byte("<p>x"))
	f.Add([]byte{0x1f, 0x8b, 8, 0})
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(bytes.Repeat([]byte("x"), 1000))
	w.Close()
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		page, err := Inputs{Stdin: bytes.NewReader(data)}.Read(t.Context(), pipeline.Ref{Stdin: true})
		zip := bytes.HasPrefix(data, []byte{0x1f, 0x8b, 8})
		switch {
		case err != nil:
			var e *pipeline.Error
			if !errors.As(err, &e) || !zip {
				t.Errorf("got %v", err)
			}
		case len(page.Body) > pipeline.MaxPageBytes, !zip && !bytes.Equal(page.Body, data):
			t.Errorf("got %d bytes of %d", len(page.Body), len(data))
		}
	})
}
