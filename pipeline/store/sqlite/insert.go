package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"readout/pipeline/store/change"
	"readout/pipeline/table"
)

// Rows go in by statements of several rows each, a fifth cheaper than
// statements of one row, and are gathered until there are enough of them.
const (
	rowsPerStatement = 24
	rowsGathered     = 4096
)

// inserter gathers the rows of pages. The rows of a page must not be
// deleted again before flush.
type inserter struct {
	db    *DB
	rows  [len(table.Rows{})][][]any
	count int
}

func (in *inserter) add(rows *table.Rows, digest change.Digest) error {
	for i, list := range rows {
		if i == table.Pages {
			for _, row := range list {
				full := make([]any, 0, len(row)+1)
				in.rows[i] = append(in.rows[i], append(append(full, row...), digest[:]))
			}
			continue
		}
		in.rows[i] = append(in.rows[i], list...)
		in.count += len(list)
	}
	if in.count >= rowsGathered {
		return in.flush()
	}
	return nil
}

// flush inserts what was gathered, table by table: those that are referred to
// come first.
func (in *inserter) flush() error {
	var args []any
	for i, list := range in.rows {
		for len(list) > 0 {
			n := 1
			if len(list) >= rowsPerStatement {
				n = rowsPerStatement
			}
			args = args[:0]
			for _, row := range list[:n] {
				args = append(args, row...)
			}
			if err := in.db.insert(i, n, args); err != nil {
				return err
			}
			list = list[n:]
		}
		in.rows[i] = in.rows[i][:0]
	}
	in.count = 0
	return nil
}

// insert puts n rows into table i.
func (d *DB) insert(i, n int, args []any) error {
	columns, width := insertColumns(i)
	row := "(" + strings.Repeat("?, ", width-1) + "?)"
	stmt, err := d.prepared("INSERT INTO " + table.Tables()[i].Name + " (" + columns + ") VALUES " + strings.Repeat(row+", ", n-1) + row)
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(context.Background(), args...)
	return err
}

// prepared gives a statement that is prepared once.
func (d *DB) prepared(query string) (*sql.Stmt, error) {
	if stmt := d.statements[query]; stmt != nil {
		return stmt, nil
	}
	if d.conn == nil {
		return nil, errClosed
	}
	stmt, err := d.conn.PrepareContext(context.Background(), query)
	if err == nil {
		d.statements[query] = stmt
	}
	return stmt, err
}

// exec runs a statement that is prepared once.
func (d *DB) exec(query string, args ...any) (sql.Result, error) {
	stmt, err := d.prepared(query)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(context.Background(), args...)
}
