package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"

	"readout/pipeline"
	"readout/pipeline/stream"
	"readout/pipeline/table/jsonl"
)

// sinkGrammar is the one grammar of --to, in --help and in errors.
const sinkGrammar = `SINK is one of
  jsonl:FILE              page records as JSON lines (- for standard output, FILE.gz compressed)
  sqlite:FILE             tables of a SQLite database
  kafka://[USER@]HOST:PORT,.../PREFIX[?sasl=plain|scram-sha-256|scram-sha-512&tls=true&ca=FILE]
                          page records, meeting records and dead letters on Kafka, in the topics
                          PREFIX.pages, PREFIX.meetings and PREFIX.rejects (default prefix readout);
                          the password comes from READOUT_KAFKA_PASSWORD, or from the file that
                          READOUT_KAFKA_PASSWORD_FILE names`

// topicsFlag is --create-topics[=PARTITIONS]; 0 is off.
type topicsFlag int

func (f *topicsFlag) String() string { return strconv.Itoa(int(*f)) }
func (f *topicsFlag) Type() string   { return "PARTITIONS" }
func (f *topicsFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return fmt.Errorf("%q is no number of partitions", s)
	}
	*f = topicsFlag(n)
	return nil
}

// openSinks opens every sink of --to, or none: when one fails, those before
// it are closed again.
func openSinks(ctx context.Context, specs []string, create topicsFlag) (sinks []pipeline.Sink, err error) {
	defer func() {
		if err != nil {
			abandonSinks(sinks)
			sinks = nil
		}
	}()
	if len(specs) == 0 {
		return nil, usage("--to SINK is needed\n%s", sinkGrammar)
	}
	opened := make([]pipeline.Sink, len(specs))
	// Files come last: a pipe waits for its reader when it is opened.
	for _, file := range []bool{false, true} {
		for i, spec := range specs {
			if strings.HasPrefix(spec, "jsonl:") != file {
				continue
			}
			s, err := openSink(ctx, spec, create)
			if err != nil {
				return sinks, err
			}
			opened[i] = s
			sinks = append(sinks, s)
		}
	}
	return opened, nil
}

func openSink(ctx context.Context, spec string, create topicsFlag) (pipeline.Sink, error) {
	kind, rest, _ := strings.Cut(spec, ":")
	if rest == "" {
		return nil, usage("--to %q: no sink\n%s", spec, sinkGrammar)
	}
	switch kind {
	case "jsonl":
		return openLines(ctx, rest)
	case "sqlite":
		s, err := openDatabase(ctx, rest)
		if err != nil {
			return nil, err // not a nil *sqlite.DB in an interface
		}
		return s, nil
	case "kafka":
		return openKafkaSink(ctx, spec, create)
	}
	return nil, usage("--to %q: no sink\n%s", spec, sinkGrammar)
}

// openLines opens a file of JSON lines. A pipe waits for its reader, but not
// longer than ctx.
func openLines(ctx context.Context, path string) (pipeline.Sink, error) {
	var s *jsonl.Writer
	if err := interruptible(ctx, func() (err error) {
		s, err = jsonl.Open(path)
		return err
	}); err != nil {
		return nil, &exitError{exitUsage, err}
	}
	return s, nil
}

func openKafkaSink(ctx context.Context, spec string, create topicsFlag) (pipeline.Sink, error) {
	cluster, err := connect(spec)
	if err != nil {
		return nil, err
	}
	sink := cluster.PageSink(stream.ProducerOptions{Notice: func(s string) { slog.Warn(s) }})
	if err := prepare(ctx, cluster, create, sink.Topics()...); err != nil {
		return nil, errors.Join(err, sink.Close())
	}
	return sink, nil
}

// connect makes a cluster of a kafka:// URL; the password comes from the environment.
func connect(spec string) (*stream.Cluster, error) {
	u, err := stream.ParseURL(spec)
	if err != nil {
		return nil, &exitError{exitUsage, err}
	}
	password, err := kafkaPassword()
	if err != nil {
		return nil, err
	}
	cluster, err := stream.Connect(u, password)
	if err != nil {
		return nil, &exitError{exitUsage, err}
	}
	return cluster, nil
}

// prepare creates topics where the user wants that, and checks that all are there.
func prepare(ctx context.Context, cluster *stream.Cluster, create topicsFlag, topics ...stream.Topic) error {
	if create > 0 {
		made, err := cluster.CreateTopics(ctx, int(create), stream.AllTopics()...)
		if err != nil {
			return err
		}
		for _, t := range made {
			slog.Info("topic created", "topic", t, "partitions", int(create))
		}
	}
	return cluster.Check(ctx, topics...)
}

// abandonSinks closes sinks that shall not be used after all: a broker that is
// down must not cost the user the file of the last run.
func abandonSinks(sinks []pipeline.Sink) error {
	var errs []error
	for _, s := range sinks {
		if a, ok := s.(interface{ Abandon() error }); ok {
			errs = append(errs, a.Abandon())
		} else {
			errs = append(errs, s.Close())
		}
	}
	return errors.Join(errs...)
}

func closeSinks(sinks []pipeline.Sink) error {
	var errs []error
	for _, s := range sinks {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}
