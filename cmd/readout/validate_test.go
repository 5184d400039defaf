package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/pipeline"
	"readout/pipeline/fixture"
	"readout/pipeline/record"
)

// readout runs the command in this process and gives its standard output.
// Every record that the command writes, to standard output or to a file of
// JSON lines, must be as its schema says.
func readout(t *testing.T, args ...string) []byte {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	var out, errs bytes.Buffer
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(&out)
	root.SetErr(&errs)
	if err := root.ExecuteContext(t.Context()); err != nil {
		t.Fatalf("readout %v: %v\n%s", args, err, errs.Bytes())
	}
	written := [][]byte{out.Bytes()}
	for _, arg := range args {
		if path, ok := strings.CutPrefix(arg, "jsonl:"); ok {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			written = append(written, data)
		}
	}
	for _, data := range written {
		if _, err := validateAll(data); err != nil {
			t.Errorf("readout %v: %v", args, err)
		}
	}
	return out.Bytes()
}

// schemas are the JSON Schemas that the program prints, by the name of the record.
var schemas = sync.OnceValue(func() map[string]*jsonschema.Schema {
	out := map[string]*jsonschema.Schema{}
	for _, name := range record.Schemas() {
		raw, err := record.Schema(name)
		if err != nil {
			panic(err) // the list and the files are ours
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			panic(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(name, doc); err != nil {
			panic(err)
		}
		out[name] = c.MustCompile(name)
	}
	return out
})

// validateAll holds every record in data, and the meeting record of each of
// its meetings, against its schema, and gives the number of page records. data is what a
// command wrote: JSON lines, an array of records, or something that holds none.
func validateAll(data []byte) (pages int, err error) {
	if bytes.HasPrefix(data, []byte("[")) {
		var list []json.RawMessage
		if err := json.Unmarshal(data, &list); err != nil {
			return 0, nil // no JSON at all: explain's or rules' words
		}
		for _, page := range list {
			if err := validate(page); err != nil {
				return 0, err
			}
		}
		return len(list), nil
	}
	if !bytes.HasPrefix(data, []byte(`{"schema":`)) {
		return 0, nil
	}
	lines := json.NewDecoder(bytes.NewReader(data))
	for {
		var line json.RawMessage
		if err := lines.Decode(&line); err == io.EOF {
			return pages, nil
		} else if err != nil {
			return pages, err
		}
		if err := validate(line); err != nil {
			return pages, err
		}
		pages++
	}
}

// validate holds a page record and its meeting records against their schemas.
func validate(data []byte) error {
	if err := validateAs("page", data); err != nil {
		return err
	}
	page, err := record.ParsePage(data)
	if err != nil {
		return err
	}
	for _, m := range page.Meetings {
		if err := validateAs("meeting", page.AppendMeetingJSON(nil, m)); err != nil {
			return err
		}
	}
	return nil
}

func validateAs(name string, data []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	if err := schemas()[name].Validate(doc); err != nil {
		return fmt.Errorf("%.120s: %w", data, err)
	}
	return nil
}

// valid FILE|stdout... holds the records that a script made against their schemas.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 || neg {
		ts.Fatalf("usage: valid FILE|stdout...")
	}
	for _, name := range args {
		n, err := validateAll([]byte(ts.ReadFile(name)))
		ts.Check(err)
		if n == 0 {
			ts.Fatalf("%s holds no record", name)
		}
	}
}

// The records of our gold pages, and of the page of every fixture of the
// extractors, are as their schemas say.
func TestRecordsValidate(t *testing.T) {
	paths, err := filepath.Glob("../../extractors/testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	dir := t.TempDir()
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := fixture.Parse(path, data)
		if err != nil {
			t.Fatal(err)
		}
		ending := ".txt"
		if f.Page.Format == pipeline.HTML {
			ending = ".html"
		}
		write(t, filepath.Join(dir, f.Name+ending), f.Page.Body)
	}
	for _, pages := range []string{dir, goldDir + "/pages"} {
		entries, err := os.ReadDir(pages)
		if err != nil {
			t.Fatal(err)
		}
		n, err := validateAll(readout(t, "extract", "--format", "jsonl", pages))
		if err != nil || n != len(entries) {
			t.Errorf("%s: %d records of %d pages, %v", pages, n, len(entries), err)
		}
	}
}

// A record with a key too few or a value of another kind is found out.
func TestValidateFindsFaults(t *testing.T) {
	good := bytes.TrimSpace(readout(t, "extract", "--format", "jsonl", pagesDir+"/call.html"))
	for _, change := range [][2]string{
		{`"title":`, `"heading":`},
		{`"mode":"phone"`, `"mode":"telephone"`},
		{`"meetings":[`, `"meetings":[{},`},
	} {
		bad := bytes.Replace(good, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(bad, good) {
			t.Fatalf("the record holds no %s", change[0])
		}
		if _, err := validateAll(bad); err == nil {
			t.Errorf("%s in place of %s goes unseen", change[1], change[0])
		}
	}
}
