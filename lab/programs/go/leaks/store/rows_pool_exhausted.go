package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"

	"example.com/harness"
	"example.com/leaks/stubdb"
)

// Customers are in a database that allows 20 connections.
type Customers struct {
	db *sql.DB
}

// Exists says whether there is such a customer.
func (c *Customers) Exists(ctx context.Context, id string) (bool, error) {
	rows, err := c.db.QueryContext(ctx, "SELECT id, status FROM customer WHERE id = ?", id)
	if err != nil {
		return false, err
	}
	return rows.Next(), rows.Err()
}

// RowsPoolExhausted leaves rows open. When all 20 connections are taken, every request waits for one.
func RowsPoolExhausted(r *harness.Run) {
	db := sql.OpenDB(stubdb.Connector{Address: r.StartPeer("silent"), Rows: 10})
	db.SetMaxOpenConns(20)
	c := &Customers{db: db}
	r.Handle("/customer", func(w http.ResponseWriter, req *http.Request) {
		found, err := c.Exists(r.Context, req.URL.RawQuery)
		fmt.Fprintln(w, found, err)
	})
	get := r.StartClient()
	for range 25 {
		get("/customer?0")
	}
	n := 0
	r.Every(func() {
		n++
		get(fmt.Sprintf("/customer?%d", n))
	})
}
