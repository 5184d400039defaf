// Package run takes pages through the whole flow, one at a time (Processor)
// or a batch of them into sinks (Batch).
package run

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"readout/pipeline"
	"readout/pipeline/article"
	"readout/pipeline/nlp"
	"readout/pipeline/record"
)

// Processor makes page records. Its fields are read only after the first
// use; it is safe for concurrent use.
type Processor struct {
	Suite  *pipeline.Suite
	Tagger pipeline.Tagger
	// Names reads a document with a statistical tagger of names; nil for none.
	Names      func(*pipeline.Document) *pipeline.Names
	Extractor  record.Extractor          // name, version, generation, model: as they stand in every record
	Confidence func(rule string) float64 // measured precision of a rule
	// Load gives the bytes of a page: from a file, from the network.
	Load func(context.Context, pipeline.Ref) (*pipeline.Page, error)
	// Hang is how long one page may take after it was loaded before it is
	// given up as a bug of ours (reason timeout). Limits by count come first;
	// no good page comes near it. 0 is DefaultHang.
	Hang time.Duration
	// Left is called with every page that was left undone because the run was
	// stopped while the page's values were computed. It must be safe for
	// concurrent use; nil is allowed.
	Left func(pipeline.Ref)

	hanging int32 // read and written atomically: pages that were given up and still run
}

// DefaultHang is the watchdog's default.
const DefaultHang = 30 * time.Second

// grace is how long a page may still take when the run is stopped.
const grace = time.Second

// MaxHanging is how many pages may hang at one time. Each keeps a processor
// and its memory until the program ends, so no further page is begun; those
// that other workers have begun may hang beside them.
const MaxHanging = 4

// ErrHanging stops a run of which MaxHanging pages hang. The records put by
// then stay put.
var ErrHanging = errors.New("too many pages hang: a bug of this program; their rejects have the reason timeout")

// Result is what became of a page: its record, its reject, or, where the run
// was stopped before anything became of it, Stopped.
type Result struct {
	Ref     pipeline.Ref
	Page    *record.Page
	Reject  *pipeline.Reject
	Stopped error
	// Body is what was loaded of the page, for the dead letter that it may
	// still become; nil where nothing was.
	Body []byte

	weight int // bytes that it holds, in a batch
}

// Process takes one page from its reference to its record. It never panics:
// a panic of any step is the page's reject. When ctx is done it ends within a
// second or so: a page that is not done by then is left (Result.Stopped).
func (p *Processor) Process(ctx context.Context, ref pipeline.Ref) Result {
	return p.process(ctx, ref, func(*pipeline.Page) {})
}

// process is Process that tells of the page when it is loaded.
func (p *Processor) process(ctx context.Context, ref pipeline.Ref, loaded func(*pipeline.Page)) Result {
	res := Result{Ref: ref}
	if n := atomic.LoadInt32(&p.hanging); n >= MaxHanging {
		res.Stopped = fmt.Errorf("%d pages: %w", n, ErrHanging)
		return res
	}
	page, err := p.load(ctx, ref)
	if err != nil && ctx.Err() != nil {
		res.Stopped = ctx.Err()
		return res
	}
	if err != nil {
		// Named as the user named it: the error tells where redirects led.
		res.Reject = pipeline.RejectFor(record.PageID(ref.URL, ref.Path), ref.URL, ref.Path, pipeline.StageFetch, err)
		return res
	}
	loaded(page)
	res.Body = page.Body
	res.Page, err = p.watch(ctx, page)
	if err == errLeft {
		if res.Stopped = ctx.Err(); p.Left != nil {
			p.Left(ref)
		}
		return res
	}
	if err != nil {
		res.Reject = pipeline.RejectFor(idOf(page), page.URL, page.Path, pipeline.StageExtract, err)
		res.Reject.Body = page.Body
	}
	return res
}

func (p *Processor) load(ctx context.Context, ref pipeline.Ref) (page *pipeline.Page, err error) {
	stage := pipeline.StageFetch
	defer recovered(&stage, &err)
	page, err = p.Load(ctx, ref)
	if page == nil && err == nil {
		err = pipeline.Fail(stage, pipeline.Internal, "no page and no error")
	}
	return page, err
}

// errLeft: the run was stopped before the page was done.
var errLeft = errors.New("the page was left undone")

// watch is Page with the watchdog, and with an end soon after ctx is done. A
// page that is given up keeps its goroutine: Go cannot end it, and the
// libraries take no context.
func (p *Processor) watch(ctx context.Context, page *pipeline.Page) (*record.Page, error) {
	hang := p.Hang
	if hang == 0 {
		hang = DefaultHang
	}
	type outcome struct {
		page *record.Page
		err  error
	}
	done := make(chan outcome, 1)
	over := make(chan struct{})
	go func() {
		defer close(over)
		rec, err := p.Page(page, nil)
		done <- outcome{rec, err}
	}()
	timer := time.NewTimer(hang)
	defer timer.Stop()
	var end <-chan time.Time
	stopped := ctx.Done()
	for {
		select {
		case o := <-done:
			return o.page, o.err
		case <-stopped:
			last := time.NewTimer(grace)
			defer last.Stop()
			stopped, end = nil, last.C
		case <-end:
			return nil, errLeft
		case <-timer.C:
			atomic.AddInt32(&p.hanging, 1)
			go func() {
				<-over
				atomic.AddInt32(&p.hanging, -1)
			}()
			return nil, pipeline.Fail(pipeline.StageExtract, pipeline.Timeout, "the page took longer than %s", hang)
		}
	}
}

// Page makes the record of a page that was loaded. trace may be nil. The
// error is a *pipeline.Error; a panic of any step is one too.
func (p *Processor) Page(page *pipeline.Page, trace *pipeline.Trace) (rec *record.Page, err error) {
	stage := pipeline.StageArticle
	defer recovered(&stage, &err)
	art, err := article.Extract(page)
	if err != nil {
		return nil, err
	}
	return p.record(art, trace, &stage)
}

// Article makes the record of an article as Page does that of a page.
func (p *Processor) Article(art *pipeline.Article, trace *pipeline.Trace) (rec *record.Page, err error) {
	var stage pipeline.Stage
	defer recovered(&stage, &err)
	return p.record(art, trace, &stage)
}

// record takes an article the rest of the way; stage tells how far it came.
func (p *Processor) record(art *pipeline.Article, trace *pipeline.Trace, stage *pipeline.Stage) (*record.Page, error) {
	*stage = pipeline.StageNLP
	doc := nlp.Analyze(art, p.Tagger)
	if p.Names != nil {
		doc.Names = p.Names(doc)
	}
	*stage = pipeline.StageExtract
	found, err := p.Suite.Run(doc, trace)
	if err != nil {
		return nil, err
	}
	*stage = pipeline.StageRecord
	rec := &record.Page{
		ID: art.ID, Source: art.Source, Title: art.Title, Authors: art.Authors, Published: art.Published,
		Language: art.Language, Text: art.Text, BodyStart: art.BodyStart, Extractor: p.Extractor,
	}
	retrieved := int64(0)
	if !art.Retrieved.IsZero() {
		retrieved = art.Retrieved.Unix()
	}
	rec.Revision = record.Revision(retrieved, p.Extractor.Generation)
	var findings []record.Named
	for _, f := range found.All() {
		findings = append(findings, record.Named{Extractor: f.Extractor, Finding: f.Finding})
	}
	if err := record.Assemble(rec, findings, p.Confidence); err != nil {
		return nil, pipeline.Fail(pipeline.StageRecord, pipeline.Internal, "%w", err)
	}
	return rec, nil
}

// idOf gives the id of a page by the rules of the record.
func idOf(page *pipeline.Page) string {
	if page.URL == "" && page.Path == "-" {
		return record.BytesID(page.Body)
	}
	return record.PageID(page.URL, page.Path)
}

// recovered turns a panic into the error of the stage that it happened in.
func recovered(stage *pipeline.Stage, err *error) {
	if r := recover(); r != nil {
		*err = pipeline.Fail(*stage, pipeline.Panic, "panic: %v (%s)", r, pipeline.PanicSite())
	}
}
