package pipeline

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"readout/pipeline/record"
)

// Rule is one way an extractor comes to a value. Its id in evidence is
// "extractor/name".
type Rule struct {
	Name    string // kebab-case
	Doc     string // one sentence
	Example string // words of a page that the rule takes
}

// Extractor finds one kind of fact in a document. It is mostly data; Run is
// pure: it reads the document and what earlier extractors reported, reports
// findings, and touches nothing else (no network, files, clock or global
// state). Run is called once a page, from many goroutines at once for
// different pages. An error rejects the page; a panic too.
type Extractor struct {
	Name     string           // lower case, one word
	Doc      string           // one sentence
	Requires []string         // extractors whose findings Run reads
	Reports  []record.Finding // a nil pointer of each type that Run may report
	Rules    []Rule
	Run      func(*Pass) error
	// Lacks says, in words that an analyst understands, what a piece of the
	// document lacks that gave no value of this extractor: the first plain
	// condition that it fails. nil where none is stated. Only explain asks.
	Lacks func(*Document, Span) string
}

// Suite is a checked list of extractors. Make it with NewSuite.
type Suite struct {
	extractors []Extractor
	rules      map[string]bool
}

var (
	extractorName = regexp.MustCompile(`^[a-z][a-z_]*$`)
	ruleName      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// NewSuite checks the list and puts it in an order in which every extractor
// comes after those it requires, else in the order of the list. The error
// names the extractor and what is wrong with it: no name, no doc, no rules, a
// name or rule used twice, a requirement that is not in the list, a cycle.
func NewSuite(list []Extractor) (*Suite, error) {
	s := &Suite{rules: map[string]bool{}}
	byName := map[string]Extractor{}
	for _, x := range list {
		if err := checkExtractor(x); err != nil {
			return nil, err
		}
		if _, twice := byName[x.Name]; twice {
			return nil, fmt.Errorf("extractor %s: listed twice", x.Name)
		}
		byName[x.Name] = x
		for _, r := range x.Rules {
			s.rules[x.Name+"/"+r.Name] = true
		}
	}
	state := map[string]int{} // 1 being visited, 2 done
	var visit func(x Extractor, path []string) error
	visit = func(x Extractor, path []string) error {
		switch state[x.Name] {
		case 1:
			return fmt.Errorf("extractor %s: requires itself: %s", x.Name, strings.Join(append(path, x.Name), " -> "))
		case 2:
			return nil
		}
		state[x.Name] = 1
		for _, need := range x.Requires {
			y, ok := byName[need]
			if !ok {
				return fmt.Errorf("extractor %s: requires %s, which is not in the list", x.Name, need)
			}
			if err := visit(y, append(path, x.Name)); err != nil {
				return err
			}
		}
		state[x.Name] = 2
		s.extractors = append(s.extractors, x)
		return nil
	}
	for _, x := range list {
		if err := visit(x, nil); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func checkExtractor(x Extractor) error {
	switch {
	case !extractorName.MatchString(x.Name):
		return fmt.Errorf("extractor %q: the name must be lower-case letters", x.Name)
	case x.Doc == "":
		return fmt.Errorf("extractor %s: no doc sentence", x.Name)
	case x.Run == nil:
		return fmt.Errorf("extractor %s: no Run", x.Name)
	case len(x.Reports) == 0:
		return fmt.Errorf("extractor %s: reports nothing", x.Name)
	case len(x.Rules) == 0:
		return fmt.Errorf("extractor %s: no rules", x.Name)
	}
	seen := map[string]bool{}
	for _, r := range x.Rules {
		switch {
		case !ruleName.MatchString(r.Name):
			return fmt.Errorf("extractor %s: rule %q: the name must be kebab-case", x.Name, r.Name)
		case r.Doc == "" || r.Example == "":
			return fmt.Errorf("extractor %s: rule %s: needs a doc sentence and an example", x.Name, r.Name)
		case seen[r.Name]:
			return fmt.Errorf("extractor %s: rule %s: listed twice", x.Name, r.Name)
		}
		seen[r.Name] = true
	}
	return nil
}

// Extractors gives the extractors in the order they run in.
func (s *Suite) Extractors() []Extractor { return slices.Clone(s.extractors) }

// Run runs every extractor over a document and gives all that they reported,
// in the order of reporting. trace may be nil. A panic in an extractor is an
// error with reason Panic that names the extractor.
func (s *Suite) Run(doc *Document, trace *Trace) (findings *Findings, err error) {
	f := &Findings{byType: map[reflect.Type][]record.Finding{}, shared: map[reflect.Type]any{}}
	for _, x := range s.extractors {
		if err := s.runOne(x, doc, f, trace); err != nil {
			return nil, err
		}
	}
	if trace != nil {
		trace.Document, trace.Findings = doc, f
	}
	return f, nil
}

func (s *Suite) runOne(x Extractor, doc *Document, f *Findings, trace *Trace) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = Fail(StageExtract, Panic, "extractor %s: panic: %v (%s)", x.Name, r, PanicSite())
		}
	}()
	p := &Pass{Document: doc, extractor: x, findings: f, trace: trace, suite: s}
	if err := x.Run(p); err != nil {
		return Fail(StageExtract, Internal, "extractor %s: %w", x.Name, err)
	}
	return p.err()
}

// Findings is what the extractors reported of one page.
type Findings struct {
	all    []Reported
	byType map[reflect.Type][]record.Finding
	shared map[reflect.Type]any
}

// Reported is a finding and the extractor that reported it.
type Reported struct {
	Extractor string
	Finding   record.Finding
}

// All gives every finding in the order of reporting.
func (f *Findings) All() []Reported { return f.all }

// Pass is one run of one extractor over one document. It is not safe for
// concurrent use.
type Pass struct {
	*Document
	extractor Extractor
	findings  *Findings
	trace     *Trace
	suite     *Suite
	failures  []string
}

// Cite makes a piece of evidence. field is "" for the item itself; rule is
// the kebab-name of one of this extractor's rules.
func (p *Pass) Cite(field string, span Span, rule string) record.Evidence {
	id := p.extractor.Name + "/" + rule
	if !p.suite.rules[id] {
		p.fail("cites the rule %s, which it does not declare", rule)
	}
	if span.Start < 0 || span.End > len(p.Text) || span.Start >= span.End {
		p.fail("rule %s cites the span %d:%d of a text of %d bytes", rule, span.Start, span.End, len(p.Text))
		return record.Evidence{Field: field, Rule: id}
	}
	return record.Evidence{Field: field, Span: span, Rule: id}
}

// Report gives a finding. Its type must be declared in Reports and it must
// have evidence; its evidence must come from Cite, or be a copy of another
// finding's.
func (p *Pass) Report(f record.Finding) {
	t := reflect.TypeOf(f)
	if !slices.ContainsFunc(p.extractor.Reports, func(r record.Finding) bool { return reflect.TypeOf(r) == t }) {
		p.fail("reports a %v, which it does not declare", t)
		return
	}
	if len(f.Proven().Evidence) == 0 {
		p.fail("reports a %v without evidence", t)
		return
	}
	p.findings.all = append(p.findings.all, Reported{p.extractor.Name, f})
	p.findings.byType[t] = append(p.findings.byType[t], f)
}

// Found gives the findings of one type that this and earlier extractors
// reported, in the order of reporting: Found[*record.Person](p).
func Found[T record.Finding](p *Pass) []T {
	list := p.findings.byType[reflect.TypeFor[T]()]
	out := make([]T, len(list))
	for i, f := range list {
		out[i] = f.(T)
	}
	return out
}

// Shared computes something about the document once a page, for all the
// extractors that ask for its type: an analysis that several extractors read.
func Shared[T any](p *Pass, compute func(*Document) T) T {
	t := reflect.TypeFor[T]()
	if v, ok := p.findings.shared[t]; ok {
		return v.(T)
	}
	v := compute(p.Document)
	p.findings.shared[t] = v
	return v
}

// Drop tells of a value that the extractor nearly took: the rule that looked
// at it, the words and the condition that failed, in words that an analyst
// understands. It costs nothing where nobody traces; compute nothing for it
// unless Tracing.
func (p *Pass) Drop(rule string, span Span, why string) {
	if p.trace != nil {
		p.trace.Drops = append(p.trace.Drops, Drop{Rule: p.extractor.Name + "/" + rule, Span: span, Why: why})
	}
}

// Tracing tells whether anybody reads what is dropped.
func (p *Pass) Tracing() bool { return p.trace != nil }

func (p *Pass) fail(format string, args ...any) {
	p.failures = append(p.failures, fmt.Sprintf(format, args...))
}

func (p *Pass) err() error {
	if len(p.failures) == 0 {
		return nil
	}
	return Fail(StageExtract, Internal, "extractor %s: %s", p.extractor.Name, p.failures[0])
}

// Trace collects what the extractors dropped and, at the end, all that they
// reported. It is not safe for concurrent use.
type Trace struct {
	Document *Document
	Drops    []Drop
	Findings *Findings
}

// Drop is a value that was nearly taken.
type Drop struct {
	Rule string
	Span Span
	Why  string
}
