package main

import (
	"bytes"
	"context"
	"regexp"
	"testing"
)

// The broker tells first where it listens, then that it is not for production.
func TestBrokerSays(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // it ends when it has said all
	root := newRoot()
	var out bytes.Buffer
	root.SetOut(&out)
	root.SetErr(&out)
	root.SetArgs([]string{"broker", "--listen", "127.0.0.1:0"})
	if err := root.ExecuteContext(ctx); err != nil {
		t.Fatal(err)
	}
	if want := regexp.MustCompile(`\Alistening on 127\.0\.0\.1:[1-9]\d*\n.*not for production.*\n\z`); !want.Match(out.Bytes()) {
		t.Errorf("it says %q", &out)
	}
	if got := newBroker().Flags().Lookup("listen").DefValue; got != "127.0.0.1:9092" {
		t.Errorf("it listens on %s by default", got)
	}
}
