package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"readout/extractors"
	"readout/pipeline/nlp/model"
	"readout/pipeline/record"
)

// version of the program, as it stands in every record.
const version = "0.1.0"

// program names the program in every record.
func program() record.Extractor {
	return record.Extractor{Name: "readout", Version: version, Generation: extractors.Generation, Model: model.SHA256()}
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and the generation of its rules",
		Example: "  readout version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "readout %s generation %d (%s)\n", version, extractors.Generation, runtime.Version())
			return err
		},
	}
}
