package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"readout/extractors"
	"readout/pipeline"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:   "rules [EXTRACTOR...]",
		Short: "List the rules that values come from, each with an example",
		Long: `Lists every rule of every extractor, or of those named: its id as it stands
in evidence, what it takes, and words of a page that it takes it from.`,
		Example: "  readout rules\n  readout rules people roles",
		RunE: func(cmd *cobra.Command, args []string) error {
			known := map[string]pipeline.Extractor{}
			var names []string
			for _, x := range extractors.List() {
				known[x.Name] = x
				names = append(names, x.Name)
			}
			if len(args) == 0 {
				args = names
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			for _, name := range args {
				x, ok := known[name]
				if !ok {
					return usage("no extractor is named %q; there are %s", name, strings.Join(names, ", "))
				}
				fmt.Fprintf(out, "%s: %s\n", x.Name, x.Doc)
				for _, r := range x.Rules {
					fmt.Fprintf(out, "  %s/%s\n      %s\n      e.g. %s\n", x.Name, r.Name, r.Doc, r.Example)
				}
			}
			return out.Flush()
		},
	}
}
