package article

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"readout/pipeline"
)

// decode gives the body as UTF-8 text. Bytes that the charset has no
// character for become U+FFFD; where these are more than one in fifty
// characters the charset cannot be the right one.
func decode(page *pipeline.Page) (string, error) {
	if kind := binaryKind(page.Body); kind != "" {
		return "", fail(pipeline.Binary, "%s", kind)
	}
	enc, name := charsetOf(page)
	var s string
	if name == "utf-8" {
		s = string(bytes.TrimPrefix(page.Body, []byte("\xef\xbb\xbf")))
		if utf8.ValidString(s) {
			return s, nil
		}
		s = validUTF8(s)
	} else {
		out, err := enc.NewDecoder().Bytes(page.Body)
		if err != nil {
			return "", fail(pipeline.BadEncoding, "not text in %s: %w", name, err)
		}
		s = strings.TrimPrefix(string(out), "\ufeff")
	}
	if bad := strings.Count(s, "\ufffd"); 50*bad > utf8.RuneCountInString(s) {
		return "", fail(pipeline.BadEncoding, "not text in %s: %d bytes or sequences that are no characters", name, bad)
	}
	return s, nil
}

// validUTF8 puts one U+FFFD in the place of every byte that is not part of a
// character, as HTML has it; strings.ToValidUTF8 would hide how many there are.
func validUTF8(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

// charsetOf finds the encoding as HTML has it: byte order mark, Content-Type,
// <meta>, else UTF-8 where the bytes are, else windows-1252. One thing is
// ours: a page that names another charset in its own <meta> and whose bytes
// are UTF-8 all through is UTF-8; hardly any text is by chance, and archives
// and servers that convert pages leave the <meta> as it was.
func charsetOf(page *pipeline.Page) (encoding.Encoding, string) {
	sample := page.Body[:min(len(page.Body), 1024)]
	if page.Format == pipeline.Text {
		sample = mark(sample) // a text has no <meta>
	}
	enc, name, certain := charset.DetermineEncoding(sample, page.ContentType)
	if !certain && name != "utf-8" && utf8.Valid(page.Body) && bytes.IndexFunc(page.Body, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		return encoding.Nop, "utf-8"
	}
	if page.Format == pipeline.Text && !certain && !namesCharset(page.ContentType) && mostlyUTF8(page.Body) {
		return encoding.Nop, "utf-8"
	}
	return enc, name
}

// mark gives the byte order mark at the head of b.
func mark(b []byte) []byte {
	for _, m := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(b, []byte(m)) {
			return b[:len(m)]
		}
	}
	return nil
}

func namesCharset(contentType string) bool {
	_, params, err := mime.ParseMediaType(contentType)
	return err == nil && params["charset"] != ""
}

// mostlyUTF8 tells whether the bytes beyond ASCII are UTF-8 more often than not.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if n > 1 {
			good++
		} else if r == utf8.RuneError {
			bad++
		}
		i += n
	}
	return good > bad
}

// binaryKind names what the bytes are where they are no text: a known file
// signature, or control bytes: one where nothing looks like text, more than one
// in a hundred where it begins like HTML.
func binaryKind(b []byte) string {
	kind := http.DetectContentType(b)
	n, of := controls(b), min(len(b), 4096)
	switch {
	case strings.Contains(kind, "charset=utf-16"):
		return ""
	case strings.HasPrefix(kind, "text/") && 100*n <= of, kind == "application/octet-stream" && n == 0:
		return ""
	case strings.HasPrefix(kind, "text/"), kind == "application/octet-stream":
		return fmt.Sprintf("%d control bytes in the first %d", n, of)
	}
	return kind
}

// controls counts bytes at the head that no text has.
func controls(b []byte) int {
	n := 0
	for _, c := range b[:min(len(b), 4096)] {
		if c < 8 || c > 13 && c < 27 || c > 27 && c < 32 {
			n++
		}
	}
	return n
}
