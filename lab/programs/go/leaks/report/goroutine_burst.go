package report

import (
	"sync"
	"time"

	"example.com/harness"
)

// countAll asks 50,000 shards at once.
func countAll() (total int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for shard := range 50_000 {
		wg.Go(func() {
			time.Sleep(time.Second)
			mu.Lock()
			defer mu.Unlock()
			total += shard
		})
	}
	wg.Wait()
	return total
}

// GoroutineBurst counts once, after the start, and does little since. The descriptors of the goroutines
// stay, 20 MB, to be used again: healthy.
func GoroutineBurst(r *harness.Run) {
	countAll()
	r.Every(func() { time.Now() })
}
