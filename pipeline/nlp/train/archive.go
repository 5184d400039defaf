package train

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"readout/pipeline"
	"readout/pipeline/nlp"
	"readout/pipeline/nlp/model"
)

// entry is a line of the archive of readouts.
type entry struct{ URL, Title, Text string }

// HeldOut lists the pages of the archive that are kept aside for testing, by
// the first 16 hex digits of the SHA-256 of their URL.
type HeldOut map[string]bool

// ReadHeldOut reads the list, a hash a line.
func ReadHeldOut(list string) HeldOut {
	h := HeldOut{}
	for _, line := range strings.Fields(list) {
		h[line] = true
	}
	return h
}

func (h HeldOut) has(url string) bool {
	sum := sha256.Sum256([]byte(url))
	return h[hex.EncodeToString(sum[:8])]
}

// ReadArchive reads raw text, JSON lines with url, title and text, without
// the pages kept aside and without those that repeat an earlier text.
func ReadArchive(path string, out HeldOut) (texts []model.Text, src Source, err error) {
	r, src, err := open(path)
	if err != nil {
		return nil, src, err
	}
	seen := map[[32]byte]bool{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		var e entry
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, src, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if sum := sha256.Sum256([]byte(e.Text)); !out.has(e.URL) && !seen[sum] {
			seen[sum] = true
			texts = append(texts, TextOf(nlp.Analyze(&pipeline.Article{Text: e.Title + "\n\n" + e.Text}, nil)))
		}
	}
	return texts, src, lines.Err()
}
