package names

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTies runs through who holds a post where others stand beside it: lists that
// pair states and names, pronouns, missions named by their sender, bodies with their
// possessor. Blank lines part paragraphs; all people are invented.
func TestTies(t *testing.T) {
	for _, group := range []struct {
		name  string
		cases table
	}{{"pairs", pairedPosts}, {"pronouns", pronounPosts}, {"missions", missionPosts}, {"possessors", possessedPosts}, {"holders", holderPosts}} {
		t.Run(group.name, func(t *testing.T) {
			for i, c := range group.cases {
				if diff := cmp.Diff(c.want, posts(c.text)); diff != "" {
					t.Errorf("%d: %s\n%s", i, c.text, diff)
				}
			}
		})
	}
}

var pairedPosts = table{
	{"She met the foreign ministers of Latvia, Karlis Ozolnieks, Estonia, Mart Tamberg, and Lithuania, Jonas Vaitkunas.",
		"Karlis Ozolnieks [LV]: foreign ministers | Latvia\nMart Tamberg [EE]: foreign ministers | Estonia\nJonas Vaitkunas [LT]: foreign ministers | Lithuania"},
	{"He received the Ambassadors of a number of states - the Czech Republic Vaclav Norden, Australia Graeme Lindley and Mongolia Dorji Bayanor.",
		"Vaclav Norden [CZ]: Ambassadors | Czech Republic\nGraeme Lindley [AU]: Ambassadors | Australia\nDorji Bayanor [MN]: Ambassadors | Mongolia"},
	{"Foreign ministers from Greece (Nikos Panaridis) and Cyprus (Charis Petrakis) met in Athens.",
		"Nikos Panaridis [GR]: Foreign ministers | Greece\nCharis Petrakis [CY]: Foreign ministers | Cyprus"},
	{"Credentials were presented by the ambassadors of:\n\nItaly - Cecilia Piccione;\n\nCanada - Sarah Tannis;\n\nJapan: Akira Mutoh.",
		"Cecilia Piccione [IT]: ambassadors | Italy\nSarah Tannis [CA]: ambassadors | Canada\nAkira Mutoh [JP]: ambassadors | Japan"},
	{"The defense ministers were Hanno Pevkur-Saar of Estonia and Artis Pabrik of Latvia.",
		"Hanno Pevkur-Saar [EE]: defense ministers | Estonia\nArtis Pabrik [LV]: defense ministers | Latvia"},
}

var pronounPosts = table{
	{"The mission is led by Ambassador Peter Otanyo. He has been Permanent Representative of Kenya to the United Nations since 2020. He was previously Chairman of the National Bank of Kenya.",
		"Peter Otanyo [KE]: Permanent Representative | Kenya; Chairman | National Bank of Kenya"},
	{"The mission is headed by Anna Lindros. A former Minister of Justice of Malta, she has observed twenty elections.",
		"Anna Lindros [MT]: Minister of Justice | Malta"},
	{"Anna Lindros said she is Minister of Justice of Malta.", "Anna Lindros"},
	{"Tamara Montrose has served as a Justice on the Delaware Supreme Court since 2019.", "Tamara Montrose [US]: Justice | Delaware Supreme Court"},
}

var missionPosts = table{
	{"The Arab League delegation met the chairman. General Coordinator of the delegation Hana Mourad attended.", "Hana Mourad: General Coordinator | Arab League delegation"},
	{"The Unasur mission met with the President. The general coordinator of the mission, Jose Luis Exano, spoke.", "Jose Luis Exano: general coordinator | Unasur mission"},
	{"The head of the delegation, Hana Mourad, thanked the speaker.", "Hana Mourad: head of the delegation"},
	{"The head of the short-term OSCE observer mission, Ana Lind, spoke.", "Ana Lind: head | short-term OSCE observer mission"},
	{"Commonwealth Observer Group chairperson Hana Mourad arrived.", "Hana Mourad: chairperson | Commonwealth Observer Group"},
}

var possessedPosts = table{
	{"Juan Ostrado, president of Chile's Chamber of Deputies, opened the session.", "Juan Ostrado [CL]: president | Chile's Chamber of Deputies"},
	{"Peter Otanyo, the head of Kenya's electoral commission, resigned.", "Peter Otanyo [KE]: head | Kenya's electoral commission"},
	{"Peter Otanyo, head of the country's armed forces, attended.", "Peter Otanyo: head | country's armed forces"},
	{"Peter Otanyo, commander of the Kenyan armed forces, attended.", "Peter Otanyo [KE]: commander | Kenyan armed forces"},
}

var holderPosts = table{
	{"On the invitation of Foreign Minister Salem Kommas, Minister of Foreign Affairs of Japan, Ms Kamiko Yoshi, arrived.",
		"Salem Kommas [JP]: Foreign Minister | Japan\nKamiko Yoshi [JP]: Minister of Foreign Affairs | Japan"},
	{"Margus Sahkna, formerly Estonia's defense minister, is now Foreign Minister.", "Margus Sahkna [EE]: defense minister | Estonia; Foreign Minister | Estonia"},
	{"Welcoming him on behalf of the President Jean-Claude Brousse, the Vice President Finda Koromah spoke.", "Jean-Claude Brousse: President\nFinda Koromah: Vice President"},
	{"The seat went to third vice president Ana Lind and that of fourth vice president to Omar Sahli.", "Ana Lind: third vice president\nOmar Sahli"},
	{"Chief medical adviser Ana Lind and New York State Senator Zell Myrick spoke.", "Ana Lind [US]: Chief medical adviser\nZell Myrick [US]: State Senator | New York"},
}
