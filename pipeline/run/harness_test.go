package run

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"readout/pipeline"
	"readout/pipeline/record"
	"readout/pipeline/store"
	"readout/pipeline/stream"
)

// given is a page of a run: what its loading gives, and after how long.
type given struct {
	path, body string
	err        error
	after      time.Duration
}

// story is a page that gives a record. Words in brackets tell the probe what
// to do with it.
func story(path string, words ...string) given {
	return given{path: path, body: "Envoy of " + path + " arrives\n\n3 May 2021\n\n" +
		"The envoy arrived in Oslo on Monday and met with the Speaker of the Assembly. " + strings.Join(words, " ") + "\n"}
}

// unwanted is a page that nobody wants.
func unwanted(path string) given { return given{path: path, body: " \n"} }

// stories makes n pages: most give a record, some a reject.
func stories(n int) []given {
	out := make([]given, n)
	for i := range out {
		path := fmt.Sprintf("p%03d.txt", i)
		switch {
		case i%11 == 3:
			out[i] = unwanted(path)
		case i%7 == 5:
			out[i] = given{path: path, err: pipeline.Fail(pipeline.StageFetch, pipeline.HTTPError, "status 503")}
		default:
			out[i] = story(path)
		}
	}
	return out
}

func refs(list []given) iter.Seq2[pipeline.Ref, error] {
	return func(yield func(pipeline.Ref, error) bool) {
		for _, g := range list {
			if !yield(pipeline.Ref{Path: g.path, Format: pipeline.Text}, nil) {
				return
			}
		}
	}
}

// probe is an extractor that does as the page's words say.
func probe(t *testing.T, release <-chan struct{}) *pipeline.Suite {
	t.Helper()
	run := func(p *pipeline.Pass) error {
		has := func(word string) bool { return strings.Contains(p.Text, word) }
		switch {
		case has("[panic]"):
			panic("the probe was told to")
		case has("[fail]"):
			return errors.New("the probe was told to")
		case has("[hang]"):
			<-release
		case has("[tag]"):
			_, err := p.Tagger.Tag([]string{"Envoy"})
			return err
		case has("[count]"):
			c := &record.Count{Value: 1, Unit: "envoy", Qualifier: "exact"}
			c.Evidence = []record.Evidence{p.Cite("", p.Sentences[0].Span, "any")}
			p.Report(c)
		}
		return nil
	}
	suite, err := pipeline.NewSuite([]pipeline.Extractor{{
		Name: "probe", Doc: "Does as it is told.", Reports: []record.Finding{(*record.Count)(nil)},
		Rules: []pipeline.Rule{{Name: "any", Doc: "Anything.", Example: "anything"}}, Run: run,
	}})
	if err != nil {
		t.Fatal(err)
	}
	return suite
}

// processor makes a processor of pages. Those that hang are let go with the test.
func processor(t *testing.T, list []given) *Processor {
	t.Helper()
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	pages := map[string]given{}
	for _, g := range list {
		pages[g.path] = g
	}
	return &Processor{
		Suite: probe(t, release), Confidence: func(string) float64 { return 0.5 },
		Extractor: record.Extractor{Name: "readout", Version: "0", Generation: 1},
		Load: func(ctx context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
			g, ok := pages[ref.Path]
			if !ok {
				return nil, fmt.Errorf("no page %s", ref.Path)
			}
			select {
			case <-time.After(g.after):
			case <-ctx.Done():
				return nil, ctx.Err()
			}
			if g.err != nil {
				return nil, g.err
			}
			return &pipeline.Page{Path: g.path, Format: ref.Format, Body: []byte(g.body)}, nil
		},
	}
}

// fakeSink notes the paths of what is put. answer gives the error of a call,
// the first being 1; nil for none.
type fakeSink struct {
	puts   [][]string
	answer func(call int, pages []*record.Page) error
	put    func(context.Context)
}

func (s *fakeSink) Put(ctx context.Context, pages []*record.Page) error {
	var paths []string
	for _, p := range pages {
		paths = append(paths, p.Source.Path)
	}
	s.puts = append(s.puts, paths)
	if s.put != nil {
		s.put(ctx)
	}
	if s.answer == nil {
		return nil
	}
	return s.answer(len(s.puts), pages)
}

func (s *fakeSink) Close() error { return nil }

// all gives the paths of all that was put.
func (s *fakeSink) all() []string {
	var out []string
	for _, p := range s.puts {
		out = append(out, p...)
	}
	return out
}

// deadSink takes dead letters, too.
type deadSink struct {
	fakeSink
	calls   int
	rejects []*pipeline.Reject
	refuse  error
}

func (s *deadSink) Reject(_ context.Context, rejects ...*pipeline.Reject) error {
	s.calls++
	s.rejects = append(s.rejects, rejects...)
	return s.refuse
}

// told is a list of rejects as "path reason".
type told []string

func (l *told) reject(r *pipeline.Reject) error {
	*l = append(*l, r.Path+" "+string(r.Reason))
	return nil
}

// addsUp: every page of the run is a record, a reject or unput.
func addsUp(t *testing.T, s Summary) {
	t.Helper()
	if n := s.Records + s.Rejected(pipeline.ClassError) + s.Rejected(pipeline.ClassUnwanted) + s.Unput; n != s.Pages {
		t.Errorf("%d pages, but %d records, %v rejects and %d unput", s.Pages, s.Records, s.Rejects, s.Unput)
	}
}

// htmlToo gives pages whose name says so as HTML.
func htmlToo(load func(context.Context, pipeline.Ref) (*pipeline.Page, error)) func(context.Context, pipeline.Ref) (*pipeline.Page, error) {
	return func(ctx context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
		if strings.HasSuffix(ref.Path, ".html") {
			ref.Format = pipeline.HTML
		}
		return load(ctx, ref)
	}
}

// connect makes a client of a broker and the prefix x.
func connect(t *testing.T, addr string) *stream.Cluster {
	t.Helper()
	u, err := stream.ParseURL("kafka://" + addr + "/x")
	if err != nil {
		t.Fatal(err)
	}
	c, err := stream.Connect(u, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// messages reads a topic of one partition to its end.
func messages(t *testing.T, c *stream.Cluster, topic stream.Topic) []store.Message {
	t.Helper()
	r := c.Reader(topic)
	have, err := r.Offsets(t.Context(), []int{0})
	if err != nil {
		t.Fatal(err)
	}
	var out []store.Message
	for next := have[0].First; next < have[0].End; {
		var msgs []store.Message
		if msgs, next, err = r.Fetch(t.Context(), 0, next); err != nil {
			t.Fatal(err)
		}
		out = append(out, msgs...)
	}
	return out
}
