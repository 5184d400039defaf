package numbers

// Word gives the value of an English number word from one to nineteen or of
// a ten from twenty to ninety, in small letters.
func Word(w string) (value int, ok bool) {
	value = units(w)
	if value == 0 {
		value = tens(w)
	}
	return value, value != 0
}

func units(w string) int {
	switch w {
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return 0
}

func tens(w string) int {
	switch w {
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty", "fourty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return 0
}

// Ordinal gives the value of an ordinal word from first to twentieth, or thirtieth.
func Ordinal(w string) (value int, ok bool) {
	switch w {
	case "first":
		value = 1
	case "second":
		value = 2
	case "third":
		value = 3
	case "fourth":
		value = 4
	case "fifth":
		value = 5
	case "sixth":
		value = 6
	case "seventh":
		value = 7
	case "eighth":
		value = 8
	case "ninth":
		value = 9
	case "tenth":
		value = 10
	case "eleventh":
		value = 11
	case "twelfth":
		value = 12
	case "thirteenth":
		value = 13
	case "fourteenth":
		value = 14
	case "fifteenth":
		value = 15
	case "sixteenth":
		value = 16
	case "seventeenth":
		value = 17
	case "eighteenth":
		value = 18
	case "nineteenth":
		value = 19
	case "twentieth":
		value = 20
	case "thirtieth":
		value = 30
	}
	return value, value != 0
}

// multiplier gives what a word multiplies the number before it by, else 0.
func multiplier(w string) float64 {
	switch w {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand":
		return 1e3
	case "lakh", "lakhs":
		return 1e5
	case "million", "millions", "mln", "mn":
		return 1e6
	case "crore", "crores":
		return 1e7
	case "billion", "billions", "bln", "bn":
		return 1e9
	case "trillion":
		return 1e12
	}
	return 0
}
