package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"readout/extractors"
	"readout/pipeline"
	"readout/pipeline/fetch"
	"readout/pipeline/nlp"
	"readout/pipeline/run"
	"readout/pipeline/source"
)

// newProcessor builds the flow from the page to the record.
func newProcessor(load func(context.Context, pipeline.Ref) (*pipeline.Page, error)) (*run.Processor, error) {
	suite, err := extractors.Suite()
	if err != nil {
		return nil, err
	}
	return &run.Processor{Suite: suite, Tagger: nlp.ProseTagger{}, Names: nlp.Names, Extractor: program(), Confidence: extractors.Confidence, Load: load,
		Left: func(ref pipeline.Ref) {
			slog.Warn("page not done: interrupted", "page", cmp.Or(ref.URL, ref.File, ref.Path))
		}}, nil
}

// maxWorkers is how many pages are at work beside each other where the user
// does not say.
const maxWorkers = 8

// inputFlags are the flags of every command that reads pages.
type inputFlags struct {
	workers int
	root    string
	rejects string
}

func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.workers, "workers", min(runtime.GOMAXPROCS(0), maxWorkers), "pages at work beside each other")
	cmd.Flags().StringVar(&f.root, "root", "", "name put before the path of every file in its record, for ids that tell two archives apart: without it pages of one path in two runs are one page to a sink")
	cmd.Flags().StringVar(&f.rejects, "rejects", "", "file that lists every page without a record, as JSON lines")
}

const inputHelp = `INPUT is an HTML or text file (.html, .htm, .xhtml, .txt, each also .gz), a
folder (its files of these kinds, sorted, with all its folders), - for
standard input, or an http(s) URL. The first line of a .txt is its title if
it is under 200 characters, has no final stop and is no date; a line that is
nothing but a date may follow (2020-12-24, 24 December 2020, 24/12/2020, but not
03/04/2020, which is two days); the rest is the body.`

// open gives the pages of the inputs and what loads them. An input that does
// not exist is the user's mistake, told before any page.
func (f *inputFlags) open(cmd *cobra.Command, inputs []string) (iter.Seq2[pipeline.Ref, error], *run.Processor, error) {
	if f.workers < 1 {
		return nil, nil, usage("--workers %d: at least 1 is needed", f.workers)
	}
	aimMemory()
	in := source.Inputs{Root: f.root, Stdin: cmd.InOrStdin(), Skipped: func(file string) {
		slog.Warn("not read: neither a file nor a folder; to read from it name it as an INPUT", "file", file)
	}}
	refs, err := in.Refs(inputs)
	if err != nil {
		return nil, nil, &exitError{exitUsage, err}
	}
	fetcher := fetch.New(fetch.Options{UserAgent: "readout/" + version})
	p, err := newProcessor(func(ctx context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
		if ref.URL != "" {
			return fetcher.Fetch(ctx, ref.URL)
		}
		return in.Read(ctx, ref)
	})
	return refs, p, err
}

// interruptible gives ctx's error when ctx is done before do, which may
// compute for minutes or wait for a pipe and cannot be broken off: it then ends
// with the program.
func interruptible(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// rejectsExit makes exit code 3 of a run in which pages were rejected by an error.
func rejectsExit(s run.Summary) error {
	if s.Rejected(pipeline.ClassError) > 0 {
		return &exitError{code: exitRejects}
	}
	return nil
}

// tell writes the summary of a run to stderr, where it is wanted or there is
// something that the user must know: that no page was found at all.
func tell(cmd *cobra.Command, inputs []string, s run.Summary, wanted bool) {
	if s.Pages == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "no page was found in %s\n", printable(strings.Join(inputs, " ")))
		return
	}
	if wanted {
		fmt.Fprintln(cmd.ErrOrStderr(), summaryLine(s))
	}
}

// first gives the errors that say something that those before them did not.
func first(errs ...error) error {
	var out []error
	said := ""
	for _, err := range errs {
		if err != nil && !strings.Contains(said, err.Error()) {
			out = append(out, err)
			said += err.Error() + "\n"
		}
	}
	return errors.Join(out...)
}

// complete offers the values of a flag to the shell's completion.
func complete(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag: our own slip, found by any test
	}
}

// summaryLine tells in one line what became of the pages.
func summaryLine(s run.Summary) string {
	line := fmt.Sprintf("%s, %s, %s", count(s.Pages, "page"), count(s.Records, "record"), count(s.Meetings, "meeting"))
	if s.Unput > 0 {
		line += ", " + count(s.Unput, "record") + " not put"
	}
	rejects := s.Rejected(pipeline.ClassError) + s.Rejected(pipeline.ClassUnwanted)
	if rejects == 0 {
		return line
	}
	line += ", " + count(rejects, "reject") + ":"
	for _, reason := range pipeline.Reasons() {
		if n := s.Rejects[reason]; n > 0 {
			line += fmt.Sprintf(" %s %d", reason, n)
		}
	}
	return line
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func formatNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
