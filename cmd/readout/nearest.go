package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"readout/extractors"
	"readout/pipeline"
	"readout/pipeline/fixture"
	"readout/pipeline/record"
)

// maxNear is how many values and near misses are told of around words that
// gave none.
const maxNear = 5

// neighbour is a value or a near miss that stands near the words asked for.
type neighbour struct {
	span record.Span
	line string
}

// nearest tells of words that gave no value: what stands nearest to their
// first place, in their sentence if there is anything, and what each extractor
// misses in them.
func nearest(w io.Writer, page *record.Page, trace *pipeline.Trace, at record.Span) error {
	fmt.Fprintf(w, "no value comes from %q\n", page.Text[at.Start:at.End])
	list := neighbours(page, trace)
	where := "nearest on the page"
	if i := trace.Document.SentenceAt(at.Start); i >= 0 {
		in := trace.Document.Sentences[i].Span
		if same := slices.DeleteFunc(slices.Clone(list), func(n neighbour) bool { return !n.span.Overlaps(in) }); len(same) > 0 {
			list, where = same, "nearest in the sentence"
		}
	}
	slices.SortStableFunc(list, func(a, b neighbour) int { return cmp.Compare(distance(a.span, at), distance(b.span, at)) })
	if len(list) > 0 {
		fmt.Fprintln(w, where+":")
	}
	for _, n := range list[:min(maxNear, len(list))] {
		fmt.Fprintf(w, "    %s%s\n", n.line, side(page.Text, n.span, at))
	}
	fmt.Fprintln(w, "why not:")
	for _, x := range extractors.List() {
		if x.Lacks == nil {
			continue
		}
		if why := x.Lacks(trace.Document, at); why != "" {
			fmt.Fprintf(w, "    %s: %s\n", x.Name, why)
		}
	}
	return nil
}

// neighbours lists each value where its first words stand, and each near miss.
func neighbours(page *record.Page, trace *pipeline.Trace) []neighbour {
	var out []neighbour
	for _, r := range trace.Findings.All() {
		for _, e := range r.Finding.Proven().Evidence {
			if e.Field == "" {
				out = append(out, neighbour{e.Span, fmt.Sprintf("%q, %s", page.Text[e.Start:e.End], fixture.Lines(page, r.Finding)[0])})
			}
		}
	}
	for _, d := range trace.Drops {
		out = append(out, neighbour{d.Span, fmt.Sprintf("%q dropped by %s: %s", page.Text[d.Span.Start:d.Span.End], d.Rule, d.Why)})
	}
	return out
}

// distance is the bytes between two spans, 0 where they touch.
func distance(a, b record.Span) int { return max(0, a.Start-b.End, b.Start-a.End) }

// side tells on which side of the words a neighbour stands and how far.
func side(text string, n, at record.Span) string {
	switch {
	case n.Overlaps(at):
		return ""
	case n.End <= at.Start:
		return fmt.Sprintf(", %s before", count(utf8.RuneCountInString(text[n.End:at.Start]), "character"))
	}
	return fmt.Sprintf(", %s behind", count(utf8.RuneCountInString(text[at.End:n.Start]), "character"))
}
