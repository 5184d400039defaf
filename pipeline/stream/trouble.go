package stream

import (
	"context"
	"fmt"
	"time"
)

const (
	// noticeAfter is how long a fault lasts before it is told.
	noticeAfter = 2 * time.Second

	minBackoff = 50 * time.Millisecond
	maxBackoff = time.Second
)

// trouble follows a fault from its first failed attempt to its end: how long
// to wait between attempts, when to tell of it, when to give up.
type trouble struct {
	where    string        // what is tried, as a sentence begins
	patience time.Duration // 0 for ever
	notice   func(string)

	since   time.Time // start of the first failed attempt; zero while all is well
	started time.Time // of the attempt that is under way
	backoff time.Duration
	told    bool
}

func newTrouble(where string, patience time.Duration, notice func(string)) *trouble {
	return &trouble{where: where, patience: patience, notice: notice, started: time.Now()}
}

// over says that an attempt succeeded.
func (t *trouble) over() {
	if t.told {
		t.notice(t.where + ": goes on")
	}
	t.since, t.told, t.started = time.Time{}, false, time.Now()
}

// again says that an attempt failed and waits until the next one. The error
// is the fault in a sentence, once patience is over, or that ctx is done.
func (t *trouble) again(ctx context.Context, err error) error {
	if t.since.IsZero() {
		t.since, t.backoff = t.started, minBackoff
	}
	lasts := time.Since(t.since)
	wait := t.backoff
	if lasts < noticeAfter {
		wait = min(wait, noticeAfter-lasts+time.Millisecond)
	}
	left := "until it is back"
	if t.patience > 0 {
		wait = min(wait, t.patience-lasts+time.Millisecond)
		left = "for " + (t.patience - lasts).Round(time.Second).String()
	}
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", t.where, ctx.Err())
	case t.patience > 0 && lasts > t.patience:
		return fmt.Errorf("%s: given up after %s: %w", t.where, lasts.Round(time.Second), plainError(err))
	case lasts > noticeAfter && !t.told:
		t.told = true
		t.notice(fmt.Sprintf("%s: %v; trying on %s", t.where, plainError(err), left))
	}
	t.backoff = min(2*t.backoff, maxBackoff)
	if pause(ctx, wait) != nil {
		return fmt.Errorf("%s: %w", t.where, ctx.Err())
	}
	t.started = time.Now()
	return nil
}
