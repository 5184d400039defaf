package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Load reads one list. A row has up to six columns parted by tabs:
//
//	kind  iso  name  variants  class  flags
//
// kind is one of the names of Kind; iso two capital letters or "-"; variants
// are parted by "|"; flags by spaces. A form that ends in "?" is Ambiguous, in "*"
// Shared, in "?*" both; one of capitals, digits, full stops and "&+-" alone is an Acronym. Empty
// lines and lines that begin with "#" are passed over. The error names the
// list and the line.
func Load(name string, r io.Reader) (*Gazetteer, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: read %s: %w", name, err)
	}
	g := newGazetteer(0)
	if err := g.parse(name, string(data)); err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
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
	var cols [6]string
	n := 0
	for more := true; more; n++ {
		if n == len(cols) {
			return fmt.Errorf("more than %d columns", len(cols))
		}
		var col string
		col, text, more = strings.Cut(text, "\t")
		cols[n] = strings.TrimSpace(col)
	}
	if n < 3 {
		return fmt.Errorf("%d columns, want 3 at least", n)
	}
	kind := slices.Index(kindNames, cols[0])
	if kind < 0 {
		return fmt.Errorf("unknown kind %q", cols[0])
	}
	r := row{kind: 1 << kind, name: strings.TrimSuffix(strings.TrimSuffix(cols[2], "*"), "?"), class: cols[4]}
	if cols[1] != "-" && cols[1] != "" {
		if !isCode(cols[1]) {
			return fmt.Errorf("ISO code %q is not two capital letters", cols[1])
		}
		r.iso = cols[1]
	}
	if r.iso == "" && r.kind&(Country|Demonym) != 0 {
		return fmt.Errorf("a %v needs an ISO code", r.kind)
	}
	for flag := range strings.FieldsSeq(cols[5]) {
		i := slices.Index(flagNames, flag)
		if i < 0 {
			return fmt.Errorf("unknown flag %q", flag)
		}
		r.flags |= 1 << i
	}
	g.rows = append(g.rows, r)
	if r.kind == Country && g.country[r.iso] == "" {
		g.country[r.iso] = r.name
	}
	return g.addForms(r, cols[2], cols[3])
}

func (g *Gazetteer) addForms(r row, name, variants string) error {
	if err := g.addForm(r, name); err != nil {
		return err
	}
	for variants != "" {
		var v string
		var more bool
		v, variants, more = strings.Cut(variants, "|")
		if err := g.addForm(r, v); err != nil {
			return err
		}
		if more && variants == "" {
			return g.addForm(r, "")
		}
	}
	return nil
}

func isCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

func (g *Gazetteer) addForm(r row, phrase string) error {
	phrase = strings.TrimSpace(phrase)
	if strings.ContainsFunc(phrase, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) {
		return fmt.Errorf("%.40q has white space that is no space", phrase)
	}
	f := form{row: int32(len(g.rows) - 1), flags: r.flags}
	f.text = strings.TrimSuffix(phrase, "*")
	if f.text != phrase {
		f.flags |= Shared
	}
	if plain := strings.TrimSuffix(f.text, "?"); plain != f.text {
		f.text = plain
		f.flags |= Ambiguous
	}
	if isAcronym(f.text) {
		f.flags |= Acronym
	}
	if err := g.add(f); err != nil {
		return err
	}
	if r.kind == Title && f.flags&Plural == 0 {
		f.text = plural(f.text)
		f.flags |= Plural
		return g.add(f)
	}
	return nil
}

// add puts a form into the chain of its first atom.
func (g *Gazetteer) add(f form) error {
	n := countAtoms(f.text)
	if n == 0 {
		return errors.New("an empty name or variant")
	}
	if n > maxAtoms {
		return fmt.Errorf("%.40q... has more than %d words", f.text, maxAtoms)
	}
	f.atoms, f.next = int16(n), -1
	atom, rest, plain := cutAtom(f.text)
	key := hashAtom(atom, plain)
	if n > 1 {
		atom, _, plain = cutAtom(rest)
		f.second = uint32(hashAtom(atom, plain)) | 1
	}
	at := int32(len(g.forms))
	head, ok := g.index[key]
	switch {
	case !ok:
		g.index[key] = at
	case g.forms[head].atoms < f.atoms:
		f.next = head
		g.index[key] = at
	default:
		prev := head
		for g.forms[prev].next >= 0 && g.forms[g.forms[prev].next].atoms >= f.atoms {
			prev = g.forms[prev].next
		}
		f.next = g.forms[prev].next
		g.forms[prev].next = at
	}
	g.forms = append(g.forms, f)
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
