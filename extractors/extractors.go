// Package extractors holds the extractors of readout: one file, one
// extractor. They know the register of press pages and nothing of networks,
// files, the clock or Kafka.
package extractors

import (
	"bufio"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"readout/pipeline"
)

// Generation grows when the rules or the model change what comes out: it
// orders the records that two versions of the program make of one page. It
// stays under 1000.
const Generation = 3

// List is every extractor, in the order in which they run as far as their
// needs allow. To add one, write its file and add a line here.
func List() []pipeline.Extractor {
	return []pipeline.Extractor{
		people(),
		organizations(),
		roles(),
		places(),
		dates(),
		counts(),
		elections(),
		statements(),
		topics(),
		meetings(),
		mentionsAgain(),
	}
}

// Suite is the checked list. An error is a mistake in an extractor's declaration.
func Suite() (*pipeline.Suite, error) { return pipeline.NewSuite(List()) }

// unmeasured is the confidence of a rule that the table does not hold.
const unmeasured = .5

//go:embed confidence.tsv
var confidenceTSV string

var confidences = sync.OnceValues(func() (map[string]float64, error) {
	table := map[string]float64{}
	lines := bufio.NewScanner(strings.NewReader(confidenceTSV))
	for n := 1; lines.Scan(); n++ {
		if lines.Text() == "" || strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		rule, value, _ := strings.Cut(lines.Text(), "\t")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || v < 0 || v > 1 {
			return nil, fmt.Errorf("confidence.tsv:%d: %q is no confidence", n, value)
		}
		table[rule] = v
	}
	return table, nil
})

// Confidence gives the measured precision of a rule ("extractor/rule"), .5
// where it was not measured. Safe for concurrent use.
func Confidence(rule string) float64 {
	table, err := confidences()
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	if v, ok := table[rule]; ok {
		return v
	}
	return unmeasured
}
