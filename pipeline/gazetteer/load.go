package gazetteer

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Load reads one list. A row has up to six columns parted by tabs:
//
//	kind  iso  name  variants  class  flags
//
// kind is one of the names of Kind; iso two capital letters or "-"; variants
// are parted by "|"; flags by spaces. A form that ends in "?" is Ambiguous,
// one of capitals, digits, full stops and "&+-" alone is an Acronym. Empty
// lines and lines that begin with "#" are passed over. The error names the
// list and the line.
func Load(name string, r io.Reader) (*Gazetteer, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: read %s: %w", name, err)
	}
	g := newGazetteer()
	if err := g.parse(name, string(data)); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	g.sort()
	return g, nil
}

func (g *Gazetteer) parse(name, data string) error {
	if !utf8.ValidString(data) {
		return fmt.Errorf("%s: not UTF-8", name)
	}
	line := 0
	for text := range strings.SplitSeq(data, "\n") {
		line++
		text = strings.TrimSuffix(text, "\r")
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			continue
		}
		if err := g.addRow(text); err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	return nil
}

func (g *Gazetteer) addRow(text string) error {
	cols := make([]string, 0, 6)
	for col := range strings.SplitSeq(text, "\t") {
		cols = append(cols, strings.TrimSpace(col))
	}
	if len(cols) < 3 || len(cols) > 6 {
		return fmt.Errorf("%d columns, want 3 to 6", len(cols))
	}
	for len(cols) < 6 {
		cols = append(cols, "")
	}
	kind := slices.Index(kindNames, cols[0])
	if kind < 0 {
		return fmt.Errorf("unknown kind %q", cols[0])
	}
	e := Entry{Kind: 1 << kind, Class: cols[4]}
	if cols[1] != "-" && cols[1] != "" {
		if !isCode(cols[1]) {
			return fmt.Errorf("ISO code %q is not two capital letters", cols[1])
		}
		e.ISO = cols[1]
	}
	if e.ISO == "" && e.Kind&(Country|Demonym) != 0 {
		return fmt.Errorf("a %v needs an ISO code", e.Kind)
	}
	for flag := range strings.FieldsSeq(cols[5]) {
		i := slices.Index(flagNames, flag)
		if i < 0 {
			return fmt.Errorf("unknown flag %q", flag)
		}
		e.Flags |= 1 << i
	}
	e.Name = strings.TrimSuffix(cols[2], "?")
	if err := g.addForm(e, cols[2]); err != nil {
		return err
	}
	if cols[3] != "" {
		for v := range strings.SplitSeq(cols[3], "|") {
			if err := g.addForm(e, v); err != nil {
				return err
			}
		}
	}
	if e.Kind == Country && g.country[e.ISO] == "" {
		g.country[e.ISO] = e.Name
	}
	return nil
}

func isCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

func (g *Gazetteer) addForm(e Entry, phrase string) error {
	if strings.HasSuffix(phrase, "?") {
		phrase = phrase[:len(phrase)-1]
		e.Flags |= Ambiguous
	}
	if isAcronym(phrase) {
		e.Flags |= Acronym
	}
	e.Form = phrase
	if err := g.add(e); err != nil {
		return err
	}
	if e.Kind == Title && e.Flags&(Plural|PostNominal) == 0 {
		e.Form = plural(phrase)
		e.Flags |= Plural
		return g.add(e)
	}
	return nil
}

func (g *Gazetteer) add(e Entry) error {
	var atoms []string
	for word := range strings.FieldsSeq(e.Form) {
		atoms = appendAtoms(atoms, word)
	}
	if len(atoms) == 0 {
		return fmt.Errorf("an empty name or variant")
	}
	var buf [48]byte
	key := firstKey(atoms[0], buf[:0])
	g.index[string(key)] = append(g.index[string(key)], form{int32(len(g.entries)), atoms})
	g.entries = append(g.entries, e)
	return nil
}

// isAcronym: capitals, digits and marks alone, two capitals or a capital and
// a digit at least, without a space between words.
func isAcronym(s string) bool {
	capitals, digits := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			capitals++
		case '0' <= c && c <= '9':
			digits++
		case !strings.ContainsRune(".&+-/", rune(c)):
			return false
		}
	}
	return capitals >= 2 || capitals == 1 && digits > 0
}

// plural gives the plural of a title: of the noun before "of", "for", "to",
// "at", "General", "Designate" or a comma, else of the last word.
func plural(title string) string {
	at := len(title)
	for _, mark := range []string{" of ", " for ", " to ", " at ", " on ", " General", "-General", " Designate",
		"-designate", "-elect", "-at-", "-in-", " in ", " pro ", " without ", " d'", " Extraordinary", ","} {
		if i := strings.Index(title, mark); i > 0 && i < at {
			at = i
		}
	}
	noun, rest := title[:at], title[at:]
	for _, x := range []struct{ end, plural string }{
		{"man", "men"}, {"woman", "women"}, {"person", "persons"}, {"ay", "ays"}, {"ey", "eys"}, {"oy", "oys"},
		{"y", "ies"}, {"ch", "ches"}, {"s", "ses"}, {"x", "xes"}, {"sh", "shes"},
	} {
		if stem, ok := strings.CutSuffix(noun, x.end); ok {
			return stem + x.plural + rest
		}
	}
	return noun + "s" + rest
}
