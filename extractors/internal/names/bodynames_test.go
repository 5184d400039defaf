package names

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/nlp"
)

// bodies gives the names of the bodies of a text, by commas and a stroke.
func bodies(text string) string {
	a := Analyze(nlp.Analyze(&pipeline.Article{Text: text}, nil))
	var out []string
	for _, b := range a.Bodies {
		out = append(out, b.Name)
	}
	return strings.Join(out, " | ")
}

// TestBodies runs through where the name of a body begins and ends, and what is
// none.
func TestBodies(t *testing.T) {
	for i, c := range (table{
		{"Speaker Lind leads a delegation to Kenya. The Latvian delegation to PACE met a delegation to review the drafts.", "Latvian delegation to PACE"},
		{"They work with Ghana's Ministry of Food and Rivers and Peru's Parliament.", "Ministry of Food and Rivers | Peru's Parliament"},
		{"He met the Antigua and Barbuda Lighthouse Commission.", "Antigua and Barbuda Lighthouse Commission"},
		{"The opposition All People's Congress won.", "All People's Congress"},
		{"Staff of the Council on Harbours, and Department of Lighthouses came.", "Council on Harbours | Department of Lighthouses"},
		{"The National Council for Peace and Order sat with the Directorate of Foreign and Community Relations.", "National Council for Peace and Order | Directorate of Foreign and Community Relations"},
		{"The High Commission of India Male was told of the Presidential and National Assembly elections.", "High Commission of India | National Assembly"},
		{"They inspected the Guard of Honour at the Historic Centre beside the Congress Column, with the Executive Branch and Civil Society Organisations.", ""},
		{"The foreign affairs committee of the Estonian parliament met.", "foreign affairs committee of the Estonian parliament"},
		{"The OSCE long-term election observation mission in Chad met the technical mission of Peru.", "OSCE long-term election observation mission"},
		{"The Osteria (Justice) party and the Veldra party voted.", "Osteria | Veldra"},
		{"The Vice Speaker of the Parliament, Bo Lind, came.", "Parliament"},
		{"The government of President Lindqvist fell.", ""},
		{"The Central Election Commission of Chad met; the CEC spoke.", "Central Election Commission of Chad"},
		{"RIGA, MAY 4, BALTWIRE: The council met.", "BALTWIRE"},
		{"RIGA, MENAFN - The council met.", ""},
		{"Ana Lind, Ambassador of Peru to the European Union, met the permanent representative of Chile to the Organization of American States (OAS), Bo Lindgren.", "European Union | Organization of American States"},
		{"Prime Minister Petra Lind (ODL) met Representative Bo Lindgren (XY-07).", "ODL"},
		{"We heard the views of the Greek government on the need for peace and of the Senate of Chad on tides.", "Greek government | Senate of Chad"},
		{"The OSCE ODIHR Mission left.", "OSCE ODIHR Mission"},
		{"He was heard by the CIS Plenipotentiary Council and the People's Representative Council.", "CIS Plenipotentiary Council | People's Representative Council"},
		{"Staff of the Harbour Policy Council and Tide Security Office met the United States Baltic Command.", "Harbour Policy Council | Tide Security Office | United States Baltic Command"},
		{"The Embassy of Chad to Lietuvia met in June with the 3rd Coastal Battalion.", "Embassy of Chad to Lietuvia | 3rd Coastal Battalion"},
		{"Deputies from ZUK and UNICEF came. The NATO and QWK leaders sat with PRZ observers.", "ZUK | UNICEF | NATO | QWK | PRZ"},
		{"The CIS observer mission left; the OSCE mission stayed.", "CIS observer mission | OSCE"},
		{"The head of the Kenyan delegation, Ana Lind, met the head of the PACE delegation, Bo Lindgren.", "PACE delegation"},
	}) {
		if diff := cmp.Diff(c.want, bodies(c.text)); diff != "" {
			t.Errorf("%d: %s\n%s", i, c.text, diff)
		}
	}
}

// TestNamesOfPeople runs through where the name of a person begins and ends, what is
// no person, and which forms name one.
func TestNamesOfPeople(t *testing.T) {
	for i, c := range (table{
		{"The President, H. E. Obo Ngoma Lindo, received H.E Joaquim Lindo and HE Mara Tavo.", "Obo Ngoma Lindo: President\nJoaquim Lindo\nMara Tavo"},
		{"US ambassador Kirsten A Lindgren and Undersecretary Ma. Helena B. De La Torva spoke.", "Kirsten A Lindgren [US]: ambassador | US\nMa. Helena B. De La Torva [US]: Undersecretary"},
		{"Vice-Presidents R. Lodatka and D. Ritter, Deputy Heads M. Fitzroy and A. Baker attended.", "R. Lodatka: Vice-Presidents\nD. Ritter: Vice-Presidents\nM. Fitzroy: Deputy Heads\nA. Baker: Deputy Heads"},
		{"They were welcomed by Their Majesties King Haldor and Queen Margit. Hon. Speaker Mudanda spoke.", "Haldor: King\nMargit: Queen\nMudanda: Speaker"},
		{"Samdech Akka Moha Sena Padei Techo Sok Vanna received him.", "Sok Vanna"},
		{"Minister of Trade Tengku Datuk Seri Zaflan Tengku Abdul Rashid attended.", "Zaflan Tengku Abdul Rashid: Minister of Trade"},
		{"Ambassador of Qatar Sheikh Said bin Abdulrahim Al-Thabit attended.", "Said bin Abdulrahim Al-Thabit [QA]: Ambassador | Qatar"},
		{"It is led by the deputy head of the mission, Irishman Alexander Greyling.", "Alexander Greyling: deputy head of the mission"},
		{"Mira Sultan Al Suwaida and Nasser Al Ameri took part.", "Mira Sultan Al Suwaida\nNasser Al Ameri"},
		{"They landed at Sir Seewoo Ramgol International Airport. The Chief Guest saw the Second Hollis Shoal.", ""},
		{"The Minister Interior and the Delegate Minister Attached to the Prime Minister came.", ""},
		{"Minister of Trade Grace Lindamo met Minister of Natural Resources David Okellu, Minister of Agriculture and Fisheries Sydney Kaskam and Minister of Primary Industries Tavo.",
			"Grace Lindamo: Minister of Trade\nDavid Okellu: Minister of Natural Resources\nSydney Kaskam: Minister of Agriculture and Fisheries\nTavo: Minister of Primary Industries"},
		{"Afterwards King Haldor-Axel laid a wreath.", "Haldor-Axel: King"},
		{"President Volodar Zelenskov spoke. Zelenskow had called.", "Volodar Zelenskov: President"},
		{"Chairman Nara Akuso-Addo came. Nara Akuso Addo spoke.", "Nara Akuso-Addo: Chairman"},
		{"Minister AstridSolberg came with President Meta.", "AstridSolberg: Minister\nMeta: President"},
		{"Native Hawaiian leaders spoke of the opposition alliance Gran Polo Lindo.", ""},
	}) {
		if diff := cmp.Diff(c.want, posts(c.text)); diff != "" {
			t.Errorf("%d: %s\n%s", i, c.text, diff)
		}
	}
}
