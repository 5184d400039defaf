package nlp

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"readout/pipeline"
)

func tokensOf(s string) []string {
	var out []string
	for _, t := range tokenize(s, pipeline.Span{End: len(s)}, nil) {
		out = append(out, s[t.Start:t.End])
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The Secretary-General’s visit, on 9 Sept. 2022.", "The|Secretary-General|’s|visit|,|on|9|Sept.|2022|."},
		{"U.S. envoys met at 5 p.m. in St. Ives.", "U.S.|envoys|met|at|5|p.m.|in|St.|Ives|."},
		{"2,730,518 votes, 2.5 million, 10-12 days, 40-member team, the 25th", "2,730,518|votes|,|2.5|million|,|10|-|12|days|,|40-member|team|,|the|25th"},
		{"B. Orlov and J.-P. Durand (C5+1)", "B.|Orlov|and|J.-P.|Durand|(|C5+1|)"},
		{"“We agree,” O'Neil said...", "“|We|agree|,|”|O'Neil|said|..."},
		{"see https://example.org/a?b=1. Then @someone wrote", "see|https://example.org/a?b=1|.|Then|@someone|wrote"},
		{"the ministers' talks; R&D; and/or", "the|ministers|'|talks|;|R&D|;|and|/|or"},
		{"2020-12-24 and 7–9 May — done", "2020|-|12|-|24|and|7|–|9|May|—|done"},
	} {
		if diff := cmp.Diff(strings.Split(c.want, "|"), tokensOf(c.in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

func sentencesOf(s string) []string {
	d := Analyze(&pipeline.Article{Text: s}, nil)
	var out []string
	for _, x := range d.Sentences {
		out = append(out, d.Quote(x.Span))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"They met. They talked.", "They met.|They talked."},
		{"Mr. Orlov met Dr. B. Lind. He left.", "Mr. Orlov met Dr. B. Lind.|He left."},
		{"“We agree.” She left.", "“We agree.”|She left."},
		{"“Is it so?” asked Lind.", "“Is it so?” asked Lind."},
		{"The U.S. Ambassador spoke. It is for the U.S. The rest is ours.", "The U.S. Ambassador spoke.|It is for the U.S.|The rest is ours."},
		{"On Sept. 9 they met. No. 5 won.", "On Sept. 9 they met.|No. 5 won."},
		{"First.\n\nSecond line", "First.|Second line"},
		{"Acme Inc. The firm grew.", "Acme Inc.|The firm grew."},
		{"He said: \"Go.\" \"Now!\" she said.", "He said: \"Go.\"|\"Now!\" she said."},
		{"Prices rose 2.5 per cent. 12 envoys came.", "Prices rose 2.5 per cent.|12 envoys came."},
	} {
		if diff := cmp.Diff(strings.Split(c.want, "|"), sentencesOf(c.in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestSentencesWithoutEnd(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("on ", n)) }
	for _, c := range []struct {
		name, text string
		want       []int // tokens of the sentences
	}{
		{"as long as may be", words(maxSentence), []int{maxSentence}},
		{"a stop at the last token", words(maxSentence-1) + ". Then", []int{maxSentence, 1}},
		{"no pause", words(2*maxSentence + 5), []int{maxSentence, maxSentence, 5}},
		{"a semicolon before commas", words(250) + "; " + words(50) + ", " + words(200), []int{251, 251}},
		{"the last comma", words(250) + ", " + words(50) + ", " + words(200), []int{302, 200}},
		{"a pause too early", words(50) + "; " + words(450), []int{maxSentence, 101}},
		{"a stop after the cut", words(450) + ". Then " + words(10), []int{maxSentence, 51, 11}},
	} {
		var got []int
		for _, s := range Analyze(&pipeline.Article{Text: c.text}, nil).Sentences {
			got = append(got, s.Last-s.First)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestParagraphKinds(t *testing.T) {
	a := &pipeline.Article{Text: "A title. With a stop\n\n3 May 2021\n\nBody one. Two.", Dateline: pipeline.Span{Start: 22, End: 32}, BodyStart: 34}
	d := Analyze(a, nil)
	var got []pipeline.ParagraphKind
	for _, p := range d.Paragraphs {
		got = append(got, p.Kind)
	}
	want := []pipeline.ParagraphKind{pipeline.TitleParagraph, pipeline.DatelineParagraph, pipeline.BodyParagraph}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := d.Paragraphs[0].Last - d.Paragraphs[0].First; n != 1 {
		t.Errorf("title has %d sentences, want 1", n)
	}
}

func TestProseTags(t *testing.T) {
	tokens := strings.Fields("They will record the record .")
	got, err := ProseTagger{}.Tag(tokens)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"PRP", "MD", "VB", "DT", "NN", "."}, got); diff != "" {
		t.Errorf("a repeated word lost its first tag (-want +got):\n%s", diff)
	}
	got, err = ProseTagger{}.Tag(strings.Fields("B. Lind paid $ 27 for “ them ”"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 9 || got[1] != "NNP" || got[4] != "CD" || got[7] != "PRP" {
		t.Errorf("tags are not aligned: %q", got)
	}
}

func FuzzAnalyze(f *testing.F) {
	f.Add("Title\n\nMr. B. met the U.S. envoy’s team, “We…” he said.")
	f.Add("a.b.c.\n\n\n\n''s \"")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		d := Analyze(&pipeline.Article{Text: s}, nil)
		at := 0
		for i, tok := range d.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %d %v after %d", i, tok, at)
			}
			if strings.TrimSpace(s[at:tok.Start]) != "" {
				t.Fatalf("lost %q", s[at:tok.Start])
			}
			if !utf8.ValidString(s[tok.Start:tok.End]) {
				t.Fatalf("token %q cuts a character", s[tok.Start:tok.End])
			}
			at = tok.End
			if !d.Sentences[tok.Sentence].Contains(tok.Span) {
				t.Fatalf("token %d outside its sentence", i)
			}
		}
		if strings.TrimSpace(s[at:]) != "" {
			t.Fatalf("lost %q", s[at:])
		}
		for i, x := range d.Sentences {
			if d.Paragraphs[x.Paragraph].Kind == pipeline.BodyParagraph && x.Last-x.First > maxSentence {
				t.Fatalf("sentence %d has %d tokens", i, x.Last-x.First)
			}
		}
	})
}

func BenchmarkAnalyze(b *testing.B) {
	text := strings.Repeat("On 9 September the U.S. Ambassador met Mr. B. Orlov, Speaker of the Senate, “in a spirit of trust”. ", 20)
	a := &pipeline.Article{Text: text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Analyze(a, nil)
	}
}
