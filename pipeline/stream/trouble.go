package stream

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"
)

const (
	// noticeAfter is how long a fault lasts before it is told.
	noticeAfter = 2 * time.Second

	// missingPatience is how long a topic that is not there is waited for: a
	// new one is known everywhere within seconds, a deleted one never comes back.
	missingPatience = 8 * time.Second

	minBackoff = 50 * time.Millisecond
	maxBackoff = time.Second
)

// bulletin tells of faults that many partitions share once, and once of
// their end.
type bulletin struct {
	notice func(string)
	mu     sync.Mutex
	open   int // faults that last
}

func newBulletin(notice func(string)) *bulletin {
	if notice == nil {
		notice = func(string) {}
	}
	return &bulletin{notice: notice}
}

func (b *bulletin) begin(sentence string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open++; b.open == 1 {
		b.notice(sentence)
	}
}

// end says that a fault is over; sentence is "" where nobody waits for the end.
func (b *bulletin) end(sentence string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open--; b.open == 0 && sentence != "" {
		b.notice(sentence)
	}
}

// trouble follows a fault from its first failed attempt to its end: how long
// to wait between attempts, when to tell of it, when to give up.
type trouble struct {
	where    string        // what is tried, as a sentence begins
	patience time.Duration // 0 for ever
	bulletin *bulletin

	since   time.Time // start of the first failed attempt; zero while all is well
	started time.Time // of the attempt that is under way
	backoff time.Duration
	missing time.Time // since when the topic is said not to be there
	told    bool
}

func newTrouble(where string, patience time.Duration, b *bulletin) *trouble {
	return &trouble{where: where, patience: patience, bulletin: b, started: time.Now()}
}

// over says that an attempt succeeded.
func (t *trouble) over() {
	if t.told {
		t.bulletin.end(t.where + ": goes on")
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
	patience := t.patience
	switch {
	case !isMissing(err):
		t.missing = time.Time{}
	case t.missing.IsZero(): // a broker that comes back learns of its topics first
		t.missing = time.Now()
	case patience > 0:
		patience = min(patience, t.missing.Sub(t.since)+missingPatience)
	}
	wait := t.backoff
	if lasts < noticeAfter {
		wait = min(wait, noticeAfter-lasts+time.Millisecond)
	}
	left := "until it is back"
	if patience > 0 {
		wait = min(wait, patience-lasts+time.Millisecond)
		left = "for " + (patience - lasts).Round(time.Second).String()
	}
	switch {
	case ctx.Err() != nil:
		return t.give(ctx.Err())
	case patience > 0 && lasts > patience:
		return t.give(fmt.Errorf("given up after %s: %w", lasts.Round(time.Second), t.plain(err)))
	case lasts > noticeAfter && !t.told:
		t.told = true
		t.bulletin.begin(fmt.Sprintf("%s: %v; trying on %s", t.where, t.plain(err), left))
	}
	t.backoff = min(2*t.backoff, maxBackoff)
	if pause(ctx, wait) != nil {
		return t.give(ctx.Err())
	}
	t.started = time.Now()
	return nil
}

// plain says a fault in plain words, without the place where the error begins
// with it: the trouble's own sentences do.
func (t *trouble) plain(err error) error {
	err = plainError(err)
	rest, cut := strings.CutPrefix(err.Error(), t.where)
	if words := strings.TrimLeft(rest, ",: "); cut && words != rest && words != "" {
		return inWords{words, err}
	}
	return err
}

// give ends the trouble with an error.
func (t *trouble) give(err error) error {
	if t.told {
		t.bulletin.end("")
		t.told = false
	}
	return fmt.Errorf("%s: %w", t.where, err)
}
