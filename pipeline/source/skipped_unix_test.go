//go:build unix

package source

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A pipe in a folder is not waited for, and told by name; one that is an INPUT
// is read.
func TestPipeInAFolder(t *testing.T) {
	root := tree(t, "a.html", "z.html")
	must(t, syscall.Mkfifo(filepath.Join(root, "m.html"), 0o644))
	must(t, syscall.Mkfifo(filepath.Join(root, "other"), 0o644))
	var skipped []string
	in := Inputs{Skipped: func(file string) { skipped = append(skipped, filepath.Base(file)) }}
	if d := cmp.Diff([]string{"a.html", "z.html"}, paths(refs(t, in, root))); d != "" {
		t.Errorf("pages (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"m.html"}, skipped); d != "" {
		t.Errorf("skipped (-want +got):\n%s", d)
	}
	skipped = nil
	if got := paths(refs(t, in, filepath.Join(root, "m.html"))); len(got) != 1 || len(skipped) != 0 {
		t.Errorf("a pipe that is named: pages %v, skipped %v", got, skipped)
	}
}
