package web

import (
	"compress/gzip"
	"fmt"
	"net/http"

	"example.com/harness"
)

// serveCompressed sends a page, packed.
func serveCompressed(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	out := gzip.NewWriter(w)
	defer out.Close()
	for line := range 200 {
		fmt.Fprintf(out, "%s: line %d of the page\n", req.URL.Path, line)
	}
}

// GzipPerRequest makes a gzip.Writer, 800 KB, for each request and drops it.
func GzipPerRequest(r *harness.Run) {
	r.Handle("/page.html", serveCompressed)
	get := r.StartClient()
	r.Every(func() { get("/page.html") })
}
