package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"readout/pipeline"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var noon = time.Date(2024, 5, 6, 12, 0, 0, 0, time.UTC)

func newTestFetcher(t *testing.T, o Options) *Fetcher {
	t.Helper()
	o.Now = func() time.Time { return noon }
	f := New(o)
	t.Cleanup(f.Close)
	return f
}

// serve runs a server of handlers by path.
func serve(t *testing.T, handlers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func send(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		io.WriteString(w, body)
	}
}

func encoded(encoding, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", encoding)
		io.WriteString(w, body)
	}
}

func redirectTo(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func compressed(t *testing.T, s string, make func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := make(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zip(w io.Writer) io.WriteCloser  { return gzip.NewWriter(w) }
func zlb(w io.Writer) io.WriteCloser  { return zlib.NewWriter(w) }
func bare(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, flate.BestCompression); return f }

func TestFetch(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{
		"/html":      send("text/html; charset=utf-8", "<p>x"),
		"/xhtml":     send("application/xhtml+xml", "<p>x"),
		"/text":      send("text/plain", "Words"),
		"/hidden":    send("text/plain", "\n<!DOCTYPE html><p>x"),
		"/untold":    send("", "<p>x"),
		"/odd":       send("text/html;;", "<p>x"),
		"/gzip":      encoded("gzip", compressed(t, "<p>zip", zip)),
		"/twice":     encoded("gzip, x-gzip", compressed(t, compressed(t, "<p>twice", zip), zip)),
		"/zlib":      encoded("deflate", compressed(t, "<p>zlib", zlb)),
		"/bare":      encoded("Deflate", compressed(t, "<p>bare", bare)),
		"/none":      encoded("gzip", ""),
		"/moved":     redirectTo("/sub/../html?a=b#c"),
		"/moved/far": redirectTo("/moved"),
		"/empty":     send("text/html", ""),
		"/head": func(w http.ResponseWriter, r *http.Request) {
			send("text/plain", r.UserAgent()+"|"+r.Header.Get("Accept-Encoding")+"|"+r.Header.Get("Authorization"))(w, r)
		},
		"/cookie":     cookieWall("<p>in"),
		"/page/{id}":  send("text/html", "<p>id"),
		"/page/e/{$}": send("text/html", "<p>slash"),
	})
	f := newTestFetcher(t, Options{UserAgent: "readout/1.2"})
	for _, c := range []struct{ path, final, contentType, body string }{
		{"/html", "", "text/html; charset=utf-8", "<p>x"},
		{"/xhtml", "", "application/xhtml+xml", "<p>x"},
		{"/untold", "", "", "<p>x"},
		{"/odd", "", "text/html;;", "<p>x"},
		{"/hidden", "", "text/plain", "\n<!DOCTYPE html><p>x"},
		{"/gzip", "", "text/html", "<p>zip"},
		{"/twice", "", "text/html", "<p>twice"},
		{"/zlib", "", "text/html", "<p>zlib"},
		{"/bare", "", "text/html", "<p>bare"},
		{"/none", "", "text/html", ""},
		{"/moved", "/html?a=b#c", "text/html; charset=utf-8", "<p>x"},
		{"/moved/far", "/html?a=b#c", "text/html; charset=utf-8", "<p>x"},
		{"/empty", "", "text/html", ""},
		{"/cookie", "", "text/html", "<p>in"},
		{"/page/caf%C3%A9?q=%20", "", "text/html", "<p>id"},
		{"/page/e/", "", "text/html", "<p>slash"},
	} {
		if c.final == "" {
			c.final = c.path
		}
		got, err := f.Fetch(t.Context(), s.URL+c.path)
		want := &pipeline.Page{URL: s.URL + c.final, ContentType: c.contentType, Body: []byte(c.body), Retrieved: noon}
		if d := cmp.Diff(want, got); err != nil || d != "" {
			t.Errorf("%s: %v, -want +got:\n%s", c.path, err, d)
		}
	}
	got, err := f.Fetch(t.Context(), s.URL+"/text")
	if err != nil || got.Format != pipeline.Text || string(got.Body) != "Words" {
		t.Errorf("/text: got %+v, %v", got, err)
	}
	named := strings.Replace(s.URL, "http://", "http://ann:secret@", 1)
	got, err = f.Fetch(t.Context(), named+"/head")
	if err != nil || string(got.Body) != "readout/1.2|gzip, deflate|Basic YW5uOnNlY3JldA==" || got.URL != s.URL+"/head" {
		t.Errorf("headers: got %q of %s, %v", got.Body, got.URL, err)
	}
}

// cookieWall redirects a reader without its cookie to the page itself.
func cookieWall(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err != nil {
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			redirectTo(r.URL.Path)(w, r)
			return
		}
		send("text/html", body)(w, r)
	}
}

func TestFetchFailures(t *testing.T) {
	closed := httptest.NewServer(nil)
	closed.Close()
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	t.Cleanup(secure.Close)
	big := strings.Repeat("x", 1000)
	s := serve(t, map[string]http.HandlerFunc{
		"/404":    status(404),
		"/410":    status(410),
		"/403":    status(403),
		"/503":    status(503),
		"/304":    status(304),
		"/to404":  redirectTo("/404"),
		"/pdf":    send("application/pdf", "%PDF"),
		"/feed":   send("application/rss+xml; charset=utf-8", "<rss>"),
		"/big":    send("text/html", big+"x"),
		"/bomb":   encoded("gzip", compressed(t, strings.Repeat("x", 1<<20), zip)),
		"/br":     encoded("br", "x"),
		"/notzip": encoded("gzip", "<p>plain words, no gzip"),
		"/cut": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "99")
			send("text/html", "<p>x")(w, r)
		},
		"/loop":     redirectTo("/loop"),
		"/ping":     redirectTo("/pong"),
		"/pong":     redirectTo("/ping"),
		"/nowhere":  redirectTo(""),
		"/file":     redirectTo("file:///etc/passwd"),
		"/badhost":  redirectTo("http://[::1"),
		"/hang":     func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"/endless":  endless("x", time.Millisecond),
		"/headless": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 2<<20)) },
	})
	f := newTestFetcher(t, Options{MaxBytes: 1000})
	for _, c := range []struct {
		url    string
		reason pipeline.Reason
		want   string // after "fetch: GET URL: "
	}{
		{"/404", pipeline.NotFound, "server answered 404 Not Found"},
		{"/410", pipeline.NotFound, "server answered 410 Gone"},
		{"/403", pipeline.HTTPError, "server answered 403 Forbidden"},
		{"/503", pipeline.HTTPError, "server answered 503 Service Unavailable"},
		{"/304", pipeline.HTTPError, "server answered 304 Not Modified"},
		{"/pdf", pipeline.Binary, "content type application/pdf: neither HTML nor plain text"},
		{"/feed", pipeline.Binary, "content type application/rss+xml: neither HTML nor plain text"},
		{"/big", pipeline.TooLarge, "more than 1000 bytes"},
		{"/bomb", pipeline.TooLarge, "more than 1000 bytes"},
		{"/br", pipeline.HTTPError, `content encoding "br", which was not asked for`},
		{"/notzip", pipeline.NetworkError, "content encoding gzip: gzip: invalid header"},
		{"/cut", pipeline.NetworkError, "the answer broke off after 4 bytes: unexpected EOF"},
		{"/loop", pipeline.RedirectLoop, "more than 10 redirects, the last to " + s.URL + "/loop"},
		{"/nowhere", pipeline.HTTPError, "server answered 302 Found without a usable Location"},
		{"/badhost", pipeline.HTTPError, "server answered 302 Found without a usable Location"},
		{"/headless", pipeline.NetworkError, "net/http: HTTP/1.x transport connection broken: net/http: server response headers exceeded 1048576 bytes; aborted"},
		{closed.URL, pipeline.NetworkError, "no connection to " + strings.TrimPrefix(closed.URL, "http://") + ": connection refused"},
		{"http://no-such-host.invalid/x", pipeline.NetworkError, "there is no host no-such-host.invalid"},
		{"ftp://a.example/x", pipeline.HTTPError, "only http and https are fetched"},
		{"http://", pipeline.NetworkError, "a URL without a host"},
		{"http://a b/", pipeline.NetworkError, `invalid character " " in host name`},
	} {
		url := c.url
		if url[0] == '/' {
			url = s.URL + url
		}
		page, err := f.Fetch(t.Context(), url)
		wantError(t, err, c.reason, "fetch: GET "+url+": "+c.want)
		if page == nil || page.URL != url || page.Body != nil {
			t.Errorf("%s: page %+v", url, page)
		}
	}
	page, err := f.Fetch(t.Context(), s.URL+"/to404")
	wantError(t, err, pipeline.NotFound, "fetch: GET "+s.URL+"/404: server answered 404 Not Found")
	if page.URL != s.URL+"/404" {
		t.Errorf("a page that a redirect leads to: got %s", page.URL)
	}
	_, err = f.Fetch(t.Context(), s.URL+"/file")
	wantError(t, err, pipeline.HTTPError, "fetch: GET file:///etc/passwd: only http and https are fetched")
	_, err = f.Fetch(t.Context(), s.URL+"/ping")
	wantReason(t, err, pipeline.RedirectLoop)
	_, err = f.Fetch(t.Context(), secure.URL)
	wantReason(t, err, pipeline.NetworkError)
	if err == nil || !strings.Contains(err.Error(), "the server's certificate is not good: x509: ") {
		t.Errorf("certificate: got %v", err)
	}
	hasty := newTestFetcher(t, Options{MaxBytes: 1000, Timeout: 500 * time.Millisecond})
	_, err = hasty.Fetch(t.Context(), s.URL+"/hang")
	wantError(t, err, pipeline.Timeout, "fetch: GET "+s.URL+"/hang: no complete answer within 500ms")
	_, err = hasty.Fetch(t.Context(), s.URL+"/endless")
	var e *pipeline.Error
	if !errors.As(err, &e) || e.Reason != pipeline.Timeout && e.Reason != pipeline.TooLarge {
		t.Errorf("a server that never ends: got %v", err)
	}
}

// endless sends without an end.
func endless(s string, pause time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, s); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(pause)
		}
	}
}

func TestFetchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	s := serve(t, map[string]http.HandlerFunc{"/": func(_ http.ResponseWriter, r *http.Request) { cancel(errors.New("enough")); <-r.Context().Done() }})
	_, err := newTestFetcher(t, Options{}).Fetch(ctx, s.URL)
	wantError(t, err, pipeline.NetworkError, "fetch: GET "+s.URL+": enough")
}

func wantReason(t *testing.T, err error, reason pipeline.Reason) {
	t.Helper()
	var e *pipeline.Error
	if !errors.As(err, &e) || e.Reason != reason || e.Stage != pipeline.StageFetch {
		t.Errorf("got %v, want reason %s", err, reason)
	}
}

func wantError(t *testing.T, err error, reason pipeline.Reason, words string) {
	t.Helper()
	wantReason(t, err, reason)
	if err != nil && err.Error() != words {
		t.Errorf("got  %v\nwant %s", err, words)
	}
}

// fakeNet is a network on which names stand for addresses of the Internet, all
// of them served by one server of this machine.
type fakeNet struct {
	server string
	hosts  map[string][]string // addresses in the order in which lookups give them; the last one stays
	looked map[string]int
}

func (n *fakeNet) dial(ctx context.Context, network, address string, c control) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	if list := n.hosts[host]; len(list) > 0 {
		i := min(n.looked[host], len(list)-1)
		n.looked[host]++
		host = list[i]
	}
	at := net.JoinHostPort(host, port)
	if err := c(network, at, nil); err != nil {
		return nil, &net.OpError{Op: "dial", Net: network, Err: err}
	}
	conn, err := (&net.Dialer{}).DialContext(ctx, network, n.server)
	return &fakeConn{conn, at}, err
}

type fakeConn struct {
	net.Conn
	remote string
}

func (c *fakeConn) RemoteAddr() net.Addr {
	return net.TCPAddrFromAddrPort(netip.MustParseAddrPort(c.remote))
}

func TestAddressGuard(t *testing.T) {
	page := send("text/html", "<p>secret")
	s := serve(t, map[string]http.HandlerFunc{
		"/": page,
		"/to/{where}": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Connection", "close") // the next request dials anew
			redirectTo("http://"+r.PathValue("where")+"/")(w, r)
		},
		"/chain/{a}/{b}": func(w http.ResponseWriter, r *http.Request) {
			redirectTo(fmt.Sprintf("http://%s/to/%s", r.PathValue("a"), r.PathValue("b")))(w, r)
		},
	})
	newNet := func() *fakeNet {
		return &fakeNet{server: s.Listener.Addr().String(), looked: map[string]int{}, hosts: map[string][]string{
			"public.example": {"93.184.216.34"}, "other.example": {"2606:2800:220:1::1"}, "intern.example": {"10.1.2.3"}, "rebind.example": {"93.184.216.34", "127.0.0.1"},
		}}
	}
	for _, c := range []struct {
		url       string
		forbidden string // address, "" where the page is fetched
	}{
		{"http://public.example/", ""},
		{"http://public.example/to/other.example", ""},
		{"http://intern.example/", ""},
		{"http://127.0.0.1/", ""},
		{"http://[::1]/to/127.0.0.1", ""},
		{"http://intern.example/to/127.0.0.1", ""},
		{"http://127.0.0.1/to/public.example", ""},
		{"http://public.example/to/127.0.0.1", "127.0.0.1:80"},
		{"http://public.example/to/intern.example", "10.1.2.3:80"},
		{"http://public.example/to/[::1]", "[::1]:80"},
		{"http://public.example/to/[::ffff:127.0.0.1]", "[::ffff:127.0.0.1]:80"},
		{"http://public.example/to/169.254.169.254", "169.254.169.254:80"},
		{"http://public.example/to/0.0.0.0", "0.0.0.0:80"},
		{"http://public.example/to/[fd00::1]", "[fd00::1]:80"},
		{"http://public.example/to/[64:ff9b::7f00:1]", "[64:ff9b::7f00:1]:80"},
		{"http://public.example/chain/other.example/127.0.0.1", "127.0.0.1:80"},
		{"http://127.0.0.1/chain/public.example/127.0.0.1", "127.0.0.1:80"},
		{"http://rebind.example/to/rebind.example", "127.0.0.1:80"},
	} {
		f := newFetcher(Options{}, newNet().dial)
		got, err := f.Fetch(t.Context(), c.url)
		f.Close()
		if c.forbidden == "" {
			if err != nil || string(got.Body) != "<p>secret" {
				t.Errorf("%s: got %+v, %v", c.url, got, err)
			}
			continue
		}
		wantReason(t, err, pipeline.ForbiddenAddress)
		if err != nil && !strings.HasSuffix(err.Error(), "a public server redirects to "+c.forbidden+", which is not a public address") {
			t.Errorf("%s: got %v", c.url, err)
		}
	}
}

// A connection to a private address that the user named earlier is still open
// when a public server redirects there; it must not be used.
func TestAddressGuardAndOpenConnections(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/": send("text/html", "<p>secret"), "/to": redirectTo("http://127.0.0.1/")})
	n := &fakeNet{server: s.Listener.Addr().String(), looked: map[string]int{}, hosts: map[string][]string{"public.example": {"93.184.216.34"}}}
	f := newFetcher(Options{}, n.dial)
	defer f.Close()
	if _, err := f.Fetch(t.Context(), "http://127.0.0.1/"); err != nil {
		t.Fatal(err)
	}
	_, err := f.Fetch(t.Context(), "http://public.example/to")
	wantReason(t, err, pipeline.ForbiddenAddress)
}

func TestPublic(t *testing.T) {
	for addr, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "8.8.8.8": true,
		"127.0.0.1": false, "10.0.0.1": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.1.1": false, "100.64.0.1": false, "0.1.2.3": false,
		"192.0.2.1": false, "198.18.0.1": false, "224.0.0.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"::": false, "::1": false, "::7f00:1": false, "::ffff:10.0.0.1": false, "fe80::1%eth0": false, "fd12::1": false, "ff02::1": false, "2002:7f00:1::": false, "2001:db8::1": false,
	} {
		if got := public(netip.MustParseAddr(addr)); got != want {
			t.Errorf("public(%s): got %v", addr, got)
		}
	}
}

func FuzzDecoded(f *testing.F) {
	f.Add("gzip", []byte{0x1f, 0x8b, 8})
	f.Add("deflate, gzip", []byte{0x78, 0x9c})
	f.Add("identity", []byte("x"))
	f.Fuzz(func(t *testing.T, coding string, body []byte) {
		resp := &http.Response{Header: http.Header{"Content-Encoding": {coding}}, Body: io.NopCloser(bytes.NewReader(body))}
		r, err := decoded(resp)
		if err != nil {
			return
		}
		got, err := io.ReadAll(io.LimitReader(r, 1<<20))
		if strings.TrimSpace(coding) == "" && (err != nil || !bytes.Equal(got, body)) {
			t.Errorf("got %q, %v", got, err)
		}
	})
}
