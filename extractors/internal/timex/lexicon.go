package timex

import "readout/extractors/internal/lex"

// monthNumber gives 1 to 12; short tells an abbreviation.
func monthNumber(w string) (n int, short bool) {
	switch w {
	case "january":
		return 1, false
	case "february":
		return 2, false
	case "march":
		return 3, false
	case "april":
		return 4, false
	case "may":
		return 5, false
	case "june":
		return 6, false
	case "july":
		return 7, false
	case "august":
		return 8, false
	case "september":
		return 9, false
	case "october":
		return 10, false
	case "november":
		return 11, false
	case "december":
		return 12, false
	case "jan":
		return 1, true
	case "feb", "febr":
		return 2, true
	case "mar":
		return 3, true
	case "apr":
		return 4, true
	case "jun":
		return 6, true
	case "jul":
		return 7, true
	case "aug":
		return 8, true
	case "sep", "sept":
		return 9, true
	case "oct":
		return 10, true
	case "nov":
		return 11, true
	case "dec":
		return 12, true
	}
	return 0, false
}

// weekdayNumber gives 1 for Monday to 7 for Sunday; short tells an abbreviation.
func weekdayNumber(w string) (n int, short bool) {
	switch w {
	case "monday":
		return 1, false
	case "tuesday":
		return 2, false
	case "wednesday":
		return 3, false
	case "thursday":
		return 4, false
	case "friday":
		return 5, false
	case "saturday":
		return 6, false
	case "sunday":
		return 7, false
	case "mon":
		return 1, true
	case "tue", "tues":
		return 2, true
	case "wed":
		return 3, true
	case "thu", "thur", "thurs":
		return 4, true
	case "fri":
		return 5, true
	case "sat":
		return 6, true
	case "sun":
		return 7, true
	}
	return 0, false
}

// unitOf gives the unit that a word names.
func unitOf(w string) (unit, bool) {
	switch w {
	case "day", "days":
		return unitDay, true
	case "week", "weeks":
		return unitWeek, true
	case "weekend":
		return unitWeekend, true
	case "month", "months":
		return unitMonth, true
	case "quarter":
		return unitQuarter, true
	case "year", "years":
		return unitYear, true
	}
	return 0, false
}

// seasonNumber gives 1 for spring to 4 for winter.
func seasonNumber(w string) int {
	switch w {
	case "spring":
		return 1
	case "summer":
		return 2
	case "autumn", "fall":
		return 3
	case "winter":
		return 4
	}
	return 0
}

func isTimeOfDay(w string) bool {
	switch w {
	case "morning", "afternoon", "evening", "night", "noon", "midday", "lunchtime":
		return true
	}
	return false
}

func isDash(w string) bool {
	switch w {
	case "-", "–", "—", "‑", "‐", "−":
		return true
	}
	return false
}

func isUntil(w string) bool {
	switch w {
	case "to", "through", "thru", "until", "till":
		return true
	}
	return false
}

func isDeterminer(w string) bool {
	switch w {
	case "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "'s", "’s", "each", "any", "another", "my", "your":
		return true
	}
	return false
}

// isVague tells a word before a length of time that makes it no date:
// "less than two weeks ago".
func isVague(w string) bool {
	switch w {
	case "than", "over", "about", "around", "some", "almost", "nearly", "roughly", "approximately", "least", "most", "under":
		return true
	}
	return false
}

// isFunction tells words that can follow a date without being counted by its
// last number: "June 13 and 14 at the latest".
func isFunction(w string) bool {
	switch w {
	case "", "in", "on", "at", "to", "for", "of", "by", "with", "from", "and", "or", "but", "when", "where", "while", "as", "after",
		"before", "during", "between", "until", "till", "through", "under", "the", "a", "an", "this", "that", "these", "which", "who",
		"will", "shall", "would", "is", "are", "was", "were", "has", "have", "had", "be", "may", "can", "could", "should", "must",
		"he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "respectively", "inclusive", "also", "not", "if",
		"said", "saw", "marks", "marked", "brought", "because", "since", "about", "against", "within", "via", "amid", "ahead", "last",
		"next", "did", "does", "do", "met", "held", "took", "visited", "there", "here", "so", "than", "then", "too", "only", "both",
		"following", "including", "onwards", "onward", "alone", "at-large", "among", "per", "yet", "later", "earlier", "over":
		return true
	}
	return false
}

// isMeasure tells words that make a number before them a measure or a price.
func isMeasure(w string) bool {
	switch w {
	case "km", "kilometres", "kilometers", "metres", "meters", "m", "cm", "mm", "miles", "mile", "feet", "kg", "kilograms", "tons",
		"tonnes", "tonne", "hectares", "acres", "litres", "barrels", "euro", "euros", "dollars", "dollar", "usd", "eur", "gbp", "pounds",
		"roubles", "rubles", "rupees", "yen", "yuan", "tenge", "somoni", "manat", "percent", "per", "pc", "%", "mw", "gw", "kw", "kwh", "mwh",
		"year", "years", "hours", "hrs", "gmt", "utc", "degrees", "points", "million", "billion", "thousand", "hundred", "people", "persons", "men",
		"women", "children":
		return true
	}
	return false
}

// isEvent tells plural nouns that a year stands before as an attribute: "in
// 2014 elections".
func isEvent(w string) bool {
	switch w {
	case "elections", "polls", "talks", "games", "olympics", "protests", "events", "sessions", "meetings", "negotiations", "primaries",
		"floods", "figures", "levels", "celebrations", "goals", "targets", "accords", "agreements", "sanctions", "reforms", "amendments",
		"guidelines", "rules", "finals", "attacks", "hostilities", "clashes", "riots", "prices", "estimates", "winners", "awards":
		return true
	}
	return false
}

// isDocument tells nouns whose year belongs to a name: "the 2030 Agenda".
func isDocument(w string) bool {
	switch w {
	case "agenda", "vision", "strategy", "roadmap", "framework", "initiative", "programme", "program", "compact", "goals", "document", "treaty",
		"agreement", "act", "convention", "plan", "report", "declaration", "protocol", "constitution", "accord", "accords", "resolution",
		"code", "law", "charter", "statement", "communiqué", "memorandum", "index", "order", "decree", "pact", "edition", "prize", "award",
		"list", "review", "guide":
		return true
	}
	return false
}

// isCount tells a word in small letters that a number before it would count.
func isCount(t lex.Token) bool {
	return t.Kind == lex.Word && !t.Capital && !isFunction(t.Lower)
}

// isPlural tells a word that looks like a plural noun.
func isPlural(t lex.Token) bool {
	n := len(t.Lower)
	if t.Kind != lex.Word || n < 4 {
		return false
	}
	if t.Lower == "thanks" || t.Lower == "makes" || t.Lower == "always" || t.Lower == "perhaps" {
		return false
	}
	return t.Lower[n-1] == 's' && t.Lower[n-2] != 's' && t.Lower[n-2] != 'u' && t.Lower[n-2] != 'i' || t.Lower == "people" || t.Lower == "women" || t.Lower == "children"
}
