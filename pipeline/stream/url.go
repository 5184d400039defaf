package stream

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Login mechanisms of a URL's sasl parameter.
const (
	Plain       = "plain"
	ScramSHA256 = "scram-sha-256"
	ScramSHA512 = "scram-sha-512"
)

// URL names a Kafka cluster, the way to log in and the prefix of the topics:
//
//	kafka://USER@HOST:PORT,HOST:PORT/PREFIX?sasl=MECHANISM&tls=true&ca=FILE
//
// It never holds a password.
type URL struct {
	User   string   // "" where the cluster asks for no login
	Hosts  []string // host:port each, at least one
	Prefix string
	SASL   string // "", Plain, ScramSHA256 or ScramSHA512
	TLS    bool
	CA     string // PEM file of the authorities to trust; "" for the system's
}

// passwordHint is said wherever a password may stand in what the user wrote.
const passwordHint = "a password does not belong in the URL: set READOUT_KAFKA_PASSWORD or READOUT_KAFKA_PASSWORD_FILE"

// IsURL tells whether s is meant to be a URL of this package.
func IsURL(s string) bool { return strings.HasPrefix(s, "kafka://") }

// ParseURL reads a URL. Everything that is unknown or missing is an error
// that names it. No error repeats words that may be a password.
func ParseURL(s string) (URL, error) {
	rest, ok := strings.CutPrefix(s, "kafka://")
	if !ok {
		return URL{}, errors.New("kafka URL: does not begin with kafka://")
	}
	authority, tail := rest, ""
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		authority, tail = rest[:i], rest[i:]
	}
	if strings.Contains(tail, "@") {
		// What stands before it may be a password with a slash or a question mark in it.
		return URL{}, fmt.Errorf("kafka URL: an @ after the hosts (in ca= write %%40); %s", passwordHint)
	}
	u := URL{Prefix: DefaultPrefix}
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		user := authority[:at]
		if strings.Contains(user, ":") {
			return URL{}, fmt.Errorf("kafka URL: %s", passwordHint)
		}
		name, err := url.PathUnescape(user)
		if err != nil || name == "" {
			return URL{}, errors.New("kafka URL: the user name before the @ is empty or badly escaped")
		}
		u.User, authority = name, authority[at+1:]
	}
	var err error
	if u.Hosts, err = parseHosts(authority); err != nil {
		return URL{}, fmt.Errorf("kafka URL: %w", err)
	}
	path, query, _ := strings.Cut(tail, "?")
	if prefix := strings.TrimPrefix(path, "/"); prefix != "" {
		u.Prefix = prefix
	}
	if err := checkPrefix(u.Prefix); err != nil {
		return URL{}, fmt.Errorf("kafka URL: %w", err)
	}
	if err := u.parseQuery(query); err != nil {
		return URL{}, fmt.Errorf("kafka URL: %w", err)
	}
	return u, nil
}

// parseHosts splits HOST:PORT,HOST:PORT; net/url refuses such lists.
func parseHosts(list string) ([]string, error) {
	var hosts []string
	for _, hostport := range strings.Split(list, ",") {
		if hostport == "" {
			return nil, fmt.Errorf("an empty host in %q (it must read HOST:PORT,HOST:PORT)", list)
		}
		host, port, err := net.SplitHostPort(hostport)
		switch {
		case err != nil && !strings.Contains(hostport, ":"):
			return nil, fmt.Errorf("host %q has no port (Kafka's own is 9092)", hostport)
		case err != nil:
			return nil, fmt.Errorf("%q is not HOST:PORT", hostport)
		case host == "":
			return nil, fmt.Errorf("no host before the port in %q", hostport)
		case strings.ContainsFunc(host, badInHost):
			return nil, fmt.Errorf("host %q is no host name or address", host)
		}
		n, err := strconv.ParseUint(port, 10, 16)
		if err != nil || n == 0 {
			return nil, fmt.Errorf("port %q of host %q is not a number from 1 to 65535", port, host)
		}
		hosts = append(hosts, net.JoinHostPort(host, strconv.FormatUint(n, 10)))
	}
	return hosts, nil
}

// badInHost tells what stands in no host name and in no address, IPv6 with a
// zone included.
func badInHost(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' ||
		r == '.' || r == '-' || r == '_' || r == ':' || r == '%')
}

// checkPrefix holds a prefix to what Kafka takes as the name of a topic: 249
// characters at most with the longest of the suffixes.
func checkPrefix(p string) error {
	if i := strings.IndexFunc(p, func(r rune) bool { return r == ':' || r == '%' || badInHost(r) }); i >= 0 {
		return fmt.Errorf("the topic prefix %q: Kafka's topics have only letters, digits, '.', '_' and '-' in their names", p)
	}
	if len(p)+len(".meetings") > 249 {
		return fmt.Errorf("the topic prefix is %d characters long: Kafka's topics have at most 249", len(p))
	}
	return nil
}

func (u *URL) parseQuery(query string) error {
	seen := map[string]bool{}
	for _, pair := range strings.Split(query, "&") {
		if pair == "" {
			continue
		}
		key, raw, _ := strings.Cut(pair, "=")
		value, err := url.QueryUnescape(raw)
		if err != nil {
			return fmt.Errorf("parameter %s is badly escaped", key)
		}
		if seen[key] {
			return fmt.Errorf("parameter %s stands twice", key)
		}
		seen[key] = true
		switch key {
		case "sasl":
			if !slices.Contains(mechanisms(), value) {
				return fmt.Errorf("sasl=%s is not known: use one of %s", value, strings.Join(mechanisms(), ", "))
			}
			u.SASL = value
		case "tls":
			if value != "true" && value != "false" {
				return fmt.Errorf("tls=%s: use true or false", value)
			}
			u.TLS = value == "true"
		case "ca":
			if value == "" {
				return errors.New("ca= names no file")
			}
			u.CA = value
		case "password", "pass", "pw", "sasl.password":
			return errors.New(passwordHint)
		default:
			return fmt.Errorf("parameter %q is not known: use sasl, tls or ca", key)
		}
	}
	switch {
	case u.SASL != "" && u.User == "":
		return fmt.Errorf("sasl=%s needs a user before the hosts: kafka://USER@HOST:PORT", u.SASL)
	case u.User != "" && u.SASL == "":
		return fmt.Errorf("user %q needs a login mechanism: add ?sasl= with one of %s", u.User, strings.Join(mechanisms(), ", "))
	case u.CA != "" && !u.TLS:
		return errors.New("ca= needs tls=true")
	}
	return nil
}

func mechanisms() []string { return []string{Plain, ScramSHA256, ScramSHA512} }

// Name gives the full name of a topic.
func (u URL) Name(t Topic) string { return u.Prefix + "." + string(t) }

// String gives the URL back; ParseURL of it gives the same URL.
func (u URL) String() string {
	var b strings.Builder
	b.WriteString("kafka://")
	if u.User != "" {
		b.WriteString(url.User(u.User).String())
		b.WriteByte('@')
	}
	b.WriteString(strings.Join(u.Hosts, ","))
	b.WriteByte('/')
	b.WriteString(u.Prefix)
	var query []string
	if u.SASL != "" {
		query = append(query, "sasl="+u.SASL)
	}
	if u.TLS {
		query = append(query, "tls=true")
	}
	if u.CA != "" {
		query = append(query, "ca="+url.QueryEscape(u.CA))
	}
	if len(query) > 0 {
		b.WriteByte('?')
		b.WriteString(strings.Join(query, "&"))
	}
	return b.String()
}
