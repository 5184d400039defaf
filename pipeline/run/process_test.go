package run

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"readout/pipeline"
)

// TestMain: whoever starts a goroutine waits for it.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

type panickingTagger struct{}

func (panickingTagger) Tag([]string) ([]string, error) { panic("no model") }

// What goes wrong in one step is the reject of its page, with the step's name.
func TestPanics(t *testing.T) {
	list := []given{story("probe.txt", "[panic]"), story("tagger.txt", "[tag]"), story("record.txt", "[count]"), story("fail.txt", "[fail]"), story("good.txt")}
	p := processor(t, list)
	p.Tagger = panickingTagger{}
	p.Confidence = func(string) float64 { panic("no table") }
	load := p.Load
	for _, test := range []struct {
		path   string
		stage  pipeline.Stage
		reason pipeline.Reason
		words  []string
	}{
		{"probe.txt", pipeline.StageExtract, pipeline.Panic, []string{"extractor probe: panic: the probe was told to", "harness_test.go:"}},
		{"tagger.txt", pipeline.StageExtract, pipeline.Panic, []string{"extractor probe: panic: no model", "process_test.go:"}},
		{"record.txt", pipeline.StageRecord, pipeline.Panic, []string{"panic: no table", "process_test.go:"}},
		{"fail.txt", pipeline.StageExtract, pipeline.Internal, []string{"extractor probe: the probe was told to"}},
		{"unknown.txt", pipeline.StageFetch, pipeline.Internal, []string{"no page unknown.txt"}},
	} {
		res := p.Process(t.Context(), pipeline.Ref{Path: test.path, Format: pipeline.Text})
		if res.Page != nil || res.Stopped != nil || res.Reject == nil {
			t.Errorf("%s: %+v, want a reject", test.path, res)
			continue
		}
		r := res.Reject
		if r.Stage != test.stage || r.Reason != test.reason || r.Class != pipeline.ClassError || r.Path != test.path {
			t.Errorf("%s: reject %s", test.path, r.JSON())
		}
		for _, w := range test.words {
			if !strings.Contains(r.Error, w) {
				t.Errorf("%s: the error has no %q: %s", test.path, w, r.Error)
			}
		}
		if page, err := load(t.Context(), pipeline.Ref{Path: test.path}); err == nil && string(r.Body) != string(page.Body) {
			t.Errorf("%s: the reject has the bytes %q", test.path, r.Body)
		}
	}
	if res := p.Process(t.Context(), pipeline.Ref{Path: "good.txt", Format: pipeline.Text}); res.Page == nil {
		t.Errorf("the page after them: %+v", res.Reject)
	}
	// Steps that no page of a test brings to panic are given none.
	for stage, call := range map[pipeline.Stage]func() error{
		pipeline.StageArticle: func() error { _, err := p.Page(nil, nil); return err },
		pipeline.StageNLP:     func() error { _, err := p.Article(nil, nil); return err },
	} {
		if r := pipeline.RejectFor("", "", "", "", call()); r.Stage != stage || r.Reason != pipeline.Panic || !strings.Contains(r.Error, ".go:") {
			t.Errorf("%s: %s", stage, r.JSON())
		}
	}
	p.Load = nil
	if res := p.Process(t.Context(), pipeline.Ref{Path: "x"}); res.Reject == nil || res.Reject.Stage != pipeline.StageFetch || res.Reject.Reason != pipeline.Panic {
		t.Errorf("a panic while loading: %+v", res)
	}
}

// A page that hangs is a reject, and the run goes on.
func TestWatchdog(t *testing.T) {
	list := []given{story("a.txt"), story("b.txt", "[hang]"), story("c.txt"), story("d.txt")}
	p := processor(t, list)
	p.Hang = 100 * time.Millisecond
	sink, rejects := &deadSink{}, told{}
	s, err := (&Batch{Processor: p, Workers: 1, Sinks: []pipeline.Sink{sink}, Reject: rejects.reject}).Run(t.Context(), refs(list))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.txt", "c.txt", "d.txt"}, sink.all()); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(told{"b.txt timeout"}, rejects); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if len(sink.rejects) != 1 || string(sink.rejects[0].Body) != list[1].body || !strings.Contains(sink.rejects[0].Error, "longer than 100ms") {
		t.Errorf("dead letters %+v", sink.rejects)
	}
	addsUp(t, s)
}

// A run that is stopped does not wait for a page that computes: it ends soon,
// names the page and puts what was done before.
func TestStopLeavesAPage(t *testing.T) {
	list := []given{story("a.txt"), story("b.txt", "[hang]"), story("c.txt")}
	p := processor(t, list)
	var left []string
	p.Left = func(ref pipeline.Ref) { left = append(left, ref.Path) }
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	taken := make(chan struct{})
	load := p.Load
	p.Load = func(ctx context.Context, ref pipeline.Ref) (*pipeline.Page, error) {
		page, err := load(ctx, ref)
		if ref.Path == "b.txt" {
			<-taken
			stop()
		}
		return page, err
	}
	sink, rejects := &fakeSink{}, told{}
	b := &Batch{Processor: p, Workers: 1, Sinks: []pipeline.Sink{sink}, Reject: rejects.reject, Hold: 10, Linger: time.Hour,
		Progress: func(Summary) { close(taken) }}
	start := time.Now()
	s, err := b.Run(ctx, refs(list))
	if took := time.Since(start); !errors.Is(err, context.Canceled) || took > DefaultHang/2 {
		t.Errorf("error %v after %s", err, took)
	}
	if diff := cmp.Diff([]string{"b.txt"}, left); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a.txt"}, sink.all()); diff != "" || len(rejects) > 0 {
		t.Errorf("rejects %v, records (-want +got):\n%s", rejects, diff)
	}
	addsUp(t, s)
}

// Pages that hang keep what they hold: after a few no further page is begun.
func TestManyHang(t *testing.T) {
	var list []given
	for i := range 3 * MaxHanging {
		list = append(list, story(fmt.Sprintf("h%02d.txt", i), "[hang]"))
	}
	list[0] = story("good.txt")
	p := processor(t, list)
	p.Hang = 20 * time.Millisecond
	sink, rejects := &fakeSink{}, told{}
	s, err := (&Batch{Processor: p, Workers: 1, Sinks: []pipeline.Sink{sink}, Reject: rejects.reject}).Run(t.Context(), refs(list))
	if !errors.Is(err, ErrHanging) || !strings.Contains(fmt.Sprint(err), "4 pages: too many pages hang") {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff([]string{"good.txt"}, sink.all()); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(told{"h01.txt timeout", "h02.txt timeout", "h03.txt timeout", "h04.txt timeout"}, rejects); diff != "" {
		t.Errorf("rejects (-want +got):\n%s", diff)
	}
	if s.Pages != 1+MaxHanging {
		t.Errorf("%d pages were read, want %d", s.Pages, 1+MaxHanging)
	}
}

// A page that was given up and comes to its end counts no more.
func TestLateEnd(t *testing.T) {
	release := make(chan struct{})
	p := processor(t, []given{story("late.txt", "[hang]"), story("next.txt")})
	p.Suite, p.Hang = probe(t, release), 20*time.Millisecond
	for range MaxHanging {
		p.Process(t.Context(), pipeline.Ref{Path: "late.txt", Format: pipeline.Text})
	}
	if res := p.Process(t.Context(), pipeline.Ref{Path: "next.txt", Format: pipeline.Text}); !errors.Is(res.Stopped, ErrHanging) {
		t.Errorf("the page after them: %+v", res)
	}
	close(release)
	p.Hang = time.Minute
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		if res := p.Process(t.Context(), pipeline.Ref{Path: "next.txt", Format: pipeline.Text}); res.Page != nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("pages that ended still count")
		}
	}
}
