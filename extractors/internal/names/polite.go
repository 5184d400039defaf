package names

import "strings"

// Courtesy words and ranks before names.

// markPolite marks the courtesy words and ranks, with abbreviations that only
// such words are: "Eng.", "Amb." before a capital. A word that is also a name
// ("Sri", "Syed") is none.
func (p *page) markPolite(first, last int) {
	for i := first; i < last; i++ {
		t := &p.tok[i]
		if n := max(t.title.n, t.place.n); n > 1 {
			i += int(n) - 1 // "First Lady", "Bandar Seri Begawan"
			continue
		}
		n := 0
		if t.shape == small && smallCourtesy[t.low] && i+1 < last && (p.tok[i+1].shape == capital || smallCourtesy[p.tok[i+1].low]) {
			n = 1
		}
		if t.courtesy.ok() && t.shape != small && !nameForms[t.low] && !(t.shape == initial && len(t.text) == 2) || courtesyExtra[t.low] && t.shape == capital {
			n = max(int(t.courtesy.n), 1)
		}
		if nameForms[t.low] && t.shape == capital && i+1 < last && p.tok[i+1].courtesy.ok() && !nameForms[p.tok[i+1].low] {
			n = 1 // "Awang Haji Ismadi"
		}
		if t.low == "don" && i > first && p.tok[i-1].text != "," {
			n = 0 // "President Don Lee"
		}
		if t.rank.ok() && t.shape != small && !p.generalBody(i, last) {
			n = max(n, int(t.rank.n))
		}
		if n == 0 && t.shape == capital && len(t.text) > 2 && strings.HasSuffix(t.text, ".") && t.low != "st." && !suffixes[t.text] && !months[t.low] &&
			!t.head.ok() && i+1 < last && (p.tok[i+1].shape == capital || p.tok[i+1].shape == initial) {
			n = 1
		}
		if t.text == "(" && i+2 < last && retired[strings.TrimSuffix(p.tok[i+1].low, ".")] && p.tok[i+2].text == ")" {
			n = 3 // "Justice (retd) NAME"
		}
		if t.text == "Rt" && i+1 < last && p.tok[i+1].text == "." {
			n = 2
		}
		for j := i; j < i+n && j < last; j++ {
			p.tok[j].polite = true
		}
	}
}

// retired stands in brackets behind a rank.
var retired = wordSet(`retd rtd ret retired`)

// generalBody tells whether "General" at token i is a word of a body's name:
// "General Intelligence Department".
func (p *page) generalBody(i, last int) bool {
	if p.tok[i].low != "general" {
		return false
	}
	for j := i + 1; j < last && j-i < 4 && p.tok[j].shape == capital && isVocabulary(p.tok[j].low); j++ {
		if p.tok[j].head.ok() {
			return true
		}
	}
	return false
}

// smallCourtesy are degrees that some press writes in small letters.
var smallCourtesy = wordSet(`prof. dr dr. hab. hab ing. mgr mgr. eng. inż. doc. mr mr. mrs. ms.`)

var americas = wordSet(`latin north south central inter pan meso`)

// nameForms are courtesy words that are first of all parts of names.
var nameForms = wordSet(`syed sayed sharif raja sri nana nai u baba awang tun lama khan bey mir shah sidi`)

// courtesyExtra are further words of address before names, of Asia and Africa.
var courtesyExtra = wordSet(`dasho lyonpo pak bapak ibu mama mzee maestro hajah hajjah puan cik encik khun daw kyai ustaz ustadz habib paduka seri mallam mallama alhaja chief elder comrade`)
