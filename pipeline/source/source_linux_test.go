package source

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
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

// An unreadable folder is a page that cannot be read, not the end of the run.
func TestUnreadableFolder(t *testing.T) {
	unprivileged(t)
	root := tree(t, "a.html", "locked/b.html", "z.html")
	must(t, os.Chmod(filepath.Join(root, "locked"), 0))
	defer os.Chmod(filepath.Join(root, "locked"), 0o755)
	list := refs(t, Inputs{}, root)
	if d := cmp.Diff([]string{"a.html", "locked", "z.html"}, paths(list)); d != "" {
		t.Fatalf("-want +got:\n%s", d)
	}
	_, err := Inputs{}.read(list[1]) // not Read: it reads what is no file on another thread
	wantReason(t, "a locked folder", err, pipeline.Unreadable, "permission denied")
}
