package train

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/pipeline/eval"
	"readout/pipeline/nlp/model"
)

// Doc is a document with its names. Weight is what one of its sentences
// counts in training, 1 for text that people labelled with care.
type Doc struct {
	Text  model.Text
	Names []model.Span
	// Doubtful are names that are in Names, but not to be learnt from: their
	// islands are passed over.
	Doubtful []model.Span
	Weight   float64
}

// doubts tells whether a doubtful name lies in the words [first, last).
func (d *Doc) doubts(first, last int) bool {
	for _, s := range d.Doubtful {
		if s.First < last && first < s.Last {
			return true
		}
	}
	return false
}

// Source is a file that the model was made of, as it is named in the report:
// anyone who has the same bytes makes the same model.
type Source struct{ Name, SHA256 string }

// open opens a file, gunzipped where its name ends in .gz, and hashes its bytes.
func open(path string) (io.Reader, Source, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, Source{}, err
	}
	sum := sha256.Sum256(data)
	s := Source{Name: filepath.Base(path), SHA256: hex.EncodeToString(sum[:])}
	if !strings.HasSuffix(path, ".gz") {
		return strings.NewReader(string(data)), s, nil
	}
	z, err := gzip.NewReader(strings.NewReader(string(data)))
	if err != nil {
		return nil, s, fmt.Errorf("%s: %w", path, err)
	}
	return z, s, nil
}

// ReadFile reads a corpus in columns (see eval.ReadNames), gunzipped where the
// name ends in .gz.
func ReadFile(path string) ([]eval.NamedText, Source, error) {
	r, src, err := open(path)
	if err != nil {
		return nil, src, err
	}
	list, err := eval.ReadNames(r)
	if err != nil {
		return nil, src, fmt.Errorf("%s: %w", path, err)
	}
	return list, src, nil
}

// Score measures a model on gold pages, whose places are not labelled by hand.
func Score(m *model.Model, docs []Doc) *eval.NamesReport {
	list := make([]eval.NamedText, len(docs))
	for i, d := range docs {
		list[i] = eval.NamedText{Text: d.Text, Names: d.Names}
	}
	return eval.ScoreNames(list, m.Tag, model.Place)
}
