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
			go func() { done <- honest(p, kind.page(size)) }()
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

// honest makes the record of a page and reads it back, as every reader does;
// an article that is not wanted is no error.
func honest(p *run.Processor, in *pipeline.Page) error {
	page, err := p.Page(in, nil)
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
	allocated := func(page *pipeline.Page) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := honest(p, page); err != nil {
			t.Error(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(hostilePages()[0].page(1000)) // loads the word lists
	for _, kind := range hostilePages() {
		t.Run(kind.name, func(t *testing.T) {
			once, twice := allocated(kind.page(20_000)), allocated(kind.page(40_000))
			if float64(twice) > 3.3*float64(once) {
				t.Errorf("%d KB for 20 KB of text, %d KB for 40 KB", once>>10, twice>>10)
			}
		})
	}
}
