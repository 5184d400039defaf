package names

import "strings"

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// functionWords are small words that a capital makes no part of a name.
var functionWords = wordSet(`the a an in on at of for to from by with as and or but if when while after before during since until
	although though because that this these those there here it its he she they we i you his her their our your my who whom whose which what
	how why where both all some many most other such not no so under over through following according meanwhile however also then thus
	today yesterday tomorrow now earlier later among between against about into upon within without per via amid besides despite
	is are was were be been has have had will would can could may might shall should do does did let thank dear
	each every any few several another one two three four five six seven eight nine ten next last
	us said says told afterwards thereafter thereupon thereby hence therefore furthermore moreover nevertheless nonetheless likewise elsewhere`)

var months = wordSet(`january february march april june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
	monday tuesday wednesday thursday friday saturday sunday`)
