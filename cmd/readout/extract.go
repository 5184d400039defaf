package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/run"
)

func newExtract() *cobra.Command {
	var in inputFlags
	var format string
	cmd := &cobra.Command{
		Use:   "extract INPUT...",
		Short: "Turn pages into page records on standard output",
		Long: `Turns pages into page records: a pure filter, page records as JSON lines on
standard output, in the order of the inputs. On a terminal it shows readable
tables instead.

` + inputHelp,
		Example: `  readout extract page.html
  readout extract --format jsonl archive/ > records.jsonl
  curl -s https://example.org/news | readout extract -
  readout extract --rejects rejects.jsonl archive/ | jq .meetings`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := guard(args, outputs(in.rejects, nil)); err != nil {
				return err
			}
			out := bufio.NewWriter(cmd.OutOrStdout())
			sink, err := newPrinter(out, format, terminal(cmd.OutOrStdout()))
			if err != nil {
				return err
			}
			refs, p, err := in.open(cmd, args)
			if err != nil {
				return err
			}
			list, err := openRejects(in.rejects)
			if err != nil {
				return err
			}
			b := &run.Batch{Processor: p, Workers: in.workers, Sinks: []pipeline.Sink{sink}, Reject: list.reject}
			summary, err := b.Run(cmd.Context(), refs)
			if err := first(err, sink.Close(), out.Flush(), list.close()); err != nil {
				return err
			}
			tell(cmd, args, summary, len(summary.Rejects) > 0)
			return rejectsExit(summary)
		},
	}
	in.add(cmd)
	cmd.Flags().StringVar(&format, "format", "", "jsonl, json (one indented array) or table; by default table on a terminal, else jsonl")
	complete(cmd, "format", formats...)
	return cmd
}

func terminal(w io.Writer) bool {
	o, ok := w.(*stdout)
	return ok && o.terminal()
}

var formats = []string{"jsonl", "json", "table"}

// printer is the sink that is standard output.
type printer struct {
	out    *bufio.Writer
	format string
	first  bool
	buf    []byte
}

func newPrinter(out *bufio.Writer, format string, terminal bool) (*printer, error) {
	switch {
	case format == "" && terminal:
		format = "table"
	case format == "":
		format = "jsonl"
	case !slices.Contains(formats, format):
		return nil, usage("--format %q is none of %s", format, strings.Join(formats, ", "))
	}
	return &printer{out: out, format: format, first: true}, nil
}

// Put writes the records and hands them to the reader of the pipe at once.
func (p *printer) Put(_ context.Context, pages []*record.Page) error {
	for _, page := range pages {
		if err := p.print(page); err != nil {
			return err
		}
	}
	return p.out.Flush()
}

func (p *printer) print(page *record.Page) error {
	if p.format == "table" {
		return showPage(p.out, page)
	}
	p.buf = page.AppendJSON(p.buf[:0])
	if p.format == "jsonl" {
		_, err := p.out.Write(append(p.buf, '\n'))
		return err
	}
	opening := ",\n"
	if p.first {
		opening = "[\n"
	}
	p.first = false
	var indented bytes.Buffer
	indented.WriteString(opening + " ")
	if err := json.Indent(&indented, p.buf, " ", " "); err != nil {
		return err
	}
	_, err := p.out.Write(indented.Bytes())
	return err
}

// Close ends the array of --format json.
func (p *printer) Close() error {
	if p.format != "json" {
		return nil
	}
	closing := "\n]\n"
	if p.first {
		closing = "[]\n"
	}
	_, err := p.out.WriteString(closing)
	return err
}

// rejectList logs every reject and writes it to the file that the user wants.
type rejectList struct {
	file *os.File
	out  *bufio.Writer
}

func openRejects(path string) (*rejectList, error) {
	if path == "" {
		return &rejectList{}, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, usage("--rejects: %w", err)
	}
	return &rejectList{file: f, out: bufio.NewWriter(f)}, nil
}

func (l *rejectList) reject(r *pipeline.Reject) error {
	page := r.URL
	if page == "" {
		page = r.Path
	}
	slog.Warn("page rejected", "page", page, "reason", string(r.Reason), "error", r.Error)
	if l.out == nil {
		return nil
	}
	_, err := l.out.Write(append(r.JSON(), '\n'))
	return err
}

func (l *rejectList) close() error {
	if l.out == nil {
		return nil
	}
	return errors.Join(l.out.Flush(), l.file.Close())
}
