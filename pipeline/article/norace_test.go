//go:build !race

package article

import "time"

// patience is how long a hostile page may take in a test. The slowest takes 2 s
// on an idle machine, and -v logs what each took; the bound is wide for a machine
// that does other things, and what it tells apart, the square of the length, took minutes.
const patience = 30 * time.Second
