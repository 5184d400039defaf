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
			t.Errorf("%s fell from %.3f to %.3f: see readout eval testdata/gold --part all --errors %s", name, want, got[name], name)
		}
	}
}

// The row of the README's table that anybody can repeat is the recorded one.
func TestReadmeScores(t *testing.T) {
	recorded, err := os.ReadFile(scoresFile)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for line := range strings.Lines(string(recorded)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		f, err := strconv.ParseFloat(value, 64)
		if err != nil {
			t.Fatalf("%s: %v", scoresFile, err)
		}
		values[name] = strings.TrimPrefix(fmt.Sprintf("%.2f", f), "0")
	}
	var head []string
	for line := range strings.Lines(topFile(t, "README.md")) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case len(cells) > 2 && cells[0] == "pages" && cells[1] == "part":
			head = cells
		case strings.HasPrefix(cells[0], "testdata/gold") && len(cells) == len(head):
			for i := 2; i < len(head); i++ {
				if want, known := values[head[i]]; !known || cells[i] != want {
					t.Errorf("README: %s of testdata/gold is %q, want %q", head[i], cells[i], want)
				}
			}
			return
		}
	}
	t.Error("README: no row for testdata/gold")
}
