package fetch

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"readout/pipeline"
)

func TestEscaped(t *testing.T) {
	for in, want := range map[string]string{
		"http://a.example":                      "http://a.example",
		"http://a.example/x%20y?q=%41#f":        "http://a.example/x%20y?q=%41#f",
		"http://a.example/press room/a?q=x y#z": "http://a.example/press%20room/a?q=x%20y#z",
		"http://a.example?q='<é>\"":             "http://a.example?q=%27%3C%C3%A9%3E%22",
		"http://a.example/it's":                 "http://a.example/it's",
		"http://a b/":                           "http://a b/",
		"no URL":                                "no URL",
	} {
		if got := escaped(in); got != want {
			t.Errorf("escaped(%q): got %q, want %q", in, got, want)
		}
		if again := escaped(escaped(in)); again != escaped(in) {
			t.Errorf("escaped twice: %q", again)
		}
	}
}

// What a server is asked has no space in its line.
func TestFetchEscapes(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{
		"/":   func(w http.ResponseWriter, r *http.Request) { send("text/plain", r.RequestURI)(w, r) },
		"/to": redirectTo("/two words?q=a b"),
	})
	f := newTestFetcher(t, Options{})
	for in, want := range map[string]string{"/press room?q=a b": "/press%20room?q=a%20b", "/to": "/two%20words?q=a%20b"} {
		got, err := f.Fetch(t.Context(), s.URL+in)
		if err != nil || string(got.Body) != want || got.URL != s.URL+want {
			t.Errorf("%s: got %+v, %v", in, got, err)
		}
	}
}

func TestPorts(t *testing.T) {
	for in, ok := range map[string]bool{"http://a": true, "http://a:": true, "http://a:1": true, "http://a:65535": true, "http://a:0": false, "http://a:65536": false, "http://[::1]:99999": false} {
		u, err := url.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckPort(u); (err == nil) != ok {
			t.Errorf("%s: %v", in, err)
		}
	}
	s := serve(t, map[string]http.HandlerFunc{"/": redirectTo("http://127.0.0.1:99999/")})
	_, err := newTestFetcher(t, Options{}).Fetch(t.Context(), s.URL+"/")
	wantError(t, err, pipeline.NetworkError, "fetch: GET http://127.0.0.1:99999/: port 99999 is not one of 1 to 65535")
}

// A page that says that it is too long is not waited for.
func TestContentLength(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Length", "5000000000")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}})
	_, err := newTestFetcher(t, Options{Timeout: 20 * time.Second}).Fetch(t.Context(), s.URL+"/")
	wantError(t, err, pipeline.TooLarge, fmt.Sprintf("fetch: GET %s/: more than %d bytes", s.URL, pipeline.MaxPageBytes))
}

// No redirect leads to a link-local address, but within one that the user named.
func TestLinkLocal(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{
		"/": send("text/html", "<p>secret"),
		"/to/{where}": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Connection", "close") // the next request dials anew
			redirectTo("http://"+r.PathValue("where")+"/")(w, r)
		},
		"/chain/{a}/{b}": func(w http.ResponseWriter, r *http.Request) {
			redirectTo(fmt.Sprintf("http://%s/to/%s", r.PathValue("a"), r.PathValue("b")))(w, r)
		},
	})
	for in, forbidden := range map[string]string{
		"http://169.254.169.254/":                           "",
		"http://169.254.169.254/to/169.254.169.254":         "",
		"http://10.1.2.3/to/10.1.2.4":                       "",
		"http://10.1.2.3/to/169.254.169.254":                "169.254.169.254:80",
		"http://127.0.0.1/to/[fe80::1]":                     "[fe80::1]:80",
		"http://127.0.0.1/to/[::ffff:169.254.1.1]":          "[::ffff:169.254.1.1]:80",
		"http://127.0.0.1/chain/10.1.2.3/169.254.169.254":   "169.254.169.254:80",
		"http://169.254.1.1/chain/10.1.2.3/169.254.169.254": "169.254.169.254:80",
	} {
		f := newFetcher(Options{}, (&fakeNet{server: s.Listener.Addr().String(), looked: map[string]int{}}).dial)
		_, err := f.Fetch(t.Context(), in)
		f.Close()
		if forbidden == "" {
			if err != nil {
				t.Errorf("%s: %v", in, err)
			}
			continue
		}
		wantReason(t, err, pipeline.ForbiddenAddress)
		if err != nil && !strings.HasSuffix(err.Error(), "a server redirects to "+forbidden+", which is a link-local address") {
			t.Errorf("%s: got %v", in, err)
		}
	}
}
