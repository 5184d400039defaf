package names

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
	"readout/pipeline/nlp"
)

// posts gives what a body text says of people, a line a person: "NAME [ISO]:
// TITLE | ORGANIZATION; TITLE". All people of the tables are invented.
func posts(text string) string {
	a := Analyze(nlp.Analyze(&pipeline.Article{Text: text}, nil))
	var out []string
	for _, p := range a.People {
		line := p.Name
		if p.Country != "" {
			line += " [" + p.Country + "]"
		}
		for i, x := range p.Posts {
			line += map[bool]string{true: ": ", false: "; "}[i == 0] + x.Title
			if x.Organization != "" {
				line += " | " + x.Organization
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestPosts runs through the grammar of titles: where the words of post, field,
// body and name stand in an office's English.
func TestPosts(t *testing.T) {
	for _, group := range []struct {
		name  string
		cases []struct{ text, want string }
	}{
		{"parliament", parliamentary}, {"government", governmental}, {"diplomacy", diplomatic}, {"party", partisan}, {"told by a clause", told}, {"court and church", judicial},
		{"town and region", municipal}, {"forces", military}, {"firm and association", companies}, {"university", academical}, {"list", enumerated}, {"complement", complemented}, {"name", named},
	} {
		t.Run(group.name, func(t *testing.T) {
			for i, c := range group.cases {
				if diff := cmp.Diff(c.want, posts(c.text)); diff != "" {
					t.Errorf("%d: %s\n%s", i, c.text, diff)
				}
			}
		})
	}
}

type table = []struct{ text, want string }

var parliamentary = table{
	{"Head of the PACE delegation Ulrich Haberland and the head of the European Parliament's delegation, MEP Zofia Kruk (EPP, Poland), spoke.", "Ulrich Haberland: Head | PACE delegation\nZofia Kruk [PL]: head | European Parliament's delegation; MEP | Poland"},
	{"Chair of the CEC of Belarus Igor Karpuk thanked Ana Moreira (MP, Portugal), Head of the OSCE PA delegation.", "Igor Karpuk [BY]: Chair | CEC of Belarus\nAna Moreira [PT]: MP | Portugal; Head | OSCE PA delegation"},
	{"Independent Senator Juan Ledesma and veteran lawmaker Rosa Pinto voted.", "Juan Ledesma: Senator\nRosa Pinto"},
	{"Committee on Regional Development Chair Elvira Szalai attended.", "Elvira Szalai: Chair | Committee on Regional Development"},
	{"Hon. Lyn Harris of Anibare was chosen as Deputy Speaker.", "Lyn Harris: Deputy Speaker"},
	{"Speaker of the Riigikogu Maarja Kask met a delegation on Monday.", "Maarja Kask [EE]: Speaker | Riigikogu"},
	{"The First Vice-Chairman of the Council of the Republic of the National Assembly of Belarus, Anton Zubik, spoke.", "Anton Zubik [BY]: First Vice-Chairman | Council of the Republic of the National Assembly of Belarus"},
	{"Deputy Chairperson of the Committee on Foreign Affairs and Trade Hanna Ruuk took part.", "Hanna Ruuk: Deputy Chairperson | Committee on Foreign Affairs and Trade"},
	{"Secretary-General, National Assembly, Mr. Kofi Mensa-Bonsu read the message.", "Kofi Mensa-Bonsu: Secretary-General | National Assembly"},
	{"The Clerk to the National Assembly, Mrs Ama Osei-Poku, opened the session.", "Ama Osei-Poku: Clerk | National Assembly"},
	{"Senator Pilar Quiroga of the Alianza Verde party asked for time.", "Pilar Quiroga: Senator"},
	{"Oona Virtala MP chaired the sitting.", "Oona Virtala: MP"},
	{"The House of Representatives sat on Tuesday. Deputy Speaker Efrain Tabios opened the sitting.", "Efrain Tabios: Deputy Speaker | House of Representatives"},
	{"Head of the Parliamentary Friendship Group with Japan Yerlan Zhakupov received him.", "Yerlan Zhakupov: Head | Parliamentary Friendship Group with Japan"},
	{"Rapporteurs Lena Brandt and Igor Malik visited Chisinau.", "Lena Brandt: Rapporteurs\nIgor Malik: Rapporteurs"},
	{"Ida Holm, who chairs the Committee on Finance, and Per Dahl, its deputy chair, spoke.", "Ida Holm\nPer Dahl: deputy chair | Committee on Finance"},
}

var governmental = table{
	{"Deputy Minister of Fisheries Maite Radebe and her Cuban counterpart Marcelino Prado co-chaired the session.", "Maite Radebe: Deputy Minister of Fisheries\nMarcelino Prado [CU]"},
	{"She travels to France at the invitation of President Delcourt.", "Delcourt [FR]: President | France"},
	{"While in Colombia, Fuller met President Gustavo Ospina and Minister of Justice and Law Nestor Ivan Duarte.", "Gustavo Ospina [CO]: President | Colombia\nNestor Ivan Duarte [CO]: Minister of Justice and Law | Colombia"},
	{"He was received at the Ministry of Energy by First Deputy Minister Rustam Nazarov-Shah.", "Rustam Nazarov-Shah: First Deputy Minister | Ministry of Energy"},
	{"He served as spokesman for President Joe Lindeman and as clerk for Judge Patrick Holman.", "Joe Lindeman: President; clerk\nPatrick Holman"},
	{"Minister of Foreign Affairs and International Cooperation of Sierra Leone Musa Kargbo arrived.", "Musa Kargbo [SL]: Minister of Foreign Affairs and International Cooperation | Sierra Leone"},
	{"Deputy Prime Minister and Minister for Defence of Luxembourg, Marc Theisen, spoke.", "Marc Theisen [LU]: Deputy Prime Minister | Luxembourg; Minister for Defence | Luxembourg"},
	{"Fisheries and Port Affairs Minister Noor Azlan said so.", "Noor Azlan: Fisheries and Port Affairs Minister"},
	{"South African Foreign Minister Themba Molewa and Sri Lankan President Ruwan Silvage spoke.", "Themba Molewa [ZA]: Foreign Minister | South Africa\nRuwan Silvage [LK]: President | Sri Lanka"},
	{"United States Secretary of State Mary Callow was there.", "Mary Callow [US]: Secretary of State | United States"},
	{"Fijian Prime Minister Jone Vakacegu thanked the team.", "Jone Vakacegu [FJ]: Prime Minister | Fiji"},
	{"The Permanent Secretary in the Ministry of Health, Dr Chanda Mwila, attended.", "Chanda Mwila: Permanent Secretary | Ministry of Health"},
	{"Under-Secretary of State for Energy Jan Kowalik and the Minister's adviser Ewa Lis took part.", "Jan Kowalik: Under-Secretary of State for Energy\nEwa Lis: adviser"},
	{"Former Prime Minister of Norway Kari Solheim leads the mission.", "Kari Solheim [NO]: Prime Minister | Norway"},
	{"President-elect of Panama Raúl Icaza received him.", "Raúl Icaza [PA]: President-elect | Panama"},
	{"In Ghana, the team met with the Minister of Defence, Kwame Asare-Boadu.", "Kwame Asare-Boadu [GH]: Minister of Defence | Ghana"},
	{"Acting Foreign Minister of Montenegro Petar Vukić spoke.", "Petar Vukić [ME]: Acting Foreign Minister | Montenegro"},
	{"Director of the Department of International Relations at the Ministry of Culture of Georgia Nino Lomidze came.", "Nino Lomidze [GE]: Director | Department of International Relations"},
	{"Prime Minister Tumelo Rantao has named Palesa Mokone as Minister of Finance.", "Tumelo Rantao: Prime Minister\nPalesa Mokone: Minister of Finance"},
	{"Supervisor of Insurance Leroy Francis-Joseph briefed them.", "Leroy Francis-Joseph: Supervisor of Insurance"},
	{"The National Security Adviser to the President, Musa Danjuma-Bello, was there.", "Musa Danjuma-Bello: National Security Adviser to the President"},
}

var diplomatic = table{
	{"Ambassador Extraordinary and Plenipotentiary of the Republic of Korea to Kenya H.E. Park Joon-ho presented his credentials.", "Park Joon-ho [KR]: Ambassador Extraordinary and Plenipotentiary | Republic of Korea"},
	{"The Saudi Ambassador to Kenya, Fahd bin Omar Al-Harbi, attended.", "Fahd bin Omar Al-Harbi [SA]: Ambassador | Saudi Arabia"},
	{"The Special Envoy of the UN Secretary-General for Yemen, Mr. Lars Ekholm, spoke.", "Lars Ekholm: Special Envoy for Yemen | UN"},
	{"Head of the EU Delegation to Moldova Kristina Aldén congratulated her.", "Kristina Aldén: Head | EU Delegation to Moldova"},
	{"Chargé d'affaires a.i. of Serbia in Tirana Milan Petrić was received.", "Milan Petrić [RS]: Chargé d'affaires a.i. | Serbia"},
	{"British High Commissioner Alice Thornbury and Consul General of Poland Jan Wrona met.", "Alice Thornbury [GB]: High Commissioner | Britain\nJan Wrona [PL]: Consul General | Poland"},
	{"Resident Coordinator of the United Nations in Kyrgyzstan Antje Grawe took part.", "Antje Grawe: Resident Coordinator | United Nations"},
	{"Permanent Representative of Bangladesh to the United Nations, Ambassador Rahima Chowdhury, said so.", "Rahima Chowdhury [BD]: Permanent Representative | Bangladesh"},
	{"The OSCE High Commissioner on Inland Waters, Astrid Vossen, visited Skopje.", "Astrid Vossen: High Commissioner on Inland Waters | OSCE"},
	{"Gu told Salvadoran Foreign Minister Irene Villamar that trade grew.", "Gu\nIrene Villamar [SV]: Foreign Minister | El Salvador"},
}

var partisan = table{
	{"The leader of the opposition Harbour Workers Party, Dr. Orville Nesbeth-King, declined.", "Orville Nesbeth-King: leader | Harbour Workers Party"},
	{"General Secretary of the Central Committee of the Workers' Party Le Van Hoang received her.", "Le Van Hoang: General Secretary | Central Committee of the Workers' Party"},
	{"Mr. Juan Ibarra, President of the Green Alliance, and its spokesperson Laia Puig met.", "Juan Ibarra: President | Green Alliance\nLaia Puig: spokesperson | Green Alliance"},
	{"Sipho Malinga-Dlova has been re-elected president of the Unity Congress.", "Sipho Malinga-Dlova: president | Unity Congress"},
}

// told holds posts that a clause tells of.
var told = table{
	{"Anna J. Walker, a career member of the Senior Foreign Service, is currently Deputy Chief of Mission at the U.S. Embassy in Oslo. She was previously Director of the Office of Northern Waters.", "Anna J. Walker [US]: member | Senior Foreign Service; Deputy Chief of Mission | U.S. Embassy in Oslo; Director | Office of Northern Waters"},
	{"Ana Lindgren joined the board. She is a graduate of Lund University.", "Ana Lindgren"},
	{"Ana Lindgren has arrived in Liberia as Head of the African Union Election Observation Mission.", "Ana Lindgren: Head | African Union Election Observation Mission"},
	{"Ana Lindgren was appointed by President Obemi as Chair of the Electoral Commission.", "Ana Lindgren: Chair | Electoral Commission\nObemi: President"},
	{"President Obemi announced his intent to nominate Ana Lindgren to serve as Chair of the Electoral Commission.", "Obemi: President\nAna Lindgren: Chair | Electoral Commission"},
	{"Ana Lindgren joined them. She has earlier served as Ambassador of Norway to Chile and as Deputy Head of the EU Delegation to Peru.", "Ana Lindgren [NO]: Ambassador | Norway; Deputy Head | EU Delegation to Peru"},
	{"Mr. Bergstad thanked him and congratulated Mr. Lundgren on his election as deputy chairman.", "Bergstad\nLundgren: deputy chairman"},
	{"Pia Ekman became first vice president of the Island Parliament.", "Pia Ekman: first vice president | Island Parliament"},
	{"The Head of the African Union Observer Mission to the 24 June general elections in Tonga, Olav Bergstad, arrived.", "Olav Bergstad: Head | African Union Observer Mission"},
	{"The U.S. legislators who met with Mr. Bergstad were Karl Lundgren, Anna Rossi and Pia Ekman.", "Bergstad\nKarl Lundgren [US]: legislators | U.S.\nAnna Rossi [US]: legislators | U.S.\nPia Ekman [US]: legislators | U.S."},
	{"Deputy Parliament Speaker Ana Lindgren met Deputy Norwegian Foreign Minister Olav Bergstad.", "Ana Lindgren: Deputy Speaker | Parliament\nOlav Bergstad [NO]: Deputy Foreign Minister | Norway"},
	{"It works, said Council on Maritime Quality Chairman Ana Lindgren.", "Ana Lindgren: Chairman | Council on Maritime Quality"},
	{"Olav Bergstad, the prime minister's press secretary, sent the text.", "Olav Bergstad: press secretary"},
	{"The board elects a new Bank President to succeed Olav Bergstad, whose term ends.", "Olav Bergstad: President | Bank"},
	{"He met Prime Minister Dr. the Rt Hon. Olav Bergstad.", "Olav Bergstad: Prime Minister"},
	{"The group is led by Ana Lindgren and Olav Bergstad, who are members of the House of Representatives.", "Ana Lindgren: members | House of Representatives\nOlav Bergstad: members | House of Representatives"},
	{"Ana Lindgren holds at the same time the post of Permanent Representative of Norway to the UN Office in Geneva.", "Ana Lindgren [NO]: Permanent Representative | Norway"},
	{"They met the Cabinet Secretary, Ports Commission Secretary and the National Assembly member Ana Lindgren.", "Ana Lindgren: member | National Assembly"},
	{"The delegates met PM Ana Lindgren. Prime Minister Lindgren thanked them.", "Ana Lindgren: Prime Minister"},
	{"Olav Bergstad, 54, the country's first female finance minister, resigned.", "Olav Bergstad: finance minister"},
	{"Norway's first female finance minister, Ana Lindgren, resigned.", "Ana Lindgren [NO]: finance minister | Norway"},
	{"Ana Lindgren, who has been the President of the Republic since 2019, spoke.", "Ana Lindgren: President of the Republic"},
	{"The observers met Mr Olav Bergstad, Chairperson and senior members of the Electoral Commission.", "Olav Bergstad: Chairperson"},
	{"They heard Special Envoy to Monitor and Combat Piracy Ambassador Ana Lindgren met the group.", "Ana Lindgren: Special Envoy to Monitor and Combat Piracy"},
	{"She spoke to Goodwill Ambassador Ana Lindgren and Secretary General Ambassador Olav Bergstad.", "Ana Lindgren: Goodwill Ambassador\nOlav Bergstad: Secretary General"},
	{"The Deputy Head of Mission Ambassador Ana Lindgren arrived.", "Ana Lindgren: Deputy Head of Mission"},
	{"The following MPs took part: Ana Lindgren, Olav Bergstad and Pia Ekman.", "Ana Lindgren: MP\nOlav Bergstad: MP\nPia Ekman: MP"},
	{"The new ambassadors are: Ana Lindgren of Norway; Olav Bergstad of Canada.", "Ana Lindgren [NO]: ambassadors | Norway\nOlav Bergstad [CA]: ambassadors | Canada"},
	{"The President received the ambassadors of Latvia (Ms. Anna Rossi), Kenya (Mr. John Walker) and Peru (Mr. Kenji Tanaka).", "Anna Rossi [LV]: ambassadors | Latvia\nJohn Walker [KE]: ambassadors | Kenya\nKenji Tanaka [PE]: ambassadors | Peru"},
	{"The following ambassadors presented credentials: Latvia – Ms. Anna Rossi, Kenya – Mr. John Walker.", "Anna Rossi [LV]: ambassadors | Latvia\nJohn Walker [KE]: ambassadors | Kenya"},
	{"Then-president Olav Bergstad met ex-minister Pia Ekman and immediate-past president John Walker.", "Olav Bergstad: president\nPia Ekman: minister\nJohn Walker: president"},
	{"Finnish Ambassador Mr. Olav Bergstad, the European Union's new ambassador to Iraq, Mr. Karl Lundgren and others met him.", "Olav Bergstad [FI]: Ambassador | Finland\nKarl Lundgren: ambassador | European Union"},
	{"Birgir Hallsson | Speaker of the Althing", "Birgir Hallsson [IS]: Speaker | Althing"}, // a row of a table
	{"Foreign Minister Pavel Hornak called his German counterpart. They spoke of the situation in Sudan.", "Pavel Hornak: Foreign Minister"},
}

var judicial = table{
	{"Chief Justice of the Supreme Court of Nepal Hari Prasad Koirala-Shah administered the oath.", "Hari Prasad Koirala-Shah [NP]: Chief Justice | Supreme Court of Nepal"},
	{"Prosecutor General Artur Manukyan, Armenia, and Judge Ana Pires spoke.", "Artur Manukyan [AM]: Prosecutor General | Armenia\nAna Pires"},
	{"The President of the Constitutional Court of Kosovo, Gresa Hoti, took part.", "Gresa Hoti [XK]: President | Constitutional Court of Kosovo"},
	{"Archbishop of Nicosia Chrysanthos Pavlou blessed the hall.", "Chrysanthos Pavlou [CY]: Archbishop | Nicosia"},
	{"Chairman Justice Emeka Obiora-Nwosu announced it.", "Emeka Obiora-Nwosu: Chairman"},
}

var municipal = table{
	{"Mayor of Maribor Jernej Kobal-Zupan welcomed the guests.", "Jernej Kobal-Zupan [SI]: Mayor | Maribor"},
	{"Governor of the Osh Region Bakyt Asanov joined.", "Bakyt Asanov [KG]: Governor | Osh Region"},
	{"The Lord Mayor of Dublin, Councillor Niamh Ó Dálaigh, hosted them.", "Niamh Ó Dálaigh [IE]: Lord Mayor | Dublin; Councillor"},
	{"Vhembe Ligwalagwala Governor Daniel Maluleke-Bila signed.", "Daniel Maluleke-Bila: Governor | Vhembe Ligwalagwala"},
	{"The Deputy Governor of Bayelsa State, Tari Ebikeme, represented him.", "Tari Ebikeme: Deputy Governor | Bayelsa State"},
}

var military = table{
	{"Chief of the Defence Staff General Amadou Sow inspected the guard.", "Amadou Sow: Chief of the Defence Staff"},
	{"Commander of the Land Forces of Slovenia Brigadier Uroš Kralj attended.", "Uroš Kralj [SI]: Commander | Land Forces of Slovenia"},
	{"Commissioner of Police Leroy Prescod-Hall met the mission.", "Leroy Prescod-Hall: Commissioner of Police"},
}

var companies = table{
	{"Rita Okello, CEO of Nile Breweries, and Tom Achen, its finance director, signed.", "Rita Okello: CEO | Nile Breweries\nTom Achen: finance director | Nile Breweries"},
	{"EuroCham president Selim Haddad-Ruiz said so.", "Selim Haddad-Ruiz: president | EuroCham"},
	{"Vice President of the World Bank for Africa Ousmane Kanté-Diop arrived.", "Ousmane Kanté-Diop: Vice President for Africa | World Bank"},
	{"Secretary General of the Red Cross Society Ivo Marin spoke.", "Ivo Marin: Secretary General | Red Cross Society"},
}

var academical = table{
	{"Rector of the University of Tartu Prof. Dr. Toomas Asperk opened it.", "Toomas Asperk [EE]: Rector | University of Tartu"},
	{"Dean of the Faculty of Law, Prof. Elena Rossi-Bianchi, spoke.", "Elena Rossi-Bianchi: Dean | Faculty of Law"},
	{"Kenji Morioka, Professor of Economics at Waseda University, spoke.", "Kenji Morioka: Professor of Economics | Waseda University"},
}

// complemented holds posts whose complement goes on before the name.
var complemented = table{
	{"The Speakers of the House of Representatives and the House of Elders, Olav Bergstad and Pia Ekman, held talks.", "Olav Bergstad: Speakers | House of Representatives\nPia Ekman: Speakers | House of Elders"},
	{"In his message, the President of Niger Republic, Olav Bergstad, described the vote as free.", "Olav Bergstad [NE]: President | Niger Republic"},
	{"A delegation led by President of the Regional Council (Upper House) of Fiji Pia Ekman will call on him.", "Pia Ekman [FJ]: President | Regional Council (Upper House) of Fiji"},
	{"He met the Director of the Office for Inland Waters and Water Rights of the Organization for Security on Lakes (OSL / OIWWR) Karl Lundgren.", "Karl Lundgren: Director | Office for Inland Waters and Water Rights of the Organization for Security on Lakes"},
	{"He conferred with President of Chile Olav Bergstad, President of Malta, Pia Ekman, and President of Nepal Karl Lundgren.", "Olav Bergstad [CL]: President | Chile\nPia Ekman [MT]: President | Malta\nKarl Lundgren [NP]: President | Nepal"},
	{"He came with Norway's Fisheries Minister, Olav Bergstad, Minister for Ports and Minister for Island Trade, Dr Pia Ekman, and staff.", "Olav Bergstad [NO]: Fisheries Minister | Norway\nPia Ekman [NO]: Minister for Ports | Norway; Minister for Island Trade | Norway"},
}

var enumerated = table{
	{"The envoys are:\n\nMr. Olav Bergstad\n\nAmbassador- designate of the Italian Republic based in Cairo\n\nMr. Karl Lundgren\n\nHigh Commissioner of Malta", "Olav Bergstad [IT]: Ambassador- designate | Italian Republic\nKarl Lundgren [MT]: High Commissioner | Malta"},
	{"The following non-resident Ambassadors attended the dinner:\n\n• H.E. Olav Bergstad of the Republic of Ghana\n\n• H.E. Pia Ekman of the Republic of Kenya\n\nThe dinner was long.", "Olav Bergstad [GH]: non-resident Ambassadors | Republic of Ghana\nPia Ekman [KE]: non-resident Ambassadors | Republic of Kenya"},
	{"She came with the deputies: Olav Bergstad, Pia Ekman, and Karl Lundgren.", "Olav Bergstad: deputies\nPia Ekman: deputies\nKarl Lundgren: deputies"},
	{"The members of the delegation are:\n\nOlav Bergstad (Norway, GRN), Chairperson\n\nPia Ekman (Finland, LIB/CD)", "Olav Bergstad [NO]: Chairperson\nPia Ekman [FI]"},
	{"The prime ministers of Estonia, Latvia and Lithuania, Kai Tamm, Janis Ozols and Ruta Balsys, met.", "Kai Tamm [EE]: prime ministers | Estonia\nJanis Ozols [LV]: prime ministers | Latvia\nRuta Balsys [LT]: prime ministers | Lithuania"},
	{"The members are:\n\n• Hon Orette Grech, former Member of Parliament, Malta\n\n• Mr Crispin Otim, Commissioner, Uganda Lands Commission, Uganda", "Orette Grech [MT]: Member of Parliament | Malta\nCrispin Otim [UG]: Commissioner | Uganda Lands Commission"},
	{"RIYADH – It was attended by Prince Sattam bin Majed, Minister of Sports; Minister of State and Cabinet Member Dr. Omar Al-Jasser; Minister of Tourism Dr. Salem Al-Harbi-Nasser; and the Saudi Ambassador to Spain, Yazid Al-Rashed.",
		"Sattam bin Majed [SA]: Minister of Sports | Saudi Arabia\nOmar Al-Jasser [SA]: Minister of State | Saudi Arabia; Cabinet Member | Saudi Arabia\nSalem Al-Harbi-Nasser [SA]: Minister of Tourism | Saudi Arabia\nYazid Al-Rashed [SA]: Ambassador | Saudi Arabia"},
	{"Presidents Marta Olmedo-Paz, of Bolivia, and Julio Barrientos, of Uruguay, will lead it.", "Marta Olmedo-Paz [BO]: Presidents | Bolivia\nJulio Barrientos [UY]: Presidents | Uruguay"},
	{"The Polish and Swedish presidents, Marek Zaleski and Nils Hedström, spoke.", "Marek Zaleski [PL]: presidents | Poland\nNils Hedström [SE]: presidents | Sweden"},
	{"Foreign Ministers Ann Rydell of Sweden and Ole Krag of Denmark met.", "Ann Rydell [SE]: Foreign Ministers | Sweden\nOle Krag [DK]: Foreign Ministers | Denmark"},
	{"The guests were Bo Lind, Director of Protocol; Eva Rask, Head of the Press Office; and Tor Vik, Adviser.", "Bo Lind: Director of Protocol\nEva Rask: Head | Press Office\nTor Vik: Adviser"},
	{"Vice President of India and Chairman of Rajya Sabha, Smt. Sarojini Nambiar-Rao, spoke.", "Sarojini Nambiar-Rao [IN]: Vice President | India; Chairman | Rajya Sabha"},
}

var named = table{
	{"Iraqi Interior Minister Abdul Amir Al-Rubaie and Guðni Th. Sveinsson met King Mandla kaDlomo.", "Abdul Amir Al-Rubaie [IQ]: Interior Minister | Iraq\nGuðni Th. Sveinsson\nMandla kaDlomo: King"},
	{"The mission has left. For further information please contact: Mila Trajkova, Media Analyst, +389 2 320 0000", ""},
	{"Prime Minister B. Battulga and MP Ts.Oyuun spoke.", "B. Battulga: Prime Minister\nTs.Oyuun: MP"},
	{"Prime Minister Rógvi á Heygum of the Faroe Islands spoke.", "Rógvi á Heygum [FO]: Prime Minister | Faroe Islands"},
	{"Justice ABM Shafiul Karim Talukder spoke.", "ABM Shafiul Karim Talukder"},
	{"Councillors Wilmer Pachacama Loor and Maritza Saavedra Cortés did the same.", "Wilmer Pachacama Loor: Councillors\nMaritza Saavedra Cortés: Councillors"},
	{"President Fidel “Boy” Manalastas-Cruz said so.", "Fidel “Boy” Manalastas-Cruz: President"},
	{"The election in St. Vincent and the Grenadines was spoken of in Bandar Seri Begawan.", ""},
}

func ExampleAnalyze() {
	fmt.Println(posts("Deputy Prime Minister and Minister of Justice of Ghana Ama Owusu met Bo Lind, Rector of the University of Oslo."))
	// Output:
	// Ama Owusu [GH]: Deputy Prime Minister | Ghana; Minister of Justice | Ghana
	// Bo Lind [NO]: Rector | University of Oslo
}
