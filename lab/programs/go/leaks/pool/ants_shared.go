package pool

import (
	"log"
	"sync"

	"example.com/harness"
	"github.com/panjf2000/ants/v2"
)

// Importer works off batches with the workers of one pool.
type Importer struct {
	workers *ants.Pool
}

// Import works off one batch.
func (i *Importer) Import(rows [][]byte) error {
	var wg sync.WaitGroup
	for _, row := range rows {
		wg.Add(1)
		if err := i.workers.Submit(func() { defer wg.Done(); checksum(row) }); err != nil {
			return err
		}
	}
	wg.Wait()
	return nil
}

// AntsShared uses one pool for all batches: healthy.
func AntsShared(r *harness.Run) {
	workers, err := ants.NewPool(64)
	if err != nil {
		log.Fatal(err)
	}
	defer workers.Release()
	importer := &Importer{workers: workers}
	batch := make([][]byte, 32)
	for i := range batch {
		batch[i] = make([]byte, 4<<10)
	}
	r.Every(func() {
		if err := importer.Import(batch); err != nil {
			r.Log(err)
		}
	})
}
