package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strings"

	"readout/pipeline/record"
	"readout/pipeline/table"
)

// ErrNoPage says that the database has no page of that id.
var ErrNoPage = errors.New("no such page")

// Page gives a record back as it was stored, or wraps ErrNoPage.
func (d *DB) Page(ctx context.Context, id string) (*record.Page, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	rows := new(table.Rows)
	err := d.snapshot(ctx, func() error {
		for i, t := range table.Tables() {
			if err := d.rowsOf(ctx, &t, id, &rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, d.failed("read", err)
	}
	if len(rows[table.Pages]) == 0 {
		return nil, fmt.Errorf("sqlite: %s: page %s: %w", d.path, id, ErrNoPage)
	}
	p, err := table.Assemble(rows)
	if err != nil {
		return nil, fmt.Errorf("sqlite: %s: %w", d.path, err)
	}
	return p, nil
}

// rowsOf reads the rows of a page in one table, in the order of n.
func (d *DB) rowsOf(ctx context.Context, t *table.Table, id string, into *[][]any) error {
	names := make([]string, len(t.Columns))
	column, order := "id", "id"
	for i, c := range t.Columns {
		names[i] = c.Name
		switch c.Name {
		case "page_id":
			column = c.Name
		case "n":
			order = c.Name
		}
	}
	return d.query(ctx, func(rows *sql.Rows) error {
		row := make([]any, len(t.Columns))
		pointers := make([]any, len(row))
		for i := range row {
			pointers[i] = &row[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		for i, c := range t.Columns {
			if n, ok := row[i].(int64); ok && c.Kind == table.Bool {
				row[i] = n != 0
			}
		}
		*into = append(*into, row)
		return nil
	}, "SELECT "+strings.Join(names, ", ")+" FROM "+t.Name+" WHERE "+column+" = ? ORDER BY "+order, id)
}

// Count gives the number of rows of one of the tables.
func (d *DB) Count(ctx context.Context, name string) (n int64, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	err = d.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&n) }, "SELECT count(*) FROM "+quoted(name))
	if err != nil {
		return 0, d.failed("read", err)
	}
	return n, nil
}

// Checksum gives the SHA-256 of every row of the named tables, or of all, in
// an order that does not depend on how they were written: databases with the
// same rows have the same checksum.
func (d *DB) Checksum(ctx context.Context, tables ...string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(tables) == 0 {
		tables = allTables()
	}
	h := sha256.New()
	err := d.snapshot(ctx, func() error {
		for _, name := range tables {
			fmt.Fprintf(h, "%s\n", name)
			if err := d.hashTable(ctx, h, name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", d.failed("read", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// hashTable hashes the rows of a table in the order of its primary key.
func (d *DB) hashTable(ctx context.Context, h hash.Hash, name string) error {
	var key []string
	err := d.query(ctx, func(rows *sql.Rows) error {
		var column string
		err := rows.Scan(&column)
		key = append(key, quoted(column))
		return err
	}, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", name)
	if err != nil {
		return err
	}
	return d.query(ctx, func(rows *sql.Rows) error {
		columns, err := rows.Columns()
		if err != nil {
			return err
		}
		values := make([]any, len(columns))
		pointers := make([]any, len(columns))
		for i := range values {
			pointers[i] = &values[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		for _, v := range values {
			fmt.Fprintf(h, "%T %q\n", v, fmt.Sprint(v))
		}
		return nil
	}, "SELECT * FROM "+quoted(name)+" ORDER BY "+strings.Join(key, ", "))
}

// snapshot runs f on one state of the database, whatever others write.
func (d *DB) snapshot(ctx context.Context, f func() error) error {
	if d.conn == nil {
		return errClosed
	}
	if _, err := d.conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	err := f()
	_, endErr := d.conn.ExecContext(context.WithoutCancel(ctx), "COMMIT")
	return errors.Join(err, endErr)
}

// query calls f for every row.
func (d *DB) query(ctx context.Context, f func(*sql.Rows) error, query string, args ...any) error {
	if d.conn == nil {
		return errClosed
	}
	rows, err := d.conn.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
