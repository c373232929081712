package gateway

import (
	"context"
	"fmt"

	"example.com/harness"
)

// Broker tells subscribers about topics.
type Broker struct {
	ctx context.Context
}

// Subscription is one subscriber's interest in a topic.
type Subscription struct {
	topic  string
	cancel context.CancelFunc
}

// Subscribe follows a topic until the subscription is cancelled.
func (b *Broker) Subscribe(topic string) *Subscription {
	ctx, cancel := context.WithCancel(b.ctx)
	s := &Subscription{topic: topic, cancel: cancel}
	go s.follow(ctx)
	return s
}

func (s *Subscription) follow(ctx context.Context) {
	<-ctx.Done()
}

// CtxNeverCancelled subscribes for each request and forgets to cancel.
func CtxNeverCancelled(r *harness.Run) {
	b := &Broker{ctx: r.Context}
	n := 0
	r.Every(func() {
		n++
		b.Subscribe(fmt.Sprintf("topic-%d", n%10))
	})
}
