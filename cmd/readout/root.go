package main

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
)

const rootLong = `readout reads press pages and gives back structured meeting records: who met
whom, in which role, when, where, how and about what, with the counts,
elections and statements the page tells of, and for every value the words
that prove it.

stdout carries data, stderr everything else. Exit codes: 0 good, 1 failed,
2 usage or configuration, 3 some pages rejected by an error, 130 interrupted
(SIGINT or SIGTERM) before the work was done. broker, and sink without --once,
run until they are interrupted: that is exit 0.

Every flag can be given in the environment as READOUT_FLAG (READOUT_WORKERS=4)
or in a YAML file (--config; by default readout/config.yaml in the user's
configuration folder) by its name (workers: 4). A flag beats the environment,
the environment beats the file. For a flag that may be given several times the
environment has room for one value, the file for a list (to: [jsonl:a.jsonl, sqlite:a.db]).`

const rootExample = `  readout demo                                      see one page go the whole way
  readout extract page.html                         one page, as a table on a terminal
  readout extract --format jsonl archive/ > a.jsonl a folder, as JSON lines
  readout run archive/ --to sqlite:archive.db       a folder into a database`

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "readout",
		Short:         "Reads press pages, gives back meeting records with the words that prove them",
		Long:          rootLong,
		Example:       rootExample,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if err := configure(cmd); err != nil {
				return err
			}
			return setLogger(cmd)
		},
	}
	root.PersistentFlags().String("config", "", "configuration file (YAML)")
	root.PersistentFlags().String("log-level", "info", "least level that is logged to stderr: debug, info, warn, error")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("%s (see %s --help)", plain(err), cmd.CommandPath())
	})
	root.AddCommand(newDemo(), newExtract(), newRun(), newSink(), newBroker(), newExplain(), newRules(), newEval(), newTrain(), newSchema(), newVersion())
	root.PersistentFlags().SortFlags = false
	complete(root, "log-level", "debug", "info", "warn", "error")
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Args, c.RunE = cobra.NoArgs, func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
		if c.Args != nil {
			c.Args = asUsage(c.Args)
		}
	}
	return root
}

// plain takes the words of Go's own packages out of an error about a flag.
func plain(err error) string {
	s := err.Error()
	for _, f := range []string{"strconv.ParseInt: parsing ", "strconv.ParseBool: parsing "} {
		if before, after, found := strings.Cut(s, f); found {
			what := "a whole number"
			if strings.Contains(f, "Bool") {
				what = "true or false"
			}
			quoted, _, _ := strings.Cut(after, ": ")
			return before + quoted + " is not " + what
		}
	}
	return s
}

// noCommand refuses words that are no command, with the nearest ones.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf("; did you mean %s?", strings.Join(near, " or "))
	}
	return usage("unknown command %q%s (see readout --help)", args[0], hint)
}

// asUsage makes the error of an argument check exit 2.
func asUsage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			if len(args) == 0 && strings.Contains(cmd.Use, "INPUT") {
				err = errors.New("an INPUT is missing")
			}
			return usage("%s: %w (see %s --help)", cmd.Name(), err, cmd.CommandPath())
		}
		return nil
	}
}

// setLogger logs to stderr from the level that the user wants.
func setLogger(cmd *cobra.Command) error {
	name, err := cmd.Flags().GetString("log-level")
	if err != nil {
		return err
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(name)); err != nil {
		return usage("log level %q is none of debug, info, warn, error", name)
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: level})))
	return nil
}
