package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
)

// PageID gives the id of a page: the first 32 hex digits of SHA-256 over the
// normalised URL, or over the slash path of a page without a URL.
func PageID(pageURL, path string) string {
	if pageURL != "" {
		return hashID([]byte(NormalizeURL(pageURL)))
	}
	return hashID([]byte(path))
}

// BytesID gives the id of a page that has neither URL nor path (standard
// input): the same hash over its bytes.
func BytesID(body []byte) string { return hashID(body) }

func hashID(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// SHA256 gives the 64 hex digits of the hash of b.
func SHA256(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// NormalizeURL puts scheme and host in lower case and takes a default port
// and the fragment off, nothing else. A string that is no absolute URL comes
// back as it is.
func NormalizeURL(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme == "" || u.Host == "" {
		return s
	}
	// The authority is replaced as text: u.String() would re-escape the path.
	rest := s[len(u.Scheme)+len("://"):]
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	authority, rest := rest[:end], rest[end:]
	if hash := strings.IndexByte(rest, '#'); hash >= 0 {
		rest = rest[:hash]
	}
	user := ""
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		user, authority = authority[:at+1], authority[at+1:]
	}
	scheme := strings.ToLower(u.Scheme)
	host := strings.ToLower(authority)
	switch scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return scheme + "://" + user + host + rest
}

// meetingID gives the id of the n-th meeting (from 1) of a trigger sentence.
func meetingID(pageID, sentence string, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d", strings.Join(strings.Fields(sentence), " "), n))
	return pageID + "-" + hex.EncodeToString(sum[:4])
}

// Revision orders the versions of a page: 1000 x the Unix second of the
// retrieval (0 where unknown) + the generation of the rules (under 1000).
func Revision(retrievedUnix int64, generation int) int64 {
	return 1000*max(retrievedUnix, 0) + int64(generation)
}
