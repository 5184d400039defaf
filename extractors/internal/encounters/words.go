package encounters

import "strings"

func set(lines ...string) map[string]bool {
	m := map[string]bool{}
	for _, line := range lines {
		for _, w := range strings.Fields(line) {
			m[w] = true
		}
	}
	return m
}

// collectives are nouns in the singular that name people together.
var collectives = set("delegation mission team group staff community opposition leadership committee commission council",
	"board bureau presidium caucus cabinet government ministry parliament assembly chamber corps media press party faction",
	"entourage family youth business counterpart company association union federation diaspora society troupe contingent",
	"panel jury secretariat embassy institution organisation organization coalition bloc alliance task-force working-group",
	"troika quartet trio forum network administration management personnel public crew workforce")

// humans are plural nouns of people that their ending does not tell.
var humans = set("people men women children youths alumni staff officials representatives members delegates experts chiefs heads",
	"candidates colleagues counterparts guests hosts families parties envoys diplomats ambassadors students pupils kids citizens residents",
	"villagers nationals activists stakeholders executives journalists police youth clergy elders deputies senators mps meps ministers",
	"presidents premiers speakers chairs chairmen chairwomen chairpersons governors mayors leaders authorities businessmen businesswomen",
	"businesspeople businesspersons entrepreneurs personalities figures dignitaries notables partners players actors companies firms",
	"groups teams delegations missions organizations organisations associations institutions agencies committees commissions",
	"parliaments governments ministries chambers unions veterans judges professors deans rectors academics scholars professionals",
	"parliamentarians congressmen congresswomen lawmakers legislators councillors councilors secretaries directors managers chief",
	"associates aides advisers advisors assistants attachés attaches consuls prelates bishops priests imams monks servicemembers",
	"servicemen soldiers troops champions survivors victims spouses wives husbands daughters sons compatriots expatriates",
	"economists scientists artists athletes specialists analysts nurses doctors physicians lawyers consultants correspondents",
	"donors bodies ngos clubs states nations countries communities seminarians refugees migrants hostages relatives")

// notHuman are plurals whose ending looks like that of people.
var notHuman = set("matters papers numbers orders powers offers centers centres letters measures barriers borders corridors sectors",
	"factors doctors' computers chapters quarters headquarters dinners answers corners disasters waters rivers towers covers",
	"others remainders parameters registers monitors errors mirrors tractors vectors indicators majors minors harbors harbours",
	"favors favours honors honours labors colors doors floors layers prayers ladders transfers encounters newspapers posters",
	"materials credentials visits guarantees degrees fees committees trees refugees' pants grants plants wants events elements",
	"series programmes restrictions minutes hours days weeks months years decades",
	"agreements documents payments statements developments investments points accidents incidents students' rights talents accounts",
	"amounts aunts cents consents continents currents restaurants variants consultants' warrants lists interests tests")

// spouses travel with an official, often unnamed; one's own one does not meet in office.
var spouses = set("wife husband spouse")

// masses are plurals of people whom a country takes in; to host or welcome
// them is no encounter.
var masses = set("refugees migrants immigrants tourists evacuees asylum-seekers troops pilgrims newcomers investors investments students")

// human tells whether a word in small letters names people in the plural or together.
func human(low string) bool {
	if collectives[low] || humans[low] {
		return true
	}
	if k := strings.LastIndexByte(low, '-'); k >= 0 {
		low = low[k+1:]
		if humans[low] || collectives[low] {
			return true
		}
	}
	return agents(low)
}

// agents are plurals of nouns of agency: observers, negotiators, economists.
func agents(low string) bool {
	if len(low) < 6 || notHuman[low] {
		return false
	}
	for _, end := range []string{"ers", "ors", "ists", "ians", "crats", "smen", "swomen", "yees", "tees"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// anaphora are nouns that, with an article, point back at parties already named.
var anaphora = set("sides side parties leaders two three presidents ministers premiers speakers officials heads interlocutors",
	"participants participant counterparts counterpart guests guest visitors visitor host hosts delegation delegations men women",
	"chancellors secretaries principals pair duo trio dignitary dignitaries diplomat envoy envoys politicians mission team group",
	"colleagues latter former others attendees senators lawmakers negotiators interlocutor countries nations observers politician")

// ranked are adjectives that may stand in "the two top diplomats".
var ranked = set("top high high-level respective distinguished foreign chief senior")

// amounts are nouns of number before "of": "a range of officials".
var amounts = set("number range series couple variety host handful dozens hundreds")

// organs are nouns for the people of a body taken together.
var organs = set("bench plenum presidium leadership top management apparatus quorum full")

// things are singular nouns that end as those of agents do.
var things = set("center centre order power matter paper charter chapter letter summer winter border sector factor corridor harbor",
	"harbour number officer-corps register quarter theater theatre tower river water dinner newsletter")

// agent tells whether a singular noun ends as those of agents do: Supervisor.
func agent(low string) bool {
	if len(low) < 5 || things[low] {
		return false
	}
	for _, end := range []string{"or", "er", "ist", "ian", "man", "woman", "person", "ess"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// pluralForm tells a noun in -s that is no singular.
func pluralForm(low string) bool {
	for _, end := range []string{"us", "ss", "is", "ics"} {
		if strings.HasSuffix(low, end) {
			return false
		}
	}
	return strings.HasSuffix(low, "s")
}

// light words may stand before a group without being part of its name.
var light = set("the a an this these those some about over nearly almost more than approximately around least at both up to",
	"all as many further than under fewer less")
