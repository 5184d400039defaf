// Command trainnames makes the model of names, pipeline/nlp/model/names.model.
// It is no part of the program: who changes the model runs it. What the
// shipped model was made of, with hashes, is in pipeline/nlp/train/SOURCES.md.
//
//	go run ./cmd/trainnames -corpora DIR -archive FILE -gold DIR,DIR,... -out pipeline/nlp/model/names.model
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/pipeline/eval"
	"readout/pipeline/nlp/model"
	"readout/pipeline/nlp/train"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "trainnames:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("trainnames", flag.ContinueOnError)
	corpora := flags.String("corpora", "", "`folder` of the corpora in columns")
	archive := flags.String("archive", "", "`file` of raw text, JSON lines, gunzipped where it ends in .gz")
	gold := flags.String("gold", "", "`folders` of gold sets, parted by commas")
	withoutGold := flags.Bool("without-gold", false, "train on what is public only")
	folds := flags.Int("folds", 0, "keep one in `N` gold pages aside and measure on them")
	fold := flags.Int("fold", 0, "which `fold` is kept aside, from 0")
	rows := flags.Int("rows", train.DefaultRows, "rows of the model's table")
	out := flags.String("out", "", "model `file` to write")
	measure := flags.String("eval", "", "corpora to measure on, `files` parted by commas")
	if err := flags.Parse(args); err != nil {
		return err
	}
	r := train.Recipe{Corpora: train.OpenCorpora(*corpora), Archive: *archive, HeldOut: train.KeptAside(),
		Folds: *folds, Fold: *fold, Rows: *rows, Log: stdout}
	if !*withoutGold {
		r.Gold = list(*gold)
	}
	res, err := train.Run(r)
	if err != nil {
		return err
	}
	for _, s := range res.Sources {
		fmt.Fprintf(stdout, "source %s %s\n", s.SHA256, s.Name)
	}
	fmt.Fprintf(stdout, "model %x %d bytes\n", sha256.Sum256(res.Model), len(res.Model))
	m, err := model.Load(res.Model)
	if err != nil {
		return err
	}
	if err := report(stdout, m, res.Aside, list(*measure)); err != nil {
		return err
	}
	if *out == "" {
		return nil
	}
	return os.WriteFile(*out, res.Model, 0o644)
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}

// report measures on the gold pages kept aside and on corpora.
func report(w io.Writer, m *model.Model, aside []train.Doc, files []string) error {
	if len(aside) > 0 {
		fmt.Fprintln(w, "gold pages kept aside")
		if err := train.Score(m, aside).WriteText(w); err != nil {
			return err
		}
	}
	for _, file := range files {
		docs, _, err := train.ReadFile(file)
		if err != nil {
			return err
		}
		fmt.Fprintln(w, filepath.Base(file))
		if err := eval.ScoreNames(docs, m.Tag).WriteText(w); err != nil {
			return err
		}
	}
	return nil
}
