package report

import (
	"bytes"

	"example.com/harness"
)

// Warehouse keeps the figures of a year in memory.
type Warehouse struct {
	days [][]byte
}

// LoadYear reads that many MB.
func LoadYear(mb int) *Warehouse {
	w := &Warehouse{}
	for day := range mb * 4 {
		w.days = append(w.days, bytes.Repeat([]byte{'0' + byte(day%10)}, 256<<10))
	}
	return w
}

// Excerpt copies 16 KB of a day.
func (w *Warehouse) Excerpt(day int) []byte {
	return bytes.Clone(w.days[day%len(w.days)][:16<<10])
}

// NoMemoryLimit keeps 150 MB alive in a container of 256 MB. With GOGC at 100 and no GOMEMLIMIT the next
// collection is due at 300 MB, which it won't see.
func NoMemoryLimit(r *harness.Run) {
	w := LoadYear(150)
	day := 0
	r.Every(func() {
		day++
		w.Excerpt(day)
	})
}
