package article

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"readout/pipeline"
)

func TestCharset(t *testing.T) {
	const words = "The Minister – Zoë Müller – met “observers” in Brașov"
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	latin := strings.NewReplacer("ș", "s").Replace(words)
	for _, c := range []struct {
		name        string
		head        string // before the words, in ASCII
		words       string
		enc         encoding.Encoding // nil: UTF-8
		contentType string
		format      pipeline.Format
	}{
		{"UTF-8 by <meta>", `<meta charset="utf-8">`, words, nil, "", pipeline.HTML},
		{"UTF-8 by header, <meta> is wrong", `<meta charset="windows-1251">`, words, nil, "text/html; charset=UTF-8", pipeline.HTML},
		{"UTF-8 that nobody names", "", words, nil, "text/html", pipeline.HTML},
		{"UTF-8 that shows itself late", strings.Repeat("<!-- pad -->", 200), words, nil, "", pipeline.HTML},
		{"UTF-8 that calls itself windows-1252", `<meta charset="iso-8859-1">`, words, nil, "", pipeline.HTML},
		{"windows-1252 by <meta>", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">`, latin, charmap.Windows1252, "", pipeline.HTML},
		{"windows-1252 that nobody names", "", latin, charmap.Windows1252, "", pipeline.HTML},
		{"ISO 8859-2 by header", "", "Łódź, č, ř", charmap.ISO8859_2, "text/html; charset=iso-8859-2", pipeline.HTML},
		{"KOI8-R by <meta>", `<meta charset=koi8-r>`, "Иванов", charmap.KOI8R, "", pipeline.HTML},
		{"Shift JIS by <meta>", `<meta charset=shift_jis>`, "東京", japanese.ShiftJIS, "", pipeline.HTML},
		{"ISO-2022-JP by <meta>, all its bytes ASCII", `<meta charset=iso-2022-jp>`, "東京", japanese.ISO2022JP, "", pipeline.HTML},
		{"UTF-16 by its mark", "", words, utf16, "", pipeline.HTML},
		{"text in UTF-8 with a mark", "", "\ufeff" + words, nil, "", pipeline.Text},
		{"text in windows-1252", "", latin, charmap.Windows1252, "", pipeline.Text},
		{"text in UTF-16", "", words, utf16, "", pipeline.Text},
		{"text that names a charset in its words", `<meta charset="koi8-r">`, words, nil, "", pipeline.Text},
	} {
		body := c.head + c.words
		if c.enc != nil {
			s, err := c.enc.NewEncoder().String(body)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			body = s
		}
		got, err := decode(&pipeline.Page{Body: []byte(body), ContentType: c.contentType, Format: c.format})
		if want := strings.TrimPrefix(c.head+strings.TrimPrefix(c.words, "\ufeff"), "\ufeff"); err != nil || got != want {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, err, want)
		}
	}
}

// A few bytes that are no characters leave the rest readable, and are to be
// seen in the text.
func TestBrokenUTF8IsShown(t *testing.T) {
	body := `<meta charset="utf-8"><p>` + sentence + "They sat in the caf\xe9 of the old assembly.</p>"
	a, err := Extract(&pipeline.Page{Body: []byte(body), Path: "x"})
	if err != nil || !strings.Contains(a.Text, "caf\ufffd of") {
		t.Errorf("got %v, %v", a, err)
	}
}
