package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// topFile reads a file at the top of the tree.
func topFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The version of the program is that of CITATION.cff, whose date is that of
// the version's section in the changelog.
func TestVersionIsOneEverywhere(t *testing.T) {
	cited := regexp.MustCompile(`(?m)^version: (\S+)$`).FindStringSubmatch(topFile(t, "CITATION.cff"))
	released := regexp.MustCompile(`(?m)^date-released: (\S+)$`).FindStringSubmatch(topFile(t, "CITATION.cff"))
	newest := regexp.MustCompile(`(?m)^## (\S+) \((\S+)\)$`).FindStringSubmatch(topFile(t, "CHANGELOG.md"))
	if cited == nil || released == nil || newest == nil {
		t.Fatalf("CITATION.cff or CHANGELOG.md names no version: %v %v %v", cited, released, newest)
	}
	if cited[1] != version || newest[1] != version {
		t.Errorf("the program is %s, CITATION.cff %s, the newest section of CHANGELOG.md %s", version, cited[1], newest[1])
	}
	if released[1] != newest[2] {
		t.Errorf("CITATION.cff says released %s, CHANGELOG.md %s", released[1], newest[2])
	}
}

// The changelog names every command.
func TestChangelogNamesEveryCommand(t *testing.T) {
	changes := topFile(t, "CHANGELOG.md")
	for _, c := range newRoot().Commands() {
		if !regexp.MustCompile("`(readout )?" + c.Name() + "\\b").MatchString(changes) {
			t.Errorf("CHANGELOG.md does not name %s", c.Name())
		}
	}
}

// NOTICE names every module that is linked into the program, and no other;
// what a module's own NOTICE file says stands in it.
func TestNoticeNamesLinkedModules(t *testing.T) {
	if testing.Short() {
		t.Skip("lists the dependencies")
	}
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}{{end}}", "./cmd/readout")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	notice := topFile(t, "NOTICE")
	_, list, found := strings.Cut(notice, "links these modules")
	if !found {
		t.Fatal("NOTICE has no list of linked modules")
	}
	named := map[string]bool{}
	for _, line := range strings.Split(list, "\n") {
		if module := regexp.MustCompile(`^    (\S+\.\S+/\S+)$`).FindStringSubmatch(line); module != nil {
			named[module[1]] = true
		}
	}
	linked := map[string]bool{"readout": true}
	for _, line := range strings.Split(string(out), "\n") {
		path, dir, _ := strings.Cut(line, "\t")
		if path == "" || linked[path] {
			continue
		}
		linked[path] = true
		if !named[path] {
			t.Errorf("NOTICE does not name %s", path)
		}
		own, err := os.ReadFile(filepath.Join(dir, "NOTICE"))
		if err != nil {
			continue
		}
		if first, _, _ := strings.Cut(string(own), "\n"); !strings.Contains(notice, strings.TrimSpace(first)) {
			t.Errorf("NOTICE does not say what that of %s says: %s", path, first)
		}
	}
	for path := range named {
		if !linked[path] {
			t.Errorf("NOTICE names %s, which is not linked", path)
		}
	}
}
