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
		// A text names its charset by a mark or a header only.
		sample = page.Body[:min(len(page.Body), 4)]
		if !bytes.HasPrefix(sample, []byte{0xff, 0xfe}) && !bytes.HasPrefix(sample, []byte{0xfe, 0xff}) {
			sample = nil
		}
	}
	enc, name, certain := charset.DetermineEncoding(sample, page.ContentType)
	if !certain && name != "utf-8" && utf8.Valid(page.Body) {
		return encoding.Nop, "utf-8"
	}
	if page.Format == pipeline.Text && !certain && !namesCharset(page.ContentType) && mostlyUTF8(page.Body) {
		return encoding.Nop, "utf-8"
	}
	return enc, name
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
// signature, or NUL bytes in no UTF-16 text.
func binaryKind(b []byte) string {
	kind := http.DetectContentType(b)
	switch major, _, _ := strings.Cut(kind, "/"); {
	case strings.HasPrefix(kind, "text/"):
		return "" // with the byte order marks of UTF-16
	case major == "image", major == "audio", major == "video", major == "font":
		return kind
	case kind != "application/octet-stream":
		return kind
	}
	if n := controls(b); n > 0 {
		return fmt.Sprintf("%d control bytes in the first %d", n, min(len(b), 4096))
	}
	return ""
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
