package article

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"readout/pipeline"
)

const sentence = "The Speaker of the House met with the members of the delegation on Monday, and they spoke about the vote. "

// TestRejects runs pages that are not pages: each ends with its reason, in
// bounded time and memory.
func TestRejects(t *testing.T) {
	times := strings.Repeat
	formatting := func() string {
		var b strings.Builder
		b.WriteString("<div>")
		for i := range 400 {
			fmt.Fprintf(&b, "<b a=%d>", i)
		}
		return b.String() + times("</div><div>x", 100_000)
	}
	attributes := func() string {
		var b strings.Builder
		for i := range 1 << 20 {
			fmt.Fprintf(&b, "a%d ", i)
		}
		return b.String()
	}
	cases := []struct {
		name   string
		body   string
		format pipeline.Format
		want   pipeline.Reason
	}{
		{"nothing", "", pipeline.HTML, pipeline.Empty},
		{"white space", " \r\n\t", pipeline.Text, pipeline.Empty},
		{"tags around nothing", "<html><body><p> &nbsp; </p></body></html>", pipeline.HTML, pipeline.Empty},
		{"invisible text", "\u200b\u200d\u2060", pipeline.Text, pipeline.Empty},
		{"a PDF", "%PDF-1.7 " + sentence, pipeline.HTML, pipeline.Binary},
		{"a picture", "\x89PNG\r\n\x1a\n" + sentence, pipeline.Text, pipeline.Binary},
		{"NUL bytes", "<p>" + sentence + "\x00\x01\x02", pipeline.HTML, pipeline.Binary},
		{"50 MB of <div>", times("<div>", 10<<20), pipeline.HTML, pipeline.TooLarge},
		{"100,000 nested tags", times("<div>", 100_000), pipeline.HTML, pipeline.TooDeep},
		{"100,000 nested and closed", times("<i>", 100_000) + "x" + times("</i>", 100_000), pipeline.HTML, pipeline.TooDeep},
		{"4 MB of <p>", times("<p>", 4<<20/3), pipeline.HTML, pipeline.TooManyNodes},
		{"formatting opened anew in every block", formatting(), pipeline.HTML, pipeline.TooManyNodes},
		{"links that close each other's blocks", times("<a><b><p></a>", 74_000), pipeline.HTML, pipeline.TooManyNodes},
		{"a tag of a million attributes", "<p " + attributes() + ">", pipeline.HTML, pipeline.TooManyNodes},
		{"8 MB of a sentence", "<p>" + times(sentence, 70_000), pipeline.HTML, pipeline.TooLarge},
		{"8 MB of text", times(sentence, 70_000), pipeline.Text, pipeline.TooLarge},
		{"bytes that are no UTF-8", "\ufeff" + times("abc \xff\xfe\x80 ", 1000), pipeline.Text, pipeline.BadEncoding},
		{"bytes that are no Japanese", `<meta charset="shift_jis">` + times("\x80\xfd\xa0 ab", 1000), pipeline.HTML, pipeline.BadEncoding},
		{"menus only", times(`<ul><li><a href="/x">Some page of the site that is far from here.</a></li></ul>`, 20), pipeline.HTML, pipeline.NoArticle},
		{"a login form", `<form><label>User name <input name=n></label><p>Password</p><input name=p></form><p>Forgotten?</p>`, pipeline.HTML, pipeline.NoArticle},
		{"a title alone", "Observers of the League", pipeline.Text, pipeline.NoArticle},
		{"a list of articles", times(`<div class=t><h2><a href="/x">Speaker meets delegation</a></h2><p>`+sentence+`</p></div>`, 8), pipeline.HTML, pipeline.NoArticle},
		{"German", "<p>" + times("Der Präsident empfing am Montag die Mitglieder der Delegation und sprach mit ihnen über die Wahl. ", 3), pipeline.HTML, pipeline.NotEnglish},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			start, before := time.Now(), allocated()
			a, err := Extract(&pipeline.Page{Body: []byte(c.body), Format: c.format, Path: "x"})
			var e *pipeline.Error
			if a != nil || !errors.As(err, &e) || e.Reason != c.want || e.Stage != pipeline.StageArticle {
				t.Errorf("got %v, %v; want reason %s", a, err, c.want)
			}
			d := time.Since(start)
			if t.Logf("%.2f s", d.Seconds()); d > patience {
				t.Errorf("took %s", d)
			}
			if m := allocated() - before; m > 600<<20 {
				t.Errorf("allocated %d MB", m>>20)
			}
		})
	}
}

// allocated is how many bytes were allocated since the start.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// TestHeavyPages are pages that are hard work and still are judged, whatever the outcome.
func TestHeavyPages(t *testing.T) {
	if patience > time.Minute {
		t.Skip("the race detector makes other work of it")
	}
	times := strings.Repeat
	for name, body := range map[string]string{
		"line breaks":            times("<br>", 100_000),
		"lines":                  "<div>" + times("a<br>", 100_000),
		"deep and wide":          times("<div>", 480) + times("<p>"+sentence, 15_000),
		"deep beside deep":       times(times("<div class='a b'>", 480)+sentence+times("</div>", 480), 100),
		"long class":             "<p class='" + times("a-", 1<<20) + "'>" + sentence,
		"long title":             "<title>" + times("a - b | ", 100_000) + "</title><p>" + sentence,
		"many metas":             times("<meta name=author content=x>", 50_000) + "<p>" + sentence,
		"much JSON-LD":           `<script type="application/ld+json">[` + times(`{"@type":"Article","headline":"x"},`, 50_000) + "0]</script><p>" + sentence,
		"deep JSON-LD":           `<script type="application/ld+json">` + times("[", 1<<20) + "</script><p>" + sentence,
		"combining marks":        "<p>a" + times("\u0316\u0301", 200_000) + sentence,
		"unclosed table":         times("<table><tr><td>", 150) + times("<td>x", 30_000),
		"formatting in a table":  "<table>" + times("<b>x", 50_000),
		"many headings":          times("<h1>Speaker meets | delegation", 50_000),
		"many dates":             times("<p>24 December 2020", 50_000),
		"script that looks HTML": "<script>" + times("a<b;", 1<<20) + "</script><p>" + sentence,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, err := Extract(&pipeline.Page{Body: []byte(body), Path: "x"})
			if err == nil {
				checkArticle(t, a)
			}
			d := time.Since(start)
			if t.Logf("%.2f s", d.Seconds()); d > patience {
				t.Errorf("took %s", d)
			}
		})
	}
}
