package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"readout/pipeline/eval"
)

const (
	goldDir    = "../../testdata/gold"
	scoresFile = "../../testdata/scores.tsv"
)

// The scores on our own annotated pages, field by field, stand in the tree and
// do not fall unnoticed. -update writes what is reached now: read that diff.
func TestScores(t *testing.T) {
	var report eval.Report
	if err := json.Unmarshal(readout(t, "eval", goldDir, "--json"), &report); err != nil {
		t.Fatal(err)
	}
	if report.Predicted != report.Pages {
		t.Errorf("%d of %d pages have a record", report.Predicted, report.Pages)
	}
	got := map[string]float64{"record": report.Record}
	var lines strings.Builder
	for _, name := range eval.Fields {
		got[name] = report.Fields[name].F1
		fmt.Fprintf(&lines, "%s\t%.3f\n", name, got[name])
	}
	for _, name := range eval.Rates {
		got[name] = report.Rates[name]
		fmt.Fprintf(&lines, "%s\t%.3f\n", name, got[name])
	}
	fmt.Fprintf(&lines, "record\t%.3f\n", report.Record)
	if *update {
		write(t, scoresFile, []byte(lines.String()))
		return
	}
	recorded, err := os.ReadFile(scoresFile)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(recorded)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		want, err := strconv.ParseFloat(value, 64)
		if err != nil {
			t.Fatalf("%s: %v", scoresFile, err)
		}
		if got[name] < want-.0006 { // the file has three places
			t.Errorf("%s fell from %.3f to %.3f: see readout eval testdata/gold --errors %s", name, want, got[name], name)
		}
	}
}
