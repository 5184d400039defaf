//go:build integration

package stream

import (
	"context"
	"strings"
	"testing"
	"time"
)

// TestIntegrationKafkaRecreated: a topic that was deleted and created again,
// with more messages than the old one had, is read from its first offset: by a
// feed that starts afterwards, and by one that runs meanwhile.
func TestIntegrationKafkaRecreated(t *testing.T) {
	c, addr := realTopics(t, 1)
	topic := c.url.Name(Pages)
	msgs := numbered(300, 100)
	write(t, c, msgs[:100])
	once, follows := newArchive(), newArchive()
	var notices []string
	feed := Feed{Reader: c.Reader(Pages), Store: once, Once: true, Notice: func(s string) { notices = append(notices, s) }}
	if err := feed.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- (&Feed{Reader: c.Reader(Pages), Store: follows}).Run(ctx) }()
	eventually(t, func() bool { return follows.rows() == 100 })
	if _, err := admin(t, addr).DeleteTopics(t.Context(), topic); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	if _, err := connect(t, c.url.String(), "").CreateTopics(t.Context(), 1, Pages); err != nil {
		t.Fatal(err)
	}
	write(t, connect(t, c.url.String(), ""), msgs[100:])
	eventually(t, func() bool { return follows.rows() == 300 })
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := feed.Run(t.Context()); err != nil || once.rows() != 300 {
		t.Errorf("Run = %v, %d rows, want 300", err, once.rows())
	}
	if len(notices) != 1 || !strings.Contains(notices[0], topic) {
		t.Errorf("notices %q, want one that names the topic", notices)
	}
	t.Log(notices)
}
