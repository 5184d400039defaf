package main

import (
	"os"
	"runtime/debug"
)

// memoryAim is the memory of Go's runtime, in bytes, near which it collects
// garbage more eagerly. It bounds nothing: run.Batch and the sinks do. The
// program itself and SQLite's cache come on top.
const memoryAim = 140 << 20

// aimMemory sets memoryAim unless the user has set GOMEMLIMIT.
func aimMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryAim)
	}
}
