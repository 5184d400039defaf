// Package fetch gets pages over HTTP within limits: of bytes, of time, of
// redirects, and of where a redirect may lead.
package fetch

import (
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"net/url"
	"time"

	"readout/pipeline"
)

// Options of a Fetcher. The zero value of each is its default.
type Options struct {
	UserAgent    string           // "readout"
	Timeout      time.Duration    // of a page with all its redirects; 30 s
	MaxBytes     int              // of a page after content decoding; pipeline.MaxPageBytes
	MaxRedirects int              // 10
	Now          func() time.Time // tells Page.Retrieved; time.Now
}

// Fetcher gets pages. It is safe for concurrent use. Connections are kept
// and used again.
type Fetcher struct {
	Options
	open    *http.Transport // to any address: for what the user named
	local   *http.Transport // to any but link-local addresses: for where a server that is not public sends us
	guarded *http.Transport // to public addresses only: for where a public server sends us
}

// New makes a Fetcher with the options, defaults in place of zero values. It
// asks nothing of the network; a proxy of the environment is not used.
func New(o Options) *Fetcher { return newFetcher(o, systemDial) }

func newFetcher(o Options, d dial) *Fetcher {
	if o.UserAgent == "" {
		o.UserAgent = "readout"
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = pipeline.MaxPageBytes
	}
	if o.MaxRedirects == 0 {
		o.MaxRedirects = 10
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Fetcher{Options: o, open: d.transport(anyAddress), local: d.transport(notLinkLocal), guarded: d.transport(publicAddress)}
}

// Close closes the idle connections.
func (f *Fetcher) Close() {
	f.open.CloseIdleConnections()
	f.local.CloseIdleConnections()
	f.guarded.CloseIdleConnections()
}

// Fetch gets a page by its http or https URL. Page.URL is where the redirects
// led, without a name and password, Page.Body the bytes after content decoding,
// Page.Retrieved the time when the last byte was there.
//
// An address that the URL itself names may be any, one on this machine too; a
// redirect of a public server to an address that is not public is
// forbidden_address, whatever names and numbers lead there, and so is one of any
// server to a link-local address. Spaces and what else a browser escapes is
// escaped.
//
// The error is a *pipeline.Error with stage fetch that names the URL; with it
// comes a page with the URL reached and no body. When ctx is done the error
// wraps its cause.
func (f *Fetcher) Fetch(ctx context.Context, rawURL string) (*pipeline.Page, error) {
	limit, cancel := context.WithTimeoutCause(ctx, f.Timeout, errTooSlow)
	defer cancel()
	page := &pipeline.Page{}
	at, err := f.fetch(limit, escaped(rawURL), page)
	page.URL = withoutUser(at)
	if err != nil {
		e := f.failure(limit, err)
		e.Err = fmt.Errorf("GET %s: %w", page.URL, e.Err)
		return &pipeline.Page{URL: page.URL}, e
	}
	return page, nil
}

// fetch follows the redirects from at, fills the page and gives the URL that
// was asked last.
func (f *Fetcher) fetch(ctx context.Context, at string, page *pipeline.Page) (string, error) {
	jar, err := cookiejar.New(nil) // a site that sets a cookie and redirects to the same page loops without
	if err != nil {
		return at, err
	}
	transport := f.open
	for hop := 0; ; hop++ {
		u, err := parseURL(at)
		if err != nil {
			return at, err
		}
		resp, server, err := f.ask(ctx, transport, u, jar)
		if err != nil {
			return at, err
		}
		transport = f.after(transport, server)
		jar.SetCookies(u, resp.Cookies())
		next, err := redirect(resp)
		if err == nil && next == "" {
			err = f.read(resp, page)
		}
		resp.Body.Close()
		switch {
		case err != nil || next == "":
			return at, err
		case hop == f.MaxRedirects:
			return at, fail(pipeline.RedirectLoop, "more than %d redirects, the last to %s", f.MaxRedirects, withoutUser(next))
		}
		at = escaped(next)
	}
}

// ask sends one request. It tells the address asked.
func (f *Fetcher) ask(ctx context.Context, t *http.Transport, u *url.URL, jar http.CookieJar) (*http.Response, netip.Addr, error) {
	var server netip.Addr
	req, err := http.NewRequestWithContext(traceAddress(ctx, &server), http.MethodGet, withoutUser(u.String()), nil)
	if err != nil {
		return nil, server, fail(pipeline.NetworkError, "%w", err)
	}
	req.Header.Set("User-Agent", f.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1")
	req.Header.Set("Accept-Language", "en,*;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip, deflate")
	if u.User != nil {
		password, _ := u.User.Password()
		req.SetBasicAuth(u.User.Username(), password)
	}
	for _, c := range jar.Cookies(u) {
		req.AddCookie(c)
	}
	resp, err := t.RoundTrip(req)
	return resp, server, err
}

// redirect gives where a response leads, "" where it is no redirect.
func redirect(resp *http.Response) (string, error) {
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return "", nil
	}
	to, err := resp.Location()
	if err != nil {
		return "", fail(pipeline.HTTPError, "server answered %s without a usable Location", resp.Status)
	}
	if to.Fragment == "" {
		to.Fragment = resp.Request.URL.Fragment
	}
	return to.String(), nil
}

// read takes the page out of the last response.
func (f *Fetcher) read(resp *http.Response, page *pipeline.Page) error {
	switch {
	case resp.StatusCode == http.StatusNotFound || resp.StatusCode == http.StatusGone:
		return fail(pipeline.NotFound, "server answered %s", resp.Status)
	case resp.StatusCode < 200 || resp.StatusCode > 299:
		return fail(pipeline.HTTPError, "server answered %s", resp.Status)
	}
	page.ContentType = resp.Header.Get("Content-Type")
	format, err := formatOf(page.ContentType)
	if err != nil {
		return err
	}
	if resp.ContentLength > int64(f.MaxBytes) {
		return fail(pipeline.TooLarge, "more than %d bytes", f.MaxBytes)
	}
	body, err := decoded(resp)
	if err != nil {
		return err
	}
	if page.Body, err = io.ReadAll(io.LimitReader(body, int64(f.MaxBytes)+1)); err != nil {
		return fail(pipeline.NetworkError, "the answer broke off after %d bytes: %w", len(page.Body), err)
	}
	if len(page.Body) > f.MaxBytes {
		return fail(pipeline.TooLarge, "more than %d bytes", f.MaxBytes)
	}
	page.Format, page.Retrieved = format, f.Now()
	if beginsAsHTML(page.Body) {
		page.Format = pipeline.HTML
	}
	return nil
}

// formatOf tells how a content type is to be read; one that is missing is
// taken for HTML, which then shows whether it is.
func formatOf(contentType string) (pipeline.Format, error) {
	if contentType == "" {
		return pipeline.HTML, nil
	}
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil && kind == "" {
		kind = contentType
	}
	switch kind {
	case "text/html", "application/xhtml+xml":
		return pipeline.HTML, nil
	case "text/plain":
		return pipeline.Text, nil
	}
	return 0, fail(pipeline.Binary, "content type %s: neither HTML nor plain text", kind)
}
