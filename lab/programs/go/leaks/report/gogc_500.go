// Package report renders reports from tables that it keeps in memory.
package report

import (
	"bytes"
	"net/http"
	"strconv"

	"example.com/harness"
)

// Table is a table in memory.
type Table struct {
	rows [][]byte
}

// Load reads a table of that many rows of 1 KB.
func Load(rows int) *Table {
	t := &Table{rows: make([][]byte, rows)}
	for i := range t.rows {
		t.rows[i] = bytes.Repeat([]byte{'0' + byte(i%10)}, 1<<10)
	}
	return t
}

// Render makes a page of 64 KB from some of the rows.
func (t *Table) Render(page int) []byte {
	out := make([]byte, 0, 64<<10)
	for i := 0; i < 64; i++ {
		out = append(out, t.rows[(page*64+i)%len(t.rows)]...)
	}
	return out
}

// Gogc500 keeps 50 MB and runs with GOGC=500, so its heap reaches six times that. Nothing leaks.
func Gogc500(r *harness.Run) {
	table := Load(50_000)
	r.Handle("/report", func(w http.ResponseWriter, req *http.Request) {
		page, _ := strconv.Atoi(req.FormValue("page"))
		w.Write(table.Render(page))
	})
	get := r.StartClient()
	page := 0
	r.Every(func() {
		page++
		get("/report?page=" + strconv.Itoa(page))
	})
}
