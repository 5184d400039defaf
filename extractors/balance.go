package extractors

import (
	"strings"
	"unicode/utf8"

	"readout/pipeline"
	"readout/pipeline/record"
)

// balanced gives the part of a value in which every bracket and quotation mark
// has its fellow: what stands outside the broken pair, without the little words that
// led to it. It may be empty.
func balanced(value string) string {
	s := balancedSpan(value, pipeline.Span{End: len(value)})
	return value[s.Start:s.End]
}

// balancedSpan does the same for a span of a text, and takes in a mark that stands
// just outside the span where that is the missing fellow.
func balancedSpan(text string, s pipeline.Span) pipeline.Span {
	for left, right := false, false; s.Start < s.End; {
		i, opens := record.Unpaired(text[s.Start:s.End])
		if i < 0 {
			return trimmed(text, s, left, right)
		}
		at := s.Start + i
		_, n := utf8.DecodeRuneInString(text[at:])
		next, m := utf8.DecodeRuneInString(text[s.End:])
		before, k := utf8.DecodeLastRuneInString(text[:s.Start])
		switch {
		case opens && m > 0 && paired(text[s.Start:s.End]+string(next)):
			s.End += m
		case !opens && k > 0 && paired(string(before)+text[s.Start:s.End]):
			s.Start -= k
		case at == s.Start, !opens && s.End-at > i:
			s.Start, left = at+n, true
		default:
			s.End, right = at, true
		}
	}
	return s
}

func paired(s string) bool {
	i, _ := record.Unpaired(s)
	return i < 0
}

// trimmed cuts white space, loose marks and little words from the ends that
// something was cut from.
func trimmed(text string, s pipeline.Span, left, right bool) pipeline.Span {
	const marks = " \n,;:–—-"
	for left {
		inner := strings.TrimLeft(text[s.Start:s.End], marks)
		s.Start = s.End - len(inner)
		first, _, _ := strings.Cut(inner, " ")
		if !little[first] {
			break
		}
		s.Start += len(first)
	}
	for right {
		inner := strings.TrimRight(text[s.Start:s.End], marks)
		s.End = s.Start + len(inner)
		last := inner[strings.LastIndexByte(inner, ' ')+1:]
		if !little[last] {
			break
		}
		s.End -= len(last)
	}
	return s
}

// little are words that join what is cut off to the rest.
var little = map[string]bool{"of": true, "in": true, "and": true, "or": true, "the": true, "a": true, "an": true, "to": true, "for": true, "with": true,
	"on": true, "by": true, "from": true, "at": true, "as": true, "called": true, "named": true}
