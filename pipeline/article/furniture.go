package article

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furnitureWords are the words by which web pages call, in class names and
// ids, what stands beside an article: the vocabulary of HTML5's own examples,
// of schema.org, of the large content management systems' themes and of the
// microformats. The number is the share of the page's prose, in percent, over
// which the name is not believed: comments may well be longer than the article.
var furnitureWords = map[string]int{
	"ad": 25, "ads": 25, "adslot": 25, "advert": 25, "advertisement": 25, "advertising": 25, "attribution": 25, "author": 25,
	"authors": 25, "bio": 25, "breadcrumb": 25, "breadcrumbs": 25, "byline": 25, "caption": 25, "captions": 25, "copyright": 25,
	"credit": 25, "credits": 25, "contact": 25, "contacts": 25, "date": 25, "datetime": 25, "dateline": 25, "disclaimer": 25, "eyebrow": 25, "figcaption": 25,
	"flyout": 25, "footer": 25, "kicker": 25, "lightbox": 25, "login": 25, "masthead": 25, "menu": 25, "meta": 25,
	"metadata": 25, "modal": 25, "nav": 25, "navbar": 25, "navigation": 25, "newsletter": 25, "newsletters": 25,
	"outbrain": 25, "pagination": 25, "popular": 25, "popup": 25, "promo": 25, "promotion": 25, "pubdate": 25, "pullquote": 25, "readmore": 25,
	"recirc": 25, "recirculation": 25, "recommend": 25, "recommendation": 25, "recommendations": 25, "recommended": 25,
	"related": 25, "share": 25, "sharedaddy": 25, "sharing": 25, "signup": 25, "skip": 25, "social": 25, "socials": 25,
	"sponsor": 25, "sponsored": 25, "subscribe": 25, "subscription": 25, "taboola": 25, "taglist": 25, "tags": 25,
	"timestamp": 25, "toolbar": 25, "tooltip": 25, "trending": 25,
	"ccpa": 90, "comment": 90, "comments": 90, "consent": 90, "cookie": 90, "cookies": 90, "disqus": 90, "gdpr": 90, "onetrust": 90,
	"reply": 90,
}

// beside tells whether an element is, by its tag, class, id or role, one that
// stands beside an article: it gives the share of the page's prose, in
// percent, up to which that is believed, 0 where nothing tells so.
func beside(n *html.Node) int {
	most := 0
	switch n.DataAtom {
	case atom.Aside, atom.Footer, atom.Form, atom.Fieldset:
		most = 25
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			for name := range strings.FieldsSeq(a.Val) {
				if hiddenNames[name] {
					most = max(most, 25)
				}
				eachWord(name, func(w string) { most = max(most, furnitureWords[w]) })
			}
		case "role":
			if a.Val == "complementary" || a.Val == "contentinfo" || a.Val == "banner" {
				most = max(most, 25)
			}
		}
	}
	return most
}

// hiddenNames are the class names of the common style sheets for what is not
// shown, or only read out.
var hiddenNames = map[string]bool{
	"d-none": true, "hidden": true, "is-hidden": true, "screen-reader-text": true, "sr-only": true, "visually-hidden": true,
}

// eachWord cuts a class name or id like "post-share" or "navBar_2" into its
// words, in lower case. What tells of a variant is left out: a name that begins
// with "has", "with", "no" or "is", and what follows "--".
func eachWord(name string, do func(string)) {
	name, _, _ = strings.Cut(name, "--")
	start := 0
	for i := 0; i <= len(name); i++ {
		var c byte
		if i < len(name) {
			c = name[i]
		}
		upper := 'A' <= c && c <= 'Z'
		letter := upper || 'a' <= c && c <= 'z'
		if letter && !(upper && i > start && 'a' <= name[i-1] && name[i-1] <= 'z') {
			continue
		}
		word := strings.ToLower(name[start:i])
		if start == 0 && variant[word] {
			return
		}
		if word != "" {
			do(word)
		}
		if start = i; !letter {
			start++
		}
	}
}

var variant = map[string]bool{"has": true, "with": true, "no": true, "not": true, "is": true, "hide": true}

// phrases are the words that press pages put beside an article, as the whole
// of a short paragraph or at its head.
var phrases = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
		`adverts?|advertisements?|sponsored(?: content)?|promoted(?: content)?|loading|close|caption|enlarge image|watch now|breaking news|comments?|reply|n/?a`,
		`(?:story|article) (?:continues|content)(?: below)?(?: (?:this )?advertisement)?|continue reading(?: below)?|skip to (?:the )?(?:main )?content|(?:skip past|after) newsletter promotion|scroll down`,
		`(?:click|tap) (?:here|on)\b.*`,
		`(?:share|tweet|e-?mail|print|pin) (?:this|on|via|by|it|to)\b.*|send (?:this )?to a friend|(?:print|pdf) (?:this page|version)|copy link`,
		`(?:read(?: it)? (?:more|also|next)|also read|see (?:also|more)|more (?:on|from)|related|don['’]t miss|most (?:read|popular|viewed)|trending|recommended|you (?:may|might) (?:also )?like|editor['’]?s['’]? picks?|keep reading|what to read next|more great)\b(?:[^.!?]*|\s*:.*)`,
		`(?:follow|like|join|find) (?:us|me|him|her|our|@)\b.*`,
		`(?:subscribe|sign (?:up|in)|log ?in|register|get (?:the |our |daily |all )*(?:latest|newsletter|news|updates?))\b.*`,
		`(?:file )?(?:photo|image|picture|video|pictured|graphic|illustration)s?(?: (?:by|credit|source))?\s*[:|©].*`,
		`(?:photo(?:graph)?|image|picture)s? (?:by|courtesy)\b.*|image \d+ of\b.*`,
		`(?:©|\(c\)|copyright\b).*|.*\ball rights reserved\.?`,
		`\|?\s*(?:updated|published|posted|last (?:updated|modified)|first published|created|modified)\b(?: on| at)?[^.!?]{0,20}\d.*`,
		`\(?(?:(?:additional |with )?reporting|editing|writing|compiled|edited)(?: and (?:editing|writing))? by\b.*`,
		`[^.!?]*\bcontributed (?:to (?:this|the) (?:report|story|article|dispatch)|reporting)\b[^.!?]*\.?`,
		`(?:photo|image|picture|video)s? ?galler(?:y|ies)(?: \(?\d+\)?)?|(?:associated|useful|external|quick|related) (?:links?|documents?|content)|attachments?|downloads?`,
		`(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|labels|published under|posted in)\s*:.*`,
		`(?:back|return|go) to (?:the )?(?:top|list|index|news)\b[^.!?]{0,20}|[-–—#*\s]*(?:ends?|[*#]{3}|(?:\* ){2}\*)[-–—#*\s]*|reading time\b[^.!?]{0,30}`,
		`\d+ ?(?:min(?:ute)?s?|hours?|days?) (?:read|ago)|\d+ (?:comments?|shares?|views?)|https?://\S+`,
	}, "|") + `)$`)
})

// appeals are the words of sentences that ask the reader to do something with
// the site, and of picture credits at the end of a caption.
var appeals = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:newsletters?|sign(?:ing)? up|subscribe|affiliate|(?:email|contact|follow) (?:us|me|him|her|them)|join (?:us|our)|get in touch)\b` +
		`|\((?:image|photo|picture|pic)s?\b[^)]*\)\.?$|^[^.!?]{0,40}\b[\w.+-]+@[\w-]+\.\w[\w.]*\b`)
})

// isStrip tells whether a text is a strip of particulars of the page, such as
// its date, section and time to read, between bars or dots.
func isStrip(s string) bool {
	if !strings.ContainsAny(s, "|·•") {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|·•", r) })
	for _, p := range parts {
		if p = strings.TrimSpace(p); absoluteDate(p) == "" && !isSection(p) && !phrases().MatchString(p) {
			return false
		}
	}
	return len(parts) > 1
}

// phrase tells whether the whole of a short block is such words.
func (b *block) phrase() bool {
	if b.runes >= 250 {
		return false
	}
	return phrases().MatchString(b.text) || isStrip(b.text) || (b.links > 0 || b.runes < 150) && !strings.ContainsAny(b.text, `"“”`) && appeals().MatchString(b.text)
}
