package report

import (
	"bytes"
	"sync"
	"time"

	"example.com/harness"
)

var sheets = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// printSheet renders 256 KB into a buffer of the pool.
func printSheet() {
	sheet := sheets.Get().(*bytes.Buffer)
	defer sheets.Put(sheet)
	sheet.Reset()
	for sheet.Len() < 256<<10 {
		sheet.WriteString("| 4711 | 9.95 | 3 |\n")
	}
	time.Sleep(20 * time.Millisecond)
}

// PoolBursts prints 40 sheets at once, every 10 s of its load. The pool grows with each burst and is emptied
// by the collections after it: healthy.
func PoolBursts(r *harness.Run) {
	every := max(1, int(10*r.Rate))
	n := 0
	r.Every(func() {
		if n%every == 0 {
			for range 40 {
				go printSheet()
			}
		}
		n++
		printSheet()
	})
}
