package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout/pipeline/store"
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
end offsets seen at its start; an interrupt before that is exit 130.

A message that is no page record, or one of a schema that this version does not
know, is told and kept in the table dead_letters, and the partition moves on;
with --once that is exit 3. A later version reads it with --from-start.`,
		Example: `  readout sink --from kafka://127.0.0.1:9092/readout --to sqlite:archive.db
  readout sink --from kafka://127.0.0.1:9092/readout --to sqlite:archive.db --once`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !strings.HasPrefix(from, "kafka://") {
				return needed("--from", from, "kafka://HOST:PORT,.../PREFIX")
			}
			file, ok := strings.CutPrefix(to, "sqlite:")
			if !ok || file == "" {
				return needed("--to", to, "sqlite:FILE")
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

// needed tells that a flag is missing, or what else it must be.
func needed(flag, value, form string) error {
	if value == "" {
		return usage("%s %s is needed", flag, form)
	}
	return usage("%s %q is not %s", flag, value, form)
}

type sinkOptions struct {
	once, fromStart bool
	create          topicsFlag
}

// sink feeds the database of a file from a cluster.
func sink(cmd *cobra.Command, from, file string, o sinkOptions) error {
	aimMemory()
	cluster, err := connect(from)
	if err != nil {
		return err
	}
	defer cluster.Close()
	if err := prepare(cmd.Context(), cluster, o.create, stream.Pages); err != nil {
		return err
	}
	db, err := openDatabase(cmd.Context(), file)
	if err != nil {
		return err
	}
	next := time.Now().Add(progressEvery)
	n, err := feed(cmd.Context(), cluster, db, o.once, o.fromStart, func(n fed) {
		if now := time.Now(); now.After(next) {
			next = now.Add(progressEvery)
			fmt.Fprintln(cmd.ErrOrStderr(), n.in(file)+" so far")
		}
	})
	err = errors.Join(err, db.Close())
	fmt.Fprintln(cmd.ErrOrStderr(), n.in(file))
	if err == nil && n.dead > 0 && o.once {
		return &exitError{code: exitRejects}
	}
	return err
}

// fed counts what a database was fed with.
type fed struct{ messages, dead int }

// in tells in a line what was stored in a file.
func (n fed) in(file string) string {
	line := count(n.messages, "message") + " stored in " + file
	if n.dead > 0 {
		line += ", " + count(n.dead, "dead letter") + " of these in its table dead_letters"
	}
	return line
}

// feed feeds db until ctx is done, or once; progress is called after every batch.
func feed(ctx context.Context, cluster *stream.Cluster, db store.Store, once, fromStart bool, progress func(fed)) (fed, error) {
	var n fed
	f := stream.Feed{Reader: cluster.Reader(stream.Pages), Store: db, Once: once, Restart: fromStart,
		Notice: func(s string) { slog.Warn(s) },
		Applied: func(b store.Batch, dead []store.DeadLetter) {
			n.messages += len(b.Messages)
			n.dead += len(dead)
			for _, d := range dead {
				slog.Warn("dead letter", "partition", b.Partition, "offset", d.Message.Offset, "key", string(d.Message.Key), "reason", d.Reason, "error", d.Err)
			}
			progress(n)
		}}
	err := f.Run(ctx)
	var lost *stream.LostError
	var forked *stream.ForkedError
	if errors.As(err, &lost) || errors.As(err, &forked) {
		err = fmt.Errorf("%w; feed another database, or use --from-start to read what the topic has now "+
			"from its first offset into this one, which is safe and keeps the pages that it has", err)
	}
	return n, err
}
