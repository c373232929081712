package report

import (
	"bytes"
	"fmt"
	"net/http"

	"example.com/harness"
)

// serveInvoice renders one invoice into a buffer of its own.
func serveInvoice(w http.ResponseWriter, req *http.Request) {
	buf := new(bytes.Buffer)
	for line := 0; line < 4000; line++ {
		fmt.Fprintf(buf, "%s line %d: 3 pieces of article %d at 9.95 each, discount %d%%\n", req.URL.Path, line, line*7, line%10)
	}
	w.Write(buf.Bytes())
}

// BuffersPerRequest grows a buffer to 256 KB for each request and drops it. No leak, but garbage that a
// pool would save.
func BuffersPerRequest(r *harness.Run) {
	r.Handle("/invoice", serveInvoice)
	get := r.StartClient()
	r.Every(func() { get("/invoice") })
}
