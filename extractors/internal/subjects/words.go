package subjects

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

// discussing are verbs whose object is what was discussed.
var discussing = set("discuss review raise consider explore debate examine tackle broach study assess")

// stressing are verbs whose object is what a speaker lays weight on.
var stressing = set("underscore underline emphasize emphasise stress highlight reaffirm reiterate affirm restate recognize recognise",
	"acknowledge note mention recall outline present propose advocate support condemn denounce welcome pledge address cover",
	"describe explain confirm reflect unveil commend praise applaud appreciate hail champion endorse demand share tackle value boost")

// giving are verbs of giving words: what they give is light, its complement is the topic.
var giving = set("evince show express voice convey offer extend provide give share present deliver make")

// lightNouns are heads whose complement is the topic: "support for X".
var lightNouns = set("support commitment concern concerns appreciation gratitude thanks regret condolences sympathy solidarity interest",
	"efforts effort contribution progress assurances assurance satisfaction hope readiness confidence opposition congratulations views view opinions information details pride mention attention",
	"importance-of reference tribute condemnation determination willingness desire resolve dedication")

// telling are verbs of telling somebody about something.
var telling = map[string]string{
	"tell": "about of", "inform": "about of on", "brief": "on about", "update": "on about", "apprise": "of on about",
	"acquaint": "with", "familiarize": "with", "familiarise": "with", "notify": "of about", "speak": "about on of", "talk": "about on of over",
	"report": "on about", "reflect": "on upon", "consult": "on about", "thank": "for", "congratulate": "on upon for", "commend": "for on",
	"praise": "for", "applaud": "for", "focus": "on upon", "center": "on around upon", "centre": "on around upon", "concentrate": "on",
	"dwell": "on upon", "touch": "on upon", "deal": "with", "refer": "to", "turn": "to", "look": "at into", "coordinate": "on",
	"cooperate": "on in", "collaborate": "on in", "agree": "on upon", "elaborate": "on", "comment": "on", "ask": "about for", "learn": "about",
	"hear": "about", "compare": "on", "interact": "on", "converse": "about on", "concur": "on", "call": "for", "inquire": "about", "hint": "at",
	"meet": "on about over regarding", "pertain": "to", "revolve": "around", "confer": "on about",
	"bear": "on", "assure": "of", "remind": "of about", "press": "on", "differ": "on over", "warn": "of about against", "consult ": "on",
}

// acting are verbs whose object is a topic where they tell what the parties
// mean to do: "agreed to strengthen X", "to advance Y".
var acting = set("advance strengthen deepen expand enhance promote boost bolster combat counter ensure secure improve develop increase",
	"facilitate build foster protect defend tackle address fight preserve maintain support establish accelerate intensify",
	"restore reinforce broaden widen diversify implement resolve overcome prevent uphold safeguard achieve pursue reduce end",
	"finalise fine-tune keep convene import export use join host protect fund train develop coordinate finalize revitalize modernize streamline organize host sign launch create stem deliver")

// chaining are verbs that only lead to another: "committed to continue working".
var chaining = set("commit agree continue work intend seek aim plan pledge vow decide cooperate collaborate resolve try help strive")

// openHeads are nouns that an infinitive completes: "efforts to end the war".
var openHeads = set("efforts effort ways way need needs steps step plans plan opportunities opportunity readiness intent intention measures",
	"means willingness commitment proposal proposals mechanism mechanisms initiative initiatives decision decisions desire work agreement",
	"ability right rights action actions possibility possibilities attempts attempt mission imperative urgency diplomacy invitation cooperation freedom")

// encounterWords name the talk itself.
var encounterWords = set("meeting talks talk discussion discussions conversation conversations consultation consultations negotiations",
	"agenda topics topic purpose reason aim reason issues matters subjects subject exchange call dialogue session visit engagement deliberations focus conference event debate")

// generic topics say nothing.
var generic = set("session sessions meeting issue issues matter matters topic topics question questions subject subjects number range meeting meetings thing things",
	"discussion discussions talks points way ways views side sides people visit event occasion fact remarks time day days it them him her this that",
	"these those each other others same part place role hand welcome guests guest delegation welcomed invitation conversation words tribute speech interest",
	"areas area goals goal work service promise fight efforts aspects concerns telephone phone behalf spoke country countries colleagues visitor office")

// wrappers are nouns that only introduce a topic: "issues of security".
var wrappers = set("issue issues matter matters question questions topic topics subject subjects field fields area areas sphere spheres problem")

// tails are prepositions that begin what is no part of a topic.
var tails = set("during following after before since until as at by amid throughout via despite upon without including like besides under ahead")

// amounts before "of" say how many topics there are.
var amounts = set("number range series variety host set array wide broad couple")
