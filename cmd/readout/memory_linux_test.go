//go:build !race

// The race detector takes several times the memory: it is left out there.

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// megabytes runs the program as a process of its own and gives the most
// memory that it had.
func megabytes(t *testing.T, args ...string) int64 {
	t.Helper()
	file := filepath.Join(t.TempDir(), "status")
	cmd := exec.Command("peak", args...) // this test, as TestMain put it on the path
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+t.TempDir(), "GOMEMLIMIT=", "PEAK="+file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("readout %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	status, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var kilobytes int64
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		t.Fatalf("no VmHWM in %s", status)
	}
	return kilobytes / 1024
}

// The memory that a run takes does not grow with its folder: forty pages of
// 200 kB, whose records have 1.3 MB each, with eight workers and two sinks.
func TestMemory(t *testing.T) {
	if got := megabytes(t, "--help"); got >= 40 {
		t.Errorf("--help takes %d MB, want less than 40", got)
	}
	if testing.Short() {
		t.Skip("takes ten seconds of processor time")
	}
	dir := t.TempDir()
	pages := filepath.Join(dir, "pages")
	if err := os.Mkdir(pages, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		var b strings.Builder
		fmt.Fprintf(&b, "List of harbours, part %d\n\n3 May 2021\n\n", i)
		for n := 0; b.Len() < 200_000; n++ {
			fmt.Fprintf(&b, "Oslo, Lisbon, Madrid, Vienna and Warsaw were on the list of %d ports. "+
				"The Ministry of Foreign Affairs and the European Commission keep it with the World Bank.\n\n", n)
		}
		write(t, filepath.Join(pages, fmt.Sprintf("%02d.txt", i)), []byte(b.String()))
	}
	records := filepath.Join(dir, "out.jsonl")
	got := megabytes(t, "run", pages, "--workers", "8", "--to", "jsonl:"+records, "--to", "sqlite:"+filepath.Join(dir, "out.db"))
	t.Logf("a run took %d MB", got)
	if got >= 250 {
		t.Errorf("a run takes %d MB, want less than 250", got)
	}
	if info, err := os.Stat(records); err != nil || info.Size() < 40_000_000 {
		t.Errorf("the records are too small to tell: %v, %v", info, err)
	}
}
