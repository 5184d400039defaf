package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"readout/pipeline/store/sqlite"
)

// unprivileged makes a test that root runs see files as nobody sees them: root
// itself may read and write everything.
func unprivileged(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	runtime.LockOSThread() // the id of file accesses is the thread's
	const nobody = 65534
	if err := syscall.Setfsuid(nobody); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Setfsuid(0); err != nil {
			t.Error(err)
		}
		runtime.UnlockOSThread()
	})
}

func TestOpenReadOnly(t *testing.T) {
	unprivileged(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "r.db")
	db, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(context.Background(), path); err == nil || !strings.Contains(err.Error(), "read-only") || !strings.Contains(err.Error(), path) {
		t.Errorf("read-only file: got error %v", err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if _, err := sqlite.Open(context.Background(), filepath.Join(dir, "new.db")); err == nil || !strings.Contains(err.Error(), "permission") {
		t.Errorf("read-only folder: got error %v", err)
	}
}
