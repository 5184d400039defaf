package encounters

// encounterNoun is a noun that names an encounter.
type encounterNoun struct {
	kind string
	mode string // "" where the noun does not tell
	weak bool   // counts only with a verb of holding or with a counterpart
}

// encounterNouns by their form in the text.
var encounterNouns = map[string]encounterNoun{
	"meeting": {kind: "meeting"}, "meetings": {kind: "meeting"}, "talks": {kind: "meeting"},
	"conversation": {kind: "meeting"}, "conversations": {kind: "meeting"}, "discussion": {kind: "meeting", weak: true},
	"discussions": {kind: "meeting", weak: true}, "consultation": {kind: "meeting", weak: true}, "consultations": {kind: "meeting", weak: true},
	"negotiations": {kind: "meeting", weak: true}, "audience": {kind: "meeting", weak: true}, "encounter": {kind: "meeting"},
	"sit-down": {kind: "meeting"}, "engagement": {kind: "meeting", weak: true}, "engagements": {kind: "meeting", weak: true},
	"tête-à-tête": {kind: "meeting"}, "interaction": {kind: "meeting", weak: true}, "exchange": {kind: "meeting", weak: true},
	"call": {kind: "call", mode: "phone"}, "calls": {kind: "call", mode: "phone"}, "phone-call": {kind: "call", mode: "phone"},
	"contact": {kind: "call", mode: "phone"}, "teleconference": {kind: "call", mode: "phone"}, "telecon": {kind: "call", mode: "phone"},
	"videoconference": {kind: "meeting", mode: "online"}, "video-conference": {kind: "meeting", mode: "online"},
	"webinar": {kind: "session", mode: "online", weak: true}, "videocall": {kind: "call", mode: "online"},
	"session": {kind: "session", weak: true}, "roundtable": {kind: "session"}, "round-table": {kind: "session"},
	"summit": {kind: "session", weak: true}, "dialogue": {kind: "session", weak: true}, "forum": {kind: "session", weak: true},
	"conference": {kind: "session", weak: true}, "sitting": {kind: "session", weak: true}, "plenary": {kind: "session", weak: true},
	"workshop": {kind: "session", weak: true}, "briefing": {kind: "session", weak: true}, "convening": {kind: "session", weak: true}, "hearing": {kind: "session", weak: true}, "telephone-conversation": {kind: "call", mode: "phone"}, "seminar": {kind: "session", weak: true}, "gathering": {kind: "session", weak: true},
	"visit": {kind: "visit"}, "visits": {kind: "visit"},
	"reception": {kind: "meeting", weak: true}, "receptions": {kind: "meeting", weak: true}, "audiences": {kind: "meeting", weak: true}, "tete-a-tete": {kind: "meeting"}, "dinner": {kind: "meeting", weak: true}, "lunch": {kind: "meeting", weak: true}, "luncheon": {kind: "meeting", weak: true}, "breakfast": {kind: "meeting", weak: true}, "banquet": {kind: "meeting", weak: true}, "iftar": {kind: "meeting", weak: true},
	"ceremony": {kind: "ceremony", weak: true},
}

// lightVerbs hold, pay or join an encounter that a noun names.
var lightVerbs = set("hold have conduct pay make engage attend join participate take chair co-chair convene host co-host lead open",
	"complete conclude begin start arrange schedule plan include organize organise cancel postpone defer call moderate continue resume",
	"enter grant give summon accord preside undertake wrap establish set head")

// joining are verbs of taking part.
var joining = set("attend join participate take")

// hoped are verbs after which an encounter is only wished for.
var hoped = set("hope wish want seek propose suggest request ask invite offer urge demand look like love await welcome encourage",
	"recommend call appeal consider pleased delighted honoured honored interested invited determined tempted")

// promised are verbs after which an encounter is planned.
var promised = set("expect schedule plan intend agree set prepare arrange decide pledge promise due slate announce foresee envisage")

// callWords before "call" make it no telephone call.
var courtesyCall = set("courtesy farewell introductory goodwill protocol customary condolence official maiden first formal")

// mediaWords: who speaks to them gives no meeting.
var mediaWords = set("reporters reporter journalists journalist press media newsmen correspondents newspaper agency outlets broadcaster",
	"pressmen newsmen tv radio television audience crowd rally supporters nation public")
