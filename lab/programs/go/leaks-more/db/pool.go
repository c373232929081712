// Package db asks a database over a pool of connections.
package db

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"time"

	"example.com/harness"
	"github.com/jackc/puddle/v2"
)

type conn struct {
	net.Conn
	in *bufio.Reader
}

func (c *conn) ask(question string) (string, error) {
	c.SetDeadline(time.Now().Add(5 * time.Second))
	if _, err := fmt.Fprintln(c, question); err != nil {
		return "", err
	}
	return c.in.ReadString('\n')
}

// NewPool makes a pool of up to 100 connections.
func NewPool(addr string) (*puddle.Pool[*conn], error) {
	return puddle.NewPool(&puddle.Config[*conn]{
		MaxSize: 100,
		Constructor: func(ctx context.Context) (*conn, error) {
			var d net.Dialer
			c, err := d.DialContext(ctx, "tcp", addr)
			if err != nil {
				return nil, err
			}
			return &conn{c, bufio.NewReaderSize(c, 64<<10)}, nil
		},
		Destructor: func(c *conn) { c.Close() },
	})
}

// shrink destroys the connections that nobody has needed for 3 s.
func shrink(pool *puddle.Pool[*conn]) {
	for _, idle := range pool.AcquireAllIdle() {
		if idle.IdleDuration() > 3*time.Second {
			idle.Destroy()
		} else {
			idle.ReleaseUnused()
		}
	}
}

func query(ctx context.Context, pool *puddle.Pool[*conn], question string) error {
	c, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	if _, err := c.Value().ask(question); err != nil {
		c.Destroy()
		return err
	}
	c.Release()
	return nil
}

// PoolBreathing has four times the queries for 15 s of each 30. The pool grows for them, and shrinks: healthy.
func PoolBreathing(r *harness.Run) {
	pool, err := NewPool(r.StartPeer("database"))
	if err != nil {
		r.Log(err)
		return
	}
	go func() {
		for r.Wait(time.Second) {
			shrink(pool)
		}
	}()
	r.Every(func() {
		queries := 1
		if int(r.Elapsed().Seconds())%30 >= 15 {
			queries = 4
		}
		for range queries {
			go func() {
				if err := query(r.Context, pool, "select 1"); err != nil {
					r.Log(err)
				}
			}()
		}
	})
}
