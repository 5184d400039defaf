package main

import (
	"os"
	"path/filepath"
	"strings"

	"readout/pipeline/source"
)

// output is a file that a command writes, and the flag that names it.
type output struct{ flag, path string }

// fileOf gives the file of a sink or of a plain path; "" for one that is no file.
func fileOf(spec string) string {
	for _, prefix := range []string{"jsonl:", "sqlite:"} {
		if file, ok := strings.CutPrefix(spec, prefix); ok {
			spec = file
		}
	}
	if spec == "-" || strings.HasPrefix(spec, "kafka:") {
		return ""
	}
	return spec
}

// outputs lists the files that a command writes.
func outputs(rejects string, sinks []string) []output {
	var out []output
	if rejects != "" {
		out = append(out, output{"--rejects " + rejects, rejects})
	}
	for _, spec := range sinks {
		if file := fileOf(spec); file != "" {
			out = append(out, output{"--to " + spec, file})
		}
	}
	return out
}

// guard refuses, before anything is opened, outputs that would overwrite an
// input or each other, however they are spelled.
func guard(inputs []string, outs []output) error {
	for i, o := range outs {
		if o.path == "-" { // only --rejects: sinks have no such file
			return usage("%s: standard output carries records; name a file", o.flag)
		}
		if special(o.path) {
			continue
		}
		for _, input := range inputs {
			if input != source.Stdin && sameFile(input, o.path) {
				return usage("%s: that is an INPUT, which would be overwritten", o.flag)
			}
			if source.Reads(input, o.path) {
				return usage("%s: that lies in the INPUT %s and is named like a page of it", o.flag, input)
			}
		}
		for _, p := range outs[:i] {
			if sameFile(p.path, o.path) {
				return usage("%s and %s are the same file", p.flag, o.flag)
			}
		}
	}
	return nil
}

// special tells whether a path is that of a device or a pipe, which writing
// does not destroy.
func special(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// sameFile tells whether two paths name one file, there already or not yet.
func sameFile(a, b string) bool {
	if x, err := os.Stat(a); err == nil {
		if y, err := os.Stat(b); err == nil {
			return os.SameFile(x, y)
		}
	}
	return real(a) == real(b)
}

// real gives an absolute path without links in its folders.
func real(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(dir, filepath.Base(abs))
	}
	return abs
}
