package report

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"

	"example.com/harness"
)

var receipts = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// serveReceipt renders one receipt into a buffer of the pool.
func serveReceipt(w http.ResponseWriter, req *http.Request) {
	buf := receipts.Get().(*bytes.Buffer)
	defer receipts.Put(buf)
	buf.Reset()
	for line := 0; line < 4000; line++ {
		buf.WriteString("3 pieces of article ")
		buf.Write(strconv.AppendInt(buf.AvailableBuffer(), int64(line)*7, 10))
		buf.WriteString(" at 9.95 each\n")
	}
	w.Write(buf.Bytes())
}

// BuffersPooled renders into buffers that are used again: healthy.
func BuffersPooled(r *harness.Run) {
	r.Handle("/receipt", serveReceipt)
	get := r.StartClient()
	r.Every(func() { get("/receipt") })
}
