package pipeline

import (
	"context"
	"fmt"

	"readout/pipeline/record"
)

// Sink takes the records of a run: a file, a database, Kafka. It is called
// from one goroutine, in the order of the run, and neither keeps nor changes
// a page after Put returned. Implementations: pipeline/table/jsonl,
// pipeline/store/sqlite, pipeline/stream.
type Sink interface {
	// Put hands over some records. When it returns nil they are out of the
	// program's hands: written to the file, committed, acknowledged. A
	// Refused says that all but the pages it names are; the run goes on and
	// counts those as rejects. After any other error the sink is done for:
	// only Close may be called, and what of the call was stored is not known but
	// where a Partly tells it.
	Put(ctx context.Context, pages []*record.Page) error

	// Close finishes what Put began and frees the sink. It is called once,
	// also after an error, and its error counts: a full disk may show only here.
	Close() error
}

// Partly is the error of a Sink.Put that failed when the first Taken records
// were out of the program's hands. Err is why.
type Partly struct {
	Taken int
	Err   error
}

func (e *Partly) Error() string { return e.Err.Error() }

// Unwrap gives Err.
func (e *Partly) Unwrap() error { return e.Err }

// Refused is the error of Sink.Put for pages that the sink cannot take while
// it takes others: too large a record, say. It is never empty.
type Refused []RefusedPage

// RefusedPage is one of them. Err names the stage and the reason of its reject.
type RefusedPage struct {
	Page *record.Page
	Err  *Error
}

// Error names the first page and why it was refused, and how many more there are.
func (r Refused) Error() string {
	if len(r) == 0 {
		return "no page refused" // our own bug, but no reason to panic while reporting
	}
	first := fmt.Sprintf("page %s: %v", r[0].Page.ID, r[0].Err)
	if len(r) == 1 {
		return first
	}
	return fmt.Sprintf("%s (and %d more pages)", first, len(r)-1)
}
