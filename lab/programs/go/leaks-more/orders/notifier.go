// Package orders follows what becomes of orders.
package orders

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.com/harness"
	"github.com/redis/go-redis/v9"
)

var errNotPaid = errors.New("not paid in time")

// Notifier hears from Redis when an order is paid.
type Notifier struct {
	rdb *redis.Client
}

// AwaitPayment returns the receipt of an order when it is there.
func (n *Notifier) AwaitPayment(ctx context.Context, order int) (string, error) {
	sub := n.rdb.Subscribe(ctx, fmt.Sprintf("orders:%d:paid", order))
	select {
	case msg := <-sub.Channel():
		return msg.Payload, nil
	case <-time.After(3 * time.Second):
		return "", errNotPaid
	}
}

// RedisSubscriptions subscribes for each order and never closes the subscription: a connection and the
// goroutines that read from it and ping it stay.
func RedisSubscriptions(r *harness.Run) {
	rdb := redis.NewClient(&redis.Options{Addr: r.StartPeer("redis"), DisableIdentity: true})
	defer rdb.Close()
	n := &Notifier{rdb: rdb}
	order := 0
	r.Every(func() {
		order++
		if _, err := n.AwaitPayment(r.Context, order); err != nil {
			r.Log(err)
		}
	})
}
