package store

import (
	"context"
	"database/sql"

	"example.com/harness"
	"example.com/leaks/stubdb"
)

// Suppliers are in a database.
type Suppliers struct {
	db *sql.DB
}

// Count returns how many suppliers have the state.
func (s *Suppliers) Count(ctx context.Context, status string) (n int, err error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, status FROM supplier WHERE status = ?", status)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

// SQLShared reads all rows over the connections of one pool: healthy.
func SQLShared(r *harness.Run) {
	db := sql.OpenDB(stubdb.Connector{Address: r.StartPeer("silent"), Rows: 10})
	db.SetMaxIdleConns(8)
	s := &Suppliers{db: db}
	r.Every(func() {
		go func() {
			if _, err := s.Count(r.Context, "open"); err != nil {
				r.Log(err)
			}
		}()
	})
}
