package main

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/pipeline"
	"readout/pipeline/fixture"
	"readout/pipeline/record"
)

func newExplain() *cobra.Command {
	var in inputFlags
	var quote string
	cmd := &cobra.Command{
		Use:   "explain INPUT",
		Short: "Tell which rule made each value from which words, and what was dropped and why",
		Long: `Tells for one page which rule made each value from which words, then what was
nearly taken: the rule that looked at it and the condition that failed. With
--quote only what touches these words of the page (whole words if there are any,
whatever their case, apostrophes and spaces); where they gave no value,
also what stands nearest to them and, for each extractor, the condition that
they fail.

` + inputHelp,
		Example: `  readout explain page.html
  readout explain page.html --quote "Deputy Secretary General"`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(quote) == "" && cmd.Flags().Changed("quote") {
				return usage("--quote: no words are given")
			}
			refs, p, err := in.open(cmd, args)
			if err != nil {
				return err
			}
			ref, err := onePage(refs, args[0])
			if err != nil {
				return err
			}
			page, err := p.Load(cmd.Context(), ref)
			if err != nil {
				return err
			}
			trace := &pipeline.Trace{}
			var rec *record.Page
			err = interruptible(cmd.Context(), func() (err error) {
				rec, err = p.Page(page, trace)
				return err
			})
			if err != nil && cmd.Context().Err() != nil {
				return cmd.Context().Err()
			}
			if err != nil {
				return fmt.Errorf("the page gives no record: %w", err)
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			return first(explain(out, rec, trace, quote), out.Flush())
		},
	}
	cmd.Flags().StringVar(&in.root, "root", "", "name put before the path of the file in its record")
	cmd.Flags().StringVar(&quote, "quote", "", "only what touches these words, in capitals or not")
	in.workers = 1
	return cmd
}

// onePage gives the only page of an INPUT.
func onePage(refs iter.Seq2[pipeline.Ref, error], input string) (pipeline.Ref, error) {
	var list []pipeline.Ref
	for ref, err := range refs {
		if err != nil {
			return ref, err
		}
		if list = append(list, ref); len(list) > 1 {
			return ref, usage("explain takes one page, %s holds more", input)
		}
	}
	if len(list) == 0 {
		return pipeline.Ref{}, usage("%s holds no page", input)
	}
	return list[0], nil
}

// explain writes what was found and what was dropped, all or what touches the words.
func explain(w io.Writer, page *record.Page, trace *pipeline.Trace, quote string) error {
	places := placesOf(page.Text, quote)
	if quote != "" && len(places) == 0 {
		return usage("the words %q do not stand in the text of the page", quote)
	}
	touches := touching(places, quote)
	n := 0
	for _, r := range trace.Findings.All() {
		e := proofOf(r.Finding)
		if !slices.ContainsFunc(e, func(e record.Evidence) bool { return touches(e.Span) }) {
			continue
		}
		n++
		fmt.Fprintln(w, strings.Join(fixture.Lines(page, r.Finding), "\n"))
		for _, e := range e {
			field := ""
			if e.Field != "" {
				field = e.Field + ": "
			}
			fmt.Fprintf(w, "    %s%q by %s\n", field, page.Text[e.Start:e.End], e.Rule)
		}
	}
	dropped := 0
	for _, d := range trace.Drops {
		if !touches(d.Span) {
			continue
		}
		if dropped++; dropped == 1 {
			fmt.Fprintln(w, "dropped:")
		}
		fmt.Fprintf(w, "    %q by %s: %s\n", page.Text[d.Span.Start:d.Span.End], d.Rule, d.Why)
	}
	if n == 0 && quote != "" {
		return nearest(w, page, trace, places[0])
	}
	return nil
}

// proofOf gives the evidence of a finding, for a meeting that of its parties too,
// under their names.
func proofOf(f record.Finding) []record.Evidence {
	list := f.Proven().Evidence
	m, ok := f.(*record.Meeting)
	if !ok {
		return list
	}
	list = slices.Clone(list)
	for _, x := range m.Participants {
		for _, e := range x.Evidence {
			e.Field = strings.TrimSpace(x.Name + " " + e.Field)
			list = append(list, e)
		}
	}
	return list
}

// touching tells whether a span shares a character with one of the places;
// without words every span does.
func touching(places []record.Span, quote string) func(record.Span) bool {
	return func(s record.Span) bool { return quote == "" || slices.ContainsFunc(places, s.Overlaps) }
}
