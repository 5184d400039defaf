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
		n := p.politeWord(i, first, last)
		if t.rank.ok() && t.shape != small && !p.generalBody(i, last) {
			n = max(n, int(t.rank.n))
		}
		n = max(n, p.politeForm(i, last))
		if khmerStyles[t.low] && i > first && p.tok[i-1].polite && i+2 < last && p.tok[i+1].shape == capital && p.tok[i+2].shape == capital {
			n = 1 // "Samdech Akka Moha Ponhea Chakrei Sok Vanna"
		}
		for j := i; j < i+n && j < last; j++ {
			p.tok[j].polite = true
		}
	}
}

// politeWord gives the number of tokens of a courtesy word of the lists at i.
func (p *page) politeWord(i, first, last int) int {
	t, n := &p.tok[i], 0
	next := func(ok func(w *token) bool) bool { return i+1 < last && ok(&p.tok[i+1]) }
	if t.shape == small && smallCourtesy[t.low] && next(func(w *token) bool { return w.shape == capital || smallCourtesy[w.low] }) {
		n = 1
	}
	if t.courtesy.ok() && t.shape != small && !nameForms[t.low] && !(t.shape == initial && len(t.text) == 2) || courtesyExtra[t.low] && t.shape == capital {
		n = max(int(t.courtesy.n), 1)
	}
	if nameForms[t.low] && t.shape == capital && next(func(w *token) bool { return w.courtesy.ok() && !nameForms[w.low] }) {
		n = 1 // "Awang Haji Ismadi"
	}
	switch {
	case t.low == "don" && i > first && p.tok[i-1].text != ",":
		return 0 // "President Don Lee"
	case t.low == "chief" && next(func(w *token) bool { return w.shape == capital && isVocabulary(w.low) }) && !(i+2 < last && p.tok[i+2].shape == capital):
		return 0 // "the Chief Guest"
	}
	return n
}

// politeForm gives the number of tokens of what its form tells to be a courtesy
// word before a name: an abbreviation, a style written with initials, "(retd)".
func (p *page) politeForm(i, last int) int {
	t := &p.tok[i]
	if i+1 >= last {
		return 0
	}
	next := &p.tok[i+1]
	named := next.shape == capital || next.shape == initial
	switch {
	case t.shape == capital && len(t.text) > 2 && strings.HasSuffix(t.text, ".") && !forenames[t.low] && !suffixes[t.text] && !months[t.low] && !t.head.ok() && named:
		return 1
	case t.text == "Rt" && next.text == ".":
		return 2
	case t.text == "(" && i+2 < last && retired[strings.TrimSuffix(next.low, ".")] && p.tok[i+2].text == ")":
		return 3 // "Justice (retd) NAME"
	case (t.text == "H.E" || t.text == "HE.") && named:
		return 1
	case t.text == "H." && (next.text == "E." || next.text == "E") && i+2 < last && p.tok[i+2].shape == capital:
		return 2
	}
	return 0
}

// forenames are abbreviations that are part of a name.
var forenames = wordSet(`st. ste. ma. wm. chas. geo. jos. thos. fco. fdo. ant. abd. md. mohd. moh. muh. sh.`)

// khmerStyles are words of the styles that the King of Cambodia grants, behind
// "Samdech" and before the name.
var khmerStyles = wordSet(`akka moha sena padei techo preah bat boromneath borom chaufea veang vibol vibolsena pheakdei ponhea chakrei krolahom kralahom
	pichey thipadei borvor rathsapheathika sangha sanghareach abhisiri sugandha mohasangharajah dhipati samdech sdech eksereyvath reach oudom bandit kitti`)

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
var courtesyExtra = wordSet(`dasho lyonpo pak bapak ibu mama mzee maestro hajah hajjah puan cik encik khun daw kyai ustaz ustadz habib paduka seri mallam mallama alhaja chief elder comrade
	asiwaju lyonchhen lyonchen lyonchoen lyoncchen kutshab ogbeni aare erelu oloye iyalode jagaban
	irishman irishwoman englishman englishwoman frenchman frenchwoman dutchman dutchwoman welshman welshwoman scotsman scotswoman spaniard briton`)
