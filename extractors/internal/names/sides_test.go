package names

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSides runs through what the sides of encounters, visits, delegations and
// lists tell of the state and body that a post belongs to.
func TestSides(t *testing.T) {
	for _, c := range (table{
		{"President Olav Bergstad met Kenyan President John Walker. Ghana and Kenya will trade more, he said.", "Olav Bergstad [GH]: President | Ghana\nJohn Walker [KE]: President | Kenya"},
		{"Indian External Affairs Minister Asha Lind met Maldivian President Idris Holt, who is on a state visit to India. Holt is accompanied by Foreign Minister Lina Moor and Fisheries Minister Sami Rashid.",
			"Asha Lind [IN]: External Affairs Minister | India\nIdris Holt [MV]: President | Maldives\nLina Moor [MV]: Foreign Minister | Maldives\nSami Rashid [MV]: Fisheries Minister | Maldives"},
		{"Norwegian President Olav Bergstad will visit Armenia. He is to meet with his Armenian counterpart Anna Rossi, Prime Minister Karl Lundgren and Foreign Minister Pia Ekman.",
			"Olav Bergstad [NO]: President | Norway\nAnna Rossi [AM]\nKarl Lundgren [AM]: Prime Minister | Armenia\nPia Ekman [AM]: Foreign Minister | Armenia"},
		{"The King came to Belgium. He met Ella Tillens, President of the Chamber of Representatives. Belgium is his neighbour.", "Ella Tillens [BE]: President | Chamber of Representatives"},
		{"Texas State Senator Jane Cole, State Senator Louis Luke and Representative Sally Hudd took part.", "Jane Cole [US]: State Senator | Texas\nLouis Luke [US]: State Senator | Texas\nSally Hudd [US]: Representative | Texas"},
		{"The handover between the President of the Senate, Bernard Mako, and Vice-Presidents Nina Esper and Alba Mukasa took place in Rwanda.",
			"Bernard Mako [RW]: President | Senate\nNina Esper [RW]: Vice-Presidents | Senate\nAlba Mukasa [RW]: Vice-Presidents | Senate"},
		{"Ama Bonsu, MP for Cape Coast North, and Kofi Addo, MP, spoke in Ghana.", "Ama Bonsu [GH]: MP | Cape Coast North\nKofi Addo [GH]: MP"},
	}) {
		if diff := cmp.Diff(c.want, posts(c.text)); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}
