package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"readout/pipeline"
)

// Read reads the page of a reference to a file or to standard input. A gzip
// file is gunzipped, whatever its name. No more than pipeline.MaxPageBytes are
// kept, before and after gunzipping. The error is a *pipeline.Error with
// reason not_found, unreadable or too_large, or ctx's where nothing came from
// standard input or a pipe before ctx was done.
func (in Inputs) Read(ctx context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
	if info, err := os.Stat(ref.File); !ref.Stdin && (err != nil || info.Mode().IsRegular()) {
		return in.read(ref)
	}
	// A pipe or a terminal may stay silent for ever, and a read of it cannot
	// be broken off: its goroutine ends with the program.
	type outcome struct {
		page *pipeline.Page
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		page, err := in.read(ref)
		done <- outcome{page, err}
	}()
	select {
	case o := <-done:
		return o.page, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (in Inputs) read(ref pipeline.Ref) (*pipeline.Page, error) {
	page := &pipeline.Page{Path: ref.Path, Format: ref.Format}
	if ref.Stdin {
		body, err := read(in.Stdin, "standard input")
		if err != nil {
			return nil, err
		}
		page.Body, page.Format = body, sniff(body)
		return page, nil
	}
	f, err := os.Open(ref.File)
	if err != nil {
		return nil, fail(ref.File, err)
	}
	defer f.Close()
	if page.Body, err = read(f, ref.File); err != nil {
		return nil, err
	}
	if !known(ref.File) {
		page.Format = sniff(page.Body)
	}
	return page, nil
}

// read reads r to its end, gunzipping it if it is a gzip stream.
func read(r io.Reader, name string) ([]byte, error) {
	br := bufio.NewReader(&limited{r, pipeline.MaxPageBytes})
	var from io.Reader = br
	if head, _ := br.Peek(3); bytes.Equal(head, []byte{0x1f, 0x8b, 8}) {
		gz, err := gzip.NewReader(br)
		if err != nil {
			return nil, fail(name, err)
		}
		from = &limited{&members{gz: gz, from: br}, pipeline.MaxPageBytes}
	}
	body, err := io.ReadAll(from)
	if err != nil {
		return nil, fail(name, err)
	}
	return body, nil
}

// members reads the members of a gzip file one after another and ends, as
// gzip(1) does, at bytes behind a member that begin no other.
type members struct {
	gz    *gzip.Reader
	from  *bufio.Reader
	count int // of members that have ended
}

// maxMembers is how many members are read: each costs the time of tens of
// kilobytes, however little it holds. Tools that cut a file into members for
// its parts make one of 64 KB.
const maxMembers = 2000

func (m *members) Read(p []byte) (int, error) {
	m.gz.Multistream(false)
	n, err := m.gz.Read(p)
	if err != io.EOF {
		return n, err
	}
	if head, _ := m.from.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return n, io.EOF
	}
	if m.count++; m.count == maxMembers {
		return n, errTooMany
	}
	if err := m.gz.Reset(m.from); err != nil {
		return n, err
	}
	return n, nil
}

var (
	errTooLarge = fmt.Errorf("more than %d bytes", pipeline.MaxPageBytes)
	errTooMany  = fmt.Errorf("more than %d gzip members", maxMembers)
)

// limited gives errTooLarge in place of more than left bytes.
type limited struct {
	r    io.Reader
	left int
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p[:min(len(p), l.left+1)])
	if l.left -= n; l.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// fail makes the error of a file that could not be read.
func fail(name string, err error) *pipeline.Error {
	reason := pipeline.Unreadable
	switch {
	case errors.Is(err, errTooLarge), errors.Is(err, errTooMany):
		reason = pipeline.TooLarge
	case errors.Is(err, fs.ErrNotExist):
		reason = pipeline.NotFound
	}
	return pipeline.Fail(pipeline.StageSource, reason, "%s: %w", name, bare(err))
}

// sniff tells HTML from text where no name tells: HTML begins with a tag.
func sniff(body []byte) pipeline.Format {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if body = bytes.TrimLeft(body, " \t\r\n\f"); len(body) > 1 && body[0] == '<' {
		if c := body[1]; c == '!' || c == '?' || 'a' <= c|0x20 && c|0x20 <= 'z' {
			return pipeline.HTML
		}
	}
	return pipeline.Text
}
