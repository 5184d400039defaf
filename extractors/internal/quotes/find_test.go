package quotes

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"curly", "“We came to listen”, said Ana Berg.", []string{"We came to listen"}},
		{"straight", `"We came," she said. "We listened."`, []string{"We came,", "We listened."}},
		{"low and high", "„Wir kommen“, „we come”", []string{"Wir kommen", "we come"}},
		{"guillemets", "«Nous venons », dit-il. »Vi kommer«", []string{"Nous venons", "Vi kommer"}},
		{"single with apostrophes", "‘It’s the ministers’ task,’ he said.", []string{"It’s the ministers’ task,"}},
		{"straight single", "He spoke of 'a fair deal' for Berri's bloc and the workers' party.", []string{"a fair deal"}},
		{"doubled singles", "‘’A move to ease travel’’, he said; ''so be it''; ``and so''.", []string{"A move to ease travel", "so be it", "and so"}},
		{"apostrophes alone", "Nuku'alofa's ministers’ meeting in '98; ‘Ofa came, rock 'n' roll", nil},
		{"nested", "“He told me ‘go home’ and “stay there” at once,” she said.", []string{"He told me ‘go home’ and “stay there” at once,"}},
		{"nested in single", "'The word \"peace\" is used,' he said", []string{"The word \"peace\" is used,"}},
		{"inches", `A 12" gun and a 6'2" guard, he said, are "enough".`, []string{"enough"}},
		{"inch within", `"A 12" gun is enough," he said.`, []string{`A 12" gun is enough,`}},
		{"two paragraphs", "“We came.\n\n“We saw,” he said.", []string{"We came.\n\n“We saw,"}},
		{"three paragraphs, straight", "\"One.\n\n\"Two.\n\n\"Three,\" he said. \"Four.\"", []string{"One.\n\n\"Two.\n\n\"Three,", "Four."}},
		{"marks only at both ends", "He wrote: “One.\n\nTwo.\n\nThree.” Then he left.", []string{"One.\n\nTwo.\n\nThree."}},
		{"nested in the second paragraph", "“One.\n\n“Two “inner” two,” he said.", []string{"One.\n\n“Two “inner” two,"}},
		{"closing mark lost", "“We came.\n\nHe left. “Then we went,” he said.", []string{"We came.", "Then we went,"}},
		{"opening mark lost", "We came,” he said. “Then we went.”", []string{"Then we went."}},
		{"stray opening", "A “ mark, and “so it is” with “words.", []string{"so it is"}},
		{"closing looks like opening", "“We came,“ he said.", []string{"We came,"}},
		{"opening looks like closing", "”We came”, he said.", []string{"We came"}},
		{"mixed", "“We came\", he said.", []string{"We came"}},
		{"brackets and dashes", "(the “Act”) — “so” – \"and so\"—he said", []string{"Act", "so", "and so"}},
		{"no words", "“…” and \"\" and “ ”", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range Find(c.text) {
				got = append(got, c.text[q.Inner.Start:q.Inner.End])
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“We came.\n\n“We saw,” he said. \"A 12\" gun\" 'x' ‘y’ „z“ «a» ‘’b’’")
	f.Add(strings.Repeat("“", 40) + "a" + strings.Repeat("”\n\n", 40))
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, q := range Find(text) {
			switch {
			case q.Outer.Start < at || q.Outer.End > len(text) || !q.Outer.Contains(q.Inner):
				t.Fatalf("span out of range or order: %+v after %d", q, at)
			case !utf8.ValidString(text[q.Inner.Start:q.Inner.End]):
				t.Fatalf("span cuts a rune: %+v", q)
			case strings.TrimSpace(text[q.Inner.Start:q.Inner.End]) == "":
				t.Fatalf("no words in %+v", q)
			}
			at = q.Outer.End
		}
	})
}
