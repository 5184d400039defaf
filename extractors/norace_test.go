//go:build !race

package extractors_test

import (
	"time"

	"readout/pipeline/article"
)

// hostileSize is the length of a hostile text and patience how long it may
// take in a test: other tests run beside it on the same machine.
const (
	hostileSize = article.MaxText - 10_000
	patience    = 30 * time.Second
)

// cutStep: one in so many cut texts is read.
const cutStep = 1
