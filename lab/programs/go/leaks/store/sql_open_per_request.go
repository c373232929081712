package store

import (
	"database/sql"

	"example.com/harness"
	_ "example.com/leaks/stubdb" // the driver
)

// lookupInvoice returns the state of an invoice.
func lookupInvoice(address string, id int) (status string, err error) {
	db, err := sql.Open("stub", address)
	if err != nil {
		return "", err
	}
	row := db.QueryRow("SELECT id, status FROM invoice WHERE id = ?", id)
	var found int64
	err = row.Scan(&found, &status)
	return status, err
}

// SQLOpenPerRequest opens a database for each look-up: a pool with one connection and a goroutine, that
// is never closed.
func SQLOpenPerRequest(r *harness.Run) {
	address := r.StartPeer("silent")
	n := 0
	r.Every(func() {
		n++
		if _, err := lookupInvoice(address, n); err != nil {
			r.Log(err)
		}
	})
}
