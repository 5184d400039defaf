//go:build race

package extractors_test

import "time"

// hostileSize is the length of a hostile text and patience how long it may
// take under the race detector.
const (
	hostileSize = 60_000
	patience    = 60 * time.Second
)

// cutStep: one in so many cut texts is read.
const cutStep = 25
