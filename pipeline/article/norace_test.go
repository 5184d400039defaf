//go:build !race

package article

import "time"

// patience is how long a hostile page may take in a test. The slowest takes a
// second; other tests run beside it on the same machine.
const patience = 8 * time.Second
