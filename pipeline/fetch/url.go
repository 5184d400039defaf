package fetch

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"readout/pipeline"
)

func parseURL(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	var e *url.Error
	switch {
	case errors.As(err, &e):
		return nil, fail(pipeline.NetworkError, "%w", e.Err)
	case err != nil:
		return nil, fail(pipeline.NetworkError, "%w", err)
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fail(pipeline.HTTPError, "only http and https are fetched")
	case u.Hostname() == "":
		return nil, fail(pipeline.NetworkError, "a URL without a host")
	}
	if err := CheckPort(u); err != nil {
		return nil, fail(pipeline.NetworkError, "%w", err)
	}
	return u, nil
}

// CheckPort refuses a URL with a port that no address has.
func CheckPort(u *url.URL) error {
	if p := u.Port(); p != "" {
		if n, err := strconv.ParseUint(p, 10, 16); err != nil || n == 0 {
			return errors.New("port " + p + " is not one of 1 to 65535")
		}
	}
	return nil
}

// escaped percent-escapes behind the host what a browser escapes when a person
// types it (the path and query percent-encode sets of the WHATWG URL standard).
func escaped(s string) string {
	scheme := strings.Index(s, "://")
	if scheme < 0 {
		return s
	}
	host := scheme + len("://")
	at := strings.IndexAny(s[host:], "/?#")
	if at < 0 {
		return s
	}
	at += host
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.WriteString(s[:at])
	query := false
	for i := at; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '#': // is not sent
			return b.String() + strings.ReplaceAll(s[i:], " ", "%20")
		case c == '?':
			query = true
		case c == ' ', c == '"', c == '<', c == '>', query && (c == '\'' || c >= 0x80):
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// withoutUser takes name and password off a URL.
func withoutUser(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.User == nil {
		return s
	}
	u.User = nil
	return u.String()
}
