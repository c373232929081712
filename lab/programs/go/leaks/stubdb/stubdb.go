// Package stubdb is a database without data: every query has the rows that the connector says.
package stubdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
)

// Connector opens connections, over TCP if it has an address.
type Connector struct {
	Address string
	Rows    int // in each answer
}

// Connect opens a connection.
func (c Connector) Connect(ctx context.Context) (driver.Conn, error) {
	opened := &conn{rows: c.Rows}
	if c.Address != "" {
		socket, err := (&net.Dialer{}).DialContext(ctx, "tcp", c.Address)
		if err != nil {
			return nil, err
		}
		opened.socket = socket
	}
	return opened, nil
}

// Driver is the driver "stub".
func (c Connector) Driver() driver.Driver { return stubDriver{} }

type stubDriver struct{}

func init() { sql.Register("stub", stubDriver{}) }

// Open opens a connection to an address, with one row in each answer.
func (stubDriver) Open(address string) (driver.Conn, error) {
	return Connector{Address: address, Rows: 1}.Connect(context.Background())
}

type conn struct {
	rows   int
	socket net.Conn
}

func (c *conn) Close() error {
	if c.socket != nil {
		return c.socket.Close()
	}
	return nil
}

func (c *conn) Prepare(string) (driver.Stmt, error) { return stmt{c}, nil }
func (c *conn) Begin() (driver.Tx, error)           { return nil, errors.New("no transactions") }

func (c *conn) QueryContext(context.Context, string, []driver.NamedValue) (driver.Rows, error) {
	return &rows{left: c.rows}, nil
}

type stmt struct{ c *conn }

func (s stmt) Close() error                               { return nil }
func (s stmt) NumInput() int                              { return -1 }
func (s stmt) Exec([]driver.Value) (driver.Result, error) { return driver.RowsAffected(1), nil }
func (s stmt) Query([]driver.Value) (driver.Rows, error)  { return &rows{left: s.c.rows}, nil }

type rows struct{ left int }

func (r *rows) Columns() []string { return []string{"id", "status"} }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(dest []driver.Value) error {
	if r.left == 0 {
		return io.EOF
	}
	dest[0], dest[1] = int64(r.left), "open"
	r.left--
	return nil
}
