package run

import (
	"context"
	"iter"
	"os"
	"strings"
	"sync"

	"readout/pipeline"
	"readout/pipeline/record"
)

// maxInFlight is how many bytes of memory the pages may take, by estimate, that
// were begun and not yet put into order: at work, or done and waiting for a
// slower one before them. A page that is larger goes alone.
const maxInFlight = 64 << 20

// What a page takes of memory while it is at work, as a multiple of its bytes.
// Measured: a text of 220 kB takes 18 MB (tokens, the model's odds, findings);
// of HTML most bytes are scripts and tags, and a tree takes some 20 times its
// tags. A gzip file has some eight times its size.
const (
	textAtWork = 80
	htmlAtWork = 20
	gunzipped  = 8
)

// unknownSize is what a page is taken for whose size is told only when it comes.
const unknownSize = 100 << 10

// atWork gives the bytes of memory that a page of so many bytes takes while it
// is at work.
func atWork(format pipeline.Format, size int) int {
	factor := htmlAtWork
	if format == pipeline.Text {
		factor = textAtWork
	}
	return min(min(size, pipeline.MaxPageBytes)*factor, maxInFlight)
}

// expected gives what a page will take before it is loaded.
func expected(ref pipeline.Ref) int {
	info, err := os.Stat(ref.File)
	if ref.Stdin || err != nil || !info.Mode().IsRegular() {
		return atWork(ref.Format, unknownSize)
	}
	size := int(min(info.Size(), pipeline.MaxPageBytes))
	if strings.HasSuffix(strings.ToLower(ref.File), ".gz") {
		size *= gunzipped
	}
	return atWork(ref.Format, size)
}

// load is a page in flight and what it takes.
type load struct {
	ref    pipeline.Ref
	weight int
}

// inFlight counts what the pages take that are in flight. Pages enter in their
// order, so that each that has entered can be finished and put into order
// whatever waits behind it. It is safe for concurrent use; one goroutine enters.
type inFlight struct {
	limit int
	mu    sync.Mutex
	bytes int
	less  chan struct{} // bytes has fallen
}

func newInFlight(limit int) *inFlight {
	return &inFlight{limit: limit, less: make(chan struct{}, 1)}
}

// enter waits until there is room for n bytes or nothing else is in flight;
// false says that ctx was done before.
func (f *inFlight) enter(ctx context.Context, n int) bool {
	for !f.fits(n) {
		select {
		case <-f.less:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

func (f *inFlight) fits(n int) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.bytes > 0 && f.bytes+n > f.limit {
		return false
	}
	f.bytes += n
	return true
}

// add counts n bytes more, or less, for what is in flight already.
func (f *inFlight) add(n int) {
	f.mu.Lock()
	f.bytes += n
	f.mu.Unlock()
	if n < 0 {
		select {
		case f.less <- struct{}{}:
		default:
		}
	}
}

// admit gives the references as loads, each when there is room for it.
func (f *inFlight) admit(ctx context.Context, refs iter.Seq2[pipeline.Ref, error]) iter.Seq2[load, error] {
	return func(yield func(load, error) bool) {
		for ref, err := range refs {
			l := load{ref: ref}
			if err == nil {
				if l.weight = max(expected(ref), 1); !f.enter(ctx, l.weight) {
					return
				}
			}
			if !yield(l, err) {
				return
			}
		}
	}
}

// reweigh counts a page that is in flight at what is now known of it.
func (f *inFlight) reweigh(l *load, weight int) {
	f.add(weight - l.weight)
	l.weight = weight
}

// weigh estimates how many bytes of memory a result holds.
func weigh(res Result) int {
	n := 512
	if res.Page != nil {
		n += weighPage(res.Page) + len(res.Body)
	}
	if res.Reject != nil {
		n += len(res.Reject.Body)
	}
	return n
}

// Bytes of an item with its strings, and of a piece of evidence.
const (
	itemBytes     = 256
	evidenceBytes = 56
)

func weighPage(p *record.Page) int {
	n := len(p.Text) + weighItems(p.People) + weighItems(p.Organizations) + weighItems(p.Places) + weighItems(p.Dates) +
		weighItems(p.Counts) + weighItems(p.Elections) + weighItems(p.Statements) + weighItems(p.Meetings)
	for _, x := range p.People {
		n += weighItems(x.Roles)
	}
	for _, x := range p.Meetings {
		n += weighItems(x.Participants)
	}
	for _, a := range p.Annotations {
		n += len(a)
	}
	return n
}

func weighItems[T record.Finding](items []T) int {
	n := 0
	for _, x := range items {
		n += itemBytes + evidenceBytes*cap(x.Proven().Evidence)
	}
	return n
}
