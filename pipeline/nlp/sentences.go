package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/pipeline"
)

// How an abbreviation behaves before a capital letter.
const (
	beforeName = 1 // "Mr. X": never ends a sentence
	mayEnd     = 2 // "Inc.", "a.m.": ends one before a word that starts sentences
	beforeNum  = 3 // "Sept. 9", "No. 5": ends one unless a number follows
)

// abbreviations that keep their full stop, in lower case without it. "U.S."
// and initials need no entry.
var abbreviations = map[string]int{
	"mr": beforeName, "mrs": beforeName, "ms": beforeName, "mx": beforeName, "messrs": beforeName,
	"dr": beforeName, "prof": beforeName, "hon": beforeName, "rev": beforeName, "fr": beforeName,
	"amb": beforeName, "barr": beforeName, "engr": beforeName, "alh": beforeName, "pst": beforeName, "comr": beforeName, "cde": beforeName, "arch": beforeName, "rt": beforeName, "gen": beforeName, "lt": beforeName, "col": beforeName, "maj": beforeName,
	"capt": beforeName, "cmdr": beforeName, "sgt": beforeName, "adm": beforeName, "brig": beforeName,
	"sen": beforeName, "rep": beforeName, "reps": beforeName, "sens": beforeName, "gov": beforeName, "pres": beforeName,
	"st": beforeName, "ste": beforeName, "ma": mayEnd, "mt": beforeName, "ft": beforeName, "eng": beforeName, "ing": beforeName,
	"vs": beforeName, "cf": beforeName, "supt": beforeName, "insp": beforeName, "det": beforeName, "esp": beforeName,
	"atty": beforeName, "sec": beforeName, "asst": beforeName, "dep": beforeName, "smt": beforeName,
	"comdt": beforeName, "mme": beforeName, "mlle": beforeName, "sra": beforeName, "dra": beforeName, "fmr": beforeName, "gov't": mayEnd, "govt": mayEnd,
	"inc": mayEnd, "ltd": mayEnd, "corp": mayEnd, "co": mayEnd, "bros": mayEnd, "plc": mayEnd,
	"jr": mayEnd, "sr": mayEnd, "etc": mayEnd, "esq": mayEnd, "al": mayEnd, "dept": mayEnd,
	"jan": beforeNum, "feb": beforeNum, "mar": beforeNum, "apr": beforeNum, "jun": beforeNum, "jul": beforeNum,
	"aug": beforeNum, "sep": beforeNum, "sept": beforeNum, "oct": beforeNum, "nov": beforeNum, "dec": beforeNum,
	"no": beforeNum, "nos": beforeNum, "art": beforeNum, "vol": beforeNum, "pp": beforeNum, "approx": beforeNum,
}

// starters are words that begin a sentence far more often than a name does
// after "U.S." or "Inc.".
var starters = map[string]bool{
	"The": true, "A": true, "An": true, "He": true, "She": true, "It": true, "They": true, "We": true, "I": true, "You": true,
	"This": true, "That": true, "These": true, "Those": true, "There": true, "In": true, "On": true, "At": true, "For": true,
	"From": true, "By": true, "With": true, "As": true, "But": true, "And": true, "Or": true, "If": true, "When": true,
	"While": true, "After": true, "Before": true, "During": true, "Since": true, "However": true, "Both": true, "His": true,
	"Her": true, "Their": true, "Its": true, "Our": true, "My": true, "What": true, "Who": true, "How": true, "Why": true,
	"Also": true, "Today": true, "Yesterday": true, "Although": true, "According": true, "Meanwhile": true, "Earlier": true,
	"Later": true, "Among": true, "To": true, "All": true, "Some": true, "Many": true, "Other": true, "Such": true, "Not": true,
	"No": true, "So": true, "Under": true, "Through": true, "Following": true, "Because": true, "Let": true, "Thank": true,
}

// maxSentence is how many tokens a sentence has at most; the longest of two
// thousand sentences of press pages has 169. What goes on longer is a list or
// no language, and the grammars may read a sentence more than once for every
// word of it: it is cut where it pauses.
const maxSentence = 400

// sentenceEnd gives the index after the last token of the sentence that
// begins with token first. The tokens from first on are those of one paragraph.
// No sentence has more than maxSentence tokens.
func sentenceEnd(text string, tokens []pipeline.Token, first int) int {
	if len(tokens)-first <= maxSentence {
		return stopEnd(text, tokens, first)
	}
	// One token more tells whether a sentence begins behind the last.
	if end := stopEnd(text, tokens[:first+maxSentence+1], first); end <= first+maxSentence {
		return end
	}
	return pauseEnd(text, tokens, first)
}

// pauseEnd cuts a sentence that is too long behind the last semicolon, else
// the last comma, in the second half of what it may have, else where it must end.
func pauseEnd(text string, tokens []pipeline.Token, first int) int {
	end, comma := first+maxSentence, 0
	for i := end - 1; i >= first+maxSentence/2; i-- {
		switch word(text, tokens[i]) {
		case ";":
			return i + 1
		case ",":
			comma = max(comma, i+1)
		}
	}
	if comma > 0 {
		return comma
	}
	return end
}

// stopEnd gives the index after the tokens up to the first full stop that ends
// a sentence; all of them where none does.
func stopEnd(text string, tokens []pipeline.Token, first int) int {
	for i := first; i < len(tokens); i++ {
		if !stops(text, tokens, i) {
			continue
		}
		end := i + 1
		for end < len(tokens) && closes(text, tokens, end) {
			end++
		}
		if end == len(tokens) || starts(text, tokens, i, end) {
			return end
		}
	}
	return len(tokens)
}

func word(text string, t pipeline.Token) string { return text[t.Start:t.End] }

// stops tells whether token i ends in a mark that can end a sentence.
func stops(text string, tokens []pipeline.Token, i int) bool {
	switch w := word(text, tokens[i]); w[len(w)-1] {
	case '.', '!', '?':
		return true
	}
	return strings.HasSuffix(word(text, tokens[i]), "…")
}

// closes tells whether token i is a further stop, or a closing mark that touches the token before.
func closes(text string, tokens []pipeline.Token, i int) bool {
	w := word(text, tokens[i])
	switch w {
	case ".", "!", "?", "...":
		return true
	case "”", "’", ")", "]", "»", "\"", "'":
		if tokens[i].Start != tokens[i-1].End {
			return false
		}
		// A straight mark that touches the next word opens there.
		return w != "\"" && w != "'" || i+1 == len(tokens) || tokens[i+1].Start > tokens[i].End
	}
	return false
}

// starts tells whether a sentence can begin at token next, after the stop in token i.
func starts(text string, tokens []pipeline.Token, i, next int) bool {
	if tokens[next].Start == tokens[next-1].End {
		return false // "example.org", "3.no"
	}
	w := word(text, tokens[next])
	quoted := false
	for strings.ContainsAny(w, "\"'“‘«([—–") && utf8.RuneCountInString(w) == 1 && next+1 < len(tokens) {
		quoted = true
		next++
		w = word(text, tokens[next])
	}
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !(quoted && unicode.IsLetter(r)) {
		// Scripts without case, and bullets, may begin a sentence after a plain stop.
		return !unicode.IsLetter(r) && word(text, tokens[i]) == "." && (r == '•' || r == '*')
	}
	stop := word(text, tokens[i])
	if len(stop) == 1 || stop == "..." || strings.HasSuffix(stop, "!") || strings.HasSuffix(stop, "?") || stop == "…" {
		return true
	}
	return abbreviationEnds(stop, w, r)
}

// abbreviationEnds decides for a stop that belongs to an abbreviation.
func abbreviationEnds(stop, next string, r rune) bool {
	switch abbreviations[strings.ToLower(strings.TrimSuffix(stop, "."))] {
	case beforeName:
		return false
	case beforeNum:
		return !unicode.IsDigit(r) && starters[next]
	case mayEnd:
		return starters[next]
	}
	if utf8.RuneCountInString(stop) == 2 { // an initial
		return starters[next] && next != "A" && next != "I"
	}
	return starters[next]
}
