package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/store/change"
)

// Put stores records in one transaction. A page whose stored revision is
// newer stays as it is; so does one whose record is the same to the byte.
// Otherwise the page and all its rows are replaced. A record that cannot be
// cut into rows is refused (pipeline.Refused) and the others are stored.
func (d *DB) Put(ctx context.Context, pages []*record.Page) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var refused error
	err := d.transaction(ctx, func() error {
		stored, err := d.stored(ctx, change.IDs(pages))
		if err != nil {
			return err
		}
		changes, no := change.FromPages(pages, stored)
		if len(no) > 0 {
			refused = no
		}
		return d.carryOut(ctx, changes)
	})
	if err != nil {
		return d.failed("write", err)
	}
	return refused
}

// Apply stores a batch and its offset in one transaction, and gives its dead letters.
func (d *DB) Apply(ctx context.Context, b store.Batch) ([]store.DeadLetter, error) {
	if err := checkBatch(&b); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	var dead []store.DeadLetter
	err := d.transaction(ctx, func() error {
		if err := d.advance(ctx, &b); err != nil {
			return err
		}
		stored, err := d.stored(ctx, change.Keys(b.Messages))
		if err != nil {
			return err
		}
		var changes []change.Change
		changes, dead = change.FromMessages(b.Messages, stored)
		if err := d.carryOut(ctx, changes); err != nil {
			return err
		}
		return d.bury(ctx, &b, dead)
	})
	if err != nil {
		return nil, d.failed("write", err)
	}
	return dead, nil
}

// checkBatch finds a caller's mistake that would lose or double messages.
func checkBatch(b *store.Batch) error {
	at := b.From
	for _, m := range b.Messages {
		if m.Offset < at || m.Offset >= b.Next {
			return fmt.Errorf("sqlite: topic %s, partition %d: a message of offset %d in a batch from %d to %d", b.Topic, b.Partition, m.Offset, b.From, b.Next)
		}
		at = m.Offset + 1
	}
	if b.Next < b.From {
		return fmt.Errorf("sqlite: topic %s, partition %d: a batch from %d back to %d", b.Topic, b.Partition, b.From, b.Next)
	}
	return nil
}

// stored looks pages up.
func (d *DB) stored(ctx context.Context, ids []string) (map[string]change.Stored, error) {
	out := make(map[string]change.Stored, len(ids))
	look, err := d.prepared("SELECT revision, record_sha256 FROM pages WHERE id = ?")
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var s change.Stored
		var digest []byte
		err := look.QueryRowContext(context.Background(), id).Scan(&s.Revision, &digest)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, err
		}
		copy(s.Digest[:], digest)
		out[id] = s
	}
	return out, nil
}

// carryOut deletes and inserts pages, in the order in which they came: that of
// the rows of pages is then the order of the run, wherever its batches were cut.
func (d *DB) carryOut(ctx context.Context, changes []change.Change) error {
	remove, err := d.prepared("DELETE FROM pages WHERE id = ?")
	if err != nil {
		return err
	}
	slices.SortFunc(changes, func(a, b change.Change) int { return a.Turn - b.Turn })
	in := inserter{db: d}
	for _, c := range changes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if c.Delete { // its rows go with it
			if _, err := remove.ExecContext(context.Background(), c.ID); err != nil {
				return err
			}
		}
		if c.Rows != nil {
			if err := in.add(c.Rows, c.Digest); err != nil {
				return err
			}
		}
	}
	return in.flush()
}

// bury keeps dead letters: in place of those that the batch's messages were
// when they were read before.
func (d *DB) bury(ctx context.Context, b *store.Batch, dead []store.DeadLetter) error {
	const place = `topic = ? AND "partition" = ? AND message_offset `
	var before []int64
	err := d.query(context.WithoutCancel(ctx), func(rows *sql.Rows) error {
		var offset int64
		err := rows.Scan(&offset)
		before = append(before, offset)
		return err
	}, "SELECT message_offset FROM dead_letters WHERE "+place+"BETWEEN ? AND ?", b.Topic, b.Partition, b.From, b.Next-1)
	if err != nil {
		return err
	}
	for _, m := range b.Messages {
		// What is there and not in the batch was compacted away since: kept.
		if slices.Contains(before, m.Offset) {
			if _, err := d.exec("DELETE FROM dead_letters WHERE "+place+"= ?", b.Topic, b.Partition, m.Offset); err != nil {
				return err
			}
		}
	}
	for _, x := range dead {
		_, err := d.exec(`INSERT INTO dead_letters (topic, "partition", message_offset, reason, error, key, value) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			b.Topic, b.Partition, x.Message.Offset, x.Reason, x.Err.Error(), x.Message.Key, x.Message.Value)
		if err != nil {
			return err
		}
	}
	return nil
}
