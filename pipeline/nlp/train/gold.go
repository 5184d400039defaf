package train

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
	"readout/pipeline/eval"
	"readout/pipeline/gazetteer"
	"readout/pipeline/nlp"
	"readout/pipeline/nlp/model"
)

// page is what a gold file says of names.
type page struct {
	People []struct {
		Name  string
		Roles []struct{ Organization string }
	}
	Organizations []string
}

// ReadGold projects the names of a gold set back onto its texts: DIR/text/ID.txt and
// DIR/gold/ID.json. The gold lists every person and body once, in the
// fullest form; their short forms and acronyms are found by rule, places by the
// word lists. Only pages of the part are read, and their hash is the source's; keep
// chooses among them by id. A folder without any is an error that names it.
func ReadGold(dir string, part eval.Part, keep func(id string) bool) ([]Doc, Source, error) {
	src := Source{Name: "gold/" + filepath.Base(dir)}
	files, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	if err != nil {
		return nil, src, err
	}
	slices.Sort(files)
	sum := sha256.New()
	var docs []Doc
	read := 0
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".json")
		if !part.Has(id) {
			continue
		}
		read++
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, src, err
		}
		text, err := os.ReadFile(filepath.Join(dir, "text", id+".txt"))
		if err != nil {
			return nil, src, err
		}
		sum.Write(data)
		sum.Write(text)
		var p page
		if err := json.Unmarshal(data, &p); err != nil {
			return nil, src, fmt.Errorf("%s: %w", file, err)
		}
		if keep(id) && (len(p.People) > 0 || len(p.Organizations) > 0) {
			docs = append(docs, project(string(text), p))
		}
	}
	if read == 0 {
		return nil, src, fmt.Errorf("no files gold/ID.json in the part %q", part)
	}
	src.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return docs, src, nil
}

// goldWeight is what a sentence of the gold counts.
const goldWeight = 2

// Fold puts a page into one of n folds by its id.
func Fold(id string, n int) int { return int(sha256.Sum256([]byte(id))[1]) % n }

// TextOf gives the words of a document.
func TextOf(d *pipeline.Document) model.Text { return nlp.Words(d) }

func project(text string, p page) Doc {
	doc := nlp.Analyze(&pipeline.Article{Text: text}, nil)
	d := Doc{Text: TextOf(doc), Weight: goldWeight}
	pr := &projection{words: d.Text.Words, low: make([]string, len(d.Text.Words)), taken: make([]bool, len(d.Text.Words)), gaz: gazetteer.Default()}
	for i, w := range pr.words {
		pr.low[i] = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	}
	var forms []form
	for _, x := range p.People {
		forms = append(forms, form{words(x.Name), model.Person})
		for _, r := range x.Roles {
			if o := r.Organization; o != "" && len(pr.gaz.Lookup(o, gazetteer.Place|gazetteer.Demonym)) == 0 {
				forms = append(forms, form{words(o), model.Organization})
			}
		}
	}
	for _, o := range p.Organizations {
		forms = append(forms, form{words(o), model.Organization})
	}
	pr.whole(forms)
	pr.acronyms()
	pr.shortNames(p)
	pr.places(d.Text.Ends)
	d.Names = pr.names
	slices.SortFunc(d.Names, func(a, b model.Span) int { return cmp.Compare(a.First, b.First) })
	return d
}

type form struct {
	words []string
	t     model.Type
}

// words cuts a name as the tokenizer does, in small letters.
func words(name string) []string {
	d := nlp.Analyze(&pipeline.Article{Text: name}, nil)
	var out []string
	for i := range d.Tokens {
		out = append(out, strings.ToLower(strings.ReplaceAll(d.Word(i), "’", "'")))
	}
	return out
}

type projection struct {
	words, low []string
	taken      []bool
	names      []model.Span
	gaz        *gazetteer.Gazetteer
}

func (p *projection) take(first, last int, t model.Type) bool {
	for i := first; i < last; i++ {
		if p.taken[i] {
			return false
		}
	}
	for i := first; i < last; i++ {
		p.taken[i] = true
	}
	p.names = append(p.names, model.Span{First: first, Last: last, Type: t})
	return true
}

func capital(w string) bool {
	return strings.ContainsFunc(w, unicode.IsUpper)
}

// whole finds the full forms, the longest first. A form begins and ends with
// a capital or digit in the text.
func (p *projection) whole(forms []form) {
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(len(b.words), len(a.words)) })
	for _, f := range forms {
		n := len(f.words)
		for i := 0; n > 0 && i+n <= len(p.low); i++ {
			if slices.Equal(p.low[i:i+n], f.words) && capital(strings.Join(p.words[i:i+n], "")) {
				p.take(i, i+n, f.t)
			}
		}
	}
}

// acronyms finds those in brackets behind a body, and all their mentions.
func (p *projection) acronyms() {
	for _, s := range slices.Clone(p.names) {
		if s.Type != model.Organization || s.Last+2 >= len(p.words) || p.words[s.Last] != "(" || p.words[s.Last+2] != ")" {
			continue
		}
		a := p.words[s.Last+1]
		if utf8.RuneCountInString(a) < 2 || strings.ToUpper(a[:2]) != a[:2] {
			continue
		}
		for i, w := range p.words {
			if w == a {
				p.take(i, i+1, model.Organization)
			}
		}
	}
}

// shortNames finds parts of the names of people: their last words anywhere,
// their first behind a title, and stretches of two words and more.
func (p *projection) shortNames(pg page) {
	for _, x := range pg.People {
		name := words(x.Name)
		for n := len(name) - 1; n >= 1; n-- {
			for from := 0; from+n <= len(name); from++ {
				part := name[from : from+n]
				for i := 0; i+n <= len(p.low); i++ {
					if !slices.Equal(p.low[i:i+n], part) || !capital(p.words[i]) || !capital(p.words[i+n-1]) || len(p.words[i+n-1]) < 3 {
						continue
					}
					if n == 1 && from != len(name)-1 && !p.titled(i) {
						continue
					}
					p.take(i, i+n, model.Person)
				}
			}
		}
	}
}

func (p *projection) titled(i int) bool {
	if i == 0 {
		return false
	}
	_, n := p.gaz.Match(p.words[i-1:i], gazetteer.Title|gazetteer.Courtesy)
	return n == 1
}

func (p *projection) places(ends []int) {
	first := 0
	for _, last := range ends {
		for i := first; i < last; i++ {
			e, n := p.gaz.Match(p.words[i:last], gazetteer.Place)
			if n == 0 || !capital(p.words[i]) || e.Kind == gazetteer.Venue || n == 1 && e.Has(gazetteer.Ambiguous) && !p.placing(i) {
				continue
			}
			if i > first && p.words[i-1] == "-" || !p.take(i, i+n, model.Place) {
				continue
			}
			i += n - 1
		}
		first = last
	}
}

// placing tells whether a word that places stands before word i.
func (p *projection) placing(i int) bool {
	return i > 0 && (p.low[i-1] == "in" || p.low[i-1] == "of" || p.low[i-1] == "to" || p.low[i-1] == "from" || p.low[i-1] == "and")
}
