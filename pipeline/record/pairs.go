package record

import "strings"

// Unpaired gives the first bracket or quotation mark of s without its fellow,
// and whether it opens; -1 where each has one. Single quotation marks are also
// apostrophes and not looked at.
func Unpaired(s string) (at int, opens bool) {
	type mark struct {
		r  rune
		at int
	}
	var stack []mark
	for i, r := range s {
		top := rune(0)
		if len(stack) > 0 {
			top = stack[len(stack)-1].r
		}
		switch {
		case r == '"' && top != '"', r == '“' && top != '„', strings.ContainsRune("([{«„", r):
			stack = append(stack, mark{r, i})
		case closes(top, r):
			stack = stack[:len(stack)-1]
		case strings.ContainsRune(")]}»”", r):
			if len(stack) > 0 {
				return stack[0].at, true
			}
			return i, false
		}
	}
	if len(stack) > 0 {
		return stack[0].at, true
	}
	return -1, false
}

// closes tells whether r is the fellow of an opening mark.
func closes(open, r rune) bool {
	switch open {
	case '(':
		return r == ')'
	case '[':
		return r == ']'
	case '{':
		return r == '}'
	case '«':
		return r == '»'
	case '„':
		return r == '“' || r == '”'
	case '“':
		return r == '”'
	case '"':
		return r == '"'
	}
	return false
}
