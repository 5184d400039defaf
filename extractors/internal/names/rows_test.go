package names

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRows reads rows of tables, whose cells are parted by " | ": who, which post,
// of what. All people are invented.
func TestRows(t *testing.T) {
	for i, c := range rows {
		if diff := cmp.Diff(c.want+rowsPeople, posts(rowsHead+c.text+rowsTail)); diff != "" {
			t.Errorf("%d: %s\n%s", i, c.text, diff)
		}
	}
}

// The page around a row tells of another state and holds a further row.
const (
	rowsHead   = "The delegation came to Lima, in Peru, and to Malta.\n\n"
	rowsTail   = "\n\nCarl Ekvall | Minister of Health | Norway"
	rowsPeople = "\nCarl Ekvall [NO]: Minister of Health | Norway"
)

var rows = table{
	{"Ana Lindros, Minister of Trade, Chile", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"Ana Lindros | Minister of Trade | Chile", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"Ana Lindros | Chile | Minister of Trade", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"Chile | Ana Lindros | Minister of Trade", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"Chile | Minister of Trade | Ana Lindros", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"Ana Lindros | Minister of Trade of Chile | Santiago", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"1 | Ana Lindros | Minister of Trade | Chile | F | 42 | yes | no", "Ana Lindros [CL]: Minister of Trade | Chile"},
	{"Ana Lindros | Ambassador | Embassy of Chile", "Ana Lindros [CL]: Ambassador | Embassy of Chile"},
	{"Ana Lindros, Ambassador, Embassy of Chile", "Ana Lindros [CL]: Ambassador | Embassy of Chile"},
	{"Ana Lindros | Head of Delegation | Harbour Watch North", "Ana Lindros: Head of Delegation | Harbour Watch North"},
	{"Ana Lindros | Ambassador of Chile | Present", "Ana Lindros [CL]: Ambassador | Chile"},
	{"Ana Lindros | Head of Delegation | Present", "Ana Lindros [PE]: Head of Delegation | Peru"},
	{"Ana Lindros | Minister of Trade | Dana Kovari | Minister of Health", "Ana Lindros [PE]: Minister of Trade | Peru\nDana Kovari [PE]: Minister of Health | Peru"},
	{"Ana Lindros | Chile", "Ana Lindros [CL]"},
	{"Ana Lindros, Chile", "Ana Lindros [CL]"},
}
