package eval

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/pipeline/record"
)

// scorer scores one page.
type scorer struct {
	t    *Tally
	gold *Gold
	page *record.Page
}

// ownedRole is a role and the gold person it belongs to, by index; a negative
// one is nobody of the gold.
type ownedRole struct {
	who                 int
	title, organization string
	proof               *record.Proof // nil in the gold
}

func (s *scorer) people() {
	if s.gold.People == nil {
		return
	}
	gold, found := *s.gold.People, s.page.People
	g := side{n: len(gold), show: func(i int) string { return gold[i].Name }}
	f := side{n: len(found), show: func(i int) string { return found[i].Name }, proof: func(i int) *record.Proof { return &found[i].Proof }}
	s.add("people", g, f, func(i, j int) float64 { return boolScore(fold(gold[i].Name) == fold(found[j].Name)) })
	f.proof = nil
	loose := s.add("people~", g, f, func(i, j int) float64 {
		if fold(gold[i].Name) == fold(found[j].Name) {
			return 2
		}
		return boolScore(sameName(gold[i].Name, found[j].Name))
	})
	own := map[int]int{}
	for _, p := range loose {
		own[p.found] = p.gold
	}
	s.roles(own)
	for _, p := range loose {
		if c := gold[p.gold].Country; c != "" {
			s.rate("country", c == found[p.found].Country, c, found[p.found].Country)
		}
	}
}

func (s *scorer) roles(own map[int]int) {
	var gold, found []ownedRole
	for i, x := range *s.gold.People {
		for _, r := range x.Roles {
			gold = append(gold, ownedRole{i, r.Title, r.Organization, nil})
		}
	}
	for j, x := range s.page.People {
		who, ok := own[j]
		if !ok {
			who = -1 - j
		}
		for _, r := range x.Roles {
			found = append(found, ownedRole{who, r.Title, r.Organization, &r.Proof})
		}
	}
	show := func(list []ownedRole) func(int) string {
		return func(i int) string { return list[i].title + " | " + list[i].organization }
	}
	s.add("roles", side{n: len(gold), show: show(gold)}, side{n: len(found), show: show(found), proof: func(i int) *record.Proof { return found[i].proof }},
		func(i, j int) float64 {
			if gold[i].who != found[j].who {
				return 0
			}
			t, o := wordF1(gold[i].title, found[j].title), wordF1(gold[i].organization, found[j].organization)
			if t < .75 || o < .75 {
				return 0
			}
			return t + o
		})
}

func (s *scorer) organizations() {
	if s.gold.Organizations == nil {
		return
	}
	gold, found := *s.gold.Organizations, s.page.Organizations
	g := side{n: len(gold), show: func(i int) string { return gold[i] }}
	f := side{n: len(found), show: func(i int) string { return found[i].Name }, proof: func(i int) *record.Proof { return &found[i].Proof }}
	s.add("organizations", g, f, func(i, j int) float64 { return boolScore(fold(gold[i]) == fold(found[j].Name)) })
	f.proof = nil
	s.add("organizations~", g, f, func(i, j int) float64 { return atLeast(wordF1(gold[i], found[j].Name), .75) })
}

func (s *scorer) dates() {
	if s.gold.Dates == nil {
		return
	}
	type date struct {
		days  [2]string
		show  string
		proof *record.Proof // nil in the gold
	}
	var gold, found []date
	put := func(list []date, d date, value string) []date {
		if value == s.gold.Published && value != "" {
			return list
		}
		if i := slices.IndexFunc(list, func(x date) bool { return x.days == d.days }); i >= 0 {
			list[i] = d
			return list
		}
		return append(list, d)
	}
	for _, x := range *s.gold.Dates {
		gold = put(gold, date{days(x.Value), x.Value + " (" + x.Text + ")", nil}, x.Value)
	}
	for _, x := range s.page.Dates {
		found = put(found, date{days(x.Value), x.Value + " (" + x.Text + ")", &x.Proof}, x.Value)
	}
	s.add("dates", side{n: len(gold), show: func(i int) string { return gold[i].show }},
		side{n: len(found), show: func(i int) string { return found[i].show }, proof: func(i int) *record.Proof { return found[i].proof }},
		func(i, j int) float64 { return boolScore(gold[i].days == found[j].days) })
}

func (s *scorer) counts() {
	if s.gold.Counts == nil {
		return
	}
	gold, found := *s.gold.Counts, s.page.Counts
	show := func(v float64, unit string) string { return strconv.FormatFloat(v, 'f', -1, 64) + " " + unit }
	pairs := s.add("counts", side{n: len(gold), show: func(i int) string { return show(gold[i].Value, gold[i].Unit) }},
		side{n: len(found), show: func(i int) string { return show(found[i].Value, found[i].Unit) }, proof: func(i int) *record.Proof { return &found[i].Proof }},
		func(i, j int) float64 {
			if gold[i].Value != found[j].Value || head(gold[i].Unit) != head(found[j].Unit) {
				return 0
			}
			return 1 + wordF1(gold[i].Unit, found[j].Unit)
		})
	for _, p := range pairs {
		a, b := gold[p.gold], found[p.found]
		want := a.Qualifier
		if want == "" {
			want = "exact"
		}
		s.rate("qualifier", want == b.Qualifier && number(a.Max) == number(b.Max), want+" "+number(a.Max), b.Qualifier+" "+number(b.Max))
	}
}

func number(v *float64) string {
	if v == nil || *v == 0 {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func (s *scorer) elections() {
	if s.gold.Elections == nil {
		return
	}
	gold, found := *s.gold.Elections, s.page.Elections
	pairs := s.add("elections", side{n: len(gold), show: func(i int) string { return joined(gold[i].Type, gold[i].Country, gold[i].Date, gold[i].Body) }},
		side{n: len(found), show: func(i int) string { return joined(found[i].Type, found[i].Country, found[i].Date, found[i].Body) }, proof: func(i int) *record.Proof { return &found[i].Proof }},
		func(i, j int) float64 {
			a, b := gold[i], found[j]
			if a.Type != b.Type || a.Country != b.Country || a.Date != b.Date {
				return 0
			}
			return 1 + wordF1(a.Body, b.Body)
		})
	for _, p := range pairs {
		a, b := gold[p.gold], found[p.found]
		s.rate("body", wordF1(a.Body, b.Body) >= .75, a.Body, b.Body)
		s.rate("early", a.Early == b.Early, a.Early, b.Early)
	}
}

func (s *scorer) meetings() {
	if s.gold.Meetings == nil {
		return
	}
	gold, found := *s.gold.Meetings, s.page.Meetings
	parties := make([][]GoldParticipant, len(found))
	for i, m := range found {
		for _, x := range m.Participants {
			parties[i] = append(parties[i], GoldParticipant{x.Name, x.Kind})
		}
	}
	pairs := s.add("meetings", side{n: len(gold), show: func(i int) string { return who(gold[i].Participants) }},
		side{n: len(found), show: func(i int) string { return who(parties[i]) }, proof: func(i int) *record.Proof { return &found[i].Proof }},
		func(i, j int) float64 { return atLeast(participantsF1(gold[i].Participants, parties[j]), .5) })
	of := map[int]int{}
	paired := map[int]bool{}
	for _, p := range pairs {
		of[p.gold] = p.found
		paired[p.found] = true
	}
	none := &record.Meeting{}
	for i := range gold {
		m, with := none, []GoldParticipant(nil)
		j, ok := of[i]
		if ok {
			m, with = found[j], parties[j]
		}
		s.participants(gold[i].Participants, with, m)
		if ok {
			s.attributes(&gold[i], m)
		}
	}
	for j, m := range found {
		if !paired[j] {
			s.participants(nil, parties[j], m)
		}
	}
}

func (s *scorer) participants(gold, found []GoldParticipant, m *record.Meeting) {
	s.add("participants", side{n: len(gold), show: func(i int) string { return gold[i].Name }},
		side{n: len(found), show: func(i int) string { return found[i].Name }, proof: func(i int) *record.Proof { return &m.Participants[i].Proof }},
		func(i, j int) float64 { return sameParticipant(gold[i], found[j]) })
}

func (s *scorer) attributes(a *GoldMeeting, b *record.Meeting) {
	if len(a.Topics) > 0 {
		s.share("about", wordF1(strings.Join(a.Topics, " "), strings.Join(b.Topics, " ")), strings.Join(a.Topics, "; "), strings.Join(b.Topics, "; "))
	}
	s.rate("kind", a.Kind == b.Kind, a.Kind, b.Kind)
	s.rate("when", days(a.Date) == days(b.Date), a.Date, b.Date)
	s.rate("how", a.Mode == b.Mode, a.Mode, b.Mode)
	s.rate("where", wordF1(a.Place, b.Place) >= .6, a.Place, b.Place)
	s.rate("held", a.Status == b.Status, a.Status, b.Status)
}

func who(list []GoldParticipant) string {
	names := make([]string, len(list))
	for i, x := range list {
		names[i] = x.Name
	}
	return strings.Join(names, "; ")
}

func participantsF1(a, b []GoldParticipant) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	n := len(pairUp(len(a), len(b), func(i, j int) float64 { return sameParticipant(a[i], b[j]) }))
	return 2 * float64(n) / float64(len(a)+len(b))
}

func sameParticipant(a, b GoldParticipant) float64 {
	if (a.Kind == "person") != (b.Kind == "person") {
		return 0
	}
	if a.Kind != "person" {
		return atLeast(wordF1(a.Name, b.Name), .6)
	}
	if fold(a.Name) == fold(b.Name) {
		return 2
	}
	return boolScore(sameName(a.Name, b.Name))
}

func (s *scorer) statements() {
	if s.gold.Statements == nil {
		return
	}
	gold, found := *s.gold.Statements, s.page.Statements
	show := func(speaker, quote string) string {
		return fmt.Sprintf("%s: %s", speaker, strings.Join(firstFour(quote), " "))
	}
	s.add("statements", side{n: len(gold), show: func(i int) string { return show(gold[i].Speaker, gold[i].Begins) }},
		side{n: len(found), show: func(i int) string { return show(found[i].Speaker, found[i].Quote) }, proof: func(i int) *record.Proof { return &found[i].Proof }},
		func(i, j int) float64 {
			a, b := gold[i], found[j]
			return boolScore(slices.Equal(firstFour(a.Begins), firstFour(b.Quote)) && (sameName(a.Speaker, b.Speaker) || wordF1(a.Speaker, b.Speaker) >= .75))
		})
}

func firstFour(s string) []string {
	w := words(s)
	return w[:min(4, len(w))]
}
