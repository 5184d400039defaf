package nlp

import (
	"fmt"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"readout/pipeline"
)

// ProseTagger tags with prose's averaged perceptron. The model (0.3 s) is
// loaded at the first call and shared; safe for concurrent use. The zero
// value is ready.
//
// What it works around, all measured on v2.0.0: prose panics where it should
// return errors; it splits some tokens further, so its tokens are aligned with
// ours by consuming characters; repeated words of one call share one token,
// so that the last tag overwrites the earlier ones: the earlier ones are
// tagged in a prefix of the sentence that ends before the repeat.
type ProseTagger struct{}

var _ pipeline.Tagger = ProseTagger{}

// proseModel loads prose's tagger without its entity model.
var proseModel = sync.OnceValues(func() (*prose.Model, error) {
	return orPanic("load prose's model", func() (*prose.Model, error) {
		doc, err := prose.NewDocument("Ready.", prose.WithSegmentation(false), prose.WithExtraction(false))
		if err != nil {
			return nil, err
		}
		return doc.Model, nil
	})
})

// orPanic does what prose is asked for; a panic of prose is an error too.
func orPanic[T any](what string, do func() (T, error)) (out T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v (%s)", r, pipeline.PanicSite())
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", what, err)
		}
	}()
	return do()
}

const (
	// lookahead is how many tokens after a word the tagger sees.
	lookahead = 2
	// maxPrefixes is how many prefixes of a sentence are tagged; of two
	// thousand sentences of press pages one, a list of 170 tokens, needs as
	// many. Beyond them a repeated word has the tag of its last repeat.
	maxPrefixes = 16
)

// Tag gives one Penn Treebank tag a token, "" where prose's tokens cannot be
// aligned. Its cost is that of tagging the tokens once, and of at most
// maxPrefixes prefixes.
func (ProseTagger) Tag(tokens []string) ([]string, error) {
	tags, err := tagOnce(tokens)
	if err != nil {
		return nil, err
	}
	for _, p := range prefixes(tokens) {
		part, err := tagOnce(tokens[:p.end])
		if err != nil {
			return nil, err
		}
		for _, i := range p.words {
			tags[i] = part[i]
		}
	}
	return tags, nil
}

// prefix is the beginning of a sentence that shows the tags of some words.
type prefix struct {
	end   int
	words []int
}

// prefixes lists the fewest prefixes that show the tags of the earlier ones of
// repeated words: each must end a few tokens behind the word, but short of the
// repeat. Marks and words that have one tag wherever they stand need none.
func prefixes(tokens []string) []prefix {
	type repeat struct{ word, again int }
	var repeats []repeat
	last := make(map[string]int, len(tokens))
	for i, w := range tokens {
		if oneTag(w) {
			continue
		}
		if at, ok := last[w]; ok {
			repeats = append(repeats, repeat{at, i}) // by where the prefix must end
		}
		last[w] = i
	}
	var out []prefix
	for _, r := range repeats {
		if n := len(out); n > 0 && out[n-1].end >= min(r.word+1+lookahead, r.again) {
			out[n-1].words = append(out[n-1].words, r.word)
			continue
		}
		if len(out) == maxPrefixes {
			break
		}
		out = append(out, prefix{r.again, []int{r.word}})
	}
	return out
}

// oneTag tells whether a token has the same tag wherever it stands.
func oneTag(w string) bool {
	switch strings.ToLower(w) {
	case "the", "a", "an", "of", "and", "or", "in", "for", "with", "at", "from", "to", "by", "on",
		"he", "she", "it", "they", "we", "his", "their", "its", "is", "was", "were", "are", "be", "been", "has":
		return true
	}
	return !strings.ContainsFunc(w, func(r rune) bool { return isLetter(r) || isDigit(r) })
}

func tagOnce(tokens []string) ([]string, error) {
	model, err := proseModel()
	if err != nil {
		return nil, err
	}
	return tagBy(tokens, func(text string) (*prose.Document, error) {
		return prose.NewDocument(text, prose.UsingModel(model), prose.WithSegmentation(false), prose.WithExtraction(false))
	})
}

// tagBy tags tokens by what prose makes of their text.
func tagBy(tokens []string, read func(text string) (*prose.Document, error)) ([]string, error) {
	return orPanic("tag with prose", func() ([]string, error) {
		doc, err := read(straight.Replace(strings.Join(tokens, " ")))
		if err != nil {
			return nil, err
		}
		return align(tokens, doc.Tokens()), nil
	})
}

var straight = strings.NewReplacer("“", "\"", "”", "\"", "‘", "'", "’", "'", "\u00a0", " ", "``", "\"", "''", "\"")

// align gives each of our tokens the tag of the last of prose's tokens that
// lies within it: the head of a word that prose split. From the first
// character that differs on there are no tags.
func align(tokens []string, tagged []prose.Token) []string {
	tags := make([]string, len(tokens))
	j := 0
	for i, w := range tokens {
		rest := straight.Replace(w)
		for rest != "" {
			if j == len(tagged) {
				return tags
			}
			t := straight.Replace(tagged[j].Text)
			if t == "" || !strings.HasPrefix(rest, t) {
				return tags
			}
			rest = rest[len(t):]
			if letters := strings.Trim(t, ".-'\""); letters != "" || tags[i] == "" {
				tags[i] = tagged[j].Tag
			}
			j++
		}
	}
	return tags
}
