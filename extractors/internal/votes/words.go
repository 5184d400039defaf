package votes

import "strings"

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// nouns of elections; those in weak also mean other things and count only
// with a type, a date or an election before them.
var (
	strong = set(`election elections by-election by-elections byelection byelections referendum referendums referenda plebiscite
plebiscites run-off runoff run-offs runoffs primaries midterms re-election reelection`)
	weak = set(`vote votes poll polls ballot primary voting round`)
)

// typeWords are the adjectives and nouns before an election that tell its type.
var typeWords = map[string]string{
	"presidential": Presidential, "presidency": Presidential,
	"parliamentary": Parliamentary, "parliament": Parliamentary, "legislative": Parliamentary, "congressional": Parliamentary,
	"senatorial": Parliamentary, "senate": Parliamentary, "midterm": Parliamentary, "mid-term": Parliamentary, "midterms": Parliamentary,
	"assembly": Parliamentary, "duma": Parliamentary, "house": Parliamentary, "lower-house": Parliamentary, "upper-house": Parliamentary,
	"bundestag": Parliamentary, "knesset": Parliamentary, "european": Parliamentary, "federal-parliament": Parliamentary,
	"local": Local, "municipal": Local, "mayoral": Local, "gubernatorial": Local, "council": Local, "district": Local, "regional": Local,
	"provincial": Local, "communal": Local, "village": Local, "county": Local, "city": Local, "mayor": Local, "governorship": Local,
	"subnational": Local, "departmental": Local, "prefectural": Local, "ward": Local, "parish": Local, "maslikhat": Local,
	"primary": Primary, "primaries": Primary,
	"referendum": Referendum, "referendums": Referendum, "referenda": Referendum, "plebiscite": Referendum, "plebiscites": Referendum,
	"leadership": Internal, "speaker": Internal, "speakership": Internal, "chairmanship": Internal, "board": Internal, "bureau": Internal,
	"intra-party": Internal, "internal": Internal, "by-election": Parliamentary, "by-elections": Parliamentary, "byelection": Parliamentary,
	"byelections": Parliamentary,
}

// kinds are words before an election that tell no type of ours.
var kinds = set(`government area harmonised harmonized tripartite quadripartite`)

var earlyWords = set(`snap early extraordinary pre-term preterm early-term anticipated`)

// machinery are nouns after "election" of bodies, rules and work, not of a vote.
var machinery = set(`commission commissions commissioner commissioners committee committees observation observations observer observers
monitoring monitor monitors mission missions authority authorities board boards management law laws code codes reform reforms
legislation official officials administration interference fraud expert experts body bodies office offices staff system systems
technology assistance support rigging security integrity law-making rules rule standards unit network department
observing-mission agency bureau denial denier deniers worker workers`)

// courses are nouns after "election" of its day and its course.
var courses = set(`day days campaign campaigns season results result outcome cycle period night victory win race contest candidate
candidates preparations process round rounds runoff run-off ballot debate debates defeat loss year programme program
platform manifesto calendar schedule date dates headquarters`)

// scheduling words may stand between an election and its date.
var scheduling = set(`scheduled set due planned slated expected called held conducted organised organized fixed postponed moved
rescheduled to be being been is are was were will would has have had which that for on in of at during take takes taking took place
the this next last whose coming upcoming early late mid end day today already later and ( , – - — : over from there having when who
would-be first second round follows follow happening falls falling fell between elections election vote polls
again country nation voters citizens yesterday time constituencies constituency wards districts provinces regions areas`)

var prepositions = set(`of for to with by from in on at about against between among during after before under over into through within
without upon towards toward near as since until till despite per via following ahead concerning amid`)

var determiners = set(`the a an his her their its this that these those our my your any each every another no both`)

var stops = set(`and or but nor so while whereas because although though if when where which who whom whose that than whether until unless
is are was were be been being has have had having will would can could may might shall should must do does did not`)

// presidents are titles that a people (or its electors) gives; else a body gives them.
var parliamentarySeats = set(`deputy deputies mp mps senator senators member members lawmakers legislators representatives representative
congressman congresswoman parliamentarians`)

var localSeats = set(`mayor mayors governor governors councillor councillors councilor councilors akim akims hakim hakims burgomaster
kengash kengashes prefect alderman aldermen council councils mayoralty maslikhats keneshes`)

var innerPosts = set(`speaker speakers chair chairman chairwoman chairperson chairpersons leader leaders head heads director directors
secretary-general secretary secretaries treasurer judge judges rapporteur rapporteurs vice-president vice-presidents vice-chair
vice-chairman vice-chairs toraga moderator president presidents vice-speaker co-chair co-chairs leadership officers bureau
presidium doyen dean coordinator commissioner ombudsman general chancellor premier minister deputy-speaker board
committee whip pope`)

// legislatures are words in the names of bodies that make laws.
var legislatures = set(`parliament assembly senate congress duma rada knesset majlis mazhilis majilis mejlis mejlisi bundestag bundesrat riksdag
riigikogu saeima seimas sejm storting folketing eduskunta althing althingi kenesh khural hural diet sabha rakyat cortes skupstina
sabor sobranie sobor chamber house legislature legislatures assemblies legislative tweede eerste nationalrat stortinget oireachtas dáil shura council-of-the-republic
deputies lawmakers representatives lords commons parliamentary hluttaw yuan`)

var localBodies = set(`council councils maslikhat maslikhats keneshes maslikhats municipality municipalities mayor mayors city municipal local regional village
villages communes county counties district districts oblast`)

var hearings = set(`session sessions meeting meetings congress convention conference sitting plenary assembly summit`)

// envoys are words for those whom a state sends.
var envoys = set(`ambassador ambassadors consul general consulate embassy envoy envoys d'affaires delegation counterpart`)

// announcing are verbs that themselves have the day behind "the election on".
var announcing = set(`called calls calling announced announces announcing declared proclaimed triggered postponed cancelled canceled delayed
discussed scheduled set`)

// convening are verbs of a chamber or a vote that begins.
var convening = set(`convened met sat assembled opened started began gathered held reconvened resumed`)

var proposals = set(`prefer prefers preferred propose proposes proposed proposing suggest suggests suggested favour favours favoured favor
favors favored demand demands demanded wants wanted urged insist insists insisted`)

// praise are adjectives before an election that may be joined by "and".
var praise = set(`free fair inclusive transparent credible democratic peaceful genuine orderly competitive open honest timely successful
safe secure multiparty multi-party pluralistic early`)

// winning are verbs of those who get or lose what is voted on.
var winning = set(`won win wins winning lost loses secured swept clinched`)

// owned are nouns whose "'s" stands before a post: "the country's new President".
var owned = set(`country nation state party house body group chamber world republic`)

// offices are words for a post in "elected to the post of Speaker".
var offices = set(`post position office seat chair role job rank`)

// definite are adjectives that make an election without an article a certain one.
var definite = set(`upcoming forthcoming coming recent last next snap latest past previous preceding scheduled`)

// turns tell which of several votes of one kind is meant: that before or that after.
var turns = map[string]turn{"last": earlier, "previous": earlier, "preceding": earlier, "past": earlier, "next": later, "upcoming": later, "forthcoming": later, "coming": later}

// TellsEarly tells whether a word says of an election that it is held before
// its time.
func TellsEarly(word string) bool { return earlyWords[strings.ToLower(word)] }
