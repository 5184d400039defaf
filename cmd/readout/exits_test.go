package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// codes are the exit codes that each command can end with, beside 0.
var codes = map[string][]int{
	"demo":       {exitFailed, exitUsage, exitInterrupted},
	"extract":    {exitFailed, exitUsage, exitRejects, exitInterrupted},
	"run":        {exitFailed, exitUsage, exitRejects, exitInterrupted},
	"sink":       {exitFailed, exitUsage, exitRejects, exitInterrupted},
	"broker":     {exitFailed, exitUsage},
	"explain":    {exitFailed, exitUsage, exitInterrupted},
	"rules":      {exitFailed, exitUsage},
	"eval":       {exitFailed, exitUsage, exitInterrupted},
	"train":      {exitFailed, exitUsage, exitInterrupted},
	"schema":     {exitFailed, exitUsage},
	"version":    {exitFailed, exitUsage},
	"completion": {exitFailed, exitUsage},
	"help":       {exitFailed, exitUsage},
}

var asserted = regexp.MustCompile(`(?m)^(?:\[\w+\] )?(exec|exits (\d+)) (?:.*\s|.*')?readout ([a-z]+)\b`)

// Every code that a command can end with is asserted by a script.
func TestEveryExitCodeIsAsserted(t *testing.T) {
	paths, err := filepath.Glob("testdata/script/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	seen := map[string]bool{}
	for _, path := range paths {
		script, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(script), "\n! exec readout") {
			t.Errorf("%s: ! exec takes any code: say which with exits", path)
		}
		for _, m := range asserted.FindAllStringSubmatch(string(script), -1) {
			code := m[2]
			if m[1] == "exec" {
				code = "0"
			}
			seen[m[3]+" "+code] = true
		}
	}
	root := newRoot()
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		listed, ok := codes[c.Name()]
		if !ok {
			t.Errorf("%s is not in the list of codes", c.Name())
		}
		for _, code := range slices.Concat([]int{exitGood}, listed) {
			if !seen[fmt.Sprintf("%s %d", c.Name(), code)] {
				t.Errorf("no script asserts that %s ends with %d", c.Name(), code)
			}
		}
	}
}
