package clauses

import "sync"

// Class is what a word can do in a clause. Words that no list below holds are
// Noun in small letters and Name with a capital.
type Class uint8

// Classes of words and marks.
const (
	Noun Class = iota // common noun or adjective
	Name              // word with a capital
	Num
	Det
	Poss // his, their, 's
	Pron // he, they, whom it stands for is anaphora
	Prep
	Conj // and, or, but
	Rel  // who, which, whom, whose, where
	Sub  // while, when, that, because
	To
	Aux
	Modal
	Not
	Adv
	Verb
	Comma
	Stop  // . ! ? ; :
	Dash  // – —
	Quote // any quotation mark
	Open
	Close
	Other
)

// closed holds the closed classes. A word that is both a preposition and a
// conjunction of time (after, before, since) is a Prep here: what follows tells.
var closed = map[string]Class{
	"the": Det, "a": Det, "an": Det, "this": Det, "that": Sub, "these": Det, "those": Det, "some": Det, "any": Det,
	"each": Det, "every": Det, "both": Det, "all": Det, "several": Det, "various": Det, "another": Det, "no": Det,
	"many": Det, "few": Det, "such": Det, "either": Det, "neither": Det,
	"his": Poss, "her": Poss, "its": Poss, "their": Poss, "our": Poss, "my": Poss, "your": Poss, "'s": Poss, "’s": Poss,
	"he": Pron, "she": Pron, "it": Pron, "they": Pron, "we": Pron, "i": Pron, "you": Pron,
	"him": Pron, "them": Pron, "us": Pron, "me": Pron, "himself": Pron, "herself": Pron, "themselves": Pron, "itself": Pron,
	"of": Prep, "in": Prep, "on": Prep, "at": Prep, "by": Prep, "for": Prep, "from": Prep, "with": Prep, "about": Prep,
	"into": Prep, "over": Prep, "under": Prep, "between": Prep, "among": Prep, "amongst": Prep, "through": Prep,
	"during": Prep, "against": Prep, "within": Prep, "without": Prep, "towards": Prep, "toward": Prep, "upon": Prep,
	"via": Prep, "per": Prep, "after": Prep, "before": Prep, "since": Prep, "until": Prep, "till": Prep, "amid": Prep,
	"across": Prep, "around": Prep, "behind": Prep, "beyond": Prep, "despite": Prep, "throughout": Prep, "regarding": Prep,
	"concerning": Prep, "following": Prep, "alongside": Prep, "including": Prep, "besides": Prep, "near": Prep,
	"as": Prep, "like": Prep, "ahead": Adv, "along": Adv, "together": Adv, "prior": Adv, "outside": Prep, "inside": Prep,
	"and": Conj, "or": Conj, "but": Conj, "&": Conj, "nor": Conj, "plus": Conj,
	"who": Rel, "whom": Rel, "which": Rel, "whose": Rel, "where": Rel,
	"while": Sub, "when": Sub, "because": Sub, "although": Sub, "though": Sub, "if": Sub, "whether": Sub, "whereas": Sub,
	"unless": Sub, "once": Sub, "how": Sub, "what": Sub, "why": Sub, "than": Sub, "whereby": Sub,
	"to": To, "not": Not, "n't": Not, "never": Not, "cannot": Modal,
	"is": Aux, "are": Aux, "was": Aux, "were": Aux, "be": Aux, "been": Aux, "being": Aux, "am": Aux,
	"has": Aux, "have": Aux, "had": Aux, "having": Aux, "does": Aux, "do": Aux, "did": Aux,
	"will": Modal, "would": Modal, "shall": Modal, "should": Modal, "can": Modal, "could": Modal, "may": Modal,
	"might": Modal, "must": Modal,
	"also": Adv, "then": Adv, "later": Adv, "earlier": Adv, "again": Adv, "separately": Adv, "already": Adv, "still": Adv,
	"too": Adv, "further": Adv, "furthermore": Adv, "moreover": Adv, "meanwhile": Adv, "subsequently": Adv, "afterwards": Adv,
	"afterward": Adv, "here": Adv, "there": Adv, "now": Adv, "just": Adv, "only": Adv, "recently": Adv, "jointly": Adv,
	"virtually": Adv, "online": Adv, "remotely": Adv, "well": Adv, "first": Adv, "once-more": Adv, "ever": Adv, "even": Adv,
	"today": Adv, "yesterday": Adv, "tomorrow": Adv, "tonight": Adv, "thus": Adv, "therefore": Adv, "however": Adv,
	"briefly": Adv, "personally": Adv, "officially": Adv, "formally": Adv, "warmly": Adv, "cordially": Adv, "privately": Adv,
	"reportedly": Adv, "reciprocally": Adv, "respectively": Adv, "directly": Adv, "likewise": Adv, "similarly": Adv,
	"additionally": Adv, "finally": Adv, "lastly": Adv, "previously": Adv, "soon": Adv, "so": Adv, "yet": Adv, "ago": Adv,
	"apart": Adv, "up": Adv, "out": Adv, "down": Adv, "off": Adv, "back": Adv, "forward": Adv, "away": Adv,
	"one": Num, "two": Num, "three": Num, "four": Num, "five": Num, "six": Num, "seven": Num, "eight": Num, "nine": Num,
	"ten": Num, "eleven": Num, "twelve": Num, "twenty": Num, "thirty": Num, "forty": Num, "fifty": Num, "hundred": Num,
	"thousand": Num, "dozen": Num, "million": Num,
	",": Comma, ".": Stop, "!": Stop, "?": Stop, ";": Stop, ":": Stop, "...": Stop, "…": Stop,
	"–": Dash, "—": Dash, "-": Dash, "--": Dash, "―": Dash, "•": Other, "*": Other,
	"\"": Quote, "“": Quote, "”": Quote, "‘": Quote, "’": Quote, "'": Quote, "«": Quote, "»": Quote, "„": Quote, "‘‘": Quote, "’’": Quote,
	"(": Open, "[": Open, ")": Close, "]": Close,
}

// Form tells which forms of a verb a word can be.
type Form uint8

// Forms of a verb; a word can be several.
const (
	Base Form = 1 << iota
	Third
	Past
	Participle
	Ing
)

type verbForm struct {
	lemma string
	form  Form
}

// irregular verbs: base, past, participle.
var irregular = [][3]string{
	{"meet", "met", "met"}, {"hold", "held", "held"}, {"speak", "spoke", "spoken"}, {"say", "said", "said"},
	{"tell", "told", "told"}, {"take", "took", "taken"}, {"give", "gave", "given"}, {"make", "made", "made"},
	{"go", "went", "gone"}, {"come", "came", "come"}, {"see", "saw", "seen"}, {"get", "got", "got"}, {"pay", "paid", "paid"},
	{"lead", "led", "led"}, {"sit", "sat", "sat"}, {"send", "sent", "sent"}, {"bring", "brought", "brought"},
	{"build", "built", "built"}, {"begin", "began", "begun"}, {"become", "became", "become"}, {"find", "found", "found"},
	{"keep", "kept", "kept"}, {"know", "knew", "known"}, {"leave", "left", "left"}, {"lose", "lost", "lost"},
	{"put", "put", "put"}, {"read", "read", "read"}, {"run", "ran", "run"}, {"set", "set", "set"}, {"show", "showed", "shown"},
	{"stand", "stood", "stood"}, {"think", "thought", "thought"}, {"understand", "understood", "understood"},
	{"win", "won", "won"}, {"write", "wrote", "written"}, {"draw", "drew", "drawn"}, {"hear", "heard", "heard"},
	{"bear", "bore", "borne"}, {"dwell", "dwelt", "dwelt"}, {"bid", "bade", "bidden"}, {"arise", "arose", "arisen"},
	{"grow", "grew", "grown"}, {"seek", "sought", "sought"}, {"feel", "felt", "felt"}, {"deal", "dealt", "dealt"},
	{"fall", "fell", "fallen"}, {"rise", "rose", "risen"}, {"undertake", "undertook", "undertaken"}, {"wish", "wished", "wished"},
	{"choose", "chose", "chosen"}, {"overcome", "overcame", "overcome"}, {"withdraw", "withdrew", "withdrawn"},
	{"spend", "spent", "spent"}, {"fight", "fought", "fought"}, {"teach", "taught", "taught"}, {"buy", "bought", "bought"},
	{"sell", "sold", "sold"}, {"fly", "flew", "flown"}, {"foresee", "foresaw", "foreseen"}, {"shake", "shook", "shaken"},
}

// regular verbs of press reports on politics. "=" after a verb says that its
// last consonant is doubled.
var regular = []string{
	"accept", "accompany", "accord", "achieve", "acknowledge", "acquaint", "act", "add", "address", "adopt", "advance",
	"advise", "affirm", "agree", "aim", "allow", "announce", "answer", "apologize", "appeal", "appear", "applaud", "appoint",
	"appreciate", "apprise", "approve", "argue", "arrange", "arrive", "ask", "assess", "assist", "assume", "assure", "attach",
	"attend", "await", "award", "base", "believe", "belong", "brief", "broach", "call", "cancel", "carry", "cause", "celebrate",
	"centre", "center", "chair", "change", "cite", "claim", "close", "co-chair", "co-host", "collaborate", "combat", "commence",
	"commend", "comment", "commit=", "compare", "complete", "comprise", "concern", "conclude", "condemn", "conduct", "confer=",
	"confirm", "congratulate", "connect", "consider", "consist", "consolidate", "consult", "contact", "continue", "contribute",
	"converse", "convene", "convey", "cooperate", "coordinate", "cover", "create", "criticize", "criticise", "debate", "decide", "declare",
	"decline", "deem", "deepen", "defend", "defer=", "deliver", "demand", "demonstrate", "denounce", "deny", "depart", "deploy",
	"describe", "designate", "detail", "develop", "devote", "direct", "disclose", "discuss", "donate", "drop=", "echo", "elaborate",
	"elect", "embrace", "emphasize", "emphasise", "enable", "encourage", "endorse", "engage", "enhance", "enjoy", "ensure", "enter",
	"envisage", "establish", "exchange", "exclaim", "expand", "expect", "explain", "explore", "express", "extend", "facilitate",
	"familiarize", "familiarise", "favour", "favor", "feature", "felicitate", "fly", "focus", "follow", "form", "forward", "foster",
	"further", "gather", "grant", "greet", "hail", "hand", "happen", "head", "help", "highlight", "hope", "host", "identify",
	"implement", "improve", "include", "increase", "indicate", "inform", "initiate", "initial", "inquire", "insist", "inspect",
	"intend", "interact", "introduce", "invite", "involve", "issue", "join", "kick", "land", "last", "launch", "lay", "listen",
	"live", "look", "maintain", "manage", "mark", "mediate", "mention", "moderate", "monitor", "move", "name", "need", "negotiate",
	"note", "observe", "occur=", "offer", "open", "operate", "oppose", "organize", "organise", "outline", "participate", "pass",
	"phone", "plan=", "play", "pledge", "point", "postpone", "praise", "prepare", "present", "preside", "press", "prevent",
	"proceed", "promise", "promote", "propose", "protect", "provide", "publish", "raise", "reach", "react", "reaffirm", "realize",
	"recall", "receive", "recognize", "recognise", "recommend", "reconfirm", "refer=", "reflect", "refuse", "regard", "register",
	"reinforce", "reiterate", "relate", "release", "remain", "remark", "remember", "remind", "render", "reply", "report", "represent",
	"request", "require", "resolve", "respond", "restate", "resume", "return", "reveal", "review", "salute", "schedule", "serve",
	"share", "shape", "sign", "solicit", "specify", "start", "state", "stay", "step=", "strengthen", "stress", "study", "submit=",
	"suggest", "support", "surround", "suspend", "talk", "task", "telephone", "thank", "touch", "tour", "travel", "treat", "turn",
	"underline", "underscore", "unveil", "update", "urge", "use", "view", "visit", "voice", "vote", "vow", "wait", "want", "warn",
	"welcome", "witness", "work", "affect", "address", "advocate", "align", "bolster", "boost", "build", "consolidate", "counter",
	"cultivate", "defeat", "deter=", "disrupt", "diversify", "double", "elevate", "eliminate", "eradicate", "evaluate", "examine",
	"exert", "fund", "gain", "guarantee", "handle", "intensify", "invest", "mobilize", "mobilise", "pursue", "push", "rally",
	"reduce", "regulate", "rejoin", "renew", "replace", "resist", "respect", "restore", "revitalize", "safeguard", "secure", "shift",
	"solve", "stabilize", "stop=", "tackle", "target", "transform", "try", "upgrade", "utilize", "widen", "acquire", "admit=",
	"appreciate", "assemble", "call", "characterize", "clarify", "compliment", "contend", "deplore", "depend", "differ", "discover",
	"elicit", "enquire", "escort", "flank", "honour", "honor", "illustrate", "inaugurate", "interview", "involve", "journey", "marvel",
	"notify", "number", "obtain", "portray", "predict", "prefer=", "probe", "quote", "rate", "reassure", "rule", "seal", "seat", "sponsor",
	"succeed", "summon", "supervise", "survey", "swear", "symbolize", "testify", "trace", "translate", "undergo", "unite", "uphold",
	"verify", "videoconference", "wrap=", "yield", "accredit", "arrest", "attack", "ban=", "bind", "block", "break", "catch", "cease", "collect",
	"compile", "cut", "dedicate", "define", "describe", "destroy", "die", "end", "escalate", "exist", "face", "fail", "fill", "finish",
	"fix", "force", "free", "fulfil=", "fulfill", "function", "harm", "hit", "kill", "learn", "limit", "link", "list", "locate", "love",
	"measure", "mean", "motivate", "obtain", "owe", "own", "permit=", "plant", "possess", "process", "produce", "quit=", "receive", "record",
	"repeal", "enact", "ratify", "abolish", "amend", "codify", "overturn", "impeach", "override", "dismiss", "refute", "rebut", "assign", "station", "nominate", "pertain", "revolve", "evince", "dwell", "fine-tune", "finalise", "finalize", "materialise", "materialize", "compose", "reschedule", "adjourn", "slate", "collapse", "rearrange", "fall", "recover", "reject", "remove", "result", "ring", "score", "seem", "settle", "shut", "slow", "sound", "spread", "struggle", "suffer",
	"supply", "surge", "surpass", "tend", "threaten", "tie", "train", "trust", "value", "wage", "watch", "weigh", "wonder", "worry", "care",
}

// nounToo are forms of verbs that are as often nouns: they count as verbs only
// where the words around them say so.
var nounToo = wordSet(
	"call calls visit visits talk talks meeting meetings host hosts review reviews support supports update updates address",
	"addresses report reports head heads lead leads exchange exchanges focus conduct welcome dialogue chair chairs issue issues",
	"state states view views share shares work works vote votes plan plans mark marks move moves open close present presents",
	"press hand hands form forms name names need needs note notes offer offers phone phones point points promise promises",
	"record records request requests result results return returns rule rules sign signs stand stands start starts stay stays",
	"step steps stress study studies target targets task tasks tour tours travel travels trust turn turns use uses voice voices",
	"wish wishes advance advances aim aims appeal appeals attack attacks award awards ban bans base benefit cause causes",
	"change changes claim claims combat comment comments concern concerns contact contacts cover debate debates demand demands",
	"detail details end ends fight fights force forces function functions fund funds gain gains guarantee guarantees help hope",
	"hopes increase increases initial interview interviews journey journeys launch limit limits link links list lists look",
	"looks love measure measures number numbers order orders pass play pledge pledges praise process processes produce rally",
	"rate rates read reply respect respects schedule schedules seat seats second shape shift shifts show shows sound spread",
	"struggle study supply surge survey surveys telephone tie ties train treat trial try value values wage watch witness worry",
	"yield set run put opening closing briefing hearing gathering understanding beginning following building standing feeling",
	"speaking setting reading writing training funding planning according concerning regarding including line lines signing",
	"ring slow free secure further direct last live forward favor favour echo counter double elaborate secure steps mean means",
	"sitting listening working offering finding findings greeting greetings proceeding proceedings saying ruling bearing",
	"engagement reach question questions approach witness feature features honor honour honors honours sponsor sponsors access",
	"accord accords act acts answer answers approach arrest arrests balance blocks brief briefs care cares centre centres center centers",
	"complete compliment contacts cuts decline declines defeat delegate face faces grant grants harm highlight highlights interviews land lands",
	"lives live mention mentions monitor monitors outline outlines permit permits plant plants processes quote quotes regard regards release",
	"releases remark remarks rise rises scores seal spend stop stops supplies supply surges swear trace traces upgrade upgrades vow vows wonder",
	"flank flanks probe probes push score wrap finish worries yields pursuit cost costs design fly matter matters progress purchase rescue rest suspect match objects value journey marvel launches",
	"experience experiences object project projects escort bid bids salute salutes deal deals hail break catch cut drop fix hit kick block left",
)

func wordSet(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		start := 0
		for i := 0; i <= len(line); i++ {
			if i == len(line) || line[i] == ' ' {
				if i > start {
					set[line[start:i]] = true
				}
				start = i + 1
			}
		}
	}
	return set
}

// verbForms gives every form of every verb of the lists.
var verbForms = sync.OnceValue(func() map[string]verbForm {
	forms := make(map[string]verbForm, 5*len(regular))
	add := func(word, lemma string, f Form) {
		v := forms[word]
		if v.lemma != "" && v.lemma != lemma {
			return // the first list wins: "found" is of find
		}
		forms[word] = verbForm{lemma, v.form | f}
	}
	for _, v := range irregular {
		add(v[0], v[0], Base)
		add(third(v[0]), v[0], Third)
		add(v[1], v[0], Past)
		add(v[2], v[0], Participle)
		add(ing(v[0], v[0] == "sit" || v[0] == "get" || v[0] == "put" || v[0] == "run" || v[0] == "set" || v[0] == "win" || v[0] == "bid" || v[0] == "begin"), v[0], Ing)
	}
	for _, r := range regular {
		lemma, double := r, false
		if r[len(r)-1] == '=' {
			lemma, double = r[:len(r)-1], true
		}
		add(lemma, lemma, Base)
		add(third(lemma), lemma, Third)
		add(past(lemma, double), lemma, Past|Participle)
		add(ing(lemma, double), lemma, Ing)
		if last := lemma[len(lemma)-1]; last == 'l' { // British "cancelled", "travelling"
			add(lemma+"led", lemma, Past|Participle)
			add(lemma+"ling", lemma, Ing)
		}
	}
	return forms
})

func third(v string) string {
	switch {
	case v[len(v)-1] == 'y' && !vowel(v[len(v)-2]):
		return v[:len(v)-1] + "ies"
	case v == "go":
		return "goes"
	}
	switch v[len(v)-1] {
	case 's', 'x', 'z':
		return v + "es"
	case 'h':
		if c := v[len(v)-2]; c == 's' || c == 'c' {
			return v + "es"
		}
	}
	return v + "s"
}

func past(v string, double bool) string {
	last := v[len(v)-1]
	switch {
	case last == 'e':
		return v + "d"
	case last == 'y' && !vowel(v[len(v)-2]):
		return v[:len(v)-1] + "ied"
	case double:
		return v + string(last) + "ed"
	}
	return v + "ed"
}

func ing(v string, double bool) string {
	last := v[len(v)-1]
	switch {
	case last == 'e' && len(v) > 2 && v[len(v)-2] != 'e':
		return v[:len(v)-1] + "ing"
	case double:
		return v + string(last) + "ing"
	}
	return v + "ing"
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
