package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Reason is why a page gave no record; the list below is the only one.
type Reason string

// Reasons a page is rejected for.
const (
	NotFound         Reason = "not_found"
	HTTPError        Reason = "http_error"
	NetworkError     Reason = "network_error"
	RedirectLoop     Reason = "redirect_loop"
	ForbiddenAddress Reason = "forbidden_address"
	Unreadable       Reason = "unreadable"
	Timeout          Reason = "timeout"
	TooLarge         Reason = "too_large"
	TooDeep          Reason = "too_deep"
	TooManyNodes     Reason = "too_many_nodes"
	BadEncoding      Reason = "bad_encoding"
	Binary           Reason = "binary"
	Panic            Reason = "panic"
	DuplicateID      Reason = "duplicate_id"
	RecordTooLarge   Reason = "record_too_large"
	BadRecord        Reason = "bad_record"
	WrongSchema      Reason = "wrong_schema"
	WrongKey         Reason = "wrong_key"
	Empty            Reason = "empty"
	NoArticle        Reason = "no_article"
	NotEnglish       Reason = "not_english"
	Internal         Reason = "internal"
)

// Class parts what went wrong from what is not wanted.
type Class string

// Classes of rejects.
const (
	ClassError    Class = "error"
	ClassUnwanted Class = "unwanted"
)

// reasons is the one list: every reason, its class and what it means.
var reasons = []struct {
	Reason Reason
	Class  Class
	Doc    string
}{
	{NotFound, ClassError, "the file or URL is not there (HTTP 404, 410)"},
	{HTTPError, ClassError, "the server answered with another HTTP error"},
	{NetworkError, ClassError, "the server could not be reached or broke off"},
	{RedirectLoop, ClassError, "more than 10 redirects"},
	{ForbiddenAddress, ClassError, "a redirect led from a public to a private address, or to a link-local one"},
	{Unreadable, ClassError, "the file could not be read or gunzipped"},
	{Timeout, ClassError, "the page took longer than its limit"},
	{TooLarge, ClassError, "more bytes than the limit"},
	{TooDeep, ClassError, "elements nested deeper than the parser allows"},
	{TooManyNodes, ClassError, "more nodes than the limit"},
	{BadEncoding, ClassError, "the bytes are not text in the charset that the page names"},
	{Binary, ClassError, "the bytes are not text"},
	{Panic, ClassError, "a bug in readout: please report it"},
	{DuplicateID, ClassError, "another page of this run has the same id"},
	{RecordTooLarge, ClassError, "the record is larger than the sink takes"},
	{BadRecord, ClassError, "the message is no page record, or a broken one"},
	{WrongSchema, ClassError, "the message is a record of another schema"},
	{WrongKey, ClassError, "the message has no key, or one that is not its record's id"},
	{Internal, ClassError, "another failure inside readout"},
	{Empty, ClassUnwanted, "no bytes, or nothing but white space"},
	{NoArticle, ClassUnwanted, "no article text was found on the page"},
	{NotEnglish, ClassUnwanted, "the article is not in English"},
}

// Class gives the class of a reason; a reason that is not listed is an error.
func (r Reason) Class() Class {
	for _, x := range reasons {
		if x.Reason == r {
			return x.Class
		}
	}
	return ClassError
}

// Doc says in a few words what a reason means; "" where it is not listed.
func (r Reason) Doc() string {
	for _, x := range reasons {
		if x.Reason == r {
			return x.Doc
		}
	}
	return ""
}

// Reasons lists every reason, errors first; the list is the caller's own.
func Reasons() []Reason {
	out := make([]Reason, len(reasons))
	for i, x := range reasons {
		out[i] = x.Reason
	}
	return out
}

// Stage names the step of the flow that rejected a page.
type Stage string

// Stages of the flow.
const (
	StageSource  Stage = "source"
	StageFetch   Stage = "fetch"
	StageArticle Stage = "article"
	StageNLP     Stage = "nlp"
	StageExtract Stage = "extract"
	StageRecord  Stage = "record"
	StageSink    Stage = "sink"
)

// Error is a failure of one page: the stage that met it, the reason to count
// it under and what happened.
type Error struct {
	Stage  Stage
	Reason Reason
	Err    error
}

// Error gives "STAGE: what happened", or the reason's own words where Err is nil.
func (e *Error) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%s: %s", e.Stage, e.Reason.Doc())
	}
	return fmt.Sprintf("%s: %v", e.Stage, e.Err)
}

// Unwrap gives Err, nil where the reason says all.
func (e *Error) Unwrap() error { return e.Err }

// Fail makes the error of one page. format and args are those of fmt.Errorf,
// %w included; format may be "" where the reason's own words say all. It never
// gives nil.
func Fail(stage Stage, reason Reason, format string, args ...any) *Error {
	e := &Error{Stage: stage, Reason: reason}
	if format != "" {
		e.Err = fmt.Errorf(format, args...)
	}
	return e
}

// Reject is a page that gave no record, as it is listed and counted.
type Reject struct {
	ID     string `json:"id"`
	URL    string `json:"url"`
	Path   string `json:"path"`
	Reason Reason `json:"reason"`
	Class  Class  `json:"class"`
	Stage  Stage  `json:"stage"`
	Error  string `json:"error"`
	// Body is what was fetched of the page, nil where nothing was: the dead
	// letter carries it on. It is no part of the JSON.
	Body []byte `json:"-"`
}

// JSON gives the reject as one JSON object without a newline, no HTML escapes.
func (r *Reject) JSON() []byte {
	var b jsonBuffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(r) // a struct of strings cannot fail
	return b[:len(b)-1]
}

type jsonBuffer []byte

func (b *jsonBuffer) Write(p []byte) (int, error) { *b = append(*b, p...); return len(p), nil }

// RejectFor makes the reject of a page from the error that any step gave,
// which is not nil: stage and reason are those of the *Error in its chain, and an
// error without one counts as internal at the given stage. id, url and path
// may be "" where they are not known; Body is left to the caller.
func RejectFor(id, url, path string, stage Stage, err error) *Reject {
	r := &Reject{ID: id, URL: url, Path: path, Stage: stage, Reason: Internal, Error: err.Error()}
	var e *Error
	if errors.As(err, &e) {
		r.Stage, r.Reason = e.Stage, e.Reason
	}
	r.Class = r.Reason.Class()
	return r
}

// PanicSite gives file and line of the panic that is being recovered, for the
// reject that reports it. Call it from the deferred function itself.
func PanicSite() string {
	pc := make([]uintptr, 32)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicked = true
		case panicked && !strings.HasPrefix(f.Function, "runtime."):
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return "unknown place"
		}
	}
}
