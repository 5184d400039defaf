package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"readout/pipeline/store"
)

// markTime is how the time of a message stands in the table of offsets, in UTC.
const markTime = "2006-01-02T15:04:05.000Z"

// Topics gives the topics that the database has offsets of, sorted.
func (d *DB) Topics(ctx context.Context) ([]string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var topics []string
	err := d.query(ctx, func(rows *sql.Rows) error {
		var topic string
		err := rows.Scan(&topic)
		topics = append(topics, topic)
		return err
	}, "SELECT DISTINCT topic FROM offsets ORDER BY topic")
	if err != nil {
		return nil, d.failed("read the offsets of", err)
	}
	return topics, nil
}

// Offsets gives where each partition of a topic stands.
func (d *DB) Offsets(ctx context.Context, topic string) (map[int]store.Position, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := map[int]store.Position{}
	err := d.query(ctx, func(rows *sql.Rows) error {
		var (
			partition int
			at        store.Position
			last      sql.NullInt64
			when      sql.NullString
			sum       []byte
		)
		if err := rows.Scan(&partition, &at.Next, &last, &when, &sum); err != nil {
			return err
		}
		if last.Valid {
			at.Last = &store.Mark{Offset: last.Int64}
			copy(at.Last.SHA256[:], sum)
			var err error
			if at.Last.Time, err = time.Parse(markTime, when.String); err != nil {
				return fmt.Errorf("topic %s, partition %d: last_time %q is no time", topic, partition, when.String)
			}
		}
		next[partition] = at
		return nil
	}, `SELECT "partition", next, last_offset, last_time, last_sha256 FROM offsets WHERE topic = ?`, topic)
	if err != nil {
		return nil, d.failed("read the offsets of", err)
	}
	return next, nil
}

// Forget drops where the partitions of a topic stand, and no rows.
func (d *DB) Forget(ctx context.Context, topic string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	err := d.transaction(ctx, func() error {
		_, err := d.exec("DELETE FROM offsets WHERE topic = ?", topic)
		return err
	})
	if err != nil {
		return d.failed("write", err)
	}
	return nil
}

// advance moves the offset of the batch's partition, if it is where the batch
// begins. A batch without a message leaves the mark of the last one.
func (d *DB) advance(ctx context.Context, b *store.Batch) error {
	mark := make([]any, 3)
	if n := len(b.Messages); n > 0 {
		m := b.Messages[n-1].Mark()
		mark = []any{m.Offset, m.Time.UTC().Format(markTime), m.SHA256[:]}
	}
	result, err := d.exec(`UPDATE offsets SET next = ?, last_offset = coalesce(?, last_offset), last_time = coalesce(?, last_time), last_sha256 = coalesce(?, last_sha256) `+
		`WHERE topic = ? AND "partition" = ? AND next = ?`, b.Next, mark[0], mark[1], mark[2], b.Topic, b.Partition, b.From)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 1 {
		return err
	}
	var next int64
	err = d.conn.QueryRowContext(context.WithoutCancel(ctx), `SELECT next FROM offsets WHERE topic = ? AND "partition" = ?`, b.Topic, b.Partition).Scan(&next)
	switch {
	case err == nil:
		return fmt.Errorf("topic %s, partition %d: the batch starts at offset %d, the database is at %d: %w", b.Topic, b.Partition, b.From, next, store.ErrFenced)
	case !errors.Is(err, sql.ErrNoRows):
		return err
	case b.Continues:
		return fmt.Errorf("topic %s, partition %d: the batch goes on from offset %d, the database has none any more: %w", b.Topic, b.Partition, b.From, store.ErrFenced)
	}
	_, err = d.exec(`INSERT INTO offsets (topic, "partition", next, last_offset, last_time, last_sha256) VALUES (?, ?, ?, ?, ?, ?)`,
		b.Topic, b.Partition, b.Next, mark[0], mark[1], mark[2])
	return err
}
