// Package store keeps things in databases, files and memory.
package store

import (
	"context"
	"database/sql"

	"example.com/harness"
	"example.com/leaks/stubdb"
)

// Stock knows what is in the warehouse.
type Stock struct {
	db *sql.DB
}

// Latest returns the last movement of an article.
func (s *Stock) Latest(ctx context.Context, article int) (id int64, status string, err error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, status FROM movement WHERE article = ? ORDER BY id DESC", article)
	if err != nil {
		return 0, "", err
	}
	if !rows.Next() {
		return 0, "", rows.Err()
	}
	err = rows.Scan(&id, &status)
	return id, status, err
}

// RowsNotClosed reads the first of ten rows and leaves the others, and the connection with them.
func RowsNotClosed(r *harness.Run) {
	db := sql.OpenDB(stubdb.Connector{Address: r.StartPeer("silent"), Rows: 10})
	s := &Stock{db: db}
	n := 0
	r.Every(func() {
		n++
		if _, _, err := s.Latest(r.Context, n); err != nil {
			r.Log(err)
		}
	})
}
