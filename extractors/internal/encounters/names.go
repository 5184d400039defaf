package encounters

import "strings"

// fields cuts a text into words in small letters without marks.
func fields(s string) []string {
	out := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return strings.ContainsRune(" \n\t,.;:()\"“”'’", r)
	})
	return out
}

// similar tells whether two names of groups are one: most of their words are shared.
func similar(a, b string) bool {
	x, y := fields(a), fields(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	shared := 0
	for _, w := range x {
		for _, v := range y {
			if w == v {
				shared++
				break
			}
		}
	}
	return 2*shared*10 >= 7*(len(x)+len(y))
}

// afterOf gives the words of a post behind its first "of" or "for": its field.
func afterOf(title string) string {
	for _, sep := range []string{" of ", " for "} {
		if _, after, ok := strings.Cut(title, sep); ok {
			return after
		}
	}
	return ""
}
