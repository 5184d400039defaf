package extractors_test

import (
	"errors"
	"runtime"
	"testing"
	"time"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/run"
)

// hostileText is the text of a page of a kind, of about size bytes.
func hostileText(kind hostilePage, size int) []byte {
	return []byte("Talks in Oslo\n\nThe members of the council met and it was good for all of them.\n\n" + kind.text(size) + "\n")
}

// TestHostilePages takes pages of nearly the greatest length that say nothing
// through the whole flow, with the tagger: each gives an honest record, or
// a reject of the article. The bound is wide, for slow machines that do other things: on an idle one each
// takes under 2 s, and what the bound tells apart, the square of the length,
// took minutes.
func TestHostilePages(t *testing.T) {
	const size = hostileSize
	p := processor(t)
	for _, kind := range hostilePages() {
		t.Run(kind.name, func(t *testing.T) {
			start := time.Now()
			done := make(chan error, 1)
			go func() { done <- honest(p, hostileText(kind, size)) }()
			select {
			case err := <-done:
				if err != nil {
					t.Error(err)
				}
				t.Logf("%.2f s", time.Since(start).Seconds())
			case <-time.After(patience):
				t.Fatalf("%d bytes take longer than %s", size, patience)
			}
		})
	}
}

// honest makes the record of a text and reads it back, as every reader does;
// an article that is not wanted is no error.
func honest(p *run.Processor, text []byte) error {
	page, err := p.Page(&pipeline.Page{Path: "long.txt", Format: pipeline.Text, Body: text}, nil)
	var e *pipeline.Error
	if errors.As(err, &e) && e.Stage == pipeline.StageArticle {
		return nil // a reject: no English, no article
	}
	if err != nil {
		return err
	}
	_, err = record.ParsePage(page.AppendJSON(nil))
	return err
}

// TestHostileGrowth: of a page of twice the length no more than about twice is
// allocated. Allocations are counted and not seconds, which a busy machine
// stretches.
func TestHostileGrowth(t *testing.T) {
	p := processor(t)
	p.Tagger = nil // has a bound of its own
	allocated := func(text []byte) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := honest(p, text); err != nil {
			t.Error(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(hostileText(hostilePages()[0], 1000)) // loads the word lists
	for _, kind := range hostilePages() {
		t.Run(kind.name, func(t *testing.T) {
			once, twice := allocated(hostileText(kind, 20_000)), allocated(hostileText(kind, 40_000))
			if float64(twice) > 3.3*float64(once) {
				t.Errorf("%d KB for 20 KB of text, %d KB for 40 KB", once>>10, twice>>10)
			}
		})
	}
}
