package quotes

import (
	"strings"
	"sync"
)

// verbForm says how a form of a verb of speech may be used.
type verbForm struct {
	said     bool // can stand beside direct speech ("X said"); else only brings fragments ("X praised the ...")
	direct   bool // stands beside direct speech only ("X began: ...")
	noun     bool // is also a common noun ("states", "notes", "reports"): counts only beside the speech
	ing      bool // "saying"
	base     bool // "say": after to, will, did
	past     bool // "said", "told"; may be a participle
	document bool // "reads": its subject is a text
}

// sayVerbs take direct speech. Regular forms are derived; a word with irregular
// forms is written base/third/past/ing. "+" doubles the last letter, "!" is for a
// verb that stands beside direct speech only.
const sayVerbs = `say/says/said/saying tell/tells/told/telling add note state declare stress emphasise emphasize underline
underscore explain remark comment observe tweet write/writes/wrote/writing !post announce argue warn assert affirm
insist claim conclude !continue reply respond answer ask recall admit+ acknowledge confirm reiterate exclaim quip+ joke
urge vow pledge promise lament complain report reveal disclose suggest maintain agree highlight !read/reads/read/reading
!share opine mention inform advise indicate deem caution counter retort repeat interject whisper shout cry predict
concede contend allege stipulate clarify elaborate summarise summarize testify proclaim pronounce voice propose
point hope wish believe think/thinks/thought/thinking feel/feels/felt/feeling demand request object protest boast
muse mutter plead enthuse recount relate/relates/related/relating remind assure reassure tout marvel theorise
specify signal+ teach/teaches/taught/teaching !reason reflect retweet !message !email speculate swear/swears/swore/swearing
thunder joke !crow confide manifest express vent snap+ !begin/begins/began/beginning !start !end+ !go/goes/went/going notify guarantee attest apprise
confess profess intone gush ruminate bemoan implore beseech exhort avow counsel phrase !put+/puts/put/putting !sum+ quote`

// speakVerbs bring attributed fragments only: their object or complement may be
// the speaker's words, but they do not introduce direct speech.
const speakVerbs = `qualify describe call praise hail welcome criticise criticize condemn denounce accuse label brand dub+
commend laud congratulate reject dismiss outline express convey thank speak/speaks/spoke/speaking blame
decry deplore deride blast slam+ applaud salute endorse ridicule mock characterise characterize
portray depict term regard cite invoke extol+ deny lambast rebuke scold rap+ appeal invite instruct
vow fear regret apologise apologize demand warn complain liken paint renew advocate brief refer+ discuss`

// sayNouns are nouns that name an act of speech: "the Board's finding that ...".
const sayNouns = `statement claim remark comment view call pledge promise warning assessment conclusion description
words argument assertion declaration message letter finding announcement assurance vow appeal demand complaint request
opinion criticism praise accusation allegation admission suggestion observation answer reply response question speech
address tweet post comments remarks words claims promises pledges calls warnings findings phrase testimony proposal
insistence denial belief hope commitment vision slogan definition`

// documents are texts that may be the subject of a verb of speech for the one who issued them.
const documents = `statement report communique communiqué declaration letter email e-mail release note notice message
resolution text document memo memorandum tweet post article bulletin announcement press-release dispatch circular
notification motion verdict ruling judgment judgement decision decree order proclamation readout summary cable telegram
paper study survey website page account newsletter blog speech manifesto petition press story editorial invitation
advisory publication factsheet`

// nouns that verbs share their -s and past forms with
const nounForms = `states notes reports calls claims comments remarks posts hopes answers promises pledges shares welcomes
quotes requests demands vows wishes views replies objects points tweets warnings labels brands charges attacks appeals
orders rules finds judges rates plans fears doubts regrets addresses presents terms supports highlights signals messages
emails reasons ends starts puts sums offers seeks sees needs wants stands`

type table struct {
	verbs     map[string]verbForm
	sayNouns  map[string]bool
	documents map[string]bool
}

var words = sync.OnceValue(func() table {
	t := table{verbs: map[string]verbForm{}, sayNouns: set(sayNouns), documents: set(documents)}
	for _, v := range strings.Fields(speakVerbs) {
		t.add(v, verbForm{})
	}
	for _, v := range strings.Fields(sayVerbs) {
		t.add(v, verbForm{said: true})
	}
	for w := range set(nounForms) {
		if f, ok := t.verbs[w]; ok {
			f.noun = true
			t.verbs[w] = f
		}
	}
	for _, w := range []string{"read", "reads"} {
		f := t.verbs[w]
		f.document = true
		t.verbs[w] = f
	}
	return t
})

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// add enters the four forms of a verb.
func (t *table) add(verb string, f verbForm) {
	verb, f.direct = strings.CutPrefix(verb, "!")
	forms := strings.Split(verb, "/")
	base := strings.TrimSuffix(forms[0], "+")
	third, past, ing := inflect(base, strings.HasSuffix(forms[0], "+"))
	if len(forms) == 4 {
		third, past, ing = forms[1], forms[2], forms[3]
	}
	enter := func(form string, set func(*verbForm)) {
		g, ok := t.verbs[form]
		if !ok || f.said {
			g.said, g.direct = f.said, f.direct
		}
		set(&g)
		t.verbs[form] = g
	}
	enter(base, func(g *verbForm) { g.base = true })
	enter(third, func(g *verbForm) {})
	enter(past, func(g *verbForm) { g.past = true })
	enter(ing, func(g *verbForm) { g.ing = true })
}

// inflect gives the third person, past and -ing form of a regular verb.
func inflect(base string, doubles bool) (third, past, ing string) {
	last, stem := base[len(base)-1], base[:len(base)-1]
	consonantY := last == 'y' && !strings.ContainsRune("aeiou", rune(base[len(base)-2]))
	switch {
	case consonantY:
		return stem + "ies", stem + "ied", base + "ing"
	case last == 'e':
		return base + "s", base + "d", stem + "ing"
	case doubles:
		return base + "s", base + string(last) + "ed", base + string(last) + "ing"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"):
		return base + "es", base + "ed", base + "ing"
	}
	return base + "s", base + "ed", base + "ing"
}

// be, have and modal verbs, which close a noun phrase.
var auxiliaries = set(`is are was were be been being has have had having will would can could may might shall should must do does
did am 's isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't`)

var beForms = set(`is are was were be been being am`)

// adverbs and set phrases that may stand between subject and verb.
var between = set(`also further then later again already still now once just even only recently earlier meanwhile therefore
however moreover furthermore too both has have had is was will would did never always often in turn for his her their its part
who yesterday today finally thus hereby here there instead separately jointly`)

var prepositions = set(`of for to with by from in on at about against between among during after before under over into
through within without upon towards toward near as since until till despite per via following including regarding
concerning amid besides beside behind beyond throughout across along around outside inside like unlike than alongside`)

var determiners = set(`the a an his her their its this that these those our my your some any each every another one no
both several many few other all`)

var conjunctions = set(`and or but nor yet so while whereas because although though if when where which who whom whose that
as than whether until unless since what how why after before once`)

// stances are adjectives that say what somebody thinks: "is convinced that".
var stances = set(`convinced confident certain sure adamant hopeful optimistic pessimistic proud grateful pleased glad happy sorry
delighted concerned worried alarmed determined`)

// humans are nouns of one human being that can take up who was named.
var humans = set(`official minister lawmaker critic observer expert analyst spokesman spokeswoman spokesperson president speaker leader
chairman chairwoman chairperson chair diplomat ambassador envoy commissioner secretary governor mayor senator deputy representative
king queen general colonel commander professor doctor director manager executive chief head boss politician veteran premier chancellor
judge prosecutor lawyer candidate incumbent winner laureate host guest visitor monarch prince princess sultan emir amir pope bishop
archbishop author writer activist mp mep mk legislator parliamentarian congressman congresswoman rapporteur coordinator adviser advisor
economist historian scientist researcher counsellor consul delegate negotiator mediator captain admiral statesman administrator
principal chancellor rector dean founder organiser organizer`)

// vague are those of them that fit holders of many posts.
var vague = set(`official diplomat politician leader head chief guest host visitor expert analyst lawmaker legislator parliamentarian statesman
delegate representative veteran`)

// honorifics stand before a name and may tell the sex of its bearer.
var honorifics = map[string]gender{
	"mr": male, "sir": male, "king": male, "prince": male, "lord": male, "messrs": male, "sheikh": male, "sultan": male, "emir": male,
	"amir": male, "pope": male, "archbishop": male, "bishop": male, "chairman": male, "congressman": male, "spokesman": male, "businessman": male,
	"mrs": female, "ms": female, "miss": female, "madam": female, "madame": female, "dame": female, "lady": female, "queen": female,
	"princess": female, "sheikha": female, "chairwoman": female, "congresswoman": female, "spokeswoman": female, "businesswoman": female,
	"dr": unknown, "prof": unknown, "professor": unknown, "hon": unknown, "honourable": unknown, "honorable": unknown, "h.e": unknown,
	"excellency": unknown, "rt": unknown, "right": unknown, "his": unknown, "her": unknown, "president": unknown, "minister": unknown,
	"prime": unknown, "foreign": unknown, "vice": unknown, "secretary": unknown, "speaker": unknown, "chancellor": unknown,
	"ambassador": unknown, "senator": unknown, "premier": unknown, "governor": unknown, "mayor": unknown, "first": unknown,
	"crown": unknown, "gen": unknown, "general": unknown, "rev": unknown, "judge": unknown, "justice": unknown, "amb": unknown, "then": unknown,
	"former": unknown, "deputy": unknown, "eng": unknown, "sen": unknown, "rep": unknown, "representative": unknown, "mp": unknown,
}

type gender int

const (
	unknown gender = iota
	male
	female
)
