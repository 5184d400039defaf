package timex

import "readout/extractors/internal/lex"

type verbClass uint8

const (
	noVerb verbClass = iota
	verbPast
	verbFuture
	verbPresent
	verbTo // the mark of an infinitive
)

// verb classes token k; date is the token of the expression that it would
// govern from before, or -1.
func (p *parser) verb(k, date int) verbClass {
	t := p.toks[k]
	w := t.Lower
	switch w {
	case "next":
		if isDeterminer(p.w(k-1)) && date-k < 7 {
			return verbFuture
		}
		return noVerb
	case "will", "shall", "upcoming", "forthcoming", "preparations", "preparation", "preparing", "tomorrow", "should", "must", "could", "might", "would", "cannot":
		return verbFuture
	case "may", "can":
		if !t.Capital {
			return verbFuture
		}
	case "was", "were", "had", "did", "ago", "yesterday", "anniversary", "aftermath", "victims":
		return verbPast
	case "be":
		if p.w(k-1) == "to" || p.w(k-2) == "to" {
			return verbFuture
		}
		return noVerb
	case "has", "have":
		return p.perfect(k)
	case "is", "are", "am":
		return verbPresent
	case "proposed", "suggested", "fixed", "chose", "picked", "named", "billed", "earmarked", "timed":
		if k+1 == date || w != "named" && p.w(k+1) == "for" { // the date is what was set: "proposed May 3"
			return verbFuture
		}
	case "to":
		if n := p.tok(k + 1); n.Kind == lex.Word && !n.Capital && !isDeterminer(n.Lower) && n.Lower != "him" && n.Lower != "them" && !isPlural(n) {
			return verbTo
		}
		return noVerb
	case "scheduled", "planned", "slated", "due", "expected", "foreseen", "tentatively":
		if date < 0 || k+4 >= date || p.w(k+1) == "to" || p.w(k+1) == "for" {
			return verbFuture
		}
	case "set", "arranged", "postponed", "deferred", "moved", "rescheduled", "delayed", "called", "convened", "announced", "slotted":
		if n := p.w(k + 1); n == "for" || n == "to" && w != "announced" && w != "called" || n == "until" || n == "till" || n == "from" || date >= 0 && date-k < 6 && p.w(date-1) == "for" {
			return verbFuture // "set for May", "called elections for May"
		}
		return p.participle(k)
	case "plans", "plan", "intends", "intend", "hopes", "hope", "wants", "want", "aims", "aim", "expects", "expect", "looks", "prepares", "prepare":
		return verbFuture
	}
	return p.verbByForm(k, date)
}

// verbByForm classes token k by what it governs and by its ending.
func (p *parser) verbByForm(k, date int) verbClass {
	t := p.toks[k]
	w := t.Lower
	if date >= 0 {
		if c := governs(w, p.w(k+1), date-k); c != noVerb {
			return c
		}
	}
	switch {
	case t.Capital && !p.startsSentence(k):
		return noVerb
	case isPast(w):
		return p.participle(k)
	case isScheduled(w) && p.subjectBefore(k):
		return verbPresent
	}
	return noVerb
}

// perfect classes "has" or "have" at k: of a perfect it tells of the past; of
// an infinitive ("would not have any events", "is to have talks") nothing.
func (p *parser) perfect(k int) verbClass {
	switch p.w(k + 1) {
	case "to", "until", "till":
		return verbFuture
	}
	b := p.w(k - 1)
	if b == "not" || b == "also" || b == "n't" {
		b = p.w(k - 2)
	}
	switch b {
	case "will", "shall":
		return noVerb
	case "would", "could", "should", "might", "may", "must", "can", "to":
		if !isPast(p.w(k + 1)) {
			return noVerb
		}
	}
	return verbPast
}

// wasSet tells whether the verb at k says of the date before it that it was
// set or named: "5 July has been mentioned".
func (p *parser) wasSet(k int) bool {
	switch p.w(k) {
	case "was", "were", "has", "have", "had":
	default:
		return false
	}
	for k++; p.w(k) == "been" || p.w(k) == "also" || p.w(k) == "already"; k++ {
	}
	switch p.w(k) {
	case "mentioned", "proposed", "suggested", "fixed", "set", "chosen", "named", "announced", "floated", "agreed", "earmarked", "picked", "approved", "confirmed":
		return true
	}
	return false
}

// isIntent tells nouns and adjectives whose infinitive lies ahead: "accepted the
// invitation to visit Riga this autumn".
func isIntent(w string) bool {
	switch w {
	case "invitation", "plan", "plans", "proposal", "proposals", "promise", "pledge", "intention", "intentions", "readiness", "willingness",
		"request", "offer", "commitment", "preparations", "desire", "hope", "ready", "willing", "likely", "poised", "due", "expected", "scheduled":
		return true
	}
	return false
}

// participle classes a past form at k: "be received" takes the tense of what
// stands before "be", "is received" is present, "the elected president" and
// "star-studded" are none.
func (p *parser) participle(k int) verbClass {
	switch b := p.w(k - 1); {
	case p.attributive(k) || isDash(b) || b == "be" || p.w(k-2) == "be":
		return noVerb
	case b == "is" || b == "are":
		return verbPresent
	}
	return verbPast
}

// governs classes the prepositions that put a date before or after the telling.
func governs(w, next string, distance int) verbClass {
	if distance > 7 {
		return noVerb
	}
	switch w {
	case "after", "since", "following":
		return verbPast
	case "before", "upcoming":
		return verbFuture
	case "ahead":
		if next == "of" {
			return verbFuture
		}
	case "prior":
		if next == "to" {
			return verbFuture
		}
	}
	return noVerb
}

// intends tells verbs in the past whose infinitive lies ahead: "agreed to meet
// on Friday".
func intends(w string) bool {
	switch w {
	case "was", "were", "had", "agreed", "planned", "decided", "hoped", "intended", "invited", "promised", "pledged", "asked", "urged", "called",
		"proposed", "vowed", "prepared", "wanted", "wished", "offered", "scheduled", "expected", "supposed", "committed", "resolved", "requested",
		"undertook", "arranged", "instructed", "ordered", "have", "has":
		return true
	}
	return false
}

// attributive tells whether the participle at k stands before a noun: "the
// elected president".
func (p *parser) attributive(k int) bool {
	b := p.w(k - 1)
	if n := p.w(k + 1); isDeterminer(n) && n != "'s" && n != "’s" || b == "that" && isFunction(n) {
		return false // "that motivated the assault", "that began on Friday"
	}
	return isDeterminer(b) || b == "newly" || b == "recently" || b == "of" || b == "and" && isDeterminer(p.w(k-3))
}

// subjectBefore tells whether the word before token k can be the subject of a
// verb there, so that "starts" and "visits" are no nouns.
func (p *parser) subjectBefore(k int) bool {
	b := p.tok(k - 1)
	if b.Kind != lex.Word {
		return b.Lower == ","
	}
	switch b.Lower {
	case "he", "she", "it", "they", "we", "who", "which", "that", "also", "and", "then":
		return true
	}
	third := p.w(k)[len(p.w(k))-1] == 's'
	if !third && b.Capital && !p.startsSentence(k-1) {
		return p.coordinated(k-1) || (p.w(k-2) == "in" || p.w(k-2) == "of" || p.w(k-2) == "from") && isPlural(p.tok(k-3)) // "voters in Niger head"
	}
	return !isFunction(b.Lower) && !isDeterminer(b.Lower) && (b.Capital || isPlural(b) != third)
}

// coordinated tells whether the capitalised word at i is the last of several:
// "flights between Almaty and Hanoi open".
func (p *parser) coordinated(i int) bool {
	for k := i - 1; k > i-6; k-- {
		if p.w(k) == "and" {
			return true
		}
		if !p.tok(k).Capital {
			return false
		}
	}
	return false
}

// isPast tells regular past forms by their ending and the common irregular ones.
func isPast(w string) bool {
	n := len(w)
	if n > 4 && w[n-2:] == "ed" {
		switch w {
		case "united", "need", "indeed", "based", "related", "so-called", "concerned", "proceed", "exceed", "succeed", "speed", "unprecedented",
			"hundred", "interested", "dedicated", "entitled", "supposed", "unlimited", "agreed-upon", "limited", "advanced":
			return false
		}
		return w[n-3] != 'e' || w == "agreed" || w == "freed" || w == "guaranteed"
	}
	switch w {
	case "met", "held", "took", "said", "spoke", "told", "gave", "came", "went", "began", "left", "made", "saw", "won", "lost", "became", "led",
		"sent", "paid", "brought", "thought", "got", "found", "knew", "wrote", "ran", "rose", "fell", "chose", "drew", "flew", "broke", "heard",
		"kept", "laid", "sat", "stood", "took-off", "understood", "withdrew", "bade", "oversaw", "put", "hosted", "read", "been", "begun", "given",
		"taken", "done", "seen", "sworn", "struck", "shot", "sought", "felt", "built", "bought", "caught", "fought", "grew", "hit", "shook",
		"split", "swore", "taught", "undertook", "underwent", "wore", "gone", "born", "drove", "threw", "bore", "dealt", "fed", "fled", "forgot", "froze", "hid", "hung", "lent", "meant", "overcame", "rang",
		"sang", "sank", "slept", "sold", "spent", "stole", "swept", "tore", "upheld", "woke", "forbade", "misled", "withheld", "withstood", "rode",
		"shown", "known", "written", "chosen", "spoken", "driven", "fallen", "risen", "thrown", "drawn", "broken", "cast", "beat", "ate", "drank":
		return true
	}
	return false
}

// isScheduled tells verbs in the present that put what is settled into the
// future: "the market opens on Monday", "the talks resume on Friday".
func isScheduled(w string) bool {
	if isScheduledBase(w) {
		return true
	}
	n := len(w)
	switch {
	case n < 4 || w[n-1] != 's':
		return false
	case w == "goes" || w == "flies":
		return true
	}
	return isScheduledBase(w[:n-1]) || w[n-2] == 'e' && isScheduledBase(w[:n-2])
}

func isScheduledBase(w string) bool {
	switch w {
	case "open", "begin", "start", "take", "meet", "arrive", "travel", "visit", "hold", "host", "reach", "leave", "come", "go", "end", "close",
		"vote", "convene", "depart", "fly", "head", "kick", "face", "celebrate", "run", "return", "expire", "elect", "resume", "conclude", "fall",
		"last", "gather", "welcome", "become", "receive", "attend", "pay", "move", "join", "get", "deliver", "address", "mark", "reopen", "continue", "sit", "assemble", "launch",
		"sign", "choose", "decide":
		return true
	}
	return false
}
