package gateway

import (
	"context"
	"time"

	"example.com/harness"
)

// Watch follows a topic for a moment.
func Watch(parent context.Context, length time.Duration) {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	seen := make(chan struct{})
	go func() {
		defer close(seen)
		<-ctx.Done()
	}()
	select {
	case <-time.After(length):
	case <-ctx.Done():
	}
	cancel()
	<-seen
}

// CtxCancelled keeps 2 s of subscriptions open, each of which ends: healthy, with as many goroutines as
// there is load.
func CtxCancelled(r *harness.Run) {
	r.Every(func() { go Watch(r.Context, 2*time.Second) })
}
