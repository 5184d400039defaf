package toponyms

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Tables of the grammar, in small letters.
var (
	// locative prepositions: what follows is where something is or goes.
	locatives = set(`in at to from near via towards toward outside across around into throughout`)

	// docNouns end the names of documents, events and things that are named
	// after a place and are none: "Paris Agreement", "Bandung Conference".
	docNouns = set(`accord accords act agenda agreement agreements award awards biennale championship charter code communique communiqué compact
		concept conference congress consensus convention conventions corridor cup day declaration dialogue document exhibition expo
		festival film forum format framework games initiative law manifesto marathon memorandum open order pact peace plan platform principles prize process
		program programme project protocol protocols race resolution route rules strategy statement summit symposium treaty vision wall week year`)
	// lowDocNouns do so in small letters too.
	lowDocNouns = set(`accord accords agreement agreements convention conventions declaration memorandum pact process protocol protocols treaty`)

	// venueNouns end the names of buildings and grounds.
	venueNouns = set(`airbase airfield airport amphitheatre arena auditorium barracks basilica building castle cathedral cemetery citadel
		courthouse fortress garden gardens guesthouse hall harbour harbor hippodrome hotel lodge mansion mausoleum memorial monastery monument mosque museum palace
		park pavilion plaza residence resort seaport shrine spaceport square stadium synagogue temple terminal theater theatre tower townhall velodrome villa
		boulevard avenue street house`)
	// venuePairs are nouns of two words of the same use.
	venuePairs = set(`convention_center convention_centre conference_center conference_centre congress_center congress_centre congress_hall
		exhibition_center exhibition_centre expo_center expo_centre guest_house state_house opera_house city_hall town_hall air_base naval_base
		military_base army_base visitor_center visitor_centre business_center sports_complex sports_palace railway_station train_station
		 cultural_complex memorial_complex`)
	// bareVenues are names without a name before the noun, where they stand with a preposition of place.
	bareVenues = set(`presidential state national royal government governmental imperial grand amiri emiri royal republican parliament
		international central official ministerial federal constitution independence freedom people's peoples' conference congress senate`)

	// regionNouns end the names of parts of states and of natural regions.
	regionNouns = set(`archipelago basin bay canal canton coast corridor county delta desert district estuary governorate gulf island islands krai lake
		oasis oblast ocean okrug peninsula plateau prefecture province raion rayon region river sea state steppe strait straits territory valley voivodeship
		mountains range`)
	// lowRegionNouns may stand in small letters behind a city's or a part's name.
	lowRegionNouns = set(`region oblast province district governorate county prefecture krai island peninsula valley raion rayon municipality voivodeship canton`)

	// cityOf, regionOf, venueOf: "city of X".
	cityOf   = set(`city town village township port settlement capital`)
	regionOf = set(`region province district oblast governorate county prefecture state island peninsula strait gulf bay emirate lake canton department municipality commune`)
	venueOf  = set(`palace palais castle`)

	// placeVerbs are words after which "in X", "to X" or "at X" tells where an
	// encounter is or where somebody goes.
	placeVerbs = set(`arrive arrived arrives arriving born based begin began begins convened convene depart departed flew flown flying gather gathered gathers
		held hold holds host hosted land landed live lives living located lived met meet meets meeting meetings opened opens open organized organised
		place reside resides returned return returns returning signed stay stayed staying stopped summit talks conference forum session ceremony travel traveled travelled
		traveling travelling travels trip visit visited visits visiting kicked concluded launched deployed stationed seminar workshop event events hosted
		consulate embassy mission stop headed heading invited came come coming brought drove went go going gone today yesterday tomorrow here`)
	// leaveFor are verbs after which "for X" tells where somebody goes.
	leaveFor       = set(`bound depart departed departs departing headed heading leave leaves leaving left`)
	partsOfAmerica = set(`central latin north south`)
	// afterPlace may follow such a name.
	afterPlace = set(`, . ; : ) on for with where from and this last next today yesterday tomorrow earlier later by as during after before when between
		to at who which that and has have had is are was were will would can could may 's ’s – — - ( monday tuesday wednesday thursday friday saturday sunday`)

	// noPlace are capitalised words that follow prepositions of place and name none.
	noPlace = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
		monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter ramadan eid nowruz navruz diwali
		islam christianity judaism buddhism hinduism god allah lord english french russian arabic chinese spanish hebrew farsi persian urdu hindi
		pashto dari latin mandarin cantonese swahili bitcoin internet covid earth moon mars heaven
		mr mrs ms dr i he she it we they you this that these those the a an our their his her its my your both all each some many
		facebook twitter instagram youtube whatsapp telegram zoom skype webex tiktok linkedin
		person part full fact general particular addition turn order accordance response conclusion total
		article annex appendix chapter clause figure group level line option page paragraph phase point resolution round rule section stage step table tier track volume zone
		anthropology architecture biology blockchain chemistry dentistry diplomacy ecology engineering geography geology history journalism linguistics literature
		logistics mathematics mechanics medicine nursing pharmacy philosophy physics politics psychology sociology statistics theology
		european african asian american eurasian arab nordic balkan baltic caucasian caribbean mediterranean atlantic arctic gulf sahel western eastern northern southern central`)
)

// ThingNoun tells whether a word behind the name of a place makes both the name
// of a document, an event or a thing: "Paris Agreement", "Bandung Conference".
func ThingNoun(word string) bool {
	low := strings.ToLower(word)
	return lowDocNouns[low] || docNouns[low] && isCapital(word)
}
