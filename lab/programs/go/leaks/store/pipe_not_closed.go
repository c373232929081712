package store

import (
	"bufio"
	"fmt"
	"io"

	"example.com/harness"
)

// Dump writes a table as text that can be read while it is written.
func Dump(table string, rows int) io.Reader {
	out, in := io.Pipe()
	go writeRows(in, table, rows)
	return out
}

func writeRows(w *io.PipeWriter, table string, rows int) {
	defer w.Close()
	fmt.Fprintf(w, "-- %s\n", table)
	for row := range rows {
		if _, err := fmt.Fprintf(w, "%d;open\n", row); err != nil {
			return
		}
	}
}

// PipeNotClosed reads the first line of a dump and leaves the rest. The writer waits for a reader that is
// gone but hasn't said so.
func PipeNotClosed(r *harness.Run) {
	r.Every(func() { bufio.NewReaderSize(Dump("orders", 1000), 16).ReadString('\n') })
}
