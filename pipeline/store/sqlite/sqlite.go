// Package sqlite keeps page records in a SQLite database: the tables of
// pipeline/table, the next offset of every partition that feeds them, and
// what came over the stream and was no record. It is a sink of a run and a
// store of a stream, and gives records back.
//
// The file is in WAL mode: other programs read it while it is written. A
// commit survives a crash of the program; after a power failure the last
// commits may be gone, offsets and rows together, and nothing is torn.
package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"readout/pipeline"
	"readout/pipeline/store"
)

// DB is an open database. It is safe for concurrent use; calls wait for each
// other.
type DB struct {
	path string
	pool *sql.DB // of one connection

	mu         sync.Mutex
	conn       *sql.Conn            // nil once closed
	statements map[string]*sql.Stmt // by their text
}

var (
	_ store.Store   = (*DB)(nil)
	_ pipeline.Sink = (*DB)(nil)
)

// busyTimeout is how long, in milliseconds, to wait for another program's lock.
const busyTimeout = 10_000

// Open opens the database in a file, or makes it where there is none or an
// empty one; one that an earlier version made is brought up to date. A file
// that is anything else is an error and stays as it is, so is a database made
// by a later version of readout.
func Open(ctx context.Context, path string) (*DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("sqlite: %s: %w", path, err)
	}
	if err := checkFile(path); err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	// The path goes as a URI, so that "?" and "%" in names stay what they are.
	uri := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: fmt.Sprintf("_busy_timeout=%d", busyTimeout)}
	pool, err := sql.Open("sqlite", uri.String())
	if err != nil {
		return nil, fmt.Errorf("sqlite: open %s: %w", path, err)
	}
	pool.SetMaxOpenConns(1)
	d := &DB{path: path, pool: pool, statements: map[string]*sql.Stmt{}}
	if d.conn, err = pool.Conn(ctx); err == nil {
		err = d.prepare(ctx)
	}
	if err != nil {
		err = d.failed("open", err)
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// Path gives the file's name as Open had it.
func (d *DB) Path() string { return d.path }

// checkFile tells what is wrong with a file before SQLite touches it, in words
// that name the file.
func checkFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		dir := filepath.Dir(path)
		if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: the folder %s does not exist", path, dir)
		} else if err == nil && !info.IsDir() {
			return fmt.Errorf("%s: %s is not a folder", path, dir)
		}
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w", path, reason(err))
	case info.IsDir():
		return fmt.Errorf("%s is a folder, not a file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, reason(err))
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%s: %w", path, reason(err))
	}
	if n > 0 && !bytes.Equal(head, []byte(magic)) {
		return fmt.Errorf("%s is not a readout database", path)
	}
	return nil
}

// reason takes operation and path off an error that is wrapped with them.
func reason(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

// pragmas set a connection up. Larger pages and statement journals in memory
// save a quarter of the time of an insert; a page size holds only for a new
// database. The cache is 16 MB.
var pragmas = []string{"page_size=8192", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY", "cache_size=-16384"}

// prepare checks whose database it is, makes the tables where it is new, and
// sets the connection up.
func (d *DB) prepare(ctx context.Context) error {
	if _, err := d.check(ctx); err != nil {
		return err
	}
	// WAL cannot be set within a transaction; a database that is not ours
	// has been turned away by now.
	for _, pragma := range pragmas {
		if _, err := d.conn.ExecContext(ctx, "PRAGMA "+pragma); err != nil {
			return err
		}
	}
	return d.transaction(ctx, func() error {
		version, err := d.check(ctx) // another program may have been quicker
		if err != nil {
			return err
		}
		if version == 0 {
			_, err = d.conn.ExecContext(ctx, Schema())
			return err
		}
		for ; version < schemaVersion; version++ {
			if _, err := d.conn.ExecContext(ctx, upgrades[version]); err != nil {
				return fmt.Errorf("bring the tables of version %d up to date: %w", version, err)
			}
		}
		_, err = d.conn.ExecContext(ctx, "DELETE FROM offsets WHERE 0") // tells now whether we may write
		return err
	})
}

// check gives the version of the tables, 0 for an empty database. An error
// means that it is neither empty nor one that we know.
func (d *DB) check(ctx context.Context) (version int64, err error) {
	var application, objects int64
	err = d.conn.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), "+
		"(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)").Scan(&application, &version, &objects)
	switch {
	case err != nil:
		return 0, err
	case application == 0 && version == 0 && objects == 0:
		return 0, nil
	case application != applicationID:
		return 0, errForeign
	case version > schemaVersion:
		return 0, fmt.Errorf("made by a later version of readout (tables of version %d, this one knows %d)", version, schemaVersion)
	case version < 1:
		return 0, fmt.Errorf("tables of version %d, this readout needs %d", version, schemaVersion)
	}
	return version, nil
}

// Close closes the database; the last one to close it folds the WAL file in.
func (d *DB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var errs []error
	if d.conn != nil {
		for _, stmt := range d.statements {
			errs = append(errs, stmt.Close())
		}
		errs = append(errs, d.conn.Close())
		d.conn = nil
	}
	if err := errors.Join(append(errs, d.pool.Close())...); err != nil {
		return d.failed("close", err)
	}
	return nil
}

// transaction runs f with the write lock held, and commits what it did or
// takes it back.
func (d *DB) transaction(ctx context.Context, f func() error) (err error) {
	if d.conn == nil {
		return errClosed
	}
	if _, err := d.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	// What ends a transaction must not be cancelled; nothing in it waits.
	unstopped := context.WithoutCancel(ctx)
	defer func() {
		if err != nil {
			// Where SQLite has rolled back by itself (disk full) there is
			// nothing left to do and this one fails: not worth a word.
			_, _ = d.conn.ExecContext(unstopped, "ROLLBACK")
		}
	}()
	if err := f(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = d.conn.ExecContext(unstopped, "COMMIT")
	return err
}

var (
	errForeign = errors.New("not a readout database")
	errClosed  = errors.New("the database is closed")
)

// Locked tells whether an error is that another program holds the lock of the
// database: to try again may help.
func Locked(err error) bool {
	return hasCode(err, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
}

// Outage tells whether an error comes from the world about the database and not
// from what was named as one: a lock, a disk that is full or fails, a limit on
// the size of files.
func Outage(err error) bool {
	return Locked(err) || hasCode(err, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
}

func hasCode(err error, codes ...int) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && slices.Contains(codes, e.Code()&0xff)
}

// failed names the file and what was done, and says what SQLite's codes mean
// to the one who has to act.
func (d *DB) failed(operation string, err error) error {
	if err == errForeign {
		return fmt.Errorf("sqlite: %s is %w", d.path, err)
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_NOTADB:
			return fmt.Errorf("sqlite: %s is %w", d.path, errForeign)
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return fmt.Errorf("sqlite: %s %s: another program holds its lock for longer than %d s: %w", operation, d.path, busyTimeout/1000, err)
		case sqlite3.SQLITE_READONLY:
			return fmt.Errorf("sqlite: %s %s: the file or its folder is read-only: %w", operation, d.path, err)
		case sqlite3.SQLITE_FULL:
			return fmt.Errorf("sqlite: %s %s: the disk is full: %w", operation, d.path, err)
		case sqlite3.SQLITE_CANTOPEN:
			return fmt.Errorf("sqlite: %s %s: the file or its companions -wal and -shm cannot be opened: no permission for the file or its folder, or too many open files: %w", operation, d.path, err)
		case sqlite3.SQLITE_IOERR:
			return fmt.Errorf("sqlite: %s %s: %s: %w", operation, d.path, ioFault(e.Code()), err)
		case sqlite3.SQLITE_CORRUPT:
			return fmt.Errorf("sqlite: %s %s: the file is damaged: %w", operation, d.path, err)
		}
	}
	return fmt.Errorf("sqlite: %s %s: %w", operation, d.path, err)
}

// ioFault says what an extended code of SQLITE_IOERR means. SQLite does not
// hand on the system's own error, so the likely reasons are named.
func ioFault(code int) string {
	switch code {
	case sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_TRUNCATE:
		return "the file or its companions -wal and -shm cannot be written any further: a limit on the size of files (ulimit -f) or a quota is reached, or the disk fails; what was committed before is kept"
	case sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC:
		return "the system could not bring the file to the disk: the disk fails or is full"
	case sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ:
		return "the file cannot be read: the disk fails, or the file was cut"
	case sqlite3.SQLITE_IOERR_LOCK, sqlite3.SQLITE_IOERR_SHMLOCK, sqlite3.SQLITE_IOERR_SHMMAP, sqlite3.SQLITE_IOERR_SHMOPEN:
		return "the file system does not give the locks or the shared memory that a database needs: a network folder does not, put the file on a local disk"
	}
	return "reading or writing the file failed: the disk or the file system fails"
}
