package run

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/record"
)

// The order of records and rejects is that of the input, whichever page is
// done first, and every page is counted once.
func TestOrder(t *testing.T) {
	list := stories(100)
	var records []string
	var rejects told
	for _, g := range list {
		switch {
		case g.err != nil:
			rejects = append(rejects, g.path+" http_error")
		case strings.TrimSpace(g.body) == "":
			rejects = append(rejects, g.path+" empty")
		default:
			records = append(records, g.path)
		}
	}
	for _, workers := range []int{0, 1, 8} {
		random := rand.New(rand.NewPCG(1, uint64(workers)))
		for i := range list {
			list[i].after = time.Duration(random.IntN(1000)) * time.Microsecond
		}
		sink, got := &fakeSink{}, told{}
		last := Summary{}
		s, err := (&Batch{Processor: processor(t, list), Workers: workers, Sinks: []pipeline.Sink{sink}, Hold: 10, Linger: time.Minute,
			Reject: got.reject, Progress: func(s Summary) {
				if s.Pages != last.Pages+1 {
					t.Errorf("progress from %d pages to %d", last.Pages, s.Pages)
				}
				last = s
			}}).Run(t.Context(), refs(list))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(records, sink.all()); diff != "" {
			t.Errorf("%d workers: records (-want +got):\n%s", workers, diff)
		}
		if diff := cmp.Diff(rejects, got); diff != "" {
			t.Errorf("%d workers: rejects (-want +got):\n%s", workers, diff)
		}
		if s.Pages != 100 || s.Records != len(records) || s.Unput != 0 || last.Pages != 100 {
			t.Errorf("%d workers: %+v, the last progress %+v", workers, s, last)
		}
		addsUp(t, s)
	}
}

// Records are put together until there are more than Hold or the oldest has
// waited longer than Linger.
func TestHoldAndLinger(t *testing.T) {
	five := []given{story("a"), story("b"), story("c"), story("d"), story("e")}
	slow := slices.Clone(five)
	slow[2].after = 300 * time.Millisecond
	idle := append([]given{unwanted("0")}, five...) // nothing is held while the first record is waited for
	idle[1].after = 300 * time.Millisecond
	for _, test := range []struct {
		name   string
		list   []given
		hold   int
		linger time.Duration
		want   [][]string
	}{
		{"none", five, 0, time.Hour, [][]string{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}}},
		{"hold", five, 2, time.Hour, [][]string{{"a", "b", "c"}, {"d", "e"}}},
		{"all", five, 5, time.Hour, [][]string{{"a", "b", "c", "d", "e"}}},
		{"linger", slow, 5, 200 * time.Millisecond, [][]string{{"a", "b", "c"}, {"d", "e"}}},
		{"idle", idle, 5, 200 * time.Millisecond, [][]string{{"a", "b", "c", "d", "e"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			sink := &fakeSink{}
			s, err := (&Batch{Processor: processor(t, test.list), Workers: 1, Sinks: []pipeline.Sink{sink}, Hold: test.hold, Linger: test.linger}).
				Run(t.Context(), refs(test.list))
			if err != nil || s.Records != 5 {
				t.Errorf("Run = %+v, %v", s, err)
			}
			if diff := cmp.Diff(test.want, sink.puts); diff != "" {
				t.Errorf("puts (-want +got):\n%s", diff)
			}
		})
	}
}

// What is held is bounded by its bytes, whatever Hold says: of dead letters,
// and of records, whoever takes them.
func TestHoldBytes(t *testing.T) {
	big := strings.Repeat("x", 7<<20)
	var list []given
	for i := range 12 {
		list = append(list, given{path: fmt.Sprint(i), body: big})
	}
	dead := &deadSink{}
	s, err := (&Batch{Processor: processor(t, list), Workers: 1, Sinks: []pipeline.Sink{dead}, Hold: 1000, Linger: time.Hour}).Run(t.Context(), refs(list))
	if err != nil || s.Rejects[pipeline.TooLarge] != 12 || len(dead.rejects) != 12 || dead.calls != 6 {
		t.Errorf("Run = %+v, %v; %d dead letters in %d calls, want 12 in 6", s, err, len(dead.rejects), dead.calls)
	}
	list = nil
	for i := range 100 {
		list = append(list, story(fmt.Sprint(i), strings.Repeat("They spoke of trade. ", 10_000))) // 210 kB
	}
	sink := &fakeSink{}
	s, err = (&Batch{Processor: processor(t, list), Workers: 1, Sinks: []pipeline.Sink{sink}, Hold: 1000, Linger: time.Hour}).Run(t.Context(), refs(list))
	if err != nil || s.Records != 100 || len(sink.puts) != 3 {
		t.Errorf("Run = %+v, %v; %d puts, want 3", s, err, len(sink.puts))
	}
}

// What was finished before an interrupt is put, by a context that is not done.
func TestInterrupt(t *testing.T) {
	list := stories(30)
	list[20].after = time.Hour
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	sink := &deadSink{}
	sink.put = func(ctx context.Context) {
		if _, bounded := ctx.Deadline(); ctx.Err() != nil || !bounded {
			t.Errorf("put with a context that is done or without an end: %v", ctx.Err())
		}
	}
	s, err := (&Batch{Processor: processor(t, list), Workers: 4, Sinks: []pipeline.Sink{sink}, Hold: 1000, Linger: time.Hour,
		Progress: func(s Summary) {
			if s.Pages == 20 {
				cancel()
			}
		}}).Run(ctx, refs(list))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Run = %v", err)
	}
	if s.Pages != 20 || len(sink.all()) != s.Records || s.Unput != 0 || len(sink.rejects) != s.Rejected(pipeline.ClassError) || s.Records == 0 {
		t.Errorf("%+v, put %v and %d dead letters", s, sink.all(), len(sink.rejects))
	}
	addsUp(t, s)
}

func refuse(pages []*record.Page, paths ...string) error {
	var out pipeline.Refused
	for _, p := range pages {
		if slices.Contains(paths, p.Source.Path) {
			out = append(out, pipeline.RefusedPage{Page: p, Err: pipeline.Fail(pipeline.StageSink, pipeline.RecordTooLarge, "%s is too large", p.Source.Path)})
		}
	}
	return out
}

// A page that one of the sinks refuses is one reject, whose dead letter has
// the page's bytes; so is one whose id came before.
func TestRefused(t *testing.T) {
	list := []given{story("a"), story("b"), story("c"), story("d"), story("b")}
	first := &fakeSink{answer: func(_ int, pages []*record.Page) error { return refuse(pages, "b") }}
	second := &deadSink{fakeSink: fakeSink{answer: func(_ int, pages []*record.Page) error { return refuse(pages, "b", "d") }}}
	var rejects told
	s, err := (&Batch{Processor: processor(t, list), Workers: 2, Sinks: []pipeline.Sink{first, second}, Hold: 100, Linger: time.Hour, Reject: rejects.reject}).
		Run(t.Context(), refs(list))
	if err != nil || s.Records != 2 || s.Rejects[pipeline.RecordTooLarge] != 2 || s.Rejects[pipeline.DuplicateID] != 1 {
		t.Errorf("Run = %+v, %v", s, err)
	}
	addsUp(t, s)
	if diff := cmp.Diff(told{"b duplicate_id", "b record_too_large", "d record_too_large"}, rejects); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	for _, sink := range []*fakeSink{first, &second.fakeSink} {
		if diff := cmp.Diff([]string{"a", "b", "c", "d"}, sink.all()); diff != "" {
			t.Errorf("put (-want +got):\n%s", diff)
		}
	}
	if len(second.rejects) != 3 {
		t.Fatalf("%d dead letters, want 3", len(second.rejects))
	}
	for _, r := range second.rejects {
		if want := story(r.Path).body; string(r.Body) != want {
			t.Errorf("the dead letter of %s, %s, has %q, want %q", r.Path, r.Reason, r.Body, want)
		}
	}
}

// A sink, a list of rejects or a source that fails ends the run with its own
// words, and what became of the pages adds up.
func TestFailures(t *testing.T) {
	list := stories(60)
	full := errors.New("jsonl: out.jsonl: disk full")
	fails := func(call int, _ []*record.Page) error {
		if call == 2 {
			return full
		}
		return nil
	}
	listed := 0
	for _, test := range []struct {
		name  string
		batch Batch
		refs  func(func(pipeline.Ref, error) bool)
		unput bool
		words []string
	}{
		{name: "sink", batch: Batch{Sinks: []pipeline.Sink{&fakeSink{}, &fakeSink{answer: fails}}}, unput: true, words: []string{"put 9 records: ", full.Error()}},
		{name: "sink panics", batch: Batch{Sinks: []pipeline.Sink{&fakeSink{answer: func(int, []*record.Page) error { panic("no rows") }}}}, unput: true,
			words: []string{"put 9 records: sink: panic: no rows", "batch_test.go:"}},
		{name: "dead letters", batch: Batch{Sinks: []pipeline.Sink{&deadSink{refuse: errors.New("kafka: topic x.rejects: not there")}}}, words: []string{"put dead letters: kafka: topic x.rejects"}},
		{name: "list of rejects", batch: Batch{Sinks: []pipeline.Sink{&fakeSink{}}, Reject: func(*pipeline.Reject) error {
			if listed++; listed == 4 {
				return full
			}
			return nil
		}}, unput: true, words: []string{"list a reject: " + full.Error()}},
		{name: "source", batch: Batch{Sinks: []pipeline.Sink{&fakeSink{}}}, refs: func(yield func(pipeline.Ref, error) bool) {
			refs(list[:15])(yield)
			yield(pipeline.Ref{}, errors.New("feed: not well-formed"))
		}, words: []string{"feed: not well-formed"}},
		{name: "source panics", batch: Batch{Sinks: []pipeline.Sink{&fakeSink{}}}, refs: func(yield func(pipeline.Ref, error) bool) {
			refs(list[:15])(yield)
			panic("no header")
		}, words: []string{"source: panic: no header", "batch_test.go:"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := test.batch
			b.Processor, b.Workers, b.Hold, b.Linger = processor(t, list), 1, 8, time.Hour
			from := test.refs
			if from == nil {
				from = refs(list)
			}
			s, err := b.Run(t.Context(), from)
			for _, w := range test.words {
				if err == nil || !strings.Contains(err.Error(), w) {
					t.Errorf("Run = %v, want %q", err, w)
				}
			}
			if (s.Unput > 0) != test.unput || s.Pages == 0 || s.Pages == len(list) || test.refs != nil && s.Pages != 15 {
				t.Errorf("%+v", s)
			}
			addsUp(t, s)
			for _, sink := range b.Sinks {
				if f, ok := sink.(*fakeSink); ok && len(f.puts) > 2 {
					t.Errorf("%d puts, the second failed", len(f.puts))
				}
			}
		})
	}
}
