package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"strings"

	"readout/pipeline"
)

// decoded gives the body of a response without its content encodings.
func decoded(resp *http.Response) (io.Reader, error) {
	var r io.Reader = resp.Body
	codings := strings.Split(strings.Join(resp.Header.Values("Content-Encoding"), ","), ",")
	if len(codings) > 4 {
		return nil, fail(pipeline.HTTPError, "%d content encodings", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		var err error
		switch c := strings.ToLower(strings.TrimSpace(codings[i])); c {
		case "", "identity":
		case "gzip", "x-gzip":
			r, err = gunzip(r)
		case "deflate":
			r, err = inflate(r)
		default:
			return nil, fail(pipeline.HTTPError, "content encoding %q, which was not asked for", c)
		}
		if err != nil {
			return nil, fail(pipeline.NetworkError, "content encoding %s: %w", strings.TrimSpace(codings[i]), err)
		}
	}
	return r, nil
}

// gunzip is lenient with an empty body, which some servers call gzip.
func gunzip(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	if _, err := b.Peek(1); err == io.EOF {
		return b, nil
	}
	return gzip.NewReader(b)
}

// inflate reads deflate as RFC 9110 has it, in a zlib frame, and as some
// servers send it, bare.
func inflate(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(2)
	if len(head) < 2 {
		if err == io.EOF {
			err = nil
		}
		return b, err
	}
	if head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(b)
	}
	return flate.NewReader(b), nil
}

// beginsAsHTML tells of a body that is HTML whatever its content type says.
func beginsAsHTML(body []byte) bool {
	body = bytes.TrimLeft(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")), " \t\r\n\f")
	head := bytes.ToLower(body[:min(len(body), 15)])
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
