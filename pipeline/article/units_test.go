package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in         string
		monthFirst bool
		want       string
	}{
		{"2020-12-24", false, "2020-12-24"},
		{"20201224", false, "2020-12-24"},
		{"2020-12-24T09:30", false, "2020-12-24T09:30"},
		{"2020-12-24T09:30:05+02:00", false, "2020-12-24T09:30:05+02:00"},
		{"2020-12-24T09:30:05.123Z", false, "2020-12-24T09:30:05Z"},
		{"2020-12-24t09:30:05-0800", false, "2020-12-24T09:30:05-08:00"},
		{"2020-12-24 09:30:05 +01", false, "2020-12-24T09:30:05+01:00"},
		{"2020-12-24 09:30:05 UTC", false, "2020-12-24T09:30:05Z"},
		{"2020-12-24T25:30:05Z", false, "2020-12-24"},
		{"Thu, 24 Dec 2020 09:30:00 +0100", false, "2020-12-24T09:30:00+01:00"},
		{"Thu Dec 24 2020 09:30:00 GMT+0000 (Coordinated Universal Time)", false, "2020-12-24T09:30:00Z"},
		{"1608802200", false, "2020-12-24T09:30:00Z"},
		{"1608802200000", false, "2020-12-24T09:30:00Z"},
		{"2020/12/24 09:30", false, "2020-12-24"},
		{"December 24, 2020", false, "2020-12-24"},
		{"Published On: 8 October 2023", false, "2023-10-08"},
		{"24th of December, 2020", false, "2020-12-24"},
		{"Dec. 24, 2020 at 9 p.m.", false, "2020-12-24"},
		{"3/4/2021", false, "2021-04-03"},
		{"3/4/2021", true, "2021-03-04"},
		{"3/14/2021", false, "2021-03-14"},
		{"24.12.2020", true, "2020-12-24"},
		{"2020-02-30", false, ""},
		{"0000.0.0", false, ""},
		{"31 June 2020", false, ""},
		{"24 December 1020", false, ""},
		{"yesterday", false, ""},
		{"1440/2/28 - 2018/11/06", false, "2018-11-06"},
		{"30.10.18", false, "2018-10-30"},
		{"12-Mar-2021", false, "2021-03-12"},
		{"March, 12 2021", false, "2021-03-12"},
		{"Published Fri, Apr 28 20232:23 PM EDT", false, "2023-04-28"},
		{"12:43, 20 Apr 2026Updated 12:44, 20 Apr 2026", false, "2026-04-20"},
		{"", false, ""},
		{"24 Decembrists 2020", false, ""},
	} {
		if got := parseDate(c.in, c.monthFirst); got != c.want {
			t.Errorf("parseDate(%q, %v): got %q, want %q", c.in, c.monthFirst, got, c.want)
		}
	}
}

func TestAbsoluteDateAndDateline(t *testing.T) {
	for _, c := range []struct {
		in, date string
		dateline bool
	}{
		{"2019-05-07", "2019-05-07", true},
		{"24 December 2020", "2020-12-24", true},
		{"16th November 2021", "2021-11-16", true},
		{"Monday, May 8, 2017", "2017-05-08", true},
		{"07.09.2015.", "2015-09-07", true},
		{"Lima, 3 March 2021", "", true},
		{"Port Moresby – 3 March 2021", "", true},
		{"Chisinau, Republic of Moldova, 3 March 2021", "", true},
		{"Published on 3 March 2021", "", false},
		{"the talks of 3 March 2021", "", false},
		{"3 March 2021 was a Wednesday", "", false},
		{"3 March", "", false},
		{"In March 2021", "", false},
	} {
		if got := absoluteDate(c.in); got != c.date {
			t.Errorf("absoluteDate(%q): got %q, want %q", c.in, got, c.date)
		}
		if got := isDateline(c.in); got != c.dateline {
			t.Errorf("isDateline(%q): got %v", c.in, got)
		}
	}
}

func TestIsStamp(t *testing.T) {
	for in, want := range map[string]bool{
		"Last updated: 15 Feb. 2023 17:04":                      true,
		"Published Aug 28, 2024 • Last updated 1 hour ago":      true,
		"06.12.2019 | 18:20":                                    true,
		"Thursday, 12 May 2022, 10:30 GMT":                      true,
		"12:43, 20 Apr 2026Updated 12:44, 20 Apr 2026":          true,
		"2024-02-14T16:15:30Z":                                  true,
		"The talks of 12 May 2022":                              false,
		"12 May 2022: the assembly met":                         false,
		"Colombo, 12 May 2022":                                  false,
		"Updated an hour ago":                                   false,
		"Minutes of the sitting of the Board on 12 May 2022 in": false,
	} {
		if got := isStamp(in); got != want {
			t.Errorf("isStamp(%q): got %v", in, got)
		}
	}
}

func TestDatelineDate(t *testing.T) {
	for in, want := range map[string]string{
		"Accra, 3 May 2021 (GW) - The Speaker met":                    "3 May 2021",
		"Riyadh, Safar 28, 1440, November 06, 2018, GW -- The Prince": "November 06, 2018",
		"PORT SAN ROQUE, Thursday, 27 July 2017 - The Sultan":         "Thursday, 27 July 2017",
		"Guatemala City, 19 July 2022. The President":                 "19 July 2022",
		"The Speaker met on 3 May 2021 - as told before":              "",
		"Accra, 3 May 2021 was a Monday":                              "",
	} {
		if got := strings.TrimSpace(datelineDate(in)); got != want {
			t.Errorf("datelineDate(%q): got %q, want %q", in, got, want)
		}
	}
}

func TestTitleParts(t *testing.T) {
	for _, c := range []struct {
		title, heading string
		part           bool
	}{
		{"Information Office - Sultan Opens the Bridge", "Sultan Opens the Bridge", true},
		{"REMARKS : Forum team touches down – The Secretariat", "Forum team touches down", true},
		{"Sultan Opens the Bridge", "Sultan Opens the Bridge", false},
		{"Sultan Opens the Bridge - Office", "Opens the Bridge", false},
		{"Sultan Opens the Bridge | Politics and Economy", "Politics and Economy", true},
		{"Sultan Opens the Bridge to the District | Entertainment", "Entertainment", false},
	} {
		if got := isPart(c.title, c.heading); got != c.part {
			t.Errorf("isPart(%q, %q): got %v", c.title, c.heading, got)
		}
	}
	for in, want := range map[string]string{
		"Ministry of Fisheries :: Press Releases":   "Ministry of Fisheries",
		"Press Centre | News":                       "",
		"Sultan Opens the Bridge - Latest News":     "Sultan Opens the Bridge",
		"National Assembly | Wednesday, 2 May 2022": "National Assembly",
		"News and Views of the Sultan":              "News and Views of the Sultan",
	} {
		if got, _ := withoutSections(in); got != want {
			t.Errorf("withoutSections(%q): got %q, want %q", in, got, want)
		}
	}
}

func TestWithoutSite(t *testing.T) {
	sites := []string{"The Harbour Times", "harbour.example", "harbour", ""}
	for _, c := range []struct{ in, want string }{
		{"Speakers meet | The Harbour Times", "Speakers meet"},
		{"Speakers meet - Harbour", "Speakers meet"},
		{"The Harbour Times: Speakers meet", "Speakers meet"},
		{"Speakers meet – Politics | The Harbour Times", "Speakers meet – Politics"},
		{"Speakers meet - at last", "Speakers meet - at last"},
		{"North-South talks: what next?", "North-South talks: what next?"},
		{" | The Harbour Times", ""},
		{"– The Harbour Times", ""},
		{"The Harbour Times", "The Harbour Times"},
	} {
		if got := withoutSite(c.in, sites); got != c.want {
			t.Errorf("withoutSite(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		name     string
		meta     map[string][]string
		titles   []string
		headings []string
		want     string
	}{
		{"the heading that the markup confirms", map[string][]string{"og:title": {"A, b and c meet | Site"}}, []string{"x"}, []string{"Site", "A, B and C meet"}, "A, B and C meet"},
		{"what the markup says where the heading differs", map[string][]string{"og:title": {"A meets B"}}, nil, []string{"Welcome to the press room"}, "A meets B"},
		{"a long heading that the title begins with", nil, []string{"The Speaker met the envoys of A and B - Office of the Speaker"}, []string{"The Speaker met the envoys of A and B"}, "The Speaker met the envoys of A and B"},
		{"the only heading", nil, nil, []string{"A meets B"}, "A meets B"},
		{"nothing but the site", nil, []string{" | Site"}, []string{""}, ""},
		{"the site alone", nil, []string{"Site"}, nil, ""},
	} {
		h := &head{meta: c.meta, titles: c.titles}
		if got := h.headline(c.headings, nil, []string{"Site"}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAuthors(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want []string
	}{
		{[]string{"By Ann Lee"}, []string{"Ann Lee"}},
		{[]string{"Ann Lee and Bo Ek, Cy Oduya"}, []string{"Ann Lee", "Bo Ek", "Cy Oduya"}},
		{[]string{"Ann Lee", "ANN LEE"}, []string{"Ann Lee"}},
		{[]string{"Written by Ann Lee (al)"}, []string{"Ann Lee"}},
		{[]string{"https://site.example/ann", "desk@site.example", "-", ""}, nil},
		{[]string{"Alexander Sandberg"}, []string{"Alexander Sandberg"}},
	} {
		if d := cmp.Diff(c.want, authors(c.in)); d != "" {
			t.Errorf("authors(%q): -want +got:\n%s", c.in, d)
		}
	}
	h := &head{data: []thing{{article: true, authors: []string{"The Site"}}}, meta: map[string][]string{"author": {"Ann Lee"}}}
	if d := cmp.Diff([]string{"Ann Lee"}, h.writers([]string{"Site", "The Site"}, nil)); d != "" {
		t.Errorf("the site's name before a person's: -want +got:\n%s", d)
	}
	h.meta = nil
	if d := cmp.Diff([]string{"The Site"}, h.writers([]string{"The Site"}, []string{"By the end of May"})); d != "" {
		t.Errorf("the site's name where nobody is named: -want +got:\n%s", d)
	}
}

func TestParseLD(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []thing
	}{
		{"a list", `[{"@type":"WebSite","name":"S"},{"@type":"NewsArticle","headline":"H &amp; I","author":"A"}]`, []thing{{headline: "H & I", authors: []string{"A"}, article: true}}},
		{"the article before the page", `{"@graph":[{"@type":"WebPage","name":"P"},{"@type":"http://schema.org/BlogPosting","headline":"H"}]}`, []thing{{headline: "H", article: true}, {headline: "P"}}},
		{"the article within the page", `{"@type":"WebPage","name":"P","mainEntity":{"@type":"Article","headline":"H"}}`, []thing{{headline: "H", article: true}, {headline: "P"}}},
		{"comment marks, line ends in strings", "<!--\n{\"@type\":\"Article\",\"headline\":\"H\nI\"};\n-->", []thing{{headline: "H I", article: true}}},
		{"an author that is a reference to itself", `{"@type":"Article","@id":"a","author":{"@id":"a"}}`, []thing{{article: true}}},
		{"no JSON", `{"@type":`, nil},
	} {
		if d := cmp.Diff(c.want, parseLD(c.in), cmp.AllowUnexported(thing{})); d != "" {
			t.Errorf("%s: -want +got:\n%s", c.name, d)
		}
	}
	if got := parseLD(strings.Repeat(`{"@graph":[`, 3000)); got != nil {
		t.Errorf("nested: got %v", got)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain words", "plain words"},
		{"", ""},
		{" \n\t ", ""},
		{" a\u00a0\u202f b\r\nc ", "a b c"},
		{"re\u0301sume\u0301", "résumé"},
		{"e\u00ad\u0301", "é"},
		{"co\u00adop\u200ber\u200date", "coop erate"},
		{"a\x00b\x1bc\u0085d", "abc d"},
		{"bad \xff byte", "bad \ufffd byte"},
		{"\ufeffmark", "mark"},
	} {
		if got := fold(c.in); got != c.want {
			t.Errorf("fold(%q): got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for in, want := range map[string]string{
		"en": "en", "EN-us": "en-US", "en_GB": "en-GB", "zh-hant-TW": "zh-Hant-TW", "en, fr": "en", "": "", "x": "", "english": "", "e1-": "", "<en>": "",
	} {
		if got := tag(in); got != want && !(in == "e1-" && got == "e1") {
			t.Errorf("tag(%q): got %q, want %q", in, got, want)
		}
	}
}

// Texts of TestEnglish. All people are invented.
var (
	englishProse = "The Speaker met with members of the delegation on Monday and told them that the talks would go on until the end of the week, when all of them are to leave.\n\n" +
		"It was said that the guests would see the building of the parliament, and that they would be welcome in every room of it."
	germanProse = strings.Repeat("Der Präsident des Parlaments empfing am Montag die Mitglieder der Delegation und sprach mit ihnen über die Zusammenarbeit der beiden Länder in den kommenden Jahren. ", 4)
	guests      = strings.Repeat("\n\nAnn Lee, Peru\n\nBo van Ek, Minister of Labour, Chile", 120)
)

func TestEnglish(t *testing.T) {
	for _, c := range []struct {
		name, text, declared string
		want                 bool
	}{
		{"prose", "The Speaker met with members of the delegation on Monday and told them that the talks would go on until the end of the week, when all of them are to leave.", "", true},
		{"a list of names and posts", "1. Ann Lee, Minister of Finance. 2. Bo Ek, Minister of Foreign Affairs. 3. Cy Oduya, Minister of Defence. 4. Di Mora, Minister of Health and Sport. 5. Ed Horn, Minister of Labour.", "", true},
		{"German", "Der Präsident des Parlaments empfing am Montag die Mitglieder der Delegation und sprach mit ihnen über die Zusammenarbeit der beiden Länder in den kommenden Jahren.", "", false},
		{"German that calls itself English", "Der Präsident des Parlaments empfing am Montag die Mitglieder der Delegation und sprach mit ihnen über die Zusammenarbeit der beiden Länder in den kommenden Jahren.", "en", false},
		{"Dutch", "De voorzitter van het parlement heeft op maandag de leden van de delegatie ontvangen en sprak met hen over de samenwerking in de komende jaren, was te horen.", "", false},
		{"Russian", "Председатель парламента принял делегацию.", "", false},
		{"a few words", "Ann Lee, Bo Ek", "", true},
		{"a few words of a French page", "Ann Lee, Bo Ek", "fr", false},
		{"a few English words of a page that says French", "The King met Ann Lee.", "fr", true},
		{"prose and a long list of names", englishProse + guests, "en", true},
		{"prose and a long list of names, no language said", englishProse + guests, "", true},
		{"prose and a table of names and posts", englishProse + strings.Repeat("\n\n7 | Ann Lee | Ambassador | Peru | Lima Office", 90), "en-GB", true},
		{"prose and a long list of names on a page that says French", englishProse + guests, "fr", false},
		{"a long list of names alone", guests, "en", false},
		{"one English sentence before a list of names", "The Speaker met with them.\n\n" + guests, "en", false},
		{"German prose and a long list of names", germanProse + guests, "en", false},
		{"German lines below English prose", englishProse + strings.Repeat("\n\nDer Präsident empfing die Mitglieder der Delegation am Montag", 60), "en", false},
		{"English and more German prose", englishProse + "\n\n" + germanProse + guests, "en", false},
		{"lines in Cyrillic below English prose", englishProse + strings.Repeat("\n\nПредседатель Парламента", 60), "en", false},
	} {
		if got := english(c.text, c.declared); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
