// Package source turns the INPUTs of a command into references to pages and
// reads the pages that are files or standard input. Pages behind URLs are
// left to package fetch.
package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"readout/pipeline"
	"readout/pipeline/fetch"
)

// Stdin is the INPUT that names standard input, and the path of its page.
const Stdin = "-"

// Inputs expands and reads INPUTs. It is never changed; Refs and Read are safe
// for concurrent use, but standard input can be read once only.
type Inputs struct {
	Root  string    // slash path put before the path of every file, "" for none
	Stdin io.Reader // what the INPUT "-" reads
	// Skipped is called with each pipe, device or socket in a folder that is
	// named like a page: only an INPUT that names one is read from it. nil is allowed.
	Skipped func(file string)
}

// InputError tells of an INPUT that cannot be used at all: the user's
// mistake, found before any page is read.
type InputError struct {
	Input string
	Err   error
}

// Error names the INPUT and what is wrong with it; an INPUT that is empty has
// no name to give.
func (e *InputError) Error() string {
	if e.Input == "" {
		return e.Err.Error()
	}
	return fmt.Sprintf("%s: %v", e.Input, e.Err)
}

// Unwrap gives what is wrong: fs.ErrNotExist for a file that is not there.
func (e *InputError) Unwrap() error { return e.Err }

// notThere is the error of an INPUT that names nothing.
type notThere struct{ input string }

func (e notThere) Error() string {
	if scheme, _, found := strings.Cut(e.input, "://"); found {
		return fmt.Sprintf("a URL of the scheme %s; only http and https are read", scheme)
	}
	if host, _, _ := strings.Cut(e.input, "/"); strings.HasPrefix(host, "www.") || strings.Count(host, ".") > 1 {
		return "no such file or folder; a URL begins with https:// or http://"
	}
	return "no such file or folder"
}

func (notThere) Is(target error) bool { return target == fs.ErrNotExist }

// Refs gives the references of the inputs, in their order: a file or URL is
// one, a folder is all its files of the known kinds, sorted by name, with the
// folders in it. Hidden files are left out. A folder is read when its turn
// comes: only the names of the folders on the way to the current file are in
// memory. What cannot be read or is gone when its turn comes is a reference of
// its own, which Read rejects. Links are followed; one to a folder that lies
// in the input, holds it, or was read by another link is not, so that nothing
// is read twice. The error is an *InputError.
func (in Inputs) Refs(inputs []string) (iter.Seq2[pipeline.Ref, error], error) {
	stdin := false
	for _, input := range inputs {
		if err := check(input); err != nil {
			return nil, &InputError{input, err}
		}
		if input == Stdin && stdin {
			return nil, &InputError{input, errors.New("standard input can be read once only")}
		}
		stdin = stdin || input == Stdin
	}
	return func(yield func(pipeline.Ref, error) bool) {
		for _, input := range inputs {
			if !in.expand(input, func(r pipeline.Ref) bool { return yield(r, nil) }) {
				return
			}
		}
	}, nil
}

// check finds what is wrong with an input before anything is read.
func check(input string) error {
	if input == "" {
		return errors.New("an INPUT is empty")
	}
	if input == Stdin {
		return nil
	}
	if isURL(input) {
		u, err := url.Parse(input)
		if err != nil {
			return err.(*url.Error).Err
		}
		if u.Hostname() == "" {
			return errors.New("a URL without a host")
		}
		return fetch.CheckPort(u)
	}
	_, err := os.Stat(input)
	if errors.Is(err, fs.ErrNotExist) {
		return notThere{input}
	}
	return bare(err)
}

func isURL(s string) bool {
	scheme, _, found := strings.Cut(s, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// bare takes operation and file name off a file error: they are told already.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// expand yields the references of one input; false ends all.
func (in Inputs) expand(input string, yield func(pipeline.Ref) bool) bool {
	if input == Stdin {
		return yield(pipeline.Ref{Path: Stdin, Stdin: true})
	}
	if isURL(input) {
		return yield(pipeline.Ref{URL: input})
	}
	info, err := os.Stat(input)
	if err == nil && info.IsDir() {
		w := walk{in: in, yield: yield}
		w.enter(input)
		return w.folder(input, "")
	}
	return yield(in.file(input, filepath.Base(input)))
}

// walk goes through one folder that was given.
type walk struct {
	in    Inputs
	yield func(pipeline.Ref) bool
	trees []string // real paths of the input and of the folders that links led to
}

// enter notes a folder that is read with all below it; false where some of
// it is read already.
func (w *walk) enter(name string) bool {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return true // what is wrong with it shows when it is read
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	for _, t := range w.trees {
		if below(t, real) || below(real, t) {
			return false
		}
	}
	w.trees = append(w.trees, real)
	return true
}

// below tells whether a path is that of a folder or of something in it.
func below(folder, name string) bool {
	rel, err := filepath.Rel(folder, name)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// folder yields the files under a folder; rel is its slash path under its root.
func (w *walk) folder(name, rel string) bool {
	entries, err := os.ReadDir(name)
	if err != nil {
		if rel == "" {
			rel = filepath.Base(name)
		}
		return w.yield(w.in.file(name, rel))
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.entry(e, filepath.Join(name, e.Name()), path.Join(rel, e.Name())) {
			return false
		}
	}
	return true
}

func (w *walk) entry(e fs.DirEntry, full, at string) bool {
	kind := e.Type()
	isLink := kind&fs.ModeSymlink != 0
	if isLink || kind.IsDir() {
		info, err := os.Stat(full)
		if err != nil {
			return w.yield(w.in.file(full, at)) // gone, or a link to nowhere
		}
		kind = info.Mode().Type()
	}
	switch {
	case kind.IsDir():
		return isLink && !w.enter(full) || w.folder(full, at)
	case kind.IsRegular() && known(e.Name()):
		return w.yield(w.in.file(full, at))
	case known(e.Name()) && w.in.Skipped != nil:
		w.in.Skipped(full)
	}
	return true
}

// file makes the reference of a file; rel is its slash path under its root.
func (in Inputs) file(name, rel string) pipeline.Ref {
	return pipeline.Ref{Path: path.Join(in.Root, filepath.ToSlash(rel)), File: name, Format: formatOf(name)}
}

// Reads tells whether the folder that is given as an INPUT holds the file of a
// name, there already or not yet, as a page: in it or in a folder in it.
func Reads(folder, name string) bool {
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() || !known(name) {
		return false
	}
	rel, err := filepath.Rel(resolved(folder), filepath.Join(resolved(filepath.Dir(name)), filepath.Base(name)))
	if err != nil {
		return false
	}
	for _, part := range strings.Split(filepath.ToSlash(rel), "/") {
		if strings.HasPrefix(part, ".") { // "..", or hidden
			return false
		}
	}
	return true
}

// resolved gives an absolute path without links, as far as it is there.
func resolved(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	return name
}

// known tells whether a name in a folder is that of a page.
func known(name string) bool {
	switch ext(name) {
	case ".html", ".htm", ".xhtml", ".txt":
		return true
	}
	return false
}

func formatOf(name string) pipeline.Format {
	if ext(name) == ".txt" {
		return pipeline.Text
	}
	return pipeline.HTML
}

// ext gives the ending of a name in lower case, that before .gz if it has one.
func ext(name string) string {
	name = strings.ToLower(name)
	return path.Ext(strings.TrimSuffix(name, ".gz"))
}
