package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"

	"readout/pipeline/store"
	"readout/pipeline/store/sqlite"
	"readout/pipeline/stream"
)

func newSink() *cobra.Command {
	var from, to string
	var once, fromStart bool
	var create topicsFlag
	cmd := &cobra.Command{
		Use:   "sink --from kafka://... --to sqlite:FILE",
		Short: "Feed a database from the page records on Kafka",
		Long: `Feeds a database from the topic PREFIX.pages. The offset of each partition
stands in the database and is stored in the same transaction as the rows: a
repeat or a replay changes nothing, a newer revision replaces the page, and
after any crash the sink goes on where the database is. A topic that is another
one by its id or its cluster's is read from its first offset; one that no longer
has what the database needs next, or has something else there, stops the
sink: --from-start reads it again from its first offset. The sink runs until it
is stopped: an interrupt is its normal end, exit 0. With --once it ends at the
end offsets seen at its start; an interrupt before that is exit 130.`,
		Example: `  readout sink --from kafka://127.0.0.1:9092/readout --to sqlite:archive.db
  readout sink --from kafka://127.0.0.1:9092/readout --to sqlite:archive.db --once`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !strings.HasPrefix(from, "kafka://") {
				return usage("--from %q: a kafka:// URL is needed", from)
			}
			file, ok := strings.CutPrefix(to, "sqlite:")
			if !ok || file == "" {
				return usage("--to %q: sqlite:FILE is needed", to)
			}
			err := sink(cmd, from, file, sinkOptions{once, fromStart, create})
			if !once && errors.Is(err, context.Canceled) {
				return nil // the normal end of what runs until it is stopped
			}
			return err
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "`URL` of the cluster and prefix: kafka://HOST:PORT,.../PREFIX")
	cmd.Flags().StringVar(&to, "to", "", "`DATABASE` to feed: sqlite:FILE")
	cmd.Flags().BoolVar(&fromStart, "from-start", false, "read the topic again from its first offset, whatever the database has read of it")
	cmd.Flags().BoolVar(&once, "once", false, "end at the end offsets seen at the start")
	addCreateTopics(cmd, &create)
	return cmd
}

type sinkOptions struct {
	once, fromStart bool
	create          topicsFlag
}

// sink feeds the database of a file from a cluster.
func sink(cmd *cobra.Command, from, file string, o sinkOptions) error {
	cluster, err := connect(from)
	if err != nil {
		return err
	}
	defer cluster.Close()
	if err := prepare(cmd.Context(), cluster, o.create, stream.Pages); err != nil {
		return err
	}
	db, err := sqlite.Open(cmd.Context(), file)
	if err != nil {
		return &exitError{exitUsage, err}
	}
	stored, err := feed(cmd.Context(), cluster, db, o.once, o.fromStart)
	err = errors.Join(err, db.Close())
	fmt.Fprintf(cmd.ErrOrStderr(), "%s stored in %s\n", count(stored, "message"), file)
	return err
}

// feed feeds db until ctx is done, or once, and gives the number of messages stored.
func feed(ctx context.Context, cluster *stream.Cluster, db store.Store, once, fromStart bool) (int, error) {
	stored := 0
	f := stream.Feed{Reader: cluster.Reader(stream.Pages), Store: db, Once: once, Restart: fromStart,
		Notice:  func(s string) { slog.Warn(s) },
		Applied: func(b store.Batch) { stored += len(b.Messages) }}
	err := f.Run(ctx)
	var lost *stream.LostError
	var forked *stream.ForkedError
	if errors.As(err, &lost) || errors.As(err, &forked) {
		err = fmt.Errorf("%w; feed another database, or use --from-start to read what the topic has now "+
			"from its first offset into this one, which is safe and keeps the pages that it has", err)
	}
	return stored, err
}
