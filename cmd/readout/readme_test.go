package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// example is one command of the README and the output shown below it.
type example struct {
	command string
	output  []string
}

// Every command of the README runs, one after another in one folder, and gives
// the output shown. A shown line that is ... stands for any lines; digits of
// ports and hexadecimal ids, which differ from run to run, are not compared.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command of the README")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	work := checkout(t, root)
	gate, err := os.ReadFile(filepath.Join(root, ".ci/run"))
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range consoles(string(readme)) {
		for _, x := range block {
			if x.command == "go test ./..." {
				// The tests do not run themselves; the gate runs this very command.
				if !strings.Contains(string(gate), "\ngo test -race ./...\n") {
					t.Error("the gate does not run the README's test command")
				}
				continue
			}
			runExample(t, work, x)
		}
	}
}

// checkout is a folder like a clean checkout.
func checkout(t *testing.T, root string) string {
	t.Helper()
	work := t.TempDir()
	for _, name := range []string{"cmd", "pipeline", "extractors", "testdata", "go.mod", "go.sum"} {
		if err := os.Symlink(filepath.Join(root, name), filepath.Join(work, name)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	return work
}

func runExample(t *testing.T, dir string, x example) {
	t.Helper()
	cmd := exec.Command("bash", "-c", x.command)
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second // a command in the background must not hold the test
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("$ %s: %v\n%s", x.command, err, out)
		return
	}
	if diff := compare(x.output, strings.Split(strings.TrimRight(string(out), "\n"), "\n")); diff != "" {
		t.Errorf("$ %s (-README +program):\n%s\nthe program gave:\n%s", x.command, diff, out)
	}
}

// consoles gives the examples of every console block.
func consoles(text string) [][]example {
	var blocks [][]example
	for _, part := range strings.Split(text, "```console\n")[1:] {
		body, _, _ := strings.Cut(part, "```")
		var block []example
		for _, line := range strings.Split(strings.TrimRight(body, "\n"), "\n") {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				block = append(block, example{command: command})
			} else if n := len(block); n > 0 {
				block[n-1].output = append(block[n-1].output, line)
			}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

var varying = regexp.MustCompile(`127\.0\.0\.1:[0-9]+|[0-9a-f]{32}(-[0-9a-f]{8})?|\([0-9.]+ ?m?s\)`)

// compare gives how what came out differs from what is shown; no shown
// output at all stands for any.
func compare(want, got []string) string {
	if len(want) == 0 {
		return ""
	}
	fold := func(lines []string) []string {
		out := make([]string, len(lines))
		for i, line := range lines {
			out[i] = varying.ReplaceAllString(strings.TrimRight(line, " "), "<varies>")
		}
		return out
	}
	want, got = fold(want), fold(got)
	if match(want, got) {
		return ""
	}
	return cmp.Diff(want, got)
}

func match(want, got []string) bool {
	if len(want) == 0 {
		return len(got) == 0
	}
	if want[0] == "..." {
		for i := 0; i <= len(got); i++ {
			if match(want[1:], got[i:]) {
				return true
			}
		}
		return false
	}
	return len(got) > 0 && want[0] == got[0] && match(want[1:], got[1:])
}
