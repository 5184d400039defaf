package main

import (
	"fmt"
	"net"
	"strconv"

	"github.com/spf13/cobra"

	"readout/pipeline/stream"
)

func newBroker() *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:   "broker",
		Short: "Run a try-out broker that speaks Kafka's protocol",
		Long: `Runs an in-process broker that speaks Kafka's protocol, to try the streaming
path without Java. It has the four topics of the prefix readout, three
partitions each, and keeps everything in memory. It runs until it is stopped: an
interrupt is its normal end, exit 0. It is not for production.`,
		Example: "  readout broker\n  readout broker --listen 127.0.0.1:19092",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, port, err := net.SplitHostPort(listen); err != nil {
				return usage("--listen %q is not HOST:PORT", listen)
			} else if _, err := strconv.ParseUint(port, 10, 16); err != nil {
				return usage("--listen %q: the port %q is no number up to 65535", listen, port)
			}
			b, err := stream.StartBroker(listen, stream.DefaultPrefix, stream.DefaultPartitions)
			if err != nil {
				return err
			}
			defer b.Close()
			if _, err := fmt.Fprintf(cmd.OutOrStdout(), "listening on %s\n", b.Addr()); err != nil {
				return err
			}
			fmt.Fprintln(cmd.ErrOrStderr(), "a broker for trying things out: in memory, not for production; interrupt to end it")
			<-cmd.Context().Done()
			return nil
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:9092", "`HOST:PORT` to listen on; port 0 takes a free one")
	return cmd
}
