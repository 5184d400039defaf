package counted

// isStop tells words that end a noun phrase: function words, and verbs that
// follow a bare number.
func isStop(w string) bool {
	switch w {
	case "the", "a", "an", "this", "that", "these", "those", "each", "every", "all", "both", "its", "his", "her", "their", "our", "my", "your",
		"of", "in", "on", "at", "to", "for", "from", "by", "with", "without", "within", "into", "onto", "over", "under", "above", "below",
		"between", "among", "amongst", "against", "about", "around", "across", "through", "throughout", "during", "before", "after", "since",
		"until", "till", "towards", "toward", "upon", "off", "out", "up", "down", "near", "per", "via", "as", "like", "than", "despite",
		"except", "including", "concerning", "regarding", "amid", "along", "behind", "beyond", "inside", "outside", "plus", "versus",
		"and", "or", "but", "nor", "so", "yet", "if", "while", "when", "where", "whereas", "because", "although", "though", "unless", "whether",
		"who", "whom", "whose", "which", "what", "how", "why", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had",
		"having", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not", "no", "never", "also",
		"only", "just", "even", "still", "already", "now", "then", "there", "here", "i", "you", "he", "she", "it", "we", "they", "me", "him",
		"us", "them", "himself", "herself", "itself", "themselves", "said", "says", "told", "met", "held", "took", "came", "went", "won",
		"ago", "later", "earlier", "too", "very", "first", "second", "respectively", "altogether", "together", "apiece", "alone", "half",
		"et", "de", "la", "according", "due", "such", "any", "some", "more", "less", "fewer", "much", "many", "most", "another":
		return true
	}
	return false
}

// isDuration tells units of time.
func isDuration(w string) bool {
	switch w {
	case "second", "seconds", "minute", "minutes", "hour", "hours", "hrs", "day", "days", "night", "nights", "week", "weeks", "weekend",
		"weekends", "fortnight", "month", "months", "quarter", "year", "years", "decade", "decades", "century", "centuries", "generation",
		"generations", "mornings", "evenings", "afternoons", "term", "terms", "semester", "semesters", "times", "time", "o'clock", "millennia", "instant":
		return true
	}
	return false
}

// isMoney tells currencies and what is counted in them.
func isMoney(w string) bool {
	switch w {
	case "dollar", "dollars", "cent", "cents", "euro", "euros", "pound", "pounds", "pence", "rouble", "roubles", "ruble", "rubles", "rupee",
		"rupees", "yen", "yuan", "won", "tenge", "somoni", "manat", "manats", "lari", "dram", "drams", "soms", "som", "soum", "sums", "hryvnia",
		"hryvnias", "zloty", "zlotys", "zlotych", "francs", "franc", "kronor", "kroner", "krone", "crowns", "krona", "lira", "liras", "dinar",
		"dinars", "dirham", "dirhams", "riyal", "riyals", "rial", "rials", "shekels", "shekel", "pesos", "peso", "reais", "real", "rand", "naira",
		"shillings", "shilling", "kwacha", "cedis", "cedi", "birr", "taka", "baht", "ringgit", "rupiah", "dong", "kip", "riel", "kyat", "usd",
		"eur", "gbp", "bucks", "leu", "lei", "leva", "lev", "forints", "koruna", "kuna", "pula", "vatu", "tala", "kina", "bitcoins", "funds":
		return true
	}
	return false
}

// isMeasure tells units of length, area, weight, volume, power and the like.
func isMeasure(w string) bool {
	switch w {
	case "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "metre", "metres", "meter", "meters", "mile", "miles", "foot", "feet",
		"inch", "inches", "ounce", "ounces", "bcm", "yard", "yards", "centimetres", "centimeters", "millimetres", "millimeters", "mm", "cm", "kg", "kgs", "kilogram",
		"kilograms", "kilos", "kilo", "gram", "grams", "ton", "tons", "tonne", "tonnes", "hectare", "hectares", "acre", "acres", "litre",
		"litres", "liter", "liters", "gallons", "gallon", "degree", "degrees", "percent", "percents", "percentage", "point", "points",
		"watts", "kilowatts", "megawatts", "gigawatts", "mw", "gw", "kwh", "mwh", "volts", "volt", "knots", "bytes", "gigabytes", "megabits",
		"hertz", "cubic", "square", "sq", "teu", "teus", "fold", "bpd", "magnitude":
		return true
	}
	return false
}

func isFraction(w string) bool {
	switch w {
	case "halves", "thirds", "quarters", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths", "hundredths":
		return true
	}
	return false
}

// isIdiom tells nouns whose compound with a number counts no things: "a
// two-way street", "three-phase plan".
func isIdiom(w string) bool {
	switch w {
	case "fold", "way", "sided", "part", "step", "tier", "level", "party", "phase", "stage", "track", "pronged", "digit", "star", "storey",
		"story", "floor", "round", "state", "strong", "plus", "off", "on", "to", "old", "class", "figure", "dimensional", "odd", "page", "lane",
		"wheel", "wheeler", "item", "pillar", "line", "match", "game", "set", "man", "cornered", "hour", "speed", "dose", "thirds", "third",
		"gun", "quarters", "fifths", "year", "time", "times", "seater", "run", "mile", "point", "fifth", "half":
		return true
	}
	return false
}

// isCurrency tells words before a sum of money.
func isCurrency(w string) bool {
	switch w {
	case "usd", "eur", "gbp", "us$", "rs", "inr", "pkr", "bdt", "tk", "cad", "aud", "nzd", "jpy", "cny", "rmb", "aed", "sar", "qar", "kes", "ksh",
		"kshs", "ugx", "tzs", "zar", "ngn", "ghs", "rm", "idr", "php", "sgd", "hkd", "chf", "sek", "nok", "dkk", "pln", "uah", "kzt":
		return true
	}
	return isCurrencyMark(w)
}

func isCurrencyMark(w string) bool {
	switch w {
	case "$", "€", "£", "¥", "₹", "₽", "₸", "₴", "₦", "₩", "₺", "₪", "฿", "₱", "₫", "₵":
		return true
	}
	return false
}

// isDesignator tells nouns that a number behind them names: "Article 5".
func isDesignator(w string) bool {
	switch w {
	case "article", "articles", "art", "resolution", "resolutions", "no", "nos", "number", "numbers", "section", "sections", "sec", "chapter",
		"chapters", "rule", "protocol", "goal", "sdg", "level", "phase", "highway", "flight", "order", "room", "page", "pages", "pp", "paragraph",
		"paragraphs", "para", "item", "annex", "category", "type", "class", "grade", "channel", "act", "law", "decree", "bill", "unit", "zone",
		"ward", "school", "line", "route", "version", "tier", "pillar", "track", "volume", "vol", "part", "title", "table", "figure", "fig", "step",
		"covid", "formula", "apollo", "boeing", "airbus", "local", "session", "day", "round", "clause", "block", "gate", "terminal", "hall", "building",
		"platform", "lot", "case", "file", "form", "model", "mark", "stage", "stop", "exit", "radio", "tel", "fax", "phone", "ext", "box", "pobox",
		"verse", "episode", "season", "series", "issue", "edition", "appendix", "schedule", "directive", "regulation", "recommendation", "§":
		return true
	}
	return false
}

// isUnit tells units that are no common nouns or adjectives besides: a number
// before them measures, whatever follows ("48 hour holds").
func isUnit(w string) bool {
	switch w {
	case "real", "won", "time", "point", "pound", "second", "quarter", "instant", "som", "sums", "lev", "funds", "points":
		return false
	}
	return isDuration(w) || isMoney(w) || isMeasure(w)
}
