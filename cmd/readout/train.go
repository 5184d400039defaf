package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readout/pipeline/eval"
	"readout/pipeline/nlp/model"
	"readout/pipeline/nlp/train"
)

type trainFlags struct {
	corpora, archive, out string
	part                  string
	gold, measure         []string
	folds, fold, rows     int
}

func newTrain() *cobra.Command {
	f := &trainFlags{}
	cmd := &cobra.Command{
		Use:   "train --corpora DIR",
		Short: "Make the model of names anew, for those who change it",
		Long: `Makes the model of names that is part of the program from corpora, raw text and
gold sets: the same sources and the same source code give the same bytes. What
the shipped model was made of, with hashes, stands in pipeline/nlp/train/SOURCES.md.
Standard output tells the hash of each source and of the model, and what was
measured on pages kept aside and on corpora. Of a gold set only the open part is
trained on, as eval --part open scores it, unless --part says otherwise.`,
		Example: `  readout train --corpora corpora --archive archive.jsonl.gz --out pipeline/nlp/model/names.model
  readout train --corpora corpora --gold gold/press --gold gold/world --folds 5 --fold 0
  readout train --corpora corpora --measure pud.tsv.gz`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.corpora == "" {
				return usage("--corpora DIR is needed: the folder of the corpora that pipeline/nlp/train/SOURCES.md lists")
			}
			if f.fold < 0 || f.folds < 0 || f.folds > 0 && f.fold >= f.folds {
				return usage("--fold %d --folds %d: the folds count from 0", f.fold, f.folds)
			}
			if err := checkPart(f.part); err != nil {
				return err
			}
			return interruptible(cmd.Context(), func() error { return f.run(cmd.OutOrStdout(), cmd.ErrOrStderr()) })
		},
	}
	cmd.Flags().StringVar(&f.corpora, "corpora", "", "`DIR` of the corpora in columns")
	cmd.Flags().StringVar(&f.archive, "archive", "", "`FILE` of raw text, JSON lines, gunzipped where it ends in .gz")
	cmd.Flags().StringArrayVar(&f.gold, "gold", nil, "gold set `DIR`; several may be given, without any the model is made of what is public")
	cmd.Flags().StringVar(&f.part, "part", string(eval.Open), "open, hidden or all: pages of the gold sets that are read; a model trained on hidden ones cannot be measured on them")
	complete(cmd, "part", string(eval.Open), string(eval.Hidden), string(eval.All))
	cmd.Flags().IntVar(&f.folds, "folds", 0, "keep one in `N` gold pages aside and measure on them")
	cmd.Flags().IntVar(&f.fold, "fold", 0, "which of the folds is kept aside, from 0")
	cmd.Flags().IntVar(&f.rows, "rows", train.DefaultRows, "rows of the model's table")
	cmd.Flags().StringVar(&f.out, "out", "", "model `FILE` to write")
	cmd.Flags().StringArrayVar(&f.measure, "measure", nil, "corpus `FILE` in columns to measure on; several may be given")
	return cmd
}

func (f *trainFlags) run(out, progress io.Writer) error {
	if err := writable(f.out); err != nil { // told now, not after an hour of training
		return fmt.Errorf("--out: %w", err)
	}
	res, err := train.Run(train.Recipe{Corpora: train.OpenCorpora(f.corpora), Gold: f.gold, Part: eval.Part(f.part), Archive: f.archive,
		HeldOut: train.KeptAside(), Folds: f.folds, Fold: f.fold, Rows: f.rows, Log: progress})
	if err != nil {
		return err
	}
	for _, s := range res.Sources {
		fmt.Fprintf(out, "source %s %s\n", s.SHA256, s.Name)
	}
	fmt.Fprintf(out, "model %x %d bytes\n", sha256.Sum256(res.Model), len(res.Model))
	m, err := model.Load(res.Model)
	if err != nil {
		return err
	}
	if err := f.report(out, m, res.Aside); err != nil {
		return err
	}
	if f.out == "" {
		return nil
	}
	if err := os.WriteFile(f.out, res.Model, 0o644); err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return nil
}

// writable tries whether a file can be written, and leaves it as it was.
func writable(path string) error {
	if path == "" {
		return nil
	}
	_, err := os.Stat(path)
	fresh := os.IsNotExist(err)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil || !fresh {
		return err
	}
	return os.Remove(path)
}

// report measures on the gold pages kept aside and on corpora.
func (f *trainFlags) report(w io.Writer, m *model.Model, aside []train.Doc) error {
	if len(aside) > 0 {
		fmt.Fprintln(w, "gold pages kept aside")
		if err := train.Score(m, aside).WriteText(w); err != nil {
			return err
		}
	}
	for _, file := range f.measure {
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
