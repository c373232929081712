// Package pool runs the jobs of an importer.
package pool

import (
	"sync"

	"example.com/harness"
	"github.com/panjf2000/ants/v2"
)

// ImportBatch works off one batch with up to 4 workers.
func ImportBatch(rows [][]byte) error {
	workers, err := ants.NewPool(4)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, row := range rows {
		wg.Add(1)
		if err := workers.Submit(func() { defer wg.Done(); checksum(row) }); err != nil {
			return err
		}
	}
	wg.Wait()
	return nil
}

func checksum(row []byte) (sum uint32) {
	for _, b := range row {
		sum = sum*31 + uint32(b)
	}
	return sum
}

// AntsPerBatch makes a pool for each batch and never releases it. The workers go when they have been idle
// for a second; the two goroutines that watch over them stay.
func AntsPerBatch(r *harness.Run) {
	batch := [][]byte{make([]byte, 512), make([]byte, 512), make([]byte, 512), make([]byte, 512)}
	r.Every(func() {
		if err := ImportBatch(batch); err != nil {
			r.Log(err)
		}
	})
}
