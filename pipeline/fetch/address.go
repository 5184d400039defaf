package fetch

import (
	"context"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"syscall"
	"time"

	"readout/pipeline"
)

// The guard against a public server that sends us to a private address works
// on the address that is dialled, after names are resolved, so that no name
// and no notation gets around it. Connections to where a redirect of a public
// server leads come from a transport of their own, which never holds one to a
// private address. Nor does a redirect lead to a link-local address, where
// clouds tell a machine its secrets: only who names one reaches it.

// control judges an address just before it is dialled, after names are
// resolved.
type control = func(network, address string, _ syscall.RawConn) error

// dial makes a connection; tests put another one in its place.
type dial func(ctx context.Context, network, address string, c control) (net.Conn, error)

func systemDial(ctx context.Context, network, address string, c control) (net.Conn, error) {
	d := net.Dialer{Timeout: 15 * time.Second, Control: c}
	return d.DialContext(ctx, network, address)
}

func anyAddress(string, string, syscall.RawConn) error { return nil }

func publicAddress(_, address string, _ syscall.RawConn) error {
	if at, err := netip.ParseAddrPort(address); err != nil || !public(at.Addr()) {
		return fail(pipeline.ForbiddenAddress, "a public server redirects to %s, which is not a public address", address)
	}
	return nil
}

func notLinkLocal(_, address string, _ syscall.RawConn) error {
	if at, err := netip.ParseAddrPort(address); err != nil || linkLocal(at.Addr()) {
		return fail(pipeline.ForbiddenAddress, "a server redirects to %s, which is a link-local address", address)
	}
	return nil
}

func linkLocal(a netip.Addr) bool { return a.Unmap().IsLinkLocalUnicast() }

func (d dial) transport(c control) *http.Transport {
	return &http.Transport{
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			return d(ctx, network, address, c)
		},
		DisableCompression:     true, // decoded() counts what it decodes
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           64,
		MaxIdleConnsPerHost:    4,
		IdleConnTimeout:        30 * time.Second,
		TLSHandshakeTimeout:    15 * time.Second,
		MaxResponseHeaderBytes: 1 << 20,
	}
}

// traceAddress has a request note the address it goes to, the zero one where
// it is not known.
func traceAddress(ctx context.Context, to *netip.Addr) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		at, err := netip.ParseAddrPort(info.Conn.RemoteAddr().String())
		if *to = at.Addr(); err != nil {
			*to = netip.Addr{}
		}
	}})
}

// after gives the transport for where a server of an address sends us, having
// been reached by another.
func (f *Fetcher) after(reached *http.Transport, server netip.Addr) *http.Transport {
	switch {
	case reached == f.guarded || !server.IsValid() || public(server):
		return f.guarded
	case reached == f.open && linkLocal(server):
		return f.open // the user named it
	}
	return f.local
}

// notPublic are ranges that net/netip has no name for: RFC 6890 and the
// registries of special addresses that it began.
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),       // this network
	netip.MustParsePrefix("100.64.0.0/10"),   // shared by carriers
	netip.MustParsePrefix("192.0.0.0/24"),    // protocol assignments
	netip.MustParsePrefix("192.0.2.0/24"),    // documentation
	netip.MustParsePrefix("198.18.0.0/15"),   // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"), // documentation
	netip.MustParsePrefix("203.0.113.0/24"),  // documentation
	netip.MustParsePrefix("240.0.0.0/4"),     // reserved
	netip.MustParsePrefix("::/96"),           // IPv4-compatible
	netip.MustParsePrefix("64:ff9b::/96"),    // IPv4 behind a translator
	netip.MustParsePrefix("64:ff9b:1::/48"),  // the same, local
	netip.MustParsePrefix("100::/64"),        // discard
	netip.MustParsePrefix("2001::/32"),       // Teredo
	netip.MustParsePrefix("2001:db8::/32"),   // documentation
	netip.MustParsePrefix("2002::/16"),       // 6to4
	netip.MustParsePrefix("fec0::/10"),       // site-local
}

// public tells whether an address is one of the open Internet.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return true
}
