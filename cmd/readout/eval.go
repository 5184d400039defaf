package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/pipeline"
	"readout/pipeline/eval"
	"readout/pipeline/nlp/model"
	"readout/pipeline/record"
	"readout/pipeline/run"
)

type evalFlags struct {
	from, baseline, errors, part, confidence, names string
	without                                         string
	fresh                                           []string
	json                                            bool
	in                                              inputFlags
}

func newEval() *cobra.Command {
	f := &evalFlags{}
	cmd := &cobra.Command{
		Use:   "eval GOLD...",
		Short: "Score the records against gold files, by field and by rule",
		Long: `Scores the records of the pages of a gold set, the folder GOLD/pages, against
its gold files, GOLD/gold/ID.json: precision, recall and F1 by field, agreement
of attributes, for each rule how often it was right, and for each tenth of
confidence how many of its values are right. Several sets are scored as one.

With --names it scores the tagger of names alone instead: exact spans of
people, organizations and places on the tokens of a file in columns (a token a
line with its BIO or BIOES label last, an empty line after a sentence).`,
		Example: `  readout eval gold/press
  readout eval gold/press --json > before.json
  readout eval gold/press --baseline before.json
  readout eval gold/press --errors roles
  readout eval gold/press --without model
  readout eval gold/press gold/world --part open --fresh testdata/gold --confidence extractors/confidence.tsv
  readout eval --names test.tsv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(cmd); err != nil {
				return err
			}
			if f.names != "" && len(args) == 0 {
				return interruptible(cmd.Context(), func() error { return evalNames(cmd, f.names) })
			}
			if len(args) == 0 || f.names != "" {
				return usage("eval: GOLD folders or --names FILE is needed, not both")
			}
			return f.run(cmd, args)
		},
	}
	cmd.Flags().StringVar(&f.from, "from", "", "score the page records of this `FILE` of JSON lines instead of extracting")
	cmd.Flags().StringVar(&f.baseline, "baseline", "", "report of an earlier run (`FILE` written by --json) to compare with")
	cmd.Flags().StringVar(&f.errors, "errors", "", "list what was missed, what was wrong and what differs in this `FIELD`, on the open pages unless --part says otherwise")
	cmd.Flags().StringVar(&f.part, "part", string(eval.All), "open, hidden or all: hidden are the two fifths of the pages that no rule may be written after")
	cmd.Flags().BoolVar(&f.json, "json", false, "write the report as JSON")
	cmd.Flags().StringVar(&f.confidence, "confidence", "", "write the measured precision of each rule to this `FILE`")
	cmd.Flags().StringArrayVar(&f.fresh, "fresh", nil, "with --confidence: gold set `GOLD` that no rule was written after, to measure how much righter rules are on the others; several may be given")
	cmd.Flags().StringVar(&f.names, "names", "", "score the tagger of names on this `FILE` in columns")
	cmd.Flags().StringVar(&f.without, "without", "", "leave out the model of names (model), or find people and organizations by it alone (grammar)")
	cmd.Flags().IntVar(&f.in.workers, "workers", 1, "pages at work beside each other")
	complete(cmd, "errors", errorFields()...)
	complete(cmd, "part", string(eval.Open), string(eval.Hidden), string(eval.All))
	return cmd
}

// errorFields lists what --errors can be of.
func errorFields() []string { return slices.Concat(eval.Fields, eval.Rates) }

// evalConflicts are flags that say two things at once: what would be left undone
// is refused.
var evalConflicts = [][2]string{
	{"errors", "json"}, {"errors", "baseline"}, {"json", "baseline"}, {"from", "without"},
	{"names", "from"}, {"names", "baseline"}, {"names", "errors"}, {"names", "part"}, {"names", "json"},
	{"names", "confidence"}, {"names", "fresh"}, {"names", "without"},
}

// check refuses flags that do not go together and values that are none.
func (f *evalFlags) check(cmd *cobra.Command) error {
	given := cmd.Flags().Changed
	for _, c := range evalConflicts {
		if given(c[0]) && given(c[1]) {
			return usage("eval: --%s and --%s do not go together", c[0], c[1])
		}
	}
	if given("fresh") && !given("confidence") {
		return usage("eval: --fresh is for --confidence FILE, which is not given")
	}
	if given("errors") && !slices.Contains(errorFields(), f.errors) {
		return usage("--errors %q is none of the fields %s", f.errors, strings.Join(errorFields(), ", "))
	}
	return checkPart(f.part)
}

// checkPart refuses what is no part of a gold set.
func checkPart(part string) error {
	if p := eval.Part(part); p != eval.All && p != eval.Open && p != eval.Hidden {
		return usage("--part %q is none of open, hidden, all", part)
	}
	return nil
}

// partOf gives the part to score: what --part says. Without it --errors lists
// the open pages only, so that nobody reads of a hidden one by accident; a
// single page is nothing to hide.
func (f *evalFlags) partOf(cmd *cobra.Command, dirs []string) (eval.Part, error) {
	part := eval.Part(f.part)
	if f.errors == "" || cmd.Flags().Changed("part") {
		return part, nil
	}
	n := 0
	for _, dir := range dirs {
		set, err := eval.Load(dir, eval.All)
		if err != nil {
			return part, &exitError{exitUsage, err}
		}
		n += len(set)
	}
	if n > 1 {
		return eval.Open, nil
	}
	return part, nil
}

func (f *evalFlags) run(cmd *cobra.Command, dirs []string) error {
	part, err := f.partOf(cmd, dirs)
	if err != nil {
		return err
	}
	tally, err := f.score(cmd, dirs, part)
	if err != nil {
		return err
	}
	if f.confidence != "" {
		if err := f.measure(cmd, tally); err != nil {
			return fmt.Errorf("--confidence: %w", err)
		}
	}
	return f.report(cmd, tally)
}

func (f *evalFlags) score(cmd *cobra.Command, dirs []string, part eval.Part) (*eval.Tally, error) {
	var gold []eval.Gold
	for _, dir := range dirs {
		set, err := eval.Load(dir, part)
		if err != nil {
			return nil, &exitError{exitUsage, err}
		}
		gold = append(gold, set...)
	}
	pages, err := f.pages(cmd, dirs)
	if err != nil {
		return nil, err
	}
	return eval.Score(gold, pages), nil
}

// measure writes the table of confidences.
func (f *evalFlags) measure(cmd *cobra.Command, fitted *eval.Tally) error {
	var fresh *eval.Tally
	if len(f.fresh) > 0 {
		var err error
		if fresh, err = f.score(cmd, f.fresh, eval.All); err != nil {
			return err
		}
	}
	return os.WriteFile(f.confidence, []byte(eval.Confidence(fitted, fresh)), 0o644)
}

// evalNames scores the built-in tagger of names on a corpus in columns.
func evalNames(cmd *cobra.Command, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return usage("--names: %w", err)
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("--names %s: %w", path, err)
		}
	}
	texts, err := eval.ReadNames(in)
	if err != nil {
		return fmt.Errorf("--names %s: %w", path, err)
	}
	return eval.ScoreNames(texts, model.Default().Tag).WriteText(cmd.OutOrStdout())
}

func (f *evalFlags) report(cmd *cobra.Command, tally *eval.Tally) error {
	if f.errors != "" {
		for _, x := range tally.Faults {
			if x.Field == f.errors {
				fmt.Fprintln(cmd.OutOrStdout(), strings.TrimRight(strings.Join([]string{x.Page, x.Kind, x.What, x.Rule}, "\t"), "\t"))
			}
		}
		return nil
	}
	report := tally.Report()
	if f.json {
		return report.WriteJSON(cmd.OutOrStdout())
	}
	var before *eval.Report
	if f.baseline != "" {
		data, err := os.ReadFile(f.baseline)
		if err != nil {
			return usage("--baseline: %w", err)
		}
		if before, err = eval.ReadReport(data); err != nil {
			return usage("--baseline %s: %w", f.baseline, err)
		}
	}
	return report.WriteText(cmd.OutOrStdout(), before)
}

// pages gives the records by gold id: read from --from, else extracted.
func (f *evalFlags) pages(cmd *cobra.Command, dirs []string) (map[string]*record.Page, error) {
	out := map[string]*record.Page{}
	if f.from != "" {
		return out, interruptible(cmd.Context(), func() error {
			return readRecords(f.from, func(p *record.Page) { out[eval.GoldID(p)] = p })
		})
	}
	for _, dir := range dirs {
		// One run a set: two sets may have a file of one name.
		refs, p, err := f.in.open(cmd, []string{filepath.Join(dir, "pages")})
		if err != nil {
			return nil, err
		}
		if err := leaveOut(p, f.without); err != nil {
			return nil, err
		}
		list := &rejectList{}
		b := &run.Batch{Processor: p, Workers: f.in.workers, Sinks: []pipeline.Sink{recordMap(out)}, Reject: list.reject}
		if _, err := b.Run(cmd.Context(), refs); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// recordMap is the sink that keeps every record by its gold id.
type recordMap map[string]*record.Page

func (m recordMap) Put(_ context.Context, pages []*record.Page) error {
	for _, p := range pages {
		m[eval.GoldID(p)] = p
	}
	return nil
}

func (m recordMap) Close() error { return nil }

// readRecords reads a file of page records, one a line.
func readRecords(path string, take func(*record.Page)) error {
	f, err := os.Open(path)
	if err != nil {
		return usage("--from: %w", err)
	}
	defer f.Close()
	lines := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			p, parseErr := record.ParsePage(line)
			if parseErr != nil {
				return fmt.Errorf("%s:%d: %w", path, n, parseErr)
			}
			take(p)
		}
		if err != nil {
			return nil // io.EOF: the file has no further line
		}
	}
}
