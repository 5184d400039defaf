// Package pipeline holds the types that flow from a reference to a page
// record, the contract of extractors, the reasons a page is rejected for and
// the runner:
//
//	Ref -> Page -> Article -> Document -> findings -> record.Page
//
// Each value is complete before the next step sees it. The package imports
// the standard library and pipeline/record only; it knows no politics, no
// network and no foreign library.
package pipeline

import (
	"time"

	"readout/pipeline/record"
)

// Span is a half-open range of bytes of a text.
type Span = record.Span

// Format tells how the bytes of a page are to be read.
type Format int

// Formats of a page.
const (
	HTML Format = iota
	Text
)

// Ref names a page before it is fetched. URL or Path is set, or neither for
// standard input.
type Ref struct {
	URL    string // absolute http(s) URL
	Path   string // slash path relative to the INPUT's root; identity of a page without a URL
	File   string // where the bytes are on this machine; never part of a record
	Format Format // of a file; a fetched page tells by its content type
	Stdin  bool
}

// Page is the bytes of a page after content decoding and gunzipping, with
// what the source told of them. Bytes are never changed.
type Page struct {
	URL         string // final URL, or WARC-Target-URI; "" for a file
	Path        string // "" for a fetched page
	ContentType string // as the server sent it, "" where unknown
	Format      Format
	Retrieved   time.Time // zero where unknown
	Body        []byte
}

// Article is the text of a page and what the page says about it.
//
// Text is the title, a blank line, the dateline if any, a blank line, the
// body: valid UTF-8 in NFC, no control characters but newline, no NBSP,
// paragraphs joined by a blank line. A title that the body repeats stands once;
// the cells of a table's row stand in one paragraph, " | " between them.
type Article struct {
	Source    record.Source
	ID        string // of the page
	Title     string
	Authors   []string
	Published string // as the page gives it: a date or a date-time with its offset
	Language  string // BCP 47
	Text      string
	Dateline  Span // empty where there is none
	BodyStart int
	Retrieved time.Time
}

// Token is a word, a number or a punctuation mark.
type Token struct {
	Span
	Sentence int // index in Document.Sentences
}

// Sentence is a sentence, a heading, the title or the dateline.
type Sentence struct {
	Span
	First, Last int // tokens [First, Last)
	Paragraph   int // index in Document.Paragraphs
}

// Paragraph is a block of the text between blank lines; 0 is the title where
// the page has one.
type Paragraph struct {
	Span
	First, Last int // sentences [First, Last)
	Kind        ParagraphKind
}

// ParagraphKind tells what a paragraph of the text is.
type ParagraphKind int

// Kinds of paragraphs.
const (
	BodyParagraph ParagraphKind = iota
	TitleParagraph
	DatelineParagraph
)

// Document is an article cut into paragraphs, sentences and tokens. It is
// never changed after it was made, and safe for concurrent use.
type Document struct {
	*Article
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token

	// Tagger gives the Penn Treebank tags of the tokens of a sentence; it is
	// slow, so extractors ask only for the sentences they need it in.
	// nil where no tagger is loaded.
	Tagger Tagger

	// Names is what a statistical tagger of names tells of the tokens: evidence
	// beside a grammar's own. nil where no such tagger was asked.
	Names *Names
}

// NameKind is what a name names.
type NameKind uint8

// Kinds of names.
const (
	PersonName NameKind = iota
	OrganizationName
	PlaceName
	NameKinds = 3 // how many there are
)

// Name is tokens [First, Last) of one sentence that a tagger takes for a name.
type Name struct {
	First, Last int
	Kind        NameKind
	// Probability that exactly these tokens are a name of this kind, by the tagger.
	Probability float64
}

// NameOdds are the probabilities that a token is part of a name of each kind;
// what they leave to 1 is that it is part of none.
type NameOdds [NameKinds]float32

// Names is the reading of a document by a tagger of names.
type Names struct {
	Found []Name     // the most probable reading, in text order, without overlap
	Odds  []NameOdds // one a token
}

// Tagger tags the tokens of one sentence: one Penn Treebank tag a token, ""
// where it cannot tell. Implementations: prose in pipeline/nlp, a table in tests.
// Safe for concurrent use. An error means no tags for this sentence.
type Tagger interface {
	Tag(tokens []string) ([]string, error)
}

// Quote gives the words of a span.
func (d *Document) Quote(s Span) string { return d.Text[s.Start:s.End] }

// Word gives the words of token i.
func (d *Document) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// SentenceAt gives the index of the sentence that holds the byte at, or -1.
func (d *Document) SentenceAt(at int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Start <= at {
		return lo
	}
	return -1
}

// TokenAt gives the index of the first token that ends after the byte at;
// len(Tokens) where there is none.
func (d *Document) TokenAt(at int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Tokens[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
