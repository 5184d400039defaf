package pipeline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// goFile is a file of the program: no test.
type goFile struct {
	path, dir string
	imports   []string
	syntax    *ast.File
}

// program parses every non-test file of the module.
func program(t *testing.T) []goFile {
	t.Helper()
	var out []goFile
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata" || d.Name() == ".ci") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(file, ".."+string(filepath.Separator)))
		f := goFile{path: rel, dir: path.Dir(rel), syntax: syntax}
		for _, spec := range syntax.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, p)
		}
		out = append(out, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("found %d files only", len(out))
	}
	return out
}

func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && first != "readout"
}

// The directions of the house: who may import whom.
func TestDirections(t *testing.T) {
	for _, f := range program(t) {
		for _, imported := range f.imports {
			if why := wrongImport(f.dir, imported); why != "" {
				t.Errorf("%s imports %s: %s", f.path, imported, why)
			}
		}
	}
}

// leaves are the packages that extractors may import beside pipeline and record.
var leaves = []string{"readout/pipeline", "readout/pipeline/record", "readout/pipeline/gazetteer"}

func wrongImport(dir, imported string) string {
	inside := func(prefix string) bool { return imported == prefix || strings.HasPrefix(imported, prefix+"/") }
	switch {
	case dir == "pipeline/record" || dir == "pipeline/gazetteer" || dir == "pipeline/store":
		if !standard(imported) {
			return "a leaf imports the standard library only"
		}
	case dir == "pipeline":
		if !standard(imported) && imported != "readout/pipeline/record" {
			return "pipeline imports the standard library and record only"
		}
	case strings.HasPrefix(dir, "pipeline/"):
		if inside("readout/extractors") || inside("readout/cmd") {
			return "pipeline knows no extractors"
		}
		if imported == "flag" || inside("github.com/spf13") || inside("github.com/knadh/koanf") {
			return "only cmd reads flags and configuration"
		}
	case dir == "extractors" || strings.HasPrefix(dir, "extractors/"):
		if !standard(imported) && !slices.Contains(leaves, imported) && !inside("readout/extractors/internal") {
			return "extractors import pipeline, record, leaves and their own internals only"
		}
		if inside("net") || imported == "os" || inside("os") || inside("io/fs") {
			return "extractors know no network and no files"
		}
		if dir != "extractors" && imported == "readout/extractors" {
			return "a grammar knows no suite"
		}
	}
	return ""
}

// Only cmd reads the environment, and extractors do not know what time it is.
func TestForbiddenCalls(t *testing.T) {
	for _, f := range program(t) {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := call.X.(*ast.Ident)
			if !ok {
				return true
			}
			name := pkg.Name + "." + call.Sel.Name
			switch {
			case !strings.HasPrefix(f.dir, "cmd/") && (name == "os.Getenv" || name == "os.LookupEnv" || name == "os.Environ"):
				t.Errorf("%s calls %s: only cmd reads the environment", f.path, name)
			case strings.HasPrefix(f.dir, "extractors") && (name == "time.Now" || name == "time.Since"):
				t.Errorf("%s calls %s: extractors do not know the clock", f.path, name)
			case !strings.HasPrefix(f.dir, "cmd/") && (name == "os.Exit" || name == "log.Fatal"):
				t.Errorf("%s calls %s: only main ends the program", f.path, name)
			}
			return true
		})
		for _, d := range f.syntax.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", f.path)
			}
		}
	}
}

// shared lists the libraries that more than one package may import, with the reason.
var shared = map[string]string{
	"golang.org/x/net":              "html is the tree between goquery and readability; charset belongs to it",
	"golang.org/x/text":             "Unicode forms, wherever text is folded",
	"github.com/klauspost/compress": "gzip, wherever bytes are read or written",
}

// One foreign library stays in one package.
func TestOneLibraryOnePackage(t *testing.T) {
	users := map[string][]string{}
	for _, f := range program(t) {
		for _, imported := range f.imports {
			if standard(imported) || strings.HasPrefix(imported, "readout/") {
				continue
			}
			parts := strings.Split(imported, "/")
			library := strings.Join(parts[:min(3, len(parts))], "/")
			if !slices.Contains(users[library], f.dir) {
				users[library] = append(users[library], f.dir)
			}
		}
	}
	for library, dirs := range users {
		if len(dirs) > 1 && shared[library] == "" {
			t.Errorf("%s is imported by %v: give it one home, or a reason in the list", library, dirs)
		}
	}
}

// What stands at the top of the tree.
func TestTopLevel(t *testing.T) {
	allowed := []string{"cmd", "pipeline", "extractors", "testdata", "go.mod", "go.sum", "README.md",
		"LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md", "CITATION.cff", ".ci", ".gitignore", ".git"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s stands at the top level", e.Name())
		}
	}
}
