package gateway

import (
	"bytes"
	"math"
	"net/http"
	"time"

	"example.com/harness"
)

// servePage renders a page of 128 KB and waits for a slow client.
func servePage(w http.ResponseWriter, req *http.Request) {
	page := bytes.Repeat([]byte(req.URL.Path+"\n"), 128<<10/6)
	time.Sleep(300 * time.Millisecond)
	w.Write(page[:64])
}

// Diurnal serves pages to users who come and go in waves of 45 s, a day in short. Memory rises and falls
// with them: healthy.
func Diurnal(r *harness.Run) {
	r.Handle("/page", servePage)
	get := r.StartClient()
	due := 0.0
	r.Every(func() {
		for due += 1 + 0.9*math.Sin(2*math.Pi*r.Elapsed().Seconds()/45); due >= 1; due-- {
			get("/page")
		}
	})
}
