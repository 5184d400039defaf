package extractors_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"readout/pipeline"
)

// A sentence without an end must not cost the square or the cube of its
// length: each of these took the watchdog's 30 s, or seconds at 5 KB, before
// the references of quotes and votes were bounded. The bound here is wide, for slow
// machines; what it tells apart is far wider.
func TestSentencesWithoutEnd(t *testing.T) {
	p := processor(t)
	p.Tagger = nil
	p.Hang = 15 * time.Second
	for name, unit := range map[string]string{
		"quotes and pronouns":  `"we agree" he said and she said he "is well" as it said she `,
		"pronouns that speak":  `he said she said "so" it he `,
		"texts of texts":       `the statement said the statement of the report said "we agree" `,
		"votes without a verb": `the presidential and parliamentary elections and the vote for the `,
		"one who met another":  `President of Chile Ana Lind met with Minister of Trade of Peru Bo Ek and `,
		"appositions":          `Ana Lind, Speaker of the House, `,
		"dates":                `on 3 May 2021 and `,
	} {
		t.Run(name, func(t *testing.T) {
			body := "Talks in Oslo\n\nThe members of the council met and it was good for all of them.\n\n" + strings.Repeat(unit, 100_000/len(unit)) + "\n"
			p := *p
			p.Load = func(_ context.Context, _ pipeline.Ref) (*pipeline.Page, error) {
				return &pipeline.Page{Path: "long.txt", Format: pipeline.Text, Body: []byte(body)}, nil
			}
			if res := (&p).Process(t.Context(), pipeline.Ref{Path: "long.txt"}); res.Page == nil {
				t.Errorf("no record: %s", res.Reject.Error)
			}
		})
	}
}
