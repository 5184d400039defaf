package names

import (
	"strings"

	"readout/pipeline"
)

// introduction is an acronym that the text puts in brackets behind a name.
type introduction struct {
	text string // "CBSS SC"
	open int    // token of the bracket
	end  int    // token after the closing bracket
}

// introductions finds "(OSCE)", "(CBSS SC)", "(EOM/CBSS)".
func (p *page) introductions() []introduction {
	var out []introduction
	for i := range p.tok {
		if p.tok[i].text != "(" || i == 0 {
			continue
		}
		j, caps := i+1, 0
		for j < len(p.tok) && j-i <= 6 && p.tok[j].text != ")" {
			t := &p.tok[j]
			if !acronymPart(t) {
				caps = -99
			}
			caps++
			j++
		}
		if j < len(p.tok) && caps > 0 && p.tok[j].text == ")" {
			out = append(out, introduction{p.text(i+1, j), i, j + 1})
		} else if i+2 < len(p.tok) && p.tok[i+2].text == ")" && p.blend(i) {
			out = append(out, introduction{p.tok[i+1].text, i, i + 3})
		}
	}
	return out
}

// blend tells whether the word in the bracket at token open is made of the
// beginnings of the words before it, two letters or more of each: "Council
// of Harbours (Counhar)".
func (p *page) blend(open int) bool {
	t := &p.tok[open+1]
	if t.shape != capital || len(t.low) < 5 || len(t.low) > 14 {
		return false
	}
	lo, _ := p.sentenceOf(open)
	return p.beginnings(t.low, max(lo, open-8), open, 0)
}

// beginnings tells whether letters end with the beginning of the last content word
// of tokens [lo, i), what is left with that of the one before, and so on.
func (p *page) beginnings(letters string, lo, i, parts int) bool {
	for i--; i >= lo && (p.tok[i].shape == mark || functionWords[p.tok[i].low]); i-- {
	}
	if i < lo || p.tok[i].shape != capital {
		return false
	}
	for n := 2; n <= len(letters) && n <= len(p.tok[i].low); n++ {
		rest, ok := strings.CutSuffix(letters, p.tok[i].low[:n])
		if ok && (rest == "" && parts > 0 || len(rest) > 1 && p.beginnings(rest, lo, i, parts+1)) {
			return true
		}
	}
	return false
}

func acronymPart(t *token) bool {
	if t.text == "/" || t.text == "-" {
		return true
	}
	if t.shape == upper || t.shape == mixed {
		return true
	}
	n := 0
	for _, r := range t.text {
		if 'A' <= r && r <= 'Z' {
			n++
		}
	}
	return t.shape == capital && n >= 2 && len(t.text) <= 6
}

// findSpelled gives the names that end before an acronym in brackets that their
// first letters spell, where no noun heads them and the tagger of names holds the
// acronym or the name for a body's: "Women in Leadership (WIL)".
func (p *page) findSpelled(bodies []body) []body {
	if p.doc.Names == nil {
		return nil
	}
	ends := map[int]bool{}
	for _, b := range bodies {
		ends[b.last] = true
	}
	var out []body
	for _, a := range p.introductions() {
		lo, _ := p.sentenceOf(a.open)
		if ends[a.open] || noBodies[a.text] || len(a.text) < 3 || p.tok[a.open-1].shape != capital || p.isThing(&p.tok[a.open-1]) || p.tok[a.open-1].title.ok() {
			continue
		}
		first := p.spelledFrom(a.text, lo, a.open)
		if first == a.open || p.tok[first].title.ok() || p.isThing(&p.tok[first]) || p.tok[first].place.ok() && int(p.tok[first].place.n) == a.open-first {
			continue
		}
		if p.odds(first, pipeline.OrganizationName) < spelledBody && p.odds(a.open+1, pipeline.OrganizationName) < spelledBody {
			continue
		}
		out = append(out, body{first: first, last: a.open, nucleus: first, score: 0.9*float64(a.open-first) + 1.2, rule: "acronym-in-parentheses"})
	}
	return out
}

// spelledBody is the odds from which a name without the noun of a body is one.
const spelledBody = 0.5

func (p *page) odds(i int, kind pipeline.NameKind) float32 { return p.doc.Names.Odds[i][kind] }

// spelledFrom gives the token from which the first letters of words with a capital
// spell the acronym up to token end; end where they do not.
func (p *page) spelledFrom(acronym string, lo, end int) int {
	letters := []rune(strings.ToLower(acronym))
	k := len(letters) - 1
	for i := end - 1; i >= lo && end-i < 12; i-- {
		t := &p.tok[i]
		switch first := []rune(t.low)[0]; {
		case first == letters[k] && (t.shape == capital || t.shape == small && functionWords[t.low]):
			if k--; k < 0 {
				if t.shape != capital {
					return end
				}
				return i
			}
		case t.shape == small && functionWords[t.low]:
		default:
			return end
		}
	}
	return end
}

// findOtherAcronyms marks the acronyms that stand behind what is no body:
// "Memorandum of Understanding (MOU)".
func (p *page) findOtherAcronyms(bodies []body, things []thing) {
	bodyEnd := map[int]bool{}
	for _, b := range bodies {
		bodyEnd[b.last] = true
	}
	thingEnd := map[int]bool{}
	for _, t := range things {
		thingEnd[t.last] = true
	}
	for _, a := range p.introductions() {
		lo, _ := p.sentenceOf(a.open)
		known := bodyEnd[a.open] || thingEnd[a.open] || p.spells(a.text, lo, a.open)
		for i := a.open + 1; i < a.end-1 && known; i++ {
			p.tok[i].introduced = true
		}
		if known && !bodyEnd[a.open] {
			p.otherAcronyms[a.text] = true
		}
	}
}

// spells tells whether the initials of the words that end before token i spell
// the acronym.
func (p *page) spells(acronym string, lo, i int) bool {
	want := []rune(strings.ToLower(strings.Map(func(r rune) rune {
		if r == '-' || r == '/' || r == ' ' || r == '.' {
			return -1
		}
		return r
	}, acronym)))
	k := len(want) - 1
	for j := i - 1; j >= lo && k >= 0 && i-j < 14; j-- {
		t := &p.tok[j]
		if t.shape == mark || t.shape == digits || t.low == "of" && j+1 < i && p.tok[j+1].shape == digits {
			continue // "Harbour Lights Act of 1974 (HLA)"
		}
		first := []rune(t.low)[0]
		switch {
		case first == want[k]:
			k--
		case functionWords[t.low] || particles[t.low]:
		default:
			return false
		}
	}
	return k < 0
}
