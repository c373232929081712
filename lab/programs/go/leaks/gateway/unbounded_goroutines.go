package gateway

import (
	"net/http"
	"time"

	"example.com/harness"
)

// serveSearch asks 500 shards at once and answers before the slow ones do.
func serveSearch(w http.ResponseWriter, _ *http.Request) {
	for shard := range 500 {
		go askShard(shard)
	}
	w.WriteHeader(http.StatusAccepted)
}

func askShard(shard int) {
	query := [2048]byte{0: byte(shard)}
	time.Sleep(time.Duration(100+shard*3) * time.Millisecond)
	query[shard%len(query)]++
}

// UnboundedGoroutines starts 500 goroutines for each request, in bursts of 5 s of each 15. All of them end
// within two seconds, but nothing limits how many there are at once.
func UnboundedGoroutines(r *harness.Run) {
	r.Handle("/search", serveSearch)
	get := r.StartClient()
	r.Every(func() {
		if int(r.Elapsed().Seconds())%15 < 5 {
			get("/search")
		}
	})
}
