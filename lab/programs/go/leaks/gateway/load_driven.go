package gateway

import (
	"bytes"
	"expvar"
	"net/http"
	"time"

	"example.com/harness"
)

var (
	requests = expvar.NewInt("requests")
	inFlight = expvar.NewInt("requests_in_flight")
)

// serveUpload takes 256 KB and stores them, which takes a while.
func serveUpload(w http.ResponseWriter, _ *http.Request) {
	requests.Add(1)
	inFlight.Add(1)
	defer inFlight.Add(-1)
	upload := bytes.Repeat([]byte("0123456789abcdef"), 16<<10)
	time.Sleep(400 * time.Millisecond)
	w.Write(upload[:16])
}

// LoadDriven serves uploads; for 20 s of each 40 there are three times as many. Memory follows what is in
// flight, and falls with it: healthy.
func LoadDriven(r *harness.Run) {
	r.Handle("/upload", serveUpload)
	get := r.StartClient()
	r.Every(func() {
		get("/upload")
		if int(r.Elapsed().Seconds())%40 >= 20 {
			get("/upload")
			get("/upload")
		}
	})
}
