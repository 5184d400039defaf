//go:build race

package article

import "time"

// patience is how long a hostile page may take under the race detector.
const patience = 90 * time.Second
