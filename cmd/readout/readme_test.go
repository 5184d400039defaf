package main

import (
	"fmt"
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

// Every command of the README runs, one after another in one shell and one
// folder, and gives the output shown. A shown line that is ... stands for any
// lines; ports, and the demo's ids (of a URL with a port) and folder, differ
// from run to run and are not compared.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command of the README")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	for _, x := range consoles(topFile(t, "README.md")) {
		if x.command != testCommand {
			examples = append(examples, x)
		}
	}
	runExamples(t, checkout(t, root), examples)
}

// testCommand is not run by the tests, which do not run themselves; the gate
// runs this very command.
const testCommand = "go test ./..."

func TestGateRunsTheTestCommand(t *testing.T) {
	if !strings.Contains(topFile(t, ".ci/run"), "\ngo test -race ./...\n") {
		t.Error("the gate does not run the README's test command")
	}
	if !strings.Contains(topFile(t, "README.md"), "$ "+testCommand+"\n") {
		t.Errorf("the README does not tell %s", testCommand)
	}
}

var (
	fence  = regexp.MustCompile("(?s)```.*?```")
	inline = regexp.MustCompile("`((?:readout|go) [^`]+)`")
)

// The commands within the README's sentences run, too: what they leave to the
// reader, in capitals, is a file of our own here.
func TestReadmeInline(t *testing.T) {
	if testing.Short() {
		t.Skip("runs commands of the README")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	work := checkout(t, root)
	t.Setenv("GOBIN", t.TempDir())
	write(t, filepath.Join(work, "names.tsv"), []byte("Kari\tB-PER\nmet\tO\n\n"))
	fill := strings.NewReplacer("GOLD", "testdata/gold", "FILE", "names.tsv", "INPUT", "testdata/pages")
	seen := map[string]bool{}
	for _, m := range inline.FindAllStringSubmatch(fence.ReplaceAllString(topFile(t, "README.md"), ""), -1) {
		command := strings.Join(strings.Fields(m[1]), " ")
		if folder, ok := strings.CutPrefix(command, "go test ./"); ok {
			// A test does not run the tests; the gate runs all.
			if _, err := os.Stat(filepath.Join(work, folder)); err != nil {
				t.Errorf("%s: %v", command, err)
			}
			continue
		}
		if seen[command] {
			continue
		}
		seen[command] = true
		cmd := exec.Command("bash", "-c", fill.Replace(command))
		cmd.Dir = work
		if out, err := cmd.CombinedOutput(); err != nil || command != "go install ./cmd/readout" && len(out) == 0 {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
	}
	if len(seen) < 5 {
		t.Errorf("found only %v", seen)
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

// runExamples runs the commands in one shell, as a reader would paste them.
func runExamples(t *testing.T, dir string, examples []example) {
	t.Helper()
	const mark = "@@ends@@"
	var script strings.Builder
	for _, x := range examples {
		fmt.Fprintf(&script, "%s\necho \"%s$?\"\n", x.command, mark)
	}
	cmd := exec.Command("bash")
	cmd.Stdin = strings.NewReader(script.String())
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second // a command in the background must not hold the test
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("bash: %v", err)
	}
	rest := string(out)
	for _, x := range examples {
		got, after, found := strings.Cut(rest, mark)
		if !found {
			t.Fatalf("$ %s: the shell ended\n%s", x.command, rest)
		}
		code, after, _ := strings.Cut(after, "\n")
		rest = after
		if code != "0" {
			t.Errorf("$ %s: exit %s\n%s", x.command, code, got)
			continue
		}
		if diff := compare(x.output, strings.Split(strings.TrimRight(got, "\n"), "\n")); diff != "" {
			t.Errorf("$ %s (-README +program):\n%s\nthe program gave:\n%s", x.command, diff, got)
		}
	}
}

// consoles gives the examples of all console blocks.
func consoles(text string) []example {
	var all []example
	for _, part := range strings.Split(text, "```console\n")[1:] {
		body, _, _ := strings.Cut(part, "```")
		for _, line := range strings.Split(strings.TrimRight(body, "\n"), "\n") {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				all = append(all, example{command: command})
			} else if n := len(all); n > 0 {
				all[n-1].output = append(all[n-1].output, line)
			}
		}
	}
	return all
}

var varying = regexp.MustCompile(`127\.0\.0\.1:[0-9]+|^MEETING [0-9a-f]{32}-[0-9a-f]{8}|^database \S+/demo\.db`)

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
