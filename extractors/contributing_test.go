package extractors_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The extractor of CONTRIBUTING.md costs one file, one line and one fixture,
// as it says: put into a copy of the module, it compiles and its fixture holds.
func TestContributingExample(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a copy of the module")
	}
	guide, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := fenced(string(guide))
	if len(blocks) != 3 {
		t.Fatalf("CONTRIBUTING.md has %d code blocks, want the file, the line and the fixture", len(blocks))
	}
	dir := t.TempDir()
	copyModule(t, "..", dir)
	write(t, filepath.Join(dir, "extractors/venues.go"), blocks[0])
	write(t, filepath.Join(dir, "extractors/testdata/venues.txtar"), blocks[2])
	list := filepath.Join(dir, "extractors/extractors.go")
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	const opening = "return []pipeline.Extractor{\n"
	if !strings.Contains(string(data), opening) {
		t.Fatalf("%s has no list to add a line to", list)
	}
	if !strings.Contains(string(data), blocks[1]) { // somebody who tries the example has it in the list already
		write(t, list, strings.Replace(string(data), opening, opening+blocks[1], 1))
	}

	cmd := exec.Command("go", "test", "-count=1", "-run", "^TestFixtures$/^venues$", "-v", "./extractors")
	cmd.Dir = dir
	out, _ := cmd.CombinedOutput() // rules of other extractors fire in no fixture of this run
	if !strings.Contains(string(out), "--- PASS: TestFixtures/venues") {
		t.Errorf("the example does not hold:\n%s", out)
	}
}

// fenced gives the code blocks of a Markdown text.
func fenced(text string) []string {
	var out []string
	for _, part := range strings.Split(text, "\n```")[1:] {
		if len(out)%2 == 0 { // an opening: the info string ends at the line
			_, part, _ = strings.Cut(part, "\n")
		}
		out = append(out, part+"\n")
	}
	var blocks []string
	for i := 0; i < len(out); i += 2 {
		blocks = append(blocks, out[i])
	}
	return blocks
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func copyModule(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" || d.Name() == "cmd" {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
