package report

import (
	"bytes"
	"time"

	"example.com/harness"
)

// buildYearbook needs 300 MB for a moment.
func buildYearbook() (size int) {
	var chapters [][]byte
	for month := range 300 {
		chapters = append(chapters, bytes.Repeat([]byte{byte(month)}, 1<<20))
	}
	for _, chapter := range chapters {
		size += len(chapter)
	}
	return size
}

// SpikeThenIdle builds a yearbook once, 2 s after the start, and does little since. The memory goes back to
// the system over the next minutes: healthy.
func SpikeThenIdle(r *harness.Run) {
	r.Wait(2 * time.Second)
	buildYearbook()
	r.Every(func() { bytes.Repeat([]byte("ping"), 1<<10) })
}
