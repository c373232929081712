package gateway

import (
	"context"

	"example.com/harness"
)

// Proxy carries requests; all of them end when it does.
type Proxy struct {
	ctx context.Context
}

// Exchange is one request that can be given up.
type Exchange struct {
	ctx    context.Context
	GiveUp context.CancelFunc
}

// Begin starts an exchange.
func (p *Proxy) Begin() *Exchange {
	ctx, cancel := context.WithCancel(p.ctx)
	return &Exchange{ctx: ctx, GiveUp: cancel}
}

// Alive says whether the exchange goes on.
func (e *Exchange) Alive() bool { return e.ctx.Err() == nil }

// WithcancelLongParent derives a context per request from one that lives as long as the server, and never
// cancels it. The parent remembers each child.
func WithcancelLongParent(r *harness.Run) {
	ctx, cancel := context.WithCancel(r.Context)
	defer cancel()
	p := &Proxy{ctx: ctx}
	r.Every(func() { p.Begin().Alive() })
}
