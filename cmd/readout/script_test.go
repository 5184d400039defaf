package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain puts the program on the path of scripts and of the README's
// commands, and sqlite3 for those who do not have it.
func TestMain(m *testing.M) {
	commands := map[string]func(){"readout": func() { os.Exit(Main()) }, "peak": peak}
	if _, err := exec.LookPath("sqlite3"); err != nil {
		commands["sqlite3"] = sqlite3
	}
	testscript.Main(m, commands)
}

// peak is readout, and writes to the file that PEAK names what the system knows
// of its process: the usage that a parent is told of a child holds the memory
// of the parent itself.
func peak() {
	code := Main()
	status, err := os.ReadFile("/proc/self/status")
	if err == nil {
		err = os.WriteFile(os.Getenv("PEAK"), status, 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// sqlite3 is as much of SQLite's shell as the README uses: [-separator S] FILE SQL.
func sqlite3() {
	separator, args := "|", os.Args[1:]
	if len(args) == 4 && args[0] == "-separator" {
		separator, args = args[1], args[2:]
	}
	if len(args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: sqlite3 [-separator S] FILE SQL")
		os.Exit(2)
	}
	got, err := rows(args[0], args[1], separator)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, line := range got {
		fmt.Println(line)
	}
}

// TestScripts runs the commands as a user would: arguments, exit codes,
// standard output and standard error. Each script sees the whole pages of the
// repository's testdata under $PAGES and no configuration but its own.
func TestScripts(t *testing.T) {
	pages, err := filepath.Abs("../../testdata/pages")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PAGES", pages)
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"freeport": freeport,
			"mute":     mute,
			"message":  message,
			"query":    query,
			"server":   server,
			"valid":    valid,
			"waitport": waitport,
		},
	})
}
