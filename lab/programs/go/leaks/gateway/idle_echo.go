package gateway

import (
	"io"
	"net/http"

	"example.com/harness"
)

func serveEcho(w http.ResponseWriter, req *http.Request) { io.WriteString(w, req.URL.RawQuery) }

// IdleEcho answers hardly any requests: healthy.
func IdleEcho(r *harness.Run) {
	r.Handle("/echo", serveEcho)
	get := r.StartClient()
	r.Every(func() { get("/echo?hello") })
}
