package main

import (
	"github.com/spf13/cobra"

	"readout/pipeline/record"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:       "schema [page|meeting]",
		Short:     "Print the JSON Schema of the page record or the meeting record",
		Long:      "Prints the JSON Schema (draft 2020-12) of the page record, or of the meeting record.",
		Example:   "  readout schema\n  readout schema meeting",
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: record.Schemas(),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "page"
			if len(args) == 1 {
				name = args[0]
			}
			schema, err := record.Schema(name)
			if err != nil {
				return usage("%w", err)
			}
			_, err = cmd.OutOrStdout().Write(schema)
			return err
		},
	}
}
