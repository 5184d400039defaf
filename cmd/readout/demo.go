package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout/pipeline"
	"readout/pipeline/fetch"
	"readout/pipeline/record"
	"readout/pipeline/run"
	"readout/pipeline/source"
	"readout/pipeline/store/sqlite"
	"readout/pipeline/stream"
)

//go:embed demo.html
var demoPage []byte

func newDemo() *cobra.Command {
	var path string
	cmd := &cobra.Command{
		Use:   "demo [FILE]",
		Short: "Send one page the whole way: HTTP, extraction, Kafka, a database",
		Long: `Sends an included page, or FILE, the whole way, on this machine and offline: it
is served over loopback HTTP, fetched, extracted, produced to an in-process
broker that speaks Kafka's protocol, consumed from there and stored in SQLite.
What then stands in the database is printed, with the words that prove it.`,
		Example: `  readout demo
  readout demo page.html --db demo.db`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			served := servedPage{name: "/speaker-receives-observers.html", contentType: "text/html", body: demoPage}
			if len(args) == 1 {
				var err error
				if served, err = pageToServe(cmd.Context(), args[0]); err != nil {
					return err
				}
			}
			if path == "" {
				dir, err := os.MkdirTemp("", "readout-demo-")
				if err != nil {
					return err
				}
				path = filepath.Join(dir, "demo.db")
			}
			return demo(cmd, served, path)
		},
	}
	cmd.Flags().StringVar(&path, "db", "", "SQLite `FILE` to store the page in (default: a new one in the temporary folder)")
	return cmd
}

// servedPage is what the demo's web server gives out.
type servedPage struct {
	name, contentType string
	body              []byte
}

// pageToServe reads a file as extract does, gunzipped.
func pageToServe(ctx context.Context, file string) (servedPage, error) {
	in := source.Inputs{}
	refs, err := in.Refs([]string{file})
	if err != nil {
		return servedPage{}, &exitError{exitUsage, err}
	}
	var page servedPage
	for ref, err := range refs {
		if err != nil {
			return page, err
		}
		if page.name != "" || ref.URL != "" || ref.Stdin {
			return page, usage("demo takes one file, not %s", file)
		}
		p, err := in.Read(ctx, ref)
		if err != nil {
			return page, err
		}
		page = servedPage{name: "/" + strings.TrimSuffix(filepath.Base(ref.Path), ".gz"), contentType: "text/html", body: p.Body}
		if p.Format == pipeline.Text {
			page.contentType = "text/plain"
		}
	}
	if page.name == "" {
		return page, usage("%s holds no page", file)
	}
	return page, nil
}

// serve serves the page over loopback HTTP until stop is called.
func serve(page servedPage) (url string, stop func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("serve the page: %w", err)
	}
	server := &http.Server{ReadHeaderTimeout: 5 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// No charset: the page's own words about it count, as for a file.
		w.Header().Set("Content-Type", page.contentType)
		_, _ = w.Write(page.body) // a reader that hangs up is the fetcher's to tell
	})}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener) // ends with ErrServerClosed
	}()
	return "http://" + listener.Addr().String() + page.name, func() {
		_ = server.Close()
		<-done
	}, nil
}

func demo(cmd *cobra.Command, page servedPage, path string) error {
	ctx := cmd.Context()
	url, stop, err := serve(page)
	if err != nil {
		return err
	}
	defer stop()
	// The offsets in a database that an earlier demo fed are those of another
	// broker, which is gone: a prefix of its own keeps this one's apart.
	prefix := fmt.Sprintf("demo-%x", time.Now().UnixNano())
	broker, err := stream.StartBroker("127.0.0.1:0", prefix, stream.DefaultPartitions)
	if err != nil {
		return err
	}
	defer broker.Close()
	at := "kafka://" + broker.Addr() + "/" + prefix
	id, err := produce(ctx, at, url)
	if err != nil {
		return err
	}
	rec, err := consume(ctx, at, path, id)
	if err != nil {
		return err
	}
	if err := showPage(cmd.OutOrStdout(), rec); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "database %s\n", path)
	return nil
}

// produce fetches the page and puts its record on the cluster.
func produce(ctx context.Context, at, url string) (id string, err error) {
	cluster, err := connect(at)
	if err != nil {
		return "", err
	}
	fetcher := fetch.New(fetch.Options{UserAgent: "readout/" + version})
	defer fetcher.Close()
	sink := cluster.PageSink(stream.ProducerOptions{})
	defer func() { err = errors.Join(err, sink.Close()) }()
	p, err := newProcessor(func(ctx context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
		return fetcher.Fetch(ctx, ref.URL)
	})
	if err != nil {
		return "", err
	}
	b := run.Batch{Processor: p, Workers: 1, Sinks: []pipeline.Sink{sink}, Reject: func(r *pipeline.Reject) error {
		return fmt.Errorf("the page gives no record: %s: %s", r.Reason, r.Error)
	}}
	refs := func(yield func(pipeline.Ref, error) bool) { yield(pipeline.Ref{URL: url}, nil) }
	if _, err := b.Run(ctx, refs); err != nil {
		return "", err
	}
	return record.PageID(url, ""), nil
}

// consume feeds the database from the cluster and reads the page back from it.
func consume(ctx context.Context, at, path, id string) (rec *record.Page, err error) {
	cluster, err := connect(at)
	if err != nil {
		return nil, err
	}
	defer cluster.Close()
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, &exitError{exitUsage, err}
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := feed(ctx, cluster, db, true, false, func(fed) {}); err != nil {
		return nil, err
	}
	return db.Page(ctx, id)
}
