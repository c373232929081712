package harness

import (
	"math/rand"
	"time"
)

// makeNoise is what the rest of a service does: 20 MB/s of short-lived buffers of many sizes, and as many
// bytes alive as the load of the moment asks for, 4 to 12 MB.
func (r *Run) makeNoise() {
	const (
		kept = 8e6 // bytes
		tick = 10 * time.Millisecond
	)
	mean := 20e6 // bytes a second
	if r.truth.Quiet {
		mean = 0.2e6
	}
	lot := rand.New(rand.NewSource(int64(r.phase * 1e9)))
	var window [][]byte
	held, budget := 0, 0.0
	for r.Wait(tick) {
		swing := r.swing(time.Now())
		for budget += mean * tick.Seconds() * swing; budget > 0; {
			b := handleRequest(64 << lot.Intn(12))
			budget -= float64(len(b))
			held += len(b)
			window = append(window, b)
		}
		for held > int(kept*swing) {
			held -= len(window[0])
			window[0] = nil
			window = window[1:]
		}
	}
}

//go:noinline
func handleRequest(size int) []byte { return make([]byte, size) }
