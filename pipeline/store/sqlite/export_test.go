package sqlite

import "context"

// Pragma sets the connection up for a test.
func (d *DB) Pragma(pragma string) error {
	_, err := d.conn.ExecContext(context.Background(), "PRAGMA "+pragma)
	return err
}
