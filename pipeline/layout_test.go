package pipeline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// goFile is a file of the module.
type goFile struct {
	path, dir string
	test      bool
	imports   []string
	syntax    *ast.File
	uses      map[*ast.Ident]types.Object // what its names stand for: of the package itself and of packages, not of what is in them
}

// positions are those of all files.
var positions = token.NewFileSet()

// module gives every Go file, parsed once.
var module = sync.OnceValues(func() ([]goFile, error) {
	var out []goFile
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata" || d.Name() == ".ci") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") {
			return nil
		}
		syntax, err := parser.ParseFile(positions, file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(file, ".."+string(filepath.Separator)))
		f := goFile{path: rel, dir: path.Dir(rel), test: strings.HasSuffix(rel, "_test.go"), syntax: syntax}
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
	return out, err
})

// files gives all files of the module.
func files(t *testing.T) []goFile {
	t.Helper()
	list, err := module()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 20 {
		t.Fatalf("found %d files only", len(list))
	}
	return list
}

// program gives the files that are no tests.
func program(t *testing.T) []goFile {
	t.Helper()
	return slices.DeleteFunc(slices.Clone(files(t)), func(f goFile) bool { return f.test })
}

// hollow imports every package as one that is empty.
type hollow map[string]*types.Package

func (h hollow) Import(p string) (*types.Package, error) {
	if h[p] == nil {
		h[p] = types.NewPackage(p, path.Base(p))
		h[p].MarkComplete()
	}
	return h[p], nil
}

// resolved is program with what the names stand for.
func resolved(t *testing.T) []goFile {
	t.Helper()
	list := program(t)
	packages := map[string][]*ast.File{}
	for _, f := range list {
		packages[f.dir] = append(packages[f.dir], f.syntax)
	}
	uses := map[string]map[*ast.Ident]types.Object{}
	for dir, syntax := range packages {
		info := types.Info{Uses: map[*ast.Ident]types.Object{}}
		conf := types.Config{Importer: hollow{}, Error: func(error) {}} // what empty packages lack is no matter
		_, _ = conf.Check("readout/"+dir, positions, syntax, &info)
		uses[dir] = info.Uses
	}
	for i := range list {
		list[i].uses = uses[list[i].dir]
	}
	return list
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

// leaves are the packages that extractors may import beside their internals.
var leaves = []string{"readout/pipeline", "readout/pipeline/record", "readout/pipeline/gazetteer"}

// pure are the packages of the standard library that extractors may import:
// they compute, and touch nothing outside.
var pure = []string{"bufio", "bytes", "cmp", "embed", "errors", "fmt", "iter", "maps", "math", "math/bits", "regexp", "slices", "sort", "strconv",
	"strings", "sync", "time", "unicode", "unicode/utf8"}

func wrongImport(dir, imported string) string {
	inside := func(prefix string) bool { return imported == prefix || strings.HasPrefix(imported, prefix+"/") }
	switch {
	case slices.Contains([]string{"pipeline", "pipeline/record", "pipeline/gazetteer"}, dir) && outside(imported):
		return "the flow types and the leaves know no files, no network, no system"
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
		if standard(imported) && !slices.Contains(pure, imported) {
			return "extractors import of the standard library only what touches nothing outside"
		}
		if !standard(imported) && !slices.Contains(leaves, imported) && !inside("readout/extractors/internal") {
			return "extractors import pipeline, record, leaves and their own internals only"
		}
		if dir != "extractors" && imported == "readout/extractors" {
			return "a grammar knows no suite"
		}
	}
	return ""
}

// outside tells packages that reach the system; those that only read paths and
// addresses do not.
func outside(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return imported != "net/url" && slices.Contains([]string{"os", "net", "syscall", "flag", "log", "database", "plugin"}, first)
}

// A rule that refuses nothing would pass every file.
func TestWrongImport(t *testing.T) {
	for _, c := range []struct {
		dir, imported string
		wrong         bool
	}{
		{"extractors", "strings", false},
		{"extractors", "flag", true},
		{"extractors", "log/slog", true},
		{"extractors/internal/names", "database/sql", true},
		{"extractors/internal/names", "readout/extractors", true},
		{"extractors/internal/names", "readout/extractors/internal/lex", false},
		{"extractors/internal/names", "readout/pipeline/nlp", true},
		{"extractors", "golang.org/x/text/unicode/norm", true},
		{"pipeline", "os", true},
		{"pipeline", "path/filepath", false},
		{"pipeline/record", "net/http", true},
		{"pipeline/record", "net/url", false},
		{"pipeline/gazetteer", "readout/pipeline", true},
		{"pipeline/stream", "readout/extractors", true},
		{"pipeline/stream", "os", false},
	} {
		if why := wrongImport(c.dir, c.imported); (why != "") != c.wrong {
			t.Errorf("%s imports %s: %q", c.dir, c.imported, why)
		}
	}
}

// forbidden tells why a file may not use a name of a package; "" where it may.
func forbidden(dir, name string) string {
	cmd := strings.HasPrefix(dir, "cmd/")
	switch name {
	case "os.Getenv", "os.LookupEnv", "os.Environ", "os.ExpandEnv", "syscall.Getenv", "syscall.Environ":
		if !cmd {
			return "only cmd reads the environment"
		}
	case "time.Now", "time.Since", "time.Until", "time.Sleep", "time.After", "time.AfterFunc", "time.NewTimer", "time.NewTicker", "time.Tick":
		if strings.HasPrefix(dir, "extractors") {
			return "extractors do not know the clock"
		}
	case "os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln", "syscall.Exit":
		if !cmd {
			return "only main ends the program"
		}
	}
	return ""
}

// Only cmd reads the environment, and extractors do not know what time it is.
// What a package is called in a file is no matter.
func TestForbiddenCalls(t *testing.T) {
	known := 0
	for _, f := range resolved(t) {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			id, ok := sel.X.(*ast.Ident)
			if !ok {
				return true
			}
			if pkg, ok := f.uses[id].(*types.PkgName); ok {
				known++
				name := pkg.Imported().Path() + "." + sel.Sel.Name
				if why := forbidden(f.dir, name); why != "" {
					t.Errorf("%s uses %s: %s", f.path, name, why)
				}
			}
			return true
		})
		for _, spec := range f.syntax.Imports {
			if spec.Name != nil && spec.Name.Name == "." {
				t.Errorf("%s imports %s into its own names", f.path, spec.Path.Value)
			}
		}
		for _, d := range f.syntax.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", f.path)
			}
		}
	}
	if known < 1000 {
		t.Errorf("%d uses of packages were seen only", known)
	}
}

// No package has a state: its variables are tables and functions, given where
// they are declared and never written again.
func TestNoPackageState(t *testing.T) {
	for _, f := range resolved(t) {
		written := func(e ast.Expr) {
			id := base(e)
			if id == nil {
				return
			}
			switch o := f.uses[id].(type) {
			case *types.PkgName:
				t.Errorf("%s: a variable of %s is written", positions.Position(e.Pos()), o.Imported().Path())
			case *types.Var:
				if o.Parent() == o.Pkg().Scope() {
					t.Errorf("%s: the package's variable %s is written", positions.Position(e.Pos()), o.Name())
				}
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, e := range n.Lhs {
					written(e)
				}
			case *ast.IncDecStmt:
				written(n.X)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					written(n.Key)
					written(n.Value)
				}
			case *ast.CallExpr:
				if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "delete" || id.Name == "clear" || id.Name == "copy") && len(n.Args) > 0 {
					written(n.Args[0])
				}
			}
			return true
		})
	}
}

// base gives the name that what is written hangs on: table of table[i].field.
func base(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// What one reads at a time: a file has at most maxFile lines and a function
// maxFunc. In tests the lines of composite literals, which are tables of cases,
// do not count, and neither does the length of a file.
const (
	maxFile = 500
	maxFunc = 60
)

func TestSizes(t *testing.T) {
	for _, f := range files(t) {
		if n := positions.File(f.syntax.Pos()).LineCount(); !f.test && n > maxFile+1 { // one more begins after the last
			t.Errorf("%s has %d lines, want at most %d", f.path, n-1, maxFile)
		}
		for _, d := range f.syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			n := span(fn) + 1
			if f.test {
				ast.Inspect(fn, func(x ast.Node) bool {
					table, ok := x.(*ast.CompositeLit)
					if ok {
						n -= span(table)
					}
					return !ok
				})
			}
			if n > maxFunc {
				t.Errorf("%s: %s has %d lines, want at most %d", positions.Position(fn.Pos()), fn.Name.Name, n, maxFunc)
			}
		}
	}
}

// span gives how many line ends are within a node.
func span(n ast.Node) int {
	return positions.Position(n.End()).Line - positions.Position(n.Pos()).Line
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
