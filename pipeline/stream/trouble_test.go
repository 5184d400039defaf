package stream

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/segmentio/kafka-go"
)

func TestTrouble(t *testing.T) {
	down := errors.New("down")
	for _, test := range []struct {
		name     string
		patience time.Duration
		fault    func(time.Duration) error // nil: the attempt succeeds
		want     string                    // "" where the attempt succeeded at last
		within   time.Duration
		told     []string
	}{
		{"short", 30 * time.Second, lasting(time.Second, down), "", 2 * time.Second, nil},
		{"told", 30 * time.Second, lasting(20*time.Second, down), "", 22 * time.Second,
			[]string{"x: down; trying on for 28s", "x: goes on"}},
		{"for ever", 0, lasting(time.Hour, down), "", time.Hour + 2*time.Second,
			[]string{"x: down; trying on until it is back", "x: goes on"}},
		{"given up", 8 * time.Second, lasting(time.Hour, down), "x: given up after 8s: down", 9 * time.Second,
			[]string{"x: down; trying on for 6s"}},
		{"says where", 8 * time.Second, lasting(time.Hour, errors.New("x, offset 29: down")), "x: given up after 8s: offset 29: down", 9 * time.Second,
			[]string{"x: offset 29: down; trying on for 6s"}},
		{"other place", 8 * time.Second, lasting(time.Hour, errors.New("xy: down")), "x: given up after 8s: xy: down", 9 * time.Second,
			[]string{"x: xy: down; trying on for 6s"}},
		{"missing", time.Minute, lasting(time.Hour, kafka.UnknownTopicOrPartition), "x: given up after 8s: the topic is not there", 9 * time.Second,
			[]string{"x: the topic is not there any more; trying on for 6s"}},
		{"down, then missing, then good", time.Minute, func(d time.Duration) error {
			if d < 20*time.Second {
				return down
			}
			return lasting(25*time.Second, kafka.UnknownTopicOrPartition)(d)
		}, "", 27 * time.Second, []string{"x: down; trying on for 58s", "x: goes on"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var told []string
				start := time.Now()
				tr := newTrouble("x", test.patience, newBulletin(func(s string) { told = append(told, s) }))
				var got error
				for got == nil {
					fault := test.fault(time.Since(start))
					if fault == nil {
						tr.over()
						break
					}
					got = tr.again(context.Background(), fault)
				}
				switch {
				case test.want == "" && got != nil, test.want != "" && (got == nil || !strings.HasPrefix(got.Error(), test.want)):
					t.Errorf("ended with %v, want %q", got, test.want)
				case time.Since(start) > test.within:
					t.Errorf("took %s, want at most %s", time.Since(start), test.within)
				}
				if diff := cmp.Diff(test.told, told); diff != "" {
					t.Errorf("told (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// lasting gives a fault that is there for a time.
func lasting(d time.Duration, err error) func(time.Duration) error {
	return func(since time.Duration) error {
		if since < d {
			return err
		}
		return nil
	}
}
