package web

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"sync"

	"example.com/harness"
)

var packers = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}

// servePacked sends a page, packed.
func servePacked(w http.ResponseWriter, req *http.Request) {
	out := packers.Get().(*gzip.Writer)
	defer packers.Put(out)
	out.Reset(w)
	defer out.Close()
	w.Header().Set("Content-Encoding", "gzip")
	for line := range 200 {
		fmt.Fprintf(out, "%s: line %d of the page\n", req.URL.Path, line)
	}
}

// GzipPooled takes the gzip.Writer from a pool: healthy.
func GzipPooled(r *harness.Run) {
	r.Handle("/news.html", servePacked)
	get := r.StartClient()
	r.Every(func() { get("/news.html") })
}
