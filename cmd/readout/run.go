package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"readout/pipeline/run"
	"readout/pipeline/source"
	"readout/pipeline/stream"
)

// A run holds records back to put them in batches: a transaction or a
// produce request for each page would cost more than the page.
const (
	runHold   = 200
	runLinger = time.Second
)

func newRun() *cobra.Command {
	var in inputFlags
	var to []string
	var create topicsFlag
	cmd := &cobra.Command{
		Use:   "run INPUT... --to SINK...",
		Short: "Turn a batch of pages into records in files, a database or Kafka",
		Long: `Turns pages into records and puts them into one or more sinks. Progress goes
to stderr, and at the end a summary: pages, records, meetings, rejects by reason.

` + inputHelp + "\n\n" + sinkGrammar,
		Example: `  readout run archive/ --to sqlite:archive.db --rejects rejects.jsonl
  readout run archive/ --to jsonl:records.jsonl --to kafka://127.0.0.1:9092/readout --create-topics`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := guard(args, outputs(in.rejects, to)); err != nil {
				return err
			}
			refs, p, err := in.open(cmd, args)
			if err != nil {
				return topicsHint(err, create)
			}
			sinks, err := openSinks(cmd.Context(), to, create)
			if err != nil {
				return err
			}
			list, err := openRejects(in.rejects)
			if err != nil {
				return errors.Join(err, abandonSinks(sinks))
			}
			progress := newProgress(cmd.ErrOrStderr())
			b := &run.Batch{Processor: p, Workers: in.workers, Sinks: sinks, Reject: list.reject,
				Progress: progress.show, Hold: runHold, Linger: runLinger}
			summary, err := b.Run(cmd.Context(), refs)
			err = first(err, closeSinks(sinks), list.close())
			if err == nil || summary.Pages > 0 {
				tell(cmd, args, summary, true)
			}
			if err != nil {
				return err
			}
			return rejectsExit(summary)
		},
	}
	in.add(cmd)
	cmd.Flags().StringArrayVar(&to, "to", nil, "`SINK` that takes the records; several may be given")
	addCreateTopics(cmd, &create)
	return cmd
}

// topicsHint helps somebody who wrote --create-topics 5: the number is an
// INPUT there.
func topicsHint(err error, create topicsFlag) error {
	var input *source.InputError
	if create > 0 && errors.As(err, &input) && new(topicsFlag).Set(input.Input) == nil {
		return usage("%w; did you mean --create-topics=%s?", err, input.Input)
	}
	return err
}

func addCreateTopics(cmd *cobra.Command, create *topicsFlag) {
	cmd.Flags().Var(create, "create-topics", "create the topics that are missing, with so many partitions")
	cmd.Flags().Lookup("create-topics").NoOptDefVal = fmt.Sprint(stream.DefaultPartitions)
}

// progress tells of a run now and then.
type progress struct {
	out   io.Writer
	next  time.Time
	start time.Time
}

const progressEvery = 5 * time.Second

func newProgress(out io.Writer) *progress {
	now := time.Now()
	return &progress{out: out, start: now, next: now.Add(progressEvery)}
}

func (p *progress) show(s run.Summary) {
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(progressEvery)
	taken := now.Sub(p.start)
	fmt.Fprintf(p.out, "%s after %s, %s pages/s\n", summaryLine(s), taken.Round(time.Second), rate(s.Pages, taken))
}

// rate gives how many a second, with a decimal under ten.
func rate(n int, taken time.Duration) string {
	r := float64(n) / taken.Seconds()
	if r < 9.95 {
		return strconv.FormatFloat(r, 'f', 1, 64)
	}
	return strconv.FormatFloat(r, 'f', 0, 64)
}
